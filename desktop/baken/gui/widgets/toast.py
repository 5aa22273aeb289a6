"""Short messages over a page that nobody has to answer; kept in a list until the lock.

A toast names no youth and no member of staff. It says what happened, what is safe, and what to do next; an error
stays until it is closed, anything else for six seconds. Assistive technology is told.
"""

import time
from typing import Final, Literal, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui import theme
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


class RoomyBar(Protocol):
    """A bar of which a part is free; `free_area` is in its own coordinates."""

    def free_area(self) -> QRect:
        """Give the part in which nothing stands."""

    def mapTo(self, parent: QWidget, at: QPoint, /) -> QPoint:
        """Turn a point of the bar into one of `parent`."""


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
        layout.setContentsMargins(14, 6, 8, 6)
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
    """The stack of messages: in the free part of the bar above a page, or at its foot when that is too small.

    They stay away from titles, from what has the focus, and from buttons where there is another place. At most three
    problems at once; what was done gives way to whatever comes after it. `over` is the part of the parent that they
    lie over, `above` what they stay above, `bar` what may have room; the whole parent while `over` is hidden.
    """

    kept = Signal()  # there is one more in `history`

    _AT_ONCE: Final = 3
    _WIDTH: Final = 340
    _LEAST: Final = 240  # px; narrower, a sentence becomes a column
    _GAP: Final = 12
    _FOOT: Final = 76  # px at 100 %: the buttons of a form that takes the place of the page

    def __init__(
        self, parent: QWidget, over: QWidget, above: QWidget | None = None, bar: RoomyBar | None = None
    ) -> None:
        super().__init__(parent)
        self._over, self._above, self._bar = over, above, bar
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
        """Lie in the free part of the bar above when it has room, else at the foot, over nothing that is pressed."""
        parent = self.parentWidget()
        if parent is None or not self._shown:
            return
        places = [*self._in_the_bar(parent), *self._at_the_foot(parent)]
        self.setGeometry(next((place for place in places if not self._covers(parent, place)), places[-1]))

    def _in_the_bar(self, parent: QWidget) -> list[QRect]:
        """Give the place in the bar above, if every message fits there."""
        if self._bar is None or not self._over.isVisibleTo(parent):
            return []
        free = self._bar.free_area()
        width = min(self._WIDTH, free.width() - 2 * self._GAP)
        height = self._height_at(width)
        if width < self._LEAST or height > free.height():
            return []
        corner = self._bar.mapTo(parent, free.center()) - QPoint(width // 2, height // 2)
        return [QRect(corner, QSize(width, height))]

    def _at_the_foot(self, parent: QWidget) -> list[QRect]:
        """Give the places above the foot, the leading side last: it is taken when the other one is not free either."""
        is_over = self._over.isVisibleTo(parent)
        area = self._over if is_over else parent
        foot = theme.px(self._FOOT)
        if is_over:
            foot = 0 if self._above is None else self._above.height()
        width = min(self._WIDTH, area.width() - 2 * self._GAP)
        height = self._height_at(width)
        top = max(0, area.height() - foot - self._GAP - height)
        sides = (self._GAP, area.width() - width - self._GAP, self._GAP)
        if self.isRightToLeft():
            sides = (sides[1], sides[0], sides[1])
        return [QRect(area.mapTo(parent, QPoint(left, top)), QSize(width, height)) for left in sides]

    def _height_at(self, width: int) -> int:
        return sum(toast.heightForWidth(width) for toast in self._shown) + self._layout.spacing() * (
            len(self._shown) - 1
        )

    def _covers(self, parent: QWidget, place: QRect) -> bool:
        """Whether a button, or what has the focus, would lie below."""
        parts: list[QWidget | None] = [*parent.findChildren(QAbstractButton), parent.focusWidget()]
        return any(
            QRect(part.mapTo(parent, QPoint(0, 0)), part.size()).intersects(place)
            for part in parts
            if part is not None and part.isVisibleTo(parent) and not self.isAncestorOf(part)
        )

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
