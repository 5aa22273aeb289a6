import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.wire import codec
from baken.wire.codec import Wire


class Shape(Wire, frozen=True, kw_only=True):
    name: str
    count: int
    raw: msgspec.Raw


class Open(msgspec.Struct, frozen=True, kw_only=True):
    name: str


GOOD = b'{"name":"x","count":1,"raw":{}}'


def read(data: bytes, cap_bytes: int = 10_000) -> Shape:
    return codec.decode(data, Shape, what="shape", cap_bytes=cap_bytes)


def test_the_one_text_of_a_value_is_read() -> None:
    assert codec.encode(read(GOOD)) == GOOD


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"name":"x","count":1}',
        b'{"name":"x","count":1,"raw":{},"more":1}',
        b'{"name":"x","count":1,"count":1,"raw":{}}',
        b'{"count":1,"name":"x","raw":{}}',
        b'{"name": "x","count":1,"raw":{}}',
        b'{"name":"\\u0078","count":1,"raw":{}}',
        b'{"name":"x","count":1.0,"raw":{}}',
        b'{"name":"x","count":"1","raw":{}}',
        b'{"name":"x","count":1,"raw":tru}',
        b'{"name":"x","count":1,"raw":{"a":"\xff"}}',
        b'{"name":"\xed\xa0\x80","count":1,"raw":{}}',
        GOOD + b"\n",
    ],
)
def test_any_other_text_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="malformed"):
        read(data)


def test_a_text_above_the_cap_is_refused() -> None:
    assert read(GOOD, cap_bytes=len(GOOD))
    with pytest.raises(UserError, match="too-large"):
        read(GOOD, cap_bytes=len(GOOD) - 1)


def nested(depth: int) -> bytes:
    return GOOD[:-3] + b"[" * depth + b"]" * depth + b"}"


def test_a_depth_of_sixteen_is_read_and_one_more_is_not() -> None:
    assert read(nested(15))
    with pytest.raises(UserError, match="malformed"):
        read(nested(16))
    with pytest.raises(UserError, match="malformed"):
        read(nested(4_000))


def test_brackets_in_strings_and_side_by_side_are_no_depth() -> None:
    text = GOOD[:-3] + b'["[[[[[[[[[[[[[[[[[[[[\\"[[[",' + b",".join([b"[]"] * 40) + b"]}"
    assert read(text)


def test_an_open_text_may_hold_fields_unknown_here() -> None:
    text = b'{ "more": {"a": [1, 2.5e999, null]}, "name": "x" }'
    assert codec.decode_extensible(text, Open, what="open", cap_bytes=100) == Open(name="x")


@pytest.mark.parametrize(
    "text",
    [
        b'{"name":"x","name":"y"}',
        b'{"name":"x","more":{"a":1,"a":2}}',
        b'{"name":"x","more":"\x01"}',
        b'{"name":"x","more":01}',
        b'{"more":1}',
    ],
)
def test_an_open_text_repeats_no_key_and_is_whole_json(text: bytes) -> None:
    with pytest.raises(UserError, match="malformed"):
        codec.decode_extensible(text, Open, what="open", cap_bytes=100)


def test_an_open_text_with_a_number_of_any_length_is_read() -> None:
    text = b'{"name":"x","more":' + b"9" * 5_000 + b"}"
    assert codec.decode_extensible(text, Open, what="open", cap_bytes=6_000) == Open(name="x")


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    for call in (codec.decode, codec.decode_extensible):
        with pytest.raises(UserError):
            call(data, Shape, what="shape", cap_bytes=100)


values = st.none() | st.integers() | st.text()


@given(st.lists(values | st.lists(values) | st.dictionaries(st.text(), values)))
def test_any_json_inside_is_kept_as_it_is(value: object) -> None:
    raw = json.dumps(value).encode()
    shape = Shape(name="x", count=1, raw=msgspec.Raw(raw))
    assert bytes(read(codec.encode(shape), cap_bytes=1 << 20).raw) == raw


@given(st.binary(max_size=60), st.integers(0, 60), st.binary(max_size=3))
def test_an_open_text_with_anything_inside_is_read_or_refused(inside: bytes, position: int, more: bytes) -> None:
    inside = inside[:position] + more + inside[position:]
    for text in (b'{"name":"x","more":' + inside + b"}", b'{"name":"x","more":"' + inside + b'"}'):
        try:
            assert codec.decode_extensible(text, Open, what="open", cap_bytes=200) == Open(name="x")
        except UserError:
            continue
