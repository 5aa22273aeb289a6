"""The attachments of a piece that is being written: one chip each, a button that adds some, and what was refused.

A widget: takes and gives `Attachment`s, and asks for files with `add_requested`; what makes an attachment of a file is
elsewhere.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.records import Attachment

from . import messages
from .attached_words import icon_of, is_photo, say_in_full, say_short
from .shortcuts import Keys
from .text import isolate, plain
from .widgets.button import Button
from .widgets.card import clear
from .widgets.chip import ChipButton
from .widgets.flow import FlowLayout
from .widgets.label import Label

_TOLD = 3  # refusals that stand in the form at once; more are told by their number


class AttachedRow(QWidget):
    """Chips that can be taken off, and the button; below them what a person should know of it."""

    add_requested = Signal()
    changed = Signal()
    removed = Signal(object)  # the attachment that was taken off
    told = Signal()  # something new stands here, perhaps out of sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attached: tuple[Attachment, ...] = ()
        self._refused: tuple[tuple[str, UserError], ...] = ()
        self._coming = 0
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._add = Button("", "quiet", icon="paperclip", keys=Keys.ATTACH, height=28)
        self._said = Label("", "meta", colour="muted", wrap=True)
        self._problems = Label("", "meta", colour="danger", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._chips)
        layout.addWidget(self._said)
        layout.addWidget(self._problems)
        self._add.clicked.connect(self._ask)
        self.retranslate()

    @property
    def is_adding(self) -> bool:
        """Whether a file is still on its way into the piece."""
        return self._coming > 0

    def attachments(self) -> tuple[Attachment, ...]:
        """Give what the piece has, in the order in which it was added."""
        return self._attached

    def set_values(self, attached: Sequence[Attachment]) -> None:
        """Show attachments; emits nothing."""
        self._attached = tuple(attached)
        self.retranslate()

    def add(self, attachment: Attachment) -> None:
        """Take an attachment that was made."""
        self._attached = (*self._attached, attachment)
        self.retranslate()
        self.changed.emit()

    def show_coming(self, count: int) -> None:
        """Say how many files are on their way."""
        self._coming = count
        self.retranslate()
        self.told.emit()

    def show_refused(self, name: str, error: UserError) -> None:
        """Say why a file was not added, and what to do; assistive technology is told."""
        self._refused = (*self._refused, (name, error))
        self.retranslate()
        self.told.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self._problems, QAccessible.Event.Alert))

    def forget_refused(self) -> None:
        """Say nothing any more of what was refused before."""
        self._refused = ()
        self.retranslate()

    def retranslate(self) -> None:
        """Make the chips again in the language in use."""
        self._flow.removeWidget(self._add)
        clear(self._flow)
        for position, attachment in enumerate(self._attached):
            words = say_in_full(attachment)
            action = self.tr("Take {name} off").format(name=words)
            chip = ChipButton(
                say_short(attachment).replace("&", "&&"),
                "filled",
                icon=icon_of(attachment),
                removable=True,
                action_name=action,
            )
            chip.setToolTip(plain(words))
            chip.setProperty("position", position)
            chip.clicked.connect(self._remove)
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self._add.setText(self.tr("Atta&chment"))
        self._add.setAccessibleName(self.tr("Add a photo, PDF or sound"))
        self._show_words()
        self._chips.updateGeometry()

    def _show_words(self) -> None:
        said = []
        if self._coming:
            said.append(self.tr("%n file(s) on the way into the vault…", "", self._coming))
        if not all(map(is_photo, self._attached)):
            said.append(self.tr("A PDF or sound stays as it is. Its properties can hold names."))
        self._said.setText(" ".join(said))
        self._said.setVisible(bool(said))
        problems = []
        for name, error in self._refused[:_TOLD]:
            sentence, next_step = messages.explain(error)
            problems.append(f"{isolate(name)}: {sentence} {next_step}")
        if len(self._refused) > _TOLD:
            problems.append(self.tr("%n more file(s) were not added.", "", len(self._refused) - _TOLD))
        self._problems.setText("\n".join(problems))
        self._problems.setAccessibleName(plain(self._problems.text()))
        self._problems.setVisible(bool(problems))

    def _ask(self) -> None:
        self.add_requested.emit()

    def _remove(self) -> None:
        chip = self.sender()
        if chip is not None:
            position = int(chip.property("position"))
            gone = self._attached[position]
            self._attached = self._attached[:position] + self._attached[position + 1 :]
            self.retranslate()
            self._add.setFocus(Qt.FocusReason.TabFocusReason)
            self.changed.emit()
            self.removed.emit(gone)
