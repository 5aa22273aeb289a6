"""Removing a user: nothing that they knew opens anything any more, and nothing of the others' is lost."""

import errno
from contextlib import suppress
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store import slots
from baken.store.creation import journal_key
from baken.store.database import open_read_only
from baken.store.kdf import derive
from baken.store.members import own_certificates
from baken.store.removal import remove_users
from baken.store.slots import COPIES, SlotFile, UserKeys, unlock
from baken.store.trust import Purpose
from baken.store.vault import OpenVault, open_vault
from baken.store.verify import verify_vault
from baken.wire.certificate import verify_card, verify_certificate, verify_revocation

from .vaults import PASSPHRASE, Made, add_user, opened, piece, texts

DAY_MS = 86_400_000


def removed(made: Made, vault: OpenVault, *people: str) -> OpenVault:
    """Remove people and open the vault again."""
    keys = remove_users(vault, frozenset(people))
    again = open_vault(made.folder, keys, made.clock, state_folder=made.folder / "state")
    again.catch_up()
    return again


def test_who_was_removed_opens_nothing_and_the_others_everything(made: Made) -> None:
    vault = made.open(made.folder / "state")
    fatima, _ = add_user(vault, "Fatima", "mentor"), add_user(vault, "Bram", "mentor")
    vault.append([piece("voor het vertrek")])
    old_slots, old_key = vault.people.slot_file(), vault.keys.vault_key
    vault = removed(made, vault, fatima)
    assert vault.findings == ()
    vault.append([piece("na het vertrek")])
    assert texts(vault) == {"voor het vertrek", "na het vertrek"}
    assert [user.name for user in vault.people.users()] == ["Anouk", "Bram"]
    vault.close()
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        unlock(made.folder, "Fatima", PASSPHRASE, made.clock)
    for name in COPIES:
        copy = SlotFile.decode((made.folder / name).read_bytes())
        with pytest.raises(UserError, match="wrong-name-or-passphrase"):
            copy.open(derive(copy.vault_salt, "Fatima", PASSPHRASE, copy.parameters))
        assert not set(copy.slots) & set(old_slots.slots)
    with pytest.raises(UserError, match="vault-unreadable"):
        open_read_only(made.folder / "journal-2.db", journal_key(old_key))
    bram = opened(made, "Bram")
    assert texts(bram) == {"voor het vertrek", "na het vertrek"}
    assert bram.findings == ()
    bram.close()
    assert verify_vault(made.folder, unlock(made.folder, "Anouk", PASSPHRASE, made.clock)).findings == ()


def test_no_file_of_before_is_left(made: Made) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    vault.close()
    opened(made, "Fatima").close()
    before = {path.name for path in made.folder.glob("view-*.db")}
    (made.folder / "journal-1.db.before-0004").write_bytes(b"an older schema")
    vault = removed(made, made.open(), fatima)
    own = {path.name for path in made.folder.glob("view-*.db")}
    vault.close()
    assert len(before) == 2
    assert len(own) == 1
    assert own < before
    assert sorted(path.name for path in made.folder.glob("*journal*")) == ["journal-2.db"]


def test_everything_shared_is_new_and_the_old_still_opens_what_is_old(made: Made) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    before = {key.purpose: key for key in vault.keyring.all()}
    desk = vault.card.desk_recipient
    vault = removed(made, vault, fatima)
    for purpose in (Purpose.TEAM, Purpose.DESK, Purpose.EXCHANGE):
        current = vault.keyring.current(purpose)
        assert current is not None
        assert current.secret != before[purpose].secret
    assert vault.keyring.current(Purpose.SITE_SEED) == before[Purpose.SITE_SEED]
    assert vault.card.desk_recipient != desk
    assert len(vault.card.keys) == 1
    given = vault.connection.execute("SELECT max(entry) FROM key_share WHERE person = ?", (fatima,)).fetchone()[0]
    renewed = vault.connection.execute("SELECT min(entry) FROM revocation").fetchone()[0]
    assert given < renewed
    vault.close()


def test_what_was_written_until_then_is_accepted_and_the_revocation_says_how_far(made: Made) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    vault.close()
    vault = opened(made, "Fatima")
    last = vault.append([piece("van Fatima"), piece("nog een")])[-1]
    vault.close()
    vault = removed(made, made.open(), fatima)
    document = vault.connection.execute("SELECT document FROM revocation").fetchone()[0]
    revocation = verify_revocation(document, vault.card)
    assert [(each.writer, each.sequence) for each in revocation.writers] == [(last.writer, last.sequence)]
    assert texts(vault) == {"van Fatima", "nog een"}
    assert fatima not in own_certificates(vault.connection)
    vault.close()


