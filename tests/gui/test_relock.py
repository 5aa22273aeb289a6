"""What crosses from one process to the next is the time and random ids; the next one stands at the lock screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import baken
from baken.gui.relock import Before, command_line, environment_with, take_before

DRAFTS = ("ab" * 16, "cd" * 16)
SCRIPT = """
import os, sys
from baken.gui.relock import Before, replace_process, take_before
before = take_before()
if before.locked_at:
    secret = "plaintext" in globals()
    print(os.getpid(), before.locked_at, ",".join(before.drafts), secret, flush=True)
else:
    plaintext = "not to be seen again"
    print(os.getpid(), flush=True)
    replace_process(Before(locked_at="23:44", drafts=("ab" * 16,)))
"""


CARRYING = """
import os, sys
from baken.gui.relock import Before, replace_process, take_before
from baken.store.sealed_draft import SealedDraft
drafts = [SealedDraft(id=f"{n:032x}", data=bytes([n]) * ((1 << 20) + n)) for n in range(3)]
before = take_before()
if before.locked_at:
    print(list(before.carried) == drafts, "BAKEN_CARRIED" in os.environ, take_before().carried, flush=True)
else:
    replace_process(Before(locked_at="23:44", carried=tuple(drafts)), sys.argv[1])
"""


def run(tmp_path: Path, script: str, *arguments: str) -> list[str]:
    """Run a script and whatever takes its place, until both have ended; gives the lines that they printed."""
    path = tmp_path / "start.py"
    path.write_text(script, "utf-8")
    ran = subprocess.run(
        [sys.executable, str(path), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(baken.__file__).parents[1])},
    )
    return ran.stdout.splitlines()


def test_what_was_left_is_found_again() -> None:
    before = Before(locked_at="23:44", drafts=DRAFTS)
    assert take_before(environment_with(before, {})) == before


def test_nothing_of_an_earlier_lock_stays() -> None:
    first = environment_with(Before(locked_at="23:44", drafts=DRAFTS), {"HOME": "/home/x"})
    assert take_before(environment_with(Before(), first)) == Before()
    assert environment_with(Before(), first)["HOME"] == "/home/x"


def test_the_same_programme_is_started_with_its_full_path() -> None:
    assert command_line(["python3", "-m", "baken"], "/usr/bin/python3.11") == ["/usr/bin/python3.11", "-m", "baken"]


def test_the_process_is_replaced_and_not_only_the_screen(tmp_path: Path) -> None:
    first, second = run(tmp_path, SCRIPT)
    pid, locked_at, drafts, secret = second.split()
    assert (locked_at, drafts, secret) == ("23:44", "ab" * 16, "False")
    if sys.platform == "linux":
        assert pid == first


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_sealed_drafts_of_a_megabyte_cross_over_once(tmp_path: Path, platform: str) -> None:
    assert run(tmp_path, CARRYING, platform) == ["True False ()"]


@pytest.mark.parametrize("named", ["12345", "-1", "not a number"])
def test_a_descriptor_that_is_none_carries_nothing(named: str) -> None:
    assert take_before({"BAKEN_CARRIED": named}) == Before()


def test_half_a_draft_at_the_end_is_no_draft() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"x" * 19)
    os.close(writing)
    assert take_before({"BAKEN_CARRIED": str(reading)}) == Before()
