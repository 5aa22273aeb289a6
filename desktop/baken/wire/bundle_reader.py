"""Reading bundles: look, verify all of it, then read it again.

Promises: `verify_bundle` returns only when every record, signature, certificate, content key and count of the
bundle holds, and changes nothing; `read_bundle` then gives the same entries and raises at the end if the file
was changed in between, so what it gave counts only after its last. No plaintext touches a disk. Trust comes in
as site cards; whether a bundle was imported before is the store's business. SPEC.md, "Bundle".
"""

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Final

from baken import crypto
from baken.errors import UserError

from .age import opening
from .age_stream import ByteSource
from .certificate import Certificate, SiteCard, read_certificate, verify_certificate
from .entry import SealedPart, open_part, verify_entry
from .manifest import CLOSING_LABEL, Manifest, Receipt, decode_manifest, verify_manifest, verify_receipt
from .records import (
    CLOSING_BYTES,
    PLAINTEXT_MAX_BYTES,
    PREFIX,
    RECORD_MAX_BYTES,
    BundleAttachment,
    BundleEntry,
    RecordType,
    padded_size,
    unpack_attachment,
    unpack_entry,
    unpack_manifest,
)

Progress = Callable[[int, int], None]

_REPORT_EVERY: Final = 64
_PIECE_BYTES: Final = 1 << 20
_TYPES: Final = {kind.value: kind for kind in RecordType}
_CODES: Final = {
    "age-no-identity": "not-addressed-to-us",
    "age-header": "not-a-bundle",
    "age-armor": "not-a-bundle",
    "age-passphrase": "not-a-bundle",
    "age-header-mac": "bundle-damaged",
    "age-payload": "bundle-damaged",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class BundleClaims:
    """What a bundle says; its manifest is signed by the key in `sender`, which nobody has vouched for yet."""

    manifest: Manifest
    sender: Certificate


@dataclass(frozen=True, kw_only=True, slots=True)
class VerifiedReceipt:
    """A receipt that verified, with its bytes to keep as proof."""

    receipt: Receipt
    data: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class VerifiedBundle:
    """A bundle that verified as a whole; `digest` (32 bytes) tells it from every other.

    `writers` names for each writer (16 bytes) the sites whose certificates sign its entries here.
    """

    manifest: Manifest
    sender: Certificate
    receipts: tuple[VerifiedReceipt, ...]
    writers: Mapping[bytes, frozenset[str]]
    digest: bytes


def inspect_bundle(source: ByteSource, identities: Sequence[str]) -> BundleClaims:
    """Read the manifest alone, without trusting its sender.

    Raises UserError "not-a-bundle", "bundle-damaged", "not-addressed-to-us" when no identity opens it,
    "needs-newer-baken", "signature-invalid", "key-invalid", "malformed" or "too-large".
    """
    with _plaintext(source, identities) as records:
        return _read_claims(records)


def verify_bundle(
    source: ByteSource,
    identities: Sequence[str],
    *,
    own_site: str,
    cards: Mapping[str, SiteCard],
    check_part: Callable[[SealedPart], None],
    check_attachment: Callable[[BundleAttachment], None] | None = None,
    progress: Progress | None = None,
) -> VerifiedBundle:
    """Verify everything and change nothing.

    `cards` are the cards of trusted sites by site id, the own among them. `check_part` sees what each entry says
    and raises for what may not come in this way; `check_attachment`, after all entries, what file comes with them, and
    without it none may. `progress` hears (done, total) in entries and may raise to cancel.
    Raises what `inspect_bundle` raises and UserError "not-addressed-to-us" when the manifest does not name
    `own_site`, "site-not-trusted" (with `site`) for a sender or an author whose card is missing,
    "certificate-other-site", "certificate-invalid", "certificate-ended", "sealed-part-differs",
    "wrong-content-key", "seal-broken" or "bundle-too-large".
    """
    with _plaintext(source, identities) as records:
        claims = _read_claims(records)
        manifest = claims.manifest
        if own_site not in manifest.recipients:
            raise UserError("not-addressed-to-us")
        authors = _Authors(cards, practice=manifest.practice)
        authors.certificate(records.sender_certificate, site=manifest.site)
        if claims.sender.valid_until is not None and manifest.created_ms > claims.sender.valid_until:
            raise UserError("certificate-ended")
        seen: set[bytes] = set()
        receipts: list[VerifiedReceipt] = []
        writers: dict[bytes, frozenset[str]] = {}
        for record in _content(records, manifest, claims.sender):
            if isinstance(record, bytes):
                receipts.append(_verify_receipt(record, manifest, cards))
                continue
            if isinstance(record, BundleAttachment):
                if check_attachment is None:
                    raise UserError("malformed", what="attachment")
                check_attachment(record)
                continue
            verifier, site = authors.author(record.certificate)
            header = verify_entry(verifier, record.entry)
            check_part(open_part(record.content_key, record.entry.sealed, header.key_commitment))
            if site not in writers.get(header.writer, ()):
                writers[header.writer] = writers.get(header.writer, frozenset()) | {site}
            seen.add(record.entry.id)
            if progress is not None and len(seen) % _REPORT_EVERY == 0:
                progress(len(seen), manifest.entries)
        if len(seen) != manifest.entries or len({receipt.data for receipt in receipts}) != manifest.receipts:
            raise UserError("malformed", what="bundle counts")
        return VerifiedBundle(
            manifest=manifest,
            sender=claims.sender,
            receipts=tuple(receipts),
            writers=writers,
            digest=records.digest_before(),
        )


def read_bundle(
    source: ByteSource, identities: Sequence[str], verified: VerifiedBundle
) -> Generator[BundleEntry, None, None]:
    """Yield the entries of a bundle that `verify_bundle` verified; as `read_records`."""
    with closing(read_records(source, identities, verified)) as records:
        for record in records:
            if isinstance(record, BundleEntry):
                yield record


def read_records(
    source: ByteSource, identities: Sequence[str], verified: VerifiedBundle
) -> Generator[BundleEntry | BundleAttachment, None, None]:
    """Yield entries and then attachments of a bundle that `verify_bundle` verified, without verifying each again.

    Raises UserError "bundle-changed" at the end if these were not the same bytes.
    """
    with _plaintext(source, identities) as records:
        claims = _read_claims(records)
        for record in _content(records, claims.manifest, claims.sender):
            if not isinstance(record, bytes):
                yield record
        if records.digest_before() != verified.digest:
            raise UserError("bundle-changed")


@contextmanager
def _plaintext(source: ByteSource, identities: Sequence[str]) -> Iterator["_Records"]:
    """Open the age layer; its refusals become those of a bundle."""
    try:
        with closing(opening(source, identities)) as pieces:
            yield _Records(pieces)
    except UserError as refused:
        if refused.code in _CODES:
            raise UserError(_CODES[refused.code]) from None
        raise


class _Records:
    """Takes records off verified plaintext; counts and hashes them on the way."""

    def __init__(self, pieces: Iterator[memoryview]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")
        self._taken = 0
        self._hash = hashlib.sha256()
        self._current = b""
        self.sender_certificate = b""

    def next(self) -> tuple[RecordType, bytes]:
        """Give the next record; UserError "needs-newer-baken" for an unknown type, "malformed", "too-large".

        Every version begins with a manifest: whatever begins otherwise is no bundle, however new.
        """
        self._hash.update(self._current)
        prefix = self._take(PREFIX.size)
        code, size = PREFIX.unpack(prefix)
        if not self._current and (code != RecordType.MANIFEST.value or size > RECORD_MAX_BYTES[RecordType.MANIFEST]):
            raise UserError("malformed", what="first record")
        if code not in _TYPES:
            raise UserError("needs-newer-baken", what="record")
        kind = _TYPES[code]
        if size > RECORD_MAX_BYTES[kind]:
            raise UserError("too-large", what="record")
        value = self._take(size)
        self._current = prefix + value
        return kind, value

    def digest_before(self) -> bytes:
        """SHA-256 of everything before the current record."""
        return self._hash.digest()

    def skip_padding(self) -> None:
        """Read the padding record; UserError "malformed" unless it is zeros of the right length and the end."""
        code, size = PREFIX.unpack(self._take(PREFIX.size))
        if code != RecordType.PADDING.value or self._taken + size != padded_size(self._taken):
            raise UserError("malformed", what="padding")
        while size:
            zeros = self._take(min(size, _PIECE_BYTES))
            if zeros.count(0) != len(zeros):
                raise UserError("malformed", what="padding")
            size -= len(zeros)
        if self._piece or next(self._pieces, None) is not None:
            raise UserError("malformed", what="padding")

    def _take(self, size: int) -> bytes:
        self._taken += size
        if self._taken > PLAINTEXT_MAX_BYTES:
            raise UserError("bundle-too-large")
        taken = bytes(self._piece[:size])
        self._piece = self._piece[size:]
        while len(taken) < size:
            piece = next(self._pieces, None)
            if piece is None:
                raise UserError("malformed", what="truncated record")
            rest = size - len(taken)
            taken += bytes(piece[:rest])
            self._piece = piece[rest:]
        return taken


def _read_claims(records: "_Records") -> BundleClaims:
    manifest_bytes, certificate, signature = unpack_manifest(records.next()[1])
    manifest = decode_manifest(manifest_bytes)
    records.sender_certificate = certificate
    return BundleClaims(manifest=manifest, sender=verify_manifest(manifest_bytes, certificate, signature))


def _content(
    records: "_Records", manifest: Manifest, sender: Certificate
) -> Iterator[BundleEntry | BundleAttachment | bytes]:
    """Yield entries, attachments and receipt documents up to a closing record and a padding that hold."""
    certificates: list[bytes] = []
    attached: set[str] = set()
    left = {RecordType.ENTRY: manifest.entries, RecordType.RECEIPT: manifest.receipts}
    while True:
        kind, value = records.next()
        match kind:
            case RecordType.CERTIFICATE if value not in certificates and len(certificates) < manifest.entries:
                certificates.append(value)
            case RecordType.ENTRY if left[kind]:
                left[kind] -= 1
                yield unpack_entry(value, certificates)
            case RecordType.ATTACHMENT if manifest.entries and not left[RecordType.ENTRY]:
                attachment = unpack_attachment(value)
                if attachment.id in attached:
                    raise UserError("malformed", what="attachment twice")
                attached.add(attachment.id)
                yield attachment
            case RecordType.RECEIPT if left[kind]:
                left[kind] -= 1
                yield value
            case RecordType.CLOSING if not any(left.values()) and len(value) == CLOSING_BYTES:
                digest = records.digest_before()
                if value[:32] != digest:
                    raise UserError("malformed", what="closing record")
                crypto.verify(sender.sign_public, CLOSING_LABEL, digest, value[32:])
                records.skip_padding()
                return
            case _:
                raise UserError("malformed", what="record order")


def _verify_receipt(data: bytes, manifest: Manifest, cards: Mapping[str, SiteCard]) -> VerifiedReceipt:
    receipt = verify_receipt(data, cards[manifest.site])
    return VerifiedReceipt(receipt=receipt, data=data)


class _Authors:
    """Certificates of a bundle, each verified once however many entries are under it."""

    def __init__(self, cards: Mapping[str, SiteCard], *, practice: bool) -> None:
        self._cards = cards
        self._practice = practice
        self._known: dict[bytes, tuple[crypto.Verifier, str]] = {}

    def author(self, data: bytes) -> tuple[crypto.Verifier, str]:
        """Give the author's key and site; errors as `certificate`."""
        if data not in self._known:
            certificate = self.certificate(data)
            self._known[data] = crypto.Verifier(certificate.sign_public), certificate.site
        return self._known[data]

    def certificate(self, data: bytes, *, site: str | None = None) -> Certificate:
        """Verify a certificate under the card of the site it names, which must be `site` if that is given."""
        claimed = read_certificate(data).value
        if site is not None and claimed.site != site:
            raise UserError("certificate-other-site")
        if claimed.site not in self._cards:
            raise UserError("site-not-trusted", site=claimed.site)
        certificate = verify_certificate(data, self._cards[claimed.site])
        if certificate.practice != self._practice:
            raise UserError("certificate-other-site")
        return certificate
