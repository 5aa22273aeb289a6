"""The field for what was seen or heard; recognised names are tinted where they stand, and nothing is linked."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from baken.model.views import Recognised

from . import theme
from .capture_form import utf16_range
from .widgets.field import TextArea

_PAUSE_MS = 250  # after the last key before the text is looked at


class FactText(TextArea):
    """A text area that asks, after a pause in typing, what is recognised in its text."""

    recognise_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", lines=4, parent=parent)
        self._found: tuple[Recognised, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.changed.connect(self._pause.start)

    def show_recognised(self, found: Sequence[Recognised]) -> None:
        """Tint what was recognised; offsets that no longer fit the text are left out."""
        self._found = tuple(found)
        text = self.text()
        selections = []
        for each in self._found:
            if each.end > len(text):
                continue
            position, length = utf16_range(text, each.start, each.end)
            cursor = QTextCursor(self.edit.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            tint = QTextCharFormat()
            tint.setBackground(theme.colour("selection"))
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = tint
            selections.append(selection)
        self.edit.setExtraSelections(selections)

    def restyle(self) -> None:
        """Take the font and colours of now, those of the tint too."""
        super().restyle()
        if hasattr(self, "_found"):
            self.show_recognised(self._found)

    def _ask(self) -> None:
        self.recognise_requested.emit(self.text())
