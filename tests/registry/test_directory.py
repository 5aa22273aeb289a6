"""Who is let in, and who is shut out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.registry.world import NOW_MS, Laptop

from baken.errors import UserError
from baken.wire import enrolment
from baken_registry import directory
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, open_mailbox


@pytest.fixture
def mailbox(database: str, tmp_path: Path) -> Iterator[Mailbox]:
    opened = open_mailbox(database, tmp_path / "data", Limits(), lambda: NOW_MS)
    yield opened
    opened.engine.dispose()


def _enrol(mailbox: Mailbox, laptop: Laptop, *, created_ms: int = NOW_MS, now_ms: int = NOW_MS) -> None:
    directory.enrol(mailbox.engine, enrolment.read_request(laptop.request(created_ms)), now_ms)


def test_enrolling_twice_changes_nothing(mailbox: Mailbox, east: Laptop) -> None:
    _enrol(mailbox, east)
    before = directory.list_laptops(mailbox.engine)
    _enrol(mailbox, east, now_ms=NOW_MS + 5)
    assert directory.list_laptops(mailbox.engine) == before
    assert before == (directory.EnrolledLaptop(site=east.site, laptop=east.key, enrolled_ms=NOW_MS, revoked_ms=None),)


def test_a_laptop_belongs_to_one_site(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    _enrol(mailbox, east)
    with pytest.raises(UserError, match="enrolment-laptop-elsewhere"):
        _enrol(mailbox, Laptop(site_seed=west.site_seed, seed=east.seed))
    assert [laptop.site for laptop in directory.list_laptops(mailbox.engine)] == [east.site]


def test_revoking_a_site_shuts_out_all_its_laptops_and_no_other(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    for laptop in (east, east.colleague(), west):
        _enrol(mailbox, laptop)
    assert directory.revoke(mailbox.engine, east.site, NOW_MS + 1) == 2
    assert directory.revoke(mailbox.engine, east.site, NOW_MS + 2) == 0
    found = {(laptop.site, laptop.revoked_ms) for laptop in directory.list_laptops(mailbox.engine)}
    assert found == {(east.site, NOW_MS + 1), (west.site, None)}


def test_one_laptop_can_be_revoked(mailbox: Mailbox, east: Laptop) -> None:
    lost = east.colleague()
    _enrol(mailbox, east)
    _enrol(mailbox, lost)
    assert directory.revoke(mailbox.engine, east.site, NOW_MS, laptop=lost.key) == 1
    found = {laptop.laptop: laptop.revoked_ms for laptop in directory.list_laptops(mailbox.engine)}
    assert found == {east.key: None, lost.key: NOW_MS}


def test_revoking_what_was_never_enrolled_is_refused(mailbox: Mailbox, east: Laptop, west: Laptop) -> None:
    _enrol(mailbox, east)
    with pytest.raises(UserError, match="site-not-enrolled"):
        directory.revoke(mailbox.engine, west.site, NOW_MS)
    with pytest.raises(UserError, match="site-not-enrolled"):
        directory.revoke(mailbox.engine, east.site, NOW_MS, laptop=west.key)


def test_an_old_request_does_not_undo_a_revocation_and_a_new_one_does(mailbox: Mailbox, east: Laptop) -> None:
    _enrol(mailbox, east)
    directory.revoke(mailbox.engine, east.site, NOW_MS + 10)
    for created_ms in (NOW_MS, NOW_MS + 10):
        with pytest.raises(UserError, match="enrolment-old"):
            _enrol(mailbox, east, created_ms=created_ms)
    _enrol(mailbox, east, created_ms=NOW_MS + 11, now_ms=NOW_MS + 20)
    (laptop,) = directory.list_laptops(mailbox.engine)
    assert (laptop.enrolled_ms, laptop.revoked_ms) == (NOW_MS + 20, None)
