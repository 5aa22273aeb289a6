"""The recovery sheet on one page: what it is, the code in large letters of one width, and how it is used.

Made in memory; nothing of the code goes into the document's metadata or anywhere else.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from baken.model.resources import Resource, read_resource

from .fontset import FontSet, load_fonts
from .lines import INK, MUTED, Style, wrap
from .sheet import WIDTH, Sheet
from .words import load_words

_LEFT, _TOP = 56.0, 84.0
_COLUMN = WIDTH - 2 * _LEFT
_PER_ROW = 2
_ROW_HEIGHT, _CODE_SIZE = 50.0, 27.0
_TITLE = Style(size=20, leading=27, weight="bold")
_SITE = Style(size=12, leading=17, weight="semibold")
_HEADING = Style(size=11, leading=17, weight="bold")
_BODY = Style(size=10, leading=14.5)
_SMALL = Style(size=9, leading=13, colour=MUTED)
_PRACTICE = Style(size=8.5, leading=12, weight="bold", colour=INK)


class RecoverySheet(msgspec.Struct, frozen=True, kw_only=True):
    """What is printed: the groups of the code as they are typed, whose it is, and the day (ISO)."""

    groups: tuple[str, ...]
    site: str
    date: str
    practice: bool


class _Texts(Resource, frozen=True, kw_only=True):
    title: str
    of_site: str
    made: str
    what: str
    code: str
    group: str
    how: str
    steps: tuple[str, ...]
    ends: str


class _File(Resource, frozen=True, kw_only=True):
    nl: _Texts
    en: _Texts


@cache
def _texts(language: str) -> _Texts:
    texts = read_resource("texts/recovery.toml", _File)
    return texts.nl if language == "nl" else texts.en


def render_recovery_sheet(content: RecoverySheet, *, language: str, fonts: Path) -> bytes:
    """Give the PDF in "nl" or "en", one page."""
    return _Page(content, language, load_fonts(fonts)).draw()


class _Page:
    """The one page being set, from top to bottom."""

    def __init__(self, content: RecoverySheet, language: str, fonts: FontSet) -> None:
        self._content = content
        self._texts = _texts(language)
        self._words = load_words(language)
        self._fonts = fonts
        self._sheet = Sheet(title=self._texts.title, language=language, fonts=fonts)
        self._y = _TOP

    def draw(self) -> bytes:
        """Set everything and give the file."""
        texts, content = self._texts, self._content
        if content.practice:
            self._sheet.watermark(self._words.practice)
            for line in wrap(self._words.practice_note, _PRACTICE, _COLUMN, self._fonts):
                self._sheet.text(line, _LEFT, 47)
        self._paragraph(texts.title, _TITLE)
        self._paragraph(texts.of_site.format(site=content.site), _SITE)
        self._paragraph(texts.made.format(date=self._words.date(content.date)), _SMALL, after=10)
        self._paragraph(texts.what, _BODY, after=16)
        self._heading(texts.code)
        self._groups(content.groups)
        self._heading(texts.how)
        for number, step in enumerate(texts.steps, start=1):
            self._step(number, step)
        self._y += 10
        self._paragraph(texts.ends, _BODY)
        self._sheet.end_page()
        return self._sheet.finish()

    def _paragraph(self, text: str, style: Style, *, x: float = 0, after: float = 3) -> None:
        for line in wrap(text, style, _COLUMN - x, self._fonts):
            self._sheet.text(line, _LEFT + x, self._y)
            self._y += style.leading
        self._y += after

    def _heading(self, text: str) -> None:
        self._sheet.rule(_LEFT, self._y - 6, _COLUMN)
        self._y += 14
        self._paragraph(text, _HEADING, after=6)

    def _groups(self, groups: Sequence[str]) -> None:
        """Set the groups in two columns, read down the rows, each under its number."""
        width = _COLUMN / _PER_ROW
        for index, group in enumerate(groups):
            row, column = divmod(index, _PER_ROW)
            x, y = _LEFT + column * width, self._y + row * _ROW_HEIGHT
            for line in wrap(self._texts.group.format(number=index + 1), _SMALL, width, self._fonts):
                self._sheet.text(line, x, y + 2)
            self._sheet.fixed(group, x, y + 28, _CODE_SIZE)
        self._y += -(-len(groups) // _PER_ROW) * _ROW_HEIGHT + 10

    def _step(self, number: int, text: str) -> None:
        for line in wrap(f"{number}.", _BODY, 20, self._fonts):
            self._sheet.text(line, _LEFT, self._y)
        self._paragraph(text, _BODY, x=20)
