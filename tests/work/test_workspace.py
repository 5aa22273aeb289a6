"""Commands in, answers out: what each command writes, what it moves, and what is refused."""

from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model import commands
from baken.model.catalogue import load_catalogue
from baken.model.clock import FixedClock
from baken.model.codes import Danger, Precision, SignalState
from baken.model.ids import EntityId, EntryId
from baken.model.records import Disclosure, Feedback, IndicatorTag, Observation, SignalIndicator
from baken.store.drafts import DraftStore
from baken.work.opening import code_of, make_vault, unlock
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .conftest import KDF
from .steps import YESTERDAY, correct, piece, youth

NOBODY = EntityId("0" * 32)


def tag(code: str) -> IndicatorTag:
    catalogue = load_catalogue()
    indicator = catalogue.find(code)
    assert indicator is not None
    return catalogue.tag(indicator, "nl")


def test_who_unlocked_is_told_with_what_they_may(workspace: Workspace) -> None:
    me = workspace.user
    assert (me.name, me.site_name, me.site_code, me.practice) == ("Anouk", "Locatie Oost", "L-OOST", False)
    assert {"admin", "safeguarding_lead"} <= me.capabilities


def test_changes_name_the_piece_and_the_youths_concerned(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    observation = Observation(text="Auto", when=YESTERDAY)
    command = commands.RecordObservation(observation=observation, about=(saba, saba))
    changes = workspace.execute(command, initiator="me")
    assert changes.touched == {("observation", changes.id), ("dossier", saba)}
    assert (len(changes.entry), changes.initiator) == (64, "me")


def test_a_card_is_changed_field_by_field(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    shown = workspace.dossier(saba)
    workspace.execute(commands.UpdateDossier(dossier=saba, base=shown.heads, changes={"room": "C03", "born": "2009"}))
    workspace.execute(commands.UpdateDossier(dossier=saba, base=(), changes={"room": ""}))
    after = workspace.dossier(saba)
    assert (after.youth.alias, after.youth.room, after.born, after.born_precision) == (
        *("Saba", "", "2009"),
        Precision.YEAR,
    )


def test_two_changes_that_did_not_see_each_other_stand_side_by_side_until_settled(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    base = workspace.dossier(saba).heads
    for room in ("B12", "C03"):
        workspace.execute(commands.UpdateDossier(dossier=saba, base=base, changes={"room": room}))
    (conflict,) = workspace.dossier(saba).conflicts
    assert (conflict.field, {value.value_json for value in conflict.values}) == ("room", {b'"B12"', b'"C03"'})
    heads = tuple(value.entry for value in conflict.values)
    workspace.execute(commands.ResolveConflict(entity=saba, field="room", heads=heads, value_json=b'"B12"'))
    settled = workspace.dossier(saba)
    assert (settled.youth.room, settled.conflicts) == ("B12", ())


def test_a_correction_can_name_other_youths(workspace: Workspace) -> None:
    saba, noor = youth(workspace, "Saba"), youth(workspace, "Noor")
    one = piece(workspace, "Auto", saba)
    changes = workspace.execute(
        commands.CorrectObservation(
            entity=one,
            corrects=workspace.observation(one).versions[0].entry,
            observation=Observation(text="Auto", when=YESTERDAY),
            why="het was Noor",
            about=(noor,),
        )
    )
    assert [each.id for each in workspace.observation(one).about] == [noor]
    assert {("dossier", saba), ("dossier", noor)} <= changes.touched


def test_a_withdrawn_piece_stays_with_its_reason(workspace: Workspace) -> None:
    one = piece(workspace, "Auto", youth(workspace, "Saba"))
    entry = workspace.observation(one).versions[0].entry
    workspace.execute(commands.WithdrawObservation(entity=one, withdraws=entry, why="ging over een ander"))
    withdrawn = workspace.observation(one)
    assert (withdrawn.withdrawn_why, withdrawn.withdrawn_by) == ("ging over een ander", "Anouk")
    assert withdrawn.versions[0].text == "Auto"


def test_indicators_are_added_without_touching_the_words(workspace: Workspace) -> None:
    one = piece(workspace, "Nieuwe schoenen")
    workspace.execute(commands.TagObservation(entity=one, tags=(tag("POS-02"),)))
    workspace.execute(commands.TagObservation(entity=one, tags=(tag("POS-02"), tag("BEH-04"))))
    current = workspace.observation(one).versions[0]
    assert (current.text, [each.id for each in current.indicators]) == ("Nieuwe schoenen", ["POS-02", "BEH-04"])
    with pytest.raises(UserError, match="nothing-changed"):
        workspace.execute(commands.TagObservation(entity=one, tags=(tag("POS-02"),)))


def test_a_signal_is_built_step_by_step(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    one, two = piece(workspace, "Een", saba), piece(workspace, "Twee", saba)
    made = EntityId(workspace.execute(commands.SaveSignal(about=(saba,), observations=(one,), facts="Feit")).id)
    first = workspace.signal(made)
    assert (first.state, first.facts, [row.id for row in first.observations]) == (SignalState.CONCEPT, "Feit", [one])
    workspace.execute(
        commands.SaveSignal(
            entity=made,
            base=first.heads,
            observations=(one, two),
            other_explanation_unknown=True,
            danger=Danger.UNKNOWN,
            indicators=(SignalIndicator(tag=tag("POS-02"), pieces=(one,)),),
        )
    )
    second = workspace.signal(made)
    assert (second.facts, second.danger, second.other_explanation_unknown) == ("Feit", Danger.UNKNOWN, True)
    assert {row.id for row in second.observations} == {one, two}
    assert [each.id for each in second.about] == [saba]
    assert {item.tag.id for each in second.coverage for item in each.items} == {"POS-02"}
    assert second.conflicts == ()
    with pytest.raises(UserError, match="nothing-changed"):
        workspace.execute(commands.SaveSignal(entity=made))


def test_what_came_back_stands_with_what_went_out(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    disclosure = Disclosure(form="F6", recipient="AVIM", basis=None)
    made = workspace.execute(commands.RecordDisclosure(disclosure=disclosure, about=(saba,)))
    feedback = Feedback(disclosure=EntityId(made.id), text="Ontvangen", received="2026-03-14")
    workspace.execute(commands.RecordFeedback(feedback=feedback))
    (row,) = workspace.dossier(saba).disclosures
    assert (row.made[:10], row.feedback, row.author) == ("2026-03-14", "Ontvangen", "Anouk")


@pytest.mark.parametrize(
    "command",
    [
        commands.UpdateDossier(dossier=NOBODY, base=(), changes={"room": "B"}),
        commands.RecordObservation(observation=Observation(text="x", when=YESTERDAY), about=(NOBODY,)),
        commands.CorrectObservation(
            entity=NOBODY, corrects=EntryId("0" * 64), observation=Observation(text="x", when=YESTERDAY), why="y"
        ),
        commands.WithdrawObservation(entity=NOBODY, withdraws=EntryId("0" * 64), why="y"),
        commands.TagObservation(entity=NOBODY, tags=()),
        commands.SaveSignal(observations=(NOBODY,)),
        commands.SaveSignal(entity=NOBODY, facts="x"),
        commands.RecordFeedback(feedback=Feedback(disclosure=NOBODY, text="x")),
    ],
)
def test_what_is_not_in_the_vault_is_not_found_and_nothing_is_written(
    workspace: Workspace, command: commands.Command
) -> None:
    before = workspace.vault.view.dump()
    with pytest.raises(UserError, match="not-found"):
        workspace.execute(command)
    assert workspace.vault.view.dump() == before


def test_a_version_that_is_not_of_the_piece_cannot_be_corrected_or_withdrawn(workspace: Workspace) -> None:
    one, two = piece(workspace, "Een"), piece(workspace, "Twee")
    foreign = workspace.observation(two).versions[0].entry
    with pytest.raises(UserError, match="not-found"):
        workspace.execute(commands.WithdrawObservation(entity=one, withdraws=foreign, why="x"))
    with pytest.raises(UserError, match="not-found"):
        workspace.execute(
            commands.CorrectObservation(
                entity=one, corrects=foreign, observation=Observation(text="x", when=YESTERDAY), why="y"
            )
        )


def test_a_bare_command_or_a_lone_head_does_nothing(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="command-unknown"):
        workspace.execute(commands.Command())
    with pytest.raises(UserError, match="nothing-changed"):
        workspace.execute(
            commands.ResolveConflict(entity=NOBODY, field="room", heads=(EntryId("0" * 64),), value_json=b'""')
        )


def test_a_field_with_a_value_that_does_not_fit_is_refused(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    with pytest.raises(UserError, match="field-unknown"):
        workspace.execute(commands.UpdateDossier(dossier=saba, base=(), changes={"born_precision": "soms"}))


def test_names_are_recognised_as_soon_as_they_are_known(workspace: Workspace) -> None:
    assert workspace.recognise("Saba belde 06-00000123")[0].what == "telefoon"
    saba = youth(workspace, "Saba")
    found = workspace.recognise("Saba belde 06-00000123")
    assert [(each.what, each.youth.id if each.youth else "") for each in found] == [("youth", saba), ("telefoon", "")]


def test_the_first_page_tells_my_shift_from_what_others_wrote(workspace: Workspace, clock: FixedClock) -> None:
    piece(workspace, "Gisteren door mij")
    clock.set(clock.now_ms() + 20 * 3_600_000)
    piece(workspace, "Vandaag door mij")
    shown = workspace.today()
    assert [row.text for row in shown.my_shift] == ["Vandaag door mij"]
    assert shown.handover == ()
    assert shown.since.startswith("2026-03-14")
    assert (shown.waiting, shown.last_received) == (0, "")


def test_corrected_pieces_are_listed_once(workspace: Workspace) -> None:
    saba = youth(workspace, "Saba")
    one = piece(workspace, "Auto", saba)
    correct(workspace, one, "Grijze auto", "kleur")
    assert [row.text for row in workspace.observations(saba)] == ["Grijze auto"]
    assert [event.label for event in workspace.timeline(saba)] == ["Grijze auto"]
    assert [row.youth.id for row in workspace.dossiers("sab")] == [saba]
    assert workspace.dossiers("noor") == []


def test_a_draft_goes_once_its_piece_is_saved(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "vault"
    keys = make_vault(
        folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF
    )
    drafts = DraftStore(folder / "drafts", keys.draft_key())
    drafts.put("a" * 32, b"half")
    workspace = Workspace.open(Paths(config=tmp_path, state=tmp_path / "s", vault=folder), keys, clock)
    command = commands.RecordObservation(observation=Observation(text="heel", when=YESTERDAY), draft="a" * 32)
    workspace.execute(command)
    workspace.close()
    assert drafts.list() == ()


@pytest.mark.parametrize("tenth", range(1, 10, 2))
def test_typed_text_that_meets_a_damaged_view_is_saved_once(tmp_path: Path, clock: FixedClock, tenth: int) -> None:
    folder = tmp_path / "vault"
    keys = make_vault(
        folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF
    )
    paths = Paths(config=tmp_path, state=tmp_path / "s", vault=folder)
    workspace = Workspace.open(paths, keys, clock)
    saba = youth(workspace, "Saba")
    for number in range(40):
        piece(workspace, f"stuk {number} " + "lang " * 400, saba)
    workspace.close()
    (path,) = folder.glob("view-*.db")
    data = bytearray(path.read_bytes())
    pages = len(data) // 4096
    for page in range(max(1, pages * tenth // 10), pages * (tenth + 1) // 10):
        data[page * 4096 + 100] ^= 1
    path.write_bytes(data)
    again = Workspace.open(paths, keys, clock)
    try:
        changes = again.execute(commands.UpdateDossier(dossier=saba, base=(), changes={"room": "B12"}))
        piece(again, "getypt", saba)
        assert again.dossier(saba).youth.room == "B12"
        assert [row.text for row in again.observations(saba, limit=1000)].count("getypt") == 1
        assert len(again.observations(saba, limit=1000)) == 41
        assert len(changes.entry) == 64
    finally:
        again.close()


def test_damage_that_no_page_asked_for_becomes_a_finding(workspace: Workspace) -> None:
    piece(workspace, "Wit busje")
    assert list(workspace.check())
    assert workspace.vault.findings == ()
    workspace.vault.connection.execute("DELETE FROM digest WHERE name = 'entry'")
    assert list(workspace.check())
    assert workspace.vault.findings == ("journal-damaged",)


def test_a_refused_piece_keeps_its_draft(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "vault"
    keys = make_vault(
        folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF
    )
    drafts = DraftStore(folder / "drafts", keys.draft_key())
    drafts.put("a" * 32, b"half")
    workspace = Workspace.open(Paths(config=tmp_path, state=tmp_path / "s", vault=folder), keys, clock)
    with pytest.raises(UserError, match="text-missing"):
        workspace.execute(commands.RecordObservation(observation=Observation(text="", when=YESTERDAY), draft="a" * 32))
    workspace.close()
    assert len(drafts.list()) == 1


def test_what_was_saved_is_there_after_reopening(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "vault"
    make_vault(folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF)
    paths = Paths(config=tmp_path, state=tmp_path / "s", vault=folder)
    for text in ("Een", "Twee"):
        workspace = Workspace.open(paths, unlock(paths, "anouk", "lang genoeg", clock), clock)
        piece(workspace, text)
        workspace.close()
    workspace = Workspace.open(paths, unlock(paths, "ANOUK ", "lang genoeg", clock), clock)
    assert {row.text for row in workspace.observations()} == {"Een", "Twee"}
    workspace.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [("Locatie Oost", "L-OOST"), ("Veldrade", "VELDRADE"), ("مركز", "SITE"), ("A " * 30 + "B", "A-A-A-A-B")],
)
def test_a_site_gets_a_short_code_from_its_name(name: str, code: str) -> None:
    assert code_of(name) == code
