"""What a wrong passphrase is told with: how long to wait before the next try."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import Clock
from baken.store.attempts import wait_s

WRONG = "wrong-name-or-passphrase"


@contextmanager
def saying_how_long(vault_folder: Path, clock: Clock) -> Iterator[None]:
    """Give a refused passphrase the seconds until the next try along; for a worker, nothing of Qt."""
    try:
        yield
    except UserError as refused:
        if refused.code != WRONG:
            raise
        raise UserError(refused.code, seconds=wait_s(vault_folder, clock)) from None
