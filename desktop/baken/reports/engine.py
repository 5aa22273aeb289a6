"""One engine for every form: a definition, its content and its frame become pages, and pages become a PDF.

A4, calm, readable when faxed: dark grey and black on white, nothing that only a colour says. An empty field stays a
line to write on. All lengths are in points.
"""

from pathlib import Path
from typing import Literal, assert_never

from .content import Content, Entry, Frame, Quote
from .definition import Field, FormDefinition, Section, SectionKind
from .flow import BarMark, Mark, Row, RuleMark, barred, beside, blank, held, paginate, rule, space, text_rows, under
from .fontset import FontSet, load_fonts
from .lines import INK, MUTED, Style, single, wrap
from .sheet import HEIGHT, WIDTH, Sheet
from .words import Words, load_words

Edge = Literal["left", "right"]
_REPEATED = frozenset((SectionKind.TABLE, SectionKind.ENTRIES))  # whose heading stands again on the next page

LEFT = 56.0
COLUMN = WIDTH - 2 * LEFT
TOP, BOTTOM = 66.0, HEIGHT - 66.0
LABEL_WIDTH = 136.0
HEAD_WIDTH = 112.0
FRAME_LETTERS = 160  # more cannot fit a line of the frame

TITLE = Style(size=20, leading=26, weight="bold")
SUBTITLE = Style(size=9.5, leading=14, colour=MUTED)
HEADING = Style(size=11, leading=15, weight="bold")
LABEL = Style(size=9, leading=14.5, weight="semibold", colour=MUTED)
BODY = Style(size=10, leading=14.5)
META = Style(size=9, leading=13, colour=MUTED)
SMALL = Style(size=8.5, leading=12, colour=MUTED)
SMALL_STRONG = Style(size=8.5, leading=12, weight="bold", colour=INK)


def render(definition: FormDefinition, content: Content, frame: Frame, *, language: str, fonts: Path) -> bytes:
    """Give the PDF of a form in "nl" or "en"."""
    return _Form(definition, content, frame, language=language, fonts=load_fonts(fonts)).draw()


