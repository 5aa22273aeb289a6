"""The page of one youth: what is important now, the timeline, the documents.

`open` takes a target of `dossier_target`: the youth, a piece on the timeline, or the documents.
"""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from baken.model.commands import Changes, Command
from baken.model.ids import EntityId
from baken.model.views import Dossier, Observation, TimelineEvent

from .dossier_documents import DocumentsTab
from .dossier_header import DossierHeader
from .dossier_now import NowTab
from .dossier_target import DOCUMENTS, parts_of
from .origin import SiteNames
from .page import Page
from .runner import Runner, Workspace
from .said import now
from .timeline_span import day_of
from .timeline_view import TimelineView

PIECE_KINDS = frozenset({"observation", "correction", "withdrawal", "import"})
"""What moves when a piece was recorded, corrected, withdrawn or came in from elsewhere."""

_EVENT_KINDS = frozenset({"missing", "placement", "route"})
_NOW, _TIMELINE, _DOCUMENTS = range(3)
_RECENT = 8  # pieces on the first tab


def ask_dossier(workspace: Workspace, *, dossier: str) -> tuple[Dossier, tuple[Observation, ...]]:
    """Ask for a youth's card and the last pieces in full."""
    found = workspace.dossier(EntityId(dossier))
    names = SiteNames(workspace)
    return names.in_dossier(found), tuple(
        names.in_piece(workspace.observation(row.id)) for row in found.recent[:_RECENT]
    )


def ask_piece(workspace: Workspace, *, piece: str) -> Observation:
    """Ask for a piece with its versions."""
    return SiteNames(workspace).in_piece(workspace.observation(EntityId(piece)))


class DossierPage(Page):
    """Wires the header and the three tabs to the runner."""

    watches: ClassVar[frozenset[str]] = PIECE_KINDS | {"dossier", "signal", "disclosure", "feedback"} | _EVENT_KINDS
    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._youth = ""
        self._piece = ""
        self._dossier: Dossier | None = None
        self.header = DossierHeader()
        self.now = NowTab()
        self.timeline = TimelineView()
        self.documents = DocumentsTab()
        self._stack = QStackedWidget()
        for tab in (self.now, self.timeline, self.documents):
            self._stack.addWidget(tab)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.header.back_requested.connect(self.back_requested)
        self.header.capture_requested.connect(self._capture)
        self.header.tab_chosen.connect(self._show_tab)
        self.now.capture_requested.connect(self._capture)
        self.now.piece_requested.connect(self._open_piece)
        self.now.timeline_requested.connect(self._open_timeline)
        self.now.signal_requested.connect(self._open_signal)
        self.timeline.piece_requested.connect(self._ask_piece)
        self.timeline.correct_requested.connect(self.capture_requested)
        self.timeline.withdraw_requested.connect(self._execute)
        self.timeline.confirm_requested.connect(self._execute)
        self.timeline.signal_requested.connect(self._open_signal)
        self.timeline.attachment_requested.connect(self._open_attachment)

    def open(self, _id: str) -> None:
        """Show a youth, and a piece on the timeline where one is named."""
        youth, part = parts_of(_id)
        if youth != self._youth:
            self.timeline.start_over()
            self._show_tab(_NOW)
        if part == DOCUMENTS:
            self._show_tab(_DOCUMENTS)
        self._youth, self._piece = youth, "" if part == DOCUMENTS else part
        self.refresh()

    def refresh(self) -> None:
        """Ask for everything that the page shows."""
        if self._youth:
            self.runner.query(partial(ask_dossier, dossier=self._youth), self._show, owner=self, key="dossier")

    def touched(self, changes: Changes) -> None:
        """Ask again, for the chosen piece too."""
        super().touched(changes)
        if self.watches & {kind for kind, _ in changes.touched} and self.timeline.chosen():
            self._ask_piece(self.timeline.chosen())

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the button of the header plain while capture has the filled one."""
        self.header.set_primary(is_primary=not is_yielding)

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        self.now.fold(is_narrow)

    def _show(self, answer: tuple[Dossier, tuple[Observation, ...]]) -> None:
        self._dossier, recent = answer
        self.header.show_dossier(self._dossier)
        self.now.show_dossier(self._dossier, recent)
        self.documents.show_rows(self._dossier.disclosures, reads_all=self._dossier.reads_signals)
        youth = EntityId(self._youth)
        self.runner.query(lambda workspace: workspace.timeline(youth), self._show_events, owner=self, key="timeline")

    def _show_events(self, events: list[TimelineEvent]) -> None:
        if self._dossier is None:
            return
        today = day_of(now().isoformat(timespec="minutes"))
        self.timeline.show_events(events, arrival=self._dossier.arrival, today=today or 0.0)
        if self._piece:
            piece, self._piece = self._piece, ""
            self._open_piece(piece)
        elif not self.timeline.chosen():
            pieces = [event for event in events if event.what == "observation" and not event.withdrawn]
            if pieces:
                self.timeline.choose(str(pieces[-1].id))

    def _show_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.header.tabs.choose(index)

    def _open_timeline(self) -> None:
        self._show_tab(_TIMELINE)

    def _open_piece(self, piece: str) -> None:
        self._show_tab(_TIMELINE)
        self.timeline.choose(piece)

    def _ask_piece(self, piece: str) -> None:
        self.runner.query(partial(ask_piece, piece=piece), self.timeline.show_piece, owner=self, key="piece")

    def _open_signal(self, signal: str) -> None:
        self.open_requested.emit("signals", signal)

    def _open_attachment(self, target: str) -> None:
        self.open_requested.emit("attachment", target)

    def _capture(self) -> None:
        self.capture_requested.emit(None if self._dossier is None else self._dossier.youth)

    def _execute(self, command: Command) -> None:
        self.runner.execute(command, owner=self)
