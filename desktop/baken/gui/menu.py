"""The menu at the side: only what exists, the lead's pages apart, who works here, cover and lock.

Narrow for the text size, it folds to icons with their names below.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.model.codes import Capability

from . import icons, theme
from .account_row import AccountRow
from .shortcuts import Keys
from .tokens import Role
from .widgets import paint
from .widgets.button import Button
from .widgets.card import HairLine, IconMark
from .widgets.chip import Chip
from .widgets.label import Label
from .widgets.push_button import PushButton
from .widgets.scroll import BAR_WIDTH, ScrollArea

WIDE = 208
_MARK, _MARK_GAP, _SIDE = 24, 10, 10  # px: the beacon, between it and the name, before it
_WORDS_AT = _SIDE + _MARK + _MARK_GAP


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page in the menu; `word` is looked up when shown, in the language in use."""

    key: str
    icon: str
    keys: Keys
    roles: frozenset[Capability] = frozenset()  # who has it; empty for everybody


_LEAD = frozenset({Capability.SAFEGUARDING_LEAD})
ENTRIES: tuple[Entry, ...] = (
    Entry(key="today", icon="sun", keys=Keys.PAGE_TODAY),
    Entry(key="youths", icon="users", keys=Keys.PAGE_YOUTHS),
    Entry(key="passing", icon="send", keys=Keys.PAGE_PASSING, roles=_LEAD),
    Entry(key="signals", icon="puzzle", keys=Keys.PAGE_SIGNALS, roles=_LEAD),
    Entry(key="exchange", icon="arrow-left-right", keys=Keys.PAGE_EXCHANGE, roles=_LEAD),
    Entry(key="admin", icon="settings", keys=Keys.PAGE_ADMIN, roles=_LEAD | {Capability.ADMIN}),
)


class _Item(PushButton):
    """One page: icon and word in a row, or the word below the icon."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon_name = icon
        self._is_narrow = False
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_word(self, word: str) -> None:
        """Say it in the language of now."""
        self.setText(word)
        self.setAccessibleName(word)

    def fold(self, is_narrow: bool) -> None:
        """Stand as icon with its word below, or in a row."""
        self._is_narrow = is_narrow
        self.updateGeometry()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give 36 px of height, or two lines when folded."""
        if self._is_narrow:
            word = QFontMetrics(theme.font("meta_strong")).horizontalAdvance(self.text())
            return QSize(word + 16, theme.px(52))
        word = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text())
        return QSize(13 + theme.px(18) + 11 + word + 8, max(theme.px(36), 24))

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, icon and word."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            paint.box(painter, area, 7, fill="accent")
            rest = area.adjusted(0, 0, -3, 0) if self.isRightToLeft() else area.adjusted(3, 0, 0, 0)
            paint.box(painter, rest, 5, fill="selection")
        elif self.underMouse():
            paint.box(painter, area, 7, fill="selection")
        if self.hasFocus():
            paint.ring(painter, area, 7)
        icon_role: Role = "accent" if chosen else "muted"
        word_role: Role = "text" if chosen else "muted"
        size = theme.px(18)
        painter.setPen(theme.colour(word_role))
        if self._is_narrow:
            icons.draw(painter, self._icon_name, icon_role, (self.width() - size) / 2, theme.px(7), size=size)
            painter.setFont(theme.font("meta_strong" if chosen else "chip_small"))
            below = QRect(0, theme.px(28), self.width(), theme.px(18))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self.text())
            return
        painter.setFont(theme.font("strong" if chosen else "list"))
        start = 13 + size + 11
        x = self.width() - 13 - size if self.isRightToLeft() else 13
        icons.draw(painter, self._icon_name, icon_role, x, (self.height() - size) / 2, size=size)
        room = self.rect().adjusted(8, 0, -start, 0) if self.isRightToLeft() else self.rect().adjusted(start, 0, 0, 0)
        painter.drawText(room, paint.LEADING, self.text())


