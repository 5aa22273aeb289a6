"""Small files that people hand to each other: cards, enrolment requests and answers. None of them holds a secret."""

from pathlib import Path

from baken.errors import UserError
from baken.store.files import file_errors, open_regular, write_durably

from .sites import CARD_MAX_BYTES


def read_small(file: Path) -> bytes:
    """Read a card, a request or an answer; raises UserError file-missing or small-file-too-large."""
    try:
        with open_regular(file) as source:
            data = source.read(CARD_MAX_BYTES + 1)
    except OSError:
        raise UserError("file-missing") from None
    if len(data) > CARD_MAX_BYTES:
        raise UserError("small-file-too-large", limit=CARD_MAX_BYTES >> 20)
    return data


def write_small(file: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file whole; in place of an older one of that name only where somebody agreed to that.

    Raises UserError file-exists, disk-full, disk-failed, folder-read-only, folder-gone.
    """
    with file_errors():
        if file.is_dir() or ((file.exists() or file.is_symlink()) and not overwrite):
            raise UserError("file-exists")
        write_durably(file, data)
