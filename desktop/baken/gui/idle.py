"""Locks by itself: after some minutes without a key or a mouse, and after the laptop slept.

It watches the window that has the focus, not every event of the application, so that it costs nothing. The last
twenty seconds are announced and any key or movement takes them back. A laptop that slept shows as a jump of the
wall clock between two looks.
"""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

IDLE_S: Final = 300
WARNING_S: Final = 20
_LOOK_MS: Final = 1000
_SLEPT_S: Final = 60
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Counts the seconds in which nobody did anything; `now` gives seconds and may jump."""

    warned = Signal(int)  # seconds left, once a second
    calmed = Signal()  # somebody is there again
    expired = Signal()

    def __init__(self, parent: QObject | None = None, *, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._now = now
        self._last_input = self._last_look = now()
        self._is_warning = False
        self._watched: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to count."""
        self._last_input = self._last_look = self._now()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            self._watch(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def touch(self) -> None:
        """Somebody did something."""
        self._last_input = self._now()
        if self._is_warning:
            self._is_warning = False
            self.calmed.emit()

    def look(self) -> None:
        """Warn or expire when it is time."""
        now = self._now()
        slept = now - self._last_look > _SLEPT_S
        self._last_look = now
        left = IDLE_S - (now - self._last_input)
        if slept or left <= 0:
            self.stop()
            self.expired.emit()
        elif left <= WARNING_S:
            self._is_warning = True
            self.warned.emit(round(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that somebody is there; nothing is swallowed."""
        if event.type() in _INPUT:
            self.touch()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and window is not self._watched:
            window.installEventFilter(self)
            self._watched = window
