import pytest

from baken.gui.exchange_fingerprint import is_heard, shown_part

FINGERPRINT = "7F2A 9C11 04BD E6A0 55D2 91FE 8C3B 6A47"


def test_the_last_two_groups_are_not_shown() -> None:
    assert shown_part(FINGERPRINT) == "7F2A 9C11 04BD E6A0 55D2 91FE"


@pytest.mark.parametrize("typed", ["8C3B 6A47", "8c3b6a47", " 8c3B  6A47 "])
def test_what_was_read_out_is_recognised_whatever_its_spaces_and_capitals(typed: str) -> None:
    assert is_heard(FINGERPRINT, typed)


@pytest.mark.parametrize("typed", ["", "8C3B", "6A47 8C3B", "91FE 8C3B 6A47", "8C3B 6A48"])
def test_anything_else_is_not(typed: str) -> None:
    assert not is_heard(FINGERPRINT, typed)


def test_an_empty_fingerprint_is_never_heard() -> None:
    assert not is_heard("", "")
