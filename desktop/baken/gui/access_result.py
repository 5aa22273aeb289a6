"""What a change of who may open the vault came to: what was done, and which copies still open as before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views_backup import BackupRow

from .access_change import Done
from .said import say_moment
from .text import isolate, plain
from .widgets.button import Button
from .widgets.card import IconMark, Panel, clear
from .widgets.label import Label


class AccessResult(Panel):
    """A strip that stays until somebody closes it; hidden while there is nothing to say."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="soft_selection", edge=None, radius=8, parent=parent)
        self._done = Done(sentence="")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._close = Button("", "quiet", icon="x", height=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 10, 10)
        row.setSpacing(12)
        row.addWidget(IconMark("circle-check", "ok", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.clicked.connect(self._put_away)
        self.hide()

    def say(self, done: Done) -> None:
        """Say what was done, what of a passphrase was spelled otherwise, and what became of the backups."""
        self._done = done
        self.retranslate()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def retranslate(self) -> None:
        """Say everything again in the language in use; the first sentence stays as it was told."""
        self._close.setText(self.tr("Seen"))
        clear(self._lines)
        self._lines.addWidget(Label(self._done.sentence, "list_new", wrap=True))
        below = [
            self.tr("Characters of the passphrase were put into their usual form; either form opens the vault.")
            if self._done.is_respelled
            else "",
            *self._of_backups(),
        ]
        for line in filter(None, below):
            self._lines.addWidget(Label(line, "small", wrap=True))
        self.setAccessibleName(plain(" ".join(filter(None, (self._done.sentence, *below)))))

    def _of_backups(self) -> list[str]:
        change = self._done.change
        if self._done.is_cut_short:
            return [self.tr("Backups that do not follow yet do so at the next unlocking.")]
        if change is None:
            return []
        lines = [self.tr("%n backup(s) within reach follow.", "", change.rewritten)] if change.rewritten else []
        if change.still_openable:
            lines.append(self.tr("These copies could not be reached and still open as they were made:"))
            lines += copies(change.still_openable)
            lines.append(self.tr("Connect them and unlock: then they follow too. Or destroy them."))
        return lines

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()


def copies(rows: Sequence[BackupRow]) -> list[str]:
    """Give a line for each copy: when it was made, and where it lies."""
    return [f"{say_moment(row.made)} · {isolate(row.folder)}" for row in rows]
