"""Which persons and identifiers of the pieces go along on paper: each is a choice of its own.

A person who only stood in words that were left out must not come back in the table of persons. So whoever is named,
even by half, in nothing but left-out words stays out until somebody decides otherwise. Pure.
"""

import re
from collections.abc import Iterable

import msgspec

from .codes import EntityType
from .records import Entity

PersonKey = tuple[EntityType, str]
"""A person or identifier by its type and its words."""

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORD = 4  # letters; a shorter word counts where it has a capital or a digit


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person or identifier with one piece that names it: what of that piece goes out, and what was left out."""

    entity: Entity
    shown: str
    hidden: str
    has_text: bool  # whether what was seen or heard goes out


class PersonChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A person or identifier, and whether it goes along."""

    type: EntityType
    value: str
    note: str
    kept: bool

    @property
    def key(self) -> PersonKey:
        """Give what it is chosen by."""
        return self.type, self.value


def choose_persons(
    named: Iterable[Named], *, kept: frozenset[PersonKey], removed: frozenset[PersonKey]
) -> tuple[PersonChoice, ...]:
    """List everyone once, in the order given; `kept` and `removed` are what somebody decided.

    Undecided ones go along when one of the pieces that names them shows all that it says of them.
    """
    found: dict[PersonKey, PersonChoice] = {}
    for each in named:
        entity = each.entity
        key = (entity.type, entity.value)
        goes = key in kept or (key not in removed and each.has_text and not _is_given_away(each))
        before = found.get(key)
        if before is None or (goes and not before.kept):
            found[key] = PersonChoice(type=entity.type, value=entity.value, note=entity.note, kept=goes)
    return tuple(found.values())


def _is_given_away(named: Named) -> bool:
    """Whether printing it would tell a word that stands in the left-out part only."""
    value, note = named.entity.value, named.entity.note
    is_shown = _squeezed(value) in _squeezed(named.shown)
    if not is_shown and _squeezed(value) in _squeezed(named.hidden):
        return True
    hidden, shown = _words(named.hidden), _words(named.shown)
    telling = _telling_words(note if is_shown else f"{value} {note}")
    return any(word in hidden and word not in shown for word in telling)


def _telling_words(text: str) -> set[str]:
    words: list[str] = _WORD.findall(text)
    return {word.casefold() for word in words if len(word) >= _LEAST_WORD or word != word.lower() or not word.isalpha()}


def _words(text: str) -> set[str]:
    words: list[str] = _WORD.findall(text)
    return {word.casefold() for word in words}


def _squeezed(text: str) -> str:
    """Give letters and digits only, so that a number or plate is found however it was spaced."""
    return "".join(_WORD.findall(text.casefold()))
