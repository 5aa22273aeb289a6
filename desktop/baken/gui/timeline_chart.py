"""The drawn timeline: chosen by mouse or with the arrow keys, zoomed with + and −.

Its list twin (F6) holds the same events for whoever cannot see the drawing; the chart itself is one stop for
assistive technology, named with what is chosen. Takes plain events, emits their ids.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from baken.model.views import TimelineEvent

from . import language, theme
from .labels import kind_icon
from .said import say_when
from .text import first_line
from .timeline_labels import brief
from .timeline_layout import Layout, Shape, place
from .timeline_paint import Scene, item_rect, paint, total_height
from .timeline_period import View, opening_view, whole_view, zoomed
from .timeline_span import span_of
from .timeline_words import name_months, name_range

_LANE_ICONS = ("smile", "arrow-left-right", "route", "zap", "map-pin-off")
_LABEL_PADDING = 16 + 16 + 9 + 10  # px, around the name of a lane and its icon
_STEP = 0.6  # one zoom step
_EMPTY = Layout(items=(), months=(), weeks=(), before_width=0.0, axis=0.0, end=0.0, now=None, unplaced=())


def event_icon(event: TimelineEvent) -> str:
    """Name the icon of an event: own words first, then the kind, then what it is."""
    if event.what == "placement":
        return "bed"
    if event.what == "disclosure":
        return "send"
    if event.has_quote:
        return "quote"
    if event.kind is not None:
        return kind_icon(event.kind)
    return {"route": "flag", "missing": "map-pin-off"}.get(event.what, "eye")


class TimelineChart(QWidget):
    """Five lanes of events."""

    event_chosen = Signal(str)
    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[TimelineEvent, ...] = ()
        self._told_events: dict[str, TimelineEvent] = {}
        self._today = 0.0
        self._whole = View(first=1.0, last=31.0)
        self._view = self._whole
        self._is_opening = True
        self._chosen = ""
        self._layout = _EMPTY
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def start_over(self) -> None:
        """Forget what was chosen, and open the next events on the days that suit them."""
        self._chosen = ""
        self._is_opening = True

    def show_events(self, events: Sequence[TimelineEvent], *, arrival: str, today: float) -> None:
        """Draw `events`, oldest first; `today` is a day number of `timeline_span`. Keeps the days that are in view."""
        self._told_events = {str(event.id): event for event in events}
        self._events = tuple(msgspec.structs.replace(event, label=brief(event.label)) for event in events)
        self._today = today
        self._whole = whole_view(self._events, arrival, today)
        if self._is_opening:
            self._view = opening_view(self._events, self._whole, today)
            self._is_opening = not events
        self._lay_out()

    def choose(self, event_id: str) -> None:
        """Show one event as chosen, moving the view to it where needed; emits nothing."""
        self._chosen = event_id
        chosen = self._chosen_event()
        span = None if chosen is None or chosen.before_arrival else span_of(chosen.when)
        if span is not None and not self._view.first <= span.middle <= self._view.last:
            self._view = zoomed(self._view, self._whole, 1.0, span.middle)
            self._lay_out()
        self._describe()
        self.update()

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) event in time and emit it; stops at both ends."""
        if not self._events:
            return
        ids = [str(event.id) for event in self._events]
        position = ids.index(self._chosen) + by if self._chosen in ids else (0 if by > 0 else len(ids) - 1)
        if 0 <= position < len(ids):
            self.choose(ids[position])
            self.event_chosen.emit(ids[position])

    def zoom(self, steps: int) -> None:
        """Look closer (above 0) or further away; what is chosen, or else the present day, keeps its place."""
        chosen = self._chosen_event()
        span = None if chosen is None or chosen.before_arrival else span_of(chosen.when)
        around = self._today if span is None else span.middle
        self._view = zoomed(self._view, self._whole, _STEP**steps, around)
        self._lay_out()

    def layout_of_events(self) -> Layout:
        """Give where everything lies, for the painter and for finding what was pressed."""
        return self._layout

    def months_in_sight(self) -> str:
        """Give the months shown, in words."""
        months = self._layout.months
        return name_months(months[0][1], months[-1][1], language.current()) if months else ""

    def retranslate(self) -> None:
        """Say again, in the language in use, what the chart is and what is chosen."""
        self._lane_names = (
            self.tr("Behaviour"),
            self.tr("Moving"),
            self.tr("Route"),
            self.tr("Incident"),
            self.tr("Missing"),
        )
        self.setAccessibleName(self.tr("Timeline"))
        self._describe()
        self._lay_out()

    def restyle(self) -> None:
        """Take over colours and text size."""
        self.updateGeometry()
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Give a comfortable size; the height is that of the lanes."""
        return QSize(theme.px(720), total_height())

    def minimumSizeHint(self) -> QSize:
        """Give the narrowest width in which the lanes are still readable."""
        return QSize(theme.px(320), total_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint everything."""
        layout = self._layout
        item_icons = tuple(
            "layers" if item.shape is Shape.STACK else event_icon(self._events[item.events[0]]) for item in layout.items
        )
        painter = QPainter(self)
        paint(
            painter,
            Scene(
                layout=layout,
                left=self.lanes_width(),
                width=self.width(),
                language=language.current(),
                lane_names=self._lane_names,
                lane_icons=_LANE_ICONS,
                before_name=self.tr("before arrival"),
                now_name=self.tr("now"),
                icons=item_icons,
                withdrawn=frozenset(
                    position
                    for position, item in enumerate(layout.items)
                    if all(self._events[index].withdrawn for index in item.events)
                ),
                selected=self._chosen_item(),
                focused=self.hasFocus(),
            ),
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, zoom with + and −."""
        match event.key():
            case Qt.Key.Key_Left:
                self.step(-1)
            case Qt.Key.Key_Right:
                self.step(1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed; pressing a stack again goes to its next event."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        position = self._item_at(event.position().x(), event.position().y())
        if position is None:
            return
        members = self._layout.items[position].events
        ids = [str(self._events[index].id) for index in members]
        after = ids[(ids.index(self._chosen) + 1) % len(ids)] if self._chosen in ids else ids[0]
        self.choose(after)
        self.event_chosen.emit(after)

    def event(self, event: QEvent) -> bool:
        """Tell date and label of what the mouse points at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self._item_at(event.pos().x(), event.pos().y())
            if position is not None:
                told = [self._told(self._events[index]) for index in self._layout.items[position].events]
                QToolTip.showText(event.globalPos(), "\n".join(told), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _describe(self) -> None:
        """Tell assistive technology what is chosen, or how to choose."""
        chosen = self._chosen_event()
        self.setAccessibleDescription(
            self.tr("Arrow keys choose; F6 shows the same as a list.") if chosen is None else self._told(chosen)
        )

    def _told(self, event: TimelineEvent) -> str:
        whole = first_line(self._told_events[str(event.id)].label.replace("\n", ", "))
        told = f"{say_when(event.when)}: {whole}"
        return self.tr("{told} (withdrawn)").format(told=told) if event.withdrawn else told

    def _chosen_event(self) -> TimelineEvent | None:
        return next((event for event in self._events if event.id == self._chosen), None)

    def _chosen_item(self) -> int | None:
        for position, item in enumerate(self._layout.items):
            if any(self._events[index].id == self._chosen for index in item.events):
                return position
        return None

    def _item_at(self, x: float, y: float) -> int | None:
        """Find the item under a point; marks and stacks lie above spans."""
        hits = [
            position
            for position, item in enumerate(self._layout.items)
            if item_rect(item, self.lanes_width()).adjusted(-1, -1, 1, 1).contains(x, y)
        ]
        return min(hits, key=lambda hit: self._layout.items[hit].shape is Shape.SPAN, default=None)

    def lanes_width(self) -> float:
        """Give the width in pixels of the column with the names of the lanes."""
        metrics = QFontMetricsF(theme.font("chip"))
        return max(metrics.horizontalAdvance(name) for name in self._lane_names) + theme.px(_LABEL_PADDING)

    def _lay_out(self) -> None:
        unit = theme.px(100) / 100
        chip = QFontMetricsF(theme.font("chip"))
        self._layout = place(
            self._events,
            view=self._view,
            whole=self._whole,
            today=self._today,
            width=max((self.width() - self.lanes_width()) / unit, 200.0),
            measure=lambda text: chip.horizontalAdvance(text) / unit,
            name_range=lambda events: name_range(events, language.current()),
        )
        self.view_changed.emit()
        self.update()
