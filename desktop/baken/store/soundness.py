"""Reading every row of an open journal, slice by slice behind the work, so that damage is known before it is needed.

A page that was flipped, emptied or cut off cannot be read; one that was put back from an older copy no longer fits
the sums that each commit keeps. Signatures and indexes are left to `verify`. Nothing is written and nothing repaired.
"""

from collections.abc import Generator

from baken.errors import UserError

from .database import Connection, storage_errors
from .digests import TABLES, row_digest, stored_digests

SLICE = 500  # rows between two steps: a few milliseconds
MOST_TRIES = 3  # a table that changes while it is read is read again; one that never rests is left to `verify`
_READ = {**TABLES, "sealed": ("entry", "content")}
_REVISION = "SELECT number FROM revision"


def check_steps(connection: Connection) -> Generator[tuple[int, int], None, bool]:
    """Read all tables; yields (done, total) tables between slices and gives whether everything holds.

    Saves and queries may run between two steps. Raises UserError disk-failed.
    """
    try:
        for done, table in enumerate(_READ):
            for _ in _slices(connection, table):
                yield done, len(_READ)
    except UserError as error:
        if error.code != "vault-unreadable":
            raise
        return False
    return True


def _slices(connection: Connection, table: str) -> Generator[None, None, None]:
    """Read one table; raises UserError vault-unreadable where it cannot be read or its sum is another."""
    for _ in range(MOST_TRIES):
        with storage_errors():
            before, total, rows = _revision(connection), 0, _Rows(connection, table)
        piece: list[tuple[object, ...]] = [()] * SLICE
        while len(piece) == SLICE:
            with storage_errors():
                piece = rows.next()
            total += sum(row_digest(values) for values in piece)
            yield
        with storage_errors():
            if _revision(connection) != before:
                continue
            stored = int(stored_digests(connection).get(table, "0"), 16)
        if table in TABLES and total % (1 << 256) != stored:
            raise UserError("vault-unreadable")
        return


def _revision(connection: Connection) -> int:
    number: int = connection.execute(_REVISION).fetchone()[0]
    return number


class _Rows:
    """The rows of one table in the order of its key, a slice at a time; no statement stays open in between."""

    def __init__(self, connection: Connection, table: str) -> None:
        described = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
        key = [name for _, name, *_, place in sorted(described, key=lambda row: row[-1]) if place]
        listed, ordered = ", ".join(f'"{name}"' for name in (*_READ[table], *key)), ", ".join(key)
        places = ", ".join("?" * len(key))
        self._connection = connection
        self._width = len(_READ[table])
        self._last: tuple[object, ...] = ()
        self._first_query = " ".join(("SELECT", listed, f"FROM main.{table} ORDER BY {ordered} LIMIT {SLICE}"))
        self._next_query = self._first_query.replace(" ORDER BY", f" WHERE ({ordered}) > ({places}) ORDER BY")

    def next(self) -> list[tuple[object, ...]]:
        """Give the values of the next rows; none at the end."""
        query = self._next_query if self._last else self._first_query
        rows = self._connection.execute(query, self._last).fetchall()
        if rows:
            self._last = rows[-1][self._width :]
        return [row[: self._width] for row in rows]
