"""A calm strip above a page: what happened, what is safe, what to do next; it goes when somebody closes it.

It takes no focus by itself and covers nothing. Assistive technology is told when it comes.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui.isolates import plain

from .button import Button
from .card import IconMark, Panel
from .label import Label


class Notice(Panel):
    """A sentence, a line below it, and a quiet button that closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="warn_fill", edge="line", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._sentence = Label("", "list_new", wrap=True)
        self._line = Label("", "small", wrap=True)
        self._close = Button("", "quiet", icon="x", height=28)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 10, 9)
        layout.setSpacing(12)
        layout.addWidget(IconMark("triangle-alert", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._sentence)
        words.addWidget(self._line)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.clicked.connect(self.closed)

    def say(self, sentence: str, line: str, close_word: str) -> None:
        """Show these words."""
        self._sentence.setText(sentence)
        self._line.setText(line)
        self._close.setText(close_word)
        self.setAccessibleName(plain(f"{sentence} {line}"))

    def announce(self) -> None:
        """Tell assistive technology."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
