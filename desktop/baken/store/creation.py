"""Making a new vault: a site key, its first user, its secrets, its files.

Everything is built in a folder beside the wanted one and renamed at the end: a vault exists whole or not at all.
What a programme that was killed left beside it goes when the same vault is made again.
The first user has all capabilities. Source: architecture.md, "Trust" and "Files of a vault".
"""

import glob
import secrets as names
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from baken import crypto
from baken.errors import UserError
from baken.held import sync_folder
from baken.model.clock import Clock
from baken.model.codes import Capability
from baken.wire.certificate import SiteCard, read_certificate, sign_card, site_id

from .database import Connection, open_database, transaction
from .digests import store_computed
from .epochs import EPOCH_MS, publish
from .files import file_errors
from .instance import InstanceLock
from .journal import Journal
from .kdf import KdfParameters, calibrate, derive
from .keyring import Keyring
from .members import (
    Reader,
    certificate_entry,
    keep_certificate,
    keep_shares,
    new_certificate,
    new_writer,
    share_entries,
    writer_entry,
)
from .slots import COPIES, SlotFile, UserKeys, UserSecrets
from .trust import COMPARTMENTS, Purpose, SharedKey

FIRST_USER = tuple(
    capability.value for capability in Capability if capability not in (Capability.SHIFT, Capability.REGISTRY_ANALYST)
)
T = TypeVar("T")
_BUILDING_LOCK = "building"
FOLDERS = ("attachments", "drafts", "inbox", "outbox", "quarantine")


def journal_path(folder: Path, number: int) -> Path:
    """Give the path of a vault's journal."""
    return folder / f"journal-{number}.db"


def journal_key(vault_key: bytes) -> bytes:
    """Derive the raw key of the journal from the vault's key."""
    return crypto.hkdf(vault_key, "baken journal database v1")


def create_vault(
    folder: Path,
    *,
    site_name: str,
    site_code: str,
    user_name: str,
    passphrase: str,
    practice: bool,
    clock: Clock,
    kdf: KdfParameters | None = None,
) -> UserKeys:
    """Make a vault in `folder`, which must be absent or empty; gives the first user's keys, ready to open it.

    Takes about a second for the passphrase, more where the cost is calibrated (`kdf` None). Raises UserError:
    vault-exists, folder-not-empty, name-empty, passphrase-empty, disk-full, folder-read-only, folder-gone,
    malformed (a site name or code outside the format).
    """
    wanted = Wanted(site_name, site_code, user_name, passphrase, practice)
    return in_new_folder(folder, lambda building: fill_vault(building, wanted, clock, kdf))


def in_new_folder(folder: Path, fill: Callable[[Path], T]) -> T:
    """Let `fill` build in a folder beside the wanted one, which then gets its name, or leave nothing.

    Raises UserError vault-exists (perhaps made by a programme that was killed before it could say so),
    folder-not-empty, disk-full, disk-failed, folder-read-only, folder-gone.
    """
    folder = folder.resolve()  # "." has no name
    with file_errors():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            if any((folder / name).exists() for name in COPIES):
                raise UserError("vault-exists")
            raise UserError("folder-not-empty")
        folder.parent.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        building = folder.with_name(f".{folder.name}.new-{names.token_hex(4)}")
        building.mkdir(mode=0o700)
    lock = InstanceLock(building, _BUILDING_LOCK)
    try:
        lock.acquire()
        result = fill(building)
        with file_errors():
            if folder.exists():
                folder.rmdir()
            lock.release()
            (building / _BUILDING_LOCK).unlink()
            sync_folder(building)
            building.rename(folder)
            sync_folder(folder.parent)
    except BaseException:
        lock.release()
        with suppress(OSError):
            shutil.rmtree(building)
        raise
    return result


def _sweep(folder: Path) -> None:
    """Remove what a killed programme left of the same vault; one that is still building holds its lock."""
    for path in folder.parent.glob(f".{glob.escape(folder.name)}.new-*"):
        if path.is_symlink():  # nothing of ours; a lock would be made where it leads
            continue
        lock = InstanceLock(path, _BUILDING_LOCK)
        with suppress(UserError, OSError):
            lock.acquire()
            lock.release()
            shutil.rmtree(path)


