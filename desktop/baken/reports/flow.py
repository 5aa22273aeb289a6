"""From rows to pages: what stands on one line of the paper, and where pages end. Pure layout, nothing is drawn here.

A row is never cut. Long text flows on over as many pages as it needs. All lengths are in points.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .fontset import FontSet
from .lines import INK, RULE, Line, Style, wrap


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Text at `x` from the left of the column, its baseline `y` below the top of the row."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class RuleMark:
    """A horizontal line in a row."""

    x: float
    y: float
    width: float
    colour: str = RULE


@dataclass(frozen=True, kw_only=True)
class BarMark:
    """A vertical line along the whole height of a row, at the left of a strand."""

    x: float
    colour: str
    is_dashed: bool


@dataclass(frozen=True, kw_only=True)
class Row:
    """One indivisible strip of the column. `holds_next`: the next row must stand on the same page.

    `again` are rows that come first where this one begins a page after the first.
    """

    height: float
    marks: tuple[Mark | RuleMark | BarMark, ...] = ()
    holds_next: bool = False
    is_space: bool = False
    again: tuple["Row", ...] = ()


def paginate(rows: Iterable[Row], height: float) -> tuple[tuple[Row, ...], ...]:
    """Cut rows into pages of at most `height`; space at the top of a page is dropped. At least one page."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for group in _groups(rows):
        needed = sum(row.height for row in group)
        if used + needed > height and pages[-1] and not all(row.is_space for row in group):
            pages.append([])
            used = 0.0
        for row in group:
            if row.is_space and (not pages[-1] or used + row.height > height):
                continue
            if used + row.height > height and pages[-1]:  # a group taller than a page
                pages.append([])
                used = 0.0
            if not pages[-1] and len(pages) > 1:
                pages[-1] += row.again
                used = sum(each.height for each in row.again)
            pages[-1].append(row)
            used += row.height
    return tuple(tuple(page) for page in pages)


def space(height: float) -> Row:
    """Give empty room between blocks, dropped where a page begins."""
    return Row(height=height, is_space=True)


def rule(width: float, colour: str = RULE) -> Row:
    """Give a line across the column."""
    return Row(height=0.7, marks=(RuleMark(x=0, y=0, width=width, colour=colour),))


def blank(width: float, *, x: float = 0, leading: float = 20) -> Row:
    """Give a line to write on by hand."""
    return Row(height=leading, marks=(RuleMark(x=x, y=leading - 5, width=width),))


def text_rows(text: str, style: Style, width: float, fonts: FontSet, *, x: float = 0) -> list[Row]:
    """Give wrapped text, a paragraph that reads from the right set to the right edge; first and last lines hold on."""
    return beside([(x, width, wrap(text, style, width, fonts))])


def beside(columns: list[tuple[float, float, tuple[Line, ...]]]) -> list[Row]:
    """Set columns of lines side by side, first lines on one baseline; each column is (x, width, lines).

    No single line is left alone at the end or the beginning of a page.
    """
    count = max((len(lines) for _, _, lines in columns), default=0)
    rows: list[Row] = []
    for place in range(count):
        present = [(x, width, lines[place]) for x, width, lines in columns if place < len(lines)]
        leading = max(line.style.leading for _, _, line in present)
        baseline = leading - max(
            (line.style.leading - line.style.size) / 2 + 0.22 * line.style.size for _, _, line in present
        )
        marks = tuple(
            Mark(line=line, x=x + (width - line.width if line.keeps_right else 0), y=baseline)
            for x, width, line in present
        )
        holds = count > 1 and place in {0, count - 2}
        rows.append(Row(height=leading, marks=marks, holds_next=holds))
    return rows


def barred(rows: Iterable[Row], *, is_dashed: bool) -> list[Row]:
    """Put a bar at the left of rows; it goes on over the end of a page."""
    bar = BarMark(x=1, colour=INK, is_dashed=is_dashed)
    return [Row(height=row.height, marks=(bar, *row.marks), holds_next=row.holds_next) for row in rows]


def under(rows: Iterable[Row], again: tuple[Row, ...]) -> list[Row]:
    """Let each page that begins with one of these rows begin with `again`."""
    return [
        Row(height=row.height, marks=row.marks, holds_next=row.holds_next, is_space=row.is_space, again=again)
        for row in rows
    ]


def held(rows: list[Row]) -> list[Row]:
    """Keep rows together with whatever follows them, for headings."""
    return [Row(height=row.height, marks=row.marks, holds_next=True, is_space=row.is_space) for row in rows]


def _groups(rows: Iterable[Row]) -> Iterable[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.holds_next:
            yield group
            group = []
    if group:
        yield group
