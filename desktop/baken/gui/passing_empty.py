"""What stays empty on the paper, in one line; it may stay so, and it never blocks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from baken.model.forms import FormData

from .widgets.button import Button
from .widgets.card import IconMark
from .widgets.label import Label


class EmptyLine(QWidget):
    """Names the empty fields that a recipient misses most; "Fill in" leads to those that stand in this window."""

    fill_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: FormData | None = None
        self._words = Label("", "small", colour="warn", wrap=True)
        self._fill = Button("", "quiet", height=28)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(IconMark("triangle-alert", "warn", 16))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._fill, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fill.clicked.connect(self.fill_requested)
        self.retranslate()

    def show_data(self, data: FormData) -> None:
        """Say what is empty in the data of a paper."""
        self._data = data
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._fill.setText(self.tr("Fill in"))
        data = self._data
        if data is None:
            self.hide()
            return
        sender, youths = data.sender, data.youths
        fields = (
            (youths, self.tr("youth")),
            (data.danger is not None, self.tr("is there danger now")),
            (data.exploitation, self.tr("suspected form")),
            (data.purpose, self.tr("purpose")),
            (data.told, self.tr("told to the youth")),
            (all(youth.guardian for youth in youths), self.tr("guardian")),
            (all(youth.born for youth in youths), self.tr("date of birth")),
            (sender.organisation, self.tr("organisation")),
            (sender.phone, self.tr("telephone")),
        )
        lacking = [word for value, word in fields if not value]
        self._words.setText(self.tr("Empty: {fields}. May stay empty.").format(fields=", ".join(lacking)))
        self._fill.setVisible(not (data.purpose and data.told))
        self.setVisible(bool(lacking))
