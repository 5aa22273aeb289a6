"""What travels in a bundle: which entries make up a youth, a piece or a signal, and the certificate that signs.

Only reads. Disclosures, feedback, trust and imports are this site's own business and never travel.
"""

from collections.abc import Iterable

from baken.errors import BugError
from baken.model.records import Attachment

from .database import Connection
from .fold_reading import json_list
from .queries_rows import make_attachments

_ENTRIES = """
SELECT lower(hex(version.id)) FROM view.piece JOIN view.version ON version.piece = piece.number
WHERE piece.entity IN (SELECT value FROM json_each(?1))
UNION
SELECT id FROM view.entry WHERE entity IN (SELECT value FROM json_each(?1))
    AND kind NOT IN ('disclosure', 'feedback', 'site-trust', 'import')"""
_ABOUT = """
SELECT entity FROM view.about
WHERE youth = ? AND what IN ('observation', 'placement', 'route', 'missing', 'signal') ORDER BY entity"""
_NEW = """
SELECT travels.entity, lower(hex(travels.id)) FROM (
    SELECT piece.entity, version.id, version.site FROM view.piece JOIN view.version ON version.piece = piece.number
    UNION ALL
    SELECT entity, unhex(id), site FROM view.entry WHERE kind NOT IN ('disclosure', 'feedback', 'site-trust', 'import')
    AND entity IN (
        SELECT entity FROM view.piece
        UNION SELECT entity FROM view.record WHERE family IN ('dossier', 'placement', 'route', 'missing', 'signal')
    )
) AS travels
WHERE travels.site <> ?1 AND NOT EXISTS (SELECT 1 FROM sent WHERE sent.site = ?1 AND sent.entry = travels.id)"""
_CONCERNED = """
SELECT youth FROM view.about WHERE entity IN (SELECT value FROM json_each(?1))
UNION
SELECT entity FROM view.record WHERE family = 'dossier' AND entity IN (SELECT value FROM json_each(?1))"""
_OWN_WRITERS = """
SELECT lower(hex(asked.value)) FROM (SELECT unhex(value) AS value FROM json_each(?)) AS asked
WHERE EXISTS (
    SELECT 1 FROM entry JOIN certificate ON certificate.number = entry.certificate
    WHERE entry.writer = asked.value AND certificate.site = (SELECT id FROM site)
)"""
_KNOWN = "SELECT hex(id) FROM entry WHERE id IN (SELECT unhex(value) FROM json_each(?))"
_FROM_OTHERS = """
SELECT (SELECT count(DISTINCT piece) FROM view.version WHERE corrects = '' AND site <> ''),
       (SELECT count(*) FROM view.record WHERE family = 'signal' AND body <> '' AND site <> '')"""
_BY_IMPORT = """
SELECT import.bundle, count(version.number), count(begun.id)
FROM import JOIN entry ON entry.import = import.number
LEFT JOIN view.version ON version.writer = lower(hex(entry.writer)) AND version.sequence = entry.sequence
    AND version.id = entry.id AND version.corrects = ''
LEFT JOIN view.entry AS begun ON begun.id = lower(hex(entry.id)) AND begun.kind = 'signal' AND begun.base = ''
GROUP BY import.number"""
_ATTACHMENTS = """
SELECT lower(hex(id)), attachments FROM view.version
WHERE attachments <> '' AND id IN (SELECT unhex(value) FROM json_each(?))"""
_CERTIFICATE = "SELECT document FROM certificate WHERE number = ?"


def attachments_of(connection: Connection, entries: Iterable[str]) -> dict[str, tuple[Attachment, ...]]:
    """Give the attachments that each of these versions of pieces names, by the id of its entry."""
    rows = connection.execute(_ATTACHMENTS, (json_list(entries),))
    return {entry: make_attachments(text) for entry, text in rows.fetchall()}


STAYS_HOME = frozenset(("disclosure", "feedback", "site-trust", "import"))


def own_writers(connection: Connection, writers: Iterable[bytes]) -> frozenset[str]:
    """Give those of these writers (hexadecimal) under whom somebody of this site signed."""
    asked = json_list(writer.hex() for writer in writers)
    return frozenset(row[0] for row in connection.execute(_OWN_WRITERS, (asked,)))


def entries_of(connection: Connection, entities: Iterable[str]) -> list[str]:
    """Give the ids of all entries of these entities that may travel: every version, every change."""
    return [row[0] for row in connection.execute(_ENTRIES, (json_list(sorted(set(entities))),))]


def entities_about(connection: Connection, youth: str) -> list[str]:
    """Give the pieces, stays, way here, disappearances and signals that speak of a youth."""
    return [row[0] for row in connection.execute(_ABOUT, (youth,))]


def new_for(connection: Connection, site: str) -> dict[str, str]:
    """Give what a site was not sent yet and did not write itself: the record by id of each entry that may travel."""
    return {entry: entity for entity, entry in connection.execute(_NEW, (site,)).fetchall()}


def youths_of(connection: Connection, entities: Iterable[str]) -> list[str]:
    """Give the youths of whom these records speak, those whose own card is among them too."""
    return [row[0] for row in connection.execute(_CONCERNED, (json_list(sorted(set(entities))),))]


def known_entries(connection: Connection, ids: Iterable[str]) -> frozenset[str]:
    """Give those of these entry ids that this journal already has."""
    return frozenset(row[0].lower() for row in connection.execute(_KNOWN, (json_list(ids),)))


def count_from_others(connection: Connection) -> tuple[int, int]:
    """Count the pieces and the signals that other sites wrote; their versions count once."""
    pieces, signals = connection.execute(_FROM_OTHERS).fetchone()
    return pieces, signals


def count_by_import(connection: Connection) -> dict[str, tuple[int, int]]:
    """Count the pieces and the signals that each import brought, by the id under which it is kept."""
    return {bundle: (pieces, signals) for bundle, pieces, signals in connection.execute(_BY_IMPORT)}


def certificate_document(connection: Connection, number: int) -> bytes:
    """Give a stored certificate as it was signed."""
    row = connection.execute(_CERTIFICATE, (number,)).fetchone()
    if row is None:
        raise BugError("a writer without its certificate")
    document: bytes = row[0]
    return document
