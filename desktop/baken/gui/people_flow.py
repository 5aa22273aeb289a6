"""People, wired: adding somebody, a new passphrase for who forgot theirs, removing; for administrators.

What takes over a second is shown below; a removal reopens the vault and so runs alone.
"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from baken.errors import UserError
from baken.model.views import Me
from baken.model.views_backup import BackupRow
from baken.store.kdf import SlotKeys
from baken.store.members import User
from baken.work import people
from baken.work.paths import Paths

from . import messages
from .access_change import AccessChanges, Done
from .people_card import PeopleCard
from .person_form import NewPerson, PersonForm
from .person_view import PersonView
from .remove_dialog import RemoveDialog
from .runner import Progress, Runner, Workspace
from .text import isolate


class PeopleSeen(NamedTuple):
    """Who unlocked, and who is certified by this site."""

    me: Me
    users: tuple[User, ...]


def ask_people(workspace: Workspace) -> PeopleSeen:
    """Ask who unlocked, and who is certified by this site."""
    return PeopleSeen(workspace.user, tuple(workspace.users()))


def ask_paths(workspace: Workspace) -> Paths:
    """Ask where the vault lies."""
    return workspace.paths


def ask_out_of_reach(workspace: Workspace) -> tuple[BackupRow, ...]:
    """Ask which copies a removal cannot reach now."""
    return workspace.backups.state().out_of_reach


def derive(_progress: Progress, *, paths: Paths, name: str, passphrase: str) -> SlotKeys:
    """Derive the keys of a slot; about a second, for the pool."""
    return people.derive_slot(paths, name, passphrase)


def add(workspace: Workspace, *, person: NewPerson, keys: SlotKeys) -> str:
    """Give somebody an account; gives the person id."""
    until = workspace.people.end_of(person.last_day) if person.last_day else None
    return workspace.people.add(person.name, person.roles, keys, valid_until=until)


def reissue(workspace: Workspace, *, user: User, keys: SlotKeys) -> people.Steps:
    """Give somebody new secrets under a new passphrase; the backups follow step by step."""
    return workspace.people.reissue(user.person, user.name, keys)


def remove(workspace: Workspace, *, person: str) -> people.Steps:
    """Remove somebody; the backups follow step by step."""
    return workspace.people.remove(person)


class PeopleFlow(QObject):
    """Carries out what is asked on the list and its two forms."""

    told = Signal(str)
    said = Signal(object)  # Done
    seen = Signal(object)  # Me, after each answer
    shown = Signal(object)  # the widget that takes the page, or None for the overview
    own_account_requested = Signal()

    def __init__(self, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._runner, self._window = runner, parent
        self._changes = AccessChanges(runner, self)
        self._user: User | None = None
        self._me = ""
        self._people: dict[str, User] = {}
        self.card, self.form, self.person = PeopleCard(), PersonForm(), PersonView()
        self.card.opened.connect(self._open)
        self.form.submitted.connect(self._ask_paths_to_add)
        self.person.passphrase_given.connect(self._ask_paths_to_reissue)
        self.person.remove_requested.connect(self._ask_what_is_out_of_reach)
        self.person.own_account_requested.connect(self.own_account_requested)
        for part in (self.form, self.person):
            part.closed.connect(self._close)
        self._changes.done.connect(self._changed)
        self._changes.refused.connect(self._refuse)
        self._changes.stopped.connect(self._stopped)

    def refresh(self) -> None:
        """Ask for the people."""
        self._runner.query(ask_people, self._show, owner=self, key="people")

    def start_adding(self) -> None:
        """Show an empty form."""
        self._user = None
        self.shown.emit(self.form)
        self.form.start()

    def focus(self) -> None:
        """Put the cursor on the person that was looked at last."""
        self.card.focus_person(self._user.person if self._user else "")

    def leave(self) -> None:
        """Let nothing of a passphrase stand in a field that nobody looks at."""
        self.form.clear_secrets()
        self.person.clear_secrets()

    def _show(self, seen: PeopleSeen) -> None:
        self._me = seen.me.person
        self.card.show_people(seen.users, self._me)
        self._people = {user.person: user for user in seen.users}
        self.seen.emit(seen.me)

    def _open(self, person: str) -> None:
        self._user = self._people[person]
        self.shown.emit(self.person)
        self.person.show_person(self._user, is_me=person == self._me)

    def _close(self) -> None:
        self.shown.emit(None)
        self.focus()

    def _ask_paths_to_add(self, person: NewPerson) -> None:
        self._runner.query(ask_paths, partial(self._derive_to_add, person), on_failed=self._refuse_form, owner=self)

    def _derive_to_add(self, person: NewPerson, paths: Paths) -> None:
        work = partial(derive, paths=paths, name=person.name, passphrase=person.passphrase)
        self._runner.background(work, partial(self._add, person), on_failed=self._refuse_form, owner=self)

    def _add(self, person: NewPerson, keys: SlotKeys) -> None:
        work = partial(add, person=person, keys=keys)
        self._runner.query(work, partial(self._added, person), on_failed=self._refuse_form, owner=self)

    def _added(self, person: NewPerson, _id: str) -> None:
        self.form.set_busy(False)
        sentence = self.tr("{name} has an account and can unlock now.").format(name=isolate(person.name))
        self.told.emit(self.tr("The account is made."))
        self._say(Done(sentence=sentence, is_respelled=people.is_respelled(person.passphrase)))

    def _refuse_form(self, error: UserError) -> None:
        self.form.show_problem(*messages.explain(error))

    def _ask_paths_to_reissue(self, passphrase: str) -> None:
        self._runner.query(ask_paths, partial(self._derive_to_reissue, passphrase), owner=self)

    def _derive_to_reissue(self, passphrase: str, paths: Paths) -> None:
        if self._user is None:
            return
        work = partial(derive, paths=paths, name=self._user.name, passphrase=passphrase)
        done = partial(self._reissue, people.is_respelled(passphrase))
        self._runner.background(work, done, on_failed=self._refuse, owner=self)

    def _reissue(self, is_respelled: bool, keys: SlotKeys) -> None:
        if self._user is None:
            return
        sentence = self.tr("{name} has a new passphrase. The old one opens nothing any more.")
        done = Done(sentence=sentence.format(name=isolate(self._user.name)), is_respelled=is_respelled)
        self._changes.begin(partial(reissue, user=self._user, keys=keys), done, title=self.tr("A new passphrase"))

    def _ask_what_is_out_of_reach(self) -> None:
        self._runner.query(ask_out_of_reach, self._ask_to_remove, owner=self, key="remove")

    def _ask_to_remove(self, out_of_reach: tuple[BackupRow, ...]) -> None:
        if self._user is None:
            return
        dialog = RemoveDialog(self._user.name, out_of_reach, self._window)
        dialog.accepted.connect(self._remove)
        dialog.open()

    def _remove(self) -> None:
        if self._user is None:
            return
        self.person.set_busy(True)
        sentence = self.tr("{name} was removed. The vault has a new key. What {name} recorded stays.")
        done = Done(sentence=sentence.format(name=isolate(self._user.name)))
        work = partial(remove, person=self._user.person)
        self._changes.begin(work, done, title=self.tr("Removing"), reopens=True)

    def _changed(self, done: Done) -> None:
        self.person.set_busy(False)
        self.told.emit(self.tr("Done. Who may open the vault was changed."))
        self._say(done)

    def _refuse(self, error: UserError) -> None:
        self.person.show_problem(*messages.explain(error))

    def _stopped(self) -> None:
        self.person.show_problem(self.tr("Stopped before it began."), self.tr("Nothing was changed."))

    def _say(self, done: Done) -> None:
        """Go back to the list with what was done above it."""
        self.refresh()
        self.shown.emit(None)
        self.said.emit(done)
