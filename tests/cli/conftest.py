"""The command line as it is called: arguments and streams in, status and output out, in this process."""

import io
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from baken.cli import main
from baken.model.clock import FixedClock
from baken.store import creation
from baken.store.kdf import KdfParameters
from baken.work.opening import make_vault
from baken.work.paths import Paths
from baken.work.practice import build_practice_vault

NOW_MS = 1_773_480_600_000  # 2026-03-14T09:30Z
CHEAP = KdfParameters(memory_kib=64 * 1024, iterations=1, lanes=4)
PASSPHRASE = "oefening baart kunst"


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one call gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The document on standard output."""
        return json.loads(self.out)


Baken = Callable[..., Result]


@pytest.fixture
def clock() -> FixedClock:
    """Stand on Saturday 14 March 2026."""
    return FixedClock(NOW_MS)


@pytest.fixture
def baken(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Baken:
    """Call the programme; `user` adds who unlocks, with the passphrase on standard input."""
    monkeypatch.setattr(creation, "calibrate", lambda: CHEAP)
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state")

    def call(*arguments: str | Path, user: str = "", stdin: str = PASSPHRASE + "\n", as_json: bool = True) -> Result:
        words = [str(each) for each in arguments]
        words += ["--user", user, "--passphrase-file", "-"] if user else []
        words += ["--json"] if as_json else []
        out, err = io.StringIO(), io.StringIO()
        status = main(words, paths=paths, clock=clock, stdin=io.StringIO(stdin), stdout=out, stderr=err)
        return Result(status=status, out=out.getvalue(), err=err.getvalue())

    return call


@cache
def _practice(site: str) -> Path:
    """Make a practice vault of a site, once per run."""
    folder = Path(tempfile.mkdtemp(prefix="baken-cli-")) / "vault"
    build_practice_vault(folder, FixedClock(NOW_MS), site=site, kdf=CHEAP)
    return folder


def copy_practice(site: str, folder: Path) -> None:
    """Copy the practice vault of a site; making one takes seconds."""
    shutil.copytree(_practice(site), folder)


@pytest.fixture(scope="session")
def made_live(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty live vault of Anouk's, once per run; copies of it are opened."""
    folder = tmp_path_factory.mktemp("live") / "vault"
    make_vault(
        folder, site_name="Locatie Oost", user_name="Anouk", passphrase=PASSPHRASE, clock=FixedClock(NOW_MS), kdf=CHEAP
    )
    return folder


@pytest.fixture
def live(made_live: Path, tmp_path: Path) -> Path:
    """Give an empty live vault of Anouk's, chosen as `vault new` does."""
    folder = tmp_path / "levend"
    shutil.copytree(made_live, folder)
    Paths(config=tmp_path / "config", state=tmp_path / "state", vault=folder).remember_vault()
    return folder
