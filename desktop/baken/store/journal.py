"""The append-only journal: writing entries, and reading those that the unlocked user can open.

What is stored is what was signed. `append` runs inside the caller's transaction and reads the end of the chain
from the database each time, so that a transaction that failed leaves nothing stale in memory. Nothing here changes
or deletes an entry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import msgspec

from baken import crypto
from baken.errors import BugError, UserError
from baken.wire.certificate import Certificate
from baken.wire.entry import (
    NO_PREVIOUS,
    Entry,
    Extension,
    Header,
    SealedPart,
    decode_header,
    entry_id,
    make_entry,
    open_part,
)
from baken.wire.grant import Grant
from baken.wire.records import BundleEntry

from .database import Connection
from .decoded import Decoded
from .granting import audience_of, is_restricted, make_grants
from .keyring import DAY_MS, TEAM_TARGET, Keyring
from .trust import TRUST_KINDS

CLOCK_DOUBTFUL = 1  # header extension, not critical: the author's programme doubted its clock
EARLIEST_MS = 1_735_689_600_000  # 2025-01-01 UTC, before the first Baken
LATEST_MS = 4_102_444_800_000  # 2100-01-01 UTC

_LAST_OF_WRITER = "SELECT id, header FROM entry WHERE writer = ? ORDER BY sequence DESC, number DESC LIMIT 1"
# A site that claims an absurd logical time must not be able to use up ours: what lies above is stored, shown and
# passed on, but our clock does not follow it.
LOGICAL_LIMIT = 1 << 48
_HIGHEST_LOGICAL = "SELECT coalesce(max(logical), 0) FROM entry WHERE logical < ?"
_INSERT_ENTRY = """
INSERT INTO entry (id, writer, sequence, logical, header, signature, certificate) VALUES (?, ?, ?, ?, ?, ?, ?)"""
_INSERT_SEALED = "INSERT INTO sealed (entry, content) VALUES (?, ?)"
_INSERT_GRANT = "INSERT INTO grants (entry, target, key_id, day, wrap) VALUES (?, ?, ?, ?, ?)"
_INSERT_ARRIVAL = "INSERT INTO arrival (entry) VALUES (?)"
_ARRIVED = """
SELECT arrival.number, arrival.entry, entry.id, entry.header, sealed.content, entry.certificate
FROM arrival JOIN entry ON entry.number = arrival.entry JOIN sealed ON sealed.entry = arrival.entry
WHERE arrival.number > ?1 AND arrival.number <= ?2 ORDER BY arrival.number"""
_GRANTS_OF_ARRIVED = """
SELECT arrival.number, target, key_id, day, wrap
FROM arrival CROSS JOIN grants ON grants.entry = arrival.entry
WHERE arrival.number > ?1 AND arrival.number <= ?2"""
_OUTGOING = """
SELECT entry.number, entry.id, entry.header, entry.signature, sealed.content, certificate.document
FROM json_each(?) AS asked JOIN entry ON entry.id = unhex(asked.value)
JOIN sealed ON sealed.entry = entry.number JOIN certificate ON certificate.number = entry.certificate
ORDER BY entry.logical, entry.writer, entry.sequence"""
_GRANTS_OF_ENTRY = "SELECT target, key_id, day, wrap FROM grants WHERE entry = ?"
_CERTIFICATE = "SELECT site, person, name FROM certificate WHERE number = ?"


class NewEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a command wants to be written; ids are hexadecimal text.

    `base` are the heads of the entity that the author had seen. `targets` says who may read: compartments, people,
    or "open". `wall_ms` (UTC) is given for practice vaults only, whose events lie in the past; otherwise the clock is
    asked.
    """

    kind: str
    version: int = 1
    youths: tuple[str, ...] = ()
    entity: str = ""
    base: tuple[str, ...] = ()
    body: msgspec.Struct | bytes
    targets: tuple[str, ...] = (TEAM_TARGET,)
    wall_ms: int | None = None


@dataclass(frozen=True, kw_only=True)
class Author:
    """A person who can sign here now: a writer of this laptop with its certificate."""

    writer: bytes
    certificate_number: int
    certificate: Certificate
    seed: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class _Signer:
    """How a certificate's person is named in the view."""

    site: str
    person: str
    name: str


