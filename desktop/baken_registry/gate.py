"""Who is calling: a request whose signature was checked becomes a caller, or is refused.

The signature is checked before anything is looked up, so a stranger meets the same answer after the same work
whatever they guess.
"""

import msgspec
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from baken.wire.registry import CLOCK_WINDOW_MS, Refusal, Request
from baken_registry.database import laptops, nonces, transaction
from baken_registry.refusals import RefusedError

# A nonce is kept longer than its request could be used, for a server whose own clock is set back a little.
_NONCE_KEPT_MS = CLOCK_WINDOW_MS + 3_600_000


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolled laptop that made this request."""

    laptop: str
    site: str


def admit(engine: Engine, laptop: str, request: Request, now_ms: int) -> Caller:
    """Give the caller behind a request whose signature holds, and remember its nonce durably.

    Raises RefusedError: not enrolled, revoked, clock too far off, or a request that was already used.
    """
    try:
        with transaction(engine) as connection:
            known = connection.execute(select(laptops).where(laptops.c.laptop == laptop)).one_or_none()
            if known is None:
                raise RefusedError(Refusal.NOT_ENROLLED)
            if known.revoked_ms is not None:
                raise RefusedError(Refusal.REVOKED)
            if abs(now_ms - request.time_ms) > CLOCK_WINDOW_MS:
                raise RefusedError(Refusal.CLOCK)
            connection.execute(
                insert(nonces).values(laptop=laptop, nonce=request.nonce, expires_ms=request.time_ms + _NONCE_KEPT_MS)
            )
    except IntegrityError as problem:
        raise RefusedError(Refusal.REPLAYED) from problem
    return Caller(laptop=laptop, site=known.site)
