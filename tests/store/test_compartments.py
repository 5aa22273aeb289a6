from collections.abc import Iterator
from dataclasses import replace

import pytest
from msgspec import structs

from baken import crypto
from baken.errors import UserError
from baken.model.codes import Capability
from baken.store import members
from baken.store.granting import audience_of, is_restricted, targets_of
from baken.store.journal import NewEntry
from baken.store.keyring import AUDIT_TARGET, CARD_TARGET, LEAD_TARGET, TEAM_TARGET, Keyring, person_target, target_of
from baken.store.slots import unlock
from baken.store.trust import COMPARTMENTS, Purpose, SharedKey, shared_with
from baken.store.vault import OpenVault, open_vault
from baken.store.verify import verify_vault
from baken.wire.grant import OPEN
from baken.wire.records import Audience

from .vaults import NOW_MS, PASSPHRASE, Made, add_user, piece, texts

ON_DUTY = {Purpose.CARD, Purpose.TEAM, Purpose.EXCHANGE}
HOLDS = {
    Capability.MENTOR: ON_DUTY,
    Capability.SAFEGUARDING_LEAD: ON_DUTY | {Purpose.LEAD, Purpose.AUDIT, Purpose.DESK},
    Capability.ADMIN: ON_DUTY | {Purpose.SITE_SEED},
    Capability.REGISTRY_ANALYST: ON_DUTY | {Purpose.LEAD, Purpose.DESK},
    Capability.AUDITOR: {Purpose.AUDIT},
    Capability.SHIFT: {Purpose.CARD},
    Capability.ERASE: set(),
}


def open_as(made: Made, name: str) -> OpenVault:
    vault = open_vault(made.folder, unlock(made.folder, name, PASSPHRASE, made.clock), made.clock)
    vault.catch_up()
    return vault


def restricted(vault: OpenVault, words: str, *targets: str) -> NewEntry:
    made = piece(words)
    return NewEntry(kind=made.kind, entity=made.entity, body=made.body, targets=targets or (LEAD_TARGET, me(vault)))


def me(vault: OpenVault) -> str:
    return person_target(vault.certificate.person)


@pytest.fixture
def team(made: Made) -> Iterator[Made]:
    """Anouk, who holds everything, and the mentors Fatima and Bram."""
    vault = made.open()
    for name in ("Fatima", "Bram"):
        add_user(vault, name, "mentor")
    vault.close()
    yield made
    assert verify_vault(made.folder, made.keys).findings == ()


# --- who holds what --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("capability", list(Capability))
def test_an_account_holds_what_its_capability_gives_and_no_more(made: Made, capability: Capability) -> None:
    assert shared_with([capability]) == HOLDS[capability]
    vault = made.open()
    add_user(vault, "Iemand", capability)
    vault.close()
    somebody = open_as(made, "Iemand")
    assert {key.purpose for key in somebody.keyring.all()} == HOLDS[capability]
    somebody.close()


def test_several_capabilities_add_up_and_an_unknown_one_gives_nothing() -> None:
    assert shared_with(["auditor", "shift"]) == {Purpose.AUDIT, Purpose.CARD}
    assert shared_with(["a-newer-one"]) == frozenset()


def test_what_an_administrator_could_not_give_the_next_member_hands_on(made: Made) -> None:
    vault = made.open()
    geheim = vault.append([restricted(vault, "alleen voor wie leidt", LEAD_TARGET)])[0]
    add_user(vault, "Bram", "admin")
    vault.close()
    bram = open_as(made, "Bram")
    add_user(bram, "Marieke", "safeguarding_lead")
    bram.close()
    marieke = open_as(made, "Marieke")
    assert (marieke.desk_identities(), texts(marieke)) == ([], set())
    marieke.close()
    made.open().close()
    marieke = open_as(made, "Marieke")
    assert {key.purpose for key in marieke.keyring.all()} == HOLDS[Capability.SAFEGUARDING_LEAD]
    assert marieke.journal.bundle_entries([geheim.entry])
    shares = marieke.connection.execute("SELECT count(*) FROM key_share").fetchone()
    marieke.close()
    vault = made.open()
    assert vault.connection.execute("SELECT count(*) FROM key_share").fetchone() == shares  # nothing twice
    vault.close()


