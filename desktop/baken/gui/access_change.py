"""Carrying out a change of who may open the vault, and saying what came of it.

The change itself is whole before its first pause; what is cancelled after that is the following of the backups, which
is caught up at the next unlocking.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from baken.errors import UserError
from baken.model.views_backup import AccessChange
from baken.work.people import Steps

from .runner import Runner, Workspace


@dataclass(frozen=True, kw_only=True)
class Done:
    """A sentence, and what of a passphrase was spelled otherwise; `change` is None where the backups wait."""

    sentence: str
    is_respelled: bool = False
    change: AccessChange | None = None
    is_cut_short: bool = False


class AccessChanges(QObject):
    """One change at a time, for the page that owns it."""

    done = Signal(object)  # Done
    refused = Signal(object)  # UserError
    stopped = Signal()  # cancelled before it began

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._said: Done | None = None
        self._began: list[bool] = []

    def begin(self, steps: Callable[[Workspace], Steps], said: Done, *, title: str, reopens: bool = False) -> None:
        """Carry out steps; `said` is what to say when they are done. `reopens`: the vault gets new keys."""
        self._said, self._began = said, []
        run = self._runner.alone if reopens else self._runner.in_steps
        noted = partial(_noting, steps=steps, began=self._began)
        task = run(noted, self._end, title=title, on_failed=self._refuse, owner=self)
        task.ended.connect(self._look_soon)

    def _end(self, change: AccessChange) -> None:
        said, self._said = self._said, None
        if said is not None:
            self.done.emit(replace(said, change=change))

    def _refuse(self, error: UserError) -> None:
        self._said = None
        self.refused.emit(error)

    def _look_soon(self) -> None:
        """Look after the answer was delivered, if there is one."""
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        said, self._said = self._said, None
        if said is not None and self._began:
            self.done.emit(replace(said, is_cut_short=True))
        elif said is not None:
            self.stopped.emit()


def _noting(workspace: Workspace, *, steps: Callable[[Workspace], Steps], began: list[bool]) -> Steps:
    """Note that steps begin, on the worker; their first one is carried out with that."""
    began.append(True)
    return steps(workspace)
