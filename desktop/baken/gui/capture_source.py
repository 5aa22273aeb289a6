"""How the author knows it, and what kind of piece it is: one row, a second one only for what was heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Kind, Source

from . import labels
from .widgets.choice import ComboBox, RadioButton
from .widgets.field import LineEdit

_OTHER_SOURCES = (Source.HEARD_FROM_YOUTH, Source.HEARD_FROM_OTHER, Source.DOCUMENT, Source.UNKNOWN)


class SourceRow(QWidget):
    """Seen myself, or known in another way: from whom or from what."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = RadioButton("")
        self._heard = RadioButton("")
        self._group = QButtonGroup(self)
        self._group.addButton(self._seen)
        self._group.addButton(self._heard)
        self._how = ComboBox("", height=32)
        self._from = LineEdit("", height=32)
        self._more = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._seen)
        row.addWidget(self._heard)
        row.addStretch(1)
        more = QHBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(8)
        more.addWidget(self._how)
        more.addWidget(self._from, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self._more)
        for source in _OTHER_SOURCES:
            self._how.addItem("", source)
        self.retranslate()
        self.set_values(Source.SEEN_MYSELF, "")
        self._group.buttonClicked.connect(self._switch)
        self._how.activated.connect(self.changed)
        self._from.textEdited.connect(self.changed)

    def source(self) -> Source:
        """Give how the author knows it."""
        return Source.SEEN_MYSELF if self._seen.isChecked() else Source(self._how.currentData())

    def note(self) -> str:
        """Give from whom, by role; only what is shown counts."""
        return "" if self._seen.isChecked() else self._from.text()

    def set_values(self, source: Source, note: str) -> None:
        """Show a source; emits nothing."""
        seen = source is Source.SEEN_MYSELF
        (self._seen if seen else self._heard).setChecked(True)
        if not seen:
            self._how.setCurrentIndex(_OTHER_SOURCES.index(source))
        self._from.setText(note)
        self._more.setVisible(not seen)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._seen.setText(self.tr("&seen myself"))
        self._heard.setText(self.tr("&heard from…"))
        words = (self.tr("the youth"), self.tr("somebody else"), self.tr("a document"), self.tr("unknown"))
        for index, word in enumerate(words):
            self._how.setItemText(index, word)
        self._how.setAccessibleName(self.tr("Heard from"))
        self._from.setAccessibleName(self.tr("From whom, by role"))
        self._from.setPlaceholderText(self.tr("who, by role: teacher, roommate…"))

    def _switch(self) -> None:
        self._more.setVisible(self._heard.isChecked())
        self.changed.emit()


class KindBox(ComboBox):
    """The kind of a piece; optional, one list everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", height=32, parent=parent)
        self.addItem("", None)
        for kind in Kind:
            self.addItem("", kind)
        self.retranslate()

    def kind(self) -> Kind | None:
        """Give the kind, or None."""
        data = self.currentData()
        return None if data is None else Kind(data)

    def set_kind(self, kind: Kind | None) -> None:
        """Show a kind."""
        self.setCurrentIndex(0 if kind is None else 1 + list(Kind).index(kind))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setItemText(0, self.tr("no choice"))
        for index, kind in enumerate(Kind, start=1):
            self.setItemText(index, labels.kind(kind))
        self.setAccessibleName(self.tr("Kind"))
