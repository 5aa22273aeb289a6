"""Known youths, rooms, phone numbers and plates in text that is being typed.

Everything found is only offered; nothing is linked by itself. Names match as whole words, whatever their accents
and capitals; a name of three letters or less needs its capital. A near miss ("Yousra" for "Yousef") is nothing.
"""

import re
from collections.abc import Iterable

from .identifiers import find_identifiers
from .letters import folded
from .views import Recognised, Youth

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u064b-\u0652]*")
_ROOM_WORDS = frozenset(("kamer", "kmr", "room"))
_SHORT = 3
_Form = tuple[str, ...]


class Recogniser:
    """What is known of the youths of one vault, ready to be looked for."""

    def __init__(self, youths: Iterable[Youth]) -> None:
        self._names: dict[_Form, list[Youth]] = {}
        self._rooms: dict[str, list[Youth]] = {}
        for youth in youths:
            for form in _forms(youth):
                self._names.setdefault(form, []).append(youth)
            if youth.room:
                self._rooms.setdefault(folded(youth.room), []).append(youth)
        self._longest = max((len(form) for form in self._names), default=0)

    def find(self, text: str) -> list[Recognised]:
        """Give everything recognised in `text`, in its order; several youths of one name or room each have a line."""
        found = [
            Recognised(start=each.start, end=each.end, what=each.type.value, entity=each.type, value=each.value)
            for each in find_identifiers(text)
        ]
        taken = [(each.start, each.end) for each in found]
        words = [
            (match.start(), match.end(), match[0])
            for match in _WORD.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        at = 0
        while at < len(words):
            count, start, youths = self._youths_at(words, at)
            found += [
                Recognised(start=start, end=words[at + count - 1][1], what="youth", youth=youth, value=youth.name)
                for youth in youths
            ]
            at += max(count, 1)
        return sorted(found, key=lambda each: (each.start, each.end))

    def _youths_at(self, words: list[tuple[int, int, str]], at: int) -> tuple[int, int, list[Youth]]:
        """Give the words taken, the start of the find and whom it may be; the longest name wins."""
        start, _, word = words[at]
        spelled = [folded(each[2]) for each in words[at : at + max(self._longest, 2)]]
        for count in range(min(self._longest, len(spelled)), 0, -1):
            form = tuple(spelled[:count])
            for candidate in (form, (*form[:-1], form[-1].removesuffix("s"))):
                youths = self._names.get(candidate, [])
                if youths and (count > 1 or len(candidate[0]) > _SHORT or not word[0].islower()):
                    return count, start, youths
        if spelled[0] in _ROOM_WORDS and len(spelled) > 1 and spelled[1] in self._rooms:
            return 2, start, self._rooms[spelled[1]]
        if not spelled[0].isdecimal() and spelled[0] in self._rooms:
            return 1, start, self._rooms[spelled[0]]
        return 0, start, []


def _forms(youth: Youth) -> set[_Form]:
    """Give the ways in which a youth is named: whole names, and each part of them that is no initial or particle."""
    forms: set[_Form] = set()
    for name in (youth.alias, youth.name, youth.name_native):
        parts = tuple(folded(match[0]) for match in _WORD.finditer(name))
        if parts:
            forms.add(parts)
        forms.update((part,) for part in parts if len(part) >= _SHORT)
    return forms
