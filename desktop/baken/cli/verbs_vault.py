"""Making vaults, their users, and verifying one."""

from baken.model.clock import local_iso
from baken.work.opening import make_vault, verify_whole
from baken.work.practice import PUBLISHED, build_practice_vault

from .context import Context
from .reply import Reply, listing, plain


def practice(context: Context) -> Reply:
    """Make a practice vault and print who may unlock it."""
    arguments = context.arguments
    file = arguments.new_passphrase_file
    passphrase = PUBLISHED if file is None else context.secret(file)
    made = build_practice_vault(
        arguments.folder,
        context.clock,
        site=arguments.site,
        passphrase=passphrase,
        progress=context.progress(),
        state_folder=context.paths.state,
    )
    context.paths.at(arguments.folder).remember_vault()
    shown = passphrase if file is None else ""
    users = [plain(user) for user in made.users]
    lines = [context.word("practice-made", folder=made.folder, site=made.site)]
    lines += [f"  {user.name}: {', '.join(user.capabilities)}" for user in made.users]
    if shown:
        lines.append(context.word("practice-passphrase", passphrase=shown))
    data = {"id": made.folder, "site": made.site, "users": users, "entries": made.entries}
    return Reply(data=data | ({"passphrase": shown} if shown else {}), lines=tuple(lines))


def new(context: Context) -> Reply:
    """Make a live vault."""
    arguments = context.arguments
    passphrase = context.secret(arguments.passphrase_file)
    make_vault(
        arguments.folder,
        site_name=arguments.site,
        site_code=arguments.code,
        user_name=arguments.user,
        passphrase=passphrase,
        clock=context.clock,
    )
    context.paths.at(arguments.folder).remember_vault()
    return Reply(
        data={"id": str(arguments.folder), "site": arguments.site, "user": arguments.user},
        lines=(context.word("vault-made", folder=str(arguments.folder), site=arguments.site),),
    )


def users(context: Context) -> Reply:
    """List who is certified by this site and who may unlock here."""
    with context.workspace() as workspace:
        found = workspace.users()
    items = [
        {
            "id": user.person,
            "name": user.name,
            "capabilities": sorted(user.capabilities),
            "can_unlock": user.has_slot,
            "until": None if user.valid_until is None else local_iso(user.valid_until),
        }
        for user in found
    ]
    lines = [
        "\t".join(filter(None, (user.name, ", ".join(user.capabilities), str(item["until"] or ""))))
        for user, item in zip(found, items, strict=True)
    ]
    return listing(items, lines)


def verify(context: Context) -> Reply:
    """Check everything without writing a byte; status 1 when something does not hold."""
    arguments = context.arguments
    paths = context.paths.at(context.vault_folder())
    checked = verify_whole(
        paths, context.user(), context.secret(arguments.passphrase_file), context.clock, context.progress()
    )
    findings = [{"kind": finding.kind, "where": finding.where} for finding in checked.findings]
    if findings:
        lines = [context.word("not-verified"), *(f"{each['kind']}\t{each['where']}" for each in findings)]
    else:
        lines = [context.word("verified", entries=checked.entries)]
    return Reply(
        data={"ok": not findings, "entries": checked.entries, "findings": findings},
        lines=tuple(lines),
        ok=not findings,
    )


VERBS = {"practice": practice, "vault new": new, "vault users": users, "vault verify": verify}
