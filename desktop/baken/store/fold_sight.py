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
        shared = frozenset(parent for parent, count in named.items() if count > 1)
        self._hanging = [shared.intersection(absent) for absent in self._absent]  # by position
        own = [writes.own(index) for index in range(len(entries))] if shared else []
        self._below = _below(self._present, self._hanging, own)
        self._spared: dict[frozenset[str], _Spared] = {}

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
            self._past.add(self._writes.first[index], replaced, known=self.dead)
        self.dead |= replaced
        self._times.append(max(self._logical[index], self._times[-1] if self._times else 0))

    def _presumed(self, index: int) -> tuple[int, int]:
        """Give what absent bases may have covered: all that is old, without what descends from them."""
        old = self._writes.first[bisect_right(self._times, self._logical[index] - 2)]
        seen = (1 << old) - 1
        if self._past is None:
            return seen, 0
        dead, bases = self._past.dead_before(old), self._hanging[index]
        if bases:
            below = _union(self._below, bases)
            seen &= ~below
            spared = self._spared.get(bases)
            if spared is None or spared.upto > old:
                self._spared[bases] = spared = _Spared()
            dead &= ~spared.before(old, below, self._past)
        return seen, dead


class _Past:
    """What was replaced before any write: masks at intervals, and the steps between them."""

    def __init__(self) -> None:
        self._when: list[int] = []  # the first write of what replaced, ascending
        self._what: list[int] = []  # the writes that were first replaced by it
        self._kept = [0]
        self._when_again: list[int] = []
        self._what_again: list[int] = []  # the same for writes that were replaced before

    def add(self, replacing: int, replaced: int, *, known: int) -> None:
        """Note what the entry with this first write replaced; `known` is what was replaced before it."""
        fresh, again = replaced & ~known, replaced & known
        for number in bits(fresh) if fresh else ():
            self._when.append(replacing)
            self._what.append(number)
            if len(self._what) % _EVERY == 0:
                self._kept.append(self._kept[-1] | _mask(self._what[-_EVERY:]))
        for number in bits(again) if again else ():
            self._when_again.append(replacing)
            self._what_again.append(number)

    def dead_before(self, write: int) -> int:
        """Give what entries whose first write is lower replaced."""
        count = bisect_left(self._when, write)
        start = count // _EVERY
        return self._kept[start] | _mask(self._what[start * _EVERY : count])

    def again(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give (replacing, replaced) for each that was replaced once more, from a write up to another."""
        chosen = slice(bisect_left(self._when_again, start), bisect_left(self._when_again, end))
        return zip(self._when_again[chosen], self._what_again[chosen], strict=True)


class _Spared:
    """What only descendants of some absent bases replaced: who names these bases had not seen that.

    It grows with the place asked for, so that each place is looked at once for all who name the same bases.
    """

    def __init__(self) -> None:
        self.upto = 0
        self._by_those = self._by_others = 0

    def before(self, write: int, below: int, past: _Past) -> int:
        """Give it up to a write, not lower than `upto`; `below` is what descends from the bases."""
        for start, end in _runs(below, self.upto, write):
            self._by_those |= past.dead_before(end) & ~past.dead_before(start)
        self._by_others |= _mask(
            number for replacing, number in past.again(self.upto, write) if not below >> replacing & 1
        )
        self.upto = write
        return self._by_those & ~self._by_others


def _below(present: Sequence[Sequence[int]], hanging: Sequence[frozenset[str]], own: Sequence[int]) -> dict[str, int]:
    """Give for each absent base the writes of what descends from it; found from the last entry back."""
    below: dict[str, int] = defaultdict(int)
    after: dict[int, int] = defaultdict(int)  # by position: the writes of its descendants
    for index in reversed(range(len(own))):
        mask = after.pop(index, 0) | own[index]
        for parent in present[index]:
            after[parent] |= mask
        for base in hanging[index]:
            below[base] |= mask
    return below


def _runs(mask: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give (from, up to) of each row of bits that are set, between two places."""
    digits = bin(mask >> start & ((1 << max(0, end - start)) - 1))[:1:-1]
    place = digits.find("1")
    while place >= 0:
        after = digits.find("0", place)
        after = len(digits) if after < 0 else after
        yield start + place, start + after
        place = digits.find("1", after)


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
