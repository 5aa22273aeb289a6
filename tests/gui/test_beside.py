"""Words and what stands at their end: beside each other, or below where both have no room; never cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from baken.gui.widgets.beside import BesideLayout
from baken.gui.widgets.chip import Chip
from baken.gui.widgets.label import Label


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    both = BesideLayout(made)
    both.addWidget(Label("Verwijzing aan Zorgcoördinator mensenhandel", wrap=True))
    both.addWidget(Chip("beantwoord", "ok"))
    made.show()
    return made


def parts(row: QWidget, width: int) -> tuple[Label, Chip]:
    row.resize(width, row.heightForWidth(width))
    words, chip = row.findChildren(Label)[0], row.findChildren(Chip)[0]
    return words, chip


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_end_stands_at_the_end_of_a_wide_row(row: QWidget, direction: Qt.LayoutDirection) -> None:
    row.setLayoutDirection(direction)
    words, chip = parts(row, 500)
    mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert (chip.geometry().left() if mirrored else row.width() - 1 - chip.geometry().right()) == 0
    assert not words.geometry().intersects(chip.geometry())
    assert abs(words.geometry().center().y() - chip.geometry().center().y()) <= 1


def test_the_end_goes_below_the_words_in_a_narrow_row(row: QWidget) -> None:
    words, chip = parts(row, 200)
    assert chip.geometry().top() > words.geometry().bottom()
    assert chip.width() == chip.sizeHint().width()
    assert words.height() >= words.heightForWidth(words.width())
    assert row.height() >= chip.geometry().bottom() + 1
    assert row.minimumSizeHint().width() < 200


def test_words_alone_take_the_whole_row(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    both = BesideLayout(row)
    assert (both.heightForWidth(300), both.sizeHint().height(), both.itemAt(0)) == (0, 0, None)
    words = Label("Verwijzing", wrap=True)
    both.addWidget(words)
    row.resize(300, both.heightForWidth(300))
    row.show()
    assert words.width() == 300
    taken = both.takeAt(0)
    assert taken is not None
    assert taken.widget() is words
    assert (both.count(), both.takeAt(0)) == (0, None)
