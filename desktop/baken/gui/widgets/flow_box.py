"""Chips in lines, in a box whose height is fixed by its own width.

A layout whose height follows its width makes every layout around it do the same, and then a scroll area gives its
content all the height it would like, so that nothing inside it scrolls. This box keeps that to itself.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .flow import FlowLayout


class FlowBox(QWidget):
    """Put widgets into `flow`; `hugs` takes no more width than they need on one line."""

    def __init__(self, *, gap: int = 8, hugs: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)
        self.flow = FlowLayout(self._inside, gap=gap)
        across = QSizePolicy.Policy.Preferred if hugs else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give the width on one line, and the height at the width of now."""
        wished = self.flow.sizeHint()
        return QSize(wished.width(), self.flow.heightForWidth(self.width()) if self.isVisible() else wished.height())

    def minimumSizeHint(self) -> QSize:
        """Give the width of the widest, at the height of now."""
        return QSize(self.flow.minimumSize().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and ask for the height that they take."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Arrange again when something inside changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        self._inside.setGeometry(0, 0, self.width(), self.flow.heightForWidth(self.width()))
