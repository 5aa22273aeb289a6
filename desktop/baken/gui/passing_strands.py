"""Every strand of every piece with its two choices: keep it in, or leave it out; and what stays behind in words."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.forms import Strand

from .passing_lines import Line, Why, withheld_of
from .said import say_day
from .text import first_line, isolate
from .widgets.card import HairLine, IconMark, Panel, clear
from .widgets.choice import Segmented
from .widgets.label import Label

_ICONS = {Strand.TEXT: "eye", Strand.QUOTE: "quote", Strand.MEANING: "lightbulb"}


class StrandList(QWidget):
    """The lines in the order of what happened; `chosen` carries piece, strand and whether it is kept."""

    chosen = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines; where only a choice moved, the rows stay, so that the focus does too."""
        same = [_shown(line) for line in lines] == [_shown(line) for line in self._lines]
        self._lines = tuple(lines)
        if not same:
            self.retranslate()
            return
        for choice, line in zip(self.findChildren(Segmented), self._lines, strict=True):
            choice.choose(line.kept)

    def retranslate(self) -> None:
        """Make every row again in the language in use."""
        clear(self._rows)
        for position, line in enumerate(self._lines):
            if position:
                self._rows.addWidget(HairLine(0))
            self._rows.addWidget(self._row(line, position))

    def _row(self, line: Line, position: int) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(14, 7, 10, 7)
        layout.setSpacing(11)
        asks = line.why is not Why.NOTHING
        icon = "shield" if line.why is Why.PROTECTED else _ICONS[line.strand]
        layout.addWidget(IconMark(icon, "warn" if asks else "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(isolate(first_line(line.text, 120)), "body", wrap=True))
        words.addWidget(Label(self._meta(line), "meta", colour="muted", wrap=True))
        layout.addLayout(words, 1)
        name = self.tr("Keep or leave out: {text}").format(text=isolate(first_line(line.text, 60)))
        choice = Segmented(name, ((self.tr("Keep"), True), (self.tr("Leave out"), False)))
        choice.choose(line.kept)
        choice.setProperty("position", position)
        choice.chosen.connect(self._choose)
        layout.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

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

    def _choose(self, kept: object) -> None:
        choice = self.sender()
        if isinstance(choice, Segmented) and isinstance(kept, bool):
            line = self._lines[int(choice.property("position"))]
            self.chosen.emit(str(line.piece), line.strand, kept)


class WithheldBox(Panel):
    """What is not passed on, in words and dates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="sunk", edge=None, radius=8, parent=parent)
        self._lines: tuple[Line, ...] = ()
        self._title = Label("", "small_strong")
        self._words = Label("", "small", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconMark("eye-off", "muted", 16))
        head.addWidget(self._title)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 9)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self._words)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Say what of these lines stays."""
        self._lines = tuple(lines)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Not passed on"))
        withheld = withheld_of(self._lines)
        parts = [self.tr("the piece of {day}").format(day=say_day(when)) for when in withheld.pieces]
        if withheld.has_quotes:
            parts.append(self.tr("words of the youth"))
        if withheld.has_thoughts:
            parts.append(self.tr("what mentors think"))
        self._words.setText(" · ".join(parts) or self.tr("Nothing: every line goes along."))


def _shown(line: Line) -> tuple[str, Strand, str]:
    return line.piece, line.strand, line.text
