"""One unlocked vault: opening it from name and passphrase, and closing it again.

Made once the lock screen stands, because it brings the whole rest of the programme with it.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from baken.errors import UserError
from baken.model.clock import Clock, local_time
from baken.model.views import Me
from baken.store.drafts import DraftStore
from baken.store.sealed_draft import SealedDraft
from baken.store.slots import UserKeys
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .backup_rounds import BackupRounds
from .drafts import Drafts
from .refusal import saying_how_long
from .runner import Progress, Runner


class Session(QObject):
    """The runner, the drafts, and who unlocked."""

    opened = Signal(object)  # Me
    refused = Signal(object)  # UserError

    def __init__(self, paths: Paths, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths, self.clock = paths, clock
        self.runner = Runner(self)
        self.drafts: Drafts | None = None

    def now(self) -> dt.datetime:
        """Give local time without a zone."""
        return local_time(self.clock.now_ms())

    def open(self, name: str, passphrase: str, title: str) -> None:
        """Try a name and passphrase; `opened` or `refused` follows."""
        paths, clock = self.paths, self.clock

        def derive(_progress: Progress) -> UserKeys:
            with saying_how_long(paths.vault_folder(), clock):
                return unlock(paths, name, passphrase, clock)

        self.runner.background(derive, self._open_vault(title), on_failed=self.refused.emit)

    def close(self) -> tuple[SealedDraft, ...]:
        """Store drafts, stop work at its next slice, close the vault; gives, sealed, the drafts that no disk took.

        A disk that is gone keeps nobody from locking: the head written before still holds.
        """
        carried = () if self.drafts is None else self.drafts.close()
        with suppress(UserError):
            self.runner.close(Workspace.close)
        return carried

    def _open_vault(self, title: str) -> Callable[[UserKeys], None]:
        paths, clock = self.paths, self.clock

        def open_with(keys: UserKeys) -> None:
            def make(progress: Progress) -> Workspace:
                return Workspace.open(paths, keys, clock, progress)

            self.drafts = Drafts(DraftStore(paths.vault_folder() / "drafts", keys.draft_key()), self)
            self.drafts.crashed.connect(self.runner.crashed)
            self.runner.open(make, self._ask_who, on_failed=self._refuse, title=title)

        return open_with

    def _ask_who(self, _workspace: Workspace) -> None:
        self.runner.query(_who, self._greet)

    def _greet(self, me: Me) -> None:
        self.paths.remember_vault()
        self.opened.emit(me)
        self.runner.in_steps(Workspace.check, _checked, title="")
        BackupRounds(self.runner, self)

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(error)


def _checked(_nothing: None) -> None:
    """Do nothing: what the check noticed stands among the vault's findings, which the window asks for."""


def _who(workspace: Workspace) -> Me:
    return workspace.user
