"""The recovery sheet at the lock screen, wired: the code is tried in the pool, with the vault closed."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.work import people
from baken.work.paths import Paths

from . import messages
from .recover_form import RecoverForm
from .runner import Progress, Runner


def recover(_progress: Progress, *, paths: Paths, name: str, code: str, passphrase: str) -> bool:
    """Give an administrator a new passphrase; says whether it was spelled otherwise. For the pool."""
    people.recover(paths, code, name, passphrase, SystemClock())
    return people.is_respelled(passphrase)


class RecoverFlow(QObject):
    """Carries out what is asked on the form."""

    left = Signal()  # somebody goes back to the lock screen
    crashed = Signal(object)

    def __init__(self, paths: Paths, *, is_practice: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._runner = Runner(self)
        self._runner.crashed.connect(self.crashed)
        self.screen = RecoverForm(is_practice=is_practice)
        self.screen.submitted.connect(self._try)
        self.screen.left.connect(self._leave)

    def _try(self, name: str, code: str, passphrase: str) -> None:
        work = partial(recover, paths=self._paths, name=name, code=code, passphrase=passphrase)
        self._runner.background(work, self._done, on_failed=self._refuse)

    def _done(self, is_respelled: bool) -> None:
        self.screen.show_done(is_respelled=is_respelled)

    def _refuse(self, error: UserError) -> None:
        self.screen.show_problem(*messages.explain(error))

    def _leave(self) -> None:
        self._runner.close()
        self.left.emit()
