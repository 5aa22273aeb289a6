"""A new passphrase with the recovery sheet, at the lock screen: for an administrator who forgot theirs.

A widget: it says what was typed and shows what came of it. A wrong group of the code is named by its number.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from . import theme
from .passphrase_pair import PassphrasePair
from .shortcuts import Keys
from .widgets.button import Button
from .widgets.card import Panel
from .widgets.chip import Chip
from .widgets.field import Field, LineEdit
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_WIDTH = 560


class RecoverForm(QWidget):
    """Name, code, the new passphrase twice."""

    submitted = Signal(str, str, str)  # name, code, passphrase
    left = Signal()

    def __init__(self, *, is_practice: bool) -> None:
        super().__init__()
        self._is_busy = self._is_done = False
        self._respelled = False
        self._practice = Chip("", "warn", icon="triangle-alert")
        self._practice.setVisible(is_practice)
        self._title = Label("", "section")
        self._told = Label("", "small", colour="muted", wrap=True)
        self.name, self.code = LineEdit("", height=36), LineEdit("", height=36)
        self._fields = (Field("", self.name), Field("", self.code))
        self.passphrase = PassphrasePair()
        self._problem = Label("", "small", colour="warn", wrap=True)
        self._problem.hide()
        self._back = Button("", keys=Keys.KEEP_DRAFT, height=36)
        self._give = Button("", "primary", icon="key-round", height=36)
        self._panel = Panel(radius=12)
        self._build()
        for edit in (self.name, self.code):
            edit.returnPressed.connect(self.submit)
        self.passphrase.entered.connect(self.submit)
        self._give.clicked.connect(self.submit)
        self._back.clicked.connect(self._leave)
        QShortcut(QKeySequence(Keys.KEEP_DRAFT), self).activated.connect(self._leave)
        self.retranslate()
        self.restyle()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; name and code stay."""
        self._is_busy = False
        self._problem.setText(f"{sentence} {next_step}".strip())
        self._problem.setVisible(bool(sentence))
        self._look()

    def show_done(self, *, is_respelled: bool) -> None:
        """Say that the new passphrase counts; only the way back is left."""
        self._is_busy, self._is_done, self._respelled = False, True, is_respelled
        self.code.clear()
        self._problem.hide()
        self.retranslate()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Say what is still missing, or hand everything over."""
        if self._is_busy or self._is_done:
            return
        lacking = self._lacking()
        self.show_problem(lacking, "")
        if lacking:
            return
        self._is_busy = True
        self._look()
        self.submitted.emit(self.name.text().strip(), self.code.text(), self.passphrase.take())

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._practice.setText(self.tr("EXERCISE: no real youths"))
        self._title.setText(self.tr("A new passphrase with the recovery sheet"))
        name, code = self._fields
        name.set_label(self.tr("Your &name"))
        code.set_label(self.tr("The &code on the sheet"))
        self.code.setPlaceholderText(self.tr("all groups, with a space in between"))
        if self._is_done:
            words = self.tr("Your new passphrase counts. The old one opens nothing any more.")
            respelled = self.tr(
                "Characters of the passphrase were put into their usual form; either form opens the vault."
            )
            self._told.setText(f"{words} {respelled}" if self._respelled else words)
        else:
            self._told.setText(
                self.tr("For an administrator. Whoever has another role asks the administrator for a new passphrase.")
            )
        self._look()

    def restyle(self) -> None:
        """Take the width of now."""
        self._panel.setMaximumWidth(theme.px(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the name."""
        super().showEvent(event)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(28, 22, 28, 22)
        inside.setSpacing(12)
        inside.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._told, *self._fields, self.passphrase, self._problem):
            inside.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._give)
        inside.addLayout(buttons)
        self._panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(self._panel, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 20, 28, 20)
        outer.addWidget(ScrollArea(middle))

    def _look(self) -> None:
        for widget in (*self._fields, self.passphrase):
            widget.setVisible(not self._is_done)
            widget.setEnabled(not self._is_busy)
        self._give.setVisible(not self._is_done)
        self._give.setEnabled(not self._is_busy)
        self._give.setText(self.tr("One moment…") if self._is_busy else self.tr("Set this passphrase"))
        self._back.setEnabled(not self._is_busy)
        self._back.setText(self.tr("To the lock screen") if self._is_done else self.tr("Back"))

    def _lacking(self) -> str:
        for edit, sentence in (
            (self.name, self.tr("Give the name with which you unlock.")),
            (self.code, self.tr("Copy the code from the sheet.")),
        ):
            if not edit.text().strip():
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return sentence
        return self.passphrase.lacking()

    def _leave(self) -> None:
        if not self._is_busy:
            self.left.emit()
