"""Asking where a file is or goes: Qt's own dialog, not the system's, and it remembers nothing.

The dialog of the operating system would note the file among its recent ones; Qt's would write visited folders to
its settings, so its history is emptied. Never blocks: the answer comes to a slot.
Source: security.md, "Leaks to close".
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str, on_chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file to write, suggesting `name`; `kinds` is like "PDF (*.pdf)"."""
    dialog = _dialog(parent, title, kinds, on_chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def ask_which_file(parent: QWidget, title: str, kinds: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    """Ask for an existing file to read."""
    dialog = _dialog(parent, title, kinds, on_chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, kinds: str, on_chosen: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setNameFilter(kinds)
    dialog.setHistory([])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def choose(path: str) -> None:
        on_chosen(Path(path))

    dialog.fileSelected.connect(choose)
    return dialog
