"""The base of every button here: Return and Enter press it while it has the focus, as Space does.

Qt presses by Enter only the default button of a dialog. A key held down presses once; Ctrl+Return and the like stay
free for what the window binds.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class PushButton(QPushButton):
    """A button that Space, Return and Enter press."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press for Return and Enter without another key; leave the rest to Qt."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()
