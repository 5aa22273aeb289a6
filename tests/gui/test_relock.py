"""What crosses from one process to the next is the time and random ids; the next one stands at the lock screen."""

import os
import subprocess
import sys
from pathlib import Path

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
    script = tmp_path / "start.py"
    script.write_text(SCRIPT, "utf-8")
    ran = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(baken.__file__).parents[1])},
    )
    first, second = ran.stdout.splitlines()
    pid, locked_at, drafts, secret = second.split()
    assert (locked_at, drafts, secret) == ("23:44", "ab" * 16, "False")
    if sys.platform == "linux":
        assert pid == first
