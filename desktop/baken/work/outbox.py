"""What goes out, what went out and came in as screens show it, and being known to a mailbox."""

from baken.errors import UserError
from baken.model import commands, views_exchange
from baken.model.clock import local_iso
from baken.model.ids import BundleId
from baken.store.exchange import Exchange
from baken.store.sharing import count_by_import
from baken.store.trust import Purpose
from baken.store.vault import OpenVault
from baken.wire.enrolment import make_request, read_enrolment

from .cards import site_name, site_rows
from .exporting import PlannedBundle, record_export
from .outfile import OutFile, forget, reveal


def hand_over(
    vault: OpenVault, plan: PlannedBundle, files: tuple[OutFile, ...], *, is_queued: bool
) -> commands.Changes:
    """Record that a bundle goes out, and give its sealed files their names.

    In the outbox (`is_queued`) they get them first: what is recorded there has to be found by the next exchange. What
    cannot be recorded leaves no hidden file.
    """
    try:
        if is_queued:
            for file in files:
                reveal(file)
        record_export(vault, plan, files, is_queued=is_queued)
    except BaseException:
        forget(*(file.hidden for file in files))
        raise
    if not is_queued:
        for file in files:
            reveal(file)
    return commands.Changes(touched=frozenset({("bundle", plan.id)}), id=plan.id)


def exchange_view(vault: OpenVault) -> views_exchange.Exchange:
    """Give everything about exchange; receipts that we send are not shown."""
    exchange = Exchange(vault.connection)
    mailbox = exchange.mailbox()
    reads_signals = vault.reads_signals()
    outgoing = [
        views_exchange.OutgoingRow(
            id=BundleId(row.bundle),
            to=site_name(vault, row.addressee),
            made=local_iso(row.made_ms),
            delivery=row.delivery,
            pieces=row.pieces,
            signals=row.signals if reads_signals else None,
            receipt_at="" if row.addressee_ms is None else local_iso(row.addressee_ms),
            refusal=row.refusal,
        )
        for row in exchange.outgoing()
        if row.kind == "entries"
    ]
    brought = count_by_import(vault.connection)
    incoming = [
        views_exchange.IncomingRow(
            id=BundleId(row.bundle),
            site=site_name(vault, row.site),
            received=local_iso(row.received_ms),
            new=row.new,
            known=row.known,
            conflicts=row.conflicts,
            pieces=pieces,
            signals=signals,
        )
        for row in exchange.incoming()
        for pieces, signals in (brought.get(row.bundle, (0, 0)),)
    ]
    return views_exchange.Exchange(
        outgoing=tuple(reversed(outgoing)),
        incoming=tuple(reversed(incoming)),
        sites=tuple(site_rows(vault, vault.clock.now_ms())),
        registry=mailbox.address if mailbox else "",
        last_sync=local_iso(mailbox.synced_ms) if mailbox and mailbox.synced_ms is not None else "",
    )


def count_waiting(vault: OpenVault) -> int:
    """Count the bundles that have not left yet."""
    return sum(row.kind == "entries" for row in Exchange(vault.connection).outgoing(waiting=True))


def enrolment_request(vault: OpenVault) -> bytes:
    """Give the file with which this laptop asks a mailbox to be let in; raises UserError not-admin."""
    site_seed = vault.keyring.current(Purpose.SITE_SEED)
    if site_seed is None:
        raise UserError("not-admin")
    return make_request(
        site=vault.card.site,
        site_seed=site_seed.secret,
        keys=vault.card.keys,
        links=vault.card.links,
        laptop_seed=vault.laptop_seed,
        created_ms=vault.clock.now_ms(),
    )


def enrol(vault: OpenVault, answer: bytes) -> str:
    """Remember the mailbox that let this laptop in; gives its address. Raises as `read_enrolment`."""
    enrolment = read_enrolment(answer)
    with vault.transaction():
        Exchange(vault.connection).enrol(enrolment.address, bytes.fromhex(enrolment.mailbox), vault.clock.now_ms())
    return enrolment.address
