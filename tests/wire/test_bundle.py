"""Bundles written here are read here; every other bundle changes nothing and is refused by name."""

from dataclasses import replace
from io import BytesIO

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, Cancelled, UserError
from baken.wire import age, bundle, bundle_reader, records
from baken.wire.bundle import split_parts, write_bundle
from baken.wire.bundle_reader import VerifiedBundle, inspect_bundle, read_bundle, read_records, verify_bundle
from baken.wire.entry import SealedPart
from baken.wire.manifest import CLOSING_LABEL, BundleKind, Receipt, ReceiptResult, sign_receipt
from baken.wire.records import PREFIX, BundleAttachment, BundleEntry, RecordType, pack_entry, pack_record, padded_size

from .sites import Site, flip, make_site


def allow(_part: SealedPart) -> None:
    """Let every kind in; which may come is for the rooms above."""


def verify(data: bytes, site: Site, *trusted: Site) -> VerifiedBundle:
    cards = {known.id: known.card for known in (site, *trusted)}
    return verify_bundle(BytesIO(data), [site.desk_identity], own_site=site.id, cards=cards, check_part=allow)


def refusal(data: bytes, site: Site, *trusted: Site) -> UserError:
    with pytest.raises(UserError) as refused:
        verify(data, site, *trusted)
    return refused.value


def read(data: bytes, site: Site, verified: VerifiedBundle) -> list[BundleEntry]:
    return list(read_bundle(BytesIO(data), [site.desk_identity], verified))


def plaintext(data: bytes, site: Site) -> list[tuple[int, bytes]]:
    """The records of a bundle, without the padding."""
    text = age.open_bytes(data, [site.desk_identity])
    found = []
    position = 0
    while position < len(text):
        code, size = PREFIX.unpack_from(text, position)
        position += PREFIX.size
        found.append((code, text[position : position + size]))
        position += size
    return found[:-1]


def sealed(items: list[tuple[int, bytes]], site: Site, *, padding: bytes | None = None) -> bytes:
    """A bundle of any records, padded as it should be."""
    text = b"".join(PREFIX.pack(code, len(value)) + value for code, value in items)
    size = len(text) + PREFIX.size
    rest = bytes(padded_size(size) - size) if padding is None else padding
    text += PREFIX.pack(RecordType.PADDING.value, len(rest)) + rest
    return age.seal_bytes(text, [site.card.desk_recipient])


def closed(items: list[tuple[int, bytes]], sender: Site) -> list[tuple[int, bytes]]:
    """The records with a closing record that holds for them, as a dishonest sender would make it."""
    text = b"".join(PREFIX.pack(code, len(value)) + value for code, value in items)
    digest = crypto.sha256(text)
    return [*items, (RecordType.CLOSING.value, digest + crypto.sign(sender.writer_seed, CLOSING_LABEL, digest))]


def test_a_bundle_verifies_and_gives_its_entries(east: Site, west: Site) -> None:
    items = east.items(5)
    data = east.bundle(to=west, items=items)
    verified = verify(data, west, east)
    assert verified.manifest.entries == 5
    assert verified.sender.name == "Fatima"
    assert verified.receipts == ()
    assert read(data, west, verified) == items


def test_entries_of_a_third_site_travel_with_their_own_certificate(east: Site, west: Site) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    items = [*third.items(2), *east.items(2)]
    data = east.bundle(to=west, items=items)
    assert read(data, west, verify(data, west, east, third)) == items
    refused = refusal(data, west, east)
    assert (refused.code, refused.params) == ("site-not-trusted", {"site": third.id})


def test_the_size_of_a_bundle_tells_little(east: Site, west: Site) -> None:
    sizes = {len(age.open_bytes(east.bundle(to=west, items=east.items(n)), [west.desk_identity])) for n in range(1, 9)}
    assert sizes == {records.PLAINTEXT_MIN_BYTES}


