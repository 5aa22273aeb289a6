"""A list that drops down as a part of a title."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from baken.gui import icons, theme

from . import paint
from .choice import ComboBox


class TitleChoice(ComboBox):
    """A choice that is part of a title: no frame, the chosen word in the title's type, and an arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.currentTextChanged.connect(self._fit)  # by itself a list keeps the width of the word that it had first

    def restyle(self) -> None:
        """Take the font of now."""
        super().restyle()
        self.view().setMinimumWidth(super().sizeHint().width())

    def sizeHint(self) -> QSize:
        """Give the size of the chosen word; the list that drops down is as wide as it needs."""
        metrics = QFontMetrics(theme.font("preview_title"))
        return QSize(metrics.horizontalAdvance(self.currentText()) + 8 + theme.px(16) + 8, theme.px(32))

    def _fit(self, _word: str) -> None:
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, the arrow, and a ring with the focus."""
        painter = QPainter(self)
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()), 7)
        size = theme.px(16)
        mirrored = self.isRightToLeft()
        icons.draw(
            painter,
            "chevron-down",
            "muted",
            4 if mirrored else self.width() - 4 - size,
            (self.height() - size) / 2,
            size=size,
        )
        painter.setFont(theme.font("preview_title"))
        painter.setPen(theme.colour("text"))
        room = self.rect().adjusted(size + 8, 0, -4, 0) if mirrored else self.rect().adjusted(4, 0, -(size + 8), 0)
        painter.drawText(room, paint.LEADING, self.currentText())
