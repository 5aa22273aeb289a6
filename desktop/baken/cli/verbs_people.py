"""Who may open a vault: adding and removing people, passphrases, and the recovery sheet."""

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from baken.errors import UserError
from baken.model.views_backup import AccessChange
from baken.work import people
from baken.work.backups import run
from baken.work.outfile import reveal, write_hidden
from baken.work.workspace import Workspace

from .context import Context
from .reply import Reply, plain

_TRIES = 3  # for a group that was typed wrong


def add_user(context: Context) -> Reply:
    """Give somebody an account, or new secrets to somebody who forgot their passphrase."""
    arguments = context.arguments
    with context.workspace() as workspace:
        until = workspace.people.end_of(arguments.until) if arguments.until else None
        if arguments.person is None:
            people.check_roles(arguments.role, until)
        passphrase = context.new_secret(arguments.new_passphrase_file)
        keys = people.derive_slot(workspace.paths, arguments.name, passphrase)
        if arguments.person is None:
            person = workspace.people.add(arguments.name, arguments.role, keys, valid_until=until)
            return _reply(context, {"id": person}, context.word("user-added", person=arguments.name), passphrase)
        change = run(workspace.people.reissue(arguments.person, arguments.name, keys), context.progress())
    data = {"id": arguments.person} | _data(change)
    return _reply(context, data, context.word("user-reissued", person=arguments.name), passphrase, change)


def remove_user(context: Context) -> Reply:
    """Remove somebody: a new key for the vault, new secrets for all who stay."""
    with context.workspace() as workspace:
        person = workspace.people.person_named(context.arguments.name)
        change = run(workspace.people.remove(person), context.progress())
    data = {"id": person} | _data(change)
    return _reply(context, data, context.word("user-removed", person=context.arguments.name), "", change)


def change_passphrase(context: Context) -> Reply:
    """Give oneself a new passphrase; the old one is the one that unlocked."""
    with context.workspace() as workspace:
        me = workspace.user
        passphrase = context.new_secret(context.arguments.new_passphrase_file)
        keys = people.derive_slot(workspace.paths, me.name, passphrase)
        change = run(workspace.people.change_passphrase(keys), context.progress())
    data = {"id": me.person} | _data(change)
    return _reply(context, data, context.word("passphrase-changed"), passphrase, change)


def recovery_sheet(context: Context) -> Reply:
    """Write a recovery sheet, and let it count once three groups of it were typed back."""
    path: Path = context.arguments.file
    with context.workspace() as workspace:
        code, sheet = workspace.people.new_sheet()
        pdf = workspace.people.print_sheet(sheet, context.language)
        reveal(write_hidden(path, lambda out: _write(out, pdf)))
        try:
            change = _typed_back(context, workspace, code)
        except BaseException:
            with suppress(OSError):  # it opens nothing, and somebody might keep it
                path.unlink()
            raise
    return _reply(context, {"id": str(path)} | _data(change), context.word("sheet-made", file=str(path)), "", change)


def recover(context: Context) -> Reply:
    """Give an administrator a new passphrase with the code of the recovery sheet."""
    arguments = context.arguments
    paths = context.paths.at(context.vault_folder())
    user = context.user()
    code = context.secret(arguments.code_file, ask="ask-code")
    passphrase = context.new_secret(arguments.new_passphrase_file)
    people.recover(paths, code, user, passphrase, context.clock)
    paths.remember_vault()
    return _reply(context, {"user": user}, context.word("recovered", person=user), passphrase)


def _write(out: BinaryIO, content: bytes) -> None:
    out.write(content)


def _typed_back(context: Context, workspace: Workspace, code: bytes) -> AccessChange:
    typed: dict[int, str] = {}
    context.tell(context.word("sheet-check", count=people.ASKED_GROUPS))
    for index in people.asked_groups():
        for last in range(_TRIES - 1, -1, -1):
            typed[index] = context.ask(context.word("ask-group", number=index + 1))
            try:
                workspace.people.check_group(code, index, typed[index])
            except UserError:
                if not last:
                    raise
                context.tell(context.word("group-again", number=index + 1))
            else:
                break
    return run(workspace.people.accept_sheet(code, typed), context.progress())


def _data(change: AccessChange) -> dict[str, object]:
    return {"rewritten": change.rewritten, "still_openable": plain(change.still_openable)}


def _reply(
    context: Context, data: dict[str, object], line: str, passphrase: str, change: AccessChange | None = None
) -> Reply:
    """Say what was done, what of a new passphrase was spelled otherwise, and which backups still open as before."""
    lines = [line]
    if passphrase:
        data["respelled"] = people.is_respelled(passphrase)
        lines += [context.word("passphrase-respelled")] if data["respelled"] else []
    if change is not None and change.still_openable:
        lines.append(context.word("still-openable"))
        lines += [f"  {backup.made}\t{backup.folder}" for backup in change.still_openable]
    return Reply(data=data, lines=tuple(lines))


VERBS = {
    "vault add-user": add_user,
    "vault remove-user": remove_user,
    "vault change-passphrase": change_passphrase,
    "vault recovery-sheet": recovery_sheet,
    "vault recover": recover,
}
