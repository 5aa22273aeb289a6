"""The people of this site as the journal knows them: certificates, slots, and the secrets they were given.

Everything here runs inside the caller's transaction. Who may do it is decided by holding the site seed, which only
administrators were given; a certificate made without it does not verify. The recovery sheet is a reader of secrets
like a person, with an id of its own, and nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from baken import crypto
from baken.errors import UserError
from baken.wire.certificate import (
    REVOCATIONS,
    Certificate,
    LastAccepted,
    Revocation,
    SiteCard,
    read_certificate,
    sign_certificate,
    sign_revocation,
)
from baken.wire.grant import OPEN
from baken.wire.signed import Signed

from .database import Connection
from .decoded import Decoded
from .journal import Author, NewEntry
from .kdf import normal_name
from .slots import UserSecrets
from .trust import (
    CertificateBody,
    KeyShareBody,
    Purpose,
    RevocationBody,
    SharedKey,
    WriterBody,
    recipient_of,
    shared_with,
)

SHEET = "0" * 32  # the person id under which the recovery sheet has its shares
SHEET_LACKS = frozenset((Purpose.DESK, Purpose.EXCHANGE))  # epochs end; a sheet that opens old ones would undo that
_INSERT_CERTIFICATE = """
INSERT INTO certificate (hash, site, person, name, document) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (hash) DO NOTHING"""
_NUMBER_OF_CERTIFICATE = "SELECT number FROM certificate WHERE hash = ?"
_OWN_CERTIFICATES = "SELECT number, document FROM certificate WHERE site = (SELECT id FROM site) ORDER BY number"
_INSERT_SHARE = """
INSERT INTO key_share (entry, purpose, key_id, recipient, valid_until, person, wrap)
SELECT entry.number, ?, ?, ?, ?, ?, ? FROM entry WHERE entry.id = ?"""
_INSERT_REVOCATION = """
INSERT INTO revocation (serial, entry, person, document) SELECT ?, number, ?, ? FROM entry WHERE id = ?"""
_WRITERS_OF = "SELECT writer, max(sequence) FROM entry WHERE certificate = ? GROUP BY writer ORDER BY writer"


@dataclass(frozen=True, kw_only=True)
class User:
    """Someone certified by this site; `has_slot` says whether this laptop can be unlocked by them.

    `valid_until` is UTC milliseconds, or None for an account without an end.
    """

    person: str
    name: str
    capabilities: tuple[str, ...]
    has_slot: bool
    valid_until: int | None = None


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who is given shared secrets, and which."""

    person: str
    recipient: str
    purposes: frozenset[Purpose]

    @classmethod
    def of(cls, certificate: Certificate) -> "Reader":
        """Give the holder of a certificate."""
        return cls(
            person=certificate.person,
            recipient=certificate.recipient,
            purposes=shared_with(certificate.capabilities),
        )


def new_certificate(
    card: SiteCard, site_seed: bytes, laptop: bytes, secrets: UserSecrets, *, person: str, name: str,
    capabilities: Iterable[str], valid_until: int | None = None,
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
            valid_until=valid_until,
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


def keep_revocation(connection: Connection, entry: Decoded, person: str, document: bytes) -> None:
    """Index a revocation of a person's certificate, whose entry was just appended."""
    serial = REVOCATIONS.read(document).value.serial
    connection.execute(_INSERT_REVOCATION, (serial, person, document, bytes.fromhex(entry.entry)))


def own_certificates(connection: Connection) -> dict[str, tuple[int, Certificate]]:
    """Give the newest certificate of every person of this site, with its number; who was removed has none."""
    gone = {serial for (serial,) in connection.execute("SELECT serial FROM revocation").fetchall()}
    newest = {certificate.person: (number, certificate) for number, certificate in _all_own(connection)}
    return {person: held for person, held in newest.items() if held[1].serial not in gone}


def users(connection: Connection) -> list[User]:
    """List everyone certified by this site, in the order they were added."""
    slots = {person for (person,) in connection.execute("SELECT person FROM slot WHERE state = 'held'").fetchall()}
    return [
        User(
            person=person,
            name=held.name,
            capabilities=held.capabilities,
            has_slot=person in slots,
            valid_until=held.valid_until,
        )
        for person, (_, held) in own_certificates(connection).items()
    ]


def readers(connection: Connection, now_ms: int) -> list[Reader]:
    """Give who is given new secrets: everybody whose certificate has not ended, and the recovery sheet."""
    found = [
        Reader.of(certificate)
        for _, certificate in own_certificates(connection).values()
        if not has_ended(certificate, now_ms)
    ]
    sheet = sheet_recipient(connection)
    return [*found, sheet_reader(sheet)] if sheet else found


def sheet_reader(recipient: str) -> Reader:
    """Give the recovery sheet as a reader of everything but epoch identities."""
    return Reader(person=SHEET, recipient=recipient, purposes=frozenset(Purpose) - SHEET_LACKS)


def sheet_recipient(connection: Connection) -> str:
    """Give the public recipient of the recovery sheet that counts, empty while there is none."""
    row = connection.execute("SELECT recipient FROM recovery").fetchone()
    return row[0] if row else ""


def has_ended(certificate: Certificate, now_ms: int) -> bool:
    """Say whether an account with an end date, such as a shift account, is over."""
    return certificate.valid_until is not None and now_ms >= certificate.valid_until


def refuse_taken_name(connection: Connection, name: str, *, person: str | None = None) -> None:
    """Raise UserError name-taken when somebody else of this site has that name already, or name-empty."""
    wanted = normal_name(name)
    if not wanted:
        raise UserError("name-empty")
    if any(normal_name(user.name) == wanted and user.person != person for user in users(connection)):
        raise UserError("name-taken")


def revocations_of(connection: Connection, site_seed: bytes, site: str, person: str) -> list[bytes]:
    """Make a revocation of each certificate of a person that counts: what they wrote until now stays accepted."""
    gone = {serial for (serial,) in connection.execute("SELECT serial FROM revocation").fetchall()}
    made = []
    for number, certificate in _all_own(connection):
        if certificate.person == person and certificate.serial not in gone:
            writers = tuple(
                LastAccepted(writer=writer.hex(), sequence=sequence)
                for writer, sequence in connection.execute(_WRITERS_OF, (number,)).fetchall()
            )
            made.append(sign_revocation(site_seed, Revocation(site=site, serial=certificate.serial, writers=writers)))
    return made


def certificate_entry(document: bytes) -> NewEntry:
    """Make the entry that tells the other laptops of a certificate."""
    return NewEntry(kind="certificate", body=CertificateBody(document=document), targets=(OPEN,))


def revocation_entry(document: bytes) -> NewEntry:
    """Make the entry that tells the other laptops of a revocation."""
    return NewEntry(kind="revocation", body=RevocationBody(document=document), targets=(OPEN,))


def writer_entry(certificate: Signed[Certificate]) -> NewEntry:
    """Make the first entry of a new writer."""
    return NewEntry(kind="writer", body=WriterBody(certificate=certificate.id.hex()), targets=(OPEN,))


def share_entries(keys: Sequence[SharedKey], given_to: Sequence[Reader]) -> list[tuple[NewEntry, KeyShareBody]]:
    """Make one key-share entry per secret, for those readers who may have it."""
    made = []
    for key in keys:
        allowed = [reader for reader in given_to if key.purpose in reader.purposes]
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


def _all_own(connection: Connection) -> list[tuple[int, Certificate]]:
    rows = connection.execute(_OWN_CERTIFICATES).fetchall()
    return [(number, read_certificate(document).value) for number, document in rows]
