from hypothesis import given
from hypothesis import strategies as st

from baken.gui.search_snippet import Run, runs_of


def test_matches_stand_apart_from_what_surrounds_them() -> None:
    assert runs_of("een \x02grijze\x03 auto bij \x02het hek\x03") == (
        Run(text="een ", hit=False),
        Run(text="grijze", hit=True),
        Run(text=" auto bij ", hit=False),
        Run(text="het hek", hit=True),
    )


def test_a_line_break_does_not_break_the_row() -> None:
    assert runs_of("hek\nauto") == (Run(text="hek auto", hit=False),)


def test_an_open_mark_without_its_partner_marks_nothing() -> None:
    assert runs_of("hek \x02auto") == (Run(text="hek ", hit=False), Run(text="auto", hit=False))


def test_nothing_gives_nothing() -> None:
    assert runs_of("") == ()


@given(st.text())
def test_no_text_is_lost_and_no_mark_is_shown(snippet: str) -> None:
    shown = "".join(run.text for run in runs_of(snippet))
    plain = snippet.replace("\x02", "").replace("\x03", "")
    assert shown == plain.replace("\n", " ").replace("\r", " ").replace("\t", " ")
