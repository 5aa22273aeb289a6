from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, UserError
from baken.store.journal import EARLIEST_MS, LATEST_MS, NewEntry, is_absurd
from baken.store.keyring import TEAM_TARGET, Keyring
from baken.store.trust import Purpose, SharedKey, identity_of, open_share, pair_seed, recipient_of
from baken.store.vault import OpenVault
from baken.wire.age import hpke_public_of
from baken.wire.age_keys import parse_identity, parse_recipient
from baken.wire.age_keys import recipient_of as age_recipient_of
from baken.wire.chain import verify_chain
from baken.wire.grant import Grant, make_public_grant

from .vaults import NOW_MS, Made, make_vault, piece

DAY_MS = 86_400_000


@pytest.fixture
def vault(made: Made) -> Iterator[OpenVault]:
    opened = made.open()
    yield opened
    opened.close()


def test_entries_form_one_chain_and_take_arrivals_in_order(vault: OpenVault) -> None:
    written = vault.append([piece() for _ in range(3)]) + vault.append([piece()])
    assert [entry.sequence for entry in written] == [written[0].sequence + step for step in range(4)]
    assert [entry.arrival for entry in written] == [written[0].arrival + step for step in range(4)]
    verify_chain(row[0] for row in vault.connection.execute("SELECT header FROM entry").fetchall())


def test_what_is_returned_is_what_is_read_back(vault: OpenVault) -> None:
    new = NewEntry(
        kind="observation", version=1, youths=("1" * 32, "2" * 32), entity="3" * 32, base=("4" * 64,), body=b'{"a":1}'
    )
    written = vault.append([new])
    read, upto = vault.journal.decoded(0, 1000)
    assert read == written
    assert upto == written[0].arrival == vault.journal.last_arrival()
    assert (read[0].youths, read[0].base, read[0].body) == (new.youths, new.base, b'{"a":1}')
    assert (read[0].author, read[0].site, read[0].wall_ms) == ("Anouk", "", NOW_MS)


def test_reading_goes_on_where_it_stopped(vault: OpenVault) -> None:
    written = vault.append([piece() for _ in range(10)])
    after, found = 0, []
    while after < vault.journal.last_arrival():
        entries, after = vault.journal.decoded(after, 3)
        assert len(entries) <= 3
        found += entries
    assert found == written
    assert vault.journal.decoded(after, 3) == ([], after)


@pytest.mark.parametrize("wall_ms", [0, EARLIEST_MS - 1, LATEST_MS])
def test_an_absurd_clock_is_marked_and_never_a_reason_to_refuse(made: Made, vault: OpenVault, wall_ms: int) -> None:
    made.clock.set(wall_ms)
    assert is_absurd(wall_ms)
    written = vault.append([piece()])[0]
    assert (written.wall_ms, written.clock_doubtful) == (wall_ms, True)


def test_a_clock_before_the_last_entry_is_marked_and_the_order_holds(made: Made, vault: OpenVault) -> None:
    first = vault.append([piece()])[0]
    made.clock.set(NOW_MS - 1)
    second = vault.append([piece()])[0]
    made.clock.set(NOW_MS + 1)
    third = vault.append([piece()])[0]
    assert [entry.clock_doubtful for entry in (first, second, third)] == [False, True, False]
    assert first.logical < second.logical < third.logical
    assert vault.journal.decoded(0, 1000)[0] == [first, second, third]


@pytest.mark.parametrize("target", ["compartment:cellar", f"person:{'0' * 32}", "nameless-pub"])
def test_a_target_that_is_not_of_this_vault_is_refused(vault: OpenVault, target: str) -> None:
    last = vault.journal.last_arrival()
    with pytest.raises(UserError, match="not-a-member"):
        vault.append([NewEntry(kind="observation", body=b"{}", targets=(TEAM_TARGET, target))])
    assert vault.journal.last_arrival() == last


def test_a_body_above_a_mebibyte_is_refused_and_nothing_is_written(vault: OpenVault) -> None:
    last = vault.journal.last_arrival()
    with pytest.raises(UserError, match="too-large"):
        vault.append([piece(), piece("x" * (1 << 20))])
    assert vault.journal.last_arrival() == last


def test_an_entry_whose_certificate_is_gone_is_our_bug(vault: OpenVault) -> None:
    with pytest.raises(BugError):
        vault.journal.signer(99)


def test_no_entry_is_granted_to_more_than_its_target(vault: OpenVault) -> None:
    written = vault.append([piece()])[0]
    rows = vault.connection.execute(
        "SELECT target, day FROM grants JOIN entry ON entry.number = grants.entry WHERE entry.id = unhex(?)",
        (written.entry,),
    ).fetchall()
    assert rows == [(TEAM_TARGET, NOW_MS // DAY_MS)]


@settings(max_examples=15)
@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=4), max_size=5), st.integers(1, 7))
def test_any_texts_come_back_whatever_the_slices(
    template: Made, tmp_path_factory: pytest.TempPathFactory, saves: list[list[str]], limit: int
) -> None:
    vault = template.copy(tmp_path_factory.mktemp("texts") / "vault").open()
    written = [entry for texts in saves for entry in vault.append([piece(text or "leeg") for text in texts])]
    after, found = 0, []
    while after < vault.journal.last_arrival():
        entries, after = vault.journal.decoded(after, limit)
        found += entries
    assert found == written
    vault.close()


