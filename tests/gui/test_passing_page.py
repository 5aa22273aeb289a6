from pathlib import Path

import msgspec
import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from baken.gui import labels
from baken.gui.passing_page import PassingPage
from baken.gui.passing_strands import ChoiceRow
from baken.gui.runner import Runner
from baken.model.codes import Basis, EntityType, SignalState
from baken.model.commands import RecordObservation, SaveSignal
from baken.model.forms import Strand
from baken.model.ids import EntityId
from baken.model.records import Entity, Observation, When

from .pages import button, texts
from .vaults import ask, office, signal_about, youth_named


def opened(runner: Runner, qtbot: QtBot, target: str) -> PassingPage:
    page = PassingPage(runner)
    qtbot.addWidget(page)
    page.resize(1158, 676)
    page.show()
    page.open(target)
    if target:
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
    return page


def words_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(document[index].get_textpage().get_text_range() for index in range(len(document)))
    finally:
        document.close()


def test_the_menu_entry_asks_which_signal_goes(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, "")
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(page))
        assert "Which signal do you pass on?" in texts(page)


def test_the_paper_is_shown_as_it_prints_and_thoughts_stay_behind(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        shown = texts(page)
        assert any(text.startswith("1 of ") for text in shown)
        assert "what mentors think" in shown
        assert "No legal basis chosen yet; the paper says so." in shown


def test_what_is_saved_is_the_paper_on_the_screen_with_its_choices_and_is_recorded(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with office(tmp_path, qtbot) as runner:
        signal = signal_about(runner, qtbot, "Yousef").id
        page = opened(runner, qtbot, signal)
        before = len(ask(runner, qtbot, lambda workspace: workspace.signal(signal)).disclosures)
        pieces = ask(runner, qtbot, lambda workspace: workspace.signal(signal)).observations
        golf = next(row for row in pieces if "Grijze Golf 10 min" in row.text)
        page.editor.strands.chosen.emit(str(golf.id), Strand.TEXT, False)
        page.editor.basis.setCurrentIndex(page.editor.basis.findText(labels.basis(Basis.CONSENT)))
        page.editor.basis.activated.emit(page.editor.basis.currentIndex())
        qtbot.keyClicks(page.editor.purpose, "Onderzoek")
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        target = tmp_path / "F6.pdf"
        with qtbot.waitSignal(page.told, timeout=20_000):
            page.save_to(target)
        printed = words_of(target)
        assert "Onderzoek" in printed
        assert "Grijze Golf 10 min" not in printed
        disclosures = ask(runner, qtbot, lambda workspace: workspace.signal(signal)).disclosures
        assert len(disclosures) == before + 1
        assert any(row.basis is Basis.CONSENT and row.recipient == "AVIM" for row in disclosures)


def test_each_recipient_keeps_its_own_text(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        own = page.editor.text.text()
        qtbot.keyClicks(page.editor.text.edit, "Alleen voor AVIM. ")
        page.editor.changed.emit()
        qtbot.mouseClick(button(page, "Nidos"), Qt.MouseButton.LeftButton)
        assert page.editor.text.text() == own
        qtbot.mouseClick(button(page, "AVIM"), Qt.MouseButton.LeftButton)
        assert page.editor.text.text().startswith("Alleen voor AVIM. ")
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)


def test_what_was_left_out_but_still_stands_in_the_text_is_pointed_out(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        assert not any("Left out, but still in the text" in text for text in texts(page))
        page.editor.show_empty(msgspec.structs.replace(page.shown_data, youths=(), danger=None, exploitation=()))
        assert any(text.startswith("Empty: youth, is there danger now, suspected form") for text in texts(page))
        plate = next(line for line in page.editor.lines() if "AE-000-Q" in line.text)
        page.editor.strands.chosen.emit(str(plate.piece), plate.strand, False)
        assert any("AE-000-Q" in text and "Left out" in text for text in texts(page))
        assert "1 sentence(s) still to choose" in " ".join(texts(page))
        assert page.editor.text.edit.extraSelections()
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)


def test_a_sentence_that_is_left_out_is_not_on_the_paper_and_is_named_as_withheld(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        last = page.editor.passages()[-1].text
        row = page.editor.strands.findChildren(ChoiceRow)[len(page.editor.passages()) - 1]
        qtbot.mouseClick(button(row, "Leave out"), Qt.MouseButton.LeftButton)
        assert any("sentence(s) of the text" in text for text in texts(page.editor.withheld))
        assert last in page.editor.text.text()
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        target = tmp_path / "F6.pdf"
        with qtbot.waitSignal(page.told, timeout=20_000):
            page.save_to(target)
        assert last.split()[-1] not in " ".join(words_of(target).split("Waarnemingen")[0].split())
        qtbot.mouseClick(button(row, "Keep"), Qt.MouseButton.LeftButton)
        assert not any("sentence(s) of the text" in text for text in texts(page.editor.withheld))
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)


def test_at_1366_by_768_text_three_passages_what_stays_and_the_footer_are_in_view(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        qtbot.waitUntil(page.editor.empty.isVisible)
        editor = page.editor

        def in_view(part: QWidget) -> bool:
            return part.visibleRegion().boundingRect().height() == part.height()

        assert all(map(in_view, (editor.text, editor.withheld, editor.empty, button(editor, "Save as PDF"))))
        assert sum(map(in_view, editor.strands.findChildren(ChoiceRow))) >= 3


def test_arrows_choose_the_recipient_and_what_is_empty_leads_to_its_field(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        page.window().activateWindow()
        tab = button(page, "AVIM")
        tab.setFocus()
        qtbot.waitUntil(tab.hasFocus)
        qtbot.keyClick(tab, Qt.Key.Key_Right)
        assert page.editor.form().recipient == "EMM"
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        assert any(text.startswith("Empty: ") and "purpose" in text for text in texts(page))
        qtbot.mouseClick(button(page, "Fill in"), Qt.MouseButton.LeftButton)
        assert page.focusWidget() is page.editor.purpose
        qtbot.keyClicks(page.editor.purpose, "Onderzoek")
        qtbot.mouseClick(button(page, "Fill in"), Qt.MouseButton.LeftButton)
        assert page.focusWidget() is page.editor.told
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)


def test_the_paper_can_have_the_whole_width_to_be_read(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, signal_about(runner, qtbot, "Yousef").id)
        before = page.preview.paper.width()
        qtbot.mouseClick(button(page, "Larger, to read"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.preview.paper.width() > 2 * before)
        assert not page.editor.isVisible()
        page.grab()
        qtbot.mouseClick(button(page, "Beside the choices"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(page.editor.isVisible)


def test_a_person_is_a_choice_of_its_own_and_stays_when_the_words_that_name_it_stay(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with office(tmp_path, qtbot) as runner:
        simo = Entity(type=EntityType.PERSON, value="Simo - man met de Golf")
        observation = Observation(
            text="Kwam laat terug.", quote="Simo bracht mij weg.", when=When(start="2025-10-17"), entities=(simo,)
        )
        youth = youth_named(runner, qtbot, "Yousef")
        record = RecordObservation(observation=observation, about=(youth.id,))
        piece = EntityId(ask(runner, qtbot, lambda workspace: workspace.execute(record)).id)
        save = SaveSignal(about=(youth.id,), observations=(piece,), facts="Hij kwam laat terug.")
        signal = EntityId(ask(runner, qtbot, lambda workspace: workspace.execute(save)).id)
        page = opened(runner, qtbot, signal)
        assert [each.kept for each in page.editor.persons()] == [True]
        row = page.editor.strands.findChildren(ChoiceRow)[-1]
        assert any("person" in text and "named in a piece" in text for text in texts(row))

        page.editor.strands.chosen.emit(str(piece), Strand.QUOTE, False)
        assert [each.kept for each in page.editor.persons()] == [False]
        assert any("Simo" in text for text in texts(page.editor.withheld))
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        with qtbot.waitSignal(page.told, timeout=20_000):
            page.save_to(tmp_path / "F6.pdf")
        saved = words_of(tmp_path / "F6.pdf")
        assert "laat terug" in saved
        assert "Simo" not in saved
        assert "Golf" not in saved

        for word, kept in (("Keep", True), ("Leave out", False)):
            row = page.editor.strands.findChildren(ChoiceRow)[-1]
            qtbot.mouseClick(button(row, word), Qt.MouseButton.LeftButton)
            assert [each.kept for each in page.editor.persons()] == [kept]
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)


def test_the_saved_paper_stays_on_the_screen_and_its_concept_becomes_passed_on(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        record = RecordObservation(
            observation=Observation(text="Laat terug.", when=When(start="2025-10-17")), about=(youth.id,)
        )
        piece = EntityId(ask(runner, qtbot, lambda workspace: workspace.execute(record)).id)
        save = SaveSignal(about=(youth.id,), observations=(piece,), facts="Hij kwam laat terug.")
        signal = EntityId(ask(runner, qtbot, lambda workspace: workspace.execute(save)).id)
        page = opened(runner, qtbot, signal)
        runner.changed.connect(page.touched)
        assert page.shown_data is not None
        before = page.shown_data.copy_number
        with qtbot.waitSignal(page.told, timeout=20_000):
            page.save_to(tmp_path / "F6.pdf")
        now = ask(runner, qtbot, lambda workspace: workspace.signal(signal))
        assert (now.state, now.facts) == (SignalState.PASSED_ON, "Hij kwam laat terug.")
        assert [row.copy_number for row in now.disclosures] == [before]
        assert f"exemplaar {before}" in words_of(tmp_path / "F6.pdf")
        page.refresh()
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        assert (page.shown_data.copy_number, page.shown_data.shared_with) == (before, ())

        qtbot.mouseClick(button(page, "Nidos"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: page.is_paper_ready, timeout=20_000)
        assert page.shown_data.copy_number != before
        assert [shared.recipient for shared in page.shown_data.shared_with] == ["AVIM"]
