"""Pieces: one with all its versions, and lists of them."""

from collections.abc import Sequence
from typing import Any

import msgspec

from baken.model.clock import local_iso
from baken.model.ids import EntityId, EntryId
from baken.model.views import Observation, ObservationRow, Version

from .database import Connection
from .fold_numbers import first_number
from .fold_pieces import origin_of
from .fold_reading import json_list
from .queries_rows import (
    Youths,
    captured_of,
    make_attachments,
    make_entities,
    make_indicators,
    make_kind,
    make_source,
    make_when,
    make_withdrawn,
    not_found,
    observation_rows,
)

_PIECE = "SELECT number, current, youths, withdrawal, conflict FROM view.piece WHERE entity = ?"
_VERSIONS = """
SELECT lower(hex(id)), author, site, wall_ms, why, text, quote, quote_original, quote_note, meaning, kind, source,
    source_note, start, precision, until, typed, place, entities, indicators, protect_source, clock_doubtful,
    corrects, logical, writer, sequence, restricted, attachments
FROM view.version WHERE piece = ?
ORDER BY number = ? DESC, logical DESC, writer DESC, sequence DESC"""
_WITHDRAWALS = """
SELECT id, author, site, wall_ms, body FROM view.entry
WHERE entity = ? AND kind = 'withdrawal' AND unread = '' ORDER BY logical DESC, writer DESC, sequence DESC"""
_SIGNALS = "SELECT entity FROM view.reference WHERE target = ? AND family = 'signal' ORDER BY entity"
_ALL = "SELECT * FROM view.piece_row ORDER BY happened DESC, entity DESC LIMIT ?"
_ABOUT = """
SELECT piece_row.* FROM view.about JOIN view.piece_row ON piece_row.entity = about.entity
WHERE about.youth = ? AND about.what = 'observation'
ORDER BY about.happened DESC, about.entity DESC LIMIT ?"""
# The last ones are chosen by two small columns and only these are read whole: after an import a day holds thousands.
_RECORDED = """
SELECT piece_row.* FROM (
    SELECT piece.number AS asked, piece.entity,
        max(current.wall_ms, coalesce((SELECT wall_ms FROM view.entry WHERE id = piece.withdrawal), 0)) AS moment
    FROM view.piece CROSS JOIN view.version AS current ON current.number = piece.current
    WHERE piece.number IN (
        SELECT recent.piece FROM view.version AS recent
        WHERE recent.number >= ?1 AND recent.wall_ms >= ?2 AND (recent.person = ?3) = ?4
        UNION
        SELECT gone.number FROM view.entry AS withdrawn
        CROSS JOIN view.piece AS gone ON gone.entity = withdrawn.entity AND gone.withdrawal = withdrawn.id
        WHERE withdrawn.kind = 'withdrawal' AND withdrawn.wall_ms >= ?2 AND (withdrawn.person = ?3) = ?4)
    ORDER BY moment DESC, piece.entity DESC LIMIT ?5) AS last
CROSS JOIN view.piece_row ON piece_row.number = last.asked
ORDER BY last.moment DESC, last.entity DESC"""
# What stands beside the version that counts: a note of another site, or a change that competes with it.
_BESIDE = """
SELECT piece.entity, lower(hex(beside.id)), beside.text, beside.quote <> '' OR beside.quote_original <> '',
    beside.meaning <> '', beside.wall_ms, beside.author, beside.site, beside.indicators, beside.restricted
FROM view.piece JOIN view.version AS current ON current.number = piece.current
JOIN view.version AS beside ON beside.piece = piece.number
WHERE piece.entity IN (SELECT value FROM json_each(?1)) AND piece.withdrawal = ''
    AND beside.wall_ms >= ?2 AND (beside.person = ?3) = ?4
    AND NOT (current.wall_ms >= ?2 AND (current.person = ?3) = ?4)
ORDER BY beside.logical, beside.writer, beside.sequence"""
_LAST_BY = "SELECT max(wall_ms) FROM view.version WHERE number >= ? AND wall_ms >= ? AND wall_ms < ? AND person = ?"


