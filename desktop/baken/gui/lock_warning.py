"""The last seconds before Baken locks by itself; any key or movement takes it back."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from . import theme
from .widgets.card import IconMark, Panel
from .widgets.label import Label


class LockWarning(Panel):
    """A strip at the top of the window; it takes no focus, so that nobody's typing is disturbed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(fill="warn_fill", edge="line", radius=8, parent=parent)
        self._left = 0
        self._text = Label("", "list")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(10)
        layout.addWidget(IconMark("lock", "warn", 18))
        layout.addWidget(self._text)
        self.hide()

    def warn(self, seconds_left: int) -> None:
        """Say how many seconds are left."""
        first = self.isHidden()
        self._left = seconds_left
        self.retranslate()
        self.show()
        self.raise_()
        self.place()
        if first:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._text.setText(
            self.tr("Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.", "", self._left)
        )
        self.setAccessibleName(self._text.accessibleName())

    def place(self) -> None:
        """Lie at the top, in the middle."""
        parent = self.window()
        size = self.sizeHint()
        width = min(size.width(), parent.width() - 24)
        self.setGeometry((parent.width() - width) // 2, theme.px(8), width, size.height())
