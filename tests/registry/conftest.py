"""A mailbox for every test here, on SQLite, and on PostgreSQL as well where one is named.

BAKEN_TEST_POSTGRES: address of a PostgreSQL server on this machine, for example
postgresql://user@127.0.0.1/database; each test gets a schema of its own in it.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.registry.world import Laptop, RunningMailbox, running_mailbox

from baken import crypto

POSTGRES = os.environ.get("BAKEN_TEST_POSTGRES", "")


@pytest.fixture(params=["sqlite", "postgresql"] if POSTGRES else ["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'mailbox.db'}"
        return
    schema = f"test_{crypto.random_bytes(8).hex()}"
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{POSTGRES}?options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def running(database: str, tmp_path: Path) -> Iterator[RunningMailbox]:
    """A mailbox that listens."""
    with running_mailbox(database, tmp_path / "data") as mailbox:
        yield mailbox


@pytest.fixture
def east() -> Laptop:
    """A laptop of one site."""
    return Laptop()


@pytest.fixture
def west() -> Laptop:
    """A laptop of another site."""
    return Laptop()
