"""Removing a user: a new key for the vault, new secrets for all who stay, one atomic switch.

The journal is exported under the new key beside the old one, verified, given what goes with the removal (revocation,
new secrets, the site's next key where an administrator goes), and named. Then a slot file is written that names it,
carries the new wraps and lacks the user: that is the switch. Until then nothing has changed; after it, whatever is left
to do is done at the next opening too (leftovers.py). Drafts of who was removed stay sealed under a key that nobody has
any more. Source: security.md, "Removing a user".
"""

import secrets as names
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import replace_durably
from baken.model.codes import Capability
from baken.wire.age import hpke_public_of
from baken.wire.certificate import verify_card

from . import members
from .creation import journal_key, journal_path
from .database import (
    Connection,
    cipher_findings,
    export_database,
    open_database,
    open_read_only,
    remove_shared_memory,
    storage_errors,
)
from .decoded import Decoded
from .digests import Digests, computed_digests, stored_digests
from .files import file_errors
from .journal import Journal, NewEntry, is_absurd
from .keyring import Keyring
from .leftovers import unfinished_path
from .renewal import holders, renew, share, stale
from .slots import SlotFile, UserKeys
from .trust import COMPARTMENTS, Purpose
from .vault import OpenVault

_SEALED_COUNT = "SELECT count(*) FROM sealed"
_HELD_SLOTS = "SELECT number, person FROM slot WHERE state = 'held'"


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """Who goes, and under which key and number the vault goes on."""

    gone: frozenset[str]
    keys: UserKeys = field(repr=False)


def remove_users(vault: OpenVault, gone: frozenset[str]) -> UserKeys:
    """Remove people from an open vault; gives the keys under which it must be opened again at once.

    The vault is closed when this returns. Takes up to 3 s per 100 MB of journal. Raises UserError not-admin,
    last-admin, own-removal, last-member(compartment) (nobody who stays could read what it holds), person-unknown,
    vault-unreadable (the journal has damage), disk-full, disk-failed, folder-read-only, folder-gone: then nothing has
    changed and the vault is still open.
    """
    gone |= ended(vault)
    _refuse(vault, gone)
    former = vault.keys
    number = _next_number(vault.folder)
    keys = UserKeys(
        secrets=former.secrets,
        vault_key=crypto.random_bytes(32),
        vault_key_version=former.vault_key_version + 1,
        journal_number=number,
        slot=former.slot,
    )
    path = journal_path(vault.folder, number)
    unfinished = unfinished_path(path, names.token_hex(4))
    try:
        export_database(vault.connection, unfinished, journal_key(keys.vault_key))
        _verify(vault.connection, unfinished, keys)
        slot_file = _rewrite(vault, unfinished, _Wanted(gone=gone, keys=keys))
        vault.write_head(next_vault_key=keys.vault_key)
        with file_errors():
            replace_durably(unfinished, path)
        _switch(vault.folder, slot_file)
    except BaseException:
        if SlotFile.load(vault.folder).journal_number == number:
            vault.close()  # what would be saved from here on would be lost
        else:
            for left in (unfinished, path):
                with suppress(OSError):
                    left.unlink(missing_ok=True)
                    left.with_name(left.name + "-wal").unlink(missing_ok=True)
        raise
    vault.close()
    return keys


def ended(vault: OpenVault) -> frozenset[str]:
    """Give the accounts whose date has passed: whoever is removed, they go along."""
    now_ms = vault.clock.now_ms()
    if is_absurd(now_ms):
        return frozenset()
    return frozenset(
        person
        for person, (_, certificate) in members.own_certificates(vault.connection).items()
        if members.has_ended(certificate, now_ms)
    )


def _refuse(vault: OpenVault, gone: frozenset[str]) -> None:
    """Raise UserError where these people may not be removed, or not by this user."""
    if vault.keyring.current(Purpose.SITE_SEED) is None:
        raise UserError("not-admin")
    staff = {user.person: user for user in vault.people.users()}
    if not gone <= staff.keys():
        raise UserError("person-unknown")
    if vault.certificate.person in gone:
        others = [user for user in staff.values() if user.has_slot and user.person not in gone]
        has_another = any(Capability.ADMIN in user.capabilities for user in others)
        raise UserError("own-removal" if has_another else "last-admin")
    for compartment in COMPARTMENTS:
        known_by = holders(vault.connection, compartment)
        if known_by and known_by <= gone:
            raise UserError("last-member", compartment=compartment.value)


def _next_number(folder: Path) -> int:
    """Give a number above every journal that lies here, also one that no slot names any more."""
    found = [path.name.removeprefix("journal-").split(".")[0] for path in folder.glob("journal-*.db*")]
    return max(int(number) for number in found if number.isdigit()) + 1


