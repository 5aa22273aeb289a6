"""An unlocked vault backs itself up behind the work, and to the chosen folder."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from baken.gui.backup_rounds import BackupRounds
from baken.store.backup import backups_in

from .vaults import ask, office


def test_soon_after_unlocking_a_backup_is_made_and_copied(qtbot: QtBot, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with office(tmp_path, qtbot) as runner:
        own = ask(runner, qtbot, lambda workspace: workspace.vault.folder / "backups")
        ask(runner, qtbot, lambda workspace: workspace.backups.choose(stick) or True)
        rounds = BackupRounds(runner, first_after_ms=0)
        qtbot.waitUntil(lambda: any(backups_in(place) for place in stick.iterdir()), timeout=20_000)
        assert len(backups_in(own)) == 1
        ask(runner, qtbot, lambda workspace: workspace.backups.choose(None) or True)
        rounds.deleteLater()


def test_one_that_fails_is_a_finding_and_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        own = ask(runner, qtbot, lambda workspace: workspace.vault.folder / "backups")
        own.write_bytes(b"in de weg")
        rounds = BackupRounds(runner, first_after_ms=0)
        qtbot.waitUntil(
            lambda: ask(runner, qtbot, lambda workspace: workspace.vault.findings) == ("backup-failed",), timeout=20_000
        )
        rounds.deleteLater()
