"""The focus ring of buttons and chips: 2 px accent at 2 px distance, outside the widget's own box.

It lies beside the widget, in the same parent, so that layouts need not leave room for it and it scrolls along.
Shown for the keyboard, not after a mouse click.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from . import paint

REACH = 4  # pixels outside the widget


class FocusRing(QWidget):
    """The ring around one widget while it has the focus."""

    def __init__(self, around: QWidget, radius: float) -> None:
        super().__init__(around.parentWidget())
        self._radius = radius + REACH
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow(around)
        self.raise_()
        self.show()

    def follow(self, around: QWidget) -> None:
        """Lie around the widget where it is now, and nearer to it at an edge of the parent, which would cut it."""
        area = around.geometry().adjusted(-REACH, -REACH, REACH, REACH)
        parent = self.parentWidget()
        self.setGeometry(area if parent is None else area.intersected(parent.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        paint.ring(QPainter(self), QRectF(self.rect()), self._radius)


def is_keyboard_focus(event: QFocusEvent) -> bool:
    """Whether the focus came by the keyboard or by the programme, so that the ring should show."""
    return event.reason() not in (
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
    )
