"""When heads are compared and written while a vault is open.

Compared once, at opening; written at closing, on request, and after a commit when the last one is a minute old.
An unchanged journal writes none.
"""

from contextlib import suppress

from baken import crypto
from baken.errors import UserError

from .database import Connection
from .digests import Digests
from .heads import Head, HeadPlaces, head_key, is_behind, local_heads, read_heads, write_head
from .slots import UserKeys

AT_MOST_EVERY_MS = 60_000


class HeadKeeper:
    """The heads of one open vault, signed by whoever unlocked it."""

    def __init__(self, connection: Connection, digests: Digests, places: HeadPlaces, keys: UserKeys) -> None:
        self._connection = connection
        self._digests = digests
        self._places = places
        self._seed = keys.secrets.signing_seed
        self._mac_key = head_key(keys.vault_key)
        self._claimed = 0  # the highest revision that any head claims
        self._written = -1  # the revision of the last head of which both copies are known to be there
        self._written_ms = 0

    def check(self) -> tuple[str, ...]:
        """Compare the journal with its heads; gives findings: rollback, head-unreadable.

        One that is missing is no finding here: a kill between the two writes, or another account's first opening,
        leaves that too. It is written again at closing.
        """
        heads, faults = read_heads(self._places, self._mac_key)
        findings = [kind for kind, _ in faults if kind != "head-missing"]
        revision, digests = self._digests.revision(), self._digests.stored()
        self._claimed = max((head.revision for head in heads), default=0)
        if any(is_behind(self._connection, head, revision, digests) for head in heads):
            findings.append("rollback")
        if len(heads) == len(self._places.paths()) and not findings:
            self._written = min(head.revision for head in heads)
        return tuple(dict.fromkeys(findings))

    def go_on_above(self) -> None:
        """After a rollback, inside a transaction: count on from where the head was, so that new heads count."""
        self._digests.raise_revision(self._claimed)

    def write_if_due(self, now_ms: int) -> None:
        """Write a head after a commit when the last is a minute old; a failure leaves the last one standing."""
        if abs(now_ms - self._written_ms) >= AT_MOST_EVERY_MS:
            with suppress(UserError):
                self.write(now_ms)

    def write(self, now_ms: int, *, next_vault_key: bytes | None = None) -> None:
        """Write a head unless nothing changed; for a vault key that is about to change, one that holds under both.

        Raises UserError disk-full, disk-failed, folder-read-only.
        """
        revision = self._digests.revision()
        if revision == self._written and next_vault_key is None:
            return
        mac_keys = [self._mac_key, *([] if next_vault_key is None else [head_key(next_vault_key)])]
        head = Head(
            site=self._places.site,
            laptop=self._places.laptop,
            made_ms=max(0, now_ms),
            revision=revision,
            digests=self._digests.stored(),
            chains=local_heads(self._connection),
            signer=crypto.public_of(self._seed),
        )
        write_head(head, self._seed, mac_keys, self._places)
        self._written, self._written_ms = revision, now_ms
