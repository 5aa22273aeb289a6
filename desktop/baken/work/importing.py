"""Taking in a bundle from quarantine: inserted once it is verified as a whole, counted only once it is all there.

The same bundle again changes nothing. Whatever does not hold leaves the file untouched and the vault as it was.
"""

from collections.abc import Generator, Iterator
from contextlib import closing

from baken.errors import Cancelled
from baken.model import views_exchange
from baken.model.clock import local_time
from baken.model.ids import SiteId
from baken.model.records import ImportRecord
from baken.store.exchange import Exchange, Outgoing
from baken.store.imports import SLICE
from baken.store.journal import NewEntry
from baken.store.queries_today import list_attention, list_imports
from baken.store.sharing import certificate_document, count_from_others, known_entries
from baken.store.vault import OpenVault
from baken.wire.bundle_reader import (
    VerifiedBundle,
    read_bundle,
    read_records,
)
from baken.wire.certificate import SiteCard
from baken.wire.entry import decode_header, open_part
from baken.wire.manifest import BundleKind, Manifest, Receipt, ReceiptResult, sign_receipt
from baken.wire.records import BundleAttachment, BundleEntry

from .audience import admitted, targets_for
from .border import check_writers, import_id
from .exporting import seal, sealable_receipt
from .outfile import reveal
from .quarantine import Progress, Quarantined

PIECE_KINDS = frozenset(("observation", "correction", "withdrawal"))
SIGNAL_KINDS = frozenset(("signal",))
Steps = Generator[tuple[int, int], None, views_exchange.ImportResult]


def take_in(
    vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle, progress: Progress | None = None
) -> views_exchange.ImportResult:
    """Take a verified bundle in without a pause; as `steps`.

    Cancelled from `progress` leaves nothing, or everything once the last slice was in.
    """
    taking = steps(vault, quarantined, verified, pausing=False)
    with closing(taking):
        while True:
            try:
                done, total = next(taking)
            except StopIteration as ended:
                result: views_exchange.ImportResult = ended.value
                return result
            if progress is not None:
                progress(done, total)


def steps(vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle, *, pausing: bool = True) -> Steps:
    """Insert a verified bundle slice by slice, then prepare the receipt; saves and queries may run in between.

    Yields (done, total) entries after each slice and returns the result; a bundle that is in already changes
    nothing. Without `pausing` the view is brought up at once, in fewer commits. Closing the generator before the
    entries count, or UserError bundle-changed, disk-full or disk-failed, leaves nothing behind.
    """
    manifest = verified.manifest
    if manifest.kind is BundleKind.RECEIPT:
        return _take_receipts(vault, verified)
    exchange = Exchange(vault.connection)
    if exchange.imported(import_id(manifest)) is None:
        open_before = _open_conflicts(vault)
        before = vault.read(count_from_others)
        yield from _insert(vault, quarantined, verified)
        while pausing and not _is_caught_up(vault):
            yield manifest.entries, manifest.entries
        vault.catch_up()
        conflicts = max(0, _open_conflicts(vault) - open_before)
        counted = exchange.imported(import_id(manifest))
        new, known = (counted.new, counted.known) if counted else (0, 0)
        pieces, signals = (now - then for now, then in zip(vault.read(count_from_others), before, strict=True))
    else:
        new, known, conflicts, pieces, signals = 0, manifest.entries, 0, 0, 0
    if all((row.id, row.site) != (manifest.bundle, manifest.site) for row in vault.read(list_imports)):
        _record(vault, manifest, quarantined.cards, new=new, known=known, conflicts=conflicts)
    return views_exchange.ImportResult(
        bundle=manifest.bundle,
        site=manifest.site,
        new=new,
        known=known,
        conflicts=conflicts,
        pieces=pieces,
        signals=signals,
    )


def count_only(vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle) -> views_exchange.ImportResult:
    """Say what an import would do, and change nothing."""
    manifest = verified.manifest
    with quarantined.open() as source:
        inside = {
            item.entry.id.hex(): record_of(item) for item in read_bundle(source, quarantined.identities, verified)
        }
    known = known_entries(vault.connection, sorted(inside))
    here = {inside[entry] for entry in known}
    fresh = frozenset(inside.values()) - here
    return views_exchange.ImportResult(
        bundle=manifest.bundle,
        site=manifest.site,
        new=len(inside) - len(known),
        known=len(known),
        conflicts=0,
        pieces=sum(kind == "observation" for kind, _ in fresh),
        signals=sum(kind in SIGNAL_KINDS for kind, _ in fresh),
    )


