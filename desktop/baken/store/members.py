"""The people of this site as the journal knows them: certificates, slots, and the secrets they were given.

Everything here runs inside the caller's transaction. Who may do it is decided by holding the site seed, which only
administrators were given; a certificate made without it does not verify.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken import crypto
from baken.errors import UserError
from baken.wire.certificate import Certificate, SiteCard, read_certificate, sign_certificate
from baken.wire.grant import OPEN
from baken.wire.signed import Signed

from .database import Connection
from .decoded import Decoded
from .journal import Author, NewEntry
from .kdf import normal_name
from .slots import UserSecrets
from .trust import CertificateBody, KeyShareBody, SharedKey, WriterBody, recipient_of, shared_with

_INSERT_CERTIFICATE = """
INSERT INTO certificate (hash, site, person, name, document) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (hash) DO NOTHING"""
_NUMBER_OF_CERTIFICATE = "SELECT number FROM certificate WHERE hash = ?"
_OWN_CERTIFICATES = "SELECT number, document FROM certificate WHERE site = (SELECT id FROM site) ORDER BY number"
_INSERT_SHARE = """
INSERT INTO key_share (entry, purpose, key_id, recipient, valid_until, person, wrap)
SELECT entry.number, ?, ?, ?, ?, ?, ? FROM entry WHERE entry.id = ?"""


@dataclass(frozen=True, kw_only=True)
class User:
    """Someone certified by this site; `has_slot` says whether this laptop can be unlocked by them."""

    person: str
    name: str
    capabilities: tuple[str, ...]
    has_slot: bool


def new_certificate(
    card: SiteCard, site_seed: bytes, laptop: bytes, secrets: UserSecrets, *, person: str, name: str,
    capabilities: Iterable[str],
) -> bytes:  # fmt: skip
    """Certify someone's keys on this laptop with the site seed; gives the document."""
    return sign_certificate(
        site_seed,
        Certificate(
            site=card.site,
            practice=card.practice,
            laptop=laptop.hex(),
            person=person,
            name=name,
            sign_public=crypto.public_of(secrets.signing_seed),
            recipient=recipient_of(secrets.recipient_seed),
            capabilities=tuple(capabilities),
            valid_until=None,
            serial=crypto.random_bytes(16),
        ),
    )


def keep_certificate(connection: Connection, document: Signed[Certificate]) -> int:
    """Store a verified certificate once; gives its number here."""
    value = document.value
    connection.execute(_INSERT_CERTIFICATE, (document.id, value.site, value.person, value.name, document.data))
    number: int = connection.execute(_NUMBER_OF_CERTIFICATE, (document.id,)).fetchone()[0]
    return number


def keep_shares(connection: Connection, entry: Decoded, body: KeyShareBody) -> None:
    """Index the shares of a key-share entry that was just appended."""
    connection.executemany(
        _INSERT_SHARE,
        [
            (
                body.purpose.value,
                bytes.fromhex(body.key_id),
                body.recipient,
                body.valid_until,
                share.person,
                share.wrap,
                bytes.fromhex(entry.entry),
            )
            for share in body.shares
        ],
    )


def own_certificates(connection: Connection) -> dict[str, tuple[int, Certificate]]:
    """Give the newest certificate of every person of this site, with its number."""
    rows = connection.execute(_OWN_CERTIFICATES).fetchall()
    documents = [(number, read_certificate(document).value) for number, document in rows]
    return {certificate.person: (number, certificate) for number, certificate in documents}


def users(connection: Connection) -> list[User]:
    """List everyone certified by this site, in the order they were added."""
    slots = {person for (person,) in connection.execute("SELECT person FROM slot WHERE state = 'held'").fetchall()}
    return [
        User(person=person, name=held.name, capabilities=held.capabilities, has_slot=person in slots)
        for person, (_, held) in own_certificates(connection).items()
    ]


def refuse_taken_name(connection: Connection, name: str) -> None:
    """Raise UserError name-taken when somebody of this site has that name already, or name-empty."""
    wanted = normal_name(name)
    if not wanted:
        raise UserError("name-empty")
    if any(normal_name(user.name) == wanted for user in users(connection)):
        raise UserError("name-taken")


def certificate_entry(document: bytes) -> NewEntry:
    """Make the entry that tells the other laptops of a certificate."""
    return NewEntry(kind="certificate", body=CertificateBody(document=document), targets=(OPEN,))


def writer_entry(certificate: Signed[Certificate]) -> NewEntry:
    """Make the first entry of a new writer."""
    return NewEntry(kind="writer", body=WriterBody(certificate=certificate.id.hex()), targets=(OPEN,))


def share_entries(keys: Sequence[SharedKey], readers: Sequence[Certificate]) -> list[tuple[NewEntry, KeyShareBody]]:
    """Make one key-share entry per secret, for those readers who may have it."""
    made = []
    for key in keys:
        allowed = [reader for reader in readers if key.purpose in shared_with(reader.capabilities)]
        if allowed:
            body = key.share_with(allowed)
            made.append((NewEntry(kind="key-share", body=body, targets=(OPEN,)), body))
    return made


def new_writer(connection: Connection, number: int, document: Signed[Certificate], seed: bytes) -> Author:
    """Open a new writer of a certified person on this laptop; its first entry is up to the caller."""
    writer = crypto.random_bytes(16)
    connection.execute("INSERT INTO writer (id, certificate) VALUES (?, ?)", (writer, number))
    return Author(writer=writer, certificate_number=number, certificate=document.value, seed=seed)


def last_writer(connection: Connection, number: int, certificate: Certificate, seed: bytes) -> Author | None:
    """Give the writer that a person used last on this laptop, if there is one."""
    row = connection.execute(
        "SELECT id FROM writer WHERE certificate = ? ORDER BY number DESC LIMIT 1", (number,)
    ).fetchone()
    if row is None:
        return None
    return Author(writer=row[0], certificate_number=number, certificate=certificate, seed=seed)
