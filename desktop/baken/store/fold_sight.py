"""What the author of each entry had seen of an entity, and what of it was already replaced in that sight.

Sets of writes are masks: whole numbers with a bit per write. Fifty thousand competing changes of one field, which a
hostile site may send, then cost a few operations each on masks of some kilobytes; walking through sets, or through
the bits of a mask, would cost as many steps as there are pairs of them. Nothing here knows the order of conflicts.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

_EVERY = 64  # deaths between two masks that are kept


def bits(mask: int) -> Iterator[int]:
    """Give the places of the bits that are set, ascending, in one walk over the mask."""
    digits = bin(mask)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


class Writes:
    """Every write of every entry, numbered in the order of the entries; a set of them is a mask."""

    def __init__(self, entries: Iterable[tuple[str, Mapping[str, bytes]]]) -> None:
        self.of_field: dict[str, int] = {}
        self.first = [0]  # by position of an entry: the number of its first write; ends with the number of all
        self._entries: list[int] = []  # by write: the position of its entry
        self._values: list[tuple[str, bytes]] = []  # by write
        self._numbers: dict[tuple[str, str], int] = {}
        fields: dict[str, list[int]] = defaultdict(list)
        for position, (entry, writes) in enumerate(entries):
            for name, value in writes.items():
                number = len(self._values)
                fields[name].append(number)
                self._numbers[entry, name] = number
                self._values.append((name, value))
                self._entries.append(position)
            self.first.append(len(self._values))
        self.of_field = {name: _mask(numbers) for name, numbers in fields.items()}
        self._equal = _equal_values(self._values)

    def own(self, position: int) -> int:
        """Give the writes of the entry at a position."""
        return (1 << self.first[position + 1]) - (1 << self.first[position])

    def before(self, position: int, name: str) -> int:
        """Give the writes of a field that come before the entry at a position."""
        return self.of_field[name] & ((1 << self.first[position]) - 1)

    def places(self, entries: Iterable[str], name: str) -> int:
        """Give the writes of this field by these entries; those that are not here are left out."""
        return _mask(self._numbers[entry, name] for entry in entries if (entry, name) in self._numbers)

    def one_value(self, heads: int, *, is_united: bool) -> int:
        """Give back these writes of one field where all have one value (or are united anyway), otherwise none."""
        lowest = heads & -heads
        if is_united or heads == lowest:
            return heads
        equal = self._equal.get(self._values[lowest.bit_length() - 1], 0)
        return 0 if heads & ~equal else heads

    def nodes(self, mask: int) -> Iterator[int]:
        """Give the positions of the entries of these writes."""
        return (self._entries[number] for number in bits(mask))


class Sight:
    """What each author had seen, itself or through others, in the order of the entries.

    `entries` are (id, logical time, parents), ancestors first. For each in turn `of` is asked and `add` told. A base
    that is not here counts as seen: it may have covered whatever is old enough to lie before it (two steps of logical
    time or more) and does not itself descend from it.
    """

    def __init__(self, entries: Sequence[tuple[str, int, frozenset[str]]], writes: Writes) -> None:
        self.dead = 0  # every write that was replaced by another
        self._writes = writes
        self._logical = [logical for _, logical, _ in entries]
        position = {entry: index for index, (entry, _, _) in enumerate(entries)}
        self._present = [[position[parent] for parent in parents if parent in position] for _, _, parents in entries]
        self._absent = [[parent for parent in parents if parent not in position] for _, _, parents in entries]
        self._waiting = Counter(parent for parents in self._present for parent in parents)
        self._after: dict[int, tuple[int, int]] = {}  # (seen, dead) behind an entry, while a child still waits for it
        self._now = (0, 0)
        self._times: list[int] = []  # the highest logical time so far
        self._past = _Past() if any(self._absent) else None
        named = Counter(parent for parents in self._absent for parent in parents)
        self._shared = frozenset(parent for parent, count in named.items() if count > 1)
        self._hanging = _Hanging()

    def of(self, index: int) -> tuple[int, int]:
        """Give the writes that the author at `index` had seen, and those of them that were replaced in that sight."""
        seen = dead = 0
        for parent in self._present[index]:
            seen_there, dead_there = self._after[parent]
            seen |= seen_there
            dead |= dead_there
        if self._absent[index]:
            seen_there, dead_there = self._presumed(index)
            seen |= seen_there
            dead |= dead_there
        self._now = seen, dead
        return self._now

    def add(self, index: int, replaced: int) -> None:
        """Let the writes at `index`, whose sight was asked last, stand in the place of others."""
        seen, dead = self._now
        if self._waiting[index]:
            self._after[index] = seen | self._writes.own(index), dead | replaced
        for parent in self._present[index]:
            self._waiting[parent] -= 1
            if not self._waiting[parent]:
                del self._after[parent]
        if self._past is not None:
            self._past.add(index, replaced & ~self.dead)
            self._hanging.add(
                index,
                bases=self._shared.intersection(self._absent[index]),
                parents=self._present[index],
                own=self._writes.own(index),
                replaced=replaced if self._shared else 0,
            )
        self.dead |= replaced
        self._times.append(max(self._logical[index], self._times[-1] if self._times else 0))

    def _presumed(self, index: int) -> tuple[int, int]:
        """Give what absent bases may have covered: all that is old, without what descends from them."""
        old = bisect_right(self._times, self._logical[index] - 2)
        seen = (1 << self._writes.first[old]) - 1
        dead = self._past.dead_before(old) if self._past is not None else 0
        bases = self._shared.intersection(self._absent[index])
        if bases:
            seen &= ~self._hanging.below(bases)
            dead &= ~self._hanging.spared(bases, dead, old)
        return seen, dead


class _Past:
    """What was replaced up to any position: masks at intervals, and the steps between them."""

    def __init__(self) -> None:
        self._when: list[int] = []  # positions, ascending
        self._what: list[int] = []  # the writes that were first replaced there
        self._kept = [0]

    def add(self, position: int, fresh: int) -> None:
        for number in bits(fresh) if fresh else ():
            self._when.append(position)
            self._what.append(number)
            if len(self._what) % _EVERY == 0:
                self._kept.append(self._kept[-1] | _mask(self._what[-_EVERY:]))

    def dead_before(self, position: int) -> int:
        count = bisect_left(self._when, position)
        start = count // _EVERY
        return self._kept[start] | _mask(self._what[start * _EVERY : count])


class _Hanging:
    """What descends from absent bases that several entries name, and which writes only such descendants replaced."""

    def __init__(self) -> None:
        self._of: dict[int, frozenset[str]] = {}  # by position: the bases above
        self._below: dict[str, int] = defaultdict(int)  # by base: the writes of what descends from it
        self._replaced: dict[str, int] = defaultdict(int)  # by base: the writes that these replaced
        self._replacing: dict[int, list[int]] = defaultdict(list)  # by write: the positions of what replaced it
        self._skipped: dict[tuple[frozenset[str], int], int] = {}  # how many of these are known to descend

    def add(self, index: int, *, bases: frozenset[str], parents: Iterable[int], own: int, replaced: int) -> None:
        above = bases.union(*(self._of[parent] for parent in parents if parent in self._of))
        if above:
            self._of[index] = above
            for base in above:
                self._below[base] |= own
                self._replaced[base] |= replaced
        for number in bits(replaced) if replaced else ():
            self._replacing[number].append(index)

    def below(self, bases: frozenset[str]) -> int:
        return _union(self._below, bases)

    def spared(self, bases: frozenset[str], dead: int, old: int) -> int:
        """Give those of the dead writes that nothing before position `old` replaced but descendants of the bases."""
        doubtful = dead & _union(self._replaced, bases)
        return _mask(number for number in bits(doubtful) if self._first_other(bases, number) >= old)

    def _first_other(self, bases: frozenset[str], number: int) -> float:
        """Give the first position that replaced a write and does not descend from the bases."""
        replacing = self._replacing[number]
        skipped = self._skipped.get((bases, number), 0)
        while skipped < len(replacing) and not bases.isdisjoint(self._of.get(replacing[skipped], ())):
            skipped += 1
        self._skipped[bases, number] = skipped
        return replacing[skipped] if skipped < len(replacing) else float("inf")


def _union(masks: Mapping[str, int], names: Iterable[str]) -> int:
    union = 0
    for name in names:
        union |= masks.get(name, 0)
    return union


def _mask(numbers: Iterable[int]) -> int:
    """Give the mask of these numbers, built as bytes: setting bits in a long whole number copies it each time."""
    listed = list(numbers)
    if len(listed) < 2:
        return 1 << listed[0] if listed else 0
    content = bytearray(max(listed) // 8 + 1)
    for number in listed:
        content[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(content, "little")


def _equal_values(values: Sequence[tuple[str, bytes]]) -> dict[tuple[str, bytes], int]:
    """Give the writes of each value that was written more than once."""
    numbers: dict[tuple[str, bytes], list[int]] = defaultdict(list)
    for number, value in enumerate(values):
        numbers[value].append(number)
    return {value: _mask(found) for value, found in numbers.items() if len(found) > 1}
