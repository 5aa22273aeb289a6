"""The text for one recipient, to be typed in, with each choice as a tint: goes along, still to be chosen, gone.

The tints only show what the list below says in words.
"""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from . import theme
from .passing_passages import Choice, Passage
from .widgets.chip import Chip
from .widgets.field import TextArea
from .widgets.flow import FlowLayout


class MarkedText(TextArea):
    """A text area whose sentences can be marked; marking is no change of the text."""

    def __init__(self, *, lines: int, parent: QWidget | None = None) -> None:
        self._passages: tuple[Passage, ...] = ()
        self._identifiers: tuple[tuple[int, int], ...] = ()
        super().__init__("", lines=lines, role="body", parent=parent)

    def mark(self, passages: Sequence[Passage], identifiers: Sequence[tuple[int, int]]) -> None:
        """Mark passages by their choice, and numbers and plates that go along (start and length in characters)."""
        self._passages, self._identifiers = tuple(passages), tuple(identifiers)
        self._paint_marks()

    def restyle(self) -> None:
        """Take the font and colours of now, of the marks too."""
        super().restyle()
        self._paint_marks()

    def _paint_marks(self) -> None:
        named = [self._mark(start, length, Choice.GOES) for start, length in self._identifiers]
        chosen = [
            self._mark(passage.start, len(passage.text), passage.choice)
            for passage in self._passages
            if passage.choice is not Choice.GOES or passage.repeats
        ]
        self.edit.setExtraSelections(named + chosen)

    def _mark(self, start: int, length: int, choice: Choice) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        match choice:
            case Choice.GOES:
                look.setBackground(theme.colour("selection"))
            case Choice.ASKS:
                look.setBackground(theme.colour("warn_fill"))
                look.setForeground(theme.colour("warn"))
            case Choice.GONE:
                look.setFontStrikeOut(True)
                look.setBackground(theme.colour("sunk"))
                look.setForeground(theme.colour("muted"))
        text = self.text()
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[: start + length]), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, look
        return made


class Legend(QWidget):
    """What the tints mean, in a word each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = (
            Chip("", "filled", icon="check", small=True),
            Chip("", "warn", icon="circle-alert", small=True),
            Chip("", "sunk", icon="minus", small=True),
        )
        layout = FlowLayout(self, gap=8)
        for chip in self._chips:
            layout.addWidget(chip)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = (self.tr("goes along"), self.tr("still to choose"), self.tr("gone"))
        for chip, word in zip(self._chips, words, strict=True):
            chip.setText(word)


def _units(text: str) -> int:
    """Give the length as Qt counts it, in units of UTF-16."""
    return len(text.encode("utf-16-le")) // 2
