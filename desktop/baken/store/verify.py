"""Checking a whole vault without writing a byte: both integrity checks, every chain, every signature, every sum.

What is found is named by kind and place; nothing is repaired and no content is shown. Chains of other sites have
gaps by nature; a gap in one of this laptop is a finding.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from baken import crypto
from baken.errors import UserError
from baken.model.records import Attachment
from baken.wire.certificate import Certificate, SiteCard, read_certificate, verify_card, verify_certificate
from baken.wire.chain import ChainFaultKind, chain_faults
from baken.wire.entry import Entry, decode_header, open_part, verify_entry
from baken.wire.grant import Grant

from .attachments import attachment_findings
from .creation import journal_key, journal_path
from .database import Connection, integrity_findings, open_read_only, remove_shared_memory, storage_errors
from .digests import computed_digests, stored_digests
from .epochs import PUBLIC_NAME, read_public
from .files import has_room, open_own
from .heads import HeadPlaces, head_key, is_behind, read_heads
from .instance import InstanceLock
from .journal import stored_number
from .keyring import Keyring
from .slots import COPIES, SlotFile, UserKeys

Progress = Callable[[int, int], None]
STEP = 500
_ENTRIES = """
SELECT entry.number, entry.id, entry.writer, entry.sequence, entry.logical, entry.header, entry.signature,
    entry.certificate, sealed.content
FROM entry LEFT JOIN sealed ON sealed.entry = entry.number
WHERE entry.number > ? ORDER BY entry.number LIMIT ?"""
_HEADERS_OF_WRITER = "SELECT header FROM entry WHERE writer = ? ORDER BY sequence"
_LOST_ARRIVALS = "SELECT number FROM arrival WHERE entry NOT IN (SELECT number FROM entry)"
_GRANTS = "SELECT target, key_id, day, wrap FROM grants WHERE entry = ?"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that is not as it should be: a stable kind, and where (ids, numbers, file names)."""

    kind: str
    where: str


@dataclass(frozen=True, kw_only=True)
class Verification:
    """What a check saw; the vault is sound when `findings` is empty."""

    entries: int
    findings: tuple[Finding, ...]


def verify_vault(
    folder: Path, keys: UserKeys, *, state_folder: Path | None = None, progress: Progress | None = None
) -> Verification:
    """Check everything that can be checked; `progress` gets (done, total) entries and may raise Cancelled.

    Damage that keeps the journal from being opened at all is a finding too. Raises UserError already-open, no-vault,
    journal-missing, folder-unreadable, disk-full and vault-newer.
    """
    lock = InstanceLock(folder)
    lock.acquire()
    path = journal_path(folder, keys.journal_number)
    try:
        with storage_errors():
            connection = open_read_only(path, journal_key(keys.vault_key))
            try:
                return _Check(connection, folder, keys, state_folder).run(progress or (lambda _done, _total: None))
            finally:
                connection.close()
                remove_shared_memory(path)
    except UserError as error:
        if error.code == "disk-failed" and not has_room(folder):  # SQLite needs some while it reads a log
            raise UserError("disk-full") from error
        if error.code != "vault-unreadable":
            raise
        return Verification(entries=0, findings=(Finding(kind="vault-unreadable", where=path.name),))
    finally:
        lock.release()


class _Row(NamedTuple):
    """One stored entry."""

    number: int
    id: bytes
    writer: bytes
    sequence: int
    logical: int
    header: bytes
    signature: bytes
    certificate: int
    sealed: bytes | None


