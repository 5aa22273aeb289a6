"""Changing one's own passphrase: the one of now first, then the new one twice.

A wrong one is told with the seconds until the next try; nobody is ever locked out.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .passphrase_pair import PassphrasePair
from .widgets.button import Button
from .widgets.card import Card
from .widgets.field import Field, PassphraseEdit
from .widgets.label import Label


class PassphraseForm(Card):
    """The form; `submitted` carries the passphrase of now and the new one, and the fields are emptied."""

    submitted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "key-round", parent=parent)
        self.now = PassphraseEdit("", "", "", height=36)
        self._now_field = Field("", self.now)
        self.new = PassphrasePair()
        self._advice = Label("", "small", colour="muted", wrap=True)
        self._problem: tuple[str, str] = ("", "")
        self._state = Label("", "small", colour="warn", wrap=True)
        self._state.hide()
        self._seconds_left = 0
        self._is_busy = False
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._change = Button("", "primary", icon="key-round", height=36)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        for part in (self._advice, self._now_field, self.new, self._state):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._change)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self.now.returnPressed.connect(self.submit)
        self.new.entered.connect(self.submit)
        self._change.clicked.connect(self.submit)
        self._second.timeout.connect(self._count_down)
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._change.set_look("primary" if is_primary else "plain")

    def set_busy(self, is_busy: bool) -> None:
        """Show that the passphrase is being tried and changed."""
        self._is_busy = is_busy
        for widget in (self._now_field, self.new):
            widget.setEnabled(not is_busy)
        self.retranslate()

    def show_problem(self, sentence: str, next_step: str, wait_s: int = 0) -> None:
        """Say what went wrong and what to do; it can be tried again after `wait_s` seconds."""
        self._problem = (sentence, next_step)
        self._seconds_left = wait_s
        self.set_busy(False)
        if wait_s:
            self._second.start()
        if sentence:
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty every field and take the problem away."""
        self.now.clear()
        self.now.hide_text()
        self.new.clear()
        self._problem = ("", "")
        self.retranslate()

    def submit(self) -> None:
        """Say what is still missing, or hand both over."""
        if self._seconds_left or self._is_busy:
            return
        lacking = self._lacking()
        self._problem = (lacking, "")
        self.retranslate()
        if lacking:
            return
        now, new = self.now.text(), self.new.take()
        self.now.clear()
        self.set_busy(True)
        self.submitted.emit(now, new)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_title(self.tr("Change your passphrase"))
        self._advice.setText(self.tr("It opens this vault on this laptop. Nobody can look it up for you."))
        self._now_field.set_label(self.tr("Your passphrase of &now"))
        self.now.set_words(
            self._now_field.label.accessibleName(), self.tr("Show the passphrase"), self.tr("Hide the passphrase")
        )
        self._change.setText(self.tr("One moment…") if self._is_busy else self.tr("Change"))
        self._change.setEnabled(not self._is_busy and not self._seconds_left)
        sentence, next_step = self._problem
        if self._seconds_left:
            next_step = self.tr("You can try again in %n seconds. You are never locked out.", "", self._seconds_left)
        self._state.setText(f"{sentence} {next_step}".strip())
        self._state.setVisible(bool(sentence))

    def _lacking(self) -> str:
        if not self.now.text():
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("First type the passphrase that you have now.")
        if self.new.first.text() == self.now.text():
            self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("That is the passphrase that you have now. Choose another one.")
        return self.new.lacking()

    def _count_down(self) -> None:
        self._seconds_left = max(0, self._seconds_left - 1)
        if not self._seconds_left:
            self._second.stop()
        self.retranslate()
