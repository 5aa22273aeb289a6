"""What a command must satisfy before anything is written: pure checks that raise codes and never change a thing.

Nothing mandatory but what a record cannot be without; an emergency never meets a required field.
"""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

import msgspec

from baken.errors import UserError
from baken.model import commands
from baken.model.codes import Gender
from baken.model.ids import EntityId
from baken.model.records import Dossier, Observation
from baken.model.when import check_when

TEXT_MAX: Final = 20_000  # characters in one text field
LIST_MAX: Final = 500  # pieces, youths or tags named by one record
DOSSIER_FIELDS: Final = frozenset(Dossier.__struct_fields__)
_GENDERS: Final = frozenset(("", *Gender))
_ID = re.compile(r"[0-9a-f]{32}")
_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def check_command(command: commands.Command, *, now: dt.datetime) -> None:
    """Raise UserError with the first thing that is wrong; `now` is local time without a zone.

    Codes: text-missing, text-too-long, text-unreadable, too-many, id-invalid, name-missing, v-number-invalid,
    gender-unknown, date-invalid, field-unknown, nothing-changed, why-missing, signal-without-pieces,
    recipient-missing, and those of `check_when`. `field` in the parameters names the field.
    """
    _check_texts(command)
    match command:
        case commands.CreateDossier():
            if not (command.alias.strip() or command.name.strip()):
                raise UserError("name-missing")
            check_dossier(msgspec.structs.asdict(command), now=now)
        case commands.UpdateDossier():
            _check_update(command, now=now)
        case commands.RecordObservation():
            _check_ids(command.about)
            _check_piece(command.observation, now=now)
        case commands.CorrectObservation():
            _check_ids((command.entity, *(command.about or ())))
            _check_why(command.why)
            _check_piece(command.observation, now=now)
        case commands.WithdrawObservation():
            _check_ids((command.entity,))
            _check_why(command.why)
        case commands.TagObservation() | commands.ConfirmObservation():
            _check_ids((command.entity,))
        case commands.SaveSignal():
            _check_signal(command)
        case commands.RecordDisclosure():
            if not command.disclosure.recipient.strip():
                raise UserError("recipient-missing")
            _check_ids(command.about)
        case commands.RecordFeedback():
            _check_ids((command.feedback.disclosure,))
            _check_text(command.feedback.text)
        case _:
            return


def check_dossier(fields: dict[str, str], *, now: dt.datetime) -> None:
    """Check the values of a youth's card that have a shape: `gender`, `v_number`, `born` (not to come), `arrival`."""
    if fields.get("gender", "") not in _GENDERS:
        raise UserError("gender-unknown")
    v_number = fields.get("v_number", "")
    if v_number and not re.fullmatch(r"[0-9]{10}", v_number):
        raise UserError("v-number-invalid")
    for name in ("born", "arrival"):
        if fields.get(name) and not is_partial_date(fields[name]):
            raise UserError("date-invalid", field=name)
    born = fields.get("born", "")
    if born > now.date().isoformat()[: len(born)]:
        raise UserError("date-invalid", field="born")


def is_partial_date(text: str) -> bool:
    """Whether `text` is an ISO date, month or year."""
    match = _PARTIAL_DATE.fullmatch(text)
    if match is None:
        return False
    try:
        dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _check_update(command: commands.UpdateDossier, *, now: dt.datetime) -> None:
    _check_ids((command.dossier,))
    if not command.changes:
        raise UserError("nothing-changed")
    unknown = sorted(command.changes.keys() - DOSSIER_FIELDS)
    if unknown:
        raise UserError("field-unknown")
    check_dossier(command.changes, now=now)


def _check_piece(piece: Observation, *, now: dt.datetime) -> None:
    _check_text(piece.text)
    check_when(piece.when, now=now)
    _check_count("entities", piece.entities)
    _check_count("indicators", piece.indicators)
    if any(not entity.value.strip() for entity in piece.entities):
        raise UserError("text-missing", field="entity")


def _check_signal(command: commands.SaveSignal) -> None:
    _check_ids((command.entity,) if command.entity is not None else ())
    _check_ids(command.about or ())
    _check_ids(command.observations or ())
    _check_count("indicators", command.indicators or ())
    if not command.observations and (command.entity is None or command.observations is not None):
        raise UserError("signal-without-pieces")


def _check_text(text: str) -> None:
    if not text.strip():
        raise UserError("text-missing", field="text")


def _check_why(why: str) -> None:
    if not why.strip():
        raise UserError("why-missing")


def _check_ids(ids: Iterable[EntityId]) -> None:
    listed = tuple(ids)
    _check_count("ids", listed)
    if not all(_ID.fullmatch(each) for each in listed):
        raise UserError("id-invalid")


def _check_count(field: str, items: Iterable[object]) -> None:
    if len(tuple(items)) > LIST_MAX:
        raise UserError("too-many", field=field, limit=LIST_MAX)


def _check_texts(value: object, field: str = "text") -> None:
    """Check every text inside a command, however deep: its length, and that it can be shown and stored."""
    match value:
        case str():
            if len(value) > TEXT_MAX:
                raise UserError("text-too-long", field=field, limit=TEXT_MAX)
            if _UNREADABLE.search(value):
                raise UserError("text-unreadable", field=field)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                _check_texts(getattr(value, name), name)
        case dict():
            for name, each in value.items():
                _check_texts(each, str(name))
        case tuple() | frozenset() | list():
            for each in value:
                _check_texts(each, field)
        case _:
            return
