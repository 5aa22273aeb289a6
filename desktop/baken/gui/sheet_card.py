"""The recovery sheet as it stands: when the one that counts was made, and the way to a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .said import say_moment
from .widgets.button import Button
from .widgets.card import Card, clear
from .widgets.line import Line


class SheetCard(Card):
    """One line and one button."""

    make_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "scroll-text", parent=parent)
        self._made: str | None = None
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 4)
        self.body.addLayout(self._lines)
        self.retranslate()

    def show_made(self, made: str) -> None:
        """Show when the sheet that counts was made (local ISO time); empty while there is none."""
        self._made = made
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Recovery sheet"))
        clear(self._lines)
        if self._made is None:
            return
        make = Button(self.tr("Make a sheet…"), icon="printer", height=30)
        make.clicked.connect(self.make_requested)
        if self._made:
            title = self.tr("Made {moment}").format(moment=say_moment(self._made))
            below = self.tr("An administrator who forgot their passphrase gets a new one with it.")
            self._lines.addWidget(Line("key-round", title, below, end=make))
        else:
            wrong = self.tr("When the last administrator forgets their passphrase, nobody can help: make one.")
            self._lines.addWidget(Line("key-round", self.tr("There is no sheet yet"), wrong=wrong, end=make))
