"""The page itself: lines of text, rules and bars drawn on reportlab's canvas, the same bytes for the same input.

Shaped runs are drawn as outlines, with the same letters invisible underneath in visual order, so that text can be
selected and extracted in its logical order (measured: ActualText scrambles it). Nothing personal goes into the
document's metadata.
"""

import io
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFString
from reportlab.pdfgen.canvas import Canvas

from .fontset import Face, FontSet, Glyph
from .lines import RULE, Line, Style, single
from .script import Run, visual_text

WIDTH, HEIGHT = A4
_INVISIBLE = 3  # text render mode: neither fill nor stroke
_NON_ZERO = 1  # fill rule of TrueType outlines


class Sheet:
    """A document being drawn. Coordinates are in points from the top left corner; y is the baseline of text."""

    def __init__(self, *, title: str, language: str, fonts: FontSet) -> None:
        self._file = io.BytesIO()
        self._fonts = fonts
        self._canvas = Canvas(self._file, pagesize=A4, invariant=1, pageCompression=1)
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
        for (face, is_shaped), group in groupby(line.runs, key=lambda run: (run.face, run.glyphs is not None)):
            runs = list(group)
            if is_shaped:
                for run in runs:
                    self._shaped(run, run.glyphs or (), x, y, size)
                    x += run.width * size
            else:
                self._plain("".join(run.text for run in runs), face, x, y, size)
                x += sum(run.width for run in runs) * size

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
        self._canvas.setStrokeColor(HexColor(RULE))
        self._canvas.setLineWidth(0.6 / size)
        self._canvas.translate(WIDTH / 2, HEIGHT / 2)
        self._canvas.rotate(52)
        self._canvas.scale(size, size)
        self._canvas.translate(-line.width / 2, -0.36)
        for run in line.runs:
            shaped = run.face.shape(run.text, right_to_left=False)
            self._outlines(run.face, shaped.glyphs, is_filled=False)
            self._canvas.translate(run.width, 0)
        self._canvas.restoreState()

    def end_page(self) -> None:
        """Finish this page and begin the next."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Give the finished file; call once."""
        self._canvas.save()
        return self._file.getvalue()

    def _plain(self, text: str, face: Face, x: float, y: float, size: float) -> None:
        self._canvas.setFont(face.name, size)
        self._canvas.drawString(x, HEIGHT - y, text)

    def _shaped(self, run: Run, glyphs: tuple[Glyph, ...], x: float, y: float, size: float) -> None:
        self._canvas.saveState()
        self._canvas.translate(x, HEIGHT - y)
        self._canvas.scale(size, size)
        self._outlines(run.face, glyphs, is_filled=True)
        self._canvas.restoreState()
        shown = visual_text(run)
        natural = run.face.width("".join(each for each in shown if run.face.has(each))) * size
        hidden = self._canvas.beginText(x, HEIGHT - y)
        hidden.setFont(run.face.name, size)
        hidden.setTextRenderMode(_INVISIBLE)
        if natural > 0:
            hidden.setHorizScale(100 * run.width * size / natural)
        hidden.textOut(shown)
        hidden.setHorizScale(100)
        hidden.setTextRenderMode(0)
        self._canvas.drawText(hidden)

    def _outlines(self, face: Face, glyphs: tuple[Glyph, ...], *, is_filled: bool) -> None:
        path = self._canvas.beginPath()
        for glyph in glyphs:
            for step, values in face.outline(glyph.gid):
                moved = [value + (glyph.y if place % 2 else glyph.x) for place, value in enumerate(values)]
                match step:
                    case "m":
                        path.moveTo(*moved)
                    case "l":
                        path.lineTo(*moved)
                    case "c":
                        path.curveTo(*moved)
                    case _:
                        path.close()
        self._canvas.drawPath(path, stroke=0 if is_filled else 1, fill=1 if is_filled else 0, fillMode=_NON_ZERO)
