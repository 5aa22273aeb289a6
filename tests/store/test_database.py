import os
import re
import resource
from pathlib import Path

import pytest

from baken.errors import BugError, UserError
from baken.store import database
from baken.store.database import (
    APPLICATION_IDS,
    attach_database,
    detach_database,
    newest_version,
    open_database,
    open_read_only,
    storage_errors,
    transaction,
)

from .vaults import another_account

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "journal-1.db"
    open_database(made, KEY, create=True).close()
    return made


def test_the_settings_of_the_security_design_hold(path: Path) -> None:
    connection = open_database(path, KEY)
    attach_database(connection, path.with_name("view.db"), KEY, name="view")

    def setting(name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert [setting(name) for name in ("journal_mode", "view.journal_mode", "locking_mode")] == [
        "wal",
        "wal",
        "exclusive",
    ]
    assert (setting("synchronous"), setting("view.synchronous")) == (2, 1)
    for name in ("cell_size_check", "foreign_keys", "secure_delete", "fullfsync", "checkpoint_fullfsync"):
        assert setting(name) == 1, name
    assert setting("view.secure_delete") == 1
    assert setting("trusted_schema") == 0
    assert str(setting("cipher_memory_security")) == "0"
    assert (setting("application_id"), setting("view.application_id")) == tuple(APPLICATION_IDS.values())
    connection.close()


def test_no_shared_memory_file_and_no_plain_header(path: Path) -> None:
    connection = open_database(path, KEY)
    assert not path.with_name(path.name + "-shm").exists()
    connection.close()
    assert not path.read_bytes().startswith(b"SQLite format 3")
    assert b"entry" not in path.read_bytes()


def test_every_table_is_strict_and_the_version_is_the_newest(path: Path) -> None:
    connection = open_database(path, KEY)
    tables = [row for row in connection.execute("PRAGMA main.table_list").fetchall() if row[2] == "table"]
    own = [row for row in tables if not row[1].startswith("sqlite_")]
    assert len(own) > 10
    assert all(row[5] for row in own)
    assert connection.execute("PRAGMA user_version").fetchone() == (newest_version("journal"),)
    connection.close()


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33)])
def test_a_raw_key_of_another_size_is_never_taken_for_a_passphrase(path: Path, key: bytes) -> None:
    with pytest.raises(BugError):
        open_database(path, key)


def test_a_wrong_key_and_a_plain_database_and_garbage_are_one_error(path: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="vault-unreadable"):
        open_database(path, bytes(32))
    plain, garbage = tmp_path / "plain.db", tmp_path / "garbage.db"
    plain.write_bytes(b"SQLite format 3\0" + bytes(4080))
    garbage.write_bytes(b"garbage" * 2000)
    for other in (plain, garbage):
        before = other.read_bytes()
        with pytest.raises(UserError, match="vault-unreadable"):
            open_database(other, KEY)
        assert other.read_bytes() == before


def test_a_file_that_was_emptied_is_refused_and_stays_empty(tmp_path: Path) -> None:
    emptied = tmp_path / "journal-1.db"
    emptied.touch()
    for opening in (open_database, open_read_only):
        with pytest.raises(UserError, match="vault-unreadable"):
            opening(emptied, KEY)
    assert emptied.read_bytes() == b""


def test_what_may_not_be_written_is_told_as_that_and_can_still_be_checked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)  # the tests may run as root, who may do anything
    with pytest.raises(UserError, match="folder-read-only"):
        open_database(path, KEY)
    open_read_only(path, KEY).close()
    assert path.read_bytes() == before


def test_a_file_that_is_not_there_is_missing_and_is_not_made(tmp_path: Path) -> None:
    for opening in (open_database, open_read_only):
        with pytest.raises(UserError, match="journal-missing"):
            opening(tmp_path / "nothing.db", KEY)
    assert not (tmp_path / "nothing.db").exists()


def test_a_file_that_this_account_may_not_read_is_told_as_that(path: Path) -> None:
    for opening in (open_database, open_read_only):
        with another_account(path.parent), pytest.raises(UserError, match="folder-unreadable"):
            opening(path, KEY)


def test_an_existing_file_is_never_created_over(path: Path) -> None:
    with pytest.raises(BugError):
        open_database(path, KEY, create=True)


def test_a_newer_journal_is_refused_untouched(path: Path) -> None:
    connection = open_database(path, KEY)
    connection.execute(f"PRAGMA user_version = {newest_version('journal') + 1}")
    connection.close()
    before = {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}
    for opening in (open_database, open_read_only):
        with pytest.raises(UserError, match="vault-newer"):
            opening(path, KEY)
    assert {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()} == before


def test_a_view_is_not_taken_for_a_journal(path: Path, tmp_path: Path) -> None:
    connection = open_database(path, KEY)
    attach_database(connection, tmp_path / "view.db", KEY, name="view")
    detach_database(connection, "view")
    connection.close()
    with pytest.raises(UserError, match="vault-unreadable"):
        open_database(tmp_path / "view.db", KEY)


def test_attaching_refuses_what_opening_refuses(path: Path, tmp_path: Path) -> None:
    connection = open_database(path, KEY)
    other = tmp_path / "view.db"
    other.write_bytes(b"garbage" * 2000)
    with pytest.raises(UserError, match="vault-unreadable"):
        attach_database(connection, other, KEY, name="view")
    attach_database(connection, tmp_path / "fresh.db", KEY, name="view")
    connection.close()


def test_a_transaction_is_whole_or_not_at_all(path: Path) -> None:
    connection = open_database(path, KEY)

    def fail() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO laptop VALUES (1, zeroblob(16), zeroblob(32))")
            raise BugError("half-way")

    with pytest.raises(BugError):
        fail()
    assert connection.execute("SELECT count(*) FROM laptop").fetchone() == (0,)
    connection.close()


