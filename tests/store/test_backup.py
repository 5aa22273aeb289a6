"""Making backups: everything durable but grants, one moment of the journal, in steps, whole or not at all."""

import secrets
import shutil
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store import backup as backups
from baken.store.backup import Backup, backups_in, copy_backup, find_backup, make_backup, thin
from baken.store.backup_files import BLOCK_BYTES, copied
from baken.store.backup_journal import SLICE
from baken.store.backup_keys import KEYS_NAME, read_keys
from baken.store.building import Building
from baken.store.database import Connection, integrity_findings, open_read_only
from baken.store.digests import computed_digests

from .backups import back_up, finish, origin, restored
from .vaults import NOW_MS, Made, piece, texts

HOUR_MS = 3_600_000


def tables(connection: Connection) -> dict[str, list[object]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    return {name: connection.execute(f'SELECT * FROM main."{name}"').fetchall() for name in names}


def opened(made: Made, backup: Backup) -> Connection:
    head = read_keys(backup.folder, made.keys.vault_key).head
    return open_read_only(backup.folder / "journal.bak", head.journal_key)


def test_a_backup_holds_every_durable_row_but_grants_which_lie_with_its_keys(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(2 * SLICE + 30)])
    with vault.transaction():
        vault.exchange.mark_sent("f" * 64, [bytes(32)])
    backup = back_up(vault, made, tmp_path / "stick")
    before = tables(vault.connection)
    vault.close()
    copy = opened(made, backup)
    after = tables(copy)
    assert after.pop("grants") == []
    grants = before.pop("grants")
    assert after == before
    assert integrity_findings(copy) == []
    keys = read_keys(backup.folder, made.keys.vault_key)
    assert sorted(row.wrap for row in keys.grants) == sorted(row[4] for row in grants)
    assert keys.head.entries == len(before["arrival"])
    for pragma in ("user_version", "application_id"):
        assert copy.execute(f"PRAGMA {pragma}").fetchone() == vault_pragma(made, pragma)
    copy.close()


def vault_pragma(made: Made, pragma: str) -> object:
    vault = made.open()
    value = vault.connection.execute(f"PRAGMA {pragma}").fetchone()
    vault.close()
    return value


def test_saves_go_on_between_the_steps_and_the_copy_is_of_one_moment(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(3 * SLICE)])
    steps = make_backup(origin(vault, made), tmp_path / "stick", NOW_MS)
    saved = 0
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            backup = ended.value
            break
        vault.append([piece(f"tussendoor {saved}")])
        saved += 1
    assert saved > 5
    copy = opened(made, backup)
    stored = dict(copy.execute("SELECT name, sum FROM digest").fetchall())
    computed = computed_digests(copy)
    assert {name: value for name, value in computed.items() if name != "grants"} == {
        name: value.hex() for name, value in stored.items() if name != "grants" and any(value)
    }
    copy.close()
    before = len(texts(vault))
    vault.close()
    _, there = restored(made, backup.folder, tmp_path / "terug")
    again = there.open()
    assert 3 * SLICE <= len(texts(again)) < before
    again.close()


