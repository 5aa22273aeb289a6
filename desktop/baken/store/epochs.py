"""Epoch identities: what opens bundles is random and new each quarter, so that old sticks stop opening.

Whoever holds the site seed renews them at unlock when they are about to end: new secrets for every member, a new
card. The card also lies beside the journal in `public`, for those who have not unlocked, with the team's recipient
for what they write; it is compared at each opening. Source: security.md, "Epoch identities"; architecture.md, "Files
of a vault".
"""

from pathlib import Path

import msgspec

from baken.errors import UserError
from baken.wire.certificate import Notice, SiteCard, sign_card, verify_card, verify_notice
from baken.wire.signed import DOCUMENT_MAX_BYTES

from .files import file_errors, open_own, write_durably
from .trust import Purpose, SharedKey

EPOCH_MS = 92 * 86_400_000
RENEW_BEFORE_MS = 14 * 86_400_000  # a card handed out today should still serve for a while
PUBLIC_NAME = "public"


def is_ending(card: SiteCard, now_ms: int) -> bool:
    """Say whether the desk identity on the card has ended or soon will."""
    return now_ms >= card.desk_valid_until - RENEW_BEFORE_MS


def new_epoch(card: SiteCard, site_seed: bytes, now_ms: int) -> tuple[tuple[SharedKey, SharedKey], bytes]:
    """Make the identities of the next epoch, and the card that shows the new desk."""
    ends = now_ms + EPOCH_MS
    desk = SharedKey.new(Purpose.DESK, valid_until=ends)
    exchange = SharedKey.new(Purpose.EXCHANGE, valid_until=ends)
    renewed = msgspec.structs.replace(card, desk_recipient=desk.recipient, desk_valid_until=ends)
    return (desk, exchange), sign_card(site_seed, renewed)


def publish(folder: Path, document: bytes) -> None:
    """Lay the site's notice, or its card alone, beside the journal. Raises UserError disk-full and the like."""
    with file_errors():
        write_durably(folder / PUBLIC_NAME, document)


def read_public(folder: Path) -> bytes:
    """Give the card that lies beside the journal, empty when nothing can be read; trust is not its matter."""
    notice = read_notice(folder)
    return _read(folder) if notice is None else notice.card


def read_notice(folder: Path) -> Notice | None:
    """Give the notice beside the journal where it verifies under its own card; None for a card alone or anything else.

    Whether that card is the right one only the journal can say.
    """
    try:
        return verify_notice(_read(folder))
    except UserError:
        return None


def _read(folder: Path) -> bytes:
    try:
        with open_own(folder / PUBLIC_NAME) as file:
            return file.read(DOCUMENT_MAX_BYTES)
    except OSError:
        return b""


def is_public_foreign(folder: Path, card: SiteCard) -> bool:
    """Say whether the public file is no card of this site; an older card of ours is one, also under an older key."""
    try:
        found = verify_card(read_public(folder))
    except UserError:
        return True
    return found.site != card.site or found.keys != card.keys[: len(found.keys)]
