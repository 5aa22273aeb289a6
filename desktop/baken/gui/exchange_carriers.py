"""How bundles travel: with the registry's mailbox, or on a stick that somebody carries."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from baken.model.views_exchange import Exchange

from .said import say_moment
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card, HairLine, clear
from .widgets.flow import FlowLayout
from .widgets.line import Line


class CarriersCard(Card):
    """The stick, always; the mailbox once this laptop is enrolled, until then the two steps to get there."""

    sync_requested = Signal()
    stick_requested = Signal()
    import_requested = Signal()
    request_requested = Signal()
    answer_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "refresh-cw", parent=parent)
        self._exchange: Exchange | None = None
        self._is_busy = False
        self.retranslate()

    def show_exchange(self, exchange: Exchange) -> None:
        """Show whether this laptop is enrolled and when it last exchanged."""
        self._exchange = exchange
        self.retranslate()

    def set_busy(self, is_busy: bool) -> None:
        """Keep the buttons from being pressed twice."""
        self._is_busy = is_busy
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Send and fetch"))
        clear(self.body)
        if self._exchange is None:
            return
        moment = say_moment(self._exchange.last_sync)
        last = self.tr("last time {moment}").format(moment=moment) if moment else self.tr("not done yet")
        self._add_row(
            "usb",
            self.tr("On a stick"),
            self.tr("What waits goes on it, what is for us comes in"),
            (self.tr("With a stick…"), "usb", self.stick_requested),
        )
        self._add_row(
            "file-down",
            self.tr("As a file"),
            self.tr("You see first what it is"),
            (self.tr("Import a file…"), "file-down", self.import_requested),
        )
        if self._exchange.registry:
            words = (self.tr("With the registry"), "refresh-cw", self.sync_requested)
            self._add_row("globe", isolate(self._exchange.registry), last, words)
            return
        self._add_row(
            "globe",
            self.tr("Registry"),
            self.tr("This laptop is not enrolled"),
            (self.tr("Ask to enrol…"), "file-output", self.request_requested),
            (self.tr("Read the answer…"), "file-input", self.answer_requested),
        )

    def _add_row(self, icon: str, what: str, how: str, *buttons: tuple[str, str, SignalInstance]) -> None:
        """Put the buttons at the end of a line, or below it where they have no room."""
        if self.body.count():
            self.body.addWidget(HairLine())
        acts = QWidget()
        flow = FlowLayout(acts)
        for words, mark, asked in buttons:
            button = Button(words, icon=mark, height=30)
            button.setEnabled(not self._is_busy)
            button.clicked.connect(asked)
            flow.addWidget(button)
        self.body.addWidget(Line(icon, what, how, end=acts))
