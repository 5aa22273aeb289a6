"""The first run, wired: making a live or a practice vault in the pool, restoring one, or choosing one that is there."""

import itertools
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.model.codes import Capability
from baken.model.views_backup import RestoreResult
from baken.store.kdf import KdfParameters
from baken.store.slots import SlotFile
from baken.work.backups import restore_vault
from baken.work.opening import make_vault
from baken.work.paths import Paths
from baken.work.practice import PEOPLE, PracticeVault, build_practice_vault

from . import files, labels, messages
from .first_run import FirstRun
from .first_run_forms import NewVaultOrder
from .first_run_made import VaultUser
from .first_run_restore import RestoreOrder
from .runner import Progress, Runner
from .settings import Settings

_ROLES = (Capability.SAFEGUARDING_LEAD, Capability.ADMIN, Capability.MENTOR)


class FirstRunFlow(QObject):
    """Carries out what is chosen on the first run's screen."""

    finished = Signal(object)  # Path of the vault
    crashed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        parent: QObject | None = None,
        *,
        data: Path | None = None,
        kdf: KdfParameters | None = None,
    ) -> None:
        """Offer new vaults in `data`; calibrate the key derivation where `kdf` is None."""
        super().__init__(parent)
        self._paths, self._settings, self._kdf = paths, settings, kdf
        self._made: Path | None = None
        self._is_stopping = False
        self._runner = Runner(self)
        self._runner.crashed.connect(self.crashed)
        self._runner.failed.connect(self._refuse)
        self._data = data or data_folder()
        first = self._data / "practice"
        self.screen = FirstRun(self._data / "vault", first, practice_site=next_site(first) if first.exists() else "")
        self.screen.new_vault_requested.connect(self._make_new)
        self.screen.practice_requested.connect(self._make_practice)
        self.screen.other_vault_requested.connect(self._choose_other)
        self.screen.form.folder_requested.connect(self._choose_place)
        self.screen.restore_requested.connect(self._restore)
        self.screen.restoring.backup_requested.connect(self._choose_backup)
        self.screen.restoring.place_requested.connect(self._choose_new_place)
        self.screen.restoring.stop_requested.connect(self._stop_restoring)
        self.screen.restoring.into.setText(str(free_folder(self._data / "vault")))
        self.screen.finished.connect(self._finish)

    def _make_new(self, order: NewVaultOrder) -> None:
        kdf = self._kdf

        def make(_progress: Progress) -> Path:
            make_vault(
                order.folder,
                site_name=order.site_name,
                user_name=order.user_name,
                passphrase=order.passphrase,
                clock=SystemClock(),
                kdf=kdf,
            )
            return order.folder

        self._runner.background(make, self._made_new)

    def _make_practice(self, folder: Path) -> None:
        kdf = self._kdf

        def make(progress: Progress) -> PracticeVault:
            return build_practice_vault(
                free_folder(folder), SystemClock(), site=next_site(folder), kdf=kdf, progress=progress
            )

        self._runner.background(make, self._made_practice)

    def _restore(self, order: RestoreOrder) -> None:
        restore = partial(_restore, order, self._paths)
        done = partial(self._restored, order.into)
        task = self._runner.background(restore, done, title=self.tr("Restoring"), on_failed=self._refuse_restoring)
        task.progressed.connect(self.screen.restoring.show_progress)
        task.ended.connect(self._restoring_ended)

    def _stop_restoring(self) -> None:
        self._is_stopping = True
        self._runner.cancel_all()

    def _restoring_ended(self) -> None:
        self.screen.restoring.set_busy(False)
        if self._is_stopping:
            self._is_stopping = False
            self.screen.restoring.show_problem(self.tr("Stopped."), self.tr("Nothing was made."))

    def _restored(self, into: Path, result: RestoreResult) -> None:
        self._made = into
        self._paths.at(into).remember_vault()
        self.screen.show_restored(str(into), result)

    def _refuse_restoring(self, error: UserError) -> None:
        self.screen.restoring.show_problem(*messages.explain(error))

    def _choose_backup(self) -> None:
        files.choose_folder(self.screen, self.tr("The folder of the backup"), self.screen.restoring.set_backup)

    def _choose_new_place(self) -> None:
        files.choose_folder(self.screen, self.tr("Where the vault comes"), self.use_new_place)

    def use_new_place(self, place: Path) -> None:
        """Restore into a folder of its own inside the place that was chosen."""
        self.screen.restoring.set_place(free_folder(place / "vault"))

    def _made_new(self, folder: Path) -> None:
        self._remember(folder, is_practice=False)
        self.screen.show_made(str(folder), (), "")

    def _made_practice(self, made: PracticeVault) -> None:
        self._remember(Path(made.folder), is_practice=True)
        users = tuple(VaultUser(user.name, _role(user.capabilities)) for user in made.users)
        self.screen.show_made(made.folder, users, made.passphrase)

    def _remember(self, folder: Path, *, is_practice: bool) -> None:
        self._made = folder
        self._paths.at(folder).remember_vault()
        self._settings.mark_vault(folder, is_practice=is_practice, code="")

    def _refuse(self, error: UserError) -> None:
        self.screen.show_problem(*messages.explain(error))

    def _choose_place(self) -> None:
        files.choose_folder(self.screen, self.tr("Where the vault comes"), self.use_place)

    def use_place(self, place: Path) -> None:
        """Make the new vault in a folder of its own inside the place that was chosen."""
        self.screen.form.set_folder(free_folder(place / "vault"))

    def _choose_other(self) -> None:
        files.choose_folder(self.screen, self.tr("The folder of the vault"), self.use_other, begin=self._data)

    def use_other(self, folder: Path) -> None:
        """Go to the lock screen of a vault that is there; a folder without one is told at once."""
        self._runner.background(partial(_look_into, folder), self._found)

    def _found(self, folder: Path) -> None:
        self._made = folder
        self._finish()

    def _finish(self) -> None:
        if self._made is not None:
            self._runner.close()
            self.finished.emit(self._made)


def _restore(order: RestoreOrder, paths: Paths, progress: Progress) -> RestoreResult:
    """Make a vault from a backup; for the pool."""
    return restore_vault(
        order.backup,
        order.into,
        user_name=order.user_name,
        passphrase=order.passphrase,
        paths=paths,
        clock=SystemClock(),
        progress=progress,
    )


def _look_into(folder: Path, _progress: Progress) -> Path:
    """Give the folder when a vault lies in it. Raises UserError no-vault and what else its slot file says."""
    SlotFile.load(folder)
    return folder


def data_folder() -> Path:
    """Give the place where this operating system keeps the data of a programme of one user."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library/Application Support/Baken"
    local = os.environ.get("LOCALAPPDATA")
    if local:
        return Path(local) / "Baken"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "baken"


def free_folder(folder: Path) -> Path:
    """Give the folder, or the first with a number behind it that is not there yet."""
    return next(each for each in _numbered(folder) if not each.exists())


def next_site(folder: Path) -> str:
    """Give the invented site of the next practice vault: each is another one, so that they can exchange."""
    sites = tuple(PEOPLE)
    made = next(number for number, each in enumerate(_numbered(folder)) if not each.exists())
    return sites[made % len(sites)]


def _numbered(folder: Path) -> Iterator[Path]:
    yield folder
    yield from (folder.with_name(f"{folder.name}-{number}") for number in itertools.count(2))


def _role(capabilities: tuple[str, ...]) -> str:
    for role in _ROLES:
        if role in capabilities:
            return labels.capability(role)
    return labels.capability(Capability.MENTOR)
