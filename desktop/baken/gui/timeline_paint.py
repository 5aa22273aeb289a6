"""Paints a laid-out timeline: lanes, broken axis, months, marks, stacks, spans.

Only draws; it knows no events, no mouse and no keys. Every colour comes from the theme, so that dark and light
have the same geometry. Sizes are pixels at 100 %, multiplied by the text size.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from . import icons, theme
from .text import Language, format_month
from .timeline_layout import LANES, Item, Layout, Shape
from .tokens import Role, TypeRole

HEADER = 29  # px, the row with the months
LANE = 50  # px, one lane
_RADIUS = 10  # px, corners of the frame
_NOW_PILL = 22  # px, about half the width of the pill that says "now"
_FADE = 0.18  # part of an unsure span that fades at each end


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the painter needs besides the layout; `icons` and `inside` are by position in the layout's items."""

    layout: Layout
    left: float  # px, width of the column with the names of the lanes
    width: float
    language: Language
    lane_names: tuple[str, ...]
    lane_icons: tuple[str, ...]
    before_name: str
    now_name: str
    icons: tuple[str, ...]
    withdrawn: frozenset[int]  # positions of items that hold nothing but withdrawn pieces
    selected: int | None  # position of an item
    focused: bool


def total_height() -> int:
    """Give the height in pixels of the header and the five lanes."""
    return theme.px(HEADER) + len(LANES) * theme.px(LANE)


def lane_top(lane: int) -> int:
    """Give the upper edge of a lane in pixels."""
    return theme.px(HEADER) + lane * theme.px(LANE)


def item_rect(item: Item, left: float) -> QRectF:
    """Give the drawn edges of an item in pixels of the widget."""
    unit = theme.px(100) / 100
    half = 13 * unit
    middle = lane_top(item.lane) + theme.px(LANE) / 2
    return QRectF(left + item.x0 * unit, middle - half, (item.x1 - item.x0) * unit, 2 * half)


