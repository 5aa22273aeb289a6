"""Small files that survive a power cut, and the world's file errors as codes.

A file is written beside its name, synced, renamed over the name, and then the folder is synced: after a crash
there is the old content or the new, never half of either. Nothing here knows what a file holds.
"""

import errno
import os
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path

from baken.errors import UserError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_PLACE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP})


def open_regular(path: Path) -> BufferedReader:
    """Open an ordinary file for reading; a pipe would wait for ever and a device may never end.

    Raises OSError.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "no ordinary file")
    return os.fdopen(handle, "rb")


@contextmanager
def file_errors() -> Iterator[None]:
    """Turn an OSError of the world into UserError: disk-full, folder-read-only, disk-failed or folder-gone."""
    try:
        yield
    except OSError as error:
        raise user_error(error) from error


def user_error(error: OSError) -> UserError:
    """Name what the world refused; anything unknown is disk-failed with its number."""
    if error.errno in _FULL:
        return UserError("disk-full")
    if error.errno in _REFUSED:
        return UserError("folder-read-only")
    if error.errno in _NO_PLACE:
        return UserError("folder-gone")
    return UserError("disk-failed", number=error.errno or 0)


def write_durably(path: Path, data: bytes) -> None:
    """Replace `path` by `data`, durable when this returns.

    Raises OSError and leaves the old file as it was. Source: security.md, "Slot file" (a plain rewrite lost every
    slot in 95 % of simulated crash states; this way none).
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync_descriptor(descriptor)
        finally:
            os.close(descriptor)
        replace_durably(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def has_room(folder: Path, size_bytes: int = 64 << 10) -> bool:
    """Say whether a file of that size can be written now; a quota counts too, so it is tried and not asked for."""
    probe = folder / ".room"
    try:
        probe.unlink(missing_ok=True)  # of a killed programme, or laid there: never written through, nor waited for
        with probe.open("xb") as file:
            file.write(bytes(size_bytes))
    except OSError as error:
        return error.errno not in _FULL
    finally:
        with suppress(OSError):
            probe.unlink()
    return True


def remove_durably(path: Path) -> None:
    """Delete `path` if it is there; durable when this returns."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


if sys.platform == "win32":
    import ctypes

    _REPLACE_EXISTING, _WRITE_THROUGH = 1, 8

    def sync_descriptor(descriptor: int) -> None:
        """Bring what was written to the disk itself."""
        os.fsync(descriptor)

    def sync_folder(folder: Path) -> None:
        """Windows has no sync of a folder; MOVEFILE_WRITE_THROUGH does that work."""

    def replace_durably(source: Path, target: Path) -> None:
        """Rename over `target`, returning once the rename is on the disk."""
        moved = ctypes.windll.kernel32.MoveFileExW(str(source), str(target), _REPLACE_EXISTING | _WRITE_THROUGH)
        if not moved:
            raise ctypes.WinError()

else:
    import fcntl

    _FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync alone stops at the drive's cache

    def sync_descriptor(descriptor: int) -> None:
        """Bring what was written to the disk itself."""
        if _FULL_SYNC is None:
            os.fsync(descriptor)
        else:
            fcntl.fcntl(descriptor, _FULL_SYNC)

    def sync_folder(folder: Path) -> None:
        """Bring the names in `folder` to the disk."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync_descriptor(descriptor)
        finally:
            os.close(descriptor)

    def replace_durably(source: Path, target: Path) -> None:
        """Rename over `target`, returning once the rename is on the disk."""
        source.replace(target)
        sync_folder(target.parent)