def test_removing_an_administrator_gives_the_site_its_next_key(made: Made) -> None:
    vault = made.open()
    bram = add_user(vault, "Bram", "mentor", "admin")
    fatima = add_user(vault, "Fatima", "mentor")
    site, seed = vault.card.site, vault.keyring.current(Purpose.SITE_SEED)
    documents = [row[0] for row in vault.connection.execute("SELECT document FROM certificate").fetchall()]
    vault = removed(made, vault, bram)
    assert (vault.card.site, len(vault.card.keys)) == (site, 2)
    assert verify_card(vault.card_document) == vault.card
    assert vault.keyring.current(Purpose.SITE_SEED) != seed
    for document in documents:
        verify_certificate(document, vault.card)
    vault = removed(made, vault, fatima)
    for (document,) in vault.connection.execute("SELECT document FROM revocation").fetchall():
        verify_revocation(document, vault.card)
    add_user(vault, "Naima", "mentor", "admin")
    vault.close()
    opened(made, "Naima").close()
    assert verify_vault(made.folder, unlock(made.folder, "Anouk", PASSPHRASE, made.clock)).findings == ()


def test_a_certificate_that_a_removed_administrator_makes_afterwards_does_not_count(made: Made) -> None:
    vault = made.open()
    bram = add_user(vault, "Bram", "admin")
    vault.close()
    stolen = opened(made, "Bram")
    document = stolen.people.certify(  # what an administrator could have kept
        UserKeys(secrets=stolen.keys.secrets, vault_key=b"", vault_key_version=1, journal_number=1, slot=0).secrets,
        "f" * 32, "Onbekend", ("admin",), None,
    )  # fmt: skip
    stolen.close()
    vault = removed(made, made.open(), bram)
    with pytest.raises(UserError, match="certificate-invalid"):
        verify_certificate(document, vault.card)
    vault.close()


@pytest.mark.parametrize("has_another", [False, True])
def test_nobody_removes_themselves(made: Made, *, has_another: bool) -> None:
    vault = made.open()
    if has_another:
        add_user(vault, "Bram", "admin")
    with pytest.raises(UserError, match="own-removal" if has_another else "last-admin"):
        remove_users(vault, frozenset({vault.certificate.person}))
    assert vault.append([piece("gaat gewoon door")])
    vault.close()


def test_only_an_administrator_removes_and_only_who_is_there(made: Made) -> None:
    vault = made.open()
    anouk, _ = vault.certificate.person, add_user(vault, "Fatima", "mentor")
    with pytest.raises(UserError, match="person-unknown"):
        remove_users(vault, frozenset({"e" * 32}))
    vault.close()
    mentor = opened(made, "Fatima")
    with pytest.raises(UserError, match="not-admin"):
        remove_users(mentor, frozenset({anouk}))
    mentor.close()


def test_a_damaged_journal_is_not_carried_over(made: Made) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    vault.append([piece()])
    vault.connection.execute("UPDATE digest SET sum = zeroblob(32) WHERE name = 'entry'")
    with pytest.raises(UserError, match="vault-unreadable"):
        remove_users(vault, frozenset({fatima}))
    assert sorted(path.name for path in made.folder.glob("*journal*.db")) == ["journal-1.db"]
    vault.close()


def test_a_name_that_was_removed_is_free_again_and_its_old_drafts_stay_closed(made: Made) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    vault = removed(made, vault, fatima)
    again = add_user(vault, "Fatima", "mentor")
    assert again != fatima
    vault.close()
    opened(made, "Fatima").close()


def test_a_shift_account_ends_at_its_date_and_goes_along_with_the_next_removal(made: Made) -> None:
    vault = made.open()
    slot_file = vault.people.slot_file()
    slot_keys = derive(slot_file.vault_salt, "Invaller", PASSPHRASE, slot_file.parameters)
    ends = made.clock.now_ms() + DAY_MS
    vault.people.add_user("Invaller", ("shift",), slot_keys, valid_until=ends)
    fatima = add_user(vault, "Fatima", "mentor")
    assert [user.valid_until for user in vault.people.users()] == [None, ends, None]
    vault.close()
    opened(made, "Invaller").close()
    made.clock.set(ends)
    with pytest.raises(UserError, match="account-ended"):
        opened(made, "Invaller")
    vault = removed(made, made.open(), fatima)
    assert [user.name for user in vault.people.users()] == ["Anouk"]
    vault.close()
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        unlock(made.folder, "Invaller", PASSPHRASE, made.clock)


