"""The initials of a member of staff on a disc."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from baken.gui import theme

from . import paint


class Avatar(QWidget):
    """A disc of 30 px with one or two letters: decoration beside the name, or in its place where there is no room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = "".join(word[:1] for word in name.split()[:2]).upper()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the disc."""
        return QSize(theme.px(30), theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc and the letters."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint.box(painter, area, area.width() / 2, fill="selection")
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._letters)
