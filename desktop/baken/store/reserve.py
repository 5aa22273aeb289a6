"""Room kept for the draft that is typed last: on a full disk it still fits before a lock, the end or a crash.

The reserve is a file of random bytes, so that no file system makes it smaller than it is. It is written over in its
place and then takes the draft's name: whatever happens in between, the draft stored before is whole.
"""

import os
from contextlib import suppress

from baken import crypto
from baken.held import Held

from .files import write_beside, write_whole

NAME = ".reserve"


def keep_reserve(place: Held, size_bytes: int) -> None:
    """Make the reserve, or make it whole again, as far as the disk has room; what hinders it hinders nothing else."""
    with suppress(OSError):
        try:
            descriptor = place.open_to_change(NAME)
        except FileNotFoundError:
            descriptor = place.create(NAME)
        try:
            lacking = size_bytes - os.lseek(descriptor, 0, os.SEEK_END)
            if lacking > 0:
                write_whole(descriptor, crypto.random_bytes(lacking))
        finally:
            os.close(descriptor)


def write_into_reserve(place: Held, name: str, data: bytes) -> None:
    """Give a file the room of the reserve, durable when this returns; raises OSError where that is not enough."""
    try:
        descriptor = place.open_to_change(NAME)
        try:
            write_whole(descriptor, data)
            os.ftruncate(descriptor, len(data))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        place.replace(NAME, name)
    except OSError:  # a file system that writes elsewhere what is written over: there its room is what helps
        with suppress(FileNotFoundError):
            place.remove(NAME)
        write_beside(place, name, data)
