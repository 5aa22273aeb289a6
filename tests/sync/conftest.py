"""A mailbox that listens, and two sites with a laptop each, both enrolled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.registry.world import Laptop, RunningMailbox, running_mailbox


@pytest.fixture
def east() -> Laptop:
    """A laptop of the site that sends."""
    return Laptop()


@pytest.fixture
def west() -> Laptop:
    """A laptop of the site that receives."""
    return Laptop()


@pytest.fixture
def running(tmp_path: Path, east: Laptop, west: Laptop) -> Iterator[RunningMailbox]:
    """A mailbox that knows both."""
    with running_mailbox(f"sqlite:///{tmp_path / 'mailbox.db'}", tmp_path / "data") as mailbox:
        mailbox.enrol(east, west)
        yield mailbox
