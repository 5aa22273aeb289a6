"""Backups for the tests of store: real vaults, real files."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from baken.store.backup import Backup, Origin, make_backup
from baken.store.restore import Restored, restore
from baken.store.vault import OpenVault

from .vaults import NOW_MS, PASSPHRASE, Made

T = TypeVar("T")


def finish(steps: Generator[tuple[int, int], None, T]) -> T:
    """Carry steps out to their end."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            result: T = ended.value
            return result


def origin(vault: OpenVault, made: Made) -> Origin:
    """Give the open vault as a backup is made of it."""
    return Origin(
        connection=vault.connection, folder=vault.folder, keys=made.keys, site=vault.card.site, laptop=vault.laptop
    )


def back_up(vault: OpenVault, made: Made, place: Path, now_ms: int = NOW_MS) -> Backup:
    """Make a backup without a pause."""
    return finish(make_backup(origin(vault, made), place, now_ms))


def restored(made: Made, backup: Path, into: Path, state: Path | None = None) -> tuple[Restored, Made]:
    """Restore as Anouk; gives what was said and the new vault."""
    said = restore(backup, into, "Anouk", PASSPHRASE, made.clock, state_folder=state)
    return said, replace(made, folder=into)