def test_slots_that_somebody_put_back_do_not_cost_the_newer_journal(made: Made, tmp_path: Path) -> None:
    vault = made.open()
    fatima = add_user(vault, "Fatima", "mentor")
    vault.close()
    older = {path.name: path.read_bytes() for path in made.folder.iterdir() if path.is_file()}
    vault = removed(made, made.open(), fatima)
    vault.append([piece("nieuw")])
    vault.close()
    for name, content in older.items():
        (made.folder / name).write_bytes(content)
    made.open().close()
    assert (made.folder / "journal-2.db").exists()
    vault = removed(made, made.open(), fatima)
    assert vault.keys.journal_number == 3
    vault.close()


def test_a_removed_lead_is_followed_by_new_lead_secrets_once_another_lead_unlocks(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Bram", "mentor", "admin")
    naima = add_user(vault, "Naima", "mentor", "safeguarding_lead")
    vault.close()
    opened(made, "Naima").close()
    lead = made.open()
    before = lead.keyring.current(Purpose.LEAD)
    lead.close()
    keys = remove_users(opened(made, "Bram"), frozenset({naima}))
    bram = open_vault(made.folder, keys, made.clock)
    assert bram.keyring.current(Purpose.LEAD) is None
    assert bram.card.desk_recipient != lead.card.desk_recipient
    bram.close()
    lead = opened(made, "Anouk")
    after = lead.keyring.current(Purpose.LEAD)
    assert before is not None
    assert after is not None
    assert after.secret != before.secret
    desk = lead.keyring.current(Purpose.DESK)
    assert desk is not None
    assert desk.recipient == lead.card.desk_recipient
    lead.close()


def test_the_only_one_who_can_read_a_compartment_is_not_removed(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Bram", "mentor", "admin")
    anouk = vault.certificate.person
    vault.close()
    bram = opened(made, "Bram")
    with pytest.raises(UserError, match="last-member"):
        remove_users(bram, frozenset({anouk}))
    bram.close()


def failing_write(monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
    """Let one write of a slot file fail, counted from 1."""
    count, write = 0, slots.write_durably

    def fail(path: Path, data: bytes, root: Path | None = None) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise error
        write(path, data, root)

    monkeypatch.setattr(slots, "write_durably", fail)


def test_a_switch_that_cannot_be_written_changes_nothing(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = made.open(made.folder / "state")
    fatima = add_user(vault, "Fatima", "mentor")
    with monkeypatch.context() as patched:
        failing_write(patched, 1, OSError(errno.ENOSPC, "full"))
        with pytest.raises(UserError, match="disk-full"):
            remove_users(vault, frozenset({fatima}))
    vault.append([piece("gaat door")])
    assert not (made.folder / "journal-2.db").exists()
    vault.close()
    opened(made, "Fatima").close()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_after_the_first_copy_of_the_slots_the_removal_counts(
    made: Made, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    vault = made.open(made.folder / "state")
    fatima = add_user(vault, "Fatima", "mentor")
    with monkeypatch.context() as patched:
        failing_write(patched, 2, error)
        with suppress(KeyboardInterrupt):
            remove_users(vault, frozenset({fatima}))
    again = opened(made, "Anouk")
    assert [user.name for user in again.people.users()] == ["Anouk"]
    again.close()
    copies = [SlotFile.decode((made.folder / name).read_bytes()) for name in COPIES]
    assert copies[0].slots == copies[1].slots


def test_a_clock_that_cannot_be_right_ends_no_account(made: Made) -> None:
    vault = made.open()
    slot_file = vault.people.slot_file()
    slot_keys = derive(slot_file.vault_salt, "Invaller", PASSPHRASE, slot_file.parameters)
    vault.people.add_user("Invaller", ("shift",), slot_keys, valid_until=made.clock.now_ms() + DAY_MS)
    fatima = add_user(vault, "Fatima", "mentor")
    made.clock.set(5_000_000_000_000)
    vault = removed(made, vault, fatima)
    assert [user.name for user in vault.people.users()] == ["Anouk", "Invaller"]
    vault.close()
