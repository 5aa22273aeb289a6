"""Adding people, giving them new secrets or a new passphrase, and renewing what they share.

A slot is reserved in the journal, written, and only then held by a certified person, so that an interruption never
leaves a slot that somebody without a certificate could open. A slot that dies is reserved first and then overwritten
in both copies. Holding the site seed is the permission: a certificate made without it does not verify.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from baken import crypto
from baken.errors import UserError
from baken.wire.certificate import Certificate, SiteCard, read_certificate, verify_certificate

from . import members
from .database import Connection
from .decoded import Decoded
from .epochs import is_ending
from .journal import Author, NewEntry, is_absurd
from .kdf import SlotKeys
from .keyring import Keyring
from .renewal import lacking, renew, share, stale
from .slots import SlotFile, UserKeys, UserSecrets
from .trust import Purpose, shared_with


class Recorder(Protocol):
    """What is needed of an open vault."""

    folder: Path
    connection: Connection
    card: SiteCard
    laptop: str
    keyring: Keyring
    certificate: Certificate

    def transaction(self) -> AbstractContextManager[None]:
        """Commit everything inside together."""

    def append(self, entries: Sequence[NewEntry], *, author: Author | None = None) -> list[Decoded]:
        """Write entries."""


class Admission:
    """The people of one open vault, as far as the unlocked user may change them."""

    def __init__(self, vault: Recorder, vault_key: bytes) -> None:
        self._vault = vault
        self._vault_key = vault_key

    def slot_file(self) -> SlotFile:
        """Read the slot file, whose salt and cost a new passphrase is derived with."""
        return SlotFile.load(self._vault.folder)

    def users(self) -> list[members.User]:
        """List everyone certified by this site."""
        return members.users(self._vault.connection)

    def add_user(
        self, name: str, capabilities: Iterable[str], slot_keys: SlotKeys, *, valid_until: int | None = None
    ) -> str:
        """Give somebody a slot, a certificate and the secrets that they may have; gives the person id.

        `slot_keys` come from `derive` with `slot_file()`, which takes about a second and may run elsewhere;
        `valid_until` (UTC milliseconds) is for accounts that end. Raises UserError: not-admin, name-taken,
        name-empty, slots-full, disk-full, folder-read-only.
        """
        members.refuse_taken_name(self._vault.connection, name)
        person, secrets = crypto.random_bytes(16).hex(), UserSecrets.new()
        document = self.certify(secrets, person, name.strip(), capabilities, valid_until)
        self.seat(document, secrets, slot_keys)
        return person

    def reissue(self, person: str, name: str, slot_keys: SlotKeys) -> None:
        """Give somebody who forgot their passphrase new secrets under the same person id; their old slot dies.

        Their former certificates end with what was written until now. Raises UserError not-admin, person-unknown,
        own-account (use `change_passphrase`), account-ended, name-taken and those of `add_user`.
        """
        vault = self._vault
        held = members.own_certificates(vault.connection).get(person)
        if held is None:
            raise UserError("person-unknown")
        if person == self._vault.certificate.person:
            raise UserError("own-account")
        members.refuse_taken_name(vault.connection, name, person=person)
        certificate, secrets = held[1], UserSecrets.new()
        document = self.certify(secrets, person, name.strip(), certificate.capabilities, certificate.valid_until)
        self.seat(document, secrets, slot_keys, replaces=True)
        self.free_reserved_slots()

    def change_passphrase(self, keys: UserKeys, slot_keys: SlotKeys) -> None:
        """Give the unlocked user, whose keys these are, a new passphrase; the old one then opens neither copy.

        A kill in between leaves the old one or the new one. Raises UserError slots-unreadable, disk-full, disk-failed,
        folder-read-only.
        """
        self.slot_file().with_slot(keys.slot, slot_keys, keys.secrets, keys.vault_key).store_both(self._vault.folder)

    def add_author(self, name: str, capabilities: Iterable[str]) -> Author:
        """Certify somebody who has no slot and can sign only now: the authors of a practice vault.

        Raises UserError not-practice in a live vault, where nobody signs for another, or not-admin.
        """
        if not self._vault.card.practice:
            raise UserError("not-practice")
        secrets = UserSecrets.new()
        document = self.certify(secrets, crypto.random_bytes(16).hex(), name.strip(), capabilities, None)
        signed = read_certificate(document)
        with self._vault.transaction():
            number = self._admit(document)
            author = members.new_writer(self._vault.connection, number, signed, secrets.signing_seed)
            self._vault.append([members.writer_entry(signed)], author=author)
        return author

    def free_reserved_slots(self) -> None:
        """Overwrite slots that nobody may open: of an interrupted admission, and those that new secrets replaced."""
        vault = self._vault
        for (number,) in vault.connection.execute("SELECT number FROM slot WHERE state = 'reserved'").fetchall():
            slot_file = SlotFile.load(vault.folder)
            if number < len(slot_file.slots):
                slot_file.without_slot(number).store_both(vault.folder)
            with vault.transaction():
                vault.connection.execute("DELETE FROM slot WHERE number = ?", (number,))

    def renew_shared(self, now_ms: int) -> bytes | None:
        """Make new secrets for those that somebody who left knows, and new epochs when the old ones end.

        Whoever may have a secret of this user's and was not given it gets it too. Gives the new card, or None where it
        stays. At an absurd clock only the stale ones are renewed.
        """
        vault = self._vault
        given_to = members.readers(vault.connection, now_ms)
        purposes = set(stale(vault.connection, vault.keyring, [reader.person for reader in given_to]))
        holds_site = vault.keyring.current(Purpose.SITE_SEED) is not None
        mine = shared_with(vault.certificate.capabilities)
        lacks_desk = Purpose.DESK in mine and vault.keyring.current(Purpose.DESK) is None
        if holds_site and not is_absurd(now_ms) and (lacks_desk or is_ending(vault.card, now_ms)):
            purposes |= {Purpose.DESK, Purpose.EXCHANGE}
        waiting = lacking(vault.connection, vault.keyring, given_to)
        if not purposes and not waiting:
            return None
        keys, card_document = renew(vault.connection, vault.keyring, vault.card, purposes, now_ms)
        with vault.transaction():
            for reader, held in waiting:
                share(vault.connection, vault.append, held, [reader])
            if card_document is not None:
                vault.connection.execute("UPDATE site SET card = ?", (card_document,))
            share(vault.connection, vault.append, keys, given_to)
        for key in keys:
            if key.purpose in mine:
                vault.keyring.add(key)
        return card_document

    def seat(self, document: bytes, secrets: UserSecrets, slot_keys: SlotKeys, *, replaces: bool = False) -> None:
        """Reserve a slot, write it, and let its certified holder have it; one that it replaces is reserved again."""
        vault, person = self._vault, read_certificate(document).value.person
        taken = {number for (number,) in vault.connection.execute("SELECT number FROM slot").fetchall()}
        slot_file, slot = SlotFile.load(vault.folder).with_room(taken)
        with vault.transaction():
            vault.connection.execute("INSERT INTO slot VALUES (?, ?, 'reserved')", (slot, person))
        slot_file.with_slot(slot, slot_keys, secrets, self._vault_key).store_both(vault.folder)
        with vault.transaction():
            if replaces:
                self._revoke(person)
                vault.connection.execute("UPDATE slot SET state = 'reserved' WHERE person = ?", (person,))
            self._admit(document)
            vault.connection.execute("UPDATE slot SET state = 'held' WHERE number = ?", (slot,))

    def _revoke(self, person: str) -> None:
        vault = self._vault
        for document in members.revocations_of(vault.connection, self._site_seed(), vault.card.site, person):
            entry = vault.append([members.revocation_entry(document)])[0]
            members.keep_revocation(vault.connection, entry, person, document)

    def certify(
        self, secrets: UserSecrets, person: str, name: str, capabilities: Iterable[str], valid_until: int | None
    ) -> bytes:
        """Make a certificate of somebody's keys on this laptop. Raises UserError not-admin."""
        return members.new_certificate(
            self._vault.card,
            self._site_seed(),
            bytes.fromhex(self._vault.laptop),
            secrets,
            person=person,
            name=name,
            capabilities=capabilities,
            valid_until=valid_until,
        )

    def _site_seed(self) -> bytes:
        site_seed = self._vault.keyring.current(Purpose.SITE_SEED)
        if site_seed is None:
            raise UserError("not-admin")
        return site_seed.secret

    def _admit(self, document: bytes) -> int:
        """Store a certificate made here and share the secrets that its holder may have; gives its number."""
        certificate = verify_certificate(document, self._vault.card)
        number = members.keep_certificate(self._vault.connection, read_certificate(document))
        self._vault.append([members.certificate_entry(document)])
        keys, given_to = self._vault.keyring.all(), [members.Reader.of(certificate)]
        share(self._vault.connection, self._vault.append, keys, given_to)
        return number
