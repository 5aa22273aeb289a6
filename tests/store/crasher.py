"""The other side of the crash tests: works on a vault and says on standard output what is durable.

Run as `python crasher.py WHAT FOLDER KEYS [BUNDLE]`; every line that it prints was acknowledged to somebody, so it
must survive whatever happens next. The parent kills it at a random moment.
"""

import os
import pickle
import secrets
import sys
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.model.records import Observation, When
from baken.store.drafts import DraftStore
from baken.store.journal import NewEntry
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault
from baken.store.verify import verify_vault


def say(text: str) -> None:
    """Acknowledge."""
    print(text, flush=True)


def save(vault: OpenVault) -> None:
    """Save pieces one by one."""
    for _ in range(5000):
        body = Observation(text="stuk", when=When(start="2026-09-20T23:40"))
        new = NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)
        say(vault.append([new])[0].entry)


def take(vault: OpenVault, bundles: Path) -> None:
    """Import bundles one after the other, saving in between."""
    for path in sorted(bundles.iterdir()):
        if vault.exchange.imported(path.name) is None:
            taking = vault.begin_import(bundle=path.name, site="f" * 64)
            for _ in taking.insert(pickle.loads(path.read_bytes())):
                body = Observation(text="tussendoor", when=When(start="2026-09-20T23:40"))
                new = NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)
                say(vault.append([new])[0].entry)
            with vault.transaction():
                taking.close(now_ms=1)
            say(f"imported {path.name}")
            vault.catch_up()


def fail(vault: OpenVault) -> None:
    """Save a few pieces while the world fails; say what was saved and what was refused."""
    for number in range(6):
        body = Observation(text=f"stuk {number} " + "x" * 5000, when=When(start="2026-09-20T23:40"))
        new = NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)
        try:
            say(vault.append([new])[0].entry)
        except UserError as error:
            say(error.code)


def read(vault: OpenVault) -> None:
    """Tell what can be read, then try to save; said by a call of its own, so that failing writes do not silence it."""
    entries, _ = vault.journal.decoded(0, 1000)
    shown = [row for row in vault.view.dump() if row.startswith("('version'")]
    told = [*vault.findings, f"entries-{len(entries)}", f"shown-{len(shown)}"]
    try:
        body = Observation(text="vol", when=When(start="2026-09-20T23:40"))
        vault.append([NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)])
        told.append("saved")
    except UserError as error:
        told.append(error.code)
    os.writev(1, [f"{line}\n".encode() for line in told])


def read_on_a_full_disk(what: str, folder: Path, keys: UserKeys) -> None:
    """Open as anybody would and say how that went."""
    try:
        if what == "verify":
            verify_vault(folder, keys)
        vault = open_vault(folder, keys, SystemClock(), state_folder=folder / "state")
        with vault.room_for_view():
            vault.catch_up()
    except UserError as error:
        os.writev(1, [f"{error.code} {error.params.get('mib', 0)}\n".encode()])
        return
    read(vault)
    vault.close()


def draft(folder: Path, keys: UserKeys, most: int = 100_000) -> None:
    """Save one draft again and again, longer each time."""
    drafts = DraftStore(folder / "drafts", keys.draft_key())
    for count in range(most):
        drafts.put("1" * 32, b"x" * count)
        say(f"draft {count}")


def main() -> None:
    """Do what was asked until done or killed."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    keys: UserKeys = pickle.loads(Path(sys.argv[3]).read_bytes())
    if what in ("read", "verify"):
        read_on_a_full_disk(what, folder, keys)
        return
    say("begun")
    if what == "draft":
        draft(folder, keys)
        return
    try:
        vault = open_vault(folder, keys, SystemClock(), state_folder=folder / "state")
        vault.catch_up()
    except UserError as error:
        say(error.code)
        return
    say("open")
    if what == "save":
        save(vault)
    elif what == "fail":
        fail(vault)
    elif what == "power":
        fail(vault)
        take(vault, Path(sys.argv[4]))
        vault.write_head()
        draft(folder, keys, most=20)
        fail(vault)
    else:
        take(vault, Path(sys.argv[4]))
    vault.close()
    say("done")


if __name__ == "__main__":
    main()
