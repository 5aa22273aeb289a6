"""Opening: the right database, the right mailbox, the right version, or a refusal that changes nothing."""

from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from baken.errors import Cancelled, UserError
from baken_registry.database import mailbox, open_database, sqlite_file, transaction

KEY = "a" * 64


def test_the_first_use_makes_the_tables_and_the_next_finds_them(database: str) -> None:
    for _ in range(2):
        engine = open_database(database, KEY)
        with transaction(engine) as connection:
            assert connection.execute(select(mailbox)).all() == [(1, KEY, None)]
        engine.dispose()


def test_the_database_of_another_mailbox_is_refused(database: str) -> None:
    open_database(database, KEY).dispose()
    with pytest.raises(UserError, match="mailbox-key-differs"):
        open_database(database, "b" * 64)


def test_a_newer_database_is_refused_untouched(database: str) -> None:
    engine = open_database(database, KEY)
    with transaction(engine) as connection:
        connection.execute(update(mailbox).values(schema_version=2))
    engine.dispose()
    with pytest.raises(UserError, match="database-newer"):
        open_database(database, KEY)


def test_work_that_fails_is_undone_as_a_whole(database: str) -> None:
    engine = open_database(database, KEY)
    with suppress(Cancelled), transaction(engine) as connection:
        connection.execute(update(mailbox).values(schema_version=7))
        raise Cancelled
    with transaction(engine) as connection:
        assert connection.execute(select(mailbox.c.schema_version)).scalar_one() == 1
    engine.dispose()


def test_a_failing_statement_is_a_storage_error(database: str) -> None:
    engine = open_database(database, KEY)
    with pytest.raises(UserError, match="storage"), transaction(engine) as connection:
        connection.execute(text("SELECT * FROM nothing_of_that_name"))
    engine.dispose()


@pytest.mark.parametrize("address", ["", "no address", "oracle://x/y", "nonsense://x", "sqlite+other:///x"])
def test_an_address_that_cannot_be_read_is_refused(address: str) -> None:
    with pytest.raises(UserError, match="database-address"):
        open_database(address, KEY)


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(b"not a database at all, but long enough to look at" * 100)
    before = file.read_bytes()
    with pytest.raises(UserError, match="database-unreachable"):
        open_database(f"sqlite:///{file}", KEY)
    assert file.read_bytes() == before


def test_a_folder_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="database-unreachable"):
        open_database(f"sqlite:///{tmp_path / 'none' / 'mailbox.db'}", KEY)


def test_the_file_of_an_address_is_known_for_sqlite_only(tmp_path: Path) -> None:
    assert sqlite_file(f"sqlite:///{tmp_path}/x.db") == tmp_path / "x.db"
    assert sqlite_file("postgresql://user@127.0.0.1/baken") is None
    with pytest.raises(UserError, match="database-address"):
        sqlite_file("no address")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_sqlite_is_durable_and_forgets_what_is_deleted(tmp_path: Path, pragma: str, value: object) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'mailbox.db'}", KEY)
    with transaction(engine) as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == value
    engine.dispose()
