"""The timeline opens on days in which pieces stand apart, and looking closer keeps its place."""

import datetime as dt
from collections.abc import Sequence

import pytest

from baken.gui.timeline_period import View, opening_view, whole_view, zoomed
from baken.model.ids import EntityId
from baken.model.records import When
from baken.model.views import TimelineEvent

TODAY = dt.date(2025, 11, 7).toordinal() + 0.99
ARRIVAL = "2025-01-08"


def pieces(*days_ago: float) -> list[TimelineEvent]:
    moments = [dt.datetime.fromisoformat("2025-11-07T12:00") - dt.timedelta(days=days) for days in days_ago]
    return [
        TimelineEvent(
            id=EntityId(str(number)),
            lane="gedrag",
            what="observation",
            when=When(start=moment.isoformat(timespec="minutes")),
            label="",
        )
        for number, moment in enumerate(moments)
    ]


def opened(events: Sequence[TimelineEvent], arrival: str = ARRIVAL) -> View:
    return opening_view(events, whole_view(events, arrival, TODAY), TODAY)


def test_it_opens_on_the_last_ten_weeks_up_to_now() -> None:
    view = opened(pieces(200, 60, 40, 20, 3))
    assert TODAY - 74 < view.first < TODAY - 72
    assert TODAY < view.last < TODAY + 7


def test_a_busy_time_opens_on_fewer_days() -> None:
    view = opened(pieces(*(day * 1.2 for day in range(60))))
    assert 20 < view.last - view.first < 35


def test_pieces_of_a_few_days_open_on_a_week() -> None:
    view = opened(pieces(*(day * 0.3 for day in range(20))))
    assert view.last - view.first < 9


def test_several_pieces_of_one_hour_do_not_narrow_the_view() -> None:
    view = opened(pieces(60, 40, 3.02, 3.01, 3))
    assert view.last - view.first > 70


def test_an_old_last_piece_is_what_it_opens_on_and_now_is_left_out() -> None:
    view = opened(pieces(200, 180, 160, 140))
    assert view.last < TODAY - 130
    assert view.first <= TODAY - 200 < view.first + 15


def test_a_short_stay_is_shown_from_its_beginning() -> None:
    events = pieces(58, 30, 5)
    view = opened(events, arrival="2025-09-08")
    assert view.first == whole_view(events, "2025-09-08", TODAY).first


def test_a_dossier_without_pieces_opens_on_the_whole_stay() -> None:
    assert opened([]) == whole_view([], ARRIVAL, TODAY)


def test_little_room_beside_what_was_before_arrival_makes_it_open_on_fewer_days() -> None:
    before = TimelineEvent(
        id=EntityId("r"), lane="route", what="route", when=When(start="2023"), label="", before_arrival=True
    )
    events = pieces(*(3 * day for day in range(20)))
    without, beside = opened(events, "2025-09-08"), opened([before, *events], "2025-09-08")
    assert beside.first > without.first


@pytest.mark.parametrize("around", [110.0, 150.0, 190.0])
def test_what_is_in_view_keeps_its_place_when_looking_closer(around: float) -> None:
    before = View(first=100.0, last=200.0)
    after = zoomed(before, View(first=0.0, last=400.0), 0.5, around)
    part = (around - before.first) / 100
    assert (around - after.first) / (after.last - after.first) == pytest.approx(part)


def test_what_is_out_of_view_comes_to_the_middle() -> None:
    after = zoomed(View(first=100.0, last=200.0), View(first=0.0, last=400.0), 1.0, 300.0)
    assert after == View(first=250.0, last=350.0)
