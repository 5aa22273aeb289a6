"""My account: who I am here, and my own passphrase; for everybody, from the name in the menu."""

from functools import partial
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.clock import Clock
from baken.model.views import Me
from baken.store.kdf import SlotKeys
from baken.work import people
from baken.work.paths import Paths

from . import messages
from .access_change import AccessChanges, Done
from .access_result import AccessResult
from .page import Page
from .passphrase_form import PassphraseForm
from .people_words import last_day, roles
from .refusal import WRONG, saying_how_long
from .runner import Progress, Runner, Workspace
from .text import isolate
from .two_columns import TwoColumns
from .widgets.button import Button
from .widgets.card import Card
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class Account(NamedTuple):
    """Who unlocked, and until when (UTC milliseconds)."""

    me: Me
    valid_until: int | None


class Place(NamedTuple):
    """What a passphrase is checked and derived with, away from the database."""

    paths: Paths
    clock: Clock
    name: str


def ask_account(workspace: Workspace) -> Account:
    """Ask who unlocked."""
    me = workspace.user
    return Account(me, next(user.valid_until for user in workspace.users() if user.person == me.person))


def ask_place(workspace: Workspace) -> Place:
    """Ask where the vault lies and under which name it was unlocked."""
    return Place(workspace.paths, workspace.clock, workspace.user.name)


def derive_own(_progress: Progress, *, place: Place, now: str, new: str) -> SlotKeys:
    """Check the passphrase of now, then derive the keys of the new one; some seconds, for the pool."""
    with saying_how_long(place.paths.vault_folder(), place.clock):
        people.check_own(place.paths, place.name, now, place.clock)
    return people.derive_slot(place.paths, place.name, new)


def change_own(workspace: Workspace, *, keys: SlotKeys) -> people.Steps:
    """Give the user who unlocked the new passphrase; the backups follow step by step."""
    return workspace.people.change_passphrase(keys)


class AccountPage(Page):
    """Wires the form to the runner."""

    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._account: Account | None = None
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, height=30, colour="text")
        self._title = Label("", "page_title")
        self.form, self.result = PassphraseForm(), AccessResult()
        self._changes = AccessChanges(runner, self)
        self._who = Card(" ", "user")
        self._name, self._roles = Label("", "list_new", wrap=True), Label("", "small", colour="muted", wrap=True)
        self._until = Label("", "small", colour="muted", wrap=True)
        words = QVBoxLayout()
        words.setContentsMargins(16, 10, 16, 12)
        words.setSpacing(2)
        for label in (self._name, self._roles, self._until):
            words.addWidget(label)
        self._who.body.addLayout(words)
        self._columns = TwoColumns((self.result, self.form), (self._who,))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(ScrollArea(self._columns), 1)
        self._back.clicked.connect(self.back_requested)
        self.form.submitted.connect(self._change)
        self._changes.done.connect(self._changed)
        self._changes.refused.connect(self._refuse)
        self.result.closed.connect(self._focus_form)
        self.retranslate()

    def open(self, _id: str) -> None:
        """Show who unlocked; the cursor stands in the form."""
        super().open(_id)
        self._focus_form()

    def refresh(self) -> None:
        """Ask who unlocked."""
        self.runner.query(ask_account, self._show, owner=self, key="account")

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self.form.set_primary(is_primary=not is_yielding)

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        self._columns.fold(is_narrow=is_narrow)

    def leave(self) -> None:
        """Let nothing of a passphrase stand in a field that nobody looks at."""
        self.form.clear()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self._title.setText(self.tr("My account"))
        self._who.set_title(self.tr("Who you are here"))
        if self._account is None:
            return
        me, valid_until = self._account
        self._name.setText(isolate(me.name))
        self._roles.setText(roles(me.capabilities))
        self._until.setText(last_day(valid_until))
        self._until.setVisible(valid_until is not None)

    def _focus_form(self) -> None:
        self.form.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, account: Account) -> None:
        self._account = account
        self.retranslate()

    def _change(self, now: str, new: str) -> None:
        self.result.hide()
        self.runner.query(ask_place, partial(self._derive, now, new), on_failed=self._refuse, owner=self)

    def _derive(self, now: str, new: str, place: Place) -> None:
        derive = partial(derive_own, place=place, now=now, new=new)
        store = partial(self._store, people.is_respelled(new))
        self.runner.background(derive, store, on_failed=self._refuse, owner=self)

    def _store(self, is_respelled: bool, keys: SlotKeys) -> None:
        sentence = self.tr("Your passphrase was changed. The old one no longer opens the vault.")
        done = Done(sentence=sentence, is_respelled=is_respelled)
        self._changes.begin(partial(change_own, keys=keys), done, title=self.tr("Changing your passphrase"))

    def _changed(self, done: Done) -> None:
        self.form.set_busy(False)
        self.result.say(done)
        self.told.emit(done.sentence)

    def _refuse(self, error: UserError) -> None:
        sentence, next_step = messages.explain(error)
        if error.code == WRONG:
            sentence = self.tr("That is not your passphrase of now.")
            next_step = self.tr("Type it again; nothing was changed.")
        self.form.show_problem(sentence, next_step, int(error.params.get("seconds", 0)))
