"""Where a moment lies on a line of days, as wide as it is known.

A day is a float: the proleptic ordinal of the date plus the fraction of the day that has passed, local time.
Nothing here is ever more precise than the record: a month is a month wide. No Qt, no clock.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from baken.model.codes import Precision
from baken.model.records import When

_PATTERN = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<hour>\d{2})(?::(?P<minute>\d{2}))?)?)?"
    r"|-(?P<season>[a-zA-Z]+))?"
)
_SEASONS = {
    "winter": 0,
    "lente": 3,
    "voorjaar": 3,
    "spring": 3,
    "zomer": 6,
    "summer": 6,
    "herfst": 9,
    "najaar": 9,
    "autumn": 9,
    "fall": 9,
}
"""First month of each season by the meteorological year; winter starts in December of the year before."""


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


def span_of(when: When) -> Span | None:
    """Give the days that `when` covers, or None when its text is no date that can be placed.

    A moment known to the minute or hour has no width; one known to the day is a day wide and not fuzzy.
    """
    first = _cover(when.start)
    if first is None:
        return None
    last = _cover(when.end) if when.end else first
    if last is None or last[1] < first[0]:
        last = first
    fuzzy = when.precision in {Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.ABOUT}
    return Span(start=first[0], end=last[1], fuzzy=fuzzy)


def day_of(iso: str) -> float | None:
    """Give the first moment that an ISO text names, or None when it is empty or no date."""
    cover = _cover(iso)
    return None if cover is None else cover[0]


def month_start(day: float) -> date:
    """Give the first of the month in which `day` lies."""
    return date.fromordinal(int(day)).replace(day=1)


def next_month(first: date) -> date:
    """Give the first of the month after `first`."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _cover(iso: str) -> tuple[float, float] | None:
    """Give first and last day-number of the stretch that the text names, by the text's own precision."""
    match = _PATTERN.match(iso)
    if match is None:
        return None
    part = match.groupdict()
    year = int(part["year"])
    try:
        if part["season"]:
            return _season(year, part["season"].lower())
        if part["month"] is None:
            return float(date(year, 1, 1).toordinal()), float(date(year, 12, 31).toordinal() + 1)
        month = int(part["month"])
        if part["day"] is None:
            last = monthrange(year, month)[1]
            return float(date(year, month, 1).toordinal()), float(date(year, month, last).toordinal() + 1)
        day = float(date(year, month, int(part["day"])).toordinal())
    except ValueError:
        return None
    if part["hour"] is None:
        return day, day + 1
    moment = day + int(part["hour"]) / 24 + int(part["minute"] or 0) / 1440
    return moment, moment


def _season(year: int, name: str) -> tuple[float, float] | None:
    """Give the three months of a season; winter of a year begins in the December before."""
    month = _SEASONS.get(name)
    if month is None:
        return None
    first = date(year - 1, 12, 1) if month == 0 else date(year, month, 1)
    after = next_month(next_month(next_month(first)))
    return float(first.toordinal()), float(after.toordinal())
