"""What went out and what came in: bundles, their delivery, the mailbox, and what it must still be told.

Every function runs inside the caller's transaction or only reads. A step of delivery is recorded together with the
signed proof that allows it, and never goes back. No content of a bundle is here, only ids and counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from baken.errors import BugError
from baken.model.codes import Delivery

from .database import Connection

_ADD_OUTGOING = """
INSERT INTO outgoing (bundle, addressee, kind, file, made_ms, pieces, signals, delivery)
VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')"""
_OUTGOING = """
SELECT bundle, addressee, kind, file, made_ms, pieces, signals, delivery, registry_receipt, registry_ms,
    addressee_receipt, addressee_ms, refusal
FROM outgoing ORDER BY made_ms, bundle, addressee"""
_AT_REGISTRY = """
UPDATE outgoing SET registry_receipt = ?1, registry_ms = ?2, refusal = '',
    delivery = CASE delivery WHEN 'waiting' THEN 'at_registry' ELSE delivery END
WHERE bundle = ?3 AND addressee = ?4 AND registry_receipt IS NULL"""
_RECEIVED = """
UPDATE outgoing SET addressee_receipt = ?1, addressee_ms = ?2, refusal = '', delivery = 'received'
WHERE bundle = ?3 AND addressee = ?4 AND kind = 'entries' AND addressee_receipt IS NULL"""
_REFUSED = "UPDATE outgoing SET refusal = ? WHERE bundle = ? AND addressee = ? AND delivery = 'waiting'"
_SENT = "INSERT INTO sent (site, entry) VALUES (?, ?) ON CONFLICT DO NOTHING"
_INCOMING = """
SELECT bundle, site, closed_ms, new, known, conflicts FROM import
WHERE closed_ms IS NOT NULL ORDER BY number"""
_ENROL = """
INSERT INTO enrolment (one, address, mailbox_public, enrolled_ms) VALUES (1, ?1, ?2, ?3)
ON CONFLICT (one) DO UPDATE SET address = ?1, mailbox_public = ?2, enrolled_ms = ?3, synced_ms = NULL"""
_ACKNOWLEDGE = """
INSERT INTO acknowledgement (parcel, result, taken_ms) VALUES (?, ?, ?) ON CONFLICT (parcel) DO NOTHING"""


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A bundle made here for one addressee; times are UTC milliseconds.

    `file` is its name in outbox/, empty for one that was handed over by hand. `refusal` says why a carrier would not
    take it at the last attempt.
    """

    bundle: str
    addressee: str
    kind: str = "entries"  # or "receipt"
    file: str
    made_ms: int
    pieces: int = 0
    signals: int = 0
    delivery: Delivery = Delivery.WAITING
    registry_receipt: bytes | None = field(default=None, repr=False)
    registry_ms: int | None = None
    addressee_receipt: bytes | None = field(default=None, repr=False)
    addressee_ms: int | None = None
    refusal: str = ""


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A bundle that was imported to its end."""

    bundle: str
    site: str
    received_ms: int
    new: int
    known: int
    conflicts: int


@dataclass(frozen=True, kw_only=True)
class Mailbox:
    """The mailbox that took this site in; `synced_ms` is the last exchange that went through."""

    address: str
    public: bytes
    enrolled_ms: int
    synced_ms: int | None


@dataclass(frozen=True, kw_only=True)
class Acknowledgement:
    """Something of the mailbox's that was taken in, which it has not been told yet."""

    parcel: str
    result: str
    taken_ms: int


