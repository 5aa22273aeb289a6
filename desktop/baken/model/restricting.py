"""When to propose that a piece is kept to the safeguarding lead: the youth's own words may be about sexual violence.

Only a proposal: nothing is chosen by it, nothing is recorded of it. The words come from the indicator list.
"""

import re
from functools import cache

from .letters import folded
from .resources import Resource, read_resource

_WORD = re.compile(r"[^\W\d_]+")


class TellingWord(Resource, frozen=True, kw_only=True):
    """How a word begins, without accents and capitals, and the indicator in whose wording it stands."""

    language: str
    begin: str
    indicator: str


class _Words(Resource, frozen=True, kw_only=True):
    checked: bool
    word: tuple[TellingWord, ...]


@cache
def telling_words() -> tuple[TellingWord, ...]:
    """Read the words, in every language at once: youths are quoted in any."""
    return read_resource("texts/restricting.toml", _Words).word


def may_be_restricted(quote: str) -> bool:
    """Say whether a youth's own words may be about sexual violence, so that a person decides who reads them."""
    begins = tuple(word.begin for word in telling_words())
    return any(word.startswith(begins) for word in _WORD.findall(folded(quote)))
