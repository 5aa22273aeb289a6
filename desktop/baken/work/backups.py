"""When backups are made, where they go, and what is said of them.

By themselves once an hour while something changes, into the vault's own `backups/`, thinned; from there copied to one
chosen other folder (a stick) when it is there; before each import; and by hand to any folder. One that fails never
keeps anybody from working: its code stands in `trouble` until the next one succeeds. A migration keeps a copy of the
file itself (`store/database.py`), and restoring never touches a vault, so neither needs one here.
"""

from collections.abc import Callable, Generator
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from baken import crypto
from baken.errors import UserError
from baken.model import views_backup
from baken.model.clock import Clock, local_iso
from baken.store import restore as restoring
from baken.store.backup import OWN_PLACE, Backup, Origin, backups_in, copy_backup, make_backup, thin
from baken.store.backup_access import KnownBackup, known_backups, remember
from baken.store.backup_keys import read_head
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault

from .paths import Paths

HOUR_MS = 3_600_000
BEFORE_IMPORT_MS = 600_000  # a backup of the last ten minutes serves: an exchange brings several bundles in a row
FAILED = "backup-failed"  # among the vault's findings
_CHOSEN_NAME = "backup-folder"
T = TypeVar("T")
Progress = Callable[[int, int], None]
Steps = Generator[tuple[int, int], None, T]