def test_a_look_at_a_bundle_trusts_nobody(east: Site, west: Site) -> None:
    claims = inspect_bundle(BytesIO(east.bundle(to=west, items=east.items(1))), [west.desk_identity])
    assert claims.manifest.site == east.id
    assert claims.sender.name == "Fatima"


def test_progress_is_told_and_may_cancel(east: Site, west: Site) -> None:
    data = east.bundle(to=west, items=east.items(130))
    heard: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> None:
        heard.append((done, total))
        if done > 100:
            raise Cancelled

    with pytest.raises(Cancelled):
        verify_bundle(
            BytesIO(data),
            [west.desk_identity],
            own_site=west.id,
            cards={west.id: west.card, east.id: east.card},
            check_part=allow,
            progress=listen,
        )
    assert heard == [(64, 130), (128, 130)]


def test_receipts_come_with_their_bytes(east: Site, west: Site) -> None:
    receipt = Receipt(
        bundle="0b" * 16,
        site=west.id,
        received_ms=5,
        result=ReceiptResult.IMPORTED,
        certificate=west.certificate,
    )
    document = sign_receipt(west.writer_seed, receipt)
    data = west.bundle(to=east, receipts=[document])
    verified = verify(data, east, west)
    assert [(item.receipt, item.data) for item in verified.receipts] == [(receipt, document)]
    assert read(data, east, verified) == []


def test_a_receipt_of_another_site_than_the_sender_is_refused(east: Site, west: Site) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    receipt = Receipt(
        bundle="0b" * 16, site=third.id, received_ms=5, result=ReceiptResult.REFUSED, certificate=third.certificate
    )
    data = west.bundle(to=east, receipts=[sign_receipt(third.writer_seed, receipt)])
    assert refusal(data, east, west, third).code == "certificate-other-site"


@given(position=st.integers(0, 100_000))
def test_a_bundle_with_any_byte_changed_is_refused(east: Site, west: Site, position: int) -> None:
    data = flip(east.bundle(to=west, items=east.items(2)), position)
    assert refusal(data, west, east).code in {"not-a-bundle", "not-addressed-to-us", "bundle-damaged"}


@given(position=st.integers(0, 100_000))
def test_a_bundle_cut_short_is_refused(east: Site, west: Site, position: int) -> None:
    data = east.bundle(to=west, items=east.items(2))
    code = refusal(data[: position % len(data)], west, east).code
    assert code in {"not-a-bundle", "bundle-damaged"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"-----BEGIN AGE ENCRYPTED FILE-----\n"])
def test_another_file_is_no_bundle(data: bytes, east: Site, west: Site) -> None:
    assert refusal(data, west, east).code == "not-a-bundle"


def test_a_bundle_for_somebody_else_is_not_addressed_to_us(east: Site, west: Site) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    assert refusal(east.bundle(to=third, items=east.items(1)), west, east).code == "not-addressed-to-us"


def test_a_bundle_sealed_again_to_us_is_still_not_addressed_to_us(east: Site, west: Site) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    text = age.open_bytes(east.bundle(to=third, items=east.items(1)), [third.desk_identity])
    passed_on = age.seal_bytes(text, [west.card.desk_recipient])
    assert refusal(passed_on, west, east).code == "not-addressed-to-us"


def test_a_sender_that_is_not_trusted_is_refused_by_site(east: Site, west: Site) -> None:
    refused = refusal(east.bundle(to=west, items=east.items(1)), west)
    assert (refused.code, refused.params) == ("site-not-trusted", {"site": east.id})


def test_a_sender_whose_certificate_is_of_another_site_is_refused(east: Site, west: Site) -> None:
    data = east.bundle(to=west, items=east.items(1), site=west.id)
    assert refusal(data, west, east).code == "certificate-other-site"


def test_practice_and_live_never_mix(east: Site, west: Site) -> None:
    data = east.bundle(to=west, items=east.items(1), practice=False)
    assert refusal(data, west, east).code == "certificate-other-site"


