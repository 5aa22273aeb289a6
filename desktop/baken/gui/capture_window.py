"""The capture window beside the page: drafts as tabs, one form each, and what became of what was typed.

A widget: every change leaves as bytes of a draft within a second, saving leaves as a command. It is never modal
and never asks whether to save; closing keeps what was typed as a draft.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from baken.model.records import When
from baken.model.views import Recognised, Youth

from . import theme
from .capture_editor import CaptureEditor
from .capture_form import CaptureForm
from .capture_tabs import DraftTabs
from .capture_unchosen import UnchosenRow
from .shortcuts import Keys
from .tokens import Role
from .widgets.button import Button
from .widgets.card import HairLine, IconMark
from .widgets.label import Label

_STORE_MS = 500  # after a change; stored well within the promised second
_ONE_LINE = 500  # px at 100 %; below it the state stands above the buttons
_AGAIN_MS = 20_000  # after a disk that would not take it
_INKS: Final[dict[str, Role]] = {"circle-check": "ok", "triangle-alert": "warn"}


class CaptureWindow(QWidget):
    """Drafts by their id; the one on top is being written."""

    draft_changed = Signal(str, bytes)
    draft_dropped = Signal(str)
    save_requested = Signal(str, object)
    recognise_requested = Signal(str, str)
    attach_requested = Signal(str)  # draft; choose files for it
    files_dropped = Signal(str, object)  # draft, tuple[Path, ...]
    attachment_removed = Signal(object)
    emptied = Signal()

    def __init__(
        self,
        now: Callable[[], dt.datetime],
        new_draft_id: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now, self._new_draft_id = now, new_draft_id
        self._editors: dict[str, CaptureEditor] = {}
        self._unstored: set[str] = set()
        self._is_saving = False
        self._known: tuple[Youth, ...] = ()
        self._store = QTimer(self)
        self._store.setSingleShot(True)
        self._store.setInterval(_STORE_MS)
        self._store.timeout.connect(self.store_now)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.store_now)
        self.tabs = DraftTabs()
        self._stack = QStackedWidget()
        self._mark = IconMark("circle-check", "ok", 16)
        self._state = Label("", "small", colour="muted")
        self._unchosen = UnchosenRow()
        self._footer = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._is_narrow = False
        self._close = Button("", keys=Keys.KEEP_DRAFT, height=36)
        self._save = Button("", "primary", keys=Keys.SAVE_PIECE, height=36)
        self._build()
        self.tabs.chosen.connect(self._show)
        self.tabs.closed.connect(self.close_draft)
        self.tabs.add_requested.connect(self.add_new)
        self.tabs.hide_requested.connect(self.close_all)
        self._close.clicked.connect(self.close_current)
        self._save.clicked.connect(self.save_current)
        self._unchosen.taken.connect(self._take_unchosen)
        self.retranslate()

    def add_new(self) -> str:
        """Open an empty form in a tab of its own; gives its draft id."""
        return self.add_form(CaptureForm(when=When(start=self._now().isoformat(timespec="minutes"))))

    def add_about(self, youth: Youth) -> str:
        """Open an empty form about a youth."""
        now = When(start=self._now().isoformat(timespec="minutes"))
        return self.add_form(CaptureForm(when=now, about=(youth,)))

    def add_form(self, form: CaptureForm, draft: str = "") -> str:
        """Open a form in a tab, or go to the tab where this draft is open already."""
        draft = draft or self._new_draft_id()
        if draft not in self._editors:
            if form.is_put_away:
                form = msgspec.structs.replace(form, is_put_away=False)
                self.draft_changed.emit(draft, form.encode())
            editor = CaptureEditor(self._now)
            editor.set_form(form)
            editor.set_known(self._known)
            editor.setProperty("draft", draft)
            editor.changed.connect(self._changed)
            editor.offered.connect(self._name_unchosen)
            editor.recognise_requested.connect(self._recognise)
            editor.attach_requested.connect(self.attach_to_current)
            editor.files_dropped.connect(self._drop_files)
            editor.attached.removed.connect(self.attachment_removed)
            self._editors[draft] = editor
            self._stack.addWidget(editor)
            self.tabs.add(draft, self._title(form))
        self._show(draft)
        return draft

    def set_known(self, youths: Sequence[Youth]) -> None:
        """Say which youths can be added to a piece."""
        self._known = tuple(youths)
        for editor in self._editors.values():
            editor.set_known(self._known)

    def editor(self, draft: str) -> CaptureEditor | None:
        """Give the form of a draft while it is open."""
        return self._editors.get(draft)

    def current(self) -> str:
        """Give the draft on top; empty when none is open."""
        widget = self._stack.currentWidget()
        return "" if widget is None else str(widget.property("draft"))

    def start_typing(self) -> None:
        """Put the cursor in the form on top, once it can be seen."""
        editor = self._editors.get(self.current())
        if editor is not None:
            editor.start()

    def store_now(self) -> None:
        """Let every change that is not stored yet leave at once, as before a lock."""
        self._store.stop()
        for draft in sorted(self._unstored):
            self.draft_changed.emit(draft, self._editors[draft].form().encode())
        self._unstored.clear()

    def draft_stored(self, draft: str) -> None:
        """Say that a draft is on disk, unless it changed again meanwhile."""
        if draft == self.current() and draft not in self._unstored:
            self._tell(self.tr("Draft saved"), "circle-check")

    def draft_not_stored(self, draft: str) -> None:
        """Say that a draft is on the screen only, and try again in a while."""
        if draft in self._editors:
            self._unstored.add(draft)
            self._again.start()
            if draft == self.current():
                self._tell(self.tr("Draft not saved yet"), "triangle-alert")

    def close_current(self) -> None:
        """Put the form on top away; it stays a draft."""
        if self.current():
            self.close_draft(self.current())

    def close_all(self) -> None:
        """Put every form away; they stay drafts."""
        for draft in tuple(self._editors):
            self.close_draft(draft)

    def close_draft(self, draft: str) -> None:
        """Put a form away; what was typed stays a draft, an empty form leaves nothing behind."""
        form = self._editors[draft].form()
        self._unstored.discard(draft)
        if form.is_blank and not self._editors[draft].attached.is_adding:
            self.draft_dropped.emit(draft)
        else:
            self.draft_changed.emit(draft, msgspec.structs.replace(form, is_put_away=True).encode())
        self._remove(draft)

    def save_current(self) -> None:
        """Ask for the form on top to be saved, or say what is still needed."""
        draft = self.current()
        if not draft or not self._save.isEnabled():
            return
        editor = self._editors[draft]
        form = editor.form()
        editor.show_lacking(form.lacking)
        if not form.lacking:
            self._is_saving = True
            self._allow_save()
            self.save_requested.emit(draft, form.command(draft))

    def saved(self, draft: str) -> None:
        """Take away the form whose piece is in the vault."""
        self._unstored.discard(draft)
        self._is_saving = False
        self._allow_save()
        if draft in self._editors:
            self._remove(draft)

    def save_failed(self) -> None:
        """Let the person try again; nothing was lost."""
        self._is_saving = False
        self._allow_save()

    def attach_to_current(self) -> None:
        """Ask for files for the form on top."""
        if self.current():
            self.attach_requested.emit(self.current())

    def show_coming(self, draft: str, count: int) -> None:
        """Say how many files are on their way into a form; it is saved with them, not without."""
        editor = self._editors.get(draft)
        if editor is not None:
            editor.attached.show_coming(count)
            self._allow_save()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._name_close()
        self._save.setText(self.tr("Save"))
        self._tell_draft(self.current())
        for draft, editor in self._editors.items():
            self.tabs.set_title(draft, self._title(editor.form()))
        self.setAccessibleName(self.tr("New piece"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state above the buttons, and say less on them, where one line has no room."""
        super().resizeEvent(event)
        self._fold()

    def restyle(self) -> None:
        """Fold or unfold for the text size of now."""
        self._fold()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the white ground and the line towards the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        painter.fillRect(0, 0, 1, self.height(), theme.colour("hair"))

    def _build(self) -> None:
        state, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (state, buttons):
            row.setSpacing(8)
        state.addWidget(self._mark)
        state.addWidget(self._state)
        state.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._save)
        footer = self._footer
        footer.setContentsMargins(20, 11, 20, 11)
        footer.setSpacing(8)
        footer.addLayout(state, 1)
        footer.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(HairLine(0))
        layout.addWidget(self._unchosen)
        layout.addLayout(footer)

    def _name_unchosen(self) -> None:
        """Offer the youths in the text above the button that saves, while none is chosen; saving stays possible."""
        editor = self._editors.get(self.current())
        self._unchosen.show_offers(() if editor is None else editor.unchosen())

    def _take_unchosen(self, offer: Recognised) -> None:
        editor = self._editors.get(self.current())
        if editor is not None:
            editor.take(offer)

    def _fold(self) -> None:
        is_narrow = self.width() < theme.px(_ONE_LINE)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            direction = QBoxLayout.Direction
            self._footer.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
            self._name_close()

    def _name_close(self) -> None:
        words = self.tr("Close, stays a draft")
        self._close.setText(self.tr("Close") if self._is_narrow else words)
        self._close.setAccessibleName(words)

    def _show(self, draft: str) -> None:
        self._stack.setCurrentWidget(self._editors[draft])
        self.tabs.choose(draft)
        self._editors[draft].start()
        self._tell_draft(draft)
        self._name_unchosen()
        self._allow_save()

    def _allow_save(self) -> None:
        editor = self._editors.get(self.current())
        self._save.setEnabled(not self._is_saving and (editor is None or not editor.attached.is_adding))

    def _tell_draft(self, draft: str) -> None:
        is_blank = draft not in self._editors or self._editors[draft].form().is_blank
        self._tell(self.tr("Nothing typed yet") if is_blank else self.tr("Draft"), "pencil")

    def _changed(self) -> None:
        editor = self.sender()
        if not isinstance(editor, CaptureEditor):
            return
        draft = str(editor.property("draft"))
        self._unstored.add(draft)
        self.tabs.set_title(draft, self._title(editor.form()))
        self._tell(self.tr("Saving the draft…"), "pencil")
        if not self._store.isActive():
            self._store.start()

    def _title(self, form: CaptureForm) -> str:
        """Name a tab; a correction after the piece that it corrects."""
        if form.correcting is None:
            return form.title
        return self.tr("Correction: {title}").format(title=form.correcting.title or form.title)

    def _drop_files(self, files: tuple[Path, ...]) -> None:
        editor = self.sender()
        if isinstance(editor, CaptureEditor):
            self.files_dropped.emit(str(editor.property("draft")), files)

    def _recognise(self, text: str) -> None:
        editor = self.sender()
        if isinstance(editor, CaptureEditor):
            self.recognise_requested.emit(str(editor.property("draft")), text)

    def _remove(self, draft: str) -> None:
        editor = self._editors.pop(draft)
        self.tabs.remove(draft)
        self._stack.removeWidget(editor)
        editor.deleteLater()
        if self._editors:
            self._show(next(reversed(self._editors)))
        else:
            self.emptied.emit()

    def _tell(self, state: str, icon: str) -> None:
        self._state.setText(state)
        self._mark.set_icon(icon, _INKS.get(icon, "muted"))
