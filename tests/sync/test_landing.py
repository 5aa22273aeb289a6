"""Files that arrive whole or not at all, and the world's file errors by name."""

import errno
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from baken import crypto
from baken.errors import UserError
from baken.sync.landing import WrongBytesError, disk_errors, land, measure, stick_errors

DATA = b"a sealed bundle"
SHA256 = crypto.sha256(DATA).hex()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "landing"
    path.mkdir()
    return path


def test_what_was_announced_lands_under_its_name(folder: Path) -> None:
    land([DATA[:4], DATA[4:]], folder / "x", size_bytes=len(DATA), sha256=SHA256)
    assert (folder / "x").read_bytes() == DATA
    assert [path.name for path in folder.iterdir()] == ["x"]
    assert measure(folder / "x") == (len(DATA), SHA256)


@pytest.mark.parametrize("pieces", [[], [DATA[:-1]], [DATA, b"x"], [DATA[:-1], b"x"]])
def test_anything_else_leaves_nothing(folder: Path, pieces: list[bytes]) -> None:
    with pytest.raises(WrongBytesError):
        land(pieces, folder / "x", size_bytes=len(DATA), sha256=SHA256)
    assert list(folder.iterdir()) == []


def test_too_much_is_noticed_at_once(folder: Path) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield DATA

    with pytest.raises(WrongBytesError):
        land(endless(), folder / "x", size_bytes=len(DATA), sha256=SHA256)


def test_a_source_that_fails_leaves_the_file_that_was_there(folder: Path) -> None:
    (folder / "x").write_bytes(b"before")

    def failing() -> Iterator[bytes]:
        yield DATA
        raise UserError("registry-away")

    with pytest.raises(UserError, match="registry-away"):
        land(failing(), folder / "x", size_bytes=2 * len(DATA), sha256=SHA256)
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("x", b"before")]


@pytest.mark.parametrize(
    ("errors", "number", "code"),
    [
        (disk_errors, errno.ENOSPC, "disk-full"),
        (disk_errors, errno.EFBIG, "disk-full"),
        (disk_errors, errno.EROFS, "folder-read-only"),
        (disk_errors, errno.EACCES, "folder-read-only"),
        (disk_errors, errno.ENOENT, "folder-gone"),
        (disk_errors, errno.EIO, "disk-failed"),
        (stick_errors, errno.ENOSPC, "stick-full"),
        (stick_errors, errno.EROFS, "stick-read-only"),
        (stick_errors, errno.EIO, "stick-gone"),
        (stick_errors, errno.ENOENT, "stick-gone"),
    ],
)
def test_file_errors_have_names(errors: Callable[[], AbstractContextManager[None]], number: int, code: str) -> None:
    with pytest.raises(UserError, match=code), errors():
        raise OSError(number, "x")
