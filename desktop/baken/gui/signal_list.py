"""The list of signals, under words for where they stand, the last changed first; and the way to a new one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import SignalState
from baken.model.views import SignalRow

from . import labels
from .said import say_moment
from .text import first_line, isolate
from .widgets.beside import BesideLayout
from .widgets.button import Button
from .widgets.card import HairLine, Panel, clear
from .widgets.chip import Chip
from .widgets.empty import EmptyState
from .widgets.excerpt import Excerpt
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import FittingArea
from .widgets.youth import youth_names

_LINES = 2  # of the facts at most

STATE_ICONS = {
    SignalState.CONCEPT: "pencil",
    SignalState.PASSED_ON: "send",
    SignalState.FOLLOWED: "eye",
    SignalState.NOT_PASSED_ON: "circle-x",
    SignalState.CLOSED: "lock",
}
"""The icon beside the word for where a signal stands."""

_UNDECIDED = frozenset((SignalState.CONCEPT, SignalState.FOLLOWED))


def groups_of(signals: Iterable[SignalRow]) -> tuple[tuple[str, tuple[SignalRow, ...]], ...]:
    """Give signals under words for where they stand, in the order given: what still asks for a decision first."""
    rows = tuple(signals)
    groups = (
        (QCoreApplication.translate("signal_list", "Not passed on yet"), _UNDECIDED),
        (QCoreApplication.translate("signal_list", "Passed on"), frozenset((SignalState.PASSED_ON,))),
        (
            QCoreApplication.translate("signal_list", "Decided not to pass on, or closed"),
            frozenset((SignalState.NOT_PASSED_ON, SignalState.CLOSED)),
        ),
    )
    found = ((word, tuple(row for row in rows if row.state in states)) for word, states in groups)
    return tuple((word, mine) for word, mine in found if mine)


class SignalsList(QWidget):
    """Title, button and rows; emits the signal that was pressed. `for_passing` asks which one is passed on."""

    signal_opened = Signal(str)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, for_passing: bool = False) -> None:
        super().__init__(parent)
        self._for_passing = for_passing
        self._signals: tuple[SignalRow, ...] = ()
        self._title = Label("", "page_title")
        self._new = Button("", "primary", icon="plus", height=36)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._new)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        content = QWidget()
        content.setLayout(self._body)
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 5, 1, 5)
        inside.addWidget(FittingArea(content, wraps=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(panel)
        layout.addStretch(1)
        self._new.clicked.connect(self.new_requested)
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the button plain while capture has the filled one."""
        self._new.set_look("primary" if is_primary else "plain")

    def show_signals(self, signals: Sequence[SignalRow]) -> None:
        """Show signals in the order given."""
        self._signals = tuple(signals)
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self._title.setText(self.tr("Which signal do you pass on?") if self._for_passing else self.tr("Signals"))
        self._new.setVisible(not self._for_passing)
        self._new.setText(self.tr("New signal"))
        clear(self._body)
        if not self._signals:
            action = "" if self._for_passing else self.tr("New signal")
            empty = EmptyState(self.tr("No signals yet."), action, icon="plus")
            empty.pressed.connect(self.new_requested)
            self._body.addWidget(empty)
        for word, signals in groups_of(self._signals):
            if self._body.count():
                self._body.addWidget(HairLine())
            head = Label(word, "small_strong", colour="muted")
            head.setContentsMargins(16, 10, 16, 2)
            self._body.addWidget(head)
            for position, signal in enumerate(signals):
                if position:
                    self._body.addWidget(HairLine())
                self._body.addWidget(self._row(signal))

    def _row(self, signal: SignalRow) -> Row:
        names = youth_names(signal.about)
        row = Row(f"{names}: {first_line(signal.facts)}", above=10)
        row.setProperty("signal", str(signal.id))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(isolate(names) if names else self.tr("No youth known yet"), "strong", wrap=True))
        column.addWidget(Excerpt(signal.facts or self.tr("no facts written yet"), "body", lines=_LINES))
        meta = self.tr("{name}, changed {moment}").format(
            name=isolate(signal.author), moment=say_moment(signal.changed)
        )
        if signal.site:
            origin = self.tr("from {site}").format(site=isolate(signal.site))
            meta = f"{meta} · {origin}"
        column.addWidget(Label(meta, "meta", colour="muted", wrap=True))
        inside = QWidget()
        both = BesideLayout(inside)
        both.addWidget(words)
        both.addWidget(Chip(labels.signal_state(signal.state), "outline", icon=STATE_ICONS[signal.state]))
        row.add(inside, 1)
        row.clicked.connect(self._pressed)
        return row

    def _pressed(self) -> None:
        row = self.sender()
        if row is not None:
            self.signal_opened.emit(str(row.property("signal")))
