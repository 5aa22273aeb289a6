"""The one top-level window: a frame for the first run, the lock screen or the shell, one at a time."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from . import icons

FIRST_WIDTH, FIRST_HEIGHT = 1366, 768
LEAST_WIDTH, LEAST_HEIGHT = 720, 480
FRAME_HEIGHT = 48  # the most that a title bar takes
_ICON_AFTER_MS = 60  # drawn once the window stands


class Window(QWidget):
    """The frame. Its title never names a person, a youth or a place."""

    closing = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QStackedLayout(self)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # pages fold, the window stays
        self._is_practice = False
        QTimer.singleShot(_ICON_AFTER_MS, self, self._take_icon)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.retranslate()

    @property
    def screen_widget(self) -> QWidget | None:
        """What stands in the frame now."""
        return self._layout.currentWidget()

    def show_screen(self, screen: QWidget, *, is_practice: bool) -> None:
        """Put a screen into the frame; the one before is deleted."""
        before = self._layout.currentWidget()
        self._layout.addWidget(screen)
        self._layout.setCurrentWidget(screen)
        if before is not None:
            self._layout.removeWidget(before)
            before.deleteLater()
        self._is_practice = is_practice
        self.retranslate()

    def mark_practice(self, is_practice: bool) -> None:
        """Say in the title whether the vault on the screen is for practice."""
        self._is_practice = is_practice
        self.retranslate()

    def appear(self) -> None:
        """Show the window; it fills a screen that has no room for it and its frame."""
        room = self.screen().availableGeometry()
        is_framed = QGuiApplication.platformName() != "offscreen"  # which has no window manager
        if is_framed and (room.width() <= FIRST_WIDTH or room.height() < FIRST_HEIGHT + FRAME_HEIGHT):
            self.showMaximized()
        else:
            self.show()

    def _take_icon(self) -> None:
        self.setWindowIcon(icons.icon("baken", "accent", 64))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.setWindowTitle(self.tr("Baken · EXERCISE") if self._is_practice else "Baken")

    def restyle(self) -> None:
        """Paint again."""
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell whatever floats over the screen."""
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything be stored first."""
        self.closing.emit()
        super().closeEvent(event)