# --- what a key opens ------------------------------------------------------------------------------------------


def ring(*keys: SharedKey) -> Keyring:
    made = Keyring()
    for key in keys:
        made.add(key)
    return made


@pytest.mark.parametrize("purpose", COMPARTMENTS)
def test_the_key_of_another_compartment_opens_nothing(purpose: Purpose) -> None:
    keys = {each: SharedKey.new(each) for each in COMPARTMENTS}
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    grant = ring(keys[purpose]).grant(target_of(purpose), entry=entry, content_key=content_key, day=20_000)
    assert ring(keys[purpose]).content_key(grant, entry) == content_key
    others = ring(*(key for each, key in keys.items() if each is not purpose))
    assert not others.can_open(grant)
    assert others.content_key(grant, entry) is None
    for other in COMPARTMENTS:
        if other is not purpose:
            moved = structs.replace(grant, target=target_of(other))
            assert ring(*keys.values()).content_key(moved, entry) is None


@pytest.mark.parametrize("purpose", COMPARTMENTS)
def test_a_key_that_goes_by_the_right_name_and_is_another_is_refused(purpose: Purpose) -> None:
    key = SharedKey.new(purpose)
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    grant = ring(key).grant(target_of(purpose), entry=entry, content_key=content_key, day=20_000)
    with pytest.raises(UserError, match="seal-broken"):
        ring(replace(key, secret=crypto.random_bytes(32))).content_key(grant, entry)
    with pytest.raises(UserError, match="seal-broken"):
        ring(key).content_key(grant, crypto.random_bytes(32))


def test_what_is_granted_goes_to_the_newest_key_also_of_who_has_only_an_older_one() -> None:
    old, new = SharedKey.new(Purpose.LEAD), SharedKey.new(Purpose.LEAD)
    late = ring(old)
    late._public[Purpose.LEAD] = (new.key_id, new.recipient)
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    grant = late.grant(LEAD_TARGET, entry=entry, content_key=content_key, day=1)
    assert grant.is_public
    assert late.content_key(grant, entry) is None
    assert ring(old, new).content_key(grant, entry) == content_key


# --- restricted pieces -----------------------------------------------------------------------------------------


def test_a_restricted_piece_is_read_by_its_author_and_the_lead_and_by_nobody_else(team: Made) -> None:
    fatima = open_as(team, "Fatima")
    written = fatima.append([restricted(fatima, "alleen voor Anouk")])[0]
    assert (written.restricted, written.readable) == (True, True)
    assert any("alleen voor Anouk" in row for row in fatima.view.dump())
    dump = fatima.view.dump()
    fatima.rebuild()
    assert fatima.view.dump() == dump
    fatima.close()
    bram = open_as(team, "Bram")
    assert texts(bram) == set()
    assert not any("alleen voor Anouk" in row or written.entry in row.lower() for row in bram.view.dump())
    with pytest.raises(UserError, match="not-found"):
        bram.journal.bundle_entries([written.entry])
    bram.close()
    anouk = team.open()
    assert texts(anouk) == {"alleen voor Anouk"}
    assert [entry.restricted for entry in anouk.journal.decoded(0, 1000)[0]] == [True]
    anouk.close()


def test_who_adds_to_what_they_may_not_read_keeps_nothing_of_it(team: Made) -> None:
    fatima = open_as(team, "Fatima")
    written = fatima.append([restricted(fatima, "voor de leiding", LEAD_TARGET, AUDIT_TARGET)])[0]
    assert not written.readable
    assert (texts(fatima), fatima.view.dump()) == (set(), [])
    assert fatima.view.applied() == fatima.journal.last_arrival()
    fatima.append([piece("voor iedereen")])
    dump = fatima.view.dump()
    assert any("voor iedereen" in row for row in dump)
    fatima.rebuild()
    assert fatima.view.dump() == dump
    fatima.close()
    anouk = team.open()
    assert texts(anouk) == {"voor de leiding", "voor iedereen"}
    assert targets_of(anouk.connection, [written.entry]) == {written.entry: {LEAD_TARGET, AUDIT_TARGET}}
    anouk.close()


