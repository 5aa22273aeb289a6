"""Phone numbers and number plates in plain text, and the one spelling under which two of them are the same.

Only offered to a person, never linked by itself. A near miss (another digit, one digit more, a V-number, a date)
is another thing and does not match.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .codes import EntityType
from .when_words import MONTHS

_RUN = re.compile(r"(?<![\w+])\+?\d(?:[ .\-/]?\(?\d\)?)*")
_FOLLOWED_BY_NUMBER = re.compile(r"[ .\-/]?\d+\b(?![:.]\d)")
_DUTCH = re.compile(r"6\d{8}|[1-57]\d{8}|8[4578]\d{7}|[89]00\d{4}")
"""What comes after the trunk zero: mobile, geographic, 084, 085, 087, 088, 0800, 0900; no 09 with ten digits,
where V-numbers lie."""

_PLATE = re.compile(
    r"(?<![\w?-])(?:([A-Za-z]{1,3}|[\d?]{1,3})([- ])([A-Za-z]{1,3}|[\d?]{1,3})\2([A-Za-z?]{1,3}|[\d?]{1,3})"
    r"|([A-Za-z\d]{6}))(?![\w?-])"
)
_SHAPES: Final = frozenset(
    (
        "LL-DD-DD",
        "DD-DD-LL",
        "DD-LL-DD",
        "LL-DD-LL",
        "LL-LL-DD",
        "DD-LL-LL",
        "DD-LLL-D",
        "D-LLL-DD",
        "LL-DDD-L",
        "L-DDD-LL",
        "LLL-DD-L",
        "L-DD-LLL",
        "D-LL-DDD",
        "DDD-LL-D",
    )
)
"""The fourteen sidecodes of Dutch plates: L a letter, D a digit."""

_SHAPES_JOINED: Final = frozenset(shape.replace("-", "") for shape in _SHAPES)
_WORDS: Final = frozenset(
    (
        "om",
        "op",
        "in",
        "de",
        "te",
        "na",
        "en",
        "of",
        "is",
        "nr",
        "km",
        "af",
        "er",
        "at",
        "on",
        "to",
        "by",
        "no",
        "u",
        "h",
        "m",
        "e",
        "x",
        "st",
        "nd",
        "rd",
        "th",
        "min",
        "uur",
        "dgn",
        "van",
        "tot",
        "het",
        "een",
        "and",
    )
)
"""Short words that stand between numbers and make no plate."""


@dataclass(frozen=True, kw_only=True)
class Identifier:
    """A number or plate found at `start` up to `end` (characters), as written and as compared."""

    start: int
    end: int
    type: EntityType
    value: str
    normal: str


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Give the phone numbers, then the plates in `text`, each in the order of the text."""
    yield from _find_phones(text)
    yield from _find_plates(text)


def normalise(type_: EntityType, value: str) -> str:
    """Give the spelling under which the same thing compares equal; a value that is no such thing stays itself.

    Phones as +31612345678, plates as AE000Q, accounts in small letters without @, the rest with single spaces.
    """
    plain = " ".join(value.split())
    match type_:
        case EntityType.PHONE:
            return normalise_phone(plain) or plain
        case EntityType.PLATE:
            return re.sub(r"[ \-]", "", plain).upper()
        case EntityType.ACCOUNT:
            return plain.removeprefix("@").casefold()
        case _:
            return plain.casefold()


def normalise_phone(value: str) -> str | None:
    """Give the number with its country, or None when it is no complete phone number."""
    for found in _find_phones(value):
        if value[: found.start].strip() == "" and value[found.end :].strip() == "":
            return found.normal
    return None


def _find_phones(text: str) -> Iterator[Identifier]:
    for run in _RUN.finditer(text):
        found = _phone_at(text, run)
        if found is not None:
            yield found


def _phone_at(text: str, run: re.Match[str]) -> Identifier | None:
    """Find the number at the beginning of a run of digits; another whole number right behind it refuses it."""
    places = [at for at in range(run.start(), run.end()) if text[at].isdecimal()]
    digits = "".join(text[at] for at in places)
    for count in range(min(len(digits), 15), 7, -1):
        end = places[count - 1] + 1
        if end < len(text) and text[end] == ")":
            end += 1
        behind = text[end : end + 1]
        if behind.isalnum() or behind == "_" or _FOLLOWED_BY_NUMBER.match(text, end):
            continue
        normal = _phone(digits[:count], is_foreign=run[0].startswith("+"))
        if normal is not None:
            return Identifier(
                start=run.start(),
                end=end,
                type=EntityType.PHONE,
                value=text[run.start() : end],
                normal=normal,
            )
    return None


def _phone(digits: str, *, is_foreign: bool) -> str | None:
    if digits.startswith("00"):
        digits, is_foreign = digits[2:], True
    if not is_foreign:
        return f"+31{digits[1:]}" if digits.startswith("0") and _DUTCH.fullmatch(digits[1:]) else None
    if digits.startswith("31"):
        rest = digits[2:].removeprefix("0")
        return f"+31{rest}" if _DUTCH.fullmatch(rest) else None
    return f"+{digits}" if 8 <= len(digits) <= 15 and digits[0] != "0" else None


def _find_plates(text: str) -> Iterator[Identifier]:
    at = 0
    while match := _PLATE.search(text, at):
        if _is_plate(match):
            yield Identifier(
                start=match.start(),
                end=match.end(),
                type=EntityType.PLATE,
                value=match[0],
                normal=normalise(EntityType.PLATE, match[0]),
            )
            at = match.end()
        else:
            at = match.start() + 1
            while at < len(text) and (text[at].isalnum() and text[at - 1].isalnum()):
                at += 1


def _is_plate(match: re.Match[str]) -> bool:
    if match[5]:
        return _shape(match[5]) in _SHAPES_JOINED
    groups = (match[1], match[3], match[4])
    shape = "-".join(_shape(group) for group in groups)
    if shape not in _SHAPES and not (match[2] == "-" and "?" in match[0] and _is_partial(groups)):
        return False
    return not any(group in _WORDS or group in MONTHS for group in groups)


def _is_partial(groups: tuple[str, str, str]) -> bool:
    """Whether groups with unread characters (?) fit a sidecode and at least two characters were read."""
    read = sum(character != "?" for group in groups for character in group)
    return read >= 2 and any(
        all(len(part) == len(group) and _fits(group, part) for group, part in zip(groups, parts, strict=True))
        for parts in (shape.split("-") for shape in _SHAPES)
    )


def _fits(group: str, part: str) -> bool:
    return all(
        character == "?" or (character.isdecimal() if kind == "D" else character.isalpha())
        for character, kind in zip(group, part, strict=True)
    )


def _shape(group: str) -> str:
    return "".join("D" if character.isdecimal() else "L" for character in group)
