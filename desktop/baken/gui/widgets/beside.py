"""Words with something short at their end, such as the chip of a row; the end goes below where both have no room."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from baken.gui import theme

from .side_by_side import SideBySideLayout

_LEAST: Final = 150  # px at 100 % that the words keep beside their end


class BesideLayout(SideBySideLayout):
    """Takes two widgets: the first gets the width that the second leaves, or all of it.

    `gap` lies between them, `line_gap` where one stands below the other; in pixels.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 12, line_gap: int = 6) -> None:
        super().__init__(parent, gap=gap, line_gap=line_gap)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it takes the width that there is."""
        return Qt.Orientation.Horizontal

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
