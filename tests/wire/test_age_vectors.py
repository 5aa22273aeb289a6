"""All public test vectors of age (C2SP CCTV), one test each."""

import hashlib
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.wire import age

VECTORS = Path(__file__).parents[1] / "vectors" / "age"
NAMES = sorted(path.name for path in VECTORS.iterdir() if path.name != "LICENSE")
CODES = {
    "header failure": "age-header",
    "HMAC failure": "age-header-mac",
    "no match": "age-no-identity",
    "payload failure": "age-payload",
}
# An unprotected X25519 identity is needed to open anything: vectors for passphrases and armor name none that fits.
SPARE_IDENTITY = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"


def load(name: str) -> tuple[dict[str, list[str]], bytes]:
    head, _, body = (VECTORS / name).read_bytes().partition(b"\n\n")
    facts: dict[str, list[str]] = {}
    for line in head.decode().splitlines():
        key, _, value = line.partition(": ")
        facts.setdefault(key, []).append(value)
    if facts.get("compressed") == ["zlib"]:
        body = zlib.decompress(body)
    return facts, body


def outcome(body: bytes, identities: list[str]) -> tuple[str, bytes]:
    released = BytesIO()
    try:
        age.open_file(BytesIO(body), released, identities)
    except UserError as refused:
        return refused.code, released.getvalue()
    return "success", released.getvalue()


def test_there_are_143_vectors() -> None:
    assert len(NAMES) == 143


@pytest.mark.parametrize("name", NAMES)
def test_vector_has_its_outcome(name: str) -> None:
    facts, body = load(name)
    code, released = outcome(body, facts.get("identity", [SPARE_IDENTITY]))
    expected = facts["expect"][0]
    if "armored" in facts:
        # Baken writes and reads the binary form only (SPEC.md): each of these is refused before any key is tried.
        assert code in {"age-armor", "age-header"}
        assert released == b""
    elif "passphrase" in facts:
        # scrypt_uppercase names a type that nobody knows, which is no passphrase file but one for others.
        assert code == "age-no-identity" if name == "scrypt_uppercase" else code in {"age-passphrase", "age-header"}
        assert released == b""
    else:
        assert code == CODES.get(expected, expected)
        if "payload" in facts:
            assert hashlib.sha256(released).hexdigest() == facts["payload"][0]
