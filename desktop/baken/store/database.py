"""Opening SQLCipher databases, and only in the one way that is safe.

Every connection is made here: raw key, all checks, all settings of security.md ("The database files"), numbered
migrations. A database that is newer, foreign, damaged or plain is refused untouched. A connection belongs to the
thread that opened it. Nothing here knows what the tables mean.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as sqlcipher

from baken.errors import BugError, UserError
from baken.held import sync_descriptor

from .files import file_errors, user_error, write_durably

RAW_KEY = re.compile(r"[0-9a-f]{64}")
APPLICATION_IDS = {"journal": 0x42414B4A, "view": 0x42414B56}  # "BAKJ", "BAKV"
CACHE_KIB = 32 * 1024  # per database; with less, building a view enciphers the same pages again and again
STATEMENTS = 512  # kept prepared; with the default of sqlcipher3 half of those of a save were parsed anew each time
SYNCHRONOUS = {"journal": "FULL", "view": "NORMAL"}
_PLAIN_HEADER = b"SQLite format 3\0"

_READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 8, 10, 11, 13, 14, 26
_BUSY, _LOCKED = 5, 6
_CODES = {
    _FULL: "disk-full",
    _IOERR: "disk-failed",
    _READONLY: "folder-read-only",
    _CANTOPEN: "folder-read-only",
    _BUSY: "already-open",
    _LOCKED: "already-open",
    _CORRUPT: "vault-unreadable",
    _NOTADB: "vault-unreadable",
}


class Cursor(Protocol):
    """What is used of a sqlcipher3 cursor."""

    rowcount: int
    lastrowid: int

    def fetchone(self) -> Any:
        """Give the next row or None."""

    def fetchall(self) -> list[Any]:
        """Give all rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """What is used of a sqlcipher3 connection; it is bound to the thread that opened it."""

    in_transaction: bool

    def execute(self, _sql: str, parameters: Sequence[object] = ..., /) -> Cursor:
        """Run one statement."""

    def executemany(self, _sql: str, rows: Iterable[Sequence[object]], /) -> Cursor:
        """Run one statement for every row of parameters."""

    def create_function(self, name: str, count: int, function: Any, /) -> None:
        """Let SQL call a Python function."""

    def close(self) -> None:
        """Close; an open transaction is rolled back and the write-ahead log brought into the file."""


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn the world's refusals, by SQLite or the file system, into UserError codes; the rest is a BugError."""
    try:
        yield
    except sqlcipher.Error as error:
        number = getattr(error, "sqlite_errorcode", 0)
        code = number & 0xFF
        if code in _CODES:
            raise UserError(_CODES[code], number=number) from error
        raise BugError(getattr(error, "sqlite_errorname", "database")) from error
    except OSError as error:
        raise user_error(error) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Everything inside is committed together or not at all; errors as in `storage_errors`."""
    with storage_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def open_database(path: Path, raw_key: bytes, *, name: str = "journal", create: bool = False) -> Connection:
    """Open a database for the only process that may hold it, settings applied and schema up to date.

    Raises UserError: journal-missing (no such file: nothing is made in its place), vault-unreadable (wrong key,
    damaged first page, plain or foreign file: one honest message), vault-newer (left untouched), folder-unreadable,
    folder-read-only, already-open.
    """
    with storage_errors():
        if not create:
            _refuse_before_opening(path, raw_key, name)
            _refuse_read_only(path)
        elif path.exists():
            raise BugError("database exists")
        if not create and 0 < _peek_version(path, raw_key, name) < newest_version(name):
            _copy_before_migration(path, raw_key, name)
        connection = _connect(f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}", raw_key)
        try:
            _settle(connection, "main", name)
            migrate(connection, name)
            if create:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                _refuse_plain(path)
        except BaseException:
            connection.close()
            raise
        return connection


def open_read_only(path: Path, raw_key: bytes, *, name: str = "journal") -> Connection:
    """Open a database for checking without writing a byte of it; errors as `open_database`.

    With an empty write-ahead log the file is opened as immutable; otherwise SQLite needs its -shm file while it
    reads the log, which the caller removes (`remove_shared_memory`) after closing.
    """
    with storage_errors():
        _refuse_before_opening(path, raw_key, name)
        log = path.with_name(path.name + "-wal")
        mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
        connection = _connect(f"{path.absolute().as_uri()}?{mode}", raw_key)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection


def remove_shared_memory(path: Path) -> None:
    """Remove what a read-only connection left beside the database."""
    with file_errors():
        path.with_name(path.name + "-shm").unlink(missing_ok=True)


def attach_database(connection: Connection, path: Path, raw_key: bytes, *, name: str) -> None:
    """Attach another database under the schema `name`, with the same checks; it is created when missing.

    Its schema is not migrated here. Raises UserError as `open_database`.
    """
    with storage_errors():
        exists = path.exists() and path.stat().st_size > 0
        if exists:
            _refuse_before_opening(path, raw_key, name)
        connection.execute(f"ATTACH DATABASE ? AS {name} KEY ?", (str(path.absolute()), _key_text(raw_key)))
        try:
            _settle(connection, name, name)
            connection.execute(f"PRAGMA {name}.table_list").fetchone()
        except BaseException:
            connection.execute(f"DETACH DATABASE {name}")
            raise


def detach_database(connection: Connection, name: str) -> None:
    """Let an attached database go; its file is complete afterwards."""
    with storage_errors():
        connection.execute(f"DETACH DATABASE {name}")


def export_database(connection: Connection, path: Path, raw_key: bytes, *, name: str = "journal") -> None:
    """Write the whole main database anew under another key to `path`, which must not exist; durable when this returns.

    What the export leaves at nought is set: the schema's version and whose file it is. It has no log while it is
    made: nobody opens it before it is whole. Raises UserError disk-full, disk-failed, folder-read-only.
    """
    with storage_errors():
        connection.execute("ATTACH DATABASE ? AS exported KEY ?", (str(path.absolute()), _key_text(raw_key)))
        try:
            for setting in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = {-CACHE_KIB}"):
                connection.execute(f"PRAGMA exported.{setting}").fetchall()
            connection.execute("SELECT sqlcipher_export('exported')").fetchall()
            version = connection.execute("PRAGMA main.user_version").fetchone()[0]
            connection.execute(f"PRAGMA exported.user_version = {version}")
            connection.execute(f"PRAGMA exported.application_id = {APPLICATION_IDS[name]}")
        finally:
            connection.execute("DETACH DATABASE exported")
        _refuse_plain(path)
        with path.open("rb+") as file:
            sync_descriptor(file.fileno())


def cipher_findings(connection: Connection) -> list[str]:
    """Check that every page of the main database on the disk is what was sealed."""
    with storage_errors():
        return [f"cipher:{row[0]}" for row in connection.execute("PRAGMA main.cipher_integrity_check")]


def integrity_findings(connection: Connection, schema: str = "main") -> list[str]:
    """Both checks of one database: each misses damage that the other sees (security.md)."""
    found = [f"cipher:{row[0]}" for row in connection.execute(f"PRAGMA {schema}.cipher_integrity_check")]
    found += [f"pages:{row[0]}" for row in connection.execute(f"PRAGMA {schema}.integrity_check") if row[0] != "ok"]
    found += [f"reference:{row[0]}:{row[1]}" for row in connection.execute(f"PRAGMA {schema}.foreign_key_check")]
    return found


# --- migrations ------------------------------------------------------------------------------------------------


def newest_version(name: str) -> int:
    """Give the newest schema version that this programme knows for a kind of database."""
    return len(_scripts(name))


def migrate(connection: Connection, name: str, schema: str = "main") -> None:
    """Run the numbered scripts that are missing, each in its own transaction."""
    version = connection.execute(f"PRAGMA {schema}.user_version").fetchone()[0]
    for number, script in enumerate(_scripts(name), start=1):
        if number > version:
            with transaction(connection):
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA {schema}.user_version = {number}")


def _scripts(name: str) -> list[str]:
    """Read the scripts of one kind of database in order; a gap in their numbers is a bug of ours."""
    found = sorted((Path(__file__).parent / "migrations").glob(f"{name}-*.sql"))
    if [path.stem for path in found] != [f"{name}-{number:04}" for number in range(1, len(found) + 1)]:
        raise BugError(f"migrations of {name} have a gap")
    return [path.read_text("utf-8") for path in found]


def _statements(script: str) -> Iterator[str]:
    """Split a script where SQLite says that a statement is complete (triggers hold semicolons of their own)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlcipher.complete_statement(statement):
            yield statement
            statement = ""


