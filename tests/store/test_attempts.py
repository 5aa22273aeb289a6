from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.store.attempts import LONGEST_S, begin_try, delay_s, forget_tries, one_at_a_time, wait_s

NOW_MS = 1_790_000_000_000


def test_three_tries_are_free_then_the_delay_doubles_to_a_minute() -> None:
    assert [delay_s(tries) for tries in range(11)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60]


def test_the_delay_is_kept_on_disk_and_runs_out(tmp_path: Path) -> None:
    clock = FixedClock(NOW_MS)
    for _ in range(3):
        begin_try(tmp_path, clock)
    with pytest.raises(UserError, match="wait") as caught:
        begin_try(tmp_path, FixedClock(NOW_MS + 1))
    assert caught.value.params == {"seconds": 1}
    begin_try(tmp_path, FixedClock(NOW_MS + 1000))
    assert wait_s(tmp_path, FixedClock(NOW_MS + 1000)) == 2


def test_a_clock_put_back_by_years_makes_nobody_wait_longer_than_the_delay(tmp_path: Path) -> None:
    for step in range(30):
        begin_try(tmp_path, FixedClock(NOW_MS + step * LONGEST_S * 1000))
    assert wait_s(tmp_path, FixedClock(0)) == LONGEST_S


def test_the_right_passphrase_starts_again_at_none(tmp_path: Path) -> None:
    clock = FixedClock(NOW_MS)
    for _ in range(3):
        begin_try(tmp_path, clock)
    forget_tries(tmp_path)
    assert wait_s(tmp_path, clock) == 0
    forget_tries(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b'{"count":-5}', b'{"other":1}', b'{"count":99999999999999999999}'])
def test_a_damaged_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attempts").write_bytes(content)
    assert wait_s(tmp_path, FixedClock(NOW_MS)) == 0


def test_a_try_that_hangs_does_not_hold_up_others_for_ever(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path), one_at_a_time(tmp_path, patience_s=0.05):
        begin_try(tmp_path, FixedClock(NOW_MS))
    assert (tmp_path / "attempts").exists()


def test_a_folder_without_room_for_a_lock_does_not_hide_the_answer(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path / "gone"):
        pass
    assert list(tmp_path.glob("gone*")) == []


def test_a_folder_that_cannot_be_written_does_not_hide_the_answer(tmp_path: Path) -> None:
    begin_try(tmp_path / "gone", FixedClock(NOW_MS))
