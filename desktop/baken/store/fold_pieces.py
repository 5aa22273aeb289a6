"""Folding pieces: every version is kept, and one row per piece says which version counts and what is open.

Versions are immutable rows that stand for one entry each; the row of a piece is computed anew from all that is known
of it, so that neither order nor repetition matters. Set-based: a batch costs a fixed number of statements.

What counts is said by the site that recorded the piece first. Corrections and withdrawals by another site are kept and
stand beside it: words from elsewhere never take the place of what a colleague wrote.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from baken.model.identifiers import normalise
from baken.model.records import Attachment, Entity, IndicatorTag

from .database import Connection
from .decoded import Decoded
from .fold_heads import Node, Order, field_heads
from .fold_numbers import free_numbers
from .fold_reading import PIECE, Content, json_list, resolution_node, version_node, withdrawal_node

_INSERT_VERSION = """
INSERT INTO view.version (
    number, id, piece, writer, sequence, logical, wall_ms, site, person, author, clock_doubtful, base, youths,
    corrects, why, text, quote, quote_original, quote_note, meaning, kind, source, source_note, start, precision,
    until, typed, place, entities, named, indicators, protect_source, restricted, attachments)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_CAPTURED = "INSERT INTO view.captured (number, piece, initials) VALUES (?, ?, ?)"
_INSERT_UNSEARCHED = "INSERT INTO view.unsearched (number) VALUES (?)"
_INSERT_WORDS = """
INSERT INTO view.piece_search (rowid, text, quote, quote_original, meaning, place, source_note, named)
SELECT number, text, quote, quote_original, meaning, place, source_note, named
FROM view.unsearched CROSS JOIN view.version USING (number) ORDER BY number"""
_INSERT_IDENTIFIER = "INSERT OR IGNORE INTO view.identifier (type, normal, version, value) VALUES (?, ?, ?, ?)"
_VERSIONS = """
SELECT piece, lower(hex(id)), logical, writer, sequence, base, corrects, number, youths, start, site
FROM view.version WHERE piece IN (SELECT value FROM json_each(?))"""
_OTHERS = """
SELECT entity, id, logical, writer, sequence, base, kind, body, site
FROM view.entry
WHERE entity IN (SELECT value FROM json_each(?)) AND kind IN ('withdrawal', 'resolution') AND unread = ''"""
_PIECES = "SELECT number, entity, happened, youths FROM view.piece WHERE entity IN (SELECT value FROM json_each(?))"
_DELETE_ABOUT = "DELETE FROM view.about WHERE youth = ? AND what = 'observation' AND happened = ? AND entity = ?"
_INSERT_ABOUT = "INSERT OR IGNORE INTO view.about (youth, what, happened, entity) VALUES (?, 'observation', ?, ?)"
_PUT_PIECE = """
INSERT INTO view.piece (number, entity, current, happened, youths, versions, withdrawal, conflict)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (number) DO UPDATE SET
    current = excluded.current, happened = excluded.happened, youths = excluded.youths, versions = excluded.versions,
    withdrawal = excluded.withdrawal, conflict = excluded.conflict"""


class _Version(msgspec.Struct, frozen=True, kw_only=True):
    """What the fold needs of a version."""

    entry: str
    order: Order
    base: str
    corrects: str
    number: int
    youths: str
    start: str
    site: str

    def node(self) -> Node:
        """Give its place among what its authors saw."""
        return version_node(entry=self.entry, order=self.order, base=self.base, corrects=self.corrects)


