"""Which days a timeline shows: all of the stay, those it opens on, and closer or further away. No Qt, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from baken.model.views import TimelineEvent

from .timeline_span import day_of, month_start, span_of

_DAYS_AHEAD = 7.0  # days shown after the present day
_PERIODS = (70.0, 56.0, 42.0, 28.0, 21.0, 14.0, 7.0)  # days, the widest first
_MARKS = 28.0  # marks that fit beside each other in a window of 1366 px
_MARKS_BESIDE = 17.0  # the same, where what happened before arrival is shown too
_MARGIN = 0.05  # of a period, left free after its last piece
_CLOSEST = 7.0  # days


@dataclass(frozen=True, kw_only=True)
class View:
    """The days shown, first and last, as day numbers of `timeline_span`."""

    first: float
    last: float


def whole_view(events: Sequence[TimelineEvent], arrival: str, today: float) -> View:
    """Give the view of the whole stay: from the month of arrival (or of the first event after it) to now."""
    starts = [span.start for event in events if not event.before_arrival and (span := span_of(event.when))]
    arrived = day_of(arrival)
    first = min([arrived] if arrived is not None else starts, default=today - 30)
    first = min([first, *(start for start in starts if start >= first - 31)], default=first)
    return View(first=float(month_start(first).toordinal()), last=max([today, *starts]) + _DAYS_AHEAD)


def opening_view(events: Sequence[TimelineEvent], whole: View, today: float) -> View:
    """Give the days on which the timeline opens: up to ten weeks before the latest piece, fewer where it was busy.

    It is the widest period of which at least half the pieces can be drawn apart. It ends at now when the latest piece
    is recent for such a period, else just after that piece. Where only a few days of the stay would be left out, it
    begins with the stay.
    """
    pieces = sorted(
        span.middle
        for event in events
        if event.what == "observation" and not event.before_arrival and (span := span_of(event.when)) is not None
    )
    if not pieces:
        return whole
    latest = pieces[-1]
    has_before = any(event.before_arrival for event in events)
    for days in _PERIODS:
        first = latest - days
        is_from_start = first - whole.first <= _DAYS_AHEAD
        if _stand_apart(pieces, days, _MARKS_BESIDE if is_from_start and has_before else _MARKS):
            break
    is_recent = today - latest <= days / 2
    last = (today if is_recent else latest) + days * _MARGIN
    return View(
        first=whole.first if is_from_start else first,
        last=max(min(last, whole.last), whole.first + _CLOSEST),
    )


def _stand_apart(pieces: Sequence[float], days: float, marks: float) -> bool:
    """Whether at least half of the pieces within `days` of the latest have room, where `marks` fit in these days.

    Pieces of a few hours are one here: no period would draw them apart.
    """
    near = [piece for piece in pieces if piece >= pieces[-1] - days]
    near = [near[0], *(after for before, after in pairwise(near) if after - before >= _CLOSEST / _MARKS)]
    room = days / marks
    gaps = [float("inf"), *(after - before for before, after in pairwise(near)), float("inf")]
    apart = sum(before >= room and after >= room for before, after in pairwise(gaps))
    return 2 * apart >= len(near)


def zoomed(view: View, whole: View, factor: float, around: float) -> View:
    """Give `view` made `factor` times as wide (below 1: closer), never beyond `whole`.

    A day `around` that is in view keeps its place on the screen; another one comes to the middle.
    """
    width = min(max((view.last - view.first) * factor, _CLOSEST), whole.last - whole.first)
    is_in_view = view.first <= around <= view.last
    part = (around - view.first) / (view.last - view.first) if is_in_view else 0.5
    first = max(whole.first, min(around - width * part, whole.last - width))
    return View(first=first, last=first + width)
