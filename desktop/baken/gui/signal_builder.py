"""Building a signal: pieces at the left, the argument in the middle, what the pieces speak of at the right.

Every change leaves as a draft within a second; ticks, answers and indicators can be undone step by step (typed
text has its own undo). A widget: takes and gives a `SignalForm`.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from baken.model.catalogue import Catalogue
from baken.model.codes import SignalState
from baken.model.ids import EntityId, IndicatorId
from baken.model.records import IndicatorTag
from baken.model.views import ObservationRow, Youth

from . import labels, theme
from .capture_about import AboutRow
from .shortcuts import Keys
from .signal_form import SignalForm
from .signal_forms import FormsRow
from .signal_indicators import IndicatorColumn
from .signal_picker import IndicatorPicker
from .signal_pieces import PieceColumn
from .signal_text import DangerRow, Question
from .text import isolate
from .widgets.button import Button
from .widgets.card import HairLine, Panel
from .widgets.flow_box import FlowBox
from .widgets.label import Label
from .widgets.scroll import ScrollArea
from .widgets.title_choice import TitleChoice
from .widgets.youth import youth_names

_STORE_MS = 500  # after a change
_NO_LIMIT = (1 << 24) - 1  # Qt's largest width


class _Step(QUndoCommand):
    """One change that can be undone: the form before and after, without the typed texts."""

    def __init__(self, builder: "SignalBuilder", before: SignalForm, after: SignalForm) -> None:
        super().__init__()
        self._builder, self._before, self._after = builder, before, after

    def undo(self) -> None:
        """Go back."""
        self._builder.take_step(self._before)

    def redo(self) -> None:
        """Go on again."""
        self._builder.take_step(self._after)


class SignalBuilder(QWidget):
    """The form of one signal; `changed` carries the draft's bytes, saving and passing on carry nothing."""

    draft_changed = Signal(bytes)
    save_requested = Signal()
    pass_on_requested = Signal()
    about_changed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = SignalForm()
        self._rows: tuple[ObservationRow, ...] = ()
        self._is_minor = True
        self._state = ""
        self._is_narrow = False
        self.undo_stack = QUndoStack(self)
        self.pieces = PieceColumn()
        self.about = AboutRow(compact=True)
        self.facts = Question("eye", lines=4, with_unknown=False)
        self.other = Question("split", lines=2, with_unknown=True)
        self.unknown = Question("circle-question-mark", lines=2, with_unknown=True)
        self.forms = FormsRow(catalogue)
        self.danger = DangerRow()
        self.indicators = IndicatorColumn(catalogue)
        self.picker = IndicatorPicker(catalogue)
        self._right = QStackedWidget()
        self._title = Label("", "preview_title")
        self.state = TitleChoice("")
        for state in SignalState:
            self.state.addItem("", state)
        self._saved = Label("", "meta", colour="muted", wrap=True)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._conflict = Label("", "small", colour="warn", wrap=True)
        self._missing = Button("", "quiet", icon="user-plus", height=28)
        self._missing.hide()
        self._save = Button("", keys=Keys.SAVE, height=36)
        self._pass_on = Button("", "primary", icon="send", keys=Keys.HAND_OVER, height=36)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_STORE_MS)
        self._pause.timeout.connect(self.store_now)
        self._build()
        self._connect()
        self.retranslate()

    def form(self) -> SignalForm:
        """Give what stands in the form now."""
        return self._form

    def start(self, form: SignalForm, rows: Sequence[ObservationRow], *, is_minor: bool, in_conflict: bool) -> None:
        """Begin with a form; whatever could be undone is forgotten."""
        self.undo_stack.clear()
        self._pause.stop()
        self._rows, self._is_minor = tuple(rows), is_minor
        self._conflict.setVisible(in_conflict)
        self._show(form)
        self.show_rows(rows)
        self._right.setCurrentIndex(0)
        self.pieces.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def adopt(self, saved: SignalForm) -> None:
        """Take over identity and base of the signal as it was saved; what stands on the screen stays."""
        self._form = msgspec.structs.replace(self._form, entity=saved.entity, base=saved.base, state=saved.state)
        self.undo_stack.clear()

    def show_rows(self, rows: Sequence[ObservationRow]) -> None:
        """Show the pieces that can be chosen."""
        self._rows = tuple(rows)
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._pass_on.set_look("primary" if is_primary else "plain")

    def set_known(self, youths: Sequence[Youth]) -> None:
        """Say which youths can be added."""
        self.about.set_known(youths)

    def tell_state(self, state: str) -> None:
        """Say at the top what became of the form: draft saved, saved at a time."""
        self._state = state
        self._saved.setText(state)

    def store_now(self) -> None:
        """Let a change that is not stored yet leave at once."""
        if self._pause.isActive() or self.sender() is self._pause:
            self._pause.stop()
            self.draft_changed.emit(self._form.encode())

    def take_step(self, form: SignalForm) -> None:
        """Show another form, as undo and redo do; the texts stay as typed."""
        current = self._form
        self._show(
            msgspec.structs.replace(
                form, facts=current.facts, other_explanation=current.other_explanation, unknown=current.unknown
            )
        )
        self._changed()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Signal:"))
        self.state.setAccessibleName(self.tr("Where the signal stands"))
        for index, state in enumerate(SignalState):
            self.state.setItemText(index, labels.signal_state(state))
        unknown = self.tr("I don't know")
        self.facts.set_words(self.tr("What do we &see?"), self.tr("facts only"), "")
        self.other.set_words(self.tr("Can there be an&other explanation?"), "", unknown)
        self.unknown.set_words(self.tr("What do we not &know yet?"), "", unknown)
        self._conflict.setText(self.tr("Two people changed this signal at the same time. Both versions were kept."))
        self._save.setText(self.tr("Save"))
        self._pass_on.setText(self.tr("Decide and pass on"))
        about = (
            self.tr("about {names}").format(names=isolate(youth_names(self._form.about))) if self._form.about else ""
        )
        self._offer_missing()
        self.pieces.show_rows(self._rows, about)
        self.pieces.model.choose(self._form.observations)
        self.indicators.show_form(self._form, self._rows, is_minor=self._is_minor)

    def restyle(self) -> None:
        """Keep the two side columns as wide as the text size asks."""
        self._arrange()

    def fold(self, is_narrow: bool) -> None:
        """Stack the three columns where they do not fit beside each other."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._arrange()

    def _arrange(self) -> None:
        narrow = self._is_narrow
        directions = QHBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        for column, width in ((self.pieces, 276), (self._right, 318)):
            column.setMinimumWidth(0 if narrow else theme.px(width))
            column.setMaximumWidth(_NO_LIMIT if narrow else theme.px(width))
            column.setMinimumHeight(theme.px(320) if narrow else 0)

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(6)
        title.addWidget(self._title)
        title.addWidget(self.state)
        title.addWidget(self._saved, 1)
        head = QVBoxLayout()
        head.setContentsMargins(17, 8, 17, 9)
        head.setSpacing(4)
        head.addLayout(title)
        head.addWidget(self.about)
        head.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignLeft)
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(17, 10, 17, 10)
        column.setSpacing(12)
        column.addWidget(self._conflict)
        for part in (self.facts, self.other, self.unknown, self.forms, self.danger):
            column.addWidget(part)
        column.addStretch(1)
        footer = QHBoxLayout()
        footer.setContentsMargins(17, 11, 17, 11)
        footer.setSpacing(0)
        acts = FlowBox(hugs=True)
        acts.flow.addWidget(self._save)
        acts.flow.addWidget(self._pass_on)
        footer.addStretch(1)
        footer.addWidget(acts)
        middle = Panel()
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(HairLine(0))
        inside.addWidget(ScrollArea(questions), 1)
        inside.addWidget(HairLine(0))
        inside.addLayout(footer)
        self._right.addWidget(self.indicators)
        self._right.addWidget(self.picker)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(14)
        self._columns.addWidget(self.pieces)
        self._columns.addWidget(middle, 1)
        self._columns.addWidget(self._right)
        self.restyle()

    def _connect(self) -> None:
        self.pieces.ticked.connect(self._tick)
        self.about.changed.connect(self._take_about)
        self._missing.clicked.connect(self._add_missing)
        self.facts.typed.connect(self._type_facts)
        self.other.typed.connect(self._type_other)
        self.other.unknown_ticked.connect(self._tick_other)
        self.unknown.typed.connect(self._type_unknown)
        self.unknown.unknown_ticked.connect(self._tick_unknown)
        self.forms.changed.connect(self._choose_forms)
        self.danger.chosen.connect(self._choose_danger)
        self.state.activated.connect(self._choose_state)
        self.indicators.add_requested.connect(self._open_picker)
        self.indicators.removed.connect(self._remove_indicator)
        self.indicators.pieces_changed.connect(self._rest_on)
        self.picker.picked.connect(self._pick)
        self.picker.closed.connect(self._close_picker)
        self._save.clicked.connect(self.save_requested)
        self._pass_on.clicked.connect(self.pass_on_requested)
        for keys, slot in (
            (Keys.SAVE, self.save_requested),
            (Keys.HAND_OVER, self.pass_on_requested),
            (Keys.UNDO, self.undo_stack.undo),
            (Keys.REDO, self.undo_stack.redo),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _show(self, form: SignalForm) -> None:
        self._form = form
        self.about.set_values(form.about, ())
        self.facts.set_values(form.facts, is_unknown=False)
        self.other.set_values(form.other_explanation, is_unknown=form.other_explanation_unknown)
        self.unknown.set_values(form.unknown, is_unknown=form.unknown_unknown)
        self.forms.set_forms(form.forms)
        self.danger.set_danger(form.danger)
        self.state.setCurrentIndex(list(SignalState).index(form.state))
        self.pieces.model.choose(form.observations)
        self._offer_missing()
        self.indicators.show_form(form, self._rows, is_minor=self._is_minor)

    def _step(self, after: SignalForm) -> None:
        """Carry out one change that can be undone; the stack calls `take_step` at once."""
        if after != self._form:
            self.undo_stack.push(_Step(self, self._form, after))

    def _type(self, **fields: str) -> None:
        self._form = msgspec.structs.replace(self._form, **fields)
        self._changed()

    def _changed(self) -> None:
        self.tell_state(self.tr("saving the draft…"))
        if not self._pause.isActive():
            self._pause.start()

    def _tick(self, piece: str, is_chosen: bool) -> None:
        self._step(self._form.with_piece(EntityId(piece), chosen=is_chosen))

    def _take_about(self) -> None:
        self._step(msgspec.structs.replace(self._form, about=self.about.about()))
        self.about_changed.emit()

    def _youths_of_pieces(self) -> tuple[Youth, ...]:
        """Give the youths of the ticked pieces whom the signal does not name."""
        here = {youth.id for youth in self._form.about}
        chosen = [row for row in self._rows if row.id in self._form.observations]
        return tuple({youth.id: youth for row in chosen for youth in row.about if youth.id not in here}.values())

    def _offer_missing(self) -> None:
        missing = self._youths_of_pieces()
        words = self.tr("Ticked pieces are about {names}. Add to the signal")
        self._missing.setText(words.format(names=isolate(youth_names(missing))) if missing else "")
        self._missing.setVisible(bool(missing))

    def _add_missing(self) -> None:
        self._step(msgspec.structs.replace(self._form, about=(*self._form.about, *self._youths_of_pieces())))
        self.about_changed.emit()

    def _type_facts(self, text: str) -> None:
        self._type(facts=text)

    def _type_other(self, text: str) -> None:
        self._type(other_explanation=text)

    def _type_unknown(self, text: str) -> None:
        self._type(unknown=text)

    def _tick_other(self, is_unknown: bool) -> None:
        self._step(msgspec.structs.replace(self._form, other_explanation_unknown=is_unknown))

    def _tick_unknown(self, is_unknown: bool) -> None:
        self._step(msgspec.structs.replace(self._form, unknown_unknown=is_unknown))

    def _choose_forms(self, forms: object) -> None:
        self._step(msgspec.structs.replace(self._form, forms=forms))

    def _choose_danger(self, danger: object) -> None:
        self._step(msgspec.structs.replace(self._form, danger=danger))

    def _choose_state(self) -> None:
        self._step(msgspec.structs.replace(self._form, state=SignalState(self.state.currentData())))

    def _open_picker(self) -> None:
        self._right.setCurrentIndex(1)
        self.picker.start(each.tag.id for each in self._form.indicators)

    def _close_picker(self) -> None:
        self._right.setCurrentIndex(0)

    def _pick(self, tag: IndicatorTag) -> None:
        """Put an indicator in, resting on the piece that is marked in the list when that is in the signal."""
        index = self.pieces.list.currentIndex()
        marked = [self.pieces.model.row_at(index).id] if index.isValid() else []
        self._step(self._form.with_indicator(tag, [piece for piece in marked if piece in self._form.observations]))
        self._close_picker()
        self.indicators.open_indicator(str(tag.id))

    def _remove_indicator(self, indicator: str) -> None:
        self._step(self._form.without_indicator(IndicatorId(indicator)))

    def _rest_on(self, indicator: str, pieces: object) -> None:
        for each in self._form.indicators:
            if each.tag.id == indicator and isinstance(pieces, tuple):
                self._step(self._form.with_indicator(each.tag, pieces))
