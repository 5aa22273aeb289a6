"""Backups and restores that are killed, run out of room or lose their power: whole or not at all, and nothing lost."""

import hashlib
import os
import pickle
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.backup import ATTACHMENTS, backups_in
from baken.store.backup_keys import read_keys
from baken.store.verify import verify_vault

from . import power
from .backups import back_up, restored
from .test_disk import TRACERS
from .test_power import MEMORY
from .vaults import NOW_MS, Made, piece

CRASHER = Path(__file__).with_name("backup_crasher.py")
KILLS = {"test": 8, "long": 100, "torture": 1000}
MOST_CASES = {"test": 4, "long": 200, "torture": 10_000}
STATES = {"test": 75, "long": 5_000, "torture": 200_000}
FAULTS = {
    "pwrite64": "ENOSPC",
    "write": "ENOSPC",
    "fsync": "EIO",
    "rename": "EIO",
    "renameat": "EIO",
    "mkdir": "ENOSPC",
}
PHOTO = "a" * 32


@pytest.fixture
def filled(made: Made) -> Made:
    """Make a vault with some pieces and an attachment."""
    vault = made.open(made.folder / "state")
    vault.append([piece(f"stuk {number} " * 20) for number in range(300)])
    vault.close()
    (made.folder / ATTACHMENTS / PHOTO).write_bytes(random.randbytes(70_000))
    return made


def command(what: str, made: Made, tmp_path: Path, place: Path, *more: str) -> list[str]:
    keys = tmp_path / "keys"
    keys.write_bytes(pickle.dumps(made.keys))
    return [sys.executable, str(CRASHER), what, str(made.folder), str(keys), str(place), *more]


def check_place(made: Made, place: Path, said: list[str]) -> None:
    """Every backup that has its name is whole, and every acknowledged one is there."""
    found = backups_in(place)
    assert {line.removeprefix("backup ") for line in said if line.startswith("backup ")} <= {
        each.folder.name for each in found
    }
    for each in found:
        head = read_keys(each.folder, made.keys.vault_key).head
        data = (each.folder / "journal.bak").read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (head.journal_sha256, head.journal_bytes)
        for name, size_bytes in head.attachments.items():
            assert (place / ATTACHMENTS / name).stat().st_size == size_bytes


def check_vault(made: Made, said: list[str]) -> None:
    vault = made.open(made.folder / "state")
    assert vault.findings == ()
    entries, _ = vault.journal.decoded(0, 1_000_000)
    vault.close()
    assert {line for line in said if len(line) == 64} <= {entry.entry for entry in entries}


def killed(words: list[str], delay_s: float) -> list[str]:
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        time.sleep(delay_s)
        child.kill()
        return child.stdout.read().split("\n")[:-1]


def test_a_kill_leaves_whole_backups_and_every_save(filled: Made, tmp_path: Path, depth: str) -> None:
    place = tmp_path / "stick"
    said: list[str] = []
    for _ in range(KILLS[depth]):
        said += killed(command("1000", filled, tmp_path, place), random.uniform(0.1, 0.8))
        check_place(filled, place, said)
        check_vault(filled, said)
    assert [line for line in said if line.startswith("backup ")]
    vault = filled.open()
    backup = back_up(vault, filled, place, NOW_MS * 2)
    entries, _ = vault.journal.decoded(0, 1_000_000)
    vault.close()
    assert not list(place.glob(".new-*"))
    said_now, back = restored(filled, backup.folder, tmp_path / "terug")
    assert said_now.findings == ()
    again = back.open()
    assert {entry.entry for entry in again.journal.decoded(0, 1_000_000)[0]} == {entry.entry for entry in entries}
    again.close()


def test_a_kill_while_restoring_leaves_a_whole_vault_or_none(filled: Made, tmp_path: Path, depth: str) -> None:
    vault = filled.open()
    back_up(vault, filled, tmp_path / "stick")
    vault.close()
    into = tmp_path / "terug"
    words = command("restore", filled, tmp_path, tmp_path / "stick", str(into))
    came = Counter[bool]()
    for _ in range(KILLS[depth]):
        killed(words, random.uniform(0, 1.2))
        came[into.exists()] += 1
        if into.exists():
            assert verify_vault(into, filled.keys).findings == ()
            shutil.rmtree(into)
    assert came[False]
    assert subprocess.run(words, check=False, capture_output=True).returncode == 0
    assert not list(tmp_path.glob(".terug*"))
    check_vault(filled, [])