def test_a_sender_whose_certificate_has_ended_is_refused(east: Site, west: Site) -> None:
    certificate = east.certify(valid_until=1_000)
    for created_ms, expected in ((1_000, None), (1_001, "certificate-ended")):
        data = east.bundle(to=west, items=east.items(1), certificate=certificate, created_ms=created_ms)
        if expected is None:
            assert verify(data, west, east).sender.valid_until == 1_000
        else:
            assert refusal(data, west, east).code == expected


def test_a_manifest_signed_by_another_key_is_refused(east: Site, west: Site) -> None:
    data = east.bundle(to=west, items=east.items(1), seed=west.writer_seed)
    assert refusal(data, west, east).code == "signature-invalid"


def test_an_entry_that_its_writer_did_not_sign_is_refused(east: Site, west: Site) -> None:
    item = east.items(1)[0]
    other = east.items(2)[1]
    for changed, code in (
        (replace(item, entry=replace(item.entry, signature=other.entry.signature)), "signature-invalid"),
        (replace(item, entry=replace(item.entry, sealed=other.entry.sealed)), "sealed-part-differs"),
        (replace(item, content_key=other.content_key), "wrong-content-key"),
        (replace(item, certificate=west.certificate), "signature-invalid"),
    ):
        assert refusal(east.bundle(to=west, items=[changed]), west, east).code == code


def test_one_entry_twice_is_refused(east: Site, west: Site) -> None:
    items = east.items(1) * 2
    assert refusal(east.bundle(to=west, items=items), west, east).code == "malformed"


def test_two_entries_with_one_sequence_are_both_given(east: Site, west: Site) -> None:
    # Forks are kept and reported by the store: neither copy may hide the other.
    twin = replace(make_site("Locatie Oost", "OOST"), writer=east.writer, name="Locatie Oost, weer")
    items = [*east.items(1), replace(twin.items(1)[0], certificate=east.certificate)]
    assert items[0].entry.id != items[1].entry.id
    data = east.bundle(to=west, items=items)
    assert read(data, west, verify(data, west, east)) == items


def rearranged(items: list[tuple[int, bytes]]) -> dict[str, list[tuple[int, bytes]]]:
    """What a dishonest sender could do to manifest, certificate, entry, entry, closing."""
    manifest, certificate, first, second, closing = items
    return {
        "entry missing": [manifest, certificate, first, closing],
        "entries swapped": [manifest, certificate, second, first, closing],
        "entry added": [manifest, certificate, first, second, second, closing],
        "certificate missing": [manifest, first, second, closing],
        "certificate twice": [manifest, certificate, certificate, first, second, closing],
        "manifest missing": [certificate, first, second, closing],
        "manifest twice": [manifest, manifest, certificate, first, second, closing],
        "closing missing": [manifest, certificate, first, second],
        "closing early": [manifest, certificate, first, closing, second],
        "closing short": [manifest, certificate, first, second, (closing[0], closing[1][:-1])],
        "receipt for an entry": [manifest, certificate, first, (RecordType.RECEIPT.value, b""), closing],
        "record too large": [manifest, certificate, first, second, (closing[0], closing[1] + b"\0")],
        "nothing": [],
    }


@pytest.mark.parametrize("name", rearranged([(0, b"")] * 5))
def test_records_in_another_order_or_number_are_refused(east: Site, west: Site, name: str) -> None:
    items = rearranged(plaintext(east.bundle(to=west, items=east.items(2)), west))[name]
    assert refusal(sealed(items, west), west, east).code in {"malformed", "too-large"}


@pytest.mark.parametrize("name", ["entry missing", "entry added", "manifest twice", "certificate twice"])
def test_a_closing_record_that_fits_saves_no_wrong_count(east: Site, west: Site, name: str) -> None:
    items = rearranged(plaintext(east.bundle(to=west, items=east.items(2)), west))[name][:-1]
    assert refusal(sealed(closed(items, east), west), west, east).code == "malformed"


