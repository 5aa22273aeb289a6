"""The age layer alone: sealing any file, and the rescue path that opens one without Baken's vault.

Unsealing writes nothing unless all of the file verifies.
"""

from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from baken.errors import UserError
from baken.store.files import open_regular
from baken.wire.age import open_file, seal_file, verify_file

from .outfile import reveal, write_hidden


def seal(source: Path, recipients: Sequence[str], out: Path) -> None:
    """Seal a file to age recipients. Raises UserError file-missing, file-exists, key-text-invalid, age-recipients."""
    with _opened(source) as file:
        reveal(write_hidden(out, lambda target: seal_file(file, target, recipients)))


def unseal(source: Path, identities: Sequence[str], out: Path) -> int:
    """Open an age file and give the size of what was in it, in bytes.

    Raises UserError file-missing, file-exists, age-no-identity, age-header, age-header-mac, age-payload and the
    like: then nothing was written.
    """
    with _opened(source) as file:
        size = verify_file(file, identities)
        file.seek(0)

        def write(target: BinaryIO) -> None:
            open_file(file, target, identities)

        reveal(write_hidden(out, write))
    return size


def read_identities(text: str) -> list[str]:
    """Read an identity file as age writes it: a key a line, comments behind #. Raises UserError key-text-invalid."""
    lines = [line.strip() for line in text.splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if not keys:
        raise UserError("key-text-invalid")
    return keys


def _opened(path: Path) -> BufferedReader:
    try:
        return open_regular(path)
    except OSError:
        raise UserError("file-missing") from None
