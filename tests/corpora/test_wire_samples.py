"""Every released format of the wire still opens. The files are never made again."""

import json
from io import BytesIO
from pathlib import Path

import msgspec

from baken import crypto
from baken.wire.bundle_reader import inspect_bundle, read_bundle, verify_bundle
from baken.wire.capture import open_capture
from baken.wire.certificate import fingerprint, verify_card, verify_certificate, verify_notice
from baken.wire.entry import Entry, open_part, verify_entry
from baken.wire.manifest import ReceiptResult, verify_receipt
from baken.wire.records import Audience

FOLDER = Path(__file__).parent
EAST = verify_card((FOLDER / "card-v1.bin").read_bytes())
WEST = verify_card((FOLDER / "addressee-card-v1.bin").read_bytes())


def test_site_card_1_opens() -> None:
    assert (EAST.name, EAST.code, EAST.practice, len(EAST.keys)) == ("Locatie Oost", "OOST", True, 1)
    assert fingerprint(EAST) == "DB0F C38D 1F1C 52E6 3FE1 EE4C 4536 0BE7"


def test_certificate_1_opens() -> None:
    certificate = verify_certificate((FOLDER / "certificate-v1.bin").read_bytes(), EAST)
    assert (certificate.name, certificate.capabilities, certificate.valid_until) == ("Fatima", ("write",), None)


def test_entry_1_opens() -> None:
    fields = {name: bytes.fromhex(text) for name, text in json.loads((FOLDER / "entry-v1.json").read_text()).items()}
    certificate = verify_certificate((FOLDER / "certificate-v1.bin").read_bytes(), EAST)
    entry = Entry(header_bytes=fields["header"], signature=fields["signature"], sealed=fields["sealed"])
    header = verify_entry(crypto.Verifier(certificate.sign_public), entry)
    part = open_part(fields["content_key"], entry.sealed, header.key_commitment)
    assert (header.sequence, header.logical, header.wall_ms) == (2, 4, 1_767_225_600_002)
    assert (part.kind, part.version, part.youths) == ("observation", 1, ("ab" * 16,))
    assert msgspec.json.decode(part.body) == {"text": "Stuk 2."}


def test_bundle_1_opens() -> None:
    data = (FOLDER / "bundle-v1.age").read_bytes()
    identities = [(FOLDER / "bundle-v1-identity.txt").read_text().strip()]
    assert inspect_bundle(BytesIO(data), identities).manifest.site == EAST.site
    cards = {EAST.site: EAST, WEST.site: WEST}
    verified = verify_bundle(BytesIO(data), identities, own_site=WEST.site, cards=cards, check_part=lambda _part: None)
    items = list(read_bundle(BytesIO(data), identities, verified))
    assert [item.audience for item in items] == [Audience.TEAM, Audience.LEAD, Audience.CARD]
    assert (verified.manifest.bundle, verified.manifest.entries) == ("0b" * 16, 3)


def test_bundle_receipt_1_opens() -> None:
    receipt = verify_receipt((FOLDER / "receipt-v1.bin").read_bytes(), WEST)
    assert (receipt.bundle, receipt.site, receipt.result) == ("0b" * 16, WEST.site, ReceiptResult.IMPORTED)


def test_public_file_1_and_locked_capture_1_open() -> None:
    notice = verify_notice((FOLDER / "public-v1.bin").read_bytes())
    card = verify_card(notice.card)
    assert (card.name, notice.team_recipient) == ("Locatie Oost", card.desk_recipient)
    identity = (FOLDER / "locked-capture-v1-identity.txt").read_text().strip()
    note = open_capture((FOLDER / "locked-capture-v1.age").read_bytes(), [identity])
    assert (note.site, note.initials, note.text) == (card.site, "FB", "Grijze auto bij het hek.")
