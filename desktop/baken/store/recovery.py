"""The recovery sheet: letting its holder in, and giving an administrator a new passphrase with it.

The sheet is a recipient like a person without a slot: the slot file holds the vault's key for it, the journal its
shares of the site seed and of the compartments. Making another one takes its place. What is printed is nowhere kept.
Source: security.md, "Recovery".
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import Clock
from baken.model.codes import Capability
from baken.wire.age import hpke_public_of
from baken.wire.certificate import Certificate, SiteCard, read_certificate, verify_card
from baken.wire.grant import OPEN

from . import members
from .admission import Admission, Recorder
from .creation import journal_key, journal_path
from .database import Connection, open_database, storage_errors
from .decoded import Decoded
from .digests import Digests
from .instance import InstanceLock
from .journal import Author, Journal, NewEntry
from .kdf import SlotKeys, derive, normal_name
from .keyring import Keyring
from .links import refuse_links
from .recovery_code import seed_of
from .renewal import share
from .slots import SlotFile, UserSecrets
from .trust import Purpose, RecoveryBody, recipient_of

_KEEP = """
INSERT INTO recovery (one, entry, recipient, made_ms, wrapped)
SELECT 1, number, ?, ?, 0 FROM entry WHERE id = ?
ON CONFLICT (one) DO UPDATE SET
    entry = excluded.entry, recipient = excluded.recipient, made_ms = excluded.made_ms, wrapped = 0"""


def let_sheet_in(vault: Recorder, vault_key: bytes, code: bytes, now_ms: int) -> None:
    """Make this code the one that counts; the sheet before opens nothing any more.

    Raises UserError not-admin, disk-full, disk-failed, folder-read-only.
    """
    if vault.keyring.current(Purpose.SITE_SEED) is None:
        raise UserError("not-admin")
    recipient = recipient_of(seed_of(code))
    with vault.transaction():
        entry = vault.append([NewEntry(kind="recovery", body=RecoveryBody(recipient=recipient), targets=(OPEN,))])[0]
        vault.connection.execute(_KEEP, (recipient, max(0, now_ms), bytes.fromhex(entry.entry)))
        share(vault.connection, vault.append, vault.keyring.all(), [members.sheet_reader(recipient)])
    wrap_for_sheet(vault, vault_key)


def wrap_for_sheet(vault: Recorder, vault_key: bytes) -> None:
    """Put the vault's key into the slot file for the sheet that counts, unless it is there; a kill left it undone."""
    row = vault.connection.execute("SELECT recipient FROM recovery WHERE wrapped = 0").fetchone()
    if row is None:
        return
    SlotFile.load(vault.folder).with_recovery(hpke_public_of(row[0]), vault_key).store_both(vault.folder)
    with vault.transaction():
        vault.connection.execute("UPDATE recovery SET wrapped = 1")


def sheet_made_ms(connection: Connection) -> int | None:
    """Give when the sheet that counts was made (UTC milliseconds), or None while there is none."""
    row = connection.execute("SELECT made_ms FROM recovery").fetchone()
    return None if row is None else row[0]


def recover(folder: Path, code: bytes, name: str, passphrase: str, clock: Clock) -> None:
    """Give an administrator a new passphrase with the sheet's code: new secrets for the same person id.

    Takes about a second; the vault must be closed. Raises UserError recovery-code-unknown (the code is of another
    vault, or of a sheet that was replaced), recover-not-admin (no administrator has that name), already-open and those
    of opening a vault.
    """
    lock = InstanceLock(folder)
    lock.acquire()
    try:
        refuse_links(folder)
        slot_file, seed = SlotFile.load(folder), seed_of(code)
        vault_key = slot_file.open_recovery(seed)
        slot_keys = derive(slot_file.vault_salt, name, passphrase, slot_file.parameters)
        connection = open_database(journal_path(folder, slot_file.journal_number), journal_key(vault_key))
        try:
            with storage_errors():
                _Recovering(folder, connection, seed, clock, name).give(slot_keys, vault_key)
        finally:
            connection.close()
    finally:
        lock.release()


class _Recovering:
    """A vault as the holder of the sheet opens it: what `Admission` needs, with the administrator's new writer."""

    def __init__(self, folder: Path, connection: Connection, seed: bytes, clock: Clock, name: str) -> None:
        self.folder = folder
        self.connection = connection
        self.card: SiteCard = verify_card(connection.execute("SELECT card FROM site").fetchone()[0])
        self.laptop: str = connection.execute("SELECT id FROM laptop").fetchone()[0].hex()
        self.keyring = Keyring.of(connection, members.SHEET, seed)
        self.certificate: Certificate = self._administrator(name)
        self._journal = Journal(connection, self.keyring, site=self.card.site)
        self._digests = Digests(connection)
        self._clock = clock
        self._secrets = UserSecrets.new()
        self._document = b""
        self._author: Author | None = None

    def _administrator(self, name: str) -> Certificate:
        wanted = normal_name(name)
        for _, held in members.own_certificates(self.connection).values():
            if Capability.ADMIN in held.capabilities and normal_name(held.name) == wanted:
                return held
        raise UserError("recover-not-admin")

    def give(self, slot_keys: SlotKeys, vault_key: bytes) -> None:
        """Certify new keys of the administrator and let their slot be the only one."""
        admission, held = Admission(self, vault_key), self.certificate
        admission.free_reserved_slots()
        self._document = admission.certify(self._secrets, held.person, held.name, held.capabilities, None)
        admission.seat(self._document, self._secrets, slot_keys, replaces=True)
        admission.free_reserved_slots()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything inside together."""
        with self._digests.transaction():
            yield

    def append(self, entries: Sequence[NewEntry], *, author: Author | None = None) -> list[Decoded]:
        """Write entries by the administrator, whose new writer the first one begins."""
        now_ms = self._clock.now_ms()
        if self._author is None:
            document = read_certificate(self._document)
            number = members.keep_certificate(self.connection, document)
            self._author = members.new_writer(self.connection, number, document, self._secrets.signing_seed)
            self._journal.append(self._author, [members.writer_entry(document)], now_ms=now_ms)
        return self._journal.append(author or self._author, entries, now_ms=now_ms)
