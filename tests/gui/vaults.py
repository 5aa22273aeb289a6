"""Practice vaults for the tests of pages: made once per run, copied for each test, opened by a real runner."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from baken.gui.runner import Runner
from baken.model.clock import SystemClock
from baken.model.views import SignalRow, Youth
from baken.store.slots import KdfParameters
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.practice import PracticeVault, build_practice_vault
from baken.work.workspace import Workspace

T = TypeVar("T")

CHEAP = KdfParameters(memory_kib=64 * 1024, iterations=1, lanes=1)


@cache
def practice(site: str = "") -> tuple[Path, PracticeVault]:
    """A practice vault of the first site or of the named one; made once."""
    folder = Path(tempfile.mkdtemp(prefix="baken-gui-")) / "vault"
    made = (
        build_practice_vault(folder, SystemClock(), site=site, kdf=CHEAP)
        if site
        else build_practice_vault(folder, SystemClock(), kdf=CHEAP)
    )
    return folder, made


@contextmanager
def office(tmp_path: Path, qtbot: QtBot, *, site: str = "", is_lead: bool = True) -> Iterator[Runner]:
    """A runner on a fresh copy of a practice vault, unlocked by its lead or mentor; whatever crashes fails the test."""
    original, made = practice(site)
    folder = tmp_path / f"vault{site}"
    shutil.copytree(original, folder)
    who = next(user.name for user in made.users if ("safeguarding_lead" in user.capabilities) is is_lead)
    with unlocked(folder, who, made.passphrase, qtbot) as runner:
        yield runner


@contextmanager
def unlocked(folder: Path, name: str, passphrase: str, qtbot: QtBot) -> Iterator[Runner]:
    """A runner on the vault in a folder; whatever crashes in it fails the test."""
    paths = Paths.standard().at(folder)
    keys = unlock(paths, name, passphrase, SystemClock())
    runner = Runner()
    crashes: list[object] = []
    runner.crashed.connect(crashes.append)
    opened: list[object] = []
    runner.open(lambda progress: Workspace.open(paths, keys, SystemClock(), progress), opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    try:
        yield runner
    finally:
        runner.close(Workspace.close)
    assert not crashes, crashes


def ask(runner: Runner, qtbot: QtBot, question: Callable[[Workspace], T]) -> T:
    """What the Workspace answers."""
    found: list[T] = []
    runner.query(question, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]


def youth_named(runner: Runner, qtbot: QtBot, name: str) -> Youth:
    """The youth of the cases with this name."""
    rows = ask(runner, qtbot, lambda workspace: workspace.dossiers())
    return next(row.youth for row in rows if name in row.youth.name)


def signal_about(runner: Runner, qtbot: QtBot, name: str) -> SignalRow:
    """The signal of the cases about a youth with this name."""
    rows = ask(runner, qtbot, lambda workspace: workspace.signals())
    return next(row for row in rows if any(name in youth.name for youth in row.about))
