"""The people of this vault: name, roles, until when, and who of them you are; one row leads to one person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.store.members import User

from .people_words import has_passed, last_day, roles
from .text import isolate
from .widgets.avatar import Avatar
from .widgets.beside import BesideLayout
from .widgets.card import Card, HairLine, IconMark, clear
from .widgets.chip import Chip
from .widgets.emit import send_when_pressed
from .widgets.label import Label
from .widgets.row import Row


class PeopleCard(Card):
    """One row for each person; `opened` carries the person id."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "users", parent=parent)
        self.people: tuple[User, ...] = ()
        self._me = ""
        self._shown: dict[str, Row] = {}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.retranslate()

    def show_people(self, people: Sequence[User], me: str) -> None:
        """Replace all rows; the person that had the focus keeps it."""
        self.people, self._me = tuple(people), me
        self.retranslate()

    def focus_person(self, person: str) -> None:
        """Put the cursor on a person, or on the first one where that person is gone."""
        row = self._shown.get(person) or next(iter(self._shown.values()), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        focused = next((person for person, row in self._shown.items() if row.hasFocus()), "")
        self.set_title(self.tr("People"))
        clear(self._rows)
        self._shown.clear()
        for position, user in enumerate(self.people):
            if position:
                self._rows.addWidget(HairLine())
            row = self._row(user)
            self._shown[user.person] = row
            self._rows.addWidget(row)
            row.show()  # now, not with the next event: Tab may come before it
        if focused:
            self.focus_person(focused)

    def _row(self, user: User) -> Row:
        chip = self._chip(user)
        below = " · ".join(filter(None, (roles(user.capabilities), last_day(user.valid_until))))
        row = Row(", ".join(filter(None, (user.name, below, chip.text() if chip else ""))), above=6)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(isolate(user.name), "list_new", wrap=True))
        column.addWidget(Label(below, "meta", colour="muted", wrap=True))
        both = QWidget()
        beside = BesideLayout(both)
        beside.addWidget(words)
        if chip is not None:
            beside.addWidget(chip)
        row.add(Avatar(user.name))
        row.add(both, 1)
        row.add(IconMark("chevron-right", "muted", 16))
        send_when_pressed(row, self.opened, user.person)
        return row

    def _chip(self, user: User) -> Chip | None:
        if user.person == self._me:
            return Chip(self.tr("you"), "outline", icon="user", small=True)
        if has_passed(user.valid_until):
            return Chip(self.tr("has ended"), "warn", icon="calendar-x", small=True)
        if not user.has_slot:
            return Chip(self.tr("cannot unlock here"), "sunk", icon="lock", small=True)
        return None
