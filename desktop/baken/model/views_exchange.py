"""What screens and the command line read of bundles that went out and came in, and of the sites behind them.

Times are ISO 8601 local text. Names of sites are as on their cards.
"""

import msgspec

from .codes import Delivery
from .ids import BundleId, SiteId
from .views import Answer


class SiteRow(Answer, frozen=True, kw_only=True):
    """A trusted foreign site."""

    id: SiteId
    name: str
    code: str
    fingerprint: str
    trusted_by: str
    trusted_at: str
    recipient_until: str
    ended: bool


class OutgoingRow(Answer, frozen=True, kw_only=True):
    """A bundle that was made."""

    id: BundleId
    to: str
    made: str
    delivery: Delivery
    pieces: int
    signals: int | None  # None for who may not read signals
    receipt_at: str = ""
    refusal: str = ""  # why it still waits: a `HeldBundle.reason`


class IncomingRow(Answer, frozen=True, kw_only=True):
    """A bundle that came in: entries that were new or known, and the `pieces` and `signals` that it brought."""

    id: BundleId
    site: str
    received: str
    new: int
    known: int
    conflicts: int
    pieces: int = 0
    signals: int = 0


class Exchange(Answer, frozen=True, kw_only=True):
    """What went out and came in."""

    outgoing: tuple[OutgoingRow, ...]
    incoming: tuple[IncomingRow, ...]
    sites: tuple[SiteRow, ...]
    registry: str  # address, or empty when not enrolled
    last_sync: str


class BundleInfo(Answer, frozen=True, kw_only=True):
    """What can be said of a bundle; fields after `opened` are empty unless it could be opened and verified.

    `pieces` and `signals` are the numbers that its maker was told: each once, however many of its versions are inside.
    """

    size_bytes: int
    recipients: int
    recipient_kind: str
    opened: bool
    verified: bool = False
    bundle: str = ""
    site: str = ""
    site_name: str = ""
    trusted: bool = False
    practice: bool = False
    entries: int = 0
    pieces: int = 0
    signals: int = 0
    kinds: dict[str, int] = msgspec.field(default_factory=dict)
    created: str = ""
    already_imported: bool = False


class ImportResult(Answer, frozen=True, kw_only=True):
    """What an import did: entries that came in or were here already; `pieces` and `signals` are new here."""

    bundle: str
    site: str
    new: int
    known: int
    conflicts: int
    pieces: int = 0
    signals: int = 0


class HeldBundle(Answer, frozen=True, kw_only=True):
    """A bundle of ours that was not taken and goes on waiting.

    `reason` is a refusal of the mailbox (addressee-unknown, quota, too-large, ...) or the code of a UserError.
    """

    id: BundleId
    to: str
    reason: str


class SyncResult(Answer, frozen=True, kw_only=True):
    """What one exchange with the mailbox did.

    `left` bundles wait until somebody exchanges who holds the desk's key: the safeguarding lead.
    """

    sent: int
    received: int
    acknowledged: int
    left: int = 0
    refused: tuple[str, ...] = ()  # codes of bundles that were left at the mailbox
    held: tuple[HeldBundle, ...] = ()  # bundles of ours that the carrier would not take
