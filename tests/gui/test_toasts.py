"""Messages over a page: readable at once, out of the way of each other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
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
