"""What somebody writes at the lock screen: one sealed file of one size, to the team's recipient.

Promises: every file has the same size whatever was written, and whoever sealed it cannot open it. It authenticates
nobody: the initials inside are a claim. SPEC.md, "Locked capture". Source: security.md, "Lock".
"""

from typing import Annotated, Final

import msgspec

from baken.errors import UserError

from .age import open_bytes, seal_bytes
from .codec import Hex16, Hex32, Millis, Wire, decode, encode

PLAINTEXT_BYTES: Final = 32 << 10
SEALED_MAX_BYTES: Final = 40 << 10  # the age header of one post-quantum recipient takes 1.7 KiB
_LENGTH_BYTES: Final = 4


class LockedCapture(Wire, frozen=True, kw_only=True):
    """One note: `id` random, `recorded_ms` by the laptop's clock, `start` and `precision` of what happened."""

    site: Hex32
    id: Hex16
    recorded_ms: Millis
    initials: Annotated[str, msgspec.Meta(min_length=1, max_length=16)]
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=8000)]
    start: Annotated[str, msgspec.Meta(max_length=32)]
    precision: Annotated[str, msgspec.Meta(max_length=16)]
    typed: Annotated[str, msgspec.Meta(max_length=200)]


def seal_capture(capture: LockedCapture, recipient: str) -> bytes:
    """Give the file's bytes.

    Raises UserError too-large (text that takes over 32 KiB), malformed (longer than its field), key-text-invalid.
    """
    payload = encode(capture)
    if _LENGTH_BYTES + len(payload) > PLAINTEXT_BYTES:
        raise UserError("too-large", what="locked capture")
    decode(payload, LockedCapture, what="locked capture", cap_bytes=PLAINTEXT_BYTES)
    body = len(payload).to_bytes(_LENGTH_BYTES, "big") + payload
    return seal_bytes(body.ljust(PLAINTEXT_BYTES, b"\0"), [recipient])


def open_capture(sealed: bytes, identities: list[str]) -> LockedCapture:
    """Open and read one; raises UserError malformed, too-large and those of `age.opening`."""
    if len(sealed) > SEALED_MAX_BYTES:
        raise UserError("too-large", what="locked capture")
    body = open_bytes(sealed, identities)
    end = _LENGTH_BYTES + int.from_bytes(body[:_LENGTH_BYTES], "big")
    if len(body) != PLAINTEXT_BYTES or body[end:].strip(b"\0") or end > PLAINTEXT_BYTES:
        raise UserError("malformed", what="locked capture")
    return decode(body[_LENGTH_BYTES:end], LockedCapture, what="locked capture", cap_bytes=PLAINTEXT_BYTES)
