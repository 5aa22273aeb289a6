"""The recovery sheet, wired: drawing a code, saving the paper, letting it count; for administrators.

A sheet that was left before it counted opens nothing; its file is removed, as somebody might keep it.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from baken.errors import UserError
from baken.reports import RecoverySheet
from baken.work import people
from baken.work.people import ASKED_GROUPS, People
from baken.work.smallfile import write_small

from . import files, language, messages
from .access_change import AccessChanges, Done
from .runner import Progress, Runner, Workspace
from .sheet_card import SheetCard
from .sheet_form import SheetForm


def ask_made(workspace: Workspace) -> str:
    """Ask when the sheet that counts was made."""
    return workspace.people.sheet_made()


def draw_sheet(workspace: Workspace) -> tuple[bytes, RecoverySheet]:
    """Draw a code, and what is printed of it."""
    return workspace.people.new_sheet()


def save_sheet(_progress: Progress, *, sheet: RecoverySheet, words: str, path: Path) -> None:
    """Make the PDF and write it; for the pool."""
    write_small(path, People.print_sheet(sheet, words), overwrite=True)  # the dialog has asked


def accept(workspace: Workspace, *, code: bytes, typed: dict[int, str]) -> people.Steps:
    """Let the sheet count; the backups follow step by step."""
    return workspace.people.accept_sheet(code, typed)


class SheetFlow(QObject):
    """Carries out what is asked on the card and the form."""

    told = Signal(str)
    said = Signal(object)  # Done
    shown = Signal(object)  # the widget that takes the page, or None for the overview

    def __init__(self, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner, self._window = runner, parent
        self._changes = AccessChanges(runner, self)
        self._drawn: tuple[bytes, RecoverySheet] | None = None
        self._files: list[Path] = []
        self.card, self.form = SheetCard(), SheetForm(ASKED_GROUPS)
        self.card.make_requested.connect(self._draw)
        self.form.save_requested.connect(self._ask_where)
        self.form.typed.connect(self._check)
        self.form.closed.connect(self._close)
        self._changes.done.connect(self._counts)
        self._changes.refused.connect(self._refuse)

    def refresh(self) -> None:
        """Ask when the sheet that counts was made."""
        self._runner.query(ask_made, self.card.show_made, owner=self, key="made")

    def leave(self) -> None:
        """Drop a sheet that does not count yet."""
        if self._drawn is not None:
            self._drop()
            self.shown.emit(None)

    def save_to(self, path: Path) -> None:
        """Write the sheet to a file."""
        if self._drawn is None:
            return
        work = partial(save_sheet, sheet=self._drawn[1], words=language.current(), path=path)
        self._runner.background(work, partial(self._saved, path), on_failed=self._refuse, owner=self)

    def _draw(self) -> None:
        self._runner.query(draw_sheet, self._start, owner=self, key="draw")

    def _start(self, drawn: tuple[bytes, RecoverySheet]) -> None:
        self._drawn, self._files = drawn, []
        self.shown.emit(self.form)
        self.form.start(people.asked_groups())

    def _ask_where(self) -> None:
        name = self.tr("recovery-sheet.pdf")
        files.choose_target(self._window, self.tr("Save the recovery sheet"), name, "PDF (*.pdf)", self.save_to)

    def _saved(self, path: Path, _nothing: None) -> None:
        self._files.append(path)
        if self._drawn is None:  # left while it was being written
            self._drop()
            return
        self.form.show_saved(str(path))

    def _check(self, typed: dict[int, str]) -> None:
        if self._drawn is None:
            return
        code = self._drawn[0]
        for index, group in typed.items():
            try:
                People.check_group(code, index, group)
            except UserError:
                self.form.show_wrong(index)
                return
        sentence = self.tr(
            "The recovery sheet counts; an older one opens nothing any more. Keep the paper in another place than this "
            "laptop, and delete the file."
        )
        work = partial(accept, code=code, typed=typed)
        self._changes.begin(work, Done(sentence=sentence), title=self.tr("Recovery sheet"))

    def _counts(self, done: Done) -> None:
        self._drawn, self._files = None, []
        self.refresh()
        self.shown.emit(None)
        self.said.emit(done)

    def _refuse(self, error: UserError) -> None:
        self.form.show_problem(*messages.explain(error))

    def _close(self) -> None:
        self._drop()
        self.shown.emit(None)

    def _drop(self) -> None:
        if self._files:
            self.told.emit(self.tr("The sheet does not count. Its file was removed; destroy what was printed of it."))
        for file in self._files:
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._drawn, self._files = None, []
