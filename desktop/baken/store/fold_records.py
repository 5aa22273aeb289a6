"""Folding records that change field by field: youths, placements, the way here, signals, disclosures and the like.

The merged record of an entity is computed anew from all its entries whenever one of them arrives. Fields whose
authors had not seen each other stand side by side in `conflict` while the latest counts; what another site writes
stands beside what this site wrote, which is shown. Feedback, and entries that this programme cannot read, are kept as
they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

from baken.model.records import BODIES, Disclosure, Dossier, MissingEpisode, Placement, Record, RouteEvent, Signal

from .database import Connection
from .decoded import Decoded
from .fold_heads import ABOUT, Node, ancestors_first, beside_ours, field_heads, shown
from .fold_reading import FAMILIES, json_list, record_node

_INSERT_ENTRY = """
INSERT INTO view.entry (
    id, entity, kind, version, writer, sequence, logical, wall_ms, site, person, author, clock_doubtful, base, youths,
    body, unread, restricted)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_ENTRIES = """
SELECT entity, id, kind, logical, writer, sequence, base, youths, body, wall_ms, site, person, author
FROM view.entry WHERE entity IN (SELECT value FROM json_each(?)) AND unread = ''"""
_KNOWN = (
    "SELECT number, entity, family, happened, youths FROM view.record WHERE entity IN (SELECT value FROM json_each(?))"
)
_DELETE_ABOUT = "DELETE FROM view.about WHERE youth = ? AND what = ? AND happened = ? AND entity = ?"
_INSERT_ABOUT = "INSERT OR IGNORE INTO view.about (youth, what, happened, entity) VALUES (?, ?, ?, ?)"
_DELETE_CONFLICT = "DELETE FROM view.conflict WHERE entity = ?"
_INSERT_CONFLICT = """
INSERT INTO view.conflict (entity, family, field, entry, author, wall_ms, value) VALUES (?, ?, ?, ?, ?, ?, ?)"""
_DELETE_REFERENCE = "DELETE FROM view.reference WHERE entity = ?"
_INSERT_REFERENCE = "INSERT OR IGNORE INTO view.reference (target, family, entity) VALUES (?, ?, ?)"
_PUT_RECORD = """
INSERT INTO view.record (family, entity, body, youths, happened, author, person, site, created_ms, changed_ms)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (family, entity) DO UPDATE SET
    body = excluded.body, youths = excluded.youths, happened = excluded.happened, author = excluded.author,
    person = excluded.person, site = excluded.site, created_ms = excluded.created_ms, changed_ms = excluded.changed_ms
RETURNING number"""
_DELETE_WORDS = "DELETE FROM view.record_search WHERE rowid = ?"
_INSERT_WORDS = "INSERT INTO view.record_search (rowid, words, entity, family) VALUES (?, ?, ?, ?)"


class _Author(msgspec.Struct, frozen=True, kw_only=True):
    """Who wrote an entry, and when by their clock."""

    wall_ms: int
    site: str
    person: str
    name: str


class _Merged(msgspec.Struct, frozen=True, kw_only=True):
    """A record as it stands; `record` is None while a field that it needs has not arrived."""

    family: str
    entity: str
    record: Record | None
    youths: tuple[str, ...]
    first: _Author
    last: _Author
    conflicts: tuple[tuple[Any, ...], ...]  # rows of the table


def insert_entries(connection: Connection, entries: Iterable[tuple[Decoded, str]]) -> None:
    """Keep entries that are no versions of pieces, each with why it is not folded ("" when it is)."""
    connection.executemany(_INSERT_ENTRY, [_entry_row(entry, unread) for entry, unread in entries])


def fold_records(connection: Connection, entities: Iterable[str]) -> None:
    """Compute all records with these entity ids anew."""
    wanted = json_list(entities)
    entries: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(_ENTRIES, (wanted,)):
        entries[row[0]].append(row)
    merged = [
        _merge(family, entity, rows)
        for entity, rows in entries.items()
        for family in sorted({row[2] for row in rows}.intersection(FAMILIES))
    ]
    _forget(connection, wanted, entries)
    for record in merged:
        _store(connection, record)
    connection.executemany(_INSERT_CONFLICT, [row for record in merged for row in record.conflicts])
    connection.executemany(_INSERT_REFERENCE, [row for record in merged for row in _references(record)])


