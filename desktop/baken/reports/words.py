"""The words of paper in one language, and dates written no more precisely than they are known."""

import datetime as dt
from functools import cache

from baken.model.codes import Precision
from baken.model.records import When
from baken.model.resources import Resource, read_resource


class Words(Resource, frozen=True, kw_only=True):
    """Every word that a paper uses beside its form's labels; {…} is filled in where it is used."""

    confidential: str
    practice: str
    practice_note: str
    to: str
    reference: str
    page: str
    version: str
    copy: str
    pieces_withheld: str
    strands_withheld: str
    not_given: str
    part_not_given: str
    continued: str
    as_recorded: str  # in which language the words of the record stand; empty where it is that of the labels
    basis_none: str
    dont_know: str
    age: str
    born_about: str
    date_unknown: str
    around: str
    hour: str
    signature_name: str
    signature_date: str
    signature_sign: str
    source_protected: str
    asked_by: str
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    days: tuple[str, ...]
    seasons: tuple[str, ...]
    basis: dict[str, str]
    danger: dict[str, str]
    source: dict[str, str]
    entity: dict[str, str]
    gender: dict[str, str]

    def date(self, iso: str) -> str:
        """Write a date with its day of the week, such as "woensdag 5 november 2025"; other text as it is."""
        day = _day(iso)
        if day is None:
            return iso
        return f"{self.days[day.weekday()]} {day.day} {self.months[day.month - 1]} {day.year}"

    def when(self, when: When) -> str:
        """Write a moment or span at its precision, such as "17 okt 2025, 00:15", "zomer 2024", "rond 2023"."""
        start = self.moment(when.start, when.precision)
        if not when.end or when.end == when.start:
            return start
        end = self.moment(when.end, when.precision)
        if when.precision is Precision.SEASON:
            return start
        if when.precision is Precision.MINUTE and when.end[:10] == when.start[:10]:
            end = when.end[11:16]
        return start if end == start else f"{start} – {end}"

    def moment(self, iso: str, precision: Precision) -> str:
        """Write one moment at a precision; text that is no ISO date is given as it was kept."""
        if not iso:
            return self.date_unknown
        day = _day(iso if len(iso) >= 10 else f"{iso}-01"[:10] if len(iso) == 7 else f"{iso}-01-01")
        if day is None:
            return iso
        match precision:
            case Precision.ABOUT:
                return f"{self.around} {self._known(iso, day)}"
            case Precision.SEASON if len(iso) >= 7:
                return f"{self.seasons[day.month % 12 // 3]} {_years_of_season(day)}"
            case Precision.YEAR | Precision.SEASON:
                return str(day.year)
            case Precision.MONTH:
                return self._known(iso[:7], day)
            case Precision.DAY:
                return self._known(iso[:10], day)
            case Precision.HOUR if len(iso) >= 13:
                hour = self.hour.format(hour=iso[11:13])
                return f"{self._known(iso[:10], day)}, {self.around} {hour}"
            case Precision.MINUTE | Precision.HOUR:
                return self._known(iso, day)

    def _known(self, iso: str, day: dt.date) -> str:
        """Write as much as the text holds: a year, a month, a day, a time."""
        if len(iso) < 7:
            return str(day.year)
        if len(iso) < 10:
            return f"{self.months[day.month - 1]} {day.year}"
        date = f"{day.day} {self.months_short[day.month - 1]} {day.year}"
        return f"{date}, {iso[11:16]}" if len(iso) >= 16 else date


class _WordsFile(Resource, frozen=True, kw_only=True):
    nl: Words
    en: Words


@cache
def load_words(language: str) -> Words:
    """Read the words of "nl" or "en", once; English for any other language."""
    words = read_resource("texts/paper.toml", _WordsFile)
    return words.nl if language == "nl" else words.en


def _years_of_season(day: dt.date) -> str:
    """Give the year of a season; a winter has two."""
    if 3 <= day.month <= 11:
        return str(day.year)
    begun = day.year if day.month == 12 else day.year - 1
    return f"{begun}–{begun + 1}"


def _day(iso: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(iso[:10])
    except ValueError:
        return None