class Journal:
    """The journal of an open vault, as one unlocked user reads and writes it."""

    def __init__(self, connection: Connection, keyring: Keyring, *, site: str) -> None:
        self._connection = connection
        self._keyring = keyring
        self._site = site
        self._signers: dict[int, _Signer] = {}
        self.unreadable: set[str] = set()  # entries that a key of ours should open and does not; never shown

    def append(self, author: Author, entries: Sequence[NewEntry], *, now_ms: int) -> list[Decoded]:
        """Sign, seal and store entries at the end of the author's chain, inside the caller's transaction.

        Returns them as the view reads them; entries of trust, and those that are not `readable` by the user, have an
        arrival and are for no view. Raises
        UserError not-a-member (a target that is not of this vault) or too-large.
        """
        sequence, previous, logical, last_wall_ms = self._end_of_chain(author.writer)
        highest: int = self._connection.execute(_HIGHEST_LOGICAL, (LOGICAL_LIMIT,)).fetchone()[0]
        logical = max(logical, highest)
        written = []
        for new in entries:
            sequence, logical = sequence + 1, logical + 1
            wall_ms = now_ms if new.wall_ms is None else new.wall_ms
            is_doubtful = new.wall_ms is None and (wall_ms < last_wall_ms or is_absurd(wall_ms))
            part = SealedPart(
                kind=new.kind,
                version=new.version,
                youths=new.youths,
                entity=new.entity,
                base=new.base,
                body=msgspec.Raw(new.body if isinstance(new.body, bytes) else msgspec.json.encode(new.body)),
            )
            content_key = crypto.random_bytes(32)
            entry = make_entry(
                author.seed,
                content_key,
                part,
                writer=author.writer,
                sequence=sequence,
                previous=previous,
                logical=logical,
                wall_ms=wall_ms,
                extensions=(Extension(type=CLOCK_DOUBTFUL, is_critical=False, value=b""),) if is_doubtful else (),
            )
            previous = entry.id
            last_wall_ms = wall_ms
            day = max(0, wall_ms // DAY_MS)
            grants = make_grants(
                self._connection, self._keyring, new.targets, entry=previous, content_key=content_key, day=day
            )
            header = decode_header(entry.header_bytes)
            arrival = self._insert(entry, header, author.certificate_number, grants)
            written.append(self._decoded(arrival, previous, header, part, author.certificate_number, grants=grants))
        return written

    def decoded(self, after: int, limit: int) -> tuple[list[Decoded], int]:
        """Open the next `limit` arrivals after a number: what this user can read, and the last number seen.

        An entry that no key of the user opens, and one of trust, is passed over. One whose grant or sealed part
        is not what it claims is passed over too and named in `unreadable`: it must not keep the rest from being
        shown.
        """
        upto = self.last_arrival(after, limit)
        grants: dict[int, list[Grant]] = {}
        for number, target, key_id, day, wrap in self._connection.execute(_GRANTS_OF_ARRIVED, (after, upto)):
            grants.setdefault(number, []).append(Grant(target=target, key_id=key_id, day=day, wrap=wrap))
        found = []
        for number, _, identity, header_bytes, sealed, certificate in self._connection.execute(_ARRIVED, (after, upto)):
            header = decode_header(header_bytes)
            part = self._open(identity, header, sealed, grants.get(number, ()))
            if part is not None and part.kind not in TRUST_KINDS:
                found.append(self._decoded(number, identity, header, part, certificate, grants=grants[number]))
        return found, upto

    def last_arrival(self, after: int = 0, limit: int | None = None) -> int:
        """Give the highest arrival number, or the one at most `limit` after `after`."""
        highest: int = self._connection.execute("SELECT coalesce(max(number), 0) FROM arrival").fetchone()[0]
        return highest if limit is None else max(after, min(highest, after + limit))

    def bundle_entries(self, ids: Iterable[str]) -> list[BundleEntry]:
        """Give entries by id (hexadecimal) as a bundle carries them, in their order.

        Each comes with its content key and with the audience that may read it here. Raises UserError not-found
        when one is not here or this user cannot read it.
        """
        wanted = sorted(set(ids))
        rows = self._connection.execute(_OUTGOING, (msgspec.json.encode(wanted).decode(),)).fetchall()
        if len(rows) != len(wanted):
            raise UserError("not-found")
        made = []
        for number, identity, header, signature, sealed, certificate in rows:
            grants = [
                Grant(target=target, key_id=key_id, day=day, wrap=wrap)
                for target, key_id, day, wrap in self._connection.execute(_GRANTS_OF_ENTRY, (number,)).fetchall()
            ]
            made.append(
                BundleEntry(
                    entry=Entry(header_bytes=header, signature=signature, sealed=sealed),
                    certificate=certificate,
                    content_key=self._content_key(identity, grants),
                    audience=audience_of([grant.target for grant in grants]),
                )
            )
        return made

    def _content_key(self, identity: bytes, grants: Iterable[Grant]) -> bytes:
        for grant in grants:
            content_key = self._keyring.content_key(grant, identity)
            if content_key is not None:
                return content_key
        raise UserError("not-found")

    def signer(self, certificate: int) -> _Signer:
        """Name the person of a stored certificate."""
        known = self._signers.get(certificate)
        if known is None:
            row = self._connection.execute(_CERTIFICATE, (certificate,)).fetchone()
            if row is None:
                raise BugError("an entry without its certificate")
            site = "" if row[0] == self._site else row[0]
            known = self._signers[certificate] = _Signer(site=site, person=row[1], name=row[2])
        return known

    def _end_of_chain(self, writer: bytes) -> tuple[int, bytes, int, int]:
        """Give sequence, entry id, logical time and wall time (UTC milliseconds) of a writer's last entry."""
        row = self._connection.execute(_LAST_OF_WRITER, (writer,)).fetchone()
        if row is None:
            return 0, NO_PREVIOUS, 0, EARLIEST_MS
        header = decode_header(row[1])
        return header.sequence, row[0], header.logical, header.wall_ms

    def _insert(self, entry: Entry, header: Header, certificate: int, grants: Iterable[Grant]) -> int:
        run = self._connection.execute
        number = run(
            _INSERT_ENTRY,
            (
                entry_id(entry.header_bytes),
                header.writer,
                header.sequence,
                header.logical,
                entry.header_bytes,
                entry.signature,
                certificate,
            ),
        ).lastrowid
        run(_INSERT_SEALED, (number, entry.sealed))
        rows = [(number, grant.target, grant.key_id, grant.day, grant.wrap) for grant in grants]
        self._connection.executemany(_INSERT_GRANT, rows)
        return run(_INSERT_ARRIVAL, (number,)).lastrowid

    def _open(self, identity: bytes, header: Header, sealed: bytes, grants: Sequence[Grant]) -> SealedPart | None:
        for grant in grants:
            try:
                content_key = self._keyring.content_key(grant, identity)
                if content_key is not None:
                    return open_part(content_key, sealed, header.key_commitment)
            except UserError:
                self.unreadable.add(identity.hex())
        return None

    def _decoded(
        self,
        arrival: int,
        identity: bytes,
        header: Header,
        part: SealedPart,
        certificate: int,
        *,
        grants: Sequence[Grant],
    ) -> Decoded:
        signer = self.signer(certificate)
        return Decoded(
            entry=identity.hex(),
            writer=header.writer.hex(),
            sequence=stored_number(header.sequence),
            logical=stored_number(header.logical),
            wall_ms=header.wall_ms,
            kind=part.kind,
            version=part.version,
            youths=part.youths,
            entity=part.entity,
            base=part.base,
            body=bytes(part.body),
            site=signer.site,
            person=signer.person,
            author=signer.name,
            arrival=arrival,
            restricted=is_restricted({grant.target for grant in grants}),
            readable=any(map(self._keyring.can_open, grants)),
            clock_doubtful=is_absurd(header.wall_ms)
            or any(extension.type == CLOCK_DOUBTFUL for extension in header.extensions),
        )


def stored_number(value: int) -> int:
    """Give a number of the header as SQLite can hold it (63 bits); the header keeps what was signed."""
    return min(value, (1 << 63) - 1)


def is_absurd(wall_ms: int) -> bool:
    """Whether a wall time cannot be right: before Baken existed or after this century."""
    return not EARLIEST_MS <= wall_ms < LATEST_MS
