"""The records inside a bundle: type, length, value, one after another, up to the padding.

Promises: one layout per value and no other accepted. It must never verify a signature; that is the reader's
business. SPEC.md, "Bundle". Source: security.md, "Bundles".
"""

import struct
from dataclasses import dataclass
from enum import Enum
from typing import Final

from baken.errors import UserError

from .entry import HEADER_MAX_BYTES, SEALED_MAX_BYTES, Entry
from .grant import CONTENT_KEY_BYTES
from .manifest import MANIFEST_MAX_BYTES
from .signed import DOCUMENT_MAX_BYTES

PLAINTEXT_MAX_BYTES: Final = 256 << 20
PLAINTEXT_MIN_BYTES: Final = 16 << 10
SIGNATURE_BYTES: Final = 64
ID_BYTES: Final = 16
CLOSING_BYTES: Final = 32 + SIGNATURE_BYTES

PREFIX: Final = struct.Struct(">BI")
_LENGTH: Final = struct.Struct(">I")
_ENTRY_HEAD: Final = struct.Struct(">HBH")


class RecordType(Enum):
    """What a record holds; the numbers are the bytes of the format."""

    MANIFEST = 1
    CERTIFICATE = 2
    ENTRY = 3
    RECEIPT = 4
    CLOSING = 5
    PADDING = 6
    ATTACHMENT = 7


class Audience(Enum):
    """For whom at the addressee an entry is meant."""

    CARD = "card"
    TEAM = "team"
    LEAD = "lead"


RECORD_MAX_BYTES: Final = {
    RecordType.MANIFEST: 2 * _LENGTH.size + MANIFEST_MAX_BYTES + DOCUMENT_MAX_BYTES + SIGNATURE_BYTES,
    RecordType.CERTIFICATE: DOCUMENT_MAX_BYTES,
    RecordType.ENTRY: _ENTRY_HEAD.size
    + HEADER_MAX_BYTES
    + SIGNATURE_BYTES
    + _LENGTH.size
    + SEALED_MAX_BYTES
    + CONTENT_KEY_BYTES,
    RecordType.RECEIPT: DOCUMENT_MAX_BYTES,
    RecordType.CLOSING: CLOSING_BYTES,
    RecordType.PADDING: PLAINTEXT_MAX_BYTES,
    RecordType.ATTACHMENT: ID_BYTES + (33 << 20),  # the largest file is a little over 32 MiB
}
_AUDIENCE_CODES: Final = {Audience.CARD: 1, Audience.TEAM: 2, Audience.LEAD: 3}
_AUDIENCES: Final = {code: audience for audience, code in _AUDIENCE_CODES.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class BundleEntry:
    """One entry on its way to another site, with the certificate it verifies under and its content key."""

    entry: Entry
    certificate: bytes
    content_key: bytes
    audience: Audience


@dataclass(frozen=True, kw_only=True, slots=True)
class BundleAttachment:
    """The sealed file of an attachment, whose key stands in an entry of the bundle; `id` is hexadecimal."""

    id: str
    sealed: bytes


def pack_attachment(item: BundleAttachment) -> bytes:
    """Lay out an attachment record's value."""
    return bytes.fromhex(item.id) + item.sealed


def unpack_attachment(value: bytes) -> BundleAttachment:
    """Read an attachment record's value; UserError "malformed"."""
    if len(value) <= ID_BYTES:
        raise UserError("malformed", what="attachment record")
    return BundleAttachment(id=value[:ID_BYTES].hex(), sealed=value[ID_BYTES:])


def padme(size: int) -> int:
    """Round up so that the size tells only O(log log size) bits; at most 12 % more.

    Source: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs" (2019).
    """
    exponent = size.bit_length() - 1
    if exponent < 1:
        return size
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask


def padded_size(size: int) -> int:
    """Give the plaintext's size after padding; a receipt and a small bundle look the same."""
    return max(PLAINTEXT_MIN_BYTES, padme(size))


def pack_record(kind: RecordType, value: bytes) -> bytes:
    """Lay out one record."""
    return PREFIX.pack(kind.value, len(value)) + value


def pack_manifest(manifest: bytes, certificate: bytes, signature: bytes) -> bytes:
    """Lay out the manifest record's value."""
    return _LENGTH.pack(len(manifest)) + manifest + _LENGTH.pack(len(certificate)) + certificate + signature


def unpack_manifest(value: bytes) -> tuple[bytes, bytes, bytes]:
    """Give manifest, certificate and signature; UserError "malformed"."""
    manifest, rest = _cut(value)
    certificate, signature = _cut(rest)
    if len(signature) != SIGNATURE_BYTES:
        raise UserError("malformed", what="manifest record")
    return manifest, certificate, signature


def _cut(value: bytes) -> tuple[bytes, bytes]:
    if len(value) < _LENGTH.size:
        raise UserError("malformed", what="manifest record")
    end = _LENGTH.size + int.from_bytes(value[: _LENGTH.size], "big")
    if end > len(value):
        raise UserError("malformed", what="manifest record")
    return value[_LENGTH.size : end], value[end:]


def pack_entry(item: BundleEntry, certificate_index: int) -> bytes:
    """Lay out an entry record's value; certificates are counted from 0 in the order of their records."""
    entry = item.entry
    head = _ENTRY_HEAD.pack(certificate_index, _AUDIENCE_CODES[item.audience], len(entry.header_bytes))
    sealed_length = _LENGTH.pack(len(entry.sealed))
    return head + entry.header_bytes + entry.signature + sealed_length + entry.sealed + item.content_key


def unpack_entry(value: bytes, certificates: list[bytes]) -> BundleEntry:
    """Read an entry record's value; UserError "malformed", or "needs-newer-baken" for an unknown audience."""
    if len(value) < _ENTRY_HEAD.size:
        raise UserError("malformed", what="entry record")
    index, code, header_size = _ENTRY_HEAD.unpack_from(value)
    signature_at = _ENTRY_HEAD.size + header_size
    length_at = signature_at + SIGNATURE_BYTES
    sealed_at = length_at + _LENGTH.size
    if len(value) < sealed_at or index >= len(certificates):
        raise UserError("malformed", what="entry record")
    key_at = sealed_at + int.from_bytes(value[length_at:sealed_at], "big")
    if len(value) != key_at + CONTENT_KEY_BYTES:
        raise UserError("malformed", what="entry record")
    if code not in _AUDIENCES:
        raise UserError("needs-newer-baken", what="audience")
    return BundleEntry(
        entry=Entry(
            header_bytes=value[_ENTRY_HEAD.size : signature_at],
            signature=value[signature_at:length_at],
            sealed=value[sealed_at:key_at],
        ),
        certificate=certificates[index],
        content_key=value[key_at:],
        audience=_AUDIENCES[code],
    )


def entry_record_size(item: BundleEntry) -> int:
    """Give the size in bytes of an entry's record, with its prefix and without its certificate."""
    entry = item.entry
    return (
        PREFIX.size
        + _ENTRY_HEAD.size
        + len(entry.header_bytes)
        + SIGNATURE_BYTES
        + _LENGTH.size
        + len(entry.sealed)
        + CONTENT_KEY_BYTES
    )
