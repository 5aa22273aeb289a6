"""Copying the journal into `journal.bak`, slice by slice, while saves go on.

`journal.bak` is a SQLCipher database of the journal's own schema under a random key, with every durable row except
grants, which `keys.bak` holds. Entries are copied in the order of their arrival, which never changes; entries of an
import that has not closed have none and stay out. What changes behind the copy's back (a sealed part erased, a grant
added or taken) is noted by temporary triggers and mended. All other tables are read in one go at the very end, in the
same step that finds nothing left, so that the copy is the journal of one moment.
"""

from collections.abc import Generator, Iterable, Sequence
from pathlib import Path

from .backup_keys import GrantRow
from .database import Connection, open_database, storage_errors

SLICE, SLICE_BYTES = 250, 256 << 10  # entries and bytes of one step: below 100 ms with their sync
_ROWS = 2_000  # rows of another table in one step
_BY_ARRIVAL = frozenset(("arrival", "entry", "sealed", "grants"))
_TABLES = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
_NEXT = """
SELECT arrival.number, coalesce(length(sealed.content), 0)
FROM main.arrival LEFT JOIN main.sealed ON sealed.entry = arrival.entry
WHERE arrival.number > ? ORDER BY arrival.number LIMIT ?"""
_LAST = "SELECT coalesce(max(number), 0) FROM main.arrival"
_OF_ARRIVALS = {
    "arrival": "SELECT * FROM main.arrival WHERE number > ?1 AND number <= ?2",
    "entry": "SELECT entry.* FROM main.arrival JOIN main.entry ON entry.number = arrival.entry "
    "WHERE arrival.number > ?1 AND arrival.number <= ?2",
    "sealed": "SELECT sealed.* FROM main.arrival JOIN main.sealed ON sealed.entry = arrival.entry "
    "WHERE arrival.number > ?1 AND arrival.number <= ?2",
}
_GRANTS = """
SELECT entry.number, entry.id, target, key_id, day, wrap
FROM main.arrival CROSS JOIN main.grants ON grants.entry = arrival.entry JOIN main.entry ON entry.number = grants.entry
WHERE arrival.number > ?1 AND arrival.number <= ?2"""
_GRANTS_OF_ENTRY = """
SELECT entry.number, entry.id, target, key_id, day, wrap
FROM main.grants JOIN main.entry ON entry.number = grants.entry WHERE grants.entry = ?"""
_NOTE = "BEGIN INSERT OR IGNORE INTO backup_changed VALUES ({}.entry); END"
_WATCH = (
    "CREATE TEMP TABLE backup_changed (entry INTEGER PRIMARY KEY)",
    f"CREATE TEMP TRIGGER backup_erased AFTER DELETE ON main.sealed {_NOTE.format('OLD')}",
    f"CREATE TEMP TRIGGER backup_granted AFTER INSERT ON main.grants {_NOTE.format('NEW')}",
    f"CREATE TEMP TRIGGER backup_taken AFTER DELETE ON main.grants {_NOTE.format('OLD')}",
)
_UNWATCH = (
    "DROP TRIGGER IF EXISTS temp.backup_erased",
    "DROP TRIGGER IF EXISTS temp.backup_granted",
    "DROP TRIGGER IF EXISTS temp.backup_taken",
    "DROP TABLE IF EXISTS temp.backup_changed",
)
_CHANGED = "SELECT entry FROM temp.backup_changed LIMIT ?"
_HAS_SEALED = "SELECT 1 FROM main.sealed WHERE entry = ?"
_OPEN_IMPORTS = "SELECT 1 FROM main.import WHERE closed_ms IS NULL"
_UNSUMMED = ("entry", "grants", "import")  # their sums count an import that is not in the copy

Slices = Generator[tuple[int, int], None, None]


