"""Pages: rows are never cut, headings never stand alone, long text flows on."""

from hypothesis import given
from hypothesis import strategies as st

from baken.model.resources import resource_root
from baken.reports.flow import BarMark, Mark, Row, barred, beside, blank, held, paginate, space, text_rows, under
from baken.reports.fontset import load_fonts
from baken.reports.lines import Style, wrap

BODY = Style(size=10, leading=14)
FONTS = load_fonts(resource_root() / "fonts")


def _rows(*heights: float, holding: tuple[int, ...] = ()) -> list[Row]:
    return [Row(height=height, holds_next=place in holding) for place, height in enumerate(heights)]


def test_rows_that_fit_stand_on_one_page() -> None:
    assert len(paginate(_rows(40, 40, 20), 100)) == 1


def test_a_row_that_does_not_fit_begins_the_next_page() -> None:
    assert [len(page) for page in paginate(_rows(60, 60, 30), 100)] == [1, 2]


def test_a_heading_goes_with_what_follows_it() -> None:
    pages = paginate(_rows(80, 15, 15, holding=(1,)), 100)
    assert [[row.height for row in page] for page in pages] == [[80], [15, 15]]


def test_space_is_dropped_where_a_page_begins() -> None:
    pages = paginate([space(5), Row(height=95), space(10), Row(height=50)], 100)
    assert [[row.height for row in page] for page in pages] == [[95], [50]]


def test_a_group_taller_than_a_page_is_still_set() -> None:
    pages = paginate(held(_rows(*[30] * 7)), 100)
    assert sum(len(page) for page in pages) == 7
    assert all(sum(row.height for row in page) <= 100 for page in pages)


def test_nothing_gives_one_empty_page() -> None:
    assert paginate([], 100) == ((),)


def test_no_line_is_left_alone_at_the_end_or_beginning_of_a_page() -> None:
    rows = text_rows("woord " * 60, BODY, 100, FONTS)
    assert len(rows) > 4
    assert [row.holds_next for row in rows] == [place in {0, len(rows) - 2} for place in range(len(rows))]


def test_columns_stand_on_one_baseline() -> None:
    small = Style(size=9, leading=13)
    (row,) = beside([(0, 50, wrap("kop", small, 50, FONTS)), (60, 50, wrap("tekst", BODY, 50, FONTS))])
    marks = [mark for mark in row.marks if isinstance(mark, Mark)]
    assert [mark.x for mark in marks] == [0, 60]
    assert len({mark.y for mark in marks}) == 1


def test_a_bar_runs_beside_every_line() -> None:
    rows = barred(text_rows("woord " * 60, BODY, 100, FONTS), is_dashed=True)
    assert all(any(isinstance(mark, BarMark) and mark.is_dashed for mark in row.marks) for row in rows)


def test_a_line_to_write_on_is_high_enough_for_a_pen() -> None:
    assert blank(100).height >= 17  # 6 mm


@given(
    rows=st.lists(
        st.builds(
            Row,
            height=st.floats(1, 100),
            holds_next=st.booleans(),
            is_space=st.booleans(),
        ),
        max_size=60,
    )
)
def test_every_row_with_ink_is_on_exactly_one_page_in_order(rows: list[Row]) -> None:
    pages = paginate(rows, 100)
    inked = [row for row in rows if not row.is_space]
    assert [row for page in pages for row in page if not row.is_space] == inked
    for page in pages:
        height = sum(row.height for row in page if not row.is_space)
        assert height <= 100.001


def test_a_table_that_goes_on_says_again_what_it_is_on_each_page_but_its_first() -> None:
    again = (Row(height=10),)
    pages = paginate([Row(height=15, holds_next=True), *under(_rows(*[30] * 7), again)], 100)
    assert [[row.height for row in page] for page in pages] == [[15, 30, 30], [10, 30, 30, 30], [10, 30, 30]]
