"""Short messages over a page that nobody has to answer; kept in a list until the lock.

A toast names no youth and no member of staff. It says what happened, what is safe, and what to do next; an error
stays until it is closed, anything else for six seconds. Assistive technology is told.
"""

import time
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
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


class Told(NamedTuple):
    """A message in the list; `at` is the time as HH:MM."""

    at: str
    tone: Tone
    sentence: str
    next_step: str


class Toast(Panel):
    """One message: a sentence, perhaps a next step, and a cross."""

    closed = Signal(QObject)

    def __init__(self, tone: Tone, sentence: str, next_step: str, close_word: str) -> None:
        super().__init__(radius=8, edge="line")
        self.tone, self.words = tone, (sentence, next_step)
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
    """The stack of messages at the top of a page, where no button that saves is.

    At most three problems at once; what was done gives way to whatever comes after it. `over` is the part of the
    parent that they lie over; the whole parent while that part is hidden.
    """

    kept = Signal()  # there is one more in `history`

    _AT_ONCE: Final = 3
    _WIDTH: Final = 420
    _TOP: Final = 68

    def __init__(self, parent: QWidget, over: QWidget) -> None:
        super().__init__(parent)
        self._over = over
        over.installEventFilter(self)
        self.history: list[Told] = []
        self._shown: list[Toast] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    def tell(self, tone: Tone, sentence: str, next_step: str = "", *, close_word: str = "Close") -> None:
        """Show a message, unless it is shown already, and keep it in the list."""
        if any((each.tone, each.words) == (tone, (sentence, next_step)) for each in self._shown):
            return  # it stands there already
        self.keep(tone, sentence, next_step)
        toast = Toast(tone, sentence, next_step, close_word)
        passing = [each for each in self._shown if each.tone != "problem"]
        for old in passing or self._shown[: len(self._shown) + 1 - self._AT_ONCE]:
            self._remove(old)
        toast.closed.connect(self._remove)
        self._layout.addWidget(toast)
        self._shown.append(toast)
        self.show()
        toast.show()  # the layout counts it only then
        self.raise_()
        self.place()
        toast.announce()

    def keep(self, tone: Tone, sentence: str, next_step: str = "") -> None:
        """Keep a message in the list that is shown elsewhere."""
        self.history.append(Told(time.strftime("%H:%M"), tone, sentence, next_step))
        self.kept.emit()

    def place(self) -> None:
        """Lie at the top, in the middle."""
        parent = self.parentWidget()
        if parent is None or not self._shown:
            return
        area = self._over if self._over.isVisibleTo(parent) else parent
        width = min(self._WIDTH, area.width() - 32)
        height = sum(toast.heightForWidth(width) for toast in self._shown)
        height += self._layout.spacing() * (len(self._shown) - 1)
        corner = area.mapTo(parent, QPoint((area.width() - width) // 2, self._TOP))
        self.setGeometry(corner.x(), corner.y(), width, height)

    def event(self, event: QEvent) -> bool:
        """Take another height when a sentence in it needs one."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with what is below."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self.place()
        return super().eventFilter(watched, event)

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
