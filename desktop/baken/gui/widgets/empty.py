"""What stands where there is nothing yet: one sentence and one button, as calm as an answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .button import Button
from .label import Label


class EmptyState(QWidget):
    """One sentence, and perhaps the one thing to do."""

    pressed = Signal()

    def __init__(
        self, sentence: str, action: str = "", *, icon: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(10)
        self._sentence = Label(sentence, "body", colour="muted", wrap=True)
        layout.addWidget(self._sentence)
        if action:
            button = Button(action, icon=icon, keys=keys, height=30)
            button.clicked.connect(self.pressed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(self._sentence.accessibleName())
