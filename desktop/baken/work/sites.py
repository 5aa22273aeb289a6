"""Other sites: their cards, their fingerprints, and the trust that a person gives them.

A card proves that it was made by the site it names; that this is the right site only a person can say, after
comparing the fingerprint by another channel.
"""

import base64
import re
from collections.abc import Iterator
from contextlib import suppress

from baken.errors import UserError
from baken.model.commands import TrustSite
from baken.model.ids import SiteId
from baken.model.records import SiteTrust
from baken.store.database import Connection
from baken.store.journal import NewEntry
from baken.store.queries_known import TrustedSite, trusted_sites
from baken.store.queries_records import heads_of
from baken.wire.certificate import SiteCard, fingerprint, verify_card

from .audience import targets_for

CARD_MAX_BYTES = 1 << 20


def trust_entry(command: TrustSite, connection: Connection, own: SiteCard) -> tuple[NewEntry, SiteId]:
    """Make the entry that trusts a card, and name the site.

    Raises UserError `card-older` (a newer key of that site is trusted already), `fingerprint-differs` unless the
    whole fingerprint was given, and those of `card_of_another`.
    """
    card = card_of_another(command.card, own)
    shown = fingerprint(card)
    if plain_fingerprint(command.fingerprint) != plain_fingerprint(shown):
        raise UserError("fingerprint-differs")
    if any(_is_newer(known, card) for _, known in trusted(connection)):
        raise UserError("card-older")
    entity = trust_entity(card)
    body = SiteTrust(
        site=SiteId(card.site),
        card=base64.b64encode(command.card).decode("ascii"),
        fingerprint=shown,
        confirmed_how=command.confirmed_how,
    )
    base = heads_of(connection, entity)
    entry = NewEntry(kind="site-trust", entity=entity, base=base, body=body, targets=targets_for("site-trust"))
    return entry, SiteId(card.site)


def card_of_another(document: bytes, own: SiteCard) -> SiteCard:
    """Read a card that we could trust.

    Raises UserError `card-own`, `practice-card` (a practice site, and we are live), `live-card` (the other way round)
    and those of `verify_card`.
    """
    card = verify_card(document)
    if card.site == own.site:
        raise UserError("card-own")
    check_kind(card, own)
    return card


def check_kind(card: SiteCard, own: SiteCard) -> None:
    """Raise UserError `practice-card` or `live-card`, by what the card is, where we are the other."""
    if card.practice != own.practice:
        raise UserError("practice-card" if card.practice else "live-card")


def trusted(connection: Connection) -> list[tuple[TrustedSite, SiteCard]]:
    """Give the sites that a person trusts with their cards; a card that does not hold is trusted by nobody."""
    return [(row, card) for row in trusted_sites(connection) for card in _card_of(row)]


def _card_of(row: TrustedSite) -> Iterator[SiteCard]:
    with suppress(UserError, ValueError):
        card = verify_card(base64.b64decode(row.trust.card))
        if card.site == row.trust.site:
            yield card


def _is_newer(known: SiteCard, card: SiteCard) -> bool:
    """Whether a trusted card is of the same site and has more keys, or ends later, than `card`."""
    return known.site == card.site and (len(known.keys), known.desk_valid_until) > (
        len(card.keys),
        card.desk_valid_until,
    )


def trust_entity(card: SiteCard) -> str:
    """Give the entity id under which a site's trust is kept: the beginning of its site id."""
    return card.site[:32]


def plain_fingerprint(text: str) -> str:
    """Give a fingerprint as it is compared: hexadecimal digits only, in capitals."""
    return re.sub(r"[^0-9A-F]", "", text.upper())
