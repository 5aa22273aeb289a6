"""Who may use the mailbox: sites, known by id only, and the keys of their laptops.

Enrolment is an operator's act, after comparing the site's fingerprint with the site by another channel. A
revoked laptop comes back only with a request made after its revocation.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, Engine, insert, select, update

from baken.errors import UserError
from baken.wire.enrolment import EnrolmentRequest
from baken_registry.database import laptops, sites, transaction


class EnrolledLaptop(msgspec.Struct, frozen=True, kw_only=True):
    """One laptop of a site; `revoked_ms` is None while it may use the mailbox."""

    site: str
    laptop: str
    enrolled_ms: int
    revoked_ms: int | None


def enrol(engine: Engine, request: EnrolmentRequest, now_ms: int) -> None:
    """Let a laptop of a site in; once more for the same laptop changes nothing.

    Raises UserError("enrolment-laptop-elsewhere") for a key that belongs to another site and
    UserError("enrolment-old") for a request made before the laptop was revoked.
    """
    laptop = request.laptop.hex()
    with transaction(engine) as connection:
        if connection.execute(select(sites).where(sites.c.site == request.site)).one_or_none() is None:
            connection.execute(insert(sites).values(site=request.site, enrolled_ms=now_ms))
        known = connection.execute(select(laptops).where(laptops.c.laptop == laptop)).one_or_none()
        if known is None:
            connection.execute(insert(laptops).values(laptop=laptop, site=request.site, enrolled_ms=now_ms))
            return
        if known.site != request.site:
            raise UserError("enrolment-laptop-elsewhere")
        if known.revoked_ms is None:
            return
        if request.created_ms <= known.revoked_ms:
            raise UserError("enrolment-old")
        connection.execute(
            update(laptops).where(laptops.c.laptop == laptop).values(enrolled_ms=now_ms, revoked_ms=None)
        )


def revoke(engine: Engine, site: str, now_ms: int, *, laptop: str | None = None) -> int:
    """Shut out all laptops of a site, or one of them, at once; gives how many were let in before.

    What waits for the site stays until it expires. Raises UserError("site-not-enrolled") where the site, or the
    laptop at that site, was never enrolled.
    """
    whose = laptops.c.site == site
    if laptop is not None:
        whose &= laptops.c.laptop == laptop
    with transaction(engine) as connection:
        if connection.execute(select(laptops.c.laptop).where(whose)).first() is None:
            raise UserError("site-not-enrolled")
        done = connection.execute(
            update(laptops).where(whose, laptops.c.revoked_ms.is_(None)).values(revoked_ms=now_ms)
        )
        return done.rowcount


def list_laptops(engine: Engine) -> tuple[EnrolledLaptop, ...]:
    """Give every laptop that was ever enrolled, by site and date."""
    with transaction(engine) as connection:
        rows = connection.execute(select(laptops).order_by(laptops.c.site, laptops.c.enrolled_ms))
        return tuple(
            EnrolledLaptop(site=row.site, laptop=row.laptop, enrolled_ms=row.enrolled_ms, revoked_ms=row.revoked_ms)
            for row in rows
        )


def enrolled_sites(connection: Connection, wanted: Sequence[str]) -> frozenset[str]:
    """Give which of these sites have a laptop that may use the mailbox now."""
    rows = connection.scalars(
        select(laptops.c.site).where(laptops.c.site.in_(wanted), laptops.c.revoked_ms.is_(None)).distinct()
    )
    return frozenset(rows)
