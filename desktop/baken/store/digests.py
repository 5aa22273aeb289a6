"""A digest of every durable table, kept up with each commit, so that an old page put back is seen.

SQLite and SQLCipher accept any page that once was valid: 245 of 245 replaced pages passed both of their checks
(security.md). So each row is hashed, each table holds the sum of its rows, and signed heads hold the sums. What is
hashed elsewhere (a header by its id, a sealed part by its header, a certificate by its hash) is not hashed again.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from baken import crypto
from baken.errors import BugError

from .database import Connection, transaction

TABLES = {
    "site": ("one", "id", "card", "created_ms"),
    "laptop": ("one", "id", "seed"),
    "slot": ("number", "person", "state"),
    "certificate": ("number", "hash"),
    "writer": ("number", "id", "certificate"),
    "import": ("number", "bundle", "site", "begun_ms", "closed_ms", "first_entry", "new", "known", "conflicts"),
    "entry": ("number", "id", "certificate", "import"),
    "grants": ("entry", "target", "key_id", "day", "wrap"),
    "arrival": ("number", "entry"),
    "key_share": ("entry", "purpose", "key_id", "recipient", "valid_until", "person", "wrap"),
    "outgoing": (
        "bundle", "addressee", "kind", "file", "made_ms", "pieces", "signals", "delivery", "registry_receipt",
        "registry_ms", "addressee_receipt", "addressee_ms",
    ),
    "enrolment": ("one", "address", "mailbox_public", "enrolled_ms", "synced_ms"),
    "acknowledgement": ("parcel", "result", "taken_ms"),
    "revocation": ("serial", "entry", "person", "document"),
    "recovery": ("one", "entry", "recipient", "made_ms", "wrapped"),
    "former_key": ("version", "key"),
}  # fmt: skip
"""Every durable table and its hashed columns."""

_MODULUS = 1 << 256
_encode = msgspec.json.Encoder().encode
_STORE = """
INSERT INTO digest (name, sum) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET sum = ?2"""


class Digests:
    """The digests of one connection; every change of the journal goes through `transaction`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes: dict[str, int] | None = None  # None outside a transaction
        connection.create_function("note_row", -1, self._note)
        for table, columns in TABLES.items():
            self._watch(table, columns)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit changes of the journal together with the digests that follow from them."""
        with transaction(self._connection):
            self._changes = {}
            try:
                yield
                self._store(self._changes)
            finally:
                self._changes = None

    def stored(self) -> dict[str, str]:
        """Give the sums as stored, in hexadecimal; tables without rows are left out."""
        return stored_digests(self._connection)

    def revision(self) -> int:
        """Say how often the journal changed."""
        number: int = self._connection.execute("SELECT number FROM revision").fetchone()[0]
        return number

    def raise_revision(self, above: int) -> None:
        """Go on above a number that a head claims, inside `transaction`, after a database was put back."""
        self._connection.execute("UPDATE revision SET number = max(number, ?)", (above,))

    def _store(self, noted: dict[str, int]) -> None:
        changes = {name: change for name, change in noted.items() if change % _MODULUS}
        if not changes:
            return
        before = self.stored()
        rows = [
            (name, ((int(before.get(name, "00"), 16) + change) % _MODULUS).to_bytes(32, "big"))
            for name, change in changes.items()
        ]
        self._connection.executemany(_STORE, rows)
        self._connection.execute("UPDATE revision SET number = number + 1")

    def _note(self, table: str, sign: int, *values: object) -> None:
        if self._changes is None:
            raise BugError("a change of the journal outside its transaction")  # SQLite undoes the statement
        self._changes[table] = self._changes.get(table, 0) + sign * row_digest(values)

    def _watch(self, table: str, columns: tuple[str, ...]) -> None:
        """Follow a table by temporary triggers: only those may call a function of ours (trusted_schema is off)."""
        new = ", ".join(f'NEW."{column}"' for column in columns)
        old = ", ".join(f'OLD."{column}"' for column in columns)
        for event, notes in (
            ("INSERT", f"SELECT note_row('{table}', 1, {new});"),
            ("DELETE", f"SELECT note_row('{table}', -1, {old});"),
            ("UPDATE", f"SELECT note_row('{table}', -1, {old}); SELECT note_row('{table}', 1, {new});"),
        ):
            self._connection.execute(
                f'CREATE TEMP TRIGGER watch_{table}_{event} AFTER {event} ON main."{table}" BEGIN {notes} END'
            )


def row_digest(values: tuple[object, ...]) -> int:
    """Hash one row as JSON; which of its texts are bytes (base64) is fixed by the columns, which are STRICT."""
    return int.from_bytes(crypto.sha256(_encode(values)), "big")


def stored_digests(connection: Connection) -> dict[str, str]:
    """Give the sums as stored, in hexadecimal; tables without rows are left out."""
    rows = connection.execute("SELECT name, sum FROM digest").fetchall()
    return {name: value.hex() for name, value in rows if any(value)}


def computed_digests(connection: Connection) -> dict[str, str]:
    """Compute the sums from the rows themselves; tables without rows are left out."""
    sums = {}
    for table, columns in TABLES.items():
        query = " ".join(("SELECT", ", ".join(f'"{column}"' for column in columns), f'FROM main."{table}"'))
        total = sum(row_digest(row) for row in connection.execute(query))
        if total % _MODULUS:
            sums[table] = (total % _MODULUS).to_bytes(32, "big").hex()
    return sums


def store_computed(connection: Connection) -> None:
    """Store the sums of a journal that was just made, inside its first transaction."""
    connection.executemany(
        _STORE, [(name, bytes.fromhex(value)) for name, value in computed_digests(connection).items()]
    )
