"""Passing records on to another site: case by case, to a trusted card, with its basis recorded.

Choosing and recording happen on the database thread, sealing in the pool. The file gets its name only after the
disclosure is committed, so that nothing goes out unrecorded. Source: netherlands.md, section 10, points 15 and 16.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken.errors import UserError
from baken.model.clock import local_iso
from baken.model.codes import Basis
from baken.model.ids import EntityId
from baken.model.records import Attachment, Disclosure
from baken.store.attachments import read_sealed
from baken.store.exchange import Exchange, Outgoing
from baken.store.journal import Author, NewEntry
from baken.store.queries_pieces import list_observations, read_observation
from baken.store.queries_signals import list_signals, read_signal
from baken.store.sharing import attachments_of, certificate_document, entities_about, entries_of, new_for, youths_of
from baken.store.vault import OpenVault
from baken.wire.attachment import sealed_size
from baken.wire.bundle import split_parts, write_bundle
from baken.wire.certificate import SiteCard
from baken.wire.manifest import ENTRIES_MAX, BundleKind, Manifest
from baken.wire.records import ID_BYTES, PREFIX, BundleAttachment, BundleEntry

from .audience import targets_for
from .ids import new_id
from .outfile import OutFile, forget, write_hidden
from .sites import check_kind


class Sealable(msgspec.Struct, frozen=True, kw_only=True):
    """One bundle file to be: everything that sealing needs, so that the pool touches no database."""

    manifest: Manifest
    recipient: str
    certificate: bytes
    author: Author
    entries: tuple[BundleEntry, ...] = ()
    receipts: tuple[bytes, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    folder: Path  # of the vault, where the sealed files lie


class PlannedBundle(msgspec.Struct, frozen=True, kw_only=True):
    """An export that was chosen and checked; `parts` is one file for all but very large ones."""

    to: SiteCard
    parts: tuple[Sealable, ...]
    disclosure: Disclosure
    about: tuple[EntityId, ...]
    pieces: int
    signals: int

    @property
    def id(self) -> str:
        """The id of the first bundle."""
        return self.parts[0].manifest.bundle


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """What a person picked to pass on; `is_new` stands for everything that the site was not sent yet."""

    signals: tuple[EntityId, ...] = ()
    observations: tuple[EntityId, ...] = ()
    dossier: EntityId | None = None
    is_new: bool = False


class _Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What goes: the ids of the entries, and the pieces, signals and youths of which they speak."""

    entries: list[str]
    pieces: set[EntityId]
    signals: list[EntityId]
    about: set[EntityId]


def plan_export(
    vault: OpenVault, to: SiteCard, chosen: Chosen, *, basis: Basis | None, basis_note: str, now_ms: int
) -> PlannedBundle:
    """Gather the entries: signals with their pieces, every version, and the youths concerned.

    Raises UserError not-found, nothing-to-export, card-ended, practice-card, live-card.
    """
    check_recipient(vault, to, now_ms)
    gathered = _gather_new(vault, to.site) if chosen.is_new else _gather_chosen(vault, chosen)
    if not gathered.entries:
        raise UserError("nothing-to-export")
    return PlannedBundle(
        to=to,
        parts=_parts(vault, to, vault.journal.bundle_entries(gathered.entries), now_ms),
        disclosure=Disclosure(
            form="bundle",
            recipient=to.name,
            basis=basis,
            basis_note=basis_note,
            pieces=tuple(sorted(gathered.pieces)),
            signal=gathered.signals[0] if len(gathered.signals) == 1 else None,
            made=local_iso(now_ms),
        ),
        about=tuple(sorted(gathered.about)),
        pieces=len(gathered.pieces),
        signals=len(gathered.signals),
    )


def check_recipient(vault: OpenVault, to: SiteCard, now_ms: int) -> None:
    """Raise UserError card-ended, practice-card or live-card for a card that nothing may be sealed to."""
    if to.desk_valid_until <= now_ms:
        raise UserError("card-ended")
    check_kind(to, vault.card)


def sealable_receipt(vault: OpenVault, to: SiteCard, receipt: bytes, now_ms: int) -> Sealable:
    """Prepare the bundle that carries one signed receipt back to a site."""
    bundle = new_id()
    manifest = Manifest(
        kind=BundleKind.RECEIPT,
        bundle=bundle,
        site=vault.card.site,
        practice=vault.card.practice,
        recipients=(to.site,),
        created_ms=now_ms,
        series=bundle,
        receipts=1,
    )
    return _sealable(vault, to, manifest, receipts=(receipt,))


def seal(sealable: Sealable, path: Path, root: Path | None = None) -> OutFile:
    """Seal a bundle under a hidden name beside `path`, with `root` as in `hold`; POOL.

    Raises what `write_hidden` and `write_bundle` raise.
    """

    def write(file: BinaryIO) -> None:
        write_bundle(
            file,
            recipients=(sealable.recipient,),
            manifest=sealable.manifest,
            certificate=sealable.certificate,
            seed=sealable.author.seed,
            entries=sealable.entries,
            receipts=sealable.receipts,
            attachments=_sealed_files(sealable),
        )

    return write_hidden(path, write, root=root)


def seal_parts(plan: PlannedBundle, path: Path, root: Path | None = None) -> tuple[OutFile, ...]:
    """Seal every part of a plan under hidden names; POOL. Raises like `seal`; then none is left."""
    files: list[OutFile] = []
    try:
        for number, part in enumerate(plan.parts, start=1):
            files.append(seal(part, part_path(path, number), root))
    except BaseException:
        forget(*(file.hidden for file in files))
        raise
    return tuple(files)


