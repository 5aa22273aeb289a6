"""Taking in a bundle: copied into quarantine, verified as a whole, inserted, counted only once it is all there.

The same bundle again changes nothing. Whatever does not hold leaves the file untouched and the vault as it was.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken.errors import Cancelled, UserError
from baken.held import hold, sync_descriptor
from baken.model import views
from baken.model.clock import local_time
from baken.model.ids import SiteId
from baken.model.records import ImportRecord
from baken.store.exchange import Exchange, Outgoing
from baken.store.files import file_errors, open_own, open_regular, remove_durably
from baken.store.imports import SLICE
from baken.store.journal import NewEntry
from baken.store.queries_today import list_attention, list_imports
from baken.store.sharing import certificate_document, count_from_others, known_entries
from baken.store.vault import OpenVault
from baken.wire.bundle_reader import (
    BundleClaims,
    VerifiedBundle,
    inspect_bundle,
    read_bundle,
    read_records,
    verify_bundle,
)
from baken.wire.certificate import SiteCard
from baken.wire.entry import decode_header, open_part
from baken.wire.manifest import BundleKind, Manifest, Receipt, ReceiptResult, sign_receipt
from baken.wire.records import BundleAttachment, BundleEntry
from baken.wire.registry import AGE_FIRST_LINE

from .audience import admitted, targets_for
from .border import Border, check_writers, import_id
from .cards import trusted_cards
from .exporting import seal, sealable_receipt
from .outfile import reveal

FILE_MAX_BYTES = 300 << 20  # a bundle of 256 MiB with its age layer
PIECE_KINDS = frozenset(("observation", "correction", "withdrawal"))
SIGNAL_KINDS = frozenset(("signal",))
Progress = Callable[[int, int], None]
Steps = Generator[tuple[int, int], None, views.ImportResult]


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle's copy inside the vault, and what opening it needs; the pool can verify it."""

    path: Path
    identities: tuple[str, ...]
    own_site: str
    is_practice: bool
    cards: dict[str, SiteCard]

    def discard(self) -> None:
        """Remove the copy; the file that it was made of stays as it is."""
        with file_errors():
            remove_durably(self.path, self.path.parent.parent)

    def open(self) -> BufferedReader:
        """Open the copy for reading. Raises UserError folder-gone, vault-linked."""
        with file_errors():
            return open_own(self.path, self.path.parent.parent)


def quarantine(vault: OpenVault, file: Path) -> Quarantined:
    """Copy a bundle into the vault's folder, so that nothing changes under our hands.

    Raises UserError file-missing, bundle-too-large, disk-full, folder-read-only.
    """
    folder = vault.folder / "quarantine"
    copy = folder / f"{secrets.token_hex(16)}.age"
    try:
        source = open_regular(file)
    except OSError:
        raise UserError("file-missing") from None
    with (
        source,
        file_errors(),
        hold(folder, vault.folder, make=True) as place,
        os.fdopen(place.create(copy.name), "wb") as target,
    ):
        shutil.copyfileobj(_Capped(source), target, 1 << 20)
        target.flush()
        sync_descriptor(target.fileno())
    return at(vault, copy)


def sweep(vault: OpenVault) -> None:
    """Remove what a programme that was stopped left half-done: copies in quarantine, files without their name.

    Called while nothing is under way: all of it can be had again. What cannot be removed stays.
    """
    for name, begin in (("quarantine", ""), ("outbox", "."), ("inbox", ".")):
        with suppress(OSError, UserError), hold(vault.folder / name, vault.folder) as place:
            for each, _ in place.found():
                if each.startswith(begin):
                    with suppress(OSError):
                        place.remove(each)


def at(vault: OpenVault, path: Path) -> Quarantined:
    """Describe a bundle that already lies in the vault's folder."""
    return Quarantined(
        path=path,
        identities=tuple(vault.desk_identities()),
        own_site=vault.card.site,
        is_practice=vault.card.practice,
        cards=vault.read(lambda _db: trusted_cards(vault)),
    )


