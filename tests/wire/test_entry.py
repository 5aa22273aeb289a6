import struct
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, UserError
from baken.wire import codec
from baken.wire.entry import (
    EXTENSIONS_MAX,
    NO_PREVIOUS,
    SEALED_MAX_BYTES,
    Entry,
    Extension,
    Header,
    decode_header,
    encode_header,
    make_entry,
    open_part,
    seal_part,
    sign_header,
    verify_entry,
)

from .sites import flip, sealed_part, seed_of

KEY = seed_of("content key")
SEED = seed_of("writer")
VERIFIER = crypto.Verifier(crypto.public_of(SEED))
FIXED_BYTES = 140


def header(**changes: object) -> Header:
    fields = {
        "writer": bytes(16),
        "sequence": 1,
        "previous": NO_PREVIOUS,
        "logical": 7,
        "wall_ms": -1,
        "sealed_hash": b"s" * 32,
        "key_commitment": b"c" * 32,
    }
    return Header(**(fields | changes))


def extension(number: int, value: bytes = b"", *, is_critical: bool = False) -> Extension:
    return Extension(type=number, is_critical=is_critical, value=value)


def entry(**changes: object) -> Entry:
    part = sealed_part(**changes)
    return make_entry(SEED, KEY, part, writer=bytes(16), sequence=1, previous=NO_PREVIOUS, logical=1, wall_ms=0)


extensions = st.lists(
    st.builds(extension, st.integers(0, 0x7FFF), st.binary(max_size=64)),
    max_size=8,
    unique_by=lambda item: item.type,
).map(lambda items: tuple(sorted(items, key=lambda item: item.type)))
headers = st.builds(
    lambda writer, sequence, previous, logical, wall_ms, more: header(
        writer=writer,
        sequence=sequence,
        previous=NO_PREVIOUS if sequence == 1 else previous,
        logical=logical,
        wall_ms=wall_ms,
        extensions=more,
    ),
    st.binary(min_size=16, max_size=16),
    st.integers(1, 2**64 - 1),
    st.binary(min_size=32, max_size=32).filter(lambda value: value != NO_PREVIOUS),
    st.integers(0, 2**64 - 1),
    st.integers(-(2**63), 2**63 - 1),
    extensions,
)


@given(headers)
def test_a_header_comes_back_as_it_went(value: Header) -> None:
    assert decode_header(encode_header(value)) == value


@given(st.binary(max_size=300) | st.binary(max_size=160).map(lambda tail: b"\x01\x01" + tail))
def test_arbitrary_bytes_are_the_one_layout_of_a_header_or_refused(data: bytes) -> None:
    try:
        value = decode_header(data)
    except UserError:
        return
    assert encode_header(value) == data


@given(headers, st.integers(0, 10_000))
def test_a_header_cut_short_or_made_longer_is_refused(value: Header, position: int) -> None:
    data = encode_header(value)
    with pytest.raises(UserError, match="malformed"):
        decode_header(data[: position % len(data)])
    with pytest.raises(UserError, match="malformed"):
        decode_header(data + b"\0")


@pytest.mark.parametrize("start", [b"\x02\x01", b"\x01\x02", b"\x00\x01"])
def test_another_format_version_or_suite_needs_a_newer_baken(start: bytes) -> None:
    with pytest.raises(UserError, match="needs-newer-baken"):
        decode_header(start + encode_header(header())[2:])


@pytest.mark.parametrize(("sequence", "previous"), [(0, NO_PREVIOUS), (0, b"p" * 32), (1, b"p" * 32), (2, NO_PREVIOUS)])
def test_only_the_first_entry_has_nothing_before_it(sequence: int, previous: bytes) -> None:
    with pytest.raises(UserError, match="malformed"):
        decode_header(encode_header(header(sequence=sequence, previous=previous)))


def test_an_unknown_extension_is_kept_unless_it_is_critical() -> None:
    kept = header(extensions=(extension(5, b"later"),))
    assert decode_header(encode_header(kept)) == kept
    critical = header(extensions=(extension(5, b"later", is_critical=True),))
    with pytest.raises(UserError, match="needs-newer-baken"):
        decode_header(encode_header(critical))
    assert decode_header(encode_header(critical), known_extensions=frozenset((5,))) == critical


def with_extensions(*items: tuple[int, bytes], count: int | None = None) -> bytes:
    tail = b"".join(struct.pack(">HH", code, len(value)) + value for code, value in items)
    number = len(items) if count is None else count
    return encode_header(header())[: FIXED_BYTES - 2] + struct.pack(">H", number) + tail


def test_extensions_within_bounds_are_read() -> None:
    data = with_extensions((5, b"abc"), (6, b""))
    assert [item.value for item in decode_header(data).extensions] == [b"abc", b""]


