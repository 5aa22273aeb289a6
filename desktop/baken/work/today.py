"""The mentor's first page: what asks for a look, my shift, and what others wrote since I was last here."""

import datetime as dt

from baken.model import views
from baken.model.clock import local_iso, utc_ms
from baken.store.queries_pieces import recorded_since
from baken.store.queries_today import list_attention, list_imports
from baken.store.vault import OpenVault

from .outbox import count_waiting

SHIFT = dt.timedelta(hours=12)
LOOK_BACK = dt.timedelta(days=7)
HANDOVER = dt.timedelta(days=1)  # when I have not recorded anything within LOOK_BACK
_LIMIT = 50


def today(vault: OpenVault, now: dt.datetime) -> views.Today:
    """Gather the page for the user of `vault`; `now` is local time without a zone."""
    connection, person = vault.connection, vault.certificate.person
    begin = now - SHIFT
    mine = recorded_since(connection, utc_ms(now - LOOK_BACK), person, by_others=False, limit=_LIMIT)
    before = [row.recorded for row in mine if row.recorded < begin.isoformat(timespec="minutes")]
    since = dt.datetime.fromisoformat(max(before)) if before else now - HANDOVER
    incoming = list_imports(connection)
    return views.Today(
        attention=list_attention(connection, now.date()),
        my_shift=tuple(row for row in mine if row.recorded not in before),
        handover=recorded_since(connection, utc_ms(since), person, by_others=True, limit=_LIMIT),
        since=local_iso(utc_ms(since)),
        waiting=count_waiting(vault),
        last_received=incoming[0].received if incoming else "",
    )
