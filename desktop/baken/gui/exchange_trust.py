"""Adding a site's card: what it says, and the comparison of its fingerprint by another channel.

The last groups are not shown: the other site reads them out and they are typed here, or a person says how the
whole was compared.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.commands import TrustSite

from .exchange_fingerprint import is_heard, shown_part
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card
from .widgets.choice import CheckBox
from .widgets.field import Field, LineEdit
from .widgets.label import Label

_UNSEEN = "•••• ••••"  # in place of the last two groups


class TrustCard(Card):
    """The form; `trust_requested` carries the finished intent."""

    trust_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "fingerprint-pattern", parent=parent)
        self._card, self._name, self._fingerprint = b"", "", ""
        self._says = Label("", "list", wrap=True)
        self._shown = Label("", "preview_title")
        self._ask = Label("", "body", colour="muted", wrap=True)
        self.groups = LineEdit("", height=34)
        self._field = Field("", self.groups)
        self.compared = CheckBox("")
        self.how = LineEdit("", height=34)
        self._how_field = Field("", self.how)
        self._state = Label("", "small", colour="warn", wrap=True)
        self._trust = Button("", "primary", icon="badge-check", height=34)
        self._back = Button("", "quiet", height=34, colour="muted")
        column = QVBoxLayout()
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._says)
        column.addWidget(self._shown)
        column.addWidget(self._ask)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        fields.addWidget(self._field, 2)
        fields.addWidget(self._how_field, 3)
        column.addLayout(fields)
        column.addWidget(self.compared)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._state, 1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._trust)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self.groups.textEdited.connect(self._look)
        self.how.textEdited.connect(self._look)
        self.compared.toggled.connect(self._look)
        self._trust.clicked.connect(self._act)
        self._back.clicked.connect(self.closed)
        self.retranslate()
        self.hide()

    def ask(self, card: bytes, *, name: str, fingerprint: str) -> None:
        """Ask whether the card of this site may be trusted."""
        self._card, self._name, self._fingerprint = card, name, fingerprint
        self.groups.clear()
        self.how.clear()
        self.compared.setChecked(False)
        self.retranslate()
        self.show()
        self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_title(self.tr("Is this really their card?"))
        name = isolate(self._name)
        self._says.setText(self.tr("The card says that it is of {name}, with this fingerprint:").format(name=name))
        self._shown.setText(isolate(f"{shown_part(self._fingerprint)} {_UNSEEN}"))
        self._ask.setText(
            self.tr("Call the site on a number that you know already and let them read out the last two groups.")
        )
        self._field.set_label(self.tr("&Last two groups, as they read them out"))
        self._how_field.set_label(self.tr("&How did you compare it?"))
        self.how.setPlaceholderText(self.tr("for example: called the lead, or met in person"))
        self.compared.setText(self.tr("Compared whole, in person, as written beside"))
        self._trust.setText(self.tr("Trust this site"))
        self._back.setText(self.tr("Leave it"))
        self._look()

    def _look(self) -> None:
        heard = is_heard(self._fingerprint, self.groups.text())
        in_person = self.compared.isChecked() and bool(self.how.text().strip())
        typed = len("".join(self.groups.text().split()))
        wrong = not heard and typed >= len("".join(self._fingerprint.split()[-2:])) > 0
        self._state.setText(self.tr("That is not the same. Don't trust this card; ask again.") if wrong else "")
        self._trust.setEnabled(heard or (in_person and not wrong))

    def _act(self) -> None:
        how = self.how.text().strip() or self.tr("last two groups read out and typed")
        self._trust.setEnabled(False)  # until it is trusted or refused
        self.trust_requested.emit(TrustSite(card=self._card, fingerprint=self._fingerprint, confirmed_how=how))
