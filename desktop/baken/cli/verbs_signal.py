"""Signals: combining pieces, showing one, and what its pieces speak of."""

from baken.errors import UserError
from baken.model.catalogue import load_catalogue
from baken.model.codes import Danger
from baken.model.commands import SaveSignal
from baken.model.ids import EntityId
from baken.model.records import SignalIndicator

from .context import Context
from .reply import Reply, listing, plain
from .verbs_records import named, span, tags


def new(context: Context) -> Reply:
    """Combine pieces into a signal; an answer that is not given stays open, an empty one is "weet ik niet"."""
    arguments = context.arguments
    command = SaveSignal(
        about=tuple(EntityId(each) for each in arguments.about),
        observations=tuple(EntityId(each) for each in arguments.observation),
        facts=arguments.facts,
        other_explanation=arguments.other_explanation or "",
        other_explanation_unknown=arguments.other_explanation == "",
        unknown=arguments.unknown or "",
        unknown_unknown=arguments.unknown == "",
        danger=Danger(arguments.danger) if arguments.danger else None,
        forms=_forms(arguments.form),
        indicators=tuple(SignalIndicator(tag=tag) for tag in tags(arguments.indicator, context.language)),
    )
    with context.workspace() as workspace:
        changes = workspace.execute(command)
    return Reply(data={"id": changes.id, "entry": changes.entry}, lines=(changes.id,))


def show(context: Context) -> Reply:
    """Show a signal with its pieces."""
    with context.workspace() as workspace:
        signal = workspace.signal(EntityId(context.arguments.id))
    lines = [f"{signal.id}\t{signal.state}\t{', '.join(named(youth) for youth in signal.about)}", signal.facts]
    lines += [f"{span(row.when)}\t{row.author}\t{row.text}" for row in signal.observations]
    return Reply(data=plain(signal), lines=tuple(lines))


def coverage(context: Context) -> Reply:
    """Show what the pieces speak of, per dimension; no sum, no verdict."""
    with context.workspace() as workspace:
        covered = workspace.signal(EntityId(context.arguments.id)).coverage
    lines = [f"{each.dimension}\t{', '.join(item.tag.id for item in each.items)}" for each in covered]
    return listing([{"id": each.dimension, **plain(each)} for each in covered], lines)


def _forms(codes: list[str]) -> tuple[str, ...]:
    """Give the codes of suspected forms, each once; raises UserError `exploitation-unknown`."""
    if not {*codes} <= {form.code for form in load_catalogue().forms if not form.apart}:
        raise UserError("exploitation-unknown")
    return tuple(dict.fromkeys(codes))


VERBS = {"signal new": new, "signal show": show, "signal coverage": coverage}
