"""The recovery sheet: it lets an administrator in again, follows every later change, and another one replaces it."""

import pytest

from baken.errors import UserError
from baken.store import recovery
from baken.store.kdf import derive
from baken.store.recovery import let_sheet_in, recover, sheet_made_ms
from baken.store.recovery_code import new_code, seed_of
from baken.store.removal import remove_users
from baken.store.slots import SlotFile, unlock
from baken.store.trust import Purpose
from baken.store.vault import OpenVault, open_vault
from baken.store.verify import verify_vault

from .vaults import NOW_MS, PASSPHRASE, Made, add_user, opened, piece, texts

NEW = "negen droge schoenen"


def with_sheet(made: Made) -> tuple[OpenVault, bytes]:
    vault, code = made.open(), new_code()
    let_sheet_in(vault, vault.keys.vault_key, code, made.clock.now_ms())
    return vault, code


def test_the_code_gives_an_administrator_a_new_passphrase_and_everything_back(made: Made) -> None:
    vault, code = with_sheet(made)
    person = vault.certificate.person
    vault.append([piece("van voor het vergeten")])
    assert sheet_made_ms(vault.connection) == NOW_MS
    vault.close()
    recover(made.folder, code, "anouk", NEW, made.clock)
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        unlock(made.folder, "Anouk", PASSPHRASE, made.clock)
    vault = opened(made, "Anouk", NEW)
    assert vault.findings == ()
    assert vault.certificate.person == person
    assert texts(vault) == {"van voor het vergeten"}
    assert vault.keyring.current(Purpose.SITE_SEED) is not None
    assert vault.keyring.current(Purpose.DESK) is not None
    vault.append([piece("daarna")])
    add_user(vault, "Fatima", "mentor")
    vault.close()
    fatima = opened(made, "Fatima")
    assert texts(fatima) == {"van voor het vergeten", "daarna"}
    fatima.close()
    assert verify_vault(made.folder, unlock(made.folder, "Anouk", NEW, made.clock)).findings == ()


def test_the_sheet_follows_new_keys(made: Made) -> None:
    vault, code = with_sheet(made)
    fatima = add_user(vault, "Bram", "admin")
    keys = remove_users(vault, frozenset({fatima}))
    vault = open_vault(made.folder, keys, made.clock)
    vault.append([piece("na de verwijdering")])
    vault.close()
    recover(made.folder, code, "Anouk", NEW, made.clock)
    vault = opened(made, "Anouk", NEW)
    assert texts(vault) == {"na de verwijdering"}
    assert len(vault.card.keys) == 2
    assert vault.keyring.current(Purpose.SITE_SEED) is not None
    vault.close()


def test_a_new_sheet_replaces_the_old_one(made: Made) -> None:
    vault, old = with_sheet(made)
    new = new_code()
    let_sheet_in(vault, vault.keys.vault_key, new, made.clock.now_ms())
    vault.close()
    with pytest.raises(UserError, match="recovery-code-unknown"):
        recover(made.folder, old, "Anouk", NEW, made.clock)
    for name in ("slots-a", "slots-b"):
        with pytest.raises(UserError, match="recovery-code-unknown"):
            SlotFile.decode((made.folder / name).read_bytes()).open_recovery(seed_of(old))
    recover(made.folder, new, "Anouk", NEW, made.clock)
    opened(made, "Anouk", NEW).close()


def test_a_sheet_whose_making_was_cut_off_works_after_the_next_opening(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, code = made.open(), new_code()
    with monkeypatch.context() as patched:
        patched.setattr(recovery, "wrap_for_sheet", lambda _vault, _key: None)
        let_sheet_in(vault, vault.keys.vault_key, code, made.clock.now_ms())
    vault.close()
    made.open().close()
    recover(made.folder, code, "Anouk", NEW, made.clock)


def test_only_an_administrator_makes_a_sheet_and_only_one_is_recovered(made: Made) -> None:
    vault, code = with_sheet(made)
    add_user(vault, "Fatima", "mentor")
    vault.close()
    for name in ("Fatima", "niemand"):
        with pytest.raises(UserError, match="recover-not-admin"):
            recover(made.folder, code, name, NEW, made.clock)
    with pytest.raises(UserError, match="recovery-code-unknown"):
        recover(made.folder, new_code(), "Anouk", NEW, made.clock)
    fatima = opened(made, "Fatima")
    with pytest.raises(UserError, match="not-admin"):
        let_sheet_in(fatima, fatima.keys.vault_key, new_code(), NOW_MS)
    with pytest.raises(UserError, match="already-open"):
        recover(made.folder, code, "Anouk", NEW, made.clock)
    fatima.close()


def test_no_part_of_the_code_is_in_any_file(made: Made) -> None:
    vault, code = with_sheet(made)
    vault.close()
    for path in made.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert code not in content
            assert seed_of(code) not in content


def test_what_the_sheet_lacks_is_given_by_whoever_holds_it_at_their_next_unlock(made: Made) -> None:
    vault, code = with_sheet(made)
    add_user(vault, "Fatima", "mentor", "safeguarding_lead")
    first_desk = vault.keyring.current(Purpose.DESK)
    vault.close()
    recover(made.folder, code, "Anouk", NEW, made.clock)
    opened(made, "Anouk", NEW).close()
    opened(made, "Fatima").close()
    anouk = opened(made, "Anouk", NEW)
    assert first_desk is not None
    assert first_desk.key_id in {key.key_id for key in anouk.keyring.all()}
    current = anouk.keyring.current(Purpose.DESK)
    assert current is not None
    assert current.recipient == anouk.card.desk_recipient
    anouk.close()


def test_new_secrets_for_a_forgotten_passphrase_keep_the_person_and_kill_the_old_slot(made: Made) -> None:
    vault = made.open()
    person = add_user(vault, "Fatima", "mentor")
    vault.close()
    fatima = opened(made, "Fatima")
    written = fatima.append([piece("van Fatima")])[0]
    fatima.close()
    vault = made.open()
    slot_file = vault.people.slot_file()
    vault.people.reissue(person, "Fatima", derive(slot_file.vault_salt, "Fatima", NEW, slot_file.parameters))
    assert [(user.person, user.has_slot) for user in vault.people.users() if user.name == "Fatima"] == [(person, True)]
    vault.close()
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        unlock(made.folder, "Fatima", PASSPHRASE, made.clock)
    again = opened(made, "Fatima", NEW)
    assert again.certificate.person == person
    assert texts(again) == {"van Fatima"}
    assert again.append([piece()])[0].writer != written.writer
    again.close()
    assert verify_vault(made.folder, unlock(made.folder, "Fatima", NEW, made.clock)).findings == ()


def test_new_secrets_are_refused_for_oneself_a_stranger_and_by_who_is_no_administrator(made: Made) -> None:
    vault = made.open()
    anouk, fatima = vault.certificate.person, add_user(vault, "Fatima", "mentor")
    slot_file = vault.people.slot_file()
    keys = derive(slot_file.vault_salt, "x", NEW, slot_file.parameters)
    for person, name, code in ((anouk, "Anouk", "own-account"), ("e" * 32, "x", "person-unknown"),
                               (fatima, "Anouk", "name-taken")):  # fmt: skip
        with pytest.raises(UserError, match=code):
            vault.people.reissue(person, name, keys)
    vault.close()
    mentor = opened(made, "Fatima")
    with pytest.raises(UserError, match="not-admin"):
        mentor.people.reissue(anouk, "Anouk", keys)
    mentor.close()