def read_observation(connection: Connection, entity: str) -> Observation:
    """Give a piece with all its versions, the one that counts first; raises not-found."""
    found = connection.execute(_PIECE, (entity,)).fetchone()
    if found is None:
        raise not_found("observation")
    number, current, youths, withdrawal, conflict = found
    rows = connection.execute(_VERSIONS, (number, current)).fetchall()
    origin = origin_of((row[23:26], row[2]) for row in rows if not row[22])
    withdrawals = [(row[0], make_withdrawn(*row[1:])) for row in connection.execute(_WITHDRAWALS, (entity,))]
    captured, confirmed_by = captured_of(connection, [entity]).get(entity, ("", ""))
    counts = next((each for entry, each in withdrawals if entry == withdrawal), None)
    return Observation(
        id=EntityId(entity),
        about=Youths(connection, [youths]).named(youths),
        versions=tuple(_version(row) for row in rows),
        site=rows[0][2] if origin is None else origin,
        withdrawn_why=counts.why if counts else "",
        withdrawn_by=counts.author if counts else "",
        withdrawn_beside=tuple(each for _, each in withdrawals if origin not in (None, each.site)),
        conflict=bool(conflict),
        captured=captured,
        confirmed_by=confirmed_by,
        signals=tuple(EntityId(row[0]) for row in connection.execute(_SIGNALS, (entity,))),
    )


def list_observations(connection: Connection, about: str | None = None, limit: int = 200) -> tuple[ObservationRow, ...]:
    """Pieces about one youth or all, what happened last first."""
    if about is None:
        return observation_rows(connection, connection.execute(_ALL, (limit,)).fetchall())
    return observation_rows(connection, connection.execute(_ABOUT, (about, limit)).fetchall())


def recorded_since(
    connection: Connection, since_ms: int, person: str, *, by_others: bool, limit: int = 200
) -> tuple[ObservationRow, ...]:
    """Pieces recorded, corrected or withdrawn since a moment by this person, or by anybody else, the last first.

    A piece that is there for words that stand beside it shows these, with who wrote them and where.
    """
    asked = (first_number(since_ms), since_ms, person, int(not by_others), limit)
    rows = observation_rows(connection, connection.execute(_RECORDED, asked).fetchall())
    shown = json_list(row.id for row in rows)
    beside = {row[0]: row[1:] for row in connection.execute(_BESIDE, (shown, since_ms, person, int(not by_others)))}
    return tuple(_as_beside(row, beside[row.id]) if row.id in beside else row for row in rows)


def last_recorded(connection: Connection, person: str, *, since_ms: int, before_ms: int) -> int | None:
    """When this person last recorded or corrected a piece between two moments, in UTC milliseconds; None if never."""
    asked = (first_number(since_ms), since_ms, before_ms, person)
    found: int | None = connection.execute(_LAST_BY, asked).fetchone()[0]
    return found


def _as_beside(row: ObservationRow, beside: Sequence[Any]) -> ObservationRow:
    entry, text, has_quote, has_meaning, wall_ms, author, site, indicators, restricted = beside
    return msgspec.structs.replace(
        row,
        entry=EntryId(entry),
        text=text,
        has_quote=bool(has_quote),
        has_meaning=bool(has_meaning),
        recorded=local_iso(wall_ms),
        author=author,
        site=site,
        indicators=make_indicators(indicators),
        restricted=bool(restricted),
    )


def _version(row: Any) -> Version:
    return Version(
        entry=EntryId(row[0]),
        author=row[1],
        site=row[2],
        recorded=local_iso(row[3]),
        why=row[4],
        text=row[5],
        quote=row[6],
        quote_original=row[7],
        quote_note=row[8],
        meaning=row[9],
        kind=make_kind(row[10]),
        source=make_source(row[11]),
        source_note=row[12],
        when=make_when(*row[13:17]),
        place=row[17],
        entities=make_entities(row[18]),
        indicators=make_indicators(row[19]),
        protect_source=bool(row[20]),
        restricted=bool(row[26]),
        clock_doubtful=bool(row[21]),
        attachments=make_attachments(row[27]),
    )
