"""Who may read the piece: the team, or only the safeguarding lead and the author.

The youth's own words may be a reason to choose; the row then says so, and a person chooses.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from baken.model.restricting import may_be_restricted

from .widgets.choice import RadioButton
from .widgets.label import Label


class AudienceRow(QWidget):
    """Two choices, and below them what the choice means or why it is asked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposes = False
        self._question = Label("", "label", colour="muted")
        self._team = RadioButton("")
        self._lead = RadioButton("")
        self._group = QButtonGroup(self)
        for button in (self._team, self._lead):
            self._group.addButton(button)
        self._team.setChecked(True)
        self._why = Label("", "meta", colour="muted", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(14)
        self._row.addWidget(self._question)
        self._row.addWidget(self._team)
        self._row.addWidget(self._lead)
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._row)
        layout.addWidget(self._why)
        self._group.buttonClicked.connect(self._switch)
        self.retranslate()

    def is_restricted(self) -> bool:
        """Whether only the lead and the author read it."""
        return self._lead.isChecked()

    def set_restricted(self, restricted: bool) -> None:
        """Show a choice; emits nothing."""
        (self._lead if restricted else self._team).setChecked(True)
        self.retranslate()

    def hear(self, quote: str) -> None:
        """Propose, where the youth's own words may be about sexual violence; nothing is chosen by it."""
        proposes = may_be_restricted(quote)
        if proposes != self._proposes:
            self._proposes = proposes
            self.retranslate()

    def fold(self, is_narrow: bool) -> None:
        """Put the choices below each other where they have no room on one line."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        question = self.tr("Who may read this?")
        self._question.setText(question)
        self._team.setText(self.tr("&team"))
        self._lead.setText(self.tr("only the safeguarding &lead"))
        for button in (self._team, self._lead):
            button.setAccessibleDescription(question)
        said = ""
        if self.is_restricted():
            said = self.tr("The safeguarding lead reads it, and so do you. The team does not.")
        elif self._proposes:
            said = self.tr("This may be about sexual violence. Do you keep it to the safeguarding lead?")
        self._why.setText(said)
        self._why.set_colour("muted" if self.is_restricted() else "warn")
        self._why.setVisible(bool(said))

    def _switch(self) -> None:
        self.retranslate()
        self.changed.emit()
