"""The lock screen: a name, a passphrase, one button; language, text size and dark.

It lists no names of staff or places and reads nothing of the vault. What was typed leaves with one signal and the
field is emptied at once.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

import baken

from . import theme
from .isolates import plain
from .look_bar import LookBar
from .shortcuts import Keys
from .widgets.button import Button
from .widgets.card import IconMark, Panel
from .widgets.chip import Chip
from .widgets.field import Field, LineEdit, PassphraseEdit
from .widgets.label import Label
from .widgets.scroll import QuietArea
from .wordmark import Wordmark

_CARD_WIDTH = 400


class LockScreen(QWidget):
    """Asks who is there."""

    unlock_requested = Signal(str, str)  # name, passphrase
    typed = Signal()
    other_vault_requested = Signal()
    note_requested = Signal()
    recovery_requested = Signal()

    def __init__(
        self,
        *,
        locked_at: str = "",
        has_draft: bool = False,
        is_practice: bool = False,
        code: str = "",
        is_noted: bool = False,
    ) -> None:
        super().__init__()
        self._locked_at, self._has_draft, self._code, self._is_noted = locked_at, has_draft, code, is_noted
        self._problem: tuple[str, str] = ("", "")
        self._is_busy = False
        self._seconds_left = 0
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self.look = LookBar()
        self._state = Label("", "body", colour="muted")
        self._state.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._practice = Chip("", "warn", icon="triangle-alert")
        self._practice.setVisible(is_practice)
        self._name = LineEdit("", height=42)
        self._passphrase = PassphraseEdit("", "", "")
        self._name_field, self._passphrase_field = Field("", self._name), Field("", self._passphrase)
        self._unlock = Button("", "primary", keys="Return", height=44)
        self._unlock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._message = Label("", "list", wrap=True)
        self._hint = Label("", "small", colour="muted", wrap=True)
        self.message = Panel(fill="warn_fill", edge=None, radius=8)
        self._card = Panel(radius=12)
        self._foot = Label("", "meta", colour="muted")
        self._other = Button("", "quiet", icon="folder-open", height=28)
        self._note = Button("", icon="pencil", keys=Keys.CAPTURE, height=44, spread=True)
        self._forgot = Button("", "quiet", height=28)
        self._note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build()
        self._unlock.clicked.connect(self._ask)
        self._name.returnPressed.connect(self._next)
        self._passphrase.returnPressed.connect(self._ask)
        self._name.textEdited.connect(self.typed)
        self._passphrase.textEdited.connect(self.typed)
        self._second.timeout.connect(self._count_down)
        self._other.clicked.connect(self.other_vault_requested)
        self._note.clicked.connect(self.note_requested)
        self._forgot.clicked.connect(self.recovery_requested)
        QShortcut(QKeySequence(Keys.CAPTURE), self).activated.connect(self.note_requested)
        self.retranslate()
        self.restyle()

    def show_practice(self, is_practice: bool) -> None:
        """Say that the vault is for practice, or do not."""
        self._practice.setVisible(is_practice)

    def show_open_elsewhere(self, is_open: bool) -> None:
        """Say that another window has the vault and what to do; or take that away, and nothing else."""
        here = self.tr("Baken is already open on this laptop.")
        if is_open:
            self.show_problem(here, self.tr("Go to that window, or close it. This screen notices when it has gone."))
        elif self._problem[0] == here:
            self._problem = ("", "")
            self.retranslate()

    def show_problem(self, sentence: str, next_step: str, wait_s: int = 0) -> None:
        """Say what went wrong and what to do; the passphrase is asked again, after `wait_s` seconds.

        Typing goes on meanwhile; what is typed stays.
        """
        self._problem = (sentence, next_step)
        self._seconds_left = wait_s
        self.set_busy(False)
        self._passphrase.setFocus()
        if wait_s:
            self._second.start()

    def set_busy(self, is_busy: bool) -> None:
        """Show that the passphrase is being tried."""
        self._is_busy = is_busy
        for widget in (self._name, self._passphrase, self._other, self._note, self._forgot):
            widget.setEnabled(not is_busy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._practice.setText(self.tr("EXERCISE: no real youths"))
        self._name_field.set_label(self.tr("&Name"))
        self._passphrase_field.set_label(self.tr("&Passphrase"))
        self._passphrase.set_words(
            self.tr("Passphrase"), self.tr("Show the passphrase"), self.tr("Hide the passphrase")
        )
        self._unlock.setText(self.tr("One moment…") if self._is_busy else self.tr("Unlock"))
        self._unlock.setEnabled(not self._is_busy and not self._seconds_left)
        self._other.setText(self.tr("Another vault"))
        self._note.setText(self.tr("Note without unlocking"))
        self._forgot.setText(self.tr("Passphrase forgotten?"))
        self._show_problem()
        self._state.setText(self._state_text())
        version = self.tr("version {number}").format(number=baken.__version__)
        code = self.tr("code {code}").format(code=self._code) if self._code else ""
        self._foot.setText("   ".join(part for part in (code, version) if part))

    def restyle(self) -> None:
        """Take the width of now."""
        for widget in (self._card, self._note):
            widget.setMaximumWidth(theme.px(_CARD_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the name."""
        super().showEvent(event)
        self._name.setFocus()

    def _state_text(self) -> str:
        if self._is_noted:
            return self.tr("Your note is kept, sealed for the team.")
        if not self._locked_at:
            return self.tr("Notice in time, together.")
        if self._has_draft:
            return self.tr("Locked at {time}. Your draft is safe.").format(time=self._locked_at)
        return self.tr("Locked at {time}.").format(time=self._locked_at)

    def _build(self) -> None:
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(32, 24, 32, 28)
        inside.setSpacing(14)
        self._build_message(inside)
        for widget in (self._name_field, self._passphrase_field, self._unlock):
            inside.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(2)
        column.addWidget(Wordmark())
        column.addWidget(self._state)
        column.addSpacing(8)
        column.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        column.addLayout(across)
        column.addSpacing(14)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._note, 100)
        below.addStretch(1)
        column.addLayout(below)
        column.addSpacing(8)
        column.addWidget(self._forgot, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        middle = QWidget()
        middle.setLayout(column)
        foot = QHBoxLayout()
        foot.addWidget(self._foot)
        foot.addSpacing(4)
        foot.addWidget(self._other)
        foot.addStretch(1)
        foot.addWidget(self.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 20, 28, 20)
        outer.addWidget(QuietArea(middle), 1)
        outer.addLayout(foot)

    def _build_message(self, inside: QVBoxLayout) -> None:
        row = QHBoxLayout(self.message)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(IconMark("triangle-alert", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._message)
        words.addWidget(self._hint)
        row.addLayout(words, 1)
        self.message.hide()
        inside.addWidget(self.message)

    def _show_problem(self) -> None:
        sentence, next_step = self._problem
        self._message.setText(sentence)
        if self._seconds_left:
            next_step = self.tr("You can try again in %n seconds. You are never locked out.", "", self._seconds_left)
        self._hint.setText(next_step)
        self.message.setAccessibleName(plain(f"{sentence} {next_step}"))
        self.message.setVisible(bool(sentence))

    def _count_down(self) -> None:
        self._seconds_left = max(0, self._seconds_left - 1)
        if not self._seconds_left:
            self._second.stop()
        self.retranslate()

    def _next(self) -> None:
        self._passphrase.setFocus()

    def _ask(self) -> None:
        name, passphrase = self._name.text().strip(), self._passphrase.text()
        if self._seconds_left:
            return
        if not name or not passphrase:
            (self._passphrase if name else self._name).setFocus()
            return
        self._passphrase.clear()
        self._problem = ("", "")
        self.set_busy(True)
        self.unlock_requested.emit(name, passphrase)
