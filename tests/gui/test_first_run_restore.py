"""A lost laptop: a backup becomes a vault at the first run, and says what it may be missing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.first_run_flow import FirstRunFlow
from baken.gui.first_run_restore import RestoredCard
from baken.gui.settings import Settings
from baken.model.clock import SystemClock
from baken.model.views_backup import RestoreResult
from baken.work.backups import run
from baken.work.opening import unlock
from baken.work.paths import Paths

from .pages import button, texts
from .vaults import CHEAP, ask, office

PHRASE = "oefening baart kunst"


@contextmanager
def form(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRunFlow]:
    """The form for a backup, on an account whose vault has gone; a backup of it lies in `stick`."""
    with office(tmp_path, qtbot) as runner:
        assert ask(runner, qtbot, lambda workspace: run(workspace.backups.steps(tmp_path / "stick"), _tell))
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state")
    running = FirstRunFlow(paths, Settings(tmp_path), data=tmp_path / "data", kdf=CHEAP)
    bugs: list[object] = []
    running.crashed.connect(bugs.append)
    qtbot.addWidget(running.screen)
    running.screen.show()
    button(running.screen, "Restore a backup. When the laptop or its vault is gone. Makes a new vault of it.").click()
    yield running
    assert not bugs


def fill(running: FirstRunFlow, backup: Path, passphrase: str = PHRASE) -> None:
    """Fill in the form and press its button."""
    asked = running.screen.restoring
    asked.set_backup(backup)
    asked.name.setText("Anouk")
    asked.passphrase.setText(passphrase)
    button(running.screen, "Restore").click()


def test_a_backup_becomes_a_vault_that_is_opened_next(qtbot: QtBot, tmp_path: Path) -> None:
    with form(qtbot, tmp_path) as running:
        fill(running, tmp_path / "stick")
        qtbot.waitUntil(lambda: "Restored" in texts(running.screen), timeout=30_000)
        said = texts(running.screen)
        assert "What was recorded after that moment is missing." in said
        assert any(text.startswith("The vault is back as it was on ") for text in said)
        made = tmp_path / "data" / "vault"
        with qtbot.waitSignal(running.finished) as finished:
            button(running.screen, "To the lock screen").click()
        assert finished.args == [made]
        paths = Paths(config=tmp_path / "config", state=tmp_path / "state")
        assert paths.last_vault() == made
        assert unlock(paths.at(made), "Anouk", PHRASE, SystemClock())


def test_a_wrong_passphrase_and_a_folder_without_a_backup_make_nothing_and_say_so(qtbot: QtBot, tmp_path: Path) -> None:
    with form(qtbot, tmp_path) as running:
        fill(running, tmp_path / "stick", "niet de goede zin")
        qtbot.waitUntil(lambda: any("Name or passphrase is not right." in text for text in texts(running.screen)))
        fill(running, tmp_path)
        qtbot.waitUntil(lambda: any("There is no backup in this folder." in text for text in texts(running.screen)))
        assert not (tmp_path / "data" / "vault").exists()
        assert button(running.screen, "Restore").isEnabled()


def test_what_is_missing_is_named_before_anything_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    with form(qtbot, tmp_path) as running:
        button(running.screen, "Restore").click()
        assert "Fill in: Folder of the backup." in texts(running.screen)
        running.use_new_place(tmp_path / "elsewhere")
        assert running.screen.restoring.into.text() == str(tmp_path / "elsewhere" / "vault")
        button(running.screen, "Back").click()
        assert "Welcome" in texts(running.screen)


def test_stopping_says_that_nothing_was_made(qtbot: QtBot, tmp_path: Path) -> None:
    with form(qtbot, tmp_path) as running:
        fill(running, tmp_path / "stick")
        running.screen.restoring.show_progress(1, 4)
        assert "Restoring: 25 %" in texts(running.screen)
        button(running.screen, "Stop").click()
        qtbot.waitUntil(lambda: "Stopped. Nothing was made." in texts(running.screen), timeout=30_000)
        assert not (tmp_path / "data" / "vault").exists()


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ({"entries": None}, "How much that is cannot be seen here any more."),
        ({"entries": 3}, "3 line"),
        ({"entries": 0, "bundles": 2}, "2 bundle"),
        ({"entries": 0, "attachments": 1}, "1 attachment"),
        ({"entries": 0, "findings": ("page 12",)}, "page 12"),
    ],
)
def test_everything_that_may_be_missing_is_said(qtbot: QtBot, result: dict[str, object], said: str) -> None:
    card = RestoredCard()
    qtbot.addWidget(card)
    known: dict[str, object] = {
        "site": "ab",
        "made": "2025-11-07T08:00",
        "bundles": 0,
        "attachments": 0,
        "findings": (),
    }
    card.show_result("/vault", RestoreResult(**{**known, **result}))
    assert [text for text in texts(card) if said in text]


def _tell(_done: int, _total: int) -> None:
    """Listen to nobody."""
