"""The sealed file of an attachment: a photo, a PDF or a sound, under a key that only its entry holds.

Promises: the chunks of an age payload without an age header, one file for one key, its size padded; nothing is given
out unless all of it verifies. It must never know what the content is. SPEC.md, "Attachment file".
"""

import hashlib
from contextlib import closing
from io import BytesIO
from typing import Final

from baken import crypto
from baken.errors import UserError

from .age_stream import CHUNK_BYTES, NONCE_BYTES, PayloadWriter, open_payload, payload_cipher
from .records import padme

ATTACHMENT_MAX_BYTES: Final = 32 << 20
SEALED_ATTACHMENT_MAX_BYTES: Final = (
    NONCE_BYTES + ATTACHMENT_MAX_BYTES + ATTACHMENT_MAX_BYTES // CHUNK_BYTES * crypto.TAG_BYTES
)


def sealed_size(size: int) -> int:
    """Give the size in bytes of the sealed file of a content."""
    padded = padme(size)
    return NONCE_BYTES + padded + -(-padded // CHUNK_BYTES) * crypto.TAG_BYTES


def seal_attachment(content: bytes, key: bytes) -> bytes:
    """Seal `content` under a fresh `key` (32 bytes), which must never seal anything else.

    Raises UserError attachment-too-large for more than 32 MiB, attachment-empty for nothing.
    """
    if not content:
        raise UserError("attachment-empty")
    if len(content) > ATTACHMENT_MAX_BYTES:
        raise UserError("attachment-too-large", mib=ATTACHMENT_MAX_BYTES >> 20)
    nonce, sealed = crypto.random_bytes(NONCE_BYTES), BytesIO()
    sealed.write(nonce)
    with PayloadWriter(sealed, payload_cipher(key, nonce)) as writer:
        writer.write(content)
        writer.write(bytes(padme(len(content)) - len(content)))
    return sealed.getvalue()


def open_attachment(sealed: bytes, key: bytes, *, sha256: str, size: int) -> bytes:
    """Give the content, whose sealed file must have this SHA-256 (hexadecimal) and hold `size` bytes.

    Raises UserError attachment-damaged for anything else; then nothing of it is given out.
    """
    if hashlib.sha256(sealed).hexdigest() != sha256:
        raise UserError("attachment-damaged")
    source = BytesIO(sealed)
    nonce = source.read(NONCE_BYTES)
    try:
        with closing(open_payload(source, payload_cipher(key, nonce))) as pieces:
            plain = b"".join(bytes(piece) for piece in pieces)
    except UserError:
        raise UserError("attachment-damaged") from None
    if not 0 < size <= len(plain) == padme(size) or any(plain[size:]):
        raise UserError("attachment-damaged")
    return plain[:size]
