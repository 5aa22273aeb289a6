"""A layout for chips: side by side while they fit, then on the next line.

Every widget keeps its own size; the height follows the width.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from .side_by_side import SideBySideLayout


class FlowLayout(SideBySideLayout):
    """Chips in lines; mirrored where the language runs from right to left."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None) -> None:
        super().__init__(parent, gap=gap, line_gap=gap if line_gap is None else line_gap)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        """Give the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place every widget."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:
        """Give the size on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Go through the lines; give the height that they take."""
        x, y, line = area.x(), area.y(), 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for row in self._rows(area.width()):
            x = area.x()
            line = max(item.sizeHint().height() for item in row)
            for item in row:
                hint = item.sizeHint()
                left = area.x() + area.right() - x - hint.width() + 1 if mirrored else x
                if move:
                    item.setGeometry(QRect(QPoint(left, y + (line - hint.height()) // 2), hint))
                x += hint.width() + self._gap
            y += line + self._line_gap
        return max(0, y - self._line_gap - area.y())

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if rows and used + self._gap + wanted <= width:
                rows[-1].append(item)
                used += self._gap + wanted
            else:
                rows.append([item])
                used = wanted
        return rows
