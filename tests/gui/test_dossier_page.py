import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baken.gui.dossier_now import day_and_time
from baken.gui.dossier_page import DossierPage
from baken.gui.dossier_piece_page import PiecePage
from baken.gui.dossier_target import DOCUMENTS, inside
from baken.gui.runner import Runner
from baken.gui.timeline_list import TimelineList, TimelineModel
from baken.gui.widgets.card import Card
from baken.gui.widgets.focus_ring import FocusRing
from baken.model.codes import Source
from baken.model.commands import RecordObservation
from baken.model.records import Observation, When

from .pages import button, texts
from .vaults import ask, office, youth_named


def opened(runner: Runner, qtbot: QtBot, target: str) -> DossierPage:
    page = DossierPage(runner)
    qtbot.addWidget(page)
    page.resize(1158, 676)
    page.show()
    page.open(target)
    qtbot.waitUntil(lambda: bool(page.timeline.chosen()))
    return page


def test_a_dossier_shows_who_it_is_and_the_last_pieces_with_their_strands(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        page = opened(runner, qtbot, youth.id)
        shown = texts(page)
        assert {"Yousef Darwish", "يوسف درويش", "Last days", "Seen or heard", "The youth's own words"} <= set(shown)
        assert "mentor Fatima" in shown
        assert any("toernooi" in text for text in shown)
        assert "Passed on" in shown


def test_a_mentor_is_not_told_that_there_are_no_signals(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, is_lead=False) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        shown = set(texts(page))
        assert "Last days" in shown
        assert not shown & {"Signals", "No signals.", "Passed on", "Nothing was passed on."}
        card = next(each for each in page.now.findChildren(Card) if each.isVisible())
        assert card.width() > 0.8 * page.now.width()  # no half of the page stays empty
        page.open(inside(youth_named(runner, qtbot, "Yousef").id, DOCUMENTS))
        qtbot.waitUntil(lambda: "The safeguarding lead keeps what was passed on." in texts(page))
        assert "Nothing about this youth was passed on." not in texts(page)


def test_a_restricted_piece_is_marked_wherever_its_readers_see_it(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        when = ask(runner, qtbot, lambda workspace: workspace.observations(youth.id))[0].when
        piece = Observation(text="alleen voor wie leidt", when=when)
        command = RecordObservation(observation=piece, about=(youth.id,), restricted=True)
        made = ask(runner, qtbot, lambda workspace: workspace.execute(command))
        page = opened(runner, qtbot, f"{youth.id}#{made.id}")
        qtbot.waitUntil(lambda: "only the safeguarding lead" in texts(page))


def test_a_piece_named_with_its_youth_is_opened_on_the_timeline(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        rows = ask(runner, qtbot, lambda workspace: workspace.observations(youth.id))
        golf = next(row for row in rows if "Grijze Golf" in row.text)
        page = opened(runner, qtbot, f"{youth.id}#{golf.id}")
        qtbot.waitUntil(lambda: golf.text in texts(page))
        assert page.timeline.chosen() == golf.id
        assert "number plate AE-000-Q, vehicle grijze VW Golf" in texts(page)


def test_arrow_keys_go_from_piece_to_piece_and_f6_shows_the_same_as_a_list(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Timeline"), Qt.MouseButton.LeftButton)
        last = page.timeline.chosen()
        chart = page.timeline.chart
        qtbot.keyClick(chart, Qt.Key.Key_Left)
        assert page.timeline.chosen() != last
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        assert page.timeline.chosen() == last
        page.timeline.toggle_twin()
        listed = page.timeline.list
        model = listed.model()
        youth = youth_named(runner, qtbot, "Yousef")
        events = ask(runner, qtbot, lambda workspace: workspace.timeline(youth.id))
        assert model.rowCount() == len(events)
        row = listed.selectionModel().selectedRows()[0].row()
        assert events_in(page)[row] == last


def test_every_event_can_be_walked_and_a_stay_keeps_the_way_back(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Timeline"), Qt.MouseButton.LeftButton)
        listed = events_in(page)
        walked = [page.timeline.chosen()]
        for _ in range(len(listed)):
            qtbot.mouseClick(button(page, "Earlier"), Qt.MouseButton.LeftButton)
            walked.append(page.timeline.chosen())
        assert list(dict.fromkeys(walked)) == list(reversed(listed[: listed.index(walked[0]) + 1]))
        shown = texts(page)
        assert "Correct" not in shown  # the first of all is no piece
        assert "Later" in shown


def test_another_youth_leaves_nothing_of_the_one_before_on_the_timeline(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        first = page.timeline.chosen()
        page.open(youth_named(runner, qtbot, "Saba").id)
        assert page.timeline.chosen() == ""
        qtbot.waitUntil(lambda: bool(page.timeline.chosen()))
        assert page.timeline.chosen() != first
        assert page.timeline.chosen() in events_in(page)


def test_the_documents_can_be_opened_from_elsewhere(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        page = opened(runner, qtbot, inside(youth.id, DOCUMENTS))
        assert "Trafficking signal to AVIM" in texts(page)


def test_a_number_in_the_header_says_what_it_is(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        assert "V-number 0987600101" in texts(page)


@pytest.mark.parametrize(
    ("start", "shown"),
    [
        ("2025-11-07T16:40", ("vr 7 nov", "16:40")),
        ("2025-11-01", ("za 1 nov", "")),
        ("2025-10-31T09:00", ("vr 31 okt", "09:00")),
        ("2024-11-07T16:40", ("do 7 nov 2024", "16:40")),
        ("2025-11", ("", "")),
    ],
)
def test_every_day_of_a_list_carries_its_month(qtbot: QtBot, start: str, shown: tuple[str, str]) -> None:
    assert day_and_time(start, dt.date(2025, 11, 7)) == shown


def test_a_filter_leaves_the_same_events_in_drawing_and_list(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Timeline"), Qt.MouseButton.LeftButton)
        before = page.timeline.list.model().rowCount()
        qtbot.mouseClick(button(page, "Show: Own words only"), Qt.MouseButton.LeftButton)
        after = page.timeline.list.model().rowCount()
        assert 0 < after < before


def test_a_withdrawn_piece_stays_visible_with_its_reason(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        runner.changed.connect(page.touched)
        qtbot.mouseClick(button(page, "Timeline"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(button(page, "Withdraw"), Qt.MouseButton.LeftButton)
        assert not button(page, "Withdraw this piece").isEnabled()
        qtbot.keyClicks(QApplication.focusWidget(), "verkeerde jongere")
        with qtbot.waitSignal(runner.changed):
            qtbot.mouseClick(button(page, "Withdraw this piece"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: any("verkeerde jongere" in text for text in texts(page)))
        listed = page.timeline.list
        qtbot.waitUntil(lambda: any("withdrawn: " in text for text in cells(listed)))
        assert not [ring for ring in page.findChildren(FocusRing) if not ring_is_held(ring)]
        qtbot.mouseClick(button(page, "Important now"), Qt.MouseButton.LeftButton)
        assert "withdrawn" in texts(page.now)


def cells(listed: TimelineList) -> list[str]:
    model = listed.model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def ring_is_held(ring: FocusRing) -> bool:
    """Whether a ring lies around what has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and ring.geometry().contains(focused.geometry())


def test_correcting_hands_the_piece_to_capture(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Timeline"), Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.capture_requested) as asked:
            qtbot.mouseClick(button(page, "Correct"), Qt.MouseButton.LeftButton)
        assert asked.args is not None
        assert asked.args[0].id == page.timeline.chosen()


def test_what_was_passed_on_is_told_with_basis_and_answer(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot, youth_named(runner, qtbot, "Yousef").id)
        qtbot.mouseClick(button(page, "Documents"), Qt.MouseButton.LeftButton)
        shown = " ".join(texts(page))
        assert "Trafficking signal to AVIM" in shown
        assert "Legal basis:" in shown
        assert "rechercheur toegewezen" in shown


def test_a_piece_about_nobody_has_a_page_of_its_own(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        observation = Observation(
            text="Bestelbus bij de poort", when=When(start="2026-11-01T10:00"), source=Source.SEEN_MYSELF
        )
        made = ask(runner, qtbot, lambda workspace: workspace.execute(RecordObservation(observation=observation)))
        page = PiecePage(runner)
        qtbot.addWidget(page)
        page.show()
        page.open(made.id)
        qtbot.waitUntil(lambda: "Bestelbus bij de poort" in texts(page))


def events_in(page: DossierPage) -> list[str]:
    """The ids of the list's rows from top to bottom."""
    model = page.timeline.list.model()
    assert isinstance(model, TimelineModel)
    return [str(model.event_at(row).id) for row in range(model.rowCount())]
