"""Recipients and identities of age files: X25519, and post-quantum (ML-KEM-768 with X25519).

Promises: texts as the age tools write them, stanzas as they wrap. A post-quantum and a classical recipient never
stand in one file, since the weaker would decide. Source: C2SP age.md, "X25519 recipient stanza" and
"mlkem768x25519"; security.md, "Bundles".
"""

from dataclasses import dataclass
from typing import Final

from baken import crypto
from baken.errors import UserError

from . import bech32
from .age_header import FILE_KEY_BYTES, Stanza, base64_bytes, base64_text

CLASSIC: Final = "X25519"
POST_QUANTUM: Final = "mlkem768x25519"
_SCRYPT: Final = "scrypt"

_CLASSIC_INFO: Final = "age-encryption.org/v1/X25519"
_POST_QUANTUM_INFO: Final = b"age-encryption.org/mlkem768x25519"
_RECIPIENTS: Final = {"age": (CLASSIC, crypto.KEY_BYTES), "age1pq": (POST_QUANTUM, crypto.HPKE_PUBLIC_BYTES)}
_IDENTITIES: Final = {"age-secret-key-": CLASSIC, "age-secret-key-pq-": POST_QUANTUM}
_WRAP_BYTES: Final = FILE_KEY_BYTES + crypto.TAG_BYTES


@dataclass(frozen=True, slots=True)
class Recipient:
    """A public key that a file may be sealed to."""

    type: str
    public: bytes


@dataclass(frozen=True, slots=True)
class Identity:
    """A secret that opens files: an X25519 scalar or an X-Wing seed, 32 bytes."""

    type: str
    secret: bytes


def parse_recipient(text: str) -> Recipient:
    """Read "age1…" or "age1pq1…"; UserError "key-text-invalid" for anything else."""
    prefix, public = bech32.decode(text)
    kind, size = _RECIPIENTS.get(prefix, ("", -1))
    if len(public) != size or text != text.lower():
        raise UserError("key-text-invalid")
    return Recipient(kind, public)


def parse_identity(text: str) -> Identity:
    """Read "AGE-SECRET-KEY-1…" or "AGE-SECRET-KEY-PQ-1…"; UserError "key-text-invalid" for anything else."""
    prefix, secret = bech32.decode(text)
    if prefix not in _IDENTITIES or len(secret) != crypto.KEY_BYTES or text != text.upper():
        raise UserError("key-text-invalid")
    return Identity(_IDENTITIES[prefix], secret)


def recipient_of(identity: Identity) -> Recipient:
    """Give the public half of an identity."""
    public_of = crypto.x25519_public if identity.type == CLASSIC else crypto.hpke_public
    return Recipient(identity.type, public_of(identity.secret))


def recipient_text(recipient: Recipient) -> str:
    """Write a recipient as the age tools do."""
    return bech32.encode("age" if recipient.type == CLASSIC else "age1pq", recipient.public)


def identity_text(identity: Identity) -> str:
    """Write an identity as the age tools do, in capitals."""
    prefix = "age-secret-key-" if identity.type == CLASSIC else "age-secret-key-pq-"
    return bech32.encode(prefix, identity.secret).upper()


def wrap(recipient: Recipient, file_key: bytes) -> Stanza:
    """Wrap a file key (16 bytes) to one recipient; UserError "key-invalid" for a public key that is none."""
    if recipient.type == POST_QUANTUM:
        sealed = crypto.hpke_seal(recipient.public, file_key, _POST_QUANTUM_INFO)
        enc, body = sealed[: crypto.HPKE_ENC_BYTES], sealed[crypto.HPKE_ENC_BYTES :]
        return Stanza(POST_QUANTUM, (base64_text(enc),), body)
    secret = crypto.random_bytes(crypto.KEY_BYTES)
    share = crypto.x25519_public(secret)
    key = _classic_key(crypto.x25519_shared(secret, recipient.public), share, recipient.public)
    return Stanza(CLASSIC, (base64_text(share),), crypto.seal(key, file_key))


def unwrap(stanzas: tuple[Stanza, ...], identities: tuple[Identity, ...]) -> bytes:
    """Give the file key that the first fitting pair of stanza and identity opens.

    Raises UserError "age-passphrase" for a file under a passphrase, which Baken does not open,
    "age-no-identity" when nothing fits, "age-header" for a stanza of a known type that is not well formed.
    """
    if any(stanza.type == _SCRYPT for stanza in stanzas):
        raise UserError("age-passphrase")
    for identity in identities:
        for stanza in stanzas:
            if stanza.type == identity.type:
                file_key = _open_stanza(stanza, identity)
                if file_key:
                    return file_key
    raise UserError("age-no-identity")


def _open_stanza(stanza: Stanza, identity: Identity) -> bytes:
    """Give the file key, or nothing when the stanza is for somebody else."""
    share_bytes = crypto.KEY_BYTES if identity.type == CLASSIC else crypto.HPKE_ENC_BYTES
    if len(stanza.arguments) != 1 or len(stanza.body) != _WRAP_BYTES:
        raise UserError("age-header")
    share = base64_bytes(stanza.arguments[0].encode())
    if len(share) != share_bytes:
        raise UserError("age-header")
    try:
        if identity.type == POST_QUANTUM:
            return crypto.hpke_open(identity.secret, share + stanza.body, _POST_QUANTUM_INFO)
        shared = crypto.x25519_shared(identity.secret, share)
        key = _classic_key(shared, share, crypto.x25519_public(identity.secret))
        return crypto.open_sealed(key, stanza.body)
    except UserError as refused:
        if refused.code == "key-invalid":  # a share of low order
            raise UserError("age-header") from None
        return b""


def _classic_key(shared: bytes, share: bytes, public: bytes) -> bytes:
    return crypto.hkdf(shared, _CLASSIC_INFO, salt=share + public)
