"""Where every mark, stack and span of a timeline comes to lie, in pixels from the left of the drawing area.

The layout promises that every event given to it is on exactly one item or named as unplaced, that marks and
stacks of a lane never overlap, and that what happened before arrival stands apart, in order, off the scale.
No Qt, no clock: widths of texts and the present day are given. It never counts: a stack carries its dates.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from baken.model.views import TimelineEvent

from .timeline_labels import fitting_words
from .timeline_period import View
from .timeline_span import Span, month_start, next_month, span_of

LANES = ("gedrag", "verplaatsing", "route", "incident", "vermissing")
"""The five lanes from top to bottom; an event of another lane is drawn in the first."""

MARK = 26.0  # px, diameter of a round mark (looks/README.md, Timeline)
GAP = 4.0  # px, least distance between two items of one lane
BREAK = 24.0  # px, room for the broken axis
_MARK_DAYS = 1.5  # what is known to a day, a night or an hour is a mark; longer is a span
_THIN = 8.0  # px, narrowest span
_STACK_PADDING = 46.0  # px around the dates of a stack: icon, insets and the two outlines behind
_LABEL_GAP = 6.0  # px between a mark and its label
_ICON_ROOM = 20.0  # px, an icon inside a span and its gap
_INSIDE = 14.0  # px left and right of what stands in a span
AFTER = 64.0  # px at the right where the present day lies behind a break
_BEFORE_PADDING = 22.0  # px around a label before arrival, the gap included
_BEFORE_PART = 0.34  # of the width, at most, for what happened before arrival
_BEFORE_INSET = 12.0  # px left and right of the row before arrival


class Shape(Enum):
    """How an item is drawn."""

    MARK = "mark"
    STACK = "stack"
    SPAN = "span"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One drawn thing: `events` are positions in the list that was laid out; `x0` and `x1` its edges."""

    shape: Shape
    lane: int
    x0: float
    x1: float
    events: tuple[int, ...]
    label: str = ""
    label_x: float | None = None  # left edge of a label beside the item; None when it does not fit or stands inside
    fuzzy: bool = False
    before_arrival: bool = False

    @property
    def centre(self) -> float:
        """The middle of the item."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A timeline ready to be painted.

    The scale runs from `axis` to `end`; `now` is where the present day lies, behind a second break when it is beyond
    `end`.
    """

    items: tuple[Item, ...]
    months: tuple[tuple[float, date], ...]
    weeks: tuple[float, ...]
    before_width: float
    axis: float
    end: float
    now: float | None
    unplaced: tuple[int, ...]


def place(
    events: Sequence[TimelineEvent],
    *,
    view: View,
    whole: View,
    today: float,
    width: float,
    measure: Callable[[str], float],
    name_range: Callable[[Sequence[TimelineEvent]], str],
) -> Layout:
    """Lay `events` out over `width` pixels.

    `measure` gives the width in pixels of a text; `name_range` the dates of several events in words.
    """
    before = [index for index, event in enumerate(events) if event.before_arrival]
    show_before = bool(before) and view.first <= whole.first
    before_width = min(width * _BEFORE_PART, _before_need(events, before, measure)) if show_before else 0.0
    axis = before_width + (BREAK if show_before else 0.0)
    is_before_now = today > view.last
    end = width - AFTER if is_before_now else width
    scale = _Scale(view=view, axis=axis, width=end)
    items: list[Item] = []
    unplaced: list[int] = []
    if show_before:
        items += _place_before(events, before, before_width, measure)
    else:
        unplaced += before
    for lane in range(len(LANES)):
        marks, spans, lost = _split(events, lane, scale, today)
        unplaced += lost
        stacked = _stacked(marks, events, scale, measure, name_range)
        if LANES[lane] == "vermissing":  # short stretches, whose words stand beside them as those of marks do
            items += _labelled(sorted([*spans, *stacked], key=lambda item: item.x0), lane, scale, measure)
        else:
            items += [_worded(span, measure) for span in spans]
            items += _labelled(stacked, lane, scale, measure)
    return Layout(
        items=tuple(sorted(items, key=lambda item: (item.lane, item.x0))),
        months=scale.months(),
        weeks=scale.weeks(),
        before_width=before_width,
        axis=axis,
        end=end,
        now=width - AFTER / 2 + BREAK / 2 if is_before_now else scale.x(today) if view.first <= today else None,
        unplaced=tuple(unplaced),
    )


