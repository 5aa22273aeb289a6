"""The bundled fonts as paper needs them: which face draws a character, how wide it is, and its outline.

A face is known twice: to reportlab, which embeds the letters that are used, and to HarfBuzz, which joins and places
them. Nothing is looked up on the machine; a character that no bundled face has becomes a visible replacement mark.
Measured: reportlab 5.1's own shaping draws Arabic letters in reversed order and has no font fallback.
"""

import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

Weight = Literal["regular", "semibold", "bold"]

LATIN: dict[Weight, str] = {
    "regular": "NotoSans-Regular",
    "semibold": "NotoSans-SemiBold",
    "bold": "NotoSans-Bold",
}
OTHER_SCRIPTS = ("NotoSansArabic-Regular", "NotoSansEthiopic-Regular")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

Segment = tuple[str, tuple[float, ...]]
"""One step of an outline: "m", "l", "c" or "h" (close) with its coordinates in em."""


class Glyph(NamedTuple):
    """A placed glyph, in em: its id, where it stands from the start of its run, and its rise."""

    gid: int
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Shaped:
    """A run as HarfBuzz placed it, in visual order; `width` in em."""

    glyphs: tuple[Glyph, ...]
    width: float


class Face:
    """One font file. Widths and outlines are in em (a font size of 1)."""

    def __init__(self, folder: Path, stem: str) -> None:
        path = folder / f"{stem}.ttf"
        self.name = stem
        font = TTFont(stem, str(path))
        pdfmetrics.registerFont(font)
        self._advances: dict[int, float] = {
            code: width / 1000 for code, width in font.face.charWidths.items() if code in font.face.charToGlyph
        }
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
        self._units = float(face.upem)
        self._font = uharfbuzz.Font(face)
        self._outlines: dict[int, tuple[Segment, ...]] = {}
        self._lock = threading.Lock()

    def has(self, character: str) -> bool:
        """Say whether this face can draw the character."""
        return ord(character) in self._advances

    def width(self, text: str) -> float:
        """Give the width of text as it is without shaping; what this face does not have has none."""
        return sum(self._advances.get(ord(character), 0.0) for character in text)

    def shape(self, text: str, *, right_to_left: bool) -> Shaped:
        """Join and place the letters of one run of one direction."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        with self._lock:
            uharfbuzz.shape(self._font, buffer)
        glyphs: list[Glyph] = []
        x = 0.0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyphs.append(Glyph(info.codepoint, x + position.x_offset / self._units, position.y_offset / self._units))
            x += position.x_advance / self._units
        return Shaped(glyphs=tuple(glyphs), width=x)

    def outline(self, gid: int) -> tuple[Segment, ...]:
        """Give a glyph's outline."""
        with self._lock:
            if gid not in self._outlines:
                self._outlines[gid] = tuple(
                    (step, tuple(value / self._units for value in values)) for step, values in _draw(self._font, gid)
                )
            return self._outlines[gid]


class FontSet:
    """The faces of one folder, and the choice of a face for each character."""

    def __init__(self, folder: Path) -> None:
        self._latin = {weight: Face(folder, stem) for weight, stem in LATIN.items()}
        self._others = tuple(Face(folder, stem) for stem in OTHER_SCRIPTS)

    def face_for(self, character: str, weight: Weight) -> Face | None:
        """Give the first face that has the character: Latin in this weight, Arabic, Ethiopic; None when none has."""
        latin = self._latin[weight]
        if latin.has(character):
            return latin
        return next((face for face in self._others if face.has(character)), None)

    def latin(self, weight: Weight) -> Face:
        """Give the Latin face of a weight."""
        return self._latin[weight]


@cache
def load_fonts(folder: Path) -> FontSet:
    """Read the bundled fonts of a folder, once per folder (50 ms)."""
    return FontSet(folder)


class _Outline:
    """Collects the outline of one glyph from HarfBuzz' drawing calls, in font units.

    No call for quadratic curves is set: HarfBuzz then raises them to cubic ones, which is what PDF has.
    """

    def __init__(self) -> None:
        self.segments: list[Segment] = []

    def move(self, x: float, y: float, _data: object) -> None:
        self.segments.append(("m", (x, y)))

    def line(self, x: float, y: float, _data: object) -> None:
        self.segments.append(("l", (x, y)))

    def curve(self, *arguments: float) -> None:
        self.segments.append(("c", arguments[:6]))  # the seventh is HarfBuzz' user data

    def close(self, _data: object) -> None:
        self.segments.append(("h", ()))


def _draw(font: uharfbuzz.Font, gid: int) -> list[Segment]:
    outline = _Outline()
    calls = uharfbuzz.DrawFuncs()
    calls.set_move_to_func(outline.move)
    calls.set_line_to_func(outline.line)
    calls.set_cubic_to_func(outline.curve)
    calls.set_close_path_func(outline.close)
    font.draw_glyph(gid, calls)
    return outline.segments