def _copy_before_migration(path: Path, raw_key: bytes, name: str) -> None:
    """Keep the file as it was beside itself.

    The write-ahead log is emptied into it first. No connection may be open while the file is copied: closing any
    handle of the file would drop SQLite's POSIX locks.
    """
    version = _peek_version(path, raw_key, name)
    connection = _connect(f"{path.absolute().as_uri()}?mode=rw", raw_key)
    try:
        _settle(connection, "main", name)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    write_durably(path.with_name(f"{path.name}.before-{version + 1:04}"), path.read_bytes())


# --- one connection --------------------------------------------------------------------------------------------


def _key_text(raw_key: bytes) -> str:
    """SQLCipher's spelling of a raw key; a shorter one would silently be taken for a passphrase."""
    digits = raw_key.hex()
    if not RAW_KEY.fullmatch(digits):
        raise BugError("raw key is not 32 bytes")
    return f"x'{digits}'"


def _connect(uri: str, raw_key: bytes) -> Connection:
    connection: Connection = sqlcipher.connect(
        uri, uri=True, isolation_level=None, check_same_thread=True, cached_statements=STATEMENTS
    )
    connection.execute(f'PRAGMA key = "{_key_text(raw_key)}"')
    connection.execute("PRAGMA cipher_log_level = NONE")
    _require_cipher(connection.execute("PRAGMA cipher_version").fetchone())
    return connection


