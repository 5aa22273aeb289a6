"""The page of one piece that is about a place or about nobody known; others are read on a youth's timeline."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.commands import Command

from .dossier_page import PIECE_KINDS, ask_piece
from .dossier_piece import PieceCard
from .dossier_withdraw import WithdrawBar
from .page import Page
from .runner import Runner
from .widgets.button import Button
from .widgets.label import Label


class PiecePage(Page):
    """Wires one piece to the runner."""

    watches: ClassVar[frozenset[str]] = PIECE_KINDS

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._piece = ""
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, height=30, colour="text")
        self._title = Label("", "page_title")
        self.card = PieceCard()
        self._withdraw = WithdrawBar()
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._withdraw)
        layout.addWidget(self.card)
        layout.addStretch(1)
        self._back.clicked.connect(self.back_requested)
        self.card.view.correct_requested.connect(self.capture_requested)
        self.card.view.withdraw_requested.connect(self._withdraw.ask)
        self.card.view.signal_requested.connect(self._open_signal)
        self.card.view.attachment_requested.connect(self._open_attachment)
        self._withdraw.withdraw_requested.connect(self._execute)
        self.card.view.confirm_requested.connect(self._execute)
        self.retranslate()

    def open(self, _id: str) -> None:
        """Show a piece."""
        self._piece = _id
        self.refresh()

    def refresh(self) -> None:
        """Ask for the piece."""
        if self._piece:
            self.runner.query(partial(ask_piece, piece=self._piece), self.card.view.show_piece, owner=self, key="piece")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self._title.setText(self.tr("Piece"))

    def _open_signal(self, signal: str) -> None:
        self.open_requested.emit("signals", signal)

    def _open_attachment(self, target: str) -> None:
        self.open_requested.emit("attachment", target)

    def _execute(self, command: Command) -> None:
        self.runner.execute(command, owner=self)
