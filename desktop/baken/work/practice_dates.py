"""Moving the composite cases in time, so that their last event was yesterday.

A date keeps its precision, a day inside a sentence moves along with its month and its weekday, and an age stays
what it was. Pure: a number of days in, text out.
"""

import datetime as dt
import re

from baken.model.codes import Precision
from baken.model.records import When

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SEASON_START = {"lente": 3, "zomer": 6, "herfst": 9, "winter": 12}
_MONTH_WORD = "|".join(_MONTHS)
_DAY_IN_TEXT = re.compile(rf"\b(\d{{1,2}}) ({_MONTH_WORD})( \d{{4}})?\b")
_MONTHS_IN_TEXT = re.compile(rf"(?<!\d )\b(?:({_MONTH_WORD}) en )?({_MONTH_WORD})( \d{{4}})?\b")
_WEEKDAY_IN_TEXT = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_FIRST_MONTH = 8  # the cases run from August to January; a month in a sentence lies in that year
_ISO_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?")


class Shift:
    """A move by whole days; `season_year` is the year in which the cases begin."""

    def __init__(self, days: int, *, season_year: int) -> None:
        self._move = dt.timedelta(days=days)
        self._year = season_year

    def moment(self, iso: str) -> dt.datetime:
        """Move an ISO date (noon) or date and time."""
        moment = dt.datetime.fromisoformat(iso if "T" in iso else f"{iso}T12:00")
        return moment + self._move

    def iso(self, iso: str) -> str:
        """Move an ISO date or moment, cut to what it was; the middle of a month or year decides where it lands."""
        if not _ISO_MOMENT.fullmatch(iso):
            return iso
        if len(iso) > 10:
            return self.moment(iso).isoformat(timespec="minutes")
        middle = {4: "-07-01", 7: "-15", 10: ""}[len(iso)]
        return self.moment(iso + middle).date().isoformat()[: len(iso)]

    def when(self, text: str, precision: str) -> When | None:
        """Move a moment of the cases: ISO, "2024-zomer", or None for a moment that is unknown."""
        if precision == "unknown":
            return None
        year, _, season = text.partition("-")
        if season not in _SEASON_START:
            return When(start=self.iso(text), precision=Precision(precision))
        middle = self.moment(f"{year}-{_SEASON_START[season] % 12 + 1:02}-15").date()
        first = middle.replace(day=1, month=middle.month // 3 * 3 or 12)
        first = first.replace(year=first.year - (middle.month < 3))
        last = (first + dt.timedelta(days=75)).replace(day=1)
        return When(start=f"{first:%Y-%m}", end=f"{last:%Y-%m}", precision=Precision(precision))

    def prose(self, text: str) -> str:
        """Move the days, months and weekdays that a Dutch sentence names."""
        moved = _WEEKDAY_IN_TEXT.sub(self._weekday, text)
        moved = _MONTHS_IN_TEXT.sub(self._months, moved)
        return _DAY_IN_TEXT.sub(self._day, moved)

    def _date(self, day: int, month: str, year: str | None) -> dt.date:
        number = _MONTHS.index(month) + 1
        of = int(year) if year else self._year + (number < _FIRST_MONTH)
        return dt.date(of, number, day) + self._move

    def _day(self, match: re.Match[str]) -> str:
        date = self._date(int(match[1]), match[2], match[3])
        return f"{date.day} {_MONTHS[date.month - 1]}" + (f" {date.year}" if match[3] else "")

    def _months(self, match: re.Match[str]) -> str:
        last = self._date(15, match[2], match[3])
        before = f"{_MONTHS[self._date(15, match[1], match[3]).month - 1]} en " if match[1] else ""
        return f"{before}{_MONTHS[last.month - 1]}" + (f" {last.year}" if match[3] else "")

    def _weekday(self, match: re.Match[str]) -> str:
        word = match[0]
        moved = _WEEKDAYS[(_WEEKDAYS.index(word.lower()) + self._move.days) % 7]
        return moved.capitalize() if word[0].isupper() else moved
