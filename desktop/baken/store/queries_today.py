"""What asks for a look on *Vandaag*, and what came in."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from baken.model.clock import local_iso
from baken.model.ids import BundleId
from baken.model.records import Disclosure, ImportRecord, MissingEpisode, Signal
from baken.model.views import AttentionRow
from baken.model.views_exchange import IncomingRow

from .database import Connection
from .fold_reading import json_list
from .queries_rows import Youths

_MISSING = """
SELECT entity, body, youths FROM view.record WHERE family = 'missing' AND body <> '' ORDER BY happened DESC, entity"""
_CONFLICTS = """
SELECT conflict.entity, conflict.family, conflict.field, coalesce(record.youths, ''), max(conflict.wall_ms)
FROM view.conflict
LEFT JOIN view.record ON record.family = conflict.family AND record.entity = conflict.entity
GROUP BY conflict.entity, conflict.family, conflict.field ORDER BY 5 DESC, 1, 2, 3"""
_PIECE_CONFLICTS = """
SELECT piece.entity, piece.youths, version.wall_ms FROM view.piece JOIN view.version ON version.number = piece.current
WHERE piece.conflict = 1 ORDER BY version.wall_ms DESC, piece.entity"""
_DUE = """
SELECT record.entity, record.body, record.youths FROM view.record
WHERE record.family = 'disclosure' AND record.body <> '' AND NOT EXISTS (
    SELECT 1 FROM view.entry WHERE entry.entity = record.entity AND entry.kind = 'feedback' AND entry.unread = '')
ORDER BY record.happened DESC, record.entity"""
_FACTS = """
SELECT entity, body FROM view.record
WHERE family = 'signal' AND entity IN (SELECT value FROM json_each(?)) AND body <> ''"""
_IMPORTS = """
SELECT body, created_ms FROM view.record
WHERE family = 'import' AND body <> '' AND changed_ms >= ? ORDER BY changed_ms DESC, entity"""


def list_attention(connection: Connection, today: dt.date) -> tuple[AttentionRow, ...]:
    """Give what asks for a look: open disappearances, conflicts, feedback that is due.

    `text` and `meta` are plain data. For a disappearance: when and where last seen; for a conflict: its family and
    field; for feedback: the recipient and the date by which it was promised.
    """
    due = _due_feedback(connection, today)
    found = [
        *_open_disappearances(connection),
        *((("conflict", *row)) for row in _open_conflicts(connection)),
        *(
            ("feedback_due", entity, about, disclosure.recipient, disclosure.feedback_due)
            for entity, about, disclosure in due
        ),
    ]
    youths = Youths(connection, (row[2] for row in found))
    asked = {entity: disclosure for entity, _, disclosure in due}
    facts = _facts(connection, [disclosure.signal for disclosure in asked.values() if disclosure.signal])
    return tuple(
        AttentionRow(
            what=what,
            id=entity,
            youth=next(iter(youths.named(about)), None),
            text=text,
            meta=meta,
            signal=signal if signal in facts else None,
            about=facts.get(signal or "", ""),
            made=made,
        )
        for what, entity, about, text, meta in found
        for signal, made in ((asked[entity].signal, asked[entity].made) if entity in asked else (None, ""),)
    )


def list_imports(connection: Connection, since_ms: int = 0) -> tuple[IncomingRow, ...]:
    """Bundles that came in since a moment, the last first."""
    return tuple(
        IncomingRow(
            id=BundleId(record.bundle),
            site=record.site,
            received=local_iso(created_ms),
            new=record.new,
            known=record.known,
            conflicts=record.conflicts,
        )
        for body, created_ms in connection.execute(_IMPORTS, (since_ms,))
        for record in (msgspec.json.decode(body, type=ImportRecord),)
    )


def _open_disappearances(connection: Connection) -> list[tuple[str, str, str, str, str]]:
    return [
        ("missing", entity, youths, episode.last_seen, episode.last_seen_place)
        for entity, body, youths in connection.execute(_MISSING)
        for episode in (msgspec.json.decode(body, type=MissingEpisode),)
        if episode.returned is None
    ]


def _open_conflicts(connection: Connection) -> list[tuple[str, str, str, str]]:
    records = [
        (entity, youths or (entity if family == "dossier" else ""), family, field)
        for entity, family, field, youths, _ in connection.execute(_CONFLICTS)
    ]
    pieces = [
        (entity, youths, "observation", "observation") for entity, youths, _ in connection.execute(_PIECE_CONFLICTS)
    ]
    return records + pieces


def _facts(connection: Connection, signals: Sequence[str]) -> dict[str, str]:
    """Give the facts of signals that are here."""
    rows = connection.execute(_FACTS, (json_list(signals),)).fetchall() if signals else []
    return {entity: msgspec.json.decode(body, type=Signal).facts for entity, body in rows}


def _due_feedback(connection: Connection, today: dt.date) -> list[tuple[str, str, Disclosure]]:
    return [
        (entity, youths, disclosure)
        for entity, body, youths in connection.execute(_DUE)
        for disclosure in (msgspec.json.decode(body, type=Disclosure),)
        if disclosure.feedback_due and disclosure.feedback_due[:10] <= today.isoformat()
    ]
