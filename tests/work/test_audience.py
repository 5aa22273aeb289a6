"""Who reads what: decided in one place, and held by the keys of whoever unlocks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import baken
from baken.errors import BugError, UserError
from baken.model import commands
from baken.model.clock import FixedClock, local_iso
from baken.model.codes import Basis, Capability
from baken.model.ids import EntityId
from baken.model.records import BODIES, Disclosure, Feedback, Observation
from baken.store.granting import targets_of
from baken.store.kdf import derive
from baken.store.keyring import AUDIT_TARGET, CARD_TARGET, LEAD_TARGET, TEAM_TARGET, person_target
from baken.store.slots import unlock
from baken.work.audience import inherited, targets_for
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .conftest import NOW_MS, OpenSite
from .steps import YESTERDAY, correct, piece, trust, youth

SECRET = "zeldzaamwoord"
INHERITING = {"correction", "withdrawal", "confirmation", "resolution", "feedback"}


def add(workspace: Workspace, name: str, *capabilities: str) -> str:
    slot_file = workspace.vault.people.slot_file()
    keys = derive(slot_file.vault_salt, name, "lang genoeg", slot_file.parameters)
    return workspace.vault.people.add_user(name, capabilities, keys)


def as_user(workspace: Workspace, name: str) -> Workspace:
    """Close a vault and open it again as somebody else, in the place of the one that was open."""
    folder, paths, clock = workspace.vault.folder, workspace.paths, workspace.clock
    workspace.close()
    opened = Workspace.open(paths, unlock(folder, name, "lang genoeg", FixedClock(clock.now_ms())), clock)
    vars(workspace).update(vars(opened))
    return workspace


def restricted(workspace: Workspace, text: str, *about: EntityId) -> EntityId:
    command = commands.RecordObservation(
        observation=Observation(text=text, when=YESTERDAY), about=about, restricted=True
    )
    return EntityId(workspace.execute(command).id)


def audience(workspace: Workspace, entry: str) -> frozenset[str]:
    return targets_of(workspace.vault.connection, [entry])[entry]


@pytest.fixture
def team(open_site: OpenSite) -> Iterator[Workspace]:
    """Locatie Oost with Anouk, who is everything, and the mentors Fatima and Bram."""
    workspace = open_site("Locatie Oost")
    for name in ("Fatima", "Bram"):
        add(workspace, name, Capability.MENTOR)
    return workspace


def test_every_kind_has_an_audience_or_takes_that_of_what_it_speaks_of() -> None:
    for kind, _ in BODIES:
        if kind not in INHERITING:
            assert targets_for(kind)
            continue
        with pytest.raises(BugError):
            targets_for(kind)
    assert targets_for("dossier") == targets_for("missing") == (CARD_TARGET,)
    assert targets_for("placement") == targets_for("route") == targets_for("observation") == (TEAM_TARGET,)
    assert targets_for("signal") == (LEAD_TARGET,)
    assert targets_for("disclosure") == targets_for("import") == (LEAD_TARGET, AUDIT_TARGET)


def test_whatever_is_written_says_for_whom() -> None:
    """The tests of store may leave it out and mean the team; the programme never does."""
    for path in Path(baken.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "NewEntry":
                assert "targets" in {keyword.arg for keyword in call.keywords}, f"{path.name}:{call.lineno}"


def test_a_piece_is_for_the_team_unless_it_is_restricted(team: Workspace) -> None:
    me = person_target(team.user.person)
    selam = youth(team, "Selam")
    open_piece, closed = piece(team, "bij het hek", selam), restricted(team, SECRET, selam)
    assert audience(team, team.observation(open_piece).versions[0].entry) == {TEAM_TARGET}
    assert audience(team, team.observation(closed).versions[0].entry) == {LEAD_TARGET, me}
    assert audience(team, team.dossier(selam).heads[0]) == {CARD_TARGET}
    assert {row.id: row.restricted for row in team.observations()} == {open_piece: False, closed: True}
    assert team.observation(closed).versions[0].restricted


def test_what_speaks_of_a_restricted_piece_is_for_the_same_people(team: Workspace) -> None:
    fatima = as_user(team, "Fatima")
    closed = restricted(fatima, SECRET)
    both = {LEAD_TARGET, person_target(fatima.user.person)}
    anouk = as_user(fatima, "Anouk")
    correct(anouk, closed, f"{SECRET} opnieuw", "beter verstaan")
    versions = anouk.observation(closed).versions
    assert [audience(anouk, version.entry) for version in versions] == [both, both]
    gone = anouk.execute(commands.WithdrawObservation(entity=closed, withdraws=versions[0].entry, why=f"toch {SECRET}"))
    assert audience(anouk, gone.entry) == both
    fatima = as_user(anouk, "Fatima")
    assert fatima.observation(closed).withdrawn_why == f"toch {SECRET}"
    bram = as_user(fatima, "Bram")
    assert not any(SECRET in row for row in bram.vault.view.dump())
    with pytest.raises(UserError, match="not-found"):
        bram.observation(closed)


def test_a_resolution_is_for_whoever_may_read_all_that_it_settles(team: Workspace) -> None:
    connection, me = team.vault.connection, team.user.person
    wide = team.observation(piece(team, "voor het team")).versions[0].entry
    narrow = team.observation(restricted(team, SECRET)).versions[0].entry
    assert inherited(connection, [wide], me) == (TEAM_TARGET,)
    assert set(inherited(connection, [narrow], me)) == {LEAD_TARGET, person_target(me)}
    assert set(inherited(connection, [wide, narrow], me)) == {LEAD_TARGET, person_target(me)}
    assert set(inherited(connection, ["0" * 64], me)) == {LEAD_TARGET, person_target(me)}
    selam = youth(team, "Selam")
    heads = team.dossier(selam).heads
    for name in ("Selam T.", "Selam G."):
        team.execute(commands.UpdateDossier(dossier=selam, base=heads, changes={"name": name}))
    values = team.dossier(selam).conflicts[0].values
    settled = team.execute(
        commands.ResolveConflict(
            entity=selam, field="name", heads=tuple(value.entry for value in values), value_json=b'"Selam T."'
        )
    )
    assert audience(team, settled.entry) == {CARD_TARGET}


def test_feedback_reaches_the_lead_and_everybody_whose_piece_went_along(team: Workspace) -> None:
    anouk = person_target(team.user.person)
    fatima = as_user(team, "Fatima")
    hers, fatimas = piece(fatima, "van Fatima"), person_target(fatima.user.person)
    bram = as_user(fatima, "Bram")
    his, brams = piece(bram, "van Bram"), person_target(bram.user.person)
    lead = as_user(bram, "Anouk")
    mine = piece(lead, "van Anouk")
    signal = EntityId(lead.execute(commands.SaveSignal(facts="samen", observations=(hers, mine))).id)
    told = Disclosure(form="F6", recipient="CoMensha", basis=Basis.CONSENT, signal=signal, pieces=(his,))
    disclosure = lead.execute(commands.RecordDisclosure(disclosure=told))
    assert audience(lead, disclosure.entry) == {LEAD_TARGET, AUDIT_TARGET}
    entity = EntityId(disclosure.id)
    came = lead.execute(commands.RecordFeedback(feedback=Feedback(disclosure=entity, text="in behandeling")))
    assert audience(lead, came.entry) == {LEAD_TARGET, anouk, fatimas, brams}


def test_a_mentor_sees_nothing_of_signals_and_may_add_one(team: Workspace) -> None:
    selam = youth(team, "Selam")
    hers = piece(team, "bij het hek", selam)
    signal = team.execute(commands.SaveSignal(facts=SECRET, about=(selam,), observations=(hers,)))
    told = Disclosure(form="F6", recipient=f"Bureau {SECRET}", basis=None, signal=EntityId(signal.id))
    team.execute(commands.RecordDisclosure(disclosure=told, about=(selam,)))
    fatima = as_user(team, "Fatima")
    assert (fatima.signals(), fatima.search(SECRET)) == ([], [])
    shown = fatima.dossier(selam)
    assert (shown.signals, shown.disclosures) == ((), ())
    assert fatima.observation(hers).signals == ()
    assert not any(SECRET in row or signal.id in row for row in fatima.vault.view.dump())
    with pytest.raises(UserError, match="not-found"):
        fatima.signal(EntityId(signal.id))
    added = fatima.execute(commands.SaveSignal(facts="mij viel op", observations=(hers,)))
    assert fatima.signals() == []
    lead = as_user(fatima, "Anouk")
    assert {row.id for row in lead.signals()} == {signal.id, added.id}


def test_an_auditor_sees_what_went_out_and_no_piece_card_or_signal(team: Workspace) -> None:
    add(team, "Joke", Capability.AUDITOR)
    selam = youth(team, "Selam")
    piece(team, "bij het hek", selam)
    hers = piece(team, "zij vertelde", selam)
    signal = EntityId(team.execute(commands.SaveSignal(facts="samen", about=(selam,), observations=(hers,))).id)
    team.execute(
        commands.RecordDisclosure(disclosure=Disclosure(form="F6", recipient="CoMensha", basis=None, signal=signal))
    )
    joke = as_user(team, "Joke")
    assert (joke.dossiers(), joke.observations(), joke.signals()) == ([], [], [])
    rows = "".join(joke.vault.view.dump())
    assert "CoMensha" in rows
    assert "bij het hek" not in rows
    assert "Selam" not in rows


# --- between sites ---------------------------------------------------------------------------------------------


@pytest.fixture
def sent(team: Workspace, open_site: OpenSite) -> Iterator[tuple[Workspace, Workspace, Chosen]]:
    """Oost, West, and what West passes on: a card, a piece for the team, a restricted one and a signal."""
    west = open_site("Locatie West")
    trust(west, team)
    trust(team, west)
    mo = youth(west, "Mo")
    pieces = (piece(west, "open stukje", mo), restricted(west, f"{SECRET} stukje", mo))
    signal = west.execute(commands.SaveSignal(facts=f"{SECRET} signaal", about=(mo,), observations=pieces))
    return team, west, Chosen(signals=(EntityId(signal.id),))


def test_what_is_restricted_there_is_restricted_here(
    sent: tuple[Workspace, Workspace, Chosen], tmp_path_factory: pytest.TempPathFactory
) -> None:
    team, west, chosen = sent
    file = tmp_path_factory.mktemp("out") / "bundel.age"
    plan = west.prepare_bundle("Locatie Oost", chosen, basis=Basis.CONSENT)
    west.mark_exported(plan, west.seal_bundle(plan, file))
    assert team.import_bundle(file).signals == 1
    assert {row.text: row.restricted for row in team.observations()} == {
        "open stukje": False,
        f"{SECRET} stukje": True,
    }
    fatima = as_user(team, "Fatima")
    assert [row.text for row in fatima.observations()] == ["open stukje"]
    assert [row.youth.alias for row in fatima.dossiers()] == ["Mo"]
    assert [row.name for row in fatima.sites()] == ["Locatie West"]
    assert fatima.today().last_received == local_iso(NOW_MS)
    assert not any(SECRET in row for row in fatima.vault.view.dump())


def test_a_signal_that_is_sent_for_the_team_is_for_the_lead_here(
    sent: tuple[Workspace, Workspace, Chosen],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    team, west, chosen = sent
    from baken.store import journal
    from baken.wire.records import Audience

    monkeypatch.setattr(journal, "audience_of", lambda _targets: Audience.CARD)
    file = tmp_path_factory.mktemp("out") / "bundel.age"
    plan = west.prepare_bundle("Locatie Oost", chosen, basis=Basis.CONSENT)
    west.mark_exported(plan, west.seal_bundle(plan, file))
    team.import_bundle(file)
    fatima = as_user(team, "Fatima")
    assert fatima.signals() == []
    assert not any(f"{SECRET} signaal" in row for row in fatima.vault.view.dump())


def test_who_holds_no_key_of_the_desk_is_told_so_and_still_sends(
    sent: tuple[Workspace, Workspace, Chosen], tmp_path_factory: pytest.TempPathFactory
) -> None:
    team, west, chosen = sent
    stick = tmp_path_factory.mktemp("stick")
    west.queue_bundle(west.prepare_bundle("Locatie Oost", chosen, basis=Basis.CONSENT))
    west.sync_stick(stick)
    plan = team.prepare_bundle("Locatie West", Chosen(observations=(piece(team, "van Oost"),)), basis=Basis.CONSENT)
    team.queue_bundle(plan)
    fatima = as_user(team, "Fatima")
    result = fatima.sync_stick(stick)
    assert (result.sent, result.received, result.left, result.refused) == (1, 0, 1, ())
    (waiting,) = stick.glob(f"baken-bundles/{fatima.user.site[:32]}/*.age")
    with pytest.raises(UserError, match="not-lead"):
        fatima.import_bundle(waiting)
    assert not fatima.inspect_bundle(waiting).opened
    assert [row.signals for row in fatima.exchange().outgoing] == [None]
    assert list((fatima.vault.folder / "quarantine").iterdir()) == []
    lead = as_user(fatima, "Anouk")
    result = lead.sync_stick(stick)
    assert (result.received, result.left) == (1, 0)
    assert [row.signals for row in lead.exchange().outgoing] == [0]
    assert as_user(lead, "Fatima").sync_stick(stick).left == 0
