"""The vectors of mailbox.json follow from their keys, SPEC.md shows the same, and released samples are read."""

import json
import re
from pathlib import Path

import pytest

import baken.wire
from baken import crypto
from baken.wire import enrolment, registry

TESTS = Path(__file__).parents[1]
VECTORS: dict[str, str] = json.loads((TESTS / "vectors" / "mailbox.json").read_text())
SPEC = (Path(baken.wire.__file__).parent / "SPEC.md").read_text()
BLOCKS = re.findall(r"```mailbox ([a-z_0-9]+)\n(.*?)```", SPEC, re.DOTALL)


def vector(name: str) -> bytes:
    return bytes.fromhex(VECTORS[name])


REQUEST = registry.Request(
    mailbox=VECTORS["mailbox_public"],
    method="PUT",
    target=VECTORS["request_target"],
    body_sha256=crypto.sha256(vector("body")).hex(),
    time_ms=1_767_225_600_000,
    nonce="0d" * 16,
)


@pytest.mark.parametrize(("name", "text"), BLOCKS)
def test_the_specification_shows_the_vectors(name: str, text: str) -> None:
    assert text.replace("\n", "") == VECTORS[name]


def test_the_specification_shows_what_a_second_implementation_needs() -> None:
    assert {name for name, _ in BLOCKS} >= {
        "request_signed_bytes",
        "request_signature",
        "answer_signature",
        "receipt",
        "enrolment_request",
        "enrolment",
    }


def test_a_request_and_its_answer_follow_from_their_keys() -> None:
    assert crypto.public_of(vector("mailbox_seed")) == vector("mailbox_public")
    assert crypto.public_of(vector("laptop_seed")) == vector("laptop_public")
    assert registry.push_target("0e" * 16, ["0f" * 32]) == REQUEST.target
    assert REQUEST.signed_bytes() == vector("request_signed_bytes")
    headers = registry.request_headers(REQUEST, vector("laptop_seed"))
    assert headers[registry.SIGNATURE_HEADER] == VECTORS["request_signature"]
    body = crypto.sha256(vector("receipt")).hex()
    assert registry.sign_answer(vector("mailbox_seed"), REQUEST, 200, body) == VECTORS["answer_signature"]


def test_a_receipt_follows_from_its_key() -> None:
    receipt = registry.read_receipt(vector("receipt"), VECTORS["mailbox_public"])
    assert receipt == registry.Receipt(
        mailbox=VECTORS["mailbox_public"],
        bundle="0e" * 16,
        sha256=REQUEST.body_sha256,
        size_bytes=29,
        stored_ms=1_767_225_600_123,
        sender=VECTORS["site"],
        addressees=("0f" * 32,),
    )
    assert registry.sign_receipt(vector("mailbox_seed"), receipt) == vector("receipt")


def test_an_enrolment_follows_from_its_keys() -> None:
    request = enrolment.read_request(vector("enrolment_request"))
    assert (request.site, request.laptop) == (VECTORS["site"], vector("laptop_public"))
    made = enrolment.make_request(
        site=request.site,
        site_seed=vector("site_seed"),
        keys=request.keys,
        links=request.links,
        laptop_seed=vector("laptop_seed"),
        created_ms=request.created_ms,
    )
    assert made == vector("enrolment_request")
    read = enrolment.read_enrolment(VECTORS["enrolment"].encode())
    assert read.mailbox == VECTORS["mailbox_public"]


def test_the_specification_names_every_refusal_and_its_status() -> None:
    from baken_registry.refusals import STATUS

    for refusal, status in STATUS.items():
        line = next(line for line in SPEC.splitlines() if line.startswith("| ") and f"`{refusal.value}`" in line)
        assert f"| {status} |" in line
    assert set(STATUS) == set(registry.Refusal)


def test_released_samples_are_read_for_ever() -> None:
    corpora = TESTS / "corpora"
    receipt = registry.read_receipt((corpora / "mailbox-receipt-v1.bin").read_bytes(), VECTORS["mailbox_public"])
    assert receipt.bundle == "0e" * 16
    assert enrolment.read_request((corpora / "enrolment-request-v1.bin").read_bytes()).site == VECTORS["site"]
    read = enrolment.read_enrolment((corpora / "enrolment-v1.json").read_bytes())
    assert read.address == "https://registry.example"
