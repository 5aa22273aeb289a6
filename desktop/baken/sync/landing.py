"""A file that arrives: it has its name only once it is whole, has the announced hash and is on the disk.

Used both ways, for a bundle that comes into the vault's folder and for one that goes onto a stick. Whatever goes
wrong on the way, nothing of the file is left behind. The folders that these files lie in are made by Baken, on sticks
too: none of them is a link.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import LinkedError, hold, sync_descriptor

PIECE_BYTES = 1024 * 1024

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class WrongBytesError(Exception):
    """What arrived is not what was announced."""


def land(pieces: Iterable[bytes], destination: Path, *, size_bytes: int, sha256: str, root: Path | None = None) -> None:
    """Write `pieces` to `destination`: temporary file, fsync, rename, fsync of the folder.

    `root` is the last folder on the way that may be reached by a link: by default the one above.

    Raises WrongBytesError as soon as there is too much, or at the end where size or hash differ; OSError where
    the file cannot be written; and whatever `pieces` raises.
    """
    temporary = f".{crypto.random_bytes(8).hex()}.part"
    digest = hashlib.sha256()
    left = size_bytes
    with hold(destination.parent, root or destination.parent.parent) as folder:
        try:
            with os.fdopen(folder.create(temporary), "wb") as output:
                for piece in pieces:
                    left -= len(piece)
                    if left < 0:
                        raise WrongBytesError
                    digest.update(piece)
                    output.write(piece)
                if left or digest.hexdigest() != sha256:
                    raise WrongBytesError
                output.flush()
                sync_descriptor(output.fileno())
            destination.parent.lstat()  # a folder that went away meanwhile would take the file with it
            folder.replace(temporary, destination.name)
        finally:
            with suppress(OSError):  # it has its name by now, or the folder itself is gone
                folder.remove(temporary)


def open_sealed(path: Path, root: Path | None = None) -> BufferedReader:
    """Open a sealed file in a folder of Baken's, no link and no pipe; `root` as in `land`. Raises OSError."""
    with hold(path.parent, root or path.parent.parent) as folder:
        handle = folder.open(path.name)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "no ordinary file")
    return os.fdopen(handle, "rb")


def measure(path: Path) -> tuple[int, str]:
    """Give size and SHA-256 of a file of our own; raises UserError as `disk_errors` does."""
    digest = hashlib.sha256()
    size_bytes = 0
    with disk_errors(), open_sealed(path) as file:
        while piece := file.read(PIECE_BYTES):
            digest.update(piece)
            size_bytes += len(piece)
    return size_bytes, digest.hexdigest()


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn an OSError of our own disk: disk-full, folder-read-only, folder-gone, vault-linked or disk-failed."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("disk-full") from error
        if isinstance(error, LinkedError):
            raise UserError("vault-linked") from error
        if error.errno in _REFUSED:
            raise UserError("folder-read-only") from error
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            raise UserError("folder-gone") from error
        raise UserError("disk-failed", number=error.errno or 0) from error


@contextmanager
def stick_errors() -> Iterator[None]:
    """Turn an OSError of a stick: stick-full, stick-read-only, stick-damaged (a link), else stick-gone."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise UserError("stick-full") from error
        if error.errno in _REFUSED:
            raise UserError("stick-read-only") from error
        if isinstance(error, LinkedError):
            raise UserError("stick-damaged") from error
        raise UserError("stick-gone") from error
