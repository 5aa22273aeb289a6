"""Restoring a backup into a new vault; never over anything.

Everything is copied into a folder beside the wanted one and verified there, on the copies: the journal's digest against
`keys.bak`, both integrity checks, every sum, chain, certificate and signature, and each grant that the restoring person
can open. Only then the folder gets its name. No writer of the lost vault goes on: everybody begins a new one, so that
what was written after the backup and travelled to other sites is never contradicted. An entry whose grants went from
`keys.bak` (it was erased, or access was taken) cannot be opened by anybody here either.
"""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from baken import crypto
from baken.errors import UserError
from baken.held import sync_descriptor
from baken.model.clock import Clock

from .backup import JOURNAL_NAME, find_backup
from .backup_files import ATTACHMENTS, attachment_sizes, copied
from .backup_keys import BackupKeys, GrantRow, read_keys, read_slot_file
from .creation import FOLDERS, in_new_folder, journal_key, journal_path
from .database import Connection, open_database, storage_errors, transaction
from .digests import computed_digests, store_computed, stored_digests
from .epochs import publish
from .files import file_errors
from .heads import HeadPlaces, head_key, read_heads
from .kdf import derive
from .slots import UserKeys
from .vault import open_vault
from .verify import Finding, verify_vault

T = TypeVar("T")
Progress = Callable[[int, int], None]
_FORGIVEN = frozenset(("head-missing",))  # the restored vault gets its head when it is opened first
_LAST_SEQUENCE = "SELECT coalesce(max(sequence), 0) FROM entry WHERE writer = ?"
_INSERT_GRANT = """
INSERT INTO grants (entry, target, key_id, day, wrap) SELECT number, ?, ?, ?, ? FROM entry WHERE id = ?"""
_WAITING = "SELECT count(*) FROM outgoing WHERE kind = 'entries' AND delivery = 'waiting' AND file <> ''"
_NOT_SENT = """
DELETE FROM sent WHERE site IN
    (SELECT addressee FROM outgoing WHERE kind = 'entries' AND delivery = 'waiting' AND file <> '')"""


@dataclass(frozen=True, kw_only=True)
class Missing:
    """What a restored vault may lack: everything after `made_ms`, and what of that is known.

    `entries` were written on this laptop after the backup, as far as the head in the state folder tells (None: no head
    is left that tells). `bundles` waited to be sent and have to be made again; `attachments` were not in the backup.
    """

    entries: int | None
    bundles: int
    attachments: int


@dataclass(frozen=True, kw_only=True)
class Restored:
    """A vault that was made from a backup; `made_ms` is the backup's time, UTC milliseconds.

    `findings` is damage that the vault already had at the backup; it does not keep the rest from coming back.
    """

    site: str
    made_ms: int
    missing: Missing
    findings: tuple[Finding, ...]


