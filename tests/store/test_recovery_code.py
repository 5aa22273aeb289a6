"""The code on a recovery sheet: read back whole however it is typed, and its wrong group named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.store.recovery_code import (
    CODE_BYTES,
    GROUPS,
    LETTERS,
    groups_of,
    is_group,
    new_code,
    read_code,
    seed_of,
)

CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)
LETTER = st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@given(CODES)
def test_a_code_is_eight_groups_of_five_and_reads_back(code: bytes) -> None:
    groups = groups_of(code)
    assert [len(group) for group in groups] == [LETTERS] * GROUPS
    assert read_code(" ".join(groups)) == code
    assert read_code("".join(groups).lower()) == code
    assert read_code("-".join(groups).replace("0", "o").replace("1", "l")) == code


@given(CODES, st.integers(0, GROUPS - 1), st.integers(0, LETTERS - 1), LETTER)
def test_one_wrong_letter_names_its_group(code: bytes, index: int, place: int, letter: str) -> None:
    groups = list(groups_of(code))
    wrong = groups[index][:place] + letter + groups[index][place + 1 :]
    if wrong == groups[index]:
        return
    groups[index] = wrong
    with pytest.raises(UserError, match="recovery-group-wrong") as caught:
        read_code(" ".join(groups))
    assert caught.value.params == {"group": index + 1}


@given(CODES, st.integers(0, GROUPS - 1), st.integers(0, LETTERS - 2))
def test_two_letters_that_changed_places_are_noticed(code: bytes, index: int, place: int) -> None:
    groups = list(groups_of(code))
    letters = list(groups[index])
    letters[place], letters[place + 1] = letters[place + 1], letters[place]
    if "".join(letters) == groups[index]:
        return
    groups[index] = "".join(letters)
    with pytest.raises(UserError, match="recovery-group-wrong"):
        read_code(" ".join(groups))


@given(CODES, st.integers(0, GROUPS - 1), st.integers(0, GROUPS - 1))
def test_two_groups_that_changed_places_are_noticed(code: bytes, first: int, second: int) -> None:
    groups = list(groups_of(code))
    if first == second:
        return
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(UserError, match="recovery-group-wrong"):
        read_code(" ".join(groups))


@pytest.mark.parametrize("typed", ["", "ABCDE", "x" * 41, " ".join(["ABCDE"] * 9)])
def test_a_code_of_another_length_is_said_to_be_that(typed: str) -> None:
    with pytest.raises(UserError, match="recovery-code-length"):
        read_code(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_code_or_a_refusal(typed: str) -> None:
    try:
        code = read_code(typed)
    except UserError:
        return
    assert len(code) == CODE_BYTES


def test_a_group_typed_back_counts_only_in_its_place() -> None:
    code = new_code()
    groups = groups_of(code)
    assert is_group(code, 2, f" {groups[2].lower()} ")
    assert not is_group(code, 2, groups[3])
    assert not is_group(code, 2, "")


def test_each_code_has_a_seed_of_its_own() -> None:
    codes = [new_code() for _ in range(20)]
    assert len({seed_of(code) for code in codes}) == len(codes)
