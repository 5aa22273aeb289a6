"""A picture or a page in an area that scrolls: as large as fits, up to twice its own size.

Arrows scroll; who shows it binds the keys that zoom. It paints what is in sight, from the copy that is nearest in size.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from . import theme
from .attached_content import Look
from .widgets.focus_ring import FocusRing, is_keyboard_focus
from .widgets.scroll import use_slim_bars

STEPS: Final = (0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0)
_LEAST_HEIGHT: Final = 260  # px at 100 %


class _Canvas(QWidget):
    """The picture at one size."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: tuple[QImage, ...] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the part that is in sight."""
        if not self.sizes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        part = QRectF(event.rect())
        painter.fillRect(part, theme.colour("paper"))
        wanted = self.width() * self.devicePixelRatioF()
        image = next((size for size in reversed(self.sizes) if size.width() >= wanted), self.sizes[0])
        across, down = image.width() / self.width(), image.height() / self.height()
        source = QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)
        painter.drawImage(part, image, source)


class PictureView(QScrollArea):
    """Shows a `Look`; `zoomed` tells the size in per cent, and whether it is that which fits."""

    zoomed = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = _Canvas()
        self._scale = 1.0
        self._zoom = 0.0  # as large as fits
        self._ring: FocusRing | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        use_slim_bars(self)
        self.setWidget(self._canvas)
        self.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)

    @property
    def percent(self) -> int:
        """How large it is shown now."""
        return round(self._shown() * 100)

    def show_look(self, look: Look) -> None:
        """Show another picture from its top, at the size that was chosen."""
        self._canvas.sizes, self._scale = look.sizes, look.scale
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Hold no picture any more; the next one is shown as it fits."""
        self._canvas.sizes, self._zoom = (), 0.0
        self._arrange()

    def fit(self) -> None:
        """Show all of it."""
        self._set_zoom(0.0)

    def look_closer(self) -> None:
        """Go one step larger, up to twice its size."""
        self._set_zoom(next((step for step in STEPS if step > self._shown() + 0.005), STEPS[-1]))

    def look_away(self) -> None:
        """Go one step smaller, and no smaller than a tenth of its size."""
        self._set_zoom(next((step for step in reversed(STEPS) if step < self._shown() - 0.005), STEPS[0]))

    def minimumSizeHint(self) -> QSize:
        """Give room in which something can be seen."""
        return QSize(theme.px(120), theme.px(_LEAST_HEIGHT))

    def sizeHint(self) -> QSize:
        """Give a comfortable size; it grows with the page."""
        return QSize(theme.px(480), theme.px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Let the ring follow; Qt tells an area of its own moves nowhere else."""
        done = super().event(event)
        if self._ring is not None and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._ring.follow(self)
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y() > 0:
            self.look_closer()
        elif event.angleDelta().y() < 0:
            self.look_away()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        if is_keyboard_focus(event) and self._ring is None:
            self._ring = FocusRing(self, 4)
            self._ring.follow(self)  # showing the ring settles the layout, which may have moved this just now

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.deleteLater()
            self._ring = None

    def _set_zoom(self, zoom: float) -> None:
        """Change the size around what stands in the middle."""
        view = self.viewport().size()
        middle = self._canvas.mapFrom(self.viewport(), QPoint(view.width() // 2, view.height() // 2))
        before = max(self._shown(), 0.001)
        self._zoom = zoom
        self._arrange()
        factor = self._shown() / before
        for bar, at, half in (
            (self.horizontalScrollBar(), middle.x(), view.width() // 2),
            (self.verticalScrollBar(), middle.y(), view.height() // 2),
        ):
            bar.setValue(round(at * factor) - half)

    def _shown(self) -> float:
        """Give the size in parts of its own; what fits is not larger than that."""
        if self._zoom or not self._canvas.sizes:
            return self._zoom or 1.0
        own, room = self._own(), self.maximumViewportSize()
        return min(room.width() / own.width(), room.height() / own.height(), 1.0)

    def _own(self) -> QSize:
        image = self._canvas.sizes[0]
        return QSize(max(round(image.width() * self._scale), 1), max(round(image.height() * self._scale), 1))

    def _arrange(self) -> None:
        if self._canvas.sizes:
            own, shown = self._own(), self._shown()
            self._canvas.resize(max(round(own.width() * shown), 1), max(round(own.height() * shown), 1))
        else:
            self._canvas.resize(1, 1)
        self._canvas.update()
        self.zoomed.emit(self.percent, not self._zoom)
