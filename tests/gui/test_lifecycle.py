"""One window from lock screen to lock: a wrong passphrase, a right one, what is kept, what is closed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui import language, theme
from baken.gui.first_run import FirstRun
from baken.gui.lifecycle import Lifecycle
from baken.gui.lock_screen import LockScreen
from baken.gui.relock import Before
from baken.gui.settings import Settings
from baken.gui.shell import Shell
from baken.model.clock import SystemClock
from baken.store.epochs import PUBLIC_NAME
from baken.store.instance import InstanceLock
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .pages import button, texts
from .vaults import practice


@contextmanager
def started(
    qtbot: QtBot, tmp_path: Path, before: Before | None = None, *, vault: bool = True
) -> Iterator[tuple[Lifecycle, Paths]]:
    """The programme as it starts on a copy of the practice vault, or without any."""
    folder = tmp_path / "vault"
    if vault:
        shutil.copytree(practice()[0], folder)
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=folder if vault else None)
    paths.config.mkdir()
    lifecycle = Lifecycle(paths, Settings(paths.config), before or Before())
    qtbot.addWidget(lifecycle.window)
    lifecycle.start()
    yield lifecycle, paths
    lifecycle.end()


@contextmanager
def begun(qtbot: QtBot, paths: Paths, before: Before) -> Iterator[Lifecycle]:
    """The next process, which knows what the one before it left."""
    lifecycle = Lifecycle(paths, Settings(paths.config), before)
    qtbot.addWidget(lifecycle.window)
    lifecycle.start()
    yield lifecycle
    lifecycle.end()


def unlock_as(lifecycle: Lifecycle, qtbot: QtBot, name: str = "Fatima") -> Shell:
    """Unlock, and give the screen that comes."""
    screen = lifecycle.window.screen_widget
    assert isinstance(screen, LockScreen)
    screen.unlock_requested.emit(name, practice()[1].passphrase)
    qtbot.waitUntil(lambda: isinstance(lifecycle.window.screen_widget, Shell), timeout=30_000)
    shell = lifecycle.window.screen_widget
    assert isinstance(shell, Shell)
    return shell


def test_without_a_vault_it_begins_with_the_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path, vault=False) as (lifecycle, _):
        assert isinstance(lifecycle.window.screen_widget, FirstRun)


def test_a_wrong_passphrase_is_told_and_the_right_one_still_opens(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        screen = lifecycle.window.screen_widget
        assert isinstance(screen, LockScreen)
        screen.unlock_requested.emit("Fatima", "not these words")
        qtbot.waitUntil(lambda: "Name or passphrase is not right." in texts(screen), timeout=30_000)
        shell = unlock_as(lifecycle, qtbot)
        assert shell.here == "today"


def test_typing_puts_off_the_new_lock_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        screen = lifecycle.window.screen_widget
        assert isinstance(screen, LockScreen)
        screen.typed.emit()
        assert not lifecycle._was_refused.isActive()
        lifecycle._was_refused.start(30_000)
        screen.typed.emit()
        assert lifecycle._was_refused.remainingTime() > 29_000
        lifecycle._was_refused.stop()


def test_another_vault_can_be_chosen_and_the_way_back_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        button(lifecycle.window, "Another vault").click()
        assert isinstance(lifecycle.window.screen_widget, FirstRun)
        button(lifecycle.window, "Back to the lock screen").click()
        assert isinstance(lifecycle.window.screen_widget, LockScreen)


def test_a_vault_whose_disk_was_taken_out_is_missed_and_nothing_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "vault"
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=gone)
    paths.config.mkdir()
    lifecycle = Lifecycle(paths, Settings(paths.config), Before())
    qtbot.addWidget(lifecycle.window)
    lifecycle.start()
    assert any("The folder of your vault is not there now." in text for text in texts(lifecycle.window))
    assert not gone.exists()
    lifecycle.end()


@pytest.mark.parametrize(
    ("name", "damage", "sentence"),
    [
        ("slots-*", b"not slots", "The vault cannot be read."),
        ("journal-*.db", b"not a journal", "The vault cannot be read."),
    ],
)
def test_a_damaged_vault_says_so_on_the_lock_screen(
    qtbot: QtBot, tmp_path: Path, name: str, damage: bytes, sentence: str
) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        for file in paths.vault_folder().glob(name):
            file.write_bytes(damage * 1000)
        screen = lifecycle.window.screen_widget
        assert isinstance(screen, LockScreen)
        screen.unlock_requested.emit("Fatima", practice()[1].passphrase)
        qtbot.waitUntil(lambda: sentence in texts(screen), timeout=30_000)


def test_a_second_window_on_one_vault_says_so_on_the_lock_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        keys = unlock(paths, "Anouk", practice()[1].passphrase, SystemClock())
        first = Workspace.open(paths, keys, SystemClock())
        screen = lifecycle.window.screen_widget
        assert isinstance(screen, LockScreen)
        screen.unlock_requested.emit("Fatima", practice()[1].passphrase)
        qtbot.waitUntil(lambda: "Baken is already open on this laptop." in texts(screen), timeout=30_000)
        first.close()
        unlock_as(lifecycle, qtbot)


def test_a_practice_vault_says_so_on_its_first_lock_screen(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        qtbot.waitUntil(lambda: "EXERCISE: no real youths" in texts(lifecycle.window), timeout=30_000)
        assert lifecycle.window.windowTitle() == "Baken · EXERCISE"


def test_a_vault_whose_card_cannot_be_read_is_called_practice_only_once_it_is_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        (paths.vault_folder() / PUBLIC_NAME).write_bytes(b"not a card")
        assert "EXERCISE: no real youths" not in texts(lifecycle.window)
        unlock_as(lifecycle, qtbot)
        assert lifecycle.window.windowTitle() == "Baken · EXERCISE"


def test_a_second_window_is_told_at_once_and_notices_that_the_first_has_gone(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    lock = InstanceLock(folder)
    with started(qtbot, tmp_path) as (lifecycle, _):
        lock.acquire()  # before the screen has asked
        told = "Baken is already open on this laptop."
        qtbot.waitUntil(lambda: told in texts(lifecycle.window), timeout=30_000)
        lock.release()
        qtbot.waitUntil(lambda: told not in texts(lifecycle.window), timeout=30_000)


def test_a_mentor_has_the_mentors_pages_only(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        assert unlock_as(lifecycle, qtbot).menu.keys == ("today", "youths")


def test_the_lead_has_signals_exchange_and_managing_too(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        keys = unlock_as(lifecycle, qtbot, "Anouk").menu.keys
        assert keys == ("today", "youths", "passing", "signals", "exchange", "admin")


def test_after_the_end_the_vault_is_free_for_another(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        unlock_as(lifecycle, qtbot)
        lifecycle.end()
        keys = unlock(paths, "Anouk", practice()[1].passphrase, SystemClock())
        Workspace.open(paths, keys, SystemClock()).close()


def test_what_was_typed_at_the_lock_is_open_again_after_unlock(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        shell = unlock_as(lifecycle, qtbot)
        shell.capture.open_new()
        editor = shell.capture.window_of_drafts.editor(shell.capture.window_of_drafts.current())
        assert editor is not None
        editor.text.set_text("Noor vroeg of wij")
        before = lifecycle.end()
        assert before.locked_at
        fresh = Lifecycle(paths, Settings(paths.config), before)
        qtbot.addWidget(fresh.window)
        fresh.start()
        assert any("Your draft is safe." in text for text in texts(fresh.window))
        again = unlock_as(fresh, qtbot)
        qtbot.waitUntil(lambda: again.capture.is_open, timeout=30_000)
        form = again.capture.window_of_drafts.editor(before.drafts[0])
        assert form is not None
        assert form.form().text == "Noor vroeg of wij"
        fresh.end()


def test_another_user_is_not_asked_about_a_draft_and_its_author_finds_it_open(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        shell = unlock_as(lifecycle, qtbot, "Fatima")
        shell.capture.open_new()
        top = shell.capture.window_of_drafts.editor(shell.capture.window_of_drafts.current())
        assert top is not None
        top.text.set_text("Noor vroeg of wij")
        before = lifecycle.end()
        with begun(qtbot, paths, before) as fresh:
            hers = unlock_as(fresh, qtbot, "Anouk")
            qtbot.waitUntil(lambda: hers._kept_drafts.of_others == before.drafts)
            assert not hers.capture.is_open
            assert not hers.toasts.history
            before = fresh.end()
        with begun(qtbot, paths, before) as fresh:
            again = unlock_as(fresh, qtbot, "Fatima")
            qtbot.waitUntil(lambda: again.capture.is_open, timeout=30_000)
            assert again.capture.window_of_drafts.current() == before.drafts[0]


def test_after_a_power_cut_what_was_open_opens_and_what_was_put_away_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        shell = unlock_as(lifecycle, qtbot, "Fatima")
        assert "Everything is saved" in texts(shell.status_bar)
        drafts = shell.capture.window_of_drafts
        for words in ("Selam sliep slecht", "Noor vroeg of wij", "Grijze auto bij het hek"):
            shell.capture.open_new()
            top = drafts.editor(drafts.current())
            assert top is not None
            top.text.set_text(words)
        closed, *left_open = drafts.tabs.ids()
        drafts.close_draft(closed)
        drafts.store_now()
        lifecycle.end()
        with begun(qtbot, paths, Before()) as fresh:  # as after a power cut: nothing crossed over
            again = unlock_as(fresh, qtbot, "Fatima")
            opened = again.capture.window_of_drafts
            qtbot.waitUntil(lambda: sorted(opened.tabs.ids()) == sorted(left_open), timeout=30_000)
            qtbot.waitUntil(lambda: any(text.startswith("Draft of ") for text in texts(again.status_bar)))
            assert "Everything is saved" not in texts(again.status_bar)
            word = next(text for text in texts(again.status_bar) if text.startswith("Draft of "))
            button(again.status_bar, word).click()
            qtbot.waitUntil(lambda: opened.current() == closed)
            qtbot.waitUntil(lambda: word not in texts(again.status_bar))


def test_the_vault_and_the_page_are_remembered_and_nothing_else(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        shell = unlock_as(lifecycle, qtbot)
        shell.open_page("youths")
        lifecycle.end()
        assert paths.last_vault() == tmp_path / "vault"
        written = " ".join(file.read_text("utf-8", "replace") for file in paths.config.rglob("*") if file.is_file())
        assert "youths" in written
        for name in ("Fatima", "Yousef", "Darwish", "oefening"):
            assert name not in written


def test_language_size_and_dark_switch_without_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        shell = unlock_as(lifecycle, qtbot)
        try:
            shell.top_bar.look_popup.bar.language_chosen.emit("nl")
            qtbot.waitUntil(lambda: "Nu aandacht nodig" in texts(shell))
            shell.top_bar.look_popup.bar.percent_chosen.emit(150)
            shell.top_bar.look_popup.bar.dark_chosen.emit(True)
            kept = Settings(paths.config)
            assert (kept.language, kept.percent, kept.is_dark) == ("nl", 150, True)
        finally:
            language.forget()
            theme.apply(dark=False, percent=100)
