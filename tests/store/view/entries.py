"""Opened entries as the journal would hand them over, and a view to fold them into."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from baken.model.codes import Kind, Precision
from baken.model.records import Observation, When
from baken.store.database import Connection, attach_database, open_database, transaction
from baken.store.decoded import Decoded
from baken.store.view import View

START_MS = 1_767_225_600_000  # 2026-01-01 00:00 UTC
YOUSEF, SELAM, AMINA = (hashlib.sha256(name).hexdigest()[:32] for name in (b"yousef", b"selam", b"amina"))


def entity(name: str) -> str:
    """Give the id of a thing by a readable name."""
    return hashlib.sha256(b"entity " + name.encode()).hexdigest()[:32]


class Scribe:
    """One author at one laptop; each entry comes one step of logical time and a minute after the last."""

    def __init__(self, name: str = "Fatima", site: str = "") -> None:
        self.name, self.site = name, site
        self.person = hashlib.sha256(b"person " + name.encode()).hexdigest()[:32]
        self.writer = hashlib.sha256(b"writer " + name.encode() + site.encode()).hexdigest()[:32]
        self.sequence = 0
        self.logical = 0

    def write(
        self,
        kind: str,
        about: str,
        body: Mapping[str, Any] | msgspec.Struct | bytes,
        *,
        base: Iterable[Decoded | str] = (),
        youths: Iterable[str] = (),
        version: int = 1,
        wall_ms: int | None = None,
        clock_doubtful: bool = False,
    ) -> Decoded:
        """Write an entry; it comes after everything in `base`."""
        seen = list(base)
        self.sequence += 1
        self.logical = max([self.logical, *(entry.logical for entry in seen if isinstance(entry, Decoded))]) + 1
        return Decoded(
            entry=hashlib.sha256(f"{self.writer} {self.sequence}".encode()).hexdigest(),
            writer=self.writer,
            sequence=self.sequence,
            logical=self.logical,
            wall_ms=START_MS + self.logical * 60_000 if wall_ms is None else wall_ms,
            kind=kind,
            version=version,
            youths=tuple(youths),
            entity=about,
            base=tuple(entry.entry if isinstance(entry, Decoded) else entry for entry in seen),
            body=body if isinstance(body, bytes) else msgspec.json.encode(body),
            site=self.site,
            person=self.person,
            author=self.name,
            arrival=self.logical,
            clock_doubtful=clock_doubtful,
        )

    def observe(self, about: str, text: str, *, youths: Iterable[str] = (), start: str = "", **more: Any) -> Decoded:
        """Write a first recording."""
        wall_ms = more.pop("wall_ms", None)
        return self.write("observation", about, piece(text, start=start, **more), youths=youths, wall_ms=wall_ms)

    def correct(self, corrected: Decoded, text: str, *, base: Iterable[Decoded | str] = (), **more: Any) -> Decoded:
        """Write a correction of a version of a piece."""
        youths = more.pop("youths", corrected.youths)
        body = {"corrects": corrected.entry, "why": "verschreven", "observation": piece(text, **more)}
        return self.write("correction", corrected.entity, body, base=[corrected, *base], youths=youths)

    def withdraw(self, withdrawn: Decoded, why: str, *, base: Iterable[Decoded | str] = ()) -> Decoded:
        """Write a withdrawal of a piece."""
        body = {"withdraws": withdrawn.entry, "why": why}
        return self.write("withdrawal", withdrawn.entity, body, base=[withdrawn, *base], youths=withdrawn.youths)

    def resolve(self, about: str, field: str, heads: Iterable[Decoded], value: object) -> Decoded:
        """Write a resolution of a conflict."""
        named = list(heads)
        body = {"field": field, "heads": [head.entry for head in named], "value": value}
        return self.write("resolution", about, body, base=named)


def piece(text: str, *, start: str = "", kind: Kind | None = Kind.CONTACT, **more: Any) -> Observation:
    """Give the content of a piece."""
    when = more.pop("when", When(start=start or "2026-03-13T23:40", precision=Precision.MINUTE))
    return Observation(text=text, when=when, kind=kind, **more)


def open_view(folder: Path) -> tuple[Connection, View]:
    """Give a new, empty view beside an empty journal."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = open_database(folder / "journal-1.db", b"j" * 32, create=True)
    attach_database(connection, folder / "view-0.db", b"v" * 32, name="view")
    view = View(connection)
    view.create()
    return connection, view


class Desk:
    """A view on which entries are applied, each call in a transaction of its own."""

    def __init__(self, folder: Path) -> None:
        self.connection, self.view = open_view(folder)

    def apply(self, *entries: Decoded) -> None:
        """Fold these entries in one batch."""
        with transaction(self.connection):
            self.view.apply(entries)

    @contextmanager
    def rolled_back(self) -> Iterator[None]:
        """Undo whatever is done inside."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()
