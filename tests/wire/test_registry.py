"""The bytes between laptop and mailbox: what is signed, what is refused, and that nothing else gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import UserError
from baken.wire import codec, registry

SEED = bytes(range(32))
LAPTOP = bytes(range(1, 33))
MAILBOX = crypto.public_of(SEED).hex()
EAST, WEST = "1" * 64, "2" * 64
BUNDLE = "ab" * 16
RECEIPT = registry.Receipt(
    mailbox=MAILBOX,
    bundle=BUNDLE,
    sha256="cd" * 32,
    size_bytes=1234,
    stored_ms=1_794_000_000_000,
    sender=EAST,
    addressees=(EAST, WEST),
)
REQUEST = registry.Request(
    mailbox=MAILBOX,
    method="PUT",
    target=registry.push_target(BUNDLE, [WEST]),
    body_sha256="cd" * 32,
    time_ms=1_794_000_000_000,
    nonce="0f" * 16,
)


def _read(request: registry.Request, headers: dict[str, str]) -> tuple[str, registry.Request]:
    return registry.read_request(request.mailbox, request.method, request.target, headers)


def test_a_signed_request_is_read_as_it_was_signed() -> None:
    headers = registry.request_headers(REQUEST, LAPTOP)
    assert _read(REQUEST, headers) == (crypto.public_of(LAPTOP).hex(), REQUEST)


@pytest.mark.parametrize(
    ("mailbox", "method", "target"),
    [
        (crypto.public_of(LAPTOP).hex(), "PUT", REQUEST.target),
        (MAILBOX, "GET", REQUEST.target),
        (MAILBOX, "PUT", REQUEST.target + ",x"),
        (MAILBOX, "PU", "T" + REQUEST.target),
    ],
)
def test_a_request_is_good_for_one_mailbox_method_and_target(mailbox: str, method: str, target: str) -> None:
    headers = registry.request_headers(REQUEST, LAPTOP)
    with pytest.raises(UserError, match="signature-invalid"):
        registry.read_request(mailbox, method, target, headers)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (registry.LAPTOP_HEADER, crypto.public_of(SEED).hex()),
        (registry.TIME_HEADER, "1794000000001"),
        (registry.NONCE_HEADER, "0e" * 16),
        (registry.BODY_HEADER, "ce" * 32),
        (registry.SIGNATURE_HEADER, "00" * 64),
    ],
)
def test_no_header_of_a_signed_request_can_be_changed(name: str, value: str) -> None:
    headers = registry.request_headers(REQUEST, LAPTOP) | {name: value}
    with pytest.raises(UserError, match="signature-invalid"):
        _read(REQUEST, headers)


@pytest.mark.parametrize("name", list(registry.request_headers(REQUEST, LAPTOP)))
@pytest.mark.parametrize("value", ["", "x", "AB" * 32, "ab" * 200, "-1", "1.0", "01", "٣", "9" * 40, "ab" * 32 + "\n"])
def test_a_header_that_is_not_what_it_must_be_is_malformed(name: str, value: str) -> None:
    headers = registry.request_headers(REQUEST, LAPTOP) | {name: value}
    with pytest.raises(UserError, match="malformed"):
        _read(REQUEST, headers)


@pytest.mark.parametrize("name", list(registry.request_headers(REQUEST, LAPTOP)))
def test_a_missing_header_is_malformed(name: str) -> None:
    headers = registry.request_headers(REQUEST, LAPTOP)
    del headers[name]
    with pytest.raises(UserError, match="malformed"):
        _read(REQUEST, headers)


@given(st.dictionaries(st.sampled_from(list(registry.request_headers(REQUEST, LAPTOP))), st.text()))
def test_any_headers_give_a_user_error_and_nothing_else(headers: dict[str, str]) -> None:
    with pytest.raises(UserError):
        _read(REQUEST, registry.request_headers(REQUEST, LAPTOP) | headers | {registry.SIGNATURE_HEADER: "00" * 64})


def test_the_key_of_low_order_signs_for_nobody() -> None:
    headers = registry.request_headers(REQUEST, LAPTOP) | {registry.LAPTOP_HEADER: "01" + "00" * 31}
    with pytest.raises(UserError, match="key-invalid"):
        _read(REQUEST, headers)


def test_an_answer_is_bound_to_its_request_status_and_body() -> None:
    body = crypto.sha256(b"body").hex()
    signature = registry.sign_answer(SEED, REQUEST, 200, body)
    registry.verify_answer(REQUEST, 200, body, signature)
    other = registry.Request(
        mailbox=MAILBOX,
        method=REQUEST.method,
        target=REQUEST.target,
        body_sha256=REQUEST.body_sha256,
        time_ms=REQUEST.time_ms,
        nonce="00" * 16,
    )
    for request, status, sha256 in (
        (other, 200, body),
        (REQUEST, 404, body),
        (REQUEST, 200, crypto.sha256(b"other").hex()),
    ):
        with pytest.raises(UserError, match="signature-invalid"):
            registry.verify_answer(request, status, sha256, signature)


@pytest.mark.parametrize("signature", ["", "00", "zz" * 64, "00" * 64])
def test_an_answer_without_a_good_signature_is_refused(signature: str) -> None:
    with pytest.raises(UserError, match="signature-invalid"):
        registry.verify_answer(REQUEST, 200, registry.EMPTY_SHA256, signature)


def test_a_receipt_says_what_was_signed() -> None:
    assert registry.read_receipt(registry.sign_receipt(SEED, RECEIPT), MAILBOX) == RECEIPT


def test_a_receipt_of_another_mailbox_is_refused() -> None:
    data = registry.sign_receipt(SEED, RECEIPT)
    with pytest.raises(UserError, match="signature-invalid"):
        registry.read_receipt(data, crypto.public_of(LAPTOP).hex())


@pytest.mark.parametrize("place", range(len(registry.sign_receipt(SEED, RECEIPT))))
def test_a_receipt_with_any_byte_changed_is_refused(place: int) -> None:
    data = bytearray(registry.sign_receipt(SEED, RECEIPT))
    data[place] ^= 1
    with pytest.raises(UserError):
        registry.read_receipt(bytes(data), MAILBOX)


@given(st.binary(max_size=400))
def test_any_bytes_as_a_receipt_give_a_user_error(data: bytes) -> None:
    with pytest.raises(UserError):
        registry.read_receipt(data, MAILBOX)


def test_addressees_are_sorted_and_named_once_in_a_push() -> None:
    assert registry.push_target(BUNDLE, [WEST, EAST, WEST]) == f"/v1/bundles/{BUNDLE}?to={EAST},{WEST}"


def test_addressees_are_read_as_written() -> None:
    assert registry.read_addressees(f"{EAST},{WEST}") == (EAST, WEST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ",",
        EAST.upper().replace("1", "A"),
        f"{WEST},{EAST}",
        f"{EAST},{EAST}",
        f"{EAST},",
        f"{EAST} ",
        ",".join(f"{number:064x}" for number in range(registry.MAX_ADDRESSEES + 1)),
    ],
)
def test_addressees_that_a_laptop_would_not_write_are_malformed(text: str) -> None:
    with pytest.raises(UserError, match="malformed"):
        registry.read_addressees(text)


def test_the_place_after_which_a_list_goes_on_is_read_as_written() -> None:
    line = registry.WaitingBundle(sender=EAST, bundle=BUNDLE, sha256="cd" * 32, size_bytes=1, stored_ms=2)
    target = registry.waiting_target(line)
    assert registry.read_after(target.partition("after=")[2]) == (EAST, BUNDLE)
    assert registry.waiting_target() == "/v1/waiting"


@pytest.mark.parametrize("text", ["", ".", EAST, f"{EAST}.", f".{BUNDLE}", f"{EAST}.{BUNDLE}.{BUNDLE}"])
def test_a_place_in_a_list_that_names_no_bundle_is_malformed(text: str) -> None:
    with pytest.raises(UserError, match="malformed"):
        registry.read_after(text)


def test_targets_name_sender_and_bundle() -> None:
    assert registry.receipt_target(BUNDLE) == f"/v1/receipts/{BUNDLE}"
    assert registry.pull_target(EAST, BUNDLE) == f"/v1/bundles/{EAST}/{BUNDLE}"
    assert registry.acknowledge_target(EAST, BUNDLE) == f"/v1/bundles/{EAST}/{BUNDLE}/acknowledgement"


def test_the_longest_list_fits_into_a_small_answer() -> None:
    line = registry.WaitingBundle(
        sender=EAST, bundle=BUNDLE, sha256="cd" * 32, size_bytes=registry.MAX_BUNDLE_BYTES, stored_ms=2**53 - 1
    )
    whole = registry.WaitingList(items=(line,) * registry.MAX_WAITING, more=True)
    data = codec.encode(whole)
    assert len(data) <= registry.MAX_SMALL_ANSWER_BYTES
    read = codec.decode(data, registry.WaitingList, what="waiting", cap_bytes=registry.MAX_SMALL_ANSWER_BYTES)
    assert read == whole


def test_a_bundle_larger_than_the_cap_cannot_be_announced() -> None:
    data = codec.encode(registry.WaitingList(items=(), more=False)).replace(
        b"[]",
        b'[{"sender":"%s","bundle":"%s","sha256":"%s","size_bytes":%d,"stored_ms":0}]'
        % (EAST.encode(), BUNDLE.encode(), b"cd" * 32, registry.MAX_BUNDLE_BYTES + 1),
    )
    with pytest.raises(UserError, match="malformed"):
        codec.decode(data, registry.WaitingList, what="waiting", cap_bytes=registry.MAX_SMALL_ANSWER_BYTES)