@pytest.mark.parametrize("strace", TRACERS)
@pytest.mark.parametrize("call", FAULTS)
@pytest.mark.parametrize("what", ["once", "back"])
@pytest.mark.timeout(600)
def test_whichever_call_fails_it_is_all_there_or_refused(
    filled: Made, tmp_path: Path, strace: str, call: str, what: str, depth: str
) -> None:
    place, into = tmp_path / "stick", tmp_path / "terug"
    if what == "back":
        vault = filled.open(filled.folder / "state")
        back_up(vault, filled, place)
        vault.close()
    log, words = tmp_path / "trace", command(what, filled, tmp_path, place, str(into))
    counting = [strace, "-f", "-o", str(log), "-e", f"trace={call}", *words]
    assert subprocess.run(counting, check=False, capture_output=True).returncode == 0
    count = len(re.findall(rf"\b{call}\(", log.read_text()))
    assert count
    for number in random.sample(range(1, count + 1), min(count, MOST_CASES[depth])):
        shutil.rmtree(into, ignore_errors=True)
        if what == "once":
            shutil.rmtree(place, ignore_errors=True)
        copy = filled.copy(tmp_path / "vault now")
        words = command(what, copy, tmp_path, place, str(into))
        more = "+" if FAULTS[call] == "ENOSPC" else ""  # a full disk stays full
        fault = f"inject={call}:error={FAULTS[call]}:when={number}{more}"
        ended = subprocess.run(
            [strace, "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", fault, *words],
            check=False,
            capture_output=True,
            text=True,
        )
        assert ended.returncode in (0, 10), (number, ended.stderr)
        if what == "once":
            check_place(copy, place, [])
            assert bool(backups_in(place)) == (ended.returncode == 0), number
        elif into.exists():
            assert verify_vault(into, copy.keys).findings == ()
        else:
            assert ended.returncode != 0
        check_vault(copy, [])
        shutil.rmtree(copy.folder)


@pytest.fixture
def recorded(filled: Made, tmp_path: Path) -> tuple[Made, list[power.Event]]:
    """Make backups in the vault's own place, and give what that asked of the disk."""
    before = filled.copy(tmp_path / "before")
    log, words = tmp_path / "log", command("3", filled, tmp_path, filled.folder / "backups")
    subprocess.run([TRACERS[0], "-o", str(log), *power.STRACE, *words], check=True, capture_output=True)
    events = list(power.read_log(log, filled.folder))
    shutil.rmtree(filled.folder)
    before.folder.rename(filled.folder)
    return filled, events


def cut(recorded: tuple[Made, list[power.Event]], states: int, scratch: Path, *, since: int = 0) -> None:
    """Cut the power so many times after `since` events; raises AssertionError or an error of the vault for a loss."""
    made, events = recorded
    place = MEMORY if os.access(MEMORY, os.W_OK) else scratch
    chance = random.Random(random.getrandbits(64))
    disk, said, position = power.Disk(made.folder), b"", 0
    for moment in sorted(chance.randrange(since, len(events) + 1) for _ in range(states)):
        for event in events[position:moment]:
            disk.apply(event)
            said += event.data if event.what == "say" else b""
        position = max(position, moment)
        with tempfile.TemporaryDirectory(dir=place) as folder:
            state = replace(made, folder=Path(folder) / "state")
            power.write_state(disk.cut(chance), state.folder)
            lines = said.decode().split("\n")[:-1]
            check_place(state, state.folder / "backups", lines)
            check_vault(state, lines)


@pytest.mark.parametrize("traced", TRACERS)
@pytest.mark.timeout(7200)
def test_no_power_cut_leaves_half_a_backup(
    traced: str, recorded: tuple[Made, list[power.Event]], tmp_path: Path, depth: str
) -> None:
    assert len(recorded[1]) > 100
    cut(recorded, STATES[depth], tmp_path)


@pytest.mark.parametrize("traced", TRACERS)
@pytest.mark.parametrize("unsynced", ["journal.bak", "keys.bak", PHOTO])
def test_a_sync_that_is_left_out_of_a_backup_is_noticed(
    traced: str, recorded: tuple[Made, list[power.Event]], tmp_path: Path, unsynced: str
) -> None:
    made, events = recorded
    hidden = {
        event.path
        for event in events
        if (event.what == "rename" and Path(event.other).name == unsynced) or Path(event.path).name == unsynced
    }
    kept = [event for event in events if event.what != "sync" or event.path not in hidden]
    assert len(kept) < len(events)
    told = next(index for index, event in enumerate(kept) if event.data.startswith(b"backup "))
    with pytest.raises((AssertionError, UserError, OSError)):
        cut((made, kept), 300, tmp_path, since=told)  # from here on any cut may lose what was told
