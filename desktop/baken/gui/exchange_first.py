"""What stands on the exchange page while no other site is trusted: the three steps to the first bundle."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .widgets.button import Button
from .widgets.card import Card, HairLine
from .widgets.step import Step


class FirstSteps(Card):
    """Exchange cards, compare the fingerprint, make a bundle."""

    own_card_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "handshake", parent=parent)
        self._own = Button("", "primary", icon="id-card", height=34)
        self._add = Button("", icon="plus", height=34)
        self._steps = (Step(1, self._own), Step(2, self._add), Step(3))
        for position, step in enumerate(self._steps):
            if position:
                self.body.addWidget(HairLine())
            self.body.addWidget(step)
        self._own.clicked.connect(self.own_card_requested)
        self._add.clicked.connect(self.add_requested)
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._own.set_look("primary" if is_primary else "plain")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_title(self.tr("The first time with another site"))
        self._own.setText(self.tr("Our card to a file…"))
        self._add.setText(self.tr("Add a card…"))
        cards, compare, bundle = self._steps
        cards.say(
            self.tr("Exchange cards"),
            self.tr("Write our card to a file and give it to the other site. They give you theirs."),
        )
        compare.say(
            self.tr("Add their card and compare the fingerprint"),
            self.tr("Call them on a number that you know already and let them read out the last two groups."),
        )
        bundle.say(
            self.tr("Make a bundle"),
            self.tr("Choose signals, seal them for that site only, and send them or hand them over on a stick."),
        )