class JournalCopy:
    """A copy in the making, one at a time per vault; `close` ends it in any case.

    Raises UserError disk-full, disk-failed, vault-unreadable and the like, about either database.
    """

    def __init__(self, source: Connection, path: Path, key: bytes) -> None:
        self._source = source
        self._target = open_database(path, key, create=True)
        self._grants: dict[int, list[GrantRow]] = {}
        self.unsummed: tuple[str, ...] = ()
        self.revision = 0
        self.entries = 0
        with storage_errors():
            # nobody opens it before it is whole, so it needs no log of its own; each commit is synced
            self._target.execute("PRAGMA journal_mode = OFF").fetchall()
            self._target.execute("PRAGMA synchronous = FULL")
            self._target.execute("PRAGMA foreign_keys = OFF")  # certificates come last; all are checked at restoring
            self._watch()

    def run(self) -> Slices:
        """Copy everything; yields (done, total) arrivals between its slices."""
        upto = 0
        with storage_errors():
            while True:
                is_mended, upto = self._mend(), self._copy_after(upto)
                if is_mended and upto == self._last():
                    break  # and no step lies between this and the rest: saves could go on for ever
                yield upto, self._last()
            rest = self._rest()
            for table, rows in rest.items():
                self._target.execute(" ".join(("DELETE FROM", f'"{table}"')))
                for start in range(0, len(rows), _ROWS):
                    self._insert(table, rows[start : start + _ROWS])
                    yield upto, upto

    def end_journal(self) -> None:
        """Close the copy: from here on it is a file like any other."""
        with storage_errors():
            self._target.close()

    def grants(self) -> list[GrantRow]:
        """Give the grants of all copied entries as they are now, so that none is given that was taken meanwhile."""
        with storage_errors():
            while not self._mend(is_open=False):
                pass
        return [row for rows in self._grants.values() for row in rows]

    def close(self) -> None:
        """Let go of both databases, whatever happened."""
        with storage_errors():
            try:
                for statement in _UNWATCH:
                    self._source.execute(statement)
            finally:
                self._target.close()

    def _watch(self) -> None:
        for statement in _WATCH:
            self._source.execute(statement)

    def _mend(self, *, is_open: bool = True) -> bool:
        """Bring entries that changed after they were copied up to date; gives whether none is left."""
        changed = self._source.execute(_CHANGED, (SLICE,)).fetchall()
        for (entry,) in changed:
            if entry in self._grants:
                if is_open and not self._source.execute(_HAS_SEALED, (entry,)).fetchone():
                    self._target.execute("DELETE FROM sealed WHERE entry = ?", (entry,))
                self._grants[entry] = []
                self._keep_grants(self._source.execute(_GRANTS_OF_ENTRY, (entry,)).fetchall())
        self._source.executemany("DELETE FROM temp.backup_changed WHERE entry = ?", changed)
        return len(changed) < SLICE

    def _copy_after(self, after: int) -> int:
        """Copy the next slice of arrivals; gives the last one."""
        upto, size_bytes = after, 0
        for number, length in self._source.execute(_NEXT, (after, SLICE)).fetchall():
            upto, size_bytes = number, size_bytes + length
            if size_bytes > SLICE_BYTES:
                break
        if upto > after:
            self._target.execute("BEGIN")
            for table, query in _OF_ARRIVALS.items():
                rows = self._source.execute(query, (after, upto)).fetchall()
                self._fill(table, rows)
                if table == "entry":
                    self._grants |= {row[0]: [] for row in rows}
            self._target.execute("COMMIT")
            self._keep_grants(self._source.execute(_GRANTS, (after, upto)).fetchall())
        return upto

    def _keep_grants(self, rows: Iterable[tuple[int, bytes, str, bytes, int | None, bytes]]) -> None:
        for number, entry, target, key_id, day, wrap in rows:
            self._grants[number].append(GrantRow(entry, target, key_id, day, wrap))

    def _rest(self) -> dict[str, list[tuple[object, ...]]]:
        """Read all other tables at this moment, and what the head says of it."""
        run = self._source.execute
        names = [name for (name,) in run(_TABLES).fetchall() if name not in _BY_ARRIVAL]
        rest = {name: run(" ".join(("SELECT * FROM", f'main."{name}"'))).fetchall() for name in names}
        if run(_OPEN_IMPORTS).fetchone():
            rest["import"] = run("SELECT * FROM main.import WHERE closed_ms IS NOT NULL").fetchall()
            self.unsummed = _UNSUMMED
        self.revision = run("SELECT number FROM revision").fetchone()[0]
        self.entries = self._last()
        return rest

    def _insert(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        self._target.execute("BEGIN")
        self._fill(table, rows)
        self._target.execute("COMMIT")

    def _fill(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        """Insert rows in the order of columns, which the same migrations gave to both databases."""
        if rows:
            places = ", ".join("?" * len(rows[0]))
            self._target.executemany(" ".join(("INSERT OR IGNORE INTO", f'"{table}" VALUES ({places})')), rows)

    def _last(self) -> int:
        number: int = self._source.execute(_LAST).fetchone()[0]
        return number
