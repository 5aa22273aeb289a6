"""Passing on: choose a signal, a recipient and what goes along, see the paper as it prints, save it as a PDF.

`open("")` shows the signals to choose from, `open(id)` one of them. What is saved is exactly the paper on the
screen; saving records to whom it went and on which basis.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.commands import Changes
from baken.model.forms import FormData, FormRequest, default_left_out
from baken.model.ids import EntityId
from baken.model.views import Observation, Signal, SignalRow

from . import theme
from .dossier_page import PIECE_KINDS
from .files import choose_target
from .page import Page
from .passing_editor import PassingEditor
from .passing_form import RECIPIENTS, PassingForm, file_name
from .passing_preview import DRAWN_WIDTH, PaperPreview
from .pdf_pages import draw_pages
from .runner import Progress, Runner, Workspace
from .said import now
from .shortcuts import Keys
from .signal_list import SignalsList
from .signal_page import ask_signals
from .text import isolate
from .widgets.button import Button
from .widgets.label import Label
from .widgets.scroll import ScrollArea
from .widgets.youth import youth_names

_LIST, _ONE = range(2)
_TWO_COLUMNS = 920  # px; narrower pages put the paper under the choices
_SIDE = 24  # px beside the page
_NO_LIMIT = (1 << 24) - 1  # Qt's largest width


@dataclass(frozen=True, kw_only=True)
class Made:
    """A paper that was made: what was asked, the data on it, the bytes, the pages to look at."""

    request: FormRequest
    data: FormData
    pdf: bytes
    pages: tuple[QImage, ...]

    def says_the_same(self, data: FormData) -> bool:
        """Whether a paper of `data` would differ only in what each new copy has: number, moment, earlier copies."""
        mine = self.data
        return mine == msgspec.structs.replace(
            data, copy_number=mine.copy_number, made=mine.made, shared_with=mine.shared_with
        )


def ask_signal(workspace: Workspace, *, signal: str) -> tuple[Signal, tuple[Observation, ...]]:
    """Ask for a signal and its pieces in full."""
    found = workspace.signal(EntityId(signal))
    return found, tuple(workspace.observation(row.id) for row in found.observations)


def make_paper(progress: Progress, *, request: FormRequest, data: FormData) -> Made:
    """Make the PDF and draw its pages; for the pool."""
    pdf = Workspace.form_preview(data, request.language)
    return Made(request=request, data=data, pdf=pdf, pages=draw_pages(pdf, DRAWN_WIDTH, progress))


class PassingPage(Page):
    """Wires the choices and the preview to the runner."""

    watches: ClassVar[frozenset[str]] = PIECE_KINDS | {"signal", "dossier"}
    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._signal: Signal | None = None
        self._pieces: tuple[Observation, ...] = ()
        self._forms: dict[str, PassingForm] = {}
        self._made: Made | None = None
        self._kept: Made | None = None  # the paper that was saved last; shown for as long as the choices stay
        self.list = SignalsList(for_passing=True)
        self.editor = PassingEditor()
        self.preview = PaperPreview()
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, height=30, colour="text")
        self._title = Label("", "page_title")
        self._about = Label("", "body", colour="muted")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addWidget(self._about)
        head.addStretch(1)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(14)
        self._columns.addWidget(self.editor, 1)
        self._columns.addWidget(self.preview)
        one = QWidget()
        inside = QVBoxLayout(one)
        inside.setContentsMargins(_SIDE, 14, _SIDE, 16)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addLayout(self._columns, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(ScrollArea(one))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.list.signal_opened.connect(self._open_signal)
        self._back.clicked.connect(self.back_requested)
        self.editor.changed.connect(self._changed)
        self.editor.recipient_chosen.connect(self._choose_recipient)
        self.editor.save_requested.connect(self.ask_where)
        self.preview.enlarged.connect(self._arrange)
        save = QShortcut(Keys.SAVE_PDF, self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.ask_where)
        self.retranslate()
        self.restyle()

    def open(self, _id: str) -> None:
        """Show the signals to choose from, or one of them."""
        if _id:
            self._forms.clear()
            self._made = self._kept = None
            self.runner.query(partial(ask_signal, signal=_id), self._show, owner=self, key="signal")
        else:
            self._signal = None
            self._stack.setCurrentIndex(_LIST)
            self.refresh()

    def refresh(self) -> None:
        """Ask for the list, or for the signal and its pieces, again; the choices stay."""
        if self._signal is None:
            self.runner.query(ask_signals, self._show_list, owner=self, key="list")
        else:
            self.runner.query(partial(ask_signal, signal=self._signal.id), self._show, owner=self, key="signal")

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self.editor.set_primary(is_primary=not is_yielding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the paper under the choices where the page is too narrow for both."""
        super().resizeEvent(event)
        self._arrange()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self._title.setText(self.tr("Passing on"))
        self._arrange()
        if self._signal is not None:
            names = youth_names(self._signal.about)
            self._about.setText(self.tr("Signal about {names}").format(names=isolate(names)) if names else "")

    def restyle(self) -> None:
        """Keep the paper as wide as the text size asks."""
        self._arrange()

    @property
    def is_paper_ready(self) -> bool:
        """Whether the paper on the screen is of the choices as they stand, so that it can be saved."""
        return self._made is not None and not self.editor.is_typing

    @property
    def shown_data(self) -> FormData | None:
        """Give what stands on the paper on the screen; None while it is being made."""
        return None if self._made is None else self._made.data

    def ask_where(self) -> None:
        """Ask where the paper on the screen goes; not while a newer one is being made."""
        if self._made is None or not self.is_paper_ready:
            return
        request = self._made.request
        name = file_name(request.recipient, now().date())
        choose_target(self, self.tr("Save as PDF"), name, "PDF (*.pdf)", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the paper on the screen and record to whom it goes."""
        made = self._made
        if made is None:
            return
        self.editor.set_saving(True)

        def save(workspace: Workspace) -> Changes:
            return workspace.save_form(made.request, made.data, made.pdf, path, overwrite=True)

        self.runner.query(save, partial(self._saved, made), on_failed=self._save_failed, owner=self)

    def _arrange(self) -> None:
        is_narrow = self.width() < theme.px(_TWO_COLUMNS)
        directions = QHBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        width = theme.px(402)
        is_large = self.preview.is_large
        self.editor.setVisible(not is_large)
        margins = 2 * _SIDE
        self.editor.fold(is_narrow, self.width() - margins - (0 if is_narrow else width + self._columns.spacing()))
        self.preview.setMinimumWidth(0 if is_narrow or is_large else width)
        self.preview.setMaximumWidth(_NO_LIMIT if is_narrow or is_large else width)
        for part in (self.editor, self.preview):
            part.setMinimumHeight(theme.px(420) if is_narrow else 0)

    def _show_list(self, signals: list[SignalRow]) -> None:
        self.list.show_signals(signals)

    def _open_signal(self, signal: str) -> None:
        self.open_requested.emit("passing", signal)

    def _show(self, answer: tuple[Signal, tuple[Observation, ...]]) -> None:
        is_new = self._signal is None or self._signal.id != answer[0].id
        self._signal, self._pieces = answer
        for recipient in RECIPIENTS:
            self._forms.setdefault(recipient, PassingForm(recipient=recipient, left_out=default_left_out(self._pieces)))
        self._stack.setCurrentIndex(_ONE)
        self.retranslate()
        self._start(RECIPIENTS[0] if is_new else self.editor.form().recipient)

    def _start(self, recipient: str) -> None:
        if self._signal is not None:
            self.editor.start(self._forms[recipient], self._signal.facts, self._pieces)
            self._ask_paper()

    def _choose_recipient(self, recipient: str) -> None:
        self._start(recipient)

    def _changed(self) -> None:
        form = self.editor.form()
        self._forms[form.recipient] = form
        self._ask_paper()

    def _ask_paper(self) -> None:
        """Have the paper made anew; whatever is on the screen can't be saved until it is there."""
        if self._signal is None:
            return
        self._made = None
        self.preview.wait()
        signal = self._signal
        request = self.editor.form().request(signal.id, self.editor.paper_language(), signal.facts)

        self.runner.query(
            lambda workspace: workspace.form_data(request), partial(self._make, request), owner=self, key="data"
        )

    def _make(self, request: FormRequest, data: FormData) -> None:
        kept = self._kept
        if kept is not None and kept.request == request and kept.says_the_same(data):
            self._show_paper(kept)
            return
        made = partial(make_paper, request=request, data=data)
        self.runner.background(made, self._show_paper, owner=self, key="paper")

    def _show_paper(self, made: Made) -> None:
        self._made = made
        self.preview.show_pages(made.pages)
        self.editor.show_empty(made.data)

    def _saved(self, made: Made, changes: Changes) -> None:
        self.editor.set_saving(False)
        self._kept = made
        self.runner.changed.emit(changes)
        self.told.emit(self.tr("The paper is saved, and recorded to whom it goes."))

    def _save_failed(self, error: UserError) -> None:
        self.editor.set_saving(False)
        self.runner.failed.emit(error)
