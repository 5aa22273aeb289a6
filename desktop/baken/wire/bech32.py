"""Bech32 text of age recipients and identities.

Promises: one text per (prefix, bytes) and no other text accepted, save for the case of the whole. Unlike BIP 173
there is no limit on length: a post-quantum recipient has 1,959 characters. Source: BIP 173; C2SP age.md,
"X25519 recipient stanza".
"""

from typing import Final

from baken.errors import BugError, UserError

_ALPHABET: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES: Final = {letter: value for value, letter in enumerate(_ALPHABET)}
_GENERATOR: Final = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH: Final = 6


def _polymod(values: list[int]) -> int:
    checksum = 1
    for value in values:
        top = checksum >> 25
        checksum = (checksum & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            if top >> bit & 1:
                checksum ^= generator
    return checksum


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [code >> 5 for code in codes] + [0] + [code & 31 for code in codes]


def _regroup(values: bytes | list[int], width: int, to_width: int) -> tuple[list[int], int, int]:
    """Cut a row of `width`-bit values into `to_width`-bit ones; also give the bits left over and their number."""
    out: list[int] = []
    held = bits = 0
    for value in values:
        held = held << width | value
        bits += width
        while bits >= to_width:
            bits -= to_width
            out.append(held >> bits)
            held &= (1 << bits) - 1
    return out, held, bits


def encode(prefix: str, data: bytes) -> str:
    """Give lower-case Bech32 text; `prefix` must be lower-case ASCII (BugError)."""
    if not prefix.isascii() or prefix != prefix.lower():
        raise BugError("bech32 prefix")
    values, held, bits = _regroup(data, 8, 5)
    if bits:
        values.append(held << (5 - bits))
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
    data, held, bits = _regroup(values[:-_CHECKSUM_LENGTH], 5, 8)
    if bits >= 5 or held:
        raise UserError("key-text-invalid")
    return prefix, bytes(data)
