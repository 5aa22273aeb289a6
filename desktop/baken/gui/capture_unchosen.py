"""Above the button that saves: the youths whom the text names while none was chosen, each one press away.

Nobody is linked by itself, and saving without them stays possible: a name in a text can be about somebody else.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.model.views import Recognised

from .capture_about import OfferChip
from .widgets.card import clear
from .widgets.flow_box import FlowBox
from .widgets.label import Label


class UnchosenRow(QWidget):
    """The words and a chip for each youth; hidden while there is none."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Recognised, ...] = ()
        self._box = FlowBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 8, 20, 0)
        layout.addWidget(self._box)
        self.hide()

    def show_offers(self, offers: Sequence[Recognised]) -> None:
        """Replace who is named; the chips stay while nothing changed, so that none goes away under a finger."""
        if tuple(offers) != self._offers:
            self._offers = tuple(offers)
            self.retranslate()
        self.setVisible(bool(self._offers))

    def retranslate(self) -> None:
        """Make the chips again in the language in use."""
        clear(self._box.flow)
        self._box.flow.addWidget(Label(self.tr("Recognised, not chosen"), "small", colour="warn"))
        for offer in self._offers:
            chip = OfferChip(offer)
            chip.clicked.connect(self._take_pressed)
            self._box.flow.addWidget(chip)
        self._box.updateGeometry()

    def _take_pressed(self) -> None:
        chip: QObject | None = self.sender()
        if isinstance(chip, OfferChip):
            self.taken.emit(chip.offer)
