"""Asking for a file or a folder, without leaving a trace of where people looked.

It begins in the home folder, or where the caller says.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from .settings import forget_visited_folders

OnChosen = Callable[[Path], None]


def choose_folder(parent: QWidget, title: str, on_chosen: OnChosen, *, begin: Path | None = None) -> QFileDialog:
    """Ask for a folder that is there; look in `begin` first where that is there."""
    start = begin if begin is not None and begin.is_dir() else Path.home()
    dialog = QFileDialog(parent, title, str(start))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, on_chosen)


def choose_file(parent: QWidget, title: str, pattern: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask for a file that is there; `pattern` is like "PDF (*.pdf)"."""
    dialog = QFileDialog(parent, title, str(Path.home()), pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, on_chosen)


def choose_files(
    parent: QWidget, title: str, patterns: Sequence[str], on_chosen: Callable[[tuple[Path, ...]], None]
) -> QFileDialog:
    """Ask for one or more files that are there; each of `patterns` is like "PDF (*.pdf)"."""
    dialog = QFileDialog(parent, title, str(Path.home()), ";;".join(patterns))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(partial(_chosen_all, on_chosen))
    return _open(dialog)


def choose_target(parent: QWidget, title: str, suggested: str, pattern: str, on_chosen: OnChosen) -> QFileDialog:
    """Ask where to write a file; asks before one that is there is replaced."""
    dialog = QFileDialog(parent, title, str(Path.home()), pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    dialog.selectFile(suggested)
    return _open(dialog, on_chosen)


def _open(dialog: QFileDialog, on_chosen: OnChosen | None = None) -> QFileDialog:
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    # Qt's own Dutch lacks these two
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("FileDialog", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("FileDialog", "Kind of file:"))
    dialog.setHistory([])
    if on_chosen is not None:
        dialog.fileSelected.connect(partial(_chosen, on_chosen))
    dialog.finished.connect(partial(_forget, dialog))
    dialog.open()
    return dialog


def _chosen(on_chosen: OnChosen, file: str) -> None:
    on_chosen(Path(file))


def _chosen_all(on_chosen: Callable[[tuple[Path, ...]], None], files: list[str]) -> None:
    on_chosen(tuple(map(Path, files)))


def _forget(dialog: QFileDialog, _result: int) -> None:
    dialog.destroyed.connect(forget_visited_folders)
    dialog.deleteLater()
