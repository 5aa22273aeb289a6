"""The inbox of a vault: sealed files that were written while it was locked, each until it is in the journal.

Writing needs no key and reads nothing. Names are random; whatever else lies here is left where it is and named.
"""

import re
from contextlib import suppress
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import hold
from baken.wire.capture import SEALED_MAX_BYTES

from .files import file_errors, open_own, remove_durably, write_durably

FOLDER = "inbox"
MOST_FILES = 1000  # taken at one unlock; the others wait for the next
_NAME = re.compile(r"[0-9a-f]{32}\.age")


def put(vault: Path, sealed: bytes) -> None:
    """Lay a sealed file into the inbox, durable when this returns.

    Raises UserError disk-full, disk-failed, folder-read-only, folder-gone, vault-linked.
    """
    with file_errors(), hold(vault / FOLDER, vault, make=True):
        write_durably(vault / FOLDER / f"{crypto.random_bytes(16).hex()}.age", sealed, vault)


def waiting(vault: Path) -> tuple[list[str], bool]:
    """Give the names of files to be read, and whether something else lies here too. Raises UserError."""
    names: list[str] = []
    with file_errors(), suppress(FileNotFoundError), hold(vault / FOLDER, vault) as place:
        names = sorted(name for name, _ in place.found() if not name.startswith("."))
    known = [name for name in names if _NAME.fullmatch(name)]
    return known[:MOST_FILES], len(known) != len(names)


def read(vault: Path, name: str) -> bytes:
    """Give a file's bytes, one more than the format allows at most; a link is not followed. Raises UserError."""
    with file_errors(), open_own(vault / FOLDER / name, vault) as file:
        return file.read(SEALED_MAX_BYTES + 1)


def remove(vault: Path, name: str) -> None:
    """Delete a file whose words are in the journal, durable when this returns. Raises UserError."""
    if not _NAME.fullmatch(name):
        raise UserError("not-found", what="locked capture")
    with file_errors():
        remove_durably(vault / FOLDER / name, vault)
