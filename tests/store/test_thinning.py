"""Which backups stay: a property of dates alone."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from baken.store.thinning import DAYS, HOURS, LAST, MONTHS, WEEKS, kept

NOON = dt.datetime(2026, 9, 21, 12, 0, tzinfo=dt.UTC)
moments = st.lists(
    st.integers(-400 * 24 * 60, 60).map(lambda minutes: NOON + dt.timedelta(minutes=minutes)), max_size=200
)


def test_of_a_year_of_backups_every_quarter_of_an_hour_54_at_most_stay() -> None:
    year = [NOON - dt.timedelta(minutes=15 * number) for number in range(4 * 24 * 365)]
    staying = sorted(kept(year), reverse=True)
    assert staying[0] == NOON
    assert {NOON - each for each in staying} >= {dt.timedelta(minutes=15 * number) for number in range(LAST)}
    assert {NOON - each for each in staying} >= {dt.timedelta(minutes=15 + 60 * number) for number in range(HOURS - 1)}
    assert len(staying) <= LAST + HOURS + DAYS + WEEKS + MONTHS
    assert len({(each.year, each.month) for each in staying}) == MONTHS
    assert len({each.date() for each in staying if NOON - each < dt.timedelta(days=7)}) == DAYS


def test_a_laptop_that_lay_in_a_drawer_loses_none() -> None:
    before = [NOON - dt.timedelta(hours=number) for number in range(10)]
    assert kept([*before, NOON + dt.timedelta(days=800)]) >= set(before)


def test_a_clock_that_jumped_ahead_takes_none_along() -> None:
    months = [NOON - dt.timedelta(days=31 * number) for number in range(8)]
    assert kept([*months, NOON.replace(year=2090)]) >= set(months)


@given(moments)
def test_the_newest_always_stays_and_nothing_is_invented(found: list[dt.datetime]) -> None:
    staying = kept(found)
    assert staying <= set(found)
    assert not found or max(found) in staying


@given(moments)
def test_thinning_again_takes_nothing_more(found: list[dt.datetime]) -> None:
    assert kept(kept(found)) == kept(found)


@given(moments)
def test_what_goes_has_a_newer_one_in_its_hour_or_enough_newer_spans(found: list[dt.datetime]) -> None:
    staying = kept(found)
    for gone in set(found) - staying:
        newer = [each for each in staying if each > gone]
        same_hour = [each for each in newer if (each.date(), each.hour) == (gone.date(), gone.hour)]
        assert same_hour or len({(each.date(), each.hour) for each in newer}) >= HOURS
        same_month = [each for each in newer if (each.year, each.month) == (gone.year, gone.month)]
        assert same_month or len({(each.year, each.month) for each in newer}) >= MONTHS


@given(moments)
def test_backups_made_one_by_one_with_thinning_in_between_keep_at_most_54(found: list[dt.datetime]) -> None:
    staying: frozenset[dt.datetime] = frozenset()
    for moment in sorted(found):
        staying = kept(staying | {moment})
    assert len(staying) <= LAST + HOURS + DAYS + WEEKS + MONTHS
    assert staying <= set(found)
