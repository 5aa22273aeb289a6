"""Making a vault and unlocking one: the pure computing before a Workspace exists.

Both take about a second and belong in the pool. Nothing here keeps a passphrase.
"""

import re
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import Clock
from baken.store import slots
from baken.store.attempts import begin_try, one_at_a_time, wait_s
from baken.store.creation import create_vault
from baken.store.kdf import KdfParameters, derive
from baken.store.slots import UserKeys
from baken.store.verify import Progress, Verification, verify_vault

from .paths import Paths


def make_vault(
    folder: Path,
    *,
    site_name: str,
    user_name: str,
    passphrase: str,
    clock: Clock,
    site_code: str = "",
    kdf: KdfParameters | None = None,
) -> UserKeys:
    """Make a live vault with its site key and first user; POOL.

    Raises UserError: folder-not-empty, name-empty, passphrase-empty, malformed, disk-full, folder-read-only.
    """
    return create_vault(
        folder,
        site_name=site_name,
        site_code=site_code or code_of(site_name),
        user_name=user_name,
        passphrase=passphrase,
        practice=False,
        clock=clock,
        kdf=kdf,
    )


def unlock(paths: Paths, user_name: str, passphrase: str, clock: Clock) -> UserKeys:
    """Open a user's slot; POOL.

    Raises UserError: wrong-name-or-passphrase, wait, no-vault, no-vault-chosen, slots-unreadable, folder-unreadable,
    vault-newer.
    """
    return slots.unlock(paths.vault_folder(), user_name, passphrase, clock)


def verify_whole(
    paths: Paths, user_name: str, passphrase: str, clock: Clock, progress: Progress | None = None
) -> Verification:
    """Check a closed vault: integrity, every chain, every signature; writes nothing but the count of a wrong try.

    Raises UserError like `unlock`, and already-open.
    """
    folder = paths.vault_folder()
    slot_file = slots.SlotFile.load(folder)
    with one_at_a_time(folder):
        if seconds := wait_s(folder, clock):
            raise UserError("wait", seconds=seconds)
        try:
            keys = slot_file.open(derive(slot_file.vault_salt, user_name, passphrase, slot_file.parameters))
        except UserError:
            begin_try(folder, clock)
            raise
    return verify_vault(folder, keys, state_folder=paths.state, progress=progress)


def code_of(site_name: str) -> str:
    """Give a short code for a site from its name: "Locatie Oost" becomes "L-OOST"."""
    words = re.findall(r"[A-Za-z0-9]+", site_name)
    first = "".join(f"{word[0]}-" for word in words[:-1])[:8].upper()
    return (first + (words[-1] if words else "SITE"))[:16].upper()
