"""A dossier's timeline: pieces, stays, the way here and disappearances in five lanes."""

from typing import Any

import msgspec

from baken.model.codes import Kind, Precision, Source
from baken.model.ids import EntityId
from baken.model.records import Dossier, MissingEpisode, Placement, RouteEvent, When
from baken.model.views import TimelineEvent

from .database import Connection
from .queries_rows import make_kind, make_source, make_when

_ARRIVAL = "SELECT body FROM view.record WHERE family = 'dossier' AND entity = ? AND body <> ''"
_PIECES = """
SELECT piece.entity, version.text, version.kind, version.source, version.start, version.precision, version.until,
    version.typed, version.quote <> '' OR version.quote_original <> '', piece.withdrawal <> ''
FROM view.about JOIN view.piece ON piece.entity = about.entity JOIN view.version ON version.number = piece.current
WHERE about.youth = ? AND about.what = 'observation'"""
_RECORDS = """
SELECT record.family, record.entity, record.body
FROM view.about JOIN view.record ON record.family = about.what AND record.entity = about.entity
WHERE about.youth = ? AND about.what IN ('placement', 'route', 'missing') AND record.body <> ''"""
_PRECISIONS = {0: Precision.ABOUT, 4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}  # by length of ISO text
_LANES = {Kind.INCIDENT: "incident", Kind.ROUTE: "route"}


def read_timeline(connection: Connection, youth: str) -> tuple[TimelineEvent, ...]:
    """Everything with a moment about a youth, the earliest first; withdrawn pieces say so."""
    found = connection.execute(_ARRIVAL, (youth,)).fetchone()
    arrival = msgspec.json.decode(found[0], type=Dossier).arrival if found else ""
    events = [_piece_event(row, arrival) for row in connection.execute(_PIECES, (youth,))]
    events += [
        _record_event(family, entity, body, arrival) for family, entity, body in connection.execute(_RECORDS, (youth,))
    ]
    return tuple(sorted(events, key=lambda event: (event.when.start, event.id)))


def _piece_event(row: Any, arrival: str) -> TimelineEvent:
    kind = make_kind(row[2])
    return TimelineEvent(
        id=EntityId(row[0]),
        lane="gedrag" if kind is None else _LANES.get(kind, "gedrag"),
        what="observation",
        when=make_when(*row[4:8]),
        label=row[1],
        source=make_source(row[3]),
        kind=kind,
        has_quote=bool(row[8]),
        before_arrival=_is_before(row[4], arrival),
        withdrawn=bool(row[9]),
    )


def _record_event(family: str, entity: str, body: str, arrival: str) -> TimelineEvent:
    source: Source | None = None
    before = False
    match family:
        case "placement":
            placement = msgspec.json.decode(body, type=Placement)
            lane, label, when = "verplaatsing", placement.site, _span(placement.start, placement.end)
            before = _is_before(placement.start, arrival)
        case "route":
            route = msgspec.json.decode(body, type=RouteEvent)
            lane, label, when = "route", "\n".join(filter(None, (route.place, route.what))), route.when
            source, before = route.source, True
        case _:
            missing = msgspec.json.decode(body, type=MissingEpisode)
            until = missing.returned.at if missing.returned else None
            lane, label, when = "vermissing", missing.last_seen_place, _span(missing.last_seen, until)
    return TimelineEvent(
        id=EntityId(entity), lane=lane, what=family, when=when, label=label, source=source, before_arrival=before
    )


def _span(start: str, end: str | None) -> When:
    """Give a stay or disappearance, no more precise than it was written."""
    return When(start=start, precision=_PRECISIONS.get(len(start), Precision.MINUTE), end=end)


def _is_before(start: str, arrival: str) -> bool:
    """Whether something happened before the arrival, as far as both are known."""
    shared = min(len(start), len(arrival))
    return start[:shared] < arrival[:shared]
