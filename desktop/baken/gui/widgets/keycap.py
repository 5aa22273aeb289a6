"""A key as it is shown on buttons: small, framed, 18 px high."""

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from baken.gui import theme
from baken.gui.tokens import Role

from . import paint

RETURN_SIGN = "⏎"


def key_text(sequence: str) -> str:
    """Give a shortcut as it is written on a key cap: "Ctrl+N", "Ctrl+⏎"."""
    native = sequence
    if sys.platform == "darwin":
        native = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", RETURN_SIGN).replace("Enter", RETURN_SIGN)


def cap_width(text: str) -> int:
    """Give the width of a key cap in pixels."""
    return max(QFontMetrics(theme.font("keycap")).horizontalAdvance(text) + theme.px(5) * 2, theme.px(18))


def cap_height() -> int:
    """Give the height of a key cap in pixels."""
    return theme.px(18)


def draw_cap(painter: QPainter, x: float, y: float, text: str, *, colour: Role, edge: Role) -> None:
    """Paint a key cap with its top left corner at (x, y)."""
    area = QRectF(x, y, cap_width(text), cap_height())
    paint.box(painter, area, 4, edge=edge)
    painter.setPen(theme.colour(colour))
    painter.setFont(theme.font("keycap"))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)


class KeyCap(QWidget):
    """A key cap that stands alone."""

    def __init__(self, sequence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = key_text(sequence)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the cap."""
        return QSize(cap_width(self._text), cap_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        draw_cap(QPainter(self), 0, 0, self._text, colour="muted", edge="hair")
