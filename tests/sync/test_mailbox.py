"""The mailbox carrier against a true mailbox that refuses, and against servers that are away or lie."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.registry.world import (
    BUNDLE,
    IMPATIENT,
    NOW_MS,
    Laptop,
    RunningMailbox,
    bundle_file,
    running_mailbox,
)
from tests.sync.liar import Call, LyingServer, lying_server

from baken import crypto
from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.sync.carrier import Waiting
from baken.sync.mailbox import MailboxCarrier
from baken.wire import codec, registry
from baken_registry import directory
from baken_registry.limits import Limits

MINUTE_MS = 60_000


def _refused(action: Callable[[], object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(UserError) as refused:
        action()
    return refused.value.code, refused.value.params


# A true mailbox that says no


@pytest.mark.parametrize("minutes", [-60, -6, 6, 600_000])
def test_a_clock_that_is_off_is_named_with_the_difference(running: RunningMailbox, east: Laptop, minutes: int) -> None:
    clock = FixedClock(NOW_MS - minutes * MINUTE_MS)
    with running.carrier(east, clock=clock) as carrier:
        assert _refused(carrier.waiting) == ("registry-clock", {"minutes": abs(minutes)})


@pytest.mark.parametrize("minutes", [-5, 0, 5])
def test_a_clock_within_the_window_is_good_enough(running: RunningMailbox, east: Laptop, minutes: int) -> None:
    with running.carrier(east, clock=FixedClock(NOW_MS - minutes * MINUTE_MS)) as carrier:
        assert carrier.waiting() == ()


def test_a_laptop_that_is_not_enrolled_is_refused(running: RunningMailbox) -> None:
    with running.carrier(Laptop()) as carrier:
        assert _refused(carrier.waiting) == ("registry-refused", {"reason": "not-enrolled"})


def test_a_revoked_site_is_refused_everything_at_once(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    with running.carrier(east) as sender, running.carrier(west) as receiver:
        sender.push(bundle_file(tmp_path), BUNDLE, [west.site])
        (waiting,) = receiver.waiting()
        directory.revoke(running.mailbox.engine, west.site, NOW_MS)
        for action in (
            receiver.waiting,
            lambda: receiver.pull(waiting, tmp_path / "pulled"),
            lambda: receiver.acknowledge(waiting),
            lambda: receiver.push(bundle_file(tmp_path), BUNDLE, [east.site]),
        ):
            assert _refused(action) == ("registry-refused", {"reason": "revoked"})
        assert not (tmp_path / "pulled").exists()


def test_an_addressee_that_is_not_enrolled_is_refused(running: RunningMailbox, east: Laptop, tmp_path: Path) -> None:
    with running.carrier(east) as carrier:
        assert _refused(lambda: carrier.push(bundle_file(tmp_path), BUNDLE, [Laptop().site])) == (
            "registry-refused",
            {"reason": "addressee-unknown"},
        )


def test_a_file_that_is_no_sealed_bundle_is_refused(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_bytes(b"a name that must not leave")
    with running.carrier(east) as carrier:
        assert _refused(lambda: carrier.push(plain, BUNDLE, [west.site])) == (
            "registry-refused",
            {"reason": "not-a-bundle"},
        )


def test_a_bundle_above_the_cap_is_not_even_sent(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.age"
    with huge.open("wb") as file:
        file.truncate(registry.MAX_BUNDLE_BYTES + 1)
    with running.carrier(east) as carrier:
        sent: list[object] = []
        assert _refused(lambda: carrier.push(huge, BUNDLE, [west.site], lambda *step: sent.append(step))) == (
            "registry-refused",
            {"reason": "too-large"},
        )
        assert sent == []


def test_the_receipt_says_what_the_mailbox_holds_for_whom_and_since_when(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    path = bundle_file(tmp_path)
    with running.carrier(east) as carrier:
        data = carrier.push(path, BUNDLE, [west.site, east.site])
    receipt = registry.read_receipt(data, running.mailbox.public_key)
    assert receipt == registry.Receipt(
        mailbox=running.mailbox.public_key,
        bundle=BUNDLE,
        sha256=crypto.sha256(path.read_bytes()).hex(),
        size_bytes=path.stat().st_size,
        stored_ms=NOW_MS,
        sender=east.site,
        addressees=tuple(sorted((east.site, west.site))),
    )


def test_a_second_push_uploads_nothing(running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path) -> None:
    sent: list[object] = []
    with running.carrier(east) as carrier:
        path = bundle_file(tmp_path)
        first = carrier.push(path, BUNDLE, [west.site])
        assert carrier.push(path, BUNDLE, [west.site], lambda *step: sent.append(step)) == first
    assert sent == []


def test_other_addressees_under_the_same_bundle_id_are_refused(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    with running.carrier(east) as carrier:
        path = bundle_file(tmp_path)
        carrier.push(path, BUNDLE, [west.site])
        assert _refused(lambda: carrier.push(path, BUNDLE, [east.site])) == (
            "registry-refused",
            {"reason": "bundle-differs"},
        )


def test_more_than_one_list_of_waiting_bundles_is_fetched_whole(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baken_registry.bundles.MAX_WAITING", 2)
    ids = [f"{number:032x}" for number in range(5)]
    with running.carrier(east) as sender, running.carrier(west) as receiver:
        for bundle in ids:
            sender.push(bundle_file(tmp_path), bundle, [west.site])
        assert [w.bundle for w in receiver.waiting()] == ids


def test_a_mailbox_that_is_busy_counts_as_away(tmp_path: Path, east: Laptop, west: Laptop) -> None:
    database = f"sqlite:///{tmp_path / 'mailbox.db'}"
    with running_mailbox(database, tmp_path / "data", Limits(uploads=0)) as running:
        running.enrol(east, west)
        with running.carrier(east) as carrier:
            assert _refused(lambda: carrier.push(bundle_file(tmp_path), BUNDLE, [west.site])) == (
                "registry-away",
                {},
            )


def test_a_bundle_that_went_meanwhile_is_unknown(
    running: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    with running.carrier(east) as sender, running.carrier(west) as receiver:
        sender.push(bundle_file(tmp_path), BUNDLE, [west.site])
        (waiting,) = receiver.waiting()
        receiver.acknowledge(waiting)
        assert _refused(lambda: receiver.pull(waiting, tmp_path / "pulled")) == (
            "registry-refused",
            {"reason": "unknown"},
        )


def test_another_mailbox_at_the_same_address_is_not_believed(running: RunningMailbox, east: Laptop) -> None:
    other = crypto.public_of(crypto.new_seed()).hex()
    with MailboxCarrier(running.address, other, site=east.site, laptop_seed=east.seed, clock=running.clock) as carrier:
        assert _refused(carrier.waiting) == ("registry-lies", {"what": "unsigned"})


# Nobody there, or somebody who never ends


def _carrier(server: LyingServer, laptop: Laptop) -> MailboxCarrier:
    return MailboxCarrier(
        server.address,
        server.public_key,
        site=laptop.site,
        laptop_seed=laptop.seed,
        clock=FixedClock(NOW_MS),
        patience=IMPATIENT,
    )


def test_nobody_listening_is_away(east: Laptop) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        key = crypto.public_of(crypto.new_seed()).hex()
        with MailboxCarrier(address, key, site=east.site, laptop_seed=east.seed, clock=FixedClock(NOW_MS)) as carrier:
            assert _refused(carrier.waiting) == ("registry-away", {})


@pytest.mark.parametrize(
    "behave",
    [
        pytest.param(lambda call: call.server.stopping.wait(), id="silence"),
        pytest.param(lambda call: call.send_bytes(b""), id="closes at once"),
        pytest.param(lambda call: call.send_bytes(b"SSH-2.0-x\r\n"), id="not HTTP"),
        pytest.param(lambda call: call.raw(200, b"{", length=500), id="cut off"),
        pytest.param(lambda call: call.raw(503, b"busy"), id="proxy says unavailable"),
        pytest.param(lambda call: (call.send_bytes(b"HTTP/1.1 200 OK\r\nx: "), call.drip(b"a")), id="endless header"),
        pytest.param(lambda call: (call.raw(200, b"", length=10**6), call.drip(b" ")), id="endless body"),
    ],
)
def test_a_server_of_no_use_is_away_within_bounds(east: Laptop, behave: Callable[[Call], None]) -> None:
    with lying_server(behave) as server, _carrier(server, east) as carrier:
        assert _refused(carrier.waiting) == ("registry-away", {})


# Answers that the mailbox did not give, or that are not true


def _nothing_waits() -> bytes:
    return codec.encode(registry.WaitingList(items=(), more=False))


def test_an_answer_of_the_mailbox_is_believed(east: Laptop) -> None:
    with lying_server(lambda call: call.answer(200, _nothing_waits())) as server, _carrier(server, east) as carrier:
        assert carrier.waiting() == ()


@pytest.mark.parametrize(
    ("behave", "what"),
    [
        pytest.param(lambda call: call.raw(200, _nothing_waits()), "unsigned", id="unsigned"),
        pytest.param(lambda call: call.raw(404, b"<html>"), "unsigned", id="a web page"),
        pytest.param(
            lambda call: call.raw(302, b"", f"location: {call.server.address}/elsewhere"),
            "unsigned",
            id="redirect",
        ),
        pytest.param(
            lambda call: call.raw(200, _nothing_waits(), f"{registry.SIGNATURE_HEADER}: zz"),
            "signature",
            id="no hexadecimal",
        ),
        pytest.param(
            lambda call: call.answer(200, _nothing_waits(), seed=crypto.new_seed()), "signature", id="other key"
        ),
        pytest.param(
            lambda call: call.answer(200, _nothing_waits(), sha256=crypto.sha256(b"x").hex()),
            "signature",
            id="signature of another body",
        ),
        pytest.param(lambda call: call.answer(200, b"no list"), "answer", id="no list"),
        pytest.param(lambda call: call.answer(403, b"no refusal"), "answer", id="no refusal"),
        pytest.param(lambda call: call.answer(200, bytes(registry.MAX_SMALL_ANSWER_BYTES + 1)), "size", id="too much"),
        pytest.param(lambda call: call.answer(200, _nothing_waits() + b" "), "answer", id="not the one encoding"),
    ],
)
def test_a_false_answer_is_a_lie(east: Laptop, behave: Callable[[Call], None], what: str) -> None:
    with lying_server(behave) as server, _carrier(server, east) as carrier:
        assert _refused(carrier.waiting) == ("registry-lies", {"what": what})


def test_a_true_answer_to_another_request_is_a_lie(east: Laptop) -> None:
    kept: list[str] = []

    def behave(call: Call) -> None:
        body = _nothing_waits()
        if not kept:
            kept.append(registry.sign_answer(call.server.seed, call.signed, 200, crypto.sha256(body).hex()))
        call.raw(200, body, f"{registry.SIGNATURE_HEADER}: {kept[0]}")

    with lying_server(behave) as server, _carrier(server, east) as carrier:
        assert carrier.waiting() == ()
        assert _refused(carrier.waiting) == ("registry-lies", {"what": "signature"})


def test_a_refusal_of_a_newer_mailbox_is_still_a_refusal(east: Laptop) -> None:
    body = codec.encode(registry.RefusalBody(code="teapot", now_ms=NOW_MS))
    with lying_server(lambda call: call.answer(418, body)) as server, _carrier(server, east) as carrier:
        assert _refused(carrier.waiting) == ("registry-refused", {"reason": "malformed"})


TRUE_BYTES = registry.AGE_FIRST_LINE + b"x" * 5000
WAITING = Waiting(
    bundle=BUNDLE,
    sha256=crypto.sha256(TRUE_BYTES).hex(),
    size_bytes=len(TRUE_BYTES),
    reference=f"{'0' * 64}/{BUNDLE}",
)


@pytest.mark.parametrize(
    ("behave", "expected"),
    [
        pytest.param(
            lambda call: call.answer(200, TRUE_BYTES[:-1] + b"y", sha256=WAITING.sha256),
            ("registry-lies", {"what": "bytes"}),
            id="one byte differs",
        ),
        pytest.param(
            lambda call: call.answer(200, TRUE_BYTES[:-1], sha256=WAITING.sha256),
            ("registry-lies", {"what": "bytes"}),
            id="one byte less",
        ),
        pytest.param(
            lambda call: call.answer(200, TRUE_BYTES + b"z", sha256=WAITING.sha256),
            ("registry-lies", {"what": "bytes"}),
            id="one byte more",
        ),
        pytest.param(
            lambda call: call.answer(200, b"other", seed=None),
            ("registry-lies", {"what": "signature"}),
            id="another bundle",
        ),
        pytest.param(lambda call: call.raw(200, TRUE_BYTES), ("registry-lies", {"what": "unsigned"}), id="unsigned"),
        pytest.param(
            lambda call: call.raw(
                200,
                TRUE_BYTES[:3000],
                f"{registry.SIGNATURE_HEADER}: "
                + registry.sign_answer(call.server.seed, call.signed, 200, WAITING.sha256),
                length=len(TRUE_BYTES),
            ),
            ("registry-away", {}),
            id="cut off",
        ),
        pytest.param(
            lambda call: call.answer(404, codec.encode(registry.RefusalBody(code="unknown", now_ms=NOW_MS))),
            ("registry-refused", {"reason": "unknown"}),
            id="refused",
        ),
    ],
)
def test_a_pull_that_is_not_whole_and_true_leaves_no_file(
    east: Laptop, tmp_path: Path, behave: Callable[[Call], None], expected: tuple[str, dict[str, str]]
) -> None:
    landing = tmp_path / "landing"
    landing.mkdir()
    with lying_server(behave) as server, _carrier(server, east) as carrier:
        assert _refused(lambda: carrier.pull(WAITING, landing / "pulled")) == expected
    assert list(landing.iterdir()) == []


def test_a_compressed_answer_is_not_unpacked(east: Laptop, tmp_path: Path) -> None:
    def behave(call: Call) -> None:
        call.answer(200, TRUE_BYTES, headers=("content-encoding: gzip",))

    with lying_server(behave) as server, _carrier(server, east) as carrier:
        carrier.pull(WAITING, tmp_path / "pulled")
    assert (tmp_path / "pulled").read_bytes() == TRUE_BYTES


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"bundle": "e" * 32}, ("registry-lies", {"what": "receipt"})),
        ({"sender": "e" * 64}, ("registry-lies", {"what": "receipt"})),
        ({"sha256": "e" * 64}, ("registry-refused", {"reason": "bundle-differs"})),
        ({"addressees": ("e" * 64,)}, ("registry-refused", {"reason": "bundle-differs"})),
        (None, ("registry-lies", {"what": "receipt"})),
    ],
)
def test_a_receipt_for_something_else_is_not_a_receipt(
    east: Laptop,
    west: Laptop,
    tmp_path: Path,
    change: dict[str, str] | None,
    expected: tuple[str, dict[str, str]],
) -> None:
    path = bundle_file(tmp_path)

    def behave(call: Call) -> None:
        true = {
            "mailbox": call.server.public_key,
            "bundle": BUNDLE,
            "sha256": crypto.sha256(path.read_bytes()).hex(),
            "size_bytes": path.stat().st_size,
            "stored_ms": NOW_MS,
            "sender": east.site,
            "addressees": (west.site,),
        }
        seed = call.server.seed if change is not None else crypto.new_seed()
        call.answer(200, registry.sign_receipt(seed, registry.Receipt(**true | (change or {}))))

    with lying_server(behave) as server, _carrier(server, east) as carrier:
        assert _refused(lambda: carrier.push(path, BUNDLE, [west.site])) == expected
