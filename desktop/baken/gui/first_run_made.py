"""What is shown when a vault was made: where it lies, and for practice who may unlock it with what."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .isolates import isolate, plain
from .widgets.button import Button
from .widgets.card import HairLine, IconMark, Panel, clear
from .widgets.focus_ring import REACH
from .widgets.label import Label


class VaultUser(NamedTuple):
    """Somebody who may unlock the vault: the name to type, and the word for the role."""

    name: str
    role: str


class MadeCard(QWidget):
    """The vault is ready; one button leads on."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder_text, self._phrase = "", ""
        self._users: tuple[VaultUser, ...] = ()
        self._is_copied = False
        self._done = Label("", "list_new")
        self._folder = Label("", "small", colour="muted", wrap=True)
        self._who, self._with = Label("", "label", colour="muted"), Label("", "label", colour="muted")
        self._rows = QVBoxLayout()
        self._passphrase = Label("", "list_new", wrap=True)
        self._passphrase.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = Button("", icon="copy", height=30)
        self._advice = Label("", "small", colour="muted", wrap=True)
        self._go = Button("", "primary", keys="Return", height=36)
        self._box = Panel(fill="soft_selection", edge=None, radius=8)
        self._build()
        self._copy.clicked.connect(self._copy_passphrase)
        self._go.clicked.connect(self.finished)
        self.retranslate()

    def show_made(self, folder: str, users: Sequence[VaultUser], passphrase: str) -> None:
        """Show it; the passphrase only for a practice vault, where it protects nothing."""
        self._folder_text, self._users, self._phrase = folder, tuple(users), passphrase
        self._is_copied = False
        clear(self._rows)
        for user in self._users:
            self._rows.addWidget(_user_row(user))
        self._box.setVisible(bool(users))
        self.retranslate()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._done.setText(self.tr("The vault is ready."))
        self._folder.setText(self.tr("It lies in {folder}").format(folder=isolate(self._folder_text)))
        self._who.setText(self.tr("Unlock as"))
        self._with.setText(self.tr("Passphrase"))
        self._passphrase.setText(self._phrase)
        self._copy.setText(self.tr("Copied") if self._is_copied else self.tr("Copy"))
        if self._phrase:
            self._advice.setText(self.tr("Everybody may know this passphrase: the practice vault holds no real child."))
        else:
            self._advice.setText(
                self.tr("Nobody can look up your passphrase for you. Make a copy of the folder part of your backup.")
            )
        self._go.setText(self.tr("To the lock screen"))

    def _build(self) -> None:
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(self._who)
        self._rows.setSpacing(2)
        inside.addLayout(self._rows)
        inside.addSpacing(4)
        inside.addWidget(HairLine(0))
        inside.addSpacing(4)
        inside.addWidget(self._with)
        phrase = QHBoxLayout()
        phrase.setSpacing(12)
        phrase.addWidget(self._passphrase, 1)
        phrase.addWidget(self._copy)
        inside.addLayout(phrase)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("circle-check", "ok", 18))
        head.addWidget(self._done)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, REACH, REACH)  # for the focus ring of the last button
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(self._folder)
        layout.addWidget(self._box)
        layout.addWidget(self._advice)
        layout.addSpacing(4)
        layout.addWidget(self._go, 0, Qt.AlignmentFlag.AlignRight)

    def _copy_passphrase(self) -> None:
        """Copy what protects nothing, to be pasted on the lock screen; so it is not emptied after a while."""
        QGuiApplication.clipboard().setText(self._phrase)
        self._is_copied = True
        self.retranslate()


def _user_row(user: VaultUser) -> QWidget:
    """Give an icon, the name to type, and the role behind it."""
    row = QWidget()
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(IconMark("user", "muted", 16))
    layout.addWidget(Label(user.name, "list_new"))
    layout.addWidget(Label(user.role, "small", colour="muted"))
    layout.addStretch(1)
    row.setAccessibleName(plain(f"{user.name}, {user.role}"))
    return row
