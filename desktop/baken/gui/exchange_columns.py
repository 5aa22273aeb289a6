"""The two columns of the exchange, 13 to 10: what is asked and what went out and came in, beside who and how."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class ExchangeColumns(QWidget):
    """Takes the cards of both sides; `moving` stands at the end of the right one until it leads the left one."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], moving: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._moving = moving
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        for side, cards, stretch in ((self._left, left, 13), (self._right, (*right, moving), 10)):
            side.setSpacing(14)
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
            self._columns.addLayout(side, stretch)

    def fold(self, *, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def lead(self, before: QWidget) -> None:
        """Put the card that moves before a card of the left side."""
        self._right.removeWidget(self._moving)
        self._left.removeWidget(self._moving)
        self._left.insertWidget(self._left.indexOf(before), self._moving)

    def follow(self) -> None:
        """Put the card that moves at the end of the right side."""
        self._left.removeWidget(self._moving)
        self._right.removeWidget(self._moving)
        self._right.insertWidget(self._right.count() - 1, self._moving)
