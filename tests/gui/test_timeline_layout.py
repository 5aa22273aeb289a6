from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from baken.gui.timeline_layout import LANES, Item, Layout, Shape, place
from baken.gui.timeline_period import View, whole_view, zoomed
from baken.gui.timeline_span import day_of
from baken.model.codes import Precision, Source
from baken.model.ids import EntityId
from baken.model.records import When
from baken.model.views import TimelineEvent

ARRIVAL = "2025-09-08"
TODAY = date(2025, 11, 7).toordinal() + 0.99
WIDTH = 978.0


def measure(text: str) -> float:
    return 7.0 * len(text)


def name_range(events: Sequence[TimelineEvent]) -> str:
    return f"{events[0].when.start[8:10]}–{events[-1].when.start[8:10]}"


def piece(start: str, lane: str = "gedrag", label: str = "") -> TimelineEvent:
    return TimelineEvent(
        id=EntityId(start),
        lane=lane,
        what="observation",
        when=When(start=start),
        label=label,
        source=Source.SEEN_MYSELF,
    )


def lay(events: Sequence[TimelineEvent], width: float = WIDTH, view: View | None = None) -> Layout:
    whole = whole_view(events, ARRIVAL, TODAY)
    return place(
        events,
        view=view or whole,
        whole=whole,
        today=TODAY,
        width=width,
        measure=measure,
        name_range=name_range,
    )


ROUTE = (
    TimelineEvent(
        id=EntityId("r1"),
        lane="route",
        what="route",
        when=When(start="2024-06", end="2024-08", precision=Precision.SEASON),
        label="Istanbul, zomer 2024",
        before_arrival=True,
    ),
    TimelineEvent(
        id=EntityId("r0"),
        lane="route",
        what="route",
        when=When(start="2023", precision=Precision.ABOUT),
        label="rond 2023",
        before_arrival=True,
    ),
)


def test_the_whole_view_runs_from_the_month_of_arrival_until_a_week_after_now() -> None:
    whole = whole_view([piece("2025-09-11T19:40")], ARRIVAL, TODAY)
    assert whole.first == day_of("2025-09-01")
    assert whole.last == TODAY + 7


def test_a_stay_without_arrival_date_starts_at_its_first_event() -> None:
    assert whole_view([piece("2025-10-11T19:40")], "", TODAY).first == day_of("2025-10-01")


def test_pieces_far_apart_are_separate_marks_in_order_of_time() -> None:
    layout = lay([piece("2025-10-20T10:00"), piece("2025-09-10T10:00")])
    assert [(item.shape, item.events) for item in layout.items] == [(Shape.MARK, (1,)), (Shape.MARK, (0,))]


def test_pieces_that_would_touch_become_a_stack_named_by_its_dates() -> None:
    layout = lay([piece("2025-10-02T10:00"), piece("2025-10-03T10:00"), piece("2025-10-05T10:00")])
    (stack,) = layout.items
    assert stack.shape is Shape.STACK
    assert stack.events == (0, 1, 2)
    assert stack.label == "02–05"


def test_looking_closer_takes_a_stack_apart() -> None:
    events = [piece("2025-10-02T10:00"), piece("2025-10-04T10:00")]
    whole = whole_view(events, ARRIVAL, TODAY)
    around = day_of("2025-10-03")
    assert around is not None
    close = zoomed(whole, whole, 0.2, around)
    assert len(lay(events).items) == 1
    assert [item.shape for item in lay(events, view=close).items] == [Shape.MARK, Shape.MARK]


def test_looking_away_never_shows_more_than_the_whole_stay() -> None:
    whole = View(first=0.0, last=100.0)
    assert zoomed(View(first=40.0, last=60.0), whole, 100.0, 50.0) == whole
    edge = zoomed(whole, whole, 0.5, 99.0)
    assert (edge.first, edge.last) == (49.5, 99.5)


def test_what_happened_before_arrival_stands_left_of_the_break_in_order() -> None:
    layout = lay([*ROUTE, piece("2025-09-11T19:40")])
    early = [item for item in layout.items if item.before_arrival]
    assert [item.events for item in early] == [(1,), (0,)]
    assert all(item.fuzzy and item.x1 <= layout.before_width < layout.axis for item in early)
    assert early[0].x1 < early[1].x0


def test_without_anything_before_arrival_the_axis_is_not_broken() -> None:
    layout = lay([piece("2025-09-11T19:40")])
    assert (layout.before_width, layout.axis) == (0.0, 0.0)


def test_a_placement_that_did_not_end_runs_until_now() -> None:
    stay = TimelineEvent(
        id=EntityId("p"),
        lane="verplaatsing",
        what="placement",
        when=When(start="2025-09-08", precision=Precision.DAY),
        label="Locatie Oost",
    )
    layout = lay([stay])
    assert layout.now is not None
    (item,) = layout.items
    assert item.shape is Shape.SPAN
    assert abs(item.x1 - layout.now) < 0.01


