"""Making backups of an open vault, and what lies in a place of backups.

A *place* is a folder (the vault's own `backups/`, a stick). It holds one folder per backup, named by its UTC time and
the beginning of its random id, with `journal.bak` (backup_journal.py) and `keys.bak` (backup_keys.py), and beside them
`attachments/`, where each sealed attachment lies once for all of them. Nothing in a place is readable without a
passphrase of the vault, and no name says whose it is. A backup is built under a hidden name and renamed, so that it is
there whole or not at all. Source: security.md, "Backup".
"""

import datetime as dt
import re
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import hold

from .backup_files import ATTACHMENTS, attachment_sizes, copied, hashed
from .backup_journal import JournalCopy
from .backup_keys import KEYS_NAME, BackupHead, write_keys
from .building import Building, remove_whole
from .database import Connection
from .files import file_errors
from .heads import local_heads
from .slots import SlotFile, UserKeys
from .thinning import kept

JOURNAL_NAME = "journal.bak"
OWN_PLACE = "backups"
_NAME = re.compile(r"(\d{8}-\d{6})-[0-9a-f]{8}")
_STAMP = "%Y%m%d-%H%M%S"
Steps = Generator[tuple[int, int], None, "Backup"]


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The open vault that a backup is made of."""

    connection: Connection
    folder: Path
    keys: UserKeys
    site: str
    laptop: str


@dataclass(frozen=True, kw_only=True)
class Backup:
    """A backup as its folder's name tells it; `made` is UTC, by the clock of then."""

    folder: Path
    made: dt.datetime


def make_backup(origin: Origin, place: Path, now_ms: int) -> Steps:
    """Make a backup in `place` step by step, each below 100 ms where the disk keeps up; gives the backup.

    Yields (done, total); closing the generator leaves nothing. Saves and queries may run between the steps, closing
    the vault may not. Raises UserError disk-full, disk-failed, folder-read-only, folder-gone, vault-linked; then
    nothing is left.
    """
    _refuse_links(origin.folder, place)
    building = Building(place)
    try:
        key = crypto.random_bytes(32)
        journal = building.path / JOURNAL_NAME
        copy = JournalCopy(origin.connection, journal, key)
        try:
            yield from copy.run()
            chains = local_heads(origin.connection)
            copy.end_journal()
            digest, size_bytes = yield from hashed(journal)
            attachments = attachment_sizes(origin.folder / ATTACHMENTS)
            yield from _copy_attachments(origin.folder / ATTACHMENTS, place / ATTACHMENTS, attachments)
            head = BackupHead(
                id=crypto.random_bytes(16).hex(),
                site=origin.site,
                laptop=origin.laptop,
                made_ms=max(0, now_ms),
                revision=copy.revision,
                entries=copy.entries,
                chains=chains,
                unsummed=copy.unsummed,
                journal_key=key,
                journal_bytes=size_bytes,
                journal_sha256=digest,
                attachments=attachments,
            )
            # No pause from here to the end: the slots and grants of now are those that count.
            write_keys(building.path, SlotFile.load(origin.folder), origin.keys.vault_key, head, copy.grants())
        finally:
            copy.close()
        made = _moment(now_ms)
        return Backup(folder=building.finish(f"{made.strftime(_STAMP)}-{head.id[:8]}"), made=made)
    except BaseException:
        building.discard()
        raise


def _refuse_links(vault_folder: Path, place: Path) -> None:
    """Look once more whether the vault's own folders are links, which somebody may have laid since it was opened."""
    own = vault_folder / OWN_PLACE
    with file_errors():
        for folder in (vault_folder / ATTACHMENTS, own):
            with suppress(FileNotFoundError, NotADirectoryError), hold(folder, vault_folder, make=folder == place):
                pass


def copy_backup(backup: Backup, place: Path) -> Steps:
    """Copy a backup to another place, whole or not at all; touches no database and may run elsewhere.

    Yields (done, total) bytes. Raises UserError as `make_backup`, and backup-damaged when a file came out otherwise.
    """
    source = backup.folder.parent / ATTACHMENTS
    yield from _copy_attachments(source, place / ATTACHMENTS, attachment_sizes(source))
    building = Building(place)
    try:
        for name in (JOURNAL_NAME, KEYS_NAME):
            yield from copied(backup.folder / name, building.path / name)
        return Backup(folder=building.finish(backup.folder.name), made=backup.made)
    except BaseException:
        building.discard()
        raise


def backups_in(place: Path) -> list[Backup]:
    """List the backups of a place, newest first; a place that cannot be reached has none."""
    try:
        found = [(path, _NAME.fullmatch(path.name)) for path in place.iterdir() if (path / KEYS_NAME).is_file()]
    except OSError:
        return []
    backups = [Backup(folder=path, made=made) for path, name in found if name and (made := _parsed(name[1]))]
    return sorted(backups, key=lambda backup: (backup.made, backup.folder.name), reverse=True)


def find_backup(folder: Path) -> Path:
    """Give the backup that a folder is, or the newest one in it. Raises UserError backup-missing."""
    if (folder / KEYS_NAME).exists() or (folder / JOURNAL_NAME).exists():
        return folder
    found = backups_in(folder)
    if not found:
        raise UserError("backup-missing")
    return found[0].folder


def thin(place: Path, just_made: Backup) -> list[Backup]:
    """Remove what `thinning.kept` does not keep; gives what went. The one just made stays, whatever its clock said.

    Raises UserError disk-failed, folder-read-only, folder-gone.
    """
    found = backups_in(place)
    staying = kept(backup.made for backup in found)
    going = [backup for backup in found if backup.made not in staying and backup.folder != just_made.folder]
    for backup in going:
        remove_whole(backup.folder)
    return going


def _copy_attachments(source: Path, target: Path, sizes: dict[str, int]) -> Generator[tuple[int, int], None, None]:
    """Copy each sealed file that is not there yet in its full size; a file is never changed, so that is enough."""
    if sizes:
        with file_errors():
            target.mkdir(mode=0o700, parents=True, exist_ok=True)
    present = attachment_sizes(target)
    for name, size_bytes in sizes.items():
        if present.get(name) != size_bytes:
            yield from copied(source / name, target / name)


def _moment(now_ms: int) -> dt.datetime:
    """Give a moment to the second that a name can hold: four digits for the year, whatever the clock says."""
    return dt.datetime.fromtimestamp(min(max(0, now_ms), 250_000_000_000_000) // 1000, dt.UTC)


def _parsed(stamp: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
