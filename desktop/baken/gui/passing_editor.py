"""The choices for one recipient: purpose, legal basis, what was told, the text, and every passage kept or left out.

A basis is recorded, it never blocks; nothing is chosen beforehand, and what still asks for a choice is said below.
A widget: takes and gives a `PassingForm`.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Basis, EntityType
from baken.model.form_persons import PersonChoice
from baken.model.forms import FormData, Strand, list_persons
from baken.model.ids import EntityId
from baken.model.views import Observation

from . import labels, language, theme
from .passing_empty import EmptyLine
from .passing_form import RECIPIENTS, PassingForm
from .passing_lines import Line, lines_of
from .passing_passages import Choice, Passage, identifiers_in, passages_of
from .passing_strands import StrandList, WithheldBox
from .passing_text import Legend, MarkedText
from .shortcuts import Keys
from .widgets.button import Button
from .widgets.card import HairLine, IconMark, Panel
from .widgets.choice import ComboBox, Segmented, Tabs
from .widgets.field import Field, LineEdit
from .widgets.label import Label
from .widgets.scroll import FittingArea

_PAUSE_MS = 400  # after the last key before the paper is made again
_GAP, _SIDE, _BAR = 10, 17, 14  # px; between fields, beside them, a scroll bar with the card's edge
_TEXT_LEAST = 4  # lines
_LIST_LEAST = 108  # px; two rows
_STRETCH = (4, 3, 3, 4)  # of the fields on one line: purpose and what was told have the most words


class _Body(QWidget):
    """Everything between header and footer; text and list give way before anything scrolls."""

    def heightForWidth(self, width: int) -> int:
        """Give the least height at a width; Qt would ask for the most comfortable one."""
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)


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
        self._grid, self._columns = QGridLayout(), 0
        self._text_title = Label("", "section", wrap=True)
        self.text = MarkedText(lines=6)
        self._text_title.setBuddy(self.text.edit)
        self.strands = StrandList()
        self._list = FittingArea(self.strands, least=_LIST_LEAST)
        self.withheld = WithheldBox()
        self.empty = EmptyLine()
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

    def passages(self) -> tuple[Passage, ...]:
        """Give every sentence of the text with its choice."""
        form = self._form
        return passages_of(
            self.text.text(),
            self._pieces,
            form.left_out,
            kept=form.kept,
            removed=form.removed,
            persons=self.persons(),
        )

    def persons(self) -> tuple[PersonChoice, ...]:
        """Give every person and identifier of the pieces with its choice."""
        request = self._form.request(EntityId(""), self.paper_language(), self._own_text)
        return list_persons(request, self._pieces, own_text=self._own_text)

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
        self._show_beginnings()
        self.text.blockSignals(True)
        self.text.set_text(own_text if form.facts is None else form.facts)
        self.text.blockSignals(False)
        self.retranslate()

    def show_empty(self, data: FormData) -> None:
        """Say what stays empty on the paper that was made of `data`."""
        self.empty.show_data(data)

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._save.set_look("primary" if is_primary else "plain")

    def set_saving(self, is_saving: bool) -> None:
        """Keep the button from being pressed twice."""
        self._save.setEnabled(not is_saving)

    def fold(self, is_narrow: bool, room: int) -> None:
        """Fit a card of `room` pixels: the four fields on one line where they fit.

        Where the paper stands below, the page scrolls instead of the list.
        """
        self._list.show_all(is_narrow)
        self._body.show_all(is_narrow)
        wanted = sum(field.minimumSizeHint().width() for field in self._fields) + 3 * _GAP + 2 * _SIDE + _BAR
        self._place_fields(4 if wanted <= room else 2)

    def restyle(self) -> None:
        """Keep room for a few lines of text."""
        super().restyle()
        self.text.setMinimumHeight(_TEXT_LEAST * theme.line_height("body") + 22)

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
        self.purpose.setPlaceholderText(self.tr("for what"))
        self.told.setPlaceholderText(self.tr("when, in which language"))
        self.note.setPlaceholderText(self.tr("who agrees"))
        self.basis.setItemText(0, self.tr("not chosen yet"))
        for index, basis in enumerate(Basis, start=1):
            self.basis.setItemText(index, labels.basis(basis))
        title = self.tr("Te&xt for {recipient}").format(recipient=self._form.recipient)
        self._text_title.setText(title)
        self.text.set_words(self._text_title.accessibleName())
        self._save.setText(self.tr("Save as PDF"))
        self._show_choices()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(17, 6, 17, 0)
        top.addWidget(self.recipients, 1)
        top.addWidget(self.language)
        self.basis.addItem("", None)
        for basis in Basis:
            self.basis.addItem("", basis)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._text_title, 1)
        title.addWidget(Legend())
        box = Panel(radius=8)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._list)
        content = _Body()
        column = QVBoxLayout(content)
        column.setContentsMargins(_SIDE, 9, _SIDE, 6)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(title)
        column.addWidget(self.text, 1)
        column.addWidget(box, 3)
        column.addWidget(self.withheld)
        column.addWidget(self.empty)
        footer = QHBoxLayout()
        footer.setContentsMargins(17, 10, 17, 10)
        footer.setSpacing(8)
        footer.addWidget(self._warning_mark)
        footer.addWidget(self._warning, 1)
        footer.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(HairLine(17))
        self._body = FittingArea(content)
        layout.addWidget(self._body, 1)
        layout.addWidget(HairLine(0))
        layout.addLayout(footer)
        self._place_fields(2)
        self.restyle()

    def _place_fields(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for position, field in enumerate(self._fields):
            self._grid.addWidget(field, position // columns, position % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, _STRETCH[column] if columns == 4 else int(column < columns))

    def _connect(self) -> None:
        self.recipients.chosen.connect(self._choose_recipient)
        self.language.chosen.connect(self._changed_now)
        self.basis.activated.connect(self._choose_basis)
        self.purpose.textEdited.connect(self._typed)
        self.note.textEdited.connect(self._typed)
        self.told.textEdited.connect(self._typed)
        for field in (self.purpose, self.note, self.told):
            field.editingFinished.connect(self._show_beginnings)
        self.text.changed.connect(self._typed)
        self.strands.chosen.connect(self._choose_strand)
        self.strands.sentence_chosen.connect(self._choose_sentence)
        self.strands.person_chosen.connect(self._choose_person)
        self.empty.fill_requested.connect(self._fill_in)
        self._save.clicked.connect(self.save_requested)

    def _show_beginnings(self) -> None:
        """Show a text that is longer than its field from its first word."""
        for field in (self.purpose, self.note, self.told):
            field.setCursorPosition(0)

    def _choose_recipient(self, index: int) -> None:
        self.recipient_chosen.emit(RECIPIENTS[index])

    def _choose_basis(self) -> None:
        data = self.basis.currentData()
        self._chose(replace(self._form, basis=None if data is None else Basis(data)))

    def _choose_strand(self, piece: str, strand: Strand, kept: bool) -> None:
        self._chose(self._form.choosing(EntityId(piece), strand, kept=kept))

    def _choose_person(self, kind: str, value: str, kept: bool) -> None:
        self._chose(self._form.choosing_person((EntityType(kind), value), kept=kept))

    def _choose_sentence(self, sentence: str, kept: bool) -> None:
        self._chose(self._form.choosing_sentence(sentence, kept=kept))

    def _chose(self, form: PassingForm) -> None:
        self._form = form
        self._show_choices()
        self.changed.emit()

    def _changed_now(self) -> None:
        self.changed.emit()

    def _fill_in(self) -> None:
        empty = self.told if self.purpose.text().strip() else self.purpose
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        text = self.text.text()
        self._form = replace(
            self._form,
            purpose=self.purpose.text(),
            basis_note=self.note.text(),
            told=self.told.text(),
            facts=None if text == self._own_text else text,
        )
        self._show_choices()
        self._pause.start()

    def _show_choices(self) -> None:
        lines, passages, persons = self.lines(), self.passages(), self.persons()
        self.strands.show_choices(passages, lines, persons)
        self.withheld.show_lines(lines, passages, persons)
        self.text.mark(passages, identifiers_in(self.text.text(), persons))
        asking = sum(each.choice is Choice.ASKS for each in passages)
        said = []
        if asking:
            said.append(self.tr("%n sentence(s) still to choose", "", asking))
        if self._form.basis is None:
            said.append(self.tr("No legal basis chosen yet; the paper says so."))
        self._warning_mark.setVisible(bool(said))
        self._warning.setText("\n".join(said))
