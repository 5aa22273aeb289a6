"""One step of several: its number, what to do, how, and what is done it with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .chip import Chip
from .label import Label


class Step(QWidget):
    """A number, what to do, how, and perhaps the widgets for it below; buttons keep their own width."""

    def __init__(self, number: int, *below: QWidget) -> None:
        super().__init__()
        self._what = Label("", "list_new", wrap=True)
        self._how = Label("", "small", colour="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._how)
        for widget in below:
            words.addSpacing(6)
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(Chip(str(number), "filled"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, what: str, how: str) -> None:
        """Say what the step is."""
        self._what.setText(what)
        self._how.setText(how)
