"""The row of drafts above the capture form: one tab per draft, a cross on each, a plus at the end."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from . import icons, theme
from .widgets import paint
from .widgets.button import Button
from .widgets.push_button import PushButton

_HEIGHT = 43  # px
_WIDEST = 208  # px, the cross included
_NARROWEST = 96  # px


class _Tab(PushButton):
    """The title of one draft with a pencil; the chosen one has an accent line on top."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.px(_WIDEST))

    def sizeHint(self) -> QSize:
        """Give the room of title, pencil and cross."""
        wanted = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text()) + theme.px(68)
        return QSize(min(wanted, theme.px(_WIDEST)), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Give the least in which a title is still told from another."""
        return QSize(theme.px(_NARROWEST), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pencil and title, cut at the cross."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.fillRect(self.rect(), theme.colour("base" if chosen else "menu"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour("hair"))
        if chosen:
            painter.fillRect(QRect(0, 0, self.width(), 3), theme.colour("accent"))
        else:
            painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour("hair"))
        size = theme.px(16)
        mirrored = self.isRightToLeft()
        at = self.width() - 13 - size if mirrored else 13
        icons.draw(painter, "pencil", "accent" if chosen else "muted", at, (self.height() - size) / 2, size=size)
        painter.setFont(theme.font("strong" if chosen else "list"))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        start, end = 13 + size + 7, theme.px(30)
        room = self.rect().adjusted(end if mirrored else start, 0, -(start if mirrored else end), 0)
        painter.drawText(
            room, paint.LEADING, shortened(self.text().replace("&&", "&"), painter.fontMetrics(), room.width())
        )
        if self.hasFocus():
            paint.ring(painter, self.rect().toRectF().adjusted(2, 4, -3, -2), 6)


def shortened(title: str, metrics: QFontMetrics, room: int) -> str:
    """Give the first whole words that fit in `room` pixels, with … for the others; a single long word is cut."""
    words = title.split()
    shown = title
    while len(words) > 1 and metrics.horizontalAdvance(shown) > room:
        words.pop()
        shown = " ".join(words).rstrip(",.;:…") + "…"
    is_fitting = metrics.horizontalAdvance(shown) <= room
    return shown if is_fitting else metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)


class DraftTabs(QWidget):
    """Chooses among drafts by their id."""

    chosen = Signal(str)
    closed = Signal(str)
    add_requested = Signal()
    hide_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, tuple[_Tab, Button]] = {}
        self._group = QButtonGroup(self)
        self._add = Button("", "bare", icon="plus", icon_only=True, height=28)
        self._hide = Button("", "bare", icon="x", icon_only=True, height=28)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 10, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._add)
        self._row.addStretch(1)
        self._row.addWidget(self._hide)
        self._group.buttonClicked.connect(self._choose_button)
        self._add.clicked.connect(self.add_requested)
        self._hide.clicked.connect(self.hide_requested)
        self.retranslate()

    def add(self, draft: str, title: str) -> None:
        """Put a tab at the end, not chosen yet."""
        tab = _Tab(title)
        cross = Button(self.tr("Close, stays a draft"), "bare", icon="x", icon_only=True, height=26, parent=tab)
        cross.setProperty("draft", draft)
        cross.clicked.connect(self._close_pressed)
        tab.setProperty("draft", draft)
        inside = QHBoxLayout(tab)
        inside.setContentsMargins(0, 3, 6, 0)
        inside.addStretch(1)
        inside.addWidget(cross)
        self._tabs[draft] = (tab, cross)
        self._group.addButton(tab)
        self._row.insertWidget(len(self._tabs) - 1, tab)
        self.set_title(draft, title)

    def choose(self, draft: str) -> None:
        """Mark a tab; emits nothing."""
        self._tabs[draft][0].setChecked(True)

    def set_title(self, draft: str, title: str) -> None:
        """Name a tab; an empty title is a new piece."""
        tab, _ = self._tabs[draft]
        tab.setText((title or self.tr("New piece")).replace("&", "&&"))
        tab.setAccessibleName(self.tr("Draft {title}").format(title=title or self.tr("New piece")))
        tab.updateGeometry()

    def remove(self, draft: str) -> None:
        """Take a tab away."""
        tab, _ = self._tabs.pop(draft)
        self._group.removeButton(tab)
        tab.hide()
        tab.deleteLater()

    def ids(self) -> tuple[str, ...]:
        """Give the drafts from left to right."""
        return tuple(self._tabs)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._add.setText(self.tr("Another piece"))
        self._hide.setText(self.tr("Close, everything stays a draft"))
        self.setAccessibleName(self.tr("Drafts"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the row."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("menu"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour("hair"))

    def _choose_button(self, tab: PushButton) -> None:
        self.chosen.emit(str(tab.property("draft")))

    def _close_pressed(self) -> None:
        cross = self.sender()
        if cross is not None:
            self.closed.emit(str(cross.property("draft")))
