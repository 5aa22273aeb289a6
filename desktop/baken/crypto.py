"""Keys and the operations on them; the only importer of `cryptography`.

Promises: every secret input is of the exact size it must have, every refusal of bytes from outside is a
`UserError`, and a verification raises or returns nothing. It must never choose a format: bytes that leave the
process are laid out in `wire/`, files of the vault in `store/`. Suite 1 of Baken is Ed25519, X-Wing
(ML-KEM-768 with X25519) through HPKE, ChaCha20-Poly1305, SHA-256, HKDF-SHA256 and Argon2id.
"""

import hashlib
import hmac
import os
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from baken.errors import BugError, UserError

KEY_BYTES: Final = 32
SIGNATURE_BYTES: Final = 64
TAG_BYTES: Final = 16
NONCE_BYTES: Final = 12
ZERO_NONCE: Final = bytes(NONCE_BYTES)
HPKE_PUBLIC_BYTES: Final = 1216
HPKE_ENC_BYTES: Final = 1120
HPKE_OVERHEAD_BYTES: Final = HPKE_ENC_BYTES + TAG_BYTES

_HASH_BYTES: Final = 32
_MLKEM_PUBLIC_BYTES: Final = 1184
_MLKEM_CIPHERTEXT_BYTES: Final = 1088
_SHA256 = hashes.SHA256()
_HPKE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)

# y coordinates (sign bit cleared) of the points of order 1, 2, 4 and 8 of edwards25519, with the two encodings
# that exceed the field. Under such a key one signature holds for many messages, so a key of this list binds its
# holder to nothing. Source: Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs" (2020), table 6.
_LOW_ORDER_Y = frozenset(
    bytes.fromhex(text)
    for text in (
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    )
)


def random_bytes(size: int) -> bytes:
    """Draw `size` bytes from the operating system's generator."""
    return os.urandom(size)


def sha256(*parts: bytes) -> bytes:
    """SHA-256 of the parts laid end to end: 32 bytes."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256: 32 bytes. Source: RFC 2104."""
    authentication = HMAC(key, _SHA256)
    authentication.update(message)
    return authentication.finalize()


def is_equal(left: bytes, right: bytes) -> bool:
    """Whether two byte strings are equal, in time that does not depend on where they differ."""
    return hmac.compare_digest(left, right)


