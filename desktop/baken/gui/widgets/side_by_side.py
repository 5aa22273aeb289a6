"""What layouts share that place widgets side by side while they fit, and below each other where they do not."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class SideBySideLayout(QLayout):
    """Holds the items; how they are placed is for whoever is one.

    `gap` lies between neighbours, `line_gap` between what stands below each other; in pixels.
    """

    def __init__(self, parent: QWidget | None, *, gap: int, line_gap: int) -> None:
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

    def hasHeightForWidth(self) -> bool:
        """Say that its height follows its width."""
        return True

    def minimumSize(self) -> QSize:
        """Give the size of the largest item: the others go below it."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size
