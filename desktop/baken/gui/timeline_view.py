"""The timeline tab: filters, zoom, the drawing or its list twin (F6), and the chosen piece below.

Both show the same events in the same order; whoever chooses one asks for its piece with `piece_requested`.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from baken.model.views import Observation, TimelineEvent

from .dossier_piece import PieceCard
from .dossier_withdraw import WithdrawBar
from .shortcuts import Keys
from .timeline_chart import TimelineChart
from .timeline_filter import Filter, shown
from .timeline_list import TimelineList
from .widgets.button import Button
from .widgets.card import Panel
from .widgets.chip import ChipButton
from .widgets.flow_box import FlowBox
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_FILTER_ICONS = {Filter.ALL: "layers", Filter.OWN_WORDS: "quote", Filter.SEEN: "eye", Filter.HEARD: "ear"}

_SIDE = 24  # px beside everything on the tab


class TimelineView(QWidget):
    """Takes the events of one dossier; emits ids of events and what a person wants to do with a piece."""

    piece_requested = Signal(str)
    correct_requested = Signal(object)
    withdraw_requested = Signal(object)
    confirm_requested = Signal(object)
    signal_requested = Signal(str)
    attachment_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[TimelineEvent, ...] = ()
        self._arrival, self._today, self._chosen = "", 0.0, ""
        self._filter = Filter.ALL
        self.chart = TimelineChart()
        self.list = TimelineList()
        self.card = PieceCard()
        self.card.hide()
        self._withdraw = WithdrawBar()
        self._filters = {choice: ChipButton("", icon=_FILTER_ICONS[choice], checkable=True) for choice in Filter}
        self._closer = Button("", icon="plus", icon_only=True, height=32)
        self._away = Button("", icon="minus", icon_only=True, height=32)
        self._months = Label("", "list")
        self._twin = Button("", icon="list", keys=Keys.LIST_TWIN, height=32)
        self._earlier = Button("", "bare", height=28, keys="←")
        self._later = Button("", "bare", height=28, keys="→")
        self._stack = QStackedWidget()
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._chips = FlowBox()
        self._build()
        self._connect()
        self.restyle()
        self.retranslate()

    def start_over(self) -> None:
        """Forget the dossier that was shown: another one comes."""
        self._chosen, self._events = "", ()
        self.chart.start_over()
        self.card.hide()
        self._withdraw.hide()

    def show_events(self, events: Sequence[TimelineEvent], *, arrival: str, today: float) -> None:
        """Show the events of a dossier; `today` is a day number of `timeline_span`."""
        self._events, self._arrival, self._today = tuple(events), arrival, today
        self._show()

    def show_piece(self, piece: Observation) -> None:
        """Show the piece of the chosen event below."""
        self._withdraw.hide()
        self.card.view.show_piece(piece)
        self.card.show()

    def choose(self, event_id: str) -> None:
        """Choose an event as if a person did, so that its piece is asked for."""
        self._choose(event_id)

    def chosen(self) -> str:
        """Give the id of the chosen event, or an empty text."""
        return self._chosen

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = {
            Filter.ALL: self.tr("All"),
            Filter.OWN_WORDS: self.tr("Own words only"),
            Filter.SEEN: self.tr("Seen"),
            Filter.HEARD: self.tr("Heard"),
        }
        for choice, chip in self._filters.items():
            chip.setText(words[choice])
            chip.setAccessibleName(self.tr("Show: {what}").format(what=words[choice]))
            chip.restyle()
        self._closer.setText(self.tr("Look closer"))
        self._away.setText(self.tr("Look from further away"))
        self._earlier.setText(self.tr("Earlier"))
        self._later.setText(self.tr("Later"))
        self._name_twin()
        self._say_months()

    def _build(self) -> None:
        self._bar.setSpacing(8)
        for chip in self._filters.values():
            self._chips.flow.addWidget(chip)
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addStretch(1)
        steps.addWidget(self._away)
        steps.addWidget(self._months)
        steps.addWidget(self._closer)
        steps.addSpacing(8)
        steps.addWidget(self._twin)
        self._steps = steps
        self._bar.addWidget(self._chips, 1)
        self._bar.addLayout(steps)
        listed = Panel()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.list)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(listed)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card.view.ends.addWidget(self._earlier)
        self.card.view.ends.addWidget(self._later)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_SIDE, 12, _SIDE, 16)
        layout.setSpacing(12)
        layout.addLayout(self._bar)
        layout.addWidget(self._stack)
        layout.addWidget(self._withdraw)
        layout.addWidget(self.card)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(content))
        self._filters[Filter.ALL].setChecked(True)

    def _connect(self) -> None:
        for chip in self._filters.values():
            chip.clicked.connect(self._filter_pressed)
        self.chart.event_chosen.connect(self._choose)
        self.chart.view_changed.connect(self._say_months)
        self.list.event_chosen.connect(self._choose)
        self._closer.clicked.connect(self._look_closer)
        self._away.clicked.connect(self._look_away)
        self._earlier.clicked.connect(self._go_earlier)
        self._later.clicked.connect(self._go_later)
        self._twin.clicked.connect(self.toggle_twin)
        self.card.view.correct_requested.connect(self.correct_requested)
        self.card.view.withdraw_requested.connect(self._withdraw.ask)
        self.card.view.signal_requested.connect(self.signal_requested)
        self.card.view.attachment_requested.connect(self.attachment_requested)
        self._withdraw.withdraw_requested.connect(self.withdraw_requested)
        self.card.view.confirm_requested.connect(self.confirm_requested)
        twin = QShortcut(Keys.LIST_TWIN, self)
        twin.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        twin.activated.connect(self.toggle_twin)

    def toggle_twin(self) -> None:
        """Go from the drawing to its list and back, with the same event chosen."""
        to_list = self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(1 if to_list else 0)
        if to_list:
            self.list.scrollTo(self.list.currentIndex())
        (self.list if to_list else self.chart).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name_twin()

    def restyle(self) -> None:
        """Arrange the bar for the text size of now."""
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps below the filters where one line has no room for both."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        one_line = self._chips.flow.sizeHint().width() + self._steps.sizeHint().width() + 2 * _SIDE + 12
        direction = QBoxLayout.Direction
        self._bar.setDirection(direction.TopToBottom if self.width() < one_line else direction.LeftToRight)

    def _name_twin(self) -> None:
        drawn = self._stack.currentIndex() == 0
        self._twin.setText(self.tr("List") if drawn else self.tr("Drawing"))
        self._twin.set_icon("list" if drawn else "calendar-days")
        for button in (self._closer, self._away):
            button.setEnabled(drawn)

    def _say_months(self) -> None:
        self._months.setText(self.chart.months_in_sight())

    def _filter_pressed(self) -> None:
        pressed = self.sender()
        for choice, chip in self._filters.items():
            chip.setChecked(chip is pressed)
            if chip is pressed:
                self._filter = choice
        self._show()

    def _show(self) -> None:
        events = shown(self._events, self._filter)
        self.chart.show_events(events, arrival=self._arrival, today=self._today)
        self.list.show_events(events)
        if self._chosen:
            self.chart.choose(self._chosen)
            self.list.choose(self._chosen)

    def _choose(self, event_id: str) -> None:
        self._chosen = event_id
        self.chart.choose(event_id)
        self.list.choose(event_id)
        event = next((event for event in self._events if event.id == event_id), None)
        if event is None:
            return
        if event.what == "observation":
            self.piece_requested.emit(event_id)
            return
        self._withdraw.hide()
        self.card.view.show_event(event, self.list.lane_name(event.lane))
        self.card.show()

    def _look_closer(self) -> None:
        self.chart.zoom(1)

    def _look_away(self) -> None:
        self.chart.zoom(-1)

    def _go_earlier(self) -> None:
        self.chart.step(-1)

    def _go_later(self) -> None:
        self.chart.step(1)
