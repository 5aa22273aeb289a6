"""The page itself: lines of text, rules and bars drawn on reportlab's canvas, the same bytes for the same input.

Shaped runs are drawn as outlines, with the same letters invisible underneath in visual order, so that text can be
selected and extracted in its logical order (measured: ActualText scrambles it). Nothing personal goes into the
document's metadata.
"""

import io
from itertools import groupby
from threading import Lock

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from .fontset import LATIN, Face, FontSet
from .lines import INK, RULE, Line, Style, single
from .script import Run, visual_text

rl_config.useA85 = 0  # streams as they are compressed: a quarter smaller, and quicker

WIDTH, HEIGHT = A4
WATERMARK = "#c9ced6"  # pale enough to read small print across it, dark enough for a copier
_FIXED = "Courier-Bold"
_SAVING = Lock()  # reportlab cuts fonts out of one reader for all documents
_INVISIBLE = 3  # text render mode: neither fill nor stroke
_NON_ZERO = 1  # fill rule of TrueType outlines


class Sheet:
    """A document being drawn. Coordinates are in points from the top left corner; y is the baseline of text."""

    def __init__(self, *, title: str, language: str, fonts: FontSet) -> None:
        self._file = io.BytesIO()
        self._fonts = fonts
        self._drawn: set[str] = set()
        self._canvas = Canvas(self._file, pagesize=A4, invariant=1, pageCompression=1, initialFontName=LATIN["regular"])
        self._canvas.setTitle(title)
        for set_field in (self._canvas.setAuthor, self._canvas.setSubject, self._canvas.setKeywords):
            set_field("")
        self._canvas.setCreator("Baken")
        self._canvas.setProducer("Baken")
        self._canvas.setCatalogEntry("Lang", PDFString(language))

    def text(self, line: Line, x: float, y: float) -> None:
        """Draw a line from its left end."""
        self._canvas.setFillColor(HexColor(line.style.colour))
        size = line.style.size
        for face, group in groupby(line.runs, key=lambda run: run.face if run.glyphs is None else None):
            runs = list(group)
            if face is None:
                self._shaped(runs, x, y, size)
            else:
                self._plain("".join(run.text for run in runs), face, x, y, size)
            x += sum(run.width for run in runs) * size

    def fixed(self, text: str, x: float, y: float, size: float) -> None:
        """Draw letters and digits of one width, which every reader of PDFs has."""
        self._canvas.setFillColor(HexColor(INK))
        self._canvas.setFont(_FIXED, size)
        self._canvas.drawString(x, HEIGHT - y, text)

    def rule(self, x: float, y: float, width: float, *, colour: str = RULE, thickness: float = 0.7) -> None:
        """Draw a horizontal line to the right of a point."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, HEIGHT - y, x + width, HEIGHT - y)

    def bar(self, x: float, top: float, bottom: float, *, colour: str, is_dashed: bool) -> None:
        """Draw a vertical line, solid or dashed, at the left of a strand."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(1.6)
        if is_dashed:
            self._canvas.setDash(3, 2)
        self._canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
        self._canvas.setDash()

    def watermark(self, word: str) -> None:
        """Draw a word across the page in thin outlines, so that text stays readable in black and white."""
        line = single(word, Style(size=1, leading=1, weight="bold"), self._fonts)
        size = 560 / line.width
        self._canvas.saveState()
        self._canvas.setStrokeColor(HexColor(WATERMARK))
        self._canvas.setLineWidth(0.8 / size)
        self._canvas.translate(WIDTH / 2, HEIGHT / 2)
        self._canvas.rotate(52)
        self._canvas.scale(size, size)
        self._canvas.translate(-line.width / 2, -0.36)
        for run in line.runs:
            for glyph in run.face.shape(run.text, right_to_left=False).glyphs:
                self._canvas.saveState()
                self._canvas.translate(glyph.x, glyph.y)
                self._canvas.drawPath(self._path(run.face, glyph.gid), stroke=1, fill=0)
                self._canvas.restoreState()
            self._canvas.translate(run.width, 0)
        self._canvas.restoreState()

    def end_page(self) -> None:
        """Finish this page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Give the finished file; call once."""
        with _SAVING:
            self._canvas.save()
        return self._file.getvalue()

    def _plain(self, text: str, face: Face, x: float, y: float, size: float) -> None:
        self._canvas.setFont(face.name, size)
        self._canvas.drawString(x, HEIGHT - y, text)

    def _shaped(self, runs: list[Run], x: float, y: float, size: float) -> None:
        """Draw neighbouring shaped runs as outlines, and their letters as one invisible text."""
        self._canvas.addLiteral(f"q {size:g} 0 0 {size:g} {x:.4f} {HEIGHT - y:.4f} cm")
        start, at = 0.0, (0.0, 0.0)
        for run in runs:
            for glyph in run.glyphs or ():
                if run.face.outline(glyph.gid):
                    to = (start + glyph.x, glyph.y)
                    self._canvas.addLiteral(f"1 0 0 1 {to[0] - at[0]:.4f} {to[1] - at[1]:.4f} cm")
                    self._canvas.doForm(self._form(run.face, glyph.gid))
                    at = to
            start += run.width
        self._canvas.addLiteral("Q")
        self._hidden(runs, x, y, size)

    def _hidden(self, runs: list[Run], x: float, y: float, size: float) -> None:
        """Put the letters of shaped runs where they are seen, for selecting and extracting.

        Words of one face and the spaces between them are one text: pdfium puts separate words of a right-to-left
        phrase in the wrong order.
        """
        for face, group in groupby(zip(_carriers(runs), runs, strict=True), key=lambda pair: pair[0]):
            part = [run for _, run in group]
            shown = "".join(visual_text(run) for run in part)
            drawn, natural = sum(run.width for run in part), face.width(shown)
            hidden = self._canvas.beginText(x, HEIGHT - y)
            hidden.setFont(face.name, size)
            hidden.setTextRenderMode(_INVISIBLE)
            if natural > 0:
                hidden.setHorizScale(100 * drawn / natural)
            hidden.textOut(shown)
            hidden.setHorizScale(100)
            hidden.setTextRenderMode(0)
            self._canvas.drawText(hidden)
            x += drawn * size

    def _form(self, face: Face, gid: int) -> str:
        """Give the name of a glyph's outline, which stands in the file once, at a font size of 1."""
        name = f"{face.name}-{gid}"
        if name not in self._drawn:
            self._drawn.add(name)
            self._canvas.beginForm(name, -2, -3, 16, 5)
            self._canvas.drawPath(self._path(face, gid), stroke=0, fill=1, fillMode=_NON_ZERO)
            self._canvas.endForm()
        return name

    def _path(self, face: Face, gid: int) -> PDFPathObject:
        path = self._canvas.beginPath()
        for step, values in face.outline(gid):
            match step:
                case "m":
                    path.moveTo(*values)
                case "l":
                    path.lineTo(*values)
                case "c":
                    path.curveTo(*values)
                case _:
                    path.close()
        return path


def _carriers(runs: list[Run]) -> list[Face]:
    """Choose the face that carries each run's invisible letters; a space goes with the word on its left."""
    carriers: list[Face] = []
    for run in runs:
        joins = bool(carriers) and run.text.isspace() and carriers[-1].has(" ")
        carriers.append(carriers[-1] if joins else run.face)
    return carriers
