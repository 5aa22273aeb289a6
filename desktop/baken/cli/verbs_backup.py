"""Backing a vault up by hand, and making a new one from a backup."""

from baken.model.views_backup import RestoreResult
from baken.work.backups import restore_vault, run

from .context import Context
from .reply import Reply


def backup(context: Context) -> Reply:
    """Make a backup in a folder, which is made when it is not there."""
    with context.workspace() as workspace:
        made = run(workspace.backups.steps(context.arguments.folder.absolute()), context.progress())
    folder = str(made.folder)
    return Reply(data={"id": made.folder.name, "folder": folder}, lines=(context.word("backup-made", folder=folder),))


def restore(context: Context) -> Reply:
    """Make a new vault from a backup and say what it may lack."""
    arguments = context.arguments
    user = context.user()
    result = restore_vault(
        arguments.folder,
        arguments.into,
        user_name=user,
        passphrase=context.secret(arguments.passphrase_file),
        paths=context.paths,
        clock=context.clock,
        progress=context.progress(),
    )
    context.paths.at(arguments.into).remember_vault()
    missing = {"entries": result.entries, "bundles": result.bundles, "attachments": result.attachments}
    data = {"id": result.site, "made": result.made, "missing": missing, "findings": list(result.findings)}
    return Reply(data=data, lines=tuple(_lines(context, result)))


def _lines(context: Context, result: RestoreResult) -> list[str]:
    lines = [context.word("restored", folder=str(context.arguments.into), made=result.made)]
    if result.entries is None:
        lines.append(context.word("restored-unknown"))
    elif result.entries:
        lines.append(context.word("restored-entries", count=result.entries))
    if result.bundles:
        lines.append(context.word("restored-bundles", count=result.bundles))
    if result.attachments:
        lines.append(context.word("restored-attachments", count=result.attachments))
    if result.findings:
        lines += [context.word("restored-findings"), *result.findings]
    return lines


VERBS = {"vault backup": backup, "vault restore": restore}
