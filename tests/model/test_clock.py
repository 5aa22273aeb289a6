"""The clock that is passed in, and the local time that people read."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from baken.model.clock import FixedClock, SystemClock, local_iso, local_time, utc_ms


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock = FixedClock(1_000)
    assert clock.now_ms() == 1_000
    clock.set(5)
    assert clock.now_ms() == 5


def test_the_system_clock_gives_milliseconds_of_this_century() -> None:
    assert 1_700_000_000_000 < SystemClock().now_ms() < 4_200_000_000_000


@given(st.integers())
def test_any_claimed_time_can_be_shown(wall_ms: int) -> None:
    assert dt.datetime.fromisoformat(local_iso(wall_ms)) == local_time(wall_ms).replace(second=0, microsecond=0)


def test_local_time_goes_there_and_back() -> None:
    assert utc_ms(local_time(1_700_000_000_000)) == 1_700_000_000_000
