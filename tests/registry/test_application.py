"""The mailbox against clients that do not keep to the rules: refused, signed where owed, nothing changed."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select
from tests.registry.world import BUNDLE, NOW_MS, Laptop, RunningMailbox, bundle_file, running_mailbox

from baken import crypto
from baken.errors import UserError
from baken.wire import codec, registry
from baken_registry.database import bundles, chunks, transaction
from baken_registry.limits import Limits
from baken_registry.refusals import RefusedError
from baken_registry.staging import receive, staged_upload

BODY = registry.AGE_FIRST_LINE + b"sealed"
TOO_EARLY = NOW_MS - registry.CLOCK_WINDOW_MS - 1


@pytest.fixture
def enrolled(running: RunningMailbox, east: Laptop, west: Laptop) -> RunningMailbox:
    running.enrol(east, west)
    return running


def _send(
    running: RunningMailbox, request: registry.Request, headers: dict[str, str], body: bytes = b""
) -> tuple[int, str, bool]:
    """Send a request as it is; gives status, refusal code (if any) and whether the answer was truly signed."""
    with httpx.Client(trust_env=False) as client:
        answer = client.request(request.method, running.address + request.target, headers=headers, content=body)
    is_signed = registry.SIGNATURE_HEADER in answer.headers
    if is_signed:
        registry.verify_answer(
            request,
            answer.status_code,
            crypto.sha256(answer.content).hex(),
            answer.headers[registry.SIGNATURE_HEADER],
        )
    code = ""
    if answer.status_code != 200:
        code = codec.decode(answer.content, registry.RefusalBody, what="refusal", cap_bytes=1000).code
    return answer.status_code, code, is_signed


def _call(
    running: RunningMailbox, laptop: Laptop, method: str, target: str, body: bytes = b"", **changes: object
) -> tuple[int, str, bool]:
    request = running.request(method, target, body, **changes)
    return _send(running, request, registry.request_headers(request, laptop.seed), body)


def _stored(running: RunningMailbox) -> int:
    with transaction(running.mailbox.engine) as connection:
        return connection.scalar(select(func.count()).select_from(bundles)) or 0


def test_an_enrolled_laptop_gets_a_signed_answer(enrolled: RunningMailbox, east: Laptop) -> None:
    assert _call(enrolled, east, "GET", "/v1/waiting") == (200, "", True)


def test_whoever_signs_nothing_gets_an_unsigned_refusal(enrolled: RunningMailbox) -> None:
    request = enrolled.request("GET", "/v1/waiting")
    assert _send(enrolled, request, {}) == (400, "malformed", False)


def test_a_wrong_signature_is_refused_like_a_stranger(enrolled: RunningMailbox, east: Laptop) -> None:
    request = enrolled.request("GET", "/v1/waiting")
    headers = registry.request_headers(request, Laptop().seed) | {registry.LAPTOP_HEADER: east.key}
    status, code, _ = _send(enrolled, request, headers)
    assert (status, code) == (401, "not-enrolled")
    status, code, _ = _call(enrolled, Laptop(), "GET", "/v1/waiting")
    assert (status, code) == (401, "not-enrolled")


def test_a_request_is_good_once(enrolled: RunningMailbox, east: Laptop) -> None:
    request = enrolled.request("GET", "/v1/waiting")
    headers = registry.request_headers(request, east.seed)
    assert _send(enrolled, request, headers) == (200, "", True)
    assert _send(enrolled, request, headers) == (409, "replayed", True)


def test_a_replay_is_refused_after_a_restart_too(database: str, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    with running_mailbox(database, tmp_path / "data") as running:
        running.enrol(east, west)
        target = registry.push_target(BUNDLE, [west.site])
        request = running.request("PUT", target, BODY)
        headers = registry.request_headers(request, east.seed)
        assert _send(running, request, headers, BODY) == (200, "", True)
    with running_mailbox(database, tmp_path / "data") as running:
        assert _send(running, request, headers, BODY) == (409, "replayed", True)


def test_the_same_nonce_from_two_laptops_is_no_replay(enrolled: RunningMailbox, east: Laptop, west: Laptop) -> None:
    for laptop in (east, west):
        assert _call(enrolled, laptop, "GET", "/v1/waiting", nonce="0" * 32) == (200, "", True)


@pytest.mark.parametrize("time_ms", [0, TOO_EARLY, NOW_MS + registry.CLOCK_WINDOW_MS + 1, 10**15 - 1])
def test_a_request_outside_the_window_is_told_so(enrolled: RunningMailbox, east: Laptop, time_ms: int) -> None:
    assert _call(enrolled, east, "GET", "/v1/waiting", time_ms=time_ms) == (401, "clock", True)


def test_a_stranger_is_not_told_of_the_clock(enrolled: RunningMailbox) -> None:
    assert _call(enrolled, Laptop(), "GET", "/v1/waiting", time_ms=TOO_EARLY)[1] == "not-enrolled"


def test_a_body_other_than_the_signed_one_is_refused(enrolled: RunningMailbox, east: Laptop, west: Laptop) -> None:
    request = enrolled.request("PUT", registry.push_target(BUNDLE, [west.site]), BODY)
    headers = registry.request_headers(request, east.seed)
    assert _send(enrolled, request, headers, BODY + b"x") == (422, "hash-differs", True)
    assert _stored(enrolled) == 0


@pytest.mark.parametrize("body", [b"", b"age", BODY[1:], b"PK\x03\x04" + BODY])
def test_what_does_not_begin_as_an_age_file_is_refused(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, body: bytes
) -> None:
    target = registry.push_target(BUNDLE, [west.site])
    assert _call(enrolled, east, "PUT", target, body) == (422, "not-a-bundle", True)
    assert _stored(enrolled) == 0


@pytest.mark.parametrize(
    "target",
    [
        "/v1/bundles/..%5c..%5cmailbox.key?to={west}",
        "/v1/bundles/" + "A" * 32 + "?to={west}",
        "/v1/bundles/" + "a" * 31 + "?to={west}",
        "/v1/bundles/" + "a" * 32 + "%00?to={west}",
        "/v1/bundles/" + "a" * 32 + "?to=../{west}",
        "/v1/bundles/" + "a" * 32 + "?to=",
        "/v1/bundles/" + "a" * 32,
        "/v1/bundles/" + "a" * 32 + "?to={west},{west}",
        "/v1/bundles/" + "a" * 32 + "?to=' OR 1=1 --",
    ],
)
def test_a_target_with_tricks_is_malformed(enrolled: RunningMailbox, east: Laptop, west: Laptop, target: str) -> None:
    target = str(httpx.URL(enrolled.address + target.format(west=west.site)).raw_path, "ascii")
    assert _call(enrolled, east, "PUT", target, BODY) == (400, "malformed", True)
    assert _stored(enrolled) == 0


@pytest.mark.parametrize(
    "target",
    [
        "/v1/waiting?after=x",
        "/v1/waiting?after=" + "a" * 64 + "." + "g" * 32,
        "/v1/receipts/..%5cx",
        "/v1/bundles/x/" + "a" * 32,
        "/v1/bundles/" + "a" * 64 + "/x",
    ],
)
def test_a_question_with_tricks_is_malformed(enrolled: RunningMailbox, east: Laptop, target: str) -> None:
    assert _call(enrolled, east, "GET", target) == (400, "malformed", True)


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/v1/waiting"),
        ("GET", f"/v1/receipts/{BUNDLE}"),
        ("GET", f"/v1/bundles/{'a' * 64}/{BUNDLE}"),
        ("POST", f"/v1/bundles/{'a' * 64}/{BUNDLE}/acknowledgement"),
    ],
)
def test_a_body_where_none_belongs_is_malformed(
    enrolled: RunningMailbox, east: Laptop, method: str, target: str
) -> None:
    assert _call(enrolled, east, method, target, b"x") == (400, "malformed", True)


def test_unknown_not_mine_gone_and_expired_look_the_same(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    north = Laptop()
    enrolled.enrol(north)
    with enrolled.carrier(east) as sender, enrolled.carrier(west) as receiver:
        sender.push(bundle_file(tmp_path), BUNDLE, [west.site])
        sender.push(bundle_file(tmp_path), "b" * 32, [west.site])
        receiver.acknowledge(receiver.waiting()[1])
    same = (404, "unknown", True)
    assert _call(enrolled, north, "GET", registry.pull_target(east.site, BUNDLE)) == same
    assert _call(enrolled, east, "GET", registry.pull_target(east.site, BUNDLE)) == same
    assert _call(enrolled, north, "GET", registry.pull_target(east.site, "c" * 32)) == same
    assert _call(enrolled, west, "GET", registry.pull_target(east.site, "b" * 32)) == same
    assert _call(enrolled, north, "GET", registry.receipt_target(BUNDLE)) == same
    enrolled.clock.set(NOW_MS + enrolled.mailbox.limits.keep_ms)
    assert _call(enrolled, west, "GET", registry.pull_target(east.site, BUNDLE)) == same
    assert _call(enrolled, east, "GET", registry.receipt_target(BUNDLE)) == same


def test_acknowledging_what_is_not_mine_changes_nothing_and_shows_nothing(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    with enrolled.carrier(east) as sender, enrolled.carrier(west) as receiver:
        sender.push(bundle_file(tmp_path), BUNDLE, [west.site])
        for bundle in (BUNDLE, "c" * 32):
            target = registry.acknowledge_target(east.site, bundle)
            assert _call(enrolled, east, "POST", target) == (200, "", True)
        assert len(receiver.waiting()) == 1


def test_two_sites_may_use_the_same_bundle_id(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    north = Laptop()
    enrolled.enrol(north)
    for sender in (east, west):
        with enrolled.carrier(sender) as carrier:
            carrier.push(bundle_file(tmp_path), BUNDLE, [north.site])
    with enrolled.carrier(north) as carrier:
        first, second = carrier.waiting()
        carrier.acknowledge(first)
        assert carrier.waiting() == (second,)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/docs",
        "/redoc",
        "/openapi.json",
        "/v1",
        "/v1/bundles",
        "/../mailbox.key",
        "/v1/receipts/..%2fmailbox.key",
    ],
)
def test_nothing_else_is_served(enrolled: RunningMailbox, path: str) -> None:
    with httpx.Client(trust_env=False) as client:
        assert client.get(enrolled.address + path).status_code in (404, 405)


def test_an_answer_names_no_server_and_may_not_be_kept(enrolled: RunningMailbox, east: Laptop) -> None:
    request = enrolled.request("GET", "/v1/waiting")
    with httpx.Client(trust_env=False) as client:
        headers = registry.request_headers(request, east.seed)
        answer = client.get(enrolled.address + "/v1/waiting", headers=headers)
    assert "server" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_a_body_above_the_cap_is_refused_without_being_kept(
    database: str, tmp_path: Path, east: Laptop, west: Laptop
) -> None:
    with running_mailbox(database, tmp_path / "data", Limits(bundle_bytes=2000)) as running:
        running.enrol(east, west)
        target = registry.push_target(BUNDLE, [west.site])
        exact = registry.AGE_FIRST_LINE.ljust(2000, b"x")
        assert _call(running, east, "PUT", target, exact + b"x") == (413, "too-large", True)
        assert _stored(running) == 0
        assert _call(running, east, "PUT", target, exact) == (200, "", True)


def test_an_upload_that_ends_early_leaves_nothing(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    request = enrolled.request("PUT", registry.push_target(BUNDLE, [west.site]), BODY)
    lines = [f"{name}: {value}" for name, value in registry.request_headers(request, east.seed).items()]
    head = [f"PUT {request.target} HTTP/1.1", "host: x", f"content-length: {len(BODY)}", *lines, "", ""]
    port = int(enrolled.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall("\r\n".join(head).encode() + BODY[:-1])
    with enrolled.carrier(west) as receiver:
        assert receiver.waiting() == ()
    assert _stored(enrolled) == 0
    assert [p.name for p in (tmp_path / "data").iterdir()] == ["mailbox.key"]


@pytest.mark.parametrize("limits", [Limits(idle_s=0.05), Limits(upload_s=0.05)])
def test_an_upload_that_stands_still_is_dropped(tmp_path: Path, limits: Limits) -> None:
    async def stalled() -> AsyncIterator[bytes]:
        yield BODY
        await asyncio.Event().wait()

    folder = tmp_path / "data"
    folder.mkdir()

    async def run() -> None:
        with staged_upload(folder) as upload:
            await receive(stalled(), upload, limits)

    with pytest.raises(RefusedError, match="busy"):
        asyncio.run(run())
    assert list(folder.iterdir()) == []


def test_a_staging_folder_that_is_gone_is_refused_as_storage(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="storage"), staged_upload(tmp_path / "none"):
        pass


def test_a_large_bundle_is_stored_in_pieces_and_none_stays_after_the_last_acknowledgement(
    enrolled: RunningMailbox, east: Laptop, west: Laptop, tmp_path: Path
) -> None:
    def pieces() -> int:
        with transaction(enrolled.mailbox.engine) as connection:
            return connection.scalar(select(func.count()).select_from(chunks)) or 0

    with enrolled.carrier(east) as sender, enrolled.carrier(west) as receiver:
        sender.push(bundle_file(tmp_path, 2_500_000), BUNDLE, [west.site])
        assert pieces() == 3
        receiver.acknowledge(receiver.waiting()[0])
        assert pieces() == 0


def test_a_database_that_fails_while_sweeping_does_not_stop_the_mailbox(
    database: str, tmp_path: Path, east: Laptop, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> int:
        raise UserError("storage")

    monkeypatch.setattr("baken_registry.bundles.sweep", failing)
    with running_mailbox(database, tmp_path / "data") as running:
        running.enrol(east)
        assert _call(running, east, "GET", "/v1/waiting") == (200, "", True)
    assert "expired bundles are deleted later" in caplog.text
    caplog.clear()


def test_a_database_that_fails_is_told_as_storage_and_signed(
    enrolled: RunningMailbox, east: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise UserError("storage")

    monkeypatch.setattr("baken_registry.bundles.waiting", failing)
    assert _call(enrolled, east, "GET", "/v1/waiting") == (503, "storage", True)
