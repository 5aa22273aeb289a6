"""The field in which a moment is typed and shown back as it was understood."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from baken.errors import UserError
from baken.model.records import When
from baken.model.when import read_when

from . import language, theme
from .text import format_when, isolate
from .widgets.field import LineEdit
from .widgets.label import Label


class WhenField(QWidget):
    """Typed text on the left, what it was understood as on the right; `changed` when either moves.

    `now` gives local time without a zone. A time that was not understood stays in the field as typed.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._when: When | None = None
        self._problem = self._asked = ""
        self.field = LineEdit("", icon="clock", height=32)
        self._shown_back = Label("", "small", colour="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.field, 2)
        layout.addWidget(self._shown_back, 3)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._read)
        self.field.editingFinished.connect(self._tidy)
        self.restyle()
        self.retranslate()

    def when(self) -> When | None:
        """Give the moment, or None while what stands there is not understood."""
        return self._when

    def typed(self) -> str:
        """Give the text of the field."""
        return self.field.text()

    def set_when(self, when: When | None, typed: str = "") -> None:
        """Show a moment; without one, the text that was typed and is not understood yet."""
        self._when, self._problem = when, ""
        if when is None:
            self.field.setText(typed)
            if typed:
                self._understand(typed)
        else:
            self.field.setText(typed or self._said(when))
        self._show_back()

    def ask(self, words: str) -> None:
        """Say beside the field that a moment is needed; nothing to say takes that away."""
        self._asked = words
        self._show_back()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.field.setAccessibleName(self.tr("When"))
        self.field.setPlaceholderText(self.tr("for example yesterday 23:40"))
        self._tidy()

    def restyle(self) -> None:
        """Keep the field wide enough for a date and a time."""
        self.field.setMinimumWidth(theme.px(172))

    def _read(self, text: str) -> None:
        self._understand(text)
        self._show_back()
        self.changed.emit()

    def _understand(self, text: str) -> None:
        self._when, self._problem = None, ""
        if not text.strip():
            return
        try:
            self._when = read_when(text, now=self._now())
        except UserError as error:
            self._problem = error.code

    def _tidy(self) -> None:
        """Write a plain time as it will be shown; keep what was typed in words."""
        if self._when is not None and not self._when.typed:
            self.field.setText(self._said(self._when))
        self._show_back()

    def _said(self, when: When) -> str:
        return format_when(when, language.current(), today=self._now().date())

    def _show_back(self) -> None:
        """Say beside the field how it was understood, or why not."""
        if self._when is not None:
            said = self._said(self._when)
            self._shown_back.setText(self._distance(self._when) if said == self.field.text() else isolate(said))
            self._shown_back.set_colour("muted")
            return
        if self._asked:
            self._shown_back.setText(self._asked)
            self._shown_back.set_colour("danger")
            return
        self._shown_back.set_colour("warn")
        match self._problem:
            case "when-in-future":
                self._shown_back.setText(self.tr("that is still to come"))
            case "when-ambiguous":
                self._shown_back.setText(self.tr("morning or evening?"))
            case "when-weekday-differs":
                self._shown_back.setText(self.tr("that date was another day of the week"))
            case _:
                self._shown_back.setText(
                    self.tr("not understood yet") if self.field.text() else self.tr("when was it?")
                )

    def _distance(self, when: When) -> str:
        """Say how long ago a moment of the last day was; nothing for what is known less precisely."""
        try:
            moment = dt.datetime.fromisoformat(when.start)
        except ValueError:
            return ""
        minutes = int((self._now() - moment).total_seconds() // 60)
        if len(when.start) < len("2025-11-07T23:20") or not 0 <= minutes < 24 * 60:
            return ""
        if minutes < 2:
            return self.tr("just now")
        if minutes < 60:
            return self.tr("%n minute(s) ago", "", minutes)
        return self.tr("%n hour(s) ago", "", minutes // 60)
