"""An end to a conversation that the other side draws out.

The HTTP client's time-outs count silence only: a byte every few seconds keeps it waiting for ever, even between
two letters of a header. A deadline cuts the connection itself, which wakes whoever waits for it.
"""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

_CONNECTED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


class Deadline:
    """Knows the one connection of a client through the client's trace events, and can cut it."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None

    def trace(self, event: str, details: Mapping[str, Any]) -> None:
        """Take note of a new connection; the `trace` extension of a request."""
        if event in _CONNECTED:
            self._socket = details["return_value"].get_extra_info("socket")

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Cut the connection if the block still runs after so many seconds."""
        timer = threading.Timer(seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _cut(self) -> None:
        connected = self._socket
        if connected is not None:
            with suppress(OSError):  # it ended by itself
                # Not SSLSocket.shutdown: that would take the session away under a thread that reads.
                socket.socket.shutdown(connected, socket.SHUT_RDWR)
