"""Bech32 text of age recipients and identities.

Promises: one text per (prefix, bytes) and no other text accepted, save for the case of the whole. Unlike BIP 173
there is no limit on length: a post-quantum recipient has 1,959 characters. Source: BIP 173; C2SP age.md,
"X25519 recipient stanza".
"""

import string
from functools import reduce
from operator import xor
from typing import Final

from baken.errors import BugError, UserError

_ALPHABET: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES: Final = {letter: value for value, letter in enumerate(_ALPHABET)}
_DIGITS: Final = str.maketrans(_ALPHABET, string.digits + string.ascii_lowercase[:22])  # as `int` reads base 32
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH: Final = 6
# for each value of the five bits that a step pushes out: what the generator makes of them
_PUSHED_OUT: Final = tuple(
    reduce(xor, (generator for bit, generator in enumerate(_GENERATOR) if top >> bit & 1), 0) for top in range(32)
)


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value ^ _PUSHED_OUT[checksum >> 25]
    return checksum


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [code >> 5 for code in codes] + [0] + [code & 31 for code in codes]


def encode(prefix: str, data: bytes) -> str:
    """Give lower-case Bech32 text; `prefix` must be lower-case ASCII (BugError)."""
    if not prefix.isascii() or prefix != prefix.lower():
        raise BugError("bech32 prefix")
    size = -(-len(data) * 8 // 5)
    number = int.from_bytes(data, "big") << size * 5 - len(data) * 8
    values = [number >> 5 * place & 31 for place in reversed(range(size))]
    checksum = _polymod(_expand(prefix) + values + [0] * _CHECKSUM_LENGTH) ^ 1
    values += [checksum >> 5 * (_CHECKSUM_LENGTH - 1 - place) & 31 for place in range(_CHECKSUM_LENGTH)]
    return prefix + "1" + "".join(_ALPHABET[value] for value in values)


def decode(text: str) -> tuple[str, bytes]:
    """Read Bech32 text in all lower or all upper case; give the lower-case prefix and the bytes.

    Raises UserError "key-text-invalid" for mixed case, another letter, a wrong checksum or stray bits.
    """
    lowered = text.lower()
    prefix, separator, tail = lowered.rpartition("1")
    if (
        not text.isascii()
        or text not in {lowered, text.upper()}
        or not separator
        or not prefix
        or len(tail) < _CHECKSUM_LENGTH
        or any(letter not in _VALUES for letter in tail)
        or not all(33 <= ord(letter) <= 126 for letter in prefix)
    ):
        raise UserError("key-text-invalid")
    values = [_VALUES[letter] for letter in tail]
    if _polymod(_expand(prefix) + values) != 1:
        raise UserError("key-text-invalid")
    number = int(tail[:-_CHECKSUM_LENGTH].translate(_DIGITS) or "0", 32)
    size, stray = divmod(5 * (len(tail) - _CHECKSUM_LENGTH), 8)
    if stray >= 5 or number & (1 << stray) - 1:
        raise UserError("key-text-invalid")
    return prefix, (number >> stray).to_bytes(size, "big")
