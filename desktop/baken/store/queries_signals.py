"""Signals: the list and one signal with its pieces. Coverage is computed above, from the pieces and their tags."""

from collections.abc import Sequence
from typing import Any

import msgspec

from baken.model.clock import local_iso
from baken.model.ids import EntityId
from baken.model.records import Signal as SignalRecord
from baken.model.views import Signal, SignalRow

from .database import Connection
from .queries_records import conflicts_of, disclosures_with, heads_of
from .queries_rows import Youths, not_found, pieces_by_id

_ALL = """
SELECT entity, body, youths, author, site, created_ms, changed_ms FROM view.record
WHERE family = 'signal' AND body <> '' ORDER BY changed_ms DESC, entity LIMIT ?"""
_ABOUT = """
SELECT record.entity, body, youths, author, site, created_ms, changed_ms
FROM view.about JOIN view.record ON record.family = 'signal' AND record.entity = about.entity
WHERE about.youth = ? AND about.what = 'signal' AND record.body <> ''
ORDER BY record.changed_ms DESC, record.entity"""
_ONE = """
SELECT entity, body, youths, author, site, created_ms, changed_ms FROM view.record
WHERE family = 'signal' AND entity = ? AND body <> ''"""


def list_signals(connection: Connection, limit: int = 1000) -> tuple[SignalRow, ...]:
    """Signals, changed last first."""
    return _signal_rows(connection, connection.execute(_ALL, (limit,)).fetchall())


def signals_about(connection: Connection, youth: str) -> tuple[SignalRow, ...]:
    """Signals about one youth, changed last first."""
    return _signal_rows(connection, connection.execute(_ABOUT, (youth,)).fetchall())


def read_signal(connection: Connection, entity: str) -> Signal:
    """Give a signal with the pieces that are here and the ids of those that are not; raises not-found.

    `coverage` is empty: it needs the catalogue and is filled in by the caller.
    """
    found = connection.execute(_ONE, (entity,)).fetchone()
    if found is None:
        raise not_found("signal")
    _, body, youths, author, site, created_ms, changed_ms = found
    signal = msgspec.json.decode(body, type=SignalRecord)
    pieces = pieces_by_id(connection, signal.observations)
    here = {piece.id for piece in pieces}
    return Signal(
        id=EntityId(entity),
        heads=heads_of(connection, entity),
        about=Youths(connection, [youths]).named(youths),
        author=author,
        site=site,
        created=local_iso(created_ms),
        changed=local_iso(changed_ms),
        state=signal.state,
        observations=pieces,
        missing_observations=tuple(piece for piece in signal.observations if piece not in here),
        facts=signal.facts,
        other_explanation=signal.other_explanation,
        other_explanation_unknown=signal.other_explanation_unknown,
        unknown=signal.unknown,
        unknown_unknown=signal.unknown_unknown,
        danger=signal.danger,
        indicators=signal.indicators,
        forms=signal.forms,
        decision=signal.decision,
        coverage=(),
        disclosures=disclosures_with(connection, entity),
        conflicts=conflicts_of(connection, [entity]),
    )


def _signal_rows(connection: Connection, rows: Sequence[Any]) -> tuple[SignalRow, ...]:
    youths = Youths(connection, (row[2] for row in rows))
    return tuple(_signal_row(row, msgspec.json.decode(row[1], type=SignalRecord), youths) for row in rows)


def _signal_row(row: Any, signal: SignalRecord, youths: Youths) -> SignalRow:
    return SignalRow(
        id=EntityId(row[0]),
        about=youths.named(row[2]),
        state=signal.state,
        author=row[3],
        site=row[4],
        changed=local_iso(row[6]),
        facts=signal.facts,
        pieces=len(signal.observations),
    )
