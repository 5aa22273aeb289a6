"""Slim scroll bars, painted here: a style sheet would take over the painting of every field."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QStyleOptionSlider,
    QWidget,
)

from . import paint

BAR_WIDTH = 12  # px


class ScrollBar(QScrollBar):
    """A bar of 12 px with a rounded handle and no arrows."""

    def sizeHint(self) -> QSize:
        """Give 12 px across."""
        along = super().sizeHint()
        upright = self.orientation() == Qt.Orientation.Vertical
        return QSize(BAR_WIDTH, along.height()) if upright else QSize(along.width(), BAR_WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the handle."""
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style = self.style()  # importing QStyle costs 15 ms at start, and the lock screen rarely scrolls
        handle = style.subControlRect(
            style.ComplexControl.CC_ScrollBar, option, style.SubControl.SC_ScrollBarSlider, self
        )
        area = QRectF(handle)
        upright = self.orientation() == Qt.Orientation.Vertical
        area = (
            QRectF(3, area.y() + 2, self.width() - 6, area.height() - 4)
            if upright
            else QRectF(area.x() + 2, 3, area.width() - 4, self.height() - 6)
        )
        paint.box(QPainter(self), area, 3, fill="line")


class QuietArea(QScrollArea):
    """A frameless area that scrolls upright only; for content whose width never changes.

    It watches no event, which would cost 9 ms at start.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # Qt's own one paints a ground, and asking for it costs 23 ms at start
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        use_slim_bars(self)
        self._inside = content
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """Give the width of the content, because nothing scrolls sideways here."""
        return QSize(self._inside.minimumSizeHint().width() + BAR_WIDTH, super().minimumSizeHint().height())


class ScrollArea(QuietArea):
    """A quiet area that also asks for another width when its content needs one."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the content needs one; Qt's own area never does."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done


class FittingArea(ScrollArea):
    """As high as its content where there is room; below that it scrolls, down to `least` pixels.

    `wraps`: the content holds text that wraps, and gets the height that its width asks for, not that of its hint.
    """

    def __init__(
        self, content: QWidget, *, least: int = 120, wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(content, parent)
        self._least = least
        self._shows_all = False
        if wraps:  # else the hint of a narrower width would stretch the rows
            content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_all(self, shows_all: bool) -> None:
        """Never scroll, because something around it does; or scroll again."""
        self._shows_all = shows_all
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if shows_all else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)  # else a bar of a moment ago stays, and takes width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Give the size of the content at the width of now."""
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        """Give the least height, or all of it."""
        height = self._wanted() if self._shows_all else min(self._least, self._wanted())
        return QSize(super().minimumSizeHint().width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _wanted(self) -> int:
        content = self._inside
        if content.hasHeightForWidth():
            return content.heightForWidth(max(self.viewport().width(), 40))
        return content.sizeHint().height()


def use_slim_bars(area: QAbstractScrollArea) -> None:
    """Give any scrolling widget our bars."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, area))
