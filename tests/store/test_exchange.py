from collections.abc import Iterator

import pytest

from baken.errors import BugError
from baken.model.codes import Delivery
from baken.store.exchange import Mailbox, Outgoing
from baken.store.vault import OpenVault

from .vaults import Made

SITE, OTHER, BUNDLE = "a" * 64, "b" * 64, "c" * 32
SENT = Outgoing(bundle=BUNDLE, addressee=SITE, file=f"{BUNDLE}.age", made_ms=5, pieces=3, signals=1)


@pytest.fixture
def vault(made: Made) -> Iterator[OpenVault]:
    opened = made.open()
    yield opened
    opened.close()


def test_a_bundle_waits_until_the_mailbox_proves_that_it_came(vault: OpenVault) -> None:
    with vault.transaction():
        vault.exchange.add_outgoing(SENT)
    assert vault.exchange.outgoing() == vault.exchange.outgoing(waiting=True) == [SENT]
    with vault.transaction():
        assert vault.exchange.mark_at_registry(SENT, b"signed", 7)
    row = vault.exchange.outgoing()[0]
    assert (row.delivery, row.registry_receipt, row.registry_ms) == (Delivery.AT_REGISTRY, b"signed", 7)
    assert vault.exchange.outgoing(waiting=True) == []


def test_received_needs_the_addressees_own_proof_and_never_goes_back(vault: OpenVault) -> None:
    with vault.transaction():
        vault.exchange.add_outgoing(SENT)
        assert not vault.exchange.mark_received(BUNDLE, OTHER, b"signed", 8)
        assert vault.exchange.mark_received(BUNDLE, SITE, b"signed by the addressee", 9)
        assert not vault.exchange.mark_received(BUNDLE, SITE, b"again", 10)
        assert vault.exchange.mark_at_registry(SENT, b"late", 11)
        assert not vault.exchange.mark_at_registry(SENT, b"again", 12)
    row = vault.exchange.outgoing()[0]
    assert (row.delivery, row.addressee_receipt, row.addressee_ms) == (
        Delivery.RECEIVED,
        b"signed by the addressee",
        9,
    )
    assert (row.registry_receipt, row.registry_ms) == (b"late", 11)


def test_a_receipt_of_ours_is_not_itself_received(vault: OpenVault) -> None:
    receipt = Outgoing(bundle=BUNDLE, addressee=SITE, kind="receipt", file="r.age", made_ms=5)
    with vault.transaction():
        vault.exchange.add_outgoing(receipt)
        assert not vault.exchange.mark_received(BUNDLE, SITE, b"signed", 8)


def test_no_step_of_delivery_without_a_proof(vault: OpenVault) -> None:
    with pytest.raises(BugError), vault.transaction():
        vault.exchange.mark_at_registry(SENT, b"", 7)


def test_one_bundle_may_go_to_several_sites(vault: OpenVault) -> None:
    other = Outgoing(bundle=BUNDLE, addressee=OTHER, file=f"{BUNDLE}.age", made_ms=5, pieces=3, signals=1)
    with vault.transaction():
        vault.exchange.add_outgoing(other)
        vault.exchange.add_outgoing(SENT)
        vault.exchange.mark_received(BUNDLE, OTHER, b"signed", 8)
    assert [(row.addressee, row.delivery) for row in vault.exchange.outgoing()] == [
        (SITE, Delivery.WAITING),
        (OTHER, Delivery.RECEIVED),
    ]


def test_the_mailbox_is_remembered_and_another_takes_its_place(vault: OpenVault) -> None:
    assert vault.exchange.mailbox() is None
    with vault.transaction():
        vault.exchange.enrol("https://one.example", bytes(32), 1)
        vault.exchange.note_sync(4)
    first = Mailbox(address="https://one.example", public=bytes(32), enrolled_ms=1, synced_ms=4)
    assert vault.exchange.mailbox() == first
    with vault.transaction():
        vault.exchange.enrol("https://two.example", b"2" * 32, 5)
    second = Mailbox(address="https://two.example", public=b"2" * 32, enrolled_ms=5, synced_ms=None)
    assert vault.exchange.mailbox() == second


def test_what_the_mailbox_must_be_told_is_kept_until_it_knows(vault: OpenVault) -> None:
    with vault.transaction():
        vault.exchange.owe_acknowledgement("second", "imported", 2)
        vault.exchange.owe_acknowledgement("first", "refused", 1)
        vault.exchange.owe_acknowledgement("first", "imported", 3)
    owed = vault.exchange.owed_acknowledgements()
    assert [(row.parcel, row.result, row.taken_ms) for row in owed] == [
        ("first", "refused", 1),
        ("second", "imported", 2),
    ]
    with vault.transaction():
        vault.exchange.acknowledged("first")
    assert [row.parcel for row in vault.exchange.owed_acknowledgements()] == ["second"]


def test_nothing_is_changed_outside_a_transaction(vault: OpenVault) -> None:
    from sqlcipher3 import dbapi2

    with pytest.raises(dbapi2.Error):
        vault.exchange.add_outgoing(SENT)
    assert vault.exchange.outgoing() == []


def test_a_file_handed_over_by_hand_never_waits_and_can_be_received(vault: OpenVault) -> None:
    by_hand = Outgoing(bundle=BUNDLE, addressee=SITE, file="", made_ms=5, pieces=3, signals=1)
    with vault.transaction():
        vault.exchange.add_outgoing(by_hand)
    assert vault.exchange.outgoing(waiting=True) == []
    assert vault.exchange.outgoing()[0].delivery is Delivery.HANDED_OVER
    with vault.transaction():
        assert vault.exchange.mark_received(BUNDLE, SITE, b"signed by the addressee", 9)
    assert vault.exchange.outgoing()[0].delivery is Delivery.RECEIVED


def test_a_refused_bundle_waits_with_its_reason_until_it_goes_after_all(vault: OpenVault) -> None:
    with vault.transaction():
        vault.exchange.add_outgoing(SENT)
        vault.exchange.mark_refused(SENT, "quota")
    (row,) = vault.exchange.outgoing(waiting=True)
    assert (row.delivery, row.refusal) == (Delivery.WAITING, "quota")
    with vault.transaction():
        vault.exchange.mark_at_registry(SENT, b"signed", 7)
        vault.exchange.mark_refused(SENT, "late news")
    assert vault.exchange.outgoing()[0].refusal == ""
