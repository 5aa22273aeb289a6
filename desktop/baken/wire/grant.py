"""Grants: an entry's content key, wrapped for one reader.

Promises: a wrap opens only for the entry, the target and the key it was made for. It must never carry a name or
an epoch number: a key is told by 16 random bytes made with it. SPEC.md, "Grant". Source: architecture.md,
"What a journal entry is"; security.md, "Keys".
"""

import re
import struct
from typing import Final

import msgspec

from baken import crypto
from baken.errors import BugError, UserError

LABEL: Final = "baken grant v1"
OPEN: Final = "open"
NAMELESS_SYM: Final = "nameless-sym"
NAMELESS_PUB: Final = "nameless-pub"
NO_KEY_ID: Final = bytes(16)
CONTENT_KEY_BYTES: Final = 32
SYMMETRIC_WRAP_BYTES: Final = CONTENT_KEY_BYTES + crypto.TAG_BYTES
PUBLIC_WRAP_BYTES: Final = CONTENT_KEY_BYTES + crypto.HPKE_OVERHEAD_BYTES

_TARGET = re.compile(r"open|nameless-sym|nameless-pub|compartment:[a-z][a-z0-9-]{0,31}|person:[0-9a-f]{32}")
_NO_DAY: Final = 0xFFFFFFFF
_FIXED = struct.Struct(">16sIH")
_SIZES: Final = {
    OPEN: frozenset((CONTENT_KEY_BYTES,)),
    NAMELESS_SYM: frozenset((SYMMETRIC_WRAP_BYTES,)),
    NAMELESS_PUB: frozenset((PUBLIC_WRAP_BYTES,)),
}
_NAMED_SIZES: Final = frozenset((SYMMETRIC_WRAP_BYTES, PUBLIC_WRAP_BYTES))


class Grant(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One reader's way to a content key.

    `target` is "open", "compartment:NAME", "person:ID", "nameless-sym" or "nameless-pub". `day` counts days
    since 1970-01-01 UTC and is given for team keys only. `wrap` is 32 bytes for open (the key itself), 48 under
    a symmetric key, 1,168 to an X-Wing recipient.
    """

    target: str
    key_id: bytes = NO_KEY_ID
    day: int | None = None
    wrap: bytes

    @property
    def is_public(self) -> bool:
        """Whether the wrap is to an X-Wing recipient."""
        return len(self.wrap) == PUBLIC_WRAP_BYTES


def encode_grant(grant: Grant) -> bytes:
    """Lay out a grant; BugError for a value outside the format."""
    target = grant.target.encode()
    day = _NO_DAY if grant.day is None else grant.day
    if not _is_valid(grant) or not 0 <= day <= _NO_DAY or day == grant.day == _NO_DAY:
        raise BugError("grant outside the format")
    return bytes((len(target),)) + target + _FIXED.pack(grant.key_id, day, len(grant.wrap)) + grant.wrap


def decode_grant(data: bytes) -> Grant:
    """Read one grant; UserError "malformed" for anything that `encode_grant` would not have written."""
    length = data[0] if data else 0
    if len(data) < 1 + length + _FIXED.size:
        raise UserError("malformed", what="grant")
    key_id, day, size = _FIXED.unpack_from(data, 1 + length)
    wrap = data[1 + length + _FIXED.size :]
    try:
        target = data[1 : 1 + length].decode("ascii")
    except UnicodeDecodeError:
        raise UserError("malformed", what="grant") from None
    grant = Grant(target=target, key_id=key_id, day=None if day == _NO_DAY else day, wrap=wrap)
    if len(wrap) != size or not _is_valid(grant):
        raise UserError("malformed", what="grant")
    return grant


def _is_valid(grant: Grant) -> bool:
    return (
        _TARGET.fullmatch(grant.target) is not None
        and len(grant.key_id) == 16
        and len(grant.wrap) in _SIZES.get(grant.target, _NAMED_SIZES)
    )


def make_open_grant(content_key: bytes) -> Grant:
    """Grant to everybody who holds the journal: the wrap is the content key."""
    return Grant(target=OPEN, wrap=content_key)


def make_grant(
    target: str, *, key: bytes, key_id: bytes, entry: bytes, content_key: bytes, day: int | None = None
) -> Grant:
    """Wrap for a target whose symmetric key (32 bytes) the author holds; `entry` is the entry id."""
    wrap = crypto.seal(_wrap_key(target, key, entry), content_key)
    return Grant(target=target, key_id=key_id, day=day, wrap=wrap)


def make_public_grant(target: str, *, recipient: bytes, key_id: bytes, entry: bytes, content_key: bytes) -> Grant:
    """Wrap to a target's X-Wing public key (1,216 bytes); UserError "key-invalid" if it is none."""
    wrap = crypto.hpke_seal(recipient, content_key, _info(target, entry))
    return Grant(target=target, key_id=key_id, wrap=wrap)


def open_grant(grant: Grant, *, entry: bytes, key: bytes = b"") -> bytes:
    """Give the content key, with the target's symmetric key or, for a public wrap, its X-Wing seed.

    An open grant needs no key. Raises UserError "seal-broken" when the key, the entry or the target is another,
    "key-invalid" for a public wrap with a share of low order.
    """
    if grant.target == OPEN:
        return grant.wrap
    if grant.is_public:
        return crypto.hpke_open(key, grant.wrap, _info(grant.target, entry))
    return crypto.open_sealed(_wrap_key(grant.target, key, entry), grant.wrap)


def _wrap_key(target: str, key: bytes, entry: bytes) -> bytes:
    return crypto.hkdf(key, f"{LABEL} {target}", salt=entry)


def _info(target: str, entry: bytes) -> bytes:
    return f"{LABEL} {target}".encode() + b"\0" + entry
