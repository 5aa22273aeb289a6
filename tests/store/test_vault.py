from pathlib import Path

import pytest

from baken.errors import BugError, Cancelled, UserError
from baken.store.database import Connection
from baken.store.sharing import certificate_document
from baken.store.slots import SlotFile, unlock
from baken.store.vault import open_vault
from baken.store.verify import verify_vault

from .vaults import CHEAP, NOW_MS, PASSPHRASE, Made, add_user, make_vault, piece, texts


def test_what_was_saved_is_there_after_closing_and_opening(made: Made) -> None:
    vault = made.open()
    vault.append([piece("Yonas belde met iemand")])
    before = vault.view.dump()
    vault.close()
    again = made.open()
    assert texts(again) == {"Yonas belde met iemand"}
    assert again.view.dump() == before
    again.close()


def test_a_restart_continues_the_same_chain(made: Made) -> None:
    vault = made.open()
    first = vault.append([piece()])[0]
    vault.close()
    again = made.open()
    second = again.append([piece()])[0]
    assert second.writer == first.writer
    assert second.sequence == first.sequence + 1
    assert second.logical == first.logical + 1
    again.close()


def test_the_first_user_has_every_capability_of_a_site(made: Made) -> None:
    vault = made.open()
    assert set(vault.certificate.capabilities) == {"mentor", "safeguarding_lead", "admin", "auditor", "erase"}
    assert [(user.name, user.has_slot) for user in vault.people.users()] == [("Anouk", True)]
    vault.close()


def test_a_second_opener_is_refused_and_may_open_afterwards(made: Made) -> None:
    vault = made.open()
    with pytest.raises(UserError, match="already-open"):
        open_vault(made.folder, made.keys, made.clock)
    vault.close()
    made.open().close()


def test_a_colleague_reads_what_the_team_wrote_before_and_after(made: Made) -> None:
    vault = made.open()
    vault.append([piece("eerste")])
    person = add_user(vault, "Fatima", "mentor")
    vault.append([piece("tweede")])
    dump = vault.view.dump()
    vault.close()
    keys = unlock(made.folder, "fatima", PASSPHRASE, made.clock)
    colleague = open_vault(made.folder, keys, made.clock)
    colleague.catch_up()
    assert colleague.certificate.person == person
    assert texts(colleague) == {"eerste", "tweede"}
    assert colleague.view.dump() == dump
    written = colleague.append([piece("derde")])[0]
    assert written.author == "Fatima"
    assert written.writer != vault.author.writer.hex()
    colleague.close()


def test_a_shift_account_reads_nothing_of_the_team_and_may_add_to_it(made: Made) -> None:
    vault = made.open()
    vault.append([piece("geheim")])
    add_user(vault, "Invaller", "shift")
    vault.close()
    keys = unlock(made.folder, "Invaller", PASSPHRASE, made.clock)
    shift = open_vault(made.folder, keys, made.clock)
    shift.catch_up()
    assert texts(shift) == set()
    assert not any("geheim" in row for row in shift.view.dump())
    shift.append([piece("bij het hek")])
    assert not any("bij het hek" in row for row in shift.view.dump())
    shift.close()
    vault = made.open()
    assert texts(vault) == {"geheim", "bij het hek"}
    vault.close()


