"""The three strands of a piece, which stay apart: what was seen or heard, the youth's own words, what one thinks.

Read: a 2 px bar at the leading side (accent, muted, dashed) with a head. Written: a solid frame for words, a
dashed one for thought.
"""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.gui import theme
from baken.gui.tokens import Role

from .card import IconMark
from .label import Label

Strand = Literal["seen", "quote", "meaning"]

_ICONS: Final[dict[Strand, str]] = {"seen": "eye", "quote": "quote", "meaning": "lightbulb"}
_BAR: Final = 2
_INDENT: Final = 13  # bar and 11 px gap


class StrandRead(QWidget):
    """One strand as it is read: head, text, and an aside at the head's end (language, who translated).

    `is_muted`: it does not count any more, or stands beside what does.
    """

    def __init__(
        self,
        strand: Strand,
        head: str,
        text: str,
        *,
        aside: str = "",
        original: str = "",
        meta: str = "",
        is_muted: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strand: Strand = strand
        self._role: Role = "accent" if strand == "seen" and not is_muted else "muted"
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        mirrored = self.isRightToLeft()  # a layout does not mirror its margins
        layout.setContentsMargins(0 if mirrored else _INDENT, 0, _INDENT if mirrored else 0, 0)
        layout.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconMark(_ICONS[strand], self._role, 14, line="meta_strong"), 0, Qt.AlignmentFlag.AlignTop)
        if aside:
            row.addWidget(Label(head, "meta_strong", colour="muted", wrap=True))
            end = Label(aside, "meta", colour="muted", wrap=True)
            end.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            row.addWidget(end, 1)
        else:
            row.addWidget(Label(head, "meta_strong", colour="muted", wrap=True), 1)
        layout.addLayout(row)
        quiet = is_muted or strand == "meaning"
        layout.addWidget(Label(text, "body", colour="muted" if quiet else "text", wrap=True))
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
        pen = QPen(theme.colour(self._role), _BAR)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._strand == "meaning":
            pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawLine(int(x), 0, int(x), self.height())