def record_export(vault: OpenVault, plan: PlannedBundle, files: tuple[OutFile, ...], *, is_queued: bool) -> None:
    """Commit the disclosure, the outgoing bundles and what is in them in one transaction.

    A bundle that was handed over as a file has no name in the outbox; only its receipt is awaited.
    """
    exchange = Exchange(vault.connection)
    disclosure = msgspec.structs.replace(plan.disclosure, sha256=" ".join(file.sha256 for file in files))
    with vault.transaction():
        targets = targets_for("disclosure")
        vault.append(
            [NewEntry(kind="disclosure", entity=new_id(), youths=plan.about, body=disclosure, targets=targets)]
        )
        for part, file in zip(plan.parts, files, strict=True):
            exchange.add_outgoing(
                Outgoing(
                    bundle=part.manifest.bundle,
                    addressee=plan.to.site,
                    file=file.path.name if is_queued else "",
                    made_ms=part.manifest.created_ms,
                    pieces=plan.pieces if part.manifest.part == 1 else 0,
                    signals=plan.signals if part.manifest.part == 1 else 0,
                )
            )
            exchange.mark_sent(plan.to.site, (each.entry.id for each in part.entries))


def part_path(path: Path, part: int) -> Path:
    """Give the name of the n-th part: the given one, then "name-2.ext" and so on."""
    return path if part == 1 else path.with_name(f"{path.stem}-{part}{path.suffix}")


def _gather_chosen(vault: OpenVault, chosen: Chosen) -> _Gathered:
    pieces, about = _pieces_and_youths(vault, chosen)
    entities: set[str] = {*chosen.signals, *pieces, *about}
    if chosen.dossier is not None:
        entities.update((chosen.dossier, *entities_about(vault.connection, chosen.dossier)))
        about.add(chosen.dossier)
    return _Gathered(
        entries=entries_of(vault.connection, entities),
        pieces=pieces,
        signals=[row.id for row in list_signals(vault.connection) if row.id in entities],
        about=about,
    )


def _gather_new(vault: OpenVault, site: str) -> _Gathered:
    connection = vault.connection
    new = new_for(connection, site)
    entities = set(new.values())
    signals = [row.id for row in list_signals(connection, ENTRIES_MAX) if row.id in entities]
    pieces = {row.id for row in list_observations(connection, limit=ENTRIES_MAX) if row.id in entities}
    about = {EntityId(youth) for youth in youths_of(connection, entities)}
    return _Gathered(entries=list(new), pieces=pieces, signals=signals, about=about)


def _pieces_and_youths(vault: OpenVault, chosen: Chosen) -> tuple[set[EntityId], set[EntityId]]:
    """Give the pieces that go along, and the youths whose cards do."""
    connection = vault.connection
    pieces, about = set(chosen.observations), set[EntityId]()
    for signal in chosen.signals:
        read = read_signal(connection, signal)
        pieces.update(row.id for row in read.observations)
        about.update(youth.id for youth in read.about)
    for piece in pieces:
        about.update(youth.id for youth in read_observation(connection, piece).about)
    if chosen.dossier is not None:
        pieces.update(row.id for row in list_observations(connection, chosen.dossier, ENTRIES_MAX))
    return pieces, about


def _parts(vault: OpenVault, to: SiteCard, entries: list[BundleEntry], now_ms: int) -> tuple[Sealable, ...]:
    named = attachments_of(vault.connection, (item.entry.id.hex() for item in entries))
    with_entry = _first_naming(entries, named)
    sizes = {entry: sum(map(_record_size, attachments)) for entry, attachments in with_entry.items()}
    cut = split_parts(entries, sizes)
    series = new_id()
    made = []
    for number, part in enumerate(cut, start=1):
        manifest = Manifest(
            kind=BundleKind.ENTRIES,
            bundle=new_id(),
            site=vault.card.site,
            practice=vault.card.practice,
            recipients=(to.site,),
            created_ms=now_ms,
            series=series,
            part=number,
            parts=len(cut),
            entries=len(part),
        )
        attachments = tuple(each for item in part for each in with_entry.get(item.entry.id, ()))
        made.append(_sealable(vault, to, manifest, entries=tuple(part), attachments=attachments))
    return tuple(made)


def _first_naming(
    entries: list[BundleEntry], named: Mapping[str, tuple[Attachment, ...]]
) -> dict[bytes, tuple[Attachment, ...]]:
    """Give each attachment to the first entry that names it, so that none goes twice."""
    given: set[str] = set()
    first = {}
    for item in entries:
        fresh = tuple(each for each in named.get(item.entry.id.hex(), ()) if each.id not in given)
        if fresh:
            first[item.entry.id] = fresh
            given.update(each.id for each in fresh)
    return first


def _record_size(attachment: Attachment) -> int:
    return PREFIX.size + ID_BYTES + sealed_size(attachment.size_bytes)


def _sealed_files(sealable: Sealable) -> Iterator[BundleAttachment]:
    """Read the files that go along; one that is missing or damaged here stays out, and is named missing there."""
    for attachment in sealable.attachments:
        try:
            sealed = read_sealed(sealable.folder, attachment)
        except UserError as error:
            if error.code not in ("attachment-missing", "attachment-damaged"):
                raise
            continue
        yield BundleAttachment(id=attachment.id, sealed=sealed)


def _sealable(
    vault: OpenVault,
    to: SiteCard,
    manifest: Manifest,
    *,
    entries: tuple[BundleEntry, ...] = (),
    receipts: tuple[bytes, ...] = (),
    attachments: tuple[Attachment, ...] = (),
) -> Sealable:
    return Sealable(
        manifest=manifest,
        recipient=to.desk_recipient,
        certificate=certificate_document(vault.connection, vault.author.certificate_number),
        author=vault.author,
        entries=entries,
        receipts=receipts,
        attachments=attachments,
        folder=vault.folder,
    )
