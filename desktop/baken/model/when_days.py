"""The days inside a typed moment: "gisteren", "wo", "13 nov", "vorige week", "zomer 2024", "eind oktober".

A day without a year is the last one that has come. Knows no time of day and no clock.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from baken.errors import UserError

from .codes import Precision
from .when_words import MONTHS, SEASONS, WEEKDAYS

_DAY = dt.timedelta(days=1)
_MONTH_WORD = "|".join(sorted(MONTHS, key=len, reverse=True))
_SEASON_WORD = "|".join(SEASONS)
_WEEKDAY_WORD = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_OLDEST_YEAR = 1900
_NAMED = {
    "vandaag": 0,
    "today": 0,
    "gisteren": 1,
    "gister": 1,
    "yesterday": 1,
    "eergisteren": 2,
    "eergister": 2,
    "day before yesterday": 2,
}
_COMING = frozenset(("morgen", "overmorgen", "tomorrow"))


@dataclass(frozen=True, kw_only=True)
class Days:
    """From `first` to `last`, both included, as precisely as it was said."""

    first: dt.date
    last: dt.date
    precision: Precision

    @property
    def is_one_day(self) -> bool:
        """Whether a time of day can be added."""
        return self.precision is Precision.DAY and self.first == self.last


def read_days(text: str, *, today: dt.date) -> Days:
    """Read the days that `text` names. Raises UserError like `read_when`."""
    if text in _COMING:
        raise UserError("when-in-future")
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            try:
                return read(match, today)
            except (ValueError, OverflowError):
                break
    raise UserError("when-not-understood")


def one(day: dt.date) -> Days:
    """One whole day."""
    return Days(first=day, last=day, precision=Precision.DAY)


def _month(year: int, month: int, precision: Precision = Precision.MONTH) -> Days:
    last = calendar.monthrange(year, month)[1]
    return Days(first=dt.date(year, month, 1), last=dt.date(year, month, last), precision=precision)


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    number = int(text)
    year = number + 2000 if len(text) == 2 else number
    if year < _OLDEST_YEAR:
        raise UserError("when-not-understood")
    return year


def _last_come(month: int, day: int, today: dt.date) -> dt.date:
    """Give the last such day that has come; 29 February goes back to a leap year."""
    for year in range(today.year, today.year - 9, -1):
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) <= today:
            return dt.date(year, month, day)
    raise UserError("when-not-understood")


def _named(match: re.Match[str], today: dt.date) -> Days:
    return one(today - _NAMED[match[0]] * _DAY)


def _weekday(match: re.Match[str], today: dt.date) -> Days:
    back = (today.weekday() - WEEKDAYS[match["weekday"]]) % 7
    if match["last"] and back == 0:
        back = 7
    return one(today - back * _DAY)


def _date(match: re.Match[str], today: dt.date) -> Days:
    word = match["month"]
    month = int(word) if word.isdigit() else MONTHS[word]
    year, day = _year(match["year"]), int(match["day"])
    date = _last_come(month, day, today) if year is None else dt.date(year, month, day)
    weekday = match.groupdict().get("weekday")
    if weekday and date.weekday() != WEEKDAYS[weekday]:
        raise UserError("when-weekday-differs")
    return one(date)


def _iso_date(match: re.Match[str], _today: dt.date) -> Days:
    year, month, day = _year(match["year"]), match["month"], match["day"]
    if year is None or month is None:
        raise UserError("when-not-understood")
    return one(dt.date(year, int(month), int(day))) if day else _month(year, int(month))


def _day_of_month(match: re.Match[str], today: dt.date) -> Days:
    day = int(match["day"])
    for back in range(12):
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        if day <= calendar.monthrange(year, month + 1)[1] and dt.date(year, month + 1, day) <= today:
            return one(dt.date(year, month + 1, day))
    raise UserError("when-not-understood")


def _named_month(match: re.Match[str], today: dt.date) -> Days:
    month, year = MONTHS[match["month"]], _year(match["year"])
    if year is None:
        year = today.year if month <= today.month else today.year - 1
    whole = _month(year, month)
    part = match["part"]
    if not part:
        return whole
    first, last = {"b": (1, 10), "m": (11, 20), "h": (11, 20)}.get(part[0], (21, whole.last.day))
    return Days(first=whole.first.replace(day=first), last=whole.first.replace(day=last), precision=Precision.ABOUT)


def _season(match: re.Match[str], today: dt.date) -> Days:
    month, year = SEASONS[match["season"]], _year(match["year"] or match["before"])
    if year is None:
        year = today.year if dt.date(_season_year(today.year, month), month, 1) <= today else today.year - 1
    first = dt.date(_season_year(year, month), month, 1)
    end = first + 70 * _DAY
    return Days(first=first, last=_month(end.year, end.month).last, precision=Precision.SEASON)


def _season_year(year: int, month: int) -> int:
    return year - 1 if month == 12 else year


def _whole_year(match: re.Match[str], today: dt.date) -> Days:
    year = _year(match["year"]) or today.year
    return Days(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), precision=Precision.YEAR)


def _period(match: re.Match[str], today: dt.date) -> Days:
    back = 1 if match["which"] in {"vorig", "vorige", "afgelopen", "last"} else 0
    monday = today - today.weekday() * _DAY
    match match["unit"]:
        case "week":
            first = monday - 7 * back * _DAY
            return Days(first=first, last=min(first + 6 * _DAY, today), precision=Precision.DAY)
        case None:
            first = monday + 5 * _DAY if today.weekday() >= 5 else monday - 2 * _DAY
            return Days(first=first, last=min(first + _DAY, today), precision=Precision.DAY)
        case "maand" | "month":
            year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
            return _month(year, month + 1)
        case _:
            year = today.year - back
            return Days(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), precision=Precision.YEAR)


_LAST = r"(?P<last>vorige|afgelopen|last)"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_WEEKDAY_WORD})\s+)?"
_ORDINAL = r"(?:e|de|ste|th|st|nd|rd)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], Days]], ...] = (
    (re.compile("|".join(_NAMED)), _named),
    (re.compile(rf"(?:{_LAST}\s+)?(?P<weekday>{_WEEKDAY_WORD})"), _weekday),
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?"), _iso_date),
    (
        re.compile(
            rf"{_WEEKDAY_BEFORE}(?P<day>\d{{1,2}})\s*[-/.]\s*(?P<month>\d{{1,2}})"
            r"(?:\s*[-/.]\s*(?P<year>\d{4}|\d{2}))?"
        ),
        _date,
    ),
    (
        re.compile(
            rf"{_WEEKDAY_BEFORE}(?P<day>\d{{1,2}}){_ORDINAL}?\s*(?P<month>{_MONTH_WORD})\.?"
            r"(?:\s*'?(?P<year>\d{4}|\d{2}))?"
        ),
        _date,
    ),
    (
        re.compile(
            rf"{_WEEKDAY_BEFORE}(?P<month>{_MONTH_WORD})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}?"
            r"(?:\s+(?P<year>\d{4}))?"
        ),
        _date,
    ),
    (re.compile(rf"(?P<day>\d{{1,2}}){_ORDINAL}"), _day_of_month),
    (
        re.compile(
            r"(?:(?P<part>begin|half|midden|medio|mid|eind|einde|end|beginning|early|late)\s+)?"
            rf"(?P<month>{_MONTH_WORD})(?:\s+(?P<year>\d{{4}}))?"
        ),
        _named_month,
    ),
    (
        re.compile(
            rf"(?:(?P<before>\d{{4}})[- ])?(?P<season>{_SEASON_WORD})(?:\s+(?P<year>\d{{4}}))?",
        ),
        _season,
    ),
    (re.compile(r"(?P<year>\d{4})"), _whole_year),
    (
        re.compile(
            r"(?P<which>vorig|vorige|afgelopen|last|deze|dit|this)\s+(?P<unit>week|maand|month|jaar|year)"
            r"|(?:(?:afgelopen|last|dit|this)\s+)?weekend"
        ),
        _period,
    ),
)
