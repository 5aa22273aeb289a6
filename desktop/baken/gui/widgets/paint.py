"""Rounded boxes and focus rings, painted sharp on whole pixels."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from baken.gui import theme
from baken.gui.tokens import Role

LEADING: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
"""Where a word stands in its room: Qt takes "left" for the side where reading begins, and mirrors it by itself."""


def box(
    painter: QPainter,
    area: QRectF,
    radius: float,
    *,
    fill: Role | QColor | None = None,
    edge: Role | None = None,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """Paint a rounded box inside `area`; the edge lies wholly within it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else _colour(fill))
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, radius, radius)
        return
    pen = QPen(theme.colour(edge), width)
    if dashed:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.2, 2.4])
    painter.setPen(pen)
    inset = width / 2
    inside = area.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inside, radius - inset, radius - inset)


def ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """Paint the 2 px focus ring just inside `area`."""
    box(painter, area, radius, edge="accent", width=2)


def _colour(fill: Role | QColor) -> QColor:
    return fill if isinstance(fill, QColor) else theme.colour(fill)
