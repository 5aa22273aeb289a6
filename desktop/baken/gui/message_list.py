"""What was told since unlock, to read again and to copy; gone with the lock, like everything that was shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from . import theme
from .widgets.field import TextArea
from .widgets.label import Label
from .widgets.toast import Told

_WIDTH, _HEIGHT = 420, 240  # px at 100 %
_BESIDE = 12  # px to the edge of the window


class MessageList(QFrame):
    """A popup with the newest message on top; Esc or a click beside it closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._title = Label("", "section")
        self.area = TextArea("", framed=False, role="body")
        self.area.edit.setReadOnly(True)
        self.area.edit.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.area, 1)
        self.retranslate()

    def show_above(self, button: QWidget, told: Sequence[Told]) -> None:
        """Stand above the button that asked for it, inside the window."""
        self.area.set_text("\n\n".join(_paragraph(each) for each in reversed(told)))
        self.area.edit.moveCursor(QTextCursor.MoveOperation.Start)
        window = button.window()
        width = min(theme.px(_WIDTH), window.width() - 2 * _BESIDE)
        height = min(theme.px(_HEIGHT), window.height() - 2 * _BESIDE - button.height())
        self.resize(width, height)
        corner = button.mapTo(window, QPoint(0, -height - 6))
        left = min(max(corner.x(), _BESIDE), window.width() - width - _BESIDE)
        self.move(window.mapToGlobal(QPoint(left, max(corner.y(), _BESIDE))))
        self.show()
        self.area.edit.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self.tr("Messages since you unlocked")
        self._title.setText(words)
        self.setAccessibleName(words)
        self.area.set_words(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _paragraph(told: Told) -> str:
    return f"{told.at}  {told.sentence} {told.next_step}".rstrip()
