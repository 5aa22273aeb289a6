"""What every carrier promises, the same for mailbox and stick."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.registry.world import BUNDLE, Laptop, bundle_file

from baken import crypto
from baken.errors import Cancelled, UserError
from baken.sync.carrier import Carrier
from baken.sync.folder import FolderCarrier
from baken.wire.registry import MAX_BUNDLE_BYTES

OTHER_BUNDLE = "f" * 32
Open = Callable[[Laptop], Carrier]


@pytest.fixture(params=["mailbox", "folder"])
def open_carrier(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Give the carrier as a given laptop sees it."""
    if request.param == "folder":
        stick = tmp_path / "stick"
        stick.mkdir()
        return lambda laptop: FolderCarrier(stick, site=laptop.site, laptop=laptop.key, max_bytes=MAX_BUNDLE_BYTES)
    running = request.getfixturevalue("running")

    def enrolled(laptop: Laptop) -> Carrier:
        running.enrol(laptop)
        carrier = running.carrier(laptop)
        request.addfinalizer(carrier.__exit__)
        return carrier

    return enrolled


def test_what_one_site_pushes_the_other_pulls_byte_for_byte(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    path = bundle_file(tmp_path, 3_000_000)
    open_carrier(east).push(path, BUNDLE, [west.site])
    receiver = open_carrier(west)
    (waiting,) = receiver.waiting()
    assert (waiting.bundle, waiting.size_bytes) == (BUNDLE, path.stat().st_size)
    assert waiting.sha256 == crypto.sha256(path.read_bytes()).hex()
    receiver.pull(waiting, tmp_path / "pulled")
    assert (tmp_path / "pulled").read_bytes() == path.read_bytes()


def test_an_empty_carrier_has_nothing_waiting(open_carrier: Open, west: Laptop) -> None:
    assert open_carrier(west).waiting() == ()


def test_a_bundle_waits_for_its_addressee_only(open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path) -> None:
    open_carrier(west)
    open_carrier(east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    assert open_carrier(east).waiting() == ()
    assert open_carrier(Laptop()).waiting() == ()


def test_a_bundle_for_two_sites_waits_for_each_until_that_site_has_it(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    north = Laptop()
    receivers = [open_carrier(west), open_carrier(north)]
    open_carrier(east).push(bundle_file(tmp_path), BUNDLE, [west.site, north.site])
    receivers[0].acknowledge(receivers[0].waiting()[0])
    assert receivers[0].waiting() == ()
    assert [w.bundle for w in receivers[1].waiting()] == [BUNDLE]


def test_each_laptop_of_the_addressee_gets_the_bundle(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    first, second = open_carrier(west), open_carrier(west.colleague())
    open_carrier(east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    first.acknowledge(first.waiting()[0])
    (waiting,) = second.waiting()
    second.pull(waiting, tmp_path / "pulled")
    assert (tmp_path / "pulled").stat().st_size == waiting.size_bytes


def test_a_bundle_for_the_own_site_waits_for_the_other_laptops(
    open_carrier: Open, east: Laptop, tmp_path: Path
) -> None:
    pusher, colleague = open_carrier(east), open_carrier(east.colleague())
    pusher.push(bundle_file(tmp_path), BUNDLE, [east.site])
    assert pusher.waiting() == ()
    assert len(colleague.waiting()) == 1


def test_pushing_twice_leaves_one_bundle_and_the_same_receipt(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver, sender = open_carrier(west), open_carrier(east)
    path = bundle_file(tmp_path)
    assert sender.push(path, BUNDLE, [west.site]) == sender.push(path, BUNDLE, [west.site])
    assert len(receiver.waiting()) == 1


def test_another_file_under_the_same_bundle_id_is_refused_and_the_first_stays(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver, sender = open_carrier(west), open_carrier(east)
    sender.push(bundle_file(tmp_path), BUNDLE, [west.site])
    before = receiver.waiting()
    with pytest.raises(UserError) as refused:
        sender.push(bundle_file(tmp_path, name="other.age"), BUNDLE, [west.site])
    assert (refused.value.code, refused.value.params) in (
        ("registry-refused", {"reason": "bundle-differs"}),
        ("stick-bundle-differs", {}),
    )
    assert receiver.waiting() == before


def test_acknowledging_twice_is_harmless(open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path) -> None:
    receiver = open_carrier(west)
    open_carrier(east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    open_carrier(east).push(bundle_file(tmp_path, name="other.age"), OTHER_BUNDLE, [west.site])
    gone, kept = receiver.waiting()
    receiver.acknowledge(gone)
    receiver.acknowledge(gone)
    assert receiver.waiting() == (kept,)


def test_progress_ends_at_the_size_in_both_directions(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver = open_carrier(west)
    path = bundle_file(tmp_path, 2_500_000)
    size = path.stat().st_size
    seen: list[tuple[int, int]] = []
    open_carrier(east).push(path, BUNDLE, [west.site], lambda *step: seen.append(step))
    assert seen[-1] == (size, size)
    seen.clear()
    receiver.pull(receiver.waiting()[0], tmp_path / "pulled", lambda *step: seen.append(step))
    assert seen[-1] == (size, size)
    assert seen == sorted(seen)


def _cancel(_done: int, _total: int) -> None:
    raise Cancelled


def test_a_cancelled_push_leaves_nothing_and_can_be_done_again(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver, sender = open_carrier(west), open_carrier(east)
    path = bundle_file(tmp_path, 2_500_000)
    with pytest.raises(Cancelled):
        sender.push(path, BUNDLE, [west.site], _cancel)
    assert receiver.waiting() == ()
    sender.push(path, BUNDLE, [west.site])
    assert len(receiver.waiting()) == 1


def test_a_cancelled_pull_leaves_no_file_and_the_bundle_waiting(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver = open_carrier(west)
    open_carrier(east).push(bundle_file(tmp_path, 2_500_000), BUNDLE, [west.site])
    (waiting,) = receiver.waiting()
    landing = tmp_path / "landing"
    landing.mkdir()
    with pytest.raises(Cancelled):
        receiver.pull(waiting, landing / "pulled", _cancel)
    assert list(landing.iterdir()) == []
    assert receiver.waiting() == (waiting,)


def test_a_file_that_is_gone_is_an_error_of_the_disk(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="folder-gone"):
        open_carrier(east).push(tmp_path / "none.age", BUNDLE, [west.site])


def test_a_destination_folder_that_is_gone_is_an_error_of_the_disk(
    open_carrier: Open, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    receiver = open_carrier(west)
    open_carrier(east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    with pytest.raises(UserError, match="folder-gone"):
        receiver.pull(receiver.waiting()[0], tmp_path / "none" / "pulled")
