"""Rules over the source of the window that no one can see by running it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from baken import gui
from baken.gui.shipped import resource_root
from baken.gui.shortcuts import EVERYWHERE, Keys

FILES = sorted(Path(gui.__file__).parent.rglob("*.py"))
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP"}
STYLE_SHEETS = {"setStyleSheet"}


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    """Every call of a function or method with one of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield node


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_sentence_is_a_plain_literal(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    for call in calls(tree, {"tr"}):
        assert isinstance(call.args[0], ast.Constant), f"line {call.lineno}: the translator would never see this"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_sentence_hides_inside_an_f_string(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            assert not list(calls(node, TRANSLATING)), f"line {node.lineno}: lupdate does not look inside f-strings"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_style_sheet_takes_over_the_painting(file: Path) -> None:
    assert not list(calls(ast.parse(file.read_text("utf-8")), STYLE_SHEETS))


def icon_names() -> Iterator[tuple[str, str]]:
    """Every literal that names an icon: of `icon=`, `trailing=`, IconMark and icons.draw."""
    for file in FILES:
        tree = ast.parse(file.read_text("utf-8"))
        for call in calls(tree, {"IconMark", "draw", "icon", "set_icon", "Card"}):
            position = {"draw": 1, "Card": 1}.get(getattr(call.func, "attr", getattr(call.func, "id", "")), 0)
            if len(call.args) > position and isinstance(call.args[position], ast.Constant):
                yield file.name, str(call.args[position].value)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.keyword)
                and node.arg in {"icon", "trailing"}
                and isinstance(node.value, ast.Constant)
            ):
                yield file.name, str(node.value.value)


def test_every_icon_is_there() -> None:
    found = {(file, name) for file, name in icon_names() if name and name != "-"}
    assert len(found) > 40
    missing = {(file, name) for file, name in found if not (resource_root() / "icons" / f"{name}.svg").is_file()}
    assert not missing


def test_every_icon_and_font_has_its_licence_beside_it() -> None:
    licences = {file.name for file in (resource_root() / "licences").iterdir()}
    assert {"lucide-ISC.txt", "noto-OFL-1.1.txt"} <= licences


def test_a_key_that_works_everywhere_means_one_thing() -> None:
    assert len({key.value for key in EVERYWHERE}) == len(EVERYWHERE)
    elsewhere = {key.value for key in Keys if key not in EVERYWHERE}
    assert not elsewhere & {key.value for key in EVERYWHERE}
