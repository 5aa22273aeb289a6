"""A disk that is full or fails: a clear code, nothing acknowledged lost, later saves work; and what a save costs.

Failing calls are planted with strace; where Linux lacks it or forbids it, one test fails and says so.
"""

import pickle
import random
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.drafts import DraftStore
from baken.store.verify import verify_vault

from .vaults import Made, piece, texts

CRASHER = Path(__file__).with_name("crasher.py")
STRACE = shutil.which("strace")
IS_TRACED = STRACE is not None and subprocess.run([STRACE, "-o", "/dev/null", "true"], check=False).returncode == 0
TRACERS = [STRACE] if IS_TRACED else []
CALLS = {"pwrite64": "ENOSPC", "fsync": "EIO", "ftruncate": "EIO"}
MOST_CASES = {"test": 12, "long": 1000, "torture": 1000}


def test_the_calls_to_the_disk_can_be_watched() -> None:
    assert IS_TRACED or not sys.platform.startswith("linux"), (
        "strace is missing or not allowed to trace here, so failing disks and power cuts were not tested: "
        "run packaging/setup.sh test, and in a container allow ptrace"
    )


def run(made: Made, tmp_path: Path, *tracer: str, what: str = "fail") -> list[str]:
    keys = tmp_path / "keys"
    keys.write_bytes(pickle.dumps(made.keys))
    command = [*tracer, sys.executable, str(CRASHER), what, str(made.folder), str(keys)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split()


@pytest.mark.parametrize("strace", TRACERS)
def test_a_save_syncs_the_journal_exactly_once_and_the_view_never(made: Made, tmp_path: Path, strace: str) -> None:
    log = tmp_path / "trace"
    lines = run(made, tmp_path, strace, "-y", "-o", str(log), "-e", "trace=fsync,fdatasync,write")
    assert len(lines) == 9
    saves: list[Counter[str]] = [Counter()]
    for line in log.read_text().splitlines():
        if re.search(r'^write\(1<[^>]*>, "[0-9a-f]{32}', line):
            saves.append(Counter())
        elif found := re.match(r"f(?:data)?sync\(\d+<([^>]*)>", line):
            saves[-1][Path(found[1]).name] += 1
    # the first save still begins a write-ahead log, and the last count is what closing syncs
    assert saves[2:-1] == [Counter({"journal-1.db-wal": 1})] * 4


def calls_made(made: Made, tmp_path: Path, strace: str) -> Counter[str]:
    copy, log = made.copy(tmp_path / "counted"), tmp_path / "trace"
    run(copy, tmp_path, strace, "-o", str(log), "-e", f"trace={','.join(CALLS)}")
    return Counter(line.split("(")[0] for line in log.read_text().splitlines())


@pytest.mark.parametrize("strace", TRACERS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.timeout(7200)
def test_whichever_call_fails_nothing_acknowledged_is_lost(
    made: Made, tmp_path: Path, strace: str, call: str, depth: str
) -> None:
    count = calls_made(made, tmp_path, strace)[call]
    assert count
    for number in random.sample(range(1, count + 1), min(count, MOST_CASES[depth])):
        copy = made.copy(tmp_path / f"{call}-{number}")
        fault = f"inject={call}:error={CALLS[call]}:when={number}"
        lines = run(copy, tmp_path, strace, "-o", "/dev/null", "-e", f"trace={call}", "-e", fault)
        acknowledged = {line for line in lines if len(line) == 64}
        codes = set(lines) - acknowledged - {"begun", "open", "done"}
        assert codes <= {"disk-full", "disk-failed", "vault-unreadable", "view-needs-room"}, (call, number, codes)
        vault = copy.open(copy.folder / "state")
        assert vault.findings == ()
        entries, _ = vault.journal.decoded(0, 1000)
        assert acknowledged <= {entry.entry for entry in entries}, (call, number)
        assert len(entries) <= 6
        dump = vault.view.dump()
        vault.rebuild()
        assert vault.view.dump() == dump, (call, number)
        vault.close()
        assert verify_vault(copy.folder, copy.keys).findings == (), (call, number)
        shutil.rmtree(copy.folder)


@pytest.mark.parametrize("schema", ["main", "view"])
def test_a_full_disk_refuses_the_save_and_the_next_one_works(made: Made, schema: str) -> None:
    vault = made.open()
    vault.append([piece("eerst")])
    dump = vault.view.dump()
    pages = vault.connection.execute(f"PRAGMA {schema}.page_count").fetchone()[0]
    vault.connection.execute(f"PRAGMA {schema}.max_page_count = {pages}")
    with pytest.raises(UserError, match="disk-full"):
        vault.append([piece("te veel " * 3000)])
    assert vault.view.dump() == dump
    vault.connection.execute(f"PRAGMA {schema}.max_page_count = 1000000")
    vault.append([piece("daarna")])
    assert texts(vault) == {"eerst", "daarna"}
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


def test_a_view_that_could_not_be_written_does_not_undo_a_durable_save(made: Made) -> None:
    vault = made.open()
    vault.connection.execute("PRAGMA wal_autocheckpoint = 0")
    vault.append([piece(f"stuk {number} " * 30) for number in range(200)])
    vault.connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)")
    log = next(made.folder.glob("view-*.db-wal"))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 100, before[1]))
    try:
        written = vault.append([piece("toch bewaard")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert vault.view.applied() < vault.journal.last_arrival()
    vault.append([piece("daarna")])
    assert vault.view.applied() == vault.journal.last_arrival()
    assert {"toch bewaard", "daarna"} <= texts(vault)
    dump = vault.view.dump()
    assert any("toch bewaard" in row for row in dump)
    vault.rebuild()
    assert vault.view.dump() == dump
    assert vault.journal.bundle_entries([written[0].entry])
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


def test_a_journal_that_cannot_be_written_refuses_the_save_and_keeps_the_chain(made: Made) -> None:
    vault = made.open()
    vault.append([piece("eerst")])
    log = made.folder / "journal-1.db-wal"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 100, before[1]))
    try:
        with pytest.raises(UserError, match="disk-failed"):
            vault.append([piece("niet bewaard")])
        with pytest.raises(UserError, match="disk-failed"), vault.transaction():
            vault.exchange.enrol("https://mailbox.example", bytes(32), 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    vault.append([piece("daarna")])
    assert texts(vault) == {"eerst", "daarna"}
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


FULL = ("-o", "/dev/null", "-e", "trace=pwrite64,write", "-e", "inject=pwrite64,write:error=ENOSPC")


@pytest.mark.parametrize("strace", TRACERS)
def test_on_a_full_disk_everything_can_be_read_and_that_nothing_can_be_saved_is_said(
    made: Made, tmp_path: Path, strace: str
) -> None:
    vault = made.open(made.folder / "state")
    vault.append([piece(f"stuk {number}") for number in range(20)])
    crashed = made.copy(tmp_path / "crashed")  # with a write-ahead log that is still to be read
    vault.close()
    assert run(crashed, tmp_path, strace, *FULL, what="verify") == ["disk-full", "0"]
    for copy in (made, crashed):
        assert run(copy, tmp_path, strace, *FULL, what="read") == ["disk-full", "entries-20", "shown-20", "disk-full"]
        assert run(copy, tmp_path, what="read") == ["entries-20", "shown-20", "saved"]
        assert verify_vault(copy.folder, copy.keys, state_folder=copy.folder / "state").findings == ()


@pytest.mark.parametrize("strace", TRACERS)
def test_on_a_full_disk_a_user_without_a_view_is_told_how_much_room_it_takes(
    made: Made, tmp_path: Path, strace: str
) -> None:
    vault = made.open(made.folder / "state")
    vault.append([piece(f"stuk {number}") for number in range(20)])
    vault.close()
    view = next(made.folder.glob("view-*.db"))
    behind = made.copy(tmp_path / "behind")
    view.unlink()
    assert run(made, tmp_path, strace, *FULL, what="read") == ["view-needs-room", "16"]
    assert run(made, tmp_path, what="read") == ["entries-20", "shown-20", "saved"]
    vault = behind.open()
    vault.connection.execute("UPDATE view.applied SET arrival = 0")
    vault.close()
    assert run(behind, tmp_path, strace, *FULL, what="read") == ["view-needs-room", "16"]


@pytest.mark.parametrize("strace", TRACERS)
def test_on_a_full_disk_what_an_opening_has_to_write_waits_for_the_next_one(
    made: Made, tmp_path: Path, strace: str
) -> None:
    vault = made.open(made.folder / "state")
    vault.append([piece()])
    vault.close()
    (made.folder / "public").unlink()
    told = run(made, tmp_path, strace, *FULL, what="read")
    assert told == ["public-differs", "disk-full", "entries-1", "shown-1", "disk-full"]
    assert not (made.folder / "public").exists()
    assert run(made, tmp_path, what="read") == ["public-differs", "entries-1", "shown-1", "saved"]
    assert (made.folder / "public").exists()


@contextmanager
def no_file_grows() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_without_room_a_vault_opens_and_puts_off_what_it_has_to_write(made: Made) -> None:
    made.open().close()
    (made.folder / "public").unlink()
    with no_file_grows():
        vault = made.open()
        assert vault.findings == ("public-differs", "disk-full")
        assert not (made.folder / "public").exists()
    vault.append([piece("later")])
    vault.close()


def test_a_disk_that_fails_at_opening_is_not_called_full(made: Made) -> None:
    vault = made.open()
    with vault.transaction():
        vault.connection.execute("INSERT INTO slot VALUES (40, ?, 'reserved')", ("0" * 32,))
    vault.close()
    with no_file_grows(), pytest.raises(UserError, match="disk-failed"):
        made.open()
    next(made.folder.glob("view-*.db")).unlink()
    with no_file_grows(), pytest.raises(UserError, match="disk-failed"):
        made.open()
    made.open().close()


def test_the_room_that_a_view_takes_is_told(made: Made) -> None:
    vault = made.open()

    def fill() -> None:
        with vault.room_for_view():
            raise UserError("disk-full")

    with pytest.raises(UserError, match="view-needs-room") as caught:
        fill()
    assert caught.value.params == {"mib": 16}
    vault.close()


def test_a_check_without_room_says_that_the_disk_is_full(made: Made, tmp_path: Path) -> None:
    vault = made.open(made.folder / "state")
    vault.append([piece()])
    crashed = made.copy(tmp_path / "crashed")
    vault.close()
    with no_file_grows(), pytest.raises(UserError, match="disk-full"):
        verify_vault(crashed.folder, crashed.keys)
    assert verify_vault(crashed.folder, crashed.keys).findings == ()


def test_a_drafts_folder_that_is_none_is_said_and_not_a_crash(made: Made) -> None:
    shutil.rmtree(made.folder / "drafts")
    (made.folder / "drafts").write_bytes(b"")
    with pytest.raises(UserError, match="folder-gone"):
        DraftStore(made.folder / "drafts", made.keys.draft_key()).put("1" * 32, b"x")
