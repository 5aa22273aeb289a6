"""Who opens a backup: `keys.bak` follows the vault, in every backup within reach, whole or not at all."""

import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from baken import crypto
from baken.errors import UserError
from baken.store.backup_access import (
    KNOWN_NAME,
    KnownBackup,
    current_grants,
    known_backups,
    remember,
    rewrite_all,
    rewrite_keys,
)
from baken.store.backup_keys import KEYS_NAME, read_head, read_keys
from baken.store.kdf import SlotKeys, derive
from baken.store.restore import restore
from baken.store.slots import SlotFile

from .backups import back_up, finish, restored
from .vaults import NOW_MS, PASSPHRASE, Made, add_user, piece, texts


def test_after_a_rewrite_the_removed_open_nothing_and_the_others_everything(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    person = add_user(vault, "Fatima", "mentor")
    vault.append([piece("bewaard")])
    inside, outside = (back_up(vault, made, place) for place in (vault.folder / "backups", tmp_path / "stick"))
    away = KnownBackup(folder=str(tmp_path / "weg" / outside.folder.name), made_ms=NOW_MS)
    there = KnownBackup(folder=str(outside.folder), made_ms=NOW_MS)
    remember(vault.folder, made.keys.vault_key, [there, away])
    slot = vault.connection.execute("SELECT number FROM slot WHERE person = ?", (person,)).fetchone()[0]
    new_key = crypto.random_bytes(32)
    slots = SlotFile.load(vault.folder).without_slot(slot)
    slots = replace(slots, vault_key_version=2)
    slots = slots.with_slot(made.keys.slot, _keys_of(slots), made.keys.secrets, new_key)
    came = finish(rewrite_all(vault.folder, vault.connection, slots, keys=[new_key, made.keys.vault_key]))
    assert (came.done, came.still_openable) == (2, (away,))
    assert finish(rewrite_all(vault.folder, vault.connection, slots, keys=[new_key, made.keys.vault_key])) == came
    assert known_backups(vault.folder, new_key) == (there, away)
    assert known_backups(vault.folder, made.keys.vault_key) == ()
    vault.close()
    for number, backup in enumerate((inside, outside)):
        with pytest.raises(UserError, match="backup-damaged"):
            read_head(backup.folder, made.keys.vault_key)
        with pytest.raises(UserError, match="wrong-name-or-passphrase"):
            restore(backup.folder, tmp_path / "terug", "Fatima", PASSPHRASE, made.clock)
        _, back = restored(made, backup.folder, tmp_path / f"terug {number}")
        keys = SlotFile.load(back.folder).open(_keys_of(slots))
        again = replace(back, keys=keys).open()
        assert texts(again) == {"bewaard"}
        again.close()


def _keys_of(slots: SlotFile) -> SlotKeys:
    return derive(slots.vault_salt, "Anouk", PASSPHRASE, slots.parameters)


def test_taken_grants_go_added_ones_come_and_unknown_entries_keep_theirs(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    taken, added, later = (bytes.fromhex(vault.append([piece(text)])[0].entry) for text in ("een", "twee", "drie"))
    backup = back_up(vault, made, vault.folder / "backups")
    grants = current_grants(vault.connection)
    grants[taken] = []
    grants[added] = [*grants[added], msgspec.structs.replace(grants[added][0], key_id=bytes(16))]
    kept = grants.pop(later)
    rewrite_keys(
        backup.folder, grants, vault.people.slot_file(), old_key=made.keys.vault_key, new_key=made.keys.vault_key
    )
    rows = read_keys(backup.folder, made.keys.vault_key).grants
    assert [row for row in rows if row.entry == taken] == []
    assert len([row for row in rows if row.entry == added]) == 2
    assert [row for row in rows if row.entry == later] == kept
    vault.close()
    said, back = restored(made, backup.folder, tmp_path / "terug")
    assert said.findings == ()
    again = back.open()
    assert texts(again) == {"twee", "drie"}
    again.close()


def test_a_backup_that_cannot_be_written_keeps_its_keys_and_is_named(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    backup = back_up(vault, made, tmp_path / "stick")
    known = KnownBackup(folder=str(backup.folder), made_ms=NOW_MS)
    remember(vault.folder, made.keys.vault_key, [known])
    own = back_up(vault, made, vault.folder / "backups")
    (own.folder / KEYS_NAME).write_bytes(b"")
    whole = (backup.folder / KEYS_NAME).read_bytes()
    (backup.folder / KEYS_NAME).write_bytes(whole[:-1])
    came = finish(
        rewrite_all(
            vault.folder,
            vault.connection,
            vault.people.slot_file(),
            keys=[made.keys.vault_key],
        )
    )
    assert (came.done, came.still_openable) == (0, (known,))
    assert (backup.folder / KEYS_NAME).read_bytes() == whole[:-1]
    vault.close()


def test_no_two_writings_are_sealed_alike_and_nothing_in_them_is_readable(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    backup = back_up(vault, made, vault.folder / "backups")
    first = (backup.folder / KEYS_NAME).read_bytes()
    came = finish(
        rewrite_all(
            vault.folder,
            vault.connection,
            vault.people.slot_file(),
            keys=[made.keys.vault_key],
        )
    )
    second = (backup.folder / KEYS_NAME).read_bytes()
    assert (came.done, len(first)) == (1, len(second))
    assert first[-2000:] != second[-2000:]
    for word in (b"compartment", vault.card.site.encode()):
        assert word not in first
    vault.close()


@pytest.mark.parametrize("damage", ["gone", "cut", "flipped", "folder"])
def test_a_list_that_cannot_be_read_is_an_empty_one(made: Made, damage: str) -> None:
    remember(made.folder, made.keys.vault_key, [KnownBackup(folder="/media/stick", made_ms=1)])
    path = made.folder / "backups" / KNOWN_NAME
    data = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(data[:20])
    elif damage == "flipped":
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    elif damage == "folder":
        path.mkdir()
    assert known_backups(made.folder, made.keys.vault_key) == ()
    shutil.rmtree(made.folder / "backups")
    assert known_backups(made.folder, made.keys.vault_key) == ()
