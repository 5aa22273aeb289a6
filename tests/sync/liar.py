"""A server that speaks HTTP and holds a mailbox key, and does whatever a test wants instead of its duty."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from baken import crypto
from baken.wire import registry


class Call(BaseHTTPRequestHandler):
    """One request as it came in, with the means to answer truly or falsely."""

    server: "LyingServer"

    @property
    def signed(self) -> registry.Request:
        """The request as the laptop signed it."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        return registry.read_request(self.server.public_key, self.command, self.path, headers)[1]

    def answer(
        self, status: int, body: bytes, *, seed: bytes | None = None, sha256: str = "", headers: tuple[str, ...] = ()
    ) -> None:
        """Answer with a signature by `seed` (the mailbox's own unless given) over the body or a given hash."""
        sha256 = sha256 or crypto.sha256(body).hex()
        signature = registry.sign_answer(seed or self.server.seed, self.signed, status, sha256)
        self.raw(status, body, f"{registry.SIGNATURE_HEADER}: {signature}", *headers)

    def raw(self, status: int, body: bytes, *headers: str, length: int | None = None) -> None:
        """Answer without a signature."""
        head = [f"HTTP/1.1 {status} x", f"content-length: {len(body) if length is None else length}", *headers]
        self.send_bytes("\r\n".join([*head, "", ""]).encode() + body)

    def send_bytes(self, data: bytes) -> None:
        """Send anything at all."""
        with contextlib.suppress(OSError):  # the client may have had enough
            self.wfile.write(data)
            self.wfile.flush()

    def drip(self, byte: bytes) -> None:
        """Send one byte again and again, never ending, never silent."""
        with contextlib.suppress(OSError):
            while not self.server.stopping.wait(0.05):
                self.wfile.write(byte)
                self.wfile.flush()

    def handle_one_request(self) -> None:
        """Read the head of one request, hand it to the test, and close."""
        self.raw_requestline = self.rfile.readline(65537)
        self.close_connection = True
        if self.raw_requestline and self.parse_request():
            self.server.behave(self)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class LyingServer(ThreadingHTTPServer):
    """The server; `behave` is called with each request."""

    daemon_threads = True

    def __init__(self, behave: Callable[[Call], None]) -> None:
        super().__init__(("127.0.0.1", 0), Call)
        self.behave = behave
        self.seed = crypto.new_seed()
        self.stopping = threading.Event()

    @property
    def public_key(self) -> str:
        """The key that laptops believe this mailbox by."""
        return crypto.public_of(self.seed).hex()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextlib.contextmanager
def lying_server(behave: Callable[[Call], None]) -> Iterator[LyingServer]:
    """Start such a server and stop it."""
    with LyingServer(behave) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            server.shutdown()
            thread.join()
