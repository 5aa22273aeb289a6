"""A file that arrives: it has its name only once it is whole, has the announced hash and is on the disk.

Used both ways, for a bundle that comes into the vault's folder and for one that goes onto a stick. Whatever goes
wrong on the way, nothing of the file is left behind.
"""

import errno
import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from baken import crypto
from baken.errors import UserError

PIECE_BYTES = 1024 * 1024

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class WrongBytesError(Exception):
    """What arrived is not what was announced."""


def land(pieces: Iterable[bytes], destination: Path, *, size_bytes: int, sha256: str) -> None:
    """Write `pieces` to `destination`: temporary file, fsync, rename, fsync of the folder.

    Raises WrongBytesError as soon as there is too much, or at the end where size or hash differ; OSError where
    the file cannot be written; and whatever `pieces` raises.
    """
    temporary = destination.with_name(f".{crypto.random_bytes(8).hex()}.part")
    digest = hashlib.sha256()
    left = size_bytes
    try:
        with temporary.open("xb") as output:
            for piece in pieces:
                left -= len(piece)
                if left < 0:
                    raise WrongBytesError
                digest.update(piece)
                output.write(piece)
            if left or digest.hexdigest() != sha256:
                raise WrongBytesError
            output.flush()
            _sync(output.fileno())
        temporary.replace(destination)
        sync_folder(destination.parent)
    finally:
        with suppress(OSError):  # the folder itself may be gone
            temporary.unlink(missing_ok=True)


def measure(path: Path) -> tuple[int, str]:
    """Give size and SHA-256 of a file of our own; raises UserError as `disk_errors` does."""
    digest = hashlib.sha256()
    size_bytes = 0
    with disk_errors(), path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            digest.update(piece)
            size_bytes += len(piece)
    return size_bytes, digest.hexdigest()


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn an OSError of our own disk into UserError: disk-full, folder-read-only, folder-gone or disk-failed."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("disk-full") from error
        if error.errno in _REFUSED:
            raise UserError("folder-read-only") from error
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            raise UserError("folder-gone") from error
        raise UserError("disk-failed", number=error.errno or 0) from error


@contextmanager
def stick_errors() -> Iterator[None]:
    """Turn an OSError of a stick into UserError: stick-full, stick-read-only, else stick-gone."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("stick-full") from error
        if error.errno in _REFUSED:
            raise UserError("stick-read-only") from error
        raise UserError("stick-gone") from error


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "darwin":
    import fcntl

    def _sync(handle: int) -> None:
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync alone stops at the drive's cache

else:

    def _sync(handle: int) -> None:
        os.fsync(handle)
