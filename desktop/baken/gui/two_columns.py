"""Cards in two columns, 13 to 10; stacked in a narrow window, and one column where the other has nothing to show."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class TwoColumns(QWidget):
    """Takes the cards of both sides; a side whose cards are all hidden takes no room."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides: list[tuple[QWidget, Sequence[QWidget]]] = []
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        for cards, stretch in ((left, 13), (right, 10)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._sides.append((side, cards))
            self._columns.addWidget(side, stretch)

    def fold(self, *, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def arrange(self) -> None:
        """Give the room of a side without cards to the other one; for after cards were hidden or shown."""
        for side, cards in self._sides:
            side.setVisible(any(not card.isHidden() for card in cards))
