"""The first run: a language, then a new vault, the practice vault or a backup, then who may unlock it.

A widget: it says what was chosen and shows what came of it; making the vault is the window's affair. Nothing is
written before the last button of a path.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from baken.model.views_backup import RestoreResult

from . import theme
from .first_run_forms import NewVaultForm, NewVaultOrder
from .first_run_made import MadeCard, VaultUser
from .first_run_restore import RestoredCard, RestoreForm
from .isolates import isolate, plain
from .look_bar import LookBar
from .widgets.button import Button
from .widgets.card import IconMark, Panel
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import ScrollArea
from .wordmark import Wordmark

_WIDTH = 560
_FITS = QSizePolicy.Policy.Preferred


class ChoiceRow(Row):
    """A large row: icon, title, one sentence."""

    def __init__(self, icon: str) -> None:
        super().__init__("", inset=0, side=18, above=14)
        self._title, self._line = Label("", "section"), Label("", "small", colour="muted", wrap=True)
        text = QWidget()
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(self._title)
        lines.addWidget(self._line)
        self.add(IconMark(icon, "accent", 20))
        self.add(text, 1)
        self.add(IconMark("chevron-right", "muted", 16))

    def set_words(self, title: str, line: str) -> None:
        """Say it in the language of now."""
        self._title.setText(title)
        self._line.setText(line)
        self.setAccessibleName(plain(f"{title}. {line}"))


class FirstRun(QWidget):
    """Three steps in one place."""

    new_vault_requested = Signal(object)  # NewVaultOrder
    practice_requested = Signal(object)  # Path
    restore_requested = Signal(object)  # RestoreOrder
    other_vault_requested = Signal()
    back_requested = Signal()
    finished = Signal()

    def __init__(self, folder: Path, practice_folder: Path, *, practice_site: str = "") -> None:
        """Offer these folders; `practice_site` is the site of another practice vault where there is one already."""
        super().__init__()
        self._practice_folder, self._practice_site = practice_folder, practice_site
        self.look = LookBar()
        self._steps = QStackedWidget()
        self._hello, self._question = Label("", "preview_title"), Label("", "body", colour="muted", wrap=True)
        self._new, self._practice, self._open = ChoiceRow("house"), ChoiceRow("book-open"), ChoiceRow("folder-open")
        self._backup = ChoiceRow("history")
        self.form, self.restoring = NewVaultForm(folder), RestoreForm(folder)
        self._made, self._restored = MadeCard(), RestoredCard()
        self._card = Panel(radius=12)
        self._back = Button("", "quiet", icon="arrow-left", height=30)
        self._back.hide()
        self._build()
        self._new.clicked.connect(self.show_form)
        self._practice.clicked.connect(self._ask_for_practice)
        self._open.clicked.connect(self.other_vault_requested)
        self.form.back_requested.connect(self._show_choice)
        self.form.submitted.connect(self._submit)
        self._backup.clicked.connect(self.show_restoring)
        self.restoring.back_requested.connect(self._show_choice)
        self.restoring.submitted.connect(self.restore_requested)
        for end in (self._made, self._restored):
            end.finished.connect(self.finished)
        self._back.clicked.connect(self.back_requested)
        self._steps.currentChanged.connect(self._say_step)
        self.retranslate()
        self.restyle()

    def show_made(self, folder: str, users: Sequence[VaultUser], passphrase: str) -> None:
        """Show what was made, and for a practice vault who may unlock it with what."""
        self._made.show_made(folder, users, passphrase)
        self._steps.setCurrentIndex(2)

    def show_restored(self, folder: str, result: RestoreResult) -> None:
        """Show what was restored, and what it may be missing."""
        self.restoring.set_busy(False)
        self._restored.show_result(folder, result)
        self._steps.setCurrentWidget(self._restored)

    def offer_way_back(self) -> None:
        """Offer to go back to the lock screen that stood here before."""
        self._back.show()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; everything that was typed stays."""
        self.set_busy(False)
        for form in (self.form, self.restoring):
            form.show_problem(sentence, next_step)
        self._question.setText(f"{sentence} {next_step}")

    def set_busy(self, is_busy: bool) -> None:
        """Show that the vault is being made."""
        for widget in (self._new, self._practice, self._open, self._backup, self._back):
            widget.setEnabled(not is_busy)
        self.form.set_busy(is_busy)
        if is_busy:
            self._question.setText(self.tr("Making the vault. This takes a few seconds…"))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._say_step()
        self._new.set_words(
            self.tr("A new vault for this site"), self.tr("For real work. You become its first administrator.")
        )
        if self._practice_site:
            site = isolate(self._practice_site)
            self._practice.set_words(
                self.tr("Another practice vault"),
                self.tr("Of {site}: practise exchanging with the one you have. Marked EXERCISE too.").format(site=site),
            )
        else:
            self._practice.set_words(
                self.tr("The practice vault"),
                self.tr("With twelve invented cases, marked EXERCISE everywhere. Nothing can go wrong."),
            )
        self._back.setText(self.tr("Back to the lock screen"))
        self._open.set_words(
            self.tr("Open a vault that is already there"), self.tr("Choose its folder on this laptop.")
        )

        self._backup.set_words(
            self.tr("Restore a backup"), self.tr("When the laptop or its vault is gone. Makes a new vault of it.")
        )

    def restyle(self) -> None:
        """Take the width of now."""
        self._card.setMaximumWidth(theme.px(_WIDTH))

    def _build(self) -> None:
        choice = QWidget()
        rows = QVBoxLayout(choice)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for row in (self._practice, self._new, self._open, self._backup):
            box = Panel(radius=10)
            inside = QVBoxLayout(box)
            inside.setContentsMargins(1, 1, 1, 1)
            inside.addWidget(row)
            rows.addWidget(box)
        rows.addStretch(1)
        for step in (choice, self.form, self._made, self.restoring, self._restored):
            self._steps.addWidget(step)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(32, 24, 32, 28)
        inside.setSpacing(6)
        inside.addWidget(self._hello)
        inside.addWidget(self._question)
        inside.addSpacing(10)
        inside.addWidget(self._steps)
        middle = QWidget()
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        column = QVBoxLayout(middle)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Wordmark())
        column.addLayout(across)
        column.addStretch(3)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 20, 28, 20)
        outer.addWidget(ScrollArea(middle), 1)
        outer.addLayout(foot)

    def show_form(self) -> None:
        """Show the form for a new vault."""
        self._steps.setCurrentIndex(1)
        self.form.start()

    def show_restoring(self) -> None:
        """Show the form for a backup."""
        self._steps.setCurrentWidget(self.restoring)
        self.restoring.start()

    def _say_step(self) -> None:
        for step in self._steps.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            is_shown = step is self._steps.currentWidget()  # the others make the card no higher
            step.setSizePolicy(_FITS, _FITS if is_shown else QSizePolicy.Policy.Ignored)
        shown = self._steps.currentWidget()
        titles: dict[QWidget | None, tuple[str, str]] = {
            self.form: (
                self.tr("A new vault for this site"),
                self.tr("For real work. You become its first administrator."),
            ),
            self.restoring: (
                self.tr("Restore a backup"),
                self.tr("Everything in it is checked before the vault is made. The backup itself stays as it is."),
            ),
            self._restored: (self.tr("Restored"), ""),
        }
        title, question = titles.get(shown, (self.tr("Welcome"), self.tr("What do you want to do first?")))
        self._hello.setText(title)
        self._question.setText(question)
        self._question.setVisible(shown not in (self._made, self._restored))

    def _show_choice(self) -> None:
        self._steps.setCurrentIndex(0)
        self._practice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_practice(self) -> None:
        self.set_busy(True)
        self.practice_requested.emit(self._practice_folder)

    def _submit(self, order: NewVaultOrder) -> None:
        self.set_busy(True)
        self.new_vault_requested.emit(order)
