"""Every refusal has a sentence with a next step in both languages; the table is total over the tree."""

import ast
import string
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

import baken
from baken.cli import texts
from baken.cli.texts import explain, known_codes, word
from baken.errors import UserError

ROOT = Path(baken.__file__).parent


def raised_codes() -> Iterator[tuple[str, str]]:
    """Give (code, module) for everything the desktop programme raises, also where the code comes from a table."""
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        tables = {
            target.id: [each.value for each in node.value.values if isinstance(each, ast.Constant)]
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UserError":
                for code in codes_of(node.args[0], tables):
                    yield code, str(path.relative_to(ROOT))


def codes_of(argument: ast.expr, tables: Mapping[str, Sequence[object]]) -> list[str]:
    match argument:
        case ast.Constant(value=str(code)):
            return [code]
        case ast.IfExp(body=body, orelse=orelse):
            return codes_of(body, tables) + codes_of(orelse, tables)
        case ast.Subscript(value=ast.Name(id=name)) if name in tables:
            return [str(code) for code in tables[name]]
        case ast.Name(id="code") | ast.Attribute(attr="code"):
            return []  # passed on: raised by name elsewhere
        case _:
            raise AssertionError(f"a code that cannot be told from the source: {ast.unparse(argument)}")


def test_every_code_that_is_raised_has_a_sentence() -> None:
    missing = {(code, module) for code, module in raised_codes() if code not in known_codes()}
    assert missing == set()


def test_no_code_has_two_sentences() -> None:
    codes = [code for message in texts.table().message for code in message.codes]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_ends_and_says_what_to_do_next(language: str) -> None:
    for code in known_codes():
        said, step = explain(UserError(code, limit=3, seconds=4, minutes=5, number=6, reason="x", mib=3), language)
        assert said.endswith((".", "?")), code
        assert step.strip().endswith((".", "?")) or "{" not in step, code
        assert len(step) > 5, code
        assert "{" not in said + step, code


def test_both_languages_name_the_same_values() -> None:
    for message in texts.table().message:
        assert _fields(message.nl + message.nl_next) == _fields(message.en + message.en_next)
    for name, text in texts.table().word.items():
        assert _fields(text.nl) == _fields(text.en), name


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_a_code_from_a_newer_part_is_shown_as_it_is() -> None:
    assert explain(UserError("brand-new"), "nl") == ("brand-new", "")


def test_words_are_filled_in() -> None:
    assert word("written", "en", file="a.pdf") == "Written: a.pdf"
