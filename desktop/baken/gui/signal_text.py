"""The argument of a signal: facts, another explanation, what is still unknown, and whether there is danger now.

"I don't know" is a full answer; nothing is chosen beforehand.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from baken.model.codes import Danger

from . import labels, theme
from .widgets.card import IconMark
from .widgets.choice import CheckBox, RadioButton
from .widgets.field import TextArea
from .widgets.flow import FlowLayout
from .widgets.label import Label

_MOST_LINES = 12  # a longer text scrolls inside its frame


class Question(QWidget):
    """A question with its icon, a text, and where it may be answered so, "I don't know".

    The text's frame is as high as the text, never lower than `lines` lines.
    """

    typed = Signal(str)
    unknown_ticked = Signal(bool)

    def __init__(self, icon: str, *, lines: int, with_unknown: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self.area = TextArea("", lines=lines, role="body")
        self._title = Label("", "section", wrap=True)
        self._title.setBuddy(self.area.edit)
        self._hint = Label("", "small", colour="muted")
        self.unknown = CheckBox("")
        self.unknown.setVisible(with_unknown)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(IconMark(icon, "muted", 18))
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        head.addWidget(self.unknown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self.restyle()
        self.area.edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.area.changed.connect(self._typed)
        self.unknown.clicked.connect(self.unknown_ticked)

    def set_words(self, title: str, hint: str, unknown: str) -> None:
        """Name the question; `title` may hold a mnemonic."""
        self._title.setText(title)
        self.area.set_words(self._title.accessibleName())
        self._hint.setText(hint)
        self.unknown.setText(unknown)

    def set_values(self, text: str, *, is_unknown: bool) -> None:
        """Show an answer; keeps cursor and undo where the text is the same."""
        if text != self.area.text():
            self.area.blockSignals(True)
            self.area.set_text(text)
            self.area.blockSignals(False)
        self.unknown.setChecked(is_unknown)

    def restyle(self) -> None:
        """Keep room for whole lines."""
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text is, within limits; a plain text's layout measures in lines."""
        used = round(self.area.edit.document().documentLayout().documentSize().height())
        lines = min(max(used, self._least), _MOST_LINES)
        self.area.setFixedHeight(lines * theme.line_height("body") + 22)

    def _typed(self) -> None:
        self.typed.emit(self.area.text())


class DangerRow(QWidget):
    """Is there danger now? Nothing is chosen beforehand."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("", "strong")
        self._group = QButtonGroup(self)
        self._buttons = {danger: RadioButton("") for danger in Danger}
        head = QWidget()
        inside = QHBoxLayout(head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(9)
        inside.addWidget(IconMark("siren", "muted", 18))
        inside.addWidget(self._title)
        row = FlowLayout(self, gap=8)
        row.addWidget(head)
        for danger, button in self._buttons.items():
            button.setProperty("danger", danger.value)
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        self.retranslate()

    def set_danger(self, danger: Danger | None) -> None:
        """Show an answer, or none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each is danger)
        self._group.setExclusive(True)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Is there danger now?"))
        for danger, button in self._buttons.items():
            button.setText(labels.danger(danger))
            button.setAccessibleName(self.tr("Is there danger now? {answer}").format(answer=labels.danger(danger)))

    def _clicked(self, button: RadioButton) -> None:
        self.chosen.emit(Danger(button.property("danger")))