def test_what_is_erased_or_granted_behind_its_back_is_so_in_the_backup_too(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    written = vault.append([piece(f"stuk {number}") for number in range(3 * SLICE)])
    steps = make_backup(origin(vault, made), tmp_path / "stick", NOW_MS)
    next(steps)
    first, second = bytes.fromhex(written[0].entry), bytes.fromhex(written[1].entry)
    numbers = [
        vault.connection.execute("SELECT number FROM entry WHERE id = ?", (each,)).fetchone()[0]
        for each in (first, second)
    ]
    with vault.transaction():
        vault.connection.execute("DELETE FROM grants WHERE entry = ?", (numbers[0],))
        vault.connection.execute("DELETE FROM sealed WHERE entry = ?", (numbers[0],))
        vault.connection.execute(
            "INSERT INTO grants (entry, target, key_id, day, wrap) VALUES (?, 'compartment:team', ?, 1, ?)",
            (numbers[1], bytes(16), b"erbij"),
        )
    backup = finish(steps)
    copy = opened(made, backup)
    assert copy.execute("SELECT entry FROM sealed WHERE entry IN (?, ?)", numbers).fetchall() == [(numbers[1],)]
    copy.close()
    rows = read_keys(backup.folder, made.keys.vault_key).grants
    assert [row for row in rows if row.entry == first] == []
    assert b"erbij" in [row.wrap for row in rows if row.entry == second]
    vault.close()


def test_a_grant_taken_after_the_journal_was_copied_is_not_given(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    written = vault.append([piece() for _ in range(SLICE + 50)])
    steps = make_backup(origin(vault, made), tmp_path / "stick", NOW_MS)
    done = total = 0
    while total < BLOCK_BYTES // 100:  # past the rows: the file itself is being read
        done, total = next(steps)
    assert done
    with vault.transaction():
        vault.connection.execute("DELETE FROM grants")
    rows = read_keys(finish(steps).folder, made.keys.vault_key).grants
    assert rows == []
    assert written
    vault.close()


def test_everything_may_be_taken_while_a_backup_is_made(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(2 * SLICE)])
    vault.append([piece("lang " * 20_000) for _ in range(5)])
    steps = make_backup(origin(vault, made), tmp_path / "stick", NOW_MS)
    for _ in range(3):
        next(steps)
    with vault.transaction():
        vault.connection.execute("DELETE FROM grants")
        vault.connection.execute("DELETE FROM sealed")
    for backup in (finish(steps), back_up(vault, made, tmp_path / "stick", NOW_MS + HOUR_MS)):
        copy = opened(made, backup)
        assert copy.execute("SELECT count(*) FROM sealed").fetchone() == (0,)
        copy.close()
        assert read_keys(backup.folder, made.keys.vault_key).grants == []
    vault.close()


def test_an_unfinished_import_stays_out(made: Made, foreign: Made, tmp_path: Path) -> None:
    there = foreign.open()
    entries = there.journal.bundle_entries([there.append([piece("van elders")])[0].entry])
    there.close()
    vault = made.open()
    taking = vault.begin_import(bundle="1" * 32, site="f" * 64)
    for _ in taking.insert(entries):
        pass
    backup = back_up(vault, made, tmp_path / "stick")
    with vault.transaction():
        taking.close(now_ms=1)
    later = back_up(vault, made, tmp_path / "stick", NOW_MS + HOUR_MS)
    vault.close()
    for each, imports in ((backup, 0), (later, 1)):
        copy = opened(made, each)
        assert copy.execute("SELECT count(*) FROM import").fetchone() == (imports,)
        copy.close()
        said, back = restored(made, each.folder, tmp_path / f"terug {imports}")
        assert said.findings == ()
        again = back.open()
        assert ("van elders" in texts(again)) == bool(imports)
        again.close()


def test_cancelling_leaves_neither_a_backup_nor_a_trace_in_the_vault(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece() for _ in range(3 * SLICE)])
    for count in (1, 3, 8):
        steps = make_backup(origin(vault, made), tmp_path / "stick", NOW_MS)
        for _ in range(count):
            next(steps)
        steps.close()
        assert list((tmp_path / "stick").iterdir()) == []
        assert (
            vault.connection.execute("SELECT name FROM temp.sqlite_schema WHERE name LIKE 'backup%'").fetchall() == []
        )
    assert back_up(vault, made, tmp_path / "stick").folder.is_dir()
    vault.close()


def test_attachments_lie_once_in_a_place_for_all_its_backups(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    name, other = secrets.token_hex(16), secrets.token_hex(16)
    (vault.folder / "attachments" / name).write_bytes(b"x" * (BLOCK_BYTES + 7))
    (vault.folder / "attachments" / "geen bijlage").write_bytes(b"x")
    place = tmp_path / "stick"
    back_up(vault, made, place)
    written = (place / "attachments" / name).stat().st_mtime_ns
    (vault.folder / "attachments" / other).write_bytes(b"y")
    second = back_up(vault, made, place, NOW_MS + HOUR_MS)
    assert (place / "attachments" / name).stat().st_mtime_ns == written
    assert {path.name: path.stat().st_size for path in (place / "attachments").iterdir()} == {
        name: BLOCK_BYTES + 7,
        other: 1,
    }
    (place / "attachments" / name).write_bytes(b"half")
    back_up(vault, made, place, NOW_MS + 2 * HOUR_MS)
    assert (place / "attachments" / name).stat().st_size == BLOCK_BYTES + 7
    (place / "attachments" / other).unlink()
    said, back = restored(made, second.folder, tmp_path / "terug")
    assert said.missing.attachments == 1
    assert (back.folder / "attachments" / name).read_bytes() == b"x" * (BLOCK_BYTES + 7)
    vault.close()


def test_a_copy_on_a_stick_restores_like_the_backup_itself(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece("bewaard")])
    (vault.folder / "attachments" / ("a" * 32)).write_bytes(b"foto")
    backup = back_up(vault, made, vault.folder / "backups")
    vault.close()
    copy = finish(copy_backup(backup, tmp_path / "stick" / "map"))
    assert (copy.made, copy.folder.name) == (backup.made, backup.folder.name)
    shutil.rmtree(made.folder)
    said, back = restored(made, tmp_path / "stick" / "map", tmp_path / "terug")
    assert (said.missing.attachments, said.findings) == (0, ())
    again = back.open()
    assert texts(again) == {"bewaard"}
    again.close()