class Wanted:
    """What the person who makes the vault typed. Raises UserError name-empty, passphrase-empty."""

    def __init__(self, site_name: str, site_code: str, user_name: str, passphrase: str, practice: bool) -> None:
        if not user_name.strip() or not site_name.strip():
            raise UserError("name-empty")
        if not passphrase:
            raise UserError("passphrase-empty")
        self.site_name = site_name.strip()
        self.site_code = site_code
        self.user_name = user_name.strip()
        self.passphrase = passphrase
        self.practice = practice


def fill_vault(folder: Path, wanted: Wanted, clock: Clock, kdf: KdfParameters | None) -> UserKeys:
    """Make a vault's files in a folder that `in_new_folder` gave; gives the first user's keys.

    Raises UserError malformed, disk-full, folder-read-only.
    """
    cost = kdf or calibrate()
    slot_file, slot = SlotFile.new(cost).with_room(set())
    secrets, vault_key = UserSecrets.new(), crypto.random_bytes(32)
    keys = UserKeys(
        secrets=secrets,
        vault_key=vault_key,
        vault_key_version=slot_file.vault_key_version,
        journal_number=slot_file.journal_number,
        slot=slot,
    )
    with file_errors():
        for name in FOLDERS:
            (folder / name).mkdir(mode=0o700)
    connection = open_database(journal_path(folder, keys.journal_number), journal_key(vault_key), create=True)
    try:
        with transaction(connection):
            card = _found_site(connection, wanted, secrets, slot, clock.now_ms())
            store_computed(connection)
    finally:
        connection.close()
    filled = slot_file.with_slot(
        slot, derive(slot_file.vault_salt, wanted.user_name, wanted.passphrase, cost), secrets, vault_key
    )
    publish(folder, card)
    filled.store(folder).store(folder)
    return keys


def _found_site(connection: Connection, wanted: Wanted, secrets: UserSecrets, slot: int, now_ms: int) -> bytes:
    """Write the first rows and entries; gives the site's card."""
    site_seed, laptop, person = crypto.new_seed(), crypto.random_bytes(16), crypto.random_bytes(16).hex()
    ends = now_ms + EPOCH_MS
    desk = SharedKey.new(Purpose.DESK, valid_until=ends)
    keys = (
        SharedKey.new(Purpose.SITE_SEED, secret=site_seed),
        *map(SharedKey.new, COMPARTMENTS),
        desk,
        SharedKey.new(Purpose.EXCHANGE, valid_until=ends),
    )
    site_public = crypto.public_of(site_seed)
    card = SiteCard(
        site=site_id(site_public),
        name=wanted.site_name,
        code=wanted.site_code,
        practice=wanted.practice,
        keys=(site_public,),
        links=(),
        desk_recipient=desk.recipient,
        desk_valid_until=ends,
        staying=(),
    )
    card_document = sign_card(site_seed, card)
    certificate = read_certificate(
        new_certificate(card, site_seed, laptop, secrets, person=person, name=wanted.user_name, capabilities=FIRST_USER)
    )
    run = connection.execute
    run("INSERT INTO site (one, id, card, created_ms) VALUES (1, ?, ?, ?)", (card.site, card_document, now_ms))
    run("INSERT INTO laptop (one, id, seed) VALUES (1, ?, ?)", (laptop, crypto.new_seed()))
    run("INSERT INTO slot (number, person, state) VALUES (?, ?, 'held')", (slot, person))
    number = keep_certificate(connection, certificate)
    author = new_writer(connection, number, certificate, secrets.signing_seed)
    journal = Journal(connection, Keyring(), site=card.site)
    journal.append(author, [writer_entry(certificate), certificate_entry(certificate.data)], now_ms=now_ms)
    for entry, body in share_entries(keys, [Reader.of(certificate.value)]):
        keep_shares(connection, journal.append(author, [entry], now_ms=now_ms)[0], body)
    return card_document