def test_a_quiet_lane_labels_its_marks_and_at_the_right_edge_to_the_left() -> None:
    layout = lay(
        [
            piece("2025-09-10T10:00", lane="incident", label="meldt zich"),
            piece("2025-11-06T13:00", lane="incident", label="staande gehouden"),
        ]
    )
    first, last = layout.items
    assert first.label_x is not None
    assert first.label_x > first.x1
    assert last.label_x is not None
    assert last.label_x + measure(last.label) <= last.x0


def test_an_event_without_a_date_is_named_as_unplaced() -> None:
    layout = lay([piece("ooit"), piece("2025-10-02T10:00")])
    assert layout.unplaced == (0,)
    assert [item.events for item in layout.items] == [(1,)]


def test_months_are_named_where_they_begin() -> None:
    layout = lay([piece("2025-09-11T19:40")])
    assert [month for _, month in layout.months] == [date(2025, 9, 1), date(2025, 10, 1), date(2025, 11, 1)]
    assert layout.months[0][0] == layout.axis


moments = st.datetimes(min_value=datetime.fromisoformat("2025-09-01"), max_value=datetime.fromisoformat("2025-11-07"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(moments, st.sampled_from(LANES)), max_size=40),
    st.floats(min_value=500, max_value=2000),
)
def test_every_event_is_shown_once_and_marks_never_overlap(rows: list[tuple[datetime, str]], width: float) -> None:
    events = [piece(moment.isoformat(timespec="minutes"), lane=lane) for moment, lane in rows]
    layout = lay(events, width=width)
    shown = sorted(index for item in layout.items for index in item.events)
    assert shown == list(range(len(events)))
    for lane in range(len(LANES)):
        mine: list[Item] = [item for item in layout.items if item.lane == lane]
        for left, right in pairwise(mine):
            assert left.x1 <= right.x0 + 0.001


def test_two_stays_meet_on_the_day_of_moving() -> None:
    stays = [
        TimelineEvent(
            id=EntityId(start),
            lane="verplaatsing",
            what="placement",
            when=When(start=start, precision=Precision.DAY, end=end),
            label="Locatie",
        )
        for start, end in (("2025-09-05", "2025-09-08"), ("2025-09-08", "2025-10-01"))
    ]
    first, second = lay(stays).items
    assert abs(first.x1 - second.x0) < 0.001


def test_now_lies_behind_a_second_break_when_the_view_ends_before_it() -> None:
    layout = lay([piece("2025-10-02T10:00")], view=View(first=TODAY - 60, last=TODAY - 30))
    assert layout.now is not None
    assert layout.end < layout.now < WIDTH
    assert all(item.x1 <= layout.end for item in layout.items)


def test_a_label_that_does_not_fit_loses_whole_words_and_nothing_is_elided() -> None:
    first, second, _ = lay(
        [
            piece("2025-09-03T10:00", lane="incident", label="Wijkagent belt: Yousef is staande gehouden"),
            piece("2025-09-17T13:00", lane="incident", label="Ruit van de personeelskamer ingegooid"),
            piece("2025-09-24T13:00", lane="incident"),
        ]
    ).items
    assert (first.label, second.label) == ("Wijkagent belt", "Ruit")


def test_a_stay_too_short_for_its_words_shows_only_those_that_fit() -> None:
    def stay(start: str, end: str) -> TimelineEvent:
        return TimelineEvent(
            id=EntityId(start),
            lane="verplaatsing",
            what="placement",
            when=When(start=start, precision=Precision.DAY, end=end),
            label="Beschermde opvang (code 12)",
        )

    long, short = lay([stay("2025-09-08", "2025-09-25"), stay("2025-10-01", "2025-10-04")]).items
    assert (long.label, short.label) == ("Beschermde opvang", "")


def test_a_short_absence_has_its_words_beside_it() -> None:
    away = TimelineEvent(
        id=EntityId("m"),
        lane="vermissing",
        what="missing",
        when=When(start="2025-10-08T20:00", end="2025-10-08T23:00"),
        label="Perron Veldrade",
    )
    (item,) = lay([away]).items
    assert item.label == "Perron Veldrade"
    assert item.label_x is not None
    assert item.label_x > item.x1


def test_a_thousand_pieces_of_one_day_are_one_stack_and_named_only_as_often_as_it_grows() -> None:
    events = [piece(f"2025-10-02T{number // 60:02}:{number % 60:02}") for number in range(1000)]
    named: list[int] = []

    def name(few: Sequence[TimelineEvent]) -> str:
        named.append(len(few))
        return name_range(few)

    whole = whole_view(events, ARRIVAL, TODAY)
    layout = place(events, view=whole, whole=whole, today=TODAY, width=WIDTH, measure=measure, name_range=name)
    (stack,) = layout.items
    assert stack.events == tuple(range(1000))
    assert sum(named) < 3 * len(events)