class Backups:
    """The backups of an open vault. What is marked POOL touches no database and may run elsewhere."""

    def __init__(self, vault: OpenVault, keys: UserKeys, paths: Paths, clock: Clock) -> None:
        self._vault = vault
        self._keys = keys
        self._paths = paths
        self._clock = clock
        self._own = vault.folder / OWN_PLACE
        self._is_making = False
        self.trouble = ""  # why the last automatic backup failed, or its copy: the code of a UserError

    def use(self, vault: OpenVault, keys: UserKeys) -> None:
        """Go on with the vault opened anew under other keys; nothing of this may be under way."""
        self._vault, self._keys = vault, keys

    def steps(self, place: Path) -> Steps[Backup]:
        """Make a backup in a folder step by step, so that saves run in between; closing the steps leaves nothing.

        Raises UserError disk-full, disk-failed, folder-read-only, folder-gone.
        """
        now_ms = self._clock.now_ms()
        origin = Origin(
            connection=self._vault.connection,
            folder=self._vault.folder,
            keys=self._keys,
            site=self._vault.card.site,
            laptop=self._vault.laptop,
        )
        backup = yield from make_backup(origin, place, now_ms)
        if place != self._own:
            self._remember(backup, now_ms)
        return backup

    def automatic(self) -> Steps[None]:
        """Make the backup of this hour where something changed since the last, and thin; never raises a UserError."""
        yield from self._unless_fresh(HOUR_MS)

    def before_import(self) -> Steps[None]:
        """Make a backup unless one serves: nothing changed since, or it is ten minutes old; no UserError."""
        yield from self._unless_fresh(BEFORE_IMPORT_MS)

    def copy_to_chosen(self, progress: Progress) -> None:
        """Copy the newest own backup to the chosen folder when that is there and lacks it, and thin there; POOL.

        A failure stands in `trouble`; Cancelled from `progress` leaves nothing half.
        """
        chosen, newest = self.chosen(), next(iter(backups_in(self._own)), None)
        if chosen is None or newest is None or not chosen.is_dir():
            return
        place = self._place_in(chosen)
        if any(each.folder.name == newest.folder.name for each in backups_in(place)):
            return
        try:
            copy = run(copy_backup(newest, place), progress)
            gone = thin(place, copy)
            self._remember(copy, self._clock.now_ms(), without=gone)
        except UserError as error:
            self._note(error.code)

    def choose(self, folder: Path | None) -> None:
        """Choose the other folder, or none. Only the path is kept, on this account; raises UserError folder-gone."""
        if folder is not None and not folder.is_dir():
            raise UserError("folder-gone")
        with suppress(OSError):
            self._paths.config.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self._paths.config / _CHOSEN_NAME).write_text(f"{folder.absolute()}\n" if folder else "", "utf-8")

    def chosen(self) -> Path | None:
        """Give the other folder, or None."""
        try:
            text = (self._paths.config / _CHOSEN_NAME).read_text("utf-8").removesuffix("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return Path(text) if text else None

    def state(self) -> views_backup.BackupState:
        """Say when the last backups were made, and where copies lie that a change of access cannot reach now."""
        chosen = self.chosen()
        known = known_backups(self._vault.folder, self._keys.vault_key)
        return views_backup.BackupState(
            last=_newest(self._own),
            trouble=self.trouble,
            chosen=str(chosen or ""),
            chosen_last=_newest(self._place_in(chosen)) if chosen else "",
            out_of_reach=tuple(
                views_backup.BackupRow(folder=each.folder, made=local_iso(each.made_ms))
                for each in known
                if not Path(each.folder).is_dir()
            ),
        )

    def _unless_fresh(self, age_ms: int) -> Steps[None]:
        if self._is_making or self._is_fresh(age_ms):
            return
        self._is_making = True
        try:
            backup = yield from self.steps(self._own)
            thin(self._own, backup)
            self._note("")
        except UserError as error:
            self._note(error.code)
        finally:
            self._is_making = False

    def _note(self, trouble: str) -> None:
        """Keep how the last one went; what failed is a finding of the vault until one succeeds."""
        self.trouble = trouble
        others = tuple(each for each in self._vault.findings if each != FAILED)
        self._vault.findings = (*others, FAILED) if trouble else others

    def _is_fresh(self, age_ms: int) -> bool:
        """Whether the newest own backup is that young by the clock, or has all that was written."""
        newest = next(iter(backups_in(self._own)), None)
        if newest is None:
            return False
        try:
            head = read_head(newest.folder, self._keys.vault_key)
        except UserError:
            return False
        is_young = 0 <= self._clock.now_ms() - head.made_ms < age_ms
        return is_young or (head.laptop, head.revision) == (self._vault.laptop, self._vault.revision())

    def _place_in(self, chosen: Path) -> Path:
        """Give this vault's own folder in a shared one; its name says neither site nor person."""
        return chosen / f"baken-{crypto.sha256(b'baken backup place', self._vault.laptop.encode()).hex()[:16]}"

    def _remember(self, backup: Backup, made_ms: int, *, without: list[Backup] | None = None) -> None:
        """Keep in mind that a backup lies there; a list that cannot be written forgets it and stops nothing."""
        gone = {str(each.folder) for each in without or ()}
        known = known_backups(self._vault.folder, self._keys.vault_key)
        kept = [each for each in known if each.folder not in gone]
        kept.append(KnownBackup(folder=str(backup.folder.absolute()), made_ms=max(0, made_ms)))
        with suppress(UserError):
            remember(self._vault.folder, self._keys.vault_key, kept)


def restore_vault(
    folder: Path, into: Path, *, user_name: str, passphrase: str, paths: Paths, clock: Clock, progress: Progress
) -> views_backup.RestoreResult:
    """Make a new vault from a backup; POOL. Raises the UserErrors of `store.restore.restore`."""
    restored = restoring.restore(
        folder, into, user_name, passphrase, clock, state_folder=paths.state, progress=progress
    )
    missing = restored.missing
    return views_backup.RestoreResult(
        site=restored.site,
        made=local_iso(restored.made_ms),
        entries=missing.entries,
        bundles=missing.bundles,
        attachments=missing.attachments,
        findings=tuple(f"{each.kind} {each.where}" for each in restored.findings),
    )


def run(steps: Steps[T], progress: Progress) -> T:
    """Carry steps out without a pause; Cancelled from `progress` closes them."""
    with closing(steps):
        while True:
            try:
                done, total = next(steps)
            except StopIteration as ended:
                result: T = ended.value
                return result
            progress(done, total)


def _newest(place: Path) -> str:
    """Give the local time of the newest backup of a place, or nothing."""
    newest = next(iter(backups_in(place)), None)
    return local_iso(round(newest.made.timestamp() * 1000)) if newest else ""
