"""The vectors of wire.json follow from their keys, and SPEC.md shows the same bytes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import baken.wire
from baken import crypto
from baken.wire import age
from baken.wire.certificate import (
    CARDS,
    CERTIFICATES,
    fingerprint,
    link_key,
    site_id,
    verify_card,
    verify_certificate,
    verify_revocation,
)
from baken.wire.entry import Entry, decode_header, encode_header, open_part, seal_part, sign_header, verify_entry
from baken.wire.grant import decode_grant, encode_grant, make_grant, make_open_grant, open_grant
from baken.wire.manifest import CLOSING_LABEL, decode_manifest, encode_manifest, sign_manifest, verify_manifest
from baken.wire.records import (
    Audience,
    BundleEntry,
    RecordType,
    pack_entry,
    pack_manifest,
    pack_record,
    padded_size,
    padme,
)

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[1] / "vectors" / "wire.json").read_text())
SPEC = (Path(baken.wire.__file__).parent / "SPEC.md").read_text()
BLOCKS = re.findall(r"```vector ([a-z_.]+)\n(.*?)```", SPEC, re.DOTALL)


def vector(path: str) -> bytes:
    group, name = path.split(".")
    return bytes.fromhex(VECTORS[group][name])


def document(name: str, tag: bytes) -> bytes:
    payload = vector(f"{name}.payload")
    return tag + len(payload).to_bytes(4, "big") + payload + vector(f"{name}.signature")


CERTIFICATE = document("certificate", CERTIFICATES.tag)
CARD = document("card", CARDS.tag)
VERIFIER = crypto.Verifier(vector("keys.writer_public"))


def entry(group: str) -> Entry:
    return Entry(
        header_bytes=vector(f"{group}.header"),
        signature=vector(f"{group}.signature"),
        sealed=vector(f"{group}.sealed"),
    )


@pytest.mark.parametrize(("path", "text"), BLOCKS)
def test_the_specification_shows_the_vectors(path: str, text: str) -> None:
    group, name = path.split(".")
    assert text.replace("\n", "") == VECTORS[group][name]


def test_the_specification_shows_examples_of_every_chapter() -> None:
    assert {path.split(".")[0] for path, _ in BLOCKS} >= {"keys", "entry", "grant", "card", "manifest", "bundle"}


def test_keys_follow_from_their_seeds() -> None:
    assert crypto.public_of(vector("keys.writer_seed")) == vector("keys.writer_public")
    assert crypto.public_of(vector("keys.site_seed")) == vector("keys.site_public")
    assert crypto.public_of(vector("keys.second_site_seed")) == vector("keys.second_site_public")
    assert site_id(vector("keys.site_public")) == VECTORS["keys"]["site"]
    public = crypto.hpke_public(vector("keys.desk_seed"))
    assert crypto.sha256(public) == vector("keys.desk_public_sha256")
    recipient = age.hpke_recipient(public)
    assert recipient.startswith(VECTORS["keys"]["desk_recipient_start"])
    assert recipient.endswith(VECTORS["keys"]["desk_recipient_end"])
    assert age.hpke_identity(vector("keys.desk_seed")) == VECTORS["keys"]["desk_identity"]


@pytest.mark.parametrize(
    ("group", "key"), [("entry", "keys.content_key"), ("second_entry", "second_entry.content_key")]
)
def test_an_entry_follows_from_its_keys(group: str, key: str) -> None:
    made = entry(group)
    header = verify_entry(VERIFIER, made)
    assert made.id == vector(f"{group}.id")
    part = open_part(vector(key), made.sealed, header.key_commitment)
    assert seal_part(vector(key), part) == (made.sealed, header.key_commitment)
    assert encode_header(header) == made.header_bytes
    assert sign_header(vector("keys.writer_seed"), made.header_bytes) == made.signature
    assert crypto.open_sealed(vector(key), made.sealed) == vector(f"{group}.part")


def test_the_second_entry_follows_the_first() -> None:
    header = decode_header(vector("second_entry.header"))
    assert (header.sequence, header.previous) == (2, vector("entry.id"))
    assert [(item.type, item.is_critical, item.value) for item in header.extensions] == [(1, False, b"later")]


def test_grants_follow_from_their_keys() -> None:
    grant = make_grant(
        "compartment:team",
        key=vector("keys.team_key"),
        key_id=b"\x09" * 16,
        entry=vector("entry.id"),
        content_key=vector("keys.content_key"),
        day=20_454,
    )
    assert encode_grant(grant) == vector("grant.symmetric")
    wrap_key = crypto.hkdf(vector("keys.team_key"), "baken grant v1 compartment:team", salt=vector("entry.id"))
    assert wrap_key == vector("grant.wrap_key")
    assert encode_grant(make_open_grant(vector("keys.content_key"))) == vector("grant.open")
    opened = open_grant(decode_grant(vector("grant.open")), entry=vector("entry.id"))
    assert opened == vector("keys.content_key")


def test_documents_follow_from_their_keys() -> None:
    card = verify_card(CARD)
    assert fingerprint(card) == VECTORS["card"]["fingerprint"]
    assert link_key(vector("keys.site_seed"), card.site, 1, card.keys[1]) == vector("card.link") == card.links[0]
    assert CARDS.sign(vector("keys.second_site_seed"), card) == CARD
    assert crypto.sha256(CARD) == vector("card.document_sha256")
    certificate = verify_certificate(CERTIFICATE, card)
    assert certificate.sign_public == vector("keys.writer_public")
    assert CERTIFICATES.sign(vector("keys.site_seed"), certificate) == CERTIFICATE
    assert crypto.sha256(CERTIFICATE) == vector("certificate.document_sha256")


def test_the_revocation_is_by_the_first_key_of_the_site() -> None:
    card = verify_card(CARD)
    listed = crypto.sha256(vector("revocation.document")).hex()
    first = type(card)(**{name: getattr(card, name) for name in card.__struct_fields__} | {"staying": (listed,)})
    assert verify_revocation(vector("revocation.document"), first).writers[0].sequence == 2


def test_a_bundles_records_follow_from_their_keys() -> None:
    manifest = decode_manifest(vector("manifest.json"))
    assert encode_manifest(manifest) == vector("manifest.json")
    seed = vector("keys.writer_seed")
    assert sign_manifest(seed, vector("manifest.json"), CERTIFICATE) == vector("manifest.signature")
    assert verify_manifest(vector("manifest.json"), CERTIFICATE, vector("manifest.signature")).name == "Fatima"
    item = BundleEntry(
        entry=entry("entry"),
        certificate=CERTIFICATE,
        content_key=vector("keys.content_key"),
        audience=Audience.TEAM,
    )
    record = pack_record(RecordType.ENTRY, pack_entry(item, 0))
    assert record.startswith(vector("bundle.entry_record_prefix_and_head"))
    text = pack_record(
        RecordType.MANIFEST, pack_manifest(vector("manifest.json"), CERTIFICATE, vector("manifest.signature"))
    )
    text += pack_record(RecordType.CERTIFICATE, CERTIFICATE) + record
    digest = crypto.sha256(text)
    assert digest == vector("bundle.digest")
    closing = pack_record(RecordType.CLOSING, digest + crypto.sign(seed, CLOSING_LABEL, digest))
    assert closing == vector("bundle.closing")
    size = len(text) + len(closing) + 5
    assert size == VECTORS["bundle"]["unpadded_bytes"]
    assert padded_size(size) == VECTORS["bundle"]["plaintext_bytes"]


@pytest.mark.parametrize(("size", "padded"), VECTORS["padme"])
def test_padded_sizes_are_those_of_the_vectors(size: int, padded: int) -> None:
    assert padme(size) == padded
