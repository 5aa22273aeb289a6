"""The sites that a person trusts, as cards that still verify, and how one of them is named by a person."""

from baken.errors import UserError
from baken.model import views_exchange
from baken.model.clock import local_iso
from baken.model.ids import SiteId
from baken.store.vault import OpenVault
from baken.wire.certificate import SiteCard

from .sites import trusted


def trusted_cards(vault: OpenVault) -> dict[str, SiteCard]:
    """Give the cards of trusted sites by site id, the own card among them."""
    return {card.site: card for _, card in trusted(vault.connection)} | {vault.card.site: vault.card}


def find_site(vault: OpenVault, named: str) -> SiteCard:
    """Give the trusted site that a name, code, fingerprint or id stands for; raises UserError `site-unknown`."""
    wanted = named.strip().casefold()
    for row, card in trusted(vault.connection):
        names = (card.name, card.code, card.site, row.trust.fingerprint)
        if wanted and wanted in {name.casefold() for name in names}:
            return card
    raise UserError("site-unknown")


def site_rows(vault: OpenVault, now_ms: int) -> list[views_exchange.SiteRow]:
    """List the trusted sites as screens show them."""
    rows = []
    for row, card in trusted(vault.connection):
        rows.append(
            views_exchange.SiteRow(
                id=SiteId(card.site),
                name=card.name,
                code=card.code,
                fingerprint=row.trust.fingerprint,
                trusted_by=row.by,
                trusted_at=row.at,
                recipient_until=local_iso(card.desk_valid_until),
                ended=card.desk_valid_until <= now_ms,
            )
        )
    return sorted(rows, key=lambda site: site.name.casefold())


def site_name(vault: OpenVault, site: str) -> str:
    """Give the name on a trusted site's card, or the beginning of its id."""
    card = trusted_cards(vault).get(site)
    return card.name if card else site[:8]
