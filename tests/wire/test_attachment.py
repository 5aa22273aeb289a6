"""The sealed file of an attachment opens with its key, hash and size, and with nothing else."""

import hashlib
import json
from pathlib import Path

import pytest

from baken import crypto
from baken.errors import UserError
from baken.wire.attachment import (
    ATTACHMENT_MAX_BYTES,
    SEALED_ATTACHMENT_MAX_BYTES,
    open_attachment,
    seal_attachment,
    sealed_size,
)
from baken.wire.records import (
    BundleAttachment,
    RecordType,
    pack_attachment,
    pack_record,
    padme,
    unpack_attachment,
)

KEY = bytes(range(32))
VECTOR = json.loads((Path(__file__).parents[1] / "vectors" / "wire.json").read_text())["attachment"]


def opened(sealed: bytes, size: int, key: bytes = KEY) -> bytes:
    return open_attachment(sealed, key, sha256=hashlib.sha256(sealed).hexdigest(), size=size)


@pytest.mark.parametrize("size", [1, 2, 100, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, (1 << 20) + 7])
def test_what_was_sealed_opens(size: int) -> None:
    content = crypto.random_bytes(size)
    sealed = seal_attachment(content, KEY)
    assert opened(sealed, size) == content
    chunks = -(-padme(size) // (1 << 16))
    assert len(sealed) == 16 + padme(size) + 16 * chunks


def test_files_of_nearly_one_size_have_one_size() -> None:
    assert len(seal_attachment(bytes(1_000_001), KEY)) == len(seal_attachment(bytes(1_000_400), KEY))


def test_the_largest_fills_the_largest_file() -> None:
    assert len(seal_attachment(bytes(ATTACHMENT_MAX_BYTES), KEY)) == SEALED_ATTACHMENT_MAX_BYTES


@pytest.mark.parametrize(
    ("size", "code"), [(0, "attachment-empty"), (ATTACHMENT_MAX_BYTES + 1, "attachment-too-large")]
)
def test_nothing_and_too_much_are_refused(size: int, code: str) -> None:
    with pytest.raises(UserError) as refused:
        seal_attachment(bytes(size), KEY)
    assert refused.value.code == code


@pytest.mark.parametrize("change", ["flip", "cut", "longer", "key", "hash", "smaller", "larger", "none", "empty"])
def test_anything_else_is_damaged(change: str) -> None:
    content = b"x" * 1000
    sealed, key, size = seal_attachment(content, KEY), KEY, 1000
    digest = hashlib.sha256(sealed).hexdigest()
    match change:
        case "flip":
            sealed = sealed[:40] + bytes([sealed[40] ^ 1]) + sealed[41:]
        case "cut":
            sealed = sealed[:-1]
        case "longer":
            sealed += b"\0"
        case "key":
            key = bytes(32)
        case "smaller":
            size = 999  # pads to the same size, but what follows is no zero
        case "larger":
            size = 2000
        case "none":
            size = 0
        case "empty":
            sealed = b""
    digest = "0" * 64 if change == "hash" else hashlib.sha256(sealed).hexdigest()
    with pytest.raises(UserError) as refused:
        open_attachment(sealed, key, sha256=digest, size=size)
    assert refused.value.code == "attachment-damaged"


def test_the_vector_opens() -> None:
    sealed = bytes.fromhex(VECTOR["sealed"])
    content = open_attachment(
        sealed, bytes.fromhex(VECTOR["key"]), sha256=VECTOR["sha256"], size=len(bytes.fromhex(VECTOR["content"]))
    )
    assert content == bytes.fromhex(VECTOR["content"])


def test_the_record_of_a_bundle_begins_as_the_specification_says() -> None:
    item = BundleAttachment(id="0d" * 16, sealed=bytes.fromhex(VECTOR["sealed"]))
    record = pack_record(RecordType.ATTACHMENT, pack_attachment(item))
    assert record[:21].hex() == VECTOR["record_head"]
    assert unpack_attachment(record[5:]) == item


def test_a_record_without_a_file_is_malformed() -> None:
    with pytest.raises(UserError, match="malformed"):
        unpack_attachment(bytes(16))


@pytest.mark.parametrize("size", [1, 1000, 65_536, 65_537, ATTACHMENT_MAX_BYTES])
def test_the_size_of_the_file_is_known_beforehand(size: int) -> None:
    assert sealed_size(size) == len(seal_attachment(bytes(size), KEY))
