"""What `verify` finds: nothing in a sound mailbox, and each kind of damage by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from tests.registry.world import BUNDLE, NOW_MS, Laptop

from baken import crypto
from baken.wire import enrolment
from baken.wire.registry import AGE_FIRST_LINE
from baken_registry import bundles, directory
from baken_registry.check import Finding, check
from baken_registry.database import addressees, chunks, transaction
from baken_registry.database import bundles as table
from baken_registry.gate import Caller
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, open_mailbox

BYTES = AGE_FIRST_LINE + b"sealed"


@pytest.fixture
def mailbox(database: str, tmp_path: Path) -> Iterator[Mailbox]:
    opened = open_mailbox(database, tmp_path / "data", Limits(), lambda: NOW_MS)
    yield opened
    opened.engine.dispose()


def _enrolled(mailbox: Mailbox) -> tuple[Laptop, Laptop]:
    laptops = Laptop(), Laptop()
    for laptop in laptops:
        directory.enrol(mailbox.engine, enrolment.read_request(laptop.request()), NOW_MS)
    return laptops


def _store(mailbox: Mailbox, data: bytes = BYTES) -> tuple[Caller, Caller]:
    sender, receiver = (Caller(laptop=laptop.key, site=laptop.site) for laptop in _enrolled(mailbox))
    wanted = bundles.Push(
        bundle=BUNDLE,
        sha256=crypto.sha256(data).hex(),
        size_bytes=len(data),
        addressees=(receiver.site,),
    )
    bundles.store(mailbox, sender, wanted, (data,))
    return sender, receiver


def test_a_sound_mailbox_has_no_findings_before_and_after_delivery(mailbox: Mailbox) -> None:
    assert check(mailbox) == (0, ())
    sender, receiver = _store(mailbox)
    assert check(mailbox) == (1, ())
    bundles.acknowledge(mailbox.engine, receiver, sender.site, BUNDLE, NOW_MS)
    assert check(mailbox) == (1, ())


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (update(chunks).values(data=BYTES[:-1] + b"x"), "bytes-differ"),
        (update(chunks).values(data=BYTES[:-1]), "bytes-differ"),
        (delete(chunks), "bytes-differ"),
        (update(table).values(receipt=b"x" * 226), "receipt-wrong"),
        (delete(addressees), "receipt-wrong"),
    ],
)
def test_damage_is_found_and_named(mailbox: Mailbox, damage: object, kind: str) -> None:
    _store(mailbox)
    with transaction(mailbox.engine) as connection:
        connection.execute(damage)
    assert check(mailbox) == (1, (Finding(kind=kind, where=BUNDLE),))


def test_bytes_that_are_no_bundle_are_found(mailbox: Mailbox) -> None:
    _store(mailbox, b"plain text")
    assert check(mailbox) == (1, (Finding(kind="not-a-bundle", where=BUNDLE),))
