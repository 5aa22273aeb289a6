from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui import language
from baken.gui.drafts import Drafts
from baken.gui.runner import Runner, Workspace
from baken.gui.said import say_day
from baken.gui.signal_form import decode_signal_form
from baken.gui.signal_forms import FormsRow
from baken.gui.signal_list import groups_of
from baken.gui.signal_page import SignalPage, ask_signals
from baken.gui.signal_picker import IndicatorPicker
from baken.model.catalogue import load_catalogue
from baken.model.codes import Danger, SignalState
from baken.model.commands import SaveSignal
from baken.model.views import ObservationRow
from baken.store.drafts import DraftStore

from .pages import button, texts
from .vaults import ask, office, signal_about, youth_named


def opened(runner: Runner, qtbot: QtBot, target: str) -> SignalPage:
    page = SignalPage(runner)
    qtbot.addWidget(page)
    page.resize(1158, 676)
    page.show()
    page.open(target)
    if target:
        qtbot.waitUntil(lambda: page.builder.form().entity == target)
        qtbot.waitUntil(lambda: page.builder.pieces.model.rowCount() > 0)
    return page


def test_the_list_names_whom_a_signal_is_about_and_where_it_stands(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, "")
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(page))
        assert "passed on" in texts(page)


def test_the_list_puts_signals_under_where_they_stand_what_asks_for_a_decision_first(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with office(tmp_path, qtbot) as runner:
        signal = signal_about(runner, qtbot, "Yousef").id
        for state, over in (
            (SignalState.CONCEPT, "Not passed on yet"),
            (SignalState.FOLLOWED, "Not passed on yet"),
            (SignalState.PASSED_ON, "Passed on"),
            (SignalState.CLOSED, "Decided not to pass on, or closed"),
            (SignalState.NOT_PASSED_ON, "Decided not to pass on, or closed"),
        ):
            save = SaveSignal(entity=signal, state=state)
            ask(runner, qtbot, partial(Workspace.execute, command=save))
            rows = ask(runner, qtbot, ask_signals)
            groups = {row.id: word for word, mine in groups_of(rows) for row in mine}
            assert groups[signal] == over
            assert len(groups) == len(rows)
        page = opened(runner, qtbot, "")
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(page))
        words = [text for text in texts(page) if text in groups.values()]
        assert words == [word for word, _ in groups_of(rows)]