def _merge(family: str, entity: str, rows: Sequence[Any]) -> _Merged:
    nodes: dict[str, Node] = {}
    authors: dict[str, _Author] = {}
    ours = frozenset(row[1] for row in rows if not row[10])
    others = frozenset(row[1] for row in rows) - ours
    for _, entry, kind, logical, writer, sequence, base, youths, body, wall_ms, site, person, name in rows:
        order = (logical, writer, sequence)
        node = record_node(entry=entry, order=order, kind=kind, base=base, youths=youths, body=body, family=family)
        if node is not None:
            nodes[entry] = beside_ours(node, others) if ours and site else node
            authors[entry] = _Author(wall_ms=wall_ms, site=site, person=person, name=name)
    heads = field_heads(nodes.values())
    about = [msgspec.json.decode(node.writes[ABOUT], type=list[str]) for node in heads.pop(ABOUT, ())]
    latest = max(nodes.values(), key=lambda node: node.order)
    return _Merged(
        family=family,
        entity=entity,
        record=_complete(
            BODIES[family, 1], {field: shown(standing, ours).writes[field] for field, standing in heads.items()}
        ),
        youths=tuple(sorted({youth for youths in about for youth in youths})),
        first=authors[_begun_by(nodes.values(), ours).entry],
        last=authors[latest.entry],
        conflicts=tuple(
            (entity, family, field, node.entry, authors[node.entry].name, authors[node.entry].wall_ms, value.decode())
            for field, standing in heads.items()
            if len({node.writes[field] for node in standing}) > 1
            for node in standing
            for value in (node.writes[field],)
        ),
    )


def _begun_by(nodes: Collection[Node], ours: AbstractSet[str]) -> Node:
    """Give the entry that began a record; what this site began nobody else can have begun earlier."""
    began = [node for node in nodes if node.entry in ours and not node.parents]
    return ancestors_first(began or nodes)[0]


def _complete(record: type[Record], fields: Mapping[str, bytes]) -> Record | None:
    """Give the record from its fields; None when one that it needs is missing."""
    pairs = b",".join(msgspec.json.encode(name) + b":" + value for name, value in fields.items())
    try:
        return msgspec.json.decode(b"{" + pairs + b"}", type=record)
    except msgspec.ValidationError:
        return None


def _forget(connection: Connection, wanted: str, entities: Iterable[str]) -> None:
    """Remove what hangs on the old rows of these entities; the rows themselves are replaced."""
    for number, entity, family, happened, youths in connection.execute(_KNOWN, (wanted,)).fetchall():
        connection.executemany(_DELETE_ABOUT, [(youth, family, happened, entity) for youth in youths.split()])
        connection.execute(_DELETE_WORDS, (number,))
    connection.executemany(_DELETE_CONFLICT, [(entity,) for entity in entities])
    connection.executemany(_DELETE_REFERENCE, [(entity,) for entity in entities])


def _store(connection: Connection, merged: _Merged) -> None:
    record, happened = merged.record, _happened(merged.record)
    body = "" if record is None else msgspec.json.encode(record).decode()
    row = (
        merged.family, merged.entity, body, " ".join(merged.youths), happened,
        merged.first.name, merged.first.person, merged.first.site, merged.first.wall_ms, merged.last.wall_ms,
    )  # fmt: skip
    number = connection.execute(_PUT_RECORD, row).fetchone()[0]
    if record is None:
        return
    connection.executemany(_INSERT_ABOUT, [(youth, merged.family, happened, merged.entity) for youth in merged.youths])
    words = _words(record)
    if words:
        connection.execute(_INSERT_WORDS, (number, words, merged.entity, merged.family))


def _happened(record: Record | None) -> str:
    """When it happened, local ISO text as precise as known, for sorting."""
    match record:
        case Placement(start=start):
            return start
        case RouteEvent(when=when):
            return when.start
        case MissingEpisode(last_seen=last_seen):
            return last_seen
        case Disclosure(made=made):
            return made
        case _:
            return ""


def _words(record: Record) -> str:
    """Give what search finds a youth or signal by."""
    match record:
        case Dossier():
            words = [record.name, record.name_native, record.alias, record.room, record.v_number]
        case Signal():
            words = [record.facts, record.other_explanation, record.unknown, record.decision, record.place]
        case _:
            words = []
    return "\n".join(word for word in words if word)


def _references(merged: _Merged) -> list[tuple[str, str, str]]:
    match merged.record:
        case Signal(observations=pieces):
            targets = {str(piece) for piece in pieces}
        case Disclosure(pieces=pieces, signal=signal):
            targets = {str(target) for target in (*pieces, *([signal] if signal else []))}
        case _:
            targets = set()
    return [(target, merged.family, merged.entity) for target in sorted(targets)]


def _entry_row(entry: Decoded, unread: str) -> tuple[Any, ...]:
    return (
        entry.entry, entry.entity, entry.kind, entry.version, entry.writer, entry.sequence, entry.logical,
        entry.wall_ms, entry.site, entry.person, entry.author, int(entry.clock_doubtful), " ".join(entry.base),
        " ".join(entry.youths), entry.body.decode("utf-8", "replace"), unread, int(entry.restricted),
    )  # fmt: skip
