"""What the answers about merged records share: heads to build on, conflicts, disclosures with what came back."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec

from baken.model.clock import local_iso
from baken.model.ids import EntityId, EntryId
from baken.model.records import Disclosure, Feedback
from baken.model.views import Conflict, ConflictValue, DisclosureRow

from .database import Connection
from .fold_heads import entity_heads
from .fold_reading import json_list

_PARENTS = """
SELECT lower(hex(version.id)), base || ' ' || corrects
FROM view.version JOIN view.piece ON piece.number = version.piece WHERE piece.entity = ?1
UNION ALL SELECT id, base FROM view.entry WHERE entity = ?1 AND unread = ''"""
_CONFLICTS = """
SELECT conflict.entity, field, conflict.entry, conflict.author, entry.site, conflict.wall_ms, value
FROM view.conflict JOIN view.entry ON entry.id = conflict.entry
WHERE conflict.entity IN (SELECT value FROM json_each(?))
ORDER BY conflict.entity, family, field, conflict.wall_ms, conflict.entry"""
_DISCLOSURES = """
SELECT entity, body, author, site FROM view.record
WHERE family = 'disclosure' AND entity IN (SELECT value FROM json_each(?)) AND body <> ''
ORDER BY happened DESC, entity"""
_OF_YOUTH = "SELECT entity FROM view.about WHERE youth = ? AND what = 'disclosure'"
_OF_TARGET = "SELECT entity FROM view.reference WHERE target = ? AND family = 'disclosure'"
_CONTRIBUTORS = """
SELECT DISTINCT version.person
FROM view.reference AS told
LEFT JOIN view.reference AS resting ON resting.entity = told.target AND resting.family = 'signal'
JOIN view.piece ON piece.entity IN (told.target, resting.target)
JOIN view.version ON version.piece = piece.number
WHERE told.entity = ? AND told.family = 'disclosure' AND version.site = '' ORDER BY version.person"""
_FEEDBACK = """
SELECT entity, body FROM view.entry
WHERE kind = 'feedback' AND entity IN (SELECT value FROM json_each(?)) AND unread = ''
ORDER BY logical, writer, sequence"""


def heads_of(connection: Connection, entity: str) -> tuple[EntryId, ...]:
    """Give the entries of an entity that none of its entries has seen: the base of the next change, sorted."""
    parents = {row[0]: frozenset(row[1].split()) for row in connection.execute(_PARENTS, (entity,))}
    return tuple(EntryId(entry) for entry in sorted(entity_heads(parents)))


def contributors(connection: Connection, disclosure: str) -> tuple[str, ...]:
    """Give the people of this site (ids) who wrote what went out with a disclosure: its pieces, those of its signal."""
    return tuple(row[0] for row in connection.execute(_CONTRIBUTORS, (disclosure,)))


def conflicts_of(connection: Connection, entities: Iterable[str]) -> tuple[Conflict, ...]:
    """Give the fields of these entities that stand side by side, each value with its author, site and time."""
    values: dict[tuple[str, str], list[ConflictValue]] = defaultdict(list)
    for entity, field, entry, author, site, wall_ms, value in connection.execute(_CONFLICTS, (json_list(entities),)):
        values[entity, field].append(
            ConflictValue(
                entry=EntryId(entry),
                author=author,
                site=site,
                recorded=local_iso(wall_ms),
                value_json=value.encode(),
            )
        )
    return tuple(
        Conflict(entity=EntityId(entity), field=field, values=tuple(found)) for (entity, field), found in values.items()
    )


def disclosures_about(connection: Connection, youth: str) -> tuple[DisclosureRow, ...]:
    """Give what went out about a youth, the last first."""
    return _disclosures(connection, [row[0] for row in connection.execute(_OF_YOUTH, (youth,))])


def disclosures_with(connection: Connection, target: str) -> tuple[DisclosureRow, ...]:
    """Give what went out that holds this signal or piece, the last first."""
    return _disclosures(connection, [row[0] for row in connection.execute(_OF_TARGET, (target,))])


def _disclosures(connection: Connection, entities: list[str]) -> tuple[DisclosureRow, ...]:
    wanted = json_list(entities)
    feedback = {
        entity: msgspec.json.decode(body, type=Feedback)
        for entity, body in connection.execute(_FEEDBACK, (wanted,))  # the last one stays
    }
    return tuple(_disclosure_row(row, feedback.get(row[0])) for row in connection.execute(_DISCLOSURES, (wanted,)))


def _disclosure_row(row: Any, feedback: Feedback | None) -> DisclosureRow:
    disclosure = msgspec.json.decode(row[1], type=Disclosure)
    return DisclosureRow(
        id=EntityId(row[0]),
        form=disclosure.form,
        recipient=disclosure.recipient,
        basis=disclosure.basis,
        basis_note=disclosure.basis_note,
        made=disclosure.made,
        author=row[2],
        site=row[3],
        copy_number=disclosure.copy_number,
        feedback_due=disclosure.feedback_due,
        feedback=feedback.text if feedback else "",
        feedback_received=feedback.received if feedback else "",
        signal=disclosure.signal,
    )
