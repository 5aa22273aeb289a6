"""A whole lock of the real window while the vault's disk is gone, in a process of its own that is replaced by itself.

Arguments: the folder for settings, the vault's folder, a user, the passphrase. Types, takes the vault away, and locks;
the process that comes puts it back, unlocks and prints what is written where.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QLabel

from baken.gui import app, settings, theme
from baken.gui.capture_text import FactText
from baken.gui.language import use
from baken.gui.lifecycle import Lifecycle
from baken.gui.lock_screen import LockScreen
from baken.gui.relock import take_before
from baken.gui.shell import Shell
from baken.gui.tour_hands import sees, wait_until
from baken.work.paths import Paths

TYPED = "Grijze auto bij het hek. " * 20_000  # half a megabyte


def main(folder: Path, vault: Path, user: str, passphrase: str) -> None:
    """Do one half of it, depending on who was here before."""
    settings.redirect(folder / "config")
    application = app.prepare(QApplication(["baken"]))
    theme.apply(dark=False, percent=100)
    use("en")
    before = take_before()
    away = vault.with_name("away")
    paths = Paths(config=folder / "config", state=folder / "state", vault=vault)
    lifecycle = Lifecycle(paths, settings.Settings(paths.config), before)
    lifecycle.start()
    if before.locked_at:
        words = " ".join(label.text() for label in lifecycle.window.findChildren(QLabel))
        print("told:", "It is kept in this window." in words, flush=True)
        away.rename(vault)
    shell = _unlock(lifecycle, user, passphrase)
    if not before.locked_at:
        shell.capture.open_new()
        _text(shell).set_text("begun")
        shell.capture.store_now()
        wait_until(lambda: sees(shell, "Draft saved"), "the draft on the disk")
        vault.rename(away)
        _text(shell).set_text(TYPED)
        _text(shell).changed.emit()
        lifecycle.lock()
    wait_until(lambda: shell.capture.is_open, "the draft after the lock")
    print("shown:", _text(shell).text() == TYPED, flush=True)
    carried = lifecycle.end().carried
    print("stored:", not carried, flush=True)
    application.processEvents()


def _unlock(lifecycle: Lifecycle, user: str, passphrase: str) -> Shell:
    screen = lifecycle.window.screen_widget
    if isinstance(screen, LockScreen):
        screen.unlock_requested.emit(user, passphrase)
    wait_until(lambda: isinstance(lifecycle.window.screen_widget, Shell), "the unlocked window")
    shell = lifecycle.window.screen_widget
    if not isinstance(shell, Shell):
        raise TypeError("another screen")
    return shell


def _text(shell: Shell) -> FactText:
    drafts = shell.capture.window_of_drafts
    editor = drafts.editor(drafts.current())
    if editor is None:
        raise TypeError("no form is open")
    return editor.text


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
