"""Words with something short at their end, such as the chip of a row; the end goes below where both have no room."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from baken.gui import theme

_LEAST: Final = 150  # px at 100 % that the words keep beside their end


class BesideLayout(QLayout):
    """Takes two widgets: the first gets the width that the second leaves, or all of it.

    `gap` lies between them, `line_gap` where one stands below the other; in pixels.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item; Qt calls it."""
        self._items.append(item)

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and give it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it takes the width that there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        heights = [_height_of(item, room) for item, room in zip(self._items, self._rooms(width), strict=True)]
        if self._is_beside(width):
            return max(heights, default=0)
        return sum(heights) + self._line_gap * (len(heights) - 1)

    def sizeHint(self) -> QSize:
        """Give the size with both beside each other."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Give the width of the wider one: the other goes below it."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, area: QRect) -> None:
        """Place both."""
        super().setGeometry(area)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        is_beside = self._is_beside(area.width())
        x, y = 0, area.y()
        for item, room in zip(self._items, self._rooms(area.width()), strict=True):
            height = _height_of(item, room)
            top = area.y() + (area.height() - height) // 2 if is_beside else y
            left = area.width() - x - room if mirrored else x
            item.setGeometry(QRect(QPoint(area.x() + left, top), QSize(room, height)))
            if is_beside:
                x += room + self._gap
            y += height + self._line_gap

    def _is_beside(self, width: int) -> bool:
        if len(self._items) < 2:
            return True
        words, end = self._items[0], self._items[1]
        least = max(theme.px(_LEAST), words.minimumSize().width())
        return least + self._gap + end.sizeHint().width() <= width

    def _rooms(self, width: int) -> list[int]:
        """Give the width of each."""
        ends = [item.sizeHint().width() for item in self._items[1:]]
        if self._is_beside(width):
            return [width - sum(ends) - self._gap * len(ends), *ends][: len(self._items)]
        return [width, *(min(end, width) for end in ends)]


def _height_of(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
