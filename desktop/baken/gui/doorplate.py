"""What the lock screen learns of its vault without unlocking it: whether it is for practice, whether it is open.

Read in a thread that also loads what the unlocked window needs, because both bring libraries that the first screen
does without. While another window has the vault, it is asked again now and then, until that one has gone.
"""

import importlib
import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from .post import Letterbox, Post

_AGAIN_MS: Final = 2_000
_THE_REST: Final = "baken.gui.unlocked"


class Doorplate(QObject):
    """Reads one vault's door, from `read` until `rest`."""

    practice_seen = Signal(bool)
    open_elsewhere = Signal(bool)  # told when it is, and again when it is no more

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._post = Post(self._receive, self)
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._is_resting = False

    def read(self) -> None:
        """Begin; the answers come as signals."""
        arguments = (self._folder, self._post.letterbox)
        threading.Thread(target=_read, args=arguments, name="doorplate", daemon=True).start()

    def rest(self) -> None:
        """Ask and tell nothing more, because this window opens the vault itself."""
        self._is_resting = True
        self._again.stop()

    def _receive(self, letter: object) -> None:
        match letter:
            case (is_practice, bool(is_open)) if not self._is_resting:
                if isinstance(is_practice, bool):
                    self.practice_seen.emit(is_practice)
                if is_open:
                    self.open_elsewhere.emit(True)
                    self._again.start()

    def _look_again(self) -> None:
        from baken.work.outside import is_open_elsewhere

        if not is_open_elsewhere(self._folder):
            self._again.stop()
            self.open_elsewhere.emit(False)


def _read(folder: Path, letterbox: Letterbox) -> None:
    from baken.work.outside import is_for_practice, is_open_elsewhere

    letterbox.put((is_for_practice(folder), is_open_elsewhere(folder)))
    importlib.import_module(_THE_REST)
