"""From a signal to what may stand on paper: whatever a person leaves out is nowhere in the data."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.codes import Basis, EntityType, Precision, SignalState, Source
from baken.model.forms import (
    FormData,
    FormRequest,
    LeftOut,
    Sender,
    Strand,
    default_left_out,
    find_traces,
    select_form_data,
)
from baken.model.ids import EntityId, EntryId
from baken.model.records import Entity, When
from baken.model.views import DisclosureRow, Dossier, Observation, Signal, Version, Youth

YOUTH = Youth(id=EntityId("y"), name="Yousef Darwish", name_native="يوسف درويش", alias="Yousef")


def _piece(name: str, start: str = "2025-10-17T00:15", **version: object) -> Observation:
    values: dict[str, object] = {
        "entry": EntryId(name),
        "author": "Sander",
        "site": "",
        "recorded": start,
        "text": f"tekst-{name}",
        "quote": f"woorden-{name}",
        "quote_original": f"شنطة-{name}",
        "quote_note": f"taal-{name}",
        "meaning": f"gedachte-{name}",
        "when": When(start=start),
        "place": "bij het hek",
        "source": Source.HEARD_FROM_OTHER,
        "source_note": f"van-{name}",
        "entities": (Entity(type=EntityType.PLATE, value=f"PLAAT-{name}", note=f"zicht-{name}"),),
    }
    return Observation(id=EntityId(name), about=(YOUTH,), versions=(msgspec.convert(values | version, Version),))


def _signal(**changes: object) -> Signal:
    signal = Signal(
        id=EntityId("s"),
        heads=(),
        about=(YOUTH,),
        author="Anouk",
        site="",
        created="2025-11-05",
        changed="2025-11-05",
        state=SignalState.CONCEPT,
        observations=(),
        missing_observations=(),
        facts="de feiten",
        other_explanation="vriendschap",
        other_explanation_unknown=False,
        unknown="",
        unknown_unknown=True,
        danger=None,
        indicators=(),
        forms=("criminal",),
        decision="",
        coverage=(),
        disclosures=(
            DisclosureRow(
                id=EntityId("d"),
                form="F6",
                recipient="EMM",
                basis=None,
                basis_note="",
                made="2025-11-04",
                author="Anouk",
            ),
        ),
    )
    return msgspec.structs.replace(signal, **changes)


def _dossier() -> Dossier:
    return Dossier(
        youth=YOUTH,
        heads=(),
        gender="m",
        born="2009-05-12",
        born_precision=Precision.DAY,
        age=16,
        language="Arabisch",
        v_number="0987600101",
        guardian="Nidos, E. Kamphuis",
        mentor="Fatima",
        arrival="2025-09-08",
        recent=(),
        signals=(),
        disclosures=(),
        missing=(),
    )


def _select(
    *pieces: Observation, left_out: LeftOut = frozenset(), facts: str | None = None, signal: Signal | None = None
) -> FormData:
    return select_form_data(
        FormRequest(signal=EntityId("s"), recipient="AVIM", basis=Basis.CONSENT, left_out=left_out, facts=facts),
        signal=signal or _signal(),
        observations=pieces,
        youths=[_dossier()],
        sender=Sender(organisation="COA", site="Locatie Oost"),
        reference="O-2025-014",
        copy_number="O-2025-014-1",
        made="2025-11-05T10:12",
    )


def _text_of(data: FormData) -> str:
    return msgspec.json.encode(data).decode()


def test_everything_kept_goes_out_in_the_order_of_what_happened() -> None:
    data = _select(_piece("later", "2025-11-04T22:10"), _piece("eerder", "2025-10-02T21:05"))
    assert [piece.text for piece in data.pieces] == ["tekst-eerder", "tekst-later"]
    assert [person.value for person in data.persons] == ["PLAAT-eerder", "PLAAT-later"]
    assert not data.pieces_withheld
    assert not data.strands_withheld


def test_the_signal_and_the_youth_are_carried_over() -> None:
    data = _select(_piece("a"))
    assert (data.facts, data.other_explanation, data.unknown, data.unknown_unknown) == (
        "de feiten",
        "vriendschap",
        "",
        True,
    )
    assert [(row.recipient, row.made) for row in data.shared_with] == [("EMM", "2025-11-04")]
    (youth,) = data.youths
    assert (youth.name, youth.name_native, youth.v_number) == ("Yousef Darwish", "يوسف درويش", "0987600101")


def test_facts_for_this_recipient_replace_those_of_the_signal() -> None:
    assert _select(facts="kort").facts == "kort"
    assert _select(facts="").facts == ""


def test_names_of_authors_are_nowhere_in_the_data() -> None:
    assert "Sander" not in _text_of(_select(_piece("a")))


@pytest.mark.parametrize(
    ("strand", "gone"),
    [
        (Strand.TEXT, ["tekst-a", "PLAAT-a", "zicht-a", "van-a"]),
        (Strand.QUOTE, ["woorden-a", "شنطة-a", "taal-a"]),
        (Strand.MEANING, ["gedachte-a"]),
    ],
)
def test_a_strand_that_is_left_out_is_nowhere_in_the_data(strand: Strand, gone: list[str]) -> None:
    data = _select(_piece("a"), left_out=frozenset({(EntityId("a"), strand)}))
    assert [text for text in gone if text in _text_of(data)] == []
    assert len(data.pieces) == 1
    assert data.strands_withheld
    assert not data.pieces_withheld


def test_a_piece_of_which_nothing_is_kept_is_nowhere_in_the_data() -> None:
    data = _select(_piece("a"), _piece("b"), left_out=frozenset((EntityId("a"), each) for each in Strand))
    assert "-a" not in _text_of(data)
    assert [piece.text for piece in data.pieces] == ["tekst-b"]
    assert data.pieces_withheld


def test_a_withdrawn_piece_never_goes_out() -> None:
    withdrawn = msgspec.structs.replace(_piece("a"), withdrawn_why="verkeerde jongere")
    data = _select(withdrawn)
    assert data.pieces == ()
    assert not data.pieces_withheld


def test_only_the_newest_version_goes_out() -> None:
    piece = _piece("a")
    old = msgspec.structs.replace(piece.versions[0], text="oude tekst")
    data = _select(msgspec.structs.replace(piece, versions=(*piece.versions, old)))
    assert "oude tekst" not in _text_of(data)


def test_one_identifier_of_two_pieces_stands_once() -> None:
    plate = ({"type": "kenteken", "value": "AE-000-Q"},)
    data = _select(_piece("a", entities=plate), _piece("b", entities=plate))
    assert [person.value for person in data.persons] == ["AE-000-Q"]


def test_the_note_on_a_protected_source_never_goes_out() -> None:
    data = _select(_piece("a", protect_source=True))
    assert "van-a" not in _text_of(data)
    assert data.pieces[0].source_protected


def test_thoughts_and_protected_sources_stay_out_unless_chosen() -> None:
    pieces = [_piece("a"), _piece("b", protect_source=True)]
    assert default_left_out(pieces) == {
        (EntityId("a"), Strand.MEANING),
        (EntityId("b"), Strand.TEXT),
        (EntityId("b"), Strand.QUOTE),
        (EntityId("b"), Strand.MEANING),
    }


def test_what_was_left_out_and_still_stands_in_the_facts_is_found() -> None:
    piece = _piece(
        "a",
        text="Stapt in een grijze Golf. Ok.",
        quote="Ik breng\neen tas.",
        meaning="Lijkt een koerier.",
        entities=({"type": "telefoon", "value": "0600000123"},),
    )
    facts = "Hij stapt in een  GRIJZE golf, zegt: ik breng een tas, belt 0600000123. Ok. Lijkt een koerier."
    everything = frozenset((EntityId("a"), strand) for strand in Strand)
    assert find_traces(facts, [piece], everything) == (
        "Stapt in een grijze Golf",
        "0600000123",
        "Ik breng een tas",
        "Lijkt een koerier",
    )
    assert find_traces(facts, [piece], frozenset()) == ()
    assert find_traces("Niets daarvan.", [piece], everything) == ()


STRANDS = st.frozensets(st.tuples(st.sampled_from([EntityId("a"), EntityId("b")]), st.sampled_from(Strand)))


@given(left_out=STRANDS)
def test_any_choice_lets_through_exactly_what_was_kept(left_out: LeftOut) -> None:
    text = _text_of(_select(_piece("a"), _piece("b"), left_out=left_out))
    marks = {Strand.TEXT: "tekst-", Strand.QUOTE: "woorden-", Strand.MEANING: "gedachte-"}
    for name in ("a", "b"):
        for strand, mark in marks.items():
            assert (f"{mark}{name}" in text) is ((EntityId(name), strand) not in left_out)
