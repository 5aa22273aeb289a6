"""The mentor's first page: what asks for a look, my shift, and what others wrote since I was last here."""

import datetime as dt

from baken.model import views
from baken.model.clock import local_iso, local_time, utc_ms
from baken.store.exchange import Exchange
from baken.store.queries_pieces import last_recorded, recorded_since
from baken.store.queries_today import list_attention
from baken.store.vault import OpenVault

from .outbox import count_waiting

SHIFT = dt.timedelta(hours=12)
LOOK_BACK = dt.timedelta(days=56)  # somebody who was away longer starts with what is recent, as somebody new does
NEWCOMER = dt.timedelta(days=7)  # the handover of somebody who recorded nothing within LOOK_BACK
_LIMIT = 50


def today(vault: OpenVault, now: dt.datetime) -> views.Today:
    """Gather the page for the user of `vault`; `now` is local time without a zone."""
    connection, person = vault.connection, vault.certificate.person
    begin = now - SHIFT
    since = handover_since(vault, now)
    incoming = Exchange(connection).incoming()
    return views.Today(
        attention=list_attention(connection, now.date()),
        my_shift=recorded_since(connection, utc_ms(begin), person, by_others=False, limit=_LIMIT),
        handover=recorded_since(connection, utc_ms(since), person, by_others=True, limit=_LIMIT),
        since=local_iso(utc_ms(since)),
        waiting=count_waiting(vault),
        last_received=local_iso(incoming[-1].received_ms) if incoming else "",
    )


def handover_since(vault: OpenVault, now: dt.datetime) -> dt.datetime:
    """Give when this user's previous shift ended: the last that they recorded before the shift of now.

    A shift lasts at most SHIFT, so what they recorded within it belongs to now and moves nothing.
    """
    last = last_recorded(
        vault.connection,
        vault.certificate.person,
        since_ms=utc_ms(now - LOOK_BACK),
        before_ms=utc_ms(now - SHIFT),
    )
    return now - NEWCOMER if last is None else local_time(last)
