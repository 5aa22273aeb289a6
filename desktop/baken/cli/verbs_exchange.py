"""Exchange with other sites: cards, bundles, the mailbox."""

from pathlib import Path
from typing import Any

from baken.errors import UserError
from baken.model.codes import Basis
from baken.model.commands import TrustSite
from baken.model.ids import EntityId
from baken.model.views_exchange import BundleInfo, ImportResult, OutgoingRow
from baken.work import agefile, inspecting
from baken.work.cards import site_name
from baken.work.exporting import Chosen
from baken.work.smallfile import read_small, write_small

from .context import Context
from .reply import Reply, listing, plain
from .texts import explain, known_codes


def export(context: Context) -> Reply:
    """Seal chosen records for a trusted site, to a file or into the queue."""
    arguments = context.arguments
    chosen = Chosen(
        signals=tuple(EntityId(each) for each in arguments.signal),
        observations=tuple(EntityId(each) for each in arguments.observation),
        dossier=EntityId(arguments.dossier) if arguments.dossier else None,
        is_new=arguments.new,
    )
    with context.workspace() as workspace:
        plan = workspace.prepare_bundle(
            arguments.to, chosen, basis=Basis(arguments.basis), basis_note=arguments.basis_note
        )
        if arguments.queue:
            changes = workspace.queue_bundle(plan)
        else:
            changes = workspace.mark_exported(plan, workspace.seal_bundle(plan, arguments.out))
    data: dict[str, Any] = {"id": changes.id, "pieces": plan.pieces, "signals": plan.signals}
    inside = {"pieces": plan.pieces, "signals": plan.signals}
    if arguments.queue:
        return Reply(data=data, lines=(context.word("queued", site=plan.to.name, **inside),))
    file = str(arguments.out)
    return Reply(data={**data, "file": file}, lines=(context.word("sealed", site=plan.to.name, file=file, **inside),))


def import_(context: Context) -> Reply:
    """Take a bundle in, or say what that would do."""
    arguments = context.arguments
    with context.workspace() as workspace:
        if arguments.dry_run:
            result = workspace.try_import(arguments.file, context.progress())
        else:
            result = workspace.import_bundle(arguments.file, context.progress())
        name = site_name(workspace.vault, result.site)
    line = context.word(
        "would-import" if arguments.dry_run else "imported",
        site=name,
        new=result.new,
        known=result.known,
        conflicts=result.conflicts,
        pieces=result.pieces,
        signals=result.signals,
    )
    return Reply(data=_imported(result), lines=(line,))


def _imported(result: ImportResult) -> dict[str, Any]:
    return {
        "id": result.bundle,
        "new": result.new,
        "known": result.known,
        "conflicts": result.conflicts,
        "pieces": result.pieces,
        "signals": result.signals,
        "from": result.site,
    }


def bundles(context: Context) -> Reply:
    """List the bundles that were made here, the last first, and how far each got."""
    with context.workspace() as workspace:
        rows = workspace.exchange().outgoing
    return listing(rows, (f"{row.id}\t{row.to}\t{row.made}\t{_how_far(context, row)}" for row in rows))


def _how_far(context: Context, row: OutgoingRow) -> str:
    said = context.word(f"delivery-{row.delivery}", moment=row.receipt_at)
    return f"{said}\t{_reason(context, row.refusal)}" if row.refusal else said


def _reason(context: Context, reason: str) -> str:
    """Say why a bundle was not taken: a refusal of the mailbox by its own sentence, anything else as any error."""
    codes = (f"refused-{reason}", reason, "registry-refused")
    code = next(each for each in codes if each in known_codes())
    return " ".join(explain(UserError(code, reason=reason), context.language))


def inspect(context: Context) -> Reply:
    """Look at a bundle; with --user also inside, as far as the vault opens it."""
    arguments = context.arguments
    if arguments.user is None:
        info = inspecting.outside(arguments.file)
    else:
        with context.workspace() as workspace:
            info = workspace.inspect_bundle(arguments.file)
    return Reply(data=plain(info), lines=tuple(_info_lines(info)))


