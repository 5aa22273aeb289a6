"""Files that leave the vault: written whole under a hidden name, and given their name as the last step.

Between the two the disclosure is committed, so that nothing lies under its own name unrecorded.
"""

import hashlib
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken.errors import UserError
from baken.held import hold, sync_descriptor
from baken.store.files import file_errors

_BLOCK_BYTES = 1 << 20


class OutFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is whole under its hidden name; `path` is the name that it gets, `sha256` of its bytes.

    `root` is the last folder on its way that may be reached by a link.
    """

    hidden: Path
    path: Path
    sha256: str
    root: Path


def write_hidden(
    path: Path, write: Callable[[BinaryIO], None], *, overwrite: bool = False, root: Path | None = None
) -> OutFile:
    """Let `write` fill a file beside `path`, readable for its owner alone, and bring it to the disk; POOL.

    `root` as in `hold`. Raises UserError file-exists, disk-full, disk-failed, folder-read-only, folder-gone,
    vault-linked, and what `write` raises; then nothing is left.
    """
    with file_errors():
        if path.is_dir() or ((path.exists() or path.is_symlink()) and not overwrite):
            raise UserError("file-exists")
    hidden = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    digest = hashlib.sha256()
    try:
        with file_errors(), hold(path.parent, root) as place:
            with os.fdopen(place.create(hidden.name), "wb") as file:
                write(file)
                file.flush()
                sync_descriptor(file.fileno())
            with os.fdopen(place.open(hidden.name), "rb") as file:
                while block := file.read(_BLOCK_BYTES):
                    digest.update(block)
    except BaseException:
        forget(hidden)
        raise
    return OutFile(hidden=hidden, path=path, sha256=digest.hexdigest(), root=root or path.parent)


def reveal(file: OutFile) -> None:
    """Give a file its name, durably; POOL."""
    with file_errors(), hold(file.path.parent, file.root) as place:
        place.replace(file.hidden.name, file.path.name)


def forget(*hidden: Path) -> None:
    """Remove files that were not recorded; what cannot be removed stays hidden."""
    for path in hidden:
        with suppress(OSError):
            path.unlink()
