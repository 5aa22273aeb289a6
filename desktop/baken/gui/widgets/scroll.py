"""Slim scroll bars, painted here: a style sheet would take over the painting of every field."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from . import paint

_WIDTH = 12


class ScrollBar(QScrollBar):
    """A bar of 12 px with a rounded handle and no arrows."""

    def sizeHint(self) -> QSize:
        """Give 12 px across."""
        along = super().sizeHint()
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(_WIDTH, along.height()) if upright else QSize(along.width(), _WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle."""
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        area = QRectF(handle)
        upright = self.orientation() == Qt.Orientation.Vertical
        area = (
            QRectF(3, area.y() + 2, self.width() - 6, area.height() - 4)
            if upright
            else QRectF(area.x() + 2, 3, area.width() - 4, self.height() - 6)
        )
        paint.box(QPainter(self), area, 3, fill="line")


class ScrollArea(QScrollArea):
    """A frameless area that scrolls upright only; its content takes the width."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        use_slim_bars(self)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)


def use_slim_bars(area: QAbstractScrollArea) -> None:
    """Give any scrolling widget our bars."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, area))