@dataclass(frozen=True, kw_only=True)
class _Scale:
    """Days to pixels."""

    view: View
    axis: float
    width: float

    def x(self, day: float) -> float:
        part = (day - self.view.first) / (self.view.last - self.view.first)
        return self.axis + part * (self.width - self.axis)

    def clamp(self, x: float) -> float:
        return min(max(x, self.axis), self.width)

    def months(self) -> tuple[tuple[float, date], ...]:
        found = []
        month = month_start(self.view.first)
        while month.toordinal() < self.view.last:
            found.append((max(self.x(float(month.toordinal())), self.axis), month))
            month = next_month(month)
        return tuple(found)

    def weeks(self) -> tuple[float, ...]:
        """List every Monday, left out where they would stand closer than 16 px."""
        if self.x(7.0) - self.x(0.0) < 16:
            return ()
        monday = int(self.view.first) + (1 - int(self.view.first)) % 7
        days = range(monday, int(self.view.last) + 1, 7)
        return tuple(self.x(float(day)) for day in days if self.view.first <= day <= self.view.last)


def _lane_of(event: TimelineEvent) -> int:
    return LANES.index(event.lane) if event.lane in LANES else 0


def _before_need(events: Sequence[TimelineEvent], before: list[int], measure: Callable[[str], float]) -> float:
    """Give the pixels that the fullest lane before arrival would like."""
    need = [_BEFORE_INSET] * len(LANES)
    for index in before:
        need[_lane_of(events[index])] += measure(events[index].label) + _BEFORE_PADDING
    return max(140.0, *need)


def _place_before(
    events: Sequence[TimelineEvent], before: list[int], width: float, measure: Callable[[str], float]
) -> list[Item]:
    """Give slots in order of time, as wide as their labels: the distance between them means nothing there."""
    items = []
    for lane in range(len(LANES)):
        mine = [index for index in before if _lane_of(events[index]) == lane]
        wishes = [measure(events[index].label) + _BEFORE_PADDING for index in mine]
        shrink = min(1.0, (width - _BEFORE_INSET) / sum(wishes)) if wishes else 1.0
        x0 = 8.0
        by_time = sorted(zip(mine, wishes, strict=True), key=lambda each: _when_key(events[each[0]]))
        for index, wish in by_time:
            span = span_of(events[index].when)
            slot = wish * shrink - GAP
            items.append(
                Item(
                    shape=Shape.SPAN,
                    lane=lane,
                    x0=x0,
                    x1=x0 + slot,
                    events=(index,),
                    label=_inside(events[index].label, slot - _INSIDE, measure),
                    fuzzy=span is None or span.fuzzy,
                    before_arrival=True,
                )
            )
            x0 += wish * shrink
    return items


def _inside(label: str, room: float, measure: Callable[[str], float], *, is_name: bool = True) -> str:
    """Give the words of a label that fit into some room, which may be none."""
    return fitting_words(label, lambda words: measure(words) <= room, is_name=is_name)


def _worded(span: Item, measure: Callable[[str], float]) -> Item:
    """Give a span with the words that fit into it beside its icon."""
    return replace(span, label=_inside(span.label, span.x1 - span.x0 - _INSIDE - _ICON_ROOM, measure))


def _when_key(event: TimelineEvent) -> float:
    span = span_of(event.when)
    return 0.0 if span is None else span.start


def _split(
    events: Sequence[TimelineEvent], lane: int, scale: _Scale, today: float
) -> tuple[list[tuple[float, int]], list[Item], list[int]]:
    """Sort a lane into marks (centre, position), spans, and events outside the view or without a date."""
    marks: list[tuple[float, int]] = []
    spans: list[Item] = []
    lost: list[int] = []
    for index, event in enumerate(events):
        if event.before_arrival or _lane_of(event) != lane:
            continue
        span = span_of(event.when)
        if span is not None and event.what == "placement":
            span = _stay(span, event, today)
        if span is None or span.end < scale.view.first or span.start > scale.view.last:
            lost.append(index)
        elif event.what in {"placement", "missing"} or span.fuzzy or span.end - span.start > _MARK_DAYS:
            x0 = scale.clamp(scale.x(span.start))
            x1 = max(scale.clamp(scale.x(span.end)), x0 + _THIN)
            spans.append(
                Item(
                    shape=Shape.SPAN,
                    lane=lane,
                    x0=x0,
                    x1=x1,
                    events=(index,),
                    label=event.label,
                    fuzzy=span.fuzzy,
                )
            )
        else:
            low, high = scale.axis + MARK / 2, scale.width - MARK / 2
            marks.append((min(max(scale.x(span.middle), low), high), index))
    return sorted(marks), spans, lost


