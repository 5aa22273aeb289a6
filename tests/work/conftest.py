"""Real vaults in temporary folders, with the cheapest key derivation that is allowed."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from baken.model.clock import FixedClock
from baken.store.kdf import KdfParameters
from baken.work.opening import make_vault
from baken.work.paths import Paths
from baken.work.workspace import Workspace

KDF = KdfParameters(memory_kib=64 * 1024, iterations=1, lanes=4)
NOW_MS = round(dt.datetime(2026, 3, 14, 9, 30, tzinfo=dt.UTC).timestamp() * 1000)

OpenSite = Callable[[str], Workspace]


@pytest.fixture
def clock() -> FixedClock:
    """Stand on Saturday 14 March 2026."""
    return FixedClock(NOW_MS)


@pytest.fixture
def open_site(tmp_path: Path, clock: FixedClock) -> Iterator[OpenSite]:
    """Make and open a live vault for a site; all are closed at the end."""
    opened: list[Workspace] = []

    def make(name: str) -> Workspace:
        folder = tmp_path / name
        keys = make_vault(folder, site_name=name, user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF)
        paths = Paths(config=tmp_path / "config", state=tmp_path / f"state {name}", vault=folder)
        opened.append(Workspace.open(paths, keys, clock))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_site: OpenSite) -> Workspace:
    """Open one live vault."""
    return open_site("Locatie Oost")
