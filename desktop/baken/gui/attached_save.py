"""Warns before an attachment leaves the vault: outside, nothing protects it any more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .widgets.button import Button
from .widgets.card import Panel
from .widgets.flow_box import FlowBox
from .widgets.label import Label


class SaveBar(Panel):
    """What it means, the act, the way back; `save_requested` once somebody goes on."""

    save_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="warn_fill", edge=None, radius=8, parent=parent)
        self._has_names = False
        self._warning = Label("", "list_new", wrap=True)
        self._more = Label("", "small", wrap=True)
        self._save = Button("", height=32)
        self._back = Button("", "quiet", height=32, colour="muted")
        acts = FlowBox()
        acts.flow.addWidget(self._save)
        acts.flow.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self._warning)
        layout.addWidget(self._more)
        layout.addWidget(acts)
        self._save.clicked.connect(self._go_on)
        self._back.clicked.connect(self.close_bar)
        self.retranslate()
        self.hide()

    def ask(self, *, has_names: bool) -> None:
        """Ask whether a file is to leave the vault; `has_names`: its properties may hold some."""
        self._has_names = has_names
        self.retranslate()
        self.show()
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_bar(self) -> None:
        """Leave it in the vault."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._warning.setText(
            self.tr("Outside Baken nothing protects this file. Whoever has the laptop or the stick can open it.")
        )
        more = [self.tr("Save it only when somebody must have it, and delete it when they do.")]
        if self._has_names:
            more.append(self.tr("Its properties can hold names, such as who made it."))
        self._more.setText(" ".join(more))
        self._save.setText(self.tr("&Choose a place…"))
        self._back.setText(self.tr("Leave it in the vault"))

    def _go_on(self) -> None:
        self.save_requested.emit()
