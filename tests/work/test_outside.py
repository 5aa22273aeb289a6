"""What can be told of a vault that is closed."""

from pathlib import Path

import pytest

from baken.model.clock import SystemClock
from baken.store.epochs import PUBLIC_NAME
from baken.store.instance import InstanceLock
from baken.store.kdf import KdfParameters
from baken.work.opening import make_vault
from baken.work.outside import is_for_practice, is_open_elsewhere
from baken.work.practice import build_practice_vault

CHEAP = KdfParameters(memory_kib=64 * 1024, iterations=1, lanes=1)


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A vault for real work."""
    folder = tmp_path / "live"
    make_vault(
        folder, site_name="Oost", user_name="Anouk", passphrase="four good words", clock=SystemClock(), kdf=CHEAP
    )
    return folder


def test_a_practice_vault_says_so_before_anybody_unlocked_it(tmp_path: Path) -> None:
    build_practice_vault(tmp_path / "practice", SystemClock(), kdf=CHEAP)
    assert is_for_practice(tmp_path / "practice") is True


def test_a_live_vault_is_not_for_practice(live: Path) -> None:
    assert is_for_practice(live) is False


def test_a_card_that_cannot_be_verified_says_nothing_of_either_kind(live: Path) -> None:
    (live / PUBLIC_NAME).write_bytes(b"not a card")
    assert is_for_practice(live) is None
    (live / PUBLIC_NAME).unlink()
    assert is_for_practice(live) is None


def test_a_vault_is_open_elsewhere_as_long_as_its_lock_is_held(live: Path) -> None:
    assert not is_open_elsewhere(live)
    lock = InstanceLock(live)
    lock.acquire()
    assert is_open_elsewhere(live)
    lock.release()
    assert not is_open_elsewhere(live)


def test_a_folder_that_is_gone_is_not_open(tmp_path: Path) -> None:
    assert not is_open_elsewhere(tmp_path / "gone")
