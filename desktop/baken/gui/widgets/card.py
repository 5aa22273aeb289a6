"""Cards: white boxes with a header, on which everything else stands; and the hair line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui import icons, theme
from baken.gui.tokens import Role, TypeRole

from . import paint
from .label import Label


class IconMark(QWidget):
    """An icon that stands beside its word; `disc` puts it on a tinted circle of 36 px.

    `line` is the role of the words: the icon stands in the middle of their first line when aligned to the top.
    """

    def __init__(
        self,
        name: str,
        role: Role = "muted",
        size: int = 18,
        *,
        disc: Role | None = None,
        line: TypeRole | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._size, self._disc, self._line = name, role, size, disc, line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: Role | None = None) -> None:
        """Show another icon."""
        self._name, self._role = name, role or self._role
        self.update()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the icon or its disc, as high as the line that it stands beside."""
        side = theme.px(36 if self._disc else self._size)
        return QSize(side, max(side, theme.line_height(self._line)) if self._line else side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc and the icon."""
        painter = QPainter(self)
        size = theme.px(self._size)
        if self._disc:
            paint.box(painter, QRectF(self.rect()), self.width() / 2, fill=self._disc)
        icons.draw(painter, self._name, self._role, (self.width() - size) / 2, (self.height() - size) / 2, size=size)


class HairLine(QWidget):
    """A separator, 1 px, inset at both sides; decoration only."""

    def __init__(self, inset: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inset = inset
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give one pixel of height."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        area = self.rect().adjusted(self._inset, 0, -self._inset, 0)
        QPainter(self).fillRect(area, theme.colour("hair"))


class Panel(QWidget):
    """A rounded box with a hair edge; `accent` adds a bar at its leading side."""

    def __init__(
        self,
        *,
        fill: Role = "base",
        edge: Role | None = "hair",
        radius: int = 10,
        accent: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._edge, self._radius, self._accent = fill, edge, radius, accent

    def restyle(self) -> None:
        """Paint again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._accent:
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            half = (
                area.adjusted(area.width() / 2, 0, 0, 0) if right_to_left else area.adjusted(0, 0, -area.width() / 2, 0)
            )
            painter.setClipRect(half)  # else the corners at the other side would shine through
            paint.box(painter, area, self._radius, fill=self._accent)
            painter.setClipping(False)
            area = area.adjusted(0, 0, -3, 0) if right_to_left else area.adjusted(3, 0, 0, 0)
        paint.box(painter, area, self._radius, fill=self._fill, edge=self._edge)


class Card(Panel):
    """A panel with a header (icon, title, something at the end) and a body.

    Put rows into `body`; rows bring their own side padding of 16. `add_end` places widgets at the header's end.
    """

    def __init__(
        self,
        title: str = "",
        icon: str = "",
        *,
        grows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Preferred,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._title = Label(title, "section")
        self._header = QHBoxLayout()
        self._header.setContentsMargins(15, 7, 15, 7)
        self._header.addStrut(29)  # as high with a button at its end as without
        self._header.setSpacing(8)
        if icon:
            self._header.addWidget(IconMark(icon))
        self._header.addWidget(self._title)
        self._header.addStretch(1)
        if title:
            outer.addLayout(self._header)
            outer.addWidget(HairLine(0))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        outer.addLayout(self.body, 1 if grows else 0)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add_end(self, widget: QWidget) -> None:
        """Place a widget at the end of the header."""
        self._header.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def clear(layout: QLayout) -> None:
    """Remove everything from a layout; its widgets are hidden now and deleted by the event loop."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()
