"""The seam through which time comes in; passed to whatever needs it, never a global.

A stored wall time is UTC milliseconds; what people read and type is local time without a zone, as on the wall of
the office.
"""

import datetime
import time
from typing import Protocol


class Clock(Protocol):
    """Where "now" comes from."""

    def now_ms(self) -> int:
        """Wall time in UTC milliseconds since 1970."""


class SystemClock:
    """The clock of this machine."""

    def now_ms(self) -> int:
        """Wall time in UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000


class FixedClock:
    """A clock that stands until it is moved, for tests and for the practice vault."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        """The moment it was set to."""
        return self._now_ms

    def set(self, now_ms: int) -> None:
        """Move to another moment, forwards or backwards."""
        self._now_ms = now_ms


def local_time(wall_ms: int) -> datetime.datetime:
    """Local wall time without a zone for UTC milliseconds; a moment outside the calendar gives its nearest end."""
    try:
        return (
            datetime.datetime.fromtimestamp(wall_ms / 1000, tz=datetime.UTC).astimezone().replace(tzinfo=None)
        )
    except (OverflowError, ValueError, OSError):
        return datetime.datetime.min if wall_ms < 0 else datetime.datetime.max


def local_iso(wall_ms: int) -> str:
    """Local ISO 8601 to the minute."""
    return local_time(wall_ms).isoformat(timespec="minutes")


def utc_ms(local: datetime.datetime) -> int:
    """UTC milliseconds of a local wall time without a zone; the earlier one where the clock is set back."""
    return round(local.astimezone().timestamp() * 1000)
