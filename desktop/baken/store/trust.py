"""The journal's entries of trust: who writes here, who certified them, and which keys they were given.

Their bodies are signed like every entry and open to whoever holds the journal; the secrets inside are wrapped to
their readers. They never reach the view. This module only builds and reads bodies; nothing here stores them.
Source: architecture.md, "Trust"; security.md, "Keys".
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final, Protocol

import msgspec

from baken import crypto
from baken.model.codes import Capability
from baken.wire.age import hpke_identity, hpke_public_of, hpke_recipient
from baken.wire.codec import Hex16, Hex32, Millis, Wire

TRUST_KINDS = frozenset(("writer", "certificate", "key-share", "revocation", "recovery", "head"))
_SHARE_INFO = b"baken key share v1\0"


class Purpose(StrEnum):
    """What a shared secret is for; of a compartment's secret come an X-Wing pair and a symmetric key."""

    CARD = "card"  # compartment of everybody on duty: resident cards, rounds, missing profiles
    TEAM = "team"  # compartment of the site's staff, with a key for each day
    LEAD = "lead"  # compartment of the safeguarding lead and deputies
    AUDIT = "audit"  # compartment of who checks what happened; never pieces, cards or signals
    DESK = "desk"  # X-Wing seed that opens bundles addressed to this site
    EXCHANGE = "exchange"  # X-Wing seed that opens bundles between laptops of this site
    SITE_SEED = "site-seed"  # the Ed25519 seed that signs certificates and the card


COMPARTMENTS: Final = (Purpose.CARD, Purpose.TEAM, Purpose.LEAD, Purpose.AUDIT)
_ON_DUTY = frozenset((Purpose.CARD, Purpose.TEAM, Purpose.EXCHANGE))
# The desk opens what other sites send, signals among it: it goes where the lead's compartment goes and nowhere else.
_AT_THE_DESK = _ON_DUTY | {Purpose.LEAD, Purpose.DESK}
_GIVEN: Final[dict[str, frozenset[Purpose]]] = {
    Capability.MENTOR: _ON_DUTY,
    Capability.SAFEGUARDING_LEAD: _AT_THE_DESK | {Purpose.AUDIT},
    Capability.ADMIN: _ON_DUTY | {Purpose.SITE_SEED},
    Capability.REGISTRY_ANALYST: _AT_THE_DESK,
    Capability.AUDITOR: frozenset((Purpose.AUDIT,)),
    Capability.SHIFT: frozenset((Purpose.CARD,)),
    Capability.ERASE: frozenset(),
}


class WriterBody(Wire, frozen=True, kw_only=True):
    """Kind `writer`, version 1: the first entry of a writer names the certificate that signs all of them."""

    certificate: Hex32


class CertificateBody(Wire, frozen=True, kw_only=True):
    """Kind `certificate`, version 1: a certificate document, signed by the site key."""

    document: bytes


class RevocationBody(Wire, frozen=True, kw_only=True):
    """Kind `revocation`, version 1: a revocation document, signed by the site key."""

    document: bytes


class RecoveryBody(Wire, frozen=True, kw_only=True):
    """Kind `recovery`, version 1: the public recipient (age1pq…) of the sheet that counts from here on."""

    recipient: Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]


class Recipient(Protocol):
    """Somebody to whom a secret can be wrapped: the holder of a certificate, or of the recovery sheet."""

    @property
    def person(self) -> str:
        """The person id."""

    @property
    def recipient(self) -> str:
        """The public recipient (age1pq…)."""


class Share(Wire, frozen=True, kw_only=True):
    """A secret wrapped to one person's recipient."""

    person: Hex16
    wrap: Annotated[bytes, msgspec.Meta(min_length=crypto.HPKE_OVERHEAD_BYTES, max_length=4096)]


class KeyShareBody(Wire, frozen=True, kw_only=True):
    """Kind `key-share`, version 1: one secret for its readers.

    `recipient` is the public side (age1pq…) where the secret has one, `valid_until` the end of an epoch.
    """

    purpose: Purpose
    key_id: Hex16
    recipient: str
    valid_until: Millis | None
    shares: Annotated[tuple[Share, ...], msgspec.Meta(max_length=256)]


@dataclass(frozen=True, kw_only=True)
class SharedKey:
    """A secret of several people, opened; `key_id` was made with it and says nothing."""

    purpose: Purpose
    key_id: bytes
    secret: bytes = field(repr=False)
    recipient: str = ""
    valid_until: int | None = None

    @classmethod
    def new(cls, purpose: Purpose, *, secret: bytes | None = None, valid_until: int | None = None) -> "SharedKey":
        """Make a fresh secret; all but the site seed have a public side."""
        made = secret or crypto.random_bytes(32)
        recipient = "" if purpose is Purpose.SITE_SEED else recipient_of(pair_seed(purpose, made))
        return cls(
            purpose=purpose,
            key_id=crypto.random_bytes(16),
            secret=made,
            recipient=recipient,
            valid_until=valid_until,
        )

    def share_with(self, readers: Iterable[Recipient]) -> KeyShareBody:
        """Wrap the secret to every reader's recipient."""
        info = _share_info(self.purpose, self.key_id)
        return KeyShareBody(
            purpose=self.purpose,
            key_id=self.key_id.hex(),
            recipient=self.recipient,
            valid_until=self.valid_until,
            shares=tuple(
                Share(person=reader.person, wrap=crypto.hpke_seal(hpke_public_of(reader.recipient), self.secret, info))
                for reader in readers
            ),
        )


def open_share(purpose: Purpose, key_id: bytes, wrap: bytes, recipient_seed: bytes) -> bytes:
    """Open one's own share; raises UserError seal-broken or key-invalid for a wrap that is not ours."""
    return crypto.hpke_open(recipient_seed, wrap, _share_info(purpose, key_id))


def pair_seed(purpose: Purpose, secret: bytes) -> bytes:
    """Give the X-Wing seed of a secret: the secret itself, or for a compartment one derived from it."""
    return crypto.hkdf(secret, "baken compartment pair v1") if purpose in COMPARTMENTS else secret


def recipient_of(seed: bytes) -> str:
    """Give the age recipient (age1pq…) of an X-Wing seed."""
    return hpke_recipient(crypto.hpke_public(seed))


def identity_of(seed: bytes) -> str:
    """Give the age identity (AGE-SECRET-KEY-PQ-1…) of an X-Wing seed."""
    return hpke_identity(seed)


def shared_with(capabilities: Iterable[str]) -> frozenset[Purpose]:
    """Say which secrets a person gets; a capability that this programme does not know gives none.

    Source: security.md, "Compartments are need-to-know".
    """
    return frozenset[Purpose]().union(*(_GIVEN.get(capability, frozenset()) for capability in capabilities))


def _share_info(purpose: Purpose, key_id: bytes) -> bytes:
    return _SHARE_INFO + purpose.encode() + b"\0" + key_id
