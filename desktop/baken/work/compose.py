"""From a checked command to the entries that the journal gets, and what they touch.

Reads the view only to see that what is named exists and which heads its author had seen. Writes nothing.
"""

from collections.abc import Iterable

import msgspec

from baken.errors import UserError
from baken.model import commands
from baken.model.codes import Precision, SignalState
from baken.model.ids import EntityId, EntryId
from baken.model.records import Confirmation, Correction, Dossier, Observation, Record, Resolution, Signal, Withdrawal
from baken.store.database import Connection
from baken.store.journal import NewEntry
from baken.store.queries_known import with_dossier
from baken.store.queries_pieces import read_observation
from baken.store.queries_records import contributors, heads_of
from baken.store.queries_rows import not_found
from baken.store.queries_signals import read_signal
from baken.wire.certificate import SiteCard

from .audience import Targets, inherited, targets_for, targets_of_feedback, targets_of_piece
from .ids import new_id
from .sites import trust_entry

Touched = frozenset[tuple[str, str]]

_OF_PIECES = dict.fromkeys(("correction", "withdrawal", "confirmation"), "observation")
_SETTLED = frozenset((SignalState.PASSED_ON, SignalState.CLOSED))  # a paper moves a signal that stands elsewhere


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """Entries to append at once; `id` is what the command made or changed."""

    entries: tuple[NewEntry, ...]
    id: EntityId
    touched: Touched


def compose(command: commands.Command, connection: Connection, *, own: SiteCard, author: str, made: str) -> Composed:
    """Turn a command that `check_command` passed into entries.

    `own` is this site's card, `author` the id of the person who gave the command, `made` is now in local ISO. Raises
    UserError `not-found` for a youth, piece or signal that is not in this vault, and those of `trust_entry`.
    """
    match command:
        case commands.CreateDossier():
            return _create_dossier(command)
        case commands.UpdateDossier():
            return _update_dossier(command, connection)
        case commands.RecordObservation():
            _check_youths(connection, command.about)
            targets = targets_of_piece(author, restricted=command.restricted)
            return _single("observation", new_id(), command.observation, targets=targets, youths=command.about)
        case commands.CorrectObservation():
            return _correct(command, connection, author)
        case commands.WithdrawObservation():
            return _withdraw(command, connection, author)
        case commands.TagObservation():
            return _tag(command, connection, author)
        case commands.ConfirmObservation():
            return _confirm(command, connection, author)
        case commands.SaveSignal():
            return _save_signal(command, connection)
        case commands.ResolveConflict():
            return _resolve(command, connection, author)
        case commands.RecordDisclosure() | commands.RecordFeedback():
            return _file(command, connection, made=made)
        case commands.TrustSite():
            entry, site = trust_entry(command, connection, own)
            return Composed(entries=(entry,), id=EntityId(entry.entity), touched=frozenset({("site", site)}))
        case _:
            raise UserError("command-unknown")


def _file(
    command: commands.RecordDisclosure | commands.RecordFeedback, connection: Connection, *, made: str
) -> Composed:
    if isinstance(command, commands.RecordDisclosure):
        return _disclose(command, connection, made=made)
    feedback = command.feedback
    if not heads_of(connection, feedback.disclosure):
        raise not_found("disclosure")
    targets = targets_of_feedback(contributors(connection, feedback.disclosure))
    return _single("feedback", feedback.disclosure, feedback, targets=targets)


def _disclose(command: commands.RecordDisclosure, connection: Connection, *, made: str) -> Composed:
    """Record what went out; a paper about a signal that is still open makes it passed on, in the same transaction."""
    disclosure = msgspec.structs.replace(command.disclosure, made=command.disclosure.made or made)
    told = _single("disclosure", new_id(), disclosure, youths=command.about)
    if disclosure.signal is None or read_signal(connection, disclosure.signal).state in _SETTLED:
        return told
    moved = commands.SaveSignal(entity=disclosure.signal, state=SignalState.PASSED_ON)
    signal = _save_signal(moved, connection)
    return Composed(entries=(*signal.entries, *told.entries), id=told.id, touched=signal.touched | told.touched)


def _single(
    kind: str,
    entity: EntityId,
    body: Record | bytes,
    *,
    targets: Targets | None = None,
    youths: Iterable[EntityId] = (),
    base: Iterable[EntryId] = (),
    touches: Iterable[EntityId] = (),
) -> Composed:
    youths = tuple(dict.fromkeys(youths))
    what = _OF_PIECES.get(kind, kind)
    return Composed(
        entries=(
            NewEntry(
                kind=kind,
                youths=youths,
                entity=entity,
                base=tuple(base),
                body=body,
                targets=targets_for(kind) if targets is None else targets,
            ),
        ),
        id=entity,
        touched=frozenset({(what, entity), *(("dossier", youth) for youth in (*youths, *touches))}),
    )


def _create_dossier(command: commands.CreateDossier) -> Composed:
    fields = msgspec.structs.asdict(command)
    body = Dossier(**fields, born_precision=_born_precision(command.born))
    entity = new_id()
    return _single("dossier", entity, body, youths=(entity,))


