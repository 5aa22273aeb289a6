"""Words in the drawing are whole words, and a clause where there is one."""

import pytest

from baken.gui.timeline_labels import brief, fitting_words


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("meldt zich", 40, "meldt zich"),
        ("Wijkagent belt: Y vannacht staande gehouden", 30, "Wijkagent belt"),
        ("Beschermde opvang (code Vlinder)", 25, "Beschermde opvang"),
        ("Ruit van de personeelskamer ingegooid", 30, "Ruit van de personeelskamer"),
        ("Ruit van de personeelskamer ingegooid", 12, "Ruit"),
        ("Aanmeldcentrum", 8, ""),
        ("", 8, ""),
    ],
)
def test_what_does_not_fit_is_left_out_whole(text: str, room: int, shown: str) -> None:
    assert fitting_words(text, lambda words: len(words) <= room) == shown


def test_a_brief_label_is_of_the_first_line_and_never_elided() -> None:
    assert brief("Kennismaking met tolktelefoon, hij wil bellen met zijn moeder") == "Kennismaking met tolktelefoon"
    assert brief("Aanmeldcentrum\nTer Apel") == "Aanmeldcentrum"
    assert brief("") == ""


def test_half_a_name_is_no_name() -> None:
    assert fitting_words("Locatie Oost", lambda words: len(words) <= 8, is_name=True) == ""
    assert fitting_words("Locatie Oost (code 12)", lambda words: len(words) <= 12, is_name=True) == "Locatie Oost"
