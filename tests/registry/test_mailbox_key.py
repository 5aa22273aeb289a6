"""The mailbox's key: made once, private, never replaced in silence."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from baken.errors import UserError
from baken_registry.mailbox_key import KEY_FILE, load_or_make_seed


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    seed = load_or_make_seed(folder)
    assert len(seed) == 32
    assert load_or_make_seed(folder) == seed
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert [p.name for p in folder.iterdir()] == [KEY_FILE]


def test_two_mailboxes_have_two_keys(tmp_path: Path) -> None:
    assert load_or_make_seed(tmp_path / "a") != load_or_make_seed(tmp_path / "b")


def test_many_first_uses_at_once_agree_on_one_key(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as pool:
        seeds = set(pool.map(lambda _: load_or_make_seed(folder), range(16)))
    assert len(seeds) == 1
    assert [p.name for p in folder.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    load_or_make_seed(tmp_path)
    (tmp_path / KEY_FILE).chmod(mode)
    with pytest.raises(UserError, match="mailbox-key-exposed"):
        load_or_make_seed(tmp_path)


@pytest.mark.parametrize("content", [b"", b"ab" * 31, b"ab" * 33, b"zz" * 32, b"\xff" * 64])
def test_a_damaged_key_is_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / KEY_FILE
    file.write_bytes(content)
    file.chmod(0o600)
    with pytest.raises(UserError, match="mailbox-key-unreadable"):
        load_or_make_seed(tmp_path)
    assert file.read_bytes() == content


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(UserError, match="data-folder"):
        load_or_make_seed(tmp_path / "data")


def test_a_key_is_on_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append((tmp_path / KEY_FILE).exists())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    load_or_make_seed(tmp_path)
    assert synced == [False, True]
