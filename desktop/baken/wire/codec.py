"""Strict JSON for bytes that come from outside.

Promises: what it returns has exactly the declared shape and came from exactly one possible byte string; every
other input is UserError "malformed" (or "too-large"), whatever the bytes. Caps on size and depth are checked
before the decoder runs. It must never guess, repair or ignore.
"""

import json
import re
from functools import lru_cache, partial
from typing import Annotated, Final, TypeVar

import msgspec

from baken.errors import UserError

DEPTH_MAX: Final = 16

# \Z and not $: in Python $ also matches before a trailing line feed.
Hex16 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Millis = Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]
Key32 = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]
Signature = Annotated[bytes, msgspec.Meta(min_length=64, max_length=64)]

_STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKETS = re.compile(rb"[\[\]{}]")
_OPENING = frozenset((b"[", b"{"))

_Shape = TypeVar("_Shape", bound=msgspec.Struct)


class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every JSON shape on the wire, each of which says `frozen=True` again for the type checker.

    All fields are written, in the order of declaration.
    """


@lru_cache(maxsize=64)
def _decoder(shape: type[_Shape]) -> msgspec.json.Decoder[_Shape]:
    return msgspec.json.Decoder(shape)


_encoder = msgspec.json.Encoder()


def encode(value: msgspec.Struct) -> bytes:
    """Give the one JSON text of a shape: UTF-8, no spaces, fields in the order of declaration."""
    return _encoder.encode(value)


def decode(data: bytes, shape: type[_Shape], *, what: str, cap_bytes: int) -> _Shape:
    """Read the one JSON text of `shape`.

    Raises UserError "too-large" above `cap_bytes`, "malformed" (with `what`) for anything that `encode` would
    not have written: another field, type, order, spacing or escape, a repeated key, a depth above 16.
    """
    _check_bounds(data, what=what, cap_bytes=cap_bytes)
    decoder: msgspec.json.Decoder[_Shape] = _decoder(shape)
    try:
        str(data, "utf-8")  # parts kept as raw JSON are skipped by the decoder without this check
        value = decoder.decode(data)
    except ValueError:
        raise UserError("malformed", what=what) from None
    if _encoder.encode(value) != data:
        raise UserError("malformed", what=what)
    return value


def decode_extensible(data: bytes, shape: type[_Shape], *, what: str, cap_bytes: int) -> _Shape:
    """Read JSON whose object may hold fields that this version does not know; errors as `decode`.

    Spacing and order are free, a repeated key is not.
    """
    _check_bounds(data, what=what, cap_bytes=cap_bytes)
    decoder: msgspec.json.Decoder[_Shape] = _decoder(shape)
    try:
        str(data, "utf-8")
        value = decoder.decode(data)
        # The decoder passes over unknown fields and takes the last of repeated keys, hence a second look.
        json.loads(data, parse_int=str, parse_float=str, object_pairs_hook=partial(_check_repeats, what))
    except ValueError:
        raise UserError("malformed", what=what) from None
    return value


def _check_bounds(data: bytes, *, what: str, cap_bytes: int) -> None:
    if len(data) > cap_bytes:
        raise UserError("too-large", what=what)
    _check_depth(data, what)


def _check_depth(data: bytes, what: str) -> None:
    # The number of opening brackets bounds the depth: nearly every text is decided without a scan.
    if data.count(b"{") + data.count(b"[") <= DEPTH_MAX:
        return
    depth = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub(b"", data)):
        depth += 1 if bracket in _OPENING else -1
        if depth > DEPTH_MAX:
            raise UserError("malformed", what=what)


def _check_repeats(what: str, pairs: list[tuple[str, object]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise UserError("malformed", what=what)