def test_a_broken_rule_is_our_bug_and_a_full_file_is_the_world(path: Path) -> None:
    connection = open_database(path, KEY)
    with pytest.raises(BugError, match="SQLITE_CONSTRAINT"), transaction(connection):
        connection.execute("INSERT INTO laptop VALUES (1, zeroblob(15), zeroblob(32))")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="disk-full"), transaction(connection):
        connection.execute("INSERT INTO site VALUES (1, ?, zeroblob(100000), 0)", ("0" * 64,))
    assert not connection.in_transaction
    connection.close()


def test_a_locked_file_is_already_open(path: Path) -> None:
    import subprocess
    import sys

    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from baken.store.database import open_database\n"
        "connection = open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        "connection.execute('SELECT count(*) FROM entry').fetchone()\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(UserError, match="already-open"):
            open_database(path, KEY)
        other.communicate("")


def test_file_errors_inside_are_named_too() -> None:
    with pytest.raises(UserError, match="disk-full"), storage_errors():
        raise OSError(28, "full")


def test_an_sqlite_without_a_cipher_is_never_written_with() -> None:
    for version in (None, (), ("",)):
        with pytest.raises(BugError, match="no cipher"):
            database._require_cipher(version)
    database._require_cipher(("4.19.0",))


def test_a_file_that_cannot_have_a_write_ahead_log_is_refused() -> None:
    connection = database._connect("file:nowhere?mode=memory", KEY)
    with pytest.raises(UserError, match="folder-read-only"):
        database._settle(connection, "main", "journal")
    connection.close()


def test_an_attached_database_that_cannot_be_settled_is_let_go(path: Path, tmp_path: Path) -> None:
    connection = open_database(path, KEY)
    other = tmp_path / "view.db"
    attach_database(connection, other, KEY, name="view")
    connection.execute("CREATE TABLE view.a (x TEXT)")
    detach_database(connection, "view")
    data = other.read_bytes()
    other.write_bytes(bytes([data[0] ^ 1]) + data[1:])
    for _ in range(2):
        with pytest.raises(UserError, match="vault-unreadable"):
            attach_database(connection, other, KEY, name="view")
    connection.close()


def test_an_attached_database_that_somebody_holds_is_let_go(path: Path, tmp_path: Path) -> None:
    connection = open_database(path, KEY)
    other = tmp_path / "view.db"
    attach_database(connection, other, KEY, name="view")
    detach_database(connection, "view")
    holder = database._connect(f"{other.as_uri()}?mode=rw", KEY)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="already-open"):
        attach_database(connection, other, KEY, name="view")
    holder.close()
    attach_database(connection, other, KEY, name="view")
    connection.close()


def test_a_view_that_cannot_be_written_is_let_go(path: Path, tmp_path: Path) -> None:
    connection = open_database(path, KEY)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        with pytest.raises(UserError, match="disk-failed"):
            attach_database(connection, tmp_path / "view.db", KEY, name="view")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    attach_database(connection, tmp_path / "view.db", KEY, name="view")
    connection.close()


def scripts(monkeypatch: pytest.MonkeyPatch, folder: Path, **named: str) -> None:
    """Let the programme find these migrations instead of its own."""
    (folder / "migrations").mkdir(exist_ok=True)
    for name, text in named.items():
        (folder / "migrations" / f"{name.replace('_', '-')}.sql").write_text(text)
    monkeypatch.setattr(database, "__file__", str(folder / "database.py"))


def test_migrations_run_in_order_once_and_keep_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "vault.db"
    scripts(monkeypatch, tmp_path, journal_0001="CREATE TABLE a (x INTEGER) STRICT;\nINSERT INTO a VALUES (1);\n")
    open_database(path, KEY, create=True).close()
    before = path.read_bytes()
    scripts(monkeypatch, tmp_path, journal_0002="UPDATE a SET x = x + 1;\n")
    connection = open_database(path, KEY)
    assert connection.execute("SELECT x FROM a").fetchone() == (2,)
    connection.close()
    assert path.with_name("vault.db.before-0002").read_bytes() == before
    connection = open_database(path, KEY)
    assert connection.execute("SELECT x FROM a").fetchone() == (2,)
    connection.close()


def test_a_migration_that_fails_leaves_the_old_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "vault.db"
    scripts(monkeypatch, tmp_path, journal_0001="CREATE TABLE a (x INTEGER) STRICT;\n")
    open_database(path, KEY, create=True).close()
    scripts(monkeypatch, tmp_path, journal_0002="CREATE TABLE b (x INTEGER) STRICT;\nINSERT INTO nothing VALUES (1);\n")
    with pytest.raises(BugError):
        open_database(path, KEY)
    scripts(monkeypatch, tmp_path, journal_0002="CREATE TABLE b (x INTEGER) STRICT;\n")
    connection = open_database(path, KEY)
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    connection.close()


def test_a_gap_in_the_migrations_is_our_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts(monkeypatch, tmp_path, journal_0002="SELECT 1;\n")
    with pytest.raises(BugError, match="gap"):
        newest_version("journal")


def test_headers_never_change_and_entries_stay(path: Path) -> None:
    text = (Path(database.__file__).parent / "migrations" / "journal-0001.sql").read_text()
    guarded = set(re.findall(r"CREATE TRIGGER \w+ BEFORE (\w+) ON (\w+)", text))
    assert {("UPDATE", table) for table in ("entry", "certificate", "sealed", "arrival")} <= guarded
    assert {("DELETE", table) for table in ("entry", "certificate", "arrival")} <= guarded
