"""Making a recovery sheet in two steps: save and print it, then type three groups back from the paper.

The groups themselves are never shown here: they are to come from the paper.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .shortcuts import Keys
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card, HairLine
from .widgets.field import Field, LineEdit
from .widgets.flow import FlowLayout
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.step import Step


class SheetForm(Card):
    """The two steps; `typed` carries the groups by their index from 0."""

    save_requested = Signal()
    typed = Signal(object)
    closed = Signal()

    def __init__(self, groups: int, parent: QWidget | None = None) -> None:
        """Ask so many groups."""
        super().__init__(" ", "scroll-text", parent=parent)
        self._asked: tuple[int, ...] = tuple(range(groups))
        self._saved_in = ""
        self._is_busy = self._is_yielding = False
        self._problem = ""
        self._save = Button("", icon="save", keys=Keys.SAVE_PDF, height=36)
        self._state = Label("", "small", wrap=True)
        self.fields = [LineEdit("", height=36, width=120) for _ in range(groups)]
        self._labels = [Field("", edit) for edit in self.fields]
        self._wrong = Label("", "small", colour="warn", wrap=True)
        self._accept = Button("", icon="badge-check", height=36)
        self._back = Button("", "quiet", keys=Keys.KEEP_DRAFT, height=36, colour="muted")
        saving, typing = QWidget(), QWidget()
        self._steps = (Step(1, saving), Step(2, typing))
        self._build(saving, typing)
        self._save.clicked.connect(self._ask_to_save)
        self._accept.clicked.connect(self.submit)
        self._back.clicked.connect(self._leave)
        for edit in self.fields:
            edit.returnPressed.connect(self._next)
        for keys, slot in ((Keys.KEEP_DRAFT, self._leave), (Keys.SAVE_PDF, self._ask_to_save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.retranslate()

    def start(self, asked: Sequence[int]) -> None:
        """Begin with a new sheet, of which these groups (from 0) are asked."""
        self._asked, self._saved_in, self._problem, self._is_busy = tuple(asked), "", "", False
        for edit in self.fields:
            edit.clear()
        self.retranslate()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, file: str) -> None:
        """Say that the sheet lies in a file; the groups can be typed now."""
        self._saved_in, self._problem = file, ""
        self.retranslate()
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong(self, index: int) -> None:
        """Name the group that is not right, by its index from 0, and put the cursor there."""
        self._is_busy = False
        self._problem = self.tr("Group {number} is not right. Look at the sheet and type it once more.").format(
            number=isolate(str(index + 1))
        )
        self.retranslate()
        field = self.fields[self._asked.index(index)]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong; what was typed stays."""
        self._is_busy = False
        self._problem = f"{sentence} {next_step}".strip()
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._is_yielding = not is_primary
        self._look()

    def submit(self) -> None:
        """Hand the groups over once each was typed."""
        if self._is_busy or not self._saved_in:
            return
        empty = next((edit for edit in self.fields if not edit.text().strip()), None)
        if empty is not None:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._is_busy, self._problem = True, ""
        self.retranslate()
        self.typed.emit({index: edit.text() for index, edit in zip(self._asked, self.fields, strict=True)})

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.set_title(self.tr("Make a recovery sheet"))
        save, back = self._steps
        save.say(
            self.tr("Save the sheet and print it"),
            self.tr("Keep the paper under lock, in another place than this laptop. Delete the file afterwards."),
        )
        back.say(
            self.tr("Type three groups back from the paper"),
            self.tr(
                "Only then the sheet counts, and an older one opens nothing any more. When Baken locks before that, "
                "begin again: the file opens nothing then."
            ),
        )
        self._save.setText(self.tr("Save as PDF…"))
        self._state.setText(self.tr("Saved in {file}").format(file=isolate(self._saved_in)))
        for index, field in zip(self._asked, self._labels, strict=True):
            field.set_label(self.tr("Group {number}").format(number=isolate(str(index + 1))))
        self._accept.setText(self.tr("One moment…") if self._is_busy else self.tr("Let this sheet count"))
        self._back.setText(self.tr("Back"))
        self._wrong.setText(self._problem)
        self._look()

    def _build(self, saving: QWidget, typing: QWidget) -> None:
        first = QVBoxLayout(saving)
        first.setContentsMargins(REACH, REACH, REACH, REACH)  # for the focus ring of the button
        first.setSpacing(4)
        first.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        first.addWidget(self._state)
        second = QVBoxLayout(typing)
        second.setContentsMargins(REACH, REACH, REACH, REACH)
        second.setSpacing(8)
        row = QWidget()
        groups = FlowLayout(row, gap=12)
        for label in self._labels:
            groups.addWidget(label)
        second.addWidget(row)
        second.addWidget(self._wrong)
        second.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 12)
        foot.addWidget(self._back)
        foot.addStretch(1)
        self.body.addWidget(self._steps[0])
        self.body.addWidget(HairLine())
        self.body.addWidget(self._steps[1])
        self.body.addLayout(foot)

    def _look(self) -> None:
        is_saved = bool(self._saved_in)
        self._save.set_look("plain" if is_saved or self._is_yielding else "primary")
        self._accept.set_look("primary" if is_saved and not self._is_yielding else "plain")
        self._state.setVisible(is_saved)
        self._wrong.setVisible(bool(self._problem))
        self._save.setEnabled(not self._is_busy)
        self._accept.setEnabled(is_saved and not self._is_busy)
        for edit in self.fields:
            edit.setEnabled(is_saved and not self._is_busy)

    def _next(self) -> None:
        """Go to the next group, or hand them over from the last one."""
        empty = next((edit for edit in self.fields if not edit.text().strip()), None)
        if empty is None:
            self.submit()
        else:
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_save(self) -> None:
        if not self._is_busy:
            self.save_requested.emit()

    def _leave(self) -> None:
        if not self._is_busy:
            self.closed.emit()
