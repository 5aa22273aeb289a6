"""Words of an event in the drawing: whole words, or none. No Qt.

Nothing here is elided: a name, a time or a number that does not fit is left out with what follows it, and stands
in the piece below, in the tooltip and in the list.
"""

from collections.abc import Callable
from typing import Final

_LENGTH: Final = 36  # characters beside a mark or in a span
_CLAUSE_ENDS: Final = (",", ";", ":", ".", "!", "?")
_LOOSE: Final = 3  # letters; a shorter last word ("op", "van") says nothing


def brief(text: str) -> str:
    """Give the first words of a label, as many as belong in a drawing at all."""
    begin = text.partition("\n")[0][: 2 * _LENGTH]  # what is further on never fits
    return fitting_words(begin, lambda words: len(words) <= _LENGTH)


def fitting_words(text: str, fits: Callable[[str], bool], *, is_name: bool = False) -> str:
    """Give `text` where it `fits`, else its first clause, else as many first words as fit, else an empty text.

    A name, such as that of a location, has no first words: half of it would name another one.
    """
    words = text.split()
    if fits(" ".join(words)):
        return " ".join(words)
    fewer = [words[:count] for count in range(len(words) - 1, 0, -1)]
    clauses = [part for part in fewer if part[-1].endswith(_CLAUSE_ENDS) or words[len(part)].startswith("(")]
    begins = [] if is_name else [part for part in fewer if not _is_loose(part[-1])]
    for part in (*clauses, *begins):
        shown = " ".join(part).rstrip("".join(_CLAUSE_ENDS))
        if fits(shown):
            return shown
    return ""


def _is_loose(word: str) -> bool:
    return len(word) <= _LOOSE or "(" in word
