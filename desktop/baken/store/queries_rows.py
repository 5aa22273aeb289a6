"""What several queries share: youths as named on rows, and lists of pieces."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from baken.errors import UserError
from baken.model.clock import local_iso
from baken.model.codes import Kind, Precision, Source
from baken.model.ids import EntityId, EntryId
from baken.model.records import Attachment, Dossier, Entity, IndicatorTag, When, Withdrawal
from baken.model.views import ObservationRow, Withdrawn, Youth

from .database import Connection
from .fold_reading import json_list

_YOUTHS = """
SELECT entity, body FROM view.record
WHERE family = 'dossier' AND entity IN (SELECT value FROM json_each(?)) AND body <> ''"""
_PIECES = """
SELECT * FROM view.piece_row WHERE entity IN (SELECT value FROM json_each(?)) ORDER BY happened DESC, entity DESC"""
_WITHDRAWALS = """
SELECT piece.entity, entry.author, entry.site, entry.wall_ms, entry.body
FROM view.piece JOIN view.entry ON entry.id = piece.withdrawal
WHERE piece.entity IN (SELECT value FROM json_each(?))"""

# What people of this site put beside a piece of another one; a note that a later one of theirs replaced is left out.
_NOTED = """
SELECT piece.entity, beside.indicators FROM view.piece
JOIN view.version AS current ON current.number = piece.current
JOIN view.version AS beside ON beside.piece = piece.number
WHERE piece.entity IN (SELECT value FROM json_each(?)) AND current.site <> '' AND beside.site = ''
    AND beside.indicators <> '' AND NOT EXISTS (
        SELECT 1 FROM view.version AS later
        WHERE later.piece = piece.number AND later.site = '' AND later.corrects = lower(hex(beside.id)))
ORDER BY beside.logical, beside.writer, beside.sequence"""

# What was written while locked, by its piece; who said since that the words are theirs, at the same site.
_CAPTURED = """
SELECT piece.entity, captured.initials, coalesce((
    SELECT entry.author FROM view.entry WHERE entry.entity = piece.entity AND entry.kind = 'confirmation'
        AND entry.unread = '' AND entry.site = version.site ORDER BY entry.logical, entry.writer, entry.sequence), '')
FROM view.captured JOIN view.piece ON piece.number = captured.piece
JOIN view.version ON version.number = captured.number
WHERE piece.entity IN (SELECT value FROM json_each(?))
ORDER BY version.logical DESC, version.writer DESC, version.sequence DESC"""

_KINDS = {kind.value: kind for kind in Kind}
_SOURCES = {source.value: source for source in Source}
_PRECISIONS = {precision.value: precision for precision in Precision}


def not_found(what: str) -> UserError:
    """Give the answer when an id names nothing that this user may read."""
    return UserError("not-found", what=what)


def make_when(start: str, precision: str, until: str | None, typed: str) -> When:
    """Give the moment as it was recorded."""
    return When(start=start, precision=_PRECISIONS[precision], end=until, typed=typed)


def make_kind(kind: str | None) -> Kind | None:
    """Give the kind of a piece, which may be open."""
    return None if kind is None else _KINDS[kind]


def make_source(source: str) -> Source:
    """How the author knew."""
    return _SOURCES[source]


def make_entities(text: str) -> tuple[Entity, ...]:
    """Give what a version names."""
    return msgspec.json.decode(text, type=tuple[Entity, ...]) if text else ()


def make_indicators(text: str) -> tuple[IndicatorTag, ...]:
    """Give the indicators that a person chose for a version."""
    return msgspec.json.decode(text, type=tuple[IndicatorTag, ...]) if text else ()


def make_attachments(text: str) -> tuple[Attachment, ...]:
    """Give what belongs to a version in sealed files of its own."""
    return msgspec.json.decode(text, type=tuple[Attachment, ...]) if text else ()


def make_withdrawn(author: str, site: str, wall_ms: int, body: str) -> Withdrawn:
    """Who found that a piece should no longer count, and why."""
    why = msgspec.json.decode(body, type=Withdrawal).why
    return Withdrawn(author=author, site=site, recorded=local_iso(wall_ms), why=why)


def make_youth(entity: str, dossier: Dossier | None) -> Youth:
    """Give a youth as named on rows; nameless while the dossier is not in this vault."""
    if dossier is None:
        return Youth(id=EntityId(entity), name="")
    return Youth(
        id=EntityId(entity),
        name=dossier.name,
        name_native=dossier.name_native,
        alias=dossier.alias,
        room=dossier.room,
    )


@lru_cache(maxsize=512)
def _youth_of(entity: str, body: str) -> Youth:
    """Read a youth from a dossier's body; the same few stand on every list and are read once."""
    return make_youth(entity, msgspec.json.decode(body, type=Dossier))


