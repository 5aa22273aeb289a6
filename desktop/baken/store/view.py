"""The view of one user: everything that screens read, folded from the journal.

`apply` gives the same rows whatever the order, the split into batches or the repetition of entries, and runs inside
the caller's transaction. A view can be thrown away at any time and built again. Nothing is stored here alone, and no
key, grant or signature ever comes here.
"""

from collections.abc import Sequence
from contextlib import suppress

import msgspec

from baken.errors import UserError
from baken.model.records import BODIES
from baken.model.views import SearchHit

from .database import Connection, migrate, transaction
from .decoded import Decoded
from .fold_pieces import fold_pieces, has_unsearched, index_words
from .fold_reading import FAMILIES, Bodies, Content, check_body, json_list, read_content
from .fold_records import fold_records, insert_entries
from .search import search

_KNOWN = """
SELECT lower(hex(version.id)) FROM json_each(?1) AS asked
CROSS JOIN view.version ON version.writer = asked.value ->> 0 AND version.sequence = asked.value ->> 1
UNION ALL SELECT id FROM view.entry WHERE id IN (SELECT value ->> 2 FROM json_each(?1))"""
_SETTINGS = (
    "PRAGMA view.cache_size = -24000",  # KiB; with SQLite's 8,000 a build of 100,000 entries takes a third longer
)
_UNREAD = """
SELECT id, writer, sequence, logical, wall_ms, kind, version, youths, entity, base, body, site, person, author,
    clock_doubtful, restricted
FROM view.entry WHERE unread = 'newer'"""
_DELETE_UNREAD = "DELETE FROM view.entry WHERE id = ?"
_RECORD_FAMILIES = frozenset((*FAMILIES, "resolution"))
_PIECE_KINDS = frozenset(("withdrawal", "resolution"))

_DUMPS = {
    "version": """
SELECT hex(id), piece.entity, writer, sequence, logical, wall_ms, site, person, author, clock_doubtful, base,
    version.youths, corrects, why, text, quote, quote_original, quote_note, meaning, kind, source, source_note, start,
    precision, until, typed, place, entities, named, indicators, protect_source, restricted
FROM view.version JOIN view.piece ON piece.number = version.piece""",
    "entry": """
SELECT id, entity, kind, version, writer, sequence, logical, wall_ms, site, person, author, clock_doubtful, base,
    youths, body, unread, restricted FROM view.entry""",
    "piece": """
SELECT entity, hex(version.id), happened, piece.youths, versions, withdrawal, conflict
FROM view.piece JOIN view.version ON version.number = piece.current""",
    "record": """
SELECT family, entity, body, youths, happened, author, person, site, created_ms, changed_ms FROM view.record""",
    "conflict": "SELECT entity, family, field, entry, author, wall_ms, value FROM view.conflict",
    "about": "SELECT youth, what, happened, entity FROM view.about",
    "reference": "SELECT target, family, entity FROM view.reference",
    "identifier": """
SELECT type, normal, hex(version.id), value
FROM view.identifier JOIN view.version ON version.number = identifier.version""",
    "record_search": "SELECT family, entity, words FROM view.record_search",
}


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """Entries that are kept but not folded: of a kind that a newer Baken knows, or malformed."""

    newer: int
    malformed: int


