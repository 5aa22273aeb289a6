"""kill -9 while bundles come in: what was receipted is there whole, what was acknowledged stays acknowledged."""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from tests.registry.world import Laptop, bundle_file

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.sync.mailbox import MailboxCarrier
from baken.wire import enrolment
from baken.wire.registry import read_receipt
from baken_registry import bundles, directory
from baken_registry.check import check
from baken_registry.gate import Caller
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, open_mailbox

DESKTOP = Path(__file__).parents[2] / "desktop"
ROUNDS = {"test": 8, "long": 100, "torture": 1000}


@contextmanager
def _opened(folder: Path) -> Iterator[Mailbox]:
    mailbox = open_mailbox(f"sqlite:///{folder / 'mailbox.db'}", folder, Limits(), SystemClock().now_ms)
    yield mailbox
    mailbox.engine.dispose()


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """Serve in a process of its own; gives its address and what kills it."""
    command = [sys.executable, "-m", "baken_registry", "serve", "--port", "0", "--data", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        assert server.stderr is not None
        address = server.stderr.readline().split()[-1]
        try:
            yield address, server.kill
        finally:
            server.kill()


class Exchange:
    """Two laptops that push and acknowledge through a mailbox until it is gone, and what they were told."""

    def __init__(self, east: Laptop, west: Laptop, public_key: str, path: Path) -> None:
        self._east, self._west, self._public_key, self._path = east, west, public_key, path
        self.receipted: set[str] = set()
        self.asked: set[str] = set()  # to acknowledge; the answer may have been lost with the process
        self.acknowledged: set[str] = set()

    def _carrier(self, address: str, laptop: Laptop) -> MailboxCarrier:
        return MailboxCarrier(address, self._public_key, site=laptop.site, laptop_seed=laptop.seed, clock=SystemClock())

    def run(self, address: str, kill: Callable[[], None], first: int, kill_after_s: float) -> None:
        """Go on until the mailbox is away, which is the UserError that ends it: so long after the first receipt."""
        end = threading.Timer(kill_after_s, kill)
        with self._carrier(address, self._east) as sender, self._carrier(address, self._west) as receiver:
            for number in count(first):
                bundle = f"{number:032x}"
                receipt = sender.push(self._path, bundle, [self._west.site])
                assert read_receipt(receipt, self._public_key).bundle == bundle
                self.receipted.add(bundle)
                if number == first:
                    end.start()
                if number % 2:
                    oldest = receiver.waiting()[0]
                    self.asked.add(oldest.bundle)
                    receiver.acknowledge(oldest)
                    self.acknowledged.add(oldest.bundle)


def test_nothing_receipted_is_lost_and_nothing_half_is_stored(
    tmp_path: Path, east: Laptop, west: Laptop, depth: str
) -> None:
    folder = tmp_path / "data"
    with _opened(folder) as mailbox:
        for laptop in (east, west):
            directory.enrol(mailbox.engine, enrolment.read_request(laptop.request()), 1)
        exchange = Exchange(east, west, mailbox.public_key, bundle_file(tmp_path, 1_500_000))
    receiver = Caller(laptop=west.key, site=west.site)
    chance = random.Random(20261123)
    for turn in range(ROUNDS[depth]):
        with _served(folder) as (address, kill), pytest.raises(UserError, match="registry-away"):
            exchange.run(address, kill, turn * 1_000_000, chance.uniform(0, 0.3))
        with _opened(folder) as mailbox:
            lines = bundles.waiting(mailbox.engine, receiver, None, SystemClock().now_ms()).items
            held = {line.bundle for line in lines}
            assert check(mailbox)[1] == ()
            assert not held & exchange.acknowledged
            assert exchange.receipted - exchange.asked <= held
            for bundle in held:
                bundles.acknowledge(mailbox.engine, receiver, east.site, bundle, SystemClock().now_ms())
            exchange.asked |= held
            exchange.acknowledged |= held
