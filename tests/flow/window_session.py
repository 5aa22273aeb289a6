"""The window on a live vault, in a process of its own: capture, search, a signal, a paper, locks and a bug.

Arguments: the folder for settings, the vault's folder, the PDF to write, the id of a youth, the id of a signal.
"""

import os
import sys
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from canaries import SECRETS
from PySide6.QtWidgets import QApplication

from baken.gui import app, crash, settings, theme
from baken.gui.capture_window import CaptureWindow
from baken.gui.language import use
from baken.gui.passing_page import PassingPage
from baken.gui.signal_page import SignalPage
from baken.gui.tour_desk import Desk
from baken.gui.tour_hands import after, press, sees, type_in, wait_until


def main(folder: Path, vault: Path, paper: Path, youth: str, signal: str) -> None:
    """Do what a lead does in a shift."""
    settings.redirect(folder / "config")
    application = app.prepare(QApplication(["baken"]))
    theme.apply(dark=False, percent=100)
    use("nl")
    desk = Desk(folder, vault)
    desk.try_passphrase(SECRETS["user"], SECRETS["passphrase"] + " niet")
    wait_until(desk.is_asking, "the answer to a wrong passphrase")
    desk.unlock(SECRETS["user"], SECRETS["passphrase"])
    desk.open("dossier", youth)
    _write(desk, "text")
    after(desk.shell.capture.closed, lambda: press(desk.part(CaptureWindow), "Save"))
    desk.shell.start_search()
    type_in(desk.shell.search.box.field, SECRETS["search"])
    type_in(desk.shell.search.box.field, " " + SECRETS["text"])
    desk.settle()
    desk.shell.search.close_search()
    desk.open("signals", signal)
    page = desk.page(SignalPage)
    type_in(page.builder.unknown.area.edit, SECRETS["signal"])
    page.leave()
    wait_until(lambda: page.is_draft_stored, "the draft of the signal")
    desk.open("passing", signal)
    passing = desk.page(PassingPage)
    wait_until(lambda: passing.is_paper_ready, "the paper")
    after(passing.told, partial(passing.save_to, paper))
    desk.open("today")
    _write(desk, "draft")
    desk.lock()
    desk.unlock(SECRETS["user"], SECRETS["passphrase"])
    wait_until(lambda: desk.shell.capture.is_open, "the draft after the lock")
    if desk.editor().form().text != SECRETS["draft"]:
        sys.exit("the draft is another one")
    crash.log_bug(ValueError(SECRETS["bug"]))
    desk.end()
    application.processEvents()


def _write(desk: Desk, what: str) -> None:
    """Type a text into a new piece until it is a draft on the disk."""
    desk.shell.capture.open_new()
    editor = desk.editor()
    type_in(editor.text.edit, SECRETS[what])
    type_in(editor.quote.quote.edit, SECRETS["quote"])
    type_in(editor.thought.thought.edit, SECRETS["meaning"])
    type_in(editor.place, SECRETS["phone"])
    wait_until(lambda: sees(desk.part(CaptureWindow), "Draft saved"), "the draft on the disk")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5])