class View:
    """Projections in the schema `view` of the connection to a vault."""

    def __init__(self, connection: Connection, *, bodies: Bodies = BODIES) -> None:
        self._connection = connection
        self._bodies = bodies
        self._folded: set[str] = set()  # records computed since the last `settle`
        self._waiting: set[str] = set()  # those of them of which more came

    def create(self) -> None:
        """Make or bring up to date the tables, then fold what an older Baken could not; own transactions."""
        migrate(self._connection, "view", "view")
        for setting in _SETTINGS:
            self._connection.execute(setting)
        with transaction(self._connection):
            self._fold_newer()

    def applied(self) -> int:
        """Give the highest local arrival number that was applied; 0 at first."""
        arrival: int = self._connection.execute("SELECT arrival FROM view.applied").fetchone()[0]
        return arrival

    def unread(self) -> Unread:
        """How many entries are kept without being folded."""
        counts = dict(
            self._connection.execute(
                "SELECT unread, count(*) FROM view.entry WHERE unread <> '' GROUP BY unread"
            ).fetchall()
        )
        return Unread(newer=counts.get("newer", 0), malformed=counts.get("malformed", 0))

    def apply(self, entries: Sequence[Decoded], *, upto: int = 0, more_follow: bool = False) -> None:
        """Fold entries that were opened, inside the caller's transaction; known ones change nothing.

        `upto` is an arrival number to which everything was read, also entries that are not for the view. Where more
        follow, a record that changes again and again is computed at its first change and at `settle` only, which the
        caller owes before the end of its transaction: thousands of changes of one record would cost their square.
        """
        self._fold(entries)
        if not more_follow:
            self.settle()
        elif entries:  # an opening that finds nothing new writes nothing: the disk may be full
            index_words(self._connection)
        arrival = max((upto, *(entry.arrival for entry in entries)))
        self._connection.execute("UPDATE view.applied SET arrival = ?1 WHERE one = 1 AND arrival < ?1", (arrival,))

    def settle(self) -> None:
        """Compute the records that wait for it, inside the caller's transaction."""
        if self._waiting:
            fold_records(self._connection, self._waiting)
        self._folded.clear()
        self._waiting.clear()

    def search(self, text: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Find what holds every word of `text`, as `search.search`.

        What was saved since the last time enters the index first, in a transaction of its own: within the save it
        would be a third of the pages. On a full disk it stays out until there is room.
        """
        with suppress(UserError):
            if has_unsearched(self._connection):
                with transaction(self._connection):
                    index_words(self._connection)
        return search(self._connection, text, limit)

    def dump(self) -> list[str]:
        """Every row of every table as text, sorted, without what depends on the order of arrival."""
        return sorted(repr((table, *row)) for table, query in _DUMPS.items() for row in self._connection.execute(query))

    def _fold(self, entries: Sequence[Decoded]) -> None:
        asked = json_list((entry.writer, entry.sequence, entry.entry) for entry in entries)
        known = {row[0] for row in self._connection.execute(_KNOWN, (asked,))}
        fresh = {entry.entry: entry for entry in entries if entry.entry not in known}
        versions: list[tuple[Decoded, Content]] = []
        others: list[tuple[Decoded, str]] = []
        for entry in fresh.values():
            content = self._content(entry)
            if isinstance(content, str):
                others.append((entry, content))
            else:
                versions.append((entry, content))
        insert_entries(self._connection, others)
        readable = [entry for entry, unread in others if not unread]
        fold_pieces(self._connection, versions, {entry.entity for entry in readable if entry.kind in _PIECE_KINDS})
        changed = {entry.entity for entry in readable if entry.kind in _RECORD_FAMILIES}
        self._waiting |= changed & self._folded
        fold_records(self._connection, changed - self._folded)
        self._folded |= changed

    def _content(self, entry: Decoded) -> Content | str:
        """Give the version that an entry holds, or for every other entry why it cannot be folded ("" when it can)."""
        if entry.kind not in ("observation", "correction") or (entry.kind, entry.version) not in self._bodies:
            return check_body(entry, self._bodies)
        try:
            return read_content(entry)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return "malformed"

    def _fold_newer(self) -> None:
        """Fold entries whose kind and version this programme has learnt since they came."""
        waiting = [
            Decoded(
                entry=row[0], writer=row[1], sequence=row[2], logical=row[3], wall_ms=row[4], kind=row[5],
                version=row[6], youths=tuple(row[7].split()), entity=row[8], base=tuple(row[9].split()),
                body=row[10].encode(), site=row[11], person=row[12], author=row[13], clock_doubtful=bool(row[14]),
                restricted=bool(row[15]), arrival=0,
            )
            for row in self._connection.execute(_UNREAD)
            if (row[5], row[6]) in self._bodies
        ]  # fmt: skip
        self._connection.executemany(_DELETE_UNREAD, [(entry.entry,) for entry in waiting])
        self._fold(waiting)
        self.settle()
