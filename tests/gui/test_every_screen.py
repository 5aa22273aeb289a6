"""On every screen, in every language and size: everything has a name, can be hit, can be reached, and is not cut."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QButtonGroup,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from baken.gui.text import plain
from baken.gui.widgets.push_button import PushButton

from .screens import PSEUDO, closed_screens, open_screens, speaking

LEAST = 24
NARROW = (900, 768)  # px; half of it is left at 200 %
VARIANTS = [
    ("nl", 100, False),
    ("nl", 200, False),
    ("en", 100, False),
    ("en", 200, False),
    (PSEUDO, 100, False),
    (PSEUDO, 200, False),
    ("nl", 100, True),
]


def focusable(screen: QWidget) -> list[QWidget]:
    """Everything that Tab should reach."""
    return [
        widget
        for widget in screen.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader says, or what the test can say to find it."""
    return plain(widget.accessibleName()) or f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def reached(screen: QWidget) -> set[QWidget]:
    """Everything that has the focus at some time when Tab is pressed again and again."""
    found: set[QWidget] = set()
    for _ in range(400):
        widget = screen.focusWidget()
        if widget is not None:
            if widget in found:
                return found
            found.add(widget)
        screen.focusNextChild()
    return found


def group_of(widget: QWidget) -> object:
    """Exclusive buttons are one stop for Tab; arrows move inside."""
    if isinstance(widget, QAbstractButton):
        group: QButtonGroup | None = widget.group()
        if group is not None and group.exclusive():
            return group
        if isinstance(widget, QRadioButton):
            return widget.parentWidget()
    return widget


def cut_words(screen: QWidget) -> Iterator[str]:
    """Every word that has less room than it needs."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if widget.width() < widget.minimumSizeHint().width():
            yield f"too narrow: {plain(widget.text())!r} {widget.width()} < {widget.minimumSizeHint().width()}"
        if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"too low: {plain(widget.text())!r}"
        right = widget.mapTo(screen, QPoint(widget.width(), 0)).x()
        left = widget.mapTo(screen, QPoint(0, 0)).x()
        if left < 0 or right > screen.width():
            yield f"beside the window: {plain(widget.text())!r} {left}–{right}"
        yield from _cut_by_parent(widget)


def _cut_by_parent(widget: QWidget) -> Iterator[str]:
    """Whether something around a word ends before the word does; what scrolls may."""
    inner, outer = widget, widget.parentWidget()
    while outer is not None and not inner.isWindow():
        scrolls = isinstance(outer.parentWidget(), QAbstractScrollArea)
        area = inner.geometry()
        if area.left() < -1 or area.right() > outer.width():
            yield f"cut at the side by {type(outer).__name__}: {plain(widget.text())!r}"
        if not scrolls and (area.top() < -1 or area.bottom() > outer.height()):
            yield f"cut below by {type(outer).__name__}: {plain(widget.text())!r}"
        if scrolls:
            return
        inner, outer = outer, outer.parentWidget()


def check(name: str, screen: QWidget, problems: list[str]) -> None:
    """Add what is wrong with a screen."""
    for widget in focusable(screen):
        if not plain(widget.accessibleName()):
            problems.append(f"{name}: no name: {name_of(widget)}")
        if min(widget.width(), widget.height()) < LEAST:
            problems.append(f"{name}: smaller than {LEAST}: {name_of(widget)} {widget.width()}×{widget.height()}")
    problems.extend(f"{name}: {cut}" for cut in cut_words(screen))


@pytest.mark.parametrize(("words", "percent", "right_to_left"), VARIANTS)
def test_nothing_is_nameless_small_or_cut_before_unlock(
    qtbot: QtBot, words: str, percent: int, right_to_left: bool
) -> None:
    problems: list[str] = []
    with speaking(words, percent=percent, right_to_left=right_to_left):
        for name, screen in closed_screens(qtbot):
            check(name, screen, problems)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("words", "percent", "right_to_left"), VARIANTS)
def test_nothing_is_nameless_small_or_cut_after_unlock(
    qtbot: QtBot, tmp_path: Path, words: str, percent: int, right_to_left: bool
) -> None:
    problems: list[str] = []
    with speaking(words, percent=percent, right_to_left=right_to_left):
        for name, screen in open_screens(qtbot, tmp_path):
            check(name, screen, problems)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("words", ["nl", "en"])
def test_nothing_is_cut_in_a_window_of_450_effective_pixels(qtbot: QtBot, tmp_path: Path, words: str) -> None:
    problems: list[str] = []
    with speaking(words, percent=200):
        for name, screen in open_screens(qtbot, tmp_path, size=NARROW):
            check(name, screen, problems)
    assert not problems, "\n".join(problems)


def test_tab_reaches_everything(qtbot: QtBot, tmp_path: Path) -> None:
    problems: list[str] = []
    with speaking("nl"):
        for name, screen in closed_screens(qtbot):
            problems.extend(_missed(name, screen))
        for name, screen in open_screens(qtbot, tmp_path):
            problems.extend(_missed(name, screen))
    assert not problems, "\n".join(problems)


def _missed(name: str, screen: QWidget) -> list[str]:
    screen.activateWindow()
    wanted = {group_of(widget): widget for widget in focusable(screen)}
    got = {group_of(widget) for widget in reached(screen)}
    return [f"{name}: Tab does not reach {name_of(widget)}" for stop, widget in wanted.items() if stop not in got]


def test_enter_presses_every_button(qtbot: QtBot, tmp_path: Path) -> None:
    problems: list[str] = []
    with speaking("nl"):
        for name, screen in chain(closed_screens(qtbot), open_screens(qtbot, tmp_path)):
            others = {each for each in screen.findChildren(QPushButton) if not isinstance(each, PushButton)}
            problems.extend(f"{name}: Enter does not press {name_of(each)}" for each in others)
    assert not problems, "\n".join(problems)
