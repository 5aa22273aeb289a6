"""Kill -9 at random moments: the vault opens again, nothing acknowledged is lost, no import is half there."""

import pickle
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baken.store.drafts import DraftStore
from baken.store.imports import SLICE
from baken.store.slots import UserKeys
from baken.store.verify import verify_vault

from .vaults import Made, piece

KILLS = {"test": 20, "long": 100, "torture": 1000}
CRASHER = Path(__file__).with_name("crasher.py")
PER_BUNDLE = 2 * SLICE + 50


@pytest.fixture
def keys_file(made: Made, tmp_path: Path) -> Path:
    path = tmp_path / "keys"
    path.write_bytes(pickle.dumps(made.keys))
    return path


def killed(what: str, made: Made, keys_file: Path, *more: str, begun: str, delay_s: float) -> list[str]:
    """Run the crasher, kill it some time after it began, and give what it acknowledged."""
    command = [sys.executable, str(CRASHER), what, str(made.folder), str(keys_file), *more]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while child.stdout.readline().strip() != begun:
            assert child.poll() is None
        time.sleep(delay_s)
        child.kill()
        return child.stdout.read().split("\n")[:-1]


def arrived(made: Made) -> tuple[set[str], set[str]]:
    """Open the vault as anybody would; give the ids of its entries and of its imported bundles."""
    vault = made.open(made.folder / "state")
    assert vault.findings == ()
    entries, _ = vault.journal.decoded(0, 1_000_000)
    dump = vault.view.dump()
    vault.rebuild()
    assert vault.view.dump() == dump
    bundles = {row.bundle for row in vault.exchange.incoming()}
    vault.close()
    return {entry.entry for entry in entries}, bundles


def test_no_acknowledged_save_is_lost(made: Made, keys_file: Path, depth: str) -> None:
    acknowledged: set[str] = set()
    for _ in range(KILLS[depth]):
        lines = killed("save", made, keys_file, begun="open", delay_s=random.uniform(0, 0.15))
        acknowledged |= {line for line in lines if len(line) == 64}
        assert acknowledged <= arrived(made)[0]
    assert acknowledged
    assert verify_vault(made.folder, made.keys, state_folder=made.folder / "state").findings == ()


def test_a_kill_while_opening_loses_nothing(made: Made, keys_file: Path, depth: str) -> None:
    vault = made.open(made.folder / "state")
    written = {entry.entry for entry in vault.append([piece() for _ in range(50)])}
    vault.close()
    for _ in range(KILLS[depth] // 4):
        killed("save", made, keys_file, begun="begun", delay_s=random.uniform(0, 0.05))
        assert written <= arrived(made)[0]


def test_no_import_is_half_there(made: Made, foreign: Made, keys_file: Path, tmp_path: Path, depth: str) -> None:
    there = foreign.open()
    folder = tmp_path / "bundles"
    folder.mkdir()
    by_bundle: dict[str, set[str]] = {}
    for number in range(KILLS[depth] // 4):
        written = there.append([piece() for _ in range(PER_BUNDLE)])
        name = f"{number:032x}"
        by_bundle[name] = {entry.entry for entry in written}
        (folder / name).write_bytes(pickle.dumps(there.journal.bundle_entries(list(by_bundle[name]))))
    there.close()
    acknowledged: set[str] = set()
    for _ in range(KILLS[depth]):
        lines = killed("take", made, keys_file, str(folder), begun="open", delay_s=random.uniform(0, 0.25))
        acknowledged |= {line for line in lines if len(line) == 64}
        imported = {line.removeprefix("imported ") for line in lines if line.startswith("imported ")}
        entries, bundles = arrived(made)
        assert acknowledged <= entries
        assert imported <= bundles
        for name, ids in by_bundle.items():
            assert len(ids & entries) == (PER_BUNDLE if name in bundles else 0)
    assert verify_vault(made.folder, made.keys, state_folder=made.folder / "state").findings == ()


def test_an_acknowledged_draft_survives_and_is_never_half(made: Made, keys_file: Path, depth: str) -> None:
    keys: UserKeys = made.keys
    drafts = DraftStore(made.folder / "drafts", keys.draft_key())
    for _ in range(KILLS[depth]):
        lines = killed("draft", made, keys_file, begun="begun", delay_s=random.uniform(0, 0.05))
        counts = [int(line.removeprefix("draft ")) for line in lines]
        if counts:
            assert [draft.readable for draft in drafts.list()] == [True]
            content = drafts.get("1" * 32)
            assert set(content) <= {ord("x")}
            assert len(content) in (counts[-1], counts[-1] + 1)
