"""Real vaults in temporary folders, with the cheapest key derivation that is allowed."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from baken.model.clock import FixedClock
from baken.store.kdf import KdfParameters
from baken.store.slots import UserKeys
from baken.work.opening import make_vault
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .steps import trust

KDF = KdfParameters(memory_kib=64 * 1024, iterations=1, lanes=4)
NOW_MS = round(dt.datetime(2026, 3, 14, 9, 30, tzinfo=dt.UTC).timestamp() * 1000)

OpenSite = Callable[[str], Workspace]
MadeSite = Callable[[str], tuple[Path, UserKeys]]


@pytest.fixture
def clock() -> FixedClock:
    """Stand on Saturday 14 March 2026."""
    return FixedClock(NOW_MS)


@pytest.fixture(scope="session")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> MadeSite:
    """Make a live vault for a site, once per run: it costs a key derivation. Nobody opens it; copies are opened."""
    clock = FixedClock(NOW_MS)

    @cache
    def make(name: str) -> tuple[Path, UserKeys]:
        folder = tmp_path_factory.mktemp("site") / "vault"
        keys = make_vault(folder, site_name=name, user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF)
        return folder, keys

    return make


@pytest.fixture
def open_site(tmp_path: Path, clock: FixedClock, made_site: MadeSite) -> Iterator[OpenSite]:
    """Open a fresh live vault for a site; all are closed at the end."""
    opened: list[Workspace] = []

    def make(name: str) -> Workspace:
        folder = tmp_path / name
        made, keys = made_site(name)
        shutil.copytree(made, folder)
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


@pytest.fixture
def east(open_site: OpenSite) -> Workspace:
    """Open a vault of a first site."""
    return open_site("Locatie Oost")


@pytest.fixture
def west(open_site: OpenSite, east: Workspace) -> Workspace:
    """Open a vault of a second site; it and the first trust each other."""
    west = open_site("Locatie West")
    trust(east, west)
    trust(west, east)
    return west
