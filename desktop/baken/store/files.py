"""Small files that survive a power cut, and the world's file errors as codes.

A file is written beside its name, synced, renamed over the name, and then the folder is synced: after a crash
there is the old content or the new, never half of either. Nothing here knows what a file holds.
"""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path

from baken.errors import UserError
from baken.held import READ, Held, LinkedError, hold, sync_descriptor

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_PLACE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP})


def open_regular(path: Path) -> BufferedReader:
    """Open an ordinary file that somebody chose, by a link too; a pipe would wait for ever, a device may never end.

    Raises OSError.
    """
    return _regular(os.open(path, READ))


def open_own(path: Path, root: Path | None = None) -> BufferedReader:
    """Open an ordinary file of ours, reached by no link below `root` (by default the folder that it lies in).

    Raises OSError, of which LinkedError.
    """
    with hold(path.parent, root) as place:
        return _regular(place.open(path.name))


def _regular(handle: int) -> BufferedReader:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "no ordinary file")
    return os.fdopen(handle, "rb")


@contextmanager
def file_errors() -> Iterator[None]:
    """Turn an OSError into UserError: disk-full, folder-read-only, disk-failed, folder-gone or vault-linked."""
    try:
        yield
    except OSError as error:
        raise user_error(error) from error


def is_full(error: OSError) -> bool:
    """Say whether there was no room: on the disk, in a quota, or for a file of that size."""
    return error.errno in _FULL


def user_error(error: OSError) -> UserError:
    """Name what the world refused; anything unknown is disk-failed with its number."""
    if is_full(error):
        return UserError("disk-full")
    if isinstance(error, LinkedError):
        return UserError("vault-linked")
    if error.errno in _REFUSED:
        return UserError("folder-read-only")
    if error.errno in _NO_PLACE:
        return UserError("folder-gone")
    return UserError("disk-failed", number=error.errno or 0)


def write_durably(path: Path, data: bytes, root: Path | None = None) -> None:
    """Replace `path` by `data`, durable when this returns; `root` as in `hold`.

    Raises OSError, of which LinkedError, and leaves the old file as it was. Source: security.md, "Slot file" (a
    plain rewrite lost every slot in 95 % of simulated crash states; this way none).
    """
    with hold(path.parent, root) as place:
        write_beside(place, path.name, data)


def write_beside(place: Held, name: str, data: bytes) -> None:
    """Replace a file in a folder that is held, as `write_durably`."""
    beside = f".{name}.{secrets.token_hex(4)}"
    try:
        descriptor = place.create(beside)
        try:
            write_whole(descriptor, data)
        finally:
            os.close(descriptor)
        place.replace(beside, name)
    except BaseException:
        with suppress(OSError):
            place.remove(beside)
        raise


def write_whole(descriptor: int, data: bytes) -> None:
    """Write all of `data` and bring it to the disk; raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    sync_descriptor(descriptor)


def has_room(folder: Path, size_bytes: int = 64 << 10) -> bool:
    """Say whether a file of that size can be written now; a quota counts too, so it is tried and not asked for."""
    probe = folder / ".room"
    try:
        probe.unlink(missing_ok=True)  # of a killed programme, or laid there: never written through, nor waited for
        with probe.open("xb") as file:
            file.write(bytes(size_bytes))
    except OSError as error:
        return not is_full(error)
    finally:
        with suppress(OSError):
            probe.unlink()
    return True


def remove_durably(path: Path, root: Path | None = None) -> None:
    """Delete `path` if it is there; durable when this returns; `root` as in `hold`."""
    with hold(path.parent, root) as place:
        with suppress(FileNotFoundError):
            place.remove(path.name)
        place.sync()