# --- keys ------------------------------------------------------------------------------------------------------


def ring(*keys: SharedKey) -> Keyring:
    made = Keyring()
    for key in keys:
        made.add(key)
    return made


def test_the_key_of_one_day_says_nothing_of_another(vault: OpenVault) -> None:
    team = SharedKey.new(Purpose.TEAM)
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    grant = ring(team).grant(TEAM_TARGET, entry=entry, content_key=content_key, day=20_000)
    assert ring(team).content_key(grant, entry) == content_key
    other_day = Grant(target=grant.target, key_id=grant.key_id, day=20_001, wrap=grant.wrap)
    with pytest.raises(UserError, match="seal-broken"):
        ring(team).content_key(other_day, entry)


def test_a_new_epoch_writes_with_its_own_key_and_old_grants_still_open() -> None:
    old, new = SharedKey.new(Purpose.TEAM), SharedKey.new(Purpose.TEAM)
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    before = ring(old).grant(TEAM_TARGET, entry=entry, content_key=content_key, day=1)
    both = ring(old, new)
    assert both.grant(TEAM_TARGET, entry=entry, content_key=content_key, day=1).key_id == new.key_id
    assert both.content_key(before, entry) == content_key
    assert ring(new).content_key(before, entry) is None


def test_somebody_outside_the_team_can_add_to_what_they_may_not_read() -> None:
    team = SharedKey.new(Purpose.TEAM)
    entry, content_key = crypto.random_bytes(32), crypto.random_bytes(32)
    grant = make_public_grant(
        TEAM_TARGET, recipient=hpke_public_of(team.recipient), key_id=team.key_id, entry=entry, content_key=content_key
    )
    assert ring(team).content_key(grant, entry) == content_key
    assert ring().content_key(grant, entry) is None


def test_the_current_epoch_and_two_past_ones_open_bundles() -> None:
    desks = [SharedKey.new(Purpose.DESK) for _ in range(4)]
    assert ring(*desks).identities(Purpose.DESK) == [desk.secret for desk in reversed(desks[1:])]
    assert ring(*desks).all() == tuple(desks)
    assert ring().identities(Purpose.DESK) == []


def test_recipients_and_identities_are_those_of_age() -> None:
    desk = SharedKey.new(Purpose.DESK)
    seed = pair_seed(Purpose.DESK, desk.secret)
    identity = parse_identity(identity_of(seed))
    assert age_recipient_of(identity) == parse_recipient(desk.recipient)
    assert desk.recipient == recipient_of(seed)
    with pytest.raises(UserError, match="key-text-invalid"):
        hpke_public_of("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")


def test_a_share_opens_for_its_purpose_and_its_reader_only(vault: OpenVault, made: Made) -> None:
    desk = SharedKey.new(Purpose.DESK)
    body = desk.share_with([vault.certificate])
    seed = made.keys.secrets.recipient_seed
    assert open_share(Purpose.DESK, desk.key_id, body.shares[0].wrap, seed) == desk.secret
    with pytest.raises(UserError):
        open_share(Purpose.EXCHANGE, desk.key_id, body.shares[0].wrap, seed)
    with pytest.raises(UserError):
        open_share(Purpose.DESK, desk.key_id, body.shares[0].wrap, crypto.hpke_seed())


def test_a_share_made_for_another_laptop_and_a_repeated_one_are_passed_over(vault: OpenVault) -> None:
    before = vault.keyring.all()
    with vault.transaction():
        vault.connection.execute(
            "INSERT INTO key_share"
            " SELECT entry - 1, purpose, key_id, recipient, valid_until, person, wrap FROM key_share"
        )
        vault.connection.execute(
            "INSERT INTO key_share VALUES (1, 'team', zeroblob(16), '', NULL, ?, zeroblob(1200))",
            (vault.certificate.person,),
        )
    found = Keyring.of(vault.connection, vault.certificate.person, vault.keys.secrets.recipient_seed)
    assert found.all() == before


def test_the_first_user_holds_every_secret_and_the_card_shows_the_desk(vault: OpenVault) -> None:
    assert {key.purpose for key in vault.keyring.all()} == set(Purpose)
    desk = vault.keyring.current(Purpose.DESK)
    assert desk is not None
    assert (vault.card.desk_recipient, vault.card.desk_valid_until) == (desk.recipient, desk.valid_until)
    assert vault.desk_identities() == [identity_of(desk.secret)]


def test_two_vaults_have_nothing_in_common(template: Made, foreign_template: Made, made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    ours = {key.secret for key in here.keyring.all()} | {here.laptop_seed, made.keys.vault_key}
    theirs = {key.secret for key in there.keyring.all()} | {there.laptop_seed, foreign.keys.vault_key}
    assert not ours & theirs
    assert here.card.site != there.card.site
    here.close()
    there.close()


def test_a_live_vault_is_not_marked_as_practice(tmp_path_factory: pytest.TempPathFactory) -> None:
    live = make_vault(tmp_path_factory.mktemp("live") / "vault", practice=False).open()
    assert (live.card.practice, live.certificate.practice) == (False, False)
    live.close()
