"""Adding people and renewing what they share, which only the holder of the site seed can do; handing on what one has.

A slot is reserved in the journal, written, and only then held by a certified person, so that an interruption never
leaves a slot that somebody without a certificate could open. Holding the site seed is the permission: a
certificate made without it does not verify.
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
from .epochs import is_ending, new_epoch
from .journal import Author, NewEntry, is_absurd
from .kdf import SlotKeys
from .keyring import Keyring
from .slots import SlotFile, UserSecrets
from .trust import Purpose, SharedKey, shared_with


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

    def add_user(self, name: str, capabilities: Iterable[str], slot_keys: SlotKeys, person: str | None) -> str:
        """Give somebody a slot, a certificate and the secrets that they may have; gives the person id.

        Raises UserError: not-admin, name-taken, name-empty, slots-full, disk-full, folder-read-only.
        """
        vault = self._vault
        members.refuse_taken_name(vault.connection, name)
        held_by = person or crypto.random_bytes(16).hex()
        secrets = UserSecrets.new()
        document = self._certify(secrets, held_by, name, capabilities)
        taken = {number for (number,) in vault.connection.execute("SELECT number FROM slot").fetchall()}
        slot_file, slot = SlotFile.load(vault.folder).with_room(taken)
        with vault.transaction():
            vault.connection.execute("INSERT INTO slot VALUES (?, ?, 'reserved')", (slot, held_by))
        slot_file.with_slot(slot, slot_keys, secrets, self._vault_key).store(vault.folder)
        with vault.transaction():
            self._admit(document)
            vault.connection.execute("UPDATE slot SET state = 'held' WHERE number = ?", (slot,))
        return held_by

    def add_author(self, name: str, capabilities: Iterable[str]) -> Author:
        """Certify somebody without a slot, in a practice vault. Raises UserError not-practice or not-admin."""
        if not self._vault.card.practice:
            raise UserError("not-practice")
        secrets = UserSecrets.new()
        document = self._certify(secrets, crypto.random_bytes(16).hex(), name, capabilities)
        signed = read_certificate(document)
        with self._vault.transaction():
            number = self._admit(document)
            author = members.new_writer(self._vault.connection, number, signed, secrets.signing_seed)
            self._vault.append([members.writer_entry(signed)], author=author)
        return author

    def free_reserved_slots(self) -> None:
        """Undo what an interrupted `add_user` left: its slot could be opened by somebody who was never certified."""
        vault = self._vault
        for (number,) in vault.connection.execute("SELECT number FROM slot WHERE state = 'reserved'").fetchall():
            slot_file = SlotFile.load(vault.folder)
            if number < len(slot_file.slots):
                slot_file.without_slot(number).store(vault.folder)
            with vault.transaction():
                vault.connection.execute("DELETE FROM slot WHERE number = ?", (number,))

    def renew_epochs(self, now_ms: int) -> bytes | None:
        """Make new epoch identities when the old ones end and this user holds the site seed; gives the new card."""
        vault, site_seed = self._vault, self._vault.keyring.current(Purpose.SITE_SEED)
        if site_seed is None or is_absurd(now_ms) or not is_ending(vault.card, now_ms):
            return None
        keys, card_document = new_epoch(vault.card, site_seed.secret, now_ms)
        readers = [certificate for _, certificate in members.own_certificates(vault.connection).values()]
        with vault.transaction():
            vault.connection.execute("UPDATE site SET card = ?", (card_document,))
            self._share(keys, readers)
        for key in keys:
            if key.purpose in shared_with(vault.certificate.capabilities):
                vault.keyring.add(key)
        return card_document

    def hand_on(self) -> None:
        """Share what this user holds with those who may have it and were not given it.

        An administrator adds a safeguarding lead without holding what a lead holds: the next member who unlocks hands
        it on. Source: architecture.md, "Trust".
        """
        connection, keys = self._vault.connection, self._vault.keyring.all()
        given = set(connection.execute("SELECT person, key_id FROM key_share").fetchall())
        lacking = [
            (key, certificate)
            for _, certificate in members.own_certificates(connection).values()
            for key in keys
            if key.purpose in shared_with(certificate.capabilities) and (certificate.person, key.key_id) not in given
        ]
        if lacking:
            with self._vault.transaction():
                for key, certificate in lacking:
                    self._share([key], [certificate])

    def _certify(self, secrets: UserSecrets, person: str, name: str, capabilities: Iterable[str]) -> bytes:
        site_seed = self._vault.keyring.current(Purpose.SITE_SEED)
        if site_seed is None:
            raise UserError("not-admin")
        return members.new_certificate(
            self._vault.card,
            site_seed.secret,
            bytes.fromhex(self._vault.laptop),
            secrets,
            person=person,
            name=name.strip(),
            capabilities=capabilities,
        )

    def _admit(self, document: bytes) -> int:
        """Store a certificate made here and share the secrets that its holder may have; gives its number."""
        certificate = verify_certificate(document, self._vault.card)
        number = members.keep_certificate(self._vault.connection, read_certificate(document))
        self._vault.append([members.certificate_entry(document)])
        self._share(self._vault.keyring.all(), [certificate])
        return number

    def _share(self, keys: Sequence[SharedKey], readers: Sequence[Certificate]) -> None:
        for entry, body in members.share_entries(keys, readers):
            members.keep_shares(self._vault.connection, self._vault.append([entry])[0], body)
