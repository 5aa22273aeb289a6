"""Writing without unlocking: initials, what was seen or heard, when. Nothing of the vault is read or shown.

A widget: `kept` carries initials, text and the moment; what was typed stays until the window is told that it is safe.
"""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Precision
from baken.model.records import When

from . import theme
from .capture_when import WhenField
from .shortcuts import Keys
from .widgets.button import Button
from .widgets.card import Panel
from .widgets.chip import Chip
from .widgets.field import Field, LineEdit, TextArea
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_WIDTH, _TEXT = 560, 90  # px at 100 %
_MOST_INITIALS, _MOST_CHARACTERS = 16, 8000


class LockedNote(QWidget):
    """The form at the lock screen."""

    kept = Signal(str, str, object)  # initials, text, When
    left = Signal()

    def __init__(self, now: Callable[[], dt.datetime], *, is_practice: bool = False) -> None:
        super().__init__()
        self._practice = Chip("", "warn", icon="triangle-alert")
        self._practice.setVisible(is_practice)
        self.initials = LineEdit("", height=42)
        self.initials.setMaxLength(_MOST_INITIALS)
        self.text = TextArea("")
        self.when = WhenField(now)
        self.when.set_when(When(start=now().isoformat(timespec="minutes"), precision=Precision.MINUTE))
        self._title = Label("", "section")
        self._told = Label("", "small", colour="muted", wrap=True)
        self._problem = Label("", "list", colour="danger", wrap=True)
        self._problem.hide()
        self._text_field, self._when_field = Field("", self.text), Field("", self.when)
        self._initials_field = Field("", self.initials)
        self._back = Button("", keys=Keys.KEEP_DRAFT, height=36)
        self._keep = Button("", "primary", keys=Keys.SAVE_PIECE, height=36)
        self._panel = Panel(radius=12)
        self._build()
        self._keep.clicked.connect(self._ask)
        self._back.clicked.connect(self._leave)
        QShortcut(QKeySequence(Keys.SAVE_PIECE), self).activated.connect(self._ask)
        QShortcut(QKeySequence(Keys.KEEP_DRAFT), self).activated.connect(self._leave)
        self.retranslate()
        self.restyle()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say why it was not kept; what was typed stays."""
        self._problem.setText(f"{sentence} {next_step}")
        self._problem.show()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._practice.setText(self.tr("EXERCISE: no real youths"))
        self._title.setText(self.tr("Note without unlocking"))
        self._told.setText(
            self.tr("It is sealed for the team and comes in at the next unlock, marked as not confirmed by you yet.")
        )
        self._text_field.set_label(self.tr("&What did you see or hear?"))
        self.text.edit.setAccessibleName(self.tr("What did you see or hear?"))
        self._when_field.set_label(self.tr("When"))
        self._initials_field.set_label(self.tr("Your &initials"))
        self.initials.setAccessibleName(self.tr("Your initials"))
        self._keep.setText(self.tr("Keep"))
        self._back.setText(self.tr("Back"))

    def restyle(self) -> None:
        """Take the width of now."""
        self._panel.setMaximumWidth(theme.px(_WIDTH))
        self.text.setMinimumHeight(theme.px(_TEXT))  # below that the form scrolls

    def showEvent(self, event: QShowEvent) -> None:
        """Start in the text."""
        super().showEvent(event)
        self.text.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(28, 22, 28, 22)
        inside.setSpacing(12)
        inside.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._title, self._told, self._text_field, self._when_field, self._initials_field):
            inside.addWidget(widget)
        inside.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._keep)
        inside.addLayout(buttons)
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.addStretch(1)
        across.addWidget(self._panel, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 20, 28, 20)
        outer.addWidget(ScrollArea(middle))

    def _leave(self) -> None:
        """Go back; what was typed is not thrown away by a key."""
        if self.text.text().strip():
            self.show_problem(
                self.tr("What you typed is not kept yet."), self.tr("Press Keep, or empty the field to go back.")
            )
            return
        self.left.emit()

    def _ask(self) -> None:
        text, initials, when = self.text.text(), self.initials.text().strip(), self.when.when()
        if not text.strip():
            self.text.edit.setFocus()
        elif len(text) > _MOST_CHARACTERS:
            self.show_problem(self.tr("This is too long for one note."), self.tr("Divide it over two notes."))
        elif when is None:
            self.when.field.setFocus()
        elif not initials:
            self.initials.setFocus()
        else:
            self.kept.emit(initials, text, when)
