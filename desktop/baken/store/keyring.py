"""The secrets that an unlocked user was given, and the content keys that they open.

Filled from the user's own shares in the journal; nothing here is written anywhere. A key that the ring lacks opens
nothing: the entry is then not there for this user.
"""

from baken import crypto
from baken.errors import UserError
from baken.wire.grant import OPEN, Grant, make_grant, make_open_grant, open_grant

from .database import Connection
from .trust import Purpose, SharedKey, open_share, pair_seed

TEAM_TARGET = "compartment:team"
DAY_MS = 86_400_000
_MY_SHARES = """
SELECT purpose, key_id, recipient, valid_until, wrap FROM key_share WHERE person = ? ORDER BY entry"""


class Keyring:
    """Opened secrets by key id; the last one of a purpose is the current one."""

    def __init__(self) -> None:
        self._keys: dict[bytes, SharedKey] = {}
        self._days: dict[tuple[bytes, int], bytes] = {}

    @classmethod
    def of(cls, connection: Connection, person: str, recipient_seed: bytes) -> "Keyring":
        """Open every share of a person; one that does not open (made for another laptop) is left out."""
        ring = cls()
        for purpose, key_id, recipient, valid_until, wrap in connection.execute(_MY_SHARES, (person,)).fetchall():
            if key_id in ring._keys:
                continue
            try:
                secret = open_share(Purpose(purpose), key_id, wrap, recipient_seed)
            except UserError:
                continue
            ring.add(
                SharedKey(
                    purpose=Purpose(purpose),
                    key_id=key_id,
                    secret=secret,
                    recipient=recipient,
                    valid_until=valid_until,
                )
            )
        return ring

    def add(self, key: SharedKey) -> None:
        """Take a secret in; it becomes the current one of its purpose."""
        self._keys[key.key_id] = key

    def current(self, purpose: Purpose) -> SharedKey | None:
        """Give the newest secret of a purpose, if the user has one."""
        return next((key for key in reversed(self._keys.values()) if key.purpose is purpose), None)

    def all(self) -> tuple[SharedKey, ...]:
        """Give all secrets, oldest first."""
        return tuple(self._keys.values())

    def identities(self, purpose: Purpose, *, most: int = 3) -> list[bytes]:
        """Give X-Wing seeds that open bundles, newest first: the current epoch and two past ones."""
        seeds = [pair_seed(purpose, key.secret) for key in reversed(self._keys.values()) if key.purpose is purpose]
        return seeds[:most]

    def grant(self, target: str, *, entry: bytes, content_key: bytes, day: int) -> Grant:
        """Grant to everybody (`open`) or to a compartment with its key of the day (days since 1970, UTC).

        Raises UserError not-a-member when the user lacks the compartment.
        """
        if target == OPEN:
            return make_open_grant(content_key)
        team = self.current(Purpose.TEAM)
        if target != TEAM_TARGET or team is None:
            raise UserError("not-a-member")
        key = self._day_key(team, day)
        return make_grant(target, key=key, key_id=team.key_id, entry=entry, content_key=content_key, day=day)

    def content_key(self, grant: Grant, entry: bytes) -> bytes | None:
        """Open a grant, or None when this user lacks its key. Raises UserError seal-broken for a damaged wrap."""
        if grant.target == OPEN:
            return grant.wrap
        key = self._keys.get(grant.key_id)
        if key is None or grant.target != TEAM_TARGET:
            return None
        if grant.is_public:
            return open_grant(grant, entry=entry, key=pair_seed(key.purpose, key.secret))
        return open_grant(grant, entry=entry, key=self._day_key(key, grant.day or 0))

    def _day_key(self, team: SharedKey, day: int) -> bytes:
        """Give the team's key of one UTC day. Source: security.md, "Keys"."""
        known = self._days.get((team.key_id, day))
        if known is None:
            known = crypto.hkdf(team.secret, "baken team day v1", salt=day.to_bytes(4, "big"))
            self._days[team.key_id, day] = known
        return known
