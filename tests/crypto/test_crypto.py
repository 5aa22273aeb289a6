"""Known answers of published standards, and refusals."""

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, UserError

SEED = bytes(range(32))
BASE_POINT = bytes.fromhex("5866666666666666666666666666666666666666666666666666666666666666")
LOW_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]


def flip(data: bytes, position: int) -> bytes:
    changed = bytearray(data)
    changed[position % len(data)] ^= 1 + position % 255
    return bytes(changed)


def test_hkdf_gives_the_answer_of_rfc_5869_case_3() -> None:
    answer = crypto.hkdf(b"\x0b" * 22, "", length=42)
    assert answer.hex() == ("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")


@given(st.binary(max_size=80), st.binary(max_size=80), st.text(max_size=40), st.integers(1, 300))
def test_hkdf_agrees_with_another_implementation(key: bytes, salt: bytes, label: str, length: int) -> None:
    other = HKDF(hashes.SHA256(), length, salt, label.encode()).derive(key)
    assert crypto.hkdf(key, label, salt=salt, length=length) == other


@pytest.mark.parametrize("length", [0, 8161])
def test_hkdf_gives_no_length_outside_its_range(length: int) -> None:
    with pytest.raises(BugError):
        crypto.hkdf(SEED, "x", length=length)


def test_argon2id_gives_the_answer_of_the_reference_implementation() -> None:
    answer = crypto.argon2id(b"password", b"somesalt", memory_kib=65536, iterations=2, lanes=1, length=32)
    assert answer.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_sha256_and_hmac_give_published_answers() -> None:
    assert crypto.sha256(b"a", b"bc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    # RFC 4231, case 2
    assert crypto.hmac_sha256(b"Jefe", b"what do ya want for nothing?").hex() == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )


def test_random_bytes_have_the_size_asked_and_differ() -> None:
    assert len(crypto.random_bytes(16)) == 16
    assert crypto.new_seed() != crypto.new_seed()
    assert crypto.hpke_seed() != crypto.hpke_seed()


def test_equality_is_equality() -> None:
    assert crypto.is_equal(b"ab", b"ab")
    assert not crypto.is_equal(b"ab", b"ac")


def test_public_key_is_that_of_rfc_8032_test_1() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    assert crypto.public_of(seed).hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


@given(st.binary(max_size=100), st.integers(0, 10_000))
def test_a_signature_with_any_byte_changed_is_refused(message: bytes, position: int) -> None:
    public = crypto.public_of(SEED)
    signature = crypto.sign(SEED, "label", message)
    crypto.verify(public, "label", message, signature)
    with pytest.raises(UserError, match="signature-invalid"):
        crypto.verify(public, "label", message, flip(signature, position))
    with pytest.raises(UserError, match="signature-invalid"):
        crypto.verify(public, "label", message + b"\0", signature)


def test_a_signature_under_one_label_is_none_under_another() -> None:
    signature = crypto.sign(SEED, "label", b"one")
    with pytest.raises(UserError, match="signature-invalid"):
        crypto.verify(crypto.public_of(SEED), "labe", b"l\0one", signature)


@pytest.mark.parametrize("signature", [b"", bytes(63), bytes(65)])
def test_a_signature_of_another_size_is_refused(signature: bytes) -> None:
    with pytest.raises(UserError, match="signature-invalid"):
        crypto.verify(crypto.public_of(SEED), "label", b"", signature)


@pytest.mark.parametrize("public", LOW_ORDER)
def test_a_public_key_that_binds_to_nothing_is_refused(public: str) -> None:
    # Under the first of these, R = s·B with s = 1 is a signature of everything.
    with pytest.raises(UserError, match="key-invalid"):
        crypto.verify(bytes.fromhex(public), "label", b"anything", BASE_POINT + (1).to_bytes(32, "little"))


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_public_key_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(UserError, match="key-invalid"):
        crypto.Verifier(bytes(size))


def test_seal_gives_the_answer_of_rfc_8439() -> None:
    key = bytes(range(0x80, 0xA0))
    nonce = bytes.fromhex("070000004041424344454647")
    aad = bytes.fromhex("50515253c0c1c2c3c4c5c6c7")
    text = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        b"sunscreen would be it."
    )
    sealed = crypto.seal(key, text, nonce=nonce, aad=aad)
    assert sealed[-16:].hex() == "1ae10b594f09e26a7e902ecbd0600691"
    assert sealed[:16].hex() == "d31a8d34648e60db7b86afbc53ef7ec2"
    assert crypto.open_sealed(key, sealed, nonce=nonce, aad=aad) == text


