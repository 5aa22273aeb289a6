import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.excerpt import WORDS, Asked, Run, excerpt

CONTROLS = dict.fromkeys(range(32), " ")
LONG = " ".join(f"woord{number}" for number in range(30))


def marked(passages: tuple[str, ...], *words: str, begun: bool = False) -> str:
    runs = excerpt(passages, Asked(words=words, begun=begun))
    return "".join(f"[{run.text}]" if run.hit else run.text for run in runs)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("een grijze auto bij het hek", ("hek", "grijze"), "een [grijze] auto bij het [hek]"),
        ("Zoë en ZOE, zoé", ("zoe",), "[Zoë] en [ZOE], [zoé]"),
        ("Zoë stapte in", ("zoë",), "[Zoë] stapte in"),
        ("auto AB-123-C weg", ("ab-123-c",), "auto [AB]-[123]-[C] weg"),
        ("يوسف kwam", ("يوسف",), "[يوسف] kwam"),
        ("de autodeur", ("auto",), "de autodeur"),
    ],
)
def test_words_are_marked_whatever_their_accents_and_capitals(text: str, words: tuple[str, ...], shown: str) -> None:
    assert marked((text,), *words) == shown


def test_only_the_last_word_may_go_on() -> None:
    assert marked(("de autodeur en het hekwerk",), "auto", "hek", begun=True) == "de autodeur en het [hekwerk]"


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    passages = ("de auto en nog een auto", "een grijze auto", "auto, grijze")
    assert marked(passages, "auto", "grijze") == "een [grijze] [auto]"


def test_a_long_text_is_cut_around_the_first_match() -> None:
    shown = marked((LONG,), "woord10")
    assert shown.startswith("…woord6 woord7 woord8 woord9 [woord10] woord11 ")
    assert shown.endswith(" woord19…")


def test_near_the_end_the_last_words_are_shown() -> None:
    assert marked((LONG,), "woord29").endswith("woord28 [woord29]")
    assert len(marked((LONG,), "woord29").split()) == WORDS


def test_a_line_break_does_not_break_the_row() -> None:
    assert excerpt(("bij het hek\n\nauto",), Asked(words=("auto",))) == (
        Run(text="bij het hek "),
        Run(text="auto", hit=True),
    )


def test_where_nothing_matches_the_first_text_is_shown_from_its_start() -> None:
    assert marked(("", "van \x07voren"), "achter") == "van voren"
    assert marked((), "achter") == ""


@given(passages=st.lists(st.text(), max_size=3), words=st.lists(st.text(min_size=1), max_size=3), begun=st.booleans())
def test_an_excerpt_is_part_of_a_passage_and_short(passages: list[str], words: list[str], *, begun: bool) -> None:
    runs = excerpt(passages, Asked(words=tuple(words), begun=begun))
    shown = "".join(run.text for run in runs).strip("…")
    plain = [" ".join(passage.translate(CONTROLS).split()) for passage in passages]
    assert any(" ".join(shown.split()) in passage for passage in (*plain, ""))
    assert all(run.text for run in runs)
    assert not any(sign in shown for sign in "\r\n\t\x00")
