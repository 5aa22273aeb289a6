import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from baken import held
from baken.errors import UserError
from baken.store import files
from baken.store.files import file_errors, remove_durably, write_durably


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    return made


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(folder: Path) -> None:
    path = folder / "slots-a"
    write_durably(path, b"old")
    write_durably(path, b"new" * 100_000)
    assert path.read_bytes() == b"new" * 100_000
    assert [found.name for found in folder.iterdir()] == ["slots-a"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_file_is_synced_before_its_name_and_the_folder_after(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, os.replace

    def noted_sync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def noted_replace(source: str, target: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
        steps.append("name")
        replace(source, target, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "replace", noted_replace)
    write_durably(folder / "slots-a", b"new")
    remove_durably(folder / "slots-a")
    assert steps == ["file", "name", "folder", "folder"]


def test_where_the_system_has_a_fuller_sync_that_one_is_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held, "_FULL_SYNC", fcntl.F_GETFD)  # stands in for F_FULLFSYNC, which only macOS has
    monkeypatch.setattr(os, "fsync", lambda descriptor: pytest.fail("the weaker sync was used"))
    write_durably(folder / "slots-a", b"new")
    assert (folder / "slots-a").read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["write", "fsync", "open"])
def test_a_failure_leaves_the_old_file_and_no_rest(folder: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = folder / "slots-a"
    write_durably(path, b"old")

    def fail(*arguments: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files.os, failing, fail)
    with pytest.raises(UserError, match="disk-full"), file_errors():
        write_durably(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [found.name for found in folder.iterdir()] == ["slots-a"]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EFBIG, "disk-full"),
        (errno.EROFS, "folder-read-only"),
        (errno.EACCES, "folder-read-only"),
        (errno.ENOENT, "folder-gone"),
        (errno.EIO, "disk-failed"),
    ],
)
def test_every_refusal_of_the_world_has_a_code(number: int, code: str) -> None:
    with pytest.raises(UserError) as caught, file_errors():
        raise OSError(number, "no")
    assert caught.value.code == code


def test_removing_what_is_gone_is_no_error(folder: Path) -> None:
    remove_durably(folder / "nothing")
