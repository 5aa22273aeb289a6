"""Locking loses no word, whatever the disk does meanwhile."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import baken
from baken.gui.lifecycle import Lifecycle
from baken.gui.relock import Before
from baken.gui.settings import Settings
from baken.gui.shell import Shell
from baken.work.paths import Paths

from .pages import texts
from .test_lifecycle import begun, started, unlock_as
from .vaults import practice

SESSION = Path(__file__).with_name("lock_session.py")


def type_words(shell: Shell, words: str) -> None:
    """Type into a new form, which is stored at the next occasion."""
    shell.capture.open_new()
    drafts = shell.capture.window_of_drafts
    editor = drafts.editor(drafts.current())
    assert editor is not None
    editor.text.set_text(words)
    editor.text.changed.emit()


def open_text(shell: Shell) -> str:
    """What stands in the form on top."""
    drafts = shell.capture.window_of_drafts
    editor = drafts.editor(drafts.current())
    return "" if editor is None else editor.form().text


def test_what_is_typed_while_the_disk_is_gone_comes_back_after_a_whole_lock(tmp_path: Path) -> None:
    vault = tmp_path / "disk" / "vault"
    shutil.copytree(practice()[0], vault)
    ran = subprocess.run(
        [sys.executable, str(SESSION), str(tmp_path / "home"), str(vault), "Fatima", practice()[1].passphrase],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(baken.__file__).parents[1])},
    )
    assert ran.stdout.splitlines() == ["told: True", "shown: True", "stored: True"], ran.stderr


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EIO])
def test_a_disk_that_still_refuses_after_the_lock_keeps_nothing_from_the_screen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    open_file = os.open

    def refuse(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if dir_fd is not None and flags & (os.O_CREAT | os.O_RDWR):
            raise OSError(number, "refused")
        return open_file(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", refuse)  # before a reserve could be made
    with started(qtbot, tmp_path) as (lifecycle, paths):
        type_words(unlock_as(lifecycle, qtbot), "Noor vroeg of wij")
        before = lifecycle.end()
        assert [carried.id for carried in before.carried] == list(before.drafts)
        with begun(qtbot, paths, before) as fresh:
            hers = unlock_as(fresh, qtbot, "Anouk")
            qtbot.waitUntil(lambda: hers._kept_drafts.of_others == before.drafts)
            assert not hers.capture.is_open
            assert fresh.end().carried == before.carried
        with begun(qtbot, paths, before) as fresh:
            again = unlock_as(fresh, qtbot)
            qtbot.waitUntil(lambda: open_text(again) == "Noor vroeg of wij", timeout=30_000)
            monkeypatch.undo()
            again._drafts.try_again()
            again._drafts.flush()
            assert fresh.end().carried == ()


def test_a_wrong_passphrase_keeps_what_was_carried(qtbot: QtBot, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(practice()[0], vault)
    shutil.rmtree(vault / "drafts")
    (vault / "drafts").write_bytes(b"")
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=vault)
    paths.config.mkdir()
    with begun(qtbot, paths, Before()) as lifecycle:
        type_words(unlock_as(lifecycle, qtbot), "Noor vroeg of wij")
        before = lifecycle.end()
    assert before.carried
    with begun(qtbot, paths, before) as fresh:
        screen = fresh.window.screen_widget
        assert screen is not None
        assert any("It is kept in this window." in text for text in texts(screen))
        screen.unlock_requested.emit("Fatima", "not these words")
        qtbot.waitUntil(lambda: "Name or passphrase is not right." in texts(screen), timeout=30_000)
        assert fresh.end().carried == before.carried


def test_closing_the_window_with_words_that_no_disk_took_ends_at_the_lock_screen_instead(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Before] = []
    monkeypatch.setattr("baken.gui.lifecycle.replace_process", replaced.append)
    with started(qtbot, tmp_path) as (lifecycle, paths):
        type_words(unlock_as(lifecycle, qtbot), "Noor vroeg of wij")
        shutil.rmtree(paths.vault_folder() / "drafts")
        (paths.vault_folder() / "drafts").write_bytes(b"")
        lifecycle.window.close()
        assert [len(before.carried) for before in replaced] == [1]
    fresh = Lifecycle(paths, Settings(paths.config), Before())
    qtbot.addWidget(fresh.window)
    fresh.start()
    fresh.window.close()
    assert len(replaced) == 1
