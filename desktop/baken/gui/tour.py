"""`baken tour DIR`: the main job through the real window, on practice vaults, with or without a screen.

Everything is pressed and typed in the window that people use. The vaults are made in a folder inside DIR and
removed at the end; what stays are pictures, papers, a bundle and a list.
"""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from baken.model.resources import read_resource
from baken.store.backup import OWN_PLACE
from baken.work.practice import PUBLISHED

from . import app, settings, theme
from .language import DEFAULT, use
from .lock_screen import LockScreen
from .locked_note import LockedNote
from .tour_album import Album, Tour
from .tour_attaching import attach
from .tour_desk import Desk
from .tour_exchange import exchange, make_elsewhere, use_mailbox
from .tour_hands import press, type_in, wait_until
from .tour_managing import manage, restore
from .tour_passing import build_signal, pass_on
from .tour_recording import correct, first_run, look_around, record, search
from .tour_texts import TourTexts


def run_tour(out: Path) -> Tour:
    """Make the tour in `out`, which is made where it is missing; about a minute.

    Raises BugError where the window does not do what it should, and OSError where `out` cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    texts = read_resource("practice/tour.toml", TourTexts)
    working = Path(tempfile.mkdtemp(prefix="working-", dir=out))
    settings.redirect(working / "config")
    running = QApplication.instance()
    app.prepare(running if isinstance(running, QApplication) else QApplication(["baken"]))
    theme.apply(dark=False, percent=100)
    use(DEFAULT)
    try:
        return _walk(Album(out), working, texts)
    finally:
        shutil.rmtree(working, ignore_errors=True)


def _walk(album: Album, working: Path, texts: TourTexts) -> Tour:
    here = Desk(working / "here")
    first_run(album, here, working / "oost")
    _unlock(album, here, texts)
    look_around(album, here, texts)
    piece = record(album, here, texts)
    search(album, here, texts)
    correct(album, here, texts, piece)
    here.lock()
    here.unlock(texts.lead, PUBLISHED)
    signal = build_signal(album, here, texts, piece)
    pass_on(album, here, texts, signal)
    there = make_elsewhere(working, texts)
    exchange(album, here, there, texts, signal)
    use_mailbox(album, here, there, working / "mailbox", signal)
    there.end()
    manage(album, here, texts)
    attach(album, here, texts, working)
    _lock(album, here, texts)
    _note(album, here, texts)
    here.end()
    _forget(album, Desk(working / "forgetful", working / "oost"))
    restore(album, Desk(working / "new"), texts, working / "oost" / OWN_PLACE)
    return album.close()


def _unlock(album: Album, here: Desk, texts: TourTexts) -> None:
    album.show(here.window, "04-lock-screen", "The lock screen of a practice vault", english=True)
    here.try_passphrase(texts.user, texts.wrong_passphrase)
    wait_until(here.is_asking, "the answer to a wrong passphrase")
    album.show(here.window, "05-wrong-passphrase", "A wrong passphrase: one sentence and a next step")
    here.unlock(texts.user, PUBLISHED)


def _lock(album: Album, here: Desk, texts: TourTexts) -> None:
    here.open("today")
    here.shell.capture.open_new()
    type_in(here.editor().text.edit, texts.draft)
    here.lock()
    album.show(here.window, "40-locked-with-a-draft", "Locked while somebody was typing")
    here.unlock(texts.lead, PUBLISHED)
    wait_until(lambda: here.shell.capture.is_open, "the draft that was typed before the lock")
    here.settle()
    album.show(here.window, "41-draft-is-back", "Unlocked: the draft stands there as it was typed", english=True)
    here.shell.cover_requested.emit()
    album.show(
        here.window, "42-covered", "Covered with F12: nothing of a child in sight, and nothing locked", english=True
    )


def _note(album: Album, here: Desk, texts: TourTexts) -> None:
    here.lock()
    press(here.part(LockScreen), "Note without unlocking")
    note = here.part(LockedNote)
    type_in(note.text.edit, texts.draft)
    type_in(note.initials, texts.user[:1])
    album.show(here.window, "43-note-without-unlocking", "A note written without unlocking", english=True)


def _forget(album: Album, here: Desk) -> None:
    press(here.part(LockScreen), "Passphrase forgotten?")
    album.show(here.window, "44-recover", "An administrator's new passphrase with the recovery sheet", english=True)
    here.end()
