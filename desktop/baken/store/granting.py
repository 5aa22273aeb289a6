"""Who may read an entry: its content key, granted to compartments, to people, or to everybody who holds the journal.

What the grants say is who can read; nothing else in a vault does. Whom a kind of record is for is decided above.
"""

from collections.abc import Collection, Iterable

from baken.errors import UserError
from baken.wire.certificate import read_certificate
from baken.wire.grant import OPEN, Grant
from baken.wire.records import Audience

from .database import Connection
from .fold_reading import json_list
from .keyring import CARD_TARGET, LEAD_TARGET, PERSON, TEAM_TARGET, Keyring, grant_to_person

AUDIENCE_TARGETS = {Audience.CARD: CARD_TARGET, Audience.TEAM: TEAM_TARGET, Audience.LEAD: LEAD_TARGET}
"""To whom an entry of another site is granted here, by the audience that its bundle gives it."""

_CERTIFICATES_OF = """
SELECT document FROM certificate WHERE site = (SELECT id FROM site) AND person = ? ORDER BY number"""
_TARGETS_OF = """
SELECT lower(hex(entry.id)), grants.target FROM entry JOIN grants ON grants.entry = entry.number
WHERE entry.id IN (SELECT unhex(value) FROM json_each(?)) ORDER BY grants.target"""


def make_grants(
    connection: Connection, keyring: Keyring, targets: Iterable[str], *, entry: bytes, content_key: bytes, day: int
) -> list[Grant]:
    """Grant to each target; a person gets one for each laptop on which they have a certificate of this site.

    Raises UserError not-a-member for a compartment or person that this vault does not know.
    """
    made: list[Grant] = []
    for target in dict.fromkeys(targets):
        if not target.startswith(PERSON):
            made.append(keyring.grant(target, entry=entry, content_key=content_key, day=day))
            continue
        person = target.removeprefix(PERSON)
        recipients = _recipients_of(connection, person)
        made += [grant_to_person(person, recipient, entry=entry, content_key=content_key) for recipient in recipients]
    return made


def targets_of(connection: Connection, entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give to whom each of these entries (ids in hexadecimal) is granted; those that are not here are left out."""
    found: dict[str, frozenset[str]] = {}
    for entry, target in connection.execute(_TARGETS_OF, (json_list(entries),)):
        found[entry] = found.get(entry, frozenset()) | {target}
    return found


def audience_of(targets: Collection[str]) -> Audience:
    """Say for whom at another site an entry with these targets is meant: never for more people than here."""
    if CARD_TARGET in targets:
        return Audience.CARD
    return Audience.TEAM if TEAM_TARGET in targets else Audience.LEAD


def is_restricted(targets: Collection[str]) -> bool:
    """Say whether an entry is for less than the whole team."""
    return not {OPEN, CARD_TARGET, TEAM_TARGET}.intersection(targets)


def _recipients_of(connection: Connection, person: str) -> list[str]:
    """Give the recipients of a person, the newest of each laptop; none of somebody who was removed.

    Raises UserError not-a-member for somebody who never had a certificate of this site.
    """
    rows = connection.execute(_CERTIFICATES_OF, (person,)).fetchall()
    if not rows:
        raise UserError("not-a-member")
    gone = {serial for (serial,) in connection.execute("SELECT serial FROM revocation").fetchall()}
    certificates = [read_certificate(document).value for (document,) in rows]
    live = [certificate for certificate in certificates if certificate.serial not in gone]
    return list({certificate.laptop: certificate.recipient for certificate in live}.values())
