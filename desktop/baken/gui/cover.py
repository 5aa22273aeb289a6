"""The cover: an opaque page over the whole window, without locking. F12, or three seconds without the focus.

Any key or click brings the page back and does nothing else; only the key that locks still locks. Popups close, other
windows of ours hide until then, and tooltips go, so that nothing of a child stays in sight.
"""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QVBoxLayout, QWidget

from . import theme
from .shortcuts import Keys
from .widgets.label import Label
from .window import Window
from .wordmark import Wordmark

AWAY_MS: Final = 3_000
_ALONE: Final = frozenset(
    {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_unknown}
)


class CoverPage(QWidget):
    """What is seen meanwhile: the name of the programme and how to go on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = Label("", "body", colour="muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(Wordmark())
        layout.addWidget(self._words)
        layout.addStretch(3)
        window.resized.connect(self.place)
        self.hide()
        self.retranslate()

    def place(self) -> None:
        """Lie over everything."""
        self.setGeometry(self.window().rect())
        self.raise_()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._words.setText(self.tr("Covered. Press a key or click to go on."))
        self.setAccessibleName(self._words.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint an opaque ground."""
        QPainter(self).fillRect(self.rect(), theme.colour("window"))


class Cover(QObject):
    """Covers and uncovers the window while the vault is open."""

    uncovered = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)  # it goes with the window, and no later event looks for a page that is gone
        self.page = CoverPage(window)
        self._focused: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._is_here = True
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY_MS)
        self._away.timeout.connect(self.cover)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._focus_moved)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    @property
    def is_covered(self) -> bool:
        """Whether the page is over the window."""
        return not self.page.isHidden()

    def cover(self) -> None:
        """Hide everything behind the page."""
        self._away.stop()
        if self.is_covered:
            return
        self._focused = QApplication.focusWidget()
        self._hide_others()
        self.page.place()
        self.page.show()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Show what was there, with the cursor where it was."""
        if not self.is_covered:
            return
        self.page.hide()
        for widget in self._hidden:
            if shiboken6.isValid(widget):
                _show_again(widget)
        self._hidden.clear()
        if self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None
        self.uncovered.emit()

    def stop(self) -> None:
        """Cover no more by itself: the vault is closing."""
        self._away.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover on its key; while covered take every key and click, so that none reaches what is behind."""
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if self.is_covered and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.uncover()
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        sequence = QKeySequence(event.keyCombination())
        if not self.is_covered:
            is_ours = event.type() is QEvent.Type.KeyPress and sequence == QKeySequence(Keys.COVER)
            if is_ours:
                self.cover()
            return is_ours
        if sequence == QKeySequence(Keys.LOCK):
            return False
        event.accept()  # of a shortcut: then it comes back as a key that was pressed
        is_pressed = event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat()
        if is_pressed and Qt.Key(event.key()) not in _ALONE:
            self.uncover()
        return True

    def _focus_moved(self, window: QWindow | None) -> None:
        was_here, self._is_here = self._is_here, window is not None
        if window is None:
            if was_here:
                self._away.start()
            return
        self._away.stop()
        window.installEventFilter(self)
        if self.is_covered:
            self._hide_others()

    def _hide_others(self) -> None:
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget not in self._hidden and self._is_of_window(widget):
                self._hidden.append(widget)
                widget.hide()

    def _is_of_window(self, widget: QWidget | None) -> bool:
        """Whether a window was opened from ours, such as a dialog."""
        while widget is not None and (widget := widget.parentWidget()) is not None:
            if widget is self.page.window():
                return True
        return False


def _show_again(widget: QWidget) -> None:
    """Show a window that was hidden; a dialog asks again for the answer that it waits for."""
    if isinstance(widget, QDialog):
        widget.open()
    else:
        widget.show()