class _Check:
    """One run over one journal."""

    def __init__(self, connection: Connection, folder: Path, keys: UserKeys, state_folder: Path | None) -> None:
        self._connection = connection
        self._folder = folder
        self._keys = keys
        self._state_folder = state_folder
        self._found: list[Finding] = []
        self._verifiers: dict[int, crypto.Verifier] = {}
        self._keyring = Keyring()
        self._seen: set[Attachment] = set()

    def run(self, progress: Progress) -> Verification:
        for text in integrity_findings(self._connection):
            self._note("page", text)
        self._slot_files()
        card = self._card()
        self._certificates(card)
        total: int = self._connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        self._entries(total, progress)
        self._chains()
        for (number,) in self._connection.execute(_LOST_ARRIVALS):
            self._note("arrival-without-entry", str(number))
        self._sums_and_heads()
        return Verification(entries=total, findings=tuple(self._found))

    def _note(self, kind: str, where: str) -> None:
        self._found.append(Finding(kind=kind, where=where))

    def _slot_files(self) -> None:
        for name in COPIES:
            try:
                with open_own(self._folder / name) as file:
                    SlotFile.decode(file.read())
            except (OSError, UserError):
                self._note("slots-unreadable", name)

    def _card(self) -> SiteCard | None:
        document = self._connection.execute("SELECT card FROM site").fetchone()[0]
        try:
            card = verify_card(document)
        except UserError as error:
            self._note(error.code, "card")
            return None
        if read_public(self._folder) != document:
            self._note("public-differs", PUBLIC_NAME)
        return card

    def _certificates(self, card: SiteCard | None) -> None:
        """Verify those of the own site by its card; those of others were verified by theirs when they came."""
        rows = self._connection.execute("SELECT number, hash, site, person, name, document FROM certificate").fetchall()
        for number, identity, *named, document in rows:
            try:
                certificate = _stored_certificate(document, identity, named)
                if card is not None and certificate.site == card.site:
                    verify_certificate(document, card)
                self._verifiers[number] = crypto.Verifier(certificate.sign_public)
            except UserError as error:
                self._note(error.code, f"certificate {number}")
                continue
            if certificate.sign_public == crypto.public_of(self._keys.secrets.signing_seed):
                seed = self._keys.secrets.recipient_seed
                self._keyring = Keyring.of(self._connection, certificate.person, seed)

    def _entries(self, total: int, progress: Progress) -> None:
        last = done = 0
        while rows := self._connection.execute(_ENTRIES, (last, STEP)).fetchall():
            for row in map(_Row._make, rows):
                try:
                    self._entry(row)
                except UserError as error:
                    self._note(error.code, row.id.hex())
            last, done = rows[-1][0], done + len(rows)
            progress(done, total)

    def _entry(self, row: _Row) -> None:
        """Raise UserError for the first thing that is wrong with one entry."""
        if row.sealed is None:
            raise UserError("sealed-part-missing")
        verifier = self._verifiers.get(row.certificate)
        if verifier is None:
            raise UserError("certificate-invalid")
        entry = Entry(header_bytes=row.header, signature=row.signature, sealed=row.sealed)
        header = verify_entry(verifier, entry)
        signed = (entry.id, header.writer, stored_number(header.sequence), stored_number(header.logical))
        if signed != (row.id, row.writer, row.sequence, row.logical):
            raise UserError("entry-differs")
        for target, key_id, day, wrap in self._connection.execute(_GRANTS, (row.number,)).fetchall():
            grant = Grant(target=target, key_id=key_id, day=day, wrap=wrap)
            content_key = self._keyring.content_key(grant, row.id)
            if content_key is not None:
                for finding in attachment_findings(
                    self._folder, open_part(content_key, row.sealed, header.key_commitment), self._seen
                ):
                    self._note(*finding)

    def _chains(self) -> None:
        writers = self._connection.execute("SELECT DISTINCT writer FROM entry").fetchall()
        own = {writer for (writer,) in self._connection.execute("SELECT id FROM writer").fetchall()}
        for (writer,) in writers:
            headers = [row[0] for row in self._connection.execute(_HEADERS_OF_WRITER, (writer,)).fetchall()]
            for fault in chain_faults(_readable(headers)):
                if writer in own or fault.kind is not ChainFaultKind.GAP:
                    self._note(f"chain-{fault.kind.value}", f"{writer.hex()} {fault.sequence}")

    def _sums_and_heads(self) -> None:
        stored = stored_digests(self._connection)
        computed = computed_digests(self._connection)
        for name in sorted(stored.keys() | computed.keys()):
            if stored.get(name) != computed.get(name):
                self._note("table-differs", name)
        revision = self._connection.execute("SELECT number FROM revision").fetchone()[0]
        laptop = self._connection.execute("SELECT id FROM laptop").fetchone()[0].hex()
        site = self._connection.execute("SELECT id FROM site").fetchone()[0]
        places = HeadPlaces(folder=self._folder, state=self._state_folder, site=site, laptop=laptop)
        heads, faults = read_heads(places, head_key(self._keys.vault_key))
        for kind, name in faults:
            if kind != "head-missing" or revision > 0:  # a vault that was only made has no head yet
                self._note(kind, name)
        if any(is_behind(self._connection, head, revision, stored) for head in heads):
            self._note("rollback", "head")


def _stored_certificate(document: bytes, identity: bytes, named: list[str]) -> Certificate:
    """Read a certificate and compare it with its row: hash; site, person and name."""
    signed = read_certificate(document)
    certificate = signed.value
    if signed.id != identity or [certificate.site, certificate.person, certificate.name] != named:
        raise UserError("certificate-invalid")
    return certificate


def _readable(headers: list[bytes]) -> list[bytes]:
    """Leave out headers that are damaged: those are findings of their own."""
    found = []
    for header in headers:
        try:
            decode_header(header)
        except UserError:
            continue
        found.append(header)
    return found
