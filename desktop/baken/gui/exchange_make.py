"""Making a bundle: for which site, which signals, on which legal basis, to a file or to the registry."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Basis
from baken.model.ids import EntityId, SiteId
from baken.model.views import SignalRow, SiteRow

from . import labels
from .text import first_line, isolate
from .widgets.button import Button
from .widgets.card import Card, clear
from .widgets.choice import CheckBox, ComboBox
from .widgets.empty import EmptyState
from .widgets.field import Field, LineEdit
from .widgets.label import Label
from .widgets.scroll import ScrollArea
from .widgets.youth import youth_names


@dataclass(frozen=True, kw_only=True)
class BundleWish:
    """What a person asks to be sealed, and for whom; the basis is recorded and never blocks."""

    to: SiteId
    site_name: str
    signals: tuple[EntityId, ...]
    basis: Basis | None
    note: str


class MakeCard(Card):
    """The form; both signals carry a `BundleWish`."""

    file_requested = Signal(object)
    queue_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "package", grows=True, parent=parent)
        self._signals: tuple[SignalRow, ...] = ()
        self._sites: tuple[SiteRow, ...] = ()
        self._chosen: set[EntityId] = set()
        self.site = ComboBox("")
        self.basis = ComboBox("")
        self.note = LineEdit("")
        self._fields = [Field("", widget) for widget in (self.site, self.basis, self.note)]
        self._which = Label("", "label", colour="muted")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._to_file = Button("", "primary", icon="usb", height=36)
        self._queue = Button("", icon="send", height=36)
        self._back = Button("", "quiet", height=36, colour="muted")
        self._build()
        self.retranslate()

    def start(self, sites: Sequence[SiteRow], signals: Sequence[SignalRow]) -> None:
        """Begin with what can be chosen; sites whose card has ended are left out."""
        self._sites = tuple(site for site in sites if not site.ended)
        self._signals, self._chosen = tuple(signals), set()
        self.site.clear()
        for site in self._sites:
            self.site.addItem(site.name, site.id)
        self.site.setCurrentIndex(0 if len(self._sites) == 1 else -1)
        self.basis.setCurrentIndex(0)
        self.note.clear()
        self.retranslate()
        self.site.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Make a bundle"))
        for field, word in zip(
            self._fields, (self.tr("&For"), self.tr("Legal &basis"), self.tr("&Note on the basis")), strict=True
        ):
            field.set_label(word)
        self.site.setPlaceholderText(
            self.tr("choose a site") if self._sites else self.tr("add the card of a site first")
        )
        self.basis.setItemText(0, self.tr("not chosen yet"))
        for index, basis in enumerate(Basis, start=1):
            self.basis.setItemText(index, labels.basis(basis))
        self._which.setText(self.tr("Signals, with their pieces and the cards of their youths"))
        self._to_file.setText(self.tr("Seal to a file…"))
        self._queue.setText(self.tr("Seal and let it wait"))
        self._back.setText(self.tr("Back"))
        clear(self._rows)
        if not self._signals:
            self._rows.addWidget(EmptyState(self.tr("There is no signal to pass on yet.")))
        for signal in self._signals:
            names = youth_names(signal.about)
            tick = CheckBox(
                f"{isolate(names)}: {first_line(signal.facts, 70)}" if names else first_line(signal.facts, 80)
            )
            tick.setProperty("signal", str(signal.id))
            tick.setChecked(signal.id in self._chosen)
            tick.toggled.connect(self._tick)
            self._rows.addWidget(tick)
        self._rows.addStretch(1)
        self._look()

    def _build(self) -> None:
        self.basis.addItem("", None)
        for basis in Basis:
            self.basis.addItem("", basis)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        for field in self._fields:
            fields.addWidget(field, 1)
        content = QWidget()
        content.setLayout(self._rows)
        column = QVBoxLayout()
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(10)
        column.addLayout(fields)
        column.addWidget(self._which)
        column.addWidget(ScrollArea(content), 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._queue)
        buttons.addWidget(self._to_file)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self.site.activated.connect(self._look)
        self._to_file.clicked.connect(self._ask_file)
        self._queue.clicked.connect(self._ask_queue)
        self._back.clicked.connect(self.closed)

    def _wish(self) -> BundleWish:
        data = self.basis.currentData()
        return BundleWish(
            to=SiteId(str(self.site.currentData())),
            site_name=self.site.currentText(),
            signals=tuple(signal.id for signal in self._signals if signal.id in self._chosen),
            basis=None if data is None else Basis(data),
            note=self.note.text().strip(),
        )

    def _tick(self, is_chosen: bool) -> None:
        signal = EntityId(str(self.sender().property("signal")))
        if is_chosen:
            self._chosen.add(signal)
        else:
            self._chosen.discard(signal)
        self._look()

    def _look(self) -> None:
        ready = bool(self._chosen) and self.site.currentIndex() >= 0
        self._to_file.setEnabled(ready)
        self._queue.setEnabled(ready)

    def _ask_file(self) -> None:
        self.file_requested.emit(self._wish())

    def _ask_queue(self) -> None:
        self.queue_requested.emit(self._wish())
