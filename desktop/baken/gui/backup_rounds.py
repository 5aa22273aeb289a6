"""Asks for the automatic backup soon after unlocking and every ten minutes after that; most rounds find nothing due.

It runs in steps behind what people do, on the database thread; the copy to the chosen folder runs in the pool. What
fails stands among the vault's findings, which the notices ask for.
"""

from collections.abc import Generator
from typing import Final

from PySide6.QtCore import QObject, QTimer

from baken.work.backups import Backups

from .runner import Runner, Workspace

FIRST_AFTER_MS: Final = 20_000  # the first page comes first
EVERY_MS: Final = 600_000


class BackupRounds(QObject):
    """The rounds of one unlocked vault; made when it is open."""

    def __init__(self, runner: Runner, parent: QObject | None = None, *, first_after_ms: int = FIRST_AFTER_MS) -> None:
        super().__init__(parent)
        self._runner = runner
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._round)
        self._timer.start(first_after_ms)

    def _round(self) -> None:
        self._timer.start(EVERY_MS)
        self._runner.in_steps(_make, self._copy, title="", owner=self)

    def _copy(self, backups: Backups) -> None:
        self._runner.background(backups.copy_to_chosen, _nothing, owner=self)


def _make(workspace: Workspace) -> Generator[tuple[int, int], None, Backups]:
    yield from workspace.backups.automatic()
    return workspace.backups


def _nothing(_copied: None) -> None:
    """Do nothing: a copy that failed stands among the vault's findings."""
