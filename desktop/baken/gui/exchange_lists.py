"""The lists of the exchange page: trusted sites, what went out, what came in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.model.codes import Delivery
from baken.model.views_exchange import IncomingRow, OutgoingRow, SiteRow

from .exchange_words import ExchangeWords
from .said import say_moment
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card, HairLine, clear
from .widgets.chip import Chip, Variant
from .widgets.empty import EmptyState
from .widgets.label import Label
from .widgets.line import Line

_STATES: dict[Delivery, tuple[Variant, str]] = {
    Delivery.WAITING: ("warn", "hourglass"),
    Delivery.HANDED_OVER: ("sunk", "package"),
    Delivery.AT_REGISTRY: ("sunk", "inbox"),
    Delivery.RECEIVED: ("ok", "circle-check"),
}


class OwnCard(Card):
    """Our own card: its fingerprint, to be read out or copied, and the way to a file."""

    own_card_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "id-card", parent=parent)
        self._write = Button("", "quiet", icon="save", height=28)
        self._what = Label("", "small", colour="muted", wrap=True)
        self._groups = Label("", "list", wrap=True)
        self._groups.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words = QVBoxLayout()
        words.setContentsMargins(16, 9, 16, 11)
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._groups)
        self.add_end(self._write)
        self.body.addLayout(words)
        self._write.clicked.connect(self.own_card_requested)
        self.retranslate()

    def show_groups(self, groups: str) -> None:
        """Show the fingerprint."""
        self._groups.setText(isolate(groups))

    def show_button(self, *, is_shown: bool) -> None:
        """Leave the button out where the first steps have it."""
        self._write.setVisible(is_shown)

    def retranslate(self) -> None:
        """Say it again in the language in use."""
        self.set_title(self.tr("Our card"))
        self._write.setText(self.tr("To a file…"))
        self._write.setAccessibleName(self.tr("Our card to a file…"))
        self._what.setText(self.tr("Our own fingerprint, to read out"))


class SitesCard(Card):
    """Sites whose card was added and whose fingerprint was compared."""

    add_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "handshake", parent=parent)
        self._sites: tuple[SiteRow, ...] = ()
        self._add = Button("", "quiet", icon="plus", height=28)
        self.add_end(self._add)
        self._add.clicked.connect(self.add_requested)
        self.retranslate()

    def show_sites(self, sites: tuple[SiteRow, ...]) -> None:
        """Show the sites."""
        self._sites = sites
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Sites"))
        self._add.setText(self.tr("Add a card…"))
        clear(self.body)
        for position, site in enumerate(self._sites):
            if position:
                self.body.addWidget(HairLine())
            trusted = self.tr("compared by {name}, {moment}").format(
                name=isolate(site.trusted_by), moment=say_moment(site.trusted_at)
            )
            until = self.tr("card good until {day}").format(day=say_moment(site.recipient_until))
            ended = self.tr("The card has ended: ask for a new one.") if site.ended else ""
            name = isolate(f"{site.name} ({site.code})" if site.code else site.name)
            below = (isolate(site.fingerprint), trusted) if site.ended else (isolate(site.fingerprint), trusted, until)
            self.body.addWidget(Line("building-2", name, *below, wrong=ended))


class OutgoingCard(Card):
    """Bundles that were made, each with how far it got."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "upload", parent=parent)
        self._rows: tuple[OutgoingRow, ...] = ()
        self._words = ExchangeWords(self)
        self.retranslate()

    def show_rows(self, rows: tuple[OutgoingRow, ...]) -> None:
        """Show the bundles, as given."""
        self._rows = rows
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Made for others"))
        clear(self.body)
        if not self._rows:
            self.body.addWidget(EmptyState(self.tr("No bundle was made yet.")))
        for position, row in enumerate(self._rows):
            if position:
                self.body.addWidget(HairLine())
            variant, icon = _STATES[row.delivery]
            to = self.tr("To {site}").format(site=isolate(row.to))
            second = f"{say_moment(row.made)} · {self._words.of_content(row)}"
            chip = Chip(self._words.of_delivery(row), variant, icon=icon, small=True)
            wrong = self._words.of_refusal(row.refusal)
            self.body.addWidget(Line("package", to, second, end=chip, wrong=wrong))


class IncomingCard(Card):
    """Bundles that came in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "download", parent=parent)
        self._rows: tuple[IncomingRow, ...] = ()
        self._words = ExchangeWords(self)
        self.retranslate()

    def show_rows(self, rows: tuple[IncomingRow, ...]) -> None:
        """Show the bundles, as given."""
        self._rows = rows
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Came in"))
        clear(self.body)
        if not self._rows:
            self.body.addWidget(EmptyState(self.tr("Nothing came in yet.")))
        for position, row in enumerate(self._rows):
            if position:
                self.body.addWidget(HairLine())
            site = self.tr("From {site}").format(site=isolate(row.site))
            told = [say_moment(row.received), self._words.of_arrival(row)]
            if row.conflicts:
                told.append(self.tr("%n side by side", "", row.conflicts))
            self.body.addWidget(Line("package-open", site, " · ".join(told)))