class Menu(QWidget):
    """The pages that this person has, and the foot with name and lock."""

    chosen = Signal(str)
    lock_requested = Signal()
    cover_requested = Signal()
    account_requested = Signal()

    def __init__(
        self,
        *,
        site_name: str,
        user_name: str,
        role_word: str,
        capabilities: frozenset[str],
        is_practice: bool,
        pages: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = tuple(
            entry for entry in ENTRIES if entry.key in pages and (not entry.roles or entry.roles & capabilities)
        )
        self._items: dict[str, _Item] = {}
        self._group = QButtonGroup(self)
        self._words = QWidget()
        self._site = Label(site_name, "meta", colour="muted")
        self._account = AccountRow(user_name, role_word)
        self._practice = Chip("", "warn", small=True)
        self._practice.setVisible(is_practice)
        self._practice_row = QHBoxLayout()
        self._cover = Button("", "bare", icon="eye-off", keys=Keys.COVER, height=30, spread=True)
        self._lock = Button("", "bare", icon="lock", keys=Keys.LOCK, height=30, spread=True)
        self._is_narrow = False
        self._layout = QVBoxLayout(self)
        self._pages = QVBoxLayout()
        self._build()
        self._group.buttonClicked.connect(self._choose_item)
        self._account.clicked.connect(self.account_requested)
        self._cover.clicked.connect(self.cover_requested)
        self._lock.clicked.connect(self.lock_requested)
        self.retranslate()
        self.restyle()

    @property
    def keys(self) -> tuple[str, ...]:
        """The pages of this person, in their order."""
        return tuple(entry.key for entry in self._entries)

    def mark(self, key: str) -> None:
        """Show which page is open, none where it has no place in the menu; no signal."""
        self._group.setExclusive(False)
        for other, item in self._items.items():
            item.setChecked(other == key)
        self._group.setExclusive(True)
        if key in self._items:
            self._area.ensureWidgetVisible(self._items[key])

    def set_role(self, word: str) -> None:
        """Say the role in another language."""
        self._account.set_role(word)

    def fold(self, is_narrow: bool) -> None:
        """Fold to icons with their names, or unfold."""
        self._is_narrow = is_narrow
        for item in self._items.values():
            item.fold(is_narrow)
        self._words.setVisible(not is_narrow)
        self._account.fold(is_narrow)
        for button in (self._cover, self._lock):
            button.set_icon_only(is_narrow)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = {
            "today": self.tr("Today"),
            "youths": self.tr("Youths"),
            "passing": self.tr("Pass on"),
            "signals": self.tr("Signals"),
            "exchange": self.tr("Exchange"),
            "admin": self.tr("Manage"),
        }
        for key, item in self._items.items():
            item.set_word(words[key])
        for entry in self._entries:
            self._items[entry.key].setToolTip(entry.keys)
        self._cover.setText(self.tr("Cover"))
        self._lock.setText(self.tr("Lock"))
        self._practice.setText(self.tr("EXERCISE"))
        self.setAccessibleName(self.tr("Menu"))

    def restyle(self) -> None:
        """Take the width of now."""
        self._practice_row.setContentsMargins(0 if self._is_narrow else _WORDS_AT, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignHCenter if self._is_narrow else Qt.AlignmentFlag.AlignLeading
        self._practice_row.setAlignment(self._practice, side)
        if self._is_narrow:
            chip = 0 if self._practice.isHidden() else self._practice.sizeHint().width()
            items = max(item.sizeHint().width() for item in self._items.values()) + BAR_WIDTH
            self._layout.setContentsMargins(5, 16, 4, 8)  # the bar of the pages takes what is left out
            self.setFixedWidth(max(chip, items) + 9)
        else:
            self._layout.setContentsMargins(10, 16, 11, 8)
            self.setFixedWidth(max(theme.px(WIDE), self._account.sizeHint().width() + 21))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("menu"))
        x = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(x, 0, 1, self.height(), theme.colour("hair"))

    def _build(self) -> None:
        brand = QHBoxLayout()
        brand.setContentsMargins(_SIDE, 0, 0, 0)
        brand.setSpacing(_MARK_GAP)
        brand.addWidget(IconMark("baken", "accent", _MARK))
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(Label("Baken", "brand"))
        words.addWidget(self._site)
        brand.addWidget(self._words)
        brand.addStretch(1)
        self._layout.setSpacing(2)
        self._layout.addLayout(brand)
        if not self._practice.isHidden():
            self._layout.addSpacing(8)
            self._practice_row.addWidget(self._practice)
            self._layout.addLayout(self._practice_row)
        self._layout.addSpacing(14)
        for entry in self._entries:
            if entry.roles and not any(each.roles for each in self._entries if each.key in self._items):
                self._pages.addSpacing(9)
                self._pages.addWidget(HairLine(0))
                self._pages.addSpacing(9)
            item = _Item(entry.icon)
            self._items[entry.key] = item
            self._group.addButton(item)
            self._pages.addWidget(item)
        self._pages.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._pages)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.setSpacing(2)
        self._area = ScrollArea(inside)  # at 200 % a low screen has no room for every page
        self._layout.addWidget(self._area, 1)
        self._layout.addWidget(HairLine(0))
        self._layout.addSpacing(8)
        self._layout.addWidget(self._account)
        self._layout.addWidget(self._cover)
        self._layout.addWidget(self._lock)

    def _choose_item(self, button: PushButton) -> None:
        for key, item in self._items.items():
            if item is button:
                self.chosen.emit(key)