def fold_pieces(connection: Connection, read: Sequence[tuple[Decoded, Content]], touched: Iterable[str]) -> None:
    """Store versions that are not in the view yet and compute the rows of their pieces anew.

    `touched` are further entities of which a withdrawal or resolution came; those of which no version is here get no
    row yet.
    """
    wanted = json_list({*touched, *(entry.entity for entry, _ in read)})
    before = {row[1]: row for row in connection.execute(_PIECES, (wanted,))}
    numbers = free_numbers(connection, [entry for entry, _ in read])
    rows = sorted((numbers[entry.entry], entry, content) for entry, content in read)
    pieces = {entity: number for number, entity, _, _ in before.values()}
    for number, entry, _ in rows:
        pieces.setdefault(entry.entity, number)
    versions = _stored_versions(connection, before.values())
    for number, entry, content in rows:
        versions[entry.entity].append(_version(number, entry, content))
    _insert_versions(connection, rows, pieces)
    others = _others(connection, wanted)
    folded = [_piece_row(pieces[entity], entity, found, others.get(entity, ())) for entity, found in versions.items()]
    connection.executemany(
        _DELETE_ABOUT,
        [(youth, happened, entity) for _, entity, happened, youths in before.values() for youth in youths.split()],
    )
    connection.executemany(_PUT_PIECE, folded)
    connection.executemany(_INSERT_ABOUT, [(youth, row[3], row[1]) for row in folded for youth in row[4].split()])


def _insert_versions(
    connection: Connection, rows: Sequence[tuple[int, Decoded, Content]], pieces: Mapping[str, int]
) -> None:
    """Store versions by ascending number, with what they name; `index_words` must follow before the next search."""
    connection.executemany(
        _INSERT_VERSION, [_version_row(number, pieces[entry.entity], entry, content) for number, entry, content in rows]
    )
    connection.executemany(_INSERT_UNSEARCHED, [(number,) for number, _, _ in rows])
    connection.executemany(
        _INSERT_CAPTURED,
        [
            (number, pieces[entry.entity], content.observation.captured.initials)
            for number, entry, content in rows
            if content.observation.captured is not None
        ],
    )
    connection.executemany(
        _INSERT_IDENTIFIER,
        [
            (named.type.value, normalise(named.type, named.value), number, named.value)
            for number, _, content in rows
            for named in content.observation.entities
        ],
    )


def index_words(connection: Connection) -> None:
    """Bring versions that were stored since the last time into the search index, in the order that it likes."""
    connection.execute(_INSERT_WORDS)
    connection.execute("DELETE FROM view.unsearched")


