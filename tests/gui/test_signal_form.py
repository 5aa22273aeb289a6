import msgspec
import pytest

from baken.errors import UserError
from baken.gui.signal_form import SignalForm, decode_signal_form, form_of
from baken.model.codes import Danger, Kind, SignalState, Source
from baken.model.ids import EntityId, EntryId, IndicatorId
from baken.model.records import IndicatorTag, SignalIndicator, When
from baken.model.views import ObservationRow, Signal, Youth

YOUSEF = Youth(id=EntityId("01" * 16), name="Yousef Darwish", room="B12")
CAR = EntityId("0a" * 16)
NOTE = EntityId("0b" * 16)
TAG = IndicatorTag(id=IndicatorId("CON-01"), list_version="2025-2", label="Opgehaald door auto's")
OTHER = IndicatorTag(id=IndicatorId("POS-02"), list_version="2025-2", label="Nieuwe spullen")


def row(piece: EntityId) -> ObservationRow:
    return ObservationRow(
        id=piece,
        entry=EntryId(piece * 2),
        text="Grijze Golf",
        has_quote=False,
        has_meaning=False,
        kind=Kind.CONTACT,
        source=Source.SEEN_MYSELF,
        when=When(start="2025-10-17T00:15"),
        recorded="2025-10-17T00:40",
        author="Sander",
        site="",
        about=(YOUSEF,),
    )


def saved() -> Signal:
    return Signal(
        id=EntityId("0c" * 16),
        heads=(EntryId("0d" * 32),),
        about=(YOUSEF,),
        author="Anouk",
        site="",
        created="2025-11-05T10:00",
        changed="2025-11-05T10:00",
        state=SignalState.CONCEPT,
        observations=(row(CAR),),
        missing_observations=(NOTE,),
        facts="Een grijze Golf.",
        other_explanation="",
        other_explanation_unknown=True,
        unknown="Wie de man is.",
        unknown_unknown=False,
        danger=None,
        indicators=(SignalIndicator(tag=TAG, pieces=(CAR,)),),
        forms=(),
        decision="",
        coverage=(),
        disclosures=(),
    )


def test_a_draft_comes_back_as_it_was() -> None:
    form = form_of(saved())
    assert decode_signal_form(form.encode()) == form


@pytest.mark.parametrize("draft", [b"", b'{"type":"capture"}', b"\xff"])
def test_a_draft_of_something_else_is_refused_with_a_code(draft: bytes) -> None:
    with pytest.raises(UserError):
        decode_signal_form(draft)


def test_a_draft_larger_than_anybody_types_is_refused() -> None:
    with pytest.raises(UserError):
        decode_signal_form(b" " * ((1 << 20) + 1))


def test_a_piece_that_did_not_come_along_stays_in_the_signal() -> None:
    assert form_of(saved()).observations == (CAR, NOTE)


def test_a_piece_taken_out_no_longer_stands_behind_an_indicator() -> None:
    form = form_of(saved()).with_piece(CAR, chosen=False)
    assert form.observations == (NOTE,)
    assert form.indicators == (SignalIndicator(tag=TAG, pieces=()),)


def test_choosing_a_piece_twice_changes_nothing() -> None:
    form = form_of(saved())
    assert form.with_piece(CAR, chosen=True) is form


def test_an_indicator_is_in_the_signal_once_with_the_pieces_given_last() -> None:
    form = SignalForm().with_indicator(TAG, [CAR]).with_indicator(OTHER, [NOTE]).with_indicator(TAG, [CAR, NOTE])
    assert form.indicators == (
        SignalIndicator(tag=TAG, pieces=(CAR, NOTE)),
        SignalIndicator(tag=OTHER, pieces=(NOTE,)),
    )
    assert form.without_indicator(TAG.id).indicators == (SignalIndicator(tag=OTHER, pieces=(NOTE,)),)


def test_saving_sends_only_what_changed() -> None:
    before = form_of(saved())
    after = msgspec.structs.replace(before, danger=Danger.UNKNOWN)
    command = after.changes_from(before)
    assert command is not None
    assert command.entity == before.entity
    assert command.base == before.base
    assert command.danger is Danger.UNKNOWN
    assert command.facts is None
    assert command.observations is None


def test_saving_what_did_not_change_asks_for_nothing() -> None:
    form = form_of(saved())
    assert form.changes_from(form) is None


def test_a_new_signal_sends_everything_and_its_youths() -> None:
    form = SignalForm(about=(YOUSEF,), facts="Een grijze Golf.").with_piece(CAR, chosen=True)
    command = form.changes_from(SignalForm())
    assert command is not None
    assert command.entity is None
    assert command.about == (YOUSEF.id,)
    assert command.observations == (CAR,)
    assert command.facts == "Een grijze Golf."
    assert command.danger is None


def test_adding_a_youth_to_a_signal_sends_all_its_youths() -> None:
    before = form_of(saved())
    saba = Youth(id=EntityId("02" * 16), name="Saba Goitom")
    command = msgspec.structs.replace(before, about=(YOUSEF, saba)).changes_from(before)
    assert command is not None
    assert command.about == (YOUSEF.id, saba.id)
