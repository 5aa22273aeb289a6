"""Asks whether somebody is removed, and says what that does; the safe button is the default."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views_backup import BackupRow

from . import theme
from .access_result import copies
from .text import isolate
from .widgets.button import Button
from .widgets.label import Label
from .widgets.scroll import FittingArea

_WIDTH = 520  # px at 100 %
_SIDE, _MOST = 24, 420  # px beside the words, and of their height before they scroll


class RemoveDialog(QDialog):
    """Modal, because it cannot be undone; `accepted` when the person is to go."""

    def __init__(self, name: str, out_of_reach: Sequence[BackupRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Baken")
        who = isolate(name)
        lines = [
            self.tr("{name} cannot open this vault any more. The vault gets a new key.").format(name=who),
            self.tr("What {name} recorded stays.").format(name=who),
            self.tr("Drafts of {name} can be read by nobody afterwards.").format(name=who),
            self.tr("Backups within reach follow."),
        ]
        if out_of_reach:
            lines.append(
                self.tr("These copies cannot be reached now and still open for {name} as they were made:").format(
                    name=who
                )
            )
        content = QWidget()
        words = QVBoxLayout(content)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        for line in lines:
            words.addWidget(Label(line, wrap=True))
        for copy in copies(out_of_reach):
            words.addWidget(Label(copy, "small", colour="warn", wrap=True))
        question = Label(self.tr("Remove {name}?").format(name=who), "section", wrap=True)
        self.setAccessibleName(question.accessibleName())
        keep = Button(self.tr("Leave it"), keys="Esc", height=36)
        remove = Button(self.tr("Remove"), "danger_filled", icon="user-x", height=36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 20, _SIDE, 20)
        layout.setSpacing(12)
        layout.addWidget(question)
        wanted = words.totalHeightForWidth(theme.px(_WIDTH) - 2 * _SIDE)
        layout.addWidget(FittingArea(content, least=min(wanted, _MOST), wraps=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(keep)
        buttons.addWidget(remove)
        layout.addLayout(buttons)
        keep.clicked.connect(self.reject)
        remove.clicked.connect(self.accept)
        self.setMinimumWidth(theme.px(_WIDTH))
        keep.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), theme.colour("base"))