def test_only_an_administrator_adds_people(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Fatima", "mentor")
    vault.close()
    mentor = open_vault(made.folder, unlock(made.folder, "Fatima", PASSPHRASE, made.clock), made.clock)
    with pytest.raises(UserError, match="not-admin"):
        add_user(mentor, "Bram", "mentor")
    mentor.close()


@pytest.mark.parametrize(("name", "code"), [("ANOUK ", "name-taken"), ("  ", "name-empty")])
def test_a_name_that_cannot_be_told_apart_is_refused(made: Made, name: str, code: str) -> None:
    vault = made.open()
    with pytest.raises(UserError, match=code):
        add_user(vault, name, "mentor")
    vault.close()


def test_a_slot_whose_owner_was_never_certified_is_closed_at_the_next_opening(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Fatima", "mentor")
    with vault.transaction():
        vault.connection.execute("UPDATE slot SET state = 'reserved' WHERE person <> ?", (vault.certificate.person,))
    vault.close()
    made.open().close()
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        unlock(made.folder, "Fatima", PASSPHRASE, made.clock)
    vault = made.open()
    assert [user.has_slot for user in vault.people.users()] == [True, False]
    vault.close()


def test_a_slot_reserved_beyond_the_slot_file_is_simply_forgotten(made: Made) -> None:
    vault = made.open()
    with vault.transaction():
        vault.connection.execute("INSERT INTO slot VALUES (40, ?, 'reserved')", ("0" * 32,))
    vault.close()
    vault = made.open()
    assert vault.connection.execute("SELECT count(*) FROM slot").fetchone() == (1,)
    vault.close()


def test_authors_of_a_practice_vault_sign_for_themselves(made: Made) -> None:
    vault = made.open()
    author = vault.people.add_author("Dewi", ["mentor"])
    written = vault.append([piece(wall_ms=NOW_MS - 86_400_000)], author=author)[0]
    assert (written.author, written.wall_ms, written.clock_doubtful) == ("Dewi", NOW_MS - 86_400_000, False)
    vault.close()


def test_nobody_signs_for_another_in_a_live_vault(tmp_path: Path) -> None:
    vault = make_vault(tmp_path / "live", practice=False).open()
    with pytest.raises(UserError, match="not-practice"):
        vault.people.add_author("Dewi", ["mentor"])
    vault.close()


def test_keys_of_a_slot_without_a_certificate_open_nothing(made: Made) -> None:
    from dataclasses import replace

    from baken.store.slots import UserSecrets

    stranger = replace(made.keys, secrets=UserSecrets.new())
    with pytest.raises(UserError, match="no-certificate"):
        open_vault(made.folder, stranger, made.clock)
    made.open().close()


def test_a_wrong_vault_key_and_a_damaged_first_page_are_one_error(made: Made) -> None:
    from dataclasses import replace

    with pytest.raises(UserError, match="vault-unreadable"):
        open_vault(made.folder, replace(made.keys, vault_key=bytes(32)), made.clock)
    path = made.folder / "journal-1.db"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    with pytest.raises(UserError, match="vault-unreadable"):
        made.open()


def test_a_vault_without_its_journal_is_said_and_nothing_is_made_in_its_place(made: Made) -> None:
    made.open().close()
    (made.folder / "journal-1.db").unlink()
    before = sorted(made.folder.iterdir())
    with pytest.raises(UserError, match="journal-missing"):
        made.open()
    with pytest.raises(UserError, match="vault-exists"):
        make_vault(made.folder)
    assert sorted(made.folder.iterdir()) == before


def test_a_view_can_be_thrown_away_at_any_time(made: Made) -> None:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(20)])
    dump = vault.view.dump()
    vault.rebuild()
    assert vault.view.dump() == dump
    vault.close()
    for path in made.folder.glob("view-*"):
        path.unlink()
    vault = made.open()
    assert vault.view.dump() == dump
    vault.close()


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\0" + bytes(5000), b"x" * 8192])
def test_a_damaged_view_is_built_again(made: Made, damage: bytes) -> None:
    vault = made.open()
    vault.append([piece()])
    dump = vault.view.dump()
    vault.close()
    next(made.folder.glob("view-*.db")).write_bytes(damage)
    vault = made.open()
    assert vault.view.dump() == dump
    vault.close()


def test_damage_in_the_journal_is_not_blamed_on_the_view(made: Made) -> None:
    vault = made.open()
    vault.append([piece()])
    dump = vault.view.dump()

    def damaged(_connection: Connection) -> None:
        raise UserError("vault-unreadable")

    with pytest.raises(UserError, match="vault-unreadable"):
        vault.read(damaged)
    assert vault.view.dump() == dump
    vault.close()


def test_a_view_with_tables_that_are_not_ours_is_built_again(made: Made) -> None:
    vault = made.open()
    vault.append([piece()])
    dump = vault.view.dump()
    vault.connection.execute("PRAGMA view.user_version = 0")
    vault.close()
    vault = made.open()
    assert vault.view.dump() == dump
    vault.close()


def test_a_view_whose_place_is_taken_is_an_error_of_the_world(made: Made) -> None:
    vault = made.open()
    vault.close()
    path = next(made.folder.glob("view-*.db"))
    path.unlink()
    path.mkdir()
    with pytest.raises(UserError, match=r"folder-read-only|disk-failed"):
        made.open()


def test_a_view_that_is_ahead_of_its_journal_is_built_again(made: Made) -> None:
    vault = made.open()
    vault.append([piece()])
    dump = vault.view.dump()
    vault.connection.execute("UPDATE view.applied SET arrival = 1000")
    vault.close()
    vault = made.open()
    assert vault.view.dump() == dump
    vault.close()