def test_the_same_records_closed_again_are_the_bundle(east: Site, west: Site) -> None:
    items = plaintext(east.bundle(to=west, items=east.items(2)), west)
    assert verify(sealed(closed(items[:-1], east), west), west, east)
    assert refusal(sealed(closed(items[:-1], west), west), west, east).code == "signature-invalid"


def test_an_unknown_record_needs_a_newer_baken(east: Site, west: Site) -> None:
    items = plaintext(east.bundle(to=west, items=east.items(1)), west)
    assert refusal(sealed([*items[:2], (9, b"later"), *items[2:]], west), west, east).code == "needs-newer-baken"


@pytest.mark.parametrize("change", ["shorter", "longer", "not zero", "not zero at the end", "after"])
def test_padding_holds_nothing_and_ends_the_file(east: Site, west: Site, change: str) -> None:
    items = plaintext(east.bundle(to=west, items=east.items(1)), west)
    size = sum(PREFIX.size + len(value) for _, value in items) + PREFIX.size
    zeros = bytes(padded_size(size) - size)
    padding = {
        "shorter": zeros[:-1],
        "longer": zeros + b"\0",
        "not zero": b"\1" + zeros[1:],
        "not zero at the end": zeros[:-1] + b"\1",
        "after": zeros,
    }[change]
    if change == "after":
        text = age.open_bytes(sealed(items, west), [west.desk_identity]) + b"\0"
        data = age.seal_bytes(text, [west.card.desk_recipient])
    else:
        data = sealed(items, west, padding=padding)
    assert refusal(data, west, east).code == "malformed"


def test_a_record_that_ends_in_the_middle_is_refused(east: Site, west: Site) -> None:
    text = age.open_bytes(east.bundle(to=west, items=east.items(2)), [west.desk_identity])
    for size in (3, 100, 3_000):
        data = age.seal_bytes(text[:size], [west.card.desk_recipient])
        assert refusal(data, west, east).code == "malformed"


def test_a_bundle_that_changed_between_the_two_readings_is_refused_at_the_end(east: Site, west: Site) -> None:
    first = east.bundle(to=west, items=east.items(2))
    second = east.bundle(to=west, items=east.items(2), bundle="0d" * 16)
    verified = verify(first, west, east)
    with pytest.raises(UserError, match="bundle-changed"):
        read(second, west, verified)


def test_counts_of_the_manifest_are_kept_when_writing(east: Site, west: Site) -> None:
    with pytest.raises(BugError):
        east.bundle(to=west, items=east.items(2), entries=3)
    with pytest.raises(BugError):
        east.bundle(to=west, kind=BundleKind.ENTRIES)


@pytest.fixture
def small_cap(monkeypatch: pytest.MonkeyPatch) -> int:
    """A cap of 20,000 bytes around the manifest, in place of 256 MiB."""
    monkeypatch.setattr(bundle, "_PART_BYTES", 20_000)
    monkeypatch.setattr(bundle, "_AROUND_BYTES", 0)
    return 20_000


