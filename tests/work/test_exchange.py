"""Two sites: cards, sealing, taking in, receipts; and everything that must not come in."""

from pathlib import Path

import msgspec
import pytest

from baken.errors import Cancelled, UserError
from baken.model import commands, views_exchange
from baken.model.clock import FixedClock
from baken.model.codes import Basis, Delivery, SignalState
from baken.model.ids import EntityId
from baken.model.records import Observation
from baken.store.journal import NewEntry
from baken.store.trust import Purpose
from baken.wire.certificate import SiteCard, sign_card
from baken.work import exporting, inspecting
from baken.work.exporting import Chosen
from baken.work.ids import new_id
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.practice import PEOPLE, PUBLISHED, build_practice_vault
from baken.work.quarantine import sweep
from baken.work.workspace import Workspace

from .conftest import KDF, OpenSite
from .steps import YESTERDAY, correct, piece, trust, youth


def signal(workspace: Workspace) -> EntityId:
    yousef = youth(workspace, "Yousef", "Yousef Darwish")
    one, two = piece(workspace, "Nieuwe schoenen", yousef), piece(workspace, "Grijze Golf bij het hek", yousef)
    correct(workspace, two, "Grijze Golf, AE-000-Q", "kenteken erbij")
    piece(workspace, "Ander stukje, hoort er niet bij", yousef)
    command = commands.SaveSignal(
        about=(yousef,), observations=(one, two), facts="Schoenen en een auto", state=SignalState.PASSED_ON
    )
    return EntityId(workspace.execute(command).id)


def export(workspace: Workspace, chosen: Chosen, path: Path, to: str = "Locatie West") -> str:
    plan = workspace.prepare_bundle(to, chosen, basis=Basis.VITAL_INTEREST, basis_note="acuut")
    workspace.mark_exported(plan, workspace.seal_bundle(plan, path))
    return plan.id


