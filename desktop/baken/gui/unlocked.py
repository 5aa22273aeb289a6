"""What lives between unlock and lock: the session, the shell, the watch for idleness, the cover."""

from PySide6.QtCore import QObject, Signal

from baken.errors import UserError
from baken.model.clock import SystemClock
from baken.model.views import Me
from baken.work.paths import Paths

from . import fonts, messages
from .cover import Cover
from .idle import IdleWatch
from .lock_warning import LockWarning
from .pages import MENU_OF
from .relock import Before
from .session import Session
from .settings import Settings
from .shell import Shell
from .system_locks import watch_system
from .window import Window


class Unlocked(QObject):
    """Opens a vault for one person and ends it again."""

    opened = Signal(object, bool)  # the shell; whether this is a practice vault
    refused = Signal(str, str, int)  # sentence, next step, seconds until the next try; the session is closed
    lock_requested = Signal()
    crashed = Signal(object)

    def __init__(self, paths: Paths, settings: Settings, before: Before, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths, self._settings, self._before = paths, settings, before
        self._shell: Shell | None = None
        self._session = Session(paths, SystemClock(), self)
        self._session.opened.connect(self._show)
        self._session.refused.connect(self._refuse)
        self._session.runner.crashed.connect(self.crashed)
        self._cover: Cover | None = None
        self._idle = IdleWatch(self)
        self._idle.expired.connect(self.lock_requested)
        self._system = watch_system(self)

    def open(self, name: str, passphrase: str) -> None:
        """Try a name and a passphrase; `opened` or `refused` follows."""
        self._session.open(name, passphrase, self.tr("Opening the vault"))

    def guard(self, window: Window) -> None:
        """Show the last seconds before the idle lock on this window, and cover it when asked or left."""
        self._cover = Cover(window)
        self._cover.uncovered.connect(self._idle.touch)
        if self._shell is not None:
            self._shell.cover_requested.connect(self._cover.cover)
        warning = LockWarning(window)
        self._idle.warned.connect(warning.warn)
        self._idle.calmed.connect(warning.hide)
        window.resized.connect(warning.place)

    def open_capture(self) -> bool:
        """Open an empty capture form; gives False while the shell does not stand yet."""
        if self._shell is None:
            return False
        self._shell.capture.open_new()
        return True

    def end(self) -> Before:
        """Store everything and close the vault; gives the drafts that were open, and those that no disk took."""
        self._idle.stop()
        if self._cover is not None:
            self._cover.stop()
        if self._shell is None:  # nothing was opened or taken over yet
            self._session.close()
            return self._before
        drafts = self._shell.store_everything()
        return Before(drafts=drafts, carried=self._session.close())

    def _show(self, me: Me) -> None:
        drafts = self._session.drafts
        if drafts is None:
            return
        if self._before.carried:
            drafts.take_in(self._before.carried)
        fonts.load_all_scripts()
        self._settings.mark_vault(self._paths.vault_folder(), is_practice=me.practice, code=me.site_code)
        shell = Shell(self._session.runner, drafts, me)
        shell.lock_requested.connect(self.lock_requested)
        shell.page_opened.connect(self._remember_page)
        self._shell = shell
        self.opened.emit(shell, me.practice)
        shell.open_page(self._settings.page if self._settings.page in shell.menu.keys else "today")
        shell.open_drafts(self._before.drafts)
        self._idle.start()
        self._system.locking.connect(self.lock_requested)

    def _refuse(self, error: UserError) -> None:
        self._session.close()
        self.refused.emit(*messages.explain(error), int(error.params.get("seconds", 0)))

    def _remember_page(self, key: str) -> None:
        self._settings.page = MENU_OF.get(key, key)
