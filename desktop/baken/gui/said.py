"""Moments as the pages say them: in the language in use, seen from today, so without the year of today."""

import datetime as dt

from baken.model.clock import SystemClock, local_time
from baken.model.codes import Precision
from baken.model.records import When

from . import language
from .text import format_moment, format_month, format_when


def now() -> dt.datetime:
    """Give the local time of this machine, without a zone."""
    return local_time(SystemClock().now_ms())


def say_moment(moment: str) -> str:
    """Give an exact ISO 8601 local moment, such as "vr 7 nov, 23:20"; empty for an empty text."""
    return format_moment(moment, language.current(), today=now().date())


def say_day(when: When) -> str:
    """Give the day alone, as short as it can be, such as "17 okt"; what is known less precisely is said in full."""
    try:
        day = dt.date.fromisoformat(when.start[:10])
    except ValueError:
        return say_when(when)
    if when.precision is Precision.ABOUT:
        return say_when(when)
    short = f"{day.day} {format_month(day.month, language.current(), short=True)}"
    return short if day.year == now().year else f"{short} {day.year}"


def say_when(when: When) -> str:
    """Give a moment or span at the precision that it is known with."""
    return format_when(when, language.current(), today=now().date())
