"""Who can open the backups that were made: `keys.bak` follows each change of access, in every backup within reach.

The vault knows its backups elsewhere from a small sealed file, `backups/known`: salt (32 bytes) ‖ one JSON text sealed
under HKDF(VK, label, salt). It is a convenience: without it only the own place is within reach. A copy that nobody told
the vault of, and a stick that is not plugged in, keep the keys that they had; the latter are named to the user.
Source: security.md, "Backup".
"""

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.wire.codec import Millis, Wire, decode, encode

from .backup import OWN_PLACE, backups_in
from .backup_keys import GrantRow, read_keys, read_slot_file, write_keys
from .database import Connection, storage_errors
from .files import file_errors, open_own, write_durably
from .slots import SlotFile

KNOWN_NAME = "known"
_LABEL = "baken backup list v1"
_SALT_BYTES = 32
_MAX_BYTES = 4 << 20
_FORMER = "SELECT key FROM former_key ORDER BY version DESC"
_GRANTS = """
SELECT entry.id, target, key_id, day, wrap FROM grants JOIN entry ON entry.number = grants.entry"""
Grants = dict[bytes, list[GrantRow]]


class KnownBackup(Wire, frozen=True, kw_only=True):
    """A backup that was made outside the vault; `folder` is where, `made_ms` UTC milliseconds."""

    folder: str
    made_ms: Millis


class _Known(Wire, frozen=True, kw_only=True):
    backups: tuple[KnownBackup, ...]


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """What `rewrite_all` came to; the backups in `still_openable` could not be reached and open as they did."""

    done: int
    still_openable: tuple[KnownBackup, ...]


def known_backups(vault_folder: Path, vault_key: bytes) -> tuple[KnownBackup, ...]:
    """List the backups made elsewhere, oldest first; none when the list cannot be read."""
    try:
        with open_own(vault_folder / OWN_PLACE / KNOWN_NAME, vault_folder) as file:
            salt, sealed = file.read(_SALT_BYTES), file.read(_MAX_BYTES)
        text = crypto.open_sealed(crypto.hkdf(vault_key, _LABEL, salt=salt), sealed)
        return decode(text, _Known, what="backups", cap_bytes=_MAX_BYTES).backups
    except (OSError, UserError):
        return ()


def remember(vault_folder: Path, vault_key: bytes, backups: Sequence[KnownBackup]) -> None:
    """Replace the list. Raises UserError disk-full, disk-failed, folder-read-only, folder-gone."""
    salt = crypto.random_bytes(_SALT_BYTES)
    sealed = crypto.seal(crypto.hkdf(vault_key, _LABEL, salt=salt), encode(_Known(backups=tuple(backups))))
    place = vault_folder / OWN_PLACE
    with file_errors():
        place.mkdir(mode=0o700, exist_ok=True)
        write_durably(place / KNOWN_NAME, salt + sealed, vault_folder)


def current_grants(connection: Connection) -> Grants:
    """Give the grants of every entry of a journal as they are now; an entry that has none is there with none."""
    with storage_errors():
        grants: Grants = {entry: [] for (entry,) in connection.execute("SELECT id FROM entry")}
        for entry, target, key_id, day, wrap in connection.execute(_GRANTS):
            grants[entry].append(GrantRow(entry, target, key_id, day, wrap))
    return grants


def vault_keys(connection: Connection, vault_key: bytes) -> list[bytes]:
    """Give the vault's key of now and those it had before, newest first: under which backups may still lie."""
    with storage_errors():
        return [vault_key, *(key for (key,) in connection.execute(_FORMER).fetchall())]


def lags_behind(vault_folder: Path, vault_key: bytes, slot_file: SlotFile) -> bool:
    """Say whether a backup within reach still has other slots than the vault: it was away, or a rewrite was cut off."""
    known = [Path(backup.folder) for backup in known_backups(vault_folder, vault_key)]
    for folder in [backup.folder for backup in backups_in(vault_folder / OWN_PLACE)] + known:
        with suppress(UserError):
            if read_slot_file(folder).slots != slot_file.slots:
                return True
    return False


def rewrite_all(
    vault_folder: Path, connection: Connection, slot_file: SlotFile, *, keys: Sequence[bytes]
) -> Generator[tuple[int, int], None, Rewritten]:
    """Give every backup within reach the slots and grants of now, under the vault's key of now.

    For each access change, removal of a user and erasure, after it is durable. Yields (done, total) backups; can be
    done again after an interruption. `connection` is the journal of now; `keys` are those of `vault_keys`.
    """
    grants = current_grants(connection)
    known = next((found for key in keys if (found := known_backups(vault_folder, key))), ())
    if known:
        remember(vault_folder, keys[0], known)
    elsewhere = {Path(backup.folder): backup for backup in known}
    folders = [backup.folder for backup in backups_in(vault_folder / OWN_PLACE)] + list(elsewhere)
    done, out_of_reach = 0, list[KnownBackup]()
    for number, folder in enumerate(folders, start=1):
        if _is_rewritten(folder, grants, slot_file, keys):
            done += 1
        elif folder in elsewhere:
            out_of_reach.append(elsewhere[folder])
        yield number, len(folders)
    return Rewritten(done=done, still_openable=tuple(out_of_reach))


def rewrite_keys(folder: Path, grants: Grants, slot_file: SlotFile, *, old_key: bytes, new_key: bytes) -> None:
    """Replace one backup's keys. An entry of `grants` has these; one that the journal does not know keeps its own.

    Raises UserError backup-missing, backup-damaged (also: not sealed under `old_key`), disk-full, disk-failed,
    folder-read-only, folder-gone.
    """
    opened = read_keys(folder, old_key)
    rows = [row for row in opened.grants if row.entry not in grants]
    for entry in dict.fromkeys(row.entry for row in opened.grants):
        rows += grants.get(entry, ())
    write_keys(folder, slot_file, new_key, opened.head, rows)


def _is_rewritten(folder: Path, grants: Grants, slot_file: SlotFile, keys: Sequence[bytes]) -> bool:
    """Try every key: a backup that was away or an interruption leaves some under one of before."""
    for key in dict.fromkeys(keys):
        try:
            rewrite_keys(folder, grants, slot_file, old_key=key, new_key=keys[0])
        except UserError:
            continue
        return True
    return False
