"""What gives way in a narrow window: the menu folds, a page's columns stack, capture takes the place of the page.

It measures and arranges the parts of the shell, and knows nothing of what they show.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from . import theme
from .capture_panel import WIDTH as CAPTURE_WIDTH
from .capture_panel import CapturePanel
from .menu import WIDE as MENU_WIDTH
from .menu import Menu
from .page import Page

NARROW_BELOW = 900
"""Effective pixels (width at 100 % text) below which the menu folds, columns stack and capture becomes a page."""


class PageStack(QStackedWidget):
    """Tells when the page in it needs another size, as when an answer came or the language changed."""

    needs_changed = Signal()

    def minimumSizeHint(self) -> QSize:
        """Give what the page that is open needs; the others fold when they come."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Tell after Qt did its part."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.needs_changed.emit()
        return done


class Folding(QObject):
    """Arranges menu, page and capture within the width of `shell`; `bars` stand above and below the page.

    `middle` holds the bars and the page, and goes while capture is alone.
    """

    def __init__(
        self,
        shell: QWidget,
        *,
        menu: Menu,
        middle: QWidget,
        stack: PageStack,
        capture: CapturePanel,
        bars: tuple[QWidget, ...],
    ) -> None:
        super().__init__(shell)
        self._shell, self._menu, self._middle = shell, menu, middle
        self._stack, self._capture, self._bars = stack, capture, bars
        self._capture_width = 0
        self._is_folded = False
        stack.needs_changed.connect(self._follow_page)

    def fold(self) -> None:
        """Arrange everything for the width and the text size of now."""
        is_narrow = self._shell.width() / _scale() < NARROW_BELOW
        self._menu.fold(is_narrow)
        self._capture_width = max(theme.px(CAPTURE_WIDTH), self._capture.minimumSizeHint().width())
        self._capture.setFixedWidth(self._capture_width)
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            self._is_folded = self._middle_width() / _scale() < NARROW_BELOW - MENU_WIDTH
            page.fold(self._is_folded)
            self._fold_if_too_wide(page)
        is_alone = self._is_writing() and (is_narrow or not self._is_room_beside_capture())
        self._middle.setVisible(not is_alone)
        if is_alone:
            self._write_alone()

    def _follow_page(self) -> None:
        """Make room for what came into the page that is open."""
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            self._fold_if_too_wide(page)
        is_beside = self._is_writing() and not self._middle.isHidden()
        if is_beside and not self._is_room_beside_capture():
            self._write_alone()

    def _fold_if_too_wide(self, page: Page) -> None:
        """Stack the columns of the page that is open when its words are too long to stand side by side."""
        if not self._is_folded and page.minimumSizeHint().width() > self._middle_width():
            self._is_folded = True
            page.fold(True)

    def _write_alone(self) -> None:
        """Let capture be the page."""
        self._middle.hide()
        self._capture.setMinimumWidth(0)
        self._capture.setMaximumWidth(self._shell.width())

    def _is_room_beside_capture(self) -> bool:
        """Whether the page, as narrow as it can be, fits beside the capture form."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # else a size of before folding
        parts = (self._stack, *self._bars)  # their layout still remembers what they needed before
        return max(part.minimumSizeHint().width() for part in parts) <= self._middle_width()

    def _middle_width(self) -> int:
        capture = self._capture_width if self._is_writing() else 0
        return self._shell.width() - self._menu.width() - capture

    def _is_writing(self) -> bool:
        return not self._capture.isHidden()


def _scale() -> float:
    return theme.percent() / 100
