"""*Vandaag*: the first page of everybody on duty."""

from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.clock import local_iso
from baken.model.views import ObservationRow, Today

from .capture_form import decode_form
from .dossier_target import inside
from .drafts import Draft
from .origin import SiteNames
from .page import Page
from .runner import Runner, Workspace
from .said import now
from .today_cards import AttentionCard, DraftLine, ShiftCard
from .today_handover import HandoverCard
from .today_words import TodayWords
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class TodayPage(Page):
    """Attention at the left; my shift and below it the handover at the right; stacked when narrow."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"observation", "correction", "withdrawal", "dossier", "signal", "disclosure", "feedback", "missing", "import"}
    )

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._words = TodayWords(self)
        self._title, self._day = Label("", "page_title"), Label("", "small", colour="muted")
        self._attention = AttentionCard(self._words)
        self._shift = ShiftCard(self._words)
        self._handover = HandoverCard(self._words)
        self._columns = QHBoxLayout()
        self._build()
        self._attention.target_opened.connect(self._open_target)
        self._shift.draft_opened.connect(self.draft_requested)
        self._shift.piece_opened.connect(self._open_piece)
        self._shift.capture_requested.connect(self._ask_for_capture)
        self._handover.piece_opened.connect(self._open_piece)
        self.fold(is_narrow=False)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the page again."""
        self.runner.query(_ask, self._show, owner=self, key="today")

    def show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Show my drafts; one that cannot be read says so."""
        self._shift.show_drafts([self._line(draft) for draft in drafts])

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns, or put them beside each other, 13 to 10."""
        for card in (self._attention, self._shift, self._handover):
            card.area.show_all(is_narrow)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        for index, share in enumerate((0, 0) if is_narrow else (13, 10)):
            self._columns.setStretch(index, share)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._title.setText(self.tr("Today"))
        self._day.setText(self._words.day(now()))

    def _build(self) -> None:
        self._columns.setSpacing(16)
        for cards in ((self._attention,), (self._shift, self._handover)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._day)
        layout.addSpacing(12)
        layout.addLayout(self._columns, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(content))

    def _show(self, today: Today) -> None:
        self._attention.show_rows(today.attention)
        self._shift.show_pieces(today.my_shift)
        self._handover.show_pieces(today.handover, today.since)
        self._day.setText(self._words.day(now()))

    def _line(self, draft: Draft) -> DraftLine:
        saved = local_iso(draft.saved_ms)
        if not draft.is_readable:
            return DraftLine(id=draft.id, title=self.tr("cannot be read, kept as it is"), saved=saved)
        try:
            title = decode_form(draft.content).title
        except UserError:
            title = self.tr("signal")
        return DraftLine(id=draft.id, title=title, saved=saved)

    def _open_target(self, target: tuple[str, str]) -> None:
        self.open_requested.emit(*target)

    def _open_piece(self, row: ObservationRow) -> None:
        if row.about:
            self.open_requested.emit("dossier", inside(row.about[0].id, row.id))
        else:
            self.open_requested.emit("piece", str(row.id))

    def _ask_for_capture(self) -> None:
        self.capture_requested.emit(None)


def _ask(workspace: Workspace) -> Today:
    found = workspace.today()
    names = SiteNames(workspace)
    return msgspec.structs.replace(
        found, my_shift=names.in_pieces(found.my_shift), handover=names.in_pieces(found.handover)
    )
