"""Adding somebody: name, roles, for a shift account the last day, and their passphrase, best typed by themselves."""

import dataclasses
import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Capability

from . import labels, language
from .passphrase_pair import PassphrasePair
from .people_words import GIVEN, what_for
from .said import now
from .shortcuts import Keys
from .text import format_date
from .widgets.button import Button
from .widgets.card import Card
from .widgets.choice import CheckBox, ComboBox
from .widgets.field import Field, LineEdit
from .widgets.label import Label

_DAYS = 62  # a shift account is for days or weeks; longer is a permanent role


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewPerson:
    """What an account needs; `last_day` is an ISO date, empty for one without an end."""

    name: str
    roles: tuple[str, ...]
    last_day: str
    passphrase: str = dataclasses.field(repr=False)


class PersonForm(Card):
    """The form; `submitted` carries a `NewPerson`."""

    submitted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "user-plus", parent=parent)
        self.name = LineEdit("", height=36)
        self._name_field = Field("", self.name)
        self._which = Label("", "label", colour="muted")
        self.ticks = {role: CheckBox("") for role in GIVEN}
        self._lines = {role: Label("", "meta", colour="muted", wrap=True) for role in GIVEN}
        self.last_day = ComboBox("", height=36)
        self._day_field = Field("", self.last_day)
        self.passphrase = PassphrasePair(is_own=False)
        self._advice = Label("", "small", colour="muted", wrap=True)
        self._problem = Label("", "small", colour="warn", wrap=True)
        self._back = Button("", "quiet", keys=Keys.KEEP_DRAFT, height=36, colour="muted")
        self._add = Button("", "primary", icon="user-plus", height=36)
        self._is_busy = False
        self._sides = QHBoxLayout()
        self._build()
        self.name.returnPressed.connect(self.submit)
        self.passphrase.entered.connect(self.submit)
        self._add.clicked.connect(self.submit)
        self._back.clicked.connect(self._leave)
        for tick in self.ticks.values():
            tick.toggled.connect(self._look)
        leave = QShortcut(QKeySequence(Keys.KEEP_DRAFT), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)
        self.retranslate()

    def start(self) -> None:
        """Begin with an empty form."""
        self.name.clear()
        self.passphrase.clear()
        for tick in self.ticks.values():
            tick.setChecked(False)
        self._name_days()
        self.last_day.setCurrentIndex(0)
        self.show_problem("", "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_secrets(self) -> None:
        """Empty the fields of the passphrase."""
        self.passphrase.clear()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._add.set_look("primary" if is_primary else "plain")

    def set_busy(self, is_busy: bool) -> None:
        """Show that the account is being made."""
        self._is_busy = is_busy
        for widget in (self._name_field, *self.ticks.values(), self._day_field, self.passphrase, self._back):
            widget.setEnabled(not is_busy)
        self._look()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong and what to do; everything but the passphrase stays."""
        self.set_busy(False)
        self._problem.setText(f"{sentence} {next_step}".strip())
        self._problem.setVisible(bool(sentence))

    def submit(self) -> None:
        """Say what is still missing, or hand everything over."""
        if self._is_busy:
            return
        lacking = self._lacking()
        self.show_problem(lacking, "")
        if lacking:
            return
        chosen = tuple(role.value for role, tick in self.ticks.items() if tick.isChecked())
        person = NewPerson(
            name=self.name.text().strip(),
            roles=chosen,
            last_day=str(self.last_day.currentData()) if self._is_shift() else "",
            passphrase=self.passphrase.take(),
        )
        self.set_busy(True)
        self.submitted.emit(person)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_title(self.tr("Add somebody"))
        self._name_field.set_label(self.tr("&Name, to unlock with"))
        self._which.setText(self.tr("What this person does"))
        for role in GIVEN:
            self.ticks[role].setText(labels.capability(role))
            self._lines[role].setText(what_for(role))
        self._day_field.set_label(self.tr("&Last day"))
        self._name_days()
        self._advice.setText(
            self.tr(
                "Let them type the passphrase here themselves. If that cannot be, agree on one and let them change it: "
                "that is done from their own name in the menu."
            )
        )
        self._back.setText(self.tr("Back"))
        self._look()

    def fold(self, *, is_narrow: bool) -> None:
        """Put the passphrase below the roles in a narrow window."""
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._sides.setDirection(direction)

    def _build(self) -> None:
        who, how = QVBoxLayout(), QVBoxLayout()
        who.addWidget(self._name_field)
        who.addWidget(self._which)
        for role in GIVEN:
            line = QHBoxLayout()
            line.setContentsMargins(30, 0, 0, 0)
            line.addWidget(self._lines[role])
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(self.ticks[role])
            both.addLayout(line)
            who.addLayout(both)
        for part in (self._day_field, self._advice, self.passphrase, self._problem):
            how.addWidget(part)
        for side, stretch in ((who, 13), (how, 10)):
            side.setSpacing(8)
            side.addStretch(1)
            self._sides.addLayout(side, stretch)
        self._sides.setSpacing(32)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._add)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(12)
        column.addLayout(self._sides)
        column.addLayout(buttons)
        self.body.addLayout(column)

    def _is_shift(self) -> bool:
        return self.ticks[Capability.SHIFT].isChecked()

    def _look(self) -> None:
        """Keep a shift account apart: it has a last day and no other role."""
        others = [tick for role, tick in self.ticks.items() if role is not Capability.SHIFT]
        is_shift = self._is_shift()
        for tick in others:
            tick.setEnabled(not self._is_busy and not is_shift)
        self.ticks[Capability.SHIFT].setEnabled(not self._is_busy and not any(tick.isChecked() for tick in others))
        self._day_field.setVisible(is_shift)
        self._add.setText(self.tr("One moment…") if self._is_busy else self.tr("Add"))
        self._add.setEnabled(not self._is_busy)

    def _name_days(self) -> None:
        """Offer the days from today on; what was chosen stays chosen."""
        chosen = max(0, self.last_day.currentIndex())
        today = now().date()
        self.last_day.clear()
        for number in range(_DAYS):
            day = today + dt.timedelta(days=number)
            shown = format_date(day, language.current(), today=today)
            if number == 0:
                shown = self.tr("today, {day}").format(day=shown)
            self.last_day.addItem(shown, day.isoformat())
        self.last_day.setCurrentIndex(chosen)

    def _lacking(self) -> str:
        if not self.name.text().strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Give the name with which this person unlocks.")
        if not any(tick.isChecked() for tick in self.ticks.values()):
            next(iter(self.ticks.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("Choose at least one role.")
        return self.passphrase.lacking()

    def _leave(self) -> None:
        if not self._is_busy:
            self.passphrase.clear()
            self.closed.emit()
