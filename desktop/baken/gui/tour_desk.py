"""A laptop of the tour: the real window on one vault, with settings of its own, unlocked by somebody."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest

from baken.errors import BugError
from baken.model.ids import EntityId
from baken.work.paths import Paths

from .capture_editor import CaptureEditor
from .lifecycle import Lifecycle
from .lock_screen import LockScreen
from .page import Page
from .relock import Before
from .runner import Workspace
from .settings import Settings
from .shell import Shell
from .tour_hands import press, rest, type_in, wait_until
from .widgets.field import LineEdit
from .window import Window

T = TypeVar("T")
Part = TypeVar("Part", bound=QObject)


class Desk:
    """Makes a lifecycle in `folder`; `vault` is None where the first run is to come."""

    def __init__(self, folder: Path, vault: Path | None = None) -> None:
        self._paths = Paths(config=folder / "config", state=folder / "state", vault=vault)
        self._settings = Settings(self._paths.config)
        self._lifecycle = self._start(Before())

    @property
    def window(self) -> Window:
        """The window as it stands."""
        return self._lifecycle.window

    @property
    def shell(self) -> Shell:
        """The unlocked window; raises BugError while it is locked."""
        screen = self.window.screen_widget
        if not isinstance(screen, Shell):
            raise BugError("the vault of the tour is locked")
        return screen

    def part(self, kind: type[Part], root: QObject | None = None) -> Part:
        """Give the newest part of the window of this kind; raises BugError when there is none."""
        found = (root or self.window).findChildren(kind)
        if not found:
            raise BugError(f"no {kind.__name__} in the window of the tour")
        return found[-1]

    def try_passphrase(self, name: str, passphrase: str) -> None:
        """Type a name and a passphrase at the lock screen."""
        screen = self.part(LockScreen)
        fields = screen.findChildren(LineEdit)
        for field, text in zip(fields, (name, passphrase), strict=True):
            field.clear()
            type_in(field, text)
        press(screen, "Unlock")

    def is_asking(self) -> bool:
        """Whether the lock screen waits for somebody to type, and tries nothing."""
        return all(field.isEnabled() for field in self.part(LockScreen).findChildren(LineEdit))

    def unlock(self, name: str, passphrase: str) -> None:
        """Unlock, and wait until the first page is there."""
        self.try_passphrase(name, passphrase)
        wait_until(lambda: isinstance(self.window.screen_widget, Shell), "the unlocked window")
        self.open("today")

    def lock(self) -> None:
        """Lock: everything is stored and closed; a new lifecycle stands at the lock screen, as a new process would."""
        before = self._lifecycle.end()
        self._put_away()
        self._lifecycle = self._start(before)

    def end(self) -> None:
        """Store, close the vault and put the window away."""
        self._lifecycle.end()
        self._put_away()

    def open(self, key: str, target: str = "") -> None:
        """Go to a page and wait for its answers."""
        self.shell.open_page(key, target)
        self.settle()

    def page(self, kind: type[Part]) -> Part:
        """Give the page of this kind, which was opened before."""
        return self.part(kind, self.shell)

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """Give what the vault answers."""
        found: list[T] = []
        self.part(Page, self.shell).runner.query(question, found.append)
        wait_until(lambda: bool(found), "an answer of the vault")
        return found[0]

    def settle(self) -> None:
        """Wait until what was asked is answered and shown; some answers lead to another question."""
        for _ in range(3):
            self.ask(lambda workspace: workspace.user)
            rest()

    def editor(self) -> CaptureEditor:
        """Give the piece that is being written; raises BugError when there is none."""
        drafts = self.shell.capture.window_of_drafts
        editor = drafts.editor(drafts.current())
        if editor is None:
            raise BugError("nothing is being written in the tour")
        return editor

    def youth(self, name: str) -> EntityId:
        """Give the youth with this name."""
        rows = self.ask(lambda workspace: workspace.dossiers(name))
        return rows[0].youth.id

    def _start(self, before: Before) -> Lifecycle:
        lifecycle = Lifecycle(self._paths, self._settings, before)
        lifecycle.start()
        lifecycle.window.activateWindow()
        QTest.qWaitForWindowExposed(lifecycle.window)
        return lifecycle

    def _put_away(self) -> None:
        self.window.hide()
        self.window.deleteLater()
        self._lifecycle.deleteLater()
        rest()