def paint(painter: QPainter, scene: Scene) -> None:
    """Paint the whole timeline from (0, 0)."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(0.5, 0.5, scene.width - 1, total_height() - 1), _RADIUS, _RADIUS)
    painter.fillPath(frame, theme.colour("base"))
    painter.save()
    painter.setClipPath(frame)
    _paint_ground(painter, scene)
    for position, item in enumerate(scene.layout.items):
        if item.shape is Shape.SPAN:
            _paint_span(painter, scene, item, position)
    for position, item in enumerate(scene.layout.items):
        if item.shape is Shape.MARK:
            _paint_mark(painter, scene, item, position)
        elif item.shape is Shape.STACK:
            _paint_stack(painter, scene, item, position)
    _paint_now(painter, scene)
    painter.restore()
    pen = QPen(theme.colour("accent" if scene.focused else "hair"), 2 if scene.focused else 1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = 1 if scene.focused else 0.5
    painter.drawRoundedRect(QRectF(inset, inset, scene.width - 2 * inset, total_height() - 2 * inset), _RADIUS, _RADIUS)


def _paint_ground(painter: QPainter, scene: Scene) -> None:
    """Paint lanes and their names, what lies before arrival, the zigzag, months and weeks."""
    unit, height, left = theme.px(100) / 100, total_height(), scene.left
    header = theme.px(HEADER)
    hair = QPen(theme.colour("hair"), 1)
    if scene.layout.before_width:
        edge = left + scene.layout.before_width * unit
        painter.fillRect(QRectF(left, header, edge - left, height - header), theme.colour("sunk"))
        _text(painter, scene.before_name, (left + 14, 0, header), "small_strong", "text")
    painter.setPen(hair)
    for lane in range(len(LANES)):
        top = lane_top(lane) + 0.5
        painter.drawLine(QPointF(0, top), QPointF(scene.width, top))
    painter.drawLine(QPointF(left + 0.5, 0), QPointF(left + 0.5, height))
    if scene.layout.end * unit + left < scene.width - 1:
        edge = left + scene.layout.end * unit
        painter.fillRect(QRectF(edge, header, scene.width - edge, height - header), theme.colour("sunk"))
    for x, _ in scene.layout.months:
        at = left + x * unit + 0.5
        painter.drawLine(QPointF(at, 0), QPointF(at, height))
    painter.setPen(QPen(theme.colour("hair"), 1, Qt.PenStyle.DotLine))
    for x in scene.layout.weeks:
        at = left + x * unit + 0.5
        painter.drawLine(QPointF(at, header), QPointF(at, height))
    _paint_month_names(painter, scene, unit, header)
    if scene.layout.before_width:
        _paint_break(painter, left + scene.layout.before_width * unit, height)
    if scene.layout.end * unit + left < scene.width - 1:
        _paint_break(painter, left + scene.layout.end * unit, height)
    for lane, name in enumerate(scene.lane_names):
        top = lane_top(lane)
        size = theme.px(16)
        icons.draw(painter, scene.lane_icons[lane], "muted", 16, top + (theme.px(LANE) - size) / 2, size=size)
        _text(painter, name, (16 + size + 9, top, theme.px(LANE)), "chip", "text")


def _paint_month_names(painter: QPainter, scene: Scene, unit: float, header: int) -> None:
    """Write each month where it fits, in full where there is room; the year with January and the first."""
    months = scene.layout.months
    metrics_font = theme.font("small_strong")
    painter.setFont(metrics_font)
    for position, (x, month) in enumerate(months):
        end = months[position + 1][0] if position + 1 < len(months) else scene.layout.end
        if scene.layout.now is not None and x < scene.layout.now < end:
            end = scene.layout.now - _NOW_PILL
        room = (end - x) * unit - 12
        for short in (False, True):
            name = format_month(month.month, scene.language, short=short)
            if position and month.month == 1:
                name = f"{name} {month.year}"
            if painter.fontMetrics().horizontalAdvance(name) <= room:
                _text(painter, name, (scene.left + x * unit + 7, 0, header), "small_strong", "text")
                break


def _paint_break(painter: QPainter, x: float, height: int) -> None:
    """Draw the zigzag of the broken axis."""
    points = [QPointF(x + (4 if step % 2 else -1), step * 7.0) for step in range(height // 7 + 2)]
    painter.setPen(QPen(theme.colour("line"), 1.25))
    painter.drawPolyline(QPolygonF(points))


def _paint_span(painter: QPainter, scene: Scene, item: Item, position: int) -> None:
    rect = item_rect(item, scene.left).adjusted(0.5, 0.5, -0.5, -0.5)
    chosen = position == scene.selected
    stays = LANES[item.lane] == "verplaatsing" and rect.width() > theme.px(60)
    fill = theme.colour("selection" if stays or chosen else "sunk")
    edge = theme.colour("accent" if stays or chosen else "line")
    brush, pen = QBrush(fill), QPen(edge, 2 if chosen else 1)
    if item.fuzzy:
        brush = QBrush(_faded(fill, rect))
        pen = QPen(QBrush(_faded(edge, rect)), 1.25, Qt.PenStyle.DashLine)
    painter.setBrush(brush)
    painter.setPen(pen)
    painter.drawRoundedRect(rect, min(6.0, rect.width() / 2), 6)
    _paint_span_label(painter, scene, item, position, rect)


def _paint_span_label(painter: QPainter, scene: Scene, item: Item, position: int, rect: QRectF) -> None:
    """Write the words that the layout found room for, else only the icon, else nothing; the list has every word."""
    size = theme.px(14)
    with_icon = 0 if item.before_arrival else size + 6
    middle = rect.center().y()
    if item.label and item.label_x is None:
        if with_icon:
            icons.draw(painter, scene.icons[position], "muted", rect.x() + 7, middle - size / 2, size=size)
        _text(painter, item.label, (rect.x() + 7 + with_icon, rect.y(), rect.height()), "chip", "text")
        return
    _paint_beside(painter, scene, item, rect)
    if rect.width() >= size + 4:
        x = rect.center().x() - size / 2
        icons.draw(painter, scene.icons[position], "muted", x, middle - size / 2, size=size)


def _paint_mark(painter: QPainter, scene: Scene, item: Item, position: int) -> None:
    rect = item_rect(item, scene.left).adjusted(0.75, 0.75, -0.75, -0.75)
    chosen = position == scene.selected
    if chosen:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("base"))
        painter.drawEllipse(rect.adjusted(-3, -3, 3, 3))
    is_gone = position in scene.withdrawn
    line = Qt.PenStyle.DashLine if is_gone else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 1.5, line))
    painter.setBrush(theme.colour("base" if is_gone else "accent" if chosen else "base"))
    painter.drawEllipse(rect)
    size = theme.px(16)
    colour: Role = "muted" if is_gone else "on_accent" if chosen else "text"
    icons.draw(
        painter, scene.icons[position], colour, rect.center().x() - size / 2, rect.center().y() - size / 2, size=size
    )
    _paint_beside(painter, scene, item, rect)


def _paint_beside(painter: QPainter, scene: Scene, item: Item, rect: QRectF) -> None:
    """Write the words beside an item, where the layout found room for them."""
    if item.label_x is not None:
        unit = theme.px(100) / 100
        _text(painter, item.label, (scene.left + item.label_x * unit, rect.y(), rect.height()), "small", "muted")


def _paint_stack(painter: QPainter, scene: Scene, item: Item, position: int) -> None:
    chosen = position == scene.selected
    front = item_rect(item, scene.left).adjusted(0.5, 1.5, -8.5, 1.5)
    radius = front.height() / 2
    is_gone = position in scene.withdrawn
    line = Qt.PenStyle.DashLine if is_gone else Qt.PenStyle.SolidLine
    for step in (2, 1, 0):
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen and not step else 1.25, line))
        painter.setBrush(theme.colour("selection" if chosen else "base"))
        painter.drawRoundedRect(front.translated(3 * step, -3 * step), radius, radius)
    size = theme.px(16)
    icons.draw(
        painter,
        scene.icons[position],
        "muted" if is_gone else "text",
        front.x() + 8,
        front.center().y() - size / 2,
        size=size,
    )
    _text(painter, item.label, (front.x() + 8 + size + 5, front.y(), front.height()), "chip", "text")


def _paint_now(painter: QPainter, scene: Scene) -> None:
    """Draw the present day over everything else."""
    if scene.layout.now is None:
        return
    x = scene.left + scene.layout.now * theme.px(100) / 100
    painter.setFont(theme.font("meta_strong"))
    width = painter.fontMetrics().horizontalAdvance(scene.now_name) + 14
    height = theme.px(17)
    top = (theme.px(HEADER) - height) / 2 + 2
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.drawLine(QPointF(x, top + height), QPointF(x, total_height()))
    pill = QRectF(min(x - width / 2, scene.width - width - 4), top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, scene.now_name)


def _faded(colour: QColor, rect: QRectF) -> QLinearGradient:
    """Give a gradient that lets both ends of an unsure span fade."""
    clear = QColor(colour)
    clear.setAlphaF(0.25)
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    for at, shade in ((0.0, clear), (_FADE, colour), (1 - _FADE, colour), (1.0, clear)):
        gradient.setColorAt(at, shade)
    return gradient


def _text(painter: QPainter, text: str, at: tuple[float, float, float], font: TypeRole, colour: Role) -> None:
    """Write one line; `at` is left, top and height in pixels."""
    painter.setFont(theme.font(font))
    painter.setPen(theme.colour(colour))
    width = painter.fontMetrics().horizontalAdvance(text) + 2
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    left, top, height = at
    painter.drawText(QRectF(left, top, width, height), flags, text)
