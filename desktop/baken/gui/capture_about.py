"""Whom a piece is about: chips that can be taken off, a field to add somebody; and what was recognised.

Nobody is required: without a chip the piece is about a place or unknown. What was recognised is only offered.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from baken.model.codes import EntityType
from baken.model.records import Entity
from baken.model.views import Recognised, Youth

from . import labels, theme
from .capture_form import entity_icon
from .shortcuts import Keys
from .text import isolate, plain
from .widgets.button import Button
from .widgets.card import clear
from .widgets.chip import ChipButton
from .widgets.field import LineEdit
from .widgets.flow import FlowLayout
from .widgets.keycap import KeyCap
from .widgets.label import Label
from .widgets.youth import full_name, shown_name

_OFFERS = 4  # more than four offers are a list, not an offer


class OfferChip(ChipButton):
    """One thing that was recognised, dashed: a press takes `offer` over."""

    def __init__(self, offer: Recognised) -> None:
        if offer.youth is not None:
            name = shown_name(offer.youth)
            words, icon = f"{name}, {offer.youth.room}" if offer.youth.room else name, "user"
        else:
            kind = offer.entity or EntityType.PERSON
            words, icon = f"{labels.entity(kind)} {isolate(offer.value)}", entity_icon(kind)
        super().__init__(words, "dashed", icon=icon)
        self.offer = offer
        name = isolate(words) if offer.youth is not None else words
        self.setAccessibleName(plain(self.tr("Take over {name}").format(name=name)))


class OfferRow(QWidget):
    """What was recognised in the text, dashed; Alt+J takes the first."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Recognised, ...] = ()
        self._flow = FlowLayout(self)
        self.retranslate()

    @property
    def count(self) -> int:
        """How many are offered."""
        return len(self._offers)

    def show_offers(self, offers: Sequence[Recognised]) -> None:
        """Replace what is offered."""
        self._offers = tuple(offers[:_OFFERS])
        self.retranslate()

    def take_next(self) -> None:
        """Take the first offer, if there is one."""
        if self._offers:
            self.taken.emit(self._offers[0])

    def retranslate(self) -> None:
        """Make the chips again in the language in use."""
        clear(self._flow)
        if not self._offers:
            self._flow.addWidget(Label(self.tr("nothing yet"), "small", colour="muted"))
        for position, offer in enumerate(self._offers):
            chip = OfferChip(offer)
            chip.clicked.connect(self._take_pressed)
            self._flow.addWidget(chip)
            if position == 0:
                self._flow.addWidget(KeyCap(Keys.TAKE_OFFER))
        self.updateGeometry()

    def _take_pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, OfferChip):
            self.taken.emit(chip.offer)


class AboutRow(QWidget):
    """The youths and things of a piece, and the field that adds a youth by name or room.

    `compact` leaves out the words for where a header has no room.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._compact = compact
        self._about: tuple[Youth, ...] = ()
        self._entities: tuple[Entity, ...] = ()
        self._known: tuple[Youth, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.search = LineEdit("", icon="search", height=32)
        self.search.hide()
        self.search.returnPressed.connect(self._add_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._chips)
        layout.addWidget(self.search)
        self.retranslate()

    def about(self) -> tuple[Youth, ...]:
        """Give the youths in the order in which they were taken."""
        return self._about

    def entities(self) -> tuple[Entity, ...]:
        """Give the phones, plates and other things that were taken."""
        return self._entities

    def set_values(self, about: tuple[Youth, ...], entities: tuple[Entity, ...]) -> None:
        """Show youths and things; emits nothing."""
        self._about, self._entities = about, entities
        self.retranslate()

    def set_known(self, youths: Sequence[Youth]) -> None:
        """Say who can be added by typing."""
        self._known = tuple(youths)
        completer = QCompleter([full_name(youth) for youth in self._known], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = completer.popup()
        if popup is not None:
            popup.setFont(theme.font("body"))
        completer.activated.connect(self._add_named)
        self.search.setCompleter(completer)

    def start_adding(self) -> None:
        """Open the field in which a youth is looked for."""
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Make the chips again in the language in use."""
        clear(self._flow)
        for position, youth in enumerate(self._about):
            action = self.tr("Take {name} off").format(name=isolate(shown_name(youth)))
            native = youth.name_native if youth.name_native != youth.name else ""
            chip = ChipButton(
                shown_name(youth), "filled", icon="user", native=native, removable=True, action_name=action
            )
            chip.setProperty("position", position)
            chip.clicked.connect(self._remove_youth)
            self._flow.addWidget(chip)
        for position, entity in enumerate(self._entities):
            text = f"{labels.entity(entity.type)} {isolate(entity.value)}"
            action = self.tr("Take {name} off").format(name=text)
            chip = ChipButton(text, "filled", icon=entity_icon(entity.type), removable=True, action_name=action)
            chip.setProperty("position", position)
            chip.clicked.connect(self._remove_entity)
            self._flow.addWidget(chip)
        add = Button(self.tr("&Youth"), "quiet", icon="plus", height=28)
        add.setAccessibleName(self.tr("Add a youth"))
        add.clicked.connect(self.start_adding)
        self._flow.addWidget(add)
        if not self._about and not self._compact:
            self._flow.addWidget(Label(self.tr("nobody yet: a place, or unknown"), "small", colour="muted"))
        self.search.setAccessibleName(self.tr("Name or room of a youth"))
        self.search.setPlaceholderText(self.tr("Name or room"))
        self._chips.updateGeometry()

    def _remove_youth(self) -> None:
        chip = self.sender()
        if chip is not None:
            position = int(chip.property("position"))
            self._change(self._about[:position] + self._about[position + 1 :], self._entities)

    def _remove_entity(self) -> None:
        chip = self.sender()
        if chip is not None:
            position = int(chip.property("position"))
            self._change(self._about, self._entities[:position] + self._entities[position + 1 :])

    def _add_named(self, name: str) -> None:
        youth = next((youth for youth in self._known if full_name(youth) == name), None)
        if youth is not None and youth.id not in {other.id for other in self._about}:
            self._change((*self._about, youth), self._entities)
        # the completer writes the chosen name into the field after this signal
        QTimer.singleShot(0, self._close_search)

    def _add_typed(self) -> None:
        """Take the only youth that fits what was typed; more than one needs a choice from the list."""
        typed = self.search.text().strip().casefold()
        fitting = [youth for youth in self._known if typed and typed in full_name(youth).casefold()]
        if len(fitting) == 1:
            self._add_named(full_name(fitting[0]))

    def _close_search(self) -> None:
        self.search.clear()
        self.search.hide()

    def _change(self, about: tuple[Youth, ...], entities: tuple[Entity, ...]) -> None:
        self._about, self._entities = about, entities
        self.retranslate()
        self.changed.emit()
