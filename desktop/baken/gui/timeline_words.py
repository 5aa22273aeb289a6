"""Dates of several events in as few words as they need, for stacks and for the zoom. No Qt."""

import datetime as dt
from collections.abc import Sequence

from baken.model.views import TimelineEvent

from .text import Language, format_month
from .timeline_span import span_of


def name_range(events: Sequence[TimelineEvent], language: Language) -> str:
    """Give the first and last day of `events`, such as "2–9 okt" or "28 okt–3 nov"; empty without any date."""
    spans = [span for event in events if (span := span_of(event.when)) is not None]
    if not spans:
        return ""
    first = dt.date.fromordinal(int(min(span.start for span in spans)))
    last = dt.date.fromordinal(int(max(span.start for span in spans)))
    return name_days(first, last, language)


def name_days(first: dt.date, last: dt.date, language: Language) -> str:
    """Give two days joined; month and year are said once where they are the same."""
    if first == last:
        return _day(first, language)
    if first.year != last.year:
        return f"{_day(first, language)} {first.year}–{_day(last, language)} {last.year}"
    if first.month != last.month:
        return f"{_day(first, language)}–{_day(last, language)}"
    return f"{first.day}–{_day(last, language)}"


def name_months(first: dt.date, last: dt.date, language: Language) -> str:
    """Give the months that are in sight, such as "sep – nov"."""
    names = [format_month(day.month, language, short=True) for day in (first, last)]
    if (first.year, first.month) == (last.year, last.month):
        return names[0]
    if first.year != last.year:
        names = [f"{name} {day.year}" for name, day in zip(names, (first, last), strict=True)]
    return " – ".join(names)


def _day(day: dt.date, language: Language) -> str:
    return f"{day.day} {format_month(day.month, language, short=True)}"
