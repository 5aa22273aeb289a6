"""*Beheer*: the people of this vault, the recovery sheet and the backups; a lead who is no administrator sees the last.

Each part has its own cards and its own wiring; this page arranges them, and shows one form at a time.
"""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from baken.model.codes import Capability
from baken.model.views import Me

from .access_change import Done
from .access_result import AccessResult
from .backups_flow import BackupsFlow
from .page import Page
from .people_flow import PeopleFlow
from .runner import Runner
from .sheet_flow import SheetFlow
from .two_columns import TwoColumns
from .widgets.button import Button
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class AdminPage(Page):
    """Arranges the parts."""

    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._is_admin = self._is_yielding = False
        self._title = Label("", "page_title")
        self._add = Button("", "primary", icon="user-plus", height=36)
        self.people, self.sheet, self.backups = (
            PeopleFlow(runner, self),
            SheetFlow(runner, self),
            BackupsFlow(runner, self),
        )
        self.result = AccessResult()
        self._columns = TwoColumns((self.result, self.people.card), (self.sheet.card, self.backups.card))
        self._stack = QStackedWidget()
        self._areas: dict[QWidget, ScrollArea] = {}
        self._sides: list[TwoColumns] = []
        self._build()
        self._connect()
        self._show_parts()
        self.retranslate()

    def refresh(self) -> None:
        """Ask for everything that the page shows."""
        self.people.refresh()
        self.backups.refresh()

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._is_yielding = is_yielding
        is_primary = not is_yielding
        self._add.set_look("primary" if is_primary else "plain")
        for form in (self.people.form, self.people.person, self.sheet.form):
            form.set_primary(is_primary=is_primary)
        self.backups.card.set_primary(is_primary=is_primary and not self._is_admin)

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        for side in (*self._sides, self._columns):
            side.fold(is_narrow=is_narrow)
        self.people.form.fold(is_narrow=is_narrow)

    def leave(self) -> None:
        """Let nothing secret stand in a field that nobody looks at, and drop a sheet that does not count yet."""
        self.people.leave()
        self.sheet.leave()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Manage"))
        self._add.setText(self.tr("Add somebody…"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        for part in (self.people.person, self.sheet.form):
            self._sides.append(TwoColumns((part,), ()))  # a form gets no wider than a column
            self._areas[part] = ScrollArea(self._sides[-1])
        self._areas[self._columns] = ScrollArea(self._columns)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.people.form)
        column.addStretch(1)
        self._areas[self.people.form] = ScrollArea(whole)
        for area in self._areas.values():
            self._stack.addWidget(area)
        self._stack.setCurrentWidget(self._areas[self._columns])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._add.clicked.connect(self.people.start_adding)
        self.people.seen.connect(self._show_me)
        self.people.own_account_requested.connect(self._open_account)
        self.result.closed.connect(self.people.focus)
        for flow in (self.people, self.sheet):
            flow.shown.connect(self._show_part)
            flow.said.connect(self._say)
        for told in (self.people.told, self.sheet.told, self.backups.told):
            told.connect(self.told)

    def _show_me(self, me: Me) -> None:
        is_admin = Capability.ADMIN in me.capabilities
        if is_admin:
            self.sheet.refresh()
        self._is_admin = is_admin
        self._show_parts()

    def _show_part(self, part: QWidget | None) -> None:
        """Let a form take the page, or show the overview again."""
        self._stack.setCurrentWidget(self._areas[part or self._columns])
        self._show_parts()

    def _show_parts(self) -> None:
        is_overview = self._stack.currentWidget() is self._areas[self._columns]
        self._add.setVisible(self._is_admin and is_overview)
        if not is_overview:
            self.result.hide()
        for card in (self.people.card, self.sheet.card):
            card.setVisible(self._is_admin)
        self._columns.arrange()
        self.yield_primary(self._is_yielding)

    def _say(self, done: Done) -> None:
        """Say above the list what was done; the backups were changed with it."""
        self.result.say(done)
        self._columns.arrange()
        self.backups.refresh()
        self.people.focus()

    def _open_account(self) -> None:
        self.open_requested.emit("account", "")
