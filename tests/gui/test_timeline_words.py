from datetime import date

import pytest

from baken.gui.text import Language
from baken.gui.timeline_words import name_days, name_months, name_range
from baken.model.codes import Precision
from baken.model.ids import EntityId
from baken.model.records import When
from baken.model.views import TimelineEvent


def event(start: str) -> TimelineEvent:
    when = When(start=start, precision=Precision.MINUTE)
    return TimelineEvent(id=EntityId(start), lane="gedrag", what="observation", when=when, label="")


@pytest.mark.parametrize(
    ("first", "last", "language", "words"),
    [
        (date(2025, 10, 2), date(2025, 10, 9), "nl", "2–9 okt"),
        (date(2025, 10, 28), date(2025, 11, 3), "nl", "28 okt–3 nov"),
        (date(2025, 10, 2), date(2025, 10, 2), "en", "2 Oct"),
        (date(2024, 12, 28), date(2025, 1, 3), "nl", "28 dec 2024–3 jan 2025"),
    ],
)
def test_month_and_year_are_said_once(first: date, last: date, language: Language, words: str) -> None:
    assert name_days(first, last, language) == words


def test_a_stack_is_named_by_its_first_and_last_day_whatever_the_order() -> None:
    assert name_range([event("2025-10-09T08:00"), event("2025-10-02T21:05")], "nl") == "2–9 okt"
    assert name_range([event("ooit")], "nl") == ""


def test_the_zoom_says_the_months_in_sight() -> None:
    assert name_months(date(2025, 9, 1), date(2025, 11, 14), "nl") == "sep – nov"
    assert name_months(date(2025, 9, 1), date(2025, 9, 14), "nl") == "sep"
    assert name_months(date(2025, 12, 1), date(2026, 1, 14), "en") == "Dec 2025 – Jan 2026"
