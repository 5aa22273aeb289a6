"""What a laptop and the mailbox say to each other: signed requests, signed answers, receipts.

Promises: whoever holds a laptop's key or the mailbox's key, and nobody else, can make what these functions
accept; one request is good for one mailbox, one method, one target, one body and one moment, and one answer for
one request. It must never open a bundle, name a person or know how bytes travel. SPEC.md, "The mailbox", has
every byte.
"""

import re
import struct
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

import msgspec

from baken import crypto
from baken.errors import UserError

from .codec import Hex16, Hex32, Millis, Wire
from .records import PLAINTEXT_MAX_BYTES

# What a bundle may hold, and what age adds: a header of at most 1 MiB and 16 bytes for each 64 KiB.
MAX_BUNDLE_BYTES = PLAINTEXT_MAX_BYTES + (2 << 20)
MAX_ADDRESSEES = 64
MAX_WAITING = 500  # lines in one list of what waits; the rest comes with the next list
MAX_SMALL_ANSWER_BYTES = 512 * 1024
CLOCK_WINDOW_MS = 5 * 60 * 1000  # how far a laptop's clock may be off, both ways
AGE_FIRST_LINE = b"age-encryption.org/v1\n"
EMPTY_SHA256 = crypto.sha256(b"").hex()

REQUEST_LABEL = "baken mailbox request v1"
ANSWER_LABEL = "baken mailbox answer v1"
RECEIPT_LABEL = "baken mailbox receipt v1"

LAPTOP_HEADER = "baken-laptop"
TIME_HEADER = "baken-time"
NONCE_HEADER = "baken-nonce"
BODY_HEADER = "baken-sha256"
SIGNATURE_HEADER = "baken-signature"

Bytes = Annotated[int, msgspec.Meta(ge=0, le=MAX_BUNDLE_BYTES)]

_HEX16 = re.compile(r"[0-9a-f]{32}")
_HEX32 = re.compile(r"[0-9a-f]{64}")
_HEX64 = re.compile(r"[0-9a-f]{128}")
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,14}")
_RECEIPT_FIXED = struct.Struct(">B32s16s32sQQ32sB")


class Refusal(StrEnum):
    """Why the mailbox said no; the values are stable."""

    MALFORMED = "malformed"
    NOT_ENROLLED = "not-enrolled"  # also a wrong signature: a stranger learns nothing
    REVOKED = "revoked"
    CLOCK = "clock"
    REPLAYED = "replayed"
    TOO_LARGE = "too-large"
    NOT_A_BUNDLE = "not-a-bundle"
    HASH_DIFFERS = "hash-differs"  # the body is not what was signed
    BUNDLE_DIFFERS = "bundle-differs"  # this id already names other bytes or other addressees
    ADDRESSEE_UNKNOWN = "addressee-unknown"
    QUOTA = "quota"
    UNKNOWN = "unknown"  # no such bundle, or it is not for this site; the two look the same
    BUSY = "busy"
    STORAGE = "storage"


class RefusalBody(Wire, frozen=True, kw_only=True):
    """The body of every answer that is not a success; `now_ms` is the mailbox's clock."""

    code: Annotated[str, msgspec.Meta(max_length=40)]
    now_ms: Millis


class WaitingBundle(Wire, frozen=True, kw_only=True):
    """One bundle that waits for this laptop's site; `sender` and `bundle` together name it."""

    sender: Hex32
    bundle: Hex16
    sha256: Hex32
    size_bytes: Bytes
    stored_ms: Millis


class WaitingList(Wire, frozen=True, kw_only=True):
    """What waits, oldest first; `more` where the list was cut at MAX_WAITING."""

    items: Annotated[tuple[WaitingBundle, ...], msgspec.Meta(max_length=MAX_WAITING)]
    more: bool


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a laptop signs: one call of one mailbox. `target` is path and query as sent, percent-encoding and all."""

    mailbox: str  # public key of the mailbox, 64 hex digits
    method: str
    target: str
    body_sha256: str
    time_ms: int
    nonce: str

    def signed_bytes(self) -> bytes:
        """Give the bytes under the laptop's signature; no two requests share them."""
        method = self.method.encode()
        return b"".join(
            (
                bytes.fromhex(self.mailbox),
                struct.pack(">Q", self.time_ms),
                bytes.fromhex(self.nonce),
                bytes.fromhex(self.body_sha256),
                struct.pack(">B", len(method)),
                method,
                self.target.encode(),
            )
        )


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """The mailbox's word that it holds these bytes for these sites; never that anybody received them."""

    mailbox: str
    bundle: str
    sha256: str
    size_bytes: int
    stored_ms: int
    sender: str
    addressees: tuple[str, ...]


def push_target(bundle: str, addressees: Sequence[str]) -> str:
    """Give the target that stores a bundle; addressees are sorted, so that a retry asks for the same."""
    return f"/v1/bundles/{bundle}?to={','.join(sorted(set(addressees)))}"


def receipt_target(bundle: str) -> str:
    """Give the target that reads the receipt of a bundle which this laptop's site pushed earlier."""
    return f"/v1/receipts/{bundle}"


def waiting_target(after: WaitingBundle | None = None) -> str:
    """Give the target that lists what waits, from the beginning or after the last line of the list before."""
    return "/v1/waiting" if after is None else f"/v1/waiting?after={after.sender}.{after.bundle}"


def pull_target(sender: str, bundle: str) -> str:
    """Give the target that reads a waiting bundle."""
    return f"/v1/bundles/{sender}/{bundle}"


def acknowledge_target(sender: str, bundle: str) -> str:
    """Give the target that says this laptop has durably taken in a bundle."""
    return f"/v1/bundles/{sender}/{bundle}/acknowledgement"