def record_of(item: BundleEntry) -> tuple[str, str]:
    """Give the kind and the id of the record that an entry of a verified bundle speaks of."""
    header = decode_header(item.entry.header_bytes)
    part = open_part(item.content_key, item.entry.sealed, header.key_commitment)
    return part.kind, part.entity


def _insert(
    vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle
) -> Generator[tuple[int, int], None, None]:
    """Insert in slices and let all of it count at once; the view is behind until it is caught up."""
    manifest = verified.manifest
    check_writers(vault, verified.writers)
    taking = vault.begin_import(bundle=import_id(manifest), site=manifest.site)
    mark, files = vault.attachments.mark_of_import(import_id(manifest)), list[str]()
    try:
        done = 0
        with quarantined.open() as source:
            for piece in _batches(read_records(source, quarantined.identities, verified)):
                if isinstance(piece, BundleAttachment):
                    files.append(piece.id)
                    vault.attachments.keep({piece.id: piece.sealed}, mark)
                    yield done, manifest.entries
                    continue
                for _ in taking.insert([admitted(item, record_of(item)[0]) for item in piece]):
                    done += len(piece)
                    yield done, manifest.entries
        with vault.transaction():
            taking.close(now_ms=vault.clock.now_ms())
    except BaseException:
        taking.discard()
        vault.attachments.discard(files)
        raise
    vault.attachments.settle(files)


def _is_caught_up(vault: OpenVault) -> bool:
    """Bring the view one slice further and tell whether that was the last: what was done before a cancel is kept."""
    try:
        vault.catch_up(_stop_after_one)
    except Cancelled:
        return False
    return True


def _stop_after_one(done: int, total: int) -> None:
    if done < total:
        raise Cancelled


def _batches(
    records: Iterator[BundleEntry | BundleAttachment],
) -> Iterator[list[BundleEntry] | BundleAttachment]:
    """Give entries in slices, and then each attachment by itself."""
    piece: list[BundleEntry] = []
    for record in records:
        if isinstance(record, BundleEntry):
            piece.append(record)
            if len(piece) < SLICE:
                continue
        if piece:
            yield piece
            piece = []
        if isinstance(record, BundleAttachment):
            yield record
    if piece:
        yield piece


def _take_receipts(vault: OpenVault, verified: VerifiedBundle) -> views_exchange.ImportResult:
    """Keep the proofs that our bundles came in; those that nobody waits for count as known."""
    exchange = Exchange(vault.connection)
    with vault.transaction():
        news = [
            exchange.mark_received(
                each.receipt.bundle, each.receipt.site, each.data, min(each.receipt.received_ms, vault.clock.now_ms())
            )
            for each in verified.receipts
            if each.receipt.result is ReceiptResult.IMPORTED
        ]
    manifest = verified.manifest
    return views_exchange.ImportResult(
        bundle=manifest.bundle,
        site=manifest.site,
        new=sum(news),
        known=len(verified.receipts) - sum(news),
        conflicts=0,
    )


def _record(
    vault: OpenVault, manifest: Manifest, cards: dict[str, SiteCard], *, new: int, known: int, conflicts: int
) -> None:
    """Write down that a bundle came in, and lay a signed receipt ready for its sender."""
    now_ms = vault.clock.now_ms()
    record = ImportRecord(bundle=manifest.bundle, site=SiteId(manifest.site), new=new, known=known, conflicts=conflicts)
    to, outgoing = cards[manifest.site], None
    if to.desk_valid_until > now_ms:
        outgoing = _lay_receipt_ready(vault, manifest, to, now_ms)
    with vault.transaction():
        entry = NewEntry(kind="import", entity=import_id(manifest), body=record, targets=targets_for("import"))
        vault.append([entry])
        if outgoing is not None:
            Exchange(vault.connection).add_outgoing(outgoing)


def _lay_receipt_ready(vault: OpenVault, manifest: Manifest, to: SiteCard, now_ms: int) -> Outgoing:
    receipt = sign_receipt(
        vault.author.seed,
        Receipt(
            bundle=manifest.bundle,
            site=vault.card.site,
            received_ms=now_ms,
            result=ReceiptResult.IMPORTED,
            certificate=certificate_document(vault.connection, vault.author.certificate_number),
        ),
    )
    sealable = sealable_receipt(vault, to, receipt, now_ms)
    name = f"{sealable.manifest.bundle}.age"
    reveal(seal(sealable, vault.folder / "outbox" / name, vault.folder))
    return Outgoing(bundle=sealable.manifest.bundle, addressee=to.site, kind="receipt", file=name, made_ms=now_ms)


def _open_conflicts(vault: OpenVault) -> int:
    today = local_time(vault.clock.now_ms()).date()
    return sum(row.what == "conflict" for row in vault.read(lambda db: list_attention(db, today)))
