"""Files of backups on their way from disk to disk: in blocks, synced, under a hidden name until they are whole.

Every function that takes long is a generator that yields (done, total) bytes after each block, so that the thread it
runs on can do something else in between. Sealed attachments are files with a random name that never change.
"""

import hashlib
import os
import re
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from baken.errors import UserError
from baken.held import replace_durably, sync_descriptor

from .building import hidden_in
from .files import file_errors, open_own

ATTACHMENTS = "attachments"
BLOCK_BYTES = 1 << 20
_ATTACHMENT = re.compile(r"[0-9a-f]{32}")
T = TypeVar("T")
Steps = Generator[tuple[int, int], None, T]


def attachment_sizes(folder: Path) -> dict[str, int]:
    """Give names and sizes (bytes) of the sealed attachments in a folder; one that is not there holds none."""
    try:
        with os.scandir(folder) as found:
            return {each.name: each.stat().st_size for each in found if _ATTACHMENT.fullmatch(each.name)}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UserError("disk-failed", number=error.errno or 0) from error


def hashed(path: Path) -> Steps[tuple[str, int]]:
    """Read a file; gives its SHA-256 in hexadecimal and its size in bytes."""
    digest, done = hashlib.sha256(), 0
    with file_errors():
        total = path.stat().st_size
        with open_own(path) as file:
            while block := file.read(BLOCK_BYTES):
                digest.update(block)
                done += len(block)
                yield done, total
    return digest.hexdigest(), done


def copied(source: Path, target: Path) -> Steps[tuple[str, int]]:
    """Copy a file over `target`, durable and whole or not at all; gives SHA-256 and size of what was read.

    Raises UserError disk-full, disk-failed, folder-read-only, folder-gone.
    """
    digest, done, hidden = hashlib.sha256(), 0, hidden_in(target.parent)
    try:
        with file_errors():
            total = source.stat().st_size
            with open_own(source) as file, hidden.open("xb") as out:
                hidden.chmod(0o600)
                while block := file.read(BLOCK_BYTES):
                    digest.update(block)
                    out.write(block)
                    out.flush()
                    sync_descriptor(out.fileno())  # little by little, so that no step waits for all of it
                    done += len(block)
                    yield done, total
            replace_durably(hidden, target)
    except BaseException:
        with suppress(OSError):
            hidden.unlink()
        raise
    return digest.hexdigest(), done
