import msgspec

from baken.gui.passing_form import PassingForm
from baken.gui.passing_passages import Choice, identifiers_in, passages_of, without
from baken.model.codes import Basis, EntityType, Source
from baken.model.form_persons import PersonChoice
from baken.model.forms import Strand
from baken.model.ids import EntityId, EntryId
from baken.model.records import Entity, When
from baken.model.views import Observation, Version

CAR = EntityId("0a" * 16)
TEXT = "Grijze Golf (AE-000-Q) naast de inrit. Om 22.30 uur vertrok hij!\nZegt dat het een tas was."
NOTHING: frozenset[str] = frozenset()
PIECE = Observation(
    id=CAR,
    about=(),
    versions=(
        Version(
            entry=EntryId(CAR * 2),
            author="Sander",
            site="",
            recorded="2025-10-17T00:15",
            text="Grijze Golf naast de inrit",
            when=When(start="2025-10-17T00:15"),
            source=Source.SEEN_MYSELF,
            entities=(Entity(type=EntityType.PLATE, value="AE-000-Q", note=""),),
        ),
    ),
)
LEFT_OUT = frozenset({(CAR, Strand.TEXT)})


def test_a_text_is_cut_into_its_sentences_and_a_time_is_none() -> None:
    found = passages_of(TEXT, (), frozenset(), kept=NOTHING, removed=NOTHING)
    assert [each.text for each in found] == [
        "Grijze Golf (AE-000-Q) naast de inrit.",
        "Om 22.30 uur vertrok hij!",
        "Zegt dat het een tas was.",
    ]
    assert all(TEXT[each.start :].startswith(each.text) for each in found)
    assert {each.choice for each in found} == {Choice.GOES}


def test_a_sentence_that_repeats_what_was_left_out_asks_until_somebody_chooses() -> None:
    first = "Grijze Golf (AE-000-Q) naast de inrit."
    asking = passages_of(TEXT, (PIECE,), LEFT_OUT, kept=NOTHING, removed=NOTHING)
    assert [each.choice for each in asking] == [Choice.ASKS, Choice.GOES, Choice.GOES]
    assert asking[0].repeats == ("AE-000-Q",)
    kept = passages_of(TEXT, (PIECE,), LEFT_OUT, kept=frozenset({first}), removed=NOTHING)
    assert kept[0].choice is Choice.GOES
    gone = passages_of(TEXT, (PIECE,), LEFT_OUT, kept=NOTHING, removed=frozenset({first}))
    assert gone[0].choice is Choice.GONE


def test_what_was_removed_is_not_printed_and_the_rest_stays_as_it_was_written() -> None:
    assert without(TEXT, NOTHING) == TEXT
    rest = without(TEXT, frozenset({"Om 22.30 uur vertrok hij!"}))
    assert rest == "Grijze Golf (AE-000-Q) naast de inrit.\nZegt dat het een tas was."
    assert without(TEXT, frozenset({"Zegt dat het een tas was."})) == TEXT.split("\n", maxsplit=1)[0]


def test_numbers_and_plates_of_pieces_that_go_along_are_found_in_the_text() -> None:
    start = TEXT.index("AE-000-Q")
    plate = PersonChoice(type=EntityType.PLATE, value="AE-000-Q", note="", kept=True)
    assert identifiers_in(TEXT, (plate,)) == ((start, 8),)
    assert identifiers_in(TEXT, (msgspec.structs.replace(plate, kept=False),)) == ()


def test_a_sentence_that_names_somebody_who_was_left_out_asks() -> None:
    gone = PersonChoice(type=EntityType.PLATE, value="AE-000-Q", note="", kept=False)
    found = passages_of(TEXT, (), frozenset(), kept=NOTHING, removed=NOTHING, persons=(gone,))
    assert [each.choice for each in found] == [Choice.ASKS, Choice.GOES, Choice.GOES]


def test_a_choice_about_a_sentence_can_be_turned_and_reaches_the_paper() -> None:
    form = PassingForm(recipient="AVIM", basis=Basis.CONSENT)
    assert form.request(CAR, "nl", TEXT).facts is None
    gone = form.choosing_sentence("Zegt dat het een tas was.", kept=False)
    assert "tas" not in str(gone.request(CAR, "nl", TEXT).facts)
    again = gone.choosing_sentence("Zegt dat het een tas was.", kept=True)
    assert again.request(CAR, "nl", TEXT).facts is None
    assert (again.kept, again.removed) == (frozenset({"Zegt dat het een tas was."}), NOTHING)
