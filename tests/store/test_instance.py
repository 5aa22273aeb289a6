import os
import subprocess
import sys
from pathlib import Path

import pytest

from baken.errors import BugError, UserError
from baken.store.instance import InstanceLock

HOLDER = (
    "import sys\n"
    "from pathlib import Path\n"
    "from baken.store.instance import InstanceLock\n"
    "lock = InstanceLock(Path(sys.argv[1]))\n"
    "lock.acquire()\n"
    "print('held', flush=True)\n"
    "sys.stdin.read()\n"
)


def test_a_second_opener_in_this_process_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = InstanceLock(tmp_path), InstanceLock(tmp_path)
    first.acquire()
    with pytest.raises(UserError, match="already-open"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_taking_it_twice_is_our_bug(tmp_path: Path) -> None:
    lock = InstanceLock(tmp_path)
    lock.acquire()
    with pytest.raises(BugError):
        lock.acquire()
    lock.release()


def test_another_process_is_refused_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        lock = InstanceLock(tmp_path)
        with pytest.raises(UserError, match="already-open"):
            lock.acquire()
        other.kill()
        other.wait()
        lock.acquire()
        lock.release()


def test_a_process_that_replaces_itself_does_not_refuse_its_successor(tmp_path: Path) -> None:
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from baken.store.instance import InstanceLock\n"
        "lock = InstanceLock(Path(sys.argv[1]))\n"
        "lock.acquire()\n"
        "if sys.argv[2] == 'first':\n"
        "    os.execv(sys.executable, [sys.executable, '-c', sys.argv[3], sys.argv[1], 'second', ''])\n"
        "print('successor', flush=True)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path), "first", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == "successor\n"


def test_a_folder_that_is_not_there_is_no_vault(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no-vault"):
        InstanceLock(tmp_path / "nothing").acquire()


def test_a_folder_that_cannot_be_written_can_still_be_locked_for_checking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = InstanceLock(tmp_path)
    first.acquire()
    first.release()
    opened = os.open

    def read_only(path: Path, flags: int, *mode: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(13, "read-only")
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", read_only)
    lock = InstanceLock(tmp_path)
    lock.acquire()
    lock.release()
    (tmp_path / "lock").unlink()
    with pytest.raises(UserError, match="folder-read-only"):
        lock.acquire()