def _require_cipher(version: Any) -> None:
    """Refuse to go on with an SQLite that would silently write plain text."""
    if not version or not version[0]:
        raise BugError("this SQLite has no cipher")


def _settle(connection: Connection, schema: str, name: str) -> None:
    """All settings of security.md; exclusive is set before WAL, so that no shared memory file is made."""
    for setting in (
        "cipher_memory_security = OFF",  # 2.4 times slower saves while Python keeps copies anyway
        "locking_mode = EXCLUSIVE",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "temp_store = MEMORY",
        "recursive_triggers = ON",
    ):
        connection.execute(f"PRAGMA {setting}").fetchall()
    mode = connection.execute(f"PRAGMA {schema}.journal_mode = WAL").fetchone()[0]
    connection.execute(f"PRAGMA {schema}.synchronous = {SYNCHRONOUS[name]}")
    connection.execute(f"PRAGMA {schema}.cache_size = {-CACHE_KIB}")
    connection.execute(f"PRAGMA {schema}.secure_delete = ON").fetchall()
    if mode != "wal":
        raise UserError("folder-read-only")
    if connection.execute(f"PRAGMA {schema}.application_id").fetchone()[0] == 0:
        connection.execute(f"PRAGMA {schema}.application_id = {APPLICATION_IDS[name]}")


def _refuse_before_opening(path: Path, raw_key: bytes, name: str) -> None:
    """Look without touching: not there, empty, plain, of another kind, newer."""
    try:
        if path.stat().st_size == 0:  # SQLite would take it for a new database and fill it with empty tables
            raise UserError("vault-unreadable")
        _refuse_plain(path)
    except FileNotFoundError:
        raise UserError("journal-missing") from None
    except PermissionError:
        raise UserError("folder-unreadable") from None
    if _peek_version(path, raw_key, name) > newest_version(name):
        raise UserError("vault-newer")


def _refuse_read_only(path: Path) -> None:
    """Say so before SQLite does: it answers a read-only folder with an error of the disk."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise UserError("folder-read-only")


def _refuse_plain(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(16) == _PLAIN_HEADER:
            raise UserError("vault-unreadable")


def _peek_version(path: Path, raw_key: bytes, name: str) -> int:
    """Give the schema version on the first page, read as immutable so that not a byte changes.

    -1 where the first page cannot be read this way: after a power cut its good copy may stand in the write-ahead
    log, so the real opening decides.
    """
    connection = _connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", raw_key)
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlcipher.DatabaseError:
        return -1
    finally:
        connection.close()
    if application not in (APPLICATION_IDS[name], 0):
        raise UserError("vault-unreadable")
    return version
