"""The other side of the crash tests of people: changes who may open a vault and says what became true.

Run as `python remover.py WHAT FOLDER KEYS`; the parent kills it at a random moment, or lets one call to the disk fail.
"""

import pickle
import sys
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.store.kdf import SlotKeys
from baken.store.removal import remove_users
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault


def say(text: str) -> None:
    """Acknowledge."""
    print(text, flush=True)


def remove(vault: OpenVault, folder: Path) -> None:
    """Remove everybody but oneself, and open the vault again as anybody would."""
    gone = frozenset(user.person for user in vault.people.users() if user.person != vault.certificate.person)
    keys = remove_users(vault, gone)
    open_vault(folder, keys, SystemClock(), state_folder=folder / "state").close()


def change(vault: OpenVault) -> None:
    """Change one's passphrase again and again, as keys that need no derivation."""
    for count in range(1, 200):
        vault.people.change_passphrase(vault.keys, slot_keys(count))
        say(f"changed {count}")


def slot_keys(count: int) -> SlotKeys:
    """Give what a passphrase would be derived to."""
    return SlotKeys(sealing=bytes([count]) * 32, committing=bytes([count]) * 32)


def main() -> None:
    """Do what was asked until done or killed."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    keys: UserKeys = pickle.loads(Path(sys.argv[3]).read_bytes())
    try:
        vault = open_vault(folder, keys, SystemClock(), state_folder=folder / "state")
        vault.catch_up()
        say("open")
        if what == "remove":
            remove(vault, folder)
        else:
            change(vault)
            vault.close()
    except UserError as error:
        say(error.code)
        return
    say("done")


if __name__ == "__main__":
    main()