def read_addressees(text: str) -> tuple[str, ...]:
    """Read the `to` of a push: 1 to MAX_ADDRESSEES site ids, sorted, none twice.

    Raises UserError("malformed") for anything else.
    """
    sites = tuple(text.split(","))
    if len(sites) > MAX_ADDRESSEES or list(sites) != sorted(set(sites)):
        raise UserError("malformed", what="addressees")
    for site in sites:
        _match(_HEX32, site, "addressees")
    return sites


def read_after(text: str) -> tuple[str, str]:
    """Read the `after` of a list: sender and bundle; raises UserError("malformed")."""
    sender, _, bundle = text.partition(".")
    return read_site_id(sender), read_bundle_id(bundle)


def read_bundle_id(text: str) -> str:
    """Read a bundle id, 32 hex digits; raises UserError("malformed")."""
    return _match(_HEX16, text, "bundle")


def read_site_id(text: str) -> str:
    """Read a site id, 64 hex digits; raises UserError("malformed")."""
    return _match(_HEX32, text, "site")


def request_headers(request: Request, laptop_seed: bytes) -> dict[str, str]:
    """Give the headers that carry a request's time, nonce, body hash and signature."""
    return {
        LAPTOP_HEADER: crypto.public_of(laptop_seed).hex(),
        TIME_HEADER: str(request.time_ms),
        NONCE_HEADER: request.nonce,
        BODY_HEADER: request.body_sha256,
        SIGNATURE_HEADER: crypto.sign(laptop_seed, REQUEST_LABEL, request.signed_bytes()).hex(),
    }


def read_request(mailbox: str, method: str, target: str, headers: Mapping[str, str]) -> tuple[str, Request]:
    """Give the laptop's public key and what it signed; header names are lower-case.

    The signature is checked with the key that the request names, so an enrolled and an unknown laptop cost the
    same. Raises UserError("malformed") or UserError("signature-invalid").
    """
    laptop = _match(_HEX32, headers.get(LAPTOP_HEADER, ""), "laptop")
    request = Request(
        mailbox=mailbox,
        method=method,
        target=target,
        body_sha256=_match(_HEX32, headers.get(BODY_HEADER, ""), "sha256"),
        time_ms=int(_match(_DECIMAL, headers.get(TIME_HEADER, ""), "time")),
        nonce=_match(_HEX16, headers.get(NONCE_HEADER, ""), "nonce"),
    )
    signature = bytes.fromhex(_match(_HEX64, headers.get(SIGNATURE_HEADER, ""), "signature"))
    crypto.verify(bytes.fromhex(laptop), REQUEST_LABEL, request.signed_bytes(), signature)
    return laptop, request


def sign_answer(mailbox_seed: bytes, request: Request, status: int, body_sha256: str) -> str:
    """Give the header value that binds an answer to the request it answers."""
    return crypto.sign(mailbox_seed, ANSWER_LABEL, _answer_bytes(request, status, body_sha256)).hex()


def verify_answer(request: Request, status: int, body_sha256: str, signature: str) -> None:
    """Check that the mailbox named in the request gave this answer to it.

    Raises UserError("signature-invalid"), also for a signature that is missing or is not hexadecimal.
    """
    if not _HEX64.fullmatch(signature):
        raise UserError("signature-invalid")
    message = _answer_bytes(request, status, body_sha256)
    crypto.verify(bytes.fromhex(request.mailbox), ANSWER_LABEL, message, bytes.fromhex(signature))


def sign_receipt(mailbox_seed: bytes, receipt: Receipt) -> bytes:
    """Give a receipt's bytes with the mailbox's signature behind them."""
    body = b"".join(
        (
            b"\x01",
            bytes.fromhex(receipt.mailbox),
            bytes.fromhex(receipt.bundle),
            bytes.fromhex(receipt.sha256),
            struct.pack(">QQ", receipt.size_bytes, receipt.stored_ms),
            bytes.fromhex(receipt.sender),
            struct.pack(">B", len(receipt.addressees)),
            *(bytes.fromhex(site) for site in receipt.addressees),
        )
    )
    return body + crypto.sign(mailbox_seed, RECEIPT_LABEL, body)


def read_receipt(data: bytes, mailbox: str) -> Receipt:
    """Give what a receipt says, once `mailbox` is known to have signed it.

    Raises UserError("malformed") for bytes that are no receipt of version 1 and UserError("signature-invalid")
    for one that this mailbox did not sign.
    """
    body, signature = data[: -crypto.SIGNATURE_BYTES], data[-crypto.SIGNATURE_BYTES :]
    if len(body) < _RECEIPT_FIXED.size:
        raise UserError("malformed", what="receipt")
    version, public, bundle, sha256, size_bytes, stored_ms, sender, count = _RECEIPT_FIXED.unpack_from(body)
    sites = body[_RECEIPT_FIXED.size :]
    if version != 1 or len(sites) != 32 * count:
        raise UserError("malformed", what="receipt")
    if public.hex() != mailbox:
        raise UserError("signature-invalid")
    crypto.verify(public, RECEIPT_LABEL, body, signature)
    return Receipt(
        mailbox=mailbox,
        bundle=bundle.hex(),
        sha256=sha256.hex(),
        size_bytes=size_bytes,
        stored_ms=stored_ms,
        sender=sender.hex(),
        addressees=tuple(sites[at : at + 32].hex() for at in range(0, len(sites), 32)),
    )


def _answer_bytes(request: Request, status: int, body_sha256: str) -> bytes:
    return crypto.sha256(request.signed_bytes()) + struct.pack(">H", status) + bytes.fromhex(body_sha256)


def _match(pattern: re.Pattern[str], text: str, what: str) -> str:
    if not pattern.fullmatch(text):
        raise UserError("malformed", what=what)
    return text
