"""The page of one attachment: a photo, a page of a PDF, or what a sound is; and the way out of the vault.

`open` takes a target of `dossier_target`: the piece, and in it the id of the attachment. Its content is held only while
the page is open, and never lies in a file.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.work.attaching import name_outside

from . import messages
from .attached_content import Found, Look, find, look_at, turn_to
from .attached_picture import PictureView
from .attached_save import SaveBar
from .attached_words import is_pdf, is_photo, say_about, say_in_full
from .dossier_target import parts_of
from .files import choose_target
from .page import Page
from .runner import Progress, Runner
from .shortcuts import Keys
from .text import isolate, plain
from .widgets.button import Button
from .widgets.flow_box import FlowBox
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_NO_CONTENT = frozenset({"attachment-missing", "attachment-damaged", "not-found"})


def save_file(_progress: Progress, *, found: Found, path: Path) -> None:
    """Write an attachment outside the vault, for the pool."""
    found.attachments.save_as(found.attachment, path, overwrite=True)


class AttachmentPage(Page):
    """Wires the viewer and the way out to the runner."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._target = ""
        self._found: Found | None = None
        self._look: Look | None = None
        self._problem: UserError | None = None
        self._sheet = 0
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, keys=Keys.LEAVE_VIEW, height=30)
        self._name = Label("", "page_title", wrap=True)
        self._about = Label("", "body", colour="muted")
        self._shows = Label("", "body", colour="muted", wrap=True)
        self._away = Button("", icon="minus", icon_only=True, keys=Keys.ZOOM_OUT, height=32)
        self._percent = Label("", "list")
        self._closer = Button("", icon="plus", icon_only=True, keys=Keys.ZOOM_IN, height=32)
        self._fit = Button("", keys=Keys.ZOOM_FIT, height=32)
        self._before = Button("", icon="chevron-left", icon_only=True, keys=Keys.SHEET_BEFORE, height=32)
        self._number = Label("", "list")
        self._after = Button("", icon="chevron-right", icon_only=True, keys=Keys.SHEET_AFTER, height=32)
        self._save = Button("", icon="download", height=32)
        self._leaving = SaveBar()
        self._said = Label("", "body", wrap=True)
        self.view = PictureView()
        self._build()
        self._connect()
        self.retranslate()

    def open(self, _id: str) -> None:
        """Show an attachment of a piece."""
        self._forget()
        self._target = _id
        self._show_words()
        self.refresh()

    def refresh(self) -> None:
        """Find the attachment and open it."""
        piece, attachment = parts_of(self._target)
        if piece:
            self.runner.query(
                partial(find, piece=piece, attachment=attachment),
                self._open_found,
                on_failed=self._say_problem,
                owner=self,
                key="find",
            )

    def leave(self) -> None:
        """Hold nothing of the content any more."""
        self._forget()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self._away.setText(self.tr("Smaller"))
        self._closer.setText(self.tr("Larger"))
        self._fit.setText(self.tr("Fit"))
        self._before.setText(self.tr("Page before"))
        self._after.setText(self.tr("Next page"))
        self._save.setText(self.tr("&Save as…"))
        self._show_words()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        tools = FlowBox(gap=8)
        for tool in (
            self._about,
            self._away,
            self._percent,
            self._closer,
            self._fit,
            self._before,
            self._number,
            self._after,
            self._save,
        ):
            tools.flow.addWidget(tool)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(10)
        layout.addLayout(head)
        for part in (tools, self._shows, self._leaving, self._said):
            layout.addWidget(part)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(content))

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self._away.clicked.connect(self.view.look_away)
        self._closer.clicked.connect(self.view.look_closer)
        self._fit.clicked.connect(self.view.fit)
        self._before.clicked.connect(self.turn_back)
        self._after.clicked.connect(self.turn_on)
        self._save.clicked.connect(self.ask_to_save)
        self._leaving.save_requested.connect(self._ask_where)
        self._leaving.closed.connect(self._focus_view)
        self.view.zoomed.connect(self._say_size)
        for keys, slot in (
            (Keys.LEAVE_VIEW, self._step_back),
            (Keys.ZOOM_OUT, self.view.look_away),
            (Keys.ZOOM_IN, self.view.look_closer),
            (Keys.ZOOM_FIT, self.view.fit),
            (Keys.SHEET_BEFORE, self.turn_back),
            (Keys.SHEET_AFTER, self.turn_on),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def turn_on(self) -> None:
        """Show the next page of a PDF."""
        self._turn(1)

    def turn_back(self) -> None:
        """Show the page before of a PDF."""
        self._turn(-1)

    def ask_to_save(self) -> None:
        """Warn before the file leaves the vault."""
        if self._found is not None:
            self._leaving.ask(has_names=not is_photo(self._found.attachment))

    def save_to(self, path: Path) -> None:
        """Write the file where somebody asked for it."""
        if self._found is not None:
            work = partial(save_file, found=self._found, path=path)
            self.runner.background(work, self._saved, title=self.tr("Saving an attachment"), owner=self)

    def _turn(self, step: int) -> None:
        look = self._look
        if look is None or not 0 <= self._sheet + step < look.sheets:
            return
        self._sheet += step
        self._show_words()
        work = partial(turn_to, pdf=look.pdf, sheet=self._sheet)
        self._draw(work)

    def _open_found(self, found: Found) -> None:
        if parts_of(self._target)[1] == found.attachment.id:
            self._found = found
            self._show_words()
            self._draw(partial(look_at, found=found))

    def _draw(self, work: partial[Look]) -> None:
        self.runner.background(
            work,
            partial(self._show, self._target),
            title=self.tr("Opening an attachment"),
            on_failed=partial(self._show_problem, self._target),
            owner=self,
            key="look",
        )

    def _show(self, target: str, look: Look) -> None:
        if target == self._target:
            self._look, self._problem = look, None
            self.view.show_look(look)
            self._show_words()
            self._focus_view()

    def _show_problem(self, target: str, error: UserError) -> None:
        if target == self._target:
            self._say_problem(error)

    def _say_problem(self, error: UserError) -> None:
        self._problem = error
        self.view.forget()
        self._show_words()

    def _forget(self) -> None:
        self._target, self._found, self._look, self._problem, self._sheet = "", None, None, None, 0
        self.view.forget()
        self._leaving.hide()
        self._show_words()

    def _show_words(self) -> None:
        found = self._found.attachment if self._found is not None else None
        self._name.setText(isolate(found.title) if found else "")
        self._about.setText(say_about(found) if found else "")
        self._shows.setText(isolate(found.shows) if found else "")
        self._shows.setVisible(bool(found and found.shows))
        look = self._look
        is_seen = look is not None and bool(look.sizes) and self._problem is None
        self.view.setVisible(is_seen)
        for tool in (self._away, self._percent, self._closer, self._fit):
            tool.setVisible(is_seen)
        sheets = look.sheets if look is not None else 0
        for tool in (self._before, self._number, self._after):
            tool.setVisible(sheets > 1)
        self._before.setEnabled(self._sheet > 0)
        self._after.setEnabled(self._sheet + 1 < sheets)
        words = self.tr("{page} of {pages}")
        self._number.setText(words.format(page=isolate(str(self._sheet + 1)), pages=isolate(str(sheets))))
        self._save.setVisible(found is not None and (self._problem is None or self._problem.code not in _NO_CONTENT))
        self._said.setText(self._say_state())
        self._said.setVisible(bool(self._said.text()))
        if found is not None:
            self.view.setAccessibleName(plain(say_in_full(found)))
            self.view.setAccessibleDescription(self.tr("Arrows move it, plus and minus change its size, 0 fits it."))

    def _say_state(self) -> str:
        """Say why nothing is seen; empty where something is."""
        if self._problem is not None:
            return " ".join(messages.explain(self._problem))
        if self._look is None:
            return self.tr("Being opened…") if self._target else ""
        if not self._look.sizes:
            return self.tr("Baken does not play sound. Listen to it in another programme: save it first.")
        return ""

    def _say_size(self, percent: int, is_fitting: bool) -> None:
        self._percent.setText(f"{percent} %")
        self._fit.setEnabled(not is_fitting)

    def _step_back(self) -> None:
        """Close the warning, or else the page."""
        if self._leaving.isVisible():
            self._leaving.close_bar()
        else:
            self.back_requested.emit()

    def _focus_view(self) -> None:
        seen = self.view if self.view.isVisibleTo(self) else self._back
        seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where(self) -> None:
        if self._found is not None:
            name = name_outside(self._found.attachment)
            pattern = f"{self._kind()} (*{Path(name).suffix})"
            choose_target(self, self.tr("Save as"), name, pattern, self.save_to)

    def _kind(self) -> str:
        if self._found is not None and is_pdf(self._found.attachment):
            return "PDF"
        return self.tr("This file")

    def _saved(self, _nothing: None) -> None:
        self._leaving.close_bar()
        self.told.emit(self.tr("The file is saved. Baken does not protect it there."))
