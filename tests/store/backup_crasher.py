"""The other side of the tests that kill, cut and starve backups and restores.

Run as `python backup_crasher.py WHAT FOLDER KEYS PLACE [INTO]`. Every line on standard output was acknowledged, so it
must hold whatever happens next. `once` and `back` say nothing and end with 0 (done) or 10 (refused).
"""

import pickle
import sys
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.model.records import Observation, When
from baken.store.backup import Origin, make_backup
from baken.store.journal import NewEntry
from baken.store.restore import restore
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault

PASSPHRASE = "zeven natte fietsen"
DONE, REFUSED = 0, 10
REFUSALS = frozenset(
    ("disk-full", "disk-failed", "folder-read-only", "folder-gone", "vault-unreadable", "backup-damaged")
)


def say(text: str) -> None:
    """Acknowledge."""
    print(text, flush=True)


def save(vault: OpenVault) -> str:
    """Save one piece; gives its entry."""
    body = Observation(text="stuk", when=When(start="2026-09-20T23:40"))
    return vault.append([NewEntry(kind="observation", entity="1" * 32, body=body)])[0].entry


def back_up(vault: OpenVault, keys: UserKeys, place: Path, *, saving: bool) -> str:
    """Make a backup, saving between its steps where wanted; gives its name."""
    origin = Origin(
        connection=vault.connection, folder=vault.folder, keys=keys, site=vault.card.site, laptop=vault.laptop
    )
    steps = make_backup(origin, place, SystemClock().now_ms())
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            name: str = ended.value.folder.name
            return name
        if saving:
            say(save(vault))


def main() -> int:
    """Do what was asked until done, refused or killed."""
    what, folder, place = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[4])
    keys: UserKeys = pickle.loads(Path(sys.argv[3]).read_bytes())
    if what not in {"once", "back"}:
        say("begun")
    try:
        if what in {"restore", "back"}:
            restore(place, Path(sys.argv[5]), "Anouk", PASSPHRASE, SystemClock(), state_folder=folder / "state")
            return DONE
        vault = open_vault(folder, keys, SystemClock(), state_folder=folder / "state")
        vault.catch_up()
        try:
            if what == "once":
                back_up(vault, keys, place, saving=False)
            for _ in range(0 if what == "once" else int(what)):
                say(f"backup {back_up(vault, keys, place, saving=True)}")
        finally:
            vault.close()
    except UserError as error:
        if error.code not in REFUSALS:
            raise
        return REFUSED
    return DONE


if __name__ == "__main__":
    sys.exit(main())
