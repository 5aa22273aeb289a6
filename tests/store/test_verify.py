"""Damage that is planted in a vault is named; a check writes not a byte."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from baken.errors import Cancelled, UserError
from baken.store.creation import journal_key
from baken.store.database import Connection, open_database, transaction
from baken.store.slots import COPIES, unlock
from baken.store.verify import verify_vault

from .vaults import PASSPHRASE, Made, add_user, piece


def fingerprint_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kinds(made: Made, state: Path | None = None) -> set[str]:
    return {finding.kind for finding in verify_vault(made.folder, made.keys, state_folder=state).findings}


@pytest.fixture
def filled(made: Made) -> Made:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(30)])
    vault.close()
    return made


def change(made: Made, *statements: str, rules_off: tuple[str, ...] = ()) -> None:
    """Change rows behind the journal's back, as somebody with the key could."""
    connection: Connection = open_database(made.folder / "journal-1.db", journal_key(made.keys.vault_key))
    connection.execute("PRAGMA foreign_keys = OFF")
    with transaction(connection):
        for trigger in rules_off:
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_sound_vault_has_no_findings_and_every_entry_was_seen(filled: Made) -> None:
    seen: list[tuple[int, int]] = []
    result = verify_vault(filled.folder, filled.keys, progress=lambda done, total: seen.append((done, total)))
    assert result.findings == ()
    assert result.entries == 39
    assert seen == [(39, 39)]


def test_a_check_writes_not_a_byte(filled: Made, tmp_path: Path) -> None:
    before = fingerprint_of(filled.folder)
    verify_vault(filled.folder, filled.keys, state_folder=tmp_path / "state")
    assert fingerprint_of(filled.folder) == before
    assert not (tmp_path / "state").exists()


def test_a_check_reads_what_only_the_write_ahead_log_holds_and_leaves_it(filled: Made, tmp_path: Path) -> None:
    vault = filled.open()
    vault.append([piece("alleen in het logboek")])
    crashed = filled.copy(tmp_path / "crashed")
    vault.close()
    before = fingerprint_of(crashed.folder)
    assert "journal-1.db-wal" in before
    result = verify_vault(crashed.folder, crashed.keys)
    assert (result.entries, result.findings) == (40, ())
    assert fingerprint_of(crashed.folder) == before


def test_a_check_can_be_cancelled_and_lets_the_vault_go(filled: Made) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        verify_vault(filled.folder, filled.keys, progress=cancel)
    filled.open().close()


def test_an_open_vault_is_not_checked(filled: Made) -> None:
    vault = filled.open()
    with pytest.raises(UserError, match="already-open"):
        verify_vault(filled.folder, filled.keys)
    vault.close()


def test_a_journal_that_is_not_there_is_said(filled: Made) -> None:
    (filled.folder / "journal-1.db").unlink()
    with pytest.raises(UserError, match="journal-missing"):
        verify_vault(filled.folder, filled.keys)


def test_a_damaged_first_page_is_a_finding(filled: Made) -> None:
    path = filled.folder / "journal-1.db"
    data = bytearray(path.read_bytes())
    data[50] ^= 1
    path.write_bytes(data)
    assert kinds(filled) == {"vault-unreadable"}


@pytest.mark.parametrize(
    ("rules_off", "statement", "kind"),
    [
        (("entry_is_final",), "UPDATE entry SET signature = zeroblob(64) WHERE number = 20", "signature-invalid"),
        (("entry_is_final",), "UPDATE entry SET sequence = 99 WHERE number = 20", "entry-differs"),
        (("entry_is_final",), "UPDATE entry SET header = zeroblob(20) WHERE number = 20", "malformed"),
        (("entry_stays",), "DELETE FROM entry WHERE number = 20", "chain-gap"),
        (("arrival_stays",), "DELETE FROM arrival WHERE number = 20", "table-differs"),
        ((), "INSERT INTO arrival (entry) VALUES (99)", "arrival-without-entry"),
        (("sealed_is_final",), "UPDATE sealed SET content = x'00' WHERE entry = 20", "sealed-part-differs"),
        ((), "DELETE FROM sealed WHERE entry = 20", "sealed-part-missing"),
        ((), "DELETE FROM grants WHERE entry = 20", "table-differs"),
        ((), "UPDATE grants SET wrap = zeroblob(48) WHERE entry = 20", "seal-broken"),
        ((), "UPDATE slot SET state = 'reserved'", "table-differs"),
        ((), "UPDATE revision SET number = 0", "rollback"),
        ((), "UPDATE site SET card = zeroblob(200)", "malformed"),
        (("certificate_is_final",), "UPDATE certificate SET name = 'Iemand'", "certificate-invalid"),
        (("certificate_is_final",), "UPDATE certificate SET document = zeroblob(200)", "malformed"),
    ],
)
def test_a_changed_row_is_named(filled: Made, rules_off: tuple[str, ...], statement: str, kind: str) -> None:
    change(filled, statement, rules_off=rules_off)
    assert kind in kinds(filled)


