"""A view that an older programme folded is made anew, and no change of the fold can be forgotten."""

import ast
import hashlib
from pathlib import Path

from tests.store.vaults import Made, piece

from baken.store import view_file
from baken.store.view_file import FOLD_VERSION

FOLD_DIGEST = (5, "b1789f41048643c1")
"""FOLD_VERSION and the digest of the code that it stands for."""


def _digest() -> str:
    """Give a digest of the code of the fold, without what only people read."""
    code = hashlib.sha256()
    for path in sorted(Path(view_file.__file__).parent.glob("fold_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for each in ast.walk(tree):
            if isinstance(each, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(each) is not None:
                each.body = each.body[1:]
        code.update(ast.unparse(tree).encode())
    return code.hexdigest()[:16]


def test_a_change_of_the_fold_comes_with_a_new_version() -> None:
    assert (FOLD_VERSION, _digest()) == FOLD_DIGEST, (
        "the fold changed: raise FOLD_VERSION where the same entries give other rows now, then write both here"
    )


def test_a_view_that_was_folded_otherwise_is_built_again_at_the_next_opening(made: Made) -> None:
    vault = made.open()
    vault.append([piece("eerst")])
    dump = vault.view.dump()
    vault.connection.execute("UPDATE view.piece SET happened = '1999'")
    vault.close()
    vault = made.open()
    assert vault.view.dump() != dump  # by the same fold: nothing to do
    vault.connection.execute("UPDATE view.applied SET fold = fold - 1")
    vault.close()
    vault = made.open()
    assert vault.view.dump() == dump
    vault.close()


def test_a_view_of_before_folds_were_counted_is_built_again(made: Made) -> None:
    vault = made.open()
    vault.append([piece("eerst")])
    dump = vault.view.dump()
    vault.connection.execute("UPDATE view.piece SET happened = '1999'")
    vault.connection.execute("ALTER TABLE view.applied DROP COLUMN fold")
    vault.connection.execute("PRAGMA view.user_version = 2")
    vault.close()
    vault = made.open()
    assert vault.view.dump() == dump
    assert vault.connection.execute("SELECT fold FROM view.applied").fetchone() == (FOLD_VERSION,)
    vault.close()
