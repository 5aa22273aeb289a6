"""Signed documents: a tag, a JSON payload and one Ed25519 signature, for what is small and travels alone.

Promises: the signature covers the stored payload bytes under a label of that kind of document, so no document
is ever taken for another. Reading and verifying are two steps, because who must have signed stands in the
payload. SPEC.md, "Signed documents".
"""

import struct
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import msgspec

from baken import crypto
from baken.errors import UserError

from .codec import decode, encode

DOCUMENT_MAX_BYTES: Final = 1 << 20
_PREFIX = struct.Struct(">4sI")

Shape = TypeVar("Shape", bound=msgspec.Struct)


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed(Generic[Shape]):
    """A document as read: what it says, the exact bytes, and a signature not yet verified."""

    value: Shape
    payload: bytes
    signature: bytes
    data: bytes

    @property
    def id(self) -> bytes:
        """SHA-256 of the whole document: 32 bytes."""
        return crypto.sha256(self.data)


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentKind(Generic[Shape]):
    """One kind of signed document: its four-byte tag, its label and its shape."""

    tag: bytes
    label: str
    shape: type[Shape]

    def sign(self, seed: bytes, value: Shape) -> bytes:
        """Give the document: tag, length of the payload (u32), payload, signature (64 bytes)."""
        payload = encode(value)
        decode(payload, self.shape, what=self.label, cap_bytes=DOCUMENT_MAX_BYTES)
        return _PREFIX.pack(self.tag, len(payload)) + payload + crypto.sign(seed, self.label, payload)

    def read(self, data: bytes) -> Signed[Shape]:
        """Read without verifying; UserError "malformed" or "too-large" for anything `sign` would not write."""
        if len(data) < _PREFIX.size + crypto.SIGNATURE_BYTES:
            raise UserError("malformed", what=self.label)
        tag, size = _PREFIX.unpack_from(data)
        end = len(data) - crypto.SIGNATURE_BYTES
        if tag != self.tag or size != end - _PREFIX.size:
            raise UserError("malformed", what=self.label)
        payload = data[_PREFIX.size : end]
        value = decode(payload, self.shape, what=self.label, cap_bytes=DOCUMENT_MAX_BYTES)
        return Signed(value=value, payload=payload, signature=data[end:], data=data)

    def verify(self, public: bytes, document: Signed[Shape]) -> None:
        """Return if `public` signed it; UserError "signature-invalid" or "key-invalid" otherwise."""
        crypto.verify(public, self.label, document.payload, document.signature)
