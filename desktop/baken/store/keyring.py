"""The secrets that an unlocked user was given, and the content keys that they open.

Filled from the user's own shares in the journal; nothing here is written anywhere. A key that the ring lacks opens
nothing: the entry is then not there for this user. What a compartment's members read anybody may add to: its public
side stands open in the journal.
"""

from baken import crypto
from baken.errors import UserError
from baken.wire.age import hpke_public_of
from baken.wire.grant import OPEN, Grant, make_grant, make_open_grant, make_public_grant, open_grant

from .database import Connection
from .trust import COMPARTMENTS, Purpose, SharedKey, open_share, pair_seed, recipient_of

DAY_MS = 86_400_000
PERSON = "person:"  # with a person's id: the target of grants to that person
_MY_SHARES = """
SELECT purpose, key_id, recipient, valid_until, wrap
FROM key_share JOIN (SELECT key_id, min(entry) AS made FROM key_share GROUP BY key_id) USING (key_id)
WHERE person = ? ORDER BY made, entry"""
"""In the order in which the secrets were made: an older one may have been handed on later."""
_PUBLIC_SIDES = """
SELECT purpose, key_id, recipient FROM key_share WHERE recipient <> '' GROUP BY key_id ORDER BY min(entry)"""


def target_of(compartment: Purpose) -> str:
    """Give the target of grants to a compartment."""
    return f"compartment:{compartment}"


def person_target(person: str) -> str:
    """Give the target of grants to one person (hexadecimal id)."""
    return PERSON + person


CARD_TARGET, TEAM_TARGET, LEAD_TARGET, AUDIT_TARGET = map(target_of, COMPARTMENTS)
_PURPOSES = {target_of(compartment): compartment for compartment in COMPARTMENTS}


def key_id_of(recipient: str) -> bytes:
    """Give the key id of a person's recipient (age1pq…): random as the key that it was made of."""
    return crypto.sha256(recipient.encode())[:16]


def grant_to_person(person: str, recipient: str, *, entry: bytes, content_key: bytes) -> Grant:
    """Grant to one person on the laptop whose recipient (age1pq…) this is."""
    return make_public_grant(
        person_target(person),
        recipient=hpke_public_of(recipient),
        key_id=key_id_of(recipient),
        entry=entry,
        content_key=content_key,
    )


class Keyring:
    """Opened secrets by key id; the last one of a purpose is the current one."""

    def __init__(self) -> None:
        self._keys: dict[bytes, SharedKey] = {}
        self._days: dict[tuple[bytes, int], bytes] = {}
        self._public: dict[str | None, tuple[bytes, str]] = {}  # by purpose: key id and recipient of the newest
        self._own: dict[tuple[str, bytes], bytes] = {}  # the user's own X-Wing seed by target and key id

    @classmethod
    def of(cls, connection: Connection, person: str, recipient_seed: bytes) -> "Keyring":
        """Open every share of a person; one that does not open (made for another laptop) is left out."""
        ring = cls()
        ring._own[person_target(person), key_id_of(recipient_of(recipient_seed))] = recipient_seed
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
        for purpose, key_id, recipient in connection.execute(_PUBLIC_SIDES).fetchall():
            ring._public[purpose] = (key_id, recipient)
        return ring

    def add(self, key: SharedKey) -> None:
        """Take a secret in; it becomes the current one of its purpose."""
        self._keys[key.key_id] = key
        self._public[key.purpose] = (key.key_id, key.recipient)

    def current(self, purpose: Purpose) -> SharedKey | None:
        """Give the newest secret of a purpose, if the user has one."""
        return next((key for key in reversed(self._keys.values()) if key.purpose is purpose), None)

    def all(self) -> tuple[SharedKey, ...]:
        """Give all secrets, oldest first."""
        return tuple(self._keys.values())

    def recipient(self, purpose: Purpose) -> str:
        """Give the newest public side of a secret (age1pq…), whether or not the user holds it; empty for none."""
        return self._public.get(purpose, (b"", ""))[1]

    def identities(self, purpose: Purpose, *, most: int = 3) -> list[bytes]:
        """Give X-Wing seeds that open bundles, newest first: the current epoch and two past ones."""
        seeds = [pair_seed(purpose, key.secret) for key in reversed(self._keys.values()) if key.purpose is purpose]
        return seeds[:most]

    def grant(self, target: str, *, entry: bytes, content_key: bytes, day: int) -> Grant:
        """Grant to everybody (`open`) or to a compartment, with its newest key.

        That is its symmetric key where the user has it (the team's is that of the day, in days since 1970, UTC), its
        public side where not: then the user may add and not read. Raises UserError not-a-member for a target that is
        no compartment of this vault.
        """
        if target == OPEN:
            return make_open_grant(content_key)
        purpose = _PURPOSES.get(target)
        key_id, recipient = self._public.get(purpose, (b"", ""))
        held = self._keys.get(key_id)
        if held is not None:
            of_day = day if purpose is Purpose.TEAM else None
            key = self._symmetric(held, of_day)
            return make_grant(target, key=key, key_id=key_id, entry=entry, content_key=content_key, day=of_day)
        if not recipient:
            raise UserError("not-a-member")
        return make_public_grant(
            target, recipient=hpke_public_of(recipient), key_id=key_id, entry=entry, content_key=content_key
        )

    def can_open(self, grant: Grant) -> bool:
        """Say whether a key for this grant is here; whether its wrap holds only opening it can tell."""
        return grant.target == OPEN or self._own_seed(grant) is not None or self._key(grant) is not None

    def content_key(self, grant: Grant, entry: bytes) -> bytes | None:
        """Open a grant, or None when this user lacks its key. Raises UserError seal-broken for a damaged wrap."""
        if grant.target == OPEN:
            return grant.wrap
        seed, key = self._own_seed(grant), self._key(grant)
        if seed is not None:
            return open_grant(grant, entry=entry, key=seed)
        if key is None:
            return None
        if grant.is_public:
            return open_grant(grant, entry=entry, key=pair_seed(key.purpose, key.secret))
        return open_grant(grant, entry=entry, key=self._symmetric(key, grant.day))

    def _own_seed(self, grant: Grant) -> bytes | None:
        return self._own.get((grant.target, grant.key_id))

    def _key(self, grant: Grant) -> SharedKey | None:
        """Give the secret that a grant names, where it is one of the compartment to which the grant is."""
        key = self._keys.get(grant.key_id)
        return key if key is not None and _PURPOSES.get(grant.target) is key.purpose else None

    def _symmetric(self, key: SharedKey, day: int | None) -> bytes:
        """Give a compartment's symmetric key, the team's of one UTC day. Source: security.md, "Keys"."""
        if key.purpose is not Purpose.TEAM:
            return crypto.hkdf(key.secret, "baken compartment key v1")
        known = self._days.get((key.key_id, day or 0))
        if known is None:
            known = crypto.hkdf(key.secret, "baken team day v1", salt=(day or 0).to_bytes(4, "big"))
            self._days[key.key_id, day or 0] = known
        return known
