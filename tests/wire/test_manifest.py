import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.wire.manifest import (
    BundleKind,
    HeadClaim,
    Receipt,
    ReceiptResult,
    decode_manifest,
    encode_manifest,
    sign_manifest,
    sign_receipt,
    verify_manifest,
    verify_receipt,
)

from .sites import Site, flip


def manifest_fields(east: Site, west: Site, **changes: object) -> bytes:
    fields = json.loads(encode_manifest(east.manifest(to=west, entries=1)))
    return json.dumps(fields | changes).encode()


def test_a_manifest_comes_back_as_it_went(east: Site, west: Site) -> None:
    head = HeadClaim(writer="0a" * 16, sequence=4, entry="0b" * 32)
    manifest = east.manifest(to=west, entries=3, heads=(head,), part=2, parts=3)
    assert decode_manifest(encode_manifest(manifest)) == manifest


def test_a_field_of_a_later_version_is_passed_over(east: Site, west: Site) -> None:
    assert decode_manifest(manifest_fields(east, west, later={"a": 1})).entries == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"minimum_reader": 2, "kind": "something later"},
        {"later": 1, "critical": ["later"]},
        {"critical": ["gone"]},
    ],
)
def test_what_must_not_be_missed_needs_a_newer_baken(east: Site, west: Site, changes: dict[str, object]) -> None:
    with pytest.raises(UserError, match="needs-newer-baken"):
        decode_manifest(manifest_fields(east, west, **changes))


def test_a_critical_field_that_is_known_here_is_no_obstacle(east: Site, west: Site) -> None:
    assert decode_manifest(manifest_fields(east, west, critical=["heads"])).critical == ("heads",)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "other"},
        {"bundle": "ab"},
        {"site": "AB" * 32},
        {"recipients": []},
        {"recipients": ["ab" * 32] * 65},
        {"created_ms": -1},
        {"part": 2, "parts": 1},
        {"part": 0},
        {"parts": 10_000},
        {"entries": 50_001},
        {"entries": 0},
        {"entries": -1},
        {"receipts": 1},
        {"kind": "receipt"},
        {"kind": "receipt", "entries": 0, "receipts": 4_097},
        {"critical": "x"},
        {"minimum_reader": 0},
    ],
)
def test_a_manifest_outside_the_format_is_refused(east: Site, west: Site, changes: dict[str, object]) -> None:
    with pytest.raises(UserError, match="malformed"):
        decode_manifest(manifest_fields(east, west, **changes))


@given(st.binary(max_size=300))
def test_arbitrary_bytes_are_no_manifest(data: bytes) -> None:
    with pytest.raises(UserError):
        decode_manifest(data)


@given(position=st.integers(0, 10_000))
def test_the_signature_covers_manifest_and_certificate(east: Site, west: Site, position: int) -> None:
    manifest = encode_manifest(east.manifest(to=west, entries=1))
    signature = sign_manifest(east.writer_seed, manifest, east.certificate)
    assert verify_manifest(manifest, east.certificate, signature).name == "Fatima"
    other = east.certify(name="Fatima B.")
    for changed in (
        (flip(manifest, position), east.certificate, signature),
        (manifest, other, signature),
        (manifest, east.certificate, flip(signature, position)),
    ):
        with pytest.raises(UserError, match="signature-invalid"):
            verify_manifest(*changed)


def receipt(west: Site, **changes: object) -> Receipt:
    value = Receipt(
        bundle="0b" * 16,
        site=west.id,
        received_ms=1,
        result=ReceiptResult.IMPORTED,
        certificate=west.certificate,
    )
    return msgspec.structs.replace(value, **changes)


@given(position=st.integers(0, 10_000))
def test_a_receipt_verifies_and_with_any_byte_changed_is_refused(west: Site, position: int) -> None:
    data = sign_receipt(west.writer_seed, receipt(west))
    assert verify_receipt(data, west.card) == receipt(west)
    with pytest.raises(UserError):
        verify_receipt(flip(data, position), west.card)


def test_a_receipt_by_another_site_is_refused(east: Site, west: Site) -> None:
    data = sign_receipt(west.writer_seed, receipt(west))
    with pytest.raises(UserError, match="certificate-other-site"):
        verify_receipt(data, east.card)
    borrowed = sign_receipt(west.writer_seed, receipt(west, certificate=east.certificate))
    with pytest.raises(UserError, match="certificate-other-site"):
        verify_receipt(borrowed, west.card)
    forged = sign_receipt(east.writer_seed, receipt(west))
    with pytest.raises(UserError, match="signature-invalid"):
        verify_receipt(forged, west.card)


def test_kinds_are_those_of_the_format() -> None:
    assert [kind.value for kind in BundleKind] == ["entries", "receipt"]