class Exchange:
    """The exchange tables of an open vault."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_outgoing(self, made: Outgoing) -> None:
        """Record a bundle that was made; it waits."""
        self._connection.execute(
            _ADD_OUTGOING,
            (made.bundle, made.addressee, made.kind, made.file, made.made_ms, made.pieces, made.signals),
        )

    def outgoing(self, *, waiting: bool = False) -> list[Outgoing]:
        """List the bundles made here, oldest first; all, or only those that still wait."""
        rows = [
            Outgoing(
                bundle=row[0], addressee=row[1], kind=row[2], file=row[3], made_ms=row[4], pieces=row[5],
                signals=row[6], delivery=_delivery(row[7], row[3]), registry_receipt=row[8], registry_ms=row[9],
                addressee_receipt=row[10], addressee_ms=row[11], refusal=row[12],
            )
            for row in self._connection.execute(_OUTGOING).fetchall()
        ]  # fmt: skip
        return [row for row in rows if not waiting or row.delivery is Delivery.WAITING]

    def mark_at_registry(self, sent: Outgoing, receipt: bytes, at_ms: int) -> bool:
        """Keep the mailbox's verified receipt; gives whether it was news. `received` stays received."""
        key = (sent.bundle, sent.addressee)
        return self._connection.execute(_AT_REGISTRY, (_proof(receipt), at_ms, *key)).rowcount > 0

    def mark_refused(self, held: Outgoing, refusal: str) -> None:
        """Remember why a carrier would not take a bundle; it goes on waiting."""
        self._connection.execute(_REFUSED, (refusal, held.bundle, held.addressee))

    def mark_received(self, bundle: str, addressee: str, receipt: bytes, at_ms: int) -> bool:
        """Keep the addressee's verified receipt; gives whether a bundle of ours was waiting for it."""
        return self._connection.execute(_RECEIVED, (_proof(receipt), at_ms, bundle, addressee)).rowcount > 0

    def incoming(self) -> list[Incoming]:
        """List the bundles that were imported to their end, oldest first."""
        return [
            Incoming(
                bundle=row[0], site=row[1], received_ms=row[2], new=row[3], known=row[4], conflicts=row[5],
            )
            for row in self._connection.execute(_INCOMING).fetchall()
        ]  # fmt: skip

    def mark_sent(self, site: str, entries: Iterable[bytes]) -> None:
        """Remember which entries, by id, are in a bundle for a site."""
        self._connection.executemany(_SENT, ((site, entry) for entry in entries))

    def imported(self, bundle: str) -> Incoming | None:
        """Give the import of a bundle that is already in, or None."""
        return next((row for row in self.incoming() if row.bundle == bundle), None)

    def enrol(self, address: str, public: bytes, at_ms: int) -> None:
        """Remember the mailbox; another one takes its place."""
        self._connection.execute(_ENROL, (address, public, at_ms))

    def mailbox(self) -> Mailbox | None:
        """Give the mailbox, or None while not enrolled."""
        row = self._connection.execute(
            "SELECT address, mailbox_public, enrolled_ms, synced_ms FROM enrolment"
        ).fetchone()
        return row and Mailbox(address=row[0], public=row[1], enrolled_ms=row[2], synced_ms=row[3])

    def note_sync(self, at_ms: int) -> None:
        """Remember when an exchange went through."""
        self._connection.execute("UPDATE enrolment SET synced_ms = ?", (at_ms,))

    def owe_acknowledgement(self, parcel: str, result: str, at_ms: int) -> None:
        """Remember, in the transaction that took a parcel in, that the mailbox must be told."""
        self._connection.execute(_ACKNOWLEDGE, (parcel, result, at_ms))

    def owed_acknowledgements(self) -> list[Acknowledgement]:
        """List what the mailbox must still be told, oldest first."""
        rows = self._connection.execute(
            "SELECT parcel, result, taken_ms FROM acknowledgement ORDER BY taken_ms, parcel"
        ).fetchall()
        return [Acknowledgement(parcel=row[0], result=row[1], taken_ms=row[2]) for row in rows]

    def acknowledged(self, parcel: str) -> None:
        """Forget one that the mailbox knows now."""
        self._connection.execute("DELETE FROM acknowledgement WHERE parcel = ?", (parcel,))


def _delivery(stored: str, file: str) -> Delivery:
    """Give how far a bundle got: without a file in the outbox nothing waits to be sent."""
    delivery = Delivery(stored)
    return Delivery.HANDED_OVER if delivery is Delivery.WAITING and not file else delivery


def _proof(receipt: bytes) -> bytes:
    if not receipt:
        raise BugError("a step of delivery without its proof")
    return receipt
