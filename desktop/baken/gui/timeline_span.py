"""Where a moment lies on a line of days, as wide as it is known.

A day is a float: the proleptic ordinal of the date plus the fraction of the day that has passed, local time.
Nothing here is ever more precise than the record: a month is a month wide. No Qt, no clock.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from baken.model.codes import Precision
from baken.model.records import When
from baken.model.when import reach_of

_ROUGH = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.ABOUT})


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of days, `end` not before `start`; `fuzzy` when its edges are not known to the day."""

    start: float
    end: float
    fuzzy: bool

    @property
    def middle(self) -> float:
        """The day half-way."""
        return (self.start + self.end) / 2


@lru_cache(maxsize=8192)
def span_of(when: When) -> Span | None:
    """Give the days that `when` covers, or None when its text is no date that can be placed.

    Kept, because a drawing asks for the same few thousand moments each time that it is laid out.
    """
    reach = reach_of(when)
    if reach is None:
        return None
    return Span(start=_day(reach.start), end=_day(reach.end), fuzzy=when.precision in _ROUGH)


def day_of(iso: str) -> float | None:
    """Give the first moment that an ISO text names, or None when it is empty or no date."""
    reach = reach_of(When(start=iso))
    return None if reach is None else _day(reach.start)


def month_start(day: float) -> dt.date:
    """Give the first of the month in which `day` lies."""
    return dt.date.fromordinal(int(day)).replace(day=1)


def next_month(first: dt.date) -> dt.date:
    """Give the first of the month after `first`."""
    return dt.date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _day(moment: dt.datetime) -> float:
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
