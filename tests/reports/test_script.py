"""Text as paper draws it: three scripts in the right order, hostile text without harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.resources import resource_root
from baken.reports.fontset import REPLACEMENT, FontSet, load_fonts
from baken.reports.lines import Style, single, wrap
from baken.reports.script import clean, cut_word, levels_of, read_paragraphs, visual_order, visual_text

BODY = Style(size=10, leading=14)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return load_fonts(resource_root() / "fonts")


def _shown(text: str, fonts: FontSet) -> str:
    """What a reader of the page meets from left to right."""
    return "".join(visual_text(run) for run in single(text, BODY, fonts).runs)


def test_latin_text_is_drawn_as_it_is(fonts: FontSet) -> None:
    line = single("Grijze Golf, kenteken AE-000-Q", BODY, fonts)
    assert {run.face.name for run in line.runs} == {"NotoSans-Regular"}
    assert all(run.glyphs is None for run in line.runs)


def test_each_script_has_its_own_face(fonts: FontSet) -> None:
    line = single("Selam ሰላም يوسف", BODY, fonts)
    assert {run.face.name for run in line.runs} == {
        "NotoSans-Regular",
        "NotoSansEthiopic-Regular",
        "NotoSansArabic-Regular",
    }


def test_an_arabic_name_in_a_dutch_line_reads_from_the_right(fonts: FontSet) -> None:
    assert _shown("Over يوسف درويش, kamer B12", fonts) == "Over " + "يوسف درويش"[::-1] + ", kamer B12"


def test_a_number_after_an_arabic_name_is_not_reversed(fonts: FontSet) -> None:
    assert "0600000123" in _shown("يوسف 0600000123", fonts)


@pytest.mark.parametrize("number", ["06-12345678", "06 12345678", "+31612345678", "12-11-2025", "23:40"])
def test_the_parts_of_a_number_keep_their_order_after_an_arabic_word(number: str, fonts: FontSet) -> None:
    assert number in _shown(f"belde يوسف {number}", fonts)
    assert number in _shown(f"قال يوسف {number} ثم ذهب", fonts)


def test_brackets_around_a_number_stay_a_pair(fonts: FontSet) -> None:
    # Qt draws the same order: name, then the bracketed number to its left
    assert _shown("naam يوسف (٠٦١٢) belde", fonts) == "naam (٠٦١٢) " + "يوسف"[::-1] + " belde"


def test_brackets_around_latin_in_arabic_are_mirrored(fonts: FontSet) -> None:
    assert _shown("قال (صديق) له", fonts) == "هل (قيدص) لاق"


def test_arabic_letters_are_joined(fonts: FontSet) -> None:
    (joined,) = single("بس", BODY, fonts).runs
    apart = [single(letter, BODY, fonts).runs[0] for letter in "سب"]
    assert joined.glyphs is not None
    assert [glyph.gid for glyph in joined.glyphs] != [glyph.gid for run in apart for glyph in run.glyphs or ()]


def test_a_name_in_ethiopic_keeps_its_order(fonts: FontSet) -> None:
    assert _shown("ሰላም ተስፋይ", fonts) == "ሰላም ተስፋይ"


def test_a_mark_without_its_own_letter_is_placed_over_the_letter_before(fonts: FontSet) -> None:
    (run,) = single("x\u0301", BODY, fonts).runs
    assert run.glyphs is not None
    assert run.width == single("x", BODY, fonts).runs[0].width


def test_accents_typed_apart_become_one_letter() -> None:
    assert clean("e\u0301") == "é"


@pytest.mark.parametrize("text", ["😀", "漢", "\ud800", "\x00", "\ue000", "\U000ffffe"])
def test_what_no_font_has_becomes_a_visible_mark(text: str, fonts: FontSet) -> None:
    assert _shown(f"a{text}b", fonts) == f"a{REPLACEMENT}b"


@pytest.mark.parametrize("control", ["\u202e", "\u202b", "\u2067", "\u2069", "\u200f", "\u200b", "\ufeff", "\u00ad"])
def test_controls_cannot_turn_a_line_around(control: str, fonts: FontSet) -> None:
    assert _shown(f"kamer {control}B12", fonts) == "kamer B12"


def test_a_persian_word_with_a_joiner_is_set_in_one_run(fonts: FontSet) -> None:
    (run,) = single("می\u200cخواهم", BODY, fonts).runs
    assert run.face.name == "NotoSansArabic-Regular"


def test_a_joiner_stays_between_arabic_letters_only() -> None:
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean("ab\u200ccd\u200d") == "abcd"


def test_line_ends_of_every_kind_begin_a_paragraph(fonts: FontSet) -> None:
    text = "een\ntwee\r\ndrie\u2028vier\x85vijf"
    assert len(read_paragraphs(text, fonts, "regular")) == 5


def test_a_long_arabic_paragraph_keeps_to_the_right_edge_and_a_short_one_to_the_left(fonts: FontSet) -> None:
    text = "وصل إلى هنا مع ابن عمه الأكبر ثم غاب ابن العم عن الأنظار"
    assert all(line.keeps_right for line in wrap(text, BODY, 100, fonts))
    assert not any(line.keeps_right for line in wrap(text, BODY, 1000, fonts))


def test_lines_fit_the_width_and_nothing_is_lost(fonts: FontSet) -> None:
    text = "Heeft nieuwe witte sneakers en een powerbank. " * 20 + "w" * 300
    lines = wrap(text, BODY, 200, fonts)
    assert all(line.width <= 200 for line in lines)
    drawn = "".join(run.text for line in lines for run in line.runs)
    assert drawn.replace(" ", "") == text.replace(" ", "")


def test_an_empty_line_between_paragraphs_stays(fonts: FontSet) -> None:
    assert len(wrap("een\n\ntwee", BODY, 200, fonts)) == 3
    assert wrap(" \n ", BODY, 200, fonts) == ()


def test_a_word_is_cut_between_letters_and_keeps_marks_with_them(fonts: FontSet) -> None:
    (paragraph,) = read_paragraphs("x\u0301" * 10, fonts, "regular")
    parts = [part.runs[0].text for part in cut_word(paragraph.words[0], 2.0)]
    assert len(parts) > 1
    assert not [part for part in parts if unicodedata.combining(part[0])]
    assert "".join(parts) == "x\u0301" * 10


def test_one_letter_wider_than_the_line_is_still_drawn(fonts: FontSet) -> None:
    lines = wrap("WW", BODY, 1, fonts)
    assert ["".join(run.text for run in line.runs) for line in lines] == ["W", "W"]


def test_a_word_of_two_scripts_is_cut_where_the_script_changes(fonts: FontSet) -> None:
    lines = wrap("abcdefghሰላምተስፋይ", BODY, 60, fonts)
    assert "".join(run.text for line in lines for run in line.runs) == "abcdefghሰላምተስፋይ"
    assert all(line.width <= 60 for line in lines)


@pytest.mark.parametrize(
    ("levels", "order"),
    [([], []), ([0, 0], [0, 1]), ([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0]), ([2, 2], [0, 1])],
)
def test_items_are_reordered_by_level(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_many_open_brackets_are_given_up_calmly() -> None:
    base, levels = levels_of("ي" + "(" * 100 + "1" + ")" * 100)
    assert base == 1
    assert len(levels) == 202


ANY_TEXT = st.text(
    st.characters() | st.sampled_from("(){}[]«»<> ابيوسف٠١٢ሰላም0123\u200c\u200d\u200f\u202e\u2066\u0301\u064b")
)


@given(text=ANY_TEXT)
def test_any_text_is_set_without_harm(text: str) -> None:
    fonts = load_fonts(resource_root() / "fonts")
    for line in wrap(text, BODY, 80, fonts):
        for run in line.runs:
            assert run.text
            assert run.width >= 0
            assert len(visual_text(run)) == len(run.text)


@given(text=ANY_TEXT)
def test_every_cleaned_character_has_a_level(text: str) -> None:
    cleaned = clean(text.replace("\n", " "))
    assert len(levels_of(cleaned)[1]) == len(cleaned)
