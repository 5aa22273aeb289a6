"""Certificates, revocations and site cards: who may sign for which site.

Promises: a certificate counts only under the site's current key, or under an older one if the card lists its
hash; a card counts only if its chain of keys starts at the key that names the site. Whether a person confirmed
the fingerprint is not known here. SPEC.md, "Trust". Source: architecture.md, "Trust"; security.md, "Keys".
"""

from collections.abc import Sequence
from typing import Annotated, Final, TypeVar

import msgspec

from baken import crypto
from baken.errors import BugError, UserError

from .codec import Hex16, Hex32, Key32, Millis, Name, Signature, Wire
from .signed import DOCUMENT_MAX_BYTES, DocumentKind, Signed

KEY_LINK_LABEL: Final = "baken site key v1"
SITE_KEYS_MAX: Final = 256
STAYING_MAX: Final = 4096

_Recipient = Annotated[str, msgspec.Meta(pattern=r"^age1pq1[02-9ac-hj-np-z]{1,2000}\Z")]
_Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9-]{1,16}\Z")]
_Capability = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z_-]{0,31}\Z")]
_Serial = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
_Shape = TypeVar("_Shape", bound=msgspec.Struct)


class Certificate(Wire, frozen=True, kw_only=True):
    """A site says: this key belongs to this person on this laptop, with these capabilities.

    `valid_until` is UTC milliseconds since 1970, or null for a certificate without an end.
    """

    site: Hex32
    practice: bool
    laptop: Hex16
    person: Hex16
    name: Name
    sign_public: Key32
    recipient: _Recipient
    capabilities: Annotated[tuple[_Capability, ...], msgspec.Meta(max_length=32)]
    valid_until: Millis | None
    serial: _Serial


class LastAccepted(Wire, frozen=True, kw_only=True):
    """Up to which sequence a revoked writer's entries are accepted without confirmation."""

    writer: Hex16
    sequence: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class Revocation(Wire, frozen=True, kw_only=True):
    """A site says: this certificate has ended; later entries await the lead's confirmation."""

    site: Hex32
    serial: _Serial
    writers: Annotated[tuple[LastAccepted, ...], msgspec.Meta(max_length=1024)]


class SiteCard(Wire, frozen=True, kw_only=True):
    """How a site introduces itself to others.

    `keys` are its signing keys from the first to the current one and `links[n]` is key n's signature over key
    n + 1; `site` is SHA-256 of the first. `staying` are the SHA-256 hashes of the certificates and
    revocations under older keys that stay valid: hashes and not serials, since whoever held an old key could make
    another certificate with the same serial.
    `desk_recipient` takes bundles until `desk_valid_until` (UTC milliseconds).
    """

    site: Hex32
    name: Name
    code: _Code
    practice: bool
    keys: Annotated[tuple[Key32, ...], msgspec.Meta(min_length=1, max_length=SITE_KEYS_MAX)]
    links: Annotated[tuple[Signature, ...], msgspec.Meta(max_length=SITE_KEYS_MAX)]
    desk_recipient: _Recipient
    desk_valid_until: Millis
    staying: Annotated[tuple[Hex32, ...], msgspec.Meta(max_length=STAYING_MAX)]

    @property
    def site_public(self) -> bytes:
        """The current Ed25519 key of the site: 32 bytes."""
        return self.keys[-1]


class Notice(Wire, frozen=True, kw_only=True):
    """What lies open beside a vault, for those who have not unlocked it: the card, and where locked captures go."""

    card: Annotated[bytes, msgspec.Meta(max_length=DOCUMENT_MAX_BYTES // 2)]
    team_recipient: _Recipient


CERTIFICATES: Final = DocumentKind(tag=b"BKC1", label="baken certificate v1", shape=Certificate)
REVOCATIONS: Final = DocumentKind(tag=b"BKR1", label="baken revocation v1", shape=Revocation)
CARDS: Final = DocumentKind(tag=b"BKS1", label="baken site card v1", shape=SiteCard)


NOTICES: Final = DocumentKind(tag=b"BKP1", label="baken public v1", shape=Notice)


def site_id(first_public: bytes) -> str:
    """Name a site by its first public key: SHA-256, 64 hex digits."""
    return crypto.sha256(first_public).hex()


def fingerprint(card: SiteCard) -> str:
    """Give what two people compare by another channel: the first 16 bytes of SHA-256 of the current site key.

    Eight groups of four upper-case hex digits, for example "7F2A 9C11 …".
    """
    digits = crypto.sha256(card.site_public)[:16].hex().upper()
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))


