"""Which backups are kept: the last six, and the newest of each of the last 24 hours, 7 days, 5 weeks and 12 months.

The last six keep one made before an import from going as soon as another is made in the same hour. Counted are hours,
days, weeks and months with a backup, not by the clock of now: a laptop that lay in a drawer for a
year loses none of its backups, and a clock that jumps to 2090 takes none along. A pure function over moments.
"""

import datetime as dt
from collections.abc import Callable, Iterable

LAST, HOURS, DAYS, WEEKS, MONTHS = 6, 24, 7, 5, 12
_Spans = tuple[tuple[int, Callable[[dt.datetime], tuple[int, ...]]], ...]
_SPANS: _Spans = (
    (HOURS, lambda moment: (moment.year, moment.month, moment.day, moment.hour)),
    (DAYS, lambda moment: (moment.year, moment.month, moment.day)),
    (WEEKS, lambda moment: tuple(moment.isocalendar()[:2])),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def kept(moments: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
    """Give the moments (UTC) whose backups stay."""
    newest_first = sorted(set(moments), reverse=True)
    found = set(newest_first[:LAST])
    for most, span_of in _SPANS:
        newest: dict[tuple[int, ...], dt.datetime] = {}
        for moment in newest_first:
            newest.setdefault(span_of(moment), moment)
        found.update(list(newest.values())[:most])
    return frozenset(found)
