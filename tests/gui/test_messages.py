"""Every failure that the tree can raise has its own sentence and next step."""

import ast
import re
import string
from pathlib import Path

import pytest

import baken
from baken.errors import UserError
from baken.gui.messages import explain, known_codes
from baken.gui.text import plain

ROOT = Path(baken.__file__).parent
ONLY_ON_THE_COMMAND_LINE = ROOT / "cli"
RAISED_FROM_A_TABLE = {"vault-unreadable", "disk-full", "folder-read-only"}
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+|wait|malformed")


def raised_codes() -> dict[str, Path]:
    """Every literal that stands as first argument of `UserError(...)`, also inside a conditional."""
    found: dict[str, Path] = {}
    for file in ROOT.rglob("*.py"):
        if file.is_relative_to(ONLY_ON_THE_COMMAND_LINE):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and CODE.fullmatch(str(part.value)):
                        found[str(part.value)] = file
    return found


def test_codes_are_found_at_all() -> None:
    assert {"wrong-name-or-passphrase", "disk-full", "seal-broken"} <= set(raised_codes())


def test_no_sentence_is_for_a_code_that_nothing_raises() -> None:
    assert not known_codes() - set(raised_codes()) - RAISED_FROM_A_TABLE


def test_every_code_has_a_sentence() -> None:
    missing = {code: str(file) for code, file in raised_codes().items() if code not in known_codes()}
    assert not missing


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_sentence_is_plain_and_has_a_next_step(code: str) -> None:
    error = UserError(code, seconds=4, minutes=5, mib=3, limit=9, group=2, groups=8, letters=5)
    for part in explain(error):
        assert part
        assert part.rstrip()[-1] in ".?"
        assert not [field for _, field, _, _ in string.Formatter().parse(part) if field]


def test_numbers_reach_the_sentence() -> None:
    assert "4" in plain(explain(UserError("wait", seconds=4))[0])


def test_an_unknown_code_is_still_explained() -> None:
    assert explain(UserError("from-a-newer-part"))[0]
