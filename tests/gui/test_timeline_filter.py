import pytest

from baken.gui.timeline_filter import Filter, shown
from baken.model.codes import Precision, Source
from baken.model.ids import EntityId
from baken.model.records import When
from baken.model.views import TimelineEvent


def event(
    name: str,
    start: str,
    *,
    what: str = "observation",
    source: Source | None = None,
    quote: bool = False,
    before: bool = False,
) -> TimelineEvent:
    return TimelineEvent(
        id=EntityId(name),
        lane="gedrag",
        what=what,
        when=When(start=start, precision=Precision.DAY),
        label=name,
        source=source,
        has_quote=quote,
        before_arrival=before,
    )


EVENTS = (
    event("heard", "2025-10-14", source=Source.HEARD_FROM_YOUTH, quote=True),
    event("seen", "2025-09-11", source=Source.SEEN_MYSELF),
    event("paper", "2025-09-20", source=Source.DOCUMENT),
    event("stay", "2025-09-08", what="placement"),
    event("istanbul", "2024", what="route", before=True),
)


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        (Filter.ALL, ["istanbul", "stay", "seen", "paper", "heard"]),
        (Filter.OWN_WORDS, ["istanbul", "stay", "heard"]),
        (Filter.SEEN, ["istanbul", "stay", "seen"]),
        (Filter.HEARD, ["istanbul", "stay", "heard"]),
    ],
)
def test_a_filter_concerns_pieces_and_leaves_stays_and_route(choice: Filter, names: list[str]) -> None:
    assert [each.id for each in shown(EVENTS, choice)] == names
