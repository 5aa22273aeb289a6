"""The signals of the site and the builder of one; for the safeguarding lead.

`open("")` shows the list, `open(id)` a signal. The draft of a saved signal has the signal's own id, so that going
back to it goes on where it was left. The shell gives the page the drafts with `use_drafts`.
"""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.catalogue import load_catalogue
from baken.model.commands import Changes
from baken.model.ids import EntityId
from baken.model.views import DossierRow, ObservationRow, Signal, SignalRow, Youth

from .dossier_page import PIECE_KINDS
from .drafts import Draft, Drafts
from .origin import SiteNames
from .page import Page
from .runner import Runner, Workspace
from .said import now, say_moment
from .signal_builder import SignalBuilder
from .signal_form import SignalForm, decode_signal_form, form_of
from .signal_list import SignalsList
from .text import format_time, isolate
from .widgets.button import Button
from .widgets.chip import Chip
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_LIST, _BUILDER = range(2)
_PIECES = 500  # at most this many pieces per youth can be ticked; older ones are found by searching


def ask_pieces(
    workspace: Workspace, *, about: tuple[EntityId, ...], also: tuple[ObservationRow, ...]
) -> list[ObservationRow]:
    """Ask for the pieces about some youths (all pieces without a youth), and keep those in the signal already."""
    found: dict[str, ObservationRow] = {row.id: row for row in also}
    for youth in about or (None,):
        for row in workspace.observations(youth, limit=_PIECES):
            found.setdefault(row.id, row)
    kept = SiteNames(workspace).in_pieces([row for row in found.values() if not row.withdrawn])
    return sorted(kept, key=lambda row: (row.when.start, row.id), reverse=True)


def ask_signals(workspace: Workspace) -> list[SignalRow]:
    """Ask for every signal."""
    return SiteNames(workspace).in_rows(workspace.signals())


def ask_signal(workspace: Workspace, *, signal: str) -> tuple[Signal, list[ObservationRow]]:
    """Ask for a signal and the pieces that it could rest on."""
    found = workspace.signal(EntityId(signal))
    about = tuple(youth.id for youth in found.about)
    found = SiteNames(workspace).in_signal(found)
    return found, ask_pieces(workspace, about=about, also=found.observations)


