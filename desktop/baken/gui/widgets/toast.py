"""Short messages at the bottom that nobody has to answer; kept in a list until the lock.

A toast names no youth and no member of staff. It says what happened, what is safe, and what to do next; an error
stays until it is closed, anything else for six seconds. Assistive technology is told.
"""

from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui.isolates import plain
from baken.gui.tokens import Role

from .button import Button
from .card import IconMark, Panel
from .label import Label

Tone = Literal["done", "note", "problem"]

_SHOWN_MS: Final = 6000
_LOOKS: Final[dict[Tone, tuple[str, Role]]] = {
    "done": ("circle-check", "ok"),
    "note": ("info", "accent"),
    "problem": ("triangle-alert", "warn"),
}


class Toast(Panel):
    """One message: a sentence, perhaps a next step, and a cross."""

    closed = Signal(QObject)

    def __init__(self, tone: Tone, sentence: str, next_step: str, close_word: str) -> None:
        super().__init__(radius=8, edge="line")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        icon, role = _LOOKS[tone]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(10)
        layout.addWidget(IconMark(icon, role, 18))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(sentence, "list", wrap=True))
        if next_step:
            column.addWidget(Label(next_step, "small", colour="muted", wrap=True))
        layout.addLayout(column, 1)
        cross = Button(close_word, "bare", icon="x", icon_only=True, height=28)
        cross.clicked.connect(self._close)
        layout.addWidget(cross)
        self.setAccessibleName(plain(f"{sentence} {next_step}".strip()))
        if tone != "problem":
            QTimer.singleShot(_SHOWN_MS, self._close)

    def announce(self) -> None:
        """Tell assistive technology."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _close(self) -> None:
        self.closed.emit(self)


class Toasts(QWidget):
    """The stack of messages above the status bar of a window; at most three at once."""

    _AT_ONCE: Final = 3
    _WIDTH: Final = 420

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.history: list[tuple[Tone, str, str]] = []
        self._shown: list[Toast] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def tell(self, tone: Tone, sentence: str, next_step: str = "", *, close_word: str = "Close") -> None:
        """Show a message and keep it in the list."""
        self.history.append((tone, sentence, next_step))
        while len(self._shown) >= self._AT_ONCE:
            self._remove(self._shown[0])
        toast = Toast(tone, sentence, next_step, close_word)
        toast.closed.connect(self._remove)
        self._layout.addWidget(toast)
        self._shown.append(toast)
        self.show()
        self.raise_()
        self.place()
        toast.announce()

    def place(self) -> None:
        """Lie at the bottom, in the middle of the parent."""
        parent = self.parentWidget()
        if parent is None or not self._shown:
            return
        width = min(self._WIDTH, parent.width() - 32)
        height = self._layout.totalHeightForWidth(width)
        height = height if height > 0 else self.sizeHint().height()
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - 48, width, height)

    def restyle(self) -> None:
        """Lie at the right place in the text size of now."""
        QTimer.singleShot(0, self, self.place)

    def _remove(self, toast: Toast) -> None:
        if toast not in self._shown:
            return
        self._shown.remove(toast)
        self._layout.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        if self._shown:
            self.place()
        else:
            self.hide()
