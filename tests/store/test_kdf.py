import os
from collections.abc import Callable

import pytest

from baken.errors import UserError
from baken.store.kdf import (
    CEILING_KIB,
    FLOOR_KIB,
    MAX_ITERATIONS,
    WANTED_KIB,
    KdfParameters,
    calibrate,
    derive,
    normal_name,
    normal_passphrase,
)

CHEAP = KdfParameters(memory_kib=FLOOR_KIB, iterations=1)
PLENTY_KIB = 16 * 1024 * 1024


def seconds_per_gib_pass(seconds: float) -> Callable[[KdfParameters], float]:
    return lambda cost: seconds * cost.memory_kib * cost.iterations / (1024 * 1024)


def test_a_name_loses_case_and_spacing_but_a_passphrase_loses_nothing() -> None:
    assert normal_name("  Ｆatima  EL Amrani ") == "fatima el amrani"
    assert normal_passphrase(" Zeven ") == b" Zeven "
    assert normal_passphrase("e\u0301") == normal_passphrase("\u00e9")


def test_half_a_surrogate_is_derived_from_and_not_a_crash() -> None:
    assert normal_passphrase("\ud800")


def test_name_and_salt_change_the_keys() -> None:
    first = derive(bytes(32), "fatima", "zeven", CHEAP)
    assert derive(bytes(32), "Fatima", "zeven", CHEAP) == first
    others = [derive(bytes(32), "anouk", "zeven", CHEAP), derive(b"\1" * 32, "fatima", "zeven", CHEAP)]
    assert first not in others
    assert len(first.sealing) == len(first.committing) == 32
    assert first.sealing != first.committing


@pytest.mark.parametrize("memory_kib", [FLOOR_KIB - 1, CEILING_KIB + 1])
def test_memory_outside_the_bounds_is_refused(memory_kib: int) -> None:
    with pytest.raises(UserError, match="slots-unreadable"):
        derive(bytes(32), "fatima", "zeven", KdfParameters(memory_kib=memory_kib))


def test_an_ordinary_laptop_gets_the_recommended_cost() -> None:
    assert calibrate(memory_kib=PLENTY_KIB, cost_s=seconds_per_gib_pass(1.0)) == KdfParameters()


def test_a_small_machine_keeps_three_quarters_of_its_memory() -> None:
    chosen = calibrate(memory_kib=512 * 1024, cost_s=seconds_per_gib_pass(2.0))
    assert chosen.memory_kib == 128 * 1024


def test_the_floor_holds_on_the_smallest_machine() -> None:
    assert calibrate(memory_kib=1024, cost_s=seconds_per_gib_pass(5.0)).memory_kib == FLOOR_KIB


def test_a_slow_machine_gives_up_passes_before_memory() -> None:
    chosen = calibrate(memory_kib=PLENTY_KIB, cost_s=seconds_per_gib_pass(3.0))
    assert (chosen.memory_kib, chosen.iterations) == (WANTED_KIB, 2)


def test_a_very_slow_machine_ends_at_the_floor() -> None:
    chosen = calibrate(memory_kib=PLENTY_KIB, cost_s=seconds_per_gib_pass(100.0))
    assert (chosen.memory_kib, chosen.iterations) == (FLOOR_KIB, 1)


@pytest.mark.parametrize("speed", [0.0, 0.1, 0.3])
def test_a_fast_machine_makes_more_passes(speed: float) -> None:
    chosen = calibrate(memory_kib=PLENTY_KIB, cost_s=seconds_per_gib_pass(speed))
    assert chosen.memory_kib == WANTED_KIB
    assert 3 < chosen.iterations <= MAX_ITERATIONS


def test_calibration_of_this_machine_stays_within_the_bounds() -> None:
    calibrate(memory_kib=1).check()
    calibrate(cost_s=seconds_per_gib_pass(1.0)).check()


def test_a_system_that_does_not_say_its_memory_gets_the_recommended_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> int:
        raise ValueError(name)

    monkeypatch.setattr(os, "sysconf", unknown)
    assert calibrate(cost_s=seconds_per_gib_pass(1.0)) == KdfParameters()
