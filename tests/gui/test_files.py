"""Asking for a file: not modal to the code, and no trace of where people looked."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from baken.gui import files, language
from baken.gui.settings import redirect


@pytest.fixture
def parent(qtbot: QtBot, tmp_path: Path) -> QWidget:
    redirect(tmp_path / "config")
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def test_a_chosen_file_is_given_and_the_dialog_forgets_it(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    (tmp_path / "west.card").write_bytes(b"card")
    chosen: list[Path] = []
    dialog = files.choose_file(parent, "A card", "Cards (*.card)", chosen.append)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "west.card"))
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert chosen == [tmp_path / "west.card"]
    assert not QSettings(QSettings.Scope.UserScope, "QtProject").allKeys()


def test_a_new_file_gets_the_suffix_that_was_suggested(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    dialog = files.choose_target(parent, "Save", "F6.pdf", "PDF (*.pdf)", chosen.append)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "letter"))
    dialog.accept()
    assert chosen == [tmp_path / "letter.pdf"]


def test_a_folder_is_asked_for_as_a_folder(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    dialog = files.choose_folder(parent, "The vault", lambda _folder: None)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_dialog_begins_in_the_home_folder(parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    dialogs = (
        files.choose_folder(parent, "The vault", lambda _folder: None),
        files.choose_file(parent, "A card", "Cards (*.card)", lambda _file: None),
        files.choose_target(parent, "Save", "F6.pdf", "PDF (*.pdf)", lambda _file: None),
    )
    for dialog in dialogs:
        assert dialog.directory().absolutePath() == str(tmp_path)
        dialog.reject()
    (tmp_path / "vaults").mkdir()
    for begin, there in (("vaults", tmp_path / "vaults"), ("nowhere", tmp_path)):
        dialog = files.choose_folder(parent, "The vault", lambda _folder: None, begin=tmp_path / begin)
        assert dialog.directory().absolutePath() == str(there)
        dialog.reject()


def test_the_words_of_the_dialog_are_dutch_in_the_dutch_programme(parent: QWidget) -> None:
    try:
        language.use("nl")
        dialog = files.choose_target(parent, "Bewaren", "F6.pdf", "PDF (*.pdf)", lambda _file: None)
        words = {label.text() for label in dialog.findChildren(QLabel)}
        words |= {dialog.labelText(QFileDialog.DialogLabel.Accept)}
        assert not words & {"&Look in:", "Look in:", "Files of &type:", "Kind of file:", "&Save"}
        assert {"Zoeken in:", "Op&slaan"} <= words
        dialog.reject()
    finally:
        language.forget()
