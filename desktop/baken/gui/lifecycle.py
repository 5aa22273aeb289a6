"""From start to lock: which screen stands in the window, and what happens between them.

first run → lock screen → shell → lock (a new process, which starts at the lock screen again). Nothing heavy is
imported before the lock screen shows; the rest comes in a thread while somebody types their passphrase.
"""

import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from baken.errors import UserError
from baken.work.paths import Paths

from . import language, theme
from .lock_screen import LockScreen
from .look_bar import LookBar
from .relock import Before, replace_process
from .settings import Settings
from .window import Window

if TYPE_CHECKING:
    from baken.model.records import When

    from .knock import Doorbell
    from .locked_note import LockedNote
    from .unlocked import Unlocked

RELOCK_AFTER_MS: Final = 60_000
"""A lock screen on which a passphrase was wrong is replaced. Source: security.md, "Lock"."""

_LOAD_AFTER_MS: Final = 50
_LISTEN_AFTER_MS: Final = 400  # the first screen stands by then


class Lifecycle(QObject):
    """The one that knows which screen comes next."""

    def __init__(self, paths: Paths, settings: Settings, before: Before) -> None:
        super().__init__()
        self._paths, self._settings, self._before = paths, settings, before
        self.window = Window()
        if not settings.geometry.isEmpty():
            self.window.restoreGeometry(settings.geometry)
        self.window.closing.connect(self._close)
        self._unlocked: Unlocked | None = None
        self._was_refused = QTimer(self)
        self._was_refused.setSingleShot(True)
        self._was_refused.setInterval(RELOCK_AFTER_MS)
        self._was_refused.timeout.connect(self._relock)
        self._doorbell: Doorbell | None = None
        self._is_capture_wanted = False

    def start(self) -> None:
        """Show the first screen."""
        vault = self._paths.vault or self._paths.last_vault()
        if vault is not None and (vault.is_dir() or self._before.carried):
            self.show_lock(vault)
        else:
            self.show_first_run(is_vault_gone=vault is not None)
        self.window.appear()
        QTimer.singleShot(_LISTEN_AFTER_MS, self, self._listen)

    def show_lock(self, vault: Path) -> None:
        """Put the lock screen of a vault into the window."""
        self._paths = self._paths.at(vault)
        is_practice, code = self._settings.vault_marks(vault)
        screen = LockScreen(
            locked_at=self._before.locked_at,
            has_draft=bool(self._before.drafts),
            is_practice=is_practice,
            code=code,
            is_noted=self._before.is_noted,
        )
        screen.unlock_requested.connect(self._unlock)
        screen.typed.connect(self._wait_longer)
        screen.other_vault_requested.connect(self.show_first_run)
        screen.note_requested.connect(partial(self.show_note, vault))
        screen.recovery_requested.connect(partial(self.show_recovery, vault))
        self._connect_look(screen.look)
        if self._before.carried:
            screen.show_problem(
                self.tr("What you typed last is not on the disk yet. It is kept in this window."),
                self.tr("Leave Baken open. Connect the disk or make room on it, and unlock."),
            )
        self.window.show_screen(screen, is_practice=is_practice)
        QTimer.singleShot(_LOAD_AFTER_MS, screen, partial(self._read_doorplate, screen, vault))

    def _read_doorplate(self, screen: LockScreen, vault: Path) -> None:
        """Learn what can be known of a closed vault, and load the rest while somebody types."""
        from .doorplate import Doorplate

        doorplate = Doorplate(vault, screen)
        doorplate.practice_seen.connect(screen.show_practice)
        doorplate.practice_seen.connect(self.window.mark_practice)
        doorplate.open_elsewhere.connect(screen.show_open_elsewhere)
        screen.unlock_requested.connect(doorplate.rest)
        doorplate.read()

    def show_note(self, vault: Path) -> None:
        """Put the form for a note without unlocking into the window."""
        from baken.work import locked_capture
        from baken.work.outside import is_for_practice

        from .locked_note import LockedNote
        from .messages import explain
        from .said import now

        if not locked_capture.can_capture(vault):
            screen = self.window.screen_widget
            if isinstance(screen, LockScreen):
                screen.show_problem(*explain(UserError("no-notice")))
            return
        self._was_refused.stop()  # nothing that is being typed may go with the process
        is_practice = bool(is_for_practice(vault))
        note = LockedNote(now, is_practice=is_practice)
        note.kept.connect(partial(self._keep_note, vault, note))
        note.left.connect(self._relock)
        self.window.show_screen(note, is_practice=is_practice)

    def _keep_note(self, vault: Path, note: "LockedNote", initials: str, text: str, when: "When") -> None:
        """Seal a note; then this process, which has seen it, is replaced."""
        from baken.model.clock import SystemClock
        from baken.work import locked_capture

        from .messages import explain

        try:
            locked_capture.capture(vault, initials=initials, text=text, when=when, clock=SystemClock())
        except UserError as error:
            note.show_problem(*explain(error))
            return
        self._before = replace(self._before, is_noted=True)
        self._relock()

    def show_recovery(self, vault: Path) -> None:
        """Put the form for the recovery sheet into the window; this process, which sees a code, is replaced after."""
        from baken.work.outside import is_for_practice

        from .recover_flow import RecoverFlow

        self._was_refused.stop()  # nothing that is being typed may go with the process
        is_practice = bool(is_for_practice(vault))
        flow = RecoverFlow(self._paths.at(vault), is_practice=is_practice, parent=self)
        flow.left.connect(self._relock)
        flow.crashed.connect(self.show_bug)
        self.window.show_screen(flow.screen, is_practice=is_practice)

    def show_first_run(self, *, is_vault_gone: bool = False) -> None:
        """Put the first run into the window; say so when the vault that was open last is not there."""
        from .first_run_flow import FirstRunFlow

        self._was_refused.stop()
        vault = self._paths.vault if isinstance(self.window.screen_widget, LockScreen) else None
        flow = FirstRunFlow(self._paths, self._settings, self)
        flow.finished.connect(self.show_lock)
        flow.crashed.connect(self.show_bug)
        if vault is not None:
            flow.screen.offer_way_back()
            flow.screen.back_requested.connect(partial(self.show_lock, vault))
        self._connect_look(flow.screen.look)
        self.window.show_screen(flow.screen, is_practice=False)
        if is_vault_gone:
            flow.screen.show_problem(
                self.tr("The folder of your vault is not there now."),
                self.tr("Nothing was changed. Connect the disk and start Baken again, or open the vault below."),
            )

    def lock(self) -> None:
        """Store everything, close the vault, and let a fresh process take this one's place."""
        replace_process(self.end())

    def end(self) -> Before:
        """Store everything and close the vault; gives what the next process should know."""
        left = self._before if self._unlocked is None else self._unlocked.end()
        self._before, self._unlocked = left, None
        if self._doorbell is not None:
            self._doorbell.close()
        self._keep_settings()
        return replace(left, locked_at=time.strftime("%H:%M"))

    def answer_knock(self) -> None:
        """Open the quick capture, as `baken --capture` asks; a locked window asks to be unlocked first."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if self._unlocked is not None and self._unlocked.open_capture():
            return
        self._is_capture_wanted = True
        screen = self.window.screen_widget
        if isinstance(screen, LockScreen) and self._unlocked is None:
            screen.show_problem(
                self.tr("Quick capture opens once you have unlocked."), self.tr("Give your name and passphrase.")
            )

    def show_bug(self, error: BaseException) -> None:
        """Tell that the programme was wrong."""
        from . import crash

        crash.log_bug(error)
        crash.CrashDialog(crash.details_of(error), self.window).open()

    def choose_language(self, code: str) -> None:
        """Switch the language now and for the next start."""
        for known in language.LANGUAGES:
            if known == code:
                self._settings.language = known
                language.use(known)

    def choose_percent(self, percent: int) -> None:
        """Switch the text size now and for the next start."""
        self._settings.percent = percent
        theme.apply(dark=theme.is_dark(), percent=percent)

    def choose_dark(self, is_dark: bool) -> None:
        """Switch between light and dark now and for the next start."""
        self._settings.is_dark = is_dark
        theme.apply(dark=is_dark, percent=theme.percent())

    def _connect_look(self, look: LookBar) -> None:
        look.language_chosen.connect(self.choose_language)
        look.percent_chosen.connect(self.choose_percent)
        look.dark_chosen.connect(self.choose_dark)

    def _unlock(self, name: str, passphrase: str) -> None:
        from .unlocked import Unlocked

        self._was_refused.stop()
        unlocked = Unlocked(self._paths, self._settings, self._before, self)
        unlocked.opened.connect(self._show_shell)
        unlocked.refused.connect(self._refuse)
        unlocked.crashed.connect(self.show_bug)
        unlocked.lock_requested.connect(self.lock)
        self._unlocked = unlocked
        unlocked.open(name, passphrase)

    def _refuse(self, sentence: str, next_step: str, wait_s: int) -> None:
        if self._unlocked is not None:
            self._unlocked.deleteLater()
        self._unlocked = None
        screen = self.window.screen_widget
        if isinstance(screen, LockScreen):
            from PySide6.QtGui import QAccessible, QAccessibleEvent  # 15 ms that the start does without

            screen.show_problem(sentence, next_step, wait_s)
            QAccessible.updateAccessibility(QAccessibleEvent(screen.message, QAccessible.Event.Alert))
        self._was_refused.start()

    def _wait_longer(self) -> None:
        """Replace the lock screen only once nobody types: what is typed would be lost."""
        if self._was_refused.isActive():
            self._was_refused.start()

    def _show_shell(self, shell: QWidget, is_practice: bool) -> None:
        self.window.show_screen(shell, is_practice=is_practice)
        for look in shell.findChildren(LookBar):
            self._connect_look(look)
        if self._unlocked is not None:
            self._unlocked.guard(self.window)
            if self._is_capture_wanted:
                self._is_capture_wanted = not self._unlocked.open_capture()

    def _listen(self) -> None:
        from .knock import Doorbell

        self._doorbell = Doorbell(self._paths.state, self)
        self._doorbell.rung.connect(self.answer_knock)
        self._doorbell.listen()

    def _relock(self) -> None:
        self._keep_settings()
        replace_process(self._before)

    def _close(self) -> None:
        """Store everything; what no disk takes keeps the programme at its lock screen, which says so."""
        was_open = self._unlocked is not None
        left = self.end()
        if was_open and left.carried:
            replace_process(left)

    def _keep_settings(self) -> None:
        self._settings.geometry = self.window.saveGeometry()
        self._settings.save()
