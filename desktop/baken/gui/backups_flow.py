"""Backups, wired: asking how they stand, backing up to a folder, choosing another place."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from baken.errors import UserError
from baken.work.backups import Backups, Steps

from . import files
from .backups_card import BackupsCard, BackupsSeen
from .runner import Runner, Workspace
from .task import Task


def ask_backups(workspace: Workspace) -> BackupsSeen:
    """Ask how the backups stand."""
    state = workspace.backups.state()
    return BackupsSeen(state=state, is_chosen_there=bool(state.chosen) and Path(state.chosen).is_dir())


def back_up(workspace: Workspace, *, place: Path) -> Steps[str]:
    """Make a backup in a folder step by step; gives where it lies."""
    backup = yield from workspace.backups.steps(place)
    return str(backup.folder)


def choose_place(workspace: Workspace, *, place: Path | None) -> Steps[Backups]:
    """Choose the other place, and make sure that there is something to copy there."""
    workspace.backups.choose(place)
    if place is not None:
        yield from workspace.backups.automatic()
    return workspace.backups


class BackupsFlow(QObject):
    """Carries out what is asked on the card."""

    told = Signal(str)

    def __init__(self, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner, self._window = runner, parent
        self.card = BackupsCard()
        self.card.now_requested.connect(self._ask_where)
        self.card.choose_requested.connect(self._ask_place)
        self.card.drop_requested.connect(self._drop)

    def refresh(self) -> None:
        """Ask how the backups stand."""
        self._runner.query(ask_backups, self.card.show_seen, owner=self, key="backups")

    def back_up_to(self, place: Path) -> None:
        """Make a backup in a folder now."""
        title = self.tr("Making a backup")
        task = self._runner.in_steps(
            partial(back_up, place=place), self._backed_up, title=title, on_failed=self._refuse, owner=self
        )
        self._follow(task)

    def copy_to(self, place: Path) -> None:
        """Copy the backups to this place from now on, and once at once."""
        title = self.tr("Making a backup")
        task = self._runner.in_steps(
            partial(choose_place, place=place), self._copy, title=title, on_failed=self._refuse, owner=self
        )
        self._follow(task)

    def _ask_where(self) -> None:
        files.choose_folder(self._window, self.tr("Where the backup goes"), self.back_up_to)

    def _ask_place(self) -> None:
        files.choose_folder(self._window, self.tr("Where copies of the backups go"), self.copy_to)

    def _drop(self) -> None:
        self._runner.in_steps(partial(choose_place, place=None), self._dropped, title="", owner=self)

    def _follow(self, task: Task) -> None:
        """Let nothing be pressed twice, until the task is over or was cancelled."""
        self.card.set_busy(True)
        task.ended.connect(self._over)

    def _over(self) -> None:
        self.card.set_busy(False)
        self.refresh()

    def _backed_up(self, _folder: str) -> None:
        self.told.emit(self.tr("The backup is made. Only a passphrase of this vault opens it."))

    def _copy(self, backups: Backups) -> None:
        title = self.tr("Copying the backup")
        task = self._runner.background(backups.copy_to_chosen, self._copied, title=title, owner=self)
        self._follow(task)

    def _copied(self, _nothing: None) -> None:
        self._runner.query(ask_backups, self._tell_copied, owner=self)

    def _tell_copied(self, seen: BackupsSeen) -> None:
        self.card.show_seen(seen)
        if not seen.state.trouble:
            self.told.emit(self.tr("Copies of the backups go there from now on."))

    def _dropped(self, _backups: Backups) -> None:
        self.told.emit(self.tr("No copies go there any more. Those that lie there stay."))
        self.refresh()

    def _refuse(self, error: UserError) -> None:
        self._runner.failed.emit(error)
