"""How long a bundle is kept, for whom, and how much of it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from tests.registry.world import BUNDLE, NOW_MS, Laptop

from baken.errors import UserError
from baken.wire import enrolment
from baken_registry import bundles, directory
from baken_registry.gate import Caller
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, open_mailbox
from baken_registry.refusals import RefusedError


@pytest.fixture
def mailbox(database: str, tmp_path: Path) -> Iterator[Mailbox]:
    opened = open_mailbox(database, tmp_path / "data", Limits(site_bytes=5000, site_bundles=7), lambda: NOW_MS)
    yield opened
    opened.engine.dispose()


def _caller(mailbox: Mailbox, laptop: Laptop) -> Caller:
    directory.enrol(mailbox.engine, enrolment.read_request(laptop.request()), NOW_MS)
    return Caller(laptop=laptop.key, site=laptop.site)


def _push(mailbox: Mailbox, caller: Caller, *to: Caller, bundle: str = BUNDLE, size_bytes: int = 1000) -> bytes:
    wanted = bundles.Push(
        bundle=bundle,
        sha256="a" * 64,
        size_bytes=size_bytes,
        addressees=tuple(sorted({addressee.site for addressee in to})),
    )
    return bundles.store(mailbox, caller, wanted, (b"x" * size_bytes,))


def _waiting(mailbox: Mailbox, caller: Caller, now_ms: int = NOW_MS) -> list[str]:
    return [line.bundle for line in bundles.waiting(mailbox.engine, caller, None, now_ms).items]


def _is_held(mailbox: Mailbox, caller: Caller, sender: Caller, bundle: str = BUNDLE) -> bool:
    with suppress(RefusedError):
        return bool(bundles.find(mailbox.engine, caller, sender.site, bundle, NOW_MS))
    return False


def test_a_bundle_stays_until_every_laptop_of_every_addressee_has_it(mailbox: Mailbox, east: Laptop) -> None:
    sender = _caller(mailbox, east)
    west, north = Laptop(), Laptop()
    laptops = [_caller(mailbox, laptop) for laptop in (west, west.colleague(), north)]
    _push(mailbox, sender, *laptops)
    for number, laptop in enumerate(laptops):
        assert _is_held(mailbox, laptops[-1], sender), number
        bundles.acknowledge(mailbox.engine, laptop, sender.site, BUNDLE, NOW_MS)
    assert not _is_held(mailbox, laptops[-1], sender)


def test_a_laptop_enrolled_later_gets_what_is_still_there(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, first = _caller(mailbox, east), _caller(mailbox, west)
    _push(mailbox, sender, first)
    later = _caller(mailbox, west.colleague())
    assert _waiting(mailbox, later) == [BUNDLE]
    bundles.acknowledge(mailbox.engine, first, sender.site, BUNDLE, NOW_MS)
    assert _waiting(mailbox, later) == [BUNDLE]


def test_a_revoked_laptop_is_not_waited_for(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    lost = west.colleague()
    sender, first, _ = (_caller(mailbox, laptop) for laptop in (east, west, lost))
    _push(mailbox, sender, first)
    directory.revoke(mailbox.engine, west.site, NOW_MS, laptop=lost.key)
    bundles.acknowledge(mailbox.engine, first, sender.site, BUNDLE, NOW_MS)
    assert not _is_held(mailbox, first, sender)


def test_a_site_without_laptops_has_acknowledged_nothing(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    north = Laptop()
    sender, gone, other = (_caller(mailbox, laptop) for laptop in (east, west, north))
    _push(mailbox, sender, gone, other)
    directory.revoke(mailbox.engine, west.site, NOW_MS)
    bundles.acknowledge(mailbox.engine, other, sender.site, BUNDLE, NOW_MS)
    assert _is_held(mailbox, gone, sender)


def test_the_receipt_outlives_the_bytes(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    receipt = _push(mailbox, sender, receiver)
    bundles.acknowledge(mailbox.engine, receiver, sender.site, BUNDLE, NOW_MS)
    assert _push(mailbox, sender, receiver) == receipt
    assert bundles.receipt_of(mailbox.engine, sender, BUNDLE, NOW_MS) == receipt
    assert _waiting(mailbox, receiver) == []


def test_expired_bundles_wait_for_nobody_and_are_swept_out(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    _push(mailbox, sender, receiver)
    end_ms = NOW_MS + mailbox.limits.keep_ms
    assert _waiting(mailbox, receiver, end_ms - 1) == [BUNDLE]
    assert _waiting(mailbox, receiver, end_ms) == []
    assert bundles.sweep(mailbox.engine, end_ms - 1) == 0
    assert bundles.sweep(mailbox.engine, end_ms) == 1
    assert bundles.sweep(mailbox.engine, end_ms) == 0


def test_an_expired_id_may_be_used_anew(database: str, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    now = [NOW_MS]
    mailbox = open_mailbox(database, tmp_path / "data", Limits(keep_ms=10), lambda: now[0])
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    first = _push(mailbox, sender, receiver)
    now[0] += 10
    assert _push(mailbox, sender, receiver, size_bytes=2) != first
    mailbox.engine.dispose()


def test_quota_counts_what_is_held_and_nothing_else(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    for number in range(5):
        _push(mailbox, sender, receiver, bundle=f"{number:032x}")
    with pytest.raises(RefusedError, match="quota"):
        _push(mailbox, sender, receiver, bundle="f" * 32, size_bytes=1)
    _push(mailbox, receiver, sender, bundle="f" * 32)
    bundles.acknowledge(mailbox.engine, receiver, sender.site, f"{3:032x}", NOW_MS)
    _push(mailbox, sender, receiver, bundle="f" * 32)


def test_quota_bounds_the_number_of_small_bundles(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    for number in range(7):
        _push(mailbox, sender, receiver, bundle=f"{number:032x}", size_bytes=1)
    with pytest.raises(RefusedError, match="quota"):
        _push(mailbox, sender, receiver, bundle="f" * 32, size_bytes=1)


def test_a_list_goes_on_after_its_last_line_and_begins_anew_after_one_that_is_not_mine(
    mailbox: Mailbox, east: Laptop, west: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "MAX_WAITING", 2)
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    ids = [f"{number:032x}" for number in range(3)]
    for bundle in ids:
        _push(mailbox, sender, receiver, bundle=bundle, size_bytes=1)
    first = bundles.waiting(mailbox.engine, receiver, None, NOW_MS)
    assert ([line.bundle for line in first.items], first.more) == (ids[:2], True)
    second = bundles.waiting(mailbox.engine, receiver, (sender.site, ids[1]), NOW_MS)
    assert ([line.bundle for line in second.items], second.more) == (ids[2:], False)
    anew = bundles.waiting(mailbox.engine, receiver, (receiver.site, ids[1]), NOW_MS)
    assert anew == first


def test_a_store_that_fails_half_way_leaves_nothing(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)

    def pieces() -> Iterator[bytes]:
        yield b"x" * 500
        raise UserError("storage")

    wanted = bundles.Push(bundle=BUNDLE, sha256="a" * 64, size_bytes=1000, addressees=(receiver.site,))
    with pytest.raises(UserError):
        bundles.store(mailbox, sender, wanted, pieces())
    assert _waiting(mailbox, receiver) == []
    with pytest.raises(RefusedError, match="unknown"):
        bundles.receipt_of(mailbox.engine, sender, BUNDLE, NOW_MS)


def test_reading_ends_when_the_bundle_goes(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    wanted = bundles.Push(bundle=BUNDLE, sha256="a" * 64, size_bytes=2, addressees=(receiver.site,))
    bundles.store(mailbox, sender, wanted, (b"x", b"y"))
    number = bundles.find(mailbox.engine, receiver, sender.site, BUNDLE, NOW_MS).number
    reading = bundles.read_pieces(mailbox.engine, number)
    assert next(reading) == b"x"
    bundles.acknowledge(mailbox.engine, receiver, sender.site, BUNDLE, NOW_MS)
    assert list(reading) == []


def test_one_laptop_acknowledging_twice_does_not_speak_for_the_other(
    mailbox: Mailbox, east: Laptop, west: Laptop
) -> None:
    sender, first, second = (_caller(mailbox, laptop) for laptop in (east, west, west.colleague()))
    _push(mailbox, sender, first)
    for _ in range(2):
        bundles.acknowledge(mailbox.engine, first, sender.site, BUNDLE, NOW_MS)
    assert _waiting(mailbox, first) == []
    assert _waiting(mailbox, second) == [BUNDLE]


def test_the_same_push_again_gives_the_same_receipt(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    assert _push(mailbox, sender, receiver) == _push(mailbox, sender, receiver)
    assert _waiting(mailbox, receiver) == [BUNDLE]


def test_many_pushes_of_the_same_at_once_store_it_once(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    with ThreadPoolExecutor(8) as pool:
        receipts = set(pool.map(lambda _: _push(mailbox, sender, receiver), range(16)))
    assert len(receipts) == 1
    assert _waiting(mailbox, receiver) == [BUNDLE]


def test_the_same_id_for_other_bytes_or_sites_is_refused(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    sender, receiver = _caller(mailbox, east), _caller(mailbox, west)
    _push(mailbox, sender, receiver)
    with pytest.raises(RefusedError, match="bundle-differs"):
        _push(mailbox, sender, receiver, sender)
    other = bundles.Push(bundle=BUNDLE, sha256="b" * 64, size_bytes=1000, addressees=(receiver.site,))
    with pytest.raises(RefusedError, match="bundle-differs"):
        bundles.store(mailbox, sender, other, (b"y" * 1000,))
