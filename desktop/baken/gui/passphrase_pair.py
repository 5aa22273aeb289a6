"""A new passphrase, typed twice; the same rules wherever somebody sets one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .widgets.field import Field, PassphraseEdit

SHORTEST_PASSPHRASE = 12
"""Characters; a passphrase is a sentence, and the key derivation makes each guess cost a second."""


class PassphrasePair(QWidget):
    """Two hidden fields; `entered` when Return is pressed in either."""

    entered = Signal()

    def __init__(self, *, is_own: bool = True) -> None:
        """`is_own`: whoever types it is the one who will use it."""
        super().__init__()
        self._is_own = is_own
        self.first, self.again = PassphraseEdit("", "", "", height=36), PassphraseEdit("", "", "", height=36)
        self._fields = (Field("", self.first), Field("", self.again))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for field in self._fields:
            layout.addWidget(field)
        for edit in (self.first, self.again):
            edit.returnPressed.connect(self.entered)
        self.retranslate()

    def take(self) -> str:
        """Give the passphrase and empty both fields."""
        passphrase = self.first.text()
        self.clear()
        return passphrase

    def clear(self) -> None:
        """Empty both fields, and hide what is typed next."""
        for edit in (self.first, self.again):
            edit.clear()
            edit.hide_text()

    def lacking(self) -> str:
        """Say what is not right yet and put the cursor there; empty where both are."""
        if len(self.first.text()) < SHORTEST_PASSPHRASE:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("The passphrase is too short: make it %n characters or more.", "", SHORTEST_PASSPHRASE)
        if self.first.text() != self.again.text():
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("The two passphrases are not the same.")
        return ""

    def retranslate(self) -> None:
        """Say it in the language of now."""
        first, again = self._fields
        first.set_label(self.tr("New &passphrase"))
        again.set_label(self.tr("The same passphrase &again"))
        for field, edit in ((first, self.first), (again, self.again)):
            edit.set_words(field.label.accessibleName(), self.tr("Show the passphrase"), self.tr("Hide the passphrase"))
        self.first.setPlaceholderText(
            self.tr("four words or more that only you know")
            if self._is_own
            else self.tr("four words or more that only they know")
        )
