"""What this vault already knows by name: youths, and the numbers, plates and other things that pieces name."""

from collections.abc import Iterable

import msgspec

from baken.model.clock import local_iso
from baken.model.codes import EntityType
from baken.model.records import Dossier, SiteTrust
from baken.model.views import Youth

from .database import Connection
from .fold_reading import json_list
from .queries_rows import make_youth

_YOUTHS = "SELECT entity, body FROM view.record WHERE family = 'dossier' AND body <> '' ORDER BY entity"
_WITH_DOSSIER = """
SELECT entity FROM view.record
WHERE family = 'dossier' AND body <> '' AND entity IN (SELECT value FROM json_each(?))"""
_IDENTIFIERS = "SELECT type, normal, min(value) FROM view.identifier GROUP BY type, normal ORDER BY type, normal"
_TRUSTED = """
SELECT body, author, created_ms FROM view.record
WHERE family = 'site-trust' AND body <> '' AND site = '' ORDER BY changed_ms"""


class KnownIdentifier(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that pieces name: its type, the spelling in which it is compared, and one spelling as it was written."""

    type: EntityType
    normal: str
    value: str


class TrustedSite(msgspec.Struct, frozen=True, kw_only=True):
    """A foreign site that a person trusts, who that was and when (local ISO)."""

    trust: SiteTrust
    by: str
    at: str


def known_youths(connection: Connection) -> tuple[Youth, ...]:
    """Every youth of the vault, for recognising names, nicknames and rooms."""
    return tuple(
        make_youth(entity, msgspec.json.decode(body, type=Dossier)) for entity, body in connection.execute(_YOUTHS)
    )


def with_dossier(connection: Connection, youths: Iterable[str]) -> frozenset[str]:
    """Give those of these youths who have a dossier here."""
    return frozenset(row[0] for row in connection.execute(_WITH_DOSSIER, (json_list(youths),)))


def known_identifiers(connection: Connection) -> tuple[KnownIdentifier, ...]:
    """Every number, plate, account and the like that any version of a piece names."""
    return tuple(
        KnownIdentifier(type=EntityType(kind), normal=normal, value=value)
        for kind, normal, value in connection.execute(_IDENTIFIERS)
    )


def trusted_sites(connection: Connection) -> tuple[TrustedSite, ...]:
    """Foreign sites that a person trusts, as they stand; the last card per site counts."""
    found = {
        trust.site: TrustedSite(trust=trust, by=author, at=local_iso(created_ms))
        for body, author, created_ms in connection.execute(_TRUSTED)
        for trust in (msgspec.json.decode(body, type=SiteTrust),)
    }
    return tuple(found[site] for site in sorted(found))
