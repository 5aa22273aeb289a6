"""What is refused before anything is written, and that nothing else is asked for."""

import datetime as dt

import pytest

from baken.errors import UserError
from baken.model import commands
from baken.model.codes import EntityType, Precision
from baken.model.ids import EntityId, EntryId
from baken.model.records import Disclosure, Entity, Feedback, Observation, When
from baken.work.validate import LIST_MAX, TEXT_MAX, check_command, is_partial_date

NOW = dt.datetime.fromisoformat("2026-03-14T09:30")
ONE = EntityId("1" * 32)
ENTRY = EntryId("2" * 64)
THEN = When(start="2026-03-13T23:40")


def piece(text: str = "Auto bij het hek", when: When = THEN, entities: tuple[Entity, ...] = ()) -> Observation:
    return Observation(text=text, when=when, entities=entities)


def record(observation: Observation, about: tuple[EntityId, ...] = ()) -> commands.RecordObservation:
    return commands.RecordObservation(observation=observation, about=about)


@pytest.mark.parametrize(
    "command",
    [
        record(piece()),
        record(piece("ሰላም 👋\n\tnieuwe regel"), (ONE,)),
        record(piece(when=When(start="", precision=Precision.ABOUT))),
        commands.CreateDossier(alias="Selam"),
        commands.CreateDossier(name="Saba Goitom", v_number="0987600101", born="2009", arrival="2025-10-06"),
        commands.CreateDossier(alias="Selam", born="2026-03-14", gender="v"),
        commands.UpdateDossier(dossier=ONE, base=(), changes={"gender": ""}),
        commands.UpdateDossier(dossier=ONE, base=(), changes={"room": ""}),
        commands.CorrectObservation(entity=ONE, corrects=ENTRY, observation=piece(), why="verkeerde tijd"),
        commands.WithdrawObservation(entity=ONE, withdraws=ENTRY, why="ging over een ander"),
        commands.SaveSignal(observations=(ONE,)),
        commands.SaveSignal(entity=ONE, facts="meer"),
        commands.TagObservation(entity=ONE, tags=()),
        commands.RecordDisclosure(disclosure=Disclosure(form="F6", recipient="AVIM", basis=None)),
        commands.RecordFeedback(feedback=Feedback(disclosure=ONE, text="Ontvangen")),
        commands.TrustSite(card=b"", fingerprint=""),
    ],
)
def test_a_command_with_the_least_that_it_needs_is_accepted(command: commands.Command) -> None:
    check_command(command, now=NOW)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (record(piece(" \n")), "text-missing"),
        (record(piece("x" * (TEXT_MAX + 1))), "text-too-long"),
        (record(piece("a\x00b")), "text-unreadable"),
        (record(piece("a\x02b")), "text-unreadable"),
        (record(piece("\ud800")), "text-unreadable"),
        (record(piece(when=When(start="straks"))), "when-not-understood"),
        (record(piece(when=When(start="2026-03-15"))), "when-in-future"),
        (record(piece(), (EntityId("g" * 32),)), "id-invalid"),
        (record(piece(), (ONE,) * (LIST_MAX + 1)), "too-many"),
        (record(piece(entities=(Entity(type=EntityType.PHONE, value=" "),))), "text-missing"),
        (record(piece(entities=(Entity(type=EntityType.PHONE, value="1"),) * (LIST_MAX + 1))), "too-many"),
        (commands.CreateDossier(room="B12"), "name-missing"),
        (commands.CreateDossier(alias="Selam", gender="zzz"), "gender-unknown"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={"gender": "V"}), "gender-unknown"),
        (commands.CreateDossier(alias="Selam", v_number="123"), "v-number-invalid"),
        (commands.CreateDossier(alias="Selam", born="12-05-2009"), "date-invalid"),
        (commands.CreateDossier(alias="Selam", born="\u0662\u0660\u0661\u0660"), "date-invalid"),  # not ISO digits
        (commands.CreateDossier(alias="Selam", born="2026-03-15"), "date-invalid"),  # tomorrow
        (commands.CreateDossier(alias="Selam", born="2027"), "date-invalid"),
        (commands.CreateDossier(alias="Selam", arrival="2025-13"), "date-invalid"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={}), "nothing-changed"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={"score": "9"}), "field-unknown"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={"v_number": "x"}), "v-number-invalid"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={"born": "2026-04"}), "date-invalid"),
        (commands.UpdateDossier(dossier=ONE, base=(), changes={"room": "\x07"}), "text-unreadable"),
        (
            commands.CorrectObservation(entity=ONE, corrects=ENTRY, observation=piece(), why=" "),
            "why-missing",
        ),
        (commands.WithdrawObservation(entity=ONE, withdraws=ENTRY, why=""), "why-missing"),
        (commands.SaveSignal(observations=()), "signal-without-pieces"),
        (commands.SaveSignal(facts="zonder stukjes"), "signal-without-pieces"),
        (commands.SaveSignal(entity=ONE, observations=()), "signal-without-pieces"),
        (commands.SaveSignal(entity=EntityId("x"), facts="a"), "id-invalid"),
        (
            commands.RecordDisclosure(disclosure=Disclosure(form="F6", recipient=" ", basis=None)),
            "recipient-missing",
        ),
        (commands.RecordFeedback(feedback=Feedback(disclosure=ONE, text="")), "text-missing"),
    ],
)
def test_what_a_record_cannot_be_is_refused_with_a_code(command: commands.Command, code: str) -> None:
    with pytest.raises(UserError) as refused:
        check_command(command, now=NOW)
    assert refused.value.code == code


@pytest.mark.parametrize(("text", "valid"), [("2009", True), ("2009-05", True), ("2009-02-30", False), ("", False)])
def test_a_date_may_be_known_in_part(text: str, valid: bool) -> None:
    assert is_partial_date(text) is valid
