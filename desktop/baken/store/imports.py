"""Taking in entries of others: verified by `wire`, inserted in slices, counting only once all are there.

A slice is a transaction of its own, so that saves run in between; the closing transaction gives the whole import
its arrival numbers. What an interruption left is removed at the next opening. Entries that are known already change
nothing; two entries of one writer with one sequence are both kept and reported. Each entry is granted to the
audience that its bundle gives it, whether or not the user who takes it in may read that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from baken.errors import BugError
from baken.wire.certificate import Certificate, read_certificate
from baken.wire.entry import decode_header
from baken.wire.records import BundleEntry
from baken.wire.signed import Signed

from .database import Connection
from .digests import Digests
from .granting import AUDIENCE_TARGETS
from .journal import stored_number
from .keyring import DAY_MS, Keyring
from .members import keep_certificate

SLICE = 500  # entries per transaction: about 30 ms
_BEGIN = """
INSERT INTO import (bundle, site, begun_ms, first_entry, new, known, conflicts)
SELECT ?, ?, ?, coalesce(max(entry.number), 0) + 1, 0, 0, 0 FROM entry"""
_KNOWN = "SELECT id FROM entry WHERE id IN (SELECT unhex(value) FROM json_each(?))"
_INSERT_ENTRY = """
INSERT INTO entry (number, id, writer, sequence, logical, header, signature, certificate, import)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_INSERT_SEALED = "INSERT INTO sealed (entry, content) VALUES (?, ?)"
_INSERT_GRANT = "INSERT INTO grants (entry, target, key_id, day, wrap) VALUES (?, ?, ?, ?, ?)"
_COUNT = "UPDATE import SET new = new + ?, known = known + ? WHERE number = ?"
_ARRIVE = "INSERT INTO arrival (entry) SELECT number FROM entry WHERE import = ? ORDER BY number"
_CLOSE = "UPDATE import SET closed_ms = ?, conflicts = ? WHERE number = ? AND closed_ms IS NULL"
_FORKS = """
SELECT DISTINCT other.writer, other.sequence
FROM entry JOIN entry AS other ON other.writer = entry.writer AND other.sequence = entry.sequence
WHERE entry.import = ? AND other.id <> entry.id"""
_SOME_UNFINISHED = "SELECT number FROM entry WHERE import = ? LIMIT ?"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What an import came to; `forks` are (writer, sequence) that two different entries claim."""

    new: int
    known: int
    forks: tuple[tuple[str, int], ...] = ()


class Import:
    """One bundle on its way into the journal; made by `begin`, ended by `close` or `discard`."""

    def __init__(self, connection: Connection, digests: Digests, keyring: Keyring, number: int, day: int) -> None:
        self._connection = connection
        self._digests = digests
        self._keyring = keyring
        self._number = number
        self._day = day
        self._certificates: dict[bytes, int] = {}

    @classmethod
    def begin(
        cls, connection: Connection, digests: Digests, keyring: Keyring, *, bundle: str, site: str, now_ms: int
    ) -> "Import":
        """Open an import; a bundle that was imported before is refused as a bug (ask `Exchange.imported`)."""
        discard_unfinished(connection, digests)
        with digests.transaction():
            number = connection.execute(_BEGIN, (bundle, site, now_ms)).lastrowid
        return cls(connection, digests, keyring, number, now_ms // DAY_MS)

    def insert(self, entries: Sequence[BundleEntry]) -> Iterator[int]:
        """Insert in slices, each a transaction; yields after each how many were done, so that others may run."""
        for start in range(0, len(entries), SLICE):
            piece = entries[start : start + SLICE]
            with self._digests.transaction():
                self._insert_slice(piece)
            yield start + len(piece)

    def close(self, *, now_ms: int, conflicts: int = 0) -> Counted:
        """Let the entries count, inside the caller's transaction; the view is caught up afterwards."""
        run = self._connection.execute
        run(_ARRIVE, (self._number,))
        if run(_CLOSE, (now_ms, conflicts, self._number)).rowcount != 1:
            raise BugError("an import closes once")
        new, known = run("SELECT new, known FROM import WHERE number = ?", (self._number,)).fetchone()
        forks = run(_FORKS, (self._number,)).fetchall()
        return Counted(
            new=new, known=known, forks=tuple(sorted((writer.hex(), sequence) for writer, sequence in forks))
        )

    def discard(self) -> None:
        """Take everything back that was inserted; for an import that was cancelled or failed."""
        discard_unfinished(self._connection, self._digests)

    def _insert_slice(self, entries: Sequence[BundleEntry]) -> None:
        run = self._connection
        unique = {foreign.entry.id: foreign for foreign in entries}
        asked = msgspec.json.encode([identity.hex() for identity in unique]).decode()
        known = {identity for (identity,) in run.execute(_KNOWN, (asked,)).fetchall()}
        fresh = [(identity, foreign) for identity, foreign in unique.items() if identity not in known]
        first: int = run.execute("SELECT coalesce(max(number), 0) + 1 FROM entry").fetchone()[0]
        rows, sealed, grants = [], [], []
        for number, (identity, foreign) in enumerate(fresh, start=first):
            entry = foreign.entry
            header = decode_header(entry.header_bytes)
            rows.append(
                (
                    number,
                    identity,
                    header.writer,
                    stored_number(header.sequence),
                    stored_number(header.logical),
                    entry.header_bytes,
                    entry.signature,
                    self._certificate(foreign.certificate),
                    self._number,
                )
            )
            sealed.append((number, entry.sealed))
            grant = self._keyring.grant(
                AUDIENCE_TARGETS[foreign.audience], entry=identity, content_key=foreign.content_key, day=self._day
            )
            grants.append((number, grant.target, grant.key_id, grant.day, grant.wrap))
        run.executemany(_INSERT_ENTRY, rows)
        run.executemany(_INSERT_SEALED, sealed)
        run.executemany(_INSERT_GRANT, grants)
        run.execute(_COUNT, (len(fresh), len(entries) - len(fresh), self._number))

    def _certificate(self, data: bytes) -> int:
        number = self._certificates.get(data)
        if number is None:
            document: Signed[Certificate] = read_certificate(data)
            number = self._certificates[data] = keep_certificate(self._connection, document)
        return number


def discard_unfinished(connection: Connection, digests: Digests) -> None:
    """Remove every import that never closed, in slices; the import's own row goes last."""
    unfinished = connection.execute("SELECT number FROM import WHERE closed_ms IS NULL").fetchall()
    for (number,) in unfinished:
        while rows := connection.execute(_SOME_UNFINISHED, (number, SLICE)).fetchall():
            with digests.transaction():
                connection.executemany("DELETE FROM grants WHERE entry = ?", rows)
                connection.executemany("DELETE FROM sealed WHERE entry = ?", rows)
                connection.executemany("DELETE FROM entry WHERE number = ?", rows)
        with digests.transaction():
            connection.execute("DELETE FROM import WHERE number = ?", (number,))
