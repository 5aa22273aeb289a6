"""Power cuts at random moments of saves, imports and drafts: nothing corrupt, nothing acknowledged lost.

The requests are recorded once with strace, then cut at random places; without strace there are no cases.
"""

import pickle
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.drafts import DraftStore
from baken.store.slots import SlotFile
from baken.store.vault import open_vault

from . import power
from .test_disk import CRASHER, TRACERS
from .vaults import Made, piece

STATES = {"test": 300, "long": 20_000, "torture": 1_000_000}
PER_BUNDLE = 30


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """A vault before a day's work, what the work asked of the disk, and what its bundles held."""

    made: Made
    events: list[power.Event]
    by_bundle: dict[str, set[str]]

    def survives(self, states: int, scratch: Path) -> None:
        """Cut the power so many times; raises AssertionError or an error of the vault for the first loss."""
        chance = random.Random(random.getrandbits(64))
        cuts = sorted(chance.randrange(len(self.events) + 1) for _ in range(states))
        disk, said, position = power.Disk(self.made.folder), b"", 0
        for cut in cuts:
            for event in self.events[position:cut]:
                disk.apply(event)
                said += event.data if event.what == "say" else b""
            position = max(position, cut)
            state = replace(self.made, folder=scratch / "state")
            disk.cut(chance, state.folder)
            check(state, said.decode().split("\n")[:-1], self.by_bundle)
            shutil.rmtree(state.folder)


@pytest.fixture
def recorded(made: Made, foreign: Made, tmp_path: Path) -> Recorded:
    there = foreign.open()
    bundles, by_bundle = tmp_path / "bundles", {}
    bundles.mkdir()
    for number in range(2):
        written = there.append([piece() for _ in range(PER_BUNDLE)])
        name = f"{number:032x}"
        by_bundle[name] = {entry.entry for entry in written}
        (bundles / name).write_bytes(pickle.dumps(there.journal.bundle_entries(list(by_bundle[name]))))
    there.close()
    keys, log = tmp_path / "keys", tmp_path / "log"
    keys.write_bytes(pickle.dumps(made.keys))
    before = made.copy(tmp_path / "before")
    command = [sys.executable, str(CRASHER), "power", str(made.folder), str(keys), str(bundles)]
    subprocess.run([TRACERS[0], "-o", str(log), *power.STRACE, *command], check=True, capture_output=True)
    events = list(power.read_log(log, made.folder))
    shutil.rmtree(made.folder)
    before.folder.rename(made.folder)
    return Recorded(made=made, events=events, by_bundle=by_bundle)


@pytest.mark.parametrize("traced", TRACERS)
@pytest.mark.timeout(7200)
def test_no_power_cut_loses_what_was_acknowledged(traced: str, recorded: Recorded, tmp_path: Path, depth: str) -> None:
    assert len(recorded.events) > 100
    recorded.survives(STATES[depth], tmp_path)


@pytest.mark.parametrize("traced", TRACERS)
@pytest.mark.parametrize("unsynced", ["journal-1.db-wal", "vault"])
def test_a_sync_that_is_left_out_is_noticed(traced: str, recorded: Recorded, tmp_path: Path, unsynced: str) -> None:
    kept = [event for event in recorded.events if event.what != "sync" or Path(event.path).name != unsynced]
    if unsynced == "vault":  # and the folders inside it: a new name is then never on the disk
        kept = [event for event in kept if event.what != "sync" or Path(event.path).suffix]
    assert len(kept) < len(recorded.events)
    with pytest.raises((AssertionError, UserError)):
        replace(recorded, events=kept).survives(300, tmp_path)


def check(state: Made, said: list[str], by_bundle: dict[str, set[str]]) -> None:
    """Open the state as anybody would after the light comes back."""
    assert SlotFile.load(state.folder)
    vault = open_vault(state.folder, state.keys, state.clock, state_folder=state.folder / "state")
    vault.catch_up()
    entries, _ = vault.journal.decoded(0, 1000)
    found = {entry.entry for entry in entries}
    arrived = {row.bundle for row in vault.exchange.incoming()}
    assert vault.findings == ()
    assert vault.view.applied() == vault.journal.last_arrival()
    vault.close()
    assert {line for line in said if len(line) == 64} <= found
    assert {line.removeprefix("imported ") for line in said if line.startswith("imported ")} <= arrived
    for name, ids in by_bundle.items():
        assert len(ids & found) == (PER_BUNDLE if name in arrived else 0)
    drafts = DraftStore(state.folder / "drafts", state.keys.draft_key())
    counts = [int(line.removeprefix("draft ")) for line in said if line.startswith("draft ")]
    assert all(draft.readable for draft in drafts.list())
    if counts:
        assert len(drafts.get("1" * 32)) >= counts[-1]
