"""Enrolment: who asks is proven, what comes back says where and by which key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import UserError
from baken.wire import certificate, enrolment

FIRST, SECOND, LAPTOP = (bytes([number]) * 32 for number in (1, 2, 3))
PUBLIC = crypto.public_of(FIRST)
SITE = certificate.site_id(PUBLIC)
MAILBOX = crypto.public_of(LAPTOP).hex()


def _request(seed: bytes = FIRST, **changes: object) -> bytes:
    chosen = {
        "site": SITE,
        "site_seed": seed,
        "keys": (PUBLIC,),
        "links": (),
        "laptop_seed": LAPTOP,
        "created_ms": 1_794_000_000_000,
    } | changes
    return enrolment.make_request(**chosen)


def test_a_request_names_site_laptop_and_date_and_nobody() -> None:
    request = enrolment.read_request(_request())
    assert (request.site, request.laptop, request.created_ms) == (
        SITE,
        crypto.public_of(LAPTOP),
        1_794_000_000_000,
    )
    assert "name" not in enrolment.EnrolmentRequest.__struct_fields__


def test_a_site_with_a_second_key_asks_with_that_key() -> None:
    keys = (PUBLIC, crypto.public_of(SECOND))
    links = (certificate.link_key(FIRST, SITE, 1, keys[1]),)
    request = enrolment.read_request(_request(SECOND, keys=keys, links=links))
    assert request.site == SITE
    with pytest.raises(UserError, match="signature-invalid"):
        enrolment.read_request(_request(FIRST, keys=keys, links=links))


def test_whoever_lacks_the_site_key_cannot_ask_for_the_site() -> None:
    with pytest.raises(UserError, match="signature-invalid"):
        enrolment.read_request(_request(SECOND))
    with pytest.raises(UserError, match="card-invalid"):
        enrolment.read_request(_request(SECOND, keys=(crypto.public_of(SECOND),)))


def test_whoever_lacks_the_laptop_key_cannot_enrol_it() -> None:
    true = enrolment.read_request(_request())
    forged = enrolment.REQUESTS.sign(
        FIRST,
        enrolment.EnrolmentRequest(
            site=SITE,
            keys=(PUBLIC,),
            links=(),
            laptop=crypto.public_of(SECOND),
            created_ms=0,
            laptop_proof=true.laptop_proof,
        ),
    )
    with pytest.raises(UserError, match="signature-invalid"):
        enrolment.read_request(forged)


def test_the_fingerprint_is_that_of_the_card() -> None:
    card = certificate.SiteCard(
        site=SITE,
        name="Locatie Oost",
        code="OOST",
        practice=True,
        keys=(PUBLIC,),
        links=(),
        desk_recipient="age1pq1" + "q" * 20,
        desk_valid_until=0,
        staying=(),
    )
    request = enrolment.read_request(_request())
    assert enrolment.request_fingerprint(request) == certificate.fingerprint(card)


@pytest.mark.parametrize("place", range(0, len(_request()), 7))
def test_a_request_with_any_byte_changed_is_refused(place: int) -> None:
    data = bytearray(_request())
    data[place] ^= 1
    with pytest.raises(UserError):
        enrolment.read_request(bytes(data))


@given(st.binary(max_size=500))
def test_any_bytes_as_a_request_or_enrolment_give_a_user_error(data: bytes) -> None:
    for read in (enrolment.read_request, enrolment.read_enrolment):
        with pytest.raises(UserError):
            read(data)


@pytest.mark.parametrize(
    "address",
    [
        "https://registry.example",
        "https://registry.example:8443/baken",
        "http://127.0.0.1:8420",
        "http://[::1]:8420",
        "http://localhost:1",
    ],
)
def test_an_enrolment_survives_writing_and_reading(address: str) -> None:
    written = enrolment.Enrolment(address=address, mailbox=MAILBOX)
    assert enrolment.read_enrolment(enrolment.write_enrolment(written)) == written


def test_an_enrolment_may_be_laid_out_anew_by_hand() -> None:
    text = b'{\n  "mailbox": "%s",\n  "address": "https://registry.example"\n}\n' % MAILBOX.encode()
    assert enrolment.read_enrolment(text).address == "https://registry.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "registry.example",
        "http://registry.example",
        "http://127.0.0.1.registry.example",
        "http://127.0.0.1@registry.example",
        "https://user:word@registry.example",
        "https://registry.example/?a=b",
        "https://registry.example/#x",
        "https://",
        "https:///registry.example",
        "https://registry.example\\@127.0.0.1",
        "https://registry.example:99999",
        "https://[::1",
        "https://régistre.example",
        "ftp://registry.example",
        "file:///etc/passwd",
        "https://registry.example/ x",
        "https://registry.example/\r\nx: y",
    ],
)
def test_an_address_that_would_show_or_lose_the_traffic_is_refused(address: str) -> None:
    with pytest.raises(UserError, match="registry-address"):
        enrolment.check_address(address)