def test_a_piece_for_one_person_opens_with_that_persons_key_alone(team: Made) -> None:
    anouk = team.open()
    fatima_id = next(user.person for user in anouk.people.users() if user.name == "Fatima")
    written = anouk.append([restricted(anouk, "voor Fatima", person_target(fatima_id))])[0]
    assert (written.readable, texts(anouk)) == (False, set())
    anouk.close()
    for name, words in (("Fatima", {"voor Fatima"}), ("Bram", set())):
        somebody = open_as(team, name)
        assert texts(somebody) == words
        somebody.close()


def test_nothing_is_granted_any_more_to_somebody_who_was_removed(team: Made) -> None:
    fatima = open_as(team, "Fatima")
    closed, gone = restricted(fatima, "van Fatima"), fatima.certificate.person
    first = fatima.append([closed])[0]
    fatima.close()
    anouk = team.open()
    seed = anouk.keyring.current(Purpose.SITE_SEED)
    assert seed is not None
    with anouk.transaction():
        for document in members.revocations_of(anouk.connection, seed.secret, anouk.card.site, gone):
            entry = anouk.append([members.revocation_entry(document)])[0]
            members.keep_revocation(anouk.connection, entry, gone, document)
    again = anouk.append([restricted(anouk, "verbeterd", *closed.targets)])[0]
    found = targets_of(anouk.connection, [first.entry, again.entry])
    assert found == {first.entry: {LEAD_TARGET, person_target(gone)}, again.entry: {LEAD_TARGET}}
    anouk.close()


def test_a_damaged_grant_is_named_and_another_one_still_opens(team: Made) -> None:
    anouk = team.open()
    both = anouk.append([restricted(anouk, "twee wegen")])[0]
    with anouk.transaction():
        anouk.connection.execute("UPDATE grants SET wrap = zeroblob(48) WHERE target = ?", (LEAD_TARGET,))
    anouk.journal.unreadable.clear()
    assert texts(anouk) == {"twee wegen"}
    assert anouk.journal.unreadable == {both.entry}
    with anouk.transaction():
        anouk.connection.execute("DELETE FROM grants WHERE target = ?", (LEAD_TARGET,))
    assert texts(anouk) == {"twee wegen"}
    anouk.close()


# --- other sites -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("targets", "audience", "is_narrow"),
    [
        ({CARD_TARGET}, Audience.CARD, False),
        ({TEAM_TARGET, AUDIT_TARGET}, Audience.TEAM, False),
        ({LEAD_TARGET, person_target("1" * 32)}, Audience.LEAD, True),
        ({"nameless-pub"}, Audience.LEAD, True),
        ({OPEN}, Audience.LEAD, False),
    ],
)
def test_the_audience_elsewhere_is_never_wider_than_here(
    targets: set[str], audience: Audience, is_narrow: bool
) -> None:
    assert (audience_of(targets), is_restricted(targets)) == (audience, is_narrow)


def test_what_comes_in_is_granted_to_its_audience_whoever_takes_it_in(team: Made, foreign: Made) -> None:
    there = foreign.open()
    written = there.append(
        [restricted(there, "voor de kaart", CARD_TARGET), piece("voor het team"), restricted(there, "voor de leiding")]
    )
    entries = there.journal.bundle_entries([entry.entry for entry in written])
    there.close()
    assert [entry.audience for entry in entries] == [Audience.CARD, Audience.TEAM, Audience.LEAD]
    bram = open_as(team, "Bram")
    taking = bram.begin_import(bundle="b" * 32, site="f" * 64)
    list(taking.insert(entries))
    with bram.transaction():
        taking.close(now_ms=NOW_MS)
    bram.catch_up()
    assert texts(bram) == {"voor de kaart", "voor het team"}
    assert not any("leiding" in row for row in bram.view.dump())
    bram.close()
    anouk = team.open()
    assert texts(anouk) == {"voor de kaart", "voor het team", "voor de leiding"}
    assert list(targets_of(anouk.connection, [written[2].entry]).values()) == [{LEAD_TARGET}]
    anouk.close()
