"""The mailbox's own Ed25519 key: made at first use, kept in the data folder, readable by its owner only.

Every answer and receipt carries its signature, so whoever reads it can speak as the mailbox (but open nothing).
"""

import os
from pathlib import Path

from baken import crypto
from baken.errors import UserError

KEY_FILE = "mailbox.key"


def load_or_make_seed(data_folder: Path) -> bytes:
    """Give the 32-byte seed, making it durably where there is none; a second process gets the same.

    Raises UserError("mailbox-key-exposed") where group or others may read it, "mailbox-key-unreadable" for a file
    that is not 64 hex digits, and "data-folder" where the folder cannot be made, read or written.
    """
    path = data_folder / KEY_FILE
    try:
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise UserError("mailbox-key-exposed")
        text = path.read_bytes()
    except OSError as problem:
        raise UserError("data-folder") from problem
    return _read(text)


def _read(text: bytes) -> bytes:
    try:
        seed = bytes.fromhex(text.decode("ascii").strip())
    except ValueError as problem:
        raise UserError("mailbox-key-unreadable") from problem
    if len(seed) != 32:
        raise UserError("mailbox-key-unreadable")
    return seed


def _make(path: Path) -> None:
    """Write a whole file first and then give it its name, so that no reader meets half a key."""
    temporary = path.with_name(f"{KEY_FILE}.{crypto.random_bytes(8).hex()}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(crypto.new_seed().hex().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(temporary)  # fails where another process was first, and then its key counts
        except FileExistsError:
            return
    finally:
        temporary.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
