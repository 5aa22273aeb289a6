"""Removing a user and changing a passphrase, cut off anywhere: the old or the new, never none, and nothing is lost."""

import pickle
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.slots import COPIES, SlotFile
from baken.store.vault import OpenVault, open_vault
from baken.store.verify import verify_vault

from .remover import slot_keys
from .test_disk import TRACERS
from .vaults import Made, add_user, piece, texts

REMOVER = Path(__file__).with_name("remover.py")
KILLS = {"test": 20, "long": 100, "torture": 1000}
MOST_CASES = {"test": 3, "long": 1000, "torture": 1000}
CALLS = {"pwrite64": "ENOSPC", "write": "ENOSPC", "fsync": "EIO", "rename": "EIO", "unlink": "EIO"}
PIECES = 40


@pytest.fixture
def peopled(made: Made) -> Made:
    """Give a vault with somebody to remove, some work, and the head of a day."""
    vault = made.open(made.folder / "state")
    add_user(vault, "Fatima", "mentor", "admin")
    vault.append([piece(f"stuk {number}") for number in range(PIECES)])
    vault.close()
    return made


def command(what: str, made: Made, tmp_path: Path) -> list[str]:
    keys = tmp_path / "keys"
    keys.write_bytes(pickle.dumps(made.keys))
    return [sys.executable, str(REMOVER), what, str(made.folder), str(keys)]


def opened_after(made: Made, new_key: SlotFile | None = None) -> OpenVault:
    """Open the vault by what its slot file says, as the one who stays: with the secrets that never changed."""
    slot_file = new_key or SlotFile.load(made.folder)
    return open_vault(made.folder, slot_file.open(slot_keys(1)), made.clock, state_folder=made.folder / "state")


@pytest.fixture
def staying(peopled: Made) -> Made:
    """Give whoever stays a slot that opens without a derivation."""
    vault = peopled.open(peopled.folder / "state")
    vault.people.change_passphrase(vault.keys, slot_keys(1))
    vault.close()
    return peopled


def check_whole(made: Made) -> bool:
    """Open, hold the vault against what it must be; gives whether the removal happened."""
    begun = time.monotonic()
    vault = opened_after(made)
    vault.catch_up()
    passed_s = time.monotonic() - begun
    assert passed_s < 5
    assert vault.findings == ()
    assert texts(vault) == {f"stuk {number}" for number in range(PIECES)}
    names = [user.name for user in vault.people.users()]
    assert names in (["Anouk", "Fatima"], ["Anouk"])
    is_done = names == ["Anouk"]
    assert (vault.keys.journal_number > 1) == is_done
    keys = vault.keys
    vault.append([piece("stuk 0")])
    vault.close()
    assert verify_vault(made.folder, keys, state_folder=made.folder / "state").findings == ()
    if is_done:
        assert [path.name for path in made.folder.glob("*journal*.db*")] == [f"journal-{keys.journal_number}.db"]
    copies = [SlotFile.decode((made.folder / name).read_bytes()) for name in COPIES]
    assert copies[0].slots == copies[1].slots
    return is_done


@pytest.mark.timeout(7200)
def test_a_kill_while_a_user_is_removed_leaves_the_old_or_the_new(staying: Made, tmp_path: Path, depth: str) -> None:
    seen = Counter[bool]()
    whole = staying.copy(tmp_path / "whole")
    begun = time.monotonic()
    with subprocess.Popen(command("remove", whole, tmp_path), stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        begun = time.monotonic()
        assert child.stdout.read() == "done\n"
    lasts_s = time.monotonic() - begun
    for number in range(KILLS[depth]):
        copy = staying.copy(tmp_path / f"kill-{number}")
        with subprocess.Popen(command("remove", copy, tmp_path), stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "open\n"
            time.sleep(random.uniform(0, lasts_s))
            child.kill()
            acknowledged = "done" in child.stdout.read()
        is_done = check_whole(copy)
        assert is_done or not acknowledged
        seen[is_done] += 1
        shutil.rmtree(copy.folder)
    assert sum(seen.values()) == KILLS[depth]


def calls_made(what: str, made: Made, tmp_path: Path, strace: str) -> Counter[str]:
    copy, log = made.copy(tmp_path / "counted"), tmp_path / "trace"
    traced = [strace, "-f", "-o", str(log), "-e", f"trace={','.join(CALLS)}", *command(what, copy, tmp_path)]
    subprocess.run(traced, check=True, capture_output=True)
    shutil.rmtree(copy.folder)
    return Counter(line.split(" ", 1)[1].lstrip().split("(")[0] for line in log.read_text().splitlines())


@pytest.mark.parametrize("strace", TRACERS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.timeout(7200)
def test_whichever_call_fails_the_vault_is_the_old_or_the_new(
    staying: Made, tmp_path: Path, strace: str, call: str, depth: str
) -> None:
    count = calls_made("remove", staying, tmp_path, strace)[call]
    assert count
    for number in random.sample(range(1, count + 1), min(count, MOST_CASES[depth])):
        copy = staying.copy(tmp_path / f"{call}-{number}")
        fault = f"inject={call}:error={CALLS[call]}:when={number}"
        tracer = [strace, "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", fault]
        done = subprocess.run(
            [*tracer, *command("remove", copy, tmp_path)], check=False, capture_output=True, text=True
        )
        lines = done.stdout.split()
        said = set(lines) - {"open", "done"}
        assert done.returncode in (0, 1), (call, number, done.stderr)
        assert said <= {"disk-full", "disk-failed", "vault-unreadable", "view-needs-room"}, (call, number, said)
        is_done = check_whole(copy)
        assert is_done or "done" not in lines, (call, number)
        shutil.rmtree(copy.folder)


@pytest.mark.timeout(7200)
def test_a_kill_while_a_passphrase_changes_leaves_the_old_or_the_new(peopled: Made, tmp_path: Path, depth: str) -> None:
    for _ in range(KILLS[depth] // 4):
        with subprocess.Popen(command("change", peopled, tmp_path), stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "open\n"
            time.sleep(random.uniform(0, 0.1))
            child.kill()
            lines = child.stdout.read().split("\n")[:-1]
        last = max((int(line.removeprefix("changed ")) for line in lines if line.startswith("changed")), default=0)
        slot_file, opening = SlotFile.load(peopled.folder), []
        for count in range(max(1, last - 1), last + 2):
            try:
                slot_file.open(slot_keys(count))
            except UserError:
                continue
            opening.append(count)
        assert opening in ([last], [last + 1], []) if last == 0 else opening in ([last], [last + 1])
        peopled.open(peopled.folder / "state").close()
        copies = [SlotFile.decode((peopled.folder / name).read_bytes()) for name in COPIES]
        assert copies[0].slots == copies[1].slots
