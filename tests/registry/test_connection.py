"""Who keeps a connection open without asking: over real sockets, against a mailbox that really listens.

No test measures time: each waits until the server itself ends a connection, or answers.
"""

import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.registry.world import BUNDLE, Laptop, RunningMailbox, bundle_file, running_mailbox

from baken.wire import registry
from baken_registry.limits import Limits

HALF_A_HEAD = b"GET /v1/waiting HTTP/1.1\r\nHost: mailbox\r\n"
WHOLE_HEAD = HALF_A_HEAD + b"\r\n"
SHORT_S = 0.2
LONG_S = 3_600.0
PATIENCE_S = 30.0  # of the test itself: a server that never ends a connection fails it


@contextmanager
def _mailbox(folder: Path, limits: Limits) -> Iterator[RunningMailbox]:
    with running_mailbox(f"sqlite:///{folder / 'mailbox.db'}", folder / "data", limits) as mailbox:
        yield mailbox


def _connect(mailbox: RunningMailbox, *, window_bytes: int = 0) -> socket.socket:
    address = urlsplit(mailbox.address)
    stranger = socket.socket()
    stranger.settimeout(PATIENCE_S)
    if window_bytes:
        stranger.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window_bytes)
    stranger.connect((address.hostname, address.port))
    return stranger


def _read_to_end(connection: socket.socket) -> bytes:
    """Give all that the server still sends before it ends the connection."""
    read = bytearray()
    try:
        while piece := connection.recv(65_536):
            read += piece
    except ConnectionResetError:
        pass
    return bytes(read)


def _is_ended_while_sending(connection: socket.socket, piece: bytes) -> bool:
    """Send a drop again and again until the server has ended the connection."""
    connection.settimeout(SHORT_S / 10)
    while True:
        try:
            connection.sendall(piece)
            if not connection.recv(65_536):
                return True
        except TimeoutError:
            continue
        except (BrokenPipeError, ConnectionResetError):
            return True


def _send_until_ended(connection: socket.socket) -> None:
    """Read nothing until the server has ended the connection, which only shows when something is sent."""
    ended = select.poll()
    ended.register(connection, 0)  # nothing but an end or an error
    with suppress(BrokenPipeError, ConnectionResetError):
        while not ended.poll(SHORT_S * 100):
            connection.sendall(b"x")


@pytest.mark.parametrize("sent", [b"", HALF_A_HEAD])
def test_a_connection_that_asks_nothing_is_ended(tmp_path: Path, sent: bytes) -> None:
    with _mailbox(tmp_path, Limits(head_s=SHORT_S)) as mailbox, _connect(mailbox) as stranger:
        stranger.sendall(sent)
        assert _read_to_end(stranger) == b""


def test_a_head_that_comes_in_drops_is_ended(tmp_path: Path) -> None:
    with _mailbox(tmp_path, Limits(head_s=SHORT_S)) as mailbox, _connect(mailbox) as stranger:
        stranger.sendall(HALF_A_HEAD + b"X-More: ")
        assert _is_ended_while_sending(stranger, b"x")


@pytest.mark.parametrize(
    "request_bytes",
    [WHOLE_HEAD, b"PUT /v1/bundles/x HTTP/1.1\r\nHost: mailbox\r\nContent-Length: 99999999\r\n\r\n"],
    ids=["a second head", "the body of a refused request"],
)
def test_drops_after_an_answer_do_not_keep_the_connection(tmp_path: Path, request_bytes: bytes) -> None:
    with _mailbox(tmp_path, Limits(idle_s=SHORT_S)) as mailbox, _connect(mailbox) as stranger:
        stranger.sendall(request_bytes)
        assert stranger.recv(65_536).startswith(b"HTTP/1.1 4")
        assert _is_ended_while_sending(stranger, b"x")


def test_an_enrolled_laptop_is_answered_while_strangers_take_every_place(tmp_path: Path, east: Laptop) -> None:
    limits = Limits(connections=8, head_s=LONG_S)
    with _mailbox(tmp_path, limits) as mailbox, ExitStack() as open_connections:
        mailbox.enrol(east)
        strangers = [open_connections.enter_context(_connect(mailbox)) for _ in range(100)]
        for stranger in strangers[-8:]:  # the others have had to make room already
            stranger.sendall(HALF_A_HEAD)
        with mailbox.carrier(east) as carrier:
            assert carrier.waiting() == ()
        assert all(_read_to_end(stranger) == b"" for stranger in strangers[:92])
        strangers[-1].sendall(b"\r\n")  # it waited shortest, so its place is still its own
        assert strangers[-1].recv(65_536).startswith(b"HTTP/1.1 4")


def test_a_body_may_take_longer_than_a_head(tmp_path: Path, east: Laptop, west: Laptop) -> None:
    body = bundle_file(tmp_path).read_bytes()
    with _mailbox(tmp_path, Limits(head_s=SHORT_S)) as mailbox, _connect(mailbox) as laptop:
        mailbox.enrol(east, west)
        request = mailbox.request("PUT", registry.push_target(BUNDLE, (west.site,)), body)
        headers = {"host": "mailbox", "content-length": str(len(body))} | registry.request_headers(request, east.seed)
        head = f"PUT {request.target} HTTP/1.1\r\n" + "".join(f"{key}: {value}\r\n" for key, value in headers.items())
        laptop.sendall(head.encode() + b"\r\n" + body[:100])
        with _connect(mailbox) as stranger:
            assert _read_to_end(stranger) == b""  # a head's time has passed since
        laptop.sendall(body[100:])
        assert laptop.recv(65_536).startswith(b"HTTP/1.1 200")


def test_a_laptop_that_does_not_read_its_answer_is_let_go(tmp_path: Path, east: Laptop, west: Laptop) -> None:
    size_bytes = 32 << 20  # more than both ends' buffers take
    with _mailbox(tmp_path, Limits()) as mailbox, mailbox.carrier(east) as carrier:
        mailbox.enrol(east, west)
        carrier.push(bundle_file(tmp_path, size_bytes), BUNDLE, (west.site,))
    with _mailbox(tmp_path, Limits(idle_s=SHORT_S)) as mailbox, _connect(mailbox, window_bytes=4096) as laptop:
        request = mailbox.request("GET", registry.pull_target(east.site, BUNDLE))
        headers = {"host": "mailbox"} | registry.request_headers(request, west.seed)
        head = f"GET {request.target} HTTP/1.1\r\n" + "".join(f"{key}: {value}\r\n" for key, value in headers.items())
        laptop.sendall(head.encode() + b"\r\n")
        assert laptop.recv(4096).startswith(b"HTTP/1.1 200")
        _send_until_ended(laptop)
        assert len(_read_to_end(laptop)) < size_bytes
