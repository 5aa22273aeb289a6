"""The sealed files of attachments: written before the entry that names them, removed when that entry never came.

A file is `attachments/<random id>` (32 hexadecimal digits) and never changes. Beside it lies, until the entry that
names it is committed, a *mark* `.<id>`: a hash of what will name it (a writer and a sequence, or an import). What a
killed programme left is judged by its mark and the journal alone, so that whoever opens the vault next can do it,
also for entries that this person may not read. The key of a file stands in its entry and nowhere else.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from baken import crypto
from baken.errors import UserError
from baken.held import Held, hold
from baken.model.records import Attachment, Correction, Observation
from baken.wire.attachment import SEALED_ATTACHMENT_MAX_BYTES, open_attachment
from baken.wire.entry import SealedPart

from .backup_files import ATTACHMENTS
from .database import Connection
from .files import file_errors, open_own, write_beside

_MARK = re.compile(r"\.([0-9a-f]{32})")
_LABEL = b"baken attachment mark v1"
_SEQUENCE_BYTES, _MARK_BYTES = 8, 32
_NAMING: Final[dict[tuple[str, int], type[Observation | Correction]]] = {
    ("observation", 1): Observation,
    ("correction", 1): Correction,
}
_NEXT = "SELECT coalesce(max(sequence), 0) + 1 FROM entry WHERE writer = ?"
_ENTRIES = "SELECT writer, sequence FROM entry"
_IMPORTS = "SELECT bundle FROM import WHERE closed_ms IS NOT NULL"


class AttachmentFiles:
    """The folder of an open vault's attachments; belongs to the thread that opened the vault."""

    def __init__(self, connection: Connection, vault_folder: Path) -> None:
        self._connection = connection
        self._root = vault_folder
        self._folder = vault_folder / ATTACHMENTS

    def mark_of_next(self, writer: bytes) -> bytes:
        """Give the mark of files that the next entry of a writer will name."""
        sequence = self._connection.execute(_NEXT, (writer,)).fetchone()[0]
        return _mark_of_entry(writer, sequence)

    @staticmethod
    def mark_of_import(bundle: str) -> bytes:
        """Give the mark of files that come with an import, by the id under which it is kept."""
        return crypto.sha256(_LABEL, b"import", bundle.encode())

    def keep(self, files: Mapping[str, bytes], mark: bytes) -> None:
        """Write sealed files by their ids, durable when this returns; a file that is there stays as it is.

        Raises UserError disk-full, disk-failed, folder-read-only, folder-gone, vault-linked: `discard` must follow.
        """
        with file_errors(), hold(self._folder, self._root, make=True) as place:
            there = {name for name, _ in place.found()}
            for identity, data in files.items():
                if identity not in there:
                    write_beside(place, f".{identity}", mark)
                    write_beside(place, identity, data)

    def settle(self, identities: Iterable[str]) -> None:
        """Take away the marks of files whose entry is committed; one that stays goes at the next opening."""
        with suppress(OSError), hold(self._folder, self._root) as place:
            for identity in identities:
                with suppress(FileNotFoundError):  # a file that was there before has none
                    place.remove(f".{identity}")
            place.sync()

    def discard(self, identities: Iterable[str]) -> None:
        """Remove files that were kept for something that did not come, unless it did; what cannot be stays."""
        with suppress(OSError), hold(self._folder, self._root) as place:
            self._judge(place, frozenset(identities))

    def sweep(self) -> None:
        """Remove what a programme that was stopped left: files that nothing names, and files without their name.

        Called at opening, before anything is written: a sequence that a mark counts on must not be taken meanwhile.
        """
        with suppress(OSError), hold(self._folder, self._root) as place:
            found = {name for name, _ in place.found() if name.startswith(".")}
            self._judge(place, {mark[1] for name in found if (mark := _MARK.fullmatch(name))})
            for name in found:
                with suppress(FileNotFoundError):
                    place.remove(name)
            if found:
                place.sync()

    def _judge(self, place: Held, identities: Collection[str]) -> None:
        """Remove the marks of these files, and each file whose mark the journal does not answer."""
        marks = {identity: mark for identity in identities if (mark := _mark(place, identity))}
        answered = self._answered() if marks else frozenset[bytes]()
        for identity, mark in marks.items():
            if mark not in answered:
                with suppress(FileNotFoundError):
                    place.remove(identity)
                place.sync()  # before its mark: the other way round nobody would know of the file any more
            place.remove(f".{identity}")

    def _answered(self) -> frozenset[bytes]:
        """Give the marks of everything that is in the journal."""
        entries = (_mark_of_entry(writer, sequence) for writer, sequence in self._connection.execute(_ENTRIES))
        imports = (self.mark_of_import(bundle) for (bundle,) in self._connection.execute(_IMPORTS))
        return frozenset((*entries, *imports))


def read_attachment(vault_folder: Path, attachment: Attachment) -> bytes:
    """Give the verified content of an attachment; touches no database and may run elsewhere.

    Raises UserError attachment-missing, attachment-damaged (each with its title), vault-linked, disk-failed.
    """
    return open_sealed(read_sealed(vault_folder, attachment), attachment)


def open_sealed(sealed: bytes, attachment: Attachment) -> bytes:
    """Give the verified content of a sealed file; raises UserError attachment-damaged."""
    key = bytes.fromhex(attachment.key)
    try:
        return open_attachment(sealed, key, sha256=attachment.sha256, size=attachment.size_bytes)
    except UserError:
        raise UserError("attachment-damaged", title=attachment.title) from None


def read_sealed(vault_folder: Path, attachment: Attachment) -> bytes:
    """Give the sealed file of an attachment as it is named; errors as `read_attachment`."""
    try:
        with file_errors(), open_own(vault_folder / ATTACHMENTS / attachment.id, vault_folder) as file:
            sealed = file.read(SEALED_ATTACHMENT_MAX_BYTES + 1)
    except UserError as error:
        if error.code != "folder-gone":
            raise
        raise UserError("attachment-missing", title=attachment.title) from None
    if hashlib.sha256(sealed).hexdigest() != attachment.sha256:
        raise UserError("attachment-damaged", title=attachment.title)
    return sealed


def attachment_findings(vault_folder: Path, part: SealedPart, seen: set[Attachment]) -> Iterator[tuple[str, str]]:
    """Look at the files that an opened entry names and that were not `seen`; yields (kind, id) of what is wrong."""
    for attachment in named_attachments(part):
        if attachment not in seen:
            seen.add(attachment)
            try:
                read_attachment(vault_folder, attachment)
            except UserError as error:
                yield error.code, attachment.id


def named_attachments(part: SealedPart) -> tuple[Attachment, ...]:
    """Give the attachments that an opened entry names; a body that no fold would take names none."""
    if (part.kind, part.version) not in _NAMING:
        return ()
    try:
        body = msgspec.json.decode(part.body, type=_NAMING[part.kind, part.version])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ()
    return body.attachments if isinstance(body, Observation) else body.observation.attachments


def _mark_of_entry(writer: bytes, sequence: int) -> bytes:
    return crypto.sha256(_LABEL, b"entry", writer, sequence.to_bytes(_SEQUENCE_BYTES, "big"))


def _mark(place: Held, identity: str) -> bytes:
    """Read the mark of a file; empty where it has none."""
    try:
        descriptor = place.open(f".{identity}")
    except FileNotFoundError:
        return b""
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_MARK_BYTES)
