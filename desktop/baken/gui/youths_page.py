"""*Jongeren*: the list of youths, filtered while typing; one row leads to one dossier."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views import DossierRow

from .origin import SiteNames, from_site, same_as
from .page import Page
from .runner import Runner, Workspace
from .said import say_moment
from .text import isolate
from .widgets.card import HairLine, Panel, clear
from .widgets.emit import send_when_pressed
from .widgets.empty import EmptyState
from .widgets.excerpt import Excerpt
from .widgets.field import LineEdit
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import ScrollArea
from .widgets.youth import YouthName, full_name


class YouthList(Panel):
    """One row per youth: name, own script, room; age and language; the last piece. No counts, no states."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows: tuple[DossierRow, ...] = ()
        self._shown: dict[str, Row] = {}
        self._is_filtered = self._is_narrow = False
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 4, 0, 4)
        self._list.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 4, 1, 4)
        outer.addWidget(ScrollArea(content))

    def show_rows(self, rows: Sequence[DossierRow], *, is_filtered: bool) -> None:
        """Replace all rows; the youth that had the focus keeps it."""
        if (tuple(rows), is_filtered) != (self._rows, self._is_filtered):
            self._rows, self._is_filtered = tuple(rows), is_filtered
            self.retranslate()

    def fold(self, is_narrow: bool) -> None:
        """Put the last piece below the name when narrow."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        focused = next((youth for youth, row in self._shown.items() if row.hasFocus()), "")
        clear(self._list)
        self._shown.clear()
        self.setAccessibleName(self.tr("Youths"))
        if not self._rows:
            nobody = self.tr("Nobody with these letters.") if self._is_filtered else self.tr("No youths yet.")
            self._list.addWidget(EmptyState(nobody))
        for position, row in enumerate(self._rows):
            if position:
                self._list.addWidget(HairLine())
            widget = self._row(row)
            self._shown[str(row.youth.id)] = widget
            self._list.addWidget(widget)
            widget.show()  # now, not with the next event: Tab may come before it
        self._list.addStretch(1)
        if focused in self._shown:
            self._shown[focused].setFocus()

    def _row(self, row: DossierRow) -> Row:
        card = self._card_line(row)
        widget = Row(f"{full_name(row.youth)} {card}", above=7)
        who = QWidget()
        lines = QVBoxLayout(who)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(YouthName(row.youth))
        lines.addWidget(Label(card, "meta", colour="muted", wrap=True))
        widget.add(who, 10)
        if row.last_text:
            last = QWidget()
            pieces = QVBoxLayout(last)
            pieces.setContentsMargins(0, 0, 0, 0)
            pieces.setSpacing(0)
            pieces.addWidget(Excerpt(row.last_text, "body", lines=2 if self._is_narrow else 1))
            pieces.addWidget(Label(say_moment(row.last_piece), "meta", colour="muted"))
            if self._is_narrow:
                lines.addWidget(last)
            else:
                widget.add(last, 11)
        send_when_pressed(widget, self.opened, str(row.youth.id))
        return widget

    def _card_line(self, row: DossierRow) -> str:
        parts = []
        if row.age is not None:
            parts.append(self.tr("{age} years").format(age=isolate(str(row.age))))
        if row.language:
            parts.append(row.language)
        if row.mentor:
            parts.append(self.tr("mentor {name}").format(name=isolate(row.mentor)))
        if row.site:
            parts.append(from_site(row.site))
        if row.namesake is not None:
            parts.append(same_as(row.namesake))
        return " · ".join(parts) or self.tr("nothing known yet")


class YouthsPage(Page):
    """The list with its filter."""

    watches: ClassVar[frozenset[str]] = frozenset({"dossier", "observation", "correction", "withdrawal", "import"})

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._title = Label("", "page_title")
        self._filter = LineEdit("", icon="list-filter", height=34)
        self._filter.setMaximumWidth(340)
        self.list = YouthList()
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._filter, 2, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self._filter.textChanged.connect(self._filter_changed)
        self.list.opened.connect(self._open_dossier)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the list again."""
        text = self._filter.text().strip()

        def ask(workspace: Workspace) -> list[DossierRow]:
            return SiteNames(workspace).in_dossiers(workspace.dossiers(text))

        self.runner.query(ask, self._show, owner=self, key="list")

    def fold(self, is_narrow: bool) -> None:
        """Stack what stood beside each other."""
        self.list.fold(is_narrow)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._title.setText(self.tr("Youths"))
        self._filter.setAccessibleName(self.tr("Filter by name, alias or room"))
        self._filter.setPlaceholderText(self.tr("Filter by name, alias or room"))

    def _filter_changed(self, _text: str) -> None:
        self.refresh()

    def _show(self, rows: list[DossierRow]) -> None:
        self.list.show_rows(rows, is_filtered=bool(self._filter.text().strip()))

    def _open_dossier(self, dossier: str) -> None:
        self.open_requested.emit("dossier", dossier)
