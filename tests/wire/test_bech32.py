import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import BugError, UserError
from baken.wire import bech32

# BIP 173, "Test vectors", those that hold whole bytes or nothing.
VALID = [
    "A12UEL5L",
    "a12uel5l",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
]
INVALID = [
    "",
    "pzry9x0s0muk",  # no separator
    "1pzry9x0s0muk",  # no prefix
    "x1b4n0q5v",  # a letter outside the alphabet
    "li1dgmt3",  # checksum too short
    "de1lg7wt\xff",
    "A1G7SGD8",  # checksum of another case
    "10a06t8",
    "1qzzfhee",
    "\x201nwldj5",
    "A12uEL5L",  # mixed case
    "a12uel5m",
    "age1ü",
]


@pytest.mark.parametrize("text", VALID)
def test_published_texts_are_read_and_written_the_same(text: str) -> None:
    assert bech32.encode(*bech32.decode(text)) == text.lower()


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_bech32_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="key-text-invalid"):
        bech32.decode(text)


def test_stray_bits_are_refused() -> None:
    values = [0, 1]  # ten bits, of which the last two are set where a byte leaves nothing
    checksum = bech32._polymod(bech32._expand("age") + values + [0] * 6) ^ 1
    values += [checksum >> 5 * (5 - place) & 31 for place in range(6)]
    text = "age1" + "".join(bech32._ALPHABET[value] for value in values)
    with pytest.raises(UserError, match="key-text-invalid"):
        bech32.decode(text)


def test_a_whole_letter_left_over_is_refused() -> None:
    values = [0]
    checksum = bech32._polymod(bech32._expand("age") + values + [0] * 6) ^ 1
    values += [checksum >> 5 * (5 - place) & 31 for place in range(6)]
    text = "age1" + "".join(bech32._ALPHABET[value] for value in values)
    with pytest.raises(UserError, match="key-text-invalid"):
        bech32.decode(text)


@given(st.binary(max_size=1300))
def test_bytes_come_back_in_either_case(data: bytes) -> None:
    text = bech32.encode("age1pq", data)
    assert bech32.decode(text) == bech32.decode(text.upper()) == ("age1pq", data)


@given(st.binary(min_size=1, max_size=64), st.integers(0, 10_000), st.integers(1, 31))
def test_one_wrong_letter_is_always_found(data: bytes, position: int, shift: int) -> None:
    text = bech32.encode("age", data)
    place = 4 + position % (len(text) - 4)
    letter = bech32._ALPHABET[(bech32._ALPHABET.index(text[place]) + shift) % 32]
    with pytest.raises(UserError, match="key-text-invalid"):
        bech32.decode(text[:place] + letter + text[place + 1 :])


@given(st.text(max_size=90))
def test_arbitrary_text_is_the_one_text_of_its_bytes_or_refused(text: str) -> None:
    try:
        prefix, data = bech32.decode(text)
    except UserError:
        return
    assert bech32.encode(prefix, data) == text.lower()


@pytest.mark.parametrize("prefix", ["Age", "ägé"])
def test_a_prefix_is_lower_case_ascii(prefix: str) -> None:
    with pytest.raises(BugError):
        bech32.encode(prefix, b"")
