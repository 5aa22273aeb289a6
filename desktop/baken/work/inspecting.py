"""Looking at a bundle: what its outside says, and, where it opens and holds, what is in it. Changes nothing."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from baken.errors import UserError
from baken.model import views_exchange
from baken.model.clock import local_iso
from baken.store.exchange import Exchange
from baken.store.files import open_regular
from baken.store.vault import OpenVault
from baken.wire.age_header import read_header
from baken.wire.age_keys import CLASSIC, POST_QUANTUM
from baken.wire.bundle_reader import BundleClaims, VerifiedBundle, read_bundle

from .border import import_id
from .importing import PIECE_KINDS, SIGNAL_KINDS, record_of
from .quarantine import Quarantined, claims_of, unreadable, verify

_KINDS = {CLASSIC: "X25519", POST_QUANTUM: "post-quantum"}


def outside(file: Path) -> views_exchange.BundleInfo:
    """Say what can be said without opening it; raises UserError file-missing, not-a-bundle, bundle-damaged."""
    try:
        with open_regular(file) as source:
            header = read_header(source)
            size = file.stat().st_size
    except OSError:
        raise UserError("file-missing") from None
    except UserError:
        raise unreadable(file) from None
    kinds = sorted({_KINDS.get(stanza.type, stanza.type) for stanza in header.stanzas})
    return views_exchange.BundleInfo(
        size_bytes=size, recipients=len(header.stanzas), recipient_kind=", ".join(kinds), opened=False
    )


def inside(vault: OpenVault, quarantined: Quarantined) -> views_exchange.BundleInfo:
    """Say what it holds, as far as this vault can open and verify it.

    A bundle for somebody else stays closed; one whose sender is not trusted says who it claims to be. Raises
    UserError not-a-bundle, bundle-damaged, needs-newer-baken.
    """
    closed = outside(quarantined.path)
    try:
        claims = claims_of(quarantined)
    except UserError as refused:
        if refused.code == "not-addressed-to-us":
            return closed
        raise
    try:
        verified = verify(quarantined)
    except UserError as refused:
        if refused.code == "bundle-damaged":
            raise
        return _told(vault, quarantined, closed, claims, None)
    return _told(vault, quarantined, closed, claims, verified)


def _told(
    vault: OpenVault,
    quarantined: Quarantined,
    closed: views_exchange.BundleInfo,
    claims: BundleClaims,
    verified: VerifiedBundle | None,
) -> views_exchange.BundleInfo:
    manifest = claims.manifest
    records = frozenset() if verified is None else _records(quarantined, verified)
    card = quarantined.cards.get(manifest.site)
    return views_exchange.BundleInfo(
        size_bytes=closed.size_bytes,
        recipients=closed.recipients,
        recipient_kind=closed.recipient_kind,
        opened=True,
        verified=verified is not None,
        bundle=manifest.bundle,
        site=manifest.site,
        site_name=card.name if card else "",
        trusted=card is not None,
        practice=manifest.practice,
        entries=manifest.entries,
        pieces=_count(records, PIECE_KINDS),
        signals=_count(records, SIGNAL_KINDS),
        kinds=dict(sorted(Counter(kind for kind, _ in records).items())),
        created=local_iso(manifest.created_ms),
        already_imported=Exchange(vault.connection).imported(import_id(manifest)) is not None,
    )


def _records(quarantined: Quarantined, verified: VerifiedBundle) -> frozenset[tuple[str, str]]:
    """Give what is inside by kind and id: several versions of one are one."""
    with quarantined.open() as source:
        return frozenset(record_of(item) for item in read_bundle(source, quarantined.identities, verified))


def _count(records: Iterable[tuple[str, str]], kinds: frozenset[str]) -> int:
    return len({entity for kind, entity in records if kind in kinds})
