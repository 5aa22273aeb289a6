"""The mailbox as a whole: its database, its key, its limits and its clock, opened together."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from sqlalchemy import Engine, select, update

from baken import crypto
from baken_registry.database import mailbox as mailbox_row
from baken_registry.database import open_database, transaction
from baken_registry.limits import Limits
from baken_registry.mailbox_key import load_or_make_seed


class Mailbox(msgspec.Struct, frozen=True, kw_only=True):
    """What every request works on. `now_ms` gives UTC milliseconds; `data_folder` belongs to the mailbox alone."""

    engine: Engine
    seed: bytes
    data_folder: Path
    limits: Limits
    now_ms: Callable[[], int]

    @property
    def public_key(self) -> str:
        """The key by which laptops know this mailbox, as hexadecimal text."""
        return crypto.public_of(self.seed).hex()


def open_mailbox(database: str, data_folder: Path, limits: Limits, now_ms: Callable[[], int]) -> Mailbox:
    """Open key and database, making both at first use; close with `mailbox.engine.dispose()`.

    Raises UserError as `load_or_make_seed` and `open_database` do.
    """
    seed = load_or_make_seed(data_folder)
    engine = open_database(database, crypto.public_of(seed).hex())
    return Mailbox(engine=engine, seed=seed, data_folder=data_folder, limits=limits, now_ms=now_ms)


def remember_address(engine: Engine, address: str) -> None:
    """Note where the mailbox listens, so that enrolling needs no address; raises UserError("storage")."""
    with transaction(engine) as connection:
        connection.execute(update(mailbox_row).values(address=address))


def last_address(engine: Engine) -> str | None:
    """Give where the mailbox last listened; raises UserError("storage")."""
    with transaction(engine) as connection:
        found: str | None = connection.execute(select(mailbox_row.c.address)).scalar_one()
        return found