def _stay(span: Span, event: TimelineEvent, today: float) -> Span:
    """End a stay on the day of moving, which already belongs to the next; without an end it runs until now."""
    end = today if event.when.end is None else span.end - 1
    return Span(start=span.start, end=max(end, span.start), fuzzy=span.fuzzy)


@dataclass(kw_only=True)
class _Group:
    """Marks that are drawn as one: centres of the first and last, positions, and those that began first and last.

    A group of thousands grows by one mark at a time, so that nothing here may walk through all of them.
    """

    first: float
    last: float
    members: list[int]
    earliest: int
    latest: int
    x0: float = 0.0
    x1: float = 0.0
    label: str = ""


def _stacked(
    marks: list[tuple[float, int]],
    events: Sequence[TimelineEvent],
    scale: _Scale,
    measure: Callable[[str], float],
    name_range: Callable[[Sequence[TimelineEvent]], str],
) -> list[Item]:
    """Turn marks into items; those that would touch become one stack, which may swallow its neighbours."""
    groups: list[_Group] = []
    for x, index in marks:
        group = _Group(first=x, last=x, members=[index], earliest=index, latest=index)
        group.x0, group.x1, group.label = x - MARK / 2, x + MARK / 2, events[index].label
        while groups and groups[-1].x1 + GAP > group.x0:
            before = groups.pop()
            _join(before, group, events)
            group = before
            group.label = name_range([events[group.earliest], events[group.latest]])
            half = (measure(group.label) + _STACK_PADDING) / 2
            centre = (group.first + group.last) / 2
            centre = min(max(centre, scale.axis + half), max(scale.width - half, scale.axis + half))
            group.x0, group.x1 = centre - half, centre + half
        groups.append(group)
    return [
        Item(
            shape=Shape.MARK if len(group.members) == 1 else Shape.STACK,
            lane=_lane_of(events[group.members[0]]),
            x0=group.x0,
            x1=group.x1,
            events=tuple(group.members),
            label=group.label,
        )
        for group in groups
    ]


def _join(group: _Group, later: _Group, events: Sequence[TimelineEvent]) -> None:
    """Take the marks of the next group in."""
    group.last = later.last
    group.members += later.members
    group.earliest = min(group.earliest, later.earliest, key=lambda index: _when_key(events[index]))
    group.latest = max(group.latest, later.latest, key=lambda index: _when_key(events[index]))


def _labelled(items: list[Item], lane: int, scale: _Scale, measure: Callable[[str], float]) -> list[Item]:
    """Give marks of the quieter lanes, and spans too short for words, their label to the right, else to the left."""
    if LANES[lane] == "gedrag":
        return items
    done: list[Item] = []
    for position, item in enumerate(items):
        worded = _worded(item, measure) if item.shape is Shape.SPAN else item
        if item.shape is Shape.STACK or not item.label or (item.shape is Shape.SPAN and worded.label):
            done.append(worded)
            continue
        room_right = items[position + 1].x0 if position + 1 < len(items) else scale.width
        room_left = done[-1].x1 if done else scale.axis
        if done and done[-1].label_x is not None and done[-1].label_x > done[-1].x1:
            room_left = done[-1].label_x + measure(done[-1].label)
        label, label_x = _beside(item, room_left, room_right, measure)
        done.append(replace(item, label=label, label_x=label_x))
    return done


def _beside(
    item: Item, room_left: float, room_right: float, measure: Callable[[str], float]
) -> tuple[str, float | None]:
    """Give the words beside a mark and their left edge: at the side where more of them fit, the right one first."""
    is_name = item.shape is Shape.SPAN
    right = _inside(item.label, room_right - item.x1 - _LABEL_GAP - GAP, measure, is_name=is_name)
    left = _inside(item.label, item.x0 - room_left - _LABEL_GAP - GAP, measure, is_name=is_name)
    if right and len(right) >= len(left):
        return right, item.x1 + _LABEL_GAP
    if left:
        return left, item.x0 - _LABEL_GAP - measure(left)
    return "", None
