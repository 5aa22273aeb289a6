"""Which writes of a field stand, given who had seen what: the pure heart of the fold.

An entity's entries form a graph by their bases. The result depends on the set of entries alone, never on the order
in which they came. A plain change takes the place of the one value that its author saw; where an author saw several
competing values the change stands beside them, because only a resolution that names them settles a conflict.
Source: architecture.md, "What a journal entry is", Conflicts. Nothing here reads a database.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from baken.errors import BugError

from .fold_sight import Sight, Writes

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
    writes = Writes((node.entry, node.writes) for node in ordered)
    sight = Sight([(node.entry, node.order[0], node.parents) for node in ordered], writes)
    for index, node in enumerate(ordered):
        seen, dead = sight.of(index)
        replaced = 0
        for name in node.writes:
            if node.settles is None:
                known = writes.before(index, name)
                stood = known & ~sight.dead
                if stood & ~seen:  # otherwise its author had seen all that stands, and what these replaced with them
                    stood = known & seen & ~dead
                replaced |= writes.one_value(stood, is_united=name == ABOUT)
            else:
                replaced |= writes.places(node.settles, name)
        sight.add(index, replaced)
    return {
        name: tuple(sorted((ordered[index] for index in writes.nodes(standing)), key=lambda node: node.order))
        for name, every in writes.of_field.items()
        for standing in (every & ~sight.dead,)
    }


def beside_ours(node: Node, others: AbstractSet[str]) -> Node:
    """Let what another site wrote stand beside what this site wrote, never in its place.

    `others` are the entries of other sites: only of these can its author have taken the place. A base that is named,
    seen or invented, says nothing of whether anybody here agreed; somebody here settles it by a resolution.
    """
    settles = None if node.settles is None else node.settles & others
    return msgspec.structs.replace(node, parents=node.parents & others, settles=settles)


def shown(standing: Sequence[Node], ours: AbstractSet[str]) -> Node:
    """Give the one of several standing writes that is shown first: ours, and of these the latest."""
    return next((node for node in reversed(standing) if node.entry in ours), standing[-1])


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