def test_a_bundle_above_the_cap_is_not_written(east: Site, west: Site, small_cap: int) -> None:
    with pytest.raises(UserError, match="bundle-too-large"):
        east.bundle(to=west, items=east.items(small_cap // 300))


def test_a_bundle_above_the_cap_is_not_read(east: Site, west: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    data = east.bundle(to=west, items=east.items(5))
    monkeypatch.setattr(bundle_reader, "PLAINTEXT_MAX_BYTES", 5_000)
    assert refusal(data, west, east).code == "bundle-too-large"


def test_a_large_export_is_cut_into_parts_that_fit(east: Site, west: Site, small_cap: int) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    items = [item for pair in zip(east.items(60), third.items(60), strict=True) for item in pair]
    parts = split_parts(items)
    assert len(parts) > 2
    assert [item for part in parts for item in part] == items
    for part in parts:
        size = sum(len(pack_record(RecordType.ENTRY, pack_entry(item, 0))) for item in part)
        size += sum(PREFIX.size + len(certificate) for certificate in {item.certificate for item in part})
        assert size <= small_cap


def test_a_part_has_at_most_so_many_entries(east: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "ENTRIES_MAX", 2)
    assert [len(part) for part in split_parts(east.items(5))] == [2, 2, 1]


def test_nothing_to_send_is_one_empty_part() -> None:
    assert split_parts([]) == [[]]


def test_no_writing_begins_for_recipients_that_are_none(east: Site, west: Site) -> None:
    target = BytesIO()
    with pytest.raises(UserError, match="key-text-invalid"):
        write_bundle(
            target,
            recipients=["age1"],
            manifest=east.manifest(to=west, entries=1),
            certificate=east.certificate,
            seed=east.writer_seed,
            entries=east.items(1),
        )
    assert target.getvalue() == b""


def test_many_recipients_may_be_addressed(east: Site, west: Site) -> None:
    third = make_site("Locatie Zuid", "ZUID")
    target = BytesIO()
    manifest = msgspec.structs.replace(east.manifest(to=west, entries=1), recipients=(west.id, third.id))
    write_bundle(
        target,
        recipients=[west.card.desk_recipient, third.card.desk_recipient],
        manifest=manifest,
        certificate=east.certificate,
        seed=east.writer_seed,
        entries=east.items(1),
    )
    for site in (west, third):
        assert verify(target.getvalue(), site, east).manifest == manifest


ATTACHED = (RecordType.ATTACHMENT.value, bytes(range(16)) + b"a sealed file")


def test_attachments_come_after_the_entries_and_are_looked_at(east: Site, west: Site) -> None:
    item = BundleAttachment(id=bytes(range(16)).hex(), sealed=b"a sealed file")
    target = BytesIO()
    write_bundle(
        target,
        recipients=[west.card.desk_recipient],
        manifest=east.manifest(to=west, entries=2),
        certificate=east.certificate,
        seed=east.writer_seed,
        entries=east.items(2),
        attachments=[item],
    )
    data, seen = target.getvalue(), list[BundleAttachment]()
    verified = verify_bundle(
        BytesIO(data),
        [west.desk_identity],
        own_site=west.id,
        cards={known.id: known.card for known in (east, west)},
        check_part=allow,
        check_attachment=seen.append,
    )
    assert seen == [item]
    assert len(read(data, west, verified)) == 2
    *entries, last = read_records(BytesIO(data), [west.desk_identity], verified)
    assert (len(entries), last) == (2, item)
    assert refusal(data, west, east).params == {"what": "attachment"}  # nobody looks at it


@pytest.mark.parametrize("place", ["before the entries", "twice", "short"])
def test_an_attachment_elsewhere_or_twice_is_refused(east: Site, west: Site, place: str) -> None:
    items = plaintext(east.bundle(to=west, items=east.items(2)), west)[:-1]
    match place:
        case "before the entries":
            items.insert(2, ATTACHED)
        case "twice":
            items += [ATTACHED, ATTACHED]
        case "short":
            items.append((RecordType.ATTACHMENT.value, bytes(16)))
    with pytest.raises(UserError) as refused:
        verify_bundle(
            BytesIO(sealed(closed(items, east), west)),
            [west.desk_identity],
            own_site=west.id,
            cards={known.id: known.card for known in (east, west)},
            check_part=allow,
            check_attachment=lambda _item: None,
        )
    assert refused.value.code == "malformed"


def test_attachments_go_in_the_part_of_their_entry(east: Site, small_cap: int) -> None:
    items = east.items(4)
    assert len(split_parts(items)) == 1
    heavy = small_cap * 2 // 3
    parts = split_parts(items, {items[1].entry.id: heavy, items[3].entry.id: heavy})
    assert parts == [items[:3], items[3:]]
