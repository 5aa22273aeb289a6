"""Making a bundle: for which site, which signals, on which legal basis, to a file or to the registry."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Basis
from baken.model.ids import EntityId, SiteId
from baken.model.views import SignalRow
from baken.model.views_exchange import SiteRow

from . import labels
from .signal_list import STATE_ICONS, groups_of
from .text import first_line, isolate, plain
from .widgets.button import Button
from .widgets.card import Card, clear
from .widgets.chip import Chip
from .widgets.choice import CheckBox, ComboBox
from .widgets.empty import EmptyState
from .widgets.excerpt import Excerpt
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


_MANY = 6  # more signals than this can be searched


class TickRow(QWidget):
    """One signal to tick: whom it is about, the beginning of its facts, where it stands; all of it can be pressed."""

    def __init__(self, signal: SignalRow, *, is_chosen: bool) -> None:
        super().__init__()
        names = youth_names(signal.about) or self.tr("No youth known yet")
        self.tick = CheckBox(isolate(names))
        self.tick.setAccessibleName(plain(f"{names}: {first_line(signal.facts)}"))
        self.tick.setProperty("signal", str(signal.id))
        self.tick.setChecked(is_chosen)
        meta = QHBoxLayout()
        meta.setContentsMargins(30, 0, 0, 0)
        meta.addWidget(Excerpt(signal.facts or self.tr("no facts written yet"), "small", colour="muted"), 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.tick)
        words.addLayout(meta)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(Chip(labels.signal_state(signal.state), "outline", icon=STATE_ICONS[signal.state], small=True))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Turn the tick."""
        self.tick.toggle()


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
        self._which = Label("", "label", colour="muted", wrap=True)
        self.filter = LineEdit("", icon="search", height=32)
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
        self.filter.clear()
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
        self._which.setText(
            self.tr("Signals, with their pieces, also what mentors think, and the cards of their youths")
        )
        self._to_file.setText(self.tr("Seal to a file…"))
        self._queue.setText(self.tr("Seal and let it wait"))
        self._back.setText(self.tr("Back"))
        self.filter.setAccessibleName(self.tr("Search in signals"))
        self.filter.setPlaceholderText(self.tr("Search in signals"))
        self._show_rows()
        self._look()

    def _show_rows(self) -> None:
        """Make the rows again: what was not passed on yet first; what is ticked stays whatever is searched."""
        clear(self._rows)
        self.filter.setVisible(len(self._signals) > _MANY)
        if not self._signals:
            self._rows.addWidget(EmptyState(self.tr("There is no signal to pass on yet.")))
        typed = self.filter.text().strip().casefold()
        shown = [each for each in self._signals if each.id in self._chosen or typed in _searched(each)]
        for title, signals in groups_of(shown):
            self._rows.addWidget(Label(title, "label", colour="muted"))
            for signal in signals:
                row = TickRow(signal, is_chosen=signal.id in self._chosen)
                row.tick.toggled.connect(self._tick)
                self._rows.addWidget(row)
        self._rows.addStretch(1)

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
        which = QHBoxLayout()
        which.addWidget(self._which, 1)
        which.addWidget(self.filter, 1)
        column.addLayout(which)
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
        self.filter.textEdited.connect(self._show_rows)
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


def _searched(signal: SignalRow) -> str:
    names = " ".join(f"{youth.name} {youth.alias}" for youth in signal.about)
    return f"{names} {signal.facts} {signal.author}".casefold()