@given(st.binary(max_size=100), st.integers(0, 10_000))
def test_a_sealed_text_with_any_byte_changed_is_refused(text: bytes, position: int) -> None:
    sealed = crypto.seal(SEED, text, aad=b"x")
    assert crypto.open_sealed(SEED, sealed, aad=b"x") == text
    with pytest.raises(UserError, match="seal-broken"):
        crypto.open_sealed(SEED, flip(sealed, position), aad=b"x")
    with pytest.raises(UserError, match="seal-broken"):
        crypto.open_sealed(SEED, sealed, aad=b"y")
    with pytest.raises(UserError, match="seal-broken"):
        crypto.open_sealed(SEED, sealed[: position % len(sealed)], aad=b"x")


def test_chunks_are_sealed_into_the_buffer_given() -> None:
    cipher = crypto.ChunkCipher(SEED)
    sealed, plain = bytearray(19), bytearray(3)
    cipher.seal_into(crypto.ZERO_NONCE, memoryview(b"abc"), memoryview(sealed))
    assert bytes(sealed) == crypto.seal(SEED, b"abc")
    cipher.open_into(crypto.ZERO_NONCE, memoryview(sealed), memoryview(plain))
    assert plain == b"abc"
    with pytest.raises(UserError, match="seal-broken"):
        cipher.open_into(b"\1" * 12, memoryview(sealed), memoryview(plain))


def test_x25519_gives_the_answer_of_rfc_7748() -> None:
    scalar = bytes.fromhex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4")
    point = bytes.fromhex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")
    assert crypto.x25519_shared(scalar, point).hex() == (
        "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    )


def test_both_sides_of_x25519_agree() -> None:
    other = crypto.sha256(SEED)
    shared = crypto.x25519_shared(SEED, crypto.x25519_public(other))
    assert crypto.x25519_shared(other, crypto.x25519_public(SEED)) == shared


@pytest.mark.parametrize("share", [bytes(32), b"\x01" + bytes(31), bytes(31)])
def test_an_x25519_share_of_low_order_or_wrong_size_is_refused(share: bytes) -> None:
    with pytest.raises(UserError, match="key-invalid"):
        crypto.x25519_shared(SEED, share)


def test_hpke_public_key_is_that_of_the_x_wing_draft() -> None:
    # draft-connolly-cfrg-xwing-kem, test vector 1
    seed = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    public = crypto.hpke_public(seed)
    assert len(public) == crypto.HPKE_PUBLIC_BYTES
    assert public.hex().startswith("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5")


@given(st.binary(max_size=100), st.integers(0, 10_000))
def test_an_hpke_message_with_any_byte_changed_is_refused(text: bytes, position: int) -> None:
    sealed = crypto.hpke_seal(crypto.hpke_public(SEED), text, b"info")
    assert crypto.hpke_open(SEED, sealed, b"info") == text
    with pytest.raises(UserError, match=r"seal-broken|key-invalid"):
        crypto.hpke_open(SEED, flip(sealed, position), b"info")
    with pytest.raises(UserError, match="seal-broken"):
        crypto.hpke_open(SEED, sealed, b"another")
    with pytest.raises(UserError, match="seal-broken"):
        crypto.hpke_open(bytes(32), sealed, b"info")


def test_an_hpke_message_with_a_share_of_low_order_or_none_is_refused() -> None:
    sealed = crypto.hpke_seal(crypto.hpke_public(SEED), b"text", b"info")
    with pytest.raises(UserError, match="key-invalid"):
        crypto.hpke_open(SEED, sealed[:1088] + bytes(32) + sealed[1120:], b"info")
    with pytest.raises(UserError, match="key-invalid"):
        crypto.hpke_open(SEED, sealed[:1119], b"info")


@pytest.mark.parametrize("public", [bytes(1215), b"\xff" * 1216])
def test_hpke_seals_to_no_key_that_is_none(public: bytes) -> None:
    with pytest.raises(UserError, match="key-invalid"):
        crypto.hpke_seal(public, b"text", b"info")


def test_hpke_seeds_have_32_bytes() -> None:
    with pytest.raises(BugError):
        crypto.hpke_public(bytes(31))
