"""Text in a line box of fixed height.

Arabic and Ge'ez fall back to taller fonts; Qt would push the row. Here every line has the height of its text
role, whatever stands in it. It stays a QLabel, so that assistive technology reads it as text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from baken.gui import theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

_FOREVER: Final = 1 << 20  # wider than any window
_KEPT: Final = 6  # widths that a label remembers: layouts ask for the same few again and again


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A part of a label in another look; offsets in characters of the whole text."""

    start: int
    length: int
    role: TypeRole | None = None
    colour: Role | None = None
    ground: Role | None = None


class Label(QLabel):
    """Text of one role; wraps when asked, is never elided."""

    def __init__(
        self,
        text: str = "",
        role: TypeRole = "body",
        *,
        colour: Role = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: TypeRole = role
        self._colour: Role = colour
        self._spans: Sequence[Span] = ()
        self._laid_out: dict[tuple[object, ...], tuple[QTextLayout, float]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; the accessible name follows it, without isolates."""
        super().setText(text)
        self.setAccessibleName(plain(self._shown()))
        self._laid_out.clear()

    def set_role(self, role: TypeRole, colour: Role | None = None) -> None:
        """Change the text role, and the colour where one is given."""
        self._role = role
        self._colour = colour or self._colour
        self.restyle()

    def set_colour(self, colour: Role) -> None:
        """Change the colour."""
        self._colour = colour
        self.restyle()

    def restyle(self) -> None:
        """Lay out again in the look of now."""
        self._laid_out.clear()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the text on one line, or wrapped to a comfortable width."""
        layout, width = self._layout_for(_FOREVER)
        if self.wordWrap() and width > theme.px(420):
            layout, width = self._layout_for(theme.px(420))
        margins = self.contentsMargins()
        return QSize(
            int(width) + 1 + margins.left() + margins.right(),
            layout.lineCount() * theme.line_height(self._role) + margins.top() + margins.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        """Give the longest word when wrapping, else the whole line: text is never cut."""
        if not self.wordWrap():
            return self.sizeHint()
        metrics = QFontMetricsF(theme.font(self._role))
        longest = max((metrics.horizontalAdvance(word) for word in self._shown().split()), default=0.0)
        return QSize(int(min(longest, theme.px(220))) + 2, theme.line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width: when wrapping."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        layout, _ = self._layout_for(width - margins.left() - margins.right())
        return layout.lineCount() * theme.line_height(self._role) + margins.top() + margins.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        box = self.contentsRect()
        layout, width = self._layout_for(box.width() if self.wordWrap() else _FOREVER)
        height = layout.lineCount() * theme.line_height(self._role)
        flags = self.alignment()
        x, y = float(box.x()), float(box.y())
        if flags & Qt.AlignmentFlag.AlignVCenter:
            y += max(0, (box.height() - height) // 2)
        if not self.wordWrap():
            x += _slack_before(flags, box.width() - width, self.isRightToLeft())
        painter.setPen(theme.colour(self._colour if self.isEnabled() else "muted"))
        layout.draw(painter, QPointF(x, y))

    def _shown(self) -> str:
        """Give the text without the mnemonic's mark where the label belongs to a field."""
        if self.buddy() is None:
            return self.text()
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _layout_for(self, width: int) -> tuple[QTextLayout, float]:
        """Give the laid-out text and the width of its longest line."""
        key = (self._shown(), self._role, self._colour, self._spans, width, theme.percent(), theme.is_dark())
        if key in self._laid_out:
            return self._laid_out[key]
        layout = QTextLayout(self._shown().replace("\n", "\u2028"), theme.font(self._role))
        side = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        if self.isRightToLeft():  # a text layout mirrors nothing by itself
            side = _MIRRORED.get(side, side)
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_format(span) for span in self._spans])
        longest = fill_lines(layout, width, theme.line_height(self._role))
        if width == _FOREVER:  # else right-to-left text would lie at the far end of a very wide line
            fill_lines(layout, longest + 1, theme.line_height(self._role))
        if len(self._laid_out) >= _KEPT:
            self._laid_out.clear()
        self._laid_out[key] = layout, longest
        return layout, longest


_MIRRORED = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
}


def fill_lines(layout: QTextLayout, width: float, line_height: int) -> float:
    """Break `layout` into lines of `width` with a fixed height; give the width of the longest."""
    metrics = QFontMetricsF(layout.font())
    longest, y = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        baseline = y + (line_height - metrics.height()) / 2 + metrics.ascent()
        line.setPosition(QPointF(0, baseline - line.ascent()))
        longest = max(longest, line.naturalTextWidth())
        y += line_height
    layout.endLayout()
    return longest


def _slack_before(flags: Qt.AlignmentFlag, slack: float, right_to_left: bool) -> float:
    """Give how much of the free width lies before the text."""
    if flags & Qt.AlignmentFlag.AlignHCenter:
        return slack / 2
    return slack if bool(flags & Qt.AlignmentFlag.AlignRight) != right_to_left else 0


def _format(span: Span) -> QTextLayout.FormatRange:
    """Give Qt's format of a span."""
    made = QTextLayout.FormatRange()
    made.start, made.length = span.start, span.length
    look = made.format  # a QTextCharFormat; importing that class costs 4 ms at start
    if span.role is not None:
        look.setFont(theme.font(span.role))
    if span.colour is not None:
        look.setForeground(theme.colour(span.colour))
    if span.ground is not None:
        look.setBackground(theme.colour(span.ground))
    made.format = look
    return made
