"""A row that can be chosen: hover, focus and selection as everywhere, with whatever stands in it.

It is a button, so that Enter, Space and assistive technology work; its children let the mouse through.
"""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from baken.gui.isolates import plain

from . import paint
from .push_button import PushButton


class Row(PushButton):
    """A pressable row; fill `content`. `name` is what a screen reader says."""

    def __init__(
        self,
        name: str,
        *,
        inset: int = 4,
        side: int = 16,
        above: int = 7,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(plain(name))
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inset = inset
        self.content = QHBoxLayout(self)
        self.content.setContentsMargins(side, above, side, above)
        self.content.setSpacing(12)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add something that lets the mouse through to the row."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.content.addWidget(widget, stretch)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the content."""
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give the least size of the content."""
        return self.content.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Whether the content wraps."""
        return self.content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Give the height of the content at a width."""
        return self.content.totalHeightForWidth(width) if self.content.hasHeightForWidth() else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground: selected, focused, hovered, or none."""
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(self._inset, 0, -self._inset, 0)
        if self.isChecked():
            paint.box(painter, area, 7, fill="accent")
            bar = area.adjusted(0, 0, -3, 0) if self.isRightToLeft() else area.adjusted(3, 0, 0, 0)
            paint.box(painter, bar, 5, fill="selection")
        elif self.hasFocus():
            paint.box(painter, area, 7, fill="soft_selection")
        elif self.isEnabled() and self.underMouse():
            paint.box(painter, area, 7, fill="sunk")
        if self.hasFocus():
            paint.ring(painter, area, 7)
