from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui import language
from baken.gui.drafts import Drafts
from baken.gui.runner import Runner
from baken.gui.said import say_day
from baken.gui.signal_form import decode_signal_form
from baken.gui.signal_page import SignalPage
from baken.gui.signal_picker import IndicatorPicker
from baken.model.catalogue import load_catalogue
from baken.model.codes import Danger
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


def test_pieces_are_named_until_a_youth_is_and_their_youths_are_offered(tmp_path: Path, qtbot: QtBot) -> None:
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
        model.toggle(mine)
        offer = next(text for text in texts(page) if text.startswith("Ticked pieces are about"))
        qtbot.mouseClick(button(page, offer), Qt.MouseButton.LeftButton)
        assert youth.id in [each.id for each in page.builder.form().about]
        assert not any(text.startswith("Ticked pieces are about") for text in texts(page))
        assert "Youth" in texts(page)


def test_a_word_that_no_indicator_has_says_so_and_the_suggested_ones_find_some(qtbot: QtBot) -> None:
    picker = IndicatorPicker(load_catalogue())
    qtbot.addWidget(picker)
    picker.show()
    picker.start(())
    assert not any("Nothing found" in text for text in texts(picker))
    qtbot.keyClicks(picker.filter, "scooter")
    assert any("Nothing found" in text for text in texts(picker))
    for words in (picker.filter.placeholderText(), "schuld, telefoon, drugs…"):
        for word in words.rstrip("…").split(", "):
            picker.model.filter_by(word)
            assert picker.model.rowCount()
    picker.start(())
    assert not any("Nothing found" in text for text in texts(picker))