def damaged_page(made: Made, number: int, damage: Callable[[bytes], bytes]) -> None:
    path = made.folder / "journal-1.db"
    data = path.read_bytes()
    start, end = 4096 * number, 4096 * (number + 1)
    path.write_bytes(data[:start] + damage(data[start:end]) + data[end:])


@pytest.mark.parametrize(
    "damage",
    [lambda page: bytes([page[0] ^ 1]) + page[1:], lambda page: bytes(4096), lambda page: page[:100]],
    ids=["flipped", "zeroed", "truncated"],
)
def test_a_damaged_page_is_found_wherever_it_is(filled: Made, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    pages = (filled.folder / "journal-1.db").stat().st_size // 4096
    for number in range(0, pages, 5):
        copy = filled.copy(tmp_path / f"damaged-{number}")
        damaged_page(copy, number, damage)
        assert kinds(copy), number


def test_every_older_page_put_back_is_found(filled: Made, tmp_path: Path) -> None:
    older = (filled.folder / "journal-1.db").read_bytes()
    vault = filled.open()
    vault.append([piece(f"later {number}") for number in range(30)])
    with vault.transaction():
        vault.exchange.enrol("https://mailbox.example", bytes(32), 1)
    vault.close()
    newer = (filled.folder / "journal-1.db").read_bytes()
    changed = [
        number for number in range(len(older) // 4096) if older[number * 4096 :][:4096] != newer[number * 4096 :][:4096]
    ]
    assert len(changed) > 5
    for number in changed:
        copy = filled.copy(tmp_path / f"older-{number}")
        damaged_page(copy, number, lambda _page, at=number: older[at * 4096 :][:4096])
        assert kinds(copy), number


def test_an_older_database_put_back_is_found_by_either_head(filled: Made, tmp_path: Path) -> None:
    older = (filled.folder / "journal-1.db").read_bytes()
    old_head = (filled.folder / "head").read_bytes()
    state = tmp_path / "state"
    vault = filled.open(state)
    vault.append([piece()])
    vault.close()
    (filled.folder / "journal-1.db").write_bytes(older)
    assert kinds(filled) == {"rollback"}
    (filled.folder / "head").write_bytes(old_head)
    assert kinds(filled) == set()
    assert kinds(filled, state) == {"rollback"}


def named(made: Made, state: Path) -> list[tuple[str, str]]:
    found = verify_vault(made.folder, made.keys, state_folder=state).findings
    return [(finding.kind, finding.where) for finding in found]


@pytest.mark.parametrize(("damage", "kind"), [(b"x" * 300, "head-unreadable"), (None, "head-missing")])
def test_each_copy_of_the_head_that_is_none_is_named(
    filled: Made, tmp_path: Path, damage: bytes | None, kind: str
) -> None:
    state = tmp_path / "state"
    filled.open(state).close()
    assert named(filled, state) == []
    for path in (filled.folder / "head", next(state.iterdir())):
        sound = path.read_bytes()
        if damage is None:
            path.unlink()
        else:
            path.write_bytes(damage)
        assert named(filled, state) == [(kind, path.name)]
        path.write_bytes(sound)


def test_a_vault_that_was_only_made_needs_no_head(made: Made, tmp_path: Path) -> None:
    assert named(made, tmp_path / "state") == []


def test_a_damaged_slot_copy_is_a_finding(filled: Made) -> None:
    (filled.folder / COPIES[0]).write_bytes(b"")
    (filled.folder / COPIES[1]).unlink()
    found = verify_vault(filled.folder, filled.keys).findings
    assert [(finding.kind, finding.where) for finding in found] == [("slots-unreadable", name) for name in COPIES]


@pytest.mark.parametrize("content", [b"", None])
def test_a_public_file_that_is_not_the_card_is_a_finding(filled: Made, content: bytes | None) -> None:
    if content is None:
        (filled.folder / "public").unlink()
    else:
        (filled.folder / "public").write_bytes(content)
    assert kinds(filled) == {"public-differs"}


def test_somebody_who_reads_nothing_can_still_check_everything(filled: Made) -> None:
    vault = filled.open()
    add_user(vault, "Invaller", "shift")
    vault.close()
    keys = unlock(filled.folder, "Invaller", PASSPHRASE, filled.clock)
    result = verify_vault(filled.folder, keys)
    assert (result.entries, result.findings) == (41, ())
