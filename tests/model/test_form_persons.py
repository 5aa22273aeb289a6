"""Persons and identifiers on paper: whoever stands in left-out words only stays out, until somebody decides."""

import pytest

from baken.model.codes import EntityType
from baken.model.form_persons import Named, choose_persons
from baken.model.records import Entity

SIMO = Entity(type=EntityType.PERSON, value="Simo - man met de Golf")
KEY = (EntityType.PERSON, "Simo - man met de Golf")
PHONE = Entity(type=EntityType.PHONE, value="06-00000000")
NOBODY = frozenset[tuple[EntityType, str]]()


def goes(entity: Entity, shown: str, hidden: str, *, has_text: bool = True) -> bool:
    named = Named(entity=entity, shown=shown, hidden=hidden, has_text=has_text)
    (choice,) = choose_persons([named], kept=NOBODY, removed=NOBODY)
    return choice.kept


@pytest.mark.parametrize(
    ("shown", "hidden", "expected"),
    [
        ("Simo kwam met de Golf.", "", True),
        ("Hij kwam laat terug.", "Simo wacht in de Golf.", False),
        ("Een man met een Golf.", "Dat was Simo.", False),
        ("Simo kwam aan.", "Die man rijdt in een Golf.", False),
        ("Simo kwam met de Golf.", "Simo is een vriend, zegt hij over de man.", True),
        ("Hij kwam laat terug.", "Hij is moe.", True),
        ("Hij kwam laat terug.", "Het is SIMO!", False),
    ],
)
def test_a_person_is_named_only_as_far_as_the_words_that_go_along(shown: str, hidden: str, expected: bool) -> None:
    assert goes(SIMO, shown, hidden) is expected


def test_a_number_is_found_however_it_was_spaced() -> None:
    assert not goes(PHONE, "Hij belde.", "nummer 06 0000 0000")
    assert goes(PHONE, "Hij belde 0600000000.", "nummer 06 0000 0000")


def test_a_note_that_tells_left_out_words_keeps_its_person_out() -> None:
    noted = Entity(type=EntityType.PLATE, value="AE-000-Q", note="van zijn neef Karim")
    assert not goes(noted, "AE-000-Q gezien", "Karim is zijn neef")


def test_nothing_goes_from_a_piece_whose_text_stays_unless_somebody_decides() -> None:
    named = Named(entity=SIMO, shown="", hidden="Simo", has_text=False)
    for kept, removed, expected in ((NOBODY, NOBODY, False), (frozenset({KEY}), NOBODY, True)):
        assert [each.kept for each in choose_persons([named], kept=kept, removed=removed)] == [expected]
    shown = Named(entity=SIMO, shown="Simo - man met de Golf", hidden="", has_text=True)
    assert [each.kept for each in choose_persons([shown], kept=NOBODY, removed=frozenset({KEY}))] == [False]


def test_somebody_who_is_named_in_two_pieces_stands_there_once_and_goes_when_one_shows_it() -> None:
    hidden = Named(entity=SIMO, shown="", hidden="Simo", has_text=False)
    shown = Named(entity=SIMO, shown="Simo, man met de Golf", hidden="", has_text=True)
    for pieces in ((hidden, shown), (shown, hidden)):
        (choice,) = choose_persons(pieces, kept=NOBODY, removed=NOBODY)
        assert (choice.key, choice.kept) == (KEY, True)
