"""One exchange over a carrier: push the queue, pull, take in, push receipts, in that order.

Everything can be interrupted and done again. A step is recorded only with its proof, and the mailbox is told that a
bundle was taken in only after that is durable here.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import hold
from baken.model import views_exchange
from baken.model.codes import Delivery
from baken.model.ids import BundleId
from baken.store.exchange import Exchange, Outgoing
from baken.store.files import file_errors, remove_durably
from baken.store.vault import OpenVault
from baken.sync.carrier import Carrier, Waiting
from baken.sync.folder import FolderCarrier
from baken.sync.mailbox import MailboxCarrier
from baken.wire.manifest import BundleKind
from baken.wire.registry import MAX_BUNDLE_BYTES, Refusal

from . import importing, quarantine
from .cards import site_name

Progress = Callable[[int, int], None]
_ENDING = ("disk-", "folder-", "registry-", "stick-")  # what ends the exchange, but for what `_is_of_one` knows
_OF_ALL = frozenset({Refusal.NOT_ENROLLED, Refusal.REVOKED, Refusal.REPLAYED})


@contextmanager
def mailbox_carrier(vault: OpenVault, address: str | None = None) -> Iterator[MailboxCarrier]:
    """Give the way to the enrolled mailbox, at its own or another address.

    Raises UserError registry-not-enrolled or registry-address.
    """
    mailbox = Exchange(vault.connection).mailbox()
    if mailbox is None:
        raise UserError("registry-not-enrolled")
    with MailboxCarrier(
        address or mailbox.address,
        mailbox.public.hex(),
        site=vault.card.site,
        laptop_seed=vault.laptop_seed,
        clock=vault.clock,
    ) as carrier:
        yield carrier


def stick_carrier(vault: OpenVault, stick: Path) -> FolderCarrier:
    """Give the way by a stick or shared folder."""
    laptop = crypto.public_of(vault.laptop_seed).hex()
    return FolderCarrier(stick, site=vault.card.site, laptop=laptop, max_bytes=MAX_BUNDLE_BYTES)


def sync(vault: OpenVault, carrier: Carrier, progress: Progress) -> views_exchange.SyncResult:
    """Do one exchange and count: bundles sent, bundles taken in, and receipts for ours.

    A bundle that does not hold, or whose sender is not trusted yet, is left at the carrier and named in `refused`; one
    of ours that the carrier will not take goes on waiting and is named in `held`. The others go on. Who holds no key
    of the desk takes nothing in: what waits is counted in `left`. Raises UserError
    of the carrier and of the disk; what was done until then stays done.
    """
    exchange = Exchange(vault.connection)
    sent, held = _push(vault, exchange, carrier, "entries", progress)
    waiting = carrier.waiting()
    told = _settle_debts(vault, exchange, carrier, waiting)
    opens = bool(vault.desk_identities())
    left = 0 if opens else sum(each.reference not in told for each in waiting)
    received = acknowledged = 0
    refused: list[str] = []
    for each in waiting if opens else ():
        try:
            result, kind = _take(vault, carrier, each, progress)
        except UserError as error:
            if error.params.get("reason") == Refusal.UNKNOWN:  # it went meanwhile: fetched, or kept long enough
                continue
            if error.code.startswith(_ENDING) and not _is_of_one(error):
                raise
            refused.append(error.code)
            continue
        if kind is BundleKind.RECEIPT:
            acknowledged += result.new
        else:
            received += 1
        _tell(vault, exchange, carrier, each)
    _push(vault, exchange, carrier, "receipt", progress)
    with vault.transaction():
        exchange.note_sync(vault.clock.now_ms())
    _tidy(vault, exchange)
    return views_exchange.SyncResult(
        sent=sent,
        received=received,
        acknowledged=acknowledged,
        left=left,
        refused=tuple(refused),
        held=tuple(held),
    )


def _push(
    vault: OpenVault, exchange: Exchange, carrier: Carrier, kind: str, progress: Progress
) -> tuple[int, list[views_exchange.HeldBundle]]:
    sent = 0
    held: list[views_exchange.HeldBundle] = []
    for each in exchange.outgoing(waiting=True):
        if each.kind != kind:
            continue
        try:
            receipt = _hand_over(vault, carrier, each, progress)
        except UserError as error:
            if not _is_of_one(error):
                raise
            reason = str(error.params.get("reason", error.code))
            with vault.transaction():
                exchange.mark_refused(each, reason)
            held.append(
                views_exchange.HeldBundle(id=BundleId(each.bundle), to=site_name(vault, each.addressee), reason=reason)
            )
            continue
        if receipt:
            with vault.transaction():
                exchange.mark_at_registry(each, receipt, vault.clock.now_ms())
        elif each.refusal:
            with vault.transaction():
                exchange.mark_refused(each, "")
        sent += 1
    return sent, held


def _hand_over(vault: OpenVault, carrier: Carrier, each: Outgoing, progress: Progress) -> bytes:
    path = vault.folder / "outbox" / each.file
    with file_errors():
        if not path.is_file():
            raise UserError("file-missing")
    return carrier.push(path, each.bundle, (each.addressee,), progress)


def _is_of_one(error: UserError) -> bool:
    """Tell whether a failure is of this one bundle, so that the others can still go.

    The mailbox refuses it for what it is or whom it is for; its bytes or its receipt do not hold; or its file is gone.
    """
    match error.code:
        case "registry-refused":
            return error.params.get("reason") not in _OF_ALL
        case "registry-lies":
            return error.params.get("what") in {"bytes", "receipt"}
        case "stick-damaged" | "stick-bundle-differs" | "file-missing":
            return True
        case _:
            return False


def _take(
    vault: OpenVault, carrier: Carrier, waiting: Waiting, progress: Progress
) -> tuple[views_exchange.ImportResult, BundleKind]:
    """Pull one bundle into quarantine and take it in."""
    path = vault.folder / "quarantine" / f"{secrets.token_hex(16)}.age"
    with file_errors(), hold(path.parent, vault.folder, make=True):
        pass
    try:
        carrier.pull(waiting, path, progress)
        quarantined = quarantine.at(vault, path)
        verified = quarantine.verify(quarantined, progress)
        result = importing.take_in(vault, quarantined, verified, progress)
        with vault.transaction():
            Exchange(vault.connection).owe_acknowledgement(waiting.reference, "imported", vault.clock.now_ms())
    finally:
        with file_errors():
            remove_durably(path, vault.folder)
    return result, verified.manifest.kind


def _tell(vault: OpenVault, exchange: Exchange, carrier: Carrier, waiting: Waiting) -> None:
    carrier.acknowledge(waiting)
    with vault.transaction():
        exchange.acknowledged(waiting.reference)


def _settle_debts(
    vault: OpenVault, exchange: Exchange, carrier: Carrier, waiting: tuple[Waiting, ...]
) -> frozenset[str]:
    """Tell what an interrupted exchange did not, and give what that was; what no longer waits has been told."""
    debts = frozenset(each.parcel for each in exchange.owed_acknowledgements())
    owed = set(debts)
    for each in waiting:
        if each.reference in owed:
            _tell(vault, exchange, carrier, each)
            owed.discard(each.reference)
    if owed:
        with vault.transaction():
            for parcel in owed:
                exchange.acknowledged(parcel)
    return debts


def _tidy(vault: OpenVault, exchange: Exchange) -> None:
    """Remove sealed files that have reached whom they were for: bundles once received, receipts once handed over."""
    for row in exchange.outgoing():
        arrived = Delivery.RECEIVED if row.kind == "entries" else Delivery.AT_REGISTRY
        if row.file and row.delivery is arrived:
            with file_errors():
                remove_durably(vault.folder / "outbox" / row.file, vault.folder)
