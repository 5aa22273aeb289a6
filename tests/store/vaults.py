"""Vaults for the tests of store: real files, the cheapest allowed key derivation."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from baken.model.clock import FixedClock
from baken.model.records import Observation, When
from baken.store.creation import create_vault
from baken.store.journal import NewEntry
from baken.store.kdf import FLOOR_KIB, KdfParameters, derive
from baken.store.slots import UserKeys, unlock
from baken.store.vault import OpenVault, open_vault

CHEAP = KdfParameters(memory_kib=FLOOR_KIB, iterations=1)
NOW_MS = 1_790_000_000_000
PASSPHRASE = "zeven natte fietsen"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A vault on disk with its first user's keys."""

    folder: Path
    keys: UserKeys
    clock: FixedClock

    def open(self, state_folder: Path | None = None) -> OpenVault:
        """Open it and catch up."""
        vault = open_vault(self.folder, self.keys, self.clock, state_folder=state_folder)
        vault.catch_up()
        return vault

    def copy(self, folder: Path) -> "Made":
        """Copy every file to another folder, with a clock of its own."""
        shutil.copytree(self.folder, folder)
        return Made(folder=folder, keys=self.keys, clock=FixedClock(NOW_MS))


@contextmanager
def another_account(folder: Path) -> Iterator[None]:
    """Be somebody who may not look into the folder: another account where the tests run as root, who may do all."""
    before = folder.stat().st_mode
    folder.chmod(0o000)
    account = os.geteuid()
    if account == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(account)
        folder.chmod(before & 0o7777)


def make_vault(folder: Path, *, site: str = "Locatie Oost", code: str = "OOST", practice: bool = True) -> Made:
    """Make a vault whose first user is Anouk."""
    clock = FixedClock(NOW_MS)
    keys = create_vault(
        folder,
        site_name=site,
        site_code=code,
        user_name="Anouk",
        passphrase=PASSPHRASE,
        practice=practice,
        clock=clock,
        kdf=CHEAP,
    )
    return Made(folder=folder, keys=keys, clock=clock)


def piece(text: str = "Yonas kwam terug met een nieuwe telefoon", *, wall_ms: int | None = None) -> NewEntry:
    """Make a piece as the window would write it."""
    return NewEntry(
        kind="observation",
        entity=secrets.token_hex(16),
        body=Observation(text=text, when=When(start="2026-09-20T23:40")),
        wall_ms=wall_ms,
    )


def add_user(vault: OpenVault, name: str, *capabilities: str) -> str:
    """Add a user with the passphrase of all tests; gives the person id."""
    slot_file = vault.people.slot_file()
    keys = derive(slot_file.vault_salt, name, PASSPHRASE, slot_file.parameters)
    return vault.people.add_user(name, capabilities, keys)


def opened(made: Made, name: str, passphrase: str = PASSPHRASE) -> OpenVault:
    """Unlock as somebody would."""
    vault = open_vault(made.folder, unlock(made.folder, name, passphrase, made.clock), made.clock)
    vault.catch_up()
    return vault


def texts(vault: OpenVault) -> set[str]:
    """Give the texts of all pieces that the journal opens for this user."""
    entries, _ = vault.journal.decoded(0, 1_000_000)
    return {entry.body.decode().split('"text":"')[1].split('"')[0] for entry in entries if entry.kind == "observation"}
