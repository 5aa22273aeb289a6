"""What a bundle says of itself, and what its addressee answers.

Promises: a manifest of a later format is told apart from a damaged one. A manifest is signed inside the
encryption, since age authenticates no sender, and names its recipients, so that it cannot be passed on as if it
were addressed to somebody else. SPEC.md, "Bundle". Source: architecture.md; security.md, "Bundles".
"""

from enum import Enum
from typing import Annotated, Final

import msgspec

from baken import crypto
from baken.errors import UserError

from .certificate import Certificate, SiteCard, read_certificate, verify_certificate
from .codec import Hex16, Hex32, Millis, Wire, decode_extensible, encode
from .signed import DocumentKind

READER_VERSION: Final = 1
MANIFEST_LABEL: Final = "baken bundle manifest v1"
CLOSING_LABEL: Final = "baken bundle closing v1"
MANIFEST_MAX_BYTES: Final = 1 << 20
ENTRIES_MAX: Final = 50_000
RECEIPTS_MAX: Final = 4_096

_Ordinal = Annotated[int, msgspec.Meta(ge=1, le=9_999)]


class BundleKind(Enum):
    """What a bundle carries."""

    ENTRIES = "entries"
    RECEIPT = "receipt"


class HeadClaim(Wire, frozen=True, kw_only=True):
    """How far a writer's chain went when the bundle was made."""

    writer: Hex16
    sequence: Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
    entry: Hex32


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """The first record of a bundle.

    `site` sends, `recipients` are the sites addressed. A large export is `parts` bundles that share `series`.
    A field that a later version adds and whose meaning must not be missed stands in `critical` by name.
    """

    minimum_reader: Annotated[int, msgspec.Meta(ge=1, le=65_535)] = READER_VERSION
    critical: Annotated[tuple[str, ...], msgspec.Meta(max_length=64)] = ()
    kind: BundleKind
    bundle: Hex16
    site: Hex32
    practice: bool
    recipients: Annotated[tuple[Hex32, ...], msgspec.Meta(min_length=1, max_length=64)]
    created_ms: Millis
    series: Hex16
    part: _Ordinal = 1
    parts: _Ordinal = 1
    entries: Annotated[int, msgspec.Meta(ge=0, le=ENTRIES_MAX)] = 0
    receipts: Annotated[int, msgspec.Meta(ge=0, le=RECEIPTS_MAX)] = 0
    heads: Annotated[tuple[HeadClaim, ...], msgspec.Meta(max_length=4_096)] = ()


class _Gate(msgspec.Struct, frozen=True, kw_only=True):
    """The fields that every version of a manifest has."""

    minimum_reader: int
    critical: tuple[str, ...]


def encode_manifest(manifest: Manifest) -> bytes:
    """Give the manifest's JSON."""
    return encode(manifest)


def decode_manifest(data: bytes) -> Manifest:
    """Read a manifest; unknown fields that are not critical are passed over.

    Raises UserError "needs-newer-baken" when it asks for a later reader or for a field unknown here,
    "malformed" or "too-large".
    """
    gate = decode_extensible(data, _Gate, what="manifest", cap_bytes=MANIFEST_MAX_BYTES)
    if gate.minimum_reader > READER_VERSION or set(gate.critical) - set(Manifest.__struct_fields__):
        raise UserError("needs-newer-baken", what="bundle")
    manifest = decode_extensible(data, Manifest, what="manifest", cap_bytes=MANIFEST_MAX_BYTES)
    is_receipt = manifest.kind is BundleKind.RECEIPT
    if manifest.part > manifest.parts or is_receipt != (manifest.entries == 0) or is_receipt != (manifest.receipts > 0):
        raise UserError("malformed", what="manifest")
    return manifest


def sign_manifest(seed: bytes, manifest_bytes: bytes, certificate: bytes) -> bytes:
    """Sign the manifest together with the certificate of the key that signs: 64 bytes."""
    return crypto.sign(seed, MANIFEST_LABEL, crypto.sha256(certificate) + manifest_bytes)


def verify_manifest(manifest_bytes: bytes, certificate: bytes, signature: bytes) -> Certificate:
    """Verify under the key in the certificate, which is itself not verified here.

    Raises UserError "signature-invalid", "key-invalid", "malformed" or "too-large".
    """
    sender = read_certificate(certificate).value
    message = crypto.sha256(certificate) + manifest_bytes
    crypto.verify(sender.sign_public, MANIFEST_LABEL, message, signature)
    return sender


class ReceiptResult(Enum):
    """What became of a bundle at its addressee."""

    IMPORTED = "imported"
    REFUSED = "refused"


class Receipt(Wire, frozen=True, kw_only=True):
    """A writer of the addressed site says: bundle `bundle` came in at `received_ms` (UTC ms, a claim)."""

    bundle: Hex16
    site: Hex32
    received_ms: Millis
    result: ReceiptResult
    certificate: Annotated[bytes, msgspec.Meta(max_length=1 << 16)]


RECEIPTS: Final = DocumentKind(tag=b"BKQ1", label="baken bundle receipt v1", shape=Receipt)


def sign_receipt(seed: bytes, receipt: Receipt) -> bytes:
    """Give a receipt document, signed with the certified seed of the writer whose certificate it holds."""
    return RECEIPTS.sign(seed, receipt)


def verify_receipt(data: bytes, card: SiteCard) -> Receipt:
    """Read a receipt and verify it with its certificate under the card of the site that gives it.

    Raises what `verify_certificate` raises, UserError "signature-invalid", "key-invalid" or "malformed".
    """
    document = RECEIPTS.read(data)
    if document.value.site != card.site:
        raise UserError("certificate-other-site")
    certificate = verify_certificate(document.value.certificate, card)
    RECEIPTS.verify(certificate.sign_public, document)
    return document.value
