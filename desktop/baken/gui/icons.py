"""Lucide icons, drawn in a text colour and crisp at every scale factor.

`draw` paints at device pixels, so 125 and 150 % stay sharp. Stroke 1.75, and 2 below 16 px. An unknown name is a
bug and raises. Icons never carry meaning alone: a word stands beside each.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from baken.errors import BugError

from . import theme
from .shipped import resource_root
from .tokens import Role


def icon(name: str, role: Role = "text", size: int = 18) -> QIcon:
    """Give an icon for Qt's own widgets, at one and two device pixels per pixel."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(name, theme.colour(role), theme.px(size), ratio))
    return made


def pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Give `name` as a square of `size` logical pixels."""
    return _pixmap(name, colour.name(), size, ratio)


def draw(painter: QPainter, name: str, role: Role, x: float, y: float, *, size: int) -> None:
    """Paint `name` with its top left corner at (x, y), `size` logical pixels square."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QRectF(x, y, size, size).toRect(), pixmap(name, theme.colour(role), size, ratio))


@cache
def _source(name: str) -> str:
    file = resource_root() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise BugError(f"no icon {name}")
    return file.read_text("utf-8")


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    stroke = "1.75" if size >= theme.px(16) else "2"
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    device = round(size * ratio)
    image = QPixmap(QSize(device, device))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, device, device))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
