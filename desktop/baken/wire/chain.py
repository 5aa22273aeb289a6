"""A writer's entries form a chain: each header names the one before it.

Promises: in any set of headers of one or many writers, in any order, every gap, fork and wrong link is found.
It verifies no signature and discards nothing; what to do about a fault is the store's business. SPEC.md,
"Chain". Source: architecture.md, "What a journal entry is".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from baken.errors import UserError

from .entry import NO_PREVIOUS, decode_header, entry_id


class ChainFaultKind(Enum):
    """What can be wrong between two entries that each verify alone."""

    GAP = "gap"  # entries of this writer are missing before this one
    FORK = "fork"  # another entry has the same writer and sequence
    PREVIOUS = "previous"  # the entry before it is another than the one it names
    ORDER = "order"  # its logical time is not above that of the entry before it


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainFault:
    """One fault, at the entry `entry` (32-byte id) of `writer` (16 bytes)."""

    kind: ChainFaultKind
    writer: bytes
    sequence: int
    entry: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainHead:
    """The last entry of a writer's chain."""

    writer: bytes
    sequence: int
    entry: bytes
    logical: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Link:
    sequence: int
    entry: bytes
    previous: bytes
    logical: int


def chain_faults(headers: Iterable[bytes], *, heads: Iterable[ChainHead] = ()) -> Iterator[ChainFault]:
    """Yield every fault among header bytes, by writer and sequence; a header given twice counts once.

    `heads` are the known ends of chains that `headers` continue; without one a chain begins at sequence 1.
    Raises what `decode_header` raises.
    """
    chains: dict[bytes, dict[bytes, _Link]] = {}
    for head in heads:
        chains.setdefault(head.writer, {})[head.entry] = _Link(
            sequence=head.sequence, entry=head.entry, previous=NO_PREVIOUS, logical=head.logical
        )
    begun = frozenset(chains)
    for data in headers:
        header = decode_header(data)
        identity = entry_id(data)
        chains.setdefault(header.writer, {}).setdefault(
            identity,
            _Link(sequence=header.sequence, entry=identity, previous=header.previous, logical=header.logical),
        )
    for writer, links in sorted(chains.items()):
        ordered = sorted(links.values(), key=lambda link: (link.sequence, link.entry))
        if writer not in begun and ordered[0].sequence != 1:
            yield _fault(ChainFaultKind.GAP, writer, ordered[0])
        yield from _faults_of_writer(writer, ordered)


def _faults_of_writer(writer: bytes, ordered: list[_Link]) -> Iterator[ChainFault]:
    by_sequence: dict[int, dict[bytes, int]] = {}
    for link in ordered:
        by_sequence.setdefault(link.sequence, {})[link.entry] = link.logical
    for before, link in pairwise(ordered):
        if link.sequence == before.sequence:
            yield _fault(ChainFaultKind.FORK, writer, link)
        elif link.sequence != before.sequence + 1:
            yield _fault(ChainFaultKind.GAP, writer, link)
        parents = by_sequence.get(link.sequence - 1)
        if parents is None:
            continue
        if link.previous not in parents:
            yield _fault(ChainFaultKind.PREVIOUS, writer, link)
        elif link.logical <= parents[link.previous]:
            yield _fault(ChainFaultKind.ORDER, writer, link)


def _fault(kind: ChainFaultKind, writer: bytes, link: _Link) -> ChainFault:
    return ChainFault(kind=kind, writer=writer, sequence=link.sequence, entry=link.entry)


def verify_chain(headers: Iterable[bytes], *, heads: Iterable[ChainHead] = ()) -> None:
    """Return if the headers form whole chains.

    Raises UserError "chain-broken" with the first fault's `kind` and `sequence`.
    """
    for fault in chain_faults(headers, heads=heads):
        raise UserError("chain-broken", kind=fault.kind.value, sequence=fault.sequence)