def _info_lines(info: BundleInfo) -> list[str]:
    return [f"{name}\t{value}" for name, value in plain(info).items() if value not in ("", {}, None)]


def seal(context: Context) -> Reply:
    """Seal any file to age recipients."""
    arguments = context.arguments
    agefile.seal(arguments.file, arguments.recipient, arguments.out)
    return _written(context, arguments.out)


def unseal(context: Context) -> Reply:
    """Open an age file with an identity file; nothing is written unless all of it verifies."""
    arguments = context.arguments
    identities = agefile.read_identities(context.text_of(arguments.identity))
    agefile.unseal(arguments.file, identities, arguments.out)
    return _written(context, arguments.out)


def sync(context: Context) -> Reply:
    """Exchange with the mailbox or by a stick: push the queue, pull, take in, push receipts."""
    arguments, progress = context.arguments, context.progress()
    with context.workspace() as workspace:
        if arguments.stick is not None:
            result = workspace.sync_stick(arguments.stick, progress)
        else:
            result = workspace.sync(progress=progress, address=arguments.registry)
    line = context.word("synced", sent=result.sent, received=result.received, acknowledged=result.acknowledged)
    refused = (" ".join(explain(UserError(code), context.language)) for code in result.refused)
    held = (context.word("held", site=each.to, reason=_reason(context, each.reason)) for each in result.held)
    left = (context.word("left", count=result.left),) if result.left else ()
    return Reply(data=plain(result), lines=(line, *left, *held, *refused))


def card(context: Context) -> Reply:
    """Write this site's card to a file and say its fingerprint."""
    with context.workspace() as workspace:
        data, shown, site = workspace.own_card(), workspace.own_fingerprint(), workspace.user.site
    write_small(context.arguments.file, data)
    lines = (context.word("written", file=str(context.arguments.file)), context.word("fingerprint", fingerprint=shown))
    return Reply(data={"id": site, "file": str(context.arguments.file), "fingerprint": shown}, lines=lines)


def add(context: Context) -> Reply:
    """Trust a site whose fingerprint was confirmed."""
    arguments = context.arguments
    document = read_small(arguments.card)
    with context.workspace() as workspace:
        changes = workspace.execute(TrustSite(card=document, fingerprint=arguments.fingerprint))
        (site,) = (site for kind, site in changes.touched if kind == "site")
        name = site_name(workspace.vault, site)
    return Reply(data={"id": site, "name": name}, lines=(context.word("site-added", site=name),))


def sites(context: Context) -> Reply:
    """List the trusted sites."""
    with context.workspace() as workspace:
        rows = workspace.sites()
    return listing(rows, (f"{row.code}\t{row.name}\t{row.fingerprint}\t{row.recipient_until}" for row in rows))


def enrol_request(context: Context) -> Reply:
    """Write the request with which a mailbox lets this laptop in."""
    with context.workspace() as workspace:
        document, shown = workspace.enrolment_request(), workspace.own_fingerprint()
    write_small(context.arguments.file, document)
    lines = (context.word("written", file=str(context.arguments.file)), context.word("fingerprint", fingerprint=shown))
    return Reply(data={"id": str(context.arguments.file), "fingerprint": shown}, lines=lines)


def enrolled(context: Context) -> Reply:
    """Take in the mailbox's answer."""
    document = read_small(context.arguments.file)
    with context.workspace() as workspace:
        address = workspace.enrol(document)
    return Reply(data={"id": address}, lines=(context.word("enrolled", address=address),))


def _written(context: Context, file: Path) -> Reply:
    return Reply(data={"id": str(file)}, lines=(context.word("written", file=str(file)),))


VERBS = {
    "export": export,
    "import": import_,
    "bundle list": bundles,
    "bundle inspect": inspect,
    "bundle seal": seal,
    "bundle unseal": unseal,
    "sync": sync,
    "site card": card,
    "site add": add,
    "site list": sites,
    "site enrol-request": enrol_request,
    "site enrolled": enrolled,
}
