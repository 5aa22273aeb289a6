"""Making secrets anew that somebody knows who is no longer of the site.

A secret is stale when one of those it was wrapped to has been removed or has ended; whoever holds it makes the next
one at their unlock, an administrator at once for those they hold. A stale site seed gives the site its next key: the
card then carries the chain of keys and the hashes of all documents under older keys that stay valid.
Source: security.md, "Removing a user"; architecture.md, "Trust".
"""

from collections.abc import Callable, Collection, Sequence

import msgspec

from baken import crypto
from baken.wire.certificate import SiteCard, link_key, sign_card, verify_card

from .database import Connection
from .decoded import Decoded
from .epochs import EPOCH_MS, new_epoch
from .journal import NewEntry, is_absurd
from .keyring import Keyring
from .members import SHEET, Reader, keep_shares, share_entries
from .trust import Purpose, SharedKey

Append = Callable[[Sequence[NewEntry]], list[Decoded]]
_OF_THE_CARD = frozenset((Purpose.SITE_SEED, Purpose.DESK, Purpose.EXCHANGE))
_HOLDERS = """
SELECT DISTINCT person FROM key_share WHERE key_id = (
    SELECT key_id FROM key_share WHERE purpose = ? GROUP BY key_id ORDER BY min(entry) DESC LIMIT 1)"""
_SINCE = """
SELECT max(coalesce((SELECT max(entry) FROM revocation WHERE person = ?1), 0),
           coalesce((SELECT entry FROM recovery WHERE ?1 = '00000000000000000000000000000000'), 0))"""
_SHARES_OF = "SELECT key_id FROM key_share WHERE person = ? AND entry > ?"
_OWN_HASHES = "SELECT hash FROM certificate WHERE site = (SELECT id FROM site) ORDER BY number"


def stale(connection: Connection, keyring: Keyring, staff: Collection[str]) -> frozenset[Purpose]:
    """Give the purposes whose newest secret somebody knows who is not among `staff`, as far as this user renews it.

    The site's key signs the card that names the desk, so its holder renews that without holding it.
    """
    staying = {*staff, SHEET}
    found = frozenset(purpose for purpose in Purpose if not holders(connection, purpose) <= staying)
    if keyring.current(Purpose.SITE_SEED) is None:
        return frozenset(each for each in found - _OF_THE_CARD if keyring.current(each) is not None)
    return frozenset(each for each in found if each in _OF_THE_CARD or keyring.current(each) is not None)


def holders(connection: Connection, purpose: Purpose) -> set[str]:
    """Give the persons who were given the newest secret of a purpose."""
    return {person for (person,) in connection.execute(_HOLDERS, (purpose.value,)).fetchall()}


def lacking(
    connection: Connection, keyring: Keyring, given_to: Sequence[Reader]
) -> list[tuple[Reader, tuple[SharedKey, ...]]]:
    """Give who lacks secrets of this ring that they may have: they were added by somebody who did not hold them.

    What somebody got before their keys were made anew counts as lacking.
    """
    found = []
    for reader in given_to:
        (since,) = connection.execute(_SINCE, (reader.person,)).fetchone()
        held = {key_id for (key_id,) in connection.execute(_SHARES_OF, (reader.person, since)).fetchall()}
        keys = tuple(key for key in keyring.all() if key.purpose in reader.purposes and key.key_id not in held)
        if keys:
            found.append((reader, keys))
    return found


def renew(
    connection: Connection, keyring: Keyring, card: SiteCard, purposes: Collection[Purpose], now_ms: int
) -> tuple[list[SharedKey], bytes | None]:
    """Make the next secret for each purpose, and the card that goes with them, or None where it stays as it is."""
    made = [SharedKey.new(purpose) for purpose in Purpose if purpose in purposes and purpose not in _OF_THE_CARD]
    document: bytes | None = None
    seed = keyring.current(Purpose.SITE_SEED)
    if seed is not None and Purpose.SITE_SEED in purposes:
        following = SharedKey.new(Purpose.SITE_SEED, secret=crypto.new_seed())
        document = _next_card(connection, card, seed.secret, following.secret)
        card, seed = verify_card(document), following
        made.append(following)
    if seed is not None and {Purpose.DESK, Purpose.EXCHANGE} & set(purposes):
        begins_ms = card.desk_valid_until - EPOCH_MS if is_absurd(now_ms) else now_ms
        identities, document = new_epoch(card, seed.secret, begins_ms)
        made += identities
    return made, document


def share(connection: Connection, append: Append, keys: Sequence[SharedKey], given_to: Sequence[Reader]) -> None:
    """Give secrets to those who may have them, inside the caller's transaction."""
    for entry, body in share_entries(keys, given_to):
        keep_shares(connection, append([entry])[0], body)


def _next_card(connection: Connection, card: SiteCard, seed: bytes, following: bytes) -> bytes:
    """Sign the card under the site's next key; what was signed under the ones before stays valid by its hash."""
    public = crypto.public_of(following)
    hashes = [identity.hex() for (identity,) in connection.execute(_OWN_HASHES).fetchall()]
    documents = connection.execute("SELECT document FROM revocation ORDER BY entry").fetchall()
    return sign_card(
        following,
        msgspec.structs.replace(
            card,
            keys=(*card.keys, public),
            links=(*card.links, link_key(seed, card.site, len(card.keys), public)),
            staying=(*hashes, *(crypto.sha256(document).hex() for (document,) in documents)),
        ),
    )