@pytest.mark.parametrize(
    "data",
    [
        with_extensions((5, b""), (5, b"")),
        with_extensions((6, b""), (5, b"")),
        with_extensions((5, b""), (0x8005, b"")),
        with_extensions((5, b"abc"), count=2),
        with_extensions((5, b"abc"))[:-1],
        with_extensions((5, b"abc"), count=0),
        with_extensions(*((number, b"") for number in range(EXTENSIONS_MAX + 1))),
        with_extensions((1, bytes(4093))),
    ],
)
def test_extensions_out_of_order_or_bounds_are_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="malformed"):
        decode_header(data)


@pytest.mark.parametrize(
    "value",
    [
        header(writer=bytes(15)),
        header(previous=bytes(31)),
        header(sealed_hash=b""),
        header(key_commitment=bytes(33)),
        header(sequence=-1),
        header(logical=2**64),
        header(extensions=(extension(2), extension(1))),
        header(extensions=(extension(0x8000),)),
        header(extensions=tuple(extension(number) for number in range(EXTENSIONS_MAX + 1))),
        header(extensions=(extension(1, bytes(4093)),)),
    ],
)
def test_a_header_outside_the_format_cannot_be_written(value: Header) -> None:
    with pytest.raises(BugError):
        encode_header(value)


def test_an_entry_verifies_and_opens() -> None:
    made = entry(text="Zoé zei niets.")
    verified = verify_entry(VERIFIER, made)
    part = open_part(KEY, made.sealed, verified.key_commitment)
    assert msgspec.json.decode(part.body) == {"text": "Zoé zei niets."}
    assert made.id == crypto.sha256(made.header_bytes)


@given(st.integers(0, 10_000))
def test_an_entry_with_any_byte_changed_is_refused(position: int) -> None:
    made = entry()
    for changed in (
        replace(made, header_bytes=flip(made.header_bytes, position)),
        replace(made, signature=flip(made.signature, position)),
        replace(made, sealed=flip(made.sealed, position)),
    ):
        with pytest.raises(UserError):
            verify_entry(VERIFIER, changed)


def test_a_signature_covers_the_whole_header_and_names_its_writer() -> None:
    made = entry()
    other = crypto.Verifier(crypto.public_of(seed_of("another writer")))
    with pytest.raises(UserError, match="signature-invalid"):
        verify_entry(other, made)
    with pytest.raises(UserError, match="sealed-part-differs"):
        verify_entry(VERIFIER, replace(made, sealed=entry(text="Iets anders.").sealed))


def test_a_sealed_part_above_one_mebibyte_is_refused() -> None:
    with pytest.raises(UserError, match="too-large"):
        entry(text="x" * SEALED_MAX_BYTES)
    sealed = bytes(SEALED_MAX_BYTES + 1)
    data = encode_header(header(sealed_hash=crypto.sha256(sealed)))
    big = Entry(header_bytes=data, signature=sign_header(SEED, data), sealed=sealed)
    with pytest.raises(UserError, match="too-large"):
        verify_entry(VERIFIER, big)


def test_a_content_key_that_was_not_committed_to_is_refused() -> None:
    sealed, commitment = seal_part(KEY, sealed_part())
    with pytest.raises(UserError, match="wrong-content-key"):
        open_part(seed_of("another key"), sealed, commitment)
    with pytest.raises(UserError, match="seal-broken"):
        open_part(KEY, flip(sealed, 3), commitment)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": ""},
        {"kind": "Observation"},
        {"kind": "observation\n"},
        {"kind": "k" * 65},
        {"version": 0},
        {"version": 65_536},
        {"youths": ("ab",)},
        {"youths": ("AB" * 16,)},
        {"youths": ("ab" * 16,) * 257},
        {"entity": "cd"},
        {"base": ("ab" * 16,)},
        {"base": ("ab" * 32,) * 1_025},
        {"body": msgspec.Raw(b"[]")},
        {"body": msgspec.Raw(b"{")},
    ],
)
def test_a_sealed_part_outside_the_format_is_neither_written_nor_read(changes: dict[str, object]) -> None:
    part = sealed_part(**changes)
    with pytest.raises(BugError):
        seal_part(KEY, part)
    sealed = crypto.seal(KEY, codec.encode(part))
    with pytest.raises(UserError, match="malformed"):
        open_part(KEY, sealed, crypto.hmac_sha256(KEY, b"baken content key v1"))


def test_a_sealed_part_may_concern_nobody_and_no_entity() -> None:
    sealed, commitment = seal_part(KEY, sealed_part(youths=(), entity=""))
    assert open_part(KEY, sealed, commitment).youths == ()


@given(st.binary(max_size=200))
def test_arbitrary_bytes_under_the_right_key_are_refused(text: bytes) -> None:
    commitment = crypto.hmac_sha256(KEY, b"baken content key v1")
    with pytest.raises(UserError):
        open_part(KEY, crypto.seal(KEY, text), commitment)
