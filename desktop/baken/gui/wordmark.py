"""The name of the programme with its beacon, large on the lock screen and small in the menu."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from .widgets.card import IconMark
from .widgets.label import Label


class Wordmark(QWidget):
    """Beacon and name in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(IconMark("baken", "accent", 34))
        layout.addWidget(Label("Baken", "wordmark"))
        layout.addStretch(1)
