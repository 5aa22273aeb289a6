"""What the chosen pieces speak of: dimension by dimension, each indicator with the dates behind it.

Never a sum, a percentage, a colour of alarm or a verdict; what is missing is said as calmly as what is there.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.catalogue import Catalogue
from baken.model.codes import Dimension
from baken.model.coverage import UNLISTED
from baken.model.ids import EntityId, IndicatorId
from baken.model.views import Coverage, CoverageItem, ObservationRow

from . import labels, language
from .said import say_day
from .signal_coverage import State, dimensions_of, is_own_of_signal, state_of
from .signal_form import SignalForm
from .text import isolate
from .widgets.button import Button
from .widgets.card import HairLine, IconMark, Panel, clear
from .widgets.chip import Chip, ChipButton
from .widgets.flow import FlowLayout
from .widgets.label import Label
from .widgets.scroll import ScrollArea


class IndicatorColumn(Panel):
    """The card at the right of the builder."""

    add_requested = Signal()
    removed = Signal(str)
    pieces_changed = Signal(str, object)  # indicator id, the pieces that it rests on now

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._catalogue = catalogue
        self._form = SignalForm()
        self._rows: tuple[ObservationRow, ...] = ()
        self._is_minor = True
        self._open: str = ""
        self._title = Label("", "section")
        self._add = Button("", "quiet", icon="plus", height=28)
        self._sentence = Label("", "meta", colour="muted", wrap=True)
        self._version = Label("", "meta", colour="muted", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(15, 9, 9, 0)
        head.setSpacing(9)
        head.addWidget(IconMark("list-checks", "muted", 18))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._add)
        sentence = QHBoxLayout()
        sentence.setContentsMargins(15, 0, 15, 8)
        sentence.addWidget(self._sentence, 1)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(15, 8, 15, 8)
        self._body.setSpacing(7)
        content = QWidget()
        content.setLayout(self._body)
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 8, 15, 10)
        foot.setSpacing(8)
        foot.addWidget(IconMark("book-open", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._version, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(sentence)
        layout.addWidget(HairLine(0))
        layout.addWidget(ScrollArea(content), 1)
        layout.addLayout(foot)
        self._add.clicked.connect(self.add_requested)
        self.retranslate()

    def show_form(self, form: SignalForm, rows: Sequence[ObservationRow], *, is_minor: bool) -> None:
        """Show what the form's pieces speak of."""
        self._form, self._rows, self._is_minor = form, tuple(rows), is_minor
        self.retranslate()

    def open_indicator(self, indicator: str) -> None:
        """Let the pieces behind one indicator be chosen."""
        self._open = indicator
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self._title.setText(self.tr("Indicators"))
        self._add.setText(self.tr("&Add"))
        self._sentence.setText(self.tr("What pieces speak of. No score, no verdict."))
        self._version.setText(
            self.tr("List {version}. You decide, the programme does not.").format(
                version=isolate(self._catalogue.head.version)
            )
        )
        clear(self._body)
        dimensions = dimensions_of(self._form, self._rows, self._catalogue, is_minor=self._is_minor)
        for position, coverage in enumerate((*dimensions.harm, *dimensions.risk)):
            if position:
                self._body.addWidget(HairLine(0))
            self._show_dimension(coverage)
        for coverage in dimensions.apart:
            if coverage.items:
                self._body.addWidget(HairLine(0))
                self._show_dimension(coverage)
        self._body.addStretch(1)

    def _show_dimension(self, coverage: Coverage) -> None:
        state = state_of(coverage)
        with_pieces = state is State.WITH_PIECES
        head = QHBoxLayout()
        head.setSpacing(8)
        apart = coverage.dimension in {Dimension.DISTRESS, UNLISTED}
        icon = "heart-pulse" if apart else "puzzle" if coverage.items else "circle-dashed"
        head.addWidget(IconMark(icon, "accent" if with_pieces and not apart else "muted", 18))
        head.addWidget(Label(self._word(coverage.dimension), "strong", wrap=True))
        head.addStretch(1)
        if not apart:
            words = {
                State.WITH_PIECES: self.tr("with pieces"),
                State.NOT_NEEDED: self.tr("not needed for a child"),
                State.NO_PIECES_YET: self.tr("no pieces yet"),
            }[state]
            if with_pieces and coverage.dimension == Dimension.MEANS and not coverage.required:
                words = self.tr("not needed for a child")
            head.addWidget(Label(words, "meta", colour="accent" if with_pieces else "muted", wrap=True))
        self._body.addLayout(head)
        for item in coverage.items:
            self._body.addWidget(self._item(item))

    def _word(self, dimension: str) -> str:
        return self.tr("Not in this list") if dimension == UNLISTED else labels.dimension(Dimension(dimension))

    def _item(self, item: CoverageItem) -> QWidget:
        """Make one indicator: its wording, the dates behind it, and where chosen here, the way to change it."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(26, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(self._wording(item), "small", wrap=True))
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        own = is_own_of_signal(self._form, item)
        if own and item.tag.id == self._open:
            self._add_choices(flow, item)
        else:
            for when in item.dates:
                flow.addWidget(Chip(say_day(when), "outline", small=True))
            if not item.dates:
                flow.addWidget(Label(self.tr("rests on no piece yet"), "meta", colour="muted"))
            if own:
                flow.addWidget(self._button(self.tr("Change"), "pencil", item, self._open_pressed, icon_only=True))
        column.addWidget(chips)
        return made

    def _add_choices(self, flow: FlowLayout, item: CoverageItem) -> None:
        """Offer every chosen piece as something that the indicator may rest on."""
        behind = set(self._pieces_behind(item.tag.id))
        for row in self._rows:
            if row.id not in self._form.observations:
                continue
            day = say_day(row.when)
            chip = ChipButton(day, checkable=True, action_name=self.tr("Rests on {day}").format(day=day))
            chip.setChecked(row.id in behind)
            chip.setProperty("piece", str(row.id))
            chip.setProperty("indicator", str(item.tag.id))
            chip.clicked.connect(self._piece_pressed)
            flow.addWidget(chip)
        flow.addWidget(self._button(self.tr("Ready"), "check", item, self._close_pressed))
        flow.addWidget(self._button(self.tr("Take out"), "trash-2", item, self._remove_pressed))

    def _button(self, word: str, icon: str, item: CoverageItem, slot: object, *, icon_only: bool = False) -> Button:
        button = Button(word, "bare", icon=icon, height=26, icon_only=icon_only)
        button.setAccessibleName(f"{word}: {self._wording(item)}")
        button.setProperty("indicator", str(item.tag.id))
        button.clicked.connect(slot)
        return button

    def _wording(self, item: CoverageItem) -> str:
        indicator = self._catalogue.find(item.tag.id)
        return item.tag.label if indicator is None else indicator.wording(language.current())

    def _pieces_behind(self, indicator: IndicatorId) -> Iterable[EntityId]:
        return next((each.pieces for each in self._form.indicators if each.tag.id == indicator), ())

    def _piece_pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, ChipButton):
            indicator = IndicatorId(str(chip.property("indicator")))
            piece = EntityId(str(chip.property("piece")))
            behind = [other for other in self._pieces_behind(indicator) if other != piece]
            if chip.isChecked():
                behind.append(piece)
            self.pieces_changed.emit(indicator, tuple(behind))

    def _open_pressed(self) -> None:
        self.open_indicator(str(self.sender().property("indicator")))

    def _close_pressed(self) -> None:
        self.open_indicator("")

    def _remove_pressed(self) -> None:
        self._open = ""
        self.removed.emit(str(self.sender().property("indicator")))
