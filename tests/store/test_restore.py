"""Restoring: everything back or nothing made, never over a vault, and no writer of the lost vault goes on."""

import hashlib
import shutil
from pathlib import Path

import msgspec
import pytest

from baken.errors import Cancelled, UserError
from baken.store.backup import backups_in
from baken.store.backup_keys import KEYS_NAME, read_keys, read_slot_file, write_keys
from baken.store.database import open_database, transaction
from baken.store.exchange import Outgoing
from baken.store.kdf import derive
from baken.store.restore import restore
from baken.store.slots import SlotFile, UserSecrets
from baken.store.verify import verify_vault
from baken.wire.chain import ChainFaultKind

from .backups import back_up, restored
from .vaults import NOW_MS, PASSPHRASE, Made, add_user, another_account, piece, texts


@pytest.fixture
def place(made: Made, tmp_path: Path) -> Path:
    """Give a place with one backup of a vault with a piece."""
    vault = made.open(tmp_path / "state")
    vault.append([piece("bewaard")])
    back_up(vault, made, tmp_path / "stick")
    vault.close()
    return tmp_path / "stick"


def test_everything_is_back_after_the_vault_was_wiped(made: Made, place: Path, tmp_path: Path) -> None:
    shutil.rmtree(made.folder)
    said, back = restored(made, place, tmp_path / "terug", tmp_path / "state")
    assert (said.made_ms, said.findings) == (NOW_MS, ())
    assert said.missing.entries == 0
    vault = back.open(tmp_path / "state")
    assert (vault.findings, texts(vault), vault.card.site) == ((), {"bewaard"}, said.site)
    vault.append([piece("verder")])
    dump = vault.view.dump()
    vault.rebuild()
    assert vault.view.dump() == dump
    vault.close()
    assert verify_vault(back.folder, made.keys, state_folder=tmp_path / "state").findings == ()


def test_what_is_missing_is_said_and_nobody_goes_on_with_an_old_chain(made: Made, tmp_path: Path) -> None:
    vault = made.open(tmp_path / "state")
    add_user(vault, "Fatima", "mentor")
    vault.append([piece("voor")])
    backup = back_up(vault, made, tmp_path / "stick")
    old = vault.author.writer
    vault.append([piece("na"), piece("na"), piece("na")])
    vault.close()
    shutil.rmtree(made.folder)
    said, back = restored(made, backup.folder, tmp_path / "terug", tmp_path / "state")
    assert said.missing.entries == 3
    first = back.open(tmp_path / "state")
    assert first.findings == ()
    assert first.author.writer != old
    chain = first.author.writer
    first.append([piece("erna")])
    first.close()
    second = back.open(tmp_path / "state")
    assert second.author.writer == chain
    assert texts(second) == {"voor", "erna"}
    second.close()
    faults = {each.kind for each in verify_vault(back.folder, made.keys, state_folder=tmp_path / "state").findings}
    assert f"chain-{ChainFaultKind.GAP.value}" not in faults
    assert faults == set()


def test_without_a_head_it_is_not_known_what_is_missing(made: Made, place: Path, tmp_path: Path) -> None:
    assert restored(made, place, tmp_path / "terug")[0].missing.entries is None
    (made.folder / "head").unlink()
    assert restored(made, place, tmp_path / "nog eens", tmp_path / "nergens")[0].missing.entries is None


def test_restoring_beside_a_vault_in_use_does_not_make_that_look_put_back(
    made: Made, place: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in (tmp_path / "state").rglob("*") if path.is_file()}
    _, back = restored(made, place, tmp_path / "terug", tmp_path / "state")
    assert {path: path.read_bytes() for path in (tmp_path / "state").rglob("*") if path.is_file()} == before
    for each in (made, back, made, back):
        vault = each.open(tmp_path / "state")
        assert vault.findings == ()
        vault.append([piece()])
        vault.close()


