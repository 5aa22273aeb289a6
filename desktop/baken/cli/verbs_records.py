"""Youths, pieces and search."""

from pathlib import Path
from typing import Any

import msgspec

from baken.errors import UserError
from baken.model.catalogue import load_catalogue
from baken.model.codes import EntityType, Kind, Source
from baken.model.commands import CorrectObservation, CreateDossier, RecordObservation
from baken.model.excerpt import excerpt
from baken.model.ids import EntityId
from baken.model.records import Entity, IndicatorTag, Observation, When
from baken.model.views import SearchHit, Youth
from baken.model.when import read_when
from baken.work.workspace import Workspace

from .context import Context
from .reply import Reply, listing, plain


def dossier_new(context: Context) -> Reply:
    """Make a dossier."""
    fields = {name: getattr(context.arguments, name) for name in CreateDossier.__struct_fields__}
    with context.workspace() as workspace:
        changes = workspace.execute(CreateDossier(**fields))
    return Reply(data={"id": changes.id}, lines=(changes.id,))


def dossier_list(context: Context) -> Reply:
    """List the youths."""
    with context.workspace() as workspace:
        rows = workspace.dossiers()
    items = [{"id": row.youth.id, **plain(row)} for row in rows]
    return listing(items, (f"{row.youth.id}\t{named(row.youth)}\t{row.youth.room}" for row in rows))


def dossier_show(context: Context) -> Reply:
    """Show one youth with the timeline."""
    dossier = EntityId(context.arguments.id)
    with context.workspace() as workspace:
        shown = workspace.dossier(dossier)
        events = workspace.timeline(dossier)
    lines = [f"{named(shown.youth)}\t{shown.youth.room}\t{shown.language}\t{shown.guardian}"]
    lines += [f"{span(event.when)}\t{event.lane}\t{event.label}" for event in events]
    return Reply(data={"id": shown.youth.id, **plain(shown), "timeline": plain(events)}, lines=tuple(lines))


def record(context: Context) -> Reply:
    """Record a piece, or correct one: then what is not given stays as it was."""
    arguments = context.arguments
    about = tuple(EntityId(each) for each in arguments.about)
    with context.workspace() as workspace:
        if arguments.corrects is None:
            blank = Observation(text="", when=When(start=workspace.now().isoformat(timespec="minutes")))
            piece = _typed(context, workspace, blank)
            changes = workspace.execute(
                RecordObservation(observation=piece, about=about, restricted=arguments.restricted)
            )
        else:
            entity = EntityId(arguments.corrects)
            current = workspace.observation(entity).versions[0]
            kept = (name for name in Observation.__struct_fields__ if name != "captured")  # of the first version alone
            before = Observation(**{name: getattr(current, name) for name in kept})
            correction = CorrectObservation(
                entity=entity,
                corrects=current.entry,
                observation=_typed(context, workspace, before),
                why=arguments.why,
                about=about or None,
            )
            changes = workspace.execute(correction)
    return Reply(data={"id": changes.id, "entry": changes.entry}, lines=(changes.id,))


def search(context: Context) -> Reply:
    """Find pieces, youths and signals."""
    with context.workspace() as workspace:
        hits = workspace.search(context.arguments.text)
    items = [_found(hit) for hit in hits]
    return listing(items, (f"{hit.id}\t{hit.what}\t{hit.when}\t{_marked(hit)}" for hit in hits))


def named(youth: Youth) -> str:
    """Give the name by which a youth is shown."""
    return youth.name or youth.alias or youth.id


def span(when: When) -> str:
    """Give a moment as it is stored, with its end."""
    return when.start if when.end is None else f"{when.start} – {when.end}"


def tags(codes: list[str], language: str) -> tuple[IndicatorTag, ...]:
    """Give the tags for indicator ids; raises UserError `indicator-unknown`."""
    catalogue = load_catalogue()
    found = []
    for code in codes:
        indicator = catalogue.find(code)
        if indicator is None:
            raise UserError("indicator-unknown")
        found.append(catalogue.tag(indicator, language))
    return tuple(found)


def _typed(context: Context, workspace: Workspace, before: Observation) -> Observation:
    """Give a piece with what was typed put in the place of what was there before."""
    arguments = context.arguments
    attached = tuple(workspace.attachments.attach(Path(file)) for file in arguments.attach)
    given: dict[str, Any] = {
        "text": arguments.text,
        "quote": arguments.quote,
        "meaning": arguments.meaning,
        "kind": Kind(arguments.kind) if arguments.kind else None,
        "source": Source(arguments.source) if arguments.source else None,
        "when": read_when(arguments.at, now=workspace.now()) if arguments.at else None,
        "place": arguments.place,
        "entities": tuple(_entity(each) for each in arguments.entity) if arguments.entity else None,
        "indicators": tags(arguments.indicator, context.language) if arguments.indicator else None,
        "protect_source": True if arguments.protect_source else None,
        "attachments": (*before.attachments, *attached) if attached else None,
    }
    return msgspec.structs.replace(before, **{name: value for name, value in given.items() if value is not None})


def _entity(text: str) -> Entity:
    type_, equals, value = text.partition("=")
    if not equals or type_ not in {each.value for each in EntityType}:
        raise UserError("entity-unknown")
    return Entity(type=EntityType(type_), value=value)


def _found(hit: SearchHit) -> dict[str, Any]:
    fields = plain(hit)
    del fields["passages"], fields["asked"]
    return {**fields, "snippet": "".join(run.text for run in excerpt(hit.passages, hit.asked))}


def _marked(hit: SearchHit) -> str:
    return "".join(f"[{run.text}]" if run.hit else run.text for run in excerpt(hit.passages, hit.asked))


VERBS = {
    "dossier new": dossier_new,
    "dossier list": dossier_list,
    "dossier show": dossier_show,
    "record": record,
    "search": search,
}
