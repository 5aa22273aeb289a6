from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, UserError
from baken.wire.certificate import (
    CARDS,
    CERTIFICATES,
    Certificate,
    LastAccepted,
    Revocation,
    SiteCard,
    fingerprint,
    link_key,
    read_certificate,
    sign_card,
    sign_certificate,
    sign_revocation,
    verify_card,
    verify_certificate,
    verify_revocation,
)
from baken.wire.signed import DocumentKind

from .sites import Site, flip, seed_of


@dataclass(frozen=True, kw_only=True)
class Renewed:
    """A site that has renewed its key once."""

    seed: bytes
    card: SiteCard


def renew(site: Site, *staying: bytes) -> Renewed:
    seed = seed_of(f"{site.name} second site key")
    public = crypto.public_of(seed)
    card = msgspec.structs.replace(
        site.card,
        keys=(*site.card.keys, public),
        links=(link_key(site.seed, site.id, 1, public),),
        staying=tuple(crypto.sha256(document).hex() for document in staying),
    )
    return Renewed(seed=seed, card=card)


def revocation(site: Site, seed: bytes) -> bytes:
    last = LastAccepted(writer=site.writer.hex(), sequence=3)
    return sign_revocation(seed, Revocation(site=site.id, serial=bytes(16), writers=(last,)))


def test_a_certificate_verifies_under_the_card_of_its_site(east: Site) -> None:
    certificate = verify_certificate(east.certificate, east.card)
    assert certificate.sign_public == crypto.public_of(east.writer_seed)
    assert certificate == read_certificate(east.certificate).value


@given(position=st.integers(0, 10_000))
def test_a_certificate_with_any_byte_changed_is_refused(east: Site, position: int) -> None:
    with pytest.raises(UserError):
        verify_certificate(flip(east.certificate, position), east.card)


@given(position=st.integers(0, 10_000))
def test_a_certificate_cut_short_is_refused(east: Site, position: int) -> None:
    with pytest.raises(UserError, match="malformed"):
        read_certificate(east.certificate[: position % len(east.certificate)])


def test_a_certificate_of_another_site_or_for_practice_is_refused(east: Site, west: Site) -> None:
    with pytest.raises(UserError, match="certificate-other-site"):
        verify_certificate(east.certificate, west.card)
    with pytest.raises(UserError, match="certificate-other-site"):
        verify_certificate(east.certify(practice=False), east.card)
    forged = sign_certificate(west.seed, read_certificate(east.certificate).value)
    with pytest.raises(UserError, match="certificate-invalid"):
        verify_certificate(forged, east.card)


def test_after_a_new_site_key_only_listed_certificates_stay(east: Site) -> None:
    with pytest.raises(UserError, match="certificate-invalid"):
        verify_certificate(east.certificate, renew(east).card)
    assert verify_certificate(east.certificate, renew(east, east.certificate).card)


def test_a_listed_serial_does_not_save_another_certificate(east: Site) -> None:
    # Whoever was removed may still hold the old key, and copies the serial of a certificate that stays.
    card = renew(east, east.certificate).card
    with pytest.raises(UserError, match="certificate-invalid"):
        verify_certificate(east.certify(name="Iemand anders"), card)


def test_certificates_under_the_new_key_need_no_list(east: Site) -> None:
    renewed = renew(east)
    document = sign_certificate(renewed.seed, read_certificate(east.certificate).value)
    assert verify_certificate(document, renewed.card)


def test_a_revocation_follows_the_rule_of_certificates(east: Site, west: Site) -> None:
    document = revocation(east, east.seed)
    assert verify_revocation(document, east.card).writers[0].sequence == 3
    with pytest.raises(UserError, match="certificate-other-site"):
        verify_revocation(document, west.card)
    with pytest.raises(UserError, match="certificate-invalid"):
        verify_revocation(document, renew(east).card)
    assert verify_revocation(document, renew(east, document).card)


def test_a_document_of_one_kind_is_none_of_another(east: Site) -> None:
    with pytest.raises(UserError, match="malformed"):
        verify_card(east.certificate)
    swapped = CARDS.tag + east.certificate[4:]
    with pytest.raises(UserError, match="malformed"):
        verify_card(swapped)


def test_two_kinds_with_one_shape_have_two_signatures(east: Site) -> None:
    twin = DocumentKind(tag=CERTIFICATES.tag, label="another label", shape=Certificate)
    with pytest.raises(UserError, match="signature-invalid"):
        CERTIFICATES.verify(
            east.card.site_public, twin.read(twin.sign(east.seed, read_certificate(east.certificate).value))
        )


@pytest.mark.parametrize(
    "changes",
    [
        {"site": "ab"},
        {"laptop": "AB" * 16},
        {"name": ""},
        {"sign_public": bytes(31)},
        {"recipient": "age1qqq"},
        {"capabilities": ("Write",)},
        {"capabilities": ("write",) * 33},
        {"valid_until": -1},
        {"serial": bytes(15)},
    ],
)
def test_a_certificate_outside_the_format_is_never_signed(east: Site, changes: dict[str, object]) -> None:
    with pytest.raises(UserError, match="malformed"):
        east.certify(**changes)


def test_a_card_verifies_and_gives_its_fingerprint(east: Site) -> None:
    data = sign_card(east.seed, east.card)
    assert verify_card(data) == east.card
    digest = crypto.sha256(east.card.site_public).hex().upper()
    assert fingerprint(east.card) == " ".join(digest[start : start + 4] for start in range(0, 32, 4))


def test_a_card_with_a_chain_of_keys_keeps_the_name_of_the_site(east: Site) -> None:
    renewed = renew(east)
    card = verify_card(sign_card(renewed.seed, renewed.card))
    assert card.site == east.id
    assert fingerprint(card) != fingerprint(east.card)


@given(position=st.integers(0, 10_000))
def test_a_card_with_any_byte_changed_is_refused(east: Site, position: int) -> None:
    with pytest.raises(UserError):
        verify_card(flip(sign_card(east.seed, east.card), position))


def test_a_card_whose_keys_do_not_follow_each_other_is_refused(east: Site, west: Site) -> None:
    renewed = renew(east)
    for card in (
        msgspec.structs.replace(renewed.card, links=()),
        msgspec.structs.replace(renewed.card, links=(link_key(west.seed, east.id, 1, renewed.card.keys[1]),)),
        msgspec.structs.replace(renewed.card, links=(link_key(east.seed, east.id, 2, renewed.card.keys[1]),)),
        msgspec.structs.replace(renewed.card, keys=renewed.card.keys[::-1]),
        msgspec.structs.replace(renewed.card, site=west.id),
    ):
        with pytest.raises(UserError, match=r"card-invalid|signature-invalid"):
            verify_card(CARDS.sign(renewed.seed, card))


def test_a_card_is_signed_by_its_current_key_only(east: Site) -> None:
    with pytest.raises(BugError):
        sign_card(east.seed, renew(east).card)
    with pytest.raises(UserError, match="signature-invalid"):
        verify_card(CARDS.sign(east.seed, renew(east).card))


@given(data=st.binary(max_size=200))
def test_arbitrary_bytes_are_no_document(data: bytes) -> None:
    for text in (data, CARDS.tag + data):
        with pytest.raises(UserError, match="malformed"):
            verify_card(text)
