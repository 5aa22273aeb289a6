"""A small world for the tests of mailbox and carriers: sites with laptops, and a mailbox that really listens."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from baken import crypto
from baken.model.clock import FixedClock
from baken.sync.mailbox import MailboxCarrier, Patience
from baken.wire import enrolment, registry
from baken_registry import directory
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, open_mailbox
from baken_registry.server import listen, make_server

NOW_MS = 1_794_000_000_000
BUNDLE = "0123456789abcdef0123456789abcdef"
IMPATIENT = Patience(connect_s=5.0, silence_s=0.3, answer_s=1.0, transfer_s=1.0)


@dataclass(frozen=True, kw_only=True)
class Laptop:
    """A site's laptop, with the seeds that its vault would hold."""

    site_seed: bytes = field(default_factory=crypto.new_seed)
    seed: bytes = field(default_factory=crypto.new_seed)

    @property
    def site(self) -> str:
        return crypto.sha256(crypto.public_of(self.site_seed)).hex()

    @property
    def key(self) -> str:
        return crypto.public_of(self.seed).hex()

    def colleague(self) -> "Laptop":
        """Another laptop of the same site."""
        return Laptop(site_seed=self.site_seed)

    def request(self, created_ms: int = NOW_MS) -> bytes:
        """The enrolment request file of this laptop."""
        return enrolment.make_request(
            site=self.site,
            site_seed=self.site_seed,
            keys=(crypto.public_of(self.site_seed),),
            links=(),
            laptop_seed=self.seed,
            created_ms=created_ms,
        )


class RunningMailbox:
    """A mailbox that listens on this machine, with a clock that tests move."""

    def __init__(self, mailbox: Mailbox, clock: FixedClock, port: int) -> None:
        self.mailbox = mailbox
        self.clock = clock
        self.address = f"http://127.0.0.1:{port}"

    def enrol(self, *laptops: Laptop) -> None:
        for laptop in laptops:
            directory.enrol(self.mailbox.engine, enrolment.read_request(laptop.request()), self.mailbox.now_ms())

    def carrier(self, laptop: Laptop, **changes: object) -> MailboxCarrier:
        """A carrier as that laptop would have it."""
        chosen = {
            "site": laptop.site,
            "laptop_seed": laptop.seed,
            "clock": self.clock,
            "patience": None,
        } | changes
        return MailboxCarrier(self.address, self.mailbox.public_key, **chosen)

    def request(self, method: str, target: str, body: bytes = b"", **changes: object) -> registry.Request:
        """A request that this mailbox would accept from an enrolled laptop."""
        chosen = {
            "mailbox": self.mailbox.public_key,
            "method": method,
            "target": target,
            "body_sha256": crypto.sha256(body).hex(),
            "time_ms": self.clock.now_ms(),
            "nonce": crypto.random_bytes(16).hex(),
        } | changes
        return registry.Request(**chosen)


@contextmanager
def running_mailbox(database: str, folder: Path, limits: Limits | None = None) -> Iterator[RunningMailbox]:
    """Start a mailbox on a free port and stop it again."""
    clock = FixedClock(NOW_MS)
    mailbox = open_mailbox(database, folder, limits or Limits(), clock.now_ms)
    server = make_server(mailbox)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    with listen("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            thread.join(0.01)
        assert server.started
        try:
            yield RunningMailbox(mailbox, clock, listening.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join()
            mailbox.engine.dispose()


def bundle_file(folder: Path, size_bytes: int = 1000, name: str = "bundle.age") -> Path:
    """A file that looks like a sealed bundle from outside."""
    path = folder / name
    path.write_bytes(registry.AGE_FIRST_LINE + crypto.random_bytes(size_bytes))
    return path