def has_unsearched(connection: Connection) -> bool:
    """Whether versions were stored that the search index lacks."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM view.unsearched)").fetchone()[0])


def _stored_versions(connection: Connection, pieces: Iterable[Any]) -> dict[str, list[_Version]]:
    """Read the versions of pieces (rows of _PIECES) by entity."""
    entities = {number: entity for number, entity, _, _ in pieces}
    versions: dict[str, list[_Version]] = defaultdict(list)
    for piece, entry, logical, writer, sequence, base, corrects, number, youths, start, site in connection.execute(
        _VERSIONS, (json_list(entities),)
    ):
        versions[entities[piece]].append(
            _Version(
                entry=entry,
                order=(logical, writer, sequence),
                base=base,
                corrects=corrects,
                number=number,
                youths=youths,
                start=start,
                site=site,
            )
        )
    return versions


def _version(number: int, entry: Decoded, content: Content) -> _Version:
    return _Version(
        entry=entry.entry,
        order=(entry.logical, entry.writer, entry.sequence),
        base=" ".join(entry.base),
        corrects=content.corrects,
        number=number,
        youths=" ".join(entry.youths),
        start=content.observation.when.start,
        site=entry.site,
    )


def _others(connection: Connection, wanted: str) -> dict[str, list[tuple[str, Node]]]:
    """Read the withdrawals and resolutions of pieces by entity, each with the site that wrote it."""
    others: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    for entity, entry, logical, writer, sequence, base, kind, body, site in connection.execute(_OTHERS, (wanted,)):
        make = withdrawal_node if kind == "withdrawal" else resolution_node
        node = make(entry=entry, order=(logical, writer, sequence), parents=frozenset(base.split()), body=body)
        if PIECE in node.writes:
            others[entity].append((site, node))
    return others


def origin_of(first_recordings: Iterable[tuple[Order, str]]) -> str | None:
    """Give the site of a piece, from order and site of its first recordings; None while none of them is here.

    A site that takes the id of one of our pieces for its own recording does not become its origin.
    """
    firsts = list(first_recordings)
    if any(not site for _, site in firsts):
        return ""
    return min(firsts)[1] if firsts else None


def _piece_row(
    number: int, entity: str, versions: Sequence[_Version], others: Sequence[tuple[str, Node]]
) -> tuple[Any, ...]:
    """Give number, entity, current, happened, youths, versions, withdrawal, conflict."""
    if len(versions) == 1 and not others:
        only = versions[0]
        return number, entity, only.number, only.start, _united([only]), 1, "", 0
    by_entry = {version.entry: version for version in versions}
    written = [*((version.site, version.node()) for version in versions), *others]
    competing = {node.entry: node for _, node in written}
    origin = origin_of((version.order, version.site) for version in versions if not version.corrects)
    heard = [version for version in versions if origin in (None, version.site)]
    meant = everywhere = _standing(competing, competing)  # the winner last
    if any(origin not in (None, site) for site, _ in written):
        meant = _standing({node.entry: node for site, node in written if site == origin}, competing)
    shown = [by_entry[entry] for entry in meant if entry in by_entry]
    if not shown:
        shown = [by_entry[node.entry] for node in field_heads(version.node() for version in heard)[PIECE]]
    withdrawal = meant[-1] if meant[-1] not in by_entry and competing[meant[-1]].settles is None else ""
    current, is_open = shown[-1], int(len(set(everywhere)) > 1)
    return number, entity, current.number, current.start, _united(shown), len(heard), withdrawal, is_open


def _standing(nodes: Mapping[str, Node], competing: Mapping[str, Node]) -> list[str]:
    """Give the entries that the standing writes of `nodes` make count, the winner's last."""
    return [_meant(node, competing) for node in field_heads(nodes.values())[PIECE]]


def _meant(node: Node, competing: Mapping[str, Node]) -> str:
    """Give the entry that a write makes count: its own, or the one that a resolution chose.

    A resolution that chose nothing of what is here lets the latest of the heads that it names count.
    """
    if node.settles is None:
        return node.entry
    chosen = msgspec.json.decode(node.writes[PIECE])
    if isinstance(chosen, str) and chosen in competing and competing[chosen].settles is None:
        return chosen
    named = [competing[entry] for entry in node.settles if entry in competing and competing[entry].settles is None]
    return max(named, key=lambda other: other.order).entry if named else node.entry


def _united(versions: Sequence[_Version]) -> str:
    return " ".join(sorted({youth for version in versions for youth in version.youths.split()}))


def _version_row(number: int, whole: int, entry: Decoded, content: Content) -> tuple[Any, ...]:
    piece = content.observation
    return (
        number, bytes.fromhex(entry.entry), whole, entry.writer, entry.sequence, entry.logical, entry.wall_ms,
        entry.site, entry.person, entry.author, int(entry.clock_doubtful), " ".join(entry.base), " ".join(entry.youths),
        content.corrects, content.why, piece.text, piece.quote, piece.quote_original, piece.quote_note, piece.meaning,
        piece.kind.value if piece.kind else None, piece.source.value, piece.source_note,
        piece.when.start, piece.when.precision.value, piece.when.end, piece.when.typed, piece.place,
        _list_text(piece.entities), _named(content), _list_text(piece.indicators), int(piece.protect_source),
        int(entry.restricted), _list_text(piece.attachments),
    )  # fmt: skip


def _named(content: Content) -> str:
    piece = content.observation
    things = [text for named in piece.entities for text in (named.value, named.note)]
    files = [text for attachment in piece.attachments for text in (attachment.title, attachment.shows)]
    return "\n".join(text for text in (*things, *files) if text)


def _list_text(items: tuple[Entity, ...] | tuple[IndicatorTag, ...] | tuple[Attachment, ...]) -> str:
    return msgspec.json.encode(items).decode() if items else ""