def test_a_copy_that_is_stopped_or_fails_leaves_nothing_half(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    backup = back_up(vault, made, vault.folder / "backups")
    vault.close()
    steps = copy_backup(backup, tmp_path / "stick")
    next(steps)
    steps.close()
    assert list((tmp_path / "stick").iterdir()) == []
    (backup.folder / "keys.bak").unlink()
    with pytest.raises(UserError, match="folder-gone"):
        finish(copy_backup(backup, tmp_path / "stick"))
    assert list((tmp_path / "stick").iterdir()) == []
    with pytest.raises(UserError, match="folder-gone"):
        finish(copied(tmp_path / "nergens", tmp_path / "stick" / "hier"))


def test_a_place_that_cannot_be_written_is_said(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    (tmp_path / "bestand").write_bytes(b"")
    for place in (tmp_path / "bestand", tmp_path / "bestand" / "map"):
        with pytest.raises(UserError, match="folder-gone"):
            back_up(vault, made, place)
    shutil.rmtree(vault.folder / "attachments")
    (vault.folder / "attachments").write_bytes(b"")
    with pytest.raises(UserError, match="disk-failed"):
        back_up(vault, made, tmp_path / "stick")
    assert vault.append([piece()])
    vault.close()


def test_what_a_killed_programme_left_goes_and_what_another_builds_stays(made: Made, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    building = Building(place)
    (place / ".new-0000").mkdir()
    (place / ".new-0000" / "journal.bak").write_bytes(b"half")
    other = Building(place)
    assert {path.name for path in place.iterdir()} == {building.path.name, other.path.name}
    building.discard()
    other.discard()
    assert list(place.iterdir()) == []


def test_a_place_lists_whole_backups_newest_first(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    place = tmp_path / "stick"
    assert backups_in(place) == []
    found = [back_up(vault, made, place, NOW_MS + number * HOUR_MS) for number in range(3)]
    for name in ("20260231-101010-00000000", "20260901-101010-11111111", "map"):
        (place / name).mkdir()
    (place / "20260231-101010-00000000" / KEYS_NAME).write_bytes(b"")
    assert backups_in(place) == found[::-1]
    assert find_backup(place) == found[2].folder
    assert find_backup(found[0].folder) == found[0].folder
    with pytest.raises(UserError, match="backup-missing"):
        find_backup(place / "map")
    vault.close()


@pytest.mark.parametrize("now_ms", [-5, 0, 3_786_912_000_000, 1 << 60])
def test_a_clock_that_cannot_be_right_still_makes_a_backup(made: Made, tmp_path: Path, now_ms: int) -> None:
    vault = made.open()
    backup = back_up(vault, made, tmp_path / "stick", min(now_ms, (1 << 53) - 1))
    assert backups_in(tmp_path / "stick") == [backup]
    vault.close()


def test_thinning_removes_whole_backups_and_never_the_one_just_made(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    place = tmp_path / "stick"
    first = back_up(vault, made, place)
    for number in range(40):
        name = f"20260922-{number // 60 + 10:02}{number % 60:02}00-{number:08x}"
        shutil.copytree(first.folder, place / name)
    in_1970 = back_up(vault, made, place, 0)
    vault.close()
    gone = thin(place, in_1970)
    assert len(gone) == 34
    assert [each.folder.name for each in backups_in(place)] == [
        *(f"20260922-10{number}00-{number:08x}" for number in range(39, 33, -1)),
        first.folder.name,
        in_1970.folder.name,
    ]
    assert not list(place.glob(".new-*"))
    assert [each.folder for each in thin(place, first)] == []


def test_a_backup_of_this_second_does_not_stand_in_the_way_of_the_next(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = made.open()
    assert back_up(vault, made, tmp_path).folder != back_up(vault, made, tmp_path).folder
    monkeypatch.setattr(backups.crypto, "random_bytes", bytes)
    back_up(vault, made, tmp_path)
    with pytest.raises(UserError):
        back_up(vault, made, tmp_path)
    assert len(backups_in(tmp_path)) == 3
    vault.close()
