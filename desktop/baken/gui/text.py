"""Names, moments and numbers as they are written in the window, in Dutch and English.

Names and numbers inside sentences are isolated, or an Arabic name turns the Dutch sentence around. A moment is
never written more precisely than it is known. No Qt here, so that tests need no window.
"""

import datetime as dt
from typing import Final, Literal, assert_never

from baken.model.codes import Precision
from baken.model.records import When

from .isolates import isolate, plain

__all__ = [
    "Language",
    "first_line",
    "format_date",
    "format_long_date",
    "format_moment",
    "format_month",
    "format_time",
    "format_weekday",
    "format_when",
    "isolate",
    "plain",
]

Language = Literal["nl", "en"]

_DAYS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_DAYS_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_MONTHS_SHORT: Final[dict[Language, tuple[str, ...]]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_SEASONS: Final[dict[Language, tuple[str, str, str, str]]] = {
    "nl": ("winter", "lente", "zomer", "herfst"),
    "en": ("winter", "spring", "summer", "autumn"),
}
_AROUND: Final[dict[Language, str]] = {"nl": "rond", "en": "around"}
_UNKNOWN: Final[dict[Language, str]] = {"nl": "datum onbekend", "en": "date unknown"}
_HOUR: Final[dict[Language, str]] = {"nl": "u", "en": "h"}


def first_line(text: str, limit: int = 90) -> str:
    """Give the first line, cut at a word after at most `limit` characters, with … where something is left out."""
    line = " ".join(text.strip().split("\n", 1)[0].split())
    if len(line) <= limit:
        return line if len(line) == len(" ".join(text.split())) else f"{line.rstrip('.')}…"
    cut = line[:limit].rsplit(" ", 1)[0].rstrip(",.;: ")
    return f"{cut}…"


def format_time(moment: str | dt.datetime) -> str:
    """Give the time of an ISO 8601 local moment, such as 23:41; empty when it has none."""
    if isinstance(moment, dt.datetime):
        return moment.strftime("%H:%M")
    return moment[11:16] if len(moment) >= 16 else ""


def format_date(day: dt.date, language: Language, *, today: dt.date | None = None) -> str:
    """Give a short date, such as "vr 7 nov"; the year is added unless it is that of `today`."""
    text = f"{_DAYS_SHORT[language][day.weekday()]} {day.day} {_MONTHS_SHORT[language][day.month - 1]}"
    return text if today is not None and day.year == today.year else f"{text} {day.year}"


def format_long_date(day: dt.date, language: Language) -> str:
    """Give a date in full without its year, such as "vrijdag 7 november"."""
    return f"{_DAYS[language][day.weekday()]} {day.day} {_MONTHS[language][day.month - 1]}"


def format_weekday(day: dt.date, language: Language, *, short: bool = False) -> str:
    """Give the name of the day of the week."""
    return (_DAYS_SHORT if short else _DAYS)[language][day.weekday()]


def format_month(month: int, language: Language, *, short: bool = False) -> str:
    """Give the name of a month, 1 to 12."""
    return (_MONTHS_SHORT if short else _MONTHS)[language][month - 1]


def format_moment(moment: str, language: Language, *, today: dt.date | None = None) -> str:
    """Give an exact ISO 8601 local moment, such as "vr 7 nov, 23:20"; empty for an empty text."""
    if not moment:
        return ""
    date = format_date(dt.date.fromisoformat(moment[:10]), language, today=today)
    time = format_time(moment)
    return f"{date}, {time}" if time else date


def format_when(when: When, language: Language, *, today: dt.date | None = None) -> str:
    """Give a moment or span at the precision that it is known with, such as "zomer 2024" or "rond 2023"."""
    start = _at_precision(when.start, when.precision, language, today)
    if not when.end:
        return start
    end = _at_precision(when.end, when.precision, language, today)
    if start == end:  # a season is stored as its months
        return start
    if when.start[:10] == when.end[:10] and format_time(when.end):
        end = _hour(when.end, language) if when.precision is Precision.HOUR else format_time(when.end)
    return f"{start} – {end}"


def _season(year: int, month: int, language: Language) -> str:
    """Give a season with its year; a winter has two."""
    years = f"{year}" if 3 <= month <= 11 else f"{year}–{year + 1}" if month == 12 else f"{year - 1}–{year}"
    return f"{_SEASONS[language][month % 12 // 3]} {years}"


def _hour(moment: str, language: Language) -> str:
    return f"{moment[11:13].lstrip('0') or '0'} {_HOUR[language]}"


def _at_precision(moment: str, precision: Precision, language: Language, today: dt.date | None) -> str:
    if not moment[:4].isdigit():
        return _UNKNOWN[language]
    match precision:
        case Precision.MINUTE:
            return _as_long_as_known(moment, language, today)
        case Precision.HOUR:
            day = _as_long_as_known(moment[:10], language, today)
            return f"{day}, {_AROUND[language]} {_hour(moment, language)}"
        case Precision.DAY:
            return _as_long_as_known(moment[:10], language, today)
        case Precision.MONTH:
            return _as_long_as_known(moment[:7], language, today)
        case Precision.SEASON:
            return _season(int(moment[:4]), int(moment[5:7] or "1"), language)
        case Precision.YEAR:
            return moment[:4]
        case Precision.ABOUT:
            return f"{_AROUND[language]} {_as_long_as_known(moment, language, today)}"
        case _:
            assert_never(precision)


def _as_long_as_known(moment: str, language: Language, today: dt.date | None) -> str:
    """Write an ISO text as far as it goes: a year, a month, a day or a time."""
    if len(moment) >= 10:
        return format_moment(moment, language, today=today)
    if len(moment) >= 7:
        return f"{format_month(int(moment[5:7]), language)} {moment[:4]}"
    return moment
