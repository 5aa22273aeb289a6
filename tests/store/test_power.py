"""Power cuts at random moments of saves, imports and drafts: nothing corrupt, nothing acknowledged lost.

The requests are recorded once with strace, then cut at random places. A state that recovers to what was seen before is
not opened again, but for one in a hundred, which must then answer the same.
"""

import os
import pickle
import random
import shutil
import subprocess
import sys
import tempfile
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

STATES = {"test": 5_000, "long": 100_000, "torture": 5_000_000}
PER_BUNDLE = 30
MEMORY = Path("/dev/shm")  # a state is no more durable on a disk, and syncing it there takes most of the time
OPENED_AGAIN = 0.01


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """A vault before a day's work, what the work asked of the disk, and what its bundles held."""

    made: Made
    events: list[power.Event]
    by_bundle: dict[str, set[str]]

    def survives(self, states: int, scratch: Path) -> int:
        """Cut the power so many times; raises AssertionError or an error of the vault for the first loss.

        Gives how many states were different.
        """
        place = MEMORY if os.access(MEMORY, os.W_OK) else scratch
        with tempfile.TemporaryDirectory(dir=place) as folder:
            return self._survives(states, replace(self.made, folder=Path(folder) / "state"))

    def _survives(self, states: int, state: Made) -> int:
        known: dict[bytes, Seen] = {}
        chance = random.Random(random.getrandbits(64))
        cuts = sorted(chance.randrange(len(self.events) + 1) for _ in range(states))
        disk, said, position = power.Disk(self.made.folder), b"", 0
        for cut in cuts:
            for event in self.events[position:cut]:
                disk.apply(event)
                said += event.data if event.what == "say" else b""
            position = max(position, cut)
            files = disk.cut(chance)
            digest = power.recovered(files)
            if digest not in known or chance.random() < OPENED_AGAIN:
                power.write_state(files, state.folder)
                seen = look(state)
                assert known.setdefault(digest, seen) == seen
                shutil.rmtree(state.folder)
            check(known[digest], said.decode().split("\n")[:-1], self.by_bundle)
        return len(known)


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
    assert recorded.survives(STATES[depth], tmp_path) > 50


@pytest.mark.parametrize("traced", TRACERS)
@pytest.mark.parametrize("unsynced", ["journal-1.db-wal", "vault"])
def test_a_sync_that_is_left_out_is_noticed(traced: str, recorded: Recorded, tmp_path: Path, unsynced: str) -> None:
    kept = [event for event in recorded.events if event.what != "sync" or Path(event.path).name != unsynced]
    if unsynced == "vault":  # and the folders inside it: a new name is then never on the disk
        kept = [event for event in kept if event.what != "sync" or Path(event.path).suffix]
    assert len(kept) < len(recorded.events)
    with pytest.raises((AssertionError, UserError)):
        replace(recorded, events=kept).survives(300, tmp_path)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What somebody finds who opens the vault after the light came back."""

    entries: frozenset[str]
    bundles: frozenset[str]
    draft_bytes: int  # -1: there is none


def look(state: Made) -> Seen:
    """Open a state as anybody would."""
    assert SlotFile.load(state.folder)
    vault = open_vault(state.folder, state.keys, state.clock, state_folder=state.folder / "state")
    vault.catch_up()
    entries, _ = vault.journal.decoded(0, 1000)
    bundles = frozenset(row.bundle for row in vault.exchange.incoming())
    assert vault.findings == ()
    assert vault.view.applied() == vault.journal.last_arrival()
    vault.close()
    drafts = DraftStore(state.folder / "drafts", state.keys.draft_key())
    assert all(draft.readable for draft in drafts.list())
    return Seen(
        entries=frozenset(entry.entry for entry in entries),
        bundles=bundles,
        draft_bytes=len(drafts.get("1" * 32)) if drafts.list() else -1,
    )


def check(seen: Seen, said: list[str], by_bundle: dict[str, set[str]]) -> None:
    """Hold what was found against what had been acknowledged."""
    assert {line for line in said if len(line) == 64} <= seen.entries
    assert {line.removeprefix("imported ") for line in said if line.startswith("imported ")} <= seen.bundles
    for name, ids in by_bundle.items():
        assert len(ids & seen.entries) == (PER_BUNDLE if name in seen.bundles else 0)
    counts = [int(line.removeprefix("draft ")) for line in said if line.startswith("draft ")]
    assert seen.draft_bytes >= max(counts, default=-1)
