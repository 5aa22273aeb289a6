"""Every sentence, every strand of a piece, every person named: each with two choices, keep it in or leave it out.

What still asks for a choice stands on top. Below the list: what stays behind, in words.
"""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.form_persons import PersonChoice
from baken.model.forms import Strand

from . import labels
from .passing_lines import Line, Why, withheld_of
from .passing_passages import Choice, Passage
from .said import say_day
from .text import first_line, isolate
from .widgets.card import HairLine, IconMark, Panel, clear
from .widgets.choice import Segmented
from .widgets.excerpt import Excerpt
from .widgets.label import Label

_ICONS = {Strand.TEXT: "eye", Strand.QUOTE: "quote", Strand.MEANING: "lightbulb"}
_KEPT: dict[Choice, bool | None] = {Choice.GOES: True, Choice.ASKS: None, Choice.GONE: False}
_ALL_LINES = 12  # of a text that is being chosen about


class ChoiceRow(QWidget):
    """An icon, the beginning of a text with its origin, and the two choices; the whole text while it has the focus."""

    def __init__(self, icon: str, text: str, meta: str, choice: Segmented, *, asks: bool) -> None:
        super().__init__()
        self.choice = choice
        self._text = Excerpt(isolate(text), "body")
        self._text.setToolTip(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.setSpacing(11)
        layout.addWidget(IconMark(icon, "warn" if asks else "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(Label(meta, "meta", colour="warn" if asks else "muted", wrap=True))
        layout.addLayout(words, 1)
        layout.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in choice.buttons():
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the whole text to whoever is choosing."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._text.set_lines(_ALL_LINES if event.type() == QEvent.Type.FocusIn else 1)
        return super().eventFilter(watched, event)


class StrandList(QWidget):
    """Sentences first, then the strands in the order of what happened, then persons and identifiers.

    `chosen` carries piece, strand and whether it is kept; `sentence_chosen` the sentence and whether it is kept;
    `person_chosen` the kind of identifier, its words and whether it is kept.
    """

    chosen = Signal(str, object, bool)
    sentence_chosen = Signal(str, bool)
    person_chosen = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._persons: tuple[PersonChoice, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_choices(
        self, passages: Sequence[Passage], lines: Sequence[Line], persons: Sequence[PersonChoice] = ()
    ) -> None:
        """Show all; where only a choice moved, the rows stay, so that the focus does too."""
        before = self._shown()
        rank = {each.text: place for place, each in enumerate(self._passages)}
        if {each.text for each in passages} == set(rank):  # whoever is choosing keeps their place in the list
            self._passages = tuple(sorted(passages, key=lambda each: rank[each.text]))
        else:
            self._passages = tuple(sorted(passages, key=lambda each: each.choice is not Choice.ASKS))
        self._lines, self._persons = tuple(lines), tuple(persons)
        if self._shown() != before:
            self.retranslate()
            return
        kept = (
            *(_KEPT[each.choice] for each in self._passages),
            *(line.kept for line in self._lines),
            *(person.kept for person in self._persons),
        )
        for row, value in zip(self.findChildren(ChoiceRow), kept, strict=True):
            row.choice.choose(value)

    def retranslate(self) -> None:
        """Make every row again in the language in use."""
        clear(self._rows)
        rows = [
            *(self._passage_row(each) for each in self._passages),
            *(self._line_row(line) for line in self._lines),
            *(self._person_row(person) for person in self._persons),
        ]
        for position, row in enumerate(rows):
            if position:
                self._rows.addWidget(HairLine(14))
            row.choice.setProperty("position", position)
            self._rows.addWidget(row)

    def _passage_row(self, passage: Passage) -> ChoiceRow:
        meta = self.tr("a sentence of the text")
        if passage.repeats:
            words = ", ".join(f"‘{isolate(first_line(each, 60))}’" for each in passage.repeats)
            meta = self.tr("Left out, but still in the text: {words}").format(words=words)
        icon = "circle-alert" if passage.repeats else "scroll-text"
        choice = self._choice(passage.text, _KEPT[passage.choice])
        choice.chosen.connect(self._choose_sentence)
        return ChoiceRow(icon, passage.text, meta, choice, asks=bool(passage.repeats))

    def _line_row(self, line: Line) -> ChoiceRow:
        icon = "shield" if line.why is Why.PROTECTED else _ICONS[line.strand]
        choice = self._choice(line.text, line.kept)
        choice.chosen.connect(self._choose_strand)
        return ChoiceRow(icon, line.text, self._meta(line), choice, asks=False)

    def _person_row(self, person: PersonChoice) -> ChoiceRow:
        choice = self._choice(person.value, person.kept)
        choice.chosen.connect(self._choose_person)
        meta = [labels.entity(person.type), isolate(person.note) if person.note else "", self.tr("named in a piece")]
        return ChoiceRow("tag", person.value, " · ".join(part for part in meta if part), choice, asks=False)

    def _choice(self, text: str, kept: bool | None) -> Segmented:
        name = self.tr("Keep or leave out: {text}").format(text=isolate(first_line(text, 60)))
        made = Segmented(name, ((self.tr("Keep"), True), (self.tr("Leave out"), False)))
        made.choose(kept)
        return made

    def _meta(self, line: Line) -> str:
        match line.strand:
            case Strand.TEXT:
                strand = self.tr("seen or heard")
            case Strand.QUOTE:
                strand = self.tr("the youth's own words")
            case Strand.MEANING:
                strand = self.tr("what the mentor thinks")
            case _:
                assert_never(line.strand)
        parts = [say_day(line.when), isolate(line.author), strand]
        if line.why is Why.PROTECTED:
            parts.append(self.tr("source protected, left out unless you keep it"))
        elif line.why is Why.THOUGHT:
            parts.append(self.tr("left out unless you keep it"))
        return " · ".join(parts)

    def _shown(self) -> list[object]:
        return [
            *((each.text, each.repeats) for each in self._passages),
            *((line.piece, line.strand, line.text) for line in self._lines),
            *((person.key, person.note) for person in self._persons),
        ]

    def _choose_sentence(self, kept: object) -> None:
        self.sentence_chosen.emit(self._passages[self._pressed()].text, kept is True)

    def _choose_strand(self, kept: object) -> None:
        line = self._lines[self._pressed() - len(self._passages)]
        self.chosen.emit(str(line.piece), line.strand, kept is True)

    def _choose_person(self, kept: object) -> None:
        person = self._persons[self._pressed() - len(self._passages) - len(self._lines)]
        self.person_chosen.emit(person.type.value, person.value, kept is True)

    def _pressed(self) -> int:
        return int(self.sender().property("position"))


class WithheldBox(Panel):
    """What is not passed on, in words and dates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="sunk", edge=None, radius=8, parent=parent)
        self._lines: tuple[Line, ...] = ()
        self._sentences = 0
        self._persons: tuple[PersonChoice, ...] = ()
        self._title = Label("", "small_strong")
        self._words = Label("", "small", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("eye-off", "muted", 16))
        head.addWidget(self._title)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 8)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._words)

    def show_lines(
        self, lines: Sequence[Line], passages: Sequence[Passage], persons: Sequence[PersonChoice] = ()
    ) -> None:
        """Say what of these stays."""
        self._lines = tuple(lines)
        self._persons = tuple(person for person in persons if not person.kept)
        self._sentences = sum(each.choice is Choice.GONE for each in passages)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Not passed on"))
        withheld = withheld_of(self._lines)
        parts = [self.tr("the piece of {day}").format(day=say_day(when)) for when in withheld.pieces]
        if self._sentences:
            parts.append(self.tr("%n sentence(s) of the text", "", self._sentences))
        if withheld.has_quotes:
            parts.append(self.tr("words of the youth"))
        if withheld.has_thoughts:
            parts.append(self.tr("what mentors think"))
        parts += [f"‘{isolate(first_line(person.value, 60))}’" for person in self._persons]
        self._words.setText(" · ".join(parts) or self.tr("Nothing: every line goes along."))