def _verify(source: Connection, path: Path, keys: UserKeys) -> None:
    """Compare what stands on the disk with what the journal says of itself; raises UserError vault-unreadable."""

    def pages_are_sound() -> bool:  # in a thread of its own: it reads every page and computes nothing in Python
        connection = open_read_only(path, journal_key(keys.vault_key))
        try:
            return not cipher_findings(connection)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as pool:
        pages = pool.submit(pages_are_sound)
        connection = open_read_only(path, journal_key(keys.vault_key))
        try:
            with storage_errors():
                is_whole = (
                    computed_digests(connection) == stored_digests(source)
                    and connection.execute(_SEALED_COUNT).fetchone() == source.execute(_SEALED_COUNT).fetchone()
                )
        finally:
            connection.close()
        is_whole = pages.result() and is_whole
    remove_shared_memory(path)
    if not is_whole:
        raise UserError("vault-unreadable")


def _rewrite(vault: OpenVault, path: Path, wanted: _Wanted) -> SlotFile:
    """Write what goes with the removal into the new journal; gives the slot file that names it."""
    connection = open_database(path, journal_key(wanted.keys.vault_key))
    try:
        slot_file = _Removing(vault, connection, wanted).run()
        with storage_errors():
            is_busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    log = path.with_name(path.name + "-wal")
    if is_busy or (log.exists() and log.stat().st_size):  # only the database itself gets its name
        raise UserError("disk-failed")
    return slot_file


class _Removing:
    """One removal, in the journal that does not count yet."""

    def __init__(self, vault: OpenVault, connection: Connection, wanted: _Wanted) -> None:
        self._vault = vault
        self._connection = connection
        self._wanted = wanted
        self._keyring = Keyring.of(connection, vault.certificate.person, wanted.keys.secrets.recipient_seed)
        self._journal = Journal(connection, self._keyring, site=vault.card.site)
        self._now_ms = vault.clock.now_ms()

    def run(self) -> SlotFile:
        digests = Digests(self._connection)
        with digests.transaction():
            staying = [
                reader
                for reader in members.readers(self._connection, self._now_ms)
                if reader.person not in self._wanted.gone
            ]
            self._renew(staying)
            self._forget()
            former = self._vault.keys
            self._connection.execute(
                "INSERT INTO former_key VALUES (?, ?)", (former.vault_key_version, former.vault_key)
            )
        return self._slot_file()

    def _renew(self, staying: Sequence[members.Reader]) -> None:
        """Make new secrets first: a revocation is signed by the key that the card names last."""
        vault, connection = self._vault, self._connection
        purposes = stale(connection, self._keyring, [reader.person for reader in staying])
        keys, document = renew(connection, self._keyring, vault.card, purposes, self._now_ms)
        card = vault.card
        if document is not None:
            connection.execute("UPDATE site SET card = ?", (document,))
            card = verify_card(document)
        share(connection, self._append, keys, staying)
        for key in keys:
            self._keyring.add(key)
        *_, seed = (key for key in self._keyring.all() if key.purpose is Purpose.SITE_SEED)
        for person in sorted(self._wanted.gone):
            for revocation in members.revocations_of(connection, seed.secret, card.site, person):
                entry = self._append([members.revocation_entry(revocation)])[0]
                members.keep_revocation(connection, entry, person, revocation)

    def _append(self, entries: Sequence[NewEntry]) -> list[Decoded]:
        return self._journal.append(self._vault.author, entries, now_ms=self._now_ms)

    def _forget(self) -> None:
        self._connection.executemany("DELETE FROM slot WHERE person = ?", [(each,) for each in self._wanted.gone])

    def _slot_file(self) -> SlotFile:
        """Wrap the new key for everybody who stays, and for the recovery sheet."""
        certificates = members.own_certificates(self._connection)
        staying = {
            number: hpke_public_of(certificates[person][1].recipient)
            for number, person in self._connection.execute(_HELD_SLOTS).fetchall()
            if person in certificates
        }
        sheet = members.sheet_recipient(self._connection)
        return self._vault.people.slot_file().renewed(
            self._wanted.keys.vault_key,
            journal_number=self._wanted.keys.journal_number,
            staying=staying,
            recovery=hpke_public_of(sheet) if sheet else None,
        )


def _switch(folder: Path, slot_file: SlotFile) -> None:
    """Write the slot file, which decides; an error after it counts is finished at the next opening."""
    try:
        slot_file.store_both(folder)
    except UserError:
        if SlotFile.load(folder).journal_number != slot_file.journal_number:
            raise