@contextmanager
def quarantined(vault: OpenVault, file: Path) -> Iterator[Quarantined]:
    """Copy a bundle into quarantine for the length of the block."""
    copy = quarantine(vault, file)
    try:
        yield copy
    finally:
        copy.discard()


def verify(quarantined: Quarantined, progress: Progress | None = None) -> VerifiedBundle:
    """Verify all of a bundle and change nothing; POOL.

    Raises UserError not-lead (this user holds no identity of the desk), practice-bundle, live-bundle, site-not-trusted
    (with `fingerprint`) and those of `verify_bundle` and `check_part`.
    """
    if not quarantined.identities:
        raise UserError("not-lead")
    claims, border = claims_of(quarantined), Border()
    if claims.manifest.practice != quarantined.is_practice:
        raise UserError("practice-bundle" if claims.manifest.practice else "live-bundle")
    try:
        with quarantined.open() as source:
            return verify_bundle(
                source,
                quarantined.identities,
                own_site=quarantined.own_site,
                cards=quarantined.cards,
                check_part=border.check_part,
                check_attachment=border.check_attachment,
                progress=progress,
            )
    except UserError as refused:
        if refused.code == "site-not-trusted":
            raise UserError("site-not-trusted", fingerprint=_grouped(str(refused.params["site"]))) from None
        raise


def claims_of(quarantined: Quarantined) -> BundleClaims:
    """Read what a bundle says of itself, trusting nothing; POOL. Raises UserError of `inspect_bundle`."""
    with quarantined.open() as source:
        try:
            return inspect_bundle(source, quarantined.identities)
        except UserError as refused:
            if refused.code == "not-a-bundle":
                raise unreadable(quarantined.path) from None
            raise


def unreadable(path: Path) -> UserError:
    """Give the error for a file without a readable header: one that is empty or begins like a bundle is cut short."""
    with path.open("rb") as source:
        begins_so = AGE_FIRST_LINE.startswith(source.read(len(AGE_FIRST_LINE)))
    return UserError("bundle-damaged" if begins_so else "not-a-bundle")


def take_in(
    vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle, progress: Progress | None = None
) -> views.ImportResult:
    """Take a verified bundle in without a pause; as `steps`.

    Cancelled from `progress` leaves nothing, or everything once the last slice was in.
    """
    taking = steps(vault, quarantined, verified, pausing=False)
    with closing(taking):
        while True:
            try:
                done, total = next(taking)
            except StopIteration as ended:
                result: views.ImportResult = ended.value
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
    return views.ImportResult(
        bundle=manifest.bundle,
        site=manifest.site,
        new=new,
        known=known,
        conflicts=conflicts,
        pieces=pieces,
        signals=signals,
    )


def count_only(vault: OpenVault, quarantined: Quarantined, verified: VerifiedBundle) -> views.ImportResult:
    """Say what an import would do, and change nothing."""
    manifest = verified.manifest
    with quarantined.open() as source:
        inside = {
            item.entry.id.hex(): record_of(item) for item in read_bundle(source, quarantined.identities, verified)
        }
    known = known_entries(vault.connection, sorted(inside))
    here = {inside[entry] for entry in known}
    fresh = frozenset(inside.values()) - here
    return views.ImportResult(
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


def _take_receipts(vault: OpenVault, verified: VerifiedBundle) -> views.ImportResult:
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
    return views.ImportResult(
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


def _grouped(site: str) -> str:
    """Give the beginning of a site's id as a fingerprint is shown; the two are equal until a site renews its key."""
    digits = site[:32].upper()
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))


class _Capped:
    """Reads a file up to the largest bundle there can be."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._left = FILE_MAX_BYTES

    def read(self, size: int = -1, /) -> bytes:
        """Read on; raises UserError bundle-too-large."""
        data = self._source.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UserError("bundle-too-large")
        return data
