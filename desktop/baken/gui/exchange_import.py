"""What a bundle is, said before anything comes in; importing is a second step."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views_exchange import BundleInfo

from .exchange_words import ExchangeWords
from .widgets.button import Button
from .widgets.card import Card, clear
from .widgets.label import Label


class ImportCard(Card):
    """Sentences about a file, and the button that imports it where that can be done."""

    import_requested = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "package-open", parent=parent)
        self._path = Path()
        self._info: BundleInfo | None = None
        self._words = ExchangeWords(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        self._import = Button("", "primary", icon="file-down", height=34)
        self._back = Button("", "quiet", height=34, colour="muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._import)
        column = QVBoxLayout()
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._lines)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self._import.clicked.connect(self._act)
        self._back.clicked.connect(self.closed)
        self.retranslate()
        self.hide()

    def show_info(self, path: Path, info: BundleInfo) -> None:
        """Show what can be said of the file at `path`."""
        self._path, self._info = path, info
        self.retranslate()
        self.show()
        (self._import if self._import.isVisibleTo(self) else self._back).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("What this file is"))
        self._import.setText(self.tr("Import"))
        self._back.setText(self.tr("Close"))
        clear(self._lines)
        info = self._info
        if info is None:
            return
        for position, sentence in enumerate(self._words.of_bundle(info)):
            first = position == 0
            line = Label(sentence, "list" if first else "body", colour="text" if first else "muted", wrap=True)
            self._lines.addWidget(line)
        self._import.setVisible(info.opened and info.verified and info.trusted)

    def _act(self) -> None:
        self.import_requested.emit(self._path)