def test_catching_up_can_be_cancelled_and_goes_on_later(made: Made) -> None:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(1200)])
    dump = vault.view.dump()
    seen: list[tuple[int, int]] = []

    def cancel(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        vault.rebuild(cancel)
    assert 0 < vault.view.applied() < vault.journal.last_arrival()
    vault.append([piece("tijdens het bijwerken")])
    assert any("tijdens het bijwerken" in row for row in vault.view.dump())
    vault.catch_up()
    assert set(dump) < set(vault.view.dump())
    assert len(texts(vault)) == 1201
    vault.close()


def test_a_failed_transaction_leaves_nothing(made: Made) -> None:
    vault = made.open()
    dump, last = vault.view.dump(), vault.journal.last_arrival()

    def fail_after_the_append() -> None:
        with vault.transaction():
            vault.append([piece()])
            raise BugError("after the append")

    with pytest.raises(BugError):
        fail_after_the_append()
    assert (vault.view.dump(), vault.journal.last_arrival()) == (dump, last)
    assert vault.append([piece()])[0].sequence == vault.journal.last_arrival()
    vault.close()


def test_several_appends_in_a_transaction_are_one(made: Made) -> None:
    vault = made.open()
    with vault.transaction():
        first = vault.append([piece()])[0]
        second = vault.append([piece()])[0]
    assert second.sequence == first.sequence + 1
    assert vault.append([]) == []
    vault.close()


def test_the_vaults_folder_holds_no_readable_word_and_no_name(made: Made) -> None:
    vault = made.open()
    vault.append([piece("Merkwoord onder de brug")])
    vault.close()
    made.open().close()
    for path in made.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Merkwoord" not in data
            assert b"Anouk" not in data


def test_everything_in_the_folder_is_for_its_owner_only(made: Made) -> None:
    assert made.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in made.folder.glob("slots-*")} == {0}


def test_both_copies_of_the_slot_file_are_there_from_the_start(made: Made) -> None:
    assert {path.name for path in made.folder.glob("slots-*")} == {"slots-a", "slots-b"}
    assert SlotFile.load(made.folder).parameters == CHEAP


def with_damaged_view(made: Made, tenth: int, *, is_behind: bool = False) -> None:
    """Save 200 pieces, close, and damage a part of the view's pages."""
    vault = made.open()
    vault.append([piece(f"stuk {number} " + "lang " * 200) for number in range(200)])
    if is_behind:
        vault.connection.execute("UPDATE view.applied SET arrival = 0")
    vault.close()
    (path,) = made.folder.glob("view-*.db")
    damaged = bytearray(path.read_bytes())
    start, end = (len(damaged) * part // 10 // 4096 * 4096 for part in (tenth, tenth + 1))
    for page in range(start, end, 4096):
        damaged[page + 100] ^= 1
    path.write_bytes(damaged)


@pytest.mark.parametrize("tenth", range(2, 10))
def test_a_save_onto_a_damaged_view_is_written_once_and_the_view_built_again(made: Made, tenth: int) -> None:
    with_damaged_view(made, tenth)
    vault = made.open()
    before = vault.journal.last_arrival()
    written = vault.append([piece(f"nieuw {number} " + "lang " * 200) for number in range(50)])
    assert vault.journal.last_arrival() == before + 50
    assert [entry.arrival for entry in written] == list(range(before + 1, before + 51))
    rows = vault.read(lambda connection: connection.execute("SELECT text FROM view.version").fetchall())
    assert sum(text.startswith("nieuw") for (text,) in rows) == 50
    dump = vault.view.dump()
    vault.rebuild()
    assert vault.view.dump() == dump
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


@pytest.mark.parametrize("tenth", range(2, 9))
def test_a_damaged_view_that_lags_behind_is_built_again_at_opening(made: Made, tenth: int) -> None:
    with_damaged_view(made, tenth, is_behind=True)
    vault = made.open()
    rows = vault.read(lambda connection: connection.execute("SELECT text FROM view.version").fetchall())
    assert len(rows) == 200
    vault.close()


def test_inside_a_transaction_a_damaged_view_undoes_all_of_it(made: Made) -> None:
    vault = made.open()
    dump, last = vault.view.dump(), vault.journal.last_arrival()

    def damaged(_connection: Connection) -> None:
        raise UserError("vault-unreadable")

    def append_and_read() -> None:
        with vault.transaction():
            vault.append([piece()])
            vault.read(damaged)

    with pytest.raises(UserError, match="vault-unreadable"):
        append_and_read()
    assert (vault.view.dump(), vault.journal.last_arrival()) == (dump, last)
    vault.close()


@pytest.mark.parametrize("tenth", range(2, 9))
def test_a_view_found_damaged_while_it_is_read_is_built_again(made: Made, tenth: int) -> None:
    with_damaged_view(made, tenth)
    vault = made.open()
    rows = vault.read(lambda connection: connection.execute("SELECT text FROM view.version").fetchall())
    assert len(rows) == 200
    vault.close()


def test_a_refusal_of_the_query_itself_is_passed_on(made: Made) -> None:
    vault = made.open()

    def refuse(_connection: Connection) -> None:
        raise UserError("not-found")

    with pytest.raises(UserError, match="not-found"):
        vault.read(refuse)
    vault.close()


def test_a_certificate_that_is_not_there_is_a_bug(made: Made) -> None:
    vault = made.open()
    with pytest.raises(BugError):
        certificate_document(vault.connection, 1_000_000)
    vault.close()