def test_a_signal_shows_its_argument_and_what_its_pieces_speak_of_without_a_sum(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        shown = texts(page)
        assert {"What do we see?", "Act", "Means", "Purpose", "with pieces", "not needed for a child"} <= set(shown)
        assert "What pieces speak of. No score, no verdict." in shown
        assert "Grijze" not in page.builder.other.area.text()
        assert not any(text.strip().rstrip("%").isdigit() for text in shown)


def test_a_signal_says_whose_it_is_and_where_it_stands_in_its_title(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        assert {"Signal:", "of Anouk"} <= set(texts(page))
        assert page.builder.state.currentText() == "passed on"
        assert any(text.startswith("saved ") for text in texts(page.builder))
        state = page.builder.state
        qtbot.waitUntil(lambda: state.width() == state.sizeHint().width())
        wide = state.width()
        state.setCurrentIndex(list(SignalState).index(SignalState.CLOSED))
        qtbot.waitUntil(lambda: state.width() == state.sizeHint().width() < wide)
        state.setCurrentIndex(list(SignalState).index(SignalState.NOT_PASSED_ON))
        qtbot.waitUntil(lambda: state.width() == state.sizeHint().width() > wide)


def test_the_frame_of_a_text_is_as_high_as_the_text(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, "")
        page.start_new()
        area = page.builder.unknown.area
        low = area.height()
        qtbot.waitUntil(page.builder.unknown.isVisible)
        area.set_text("\n".join("een regel" for _ in range(6)))
        qtbot.waitUntil(lambda: area.height() > 2 * low)
        area.set_text("\n".join("een regel" for _ in range(60)))
        qtbot.waitUntil(lambda: area.height() < page.height())


def test_a_tick_can_be_undone_and_done_again(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        model = page.builder.pieces.model
        row = next(
            model.index(i, 0)
            for i in range(model.rowCount())
            if model.row_at(model.index(i, 0)).id not in page.builder.form().observations
        )
        before = page.builder.form()
        model.toggle(row)
        after = page.builder.form()
        assert len(after.observations) == len(before.observations) + 1
        page.builder.undo_stack.undo()
        assert page.builder.form() == before
        page.builder.undo_stack.redo()
        assert page.builder.form() == after


def test_undo_leaves_typed_text_alone(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Is there danger now? I don't know"), Qt.MouseButton.LeftButton)
        qtbot.keyClicks(page.builder.facts.area.edit, "Nieuw. ")
        page.builder.undo_stack.undo()
        assert page.builder.form().danger is None
        assert page.builder.form().facts.startswith("Nieuw. ")


def test_what_changed_is_saved_and_nothing_else(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        signal = signal_about(runner, qtbot, "Yousef").id
        page = opened(runner, qtbot, signal)
        qtbot.mouseClick(button(page, "Is there danger now? no"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.told):
            qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
        saved = ask(runner, qtbot, lambda workspace: workspace.signal(signal))
        assert saved.danger is Danger.NO
        qtbot.waitUntil(lambda: page.builder.form().base == saved.heads)
        with qtbot.assertNotEmitted(runner.changed):
            page.save()


def test_a_new_signal_about_a_youth_is_saved_with_its_pieces(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        page = opened(runner, qtbot, "")
        page.start_new((youth,))
        model = page.builder.pieces.model
        qtbot.waitUntil(lambda: model.rowCount() > 0)
        assert all(youth in model.row_at(model.index(i, 0)).about for i in range(model.rowCount()))
        model.toggle(model.index(0, 0))
        qtbot.keyClicks(page.builder.facts.area.edit, "Twee keer opgehaald.")
        with qtbot.waitSignal(runner.changed) as changed:
            qtbot.mouseClick(button(page, "Save"), Qt.MouseButton.LeftButton)
        assert changed.args is not None
        saved = ask(runner, qtbot, lambda workspace: workspace.signal(changed.args[0].id))
        assert saved.facts == "Twee keer opgehaald."
        assert saved.about == (youth,)
        assert len(saved.observations) == 1


def test_an_indicator_is_chosen_from_the_list_with_its_source_and_rests_on_a_piece(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Add"), Qt.MouseButton.LeftButton)
        picker = page.builder.picker
        qtbot.keyClicks(picker.filter, "BEH-01")
        assert picker.model.rowCount() == 1
        assert "UNODC-G" in picker.model.index(0, 0).data()
        qtbot.keyClick(picker.filter, Qt.Key.Key_Return)
        chosen = page.builder.form().indicators[-1]
        assert chosen.tag.id == "BEH-01"
        assert chosen.pieces == ()
        row = ask_first_piece(page)
        qtbot.mouseClick(button(page, f"Rests on {say_day(row.when)}"), Qt.MouseButton.LeftButton)
        assert page.builder.form().indicators[-1].pieces == (row.id,)
        qtbot.mouseClick(button(page, f"Take out: {wording('BEH-01')}"), Qt.MouseButton.LeftButton)
        assert "BEH-01" not in {each.tag.id for each in page.builder.form().indicators}
        page.grab()


def test_a_change_is_stored_as_a_draft_under_the_signals_own_id(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        signal = signal_about(runner, qtbot, "Yousef").id
        drafts = Drafts(DraftStore(tmp_path / "drafts", bytes(32)))
        page = SignalPage(runner)
        qtbot.addWidget(page)
        page.use_drafts(drafts)
        page.show()
        page.open(signal)
        qtbot.waitUntil(lambda: page.builder.form().entity == signal)
        with qtbot.waitSignal(drafts.stored) as stored:
            qtbot.keyClicks(page.builder.facts.area.edit, "Aangevuld. ")
        assert stored.args == [signal]
        found: list[bytes] = []
        drafts.load(signal, found.append)
        qtbot.waitUntil(lambda: bool(found))
        assert decode_signal_form(found[0]).facts.startswith("Aangevuld. ")
        again = SignalPage(runner)
        qtbot.addWidget(again)
        again.use_drafts(drafts)
        again.open(signal)
        qtbot.waitUntil(lambda: again.builder.form().facts.startswith("Aangevuld. "))
        drafts.close()


def ask_first_piece(page: SignalPage) -> ObservationRow:
    """The first piece in the list that is in the signal."""
    model = page.builder.pieces.model
    rows = (model.row_at(model.index(i, 0)) for i in range(model.rowCount()))
    return next(row for row in rows if row.id in page.builder.form().observations)


def wording(code: str) -> str:
    """The wording of an indicator in the language of the window."""
    indicator = load_catalogue().find(code)
    assert indicator is not None
    return indicator.wording(language.current())


def test_every_piece_names_its_youths_and_those_of_ticked_pieces_are_offered(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, "")
        page.start_new()
        model = page.builder.pieces.model
        qtbot.waitUntil(lambda: model.rowCount() > 0)
        youth = youth_named(runner, qtbot, "Yousef")
        indexes = [model.index(number, 0) for number in range(model.rowCount())]
        mine = next(index for index in indexes if any(each.id == youth.id for each in model.row_at(index).about))
        assert "Yousef Darwish" in str(mine.data())
        page.builder.pieces.list.grab()
        column = page.builder.pieces
        qtbot.keyClicks(column.filter, "niemand schreef dit")
        assert any("Nothing found for “niemand schreef dit”" in text for text in texts(column))
        column.filter.clear()
        qtbot.keyClicks(column.filter, "yousef")
        assert not any("Nothing found" in text for text in texts(column))
        indexes = [model.index(number, 0) for number in range(model.rowCount())]
        mine = next(index for index in indexes if any(each.id == youth.id for each in model.row_at(index).about))
        model.toggle(mine)
        offer = next(text for text in texts(page) if text.startswith("Ticked pieces are about"))
        qtbot.mouseClick(button(page, offer), Qt.MouseButton.LeftButton)
        assert youth.id in [each.id for each in page.builder.form().about]
        assert not any(text.startswith("Ticked pieces are about") for text in texts(page))
        assert "Youth" in texts(page)
        qtbot.waitUntil(lambda: model.rowCount() > 0)
        assert all("Yousef Darwish" in str(model.index(number, 0).data()) for number in range(model.rowCount()))


def test_suspected_forms_are_chosen_from_the_list_and_saved(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        signal = signal_about(runner, qtbot, "Yousef").id
        page = opened(runner, qtbot, signal)
        forms = page.builder.forms
        assert page.builder.form().forms == ("criminal",)
        assert button(forms, f"Take {named('criminal')} off")
        qtbot.mouseClick(button(forms, "Choose: Suspected form"), Qt.MouseButton.LeftButton)
        assert named("sexual_violence") not in texts(forms)  # kept apart: it is no trafficking
        for code in ("unknown", "labour", "criminal"):
            qtbot.mouseClick(button(forms, f"Suspected form: {named(code)}"), Qt.MouseButton.LeftButton)
        assert page.builder.form().forms == ("labour", "unknown")
        page.builder.undo_stack.undo()
        assert page.builder.form().forms == ("criminal", "labour", "unknown")
        assert button(forms, f"Suspected form: {named('criminal')}").isChecked()
        page.builder.undo_stack.redo()
        qtbot.mouseClick(button(forms, "Ready: Suspected form"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(button(forms, f"Take {named('labour')} off"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.told):
            page.save()
        assert ask(runner, qtbot, lambda workspace: workspace.signal(signal)).forms == ("unknown",)
        qtbot.mouseClick(button(forms, f"Take {named('unknown')} off"), Qt.MouseButton.LeftButton)
        assert "not chosen yet" in texts(forms)


def named(code: str) -> str:
    """The label of a form of exploitation in the language of the window."""
    return load_catalogue().form_label(code, language.current())


def test_a_form_that_is_kept_apart_or_of_a_newer_list_stays_in_the_signal(qtbot: QtBot) -> None:
    row = FormsRow(load_catalogue())
    qtbot.addWidget(row)
    row.show()
    row.set_forms(("sexual_violence", "of_tomorrow"))
    assert {named("sexual_violence"), "of_tomorrow"} <= set(texts(row))
    qtbot.mouseClick(button(row, "Choose: Suspected form"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(row.changed) as changed:
        qtbot.mouseClick(button(row, f"Suspected form: {named('unknown')}"), Qt.MouseButton.LeftButton)
    assert changed.args == [("sexual_violence", "unknown", "of_tomorrow")]
    row.set_forms(("sexual_violence", "unknown", "of_the_day_after"))
    assert "of_the_day_after" in texts(row)


def test_a_word_that_no_indicator_has_says_so_and_the_suggested_ones_find_some(qtbot: QtBot) -> None:
    picker = IndicatorPicker(load_catalogue())
    qtbot.addWidget(picker)
    picker.show()
    picker.start(())
    assert not any("Nothing found" in text for text in texts(picker))
    assert picker.filter.placeholderText()
    qtbot.keyClicks(picker.filter, "scooter")
    assert any("Nothing found for “scooter”" in text for text in texts(picker))
    for words in (picker.filter.placeholderText(), "schuld, telefoon, drugs…"):
        for word in words.rstrip("…").split(", "):
            picker.model.filter_by(word)
            assert picker.model.rowCount()
    picker.start(())
    assert not any("Nothing found" in text for text in texts(picker))
