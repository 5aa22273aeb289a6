"""Removing a user, whose cost grows with the journal."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baken.model.clock import SystemClock
from baken.model.codes import Capability
from baken.store.creation import journal_path
from baken.store.kdf import derive
from baken.store.removal import remove_users
from baken.store.vault import open_vault

from .frame import Row, timed
from .vaults import filled_vault

PIECES = 100_000
PER_100_MB_S = 3.0


def rows() -> Iterator[Row]:
    """Measure the removal itself: from the wish to the switch, with the old journal still there."""
    with tempfile.TemporaryDirectory() as name:
        folder, clock = Path(name) / "vault", SystemClock()
        vault = open_vault(folder, filled_vault(folder, clock, pieces=PIECES), clock)
        slot_file = vault.people.slot_file()
        passphrase = random.Random(5).randbytes(16).hex()
        slot_keys = derive(slot_file.vault_salt, "Wie gaat", passphrase, slot_file.parameters)
        person = vault.people.add_user("Wie gaat", (Capability.MENTOR.value,), slot_keys)
        seconds = timed(lambda: remove_users(vault, frozenset({person})))
        size_mb = journal_path(folder, 2).stat().st_size / 1e6
        yield Row(
            what=f"remove a user, journal of {size_mb:.0f} MB, per 100 MB",
            value=seconds * 100 / size_mb,
            at_most=PER_100_MB_S,
        )
