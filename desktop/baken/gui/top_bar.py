"""The bar above the page: search, and the one primary button of most screens."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from . import icons, theme
from .look_bar import LookPopup
from .shortcuts import Keys
from .widgets import paint
from .widgets.button import Button
from .widgets.field import paint_field
from .widgets.keycap import cap_height, cap_width, draw_cap, key_text
from .widgets.push_button import PushButton

HEIGHT = 60


class SearchButton(PushButton):
    """What looks like the search field; pressing it opens the real one over the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the width of the words with icon and key, and 36 px of height."""
        return QSize(self._least() if self._is_tight() else theme.px(440), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """Give the least in which nothing is cut."""
        return QSize(self._least(), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, icon, words and key cap."""
        painter = QPainter(self)
        paint_field(painter, self, 6, has_focus=self.hasFocus())
        size, cap = theme.px(16), key_text(Keys.SEARCH)
        mirrored = self.isRightToLeft()
        at = self.width() - 10 - size if mirrored else 10
        icons.draw(painter, "search", "muted", at, (self.height() - size) / 2, size=size)
        end = 10 if mirrored else self.width() - 10 - cap_width(cap)
        draw_cap(painter, end, (self.height() - cap_height()) // 2, cap, colour="muted", edge="hair")
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("muted"))
        inset = 10 + size + 7
        room = self.rect().adjusted(0, 0, -inset, 0) if mirrored else self.rect().adjusted(inset, 0, 0, 0)
        painter.drawText(room, paint.LEADING, self.text())

    def _least(self) -> int:
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text())
        return 10 + theme.px(16) + 7 + words + 12 + cap_width(key_text(Keys.SEARCH)) + 10

    def _is_tight(self) -> bool:
        return self._least() > theme.px(440)


class TopBar(QWidget):
    """Search at the left, "new piece" at the right."""

    capture_requested = Signal()
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchButton()
        self._capture = Button("", "primary", icon="plus", keys=Keys.CAPTURE, height=36)
        self._look = Button("", "bare", icon="a-large-small", icon_only=True, height=36)
        self.look_popup = LookPopup(self)
        self._is_another = self._is_short = False
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(24, 0, 24, 0)
        self._layout.setSpacing(12)
        self._layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._layout.addWidget(self.search)
        self._layout.addStretch(1)
        self._layout.addWidget(self._look)
        self._layout.addWidget(self._capture)
        self._look.clicked.connect(self._show_look)
        self._capture.clicked.connect(self.capture_requested)
        self.search.clicked.connect(self.search_requested)
        self.retranslate()
        self.restyle()

    def free_area(self) -> QRect:
        """Give the part between the search and the buttons in which nothing stands."""
        search, look = self.search.geometry(), self._look.geometry()
        left, right = (look.right(), search.left()) if self.isRightToLeft() else (search.right(), look.left())
        return QRect(left + 1, 2, max(0, right - left - 1), self.height() - 4)

    def set_primary(self, is_primary: bool) -> None:
        """Let the button lead, or step back behind the page's own primary button."""
        self._capture.set_look("primary" if is_primary else "plain")

    def set_another(self, is_another: bool) -> None:
        """Say "another one" while a capture form is open."""
        self._is_another = is_another
        self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Give the least that the shortest words need."""
        return QSize(theme.px(300), theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less when there is less room."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.search.setAccessibleName(self.tr("Search"))
        self._look.setText(self.tr("Language, text size, dark"))
        self._capture.setText(self.tr("Another") if self._is_another else self.tr("New piece"))
        self._name_search()

    def _show_look(self) -> None:
        self.look_popup.show_below(self._look)

    def restyle(self) -> None:
        """Take the height of now."""
        self.setFixedHeight(theme.px(HEIGHT))
        self.search.setMaximumWidth(max(theme.px(440), self.search.minimumSizeHint().width()))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """Take the longest words that fit: first the search gets shorter, then the button loses its word."""
        for is_short, is_icon_only in ((False, False), (True, False), (True, True)):
            self._is_short = is_short
            self._capture.set_icon_only(is_icon_only)
            self._name_search()
            if self._layout.minimumSize().width() <= self.width():
                break

    def _name_search(self) -> None:
        self.search.setText(self.tr("Search") if self._is_short else self.tr("Search youth, room, phone, plate"))
        self.search.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))
