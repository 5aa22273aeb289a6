"""Capture beside the page, wired: drafts to the disk, recognition and saving to the runner.

The shell docks it at the right (548 px at 100 %) and shows it while `is_open`. It calls `open_new`, `open_about`,
`open_correction` or `open_draft`, and `store_now` before a lock; it listens to `opened`, `closed` and `told`.
A signal's draft is not ours: `foreign_draft_requested` hands it on with its content.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.commands import Changes, Command
from baken.model.records import Attachment
from baken.model.views import DossierRow, Observation, Recognised, Youth

from . import theme
from .capture_adding import Adding
from .capture_form import CaptureForm, decode_form, form_correcting
from .capture_window import CaptureWindow
from .drafts import Draft, Drafts
from .files import choose_files
from .runner import Runner
from .said import now
from .shortcuts import Keys

WIDTH = 548  # px at 100 %
_PATTERNS = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.pdf *.mp3 *.wav *.ogg *.opus *.flac *.amr *.aac *.m4a"


class CapturePanel(QWidget):
    """The docked panel; hidden while nothing is being written."""

    opened = Signal()
    closed = Signal()
    told = Signal(str)
    foreign_draft_requested = Signal(str, bytes)

    def __init__(self, runner: Runner, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._drafts = runner, drafts
        self.window_of_drafts = CaptureWindow(now, Drafts.new_id)
        self._adding = Adding(runner, self._attached_to, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.window_of_drafts)
        window = self.window_of_drafts
        window.draft_changed.connect(drafts.put)
        window.draft_dropped.connect(drafts.drop)
        window.save_requested.connect(self._save)
        window.recognise_requested.connect(self._recognise)
        window.emptied.connect(self._close)
        window.attach_requested.connect(self._choose_files)
        window.files_dropped.connect(self.attach)
        window.attachment_removed.connect(self._let_go)
        self._adding.added.connect(self._take_attachment)
        self._adding.refused.connect(self._tell_refused)
        self._adding.coming.connect(window.show_coming)
        drafts.stored.connect(window.draft_stored)
        drafts.not_stored.connect(self._keep_open)
        self._bind(Keys.KEEP_DRAFT, window.close_current)
        self._bind(Keys.SAVE_PIECE, window.save_current)
        self._bind(Keys.TAKE_OFFER, self._take_offer)
        self._bind(Keys.ATTACH, window.attach_to_current)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return bool(self.window_of_drafts.current())

    def open_new(self) -> None:
        """Open an empty form; another one when one is open already."""
        self._prepare()
        self.window_of_drafts.add_new()
        self._opened()

    def open_about(self, youth: Youth) -> None:
        """Open an empty form about a youth."""
        self._prepare()
        self.window_of_drafts.add_about(youth)
        self._opened()

    def open_correction(self, piece: Observation) -> None:
        """Open a form that corrects a piece."""
        self._prepare()
        self.window_of_drafts.add_form(form_correcting(piece))
        self._opened()

    def open_draft(self, draft: str) -> None:
        """Go on with a stored draft."""
        self._drafts.load(draft, partial(self._show_draft, draft))

    def attach(self, draft: str, files: tuple[Path, ...]) -> None:
        """Seal files for a piece that is being written; each becomes a chip, or a sentence that says why not."""
        editor = self.window_of_drafts.editor(draft)
        if editor is not None:
            editor.attached.forget_refused()
        self._adding.add(draft, files)

    def store_now(self) -> None:
        """Hand every change over that is not stored yet; `Drafts.flush` waits until it is on disk."""
        self.window_of_drafts.store_now()

    def sizeHint(self) -> QSize:
        """Give the width of the panel at the text size in use."""
        return QSize(theme.px(WIDTH), theme.px(640))

    def _prepare(self) -> None:
        """Ask who is known, before the first form opens."""
        if not self.is_open:
            self._runner.query(lambda workspace: workspace.dossiers(), self._show_known, owner=self, key="known")

    def _opened(self) -> None:
        self.show()
        self.opened.emit()
        self.window_of_drafts.start_typing()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _show_known(self, rows: list[DossierRow]) -> None:
        self.window_of_drafts.set_known([row.youth for row in rows])

    def _show_draft(self, draft: str, content: bytes) -> None:
        try:
            form = decode_form(content)
        except UserError:
            self.foreign_draft_requested.emit(draft, content)
            return
        self._show_form(draft, form)

    def _show_form(self, draft: str, form: CaptureForm) -> None:
        self._prepare()
        self.window_of_drafts.add_form(form, draft)
        self._opened()

    def _keep_open(self, draft: str, content: bytes) -> None:
        """Open a form again that was put away while the disk would not take it: what was typed stays."""
        if self.window_of_drafts.editor(draft) is None:
            with suppress(UserError):  # a draft of a signal, which its own page keeps
                self._show_form(draft, decode_form(content))
        self.window_of_drafts.draft_not_stored(draft)

    def _save(self, draft: str, command: Command) -> None:
        self._runner.execute(command, partial(self._saved, draft), on_failed=self._save_failed, owner=self)

    def _saved(self, draft: str, _changes: Changes) -> None:
        self._drafts.drop(draft)
        self.window_of_drafts.saved(draft)
        self.told.emit(self.tr("The piece is saved."))

    def _save_failed(self, error: UserError) -> None:
        self.window_of_drafts.save_failed()
        self._runner.failed.emit(error)

    def _choose_files(self, draft: str) -> None:
        taken = self.tr("Photos, PDFs and sound") + f" ({_PATTERNS})"
        everything = self.tr("All files") + " (*)"
        choose_files(self, self.tr("Add attachments"), (taken, everything), partial(self.attach, draft))

    def _attached_to(self, draft: str) -> tuple[Attachment, ...]:
        editor = self.window_of_drafts.editor(draft)
        return () if editor is None else editor.attached.attachments()

    def _take_attachment(self, draft: str, made: Attachment) -> None:
        """Put a sealed file into its form, and into the draft at once; into the draft alone where it was put away."""
        editor = self.window_of_drafts.editor(draft)
        if editor is None:
            self._drafts.load(draft, partial(self._add_to_stored, draft, made))
            return
        editor.attached.add(made)
        self.window_of_drafts.store_now()

    def _add_to_stored(self, draft: str, made: Attachment, content: bytes) -> None:
        form = decode_form(content)
        self._drafts.put(draft, msgspec.structs.replace(form, attachments=(*form.attachments, made)).encode())

    def _tell_refused(self, draft: str, name: str, error: UserError) -> None:
        editor = self.window_of_drafts.editor(draft)
        if editor is None:
            self._runner.failed.emit(error)
        else:
            editor.attached.show_refused(name, error)

    def _let_go(self, gone: Attachment) -> None:
        """Remove the sealed file of an attachment once no draft on the disk names it."""
        self.window_of_drafts.store_now()
        self._drafts.list(partial(self._forget_unnamed, gone))

    def _forget_unnamed(self, gone: Attachment, drafts: tuple[Draft, ...]) -> None:
        if not any(gone.id.encode() in draft.content or not draft.is_readable for draft in drafts):
            self._adding.forget([gone])

    def _recognise(self, draft: str, text: str) -> None:
        self._runner.query(
            lambda workspace: workspace.recognise(text), partial(self._offer, draft, text), owner=self, key=draft
        )

    def _offer(self, draft: str, text: str, found: list[Recognised]) -> None:
        editor = self.window_of_drafts.editor(draft)
        if editor is not None:
            editor.show_recognised(text, found)

    def _take_offer(self) -> None:
        editor = self.window_of_drafts.editor(self.window_of_drafts.current())
        if editor is not None:
            editor.offers.take_next()

    def _bind(self, keys: Keys, slot: object) -> None:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
