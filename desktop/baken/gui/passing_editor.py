"""The choices for one recipient: purpose, legal basis, what was told, the text, and every line kept or left out.

A basis is recorded, it never blocks; nothing is chosen beforehand. A widget: takes and gives a `PassingForm`.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Basis
from baken.model.forms import Strand, find_traces
from baken.model.ids import EntityId
from baken.model.views import Observation

from . import labels, language
from .passing_form import RECIPIENTS, PassingForm
from .passing_lines import Line, lines_of
from .passing_strands import StrandList, WithheldBox
from .shortcuts import Keys
from .text import first_line, isolate
from .widgets.button import Button
from .widgets.card import HairLine, IconMark, Panel
from .widgets.choice import ComboBox, Segmented, Tabs
from .widgets.field import Field, LineEdit, TextArea
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_PAUSE_MS = 400  # after the last key before the paper is made again


class PassingEditor(Panel):
    """The card at the left; `changed` after every change, at the end of typing."""

    changed = Signal()
    recipient_chosen = Signal(str)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._form = PassingForm(recipient=RECIPIENTS[0])
        self._own_text = ""
        self._pieces: tuple[Observation, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.recipients = Tabs("", RECIPIENTS)
        self.language = Segmented("", (("nl", "nl"), ("en", "en")))
        self.purpose = LineEdit("")
        self.basis = ComboBox("")
        self.note = LineEdit("")
        self.told = LineEdit("")
        self._fields = [Field("", widget) for widget in (self.purpose, self.basis, self.note, self.told)]
        self._text_title = Label("", "section")
        self.text = TextArea("", lines=4, role="body")
        self._text_title.setBuddy(self.text.edit)
        self._traces = Label("", "small", colour="warn", wrap=True)
        self.strands = StrandList()
        self.withheld = WithheldBox()
        self._warning_mark = IconMark("circle-alert", "warn", 16)
        self._warning = Label("", "small", colour="warn", wrap=True)
        self._save = Button("", "primary", icon="file-down", keys=Keys.SAVE_PDF, height=36)
        self._build()
        self._connect()
        self.language.choose(language.current())
        self.retranslate()

    def form(self) -> PassingForm:
        """Give the choices as they stand."""
        return self._form

    @property
    def is_typing(self) -> bool:
        """Whether something was typed of which `changed` has not told yet."""
        return self._pause.isActive()

    def lines(self) -> tuple[Line, ...]:
        """Give every strand with its choice."""
        return lines_of(self._pieces, self._form.left_out)

    def paper_language(self) -> str:
        """Give the language of the paper, "nl" or "en"."""
        return str(self.language.value())

    def start(self, form: PassingForm, own_text: str, pieces: Sequence[Observation]) -> None:
        """Show the choices for a recipient; `own_text` is the text of the signal itself."""
        self._form, self._own_text, self._pieces = form, own_text, tuple(pieces)
        self.recipients.choose(RECIPIENTS.index(form.recipient))
        self.purpose.setText(form.purpose)
        self.basis.setCurrentIndex(0 if form.basis is None else 1 + list(Basis).index(form.basis))
        self.note.setText(form.basis_note)
        self.told.setText(form.told)
        self.text.blockSignals(True)
        self.text.set_text(own_text if form.facts is None else form.facts)
        self.text.blockSignals(False)
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._save.set_look("primary" if is_primary else "plain")

    def set_saving(self, is_saving: bool) -> None:
        """Keep the button from being pressed twice."""
        self._save.setEnabled(not is_saving)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.recipients.setAccessibleName(self.tr("Recipient"))
        self.language.set_texts(self.tr("Language of the paper"), ("nl", "en"))
        words = (
            self.tr("&Purpose"),
            self.tr("Legal &basis"),
            self.tr("Note on the basis"),
            self.tr("&Told to the youth"),
        )
        for field, word in zip(self._fields, words, strict=True):
            field.set_label(word)
        self.purpose.setPlaceholderText(self.tr("for example investigation"))
        self.told.setPlaceholderText(self.tr("what, when, in which language"))
        self.note.setPlaceholderText(self.tr("for example: guardian agrees"))
        self.basis.setItemText(0, self.tr("not chosen yet"))
        for index, basis in enumerate(Basis, start=1):
            self.basis.setItemText(index, labels.basis(basis))
        title = self.tr("Te&xt for {recipient}").format(recipient=self._form.recipient)
        self._text_title.setText(title)
        self.text.set_words(self._text_title.accessibleName())
        self._save.setText(self.tr("Save as PDF"))
        self._show_lines()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(17, 6, 17, 0)
        top.addWidget(self.recipients, 1)
        top.addWidget(self.language)
        self.basis.addItem("", None)
        for basis in Basis:
            self.basis.addItem("", basis)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for position, field in enumerate(self._fields):
            grid.addWidget(field, position // 2, position % 2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(17, 10, 17, 10)
        column.setSpacing(9)
        column.addLayout(grid)
        column.addWidget(self._text_title)
        column.addWidget(self.text, 1)
        column.addWidget(self._traces)
        box = Panel(radius=8)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.strands)
        column.addWidget(box)
        column.addWidget(self.withheld)
        footer = QHBoxLayout()
        footer.setContentsMargins(17, 11, 17, 11)
        footer.setSpacing(8)
        footer.addWidget(self._warning_mark)
        footer.addWidget(self._warning, 1)
        footer.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(HairLine(17))
        layout.addWidget(ScrollArea(content), 1)
        layout.addWidget(HairLine(0))
        layout.addLayout(footer)

    def _connect(self) -> None:
        self.recipients.chosen.connect(self._choose_recipient)
        self.language.chosen.connect(self._changed_now)
        self.basis.activated.connect(self._choose_basis)
        self.purpose.textEdited.connect(self._typed)
        self.note.textEdited.connect(self._typed)
        self.told.textEdited.connect(self._typed)
        self.text.changed.connect(self._typed)
        self.strands.chosen.connect(self._choose_strand)
        self._save.clicked.connect(self.save_requested)

    def _choose_recipient(self, index: int) -> None:
        self.recipient_chosen.emit(RECIPIENTS[index])

    def _choose_basis(self) -> None:
        data = self.basis.currentData()
        self._form = replace(self._form, basis=None if data is None else Basis(data))
        self._show_lines()
        self.changed.emit()

    def _choose_strand(self, piece: str, strand: Strand, kept: bool) -> None:
        self._form = self._form.choosing(EntityId(piece), strand, kept=kept)
        self._show_lines()
        self.changed.emit()

    def _changed_now(self) -> None:
        self.changed.emit()

    def _typed(self) -> None:
        text = self.text.text()
        self._form = replace(
            self._form,
            purpose=self.purpose.text(),
            basis_note=self.note.text(),
            told=self.told.text(),
            facts=None if text == self._own_text else text,
        )
        self._show_traces()
        self._pause.start()

    def _show_lines(self) -> None:
        lines = self.lines()
        self.strands.show_lines(lines)
        self.withheld.show_lines(lines)
        self._show_traces()
        lacking = self._form.basis is None
        self._warning_mark.setVisible(lacking)
        self._warning.setText(self.tr("No legal basis chosen yet; the paper says so.") if lacking else "")

    def _show_traces(self) -> None:
        """Say what was left out and still stands word for word in the text."""
        found = find_traces(self.text.text(), self._pieces, self._form.left_out)
        quoted = ", ".join(f"‘{isolate(first_line(each, 60))}’" for each in found[:3])
        self._traces.setText(self.tr("Left out, but still in the text: {words}").format(words=quoted) if found else "")
        self._traces.setVisible(bool(found))
