"""How a site's laptop is made known to a mailbox, and the mailbox to the laptop: two small files.

The request proves that the site and the laptop both asked, and names nobody: no card, no name of the site. The
enrolment holds what the laptop needs to find the mailbox and to recognise it. Neither holds a secret.
"""

import re
from typing import Annotated, Final
from urllib.parse import urlsplit

import msgspec

from baken import crypto
from baken.errors import UserError

from .certificate import SITE_KEYS_MAX, verify_keys
from .codec import Hex32, Key32, Millis, Signature, Wire, decode_extensible, encode
from .signed import DocumentKind

LAPTOP_LABEL: Final = "baken enrolment laptop v1"
ENROLMENT_MAX_BYTES: Final = 4096

# No query, fragment, user name or backslash: nothing that two parsers could read differently.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/\[\]-]+")


class EnrolmentRequest(Wire, frozen=True, kw_only=True):
    """A site asks a mailbox to let one of its laptops in.

    `keys` and `links` are those of the site's card. `laptop_proof` is the laptop key's signature over the site,
    so that nobody enrols a key that is not theirs. `created_ms` is UTC milliseconds by the laptop's clock.
    """

    site: Hex32
    keys: Annotated[tuple[Key32, ...], msgspec.Meta(min_length=1, max_length=SITE_KEYS_MAX)]
    links: Annotated[tuple[Signature, ...], msgspec.Meta(max_length=SITE_KEYS_MAX)]
    laptop: Key32
    created_ms: Millis
    laptop_proof: Signature


class Enrolment(Wire, frozen=True, kw_only=True):
    """Where the mailbox is, and the Ed25519 key that it answers with: address and key, nothing else."""

    address: Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    mailbox: Hex32


REQUESTS: Final = DocumentKind(tag=b"BKE1", label="baken enrolment request v1", shape=EnrolmentRequest)


def make_request(
    *,
    site: str,
    site_seed: bytes,
    keys: tuple[bytes, ...],
    links: tuple[bytes, ...],
    laptop_seed: bytes,
    created_ms: int,
) -> bytes:
    """Give the request file for one laptop, signed by its key and by the site's current key."""
    laptop = crypto.public_of(laptop_seed)
    request = EnrolmentRequest(
        site=site,
        keys=keys,
        links=links,
        laptop=laptop,
        created_ms=created_ms,
        laptop_proof=crypto.sign(laptop_seed, LAPTOP_LABEL, bytes.fromhex(site)),
    )
    return REQUESTS.sign(site_seed, request)


def read_request(data: bytes) -> EnrolmentRequest:
    """Give a request once site and laptop are known to have signed it.

    Raises UserError "malformed", "too-large", "card-invalid" where the keys do not name the site,
    "key-invalid" or "signature-invalid".
    """
    document = REQUESTS.read(data)
    request = document.value
    verify_keys(request.site, request.keys, request.links)
    REQUESTS.verify(request.keys[-1], document)
    crypto.verify(request.laptop, LAPTOP_LABEL, bytes.fromhex(request.site), request.laptop_proof)
    return request


def request_fingerprint(request: EnrolmentRequest) -> str:
    """Give what operator and site compare by another channel: that of the site's card, see `fingerprint`."""
    digits = crypto.sha256(request.keys[-1])[:16].hex().upper()
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))


def write_enrolment(enrolment: Enrolment) -> bytes:
    """Give the enrolment file; raises as `check_address` does."""
    check_address(enrolment.address)
    return encode(enrolment) + b"\n"


def read_enrolment(data: bytes) -> Enrolment:
    """Read an enrolment file, also one that a person retyped or laid out anew.

    Raises UserError "malformed", "too-large" or "registry-address".
    """
    enrolment = decode_extensible(data, Enrolment, what="enrolment", cap_bytes=ENROLMENT_MAX_BYTES)
    check_address(enrolment.address)
    return enrolment


def check_address(address: str) -> None:
    """Return for an address that a laptop may use: https anywhere, http on this machine only.

    Over http the network would see which sites write to each other and when. A path is allowed, for a mailbox
    behind a shared host; a query, a fragment or a name with password is not. Raises UserError
    "registry-address".
    """
    if not _ADDRESS.fullmatch(address):
        raise UserError("registry-address")
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError as problem:
        raise UserError("registry-address") from problem
    if not host or (parts.scheme == "http" and not is_loopback(address)):
        raise UserError("registry-address")


def is_loopback(address: str) -> bool:
    """Say whether an address is this machine by its literal name, so that no look-up can change it."""
    return urlsplit(address).hostname in {"127.0.0.1", "::1", "localhost"}
