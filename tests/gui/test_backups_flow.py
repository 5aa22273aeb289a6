"""Backups in the window: when, where to, now, and what to do about what went wrong or cannot be reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from baken.gui.backups_flow import BackupsFlow
from baken.gui.runner import Runner
from baken.store.backup import backups_in

from .pages import button, texts
from .vaults import ask, office


@contextmanager
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[BackupsFlow, Runner]]:
    """The card in a window, wired to a vault."""
    with office(tmp_path, qtbot) as runner:
        window = QWidget()
        qtbot.addWidget(window)
        flow = BackupsFlow(runner, window)
        flow.card.setParent(window)
        window.show()
        flow.refresh()
        qtbot.waitUntil(lambda: "Backups" in texts(window) and "No second place yet" in texts(window))
        yield flow, runner
        ask(runner, qtbot, lambda workspace: workspace.backups.choose(None) or True)


def test_a_backup_is_made_in_a_folder_and_no_button_can_be_pressed_meanwhile(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (flow, _):
        with qtbot.waitSignal(flow.told, timeout=20_000) as told:
            flow.back_up_to(tmp_path / "stick")
            assert not button(flow.card, "Back up to a folder…").isEnabled()
        assert told.args == ["The backup is made. Only a passphrase of this vault opens it."]
        assert len(backups_in(tmp_path / "stick")) == 1
        qtbot.waitUntil(lambda: button(flow.card, "Back up to a folder…").isEnabled())


def test_a_second_place_gets_a_copy_at_once_and_says_when_it_is_not_connected(qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with opened(qtbot, tmp_path) as (flow, _):
        with qtbot.waitSignal(flow.told, timeout=20_000) as told:
            flow.copy_to(stick)
        assert told.args == ["Copies of the backups go there from now on."]
        assert [len(backups_in(place)) for place in stick.iterdir()] == [1]
        qtbot.waitUntil(lambda: f"Copied to {stick}" in texts(flow.card))
        assert any(text.startswith("last copy ") for text in texts(flow.card)), "told before it lay there"
        assert any(text.startswith("On this laptop: last one ") for text in texts(flow.card))
        stick.rename(tmp_path / "away")
        flow.refresh()
        qtbot.waitUntil(lambda: "Not connected now. Connect it: the next copy follows by itself." in texts(flow.card))
        assert "Copies that cannot be reached now" in texts(flow.card)
        assert any(text.endswith(str(next((tmp_path / "away").rglob("2*")).name)) for text in texts(flow.card))
        with qtbot.waitSignal(flow.told, timeout=20_000):
            button(flow.card, "Stop copying there").click()
        qtbot.waitUntil(lambda: "No second place yet" in texts(flow.card))


def test_what_failed_by_itself_is_said_with_a_next_step(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (flow, runner):
        own = ask(runner, qtbot, lambda workspace: workspace.vault.folder / "backups")
        own.write_bytes(b"in de weg")
        stick = tmp_path / "stick"
        stick.mkdir()
        flow.copy_to(stick)
        qtbot.waitUntil(lambda: "The last automatic backup did not succeed." in texts(flow.card), timeout=20_000)


def test_a_folder_that_takes_no_backup_is_a_plain_failure(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (flow, runner):
        (tmp_path / "file").write_bytes(b"no folder")
        with qtbot.waitSignal(runner.failed, timeout=20_000) as failed:
            flow.back_up_to(tmp_path / "file")
        assert failed.args is not None
        qtbot.waitUntil(lambda: button(flow.card, "Back up to a folder…").isEnabled())
