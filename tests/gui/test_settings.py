"""Settings hold how the window looks and never what was in it; Qt's own traces come into our folder and go."""

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from baken.gui.settings import Settings, forget_visited_folders, redirect


def test_the_look_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    first = Settings(tmp_path)
    assert (first.language, first.is_dark, first.percent, first.page) == ("nl", None, 100, "today")
    first.language, first.is_dark, first.percent, first.page = "en", True, 150, "youths"
    first.save()
    again = Settings(tmp_path)
    assert (again.language, again.is_dark, again.percent, again.page) == ("en", True, 150, "youths")


def test_a_broken_file_gives_the_defaults(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\npercent=many\nlanguage=xx\n", "utf-8")
    settings = Settings(tmp_path)
    assert (settings.language, settings.percent) == ("nl", 100)


def test_the_lock_screen_knows_a_practice_vault_again_and_no_other(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.mark_vault(tmp_path / "vault", is_practice=True, code="L-OOST")
    assert settings.vault_marks(tmp_path / "vault") == (True, "L-OOST")
    assert settings.vault_marks(tmp_path / "other") == (False, "")


def test_what_the_file_dialog_remembers_lands_in_our_folder_and_is_emptied(qtbot: QtBot, tmp_path: Path) -> None:
    redirect(tmp_path)
    dialog = QSettings(QSettings.Scope.UserScope, "QtProject")
    dialog.setValue("FileDialog/history", ["/media/stick/dossier"])
    dialog.sync()
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any("dossier" in file.read_text("utf-8") for file in written)
    forget_visited_folders()
    assert not any("dossier" in file.read_text("utf-8") for file in tmp_path.rglob("*") if file.is_file())
