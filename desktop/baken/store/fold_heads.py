"""Which writes of a field stand, given who had seen what: the pure heart of the fold.

An entity's entries form a graph by their bases. The result depends on the set of entries alone, never on the order
in which they came. A plain change takes the place of the one value that its author saw; where an author saw several
competing values the change stands beside them, because only a resolution that names them settles a conflict.
Source: architecture.md, "What a journal entry is", Conflicts. Nothing here reads a database.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    """For each field the nodes whose write stands, the winner (latest in the order) last."""
    ordered = ancestors_first(nodes)
    if len(ordered) == 1:
        return dict.fromkeys(ordered[0].writes, (ordered[0],))
    sight = _Sight(ordered)
    fields: dict[str, _Field] = defaultdict(_Field)
    for index, node in enumerate(ordered):
        for name in node.writes:
            fields[name].add(index, _replaced(name, index, ordered, fields[name], sight))
    return {
        name: tuple(sorted((ordered[index] for index in field.standing), key=lambda node: node.order))
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


class _Field:
    """The writes of one field: all, those that stand, and by which writes each of the others was replaced."""

    def __init__(self) -> None:
        self.writes: list[int] = []
        self.standing: list[int] = []
        self.replaced_by: dict[int, list[int]] = defaultdict(list)

    def add(self, index: int, replaced: Sequence[int]) -> None:
        for other in replaced:
            self.replaced_by[other].append(index)
        self.standing = [other for other in self.standing if other not in replaced] + [index]
        self.writes.append(index)


def _replaced(name: str, index: int, ordered: Sequence[Node], field: _Field, sight: "_Sight") -> Sequence[int]:
    """Give the earlier writes of the field that the node at `index` takes the place of."""
    node = ordered[index]
    if node.settles is not None:
        return [other for other in field.writes if ordered[other].entry in node.settles]
    if all(sight.sees(index, other) for other in field.standing):
        seen = list(field.standing)
    else:
        seen = [
            other
            for other in field.writes
            if sight.sees(index, other) and not any(sight.sees(index, later) for later in field.replaced_by[other])
        ]
    if name == ABOUT or len({ordered[other].writes[name] for other in seen}) == 1:
        return seen
    return []


class _Sight:
    """Which of the ordered nodes each had seen, itself or through others; None means all that come before it.

    A base that is not here counts as seen: it may have covered whatever is old enough to lie before it (two steps of
    logical time or more) and does not itself descend from it.
    """

    def __init__(self, ordered: Sequence[Node]) -> None:
        self._seen: list[int | None] = []
        hanging: list[frozenset[str]] = []  # absent bases among each node's ancestors
        position = {node.entry: index for index, node in enumerate(ordered)}
        for index, node in enumerate(ordered):
            absent = frozenset(parent for parent in node.parents if parent not in position)
            direct = [position[parent] for parent in node.parents if parent in position]
            if absent:
                direct += [
                    other
                    for other in range(index)
                    if ordered[other].order[0] + 2 <= node.order[0] and not hanging[other] & absent
                ]
            hanging.append(absent.union(*(hanging[other] for other in direct)))
            self._seen.append(self._union(index, direct))

    def sees(self, index: int, other: int) -> bool:
        """Whether the node at `index` had seen the node at `other`."""
        seen = self._seen[index]
        return other < index if seen is None else bool(seen >> other & 1)

    def _union(self, index: int, direct: Sequence[int]) -> int | None:
        if index - 1 in direct and self._seen[index - 1] is None:
            return None
        mask = 0
        for other in direct:
            seen = self._seen[other]
            mask |= 1 << other | ((1 << other) - 1 if seen is None else seen)
        return mask