class Youths:
    """The youths that some rows name, read at once."""

    def __init__(self, connection: Connection, lists: Iterable[str]) -> None:
        wanted = {entity for entities in lists for entity in entities.split()}
        found = connection.execute(_YOUTHS, (json_list(wanted),)).fetchall() if wanted else []
        self._found = {entity: _youth_of(entity, body) for entity, body in found}
        for entity in wanted - self._found.keys():
            self._found[entity] = make_youth(entity, None)

    def named(self, entities: str) -> tuple[Youth, ...]:
        """Give the youths of one row, from its list of ids."""
        only = self._found.get(entities)  # nearly every row is about one youth
        return (only,) if only is not None else tuple(self._found[entity] for entity in entities.split())


def observation_rows(connection: Connection, rows: Sequence[Any]) -> tuple[ObservationRow, ...]:
    """Answers from rows of `PIECE_COLUMNS`, in their order."""
    youths = Youths(connection, (row[14] for row in rows))
    withdrawn = [row[0] for row in rows if row[16]]
    found = connection.execute(_WITHDRAWALS, (json_list(withdrawn),)).fetchall() if withdrawn else []
    withdrawals = {entity: make_withdrawn(*rest) for entity, *rest in found}
    captured = captured_of(connection, [row[0] for row in rows])
    noted = _noted(connection, [row[0] for row in rows if row[13]])
    return tuple(
        ObservationRow(
            id=EntityId(row[0]),
            entry=EntryId(row[1]),
            text=row[2],
            has_quote=bool(row[3]),
            has_meaning=bool(row[4]),
            kind=make_kind(row[5]),
            source=make_source(row[6]),
            when=make_when(*row[7:11]),
            recorded=local_iso(row[11]),
            author=row[12],
            site=row[13],
            about=youths.named(row[14]),
            corrected=bool(row[15]),
            withdrawn=bool(row[16]),
            withdrawal=withdrawals.get(row[0]),
            protect_source=bool(row[17]),
            indicators=make_indicators(row[18]),
            captured=captured.get(row[0], ("", ""))[0],
            confirmed_by=captured.get(row[0], ("", ""))[1],
            noted=noted.get(row[0], ()),
            restricted=bool(row[19]),
        )
        for row in rows
    )


def captured_of(connection: Connection, pieces: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Give, of those pieces that were written while locked, the claimed initials and who confirmed them."""
    found = connection.execute(_CAPTURED, (json_list(pieces),))
    return {entity: (initials, confirmed_by) for entity, initials, confirmed_by in found}


def _noted(connection: Connection, foreign: Sequence[str]) -> dict[str, tuple[IndicatorTag, ...]]:
    """Give the indicators that this site put beside pieces of others, each once."""
    tags: dict[str, dict[IndicatorTag, None]] = {}
    found = connection.execute(_NOTED, (json_list(foreign),)) if foreign else ()
    for entity, indicators in found:
        tags.setdefault(entity, {}).update(dict.fromkeys(make_indicators(indicators)))
    return {entity: tuple(each) for entity, each in tags.items()}


def pieces_by_id(connection: Connection, entities: Iterable[str]) -> tuple[ObservationRow, ...]:
    """Give these pieces as they stand, what happened last first; ids that are not here are left out."""
    return observation_rows(connection, connection.execute(_PIECES, (json_list(entities),)).fetchall())
