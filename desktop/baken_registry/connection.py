"""HTTP/1.1 in which nobody keeps a place for nothing: a stranger cannot shut the enrolled laptops out.

uvicorn counts a connection from the moment it is there, and waits for the head of its request without end. Here a
head has a limit, drops of it do not stretch that, a reader that does not read has one too, and where every place is
taken the connection that has waited longest without asking anything goes. What a laptop that may write does with its
body is the matter of `staging`.
"""

import asyncio
from typing import cast

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from baken_registry.limits import Limits


class BoundedProtocol(H11Protocol):
    """One connection; made through `bounded`, which says with what limits."""

    limits: Limits
    waits_since: float | None = None  # by the loop's clock; None while a request is under way
    _deadline: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait for the head of the first request."""
        super().connection_made(cast("asyncio.Transport", transport))
        self._wait(self.limits.head_s)
        self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """End with the connection."""
        self._stop_waiting()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Stop waiting once a request is under way; less than its head changes nothing."""
        super().data_received(data)
        if _is_under_way(self.cycle):
            self._stop_waiting()

    def on_response_complete(self) -> None:
        """Wait for what is left of a refused body, and for the next head."""
        super().on_response_complete()
        if not _is_under_way(self.cycle):
            self._wait(self.limits.idle_s)

    def pause_writing(self) -> None:
        """Wait for the other side to read what it asked for."""
        super().pause_writing()
        self._unread = self.loop.call_later(self.limits.idle_s, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the other side reads."""
        super().resume_writing()
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def give_way(self) -> None:
        """End at once, and count no longer: many may come before uvicorn notices the end."""
        self._stop_waiting()
        self.connections.discard(self)
        self.transport.abort()

    def _wait(self, seconds: float) -> None:
        self._stop_waiting()
        self.waits_since = self.loop.time()
        self._deadline = self.loop.call_later(seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        self.waits_since = None
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _make_room(self) -> None:
        """Where more is open than there are places, let the connection go that has waited longest; never this one."""
        if len(self.connections) <= self.limits.connections:
            return
        others = [each for each in self.connections if isinstance(each, BoundedProtocol) and each is not self]
        waiting = [(each.waits_since, number) for number, each in enumerate(others) if each.waits_since is not None]
        if waiting:
            others[min(waiting)[1]].give_way()


def _is_under_way(cycle: RequestResponseCycle | None) -> bool:
    """Say whether a request has come in that has no whole answer yet; uvicorn has None before the first."""
    return cycle is not None and not cycle.response_complete


def bounded(limits: Limits) -> type[BoundedProtocol]:
    """Give the protocol with the limits of one mailbox, for uvicorn to make instances of."""

    class _Bounded(BoundedProtocol):
        pass

    _Bounded.limits = limits
    return _Bounded
