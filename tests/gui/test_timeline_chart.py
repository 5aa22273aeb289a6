import msgspec
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from baken.gui.timeline_chart import TimelineChart, event_icon
from baken.gui.timeline_filter import Filter, shown
from baken.gui.timeline_list import TimelineList
from baken.gui.timeline_paint import item_rect
from baken.gui.timeline_span import day_of
from baken.model.views import TimelineEvent

from .cases import NOW, Case


def drawn(qtbot: QtBot) -> tuple[TimelineChart, tuple[TimelineEvent, ...]]:
    case = Case()
    events = shown(case.timeline(), Filter.ALL)
    chart = TimelineChart()
    qtbot.addWidget(chart)
    chart.resize(1110, chart.sizeHint().height())
    chart.show_events(events, arrival=case.minor["arrival"], today=day_of(NOW) or 0.0)
    chart.show()
    return chart, events


def point_on(chart: TimelineChart, events: tuple[TimelineEvent, ...], words: str) -> QPoint:
    """The middle of the item that carries the event with these words."""
    index = next(index for index, event in enumerate(events) if event.label.startswith(words))
    item = next(item for item in chart.layout_of_events().items if index in item.events)
    return item_rect(item, chart.lanes_width()).center().toPoint()


def test_a_press_chooses_what_lies_there_and_the_next_of_a_stack(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    chosen: list[str] = []
    chart.event_chosen.connect(chosen.append)
    chart.zoom(-5)
    at = point_on(chart, events, "Kijkt de hele")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert len(set(chosen)) == 2
    assert set(chosen) <= {str(event.id) for event in events}


def test_a_press_beside_everything_chooses_nothing(qtbot: QtBot) -> None:
    chart, _ = drawn(qtbot)
    with qtbot.assertNotEmitted(chart.event_chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def test_plus_looks_closer_and_minus_goes_back(qtbot: QtBot) -> None:
    chart, _ = drawn(qtbot)
    whole = chart.months_in_sight()
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    qtbot.keyClick(chart, Qt.Key.Key_Plus)
    assert chart.months_in_sight() != whole
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    qtbot.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.months_in_sight() == whole


def test_going_back_in_time_moves_a_close_view_along(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    chart.choose(str(events[-1].id))
    chart.zoom(4)
    first = next(event for event in events if event.what == "observation")
    chart.choose(str(first.id))
    position = [event.id for event in events].index(first.id)
    assert any(position in item.events for item in chart.layout_of_events().items)


def test_what_is_chosen_is_told_to_assistive_technology(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    assert "F6" in chart.accessibleDescription()
    chart.choose(str(events[-1].id))
    assert events[-1].label in chart.accessibleDescription()


def test_pointing_at_a_stack_tells_every_event_in_it(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    chart.zoom(-5)
    at = point_on(chart, events, "Kijkt de hele")
    QApplication.sendEvent(chart, QHelpEvent(QHelpEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
    assert len(QToolTip.text().splitlines()) > 1
    QToolTip.hideText()


def test_the_list_twin_holds_every_event_of_the_drawing(qtbot: QtBot) -> None:
    _, events = drawn(qtbot)
    twin = TimelineList()
    qtbot.addWidget(twin)
    twin.show_events(events)
    model = twin.model()
    assert model.rowCount() == len(events)
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["When", "About", "What"]
    assert "before arrival" in model.index(0, 0).data()
    with qtbot.waitSignal(twin.event_chosen) as chosen:
        twin.selectRow(3)
    assert chosen.args == [str(events[3].id)]
    with qtbot.assertNotEmitted(twin.event_chosen):
        twin.choose(str(events[5].id))
    assert twin.currentIndex().row() == 5


def test_the_days_in_view_stay_when_the_events_change_and_another_dossier_starts_over(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    opened = chart.months_in_sight()
    chart.zoom(-5)
    away = chart.months_in_sight()
    assert away != opened
    chart.show_events(events[:-1], arrival=Case().minor["arrival"], today=day_of(NOW) or 0.0)
    assert chart.months_in_sight() == away
    chart.start_over()
    chart.show_events(events, arrival=Case().minor["arrival"], today=day_of(NOW) or 0.0)
    assert chart.months_in_sight() == opened


def test_a_withdrawn_piece_is_drawn_apart_and_told_in_words(qtbot: QtBot) -> None:
    chart, events = drawn(qtbot)
    before = chart.grab().toImage()
    gone = tuple(msgspec.structs.replace(event, withdrawn=event.what == "observation") for event in events)
    chart.show_events(gone, arrival=Case().minor["arrival"], today=day_of(NOW) or 0.0)
    assert chart.grab().toImage() != before
    piece = next(event for event in gone if event.withdrawn)
    chart.choose(str(piece.id))
    assert chart.accessibleDescription().endswith("(withdrawn)")
    twin = TimelineList()
    qtbot.addWidget(twin)
    twin.show_events(gone)
    assert twin.model().index(gone.index(piece), 2).data().startswith("withdrawn: ")


def test_icons_in_the_drawing_say_what_it_is(qtbot: QtBot) -> None:
    case = Case()
    by_kind = {event.what: event for event in case.timeline()}
    assert event_icon(by_kind["placement"]) == "bed"
    assert event_icon(by_kind["route"]) == "flag"
