"""One programme per vault: a lock of the operating system that dies with its process.

The lock file is opened close-on-exec, so that a process replaced at lock time does not refuse its successor
(security.md, "Lock": a QLockFile held across execv did). The file is empty and stays; only the lock counts.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from baken.errors import BugError, UserError

from .files import file_errors

LOCK_NAME = "lock"


class InstanceLock:
    """The right to do something with one folder, by default to open its vault, held from `acquire` to `release`."""

    def __init__(self, folder: Path, name: str = LOCK_NAME) -> None:
        self._path = folder / name
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock without waiting. Raises UserError already-open, no-vault or folder-read-only."""
        if self._descriptor is not None:
            raise BugError("the lock is held")
        if not self._path.parent.is_dir():
            raise UserError("no-vault")
        with file_errors():
            descriptor = _open(self._path)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise UserError("already-open") from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _open(path: Path) -> int:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOINHERIT, 0o600)

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open(path: Path) -> int:
        careful = os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK  # no link out of the folder, no pipe that waits
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | careful, 0o600)
        except OSError:
            with suppress(FileNotFoundError):
                return os.open(path, os.O_RDONLY | careful)  # a read-only folder can still be verified
            raise

    def _lock(descriptor: int) -> None:
        # flock and not lockf: it belongs to this open file, so a second opener in this process is refused too,
        # and closing some other handle of the file does not drop it.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
