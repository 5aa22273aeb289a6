"""A line of a card: an icon, what it is, what there is to say of it, and perhaps a button at its end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .beside import BesideLayout
from .card import IconMark
from .label import Label


class Line(QWidget):
    """An icon, what it is, muted lines below (what is wrong last, in its tone), and perhaps something at its end."""

    def __init__(self, icon: str, first: str, *below: str, end: QWidget | None = None, wrong: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(IconMark(icon, "muted", 16, line="list"), 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(first, "list", wrap=True))
        for line in below:
            column.addWidget(Label(line, "meta", colour="muted", wrap=True))
        if wrong:
            column.addWidget(Label(wrong, "meta", colour="warn", wrap=True))
        both = BesideLayout()
        both.addWidget(words)
        if end is not None:
            both.addWidget(end)
        row.addLayout(both, 1)
