"""The three strands of a piece, which stay apart: what was seen or heard, the youth's own words, what one thinks.

Read: a 2 px bar at the leading side (accent, muted, dashed) with a head. Written: a solid frame for words, a
dashed one for thought.
"""

from typing import Final, Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui import theme
from baken.gui.tokens import Role

from . import paint
from .card import IconMark
from .field import LineEdit, TextArea
from .label import Label

Strand = Literal["seen", "quote", "meaning"]

_ICONS: Final[dict[Strand, str]] = {"seen": "eye", "quote": "quote", "meaning": "lightbulb"}
_BAR: Final = 2
_INDENT: Final = 13  # bar and 11 px gap


class StrandRead(QWidget):
    """One strand as it is read: head, text, and an aside at the head's end (language, who translated)."""

    def __init__(
        self,
        strand: Strand,
        head: str,
        text: str,
        *,
        aside: str = "",
        original: str = "",
        meta: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strand: Strand = strand
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_INDENT, 0, 0, 0)
        layout.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconMark(_ICONS[strand], "accent" if strand == "seen" else "muted", 14))
        row.addWidget(Label(head, "meta_strong", colour="muted"))
        row.addStretch(1)
        if aside:
            row.addWidget(Label(aside, "meta", colour="muted"))
        layout.addLayout(row)
        layout.addWidget(Label(text, "body", colour="muted" if strand == "meaning" else "text", wrap=True))
        if original:
            layout.addWidget(Label(original, "native_list", colour="muted", wrap=True))
        if meta:
            layout.addWidget(Label(meta, "meta", colour="muted", wrap=True))
        self.setAccessibleName(head)

    def restyle(self) -> None:
        """Paint again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        x = self.width() - _BAR / 2 if self.isRightToLeft() else _BAR / 2
        role: Role = "accent" if self._strand == "seen" else "muted"
        pen = QPen(theme.colour(role), _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._strand == "meaning":
            pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawLine(int(x), 0, int(x), self.height())


class StrandWrite(QWidget):
    """A strand as it is written: a frame with a head, a text area without a frame, and perhaps a line beside the head.

    `area` is the text; `aside_edit` the line (language and who translated) where `aside_placeholder` is given.
    """

    def __init__(
        self,
        strand: Strand,
        head: str,
        *,
        hint: str = "",
        aside_placeholder: str = "",
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strand: Strand = strand
        outer = QVBoxLayout(self)
        outer.setContentsMargins(13, 9, 13, 9)
        outer.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark(_ICONS[strand], "muted", 16))
        self.head = Label(head, "small_strong")
        row.addWidget(self.head)
        row.addStretch(1)
        self.hint = Label(hint, "meta", colour="muted")
        row.addWidget(self.hint)
        self.aside_edit: LineEdit | None = None
        if aside_placeholder:
            self.aside_edit = LineEdit(aside_placeholder, placeholder=aside_placeholder, height=32)
            row.addWidget(self.aside_edit, 1)
        outer.addLayout(row)
        colour: Role = "muted" if strand == "meaning" else "text"
        self.area = TextArea(head, framed=False, lines=lines, role="body", colour=colour)
        self.area.changed.connect(self.update)
        self.setFocusProxy(self.area)
        outer.addWidget(self.area)

    def restyle(self) -> None:
        """Paint again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, dashed for thought."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self.area.edit.hasFocus():
            paint.box(painter, area, 8, fill="base", edge="accent", width=2)
        else:
            paint.box(painter, area, 8, fill="base", edge="line", dashed=self._strand == "meaning")
