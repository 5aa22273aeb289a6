"""Moments as the pages say them: in the language in use, seen from today, so without the year of today."""

import datetime as dt

from baken.model.clock import SystemClock, local_time
from baken.model.records import When

from . import language
from .text import format_moment, format_when


def now() -> dt.datetime:
    """Give the local time of this machine, without a zone."""
    return local_time(SystemClock().now_ms())


def say_moment(moment: str) -> str:
    """Give an exact ISO 8601 local moment, such as "vr 7 nov, 23:20"; empty for an empty text."""
    return format_moment(moment, language.current(), today=now().date())


def say_when(when: When) -> str:
    """Give a moment or span at the precision that it is known with."""
    return format_when(when, language.current(), today=now().date())
