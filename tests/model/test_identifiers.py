"""Phone numbers and plates: every way of writing matches, near misses do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.codes import EntityType
from baken.model.identifiers import find_identifiers, normalise, normalise_phone


@pytest.mark.parametrize(
    "text",
    [
        *("0600000123", "06-00000123", "06 00 000 123", "+31 600 000 123", "+31 6 000 00 123", "0031600000123"),
        *("+31 (0)6 00000123", "06.00.00.01.23", "bel 0600000123, snel", "0600000123 22u", "0600000123 om 22:00"),
    ],
)
def test_one_number_written_in_many_ways_is_one_number(text: str) -> None:
    assert [found.normal for found in find_identifiers(text)] == ["+31600000123"]


@pytest.mark.parametrize(
    "text",
    [
        *("060000012", "06000001234", "0600000123 4", "0600000123-9", "x0600000123", "0600000123x", "1234567890"),
        *("0987600101", "13-11-2025 23:40", "2026-03-14", "+31 6 000", "0000000000", "112", "NL00 0000 0000 00"),
    ],
)
def test_what_is_no_phone_number_is_not_found(text: str) -> None:
    assert [found for found in find_identifiers(text) if found.type is EntityType.PHONE] == []


def test_a_number_of_another_country_keeps_its_country() -> None:
    assert normalise_phone("+49 151 1234567") == "+491511234567"
    assert normalise_phone("bel +49 151 1234567") is None


@pytest.mark.parametrize("text", ["AE-000-Q", "ae 000 q", "AE000Q", "kenteken ae-000-q."])
def test_one_plate_written_in_many_ways_is_one_plate(text: str) -> None:
    assert [found.normal for found in find_identifiers(text)] == ["AE000Q"]


@pytest.mark.parametrize("text", ["CO-0??-E", "AE-???-?"])
def test_a_plate_read_in_part_is_found_as_it_was_read(text: str) -> None:
    assert [found.value for found in find_identifiers(text)] == [text]


@pytest.mark.parametrize(
    "text",
    ["om 23 40", "op 12 30", "13-nov-2", "op 13-11-25", "AE-0000-Q", "AE-00-Q", "XAE-000-Q", "??-???-?", "-2u", "112"],
)
def test_what_is_no_plate_is_not_found(text: str) -> None:
    assert list(find_identifiers(text)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("06-00000123", "06-00000132"), ("AE-000-Q", "AE-000-O")],
)
def test_a_near_miss_is_another_thing(one: str, other: str) -> None:
    assert [f.normal for f in find_identifiers(one)] != [f.normal for f in find_identifiers(other)]


def test_each_type_has_one_spelling_to_compare() -> None:
    assert normalise(EntityType.ACCOUNT, "@casting.mila_000") == normalise(EntityType.ACCOUNT, "Casting.Mila_000")
    assert normalise(EntityType.ACCOUNT, "casting_mila_000") != normalise(EntityType.ACCOUNT, "casting.mila_000")
    assert normalise(EntityType.PHONE, " half nummer ") == "half nummer"
    assert normalise(EntityType.PERSON, "oom  Khaled") == "oom khaled"


@given(st.text(max_size=60))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for found in find_identifiers(text):
        assert text[found.start : found.end] == found.value
