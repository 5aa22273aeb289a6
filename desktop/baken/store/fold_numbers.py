"""Where a version stands in the file: numbers that grow with the claimed minute.

Descending numbers are the newest first without a sort, and what is recorded together lies together, so that a save or
an import writes few pages. A number is never lower than the first of its minute; where a minute is full, what comes
next moves on to the following free place.
"""

import datetime as dt
from collections.abc import Iterable

from .database import Connection
from .decoded import Decoded

_NEXT_TAKEN = "SELECT min(number) FROM view.version WHERE number >= ?"

_EPOCH_MINUTE = int(dt.datetime(2020, 1, 1, tzinfo=dt.UTC).timestamp()) // 60
_LAST_MINUTE = 1 << 30
_LAST_NUMBER = 1 << 62


def first_number(wall_ms: int) -> int:
    """Give the lowest number that a version of this moment can have; absurd moments are cut to the years 2020-4110."""
    return min(max(wall_ms // 60_000 - _EPOCH_MINUTE, 0), _LAST_MINUTE) << 8


def free_numbers(connection: Connection, entries: Iterable[Decoded]) -> dict[str, int]:
    """Give each entry the first free number of its claimed minute, or after it where the minute is full."""
    numbers: dict[str, int] = {}
    last, limit = -1, 0  # the numbers from last + 1 up to limit are known to be free
    for entry in sorted(entries, key=lambda entry: (entry.wall_ms, entry.logical, entry.entry)):
        wanted = max(first_number(entry.wall_ms), last + 1)
        if wanted >= limit:
            wanted, limit = _free_from(connection, wanted)
        numbers[entry.entry] = last = wanted
    return numbers


def _free_from(connection: Connection, wanted: int) -> tuple[int, int]:
    """Give a free number from `wanted` on and the next one taken, in few steps even where thousands are taken."""
    step = 0
    if _next_taken(connection, wanted) == wanted:
        step = 1
        while _next_taken(connection, wanted + step) == wanted + step:
            step *= 2
        taken = step // 2
        while step - taken > 1:
            middle = (taken + step) // 2
            if _next_taken(connection, wanted + middle) == wanted + middle:
                taken = middle
            else:
                step = middle
    return wanted + step, _next_taken(connection, wanted + step)


def _next_taken(connection: Connection, number: int) -> int:
    found: int | None = connection.execute(_NEXT_TAKEN, (number,)).fetchone()[0]
    return _LAST_NUMBER if found is None else found