def restore(
    folder: Path,
    into: Path,
    user: str,
    passphrase: str,
    clock: Clock,
    *,
    state_folder: Path | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Make a vault in `into`, which must be absent or empty, from the backup `folder` (or the newest one in it).

    Takes a second for the passphrase and some per 100 MB; `progress` may raise Cancelled. Nothing is left unless all of
    it holds. Raises UserError: backup-missing, backup-damaged, backup-newer, wrong-name-or-passphrase,
    no-certificate, folder-not-empty, disk-full, disk-failed, folder-read-only, folder-gone, folder-unreadable.
    """
    backup = find_backup(folder)
    slot_file = read_slot_file(backup)
    keys = slot_file.open(derive(slot_file.vault_salt, user, passphrase, slot_file.parameters))
    opened = read_keys(backup, keys.vault_key)
    restoring = _Restoring(
        backup=backup,
        opened=opened,
        keys=keys,
        clock=clock,
        state_folder=state_folder,
        progress=progress or (lambda _done, _total: None),
    )
    return in_new_folder(into, restoring.fill)


class _Restoring:
    """One backup on its way into a folder that does not count yet."""

    def __init__(
        self,
        *,
        backup: Path,
        opened: BackupKeys,
        keys: UserKeys,
        clock: Clock,
        state_folder: Path | None,
        progress: Progress,
    ) -> None:
        self._backup = backup
        self._opened = opened
        self._keys = keys
        self._clock = clock
        self._state_folder = state_folder
        self._progress = progress

    def fill(self, folder: Path) -> Restored:
        """Bring everything into the folder, prove it, and let this person's new writer begin."""
        head = self._opened.head
        with file_errors():
            for name in FOLDERS:
                (folder / name).mkdir(mode=0o700)
        self._opened.slot_file.store(folder).store(folder)
        path = journal_path(folder, self._keys.journal_number)
        self._copy_journal(path)
        differing = self._grant(folder, path)
        lacking = self._copy_attachments(folder)
        verified = verify_vault(folder, self._keys, progress=self._progress)
        findings = differing + tuple(each for each in verified.findings if each.kind not in _FORGIVEN)
        missing = self._settle(folder, path, lacking)
        self._begin(folder)
        return Restored(site=head.site, made_ms=head.made_ms, missing=missing, findings=findings)

    def _begin(self, folder: Path) -> None:
        """Open the new vault once, which begins this person's writer, and sign its first head."""
        try:
            vault = open_vault(folder, self._keys, self._clock)
        except UserError as error:
            if error.code == "view-needs-room":
                raise UserError("disk-full") from error
            raise
        try:
            vault.write_head()
        finally:
            vault.close()

    def _copy_journal(self, path: Path) -> None:
        """Copy the journal, prove that it is the one that was made, and give it the vault's key."""
        head, source = self._opened.head, self._backup / JOURNAL_NAME
        if not source.is_file():
            raise UserError("backup-damaged")
        if self._run(copied(source, path)) != (head.journal_sha256, head.journal_bytes):
            raise UserError("backup-damaged")
        try:
            connection = open_database(path, head.journal_key)
        except UserError as error:
            if error.code == "vault-newer":
                raise UserError("backup-newer") from error
            raise
        try:
            with storage_errors():
                connection.execute("PRAGMA journal_mode = OFF").fetchall()  # not a vault yet: it needs no log
                new_key = journal_key(self._keys.vault_key).hex()  # 64 digits; fewer would be taken for a passphrase
                connection.execute(f"PRAGMA rekey = \"x'{new_key}'\"").fetchall()
        finally:
            connection.close()
        with file_errors():
            for copy in path.parent.glob(f"{path.name}.before-*"):  # of a migration, under the backup's key
                copy.unlink()
            with path.open("rb+") as file:
                sync_descriptor(file.fileno())

    def _grant(self, folder: Path, path: Path) -> tuple[Finding, ...]:
        """Put the grants back and the card beside the journal; gives the tables whose rows are not those that were."""
        with self._journal(path) as connection:
            computed, stored = computed_digests(connection), stored_digests(connection)
            differing = {name for name in computed | stored if computed.get(name) != stored.get(name)}
            differing -= {"grants", *self._opened.head.unsummed}  # grants may have been taken since
            connection.executemany(_INSERT_GRANT, [_row(grant) for grant in self._opened.grants])
            _store_sums(connection)
            card = connection.execute("SELECT card FROM site").fetchone()[0]
        publish(folder, card)
        return tuple(Finding(kind="table-differs", where=name) for name in sorted(differing))

    def _settle(self, folder: Path, path: Path, attachments: int) -> Missing:
        """End the writers of the lost vault, and forget what never left it; gives what may be missing.

        With an id of its own the new vault has heads of its own in the state folder: restoring for a drill, or for a
        look at an older state, never makes the vault that is in use look as if it had been put back.
        """
        with self._journal(path) as connection:
            missing = Missing(
                entries=self._entries_after(connection, folder),
                bundles=connection.execute(_WAITING).fetchone()[0],
                attachments=attachments,
            )
            connection.execute("DELETE FROM writer")
            connection.execute("UPDATE laptop SET id = ?", (crypto.random_bytes(16),))
            connection.execute(_NOT_SENT)
            _store_sums(connection)
        return missing

    def _entries_after(self, connection: Connection, folder: Path) -> int | None:
        """Count what this laptop wrote after the backup, by the newest head in the state folder."""
        head = self._opened.head
        places = HeadPlaces(folder=folder, state=self._state_folder, site=head.site, laptop=head.laptop)
        heads, _ = read_heads(places, head_key(self._keys.vault_key))
        if not heads:
            return None
        after = 0
        for claim in max(heads, key=lambda each: each.revision).chains:
            (last,) = connection.execute(_LAST_SEQUENCE, (bytes.fromhex(claim.writer),)).fetchone()
            after += max(0, claim.sequence - last)
        return after

    def _copy_attachments(self, folder: Path) -> int:
        """Copy the sealed files that the backup names; gives how many are not there in their full size."""
        missing, places = 0, (self._backup.parent / ATTACHMENTS, self._backup / ATTACHMENTS)
        found = {name: (place / name, size) for place in places for name, size in attachment_sizes(place).items()}
        for name, size_bytes in self._opened.head.attachments.items():
            path, there = found.get(name, (None, 0))
            if path is None or there != size_bytes:
                missing += 1
            else:
                self._run(copied(path, folder / ATTACHMENTS / name))
        return missing

    @contextmanager
    def _journal(self, path: Path) -> Iterator[Connection]:
        """Open the copied journal for one transaction."""
        connection = open_database(path, journal_key(self._keys.vault_key))
        try:
            with transaction(connection):
                yield connection
        finally:
            connection.close()

    def _run(self, steps: Generator[tuple[int, int], None, T]) -> T:
        """Carry steps out to their end, with progress."""
        with closing(steps):
            while True:
                try:
                    done, total = next(steps)
                except StopIteration as ended:
                    result: T = ended.value
                    return result
                self._progress(done, total)


def _row(grant: GrantRow) -> tuple[object, ...]:
    return grant.target, grant.key_id, grant.day, grant.wrap, grant.entry


def _store_sums(connection: Connection) -> None:
    connection.execute("DELETE FROM digest")
    store_computed(connection)
