"""Which events of a dossier the timeline shows, and in which order; the drawing and its list share this. No Qt."""

from collections.abc import Iterable
from enum import Enum

from baken.model.codes import Source
from baken.model.views import TimelineEvent

from .timeline_span import span_of


class Filter(Enum):
    """The choices above the timeline. All but ALL concern pieces only; stays and absences remain as background."""

    ALL = "all"
    OWN_WORDS = "own_words"
    SEEN = "seen"
    HEARD = "heard"


def shown(events: Iterable[TimelineEvent], choice: Filter) -> tuple[TimelineEvent, ...]:
    """Give the events that pass, the oldest first; those without a date that can be placed come before all."""
    return tuple(sorted((event for event in events if _passes(event, choice)), key=_order))


def _passes(event: TimelineEvent, choice: Filter) -> bool:
    if event.what != "observation" or choice is Filter.ALL:
        return True
    if choice is Filter.OWN_WORDS:
        return event.has_quote
    if choice is Filter.SEEN:
        return event.source is Source.SEEN_MYSELF
    return event.source in {Source.HEARD_FROM_YOUTH, Source.HEARD_FROM_OTHER}


def _order(event: TimelineEvent) -> tuple[bool, float, str]:
    span = span_of(event.when)
    return not event.before_arrival, 0.0 if span is None else span.start, event.id
