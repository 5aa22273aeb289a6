"""The mailbox's one schema, for SQLite and for PostgreSQL, and how a database is opened.

Promises: an older programme never touches a newer database, every commit is durable when it returns, and on
SQLite deleted ciphertext is overwritten. Migrations are numbered steps in `prepare` once there is a second
version: with seven tables and one writer, a migration framework would be more to understand than what it moves.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry

from baken.errors import UserError

SCHEMA_VERSION = 1
CHUNK_BYTES = 1024 * 1024
BUSY_TIMEOUT_MS = 60_000  # the longest other commit is one bundle of 256 MiB

_CONNECTIONS = 40  # as many as FastAPI has threads, so that none of them waits for another

_Number = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

mailbox = Table(
    "mailbox",
    metadata,
    Column("schema_version", Integer, nullable=False),
    Column("public_key", String(64), nullable=False),
    Column("address", String(2000)),  # where it last listened, unless on every interface
)

sites = Table(
    "sites",
    metadata,
    Column("site", String(64), primary_key=True),
    Column("enrolled_ms", BigInteger, nullable=False),
)

laptops = Table(
    "laptops",
    metadata,
    Column("laptop", String(64), primary_key=True),
    Column("site", ForeignKey("sites.site"), nullable=False, index=True),
    Column("enrolled_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
)

bundles = Table(
    "bundles",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("sender", ForeignKey("sites.site"), nullable=False),
    Column("bundle", String(32), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("stored_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False, index=True),
    Column("receipt", LargeBinary, nullable=False),
    Column("held", Boolean, nullable=False),
    UniqueConstraint("sender", "bundle"),
)

addressees = Table(
    "addressees",
    metadata,
    Column("number", ForeignKey("bundles.number", ondelete="CASCADE"), primary_key=True),
    Column("site", ForeignKey("sites.site"), primary_key=True),
    Index("addressees_by_site", "site", "number"),
)

chunks = Table(
    "chunks",
    metadata,
    Column("number", ForeignKey("bundles.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

acknowledgements = Table(
    "acknowledgements",
    metadata,
    Column("number", ForeignKey("bundles.number", ondelete="CASCADE"), primary_key=True),
    Column("laptop", ForeignKey("laptops.laptop"), primary_key=True),
)

nonces = Table(
    "nonces",
    metadata,
    Column("laptop", String(64), primary_key=True),
    Column("nonce", String(32), primary_key=True),
    Column("expires_ms", BigInteger, nullable=False, index=True),
)


def open_database(url: str, public_key: str) -> Engine:
    """Open the mailbox's database, making its tables at first use and binding it to the mailbox's key.

    Raises UserError("database-address") for an address that cannot be read, "database-unreachable" where nothing
    answers or a file is no database, "database-newer" for a later version (it is left untouched) and
    "mailbox-key-differs" for the database of another mailbox.
    """
    try:
        address = make_url(url)
        engine = create_engine(
            address,
            pool_pre_ping=True,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            # SQLAlchemy's BEGIN and COMMIT, none of the driver's own
            connect_args={"isolation_level": None} if address.get_backend_name() == "sqlite" else {},
        )
    except (ArgumentError, ImportError) as problem:
        raise UserError("database-address") from problem
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_immediate)
    try:
        with engine.begin() as connection:
            _prepare(connection, public_key)
    except DBAPIError as problem:
        engine.dispose()
        raise UserError("database-unreachable") from problem
    except UserError:
        engine.dispose()
        raise
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose work is committed at the end, or undone as a whole.

    Raises UserError("storage") where the database fails: full disk, lost server. A row that is already there
    stays an IntegrityError, for the caller to understand.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except DBAPIError as problem:
        raise UserError("storage") from problem


def sqlite_file(url: str) -> Path | None:
    """Give the file of a SQLite address, None for any other database; raises UserError("database-address")."""
    try:
        address = make_url(url)
    except ArgumentError as problem:
        raise UserError("database-address") from problem
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database)


def _prepare(connection: Connection, public_key: str) -> None:
    if not inspect(connection).has_table(mailbox.name):
        metadata.create_all(connection)
        connection.execute(insert(mailbox).values(schema_version=SCHEMA_VERSION, public_key=public_key))
    row = connection.execute(select(mailbox)).one()
    if row.schema_version > SCHEMA_VERSION:
        raise UserError("database-newer")
    if row.public_key != public_key:
        raise UserError("mailbox-key-differs")


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        "journal_size_limit=67108864",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a transaction that turns writer half-way could fail as busy."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
