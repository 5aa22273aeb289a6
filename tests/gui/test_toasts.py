"""Messages over a page: readable at once, out of the way of each other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from baken.gui.widgets.toast import Toast, Toasts

LONG = "Het kaartje is bewaard. Lees de vingerafdruk voor als zij bellen: 0000 1111 2222 3333 4444 5555 6666 7777"


def shown(toasts: Toasts) -> list[Toast]:
    return [toast for toast in toasts.findChildren(Toast) if toast.isVisible()]


@pytest.fixture
def toasts(qtbot: QtBot) -> Iterator[Toasts]:
    """Messages of a window whose page begins at 200 px."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    page = QWidget(window)
    page.setGeometry(200, 0, 700, 600)
    window.show()
    yield Toasts(window, page)
    window.hide()


def test_every_message_has_the_height_that_its_words_need(toasts: Toasts, qtbot: QtBot) -> None:
    for number in range(3):
        toasts.tell("problem", f"{number} {LONG}", "Probeer het opnieuw.")
    qtbot.waitUntil(lambda: all(toast.height() >= toast.heightForWidth(toast.width()) > 60 for toast in shown(toasts)))
    assert len(shown(toasts)) == 3


def test_what_was_done_gives_way_and_a_problem_stays(toasts: Toasts) -> None:
    toasts.tell("problem", "De schijf is vol.")
    toasts.tell("done", "Het stukje is opgeslagen.")
    toasts.tell("done", "Het signaal is bewaard.")
    assert [toast.accessibleName() for toast in shown(toasts)] == ["De schijf is vol.", "Het signaal is bewaard."]
    assert len(toasts.history) == 3


def test_messages_move_with_the_page_that_they_lie_over(toasts: Toasts, qtbot: QtBot) -> None:
    toasts.tell("done", "Het stukje is opgeslagen.")
    page = toasts.parentWidget().findChildren(QWidget)[0]
    assert toasts.geometry().left() == 212
    assert toasts.geometry().bottom() == pytest.approx(588, abs=1)
    page.resize(500, 400)
    qtbot.waitUntil(lambda: abs(toasts.geometry().bottom() - 388) <= 1)
    page.hide()
    qtbot.waitUntil(lambda: toasts.geometry().left() == 12)
    assert toasts.geometry().bottom() < 600 - 76


def test_messages_stay_above_the_bar_at_the_foot(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    page, bar = QWidget(window), QWidget(window)
    page.setGeometry(0, 0, 900, 600)
    bar.setGeometry(0, 560, 900, 40)
    window.show()
    toasts = Toasts(window, page, bar)
    toasts.tell("done", "Het stukje is opgeslagen.")
    assert not toasts.geometry().intersects(bar.geometry())
    assert toasts.geometry().top() > 400


def test_a_message_that_stands_there_already_is_not_shown_twice(toasts: Toasts) -> None:
    toasts.tell("problem", "De schijf is vol.", "Maak ruimte.")
    toasts.tell("problem", "De schijf is vol.", "Maak ruimte.")
    assert len(shown(toasts)) == len(toasts.history) == 1


class Bar(QWidget):
    """A bar with a free middle."""

    def __init__(self, parent: QWidget, free: QRect) -> None:
        super().__init__(parent)
        self.free = free

    def free_area(self) -> QRect:
        """Give the free middle."""
        return self.free


@pytest.fixture
def roomy(qtbot: QtBot) -> Iterator[tuple[Toasts, Bar, QWidget]]:
    """Messages of a window with a bar of 60 px above its page, and that page."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 600)
    page = QWidget(window)
    page.setGeometry(200, 0, 1000, 600)
    bar = Bar(page, QRect(440, 2, 390, 56))
    bar.setGeometry(0, 0, 1000, 60)
    window.show()
    yield Toasts(window, page, None, bar), bar, page
    window.hide()


def test_a_short_message_lies_in_the_free_part_of_the_bar(roomy: tuple[Toasts, Bar, QWidget]) -> None:
    toasts, _, _ = roomy
    toasts.tell("done", "Het stukje is opgeslagen.")
    assert QRect(640, 2, 390, 56).contains(toasts.geometry())


def test_a_long_message_goes_to_the_foot(roomy: tuple[Toasts, Bar, QWidget]) -> None:
    toasts, _, _ = roomy
    toasts.tell("problem", LONG, "Probeer het opnieuw.")
    assert toasts.geometry().left() == 212
    assert toasts.geometry().bottom() == pytest.approx(588, abs=1)


def test_a_bar_without_room_takes_no_message(roomy: tuple[Toasts, Bar, QWidget]) -> None:
    toasts, bar, _ = roomy
    bar.free = QRect(440, 2, 150, 56)
    toasts.tell("done", "Het stukje is opgeslagen.")
    assert toasts.geometry().top() > 400


def test_a_message_at_the_foot_covers_no_button_where_the_other_side_is_free(
    roomy: tuple[Toasts, Bar, QWidget],
) -> None:
    toasts, bar, page = roomy
    bar.free = QRect()
    button = QPushButton("Bewaar", page)
    button.setGeometry(20, 540, 120, 36)
    button.show()
    toasts.tell("done", "Het stukje is opgeslagen.")
    assert toasts.geometry().right() == 1200 - 12 - 1
    assert not QRect(button.mapTo(toasts.parentWidget(), QPoint()), button.size()).intersects(toasts.geometry())


def test_a_message_does_not_lie_over_what_is_being_typed(roomy: tuple[Toasts, Bar, QWidget]) -> None:
    toasts, bar, page = roomy
    bar.free = QRect()
    field = QLineEdit(page)
    field.setGeometry(20, 500, 400, 90)
    field.show()
    field.setFocus()
    toasts.tell("done", "Het stukje is opgeslagen.")
    assert toasts.geometry().left() > 600
