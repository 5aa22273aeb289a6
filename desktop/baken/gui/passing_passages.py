"""The running text for one recipient, passage by passage: what goes along, what is still to be chosen, what is gone.

A passage is a sentence. It asks for a choice where it repeats word for word what was left out of the pieces; nothing
is taken away by the programme itself. Offsets count characters of the whole text. No Qt.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from baken.model.form_persons import PersonChoice
from baken.model.forms import LeftOut, find_traces
from baken.model.views import Observation

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[’”'\")]*(?=\s|$)|$)", re.MULTILINE)
_LEAST_IDENTIFIER = 4  # characters; shorter ones stand in any text


class Choice(Enum):
    """What becomes of a passage."""

    GOES = "goes"
    ASKS = "asks"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One sentence; `repeats` are the words in it that were left out of the pieces."""

    start: int
    text: str
    choice: Choice
    repeats: tuple[str, ...]


def passages_of(
    text: str,
    observations: Iterable[Observation],
    left_out: LeftOut,
    *,
    kept: frozenset[str],
    removed: frozenset[str],
    persons: Iterable[PersonChoice] = (),
) -> tuple[Passage, ...]:
    """Cut a text into passages; `kept` and `removed` are the sentences that somebody chose, by their words."""
    pieces = tuple(observations)
    gone = tuple(person.value for person in persons if not person.kept)
    found = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group().rstrip()
        repeats = find_traces(sentence, pieces, left_out, gone)
        choice = Choice.ASKS if repeats and sentence not in kept else Choice.GOES
        choice = Choice.GONE if sentence in removed else choice
        found.append(Passage(start=match.start(), text=sentence, choice=choice, repeats=repeats))
    return tuple(found)


def without(text: str, removed: frozenset[str]) -> str:
    """Give the text as it is printed: without the sentences in `removed`, with no double spaces where they stood."""
    if not removed:
        return text
    lines = []
    for line in text.split("\n"):
        sentences = [match.group().rstrip() for match in _SENTENCE.finditer(line)]
        rest = [each for each in sentences if each not in removed]
        if len(rest) == len(sentences):
            lines.append(line)
        elif rest:
            lines.append(" ".join(rest))
    return "\n".join(lines)


def identifiers_in(text: str, persons: Iterable[PersonChoice]) -> tuple[tuple[int, int], ...]:
    """Find the numbers, plates and names that go along, where they stand in the text: start, length."""
    lowered = text.casefold()
    values = {person.value.casefold() for person in persons if person.kept and len(person.value) >= _LEAST_IDENTIFIER}
    found = [(match.start(), len(value)) for value in values for match in re.finditer(re.escape(value), lowered)]
    return tuple(sorted(found))
