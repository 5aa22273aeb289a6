"""Writing bundles: entries or receipts, signed by their sender, sealed to their addressees.

Promises: a bundle is one age file whose plaintext goes straight into the encryption and never to a disk; its
size is padded. What it writes, `bundle_reader` reads. It must never decide who may have what: that was decided
before. SPEC.md, "Bundle". Source: architecture.md, "Subset sharing"; security.md, "Bundles".
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from baken import crypto
from baken.errors import BugError, UserError

from .age import sealing
from .age_stream import ByteSink, PayloadWriter
from .manifest import CLOSING_LABEL, ENTRIES_MAX, Manifest, decode_manifest, encode_manifest, sign_manifest
from .records import (
    CLOSING_BYTES,
    PLAINTEXT_MAX_BYTES,
    PREFIX,
    RECORD_MAX_BYTES,
    BundleAttachment,
    BundleEntry,
    RecordType,
    entry_record_size,
    pack_attachment,
    pack_entry,
    pack_manifest,
    pack_record,
    padded_size,
)

_ZEROS: Final = memoryview(bytes(1 << 16))
_AROUND_BYTES: Final = RECORD_MAX_BYTES[RecordType.MANIFEST] + 2 * PREFIX.size + CLOSING_BYTES
_PART_BYTES: Final = PLAINTEXT_MAX_BYTES - _AROUND_BYTES


def split_parts(items: Sequence[BundleEntry], attached: Mapping[bytes, int] | None = None) -> list[list[BundleEntry]]:
    """Cut an export into parts that each stay within 256 MiB and 50,000 entries; no items give one empty part.

    `attached` gives, by entry id, the bytes of the attachments that go in the same part as the entry.
    """
    attached = attached or {}
    parts: list[list[BundleEntry]] = [[]]
    certificates: set[bytes] = set()
    size = 0
    for item in items:
        more = entry_record_size(item) + attached.get(item.entry.id, 0)
        certificate = PREFIX.size + len(item.certificate)
        is_known = item.certificate in certificates
        if len(parts[-1]) == ENTRIES_MAX or size + more + certificate * (not is_known) > _PART_BYTES:
            parts.append([])
            certificates.clear()
            size = 0
            is_known = False
        certificates.add(item.certificate)
        size += more + certificate * (not is_known)
        parts[-1].append(item)
    return parts


def write_bundle(
    target: ByteSink,
    *,
    recipients: Sequence[str],
    manifest: Manifest,
    certificate: bytes,
    seed: bytes,
    entries: Iterable[BundleEntry] = (),
    receipts: Iterable[bytes] = (),
    attachments: Iterable[BundleAttachment] = (),
) -> None:
    """Seal a bundle to the age `recipients` of the sites that `manifest` names.

    `certificate` and `seed` are those of the sending writer; `receipts` are receipt documents. Raises UserError
    "bundle-too-large" past 256 MiB of plaintext, what `age.sealing` raises for recipients, OSError of the
    target; the caller then throws away what was written. BugError when the counts of the manifest are not kept.
    """
    manifest_bytes = encode_manifest(manifest)
    try:
        decode_manifest(manifest_bytes)
    except UserError as refused:
        raise BugError(f"manifest: {refused}") from None
    with sealing(target, recipients) as payload:
        writer = _RecordWriter(payload)
        signature = sign_manifest(seed, manifest_bytes, certificate)
        writer.add(RecordType.MANIFEST, pack_manifest(manifest_bytes, certificate, signature))
        entry_count = _add_entries(writer, entries)
        for attachment in attachments:
            writer.add(RecordType.ATTACHMENT, pack_attachment(attachment))
        receipt_count = 0
        for receipt in receipts:
            writer.add(RecordType.RECEIPT, receipt)
            receipt_count += 1
        if (entry_count, receipt_count) != (manifest.entries, manifest.receipts):
            raise BugError("bundle counts")
        digest = writer.digest()
        writer.add(RecordType.CLOSING, digest + crypto.sign(seed, CLOSING_LABEL, digest))
        writer.pad()


def _add_entries(writer: "_RecordWriter", entries: Iterable[BundleEntry]) -> int:
    """Write entries, each certificate once and before its first entry; give the number of entries."""
    indices: dict[bytes, int] = {}
    count = 0
    for item in entries:
        if item.certificate not in indices:
            indices[item.certificate] = len(indices)
            writer.add(RecordType.CERTIFICATE, item.certificate)
        writer.add(RecordType.ENTRY, pack_entry(item, indices[item.certificate]))
        count += 1
    return count


class _RecordWriter:
    """Hashes and counts what goes into the payload."""

    def __init__(self, payload: PayloadWriter) -> None:
        self._payload = payload
        self._hash = hashlib.sha256()
        self._size = 0

    def add(self, kind: RecordType, value: bytes) -> None:
        record = pack_record(kind, value)
        self._size += len(record)
        if self._size > _PART_BYTES + _AROUND_BYTES - PREFIX.size:
            raise UserError("bundle-too-large")
        self._hash.update(record)
        self._payload.write(record)

    def digest(self) -> bytes:
        return self._hash.digest()

    def pad(self) -> None:
        size = self._size + PREFIX.size
        rest = padded_size(size) - size
        self._payload.write(PREFIX.pack(RecordType.PADDING.value, rest))
        while rest:
            piece = _ZEROS[:rest]
            self._payload.write(piece)
            rest -= len(piece)
