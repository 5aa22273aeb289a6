"""Youths: the list and one dossier's card."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from baken.model.codes import Precision
from baken.model.ids import EntityId
from baken.model.letters import folded
from baken.model.records import Dossier as DossierRecord
from baken.model.records import MissingEpisode
from baken.model.views import Dossier, DossierRow, Namesake

from .database import Connection
from .queries_pieces import list_observations
from .queries_records import conflicts_of, disclosures_about, heads_of
from .queries_rows import make_youth, not_found
from .queries_signals import signals_about

RECENT = 20  # pieces on the card

_DOSSIERS = """
SELECT record.entity, record.body, record.site, piece.happened, version.text
FROM view.record
LEFT JOIN view.piece ON piece.entity = (
    SELECT about.entity FROM view.about
    CROSS JOIN view.piece AS counting ON counting.entity = about.entity AND counting.withdrawal = ''
    WHERE about.youth = record.entity AND about.what = 'observation'
    ORDER BY about.happened DESC, about.entity DESC LIMIT 1)
LEFT JOIN view.version ON version.number = piece.current
WHERE record.family = 'dossier' AND record.body <> ''"""
_CARDS = "SELECT entity, body, site FROM view.record WHERE family = 'dossier' AND body <> '' ORDER BY entity"
_DOSSIER = "SELECT body, site FROM view.record WHERE family = 'dossier' AND entity = ? AND body <> ''"
_MISSING = """
SELECT record.body FROM view.about JOIN view.record ON record.family = 'missing' AND record.entity = about.entity
WHERE about.youth = ? AND about.what = 'missing' AND record.body <> ''
ORDER BY about.happened DESC, about.entity DESC"""


def list_dossiers(connection: Connection, today: dt.date, contains: str = "") -> tuple[DossierRow, ...]:
    """All youths by name; `contains` keeps those with these letters in a name, alias or room, accents aside."""
    wanted = folded(contains.strip())
    found = [(row, msgspec.json.decode(row[1], type=DossierRecord)) for row in connection.execute(_DOSSIERS)]
    namesakes = Namesakes((row[0], row[2], dossier) for row, dossier in found)
    rows = [
        _row(row, dossier, today, namesakes.of(row[0], dossier))
        for row, dossier in found
        if not wanted or wanted in _names(dossier)
    ]
    return tuple(sorted(rows, key=lambda row: (folded(row.youth.name or row.youth.alias), row.youth.id)))


def read_dossier(connection: Connection, entity: str, today: dt.date) -> Dossier:
    """Give a youth's card with what is recent; raises not-found."""
    found = connection.execute(_DOSSIER, (entity,)).fetchone()
    if found is None:
        raise not_found("dossier")
    dossier = msgspec.json.decode(found[0], type=DossierRecord)
    namesakes = Namesakes(
        (other, site, msgspec.json.decode(body, type=DossierRecord))
        for other, body, site in connection.execute(_CARDS).fetchall()
    )
    return Dossier(
        youth=make_youth(entity, dossier),
        heads=heads_of(connection, entity),
        gender=dossier.gender,
        born=dossier.born,
        born_precision=dossier.born_precision,
        age=age_of(dossier, today),
        language=dossier.language,
        v_number=dossier.v_number,
        guardian=dossier.guardian,
        mentor=dossier.mentor,
        arrival=dossier.arrival,
        recent=list_observations(connection, entity, RECENT),
        signals=signals_about(connection, entity),
        disclosures=disclosures_about(connection, entity),
        missing=missing_episodes(connection, entity),
        conflicts=conflicts_of(connection, [entity]),
        site=found[1],
        namesake=namesakes.of(entity, dossier),
    )


class Namesakes:
    """Which dossiers carry the same V-number or the same name; said to people, never joined."""

    def __init__(self, dossiers: Iterable[tuple[str, str, DossierRecord]]) -> None:
        self._numbers: dict[str, list[tuple[str, Namesake]]] = defaultdict(list)
        self._names: dict[str, list[tuple[str, Namesake]]] = defaultdict(list)
        for entity, site, dossier in dossiers:
            name = dossier.name or dossier.alias
            for spelled, told, has_number in (
                (folded(dossier.v_number.strip()), self._numbers, True),
                (folded(dossier.name.strip()), self._names, False),
            ):
                if spelled:
                    told[spelled].append((entity, Namesake(name=name, site=site, has_same_number=has_number)))

    def of(self, entity: str, dossier: DossierRecord) -> Namesake | None:
        """Give the first other one with the same V-number, else with the same name."""
        same = (*self._numbers[folded(dossier.v_number.strip())], *self._names[folded(dossier.name.strip())])
        return next((namesake for other, namesake in same if other != entity), None)


def missing_episodes(connection: Connection, youth: str) -> tuple[MissingEpisode, ...]:
    """Disappearances of a youth, the last first."""
    rows = connection.execute(_MISSING, (youth,))
    return tuple(msgspec.json.decode(row[0], type=MissingEpisode) for row in rows)


def age_of(dossier: DossierRecord, today: dt.date) -> int | None:
    """Completed years, or None where the date of birth is not known well enough to tell."""
    first, last = _born_between(dossier.born, dossier.born_precision)
    if first is None or last is None:
        return None
    youngest, oldest = _years(last, today), _years(first, today)
    return youngest if youngest == oldest and youngest >= 0 else None


def _born_between(born: str, precision: Precision) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and last day on which somebody may have been born; None where nothing can be said."""
    parts = born[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if precision is Precision.YEAR or len(numbers) == 1:
            return dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31)
        if precision is Precision.MONTH or len(numbers) == 2:
            following = dt.date(numbers[0] + numbers[1] // 12, numbers[1] % 12 + 1, 1)
            return dt.date(numbers[0], numbers[1], 1), following - dt.timedelta(days=1)
        day = dt.date(*numbers)
    except (ValueError, TypeError, OverflowError):  # another site's dossier may say anything
        return None, None
    return (None, None) if precision in (Precision.ABOUT, Precision.SEASON) else (day, day)


def _years(born: dt.date, today: dt.date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _row(row: Any, dossier: DossierRecord, today: dt.date, namesake: Namesake | None) -> DossierRow:
    return DossierRow(
        youth=make_youth(EntityId(row[0]), dossier),
        age=age_of(dossier, today),
        language=dossier.language,
        mentor=dossier.mentor,
        last_piece=row[3] or "",
        last_text=row[4] or "",
        site=row[2],
        namesake=namesake,
    )


def _names(dossier: DossierRecord) -> str:
    return folded("\n".join((dossier.name, dossier.name_native, dossier.alias, dossier.room)))
