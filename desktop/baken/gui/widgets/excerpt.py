"""The beginning of a longer text: as many words as fit the width on a few lines, then "…", never half a word.

For rows that lead to the whole text. Names, moments and numbers stand in a `Label`, which is never shortened.
"""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from baken.gui import theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

from .label import fill_lines

_MORE = "…"


def lay_out(text: str, font: QFont, width: float, *, lines: int, line_height: int) -> QTextLayout:
    """Lay the beginning of `text` out on at most `lines` lines of `width` pixels, cut at the end of a word."""
    words = " ".join(text.split())
    layout = _filled(words, font, width, line_height)
    if layout.lineCount() <= lines:
        return layout
    last = layout.lineAt(lines - 1)
    kept = words[: last.textStart() + last.textLength()].rstrip()
    while True:
        layout = _filled(f"{kept.rstrip(' ,.;:')}{_MORE}", font, width, line_height)
        if layout.lineCount() <= lines or " " not in kept:
            return layout
        kept = kept.rsplit(" ", 1)[0]


class Excerpt(QLabel):
    """The beginning of a text; assistive technology reads the whole."""

    def __init__(
        self,
        text: str,
        role: TypeRole = "body",
        *,
        lines: int = 1,
        colour: Role = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._colour: Role = colour
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show the beginning of another text."""
        super().setText(text)
        self.setAccessibleName(plain(text))
        self.updateGeometry()

    def set_lines(self, lines: int) -> None:
        """Allow more lines, or fewer."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size on one line."""
        wide = QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.text())
        return QSize(int(min(wide, theme.px(420))) + 1, theme.line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """Give room for a few words."""
        return QSize(min(self.sizeHint().width(), theme.px(60)), theme.line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width: as many lines as are allowed and used."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines that are used at a width."""
        return max(self._layout_for(width).lineCount(), 1) * theme.line_height(self._role)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words that fit."""
        painter = QPainter(self)
        painter.setPen(theme.colour(self._colour))
        layout = self._layout_for(self.width())
        slack = self.height() - layout.lineCount() * theme.line_height(self._role)
        layout.draw(painter, QPointF(0, max(0, slack // 2)))

    def _layout_for(self, width: int) -> QTextLayout:
        height = theme.line_height(self._role)
        return lay_out(self.text(), theme.font(self._role), width, lines=self._lines, line_height=height)


def _filled(text: str, font: QFont, width: float, line_height: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    fill_lines(layout, width, line_height)
    return layout