class _Form:
    """One form being set."""

    def __init__(
        self, definition: FormDefinition, content: Content, frame: Frame, *, language: str, fonts: FontSet
    ) -> None:
        self._definition = definition
        self._content = content
        self._frame = frame
        self._language = language
        self._fonts = fonts
        self._words: Words = load_words(language)
        self._title = definition.form.label(language)

    def draw(self) -> bytes:
        rows = self._head()
        for section in self._definition.section:
            rows += self._section(section)
        pages = paginate(rows, BOTTOM - TOP)
        sheet = Sheet(title=f"{self._definition.form.code} {self._title}", language=self._language, fonts=self._fonts)
        for number, page in enumerate(pages, start=1):
            self._page(sheet, page, number, len(pages))
        return sheet.finish()

    # ------------------------------------------------------------------ around the page

    def _page(self, sheet: Sheet, rows: tuple[Row, ...], number: int, pages: int) -> None:
        frame, words = self._frame, self._words
        if frame.is_practice:
            sheet.watermark(words.practice)
            self._put(sheet, words.practice_note, SMALL_STRONG, 47)
        reference = words.reference.format(reference=frame.reference) if frame.reference else ""
        running = frame.sender if number == 1 else " · ".join(part for part in (self._title, reference) if part)
        self._put(sheet, running, SMALL, 34)
        self._put(sheet, words.confidential, SMALL_STRONG, 34, edge="right")
        y = TOP
        for row in rows:
            _draw_row(sheet, row, y)
            y += row.height
        head = self._definition.form
        sheet.rule(LEFT, BOTTOM + 14, COLUMN)
        marks = [head.code, words.version.format(version=head.version)]
        if frame.copy_number:
            marks.append(words.copy.format(copy=frame.copy_number))
        self._put(sheet, " · ".join(marks), SMALL, BOTTOM + 28)
        self._put(sheet, words.page.format(page=number, pages=pages), SMALL, BOTTOM + 28, edge="right")
        self._put(sheet, frame.note, SMALL, BOTTOM + 40)
        sheet.end_page()

    def _put(self, sheet: Sheet, text: str, style: Style, y: float, *, edge: Edge = "left") -> None:
        """Set one line of the frame; what does not fit the half that it has is not shown."""
        for line in wrap(text[:FRAME_LETTERS], style, COLUMN * 0.5, self._fonts)[:1]:
            free = COLUMN - line.width
            sheet.text(line, LEFT + free * (1 if edge == "right" else 0), y)

    def _head(self) -> list[Row]:
        words, frame = self._words, self._frame
        parts = [words.to.format(recipient=frame.recipient), frame.made]
        if frame.reference:
            parts.append(words.reference.format(reference=frame.reference))
        rows = text_rows(self._title, TITLE, COLUMN, self._fonts)
        rows += text_rows(" · ".join(part for part in parts if part), SUBTITLE, COLUMN, self._fonts)
        rows += text_rows(words.as_recorded, SUBTITLE, COLUMN, self._fonts)
        return held([*rows, space(7), rule(COLUMN, INK), space(5)])

    # ------------------------------------------------------------------ sections

    def _section(self, section: Section) -> list[Row]:
        match section.kind:
            case SectionKind.FIELDS:
                return [*self._heading(section), *self._fields(section.field, self._content.fields), *_divider()]
            case SectionKind.GROUPS:
                groups = self._content.groups.get(section.from_, ()) or ({},)
                return [row for group in groups for row in (*self._fields(section.field, group), *_divider())]
            case SectionKind.TEXT:
                return self._text(section)
            case SectionKind.ENTRIES | SectionKind.TABLE:
                return self._entries(section)
            case SectionKind.QUOTES | SectionKind.THOUGHTS:
                return self._quotes(section)
            case SectionKind.SIGNATURES:
                return self._signatures(section)
            case _:
                assert_never(section.kind)

    def _heading(self, section: Section) -> list[Row]:
        label = section.label(self._language)
        return held([space(9), *text_rows(label, HEADING, COLUMN, self._fonts), space(2)]) if label else []

    def _fields(self, fields: tuple[Field, ...], values: dict[str, str]) -> list[Row]:
        rows: list[Row] = []
        width = COLUMN - LABEL_WIDTH
        for field in fields:
            label = wrap(field.label(self._language), LABEL, LABEL_WIDTH - 10, self._fonts)
            value = wrap(values.get(field.from_, ""), BODY, width, self._fonts)
            lines = beside([(0, LABEL_WIDTH - 10, label), (LABEL_WIDTH, width, value)])
            if not value:
                first = lines[0]
                mark = RuleMark(x=LABEL_WIDTH, y=first.height - 3, width=width)
                lines[0] = Row(height=first.height, marks=(*first.marks, mark), holds_next=first.holds_next)
            rows += [*lines, space(2.5)]
        return rows

    def _text(self, section: Section) -> list[Row]:
        value = self._content.fields.get(section.from_, "")
        rows = text_rows(value, BODY, COLUMN, self._fonts) or _blanks(3)
        return [*self._heading(section), *rows]

    def _entries(self, section: Section) -> list[Row]:
        entries = self._content.entries.get(section.from_, ())
        setter = self._table_entry if section.kind is SectionKind.TABLE else self._entry
        rows = [row for entry in entries for row in setter(entry)]
        return self._under_heading(section, rows)

    def _under_heading(self, section: Section, rows: list[Row]) -> list[Row]:
        """Set rows with the note of their section, or lines to write on; a list says again on each page what it is."""
        note = self._content.notes.get(section.from_, "")
        rows = [*rows, *text_rows(note, META, COLUMN, self._fonts)] or _blanks(2)
        if section.kind in _REPEATED:
            again = self._words.continued.format(heading=section.label(self._language))
            rows = under(rows, tuple(held([*text_rows(again, LABEL, COLUMN, self._fonts), space(2)])))
        return [*self._heading(section), *rows]

    def _entry(self, entry: Entry) -> list[Row]:
        width = COLUMN - HEAD_WIDTH
        head = wrap(entry.head, LABEL, HEAD_WIDTH - 10, self._fonts)
        body = wrap(entry.body, BODY, width, self._fonts) + wrap(entry.meta, META, width, self._fonts)
        return [*beside([(0, HEAD_WIDTH - 10, head), (HEAD_WIDTH, width, body)]), space(5)]

    def _table_entry(self, entry: Entry) -> list[Row]:
        width = (COLUMN - HEAD_WIDTH - 12) / 2
        head = wrap(entry.head, LABEL, HEAD_WIDTH - 10, self._fonts)
        body = wrap(entry.body, BODY, width, self._fonts)
        meta = wrap(entry.meta, META, width, self._fonts)
        columns = [(0, HEAD_WIDTH - 10, head), (HEAD_WIDTH, width, body), (HEAD_WIDTH + width + 12, width, meta)]
        return [*beside(columns), space(2.5)]

    def _quotes(self, section: Section) -> list[Row]:
        quotes = self._content.quotes.get(section.from_, ())
        if not quotes and section.omit_empty:
            return []
        is_dashed = section.kind is SectionKind.THOUGHTS
        rows = [row for quote in quotes for row in self._quote(quote, is_dashed=is_dashed)]
        return self._under_heading(section, rows)

    def _quote(self, quote: Quote, *, is_dashed: bool) -> list[Row]:
        width = COLUMN - 24
        text = quote.text if is_dashed or not quote.text else f"‘{quote.text}’"
        lines = [
            *wrap(text, BODY, width, self._fonts),
            *wrap(quote.original, BODY, width, self._fonts),
            *wrap(quote.meta, META, width, self._fonts),
        ]
        return [*barred(beside([(12, width, tuple(lines))]), is_dashed=is_dashed), space(7)]

    def _signatures(self, section: Section) -> list[Row]:
        """Set a box of name, date and signature per party; a box is never cut."""
        rows: list[Row] = []
        half = (COLUMN - 24) / 2
        marks: list[Mark | RuleMark] = []
        labels = (self._words.signature_name, self._words.signature_date, self._words.signature_sign)
        for place, field in enumerate(section.field):
            x, y = (half + 24) * (place % 2), 12.0
            marks.append(Mark(line=single(field.label(self._language), LABEL, self._fonts), x=x, y=y))
            for label in labels:
                y += 24 if label is not labels[-1] else 34
                marks.append(Mark(line=single(label, META, self._fonts), x=x, y=y))
                marks.append(RuleMark(x=x + 66, y=y + 2, width=half - 66))
        rows.append(Row(height=104, marks=tuple(marks)))
        return [*self._heading(section), *rows]


def _divider() -> list[Row]:
    return [space(4), rule(COLUMN), space(5)]


def _blanks(count: int) -> list[Row]:
    return [Row(height=row.height, marks=row.marks, holds_next=True) for row in [blank(COLUMN)] * (count - 1)] + [
        blank(COLUMN)
    ]


def _draw_row(sheet: Sheet, row: Row, top: float) -> None:
    for mark in row.marks:
        match mark:
            case Mark():
                sheet.text(mark.line, LEFT + mark.x, top + mark.y)
            case RuleMark():
                sheet.rule(LEFT + mark.x, top + mark.y, mark.width, colour=mark.colour)
            case BarMark():
                sheet.bar(LEFT + mark.x, top, top + row.height, colour=mark.colour, is_dashed=mark.is_dashed)
            case _:
                assert_never(mark)
