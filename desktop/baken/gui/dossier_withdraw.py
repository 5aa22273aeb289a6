"""Asks why a piece should no longer count; the piece stays visible with that reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.commands import WithdrawObservation
from baken.model.views import Observation

from .isolates import isolate
from .widgets.button import Button
from .widgets.card import Panel
from .widgets.field import LineEdit
from .widgets.label import Label


class WithdrawBar(Panel):
    """One line: the question, the reason, the act, the way back. Emits the finished intent."""

    withdraw_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="warn_fill", edge=None, radius=8, parent=parent)
        self._piece: Observation | None = None
        self._question = Label("", "label")
        self._why = LineEdit("", height=32)
        self._question.setBuddy(self._why)
        self._act = Button("", "danger", height=32)
        self._back = Button("", "quiet", height=32, colour="muted")
        self._note = Label("", "meta", colour="muted", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 8, 10, 8)
        lines.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._question)
        row.addWidget(self._why, 1)
        row.addWidget(self._act)
        row.addWidget(self._back)
        lines.addLayout(row)
        lines.addWidget(self._note)
        self._why.textEdited.connect(self._look)
        self._why.returnPressed.connect(self._withdraw)
        self._act.clicked.connect(self._withdraw)
        self._back.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def ask(self, piece: Observation) -> None:
        """Ask for the reason why this piece should no longer count."""
        self._piece = piece
        self.retranslate()
        self._why.clear()
        self._look()
        self.show()
        self._why.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        site = self._piece.site if self._piece is not None else ""
        asked = (
            self.tr("&Why do you doubt it?") if site else self.tr("&Why should it no longer count? It stays visible.")
        )
        self._question.setText(asked)
        self._note.setText(
            self.tr(
                "The piece is of {site} and goes on counting. This becomes a note of your own beside it; {site} gets "
                "it only when you send it."
            ).format(site=isolate(site))
        )
        self._note.setVisible(bool(site))
        self._why.setAccessibleName(self.tr("Why should it no longer count?"))
        self._act.setText(self.tr("Put the note beside it") if site else self.tr("Withdraw this piece"))
        self._back.setText(self.tr("Leave it"))

    def _look(self) -> None:
        self._act.setEnabled(bool(self._why.text().strip()))

    def _withdraw(self) -> None:
        why = self._why.text().strip()
        if self._piece is not None and why:
            self.hide()
            self.withdraw_requested.emit(
                WithdrawObservation(entity=self._piece.id, withdraws=self._piece.versions[0].entry, why=why)
            )
