"""How a worker's answer reaches the main thread: a letterbox that holds plain objects, and the bell beside it.

The bell is the one object of Qt that a worker ever causes to speak: it lives as long as its owner, is made and ended
on the main thread, and its signal carries nothing. What was put in is taken out, and let go, on the main thread.
"""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Letterbox:
    """Takes what workers put in; any thread. It holds nothing of Qt but the bell, and that only until it closes."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring: Callable[[], None] | None = ring
        self._letters: deque[object] = deque()
        self._lock = threading.Lock()

    def put(self, letter: object) -> None:
        """Leave something for the main thread; nothing arrives any more once the letterbox is closed."""
        with self._lock:  # the bell cannot go while it rings
            if self._ring is not None:
                self._letters.append(letter)
                self._ring()

    def take(self) -> object | None:
        """Give what was put in first; None when nothing is left."""
        return self._letters.popleft() if self._letters else None

    def close(self) -> None:
        """Take nothing any more and forget what is there."""
        with self._lock:
            self._ring = None
        self._letters.clear()


class Post(QObject):
    """The bell, on the main thread: hands one letter at a time to `take`, in the order in which they came."""

    _rang = Signal()

    def __init__(self, take: Callable[[object], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self.letterbox = Letterbox(self._rang.emit)
        self._rang.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self.letterbox.close)

    def _deliver(self) -> None:
        letter = self.letterbox.take()
        if letter is not None:
            self._take(letter)
