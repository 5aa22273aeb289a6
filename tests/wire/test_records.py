from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.wire.records import (
    PLAINTEXT_MIN_BYTES,
    RecordType,
    entry_record_size,
    pack_entry,
    pack_manifest,
    pack_record,
    padded_size,
    padme,
    unpack_entry,
    unpack_manifest,
)

from .sites import Site


@given(st.integers(0, 1 << 40))
def test_padme_never_shrinks_and_adds_at_most_twelve_per_cent(size: int) -> None:
    assert size <= padme(size) <= size * 1.12
    assert padme(padme(size)) == padme(size)


@pytest.mark.parametrize(
    ("size", "padded"), [(0, 0), (1, 1), (9, 10), (1000, 1024), (1_000_000, 1_015_808), (1 << 28, 1 << 28)]
)
def test_padme_gives_the_sizes_of_the_paper(size: int, padded: int) -> None:
    assert padme(size) == padded


def test_small_bundles_all_have_one_size() -> None:
    assert padded_size(1) == padded_size(16_000) == PLAINTEXT_MIN_BYTES


@given(st.binary(max_size=40), st.binary(max_size=40), st.binary(min_size=64, max_size=64))
def test_a_manifest_record_comes_back_as_it_went(manifest: bytes, certificate: bytes, signature: bytes) -> None:
    value = pack_manifest(manifest, certificate, signature)
    assert unpack_manifest(value) == (manifest, certificate, signature)


@given(st.binary(max_size=100))
def test_arbitrary_bytes_are_the_one_layout_of_a_manifest_record_or_refused(data: bytes) -> None:
    try:
        parts = unpack_manifest(data)
    except UserError:
        return
    assert pack_manifest(*parts) == data


@given(position=st.integers(0, 10_000))
def test_a_manifest_record_cut_short_is_refused(position: int) -> None:
    value = pack_manifest(b"manifest", b"certificate", bytes(64))
    with pytest.raises(UserError, match="malformed"):
        unpack_manifest(value[: position % len(value)])


def test_an_entry_record_comes_back_as_it_went(east: Site) -> None:
    for item in east.items(3):
        value = pack_entry(item, 1)
        assert unpack_entry(value, [b"", east.certificate]) == item
        assert entry_record_size(item) == len(pack_record(RecordType.ENTRY, value))


@given(position=st.integers(0, 10_000))
def test_an_entry_record_cut_short_or_made_longer_is_refused(east: Site, position: int) -> None:
    value = pack_entry(east.items(1)[0], 0)
    with pytest.raises(UserError, match="malformed"):
        unpack_entry(value[: position % len(value)], [east.certificate])
    with pytest.raises(UserError, match="malformed"):
        unpack_entry(value + b"\0", [east.certificate])


def test_an_entry_record_names_a_certificate_that_came_before(east: Site) -> None:
    with pytest.raises(UserError, match="malformed"):
        unpack_entry(pack_entry(east.items(1)[0], 1), [east.certificate])


def test_an_unknown_audience_needs_a_newer_baken(east: Site) -> None:
    value = pack_entry(east.items(1)[0], 0)
    with pytest.raises(UserError, match="needs-newer-baken"):
        unpack_entry(value[:2] + b"\x09" + value[3:], [east.certificate])


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_the_one_layout_of_an_entry_record_or_refused(data: bytes) -> None:
    try:
        item = unpack_entry(data, [b"certificate"])
    except UserError:
        return
    assert pack_entry(replace(item), 0) == data