def hkdf(key: bytes, label: str, *, salt: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """HKDF-SHA256 of `key` with `label` as info: `length` bytes, at most 8,160. Source: RFC 5869."""
    if not 0 < length <= 255 * _HASH_BYTES:
        raise BugError("hkdf length")
    return HKDF(_SHA256, length, salt, label.encode()).derive(key)


def argon2id(secret: bytes, salt: bytes, *, memory_kib: int, iterations: int, lanes: int, length: int = 64) -> bytes:
    """Argon2id version 1.3: `length` bytes. The bounds on the parameters are the caller's. Source: RFC 9106."""
    derivation = Argon2id(salt=salt, length=length, iterations=iterations, lanes=lanes, memory_cost=memory_kib)
    return derivation.derive(secret)


def new_seed() -> bytes:
    """Make a fresh 32-byte seed for Ed25519."""
    return random_bytes(KEY_BYTES)


def public_of(seed: bytes) -> bytes:
    """Give the 32-byte Ed25519 public key of `seed`."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, label: str, message: bytes) -> bytes:
    """Ed25519 signature (64 bytes) over label ‖ 0 ‖ message; the label says what kind of statement this is."""
    return Ed25519PrivateKey.from_private_bytes(seed).sign(label.encode() + b"\0" + message)


def verify(public: bytes, label: str, message: bytes, signature: bytes) -> None:
    """Return if `signature` is by `public` over label ‖ 0 ‖ message.

    Raises UserError "key-invalid" for a public key that is none, "signature-invalid" for anything else.
    """
    Verifier(public).verify(label, message, signature)


class Verifier:
    """A public key made ready once, to verify many signatures."""

    __slots__ = ("_key",)

    def __init__(self, public: bytes) -> None:
        """Read 32 bytes; UserError "key-invalid" for a wrong size or a point of low order."""
        if len(public) != KEY_BYTES or public[:-1] + bytes((public[-1] & 0x7F,)) in _LOW_ORDER_Y:
            raise UserError("key-invalid")
        self._key = Ed25519PublicKey.from_public_bytes(public)

    def verify(self, label: str, message: bytes, signature: bytes) -> None:
        """Return if the signature holds over label ‖ 0 ‖ message; UserError "signature-invalid" otherwise."""
        try:
            self._key.verify(signature, label.encode() + b"\0" + message)
        except InvalidSignature:
            raise UserError("signature-invalid") from None


def seal(key: bytes, plaintext: bytes, *, nonce: bytes = ZERO_NONCE, aad: bytes = b"") -> bytes:
    """ChaCha20-Poly1305: ciphertext ‖ 16-byte tag. The zero nonce is for keys that seal once. RFC 8439."""
    return ChaCha20Poly1305(key).encrypt(nonce, plaintext, aad)


def open_sealed(key: bytes, sealed: bytes, *, nonce: bytes = ZERO_NONCE, aad: bytes = b"") -> bytes:
    """Open what `seal` sealed; UserError "seal-broken" if one bit differs or the key is another."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, aad)
    except InvalidTag:
        raise UserError("seal-broken") from None


class ChunkCipher:
    """ChaCha20-Poly1305 under one key into buffers of the caller, for files that are sealed in chunks."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes) -> None:
        self._aead = ChaCha20Poly1305(key)

    def seal_into(self, nonce: bytes, plaintext: memoryview, sealed: memoryview) -> None:
        """Fill `sealed`, which must be 16 bytes longer than `plaintext`."""
        self._aead.encrypt_into(nonce, plaintext, None, sealed)

    def open_into(self, nonce: bytes, sealed: memoryview, plaintext: memoryview) -> None:
        """Fill `plaintext`, 16 bytes shorter than `sealed`; UserError "seal-broken" leaves it meaningless."""
        try:
            self._aead.decrypt_into(nonce, sealed, None, plaintext)
        except InvalidTag:
            raise UserError("seal-broken") from None


def x25519_public(secret: bytes) -> bytes:
    """Give the X25519 public share (32 bytes) of a 32-byte secret. Source: RFC 7748."""
    return X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def x25519_shared(secret: bytes, share: bytes) -> bytes:
    """Agree on a shared secret (32 bytes); UserError "key-invalid" for a share of low order or wrong size."""
    try:
        return X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(share))
    except ValueError:
        raise UserError("key-invalid") from None


def hpke_seed() -> bytes:
    """Make a fresh 32-byte seed of an X-Wing pair (ML-KEM-768 with X25519)."""
    return random_bytes(KEY_BYTES)


def _hpke_parts(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    """SHAKE256 stretches the seed to the ML-KEM seed (64 bytes) and the X25519 scalar (32 bytes).

    Source: draft-connolly-cfrg-xwing-kem, "Key derivation"; C2SP age.md, "mlkem768x25519".
    """
    if len(seed) != KEY_BYTES:
        raise BugError("hpke seed")
    stretched = hashlib.shake_256(seed).digest(96)
    return (
        MLKEM768PrivateKey.from_seed_bytes(stretched[:64]),
        X25519PrivateKey.from_private_bytes(stretched[64:]),
    )


def hpke_public(seed: bytes) -> bytes:
    """Give the public key (1,216 bytes: ML-KEM-768 encapsulation key, X25519 share) of `seed`."""
    lattice, curve = _hpke_parts(seed)
    return lattice.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def hpke_seal(public: bytes, plaintext: bytes, info: bytes) -> bytes:
    """HPKE base mode, one message, no associated data: enc (1,120 bytes) ‖ ciphertext ‖ tag.

    Raises UserError "key-invalid" for a public key that is none. Source: RFC 9180.
    """
    if len(public) != HPKE_PUBLIC_BYTES:
        raise UserError("key-invalid")
    try:
        key = hpke.MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC_BYTES]),
            X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC_BYTES:]),
        )
        return _HPKE.encrypt(plaintext, key, info)
    except ValueError:
        raise UserError("key-invalid") from None


def hpke_open(seed: bytes, sealed: bytes, info: bytes) -> bytes:
    """Open what `hpke_seal` sealed.

    Raises UserError "key-invalid" when the X25519 share is of low order or `sealed` is too short to hold one,
    "seal-broken" when it was sealed to another key or one bit differs.
    """
    if len(sealed) < HPKE_OVERHEAD_BYTES:
        raise UserError("key-invalid")
    lattice, curve = _hpke_parts(seed)
    x25519_shared(seed, sealed[_MLKEM_CIPHERTEXT_BYTES:HPKE_ENC_BYTES])  # refuses a share of low order
    try:
        return _HPKE.decrypt(sealed, hpke.MLKEM768X25519PrivateKey(lattice, curve), info)
    except InvalidTag:
        raise UserError("seal-broken") from None
