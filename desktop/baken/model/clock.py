"""The seam through which time comes in; passed to whatever needs it, never a global.

A stored wall time is UTC milliseconds; what people read and type is local time without a zone, as on the wall
of the office.
"""

import datetime as dt
import time
from typing import Protocol


class Clock(Protocol):
    """Where "now" comes from."""

    def now_ms(self) -> int:
        """Give the wall time in UTC milliseconds since 1970."""


class SystemClock:
    """The clock of this machine."""

    def now_ms(self) -> int:
        """Give the wall time in UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000


class FixedClock:
    """A clock that stands until it is moved, for tests and for the practice vault."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def now_ms(self) -> int:
        """Give the moment it was set to."""
        return self._now_ms

    def set(self, now_ms: int) -> None:
        """Move to another moment, forwards or backwards."""
        self._now_ms = now_ms


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_YEAR_MS = 366 * 86_400_000
_FIRST_MS, _LAST_MS = -1900 * _YEAR_MS, 7900 * _YEAR_MS


def local_time(wall_ms: int) -> dt.datetime:
    """Local wall time without a zone; a claim outside the calendar gives its nearest end."""
    claimed = min(max(wall_ms, _FIRST_MS), _LAST_MS)
    return (_EPOCH + dt.timedelta(milliseconds=claimed)).astimezone().replace(tzinfo=None)


def local_iso(wall_ms: int) -> str:
    """Local ISO 8601 to the minute."""
    return local_time(wall_ms).isoformat(timespec="minutes")


def utc_ms(local: dt.datetime) -> int:
    """UTC milliseconds of a local wall time without a zone; the earlier one where the clock is set back."""
    return round(local.astimezone().timestamp() * 1000)
