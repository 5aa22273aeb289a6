"""The hands of the tour: they press, type and wait in the real window as a person would.

Words are looked up in English and found in the language of the window. Main thread only.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QRect, Qt, QTimer, SignalInstance
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from baken.errors import BugError

from .text import plain

_LONGEST_MS = 60_000
_PAUSE_MS = 10
_MOVES = 40  # a window that still moves after a second is shown as it is


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Let the window work until something holds; raises BugError when it does not within a minute."""
    for _ in range(_LONGEST_MS // _PAUSE_MS):
        if holds():
            return
        rest(_PAUSE_MS)
    raise BugError(f"the tour waited in vain for {what}")


def rest(milliseconds: int = 25) -> None:
    """Let the window work, lay out and paint.

    Not QTest.qWait: that keeps the interpreter to itself, and the database's thread stands still meanwhile (measured:
    making the practice vault took 22 s instead of 6).
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()
    if QApplication.focusWindow() is None:  # without a screen nobody gives the focus back, and the cover would come
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        for widget in shown[:1]:
            widget.activateWindow()


def lie_still(window: QWidget) -> None:
    """Let the window work until nothing in it moves any more: some rows ask for their height twice."""
    before: list[QRect] = []
    for _ in range(_MOVES):
        rest()
        now = [part.geometry() for part in window.findChildren(QWidget) if part.isVisible()]
        if now == before:
            return
        before = now


def after(heard: SignalInstance, act: Callable[[], object]) -> None:
    """Do something and wait for the signal that follows it."""
    calls: list[int] = []

    def hear(*_values: object) -> None:
        calls.append(1)

    heard.connect(hear)
    act()
    wait_until(lambda: bool(calls), str(heard))
    heard.disconnect(hear)


def press(root: QWidget, word: str) -> None:
    """Press the button that `root` names with this word, wherever in it the button is."""
    words = _in_every_class(root, word)
    wait_until(lambda: _button(root, words) is not None, f"a button {word!r}")
    found = _button(root, words)
    if found is not None:
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    rest()


def sees(root: QWidget, word: str) -> bool:
    """Whether `root` shows this word of its own."""
    words = _in_every_class(root, word)
    labels = (label for label in root.findChildren(QLabel) if label.isVisible())
    return any(_bare(label.text()) in words for label in labels)


def type_in(field: QWidget, text: str) -> None:
    """Type a text of any script, as an input method does."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    if isinstance(field, QLineEdit):
        field.editingFinished.emit()  # as when the next field takes over, which a window without a screen never does


def _button(root: QWidget, words: frozenset[str]) -> QAbstractButton | None:
    for button in root.findChildren(QAbstractButton):
        is_named = _bare(button.text()) in words or _bare(button.accessibleName()) in words
        if button.isVisible() and button.isEnabled() and is_named:
            return button
    return None


def _in_every_class(root: QWidget, word: str) -> frozenset[str]:
    """Give the word in the language of the window; `tr` files it under the class that says it."""
    contexts = [each.__name__ for each in type(root).__mro__]
    return frozenset(_bare(QCoreApplication.translate(context, word)) for context in contexts)


def _bare(text: str) -> str:
    return plain(text).replace("&", "")