def link_key(seed: bytes, site: str, index: int, next_public: bytes) -> bytes:
    """Sign the site's key number `index` (from 1) with the seed of the key before it: 64 bytes."""
    return crypto.sign(seed, KEY_LINK_LABEL, _link_message(site, index, next_public))


def _link_message(site: str, index: int, public: bytes) -> bytes:
    return bytes.fromhex(site) + index.to_bytes(4, "big") + public


def verify_keys(site: str, keys: Sequence[bytes], links: Sequence[bytes]) -> None:
    """Return if `keys`, at least one, begin with the key that names the site and each follows from the one before.

    Raises UserError "card-invalid", "signature-invalid" or "key-invalid".
    """
    if site != site_id(keys[0]) or len(links) != len(keys) - 1:
        raise UserError("card-invalid")
    for index, link in enumerate(links, start=1):
        crypto.verify(keys[index - 1], KEY_LINK_LABEL, _link_message(site, index, keys[index]), link)


def sign_card(seed: bytes, card: SiteCard) -> bytes:
    """Sign with the current site seed; BugError when the seed is another or the card does not verify."""
    data = CARDS.sign(seed, card)
    try:
        verify_card(data)
    except UserError as refused:
        raise BugError(f"card: {refused}") from None
    return data


def verify_card(data: bytes) -> SiteCard:
    """Read a card and verify its name, its chain of keys and its signature.

    Raises UserError "card-invalid" when the keys do not name the site or do not follow each other,
    "signature-invalid", "key-invalid", "malformed" or "too-large". Trust is not a matter of this function.
    """
    document = CARDS.read(data)
    card = document.value
    verify_keys(card.site, card.keys, card.links)
    CARDS.verify(card.site_public, document)
    return card


def sign_notice(seed: bytes, notice: Notice) -> bytes:
    """Give the public file of a vault, signed with the current site seed."""
    return NOTICES.sign(seed, notice)


def verify_notice(data: bytes) -> Notice:
    """Read a public file and verify the card in it and that this card's site signed it; errors as `verify_card`."""
    document = NOTICES.read(data)
    NOTICES.verify(verify_card(document.value.card).site_public, document)
    return document.value


def sign_certificate(site_seed: bytes, certificate: Certificate) -> bytes:
    """Give a certificate document, signed with the current site seed."""
    return CERTIFICATES.sign(site_seed, certificate)


def read_certificate(data: bytes) -> Signed[Certificate]:
    """Read without trust; UserError "malformed" or "too-large"."""
    return CERTIFICATES.read(data)


def verify_certificate(data: bytes, card: SiteCard) -> Certificate:
    """Read a certificate and verify that the card's site made it and still stands by it.

    Raises UserError "certificate-other-site", "certificate-invalid" when no key of the site signed it, or only
    an older key and the card does not list it, "malformed" or "too-large".
    """
    document = read_certificate(data)
    if document.value.site != card.site or document.value.practice != card.practice:
        raise UserError("certificate-other-site")
    _verify_for_site(CERTIFICATES, document, card)
    return document.value


def sign_revocation(site_seed: bytes, revocation: Revocation) -> bytes:
    """Give a revocation document, signed with the current site seed."""
    return REVOCATIONS.sign(site_seed, revocation)


def verify_revocation(data: bytes, card: SiteCard) -> Revocation:
    """Read a revocation and verify it by the rule of `verify_certificate`; the same errors."""
    document = REVOCATIONS.read(data)
    if document.value.site != card.site:
        raise UserError("certificate-other-site")
    _verify_for_site(REVOCATIONS, document, card)
    return document.value


def _verify_for_site(kind: DocumentKind[_Shape], document: Signed[_Shape], card: SiteCard) -> None:
    """Return if the current key signed, or an older one and the card lists the document.

    Whoever was removed as an administrator may still hold an older key, so that key alone says nothing.
    """
    is_listed = document.id.hex() in card.staying
    for public in reversed(card.keys if is_listed else card.keys[-1:]):
        try:
            kind.verify(public, document)
        except UserError:
            continue
        return
    raise UserError("certificate-invalid")
