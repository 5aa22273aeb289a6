"""The form for a new vault: site, name, passphrase twice, folder."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .isolates import isolate
from .passphrase_pair import PassphrasePair
from .widgets.button import Button
from .widgets.field import Field, LineEdit
from .widgets.label import Label


@dataclasses.dataclass(frozen=True, kw_only=True)
class NewVaultOrder:
    """What a new vault needs."""

    folder: Path
    site_name: str
    user_name: str
    passphrase: str = dataclasses.field(repr=False)


class NewVaultForm(QWidget):
    """Site, name, passphrase twice, folder."""

    submitted = Signal(object)  # NewVaultOrder
    back_requested = Signal()
    folder_requested = Signal()  # somebody wants to choose instead of type

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._site, self._name = LineEdit("", height=36), LineEdit("", height=36)
        self.passphrase = PassphrasePair()
        self._folder = LineEdit("", height=36)
        self._folder.setText(str(folder))
        self._fields = [Field("", edit) for edit in (self._site, self._name, self._folder)]
        self._problem = Label("", "small", colour="warn", wrap=True)
        self._problem.hide()
        self._choose = Button("", icon="folder-open", height=36)
        self._back = Button("", icon="arrow-left", height=36)
        self._make = Button("", "primary", keys="Return", height=36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (*self._fields[:-1], self.passphrase):
            layout.addWidget(part)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self._fields[-1], 1)
        place.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(place)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._make)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        for edit in (self._site, self._name, self._folder):
            edit.returnPressed.connect(self.submit)
        self.passphrase.entered.connect(self.submit)
        self._make.clicked.connect(self.submit)
        self._back.clicked.connect(self.back_requested)
        self._choose.clicked.connect(self.folder_requested)
        self.retranslate()

    def start(self) -> None:
        """Take the cursor."""
        self._site.setFocus()

    def set_folder(self, folder: Path) -> None:
        """Put a folder that was chosen into its field."""
        self._folder.setText(str(folder))
        self._folder.setFocus()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; everything typed stays."""
        self._problem.setText(f"{sentence} {next_step}".strip())
        self._problem.setVisible(bool(sentence))

    def set_busy(self, is_busy: bool) -> None:
        """Show that the vault is being made."""
        for widget in (*self._fields, self.passphrase, self._choose, self._back, self._make):
            widget.setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        labels = (
            self.tr("Name of the &site"),
            self.tr("Your &name, to unlock with"),
            self.tr("&Folder of the vault"),
        )
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        self._choose.setText(self.tr("Choose…"))
        self._back.setText(self.tr("Back"))
        self._make.setText(self.tr("Make the vault"))

    def submit(self) -> None:
        """Say what is still missing, or hand everything over."""
        lacking = self._lacking()
        self.show_problem(lacking, "")
        if lacking:
            return
        order = NewVaultOrder(
            folder=Path(self._folder.text().strip()).expanduser(),
            site_name=self._site.text().strip(),
            user_name=self._name.text().strip(),
            passphrase=self.passphrase.take(),
        )
        self.submitted.emit(order)

    def _lacking(self) -> str:
        for field in self._fields:
            edit = field.field
            if isinstance(edit, LineEdit) and not edit.text().strip():
                edit.setFocus()
                return self.tr("Fill in: {field}.").format(field=isolate(field.label.accessibleName()))
        return self.passphrase.lacking()
