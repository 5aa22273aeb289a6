"""Sealed bundles in the database: stored whole with a receipt or not at all, until every addressee has them.

A bundle is named by its sender's site and the id the sender gave it, so no site can meet another's ids. What is
not there and what is not for the caller take the same query and give the same answer.
"""

from collections.abc import Iterable, Iterator
from hmac import compare_digest

import msgspec
from sqlalchemy import Connection, Engine, and_, delete, exists, func, insert, select, update
from sqlalchemy.sql import ColumnElement

from baken.wire.registry import (
    MAX_WAITING,
    Receipt,
    Refusal,
    WaitingBundle,
    WaitingList,
    sign_receipt,
)
from baken_registry.database import (
    acknowledgements,
    addressees,
    bundles,
    chunks,
    laptops,
    nonces,
    sites,
    transaction,
)
from baken_registry.directory import enrolled_sites
from baken_registry.gate import Caller
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox
from baken_registry.refusals import RefusedError


class Push(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller wants stored: bytes that were already counted and hashed."""

    bundle: str
    sha256: str
    size_bytes: int
    addressees: tuple[str, ...]


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that may be read: its row number, hash and size."""

    number: int
    sha256: str
    size_bytes: int


def store(mailbox: Mailbox, caller: Caller, push: Push, pieces: Iterable[bytes]) -> bytes:
    """Keep a bundle for its addressees and give the signed receipt; the same bundle again gives the same receipt.

    Raises RefusedError: this id with other bytes or addressees, an addressee that is not enrolled, quota.
    """
    now_ms = mailbox.now_ms()
    with transaction(mailbox.engine) as connection:
        # On PostgreSQL two pushes of one site wait for each other here; SQLite has one writer anyway.
        connection.execute(select(sites).where(sites.c.site == caller.site).with_for_update()).one()
        receipt = _receipt(connection, caller, push, now_ms)
        if receipt is not None:
            return receipt
        if enrolled_sites(connection, push.addressees) != frozenset(push.addressees):
            raise RefusedError(Refusal.ADDRESSEE_UNKNOWN)
        _check_quota(connection, caller, push, mailbox.limits, now_ms)
        receipt = sign_receipt(
            mailbox.seed,
            Receipt(
                mailbox=mailbox.public_key,
                bundle=push.bundle,
                sha256=push.sha256,
                size_bytes=push.size_bytes,
                stored_ms=now_ms,
                sender=caller.site,
                addressees=push.addressees,
            ),
        )
        number = connection.execute(
            insert(bundles)
            .values(
                sender=caller.site,
                bundle=push.bundle,
                sha256=push.sha256,
                size_bytes=push.size_bytes,
                stored_ms=now_ms,
                expires_ms=now_ms + mailbox.limits.keep_ms,
                receipt=receipt,
                held=True,
            )
            .returning(bundles.c.number)
        ).scalar_one()
        connection.execute(insert(addressees), [{"number": number, "site": site} for site in push.addressees])
        for position, data in enumerate(pieces):
            connection.execute(insert(chunks).values(number=number, position=position, data=data))
        if caller.site in push.addressees:  # the laptop that pushed has it
            connection.execute(insert(acknowledgements).values(number=number, laptop=caller.laptop))
        return receipt


def receipt_of(engine: Engine, caller: Caller, bundle: str, now_ms: int) -> bytes:
    """Give the receipt of a bundle that the caller's site pushed; raises RefusedError(unknown) where none is."""
    with transaction(engine) as connection:
        receipt = connection.scalar(
            select(bundles.c.receipt).where(
                bundles.c.sender == caller.site, bundles.c.bundle == bundle, bundles.c.expires_ms > now_ms
            )
        )
    if receipt is None:
        raise RefusedError(Refusal.UNKNOWN)
    return bytes(receipt)


def waiting(engine: Engine, caller: Caller, after: tuple[str, str] | None, now_ms: int) -> WaitingList:
    """Give what waits for the caller's site and this laptop has not acknowledged, oldest first.

    `after` is the (sender, bundle) of the last line of the list before; one that is gone begins anew.
    """
    mine = _for_caller(caller, now_ms)
    with transaction(engine) as connection:
        start = 0
        if after is not None:
            start = (
                connection.scalar(
                    select(bundles.c.number)
                    .join(addressees)
                    .where(
                        addressees.c.site == caller.site,
                        bundles.c.sender == after[0],
                        bundles.c.bundle == after[1],
                    )
                )
                or 0
            )
        rows = connection.execute(
            select(bundles)
            .join(addressees)
            .where(mine, ~_acknowledged_by(caller.laptop), bundles.c.number > start)
            .order_by(bundles.c.number)
            .limit(MAX_WAITING + 1)
        ).all()
    return WaitingList(
        items=tuple(
            WaitingBundle(
                sender=row.sender,
                bundle=row.bundle,
                sha256=row.sha256,
                size_bytes=row.size_bytes,
                stored_ms=row.stored_ms,
            )
            for row in rows[:MAX_WAITING]
        ),
        more=len(rows) > MAX_WAITING,
    )


def find(engine: Engine, caller: Caller, sender: str, bundle: str, now_ms: int) -> Stored:
    """Give a bundle that is held for the caller's site.

    Raises RefusedError(unknown) for one that is not there, not held any more, or for others: all alike.
    """
    with transaction(engine) as connection:
        stored = _find(connection, caller, sender, bundle, now_ms)
    if stored is None:
        raise RefusedError(Refusal.UNKNOWN)
    return stored


def read_pieces(engine: Engine, number: int) -> Iterator[bytes]:
    """Give the bytes of a bundle piece by piece, each in a short transaction of its own.

    It ends early when the bundle is deleted meanwhile; whoever reads must count.
    """
    position = 0
    while True:
        with transaction(engine) as connection:
            data = connection.scalar(
                select(chunks.c.data).where(chunks.c.number == number, chunks.c.position == position)
            )
        if data is None:
            return
        yield bytes(data)
        position += 1


def acknowledge(engine: Engine, caller: Caller, sender: str, bundle: str, now_ms: int) -> None:
    """Note durably that this laptop has a bundle, and delete the bytes once every laptop that should has.

    Twice is harmless, and so is a bundle that is not there or not the caller's: nothing happens, nothing shows.
    A site of which no laptop is let in now has acknowledged nothing; its bundles stay until they expire.
    """
    with transaction(engine) as connection:
        stored = _find(connection, caller, sender, bundle, now_ms, lock=True)
        if stored is None:
            return
        known = select(acknowledgements).where(
            acknowledgements.c.number == stored.number, acknowledgements.c.laptop == caller.laptop
        )
        if connection.execute(known).one_or_none() is not None:
            return
        connection.execute(insert(acknowledgements).values(number=stored.number, laptop=caller.laptop))
        if _is_complete(connection, stored.number):
            connection.execute(delete(chunks).where(chunks.c.number == stored.number))
            connection.execute(update(bundles).where(bundles.c.number == stored.number).values(held=False))


def sweep(engine: Engine, now_ms: int) -> int:
    """Delete what has expired, bundles and nonces; gives how many bundles went."""
    with transaction(engine) as connection:
        connection.execute(delete(nonces).where(nonces.c.expires_ms <= now_ms))
        return connection.execute(delete(bundles).where(bundles.c.expires_ms <= now_ms)).rowcount


def _receipt(connection: Connection, caller: Caller, push: Push, now_ms: int) -> bytes | None:
    """Give the receipt of an earlier push of the very same; drops one that has expired."""
    row = connection.execute(
        select(bundles).where(bundles.c.sender == caller.site, bundles.c.bundle == push.bundle)
    ).one_or_none()
    if row is None:
        return None
    if row.expires_ms <= now_ms:
        connection.execute(delete(bundles).where(bundles.c.number == row.number))
        return None
    known = connection.scalars(
        select(addressees.c.site).where(addressees.c.number == row.number).order_by(addressees.c.site)
    ).all()
    if not compare_digest(row.sha256, push.sha256) or tuple(known) != push.addressees:
        raise RefusedError(Refusal.BUNDLE_DIFFERS)
    return bytes(row.receipt)


def _check_quota(connection: Connection, caller: Caller, push: Push, limits: Limits, now_ms: int) -> None:
    count, size_bytes = connection.execute(
        select(func.count(), func.coalesce(func.sum(bundles.c.size_bytes), 0)).where(
            bundles.c.sender == caller.site, bundles.c.held, bundles.c.expires_ms > now_ms
        )
    ).one()
    if count >= limits.site_bundles or size_bytes + push.size_bytes > limits.site_bytes:
        raise RefusedError(Refusal.QUOTA)


def _find(
    connection: Connection, caller: Caller, sender: str, bundle: str, now_ms: int, *, lock: bool = False
) -> Stored | None:
    query = (
        select(bundles.c.number, bundles.c.sha256, bundles.c.size_bytes)
        .join(addressees)
        .where(_for_caller(caller, now_ms), bundles.c.sender == sender, bundles.c.bundle == bundle)
    )
    row = connection.execute(query.with_for_update(of=bundles) if lock else query).one_or_none()
    if row is None:
        return None
    return Stored(number=row.number, sha256=row.sha256, size_bytes=row.size_bytes)


def _for_caller(caller: Caller, now_ms: int) -> ColumnElement[bool]:
    return and_(addressees.c.site == caller.site, bundles.c.held, bundles.c.expires_ms > now_ms)


def _acknowledged_by(laptop: str) -> ColumnElement[bool]:
    return exists().where(acknowledgements.c.number == bundles.c.number, acknowledgements.c.laptop == laptop)


def _is_complete(connection: Connection, number: int) -> bool:
    """Say whether each addressee has laptops and all of them acknowledged."""
    done = exists().where(acknowledgements.c.number == number, acknowledgements.c.laptop == laptops.c.laptop)
    enrolled = and_(laptops.c.site == addressees.c.site, laptops.c.revoked_ms.is_(None))
    lacking = (
        select(addressees.c.site)
        .where(addressees.c.number == number)
        .where(~exists().where(enrolled) | exists().where(enrolled, ~done))
    )
    return connection.execute(lacking.limit(1)).one_or_none() is None
