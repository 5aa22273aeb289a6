"""Who may read a piece: asked beside every new one, proposed by the youth's own words, chosen by a person."""

import datetime as dt
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui import language
from baken.gui.capture_audience import AudienceRow
from baken.gui.capture_editor import CaptureEditor
from baken.gui.capture_form import CaptureForm, decode_form, form_correcting
from baken.gui.capture_window import CaptureWindow
from baken.model.commands import RecordObservation

from .cases import Case
from .pages import texts
from .screens import speaking

NOW = dt.datetime.fromisoformat("2025-11-07T23:38")
PROPOSAL = "This may be about sexual violence. Do you keep it to the safeguarding lead?"
CHOSEN = "The safeguarding lead reads it, and so do you. The team does not."


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[CaptureWindow]:
    ids = count(1)
    with speaking("en"):
        made = CaptureWindow(lambda: NOW, lambda: f"{next(ids):032x}")
        qtbot.addWidget(made)
        made.resize(548, 768)
        made.show()
        made.add_new()
        yield made


def top(window: CaptureWindow) -> CaptureEditor:
    editor = window.editor(window.current())
    assert editor is not None
    return editor


def row(window: CaptureWindow) -> AudienceRow:
    return top(window).audience


def test_a_piece_is_for_the_team_until_somebody_chooses(window: CaptureWindow, qtbot: QtBot) -> None:
    assert {"Who may read this?", "team", "only the safeguarding lead"} <= set(texts(window))
    assert not top(window).form().restricted
    with qtbot.waitSignal(top(window).changed):
        qtbot.keyClick(row(window)._lead, Qt.Key.Key_Space)
    assert top(window).form().restricted
    assert CHOSEN in texts(window)
    qtbot.keyClick(row(window)._team, Qt.Key.Key_Space)
    assert not top(window).form().restricted
    assert CHOSEN not in texts(window)


def test_the_choice_is_in_the_draft_and_in_what_is_saved(window: CaptureWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(top(window).text.edit, "Zij vertelde iets")
    qtbot.keyClick(row(window)._lead, Qt.Key.Key_Space)
    form = top(window).form()
    assert decode_form(form.encode()) == form
    command = form.command(None)
    assert isinstance(command, RecordObservation)
    assert command.restricted
    top(window).set_form(CaptureForm())
    assert not top(window).form().restricted
    top(window).set_form(form)
    assert top(window).form().restricted
    assert CHOSEN in texts(window)


def test_the_youths_own_words_propose_and_never_choose(window: CaptureWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(top(window).text.edit, "Zij vertelde over seksueel geweld")
    assert PROPOSAL not in texts(window)  # what staff saw and heard is theirs to weigh
    qtbot.keyClicks(top(window).quote.quote.edit, "hij wilde seks")
    assert PROPOSAL in texts(window)
    assert not top(window).form().restricted
    qtbot.keyClick(row(window)._lead, Qt.Key.Key_Space)
    assert PROPOSAL not in texts(window)
    qtbot.keyClick(row(window)._team, Qt.Key.Key_Space)
    assert PROPOSAL in texts(window)
    top(window).quote.quote.edit.clear()
    assert PROPOSAL not in texts(window)


def test_a_draft_with_such_words_proposes_again_when_it_is_opened(window: CaptureWindow) -> None:
    top(window).set_form(CaptureForm(text="Zij vertelde", quote="hij wilde seks"))
    assert PROPOSAL in texts(window)


def test_a_correction_asks_nothing_because_it_is_read_like_its_piece(window: CaptureWindow) -> None:
    window.add_form(form_correcting(Case().observations[5]))
    assert not row(window).isVisible()


def test_it_is_said_in_the_language_of_now(window: CaptureWindow) -> None:
    language.use("nl")
    assert {"Wie mag dit lezen?", "alleen aandachtsfunctionaris"} <= set(texts(window))
