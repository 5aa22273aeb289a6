"""The code on a recovery sheet: 160 bits as eight groups of five characters, the last of each a check on the others.

Letters that look alike are left out (Crockford's base 32) and read as what they look like. A wrong character, two that
changed places, and two groups that changed places are found and named by group, so that nobody types forty characters
again. Pure computing; a code is nowhere kept. Source: security.md, "Recovery".
"""

import re

from baken import crypto
from baken.errors import UserError

CODE_BYTES = 20
GROUPS, LETTERS = 8, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans("OIL", "011")
_WEIGHTS = (2, 4, 8, 16)  # powers of the generator of GF(32), all different and none that of the check itself
_POLYNOMIAL = 0b100101


def new_code() -> bytes:
    """Draw a new code of 160 bits."""
    return crypto.random_bytes(CODE_BYTES)


def groups_of(code: bytes) -> tuple[str, ...]:
    """Give the eight groups as they are printed."""
    number = int.from_bytes(code, "big")
    values = [number >> shift & 31 for shift in range(CODE_BYTES * 8 - 5, -1, -5)]
    size = LETTERS - 1
    parts = [values[place : place + size] for place in range(0, len(values), size)]
    return tuple(
        "".join(_ALPHABET[value] for value in (*part, _check(index, part))) for index, part in enumerate(parts)
    )


def read_code(typed: str) -> bytes:
    """Read a whole code; spaces, dashes and capitals do not matter.

    Raises UserError recovery-code-length, or recovery-group-wrong(group) with the number of the first wrong group.
    """
    parts = re.findall(r"[^\s\-–]+", typed)
    if len(parts) != GROUPS:
        letters = "".join(parts)
        if len(letters) != GROUPS * LETTERS:
            raise UserError("recovery-code-length", groups=GROUPS, letters=LETTERS)
        parts = [letters[place : place + LETTERS] for place in range(0, len(letters), LETTERS)]
    values = [value for index, part in enumerate(parts) for value in _read_group(index, part)]
    number = 0
    for value in values:
        number = number << 5 | value
    return number.to_bytes(CODE_BYTES, "big")


def is_group(code: bytes, index: int, typed: str) -> bool:
    """Say whether one group, by its index from 0, was typed as it is on the sheet."""
    return crypto.is_equal(_normal(typed).encode(), groups_of(code)[index].encode())


def seed_of(code: bytes) -> bytes:
    """Give the X-Wing seed that a code stands for."""
    return crypto.hkdf(code, "baken recovery v1")


def _read_group(index: int, typed: str) -> list[int]:
    values = [_ALPHABET.find(letter) for letter in _normal(typed)]
    if len(values) != LETTERS or -1 in values or _check(index, values[:-1]) != values[-1]:
        raise UserError("recovery-group-wrong", group=index + 1)
    return values[:-1]


def _normal(typed: str) -> str:
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return letters.translate(_LOOKS_LIKE)


def _check(index: int, values: list[int]) -> int:
    """Give the check of a group: a weighted sum in GF(32), with the group's place in it."""
    check = index + 1
    for weight, value in zip(_WEIGHTS, values, strict=True):
        check ^= _product(weight, value)
    return check


def _product(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 32:
            left ^= _POLYNOMIAL
        right >>= 1
    return product
