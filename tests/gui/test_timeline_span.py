from datetime import date

import pytest

from baken.gui.timeline_span import day_of, month_start, next_month, span_of
from baken.model.codes import Precision
from baken.model.records import When


def ordinal(year: int, month: int, day: int) -> float:
    return float(date(year, month, day).toordinal())


def test_a_minute_has_hardly_any_width() -> None:
    span = span_of(When(start="2025-11-04T12:00"))
    assert span is not None
    assert span.start == ordinal(2025, 11, 4) + 0.5
    assert 0 < span.end - span.start < 0.001
    assert not span.fuzzy


def test_a_day_is_a_day_wide_and_not_fuzzy() -> None:
    span = span_of(When(start="2025-11-04", precision=Precision.DAY))
    assert span is not None
    assert (span.start, span.end, span.fuzzy) == (ordinal(2025, 11, 4), ordinal(2025, 11, 5), False)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        (When(start="2024-02", precision=Precision.MONTH), (2024, 2, 1), (2024, 3, 1)),
        (When(start="2024-06", end="2024-08", precision=Precision.SEASON), (2024, 6, 1), (2024, 9, 1)),
        (When(start="2023", precision=Precision.ABOUT), (2023, 1, 1), (2024, 1, 1)),
    ],
)
def test_what_is_known_roughly_is_wide_and_fuzzy(
    when: When, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    span = span_of(when)
    assert span is not None
    assert (span.start, span.end, span.fuzzy) == (ordinal(*start), ordinal(*end), True)


def test_a_span_reaches_to_the_end_of_its_last_day() -> None:
    span = span_of(When(start="2025-09-08", precision=Precision.DAY, end="2025-11-21"))
    assert span is not None
    assert (span.start, span.end) == (ordinal(2025, 9, 8), ordinal(2025, 11, 22))
    assert span.middle == (span.start + span.end) / 2


@pytest.mark.parametrize("text", ["", "onbekend", "2024-13", "2024-02-31"])
def test_what_is_no_date_has_no_place(text: str) -> None:
    assert span_of(When(start=text, precision=Precision.ABOUT)) is None
    assert day_of(text) is None


def test_months_follow_each_other_over_the_year() -> None:
    assert next_month(date(2025, 12, 1)) == date(2026, 1, 1)
    assert month_start(ordinal(2025, 11, 23) + 0.9) == date(2025, 11, 1)
