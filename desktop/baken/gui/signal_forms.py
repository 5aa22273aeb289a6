"""Which form of exploitation is suspected: none, one or several, from the list of the field; "unknown" is an answer.

Nothing is chosen beforehand and nothing follows from it. Closed it shows what was chosen, open the whole list.
Source: netherlands.md, section 7 (F6, suspected form) and section 10, point 10.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from baken.model.catalogue import Catalogue

from . import language
from .widgets.button import Button
from .widgets.card import IconMark, clear
from .widgets.chip import ChipButton
from .widgets.flow import FlowLayout
from .widgets.label import Label


class FormsRow(QWidget):
    """The chosen forms as chips that can be taken off, and the way to the list; `changed` carries their codes."""

    changed = Signal(object)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._forms: tuple[str, ...] = ()
        self._is_open = False
        self._flow = FlowLayout(self, gap=8)
        self.retranslate()

    def set_forms(self, forms: tuple[str, ...]) -> None:
        """Show these codes; in the open list only the chips change, so that the focus stays."""
        self._forms = forms
        chips = self.findChildren(ChipButton)
        if not (self._is_open and {*forms} <= {chip.property("code") for chip in chips}):
            self.retranslate()
            return
        for chip in chips:
            chip.setChecked(chip.property("code") in forms)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        clear(self._flow)
        self._flow.addWidget(self._head())
        for code in self._offered() if self._is_open else self._forms:
            self._flow.addWidget(self._chip(code))
        if not (self._forms or self._is_open):
            self._flow.addWidget(Label(self.tr("not chosen yet"), "small", colour="muted"))
        turn = Button(self.tr("Ready") if self._is_open else self.tr("Choose"), "quiet", icon=self._icon(), height=28)
        turn.setAccessibleName(f"{turn.accessibleName()}: {self._word()}")
        turn.clicked.connect(self._turn)
        self._flow.addWidget(turn)
        self.updateGeometry()

    def _head(self) -> QWidget:
        head = QWidget()
        inside = QHBoxLayout(head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(9)
        inside.addWidget(IconMark("layers", "muted", 18))
        inside.addWidget(Label(self._word(), "strong"))
        return head

    def _word(self) -> str:
        return self.tr("Suspected form")

    def _icon(self) -> str:
        return "check" if self._is_open else "plus"

    def _offered(self) -> tuple[str, ...]:
        """Give the codes of the list; what is kept apart, or of a newer list, only where it was chosen."""
        listed = [form.code for form in self._catalogue.forms if not form.apart or form.code in self._forms]
        return (*listed, *(code for code in self._forms if code not in listed))

    def _chip(self, code: str) -> ChipButton:
        word = self._catalogue.form_label(code, language.current())
        if self._is_open:
            chip = ChipButton(word, checkable=True, action_name=f"{self._word()}: {word}")
            chip.setChecked(code in self._forms)
        else:
            action = self.tr("Take {name} off").format(name=word)
            chip = ChipButton(word, "filled", removable=True, action_name=action)
        chip.setProperty("code", code)
        chip.clicked.connect(self._pressed)
        return chip

    def _pressed(self) -> None:
        code = str(self.sender().property("code"))
        chosen = {*self._forms} ^ {code}
        self.changed.emit(tuple(each for each in self._offered() if each in chosen))

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self.retranslate()
        self.findChildren(ChipButton if self._is_open else Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)
