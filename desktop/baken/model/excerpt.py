"""The words around what a search matched, with the matches marked; made for the finds that are shown."""

import re
from collections.abc import Sequence

import msgspec

from .letters import folded

WORDS = 14  # in an excerpt
_BEFORE = 4  # words that stand before the first match where the text goes on
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_BLANKS = re.compile(r"[\s\x00-\x1f]+")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a search; `begun` when the last may go on."""

    words: tuple[str, ...]
    begun: bool = False


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an excerpt, on one line; `hit` when the search matched it."""

    text: str
    hit: bool = False


def excerpt(passages: Sequence[str], asked: Asked) -> tuple[Run, ...]:
    """Cut at most WORDS words from the passage in which most of the words asked for stand.

    Of equals the first passage counts; … stands where the text goes on. Where nothing matches, as with words that the
    index cuts otherwise, the first passage that is not empty is shown from its start.
    """
    wanted = _Wanted(asked)
    found = [
        (passage, words, wanted.matches(words)) for passage in passages if (words := list(_WORD.finditer(passage)))
    ]
    if not found:
        return ()
    passage, words, matched = max(found, key=lambda each: len(set(each[2].values())))
    first = max(min(min(matched, default=0) - _BEFORE, len(words) - WORDS), 0)
    last = min(first + WORDS, len(words))
    start = words[first].start() if first else 0
    end = words[last - 1].end() if last < len(words) else len(passage)
    runs, at = [Run(text="…")] if first else [], start
    for number in sorted(number for number in matched if first <= number < last):
        runs += [_run(passage[at : words[number].start()]), _run(words[number][0], hit=True)]
        at = words[number].end()
    runs += [_run(passage[at:end]), Run(text="…" if last < len(words) else "")]
    return tuple(run for run in runs if run.text)


class _Wanted:
    """The words asked for, as the search index compares them."""

    def __init__(self, asked: Asked) -> None:
        parts = [folded(match[0]) for word in asked.words for match in _WORD.finditer(word)]
        self._whole = frozenset(parts[:-1] if asked.begun else parts)
        self._begun = parts[-1] if asked.begun and parts else ""

    def matches(self, words: Sequence[re.Match[str]]) -> dict[int, str]:
        """Give which word asked for stands at which number in `words`."""
        matched = {}
        for number, word in enumerate(words):
            plain = folded(word[0])
            if plain in self._whole:
                matched[number] = plain
            elif self._begun and plain.startswith(self._begun):
                matched[number] = self._begun
        return matched


def _run(text: str, *, hit: bool = False) -> Run:
    return Run(text=_BLANKS.sub(" ", text), hit=hit)
