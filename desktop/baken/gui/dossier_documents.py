"""What went out about a youth: which form, to whom, on which basis, and what came back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Precision
from baken.model.records import When
from baken.model.views import DisclosureRow

from . import labels
from .said import now, say_day, say_moment
from .text import isolate
from .widgets.beside import BesideLayout
from .widgets.card import Card, HairLine, IconMark, clear
from .widgets.chip import Chip
from .widgets.empty import EmptyState
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class DocumentRow(QWidget):
    """One paper or bundle on two or three lines; what came back stands under it."""

    def __init__(self, row: DisclosureRow, *, in_full: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 16, 9)
        layout.setSpacing(12)
        icon = "package" if row.form == "bundle" else "file-text"
        layout.addWidget(IconMark(icon, "muted", 16, line="list"), 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        to = self.tr("{form} to {recipient}").format(form=labels.form(row.form), recipient=isolate(row.recipient))
        column.addWidget(Label(to, "list", wrap=True))
        code = "" if row.form == "bundle" else f" · {row.form}"
        made = f"{isolate(row.author)}, {say_moment(row.made)}{code}"
        column.addWidget(Label(made, "meta", colour="muted", wrap=True))
        if in_full:
            for line in self._more(row):
                column.addWidget(Label(line, "small", colour="muted", wrap=True))
        both = BesideLayout()
        both.addWidget(words)
        if row.feedback:
            both.addWidget(Chip(self.tr("answered"), "ok", icon="circle-check", small=True))
        elif row.feedback_due:
            both.addWidget(self._due(row.feedback_due))
        layout.addLayout(both, 1)

    def _due(self, due: str) -> Chip:
        """Say by when an answer was asked for, and whether that day has passed."""
        day = say_day(When(start=due[:10], precision=Precision.DAY))
        if due[:10] < now().date().isoformat():
            return Chip(self.tr("answer overdue, {day}").format(day=day), "warn", icon="clock", small=True)
        return Chip(self.tr("answer by {day}").format(day=day), "outline", small=True)

    def _more(self, row: DisclosureRow) -> list[str]:
        """List basis, copy number and answer, as far as recorded."""
        lines = []
        told = [labels.basis(row.basis)] if row.basis is not None else []
        if row.basis_note:
            told.append(isolate(row.basis_note))
        basis = " · ".join(told) or self.tr("not recorded")
        lines.append(self.tr("Legal basis: {basis}").format(basis=basis))
        if row.copy_number:
            lines.append(self.tr("Copy {number}").format(number=isolate(row.copy_number)))
        if row.feedback:
            received = say_moment(row.feedback_received)
            lines.append(
                self.tr("Answer, {moment}: {text}").format(moment=received, text=isolate(row.feedback))
                if received
                else self.tr("Answer: {text}").format(text=isolate(row.feedback))
            )
        return lines


class DocumentsTab(QWidget):
    """All papers and bundles, the last one first."""

    signal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DisclosureRow, ...] = ()
        self._reads_all = True
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(24, 16, 24, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(content))

    def show_rows(self, rows: Sequence[DisclosureRow], *, reads_all: bool = True) -> None:
        """Show what went out; of what only the lead may know nothing is said."""
        self._reads_all = reads_all
        self._rows = tuple(sorted(rows, key=lambda row: row.made, reverse=True))
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        clear(self._layout)
        card = Card(self.tr("Passed on"), "send")
        if not self._rows:
            nothing = self.tr("Nothing about this youth was passed on.")
            unknown = self.tr("The safeguarding lead keeps what was passed on.")
            card.body.addWidget(EmptyState(nothing if self._reads_all else unknown))
        for position, row in enumerate(self._rows):
            if position:
                card.body.addWidget(HairLine())
            card.body.addWidget(DocumentRow(row, in_full=True))
        self._layout.addWidget(card)
        self._layout.addStretch(1)