def test_bundles_that_waited_are_counted_and_their_pieces_count_as_not_sent(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    for number, (site, file) in enumerate([("e" * 64, "1.age"), ("f" * 64, "")]):
        with vault.transaction():
            vault.exchange.add_outgoing(Outgoing(bundle=f"{number:032x}", addressee=site, file=file, made_ms=1))
            vault.exchange.mark_sent(site, [bytes(32)])
    backup = back_up(vault, made, tmp_path / "stick")
    vault.close()
    said, back = restored(made, backup.folder, tmp_path / "terug")
    assert said.missing.bundles == 1
    again = back.open()
    assert again.connection.execute("SELECT site FROM sent").fetchall() == [("f" * 64,)]
    again.close()


def test_nothing_is_ever_restored_over_something(made: Made, place: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    with pytest.raises(UserError, match="vault-exists"):
        restored(made, place, made.folder)
    assert {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()} == before
    (tmp_path / "leeg").mkdir()
    assert restored(made, place, tmp_path / "leeg")[0].findings == ()


@pytest.mark.parametrize(("user", "passphrase"), [("Anouk", "verkeerd"), ("Niemand", PASSPHRASE)])
def test_a_wrong_name_and_a_wrong_passphrase_look_the_same(
    made: Made, place: Path, tmp_path: Path, user: str, passphrase: str
) -> None:
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        restore(place, tmp_path / "terug", user, passphrase, made.clock)
    assert not (tmp_path / "terug").exists()


def test_anybody_with_a_slot_can_restore(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    add_user(vault, "Fatima", "mentor")
    vault.append([piece("bewaard")])
    back_up(vault, made, tmp_path / "stick")
    vault.close()
    assert restore(tmp_path / "stick", tmp_path / "terug", "fatima", PASSPHRASE, made.clock).findings == ()
    vault = Made(folder=tmp_path / "terug", keys=made.keys, clock=made.clock).open()
    assert texts(vault) == {"bewaard"}
    vault.close()


def test_every_flipped_truncated_or_missing_file_is_refused_and_nothing_made(
    made: Made, place: Path, tmp_path: Path
) -> None:
    folder = backups_in(place)[0].folder
    for name in ("journal.bak", KEYS_NAME):
        path = folder / name
        whole = path.read_bytes()
        spoiled = [whole[:size] for size in (0, 1, 40, 200, len(whole) // 2, len(whole) - 1)]
        spoiled += [whole + b"x", bytes(len(whole)), whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2)]
        for place_of_flip in (*range(0, 80, 7), len(whole) // 3, len(whole) // 2, len(whole) - 1):
            flipped = bytearray(whole)
            flipped[place_of_flip] ^= 1
            spoiled.append(bytes(flipped))
        for data in spoiled:
            path.write_bytes(data)
            with pytest.raises(UserError) as refused:
                restored(made, folder, tmp_path / "terug")
            assert refused.value.code in ("backup-damaged", "backup-newer"), data[:60]
            assert not (tmp_path / "terug").exists()
        path.unlink()
        with pytest.raises(UserError, match=r"backup-(missing|damaged)"):
            restored(made, folder, tmp_path / "terug")
        path.write_bytes(whole)
    assert restored(made, folder, tmp_path / "terug")[0].findings == ()
    assert not list(tmp_path.glob(".terug*"))


def test_what_is_no_backup_is_said(made: Made, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    for folder in (tmp_path / "nergens", tmp_path / "bestand", made.folder):
        with pytest.raises(UserError, match="backup-missing"):
            restored(made, folder, tmp_path / "terug")


def test_parts_of_two_backups_do_not_go_together(made: Made, foreign: Made, place: Path, tmp_path: Path) -> None:
    vault = made.open()
    vault.append([piece("later")])
    second = back_up(vault, made, place, NOW_MS + 1000).folder
    vault.close()
    first = backups_in(place)[1].folder
    there = foreign.open()
    other = back_up(there, foreign, tmp_path / "ander").folder
    there.close()
    for folder in (second, other):
        mixed = shutil.copytree(first, tmp_path / "gemengd")
        shutil.copy(folder / KEYS_NAME, mixed / KEYS_NAME)
        with pytest.raises(UserError, match="backup-damaged"):
            restored(made, mixed, tmp_path / "terug")
        shutil.rmtree(mixed)


def test_a_backup_of_a_newer_programme_is_left_alone(made: Made, place: Path, tmp_path: Path) -> None:
    folder = backups_in(place)[0].folder
    keys = read_keys(folder, made.keys.vault_key)
    connection = open_database(folder / "journal.bak", keys.head.journal_key)
    connection.execute("PRAGMA journal_mode = OFF").fetchall()
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    renew(folder, made)
    with pytest.raises(UserError, match="backup-newer"):
        restored(made, folder, tmp_path / "terug")
    whole = (folder / KEYS_NAME).read_bytes()
    (folder / KEYS_NAME).write_bytes(whole[:13] + (2).to_bytes(2, "big") + whole[15:])
    with pytest.raises(UserError, match="backup-newer"):
        restored(made, folder, tmp_path / "terug")


def test_a_backup_of_an_older_programme_is_brought_up(made: Made, place: Path, tmp_path: Path) -> None:
    folder = backups_in(place)[0].folder
    keys = read_keys(folder, made.keys.vault_key)
    connection = open_database(folder / "journal.bak", keys.head.journal_key)
    connection.execute("PRAGMA journal_mode = OFF").fetchall()
    for table in ("sent", "revocation", "recovery", "former_key"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    renew(folder, made)
    said, back = restored(made, folder, tmp_path / "terug")
    assert said.findings == ()
    assert not list(back.folder.glob("*.before-*"))
    vault = back.open()
    assert texts(vault) == {"bewaard"}
    vault.close()


def test_somebody_with_a_slot_but_no_certificate_restores_nothing(made: Made, place: Path, tmp_path: Path) -> None:
    folder = backups_in(place)[0].folder
    keys = read_keys(folder, made.keys.vault_key)
    slots, slot = keys.slot_file.with_room({made.keys.slot})
    theirs = derive(slots.vault_salt, "Niemand", PASSPHRASE, slots.parameters)
    slots = slots.with_slot(slot, theirs, UserSecrets.new(), made.keys.vault_key)
    write_keys(folder, slots, made.keys.vault_key, keys.head, keys.grants)
    with pytest.raises(UserError, match="no-certificate"):
        restore(folder, tmp_path / "terug", "Niemand", PASSPHRASE, made.clock)
    assert not (tmp_path / "terug").exists()


def test_keys_that_cannot_be_read_are_said(made: Made, place: Path, tmp_path: Path) -> None:
    folder = backups_in(place)[0].folder
    with another_account(folder), pytest.raises(UserError, match="folder-unreadable"):
        read_slot_file(folder)
    keys = (folder / KEYS_NAME).read_bytes()
    slots = int.from_bytes(keys[63:67], "big")
    (folder / KEYS_NAME).write_bytes(keys[: 67 + slots] + b"\xff\xff\xff\xff" + keys[71 + slots :])
    with pytest.raises(UserError, match="backup-damaged"):
        restored(made, folder, tmp_path / "terug")
    (folder / KEYS_NAME).unlink()
    (folder / KEYS_NAME).mkdir()
    with pytest.raises(UserError, match="disk-failed"):
        restored(made, folder, tmp_path / "terug")


def renew(folder: Path, made: Made) -> None:
    """Let the keys speak of the journal as it lies there now, as if it had been made so."""
    keys = read_keys(folder, made.keys.vault_key)
    data = (folder / "journal.bak").read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    head = msgspec.structs.replace(keys.head, journal_bytes=len(data), journal_sha256=digest)
    write_keys(folder, keys.slot_file, made.keys.vault_key, head, keys.grants)


def test_damage_that_the_vault_had_already_is_named_and_the_rest_comes_back(
    made: Made, place: Path, tmp_path: Path
) -> None:
    folder = backups_in(place)[0].folder
    keys = read_keys(folder, made.keys.vault_key)
    connection = open_database(folder / "journal.bak", keys.head.journal_key)
    with transaction(connection):
        connection.execute("DROP TRIGGER entry_is_final")
        connection.execute("UPDATE entry SET signature = zeroblob(64) WHERE number = 2")
        connection.execute("UPDATE site SET created_ms = created_ms + 1")
    connection.close()
    renew(folder, made)
    said, back = restored(made, folder, tmp_path / "terug")
    assert {each.kind for each in said.findings} == {"signature-invalid", "table-differs"}
    vault = back.open()
    assert texts(vault) == {"bewaard"}
    vault.close()


def test_cancelling_leaves_nothing(made: Made, place: Path, tmp_path: Path) -> None:
    reports: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        reports.append((done, total))
        if len(reports) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        restore(place, tmp_path / "terug", "Anouk", PASSPHRASE, made.clock, progress=stop)
    assert not list(tmp_path.glob("*terug*"))


def test_the_slots_of_a_rewritten_backup_count(made: Made, place: Path, tmp_path: Path) -> None:
    folder = backups_in(place)[0].folder
    keys = read_keys(folder, made.keys.vault_key)
    slots = SlotFile.load(made.folder)
    changed = slots.with_slot(
        made.keys.slot,
        derive(slots.vault_salt, "Anouk", "een andere zin", slots.parameters),
        made.keys.secrets,
        made.keys.vault_key,
    )
    write_keys(folder, changed, made.keys.vault_key, keys.head, keys.grants)
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        restored(made, folder, tmp_path / "terug")
    assert restore(folder, tmp_path / "terug", "Anouk", "een andere zin", made.clock).findings == ()
