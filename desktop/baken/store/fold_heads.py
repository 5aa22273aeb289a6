"""Which writes of a field stand, given who had seen what: the pure heart of the fold.

An entity's entries form a graph by their bases. The result depends on the set of entries alone, never on the order
in which they came. A plain change takes the place of the one value that its author saw; where an author saw several
competing values the change stands beside them, because only a resolution that names them settles a conflict.
Source: architecture.md, "What a journal entry is", Conflicts. Nothing here reads a database.
"""

import heapq
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from baken.errors import BugError

ABOUT = "about"  # the youths concerned: simply what was seen last; several heads are united and never a conflict

Order = tuple[int, str, int]  # logical time, writer, sequence


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of an entity: its place in the order, what its author saw, what it writes (field -> JSON value).

    `parents` are its base and what its body points at. `settles` is not None for a resolution and holds the entries
    that it names; a resolution writes exactly one field.
    """

    entry: str
    order: Order
    parents: frozenset[str]
    writes: Mapping[str, bytes]
    settles: frozenset[str] | None = None


def field_heads(nodes: Iterable[Node]) -> dict[str, tuple[Node, ...]]:
    """Give for each field the nodes whose write stands, the winner (latest in the order) last."""
    ordered = ancestors_first(nodes)
    if len(ordered) == 1:
        return dict.fromkeys(ordered[0].writes, (ordered[0],))
    position = {node.entry: index for index, node in enumerate(ordered)}
    sight = _Sight(ordered, position)
    fields: dict[str, _Field] = defaultdict(_Field)
    for index, node in enumerate(ordered):
        for name in node.writes:
            field = fields[name]
            if node.settles is None:
                replaced = _plainly_replaced(name, ordered, field.seen_by(sight.seen(index)))
            else:
                named = [position[entry] for entry in node.settles if entry in position]
                replaced = [other for other in named if name in ordered[other].writes]
            field.add(index, replaced)
    return {
        name: tuple(sorted((ordered[index] for index in _bits(field.standing)), key=lambda node: node.order))
        for name, field in fields.items()
    }


def entity_heads(parents_of: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Give the entries that no other entry of the entity has seen."""
    return frozenset(parents_of).difference(*parents_of.values())


def ancestors_first(nodes: Iterable[Node]) -> list[Node]:
    """Give the nodes so that each comes after those it saw, otherwise by the order.

    Raises BugError when bases form a circle, which hashes make impossible.
    """
    known = {node.entry: node for node in nodes}
    children: dict[str, list[str]] = defaultdict(list)
    open_parents: dict[str, int] = {}
    for node in known.values():
        present = [parent for parent in node.parents if parent in known]
        open_parents[node.entry] = len(present)
        for parent in present:
            children[parent].append(node.entry)
    ready = [(known[entry].order, entry) for entry, count in open_parents.items() if not count]
    heapq.heapify(ready)
    ordered = []
    while ready:
        _, entry = heapq.heappop(ready)
        ordered.append(known[entry])
        for child in children[entry]:
            open_parents[child] -= 1
            if not open_parents[child]:
                heapq.heappush(ready, (known[child].order, child))
    if len(ordered) != len(known):
        raise BugError("bases form a circle")
    return ordered


def _plainly_replaced(name: str, ordered: Sequence[Node], seen: Sequence[int]) -> Sequence[int]:
    """Give what a plain change takes the place of: the one value that stood in its author's sight."""
    if name == ABOUT or len({ordered[other].writes[name] for other in seen}) == 1:
        return seen
    return []


def _bits(mask: int) -> Iterator[int]:
    """Give the places of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


class _Field:
    """The writes of one field: which stand (a mask of places in the order), and which replaced which.

    Masks and the short ways through them keep thousands of changes of one field cheap, competing or not.
    """

    def __init__(self) -> None:
        self.standing = 0
        self._replacing = 0
        self._replaced: dict[int, Sequence[int]] = {}
        self._replaced_by: dict[int, list[int]] = defaultdict(list)

    def seen_by(self, seen: int) -> list[int]:
        """Give the writes that stood in the sight of an author who had seen these places."""
        heads = list(_bits(self.standing & seen))
        if self.standing & ~seen:
            heads += {
                other
                for later in _bits(self._replacing & ~seen)
                for other in self._replaced[later]
                if seen >> other & 1 and not any(seen >> next_one & 1 for next_one in self._replaced_by[other])
            }
        return heads

    def add(self, index: int, replaced: Sequence[int]) -> None:
        """Let the write at `index` stand in the place of others."""
        self.standing |= 1 << index
        for other in replaced:
            self.standing &= ~(1 << other)
            self._replaced_by[other].append(index)
        if replaced:
            self._replaced[index] = replaced
            self._replacing |= 1 << index


class _Sight:
    """Which of the ordered nodes each had seen, itself or through others, as masks of places in the order.

    A base that is not here counts as seen: it may have covered whatever is old enough to lie before it (two steps of
    logical time or more) and does not itself descend from it.
    """

    def __init__(self, ordered: Sequence[Node], position: Mapping[str, int]) -> None:
        self._seen: list[int | None] = []  # None: all that come before; a chain takes no room
        self._shared = _named_twice(parent for node in ordered for parent in node.parents if parent not in position)
        self._hanging: dict[int, frozenset[str]] = {}  # absent bases, named more than once, among its ancestors
        times: list[int] = []  # the highest logical time so far
        for index, node in enumerate(ordered):
            direct = [position[parent] for parent in node.parents if parent in position]
            absent = [parent for parent in node.parents if parent not in position]
            mask = 0
            for other in direct:
                mask |= self.seen(other) | 1 << other
            if absent:
                mask |= self._presumed(absent, bisect_right(times, node.order[0] - 2))
            self._hang(index, direct, absent)
            self._seen.append(None if mask == (1 << index) - 1 else mask)
            times.append(max(node.order[0], times[-1] if times else 0))

    def seen(self, index: int) -> int:
        """Give the places that the node at `index` had seen."""
        seen = self._seen[index]
        return (1 << index) - 1 if seen is None else seen

    def _presumed(self, absent: Sequence[str], old: int) -> int:
        """Give the places that absent bases may have covered: the first `old` without what descends from them."""
        mask = (1 << old) - 1
        for index, hanging in self._hanging.items():
            if not hanging.isdisjoint(absent):
                mask &= ~(1 << index)
        return mask

    def _hang(self, index: int, direct: Iterable[int], absent: Iterable[str]) -> None:
        hanging = self._shared.intersection(absent).union(*(self._hanging.get(other, ()) for other in direct))
        if hanging:
            self._hanging[index] = hanging


def _named_twice(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(entry for entry, count in Counter(entries).items() if count > 1)
