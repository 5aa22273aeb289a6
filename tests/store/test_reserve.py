"""What is typed last fits on a full disk, in the room that was kept for it."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store import reserve
from baken.store.drafts import RESERVE_BYTES, DraftStore

FILLER = Path(__file__).with_name("draft_filler.py")
FIRST, SECOND = "1" * 32, "2" * 32


def _reserve_of(folder: Path) -> Path:
    (own,) = (folder / "drafts").iterdir()
    return own / reserve.NAME


def _filled(tmp_path: Path, how: str) -> list[str]:
    """Run the filler where it may mount a small file system of its own, or skip."""
    alone = ["unshare", "--map-root-user", "--mount"]
    place = tmp_path / "disk"
    place.mkdir()
    probe = [*alone, "mount", "-t", "tmpfs", "none", str(place)]
    if sys.platform != "linux" or shutil.which("unshare") is None or subprocess.run(probe, check=False).returncode:
        pytest.skip("no file system of its own can be mounted here")
    done = subprocess.run(
        [*alone, sys.executable, str(FILLER), str(place), how], check=True, capture_output=True, text=True
    )
    return done.stdout.split()


def test_on_a_full_disk_what_is_typed_last_is_kept_again_and_again(tmp_path: Path) -> None:
    assert _filled(tmp_path, "with") == ["kept", "kept", "kept", "kept", "disk-full", "kept"]


def test_without_a_reserve_the_disk_is_said_to_be_full(tmp_path: Path) -> None:
    assert _filled(tmp_path, "without") == ["disk-full"]


def _full_for_new_files(monkeypatch: pytest.MonkeyPatch) -> None:
    open_file = os.open

    def full(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "full")
        return open_file(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", full)


def test_the_reserve_becomes_the_draft_and_is_made_anew_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.reserve()
    assert _reserve_of(tmp_path).stat().st_size == RESERVE_BYTES
    _full_for_new_files(monkeypatch)
    store.put(FIRST, b"typed last")
    with pytest.raises(UserError, match="disk-full"):
        store.put(SECOND, b"one more")
    monkeypatch.undo()
    assert store.get(FIRST) == b"typed last"
    assert not _reserve_of(tmp_path).exists()
    store.put(SECOND, b"one more")
    assert _reserve_of(tmp_path).stat().st_size == RESERVE_BYTES
    assert {draft.id for draft in store.list()} == {FIRST, SECOND}


def test_where_writing_over_takes_room_too_the_reserve_gives_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.put(FIRST, b"before")
    kept, write = _reserve_of(tmp_path), os.write

    def full(descriptor: int, data: bytes) -> int:
        if kept.exists():
            raise OSError(errno.ENOSPC, "full")
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    store.put(FIRST, b"typed last")
    monkeypatch.undo()
    assert store.get(FIRST) == b"typed last"


def test_what_somebody_laid_in_place_of_the_reserve_hinders_no_draft(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.reserve()
    place = _reserve_of(tmp_path)
    for lay in (os.mkfifo, lambda path: path.symlink_to(tmp_path / "elsewhere"), Path.mkdir):
        place.unlink()
        lay(place)
        store.put(FIRST, b"typed")
        assert store.get(FIRST) == b"typed"
    assert not (tmp_path / "elsewhere").exists()


def test_a_reserve_that_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.reserve()
    os.truncate(_reserve_of(tmp_path), 5)
    store.reserve()
    assert _reserve_of(tmp_path).stat().st_size == RESERVE_BYTES
