"""Does the mailbox still hold what it signed for? Reads everything, changes nothing."""

import hashlib

import msgspec
from sqlalchemy import select, text

from baken.errors import UserError
from baken.wire.registry import AGE_FIRST_LINE, read_receipt
from baken_registry.bundles import read_pieces
from baken_registry.database import addressees, bundles, transaction
from baken_registry.mailbox import Mailbox


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is not as it should be: `where` is "database" or a bundle id."""

    kind: str
    where: str


def check(mailbox: Mailbox) -> tuple[int, tuple[Finding, ...]]:
    """Check the database file (SQLite) and every bundle: bytes against receipt, receipt against key.

    Gives how many bundles were checked, and the findings: database-damaged, receipt-wrong, bytes-differ,
    not-a-bundle. Raises UserError(storage) where the database cannot be read at all.
    """
    findings = []
    if mailbox.engine.dialect.name == "sqlite":
        with transaction(mailbox.engine) as connection:
            if connection.execute(text("PRAGMA integrity_check")).scalars().all() != ["ok"]:
                findings.append(Finding(kind="database-damaged", where="database"))
    with transaction(mailbox.engine) as connection:
        rows = connection.execute(select(bundles).order_by(bundles.c.number)).all()
    for row in rows:
        if not _has_true_receipt(mailbox, row.number, bytes(row.receipt), row.sha256, row.size_bytes):
            findings.append(Finding(kind="receipt-wrong", where=row.bundle))
        if row.held:
            kind = _fault_of_bytes(mailbox, row.number, row.sha256, row.size_bytes)
            if kind:
                findings.append(Finding(kind=kind, where=row.bundle))
    return len(rows), tuple(findings)


def _has_true_receipt(mailbox: Mailbox, number: int, data: bytes, sha256: str, size_bytes: int) -> bool:
    try:
        receipt = read_receipt(data, mailbox.public_key)
    except UserError:
        return False
    with transaction(mailbox.engine) as connection:
        named = connection.scalars(
            select(addressees.c.site).where(addressees.c.number == number).order_by(addressees.c.site)
        ).all()
    return (receipt.sha256, receipt.size_bytes, receipt.addressees) == (sha256, size_bytes, tuple(named))


def _fault_of_bytes(mailbox: Mailbox, number: int, sha256: str, size_bytes: int) -> str:
    digest = hashlib.sha256()
    start = b""
    count = 0
    for piece in read_pieces(mailbox.engine, number):
        start = start or piece[: len(AGE_FIRST_LINE)]
        digest.update(piece)
        count += len(piece)
    if digest.hexdigest() != sha256 or count != size_bytes:
        return "bytes-differ"
    return "" if start == AGE_FIRST_LINE else "not-a-bundle"