class SignalPage(Page):
    """Wires the list and the builder to the runner and the drafts."""

    watches: ClassVar[frozenset[str]] = PIECE_KINDS | {"signal", "disclosure"}
    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._drafts: Drafts | None = None
        self._draft = ""
        self._is_stored = False
        self._saved = SignalForm()
        self._rows: tuple[ObservationRow, ...] = ()
        self.list = SignalsList()
        self.builder = SignalBuilder(load_catalogue())
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, height=30, colour="text")
        self._title = Label("", "page_title")
        self._origin = Label("", "body", colour="muted", wrap=True)
        self._from: tuple[str, str] = ("", "")  # author and site of the signal on the screen
        self._readers = Chip("", "outline", icon="users", small=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addWidget(self._origin, 1)
        head.addWidget(self._readers)
        building = QWidget()
        inside = QVBoxLayout(building)
        inside.setContentsMargins(24, 14, 24, 16)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self.builder, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(ScrollArea(building))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.list.signal_opened.connect(self.open)
        self.list.new_requested.connect(self.start_new)
        self._back.clicked.connect(self._go_back)
        self.builder.draft_changed.connect(self._store)
        self.builder.save_requested.connect(self.save)
        self.builder.pass_on_requested.connect(self._pass_on)
        self.builder.about_changed.connect(self._ask_pieces)
        self.retranslate()

    def use_drafts(self, drafts: Drafts) -> None:
        """Take the drafts of the user who unlocked."""
        self._drafts = drafts
        drafts.stored.connect(self._draft_stored)

    def open(self, _id: str) -> None:
        """Show the list, a signal where one is named, or a stored draft for "draft#" and its id."""
        self.leave()
        what, _, draft = _id.partition("#")
        if draft and self._drafts is not None:
            self._drafts.load(draft, partial(self.open_draft, draft))
            return
        self._draft = what
        if what:
            self.runner.query(partial(ask_signal, signal=what), self._show_signal, owner=self, key="signal")
            self._ask_known()
        else:
            self._stack.setCurrentIndex(_LIST)
            self.refresh()

    def start_new(self, about: tuple[Youth, ...] = ()) -> None:
        """Begin a signal about nobody yet, or about these youths."""
        self.leave()
        self._draft = Drafts.new_id()
        self._saved, self._from = SignalForm(about=about), ("", "")
        self._say_origin()
        self._begin(self._saved, (), in_conflict=False, is_minor=True)
        self.builder.tell_state("")
        self._ask_known()
        self._ask_pieces()

    def open_draft(self, draft: str, content: bytes) -> None:
        """Go on with a stored draft of a signal; raises UserError("malformed") when it is none."""
        form = decode_signal_form(content)
        if form.entity is not None:
            self.open(str(form.entity))
            return
        self._draft, self._saved, self._from = draft, SignalForm(about=form.about), ("", "")
        self._say_origin()
        self._begin(form, (), in_conflict=False, is_minor=True)
        self.builder.tell_state(self.tr("draft"))
        self._ask_known()
        self._ask_pieces()

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue buttons plain while capture has the filled one."""
        self.list.set_primary(is_primary=not is_yielding)
        self.builder.set_primary(is_primary=not is_yielding)

    def fold(self, is_narrow: bool) -> None:
        """Stack the three columns when the window is narrow."""
        self.builder.fold(is_narrow)
        self._readers.setVisible(not is_narrow)

    def refresh(self) -> None:
        """Ask for the list again; a form that is being filled is left alone."""
        if self._stack.currentIndex() == _LIST:
            self.runner.query(ask_signals, self._show_list, owner=self, key="list")
        else:
            self._ask_pieces()

    def leave(self) -> None:
        """Store what was changed and is not stored yet."""
        self.builder.store_now()

    @property
    def is_draft_stored(self) -> bool:
        """Whether the last change that left the form is on the disk."""
        return self._is_stored

    def save(self) -> None:
        """Save what changed; nothing changed is saved too, at no cost."""
        self._save_then(None)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self._title.setText(self.tr("Build a signal"))
        self._readers.setText(self.tr("the team of this site can read this"))
        self._say_origin()

    def _say_origin(self) -> None:
        author, site = self._from
        if site:
            words = self.tr("of {name}, from {site}").format(name=isolate(author), site=isolate(site))
        else:
            words = self.tr("of {name}").format(name=isolate(author)) if author else ""
        self._origin.setText(words)

    def _show_list(self, signals: list[SignalRow]) -> None:
        self.list.show_signals(signals)

    def _show_signal(self, answer: tuple[Signal, list[ObservationRow]]) -> None:
        signal, rows = answer
        self._saved = form_of(signal)
        self._from = (signal.author, signal.site)
        self._say_origin()
        is_minor = not any(each.dimension == "means" and each.required for each in signal.coverage)
        self._begin(self._saved, tuple(rows), in_conflict=bool(signal.conflicts), is_minor=is_minor)
        self.builder.tell_state(self.tr("saved {moment}").format(moment=say_moment(signal.changed)))
        if self._drafts is not None:
            self._drafts.list(partial(self._go_on, str(signal.id)))

    def _go_on(self, signal: str, drafts: tuple[Draft, ...]) -> None:
        """Go on with the draft of the signal on screen, if there is one that can be read."""
        for draft in drafts:
            if draft.id != signal or signal != self._draft or not draft.is_readable:
                continue
            try:
                form = decode_signal_form(draft.content)
            except UserError:
                return
            self._begin(form, self._rows, in_conflict=False, is_minor=True)
            self.builder.tell_state(self.tr("draft"))

    def _begin(self, form: SignalForm, rows: tuple[ObservationRow, ...], *, in_conflict: bool, is_minor: bool) -> None:
        self._rows = rows
        self._stack.setCurrentIndex(_BUILDER)
        self.builder.start(form, rows, is_minor=is_minor, in_conflict=in_conflict)

    def _ask_known(self) -> None:
        self.runner.query(lambda workspace: workspace.dossiers(), self._show_known, owner=self, key="known")

    def _show_known(self, rows: list[DossierRow]) -> None:
        self.builder.set_known([row.youth for row in rows])

    def _ask_pieces(self) -> None:
        form = self.builder.form()
        chosen = tuple(row for row in self._rows if row.id in form.observations)
        about = tuple(youth.id for youth in form.about)
        self.runner.query(partial(ask_pieces, about=about, also=chosen), self._show_pieces, owner=self, key="pieces")

    def _show_pieces(self, rows: list[ObservationRow]) -> None:
        self._rows = tuple(rows)
        self.builder.show_rows(self._rows)

    def _store(self, content: bytes) -> None:
        if self._drafts is not None and self._draft:
            self._is_stored = False
            self._drafts.put(self._draft, content)

    def _draft_stored(self, draft: str) -> None:
        if draft == self._draft:
            self._is_stored = True
            self.builder.tell_state(self.tr("draft saved {time}").format(time=format_time(now())))

    def _go_back(self) -> None:
        self.open("")

    def _pass_on(self) -> None:
        self._save_then("passing")

    def _save_then(self, page: str | None) -> None:
        """Save, then go to a page with the signal's id."""
        self.builder.store_now()
        command = self.builder.form().changes_from(self._saved)
        if command is not None:
            self.runner.execute(command, partial(self._was_saved, page), owner=self)
        elif page is not None and self._saved.entity is not None:
            self.open_requested.emit(page, str(self._saved.entity))

    def _was_saved(self, page: str | None, changes: Changes) -> None:
        if self._drafts is not None:
            self._drafts.drop(self._draft)
        signal = changes.id
        self.told.emit(self.tr("The signal is saved."))
        if page is not None:
            self._stack.setCurrentIndex(_LIST)
            self.open_requested.emit(page, signal)
            return
        self._draft = signal
        self.runner.query(partial(ask_signal, signal=signal), self._after_save, owner=self, key="signal")

    def _after_save(self, answer: tuple[Signal, list[ObservationRow]]) -> None:
        """Take the saved signal as what later changes are compared with; the screen stays as it is."""
        signal, _ = answer
        self._saved = form_of(signal)
        self._from = (signal.author, signal.site)
        self._say_origin()
        self.builder.adopt(self._saved)
        self.builder.tell_state(self.tr("saved {moment}").format(moment=format_time(now())))
