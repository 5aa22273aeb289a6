"""The cards of *Vandaag* where something waits for me: what asks for a look, and my shift with drafts first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views import AttentionRow, ObservationRow

from .shortcuts import Keys
from .text import format_time
from .today_words import TodayWords, target_of
from .tokens import Role
from .widgets.button import Button
from .widgets.card import Card, HairLine, IconMark, clear
from .widgets.chip import Chip
from .widgets.emit import send_when_pressed
from .widgets.empty import EmptyState
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import FittingArea
from .widgets.youth import YouthName, shown_name

_ATTENTION: Final[dict[str, tuple[str, Role, Role]]] = {
    "missing": ("map-pin", "danger", "danger_fill"),
    "feedback_due": ("calendar-clock", "warn", "warn_fill"),
    "conflict": ("git-compare", "accent", "soft_selection"),
}
_SHIFT: Final = 220  # px, about three rows: what I wrote goes before what others wrote
_OTHER: Final[tuple[str, Role, Role]] = ("bell", "accent", "soft_selection")


@dataclass(frozen=True, kw_only=True)
class DraftLine:
    """A draft of mine as it stands in the list; `saved` is ISO 8601 local."""

    id: str
    title: str
    saved: str


class AttentionCard(Card):
    """What asks for a look, each with its action on the row."""

    target_opened = Signal(object)  # the page and what to open there, as `target_of` gives them

    def __init__(self, words: TodayWords) -> None:
        super().__init__("-", "bell")
        self._words = words
        self._list, self.area = _scrolling(self)
        self._rows: tuple[AttentionRow, ...] = ()
        self.retranslate()

    def show_rows(self, rows: Sequence[AttentionRow]) -> None:
        """Replace all rows, unless they are the same."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.set_title(self.tr("Needs attention now"))
        clear(self._list)
        if not self._rows:
            self._list.addWidget(EmptyState(self.tr("Nothing asks for attention now.")))
            return
        for position, row in enumerate(self._rows):
            if position:
                self._list.addWidget(HairLine())
            self._list.addWidget(self._row(row))

    def _row(self, row: AttentionRow) -> QWidget:
        widget = QWidget()
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(14)
        icon, role, disc = _ATTENTION.get(row.what, _OTHER)
        layout.addWidget(IconMark(icon, role, 18, disc=disc), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        if row.youth is not None:
            text.addWidget(YouthName(row.youth, "row_new"))
        text.addWidget(Label(self._words.attention(row), "body", wrap=True))
        text.addWidget(Label(self._words.attention_meta(row), "meta", colour="muted", wrap=True))
        layout.addLayout(text, 1)
        target = target_of(row)
        if target is not None:
            action = self._words.action(row)
            button = Button(action, height=30)
            if row.youth is not None:
                button.setAccessibleName(f"{action}: {shown_name(row.youth)}")
            send_when_pressed(button, self.target_opened, target)
            layout.addWidget(button)
        return widget


class ShiftCard(Card):
    """What I wrote this shift; drafts first, because they still wait."""

    draft_opened = Signal(str)
    piece_opened = Signal(object)  # ObservationRow
    capture_requested = Signal()

    def __init__(self, words: TodayWords) -> None:
        super().__init__("-", "moon")
        self._words = words
        self._list, self.area = _scrolling(self, _SHIFT)
        self._drafts: tuple[DraftLine, ...] = ()
        self._pieces: tuple[ObservationRow, ...] = ()
        self.retranslate()

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """Replace the drafts, unless they are the same."""
        if tuple(drafts) != self._drafts:
            self._drafts = tuple(drafts)
            self.retranslate()

    def show_pieces(self, pieces: Sequence[ObservationRow]) -> None:
        """Replace the pieces, unless they are the same."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.set_title(self.tr("My shift"))
        clear(self._list)
        if not self._drafts and not self._pieces:
            empty = EmptyState(
                self.tr("You have not written anything this shift."),
                self.tr("New piece"),
                icon="plus",
                keys=Keys.CAPTURE,
            )
            empty.pressed.connect(self.capture_requested)
            self._list.addWidget(empty)
            return
        self._list.addSpacing(4)
        for draft in self._drafts:
            self._list.addWidget(self._draft_row(draft))
        if self._drafts and self._pieces:
            self._list.addWidget(HairLine())
        for piece in self._pieces:
            self._list.addWidget(self._piece_row(piece))
        self._list.addSpacing(4)

    def _draft_row(self, draft: DraftLine) -> Row:
        title = self.tr("‘{text}’").format(text=draft.title)
        meta = self._words.draft_meta(draft.saved)
        row = _line(format_time(draft.saved), title, meta, "pencil", "accent")
        send_when_pressed(row, self.draft_opened, draft.id)
        return row

    def _piece_row(self, piece: ObservationRow) -> Row:
        gone = piece.withdrawal
        if gone is None:
            meta = self.tr("{meta} · saved").format(meta=self._words.meta(piece))
            row = _line(format_time(piece.recorded), self._words.title(piece), meta, "circle-check", "ok")
        else:
            meta = f"{self._words.meta(piece)} · {self._words.withdrawn_by(gone)}"
            chip = Chip(self.tr("withdrawn"), "warn", icon="circle-x", small=True)
            row = _line(format_time(gone.recorded), self._words.title(piece), meta, "circle-x", "warn", gone=chip)
        send_when_pressed(row, self.piece_opened, piece)
        return row


def _scrolling(card: Card, least: int = 120) -> tuple[QVBoxLayout, FittingArea]:
    """Give a card a list that scrolls when the window is low, down to `least` pixels."""
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    area = _WholeRows(content, rows, least=least)
    card.body.addWidget(area)
    return rows, area


class _WholeRows(FittingArea):
    """An area that in a low window ends below a row, never inside one: as many as `least` pixels hold, or one."""

    def __init__(self, content: QWidget, rows: QVBoxLayout, *, least: int) -> None:
        super().__init__(content, least=least, wraps=True)
        self._rows, self._most = rows, least

    def minimumSizeHint(self) -> QSize:
        """Give the height of the first rows at the width of now."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._whole()) if hint.height() == self._most else hint

    def _whole(self) -> int:
        width = max(self.viewport().width(), 40)
        bottom = whole = 0
        for position in range(self._rows.count()):
            item = self._rows.itemAt(position)
            if item is None:
                break
            bottom += item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if whole and bottom > self._most:
                break
            if isinstance(item.widget(), Row):
                whole = bottom
        return whole or self._most


def _line(time: str, title: str, meta: str, icon: str, role: Role, *, gone: Chip | None = None) -> Row:
    """Give a row of two lines with its time before and its state at the end; `gone` says that it no longer counts."""
    row = Row(f"{time} {title} {meta}", above=8)
    stamp = Label(time, "list", colour="muted")
    row.add(stamp)
    row.content.setAlignment(stamp, Qt.AlignmentFlag.AlignTop)
    text = QWidget()
    lines = QVBoxLayout(text)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    if gone is not None:
        lines.addWidget(gone)
    lines.addWidget(Label(title, "list", colour="text" if gone is None else "muted", wrap=True))
    lines.addWidget(Label(meta, "meta", colour="muted", wrap=True))
    row.add(text, 1)
    row.add(IconMark(icon, role, 16))
    return row
