"""A journal entry's bytes: header, signature, sealed part.

Promises: an entry id is the SHA-256 of stored header bytes and a signature covers exactly those bytes; nothing
is encoded again before it is verified. Arbitrary bytes give an entry or a UserError. It must never know what a
body means: kinds are text here. SPEC.md, "Entry". Source: architecture.md, "What a journal entry is".
"""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

import msgspec

from baken import crypto
from baken.errors import BugError, UserError

from .codec import Wire, decode, encode

FORMAT_VERSION: Final = 1
SUITE: Final = 1
LABEL: Final = "baken entry v1"
COMMITMENT_LABEL: Final = b"baken content key v1"
SEALED_MAX_BYTES: Final = 1 << 20
EXTENSIONS_MAX: Final = 16
EXTENSIONS_MAX_BYTES: Final = 4096
CRITICAL_BIT: Final = 0x8000
NO_PREVIOUS: Final = bytes(32)

_FIXED = struct.Struct(">BB16sQ32sQq32s32sH")
_EXTENSION = struct.Struct(">HH")
HEADER_MAX_BYTES: Final = _FIXED.size + EXTENSIONS_MAX_BYTES

# The letters of these are checked in `_decode_part`: a pattern each would be a third of the time to open an entry.
_Kind = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
_EntityOrNone = Annotated[str, msgspec.Meta(max_length=32)]
_Youth = Annotated[str, msgspec.Meta(min_length=32, max_length=32)]
_Head = Annotated[str, msgspec.Meta(min_length=64, max_length=64)]
_KIND = re.compile(r"[a-z][a-z0-9-]*")
_HEX = "0123456789abcdef"


@dataclass(frozen=True, kw_only=True, slots=True)
class Extension:
    """A header field added after version 1; a reader that does not know a critical one stops."""

    type: int  # 15 bits
    is_critical: bool
    value: bytes


