from baken.gui.passing_lines import Why, lines_of, with_choice, withheld_of
from baken.model.codes import Source
from baken.model.forms import Strand, default_left_out
from baken.model.ids import EntityId, EntryId
from baken.model.records import When
from baken.model.views import Observation, Version

CAR = EntityId("0a" * 16)
DEBT = EntityId("0b" * 16)


def piece(
    entity: EntityId, start: str, *, quote: str = "", meaning: str = "", protected: bool = False, withdrawn: str = ""
) -> Observation:
    return Observation(
        id=entity,
        about=(),
        versions=(
            Version(
                entry=EntryId(entity * 2),
                author="Sander",
                site="",
                recorded=start,
                text="Grijze Golf naast de inrit",
                quote=quote,
                meaning=meaning,
                when=When(start=start),
                source=Source.SEEN_MYSELF,
                protect_source=protected,
            ),
        ),
        withdrawn_why=withdrawn,
    )


PIECES = (
    piece(DEBT, "2025-11-04T22:10", quote="En dan nog een tas.", meaning="Hij is bang."),
    piece(CAR, "2025-10-17T00:15"),
)


def test_lines_stand_in_the_order_of_what_happened_one_per_strand() -> None:
    lines = lines_of(PIECES, frozenset())
    assert [(line.piece, line.strand) for line in lines] == [
        (CAR, Strand.TEXT),
        (DEBT, Strand.TEXT),
        (DEBT, Strand.QUOTE),
        (DEBT, Strand.MEANING),
    ]


def test_what_a_mentor_thinks_stays_unless_somebody_chooses_it() -> None:
    left_out = default_left_out(PIECES)
    assert [line.kept for line in lines_of(PIECES, left_out)] == [True, True, True, False]
    chosen = with_choice(left_out, DEBT, Strand.MEANING, kept=True)
    assert all(line.kept for line in lines_of(PIECES, chosen))
    assert with_choice(chosen, DEBT, Strand.MEANING, kept=False) == left_out


def test_a_protected_source_is_said_on_each_of_its_lines() -> None:
    pieces = (piece(CAR, "2025-10-17T00:15", quote="Ja.", protected=True),)
    lines = lines_of(pieces, default_left_out(pieces))
    assert [(line.why, line.kept) for line in lines] == [(Why.PROTECTED, False), (Why.PROTECTED, False)]


def test_a_withdrawn_piece_is_no_line_at_all() -> None:
    assert lines_of((piece(CAR, "2025-10-17T00:15", withdrawn="vergissing"),), frozenset()) == ()


def test_what_stays_behind_is_named_by_date_and_by_kind() -> None:
    lines = lines_of(PIECES, frozenset({(CAR, Strand.TEXT), (DEBT, Strand.MEANING)}))
    withheld = withheld_of(lines)
    assert withheld.pieces == (When(start="2025-10-17T00:15"),)
    assert withheld.has_thoughts
    assert not withheld.has_quotes
