"""The handover of *Vandaag*: what colleagues recorded since my previous shift, the newest first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.model.views import ObservationRow

from . import labels
from .today_words import TodayWords
from .widgets.button import Button
from .widgets.card import Card, HairLine, IconMark, clear
from .widgets.chip import Chip
from .widgets.emit import send_when_pressed
from .widgets.empty import EmptyState
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import FittingArea
from .widgets.youth import YouthName

_FIRST: Final = 6  # rows before "show everything"
_LENGTH: Final = 110  # characters of a piece on its row: about two lines


class HandoverCard(Card):
    """What others wrote since I was last here; short at first, whole on demand."""

    piece_opened = Signal(object)  # ObservationRow

    def __init__(self, words: TodayWords) -> None:
        super().__init__("-", "history")
        self._words = words
        self._since = ""
        self._pieces: tuple[ObservationRow, ...] = ()
        self._shown: list[Row] = []
        self._shows_all = False
        self._since_label = Label("", "small", colour="muted")
        self.add_end(self._since_label)
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.area = FittingArea(content, wraps=True)
        self.body.addWidget(self.area)
        self.retranslate()

    def show_pieces(self, pieces: Sequence[ObservationRow], since: str) -> None:
        """Replace all rows, unless they are the same; `since` is ISO 8601 local."""
        if (tuple(pieces), since) != (self._pieces, self._since):
            self._pieces, self._since = tuple(pieces), since
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.set_title(self.tr("Handover"))
        self._since_label.setText(self._words.handover_since(self._since) if self._since else "")
        clear(self._rows)
        self._shown.clear()
        if not self._pieces:
            self._rows.addWidget(EmptyState(self.tr("No news from colleagues.")))
            return
        self._rows.addSpacing(4)
        for piece in self._pieces if self._shows_all else self._pieces[:_FIRST]:
            self._shown.append(self._row(piece))
            self._rows.addWidget(self._shown[-1])
        if not self._shows_all and len(self._pieces) > _FIRST:
            self._rows.addWidget(HairLine())
            whole = Button(self.tr("Show everything"), "quiet", icon="chevron-down", height=30)
            whole.clicked.connect(self._show_all)
            self._rows.addSpacing(4)
            self._rows.addWidget(whole, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addSpacing(4)

    def _show_all(self) -> None:
        """Show every row; the first that is new gets the focus, because the button that had it is gone."""
        self._shows_all = True
        self.retranslate()
        added = self._shown[_FIRST]
        added.show()  # now, not with the next event: what is hidden takes no focus
        added.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, piece: ObservationRow) -> Row:
        title, who = self._words.title(piece, _LENGTH), self._words.recorded_by(piece)
        gone = self._words.withdrawn_by(piece.withdrawal) if piece.withdrawal is not None else ""
        said = " ".join(part for part in (gone, title, who) if part)
        row = Row(f"{self._words.about(piece)}: {said}", above=7)
        mark = IconMark("circle-x" if gone else labels.kind_icon(piece.kind), "warn" if gone else "muted", 16)
        row.add(mark)
        row.content.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        text = QWidget()
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        if len(piece.about) == 1:
            lines.addWidget(YouthName(piece.about[0], "small"))
        else:
            lines.addWidget(Label(self._words.about(piece), "small_strong", wrap=True))
        if gone:
            lines.addWidget(Chip(self.tr("withdrawn"), "warn", icon="circle-x", small=True))
            lines.addWidget(Label(gone, "small", colour="warn", wrap=True))
        lines.addWidget(Label(title, "small", colour="muted" if gone else "text", wrap=True))
        lines.addWidget(Label(who, "meta", colour="muted", wrap=True))
        row.add(text, 1)
        send_when_pressed(row, self.piece_opened, piece)
        return row
