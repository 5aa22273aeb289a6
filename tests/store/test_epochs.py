import pytest

from baken.store.epochs import EPOCH_MS, RENEW_BEFORE_MS, read_public
from baken.store.slots import unlock
from baken.store.trust import Purpose
from baken.store.vault import open_vault
from baken.store.verify import verify_vault
from baken.wire.certificate import fingerprint, verify_card

from .vaults import NOW_MS, PASSPHRASE, Made, add_user


def test_the_identities_are_renewed_before_they_end_and_the_old_ones_still_open(made: Made) -> None:
    vault = made.open()
    before, old = vault.card, vault.desk_identities()
    vault.close()
    made.clock.set(NOW_MS + EPOCH_MS - RENEW_BEFORE_MS)
    vault = made.open()
    assert vault.card.desk_recipient != before.desk_recipient
    assert vault.card.desk_valid_until == made.clock.now_ms() + EPOCH_MS
    assert fingerprint(vault.card) == fingerprint(before)
    assert vault.desk_identities()[1:] == old
    assert verify_card(read_public(made.folder)) == vault.card
    identities = vault.desk_identities()
    vault.close()
    vault = made.open()
    assert vault.desk_identities() == identities
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


def test_every_member_gets_the_new_identities(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Marieke", "safeguarding_lead")
    vault.close()
    made.clock.set(NOW_MS + EPOCH_MS)
    keys = unlock(made.folder, "Marieke", PASSPHRASE, made.clock)
    lead = open_vault(made.folder, keys, made.clock)
    assert len(lead.desk_identities()) == 1  # only somebody with the site seed renews
    lead.close()
    admin = made.open()
    identities = admin.desk_identities()
    admin.close()
    lead = open_vault(made.folder, keys, made.clock)
    assert lead.desk_identities() == identities
    assert lead.keyring.current(Purpose.SITE_SEED) is None
    lead.close()


def test_an_administrator_who_is_no_lead_renews_the_desk_and_does_not_keep_it(made: Made) -> None:
    vault = made.open()
    add_user(vault, "Bram", "admin")
    vault.close()
    made.clock.set(NOW_MS + EPOCH_MS)
    bram = open_vault(made.folder, unlock(made.folder, "Bram", PASSPHRASE, made.clock), made.clock)
    card = bram.card
    assert card.desk_valid_until == NOW_MS + 2 * EPOCH_MS
    assert bram.desk_identities() == []
    bram.close()
    vault = made.open()
    desk = vault.keyring.current(Purpose.DESK)
    assert desk is not None
    assert (len(vault.desk_identities()), desk.recipient) == (2, card.desk_recipient)
    vault.close()


@pytest.mark.parametrize("wall_ms", [0, NOW_MS, 2 * 4_102_444_800_000])
def test_an_absurd_or_early_clock_renews_nothing(made: Made, wall_ms: int) -> None:
    made.clock.set(wall_ms)
    vault = made.open()
    assert len(vault.desk_identities()) == 1
    vault.close()


@pytest.mark.parametrize("content", [b"", b"garbage", None])
def test_a_public_file_that_is_none_is_reported_and_written_again(made: Made, content: bytes | None) -> None:
    path = made.folder / "public"
    card = read_public(made.folder)
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    vault = made.open()
    assert vault.findings == ("public-differs",)
    vault.close()
    assert read_public(made.folder) == card
    vault = made.open()
    assert vault.findings == ()
    vault.close()


def test_another_sites_card_in_our_folder_is_reported(made: Made, foreign: Made) -> None:
    (made.folder / "public").write_bytes((foreign.folder / "public").read_bytes())
    vault = made.open()
    assert vault.findings == ("public-differs",)
    vault.close()


def test_an_older_card_of_ours_is_brought_up_to_date_without_a_word(made: Made) -> None:
    older = read_public(made.folder)
    made.clock.set(NOW_MS + EPOCH_MS)
    made.open().close()
    newer = read_public(made.folder)
    (made.folder / "public").write_bytes(older)
    vault = made.open()
    assert vault.findings == ()
    vault.close()
    assert read_public(made.folder) == newer != older