def test_a_signal_arrives_with_its_pieces_versions_and_authors(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    sent = signal(east)
    export(east, Chosen(signals=(sent,)), tmp_path / "b.age")
    result = west.import_bundle(tmp_path / "b.age")
    assert (result.new, result.known, result.conflicts) == (5, 0, 0)
    arrived = west.signal(sent)
    assert arrived.facts == "Schoenen en een auto"
    assert arrived.site == east.user.site
    assert [youth.name for youth in arrived.about] == ["Yousef Darwish"]
    pieces = {row.text: row for row in arrived.observations}
    assert set(pieces) == {"Nieuwe schoenen", "Grijze Golf, AE-000-Q"}
    versions = west.observation(pieces["Grijze Golf, AE-000-Q"].id).versions
    assert [version.text for version in versions] == ["Grijze Golf, AE-000-Q", "Grijze Golf bij het hek"]
    assert {version.author for version in versions} == {"Anouk"}
    assert west.search("Ander") == []


def test_importing_twice_changes_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    west.import_bundle(tmp_path / "b.age")
    before = west.vault.view.dump()
    again = west.import_bundle(tmp_path / "b.age")
    assert (again.new, again.known) == (0, 5)
    assert west.vault.view.dump() == before
    assert len(west.exchange().incoming) == 1


def test_pieces_that_came_another_way_are_known(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    one = piece(east, "Wit busje")
    export(east, Chosen(observations=(one,)), tmp_path / "1.age")
    export(east, Chosen(observations=(one, piece(east, "Nog een keer"))), tmp_path / "2.age")
    west.import_bundle(tmp_path / "1.age")
    second = west.import_bundle(tmp_path / "2.age")
    assert (second.new, second.known) == (1, 1)


def test_a_dry_run_counts_and_changes_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    before = west.vault.view.dump()
    assert west.try_import(tmp_path / "b.age").new == 5
    assert west.vault.view.dump() == before
    assert west.exchange().incoming == ()


def test_what_went_out_is_recorded_with_its_basis(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    sent = signal(east)
    export(east, Chosen(signals=(sent,)), tmp_path / "b.age")
    (disclosure,) = east.signal(sent).disclosures
    assert (disclosure.form, disclosure.recipient, disclosure.basis) == ("bundle", "Locatie West", Basis.VITAL_INTEREST)
    (outgoing,) = east.exchange().outgoing
    assert (outgoing.to, outgoing.pieces, outgoing.signals) == ("Locatie West", 2, 1)
    assert outgoing.delivery is Delivery.HANDED_OVER


def test_the_disclosure_stays_at_home(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    sent = signal(east)
    export(east, Chosen(signals=(sent,)), tmp_path / "1.age")
    export(east, Chosen(signals=(sent,)), tmp_path / "2.age")
    west.import_bundle(tmp_path / "2.age")
    assert west.signal(sent).disclosures == ()


def test_a_dossier_travels_with_its_timeline(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    signal(east)
    yousef = east.dossiers()[0].youth.id
    export(east, Chosen(dossier=yousef), tmp_path / "b.age")
    west.import_bundle(tmp_path / "b.age")
    assert [row.youth.id for row in west.dossiers()] == [yousef]
    assert {row.text for row in west.observations(yousef)} == {row.text for row in east.observations(yousef)}
    assert len(west.signals()) == 1


def test_a_correction_made_elsewhere_stands_beside_ours(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    one = piece(east, "Auto om 22:00")
    export(east, Chosen(observations=(one,)), tmp_path / "1.age")
    west.import_bundle(tmp_path / "1.age")
    for workspace, text in ((east, "Auto om 23:00"), (west, "Auto om 21:00")):
        correct(workspace, one, text, "tijd")
    export(east, Chosen(observations=(one,)), tmp_path / "2.age")
    result = west.import_bundle(tmp_path / "2.age")
    assert (result.new, result.known, result.conflicts) == (1, 1, 1)
    both = west.observation(one)
    assert both.conflict
    assert {version.text for version in both.versions} == {"Auto om 22:00", "Auto om 23:00", "Auto om 21:00"}


def test_received_is_said_only_by_the_receiver(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    west.import_bundle(tmp_path / "b.age")
    (receipt,) = (west.vault.folder / "outbox").glob("*.age")
    assert east.exchange().outgoing[0].delivery is Delivery.HANDED_OVER
    assert east.import_bundle(receipt).new == 1
    assert east.exchange().outgoing[0].delivery is Delivery.RECEIVED
    assert east.import_bundle(receipt).new == 0


def test_a_bundle_of_an_unknown_site_says_whose_card_is_needed(
    east: Workspace, open_site: OpenSite, tmp_path: Path
) -> None:
    north = open_site("Locatie Noord")
    trust(east, north)
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age", "Locatie Noord")
    with pytest.raises(UserError) as refused:
        north.import_bundle(tmp_path / "b.age")
    assert refused.value.code == "site-not-trusted"
    assert refused.value.params["fingerprint"] == east.own_fingerprint()
    assert north.signals() == []
    trust(north, east)
    assert north.import_bundle(tmp_path / "b.age").new == 5


def test_a_bundle_for_somebody_else_stays_closed(
    east: Workspace, west: Workspace, open_site: OpenSite, tmp_path: Path
) -> None:
    north = open_site("Locatie Noord")
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    with pytest.raises(UserError, match="not-addressed-to-us"):
        north.import_bundle(tmp_path / "b.age")
    info = north.inspect_bundle(tmp_path / "b.age")
    assert (info.opened, info.recipients, info.recipient_kind) == (False, 1, "post-quantum")


def test_a_bundle_can_be_looked_into_before_it_is_taken_in(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    bundle = export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    info = west.inspect_bundle(tmp_path / "b.age")
    assert (info.bundle, info.site_name, info.verified, info.already_imported) == (bundle, "Locatie Oost", True, False)
    assert info.kinds == {"correction": 1, "dossier": 1, "observation": 2, "signal": 1}
    assert west.signals() == []
    west.import_bundle(tmp_path / "b.age")
    assert west.inspect_bundle(tmp_path / "b.age").already_imported


@pytest.mark.parametrize("where", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_flipped_bundle_changes_nothing(east: Workspace, west: Workspace, tmp_path: Path, where: float) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    data = bytearray((tmp_path / "b.age").read_bytes())
    data[int(where * len(data))] ^= 1
    (tmp_path / "b.age").write_bytes(data)
    before = west.vault.view.dump()
    with pytest.raises(UserError) as refused:
        west.import_bundle(tmp_path / "b.age")
    assert refused.value.code in {"not-a-bundle", "bundle-damaged", "not-addressed-to-us"}
    assert west.vault.view.dump() == before
    assert list((west.vault.folder / "quarantine").iterdir()) == []


def test_versions_of_one_piece_or_signal_count_once_everywhere(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    twice = signal(east)
    east.execute(commands.SaveSignal(entity=twice, base=east.signal(twice).heads, facts="Schoenen, en twee auto's"))
    piece(west, "Een eigen stukje", youth(west, "Yousef", "Yousef Darwish"))
    plan = east.prepare_bundle("Locatie West", Chosen(signals=(twice,)), basis=None)
    east.mark_exported(plan, east.seal_bundle(plan, tmp_path / "b.age"))
    assert (plan.pieces, plan.signals) == (2, 1)
    seen = west.inspect_bundle(tmp_path / "b.age")
    assert (seen.pieces, seen.signals) == (2, 1)
    tried = west.try_import(tmp_path / "b.age")
    assert (tried.pieces, tried.signals) == (2, 1)
    result = west.import_bundle(tmp_path / "b.age")
    assert (result.pieces, result.signals) == (2, 1)
    assert result.new > 3
    assert [(row.pieces, row.signals) for row in west.exchange().incoming] == [(2, 1)]
    for again in (west.try_import(tmp_path / "b.age"), west.import_bundle(tmp_path / "b.age")):
        assert (again.pieces, again.signals) == (0, 0)
    first = east.observation(east.signal(twice).observations[0].id)
    east.execute(
        commands.WithdrawObservation(entity=first.id, withdraws=first.versions[0].entry, why="Ging over iemand anders")
    )
    plan = east.prepare_bundle("Locatie West", Chosen(is_new=True), basis=None)
    east.mark_exported(plan, east.seal_bundle(plan, tmp_path / "2.age"))
    seen = west.inspect_bundle(tmp_path / "2.age")
    assert (plan.pieces, plan.signals) == (seen.pieces, seen.signals) == (2, 0)  # the withdrawn one, and another
    assert west.try_import(tmp_path / "2.age").pieces == west.import_bundle(tmp_path / "2.age").pieces == 1
    assert [(row.pieces, row.signals) for row in west.exchange().incoming] == [(1, 0), (2, 1)]


@pytest.mark.parametrize("keep", [0, 3, 10, 30, 300, 1500, 3000, 0.5, -1])
def test_a_bundle_that_is_cut_short_is_called_damaged_whoever_looks(
    east: Workspace, west: Workspace, tmp_path: Path, keep: float
) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    data = (tmp_path / "b.age").read_bytes()
    (tmp_path / "b.age").write_bytes(data[: round(keep * len(data)) if keep == 0.5 else int(keep)])
    for look in (west.inspect_bundle, west.import_bundle, west.try_import):
        with pytest.raises(UserError, match="bundle-damaged"):
            look(tmp_path / "b.age")
    header_end = data.index(b"\n--- ")
    if keep < header_end and keep not in (-1, 0.5):
        with pytest.raises(UserError, match="bundle-damaged"):
            inspecting.outside(tmp_path / "b.age")


@pytest.mark.parametrize("keep", [0, 10, 1500, -1])
def test_a_truncated_bundle_changes_nothing(east: Workspace, west: Workspace, tmp_path: Path, keep: int) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")
    data = (tmp_path / "b.age").read_bytes()
    (tmp_path / "b.age").write_bytes(data[:keep])
    with pytest.raises(UserError) as refused:
        west.import_bundle(tmp_path / "b.age")
    assert refused.value.code in {"not-a-bundle", "bundle-damaged"}
    assert west.signals() == []


def test_a_missing_file_is_said(west: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file-missing"):
        west.import_bundle(tmp_path / "weg.age")


def test_a_cancelled_import_leaves_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, Chosen(signals=(signal(east),)), tmp_path / "b.age")

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    before = west.vault.view.dump()
    with pytest.raises(Cancelled):
        west.import_bundle(tmp_path / "b.age", cancel)
    assert west.vault.view.dump() == before
    assert west.import_bundle(tmp_path / "b.age").new == 5


def test_nothing_is_sealed_to_a_card_that_has_ended(east: Workspace, west: Workspace, clock: FixedClock) -> None:
    sent = signal(east)
    clock.set(clock.now_ms() + 200 * 86_400_000)
    assert east.sites()[0].ended
    with pytest.raises(UserError, match="card-ended"):
        east.prepare_bundle("Locatie West", Chosen(signals=(sent,)), basis=None)


def test_a_wrong_fingerprint_trusts_nobody(east: Workspace, open_site: OpenSite) -> None:
    north = open_site("Locatie Noord")
    with pytest.raises(UserError, match="fingerprint-differs"):
        east.execute(commands.TrustSite(card=north.own_card(), fingerprint=east.own_fingerprint()))
    with pytest.raises(UserError, match="fingerprint-differs"):
        east.execute(commands.TrustSite(card=north.own_card(), fingerprint=north.own_fingerprint()[:19]))
    assert east.sites() == []


def test_a_card_is_confirmed_however_its_groups_are_typed(east: Workspace, open_site: OpenSite) -> None:
    north = open_site("Locatie Noord")
    typed = north.own_fingerprint().lower().replace(" ", "-")
    east.execute(commands.TrustSite(card=north.own_card(), fingerprint=typed))
    assert [site.name for site in east.sites()] == ["Locatie Noord"]


def test_an_existing_file_is_never_overwritten(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    (tmp_path / "b.age").write_bytes(b"van een ander")
    plan = east.prepare_bundle("Locatie West", Chosen(signals=(signal(east),)), basis=None)
    with pytest.raises(UserError, match="file-exists"):
        east.seal_bundle(plan, tmp_path / "b.age")
    assert (tmp_path / "b.age").read_bytes() == b"van een ander"
    assert east.exchange().outgoing == ()


def test_an_unknown_site_gets_nothing(east: Workspace) -> None:
    with pytest.raises(UserError, match="site-unknown"):
        east.prepare_bundle("Locatie Zuid", Chosen(), basis=None)


def test_nothing_chosen_is_nothing_to_export(east: Workspace, west: Workspace) -> None:
    with pytest.raises(UserError, match="nothing-to-export"):
        east.prepare_bundle("Locatie West", Chosen(), basis=None)


def test_a_damaged_card_is_refused(east: Workspace, west: Workspace) -> None:
    card = bytearray(west.own_card())
    card[len(card) // 2] ^= 1
    with pytest.raises(UserError):
        east.execute(commands.TrustSite(card=bytes(card), fingerprint=west.own_fingerprint()))


def test_exchange_rows_are_plain_answers(east: Workspace, west: Workspace) -> None:
    shown = east.exchange()
    assert isinstance(shown, views_exchange.Exchange)
    assert (shown.registry, shown.last_sync) == ("", "")


def as_practice(workspace: Workspace, *, practice: bool) -> SiteCard:
    """Give a site's card with another claim, as only a program that is not ours would use it."""
    return msgspec.structs.replace(workspace.vault.card, practice=practice)


def open_practice(tmp_path: Path, site: str, clock: FixedClock) -> Workspace:
    folder = tmp_path / f"oefen {site}"
    build_practice_vault(folder, clock, site=site, kdf=KDF)
    paths = Paths(config=tmp_path, state=tmp_path / "s", vault=folder)
    return Workspace.open(paths, unlock(paths, PEOPLE[site][0], PUBLISHED, clock), clock)


def forced(sender: Workspace, addressee: Workspace, path: Path, text: str) -> None:
    """Seal a piece for a site of the other world, past every check of ours."""
    to = as_practice(addressee, practice=sender.user.practice)
    chosen = Chosen(observations=(piece(sender, text),))
    plan = exporting.plan_export(sender.vault, to, chosen, basis=None, basis_note="", now_ms=sender.clock.now_ms())
    sender.mark_exported(plan, sender.seal_bundle(plan, path))


def test_practice_bundles_are_refused_by_live_vaults_and_the_other_way_round(
    east: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    practice = open_practice(tmp_path, "Locatie West", clock)
    forced(practice, east, tmp_path / "p.age", "oefening")
    forced(east, practice, tmp_path / "l.age", "echt")
    with pytest.raises(UserError, match="practice-bundle"):
        east.import_bundle(tmp_path / "p.age")
    with pytest.raises(UserError, match="live-bundle"):
        practice.import_bundle(tmp_path / "l.age")
    assert east.search("oefening") == []
    assert practice.search("echt nooit") == []
    practice.close()


def test_two_practice_sites_exchange_a_case(tmp_path: Path, clock: FixedClock) -> None:
    east, west = open_practice(tmp_path, "Locatie Oost", clock), open_practice(tmp_path, "Locatie West", clock)
    trust(east, west)
    trust(west, east)
    sent = next(row.id for row in east.signals() if row.about and row.about[0].alias == "Yousef")
    export(east, Chosen(signals=(sent,)), tmp_path / "b.age")
    result = west.import_bundle(tmp_path / "b.age")
    assert (result.new, result.conflicts) == (12, 0)
    authors = {row.author for row in west.signal(sent).observations}
    assert {"Fatima", "Joost", "Meryem"} <= authors
    assert {row.site for row in west.signal(sent).observations} == {east.user.site}
    for workspace in (east, west):
        workspace.close()


def test_an_older_card_never_takes_the_place_of_a_newer(east: Workspace, west: Workspace) -> None:
    newer = msgspec.structs.replace(west.vault.card, desk_valid_until=west.vault.card.desk_valid_until + 1)
    site_seed = west.vault.keyring.current(Purpose.SITE_SEED)
    assert site_seed is not None
    document = sign_card(site_seed.secret, newer)
    east.execute(commands.TrustSite(card=document, fingerprint=west.own_fingerprint()))
    with pytest.raises(UserError, match="card-older"):
        trust(east, west)
    assert len(east.sites()) == 1


def many(workspace: Workspace, count: int) -> Chosen:
    """Record many pieces about one youth."""
    saba = youth(workspace, "Saba")
    entries = [
        NewEntry(
            kind="observation", entity=new_id(), youths=(saba,), body=Observation(text=f"Stukje {n}", when=YESTERDAY)
        )
        for n in range(count)
    ]
    workspace.vault.append(entries)
    return Chosen(dossier=saba)


def test_saves_run_between_the_slices_of_an_import(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, many(east, 1200), tmp_path / "b.age")
    copy = west.quarantine(tmp_path / "b.age")
    seen = []
    for done in west.import_steps(copy, west.verify_bundle(copy)):
        seen.append(done)
        piece(west, f"Tussendoor {len(seen)}")
        assert len(west.search("Stukje")) in {0, 50}
    assert [each for each in seen if each[1] == 1201][:3] == [(500, 1201), (1000, 1201), (1201, 1201)]  # after a backup
    assert len(west.observations(limit=5000)) == 1200 + len(seen)
    before = sorted(west.vault.view.dump())
    west.vault.rebuild()
    assert sorted(west.vault.view.dump()) == before


def test_an_import_that_is_given_up_half_way_leaves_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    export(east, many(east, 1200), tmp_path / "b.age")
    copy = west.quarantine(tmp_path / "b.age")
    steps = west.import_steps(copy, west.verify_bundle(copy))
    next(steps)
    steps.close()
    assert west.observations() == []
    assert west.exchange().incoming == ()
    assert west.import_bundle(tmp_path / "b.age").new == 1201


def test_a_bundle_that_changes_between_its_two_readings_leaves_nothing(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    one = piece(east, "Wit busje")
    export(east, Chosen(observations=(one,)), tmp_path / "1.age")
    export(east, Chosen(observations=(one, piece(east, "Nog een"))), tmp_path / "2.age")
    copy = west.quarantine(tmp_path / "1.age")
    verified = west.verify_bundle(copy)
    copy.path.write_bytes((tmp_path / "2.age").read_bytes())
    with pytest.raises(UserError, match="bundle-changed"):
        list(west.import_steps(copy, verified))
    assert west.observations() == []


@pytest.mark.parametrize("name", ["quarantine", "outbox"])
def test_a_link_laid_while_the_vault_is_open_is_not_followed(
    east: Workspace, west: Workspace, tmp_path: Path, name: str
) -> None:
    export(east, Chosen(observations=(piece(east, "Wit busje"),)), tmp_path / "b.age")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for kept in ("kept", ".kept"):
        (elsewhere / kept).write_bytes(b"keep")
    (west.vault.folder / name).rmdir()
    (west.vault.folder / name).symlink_to(elsewhere)
    with pytest.raises(UserError, match="vault-linked"):
        west.import_bundle(tmp_path / "b.age")
    sweep(west.vault)
    assert {path.name: path.read_bytes() for path in elsewhere.iterdir()} == {"kept": b"keep", ".kept": b"keep"}
