"""The paper as it prints: the pages of the real PDF, one at a time, white in every palette.

Pages are drawn from the bytes in memory (`pdf_pages.py`); nothing is written.
"""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from . import theme
from .text import isolate
from .widgets.button import Button
from .widgets.card import Panel
from .widgets.label import Label
from .widgets.scroll import ScrollArea

DRAWN_WIDTH = 1240  # pixels; an A4 page at 150 dots per inch stays crisp at 150 %


class Paper(QWidget):
    """One page with a thin edge, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scaled: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, image: QImage | None) -> None:
        """Show a page, or nothing."""
        self._image, self._scaled = image, None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of A4 at a width."""
        return round(width * 297 / 210)

    def sizeHint(self) -> QSize:
        """Give a comfortable size."""
        return QSize(theme.px(372), self.heightForWidth(theme.px(372)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter.fillRect(area, theme.colour("line"))
        inside = area.adjusted(1, 1, -1, -2)
        painter.fillRect(inside, theme.colour("paper"))
        if self._image is not None:
            painter.drawImage(inside, self._fitted(self._image, inside.size()))

    def _fitted(self, image: QImage, size: QSizeF) -> QImage:
        """Give the page at the size of the screen's own pixels; a painter scales so roughly that letters break."""
        wanted = (size * self.devicePixelRatioF()).toSize()
        if self._scaled is None or self._scaled.size() != wanted:
            modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._scaled = image.scaled(wanted, *modes)
        return self._scaled


class PaperPreview(Panel):
    """Title, page turner, and the page; `enlarged` tells that it is to have the whole width, or no longer."""

    enlarged = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="menu", parent=parent)
        self._pages: tuple[QImage, ...] = ()
        self._at = 0
        self._waiting = True
        self._title = Label("", "section", wrap=True)
        self._back = Button("", "bare", icon="chevron-left", icon_only=True, height=28)
        self._number = Label("", "body")
        self._on = Button("", "bare", icon="chevron-right", icon_only=True, height=28)
        self._larger = Button("", "bare", icon="file-search", icon_only=True, height=28)
        self._larger.setCheckable(True)
        self.paper = Paper()
        head = QHBoxLayout()
        head.setContentsMargins(15, 8, 8, 8)
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(self._number)
        head.addWidget(self._on)
        head.addWidget(self._larger)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(14, 2, 14, 14)
        inside.addWidget(self.paper)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(ScrollArea(content), 1)
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._larger.toggled.connect(self._enlarge)
        self.retranslate()

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show a paper; stays at the same page number where there is one."""
        self._pages, self._waiting = pages, False
        self._at = min(self._at, max(len(pages) - 1, 0))
        self.retranslate()

    def wait(self) -> None:
        """Say that a new paper is being made; the old one stays meanwhile."""
        self._waiting = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("As it prints"))
        self._back.setText(self.tr("Page before"))
        self._on.setText(self.tr("Next page"))
        self._larger.setText(self.tr("Beside the choices") if self._larger.isChecked() else self.tr("Larger, to read"))
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < len(self._pages))
        if self._pages:
            words = self.tr("{page} of {pages}").format(
                page=isolate(str(self._at + 1)), pages=isolate(str(len(self._pages)))
            )
            self._number.setText(words)
            self.paper.show_page(self._pages[self._at])
        else:
            self._number.setText(self.tr("being made…") if self._waiting else "")
            self.paper.show_page(None)
        self.paper.setAccessibleName(self._number.text())

    @property
    def is_large(self) -> bool:
        """Whether the paper has the whole width."""
        return self._larger.isChecked()

    def _enlarge(self, is_large: bool) -> None:
        self.retranslate()
        self.enlarged.emit(is_large)

    def _turn_back(self) -> None:
        self._at = max(self._at - 1, 0)
        self.retranslate()

    def _turn_on(self) -> None:
        self._at = min(self._at + 1, max(len(self._pages) - 1, 0))
        self.retranslate()
