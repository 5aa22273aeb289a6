"""*Beheer*: the people of this vault, the recovery sheet and the backups; a lead who is no administrator sees the last.

Each part has its own card and its own wiring; this page only arranges them.
"""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .backups_flow import BackupsFlow
from .page import Page
from .runner import Runner
from .two_columns import TwoColumns
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class AdminPage(Page):
    """Arranges the parts."""

    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._title = Label("", "page_title")
        self.backups = BackupsFlow(runner, self)
        self._columns = TwoColumns((self.backups.card,), ())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        layout.addWidget(ScrollArea(self._columns), 1)
        self.backups.told.connect(self.told)
        self._columns.arrange()
        self.retranslate()
        self.yield_primary(False)

    def refresh(self) -> None:
        """Ask for everything that the page shows."""
        self.backups.refresh()

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self.backups.card.set_primary(is_primary=not is_yielding)

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        self._columns.fold(is_narrow=is_narrow)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Manage"))
