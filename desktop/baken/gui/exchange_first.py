"""What stands on the exchange page while no other site is trusted: the three steps to the first bundle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .widgets.button import Button
from .widgets.card import Card, HairLine
from .widgets.chip import Chip
from .widgets.label import Label


class _Step(QWidget):
    """A number, what to do, how, and perhaps the button for it."""

    def __init__(self, number: int, button: Button | None = None) -> None:
        super().__init__()
        self._what = Label("", "list_new", wrap=True)
        self._how = Label("", "small", colour="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._how)
        if button is not None:
            words.addSpacing(6)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(Chip(str(number), "filled"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, what: str, how: str) -> None:
        """Say what the step is."""
        self._what.setText(what)
        self._how.setText(how)


class FirstSteps(Card):
    """Exchange cards, compare the fingerprint, make a bundle."""

    own_card_requested = Signal()
    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "handshake", parent=parent)
        self._own = Button("", "primary", icon="id-card", height=34)
        self._add = Button("", icon="plus", height=34)
        self._steps = (_Step(1, self._own), _Step(2, self._add), _Step(3))
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
