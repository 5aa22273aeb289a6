"""A folder that is there whole or not at all: built under a hidden name beside its place, then renamed.

What a programme that was killed left goes when the next folder is built in the same place; one that is still being
built holds its lock. Nothing here knows what the folder holds.
"""

import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from baken.errors import UserError
from baken.held import sync_folder

from .files import file_errors
from .instance import InstanceLock

_HIDDEN, _LOCK = ".new-", "building"


class Building:
    """A folder on its way into `place`; ended by `finish` or `discard`.

    Raises UserError disk-full, disk-failed, folder-read-only, folder-gone.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        with file_errors():
            if not place.is_dir():
                if place.exists():
                    raise UserError("folder-gone")
                place.mkdir(mode=0o700, parents=True)
                sync_folder(place.parent)
        sweep(place)
        self.path = hidden_in(place)
        with file_errors():
            self.path.mkdir(mode=0o700)
        self._lock = InstanceLock(self.path, _LOCK)
        self._lock.acquire()

    def finish(self, name: str) -> Path:
        """Give the folder its name, durably; its files must be on the disk by now."""
        named = self._place / name
        with file_errors():
            self._lock.release()
            (self.path / _LOCK).unlink()
            sync_folder(self.path)
            self.path.rename(named)
            try:
                sync_folder(self._place)
            except OSError:
                named.rename(self.path)  # what is refused is not there
                raise
        return named

    def discard(self) -> None:
        """Remove what was built; what cannot be removed stays hidden and goes the next time."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def hidden_in(place: Path) -> Path:
    """Give a name for something that does not count yet, or no more."""
    return place / f"{_HIDDEN}{secrets.token_hex(4)}"


def remove_whole(folder: Path) -> None:
    """Remove a folder so that a kill in between leaves nothing that could be taken for it."""
    hidden = hidden_in(folder.parent)
    with file_errors():
        folder.rename(hidden)
        sync_folder(folder.parent)
    shutil.rmtree(hidden, ignore_errors=True)


def sweep(place: Path) -> None:
    """Remove what killed programmes left in a place."""
    for path in place.glob(f"{_HIDDEN}*"):
        if path.is_symlink():  # nothing of ours; a lock would be made where it leads
            continue
        lock = InstanceLock(path, _LOCK)
        with suppress(UserError):
            lock.acquire()
            lock.release()
            shutil.rmtree(path, ignore_errors=True)
