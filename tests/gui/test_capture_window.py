import datetime as dt
from itertools import count

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui import language
from baken.gui.capture_editor import CaptureEditor
from baken.gui.capture_form import CaptureForm, decode_form, form_correcting
from baken.gui.capture_unchosen import UnchosenRow
from baken.gui.capture_window import CaptureWindow
from baken.gui.widgets.youth import shown_name
from baken.model.codes import Source
from baken.model.commands import CorrectObservation, RecordObservation
from baken.model.recognise import Recogniser
from baken.model.views import Recognised

from .cases import Case
from .pages import button, texts

NOW = dt.datetime.fromisoformat("2025-11-07T23:38")


@pytest.fixture
def window(qtbot: QtBot) -> CaptureWindow:
    ids = count(1)
    made = CaptureWindow(lambda: NOW, lambda: f"{next(ids):032x}")
    qtbot.addWidget(made)
    made.resize(548, 768)
    made.show()
    return made


def top(window: CaptureWindow) -> CaptureEditor:
    editor = window.editor(window.current())
    assert editor is not None
    return editor


def test_the_cursor_starts_in_the_only_mandatory_field(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    window.activateWindow()
    qtbot.waitUntil(top(window).text.edit.hasFocus)
    assert "only this is needed" in texts(window)


def test_typing_leaves_as_a_draft_by_itself(window: CaptureWindow, qtbot: QtBot) -> None:
    draft = window.add_new()
    with qtbot.waitSignal(window.draft_changed) as stored:
        qtbot.keyClicks(top(window).text.edit, "Auto bij het hek")
    assert stored.args is not None
    assert stored.args[0] == draft
    assert decode_form(stored.args[1]).text == "Auto bij het hek"
    window.draft_stored(draft)
    assert "Draft saved" in texts(window)


def test_a_lock_takes_every_change_along_at_once(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    qtbot.keyClicks(top(window).text.edit, "Auto")
    with qtbot.waitSignal(window.draft_changed, timeout=0, raising=False) as stored:
        window.store_now()
    assert stored.args is not None
    assert decode_form(stored.args[1]).text == "Auto"


def test_another_piece_gets_a_tab_of_its_own(window: CaptureWindow, qtbot: QtBot) -> None:
    first = window.add_new()
    qtbot.keyClicks(top(window).text.edit, "Auto bij het hek")
    second = window.add_new()
    assert window.tabs.ids() == (first, second)
    assert window.current() == second
    qtbot.mouseClick(button(window, "Draft Auto bij het hek"), Qt.MouseButton.LeftButton)
    assert window.current() == first
    assert top(window).form().text == "Auto bij het hek"


def test_closing_keeps_what_was_typed_and_leaves_nothing_of_an_empty_form(window: CaptureWindow, qtbot: QtBot) -> None:
    typed = window.add_new()
    qtbot.keyClicks(top(window).text.edit, "Auto")
    empty = window.add_new()
    dropped: list[str] = []
    window.draft_dropped.connect(dropped.append)
    with qtbot.waitSignals([window.emptied, window.draft_changed]):
        window.close_all()
    assert dropped == [empty]
    assert typed not in dropped


def test_saving_without_text_says_what_is_needed(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    with qtbot.assertNotEmitted(window.save_requested):
        qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert "write first what you saw or heard" in texts(window)


def test_saving_sends_the_three_strands_apart(window: CaptureWindow, qtbot: QtBot) -> None:
    draft = window.add_new()
    editor = top(window)
    qtbot.keyClicks(editor.text.edit, "Stopte bij de fietsenstalling.")
    qtbot.keyClicks(editor.quote.quote.edit, "Ze weten waar ik slaap.")
    qtbot.keyClicks(editor.thought.thought.edit, "Zelfde auto?")
    with qtbot.waitSignal(window.save_requested) as asked:
        qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    command = asked.args[1]
    assert isinstance(command, RecordObservation)
    assert command.draft == draft
    assert command.observation.text == "Stopte bij de fietsenstalling."
    assert command.observation.quote == "Ze weten waar ik slaap."
    assert command.observation.meaning == "Zelfde auto?"
    assert command.observation.when.start == "2025-11-07T23:38"
    window.saved(draft)
    assert window.current() == ""


def test_tab_goes_from_the_time_to_the_words_of_the_youth_first(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    editor = top(window)
    window.activateWindow()
    editor.when.field.setFocus()
    frame = editor.quote
    for expected in (frame.quote.edit, frame.note, frame.original):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is expected


def test_a_failed_save_loses_nothing_and_can_be_tried_again(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    qtbot.keyClicks(top(window).text.edit, "Auto")
    qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert not button(window, "Save").isEnabled()
    window.save_failed()
    assert button(window, "Save").isEnabled()
    assert top(window).form().text == "Auto"


def test_what_is_recognised_is_offered_and_linked_only_when_taken(window: CaptureWindow, qtbot: QtBot) -> None:
    case = Case()
    window.add_new()
    editor = top(window)
    with qtbot.waitSignal(window.recognise_requested) as asked:
        qtbot.keyClicks(editor.text.edit, "Yousef bij kenteken AE-000-Q")
    assert asked.args is not None
    text = asked.args[1]
    editor.show_recognised(text, Recogniser([case.youth]).find(text))
    assert {"Yousef Darwish, B12", "number plate AE-000-Q"} <= set(texts(window))
    assert editor.form().about == ()
    editor.offers.take_next()
    assert editor.form().about == (case.youth,)
    qtbot.mouseClick(button(window, "Take over number plate AE-000-Q"), Qt.MouseButton.LeftButton)
    assert [entity.value for entity in editor.form().entities] == ["AE-000-Q"]
    qtbot.mouseClick(button(window, "Take Yousef Darwish off"), Qt.MouseButton.LeftButton)
    assert editor.form().about == ()


def test_an_answer_about_older_text_is_not_shown(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    editor = top(window)
    qtbot.keyClicks(editor.text.edit, "Yousef")
    editor.show_recognised("Yous", Recogniser([Case().youth]).find("Yousef"))
    assert "Yousef Darwish, B12" not in texts(window)


@pytest.mark.parametrize(
    ("typed", "shown_back"),
    [
        ("gisteren 22u10", "do 6 nov, 22:10"),
        ("morgen", "that is still to come"),
        ("bloemkool", "not understood yet"),
        ("", "when was it?"),
    ],
)
def test_a_typed_moment_is_shown_back(window: CaptureWindow, qtbot: QtBot, typed: str, shown_back: str) -> None:
    window.add_new()
    field = top(window).when.field
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, typed)
    assert shown_back in texts(window)


def test_a_moment_not_understood_stands_in_the_way_and_stays_as_typed(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    editor = top(window)
    qtbot.keyClicks(editor.text.edit, "Auto")
    editor.when.field.selectAll()
    qtbot.keyClicks(editor.when.field, "bloemkool")
    form = editor.form()
    assert form.lacking == ("when",)
    assert decode_form(form.encode()).when_typed == "bloemkool"


def test_somebody_is_added_by_name(window: CaptureWindow, qtbot: QtBot) -> None:
    case = Case()
    window.set_known([case.youth])
    window.add_new()
    qtbot.mouseClick(button(window, "Add a youth"), Qt.MouseButton.LeftButton)
    search = top(window).about.search
    qtbot.keyClicks(search, "darwish")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert top(window).form().about == (case.youth,)


def test_hearsay_asks_from_whom(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    editor = top(window)
    qtbot.mouseClick(button(window, "heard from…"), Qt.MouseButton.LeftButton)
    assert editor.form().source is Source.HEARD_FROM_YOUTH
    qtbot.mouseClick(button(window, "seen myself"), Qt.MouseButton.LeftButton)
    assert editor.form().source is Source.SEEN_MYSELF


def test_a_correction_uses_the_same_form_and_asks_why(window: CaptureWindow, qtbot: QtBot) -> None:
    piece = Case().observations[6]
    window.add_form(form_correcting(piece))
    editor = top(window)
    assert editor.form().text == piece.versions[0].text
    qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert "write first why you correct it" in texts(window)
    qtbot.keyClicks(editor.why, "Kenteken verkeerd gelezen")
    with qtbot.waitSignal(window.save_requested) as asked:
        qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    command = asked.args[1]
    assert isinstance(command, CorrectObservation)
    assert command.why == "Kenteken verkeerd gelezen"
    assert command.observation.indicators == piece.versions[0].indicators


def test_what_is_lacking_is_said_at_its_own_field(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_form(form_correcting(Case().observations[5]))
    editor = top(window)
    qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert "write first why you correct it" in texts(window)
    assert editor._why_label.text() == "write first why you correct it"
    assert "write first why you correct it" not in editor._needed.text()
    qtbot.keyClicks(editor.why, "Kenteken verkeerd gelezen")
    editor.when.field.clear()
    qtbot.keyClicks(editor.when.field, "ooit")
    qtbot.mouseClick(button(window, "Save"), Qt.MouseButton.LeftButton)
    assert "write first when it was" in texts(editor.when)
    assert editor._why_label.text() == "Why do you correct it?"


def test_a_correction_says_of_which_piece_it_is(window: CaptureWindow) -> None:
    piece = Case().observations[5]
    draft = window.add_form(form_correcting(piece))
    form = decode_form(top(window).form().encode())
    assert form.correcting is not None
    title = form.correcting.title
    assert title
    assert f"Correction: {title}" in texts(window.tabs)
    assert any(text.startswith(f"Correction of “{title}”, ") for text in texts(window))
    window.close_draft(draft)
    window.add_new()
    assert not any(text.startswith("Correction") for text in texts(window))


def test_a_youth_in_the_text_who_is_not_chosen_is_one_press_away_above_the_button_to_save(
    window: CaptureWindow, qtbot: QtBot
) -> None:
    draft = window.add_new()
    youth = Case().youth
    editor = top(window)
    editor.text.set_text(f"{youth.name} stapte in")
    found = Recognised(start=0, end=len(youth.name), what="jongere", youth=youth)
    editor.show_recognised(editor.text.text(), (found,))
    row = window.findChildren(UnchosenRow)[0]
    assert row.isVisible()
    assert {"Recognised, not chosen", f"{shown_name(youth)}, {youth.room}"} <= set(texts(row))
    save = button(window, "Save")
    assert row.mapTo(window, row.rect().bottomLeft()).y() < save.mapTo(window, save.rect().topLeft()).y()
    chip = button(row, f"Take over {shown_name(youth)}, {youth.room}")
    editor.show_recognised(editor.text.text(), (found,))
    assert button(row, f"Take over {shown_name(youth)}, {youth.room}") is chip
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert editor.form().about == (youth,)
    assert not row.isVisible()
    qtbot.mouseClick(button(window, f"Take {shown_name(youth)} off"), Qt.MouseButton.LeftButton)
    assert row.isVisible()
    window.close_draft(draft)
    window.add_new()
    assert not row.isVisible()


def test_a_draft_says_that_it_was_put_away_until_it_is_opened_again(window: CaptureWindow, qtbot: QtBot) -> None:
    draft = window.add_new()
    with qtbot.waitSignal(window.draft_changed) as open_still:
        qtbot.keyClicks(top(window).text.edit, "Auto")
    with qtbot.waitSignal(window.draft_changed) as put_away:
        window.close_draft(draft)
    assert open_still.args is not None
    assert put_away.args is not None
    assert not decode_form(open_still.args[1]).is_put_away
    closed = decode_form(put_away.args[1])
    assert closed.is_put_away
    with qtbot.waitSignal(window.draft_changed) as opened:
        window.add_form(closed, draft)
    assert opened.args is not None
    assert decode_form(opened.args[1]) == top(window).form()
    assert not top(window).form().is_put_away


def test_every_part_of_a_form_survives_the_editor(window: CaptureWindow) -> None:
    piece = Case().observations[5]
    form = form_correcting(piece)
    window.add_form(form)
    assert top(window).form() == form


def test_a_blank_form_keeps_the_minute_at_which_it_was_opened(window: CaptureWindow) -> None:
    window.add_about(Case().youth)
    form = top(window).form()
    assert form.is_blank
    assert form == CaptureForm(when=form.when, about=(Case().youth,))


def test_a_draft_is_said_in_the_language_of_now(window: CaptureWindow, qtbot: QtBot) -> None:
    window.add_new()
    try:
        language.use("nl")
        assert "Nog niets getypt" in texts(window)
        in_dutch = top(window).when.typed()
        qtbot.keyClicks(top(window).text.edit, "Auto bij het hek")
        language.use("en")
        assert "Nothing typed yet" not in texts(window)
        assert top(window).when.typed() != in_dutch
    finally:
        language.forget()