class Header(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is signed, in clear: who, which, after what, when, over which sealed part.

    `sequence` counts from 1 within the writer; `previous` is the id of the writer's entry before it, 32 zero
    bytes for the first. `logical` is one more than the highest logical time the writer had seen. `wall_ms` is
    a claim, UTC milliseconds since 1970, negative before.
    """

    version: int = FORMAT_VERSION
    suite: int = SUITE
    writer: bytes
    sequence: int
    previous: bytes
    logical: int
    wall_ms: int
    sealed_hash: bytes
    key_commitment: bytes
    extensions: tuple[Extension, ...] = ()


class SealedPart(Wire, frozen=True, kw_only=True):
    """What is sealed: kind and version of the body, whom and what it is about, what its author had seen.

    `youths` are the dossier entity ids concerned; `entity` is the entity changed or empty; `base` are the heads
    of that entity which the author had seen; `body` is one JSON object, read by the room that knows the kind.
    """

    kind: _Kind
    version: Annotated[int, msgspec.Meta(ge=1, le=65535)]
    youths: Annotated[tuple[_Youth, ...], msgspec.Meta(max_length=256)] = ()
    entity: _EntityOrNone = ""
    base: Annotated[tuple[_Head, ...], msgspec.Meta(max_length=1024)] = ()
    body: msgspec.Raw


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """The stored bytes of one entry: what was signed, the signature, what was sealed."""

    header_bytes: bytes
    signature: bytes
    sealed: bytes

    @property
    def id(self) -> bytes:
        """SHA-256 of the header bytes: 32 bytes."""
        return entry_id(self.header_bytes)


def encode_header(header: Header) -> bytes:
    """Lay out a header; BugError for a value outside the format."""
    parts = []
    last = -1
    for extension in header.extensions:
        if not last < extension.type < CRITICAL_BIT:
            raise BugError("header extensions out of order")
        last = extension.type
        code = extension.type | (CRITICAL_BIT if extension.is_critical else 0)
        parts.append(_EXTENSION.pack(code, len(extension.value)) + extension.value)
    tail = b"".join(parts)
    sizes = [len(part) for part in (header.writer, header.previous, header.sealed_hash, header.key_commitment)]
    if sizes != [16, 32, 32, 32] or len(parts) > EXTENSIONS_MAX or len(tail) > EXTENSIONS_MAX_BYTES:
        raise BugError("header field sizes")
    try:
        fixed = _FIXED.pack(
            header.version,
            header.suite,
            header.writer,
            header.sequence,
            header.previous,
            header.logical,
            header.wall_ms,
            header.sealed_hash,
            header.key_commitment,
            len(parts),
        )
    except struct.error:
        raise BugError("header field range") from None
    return fixed + tail


def decode_header(data: bytes, *, known_extensions: frozenset[int] = frozenset()) -> Header:
    """Read header bytes.

    Raises UserError "needs-newer-baken" for another format version, another suite or an unknown critical
    extension, "malformed" for anything that `encode_header` would not have written.
    """
    if len(data) < _FIXED.size:
        raise UserError("malformed", what="header")
    version, suite, writer, sequence, previous, logical, wall_ms, sealed_hash, commitment, count = _FIXED.unpack_from(
        data
    )
    if version != FORMAT_VERSION or suite != SUITE:
        raise UserError("needs-newer-baken", what="header")
    is_first = sequence == 1
    if sequence == 0 or is_first != (previous == NO_PREVIOUS) or len(data) > HEADER_MAX_BYTES:
        raise UserError("malformed", what="header")
    return Header(
        writer=writer,
        sequence=sequence,
        previous=previous,
        logical=logical,
        wall_ms=wall_ms,
        sealed_hash=sealed_hash,
        key_commitment=commitment,
        extensions=_decode_extensions(data, count, known_extensions),
    )


def _decode_extensions(data: bytes, count: int, known: frozenset[int]) -> tuple[Extension, ...]:
    position = _FIXED.size
    if not count and len(data) == position:  # nearly every header
        return ()
    extensions: list[Extension] = []
    last = -1
    if count > EXTENSIONS_MAX:
        raise UserError("malformed", what="extensions")
    for _ in range(count):
        if position + _EXTENSION.size > len(data):
            raise UserError("malformed", what="extensions")
        code, size = _EXTENSION.unpack_from(data, position)
        position += _EXTENSION.size
        extension = Extension(
            type=code & ~CRITICAL_BIT,
            is_critical=bool(code & CRITICAL_BIT),
            value=data[position : position + size],
        )
        position += size
        if extension.type <= last or position > len(data):
            raise UserError("malformed", what="extensions")
        last = extension.type
        extensions.append(extension)
    if position != len(data):
        raise UserError("malformed", what="extensions")
    if any(extension.is_critical and extension.type not in known for extension in extensions):
        raise UserError("needs-newer-baken", what="extension")
    return tuple(extensions)


def entry_id(header_bytes: bytes) -> bytes:
    """Give the entry's id, SHA-256 of its header bytes: 32 bytes."""
    return crypto.sha256(header_bytes)


def sign_header(seed: bytes, header_bytes: bytes) -> bytes:
    """Sign header bytes with the writer's certified Ed25519 seed: 64 bytes."""
    return crypto.sign(seed, LABEL, header_bytes)


def verify_header(verifier: crypto.Verifier, header_bytes: bytes, signature: bytes) -> None:
    """Return if the signature holds; UserError "signature-invalid" otherwise."""
    verifier.verify(LABEL, header_bytes, signature)


def verify_entry(verifier: crypto.Verifier, entry: Entry) -> Header:
    """Read and verify one entry by itself: layout, size and hash of the sealed part, signature.

    Raises what `decode_header` and `verify_header` raise, UserError "too-large" for the sealed part above
    1 MiB, "sealed-part-differs" when it is not the one that was signed.
    """
    header = decode_header(entry.header_bytes)
    if len(entry.sealed) > SEALED_MAX_BYTES:
        raise UserError("too-large", what="sealed part")
    if crypto.sha256(entry.sealed) != header.sealed_hash:
        raise UserError("sealed-part-differs")
    verify_header(verifier, entry.header_bytes, entry.signature)
    return header


def commit_key(content_key: bytes) -> bytes:
    """Commit to a content key (32 bytes): no sealed part opens under two keys to two texts."""
    return crypto.hmac_sha256(content_key, COMMITMENT_LABEL)


def seal_part(content_key: bytes, part: SealedPart) -> tuple[bytes, bytes]:
    """Seal under a fresh content key that seals nothing else; give (sealed, commitment).

    Raises UserError "too-large" when the result would exceed 1 MiB, BugError for fields outside the format.
    """
    text = encode(part)
    if len(text) + crypto.TAG_BYTES > SEALED_MAX_BYTES:
        raise UserError("too-large", what="sealed part")
    try:
        _decode_part(text)
    except UserError as refused:
        raise BugError(f"sealed part: {refused}") from None
    return crypto.seal(content_key, text), commit_key(content_key)


def open_part(content_key: bytes, sealed: bytes, commitment: bytes) -> SealedPart:
    """Open and strictly decode a sealed part.

    Raises UserError "wrong-content-key" when the key is not the one committed to, "seal-broken",
    "malformed" or "too-large".
    """
    if not crypto.is_equal(commit_key(content_key), commitment):
        raise UserError("wrong-content-key")
    return _decode_part(crypto.open_sealed(content_key, sealed))


def _decode_part(text: bytes) -> SealedPart:
    part = decode(text, SealedPart, what="sealed part", cap_bytes=SEALED_MAX_BYTES)
    if bytes(part.body)[:1] != b"{":
        raise UserError("malformed", what="body")
    ids = "".join((part.entity, *part.youths, *part.base))
    if ids.strip(_HEX) or len(part.entity) not in (0, 32) or not _KIND.fullmatch(part.kind):
        raise UserError("malformed", what="sealed part")
    return part


def make_entry(
    seed: bytes,
    content_key: bytes,
    part: SealedPart,
    *,
    writer: bytes,
    sequence: int,
    previous: bytes,
    logical: int,
    wall_ms: int,
    extensions: Sequence[Extension] = (),
) -> Entry:
    """Seal a part, put the header around it and sign it: the one way to write an entry."""
    sealed, commitment = seal_part(content_key, part)
    header_bytes = encode_header(
        Header(
            writer=writer,
            sequence=sequence,
            previous=previous,
            logical=logical,
            wall_ms=wall_ms,
            sealed_hash=crypto.sha256(sealed),
            key_commitment=commitment,
            extensions=tuple(extensions),
        )
    )
    return Entry(header_bytes=header_bytes, signature=sign_header(seed, header_bytes), sealed=sealed)
