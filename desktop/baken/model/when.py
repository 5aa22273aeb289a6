"""Moments as people type them, understood and given back with the precision that they had.

Dutch and English together, past only. What cannot be read, or can be read in two ways, is refused with a code,
never guessed: `when-not-understood`, `when-ambiguous`, `when-weekday-differs`, `when-in-future`. Nothing here
looks at a clock; the moment of typing is passed in.

A season is stored as its three months; a part of a day as its hours. `end` is included at its own precision.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from baken.errors import UserError

from .codes import Precision
from .records import When
from .when_clock import Clocktime, take_clock
from .when_days import Days, one, read_days
from .when_words import APPROXIMATE, FILLERS, NUMBERS, PART_HOURS, PARTS, WEEKDAYS

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[t ](\d{2}(?::\d{2})?)(?::\d{2}(?:\.\d+)?)?")
_ISO_COVER = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?)?)?)?")
_AGO = re.compile(
    r"(?:-\s*(?P<less>\d{1,3})\s*|(?P<count>\d{1,3}|half|kwart|an?|een|one|twee|two|drie|three)"
    r"(?:\s+an?)?\s*)"
    r"(?P<unit>uur|uren|u|hours?|hrs?|h|minuten|minuut|minutes?|mins?|m|kwartier|"
    r"dagen|dag|days?|d|weken|week|weeks|w|maanden|maand|months?|jaar|jaren|years?)(?P<ago>\s+(?:geleden|ago))?"
)
_PLAIN: Final = re.compile(r"[\d:.uh]+|\d{4}-\d{2}-\d{2}(?:[t ]\d{2}(?::\d{2}){0,2})?")
_WEEKDAY_WORD = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_COMPOUND = re.compile(rf"\b(gister|{_WEEKDAY_WORD})\s?(ochtend|morgen|middag|avond|nacht)\b")
_NIGHT_BETWEEN = re.compile(
    rf"(?:nacht\s+(?:van\s+)?)?(?:(?P<from_weekday>{_WEEKDAY_WORD})\s*)?(?P<from_day>\d{{1,2}})?"
    r"\s+op\s+(?P<to>.+?)"
)
_THIS: Final = {
    "vanochtend": "vandaag ochtend",
    "vanmorgen": "vandaag ochtend",
    "vanmiddag": "vandaag middag",
    "vanavond": "vandaag avond",
    "tonight": "vandaag avond",
    "this morning": "vandaag ochtend",
    "this afternoon": "vandaag middag",
    "this evening": "vandaag avond",
    "vannacht": "nacht",
    "afgelopen nacht": "nacht",
    "the day before yesterday": "eergisteren",
    "day before yesterday": "eergisteren",
}
_LAST_NIGHT: Final = (18, 29)  # English "last night": from the evening on
_MINUTE = dt.timedelta(minutes=1)
_HOUR = dt.timedelta(hours=1)
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """From the first moment up to, not including, the moment after the last; local time without a zone."""

    start: dt.datetime
    end: dt.datetime


def read_when(text: str, *, now: dt.datetime) -> When:
    """Read what `text` says, seen from `now` (local, without a zone).

    Raises UserError `when-not-understood`, `when-ambiguous` (morning or evening?), `when-weekday-differs` (that
    date was another weekday) or `when-in-future`.
    """
    plain = " ".join(text.lower().replace("’", "'").replace(",", " ").split())
    now = now.replace(second=0, microsecond=0)
    typed = "" if _PLAIN.fullmatch(plain) else text.strip()
    if plain in {"nu", "now", "zojuist", "just now"}:
        return _point(now, Precision.MINUTE, now=now, typed="")
    if match := _ISO.fullmatch(plain):
        return _iso(match, now=now)
    if match := _AGO.fullmatch(plain):
        when = _ago(match, now=now, typed=typed)
        if when is not None:
            return when
    return _compose(plain, now=now, typed=typed)


def check_when(when: When, *, now: dt.datetime) -> None:
    """Raise UserError `when-not-understood` or `when-in-future` for a moment that no form could have made.

    A wholly unknown moment is an empty start with precision `about`.
    """
    reach = reach_of(when)
    if reach is None:
        if when.start or when.precision is not Precision.ABOUT:
            raise UserError("when-not-understood")
    elif reach.start > now + _MINUTE:
        raise UserError("when-in-future")


def reach_of(when: When) -> Reach | None:
    """Give the stretch of time that `when` covers, as wide as its text; None when it is no date."""
    first = _cover(when.start)
    last = _cover(when.end) if when.end else first
    if first is None or last is None or last.start < first.start:
        return None
    return Reach(start=first.start, end=last.end)


def _cover(iso: str) -> Reach | None:
    match = _ISO_COVER.fullmatch(iso)
    if match is None:
        return None
    year, month, day, hour, minute = match.groups()
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
        start = dt.datetime.combine(date, dt.time(int(hour or 0), int(minute or 0)))
        if minute:
            return Reach(start=start, end=start + _MINUTE)
        if hour:
            return Reach(start=start, end=start + _HOUR)
        if day:
            return Reach(start=start, end=start + _DAY)
        if month:
            return Reach(start=start, end=start + calendar.monthrange(date.year, date.month)[1] * _DAY)
        return Reach(start=start, end=start.replace(year=start.year + 1))
    except (ValueError, OverflowError):
        return None


def _point(moment: dt.datetime, precision: Precision, *, now: dt.datetime, typed: str) -> When:
    if moment > now:
        raise UserError("when-in-future")
    is_hour = precision is Precision.HOUR
    return When(start=moment.isoformat(timespec="hours" if is_hour else "minutes"), precision=precision, typed=typed)


def _iso(match: re.Match[str], *, now: dt.datetime) -> When:
    try:
        moment = dt.datetime.fromisoformat(f"{match[1]}T{match[2]}")
    except ValueError:
        raise UserError("when-not-understood") from None
    precision = Precision.MINUTE if ":" in match[2] else Precision.HOUR
    return _point(moment, precision, now=now, typed="")


def _ago(match: re.Match[str], *, now: dt.datetime, typed: str) -> When | None:
    """Read "-2u" and "3 dagen geleden"; None when it says no such thing ("2 uur" is a time)."""
    if match["less"] is None and not match["ago"]:
        return None
    unit, word = match["unit"], match["less"] or match["count"]
    if unit == "kwartier" or word == "kwart":
        count, unit = 15 * _count("een" if word == "kwart" else word), "m"
    elif word == "half":
        if unit not in {"uur", "hour", "u", "h"}:
            raise UserError("when-not-understood")
        count, unit = 30, "m"
    else:
        count = _count(word)
    try:
        match unit[0]:
            case "u" | "h":
                return _point(now - count * _HOUR, Precision.HOUR, now=now, typed=typed)
            case "m" if unit.startswith(("maand", "month")):
                year, month = divmod(now.year * 12 + now.month - 1 - count, 12)
                return When(start=f"{year:04}-{month + 1:02}", precision=Precision.MONTH, typed=typed)
            case "m":
                return _point(now - count * _MINUTE, Precision.MINUTE, now=now, typed=typed)
            case "d":
                return When(start=str((now - count * _DAY).date()), precision=Precision.DAY, typed=typed)
            case "w":
                return When(start=str((now - 7 * count * _DAY).date()), precision=Precision.ABOUT, typed=typed)
            case _:
                return When(start=f"{now.year - count:04}", precision=Precision.YEAR, typed=typed)
    except OverflowError:
        raise UserError("when-not-understood") from None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _compose(plain: str, *, now: dt.datetime, typed: str) -> When:
    """Read a date, a part of the day and a time, in any order, each of which may be absent."""
    if "gisternacht" in plain:
        raise UserError("when-ambiguous")  # the night that just ended, or the one before
    text = plain
    for word, instead in _THIS.items():
        text = re.sub(rf"\b{word}\b", instead, text)
    text = _COMPOUND.sub(lambda m: f"{m[1]} {'ochtend' if m[2] == 'morgen' else m[2]}", text)
    is_last_night = "last night" in text
    text = text.replace("last night", "")
    if match := _NIGHT_BETWEEN.fullmatch(text):
        return _night_between(match, now=now, typed=typed)
    clock, text = take_clock(text)
    if clock is not None and not clock.is_valid:
        raise UserError("when-not-understood")
    words = text.replace("~", " ~ ").split()
    is_about = any(word in APPROXIMATE for word in words) or any(word in APPROXIMATE for word in plain.split())
    parts = [PARTS[word] for word in words if word in PARTS]
    rest = " ".join(w for w in words if w not in PARTS and w not in APPROXIMATE and w not in FILLERS)
    if len(set(parts)) > 1:
        raise UserError("when-not-understood")
    hours = _LAST_NIGHT if is_last_night else PART_HOURS[parts[0]] if parts else None
    if clock is None and hours is None and not rest:
        raise UserError("when-not-understood")
    days = read_days(rest, today=now.date()) if rest else None
    if days is not None and days.first > now.date():
        raise UserError("when-in-future")
    if clock is None and hours is None:
        return _whole_days(days or one(now.date()), is_about=is_about, typed=typed)
    if days is not None and not days.is_one_day:
        raise UserError("when-not-understood")
    base = days.first if days is not None else None
    if clock is None:
        return _part(base, hours or _LAST_NIGHT, is_about=is_about, now=now, typed=typed)
    moment = _clock_moment(base, hours, clock, now=now)
    precision = Precision.ABOUT if is_about else Precision.MINUTE if clock.minute is not None else Precision.HOUR
    return _point(moment, precision, now=now, typed=typed)


def _night_between(match: re.Match[str], *, now: dt.datetime, typed: str) -> When:
    """Read "vr 13 op za 14 mrt, 23:40" and "nacht van vr op za": the night that ends on the second day."""
    clock, rest = take_clock(match["to"])
    to = " ".join(rest.split())
    days = read_days(to, today=now.date())
    if not days.is_one_day or (clock is not None and not clock.is_valid):
        raise UserError("when-not-understood")
    base = days.first - _DAY
    if match["from_day"] and base.day != int(match["from_day"]):
        raise UserError("when-not-understood")
    if match["from_weekday"] and base.weekday() != WEEKDAYS[match["from_weekday"]]:
        raise UserError("when-weekday-differs")
    if clock is None:
        return _part(base, PART_HOURS["night"], is_about=False, now=now, typed=typed)
    moment = _clock_moment(base, PART_HOURS["night"], clock, now=now)
    return _point(moment, Precision.HOUR if clock.minute is None else Precision.MINUTE, now=now, typed=typed)


def _whole_days(days: Days, *, is_about: bool, typed: str) -> When:
    precision = Precision.ABOUT if is_about else days.precision
    match days.precision:
        case Precision.YEAR:
            return When(start=f"{days.first.year:04}", precision=precision, typed=typed)
        case Precision.MONTH:
            return When(start=f"{days.first:%Y-%m}", precision=precision, typed=typed)
        case Precision.SEASON:
            return When(start=f"{days.first:%Y-%m}", end=f"{days.last:%Y-%m}", precision=precision, typed=typed)
        case _:
            end = None if days.first == days.last else str(days.last)
            return When(start=str(days.first), end=end, precision=precision, typed=typed)


def _part(base: dt.date | None, hours: tuple[int, int], *, is_about: bool, now: dt.datetime, typed: str) -> When:
    """Give a part of a day: its hours, cut off at now while it is still going on."""
    first, last = hours
    if base is None:
        base = now.date() if now.hour >= first else now.date() - _DAY
    midnight = dt.datetime.combine(base, dt.time())
    start, end = midnight + first * _HOUR, min(midnight + last * _HOUR, now)
    if start > now:
        raise UserError("when-in-future")
    return When(
        start=start.isoformat(timespec="hours"),
        end=end.isoformat(timespec="hours"),
        precision=Precision.ABOUT if is_about else Precision.HOUR,
        typed=typed,
    )


def _clock_moment(
    base: dt.date | None, hours: tuple[int, int] | None, clock: Clocktime, *, now: dt.datetime
) -> dt.datetime:
    """Find the moment of that time of day; without a date the last one that has come."""
    candidates = [
        dt.datetime.combine(day, dt.time()) + hour * _HOUR + (clock.minute or 0) * _MINUTE
        for day in ([base] if base else [now.date() - 2 * _DAY, now.date() - _DAY, now.date()])
        for hour in _hours_meant(clock, hours)
    ]
    past = [moment for moment in candidates if moment <= now]
    if not past:
        raise UserError("when-in-future")
    if base is not None and len(past) > 1:
        raise UserError("when-ambiguous")
    return max(past)


def _hours_meant(clock: Clocktime, hours: tuple[int, int] | None) -> tuple[int, ...]:
    """Hours from midnight that `clock` can mean within a part of a day; two when nothing tells them apart."""
    if hours is None:
        return (clock.hour % 12, clock.hour % 12 + 12) if clock.twelve else (clock.hour,)
    first, last = hours
    fitting = tuple(hour for hour in (clock.hour, clock.hour + 12, clock.hour + 24) if first - 1 <= hour <= last + 1)
    return fitting[:1] or (clock.hour,)