def _update_dossier(command: commands.UpdateDossier, connection: Connection) -> Composed:
    heads = heads_of(connection, command.dossier)
    if not heads:
        raise not_found("dossier")
    changes = dict(command.changes)
    if "born" in changes and "born_precision" not in changes:
        changes["born_precision"] = _born_precision(changes["born"]).value
    body = msgspec.json.encode(changes)
    _check_fields(body, Dossier)
    return _single("dossier", command.dossier, body, youths=(command.dossier,), base=command.base or heads)


def _born_precision(born: str) -> Precision:
    return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(born), Precision.DAY)


def _check_fields(body: bytes, record: type[Record]) -> None:
    try:
        msgspec.json.decode(body, type=record)
    except msgspec.ValidationError:
        raise UserError("field-unknown") from None


def _check_youths(connection: Connection, youths: Iterable[EntityId]) -> None:
    wanted = set(youths)
    if wanted and not wanted <= with_dossier(connection, wanted):
        raise not_found("dossier")


def _correct(command: commands.CorrectObservation, connection: Connection, author: str) -> Composed:
    piece = read_observation(connection, command.entity)
    if command.corrects not in {version.entry for version in piece.versions}:
        raise not_found("version")
    before = tuple(youth.id for youth in piece.about)
    about = before if command.about is None else command.about
    _check_youths(connection, set(about) - set(before))
    body = Correction(corrects=command.corrects, why=command.why, observation=command.observation)
    targets = inherited(connection, (command.corrects,), author)
    return _single(
        "correction",
        command.entity,
        body,
        targets=targets,
        youths=about,
        base=(command.corrects,),
        touches=before,
    )


def _withdraw(command: commands.WithdrawObservation, connection: Connection, author: str) -> Composed:
    piece = read_observation(connection, command.entity)
    if command.withdraws not in {version.entry for version in piece.versions}:
        raise not_found("version")
    body = Withdrawal(withdraws=command.withdraws, why=command.why)
    about = tuple(youth.id for youth in piece.about)
    targets = inherited(connection, (command.withdraws,), author)
    return _single("withdrawal", command.entity, body, targets=targets, youths=about, base=(command.withdraws,))


def _tag(command: commands.TagObservation, connection: Connection, author: str) -> Composed:
    """Add indicators by a correction that changes nothing else."""
    piece = read_observation(connection, command.entity)
    current = piece.versions[0]
    there = {tag.id for tag in current.indicators}
    added = tuple(tag for tag in command.tags if tag.id not in there)
    if not added:
        raise UserError("nothing-changed")
    fields = {name: getattr(current, name) for name in Observation.__struct_fields__ if name != "captured"}
    observation = Observation(**{**fields, "indicators": (*current.indicators, *added)})
    body = Correction(corrects=current.entry, why="", observation=observation)
    about = tuple(youth.id for youth in piece.about)
    targets = inherited(connection, (current.entry,), author)
    return _single("correction", command.entity, body, targets=targets, youths=about, base=(current.entry,))


def _confirm(command: commands.ConfirmObservation, connection: Connection, author: str) -> Composed:
    """Confirm a piece that was written while locked, once."""
    piece = read_observation(connection, command.entity)
    if not piece.captured or piece.confirmed_by:
        raise UserError("nothing-changed")
    first = piece.versions[-1].entry
    about = tuple(youth.id for youth in piece.about)
    targets = inherited(connection, (first,), author)
    body = Confirmation(confirms=first)
    return _single("confirmation", command.entity, body, targets=targets, youths=about, base=(first,))


def _save_signal(command: commands.SaveSignal, connection: Connection) -> Composed:
    fields = {name: value for name in Signal.__struct_fields__ if (value := getattr(command, name, None)) is not None}
    entity, about = command.entity, command.about
    known: set[EntityId] = set()
    base: tuple[EntryId, ...] = ()
    before: tuple[EntityId, ...] = ()
    if entity is not None:
        signal = read_signal(connection, entity)
        known = {row.id for row in signal.observations} | set(signal.missing_observations)
        base, before = command.base or signal.heads, tuple(youth.id for youth in signal.about)
        if not fields and about is None:
            raise UserError("nothing-changed")
    for piece in set(command.observations or ()) - known:
        read_observation(connection, piece)
    _check_youths(connection, set(about or ()) - set(before))
    return _single(
        "signal",
        entity or new_id(),
        msgspec.json.encode(fields),
        youths=before if about is None else about,
        base=base,
        touches=before,
    )


def _resolve(command: commands.ResolveConflict, connection: Connection, author: str) -> Composed:
    if len(command.heads) < 2:
        raise UserError("nothing-changed")
    body = Resolution(field=command.field, heads=command.heads, value=msgspec.Raw(command.value_json))
    targets = inherited(connection, command.heads, author)
    return _single("resolution", command.entity, body, targets=targets, base=command.heads)
