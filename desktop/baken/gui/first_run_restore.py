"""Making a vault from a backup: the form for it, and what is said of what the vault may be missing."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.views_backup import RestoreResult

from .isolates import isolate
from .said import say_moment
from .widgets.button import Button
from .widgets.card import IconMark, clear
from .widgets.field import Field, LineEdit, PassphraseEdit
from .widgets.focus_ring import REACH
from .widgets.label import Label


@dataclasses.dataclass(frozen=True, kw_only=True)
class RestoreOrder:
    """Which backup, opened by whom, becomes a vault in which folder."""

    backup: Path
    into: Path
    user_name: str
    passphrase: str = dataclasses.field(repr=False)


class RestoreForm(QWidget):
    """The folder of the backup, a name and passphrase of then, the folder of the new vault."""

    submitted = Signal(object)  # RestoreOrder
    back_requested = Signal()
    stop_requested = Signal()
    backup_requested = Signal()  # somebody wants to choose instead of type
    place_requested = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._is_busy = False
        self.backup, self.name = LineEdit("", height=36), LineEdit("", height=36)
        self.passphrase, self.into = PassphraseEdit("", "", "", height=36), LineEdit("", height=36)
        self.into.setText(str(folder))
        self._fields = [Field("", edit) for edit in (self.backup, self.name, self.passphrase, self.into)]
        self._choose_backup, self._choose_place = (Button("", icon="folder-open", height=36) for _ in range(2))
        self._problem = Label("", "small", colour="warn", wrap=True)
        self._back = Button("", icon="arrow-left", height=36)
        self._restore = Button("", "primary", keys="Return", height=36)
        self._build()
        for edit in (self.backup, self.name, self.passphrase, self.into):
            edit.returnPressed.connect(self.submit)
        self._choose_backup.clicked.connect(self.backup_requested)
        self._choose_place.clicked.connect(self.place_requested)
        self._restore.clicked.connect(self.submit)
        self._back.clicked.connect(self._leave)
        self.retranslate()

    def start(self) -> None:
        """Take the cursor."""
        self.show_problem("", "")
        self._choose_backup.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_backup(self, folder: Path) -> None:
        """Put a folder that was chosen into its field."""
        self.backup.setText(str(folder))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_place(self, folder: Path) -> None:
        """Put the folder of the new vault into its field."""
        self.into.setText(str(folder))
        self.into.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; what was typed stays but for the passphrase."""
        self.set_busy(False)
        self._problem.setText(f"{sentence} {next_step}".strip())
        self._problem.setVisible(bool(sentence))

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._is_busy and total:
            percent = isolate(str(min(100, 100 * done // total)))
            self._restore.setText(self.tr("Restoring: {percent} %").format(percent=percent))

    def set_busy(self, is_busy: bool) -> None:
        """Show that the backup is being read; going back stops it then."""
        self._is_busy = is_busy
        for widget in (*self._fields, self._choose_backup, self._choose_place, self._restore):
            widget.setEnabled(not is_busy)
        self._back.setText(self.tr("Stop") if is_busy else self.tr("Back"))
        self._restore.setText(self.tr("One moment…") if is_busy else self.tr("Restore"))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        labels = (
            self.tr("Folder of the &backup"),
            self.tr("Your &name, as it was then"),
            self.tr("Your &passphrase, as it was then"),
            self.tr("&Folder of the new vault"),
        )
        for field, label in zip(self._fields, labels, strict=True):
            field.set_label(label)
        words = self._fields[2].label.accessibleName()
        self.passphrase.set_words(words, self.tr("Show the passphrase"), self.tr("Hide the passphrase"))
        self._choose_backup.setText(self.tr("Choose…"))
        self._choose_backup.setAccessibleName(self.tr("Choose the folder of the backup…"))
        self._choose_place.setText(self.tr("Choose…"))
        self._choose_place.setAccessibleName(self.tr("Choose where the vault comes…"))
        self.set_busy(self._is_busy)

    def submit(self) -> None:
        """Say what is still missing, or hand everything over."""
        if self._is_busy:
            return
        for field, edit in zip(self._fields, (self.backup, self.name, self.passphrase, self.into), strict=True):
            if not edit.text().strip():
                edit.setFocus(Qt.FocusReason.OtherFocusReason)
                name = isolate(field.label.accessibleName())
                self.show_problem(self.tr("Fill in: {field}.").format(field=name), "")
                return
        order = RestoreOrder(
            backup=Path(self.backup.text().strip()).expanduser(),
            into=Path(self.into.text().strip()).expanduser(),
            user_name=self.name.text().strip(),
            passphrase=self.passphrase.text(),
        )
        self.passphrase.clear()
        self.show_problem("", "")
        self.set_busy(True)
        self.submitted.emit(order)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        backup, name, passphrase, into = self._fields
        for field, choose in (
            (backup, self._choose_backup),
            (name, None),
            (passphrase, None),
            (into, self._choose_place),
        ):
            if choose is None:
                layout.addWidget(field)
                continue
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(field, 1)
            row.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
            layout.addLayout(row)
        layout.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._restore)
        layout.addSpacing(4)
        layout.addLayout(buttons)

    def _leave(self) -> None:
        self.passphrase.clear()
        (self.stop_requested if self._is_busy else self.back_requested).emit()


class RestoredCard(QWidget):
    """What was restored, and what it may be missing; one button leads on."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._result: RestoreResult | None = None
        self._folder = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._go = Button("", "primary", keys="Return", height=36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, REACH, REACH)  # for the focus ring of the last button
        layout.setSpacing(12)
        layout.addLayout(self._lines)
        layout.addStretch(1)
        layout.addWidget(self._go, 0, Qt.AlignmentFlag.AlignRight)
        self._go.clicked.connect(self.finished)
        self.retranslate()

    def show_result(self, folder: str, result: RestoreResult) -> None:
        """Show what came of a restore."""
        self._folder, self._result = folder, result
        self.retranslate()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._go.setText(self.tr("To the lock screen"))
        clear(self._lines)
        if self._result is None:
            return
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("circle-check", "ok", 18, line="list_new"), 0, Qt.AlignmentFlag.AlignTop)
        made = say_moment(self._result.made)
        head.addWidget(
            Label(self.tr("The vault is back as it was on {moment}.").format(moment=made), "list_new", wrap=True), 1
        )
        self._lines.addLayout(head)
        folder = self.tr("It lies in {folder}").format(folder=isolate(self._folder))
        self._lines.addWidget(Label(folder, "small", colour="muted", wrap=True))
        for line in self._missing(self._result):
            self._lines.addWidget(Label(line, wrap=True))
        for finding in self._result.findings:
            self._lines.addWidget(Label(isolate(finding), "small", colour="muted", wrap=True))

    def _missing(self, result: RestoreResult) -> list[str]:
        lines = [self.tr("What was recorded after that moment is missing.")]
        if result.entries is None:
            lines.append(self.tr("How much that is cannot be seen here any more."))
        elif result.entries:
            lines.append(self.tr("%n line(s) were written on this laptop after that.", "", result.entries))
        if result.bundles:
            lines.append(self.tr("%n bundle(s) were not sent yet. Make them again under Exchange.", "", result.bundles))
        if result.attachments:
            lines.append(self.tr("%n attachment(s) are not in the backup.", "", result.attachments))
        if result.findings:
            lines.append(self.tr("Something was not in order already when the backup was made:"))
        return lines
