"""Files that people add to a piece: checked, cleaned, sealed, and kept until the piece that names them is saved.

What a file is, its first bytes say, not its name. Pictures are made anew (`pictures.py`); PDFs and sound stay as they
are, byte for byte, because they may be evidence, and may hold names in their properties. Nothing plain is written.
"""

import errno
import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from baken import crypto
from baken.errors import UserError
from baken.model import commands
from baken.model.records import ATTACHMENTS_MAX, Attachment
from baken.model.views import Observation
from baken.store.attachments import open_sealed, read_attachment
from baken.store.files import open_regular
from baken.store.queries_pieces import read_observation
from baken.store.staged import StagedFiles
from baken.store.vault import OpenVault
from baken.wire.attachment import ATTACHMENT_MAX_BYTES, seal_attachment

from .outfile import reveal, write_hidden
from .pictures import cleaned

TOGETHER_MAX_BYTES: Final = 192 << 20  # of one piece: with all its files it fits into one part of a bundle
TITLE_MAX: Final = 120  # characters
PDF: Final = "application/pdf"
_PICTURES: Final = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|BM|RIFF.{4}WEBP", re.DOTALL)
_KEPT: Final = (
    (re.compile(rb"%PDF-"), PDF),
    (re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"), "audio/mpeg"),
    (re.compile(rb"RIFF.{4}WAVE", re.DOTALL), "audio/wav"),
    (re.compile(rb"OggS"), "audio/ogg"),
    (re.compile(rb"fLaC"), "audio/flac"),
    (re.compile(rb"#!AMR"), "audio/amr"),
    (re.compile(rb"\xff[\xf0\xf1\xf8\xf9]"), "audio/aac"),
    (re.compile(rb".{4}ftyp", re.DOTALL), "audio/mp4"),
)
_FILM = re.compile(rb"hdlr.{8}vide", re.DOTALL)
# What cannot be seen, what turns the reading direction, and what stands for bytes that are no text.
_UNSEEN = re.compile("[/\\\\\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
_NO_FILE: Final = frozenset({errno.EINVAL, errno.EISDIR, errno.ENXIO})
EXTENSIONS: Final = {
    "image/jpeg": ".jpg", "image/png": ".png", PDF: ".pdf", "audio/mpeg": ".mp3", "audio/wav": ".wav",
    "audio/ogg": ".ogg", "audio/flac": ".flac", "audio/amr": ".amr", "audio/aac": ".aac", "audio/mp4": ".m4a",
}  # fmt: skip


def read_file(path: Path) -> bytes:
    """Read a file that somebody chose.

    Raises UserError file-missing, not-a-file (a folder, a pipe, a device), file-unreadable, attachment-too-large.
    """
    try:
        with open_regular(path) as source:
            data = source.read(ATTACHMENT_MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UserError("file-missing") from None
    except OSError as error:
        raise UserError("not-a-file" if error.errno in _NO_FILE else "file-unreadable") from error
    if len(data) > ATTACHMENT_MAX_BYTES:
        raise UserError("attachment-too-large", mib=ATTACHMENT_MAX_BYTES >> 20)
    return data


def seal(data: bytes, name: str, shows: str = "") -> tuple[Attachment, bytes]:
    """Give an attachment and its sealed file; touches no disk and may run elsewhere.

    Raises UserError attachment-empty, attachment-too-large, attachment-type (a kind of file that is not taken),
    picture-damaged, picture-too-large.
    """
    content, media_type = _taken(data)
    key = crypto.random_bytes(crypto.KEY_BYTES)
    sealed = seal_attachment(content, key)
    attachment = Attachment(
        id=crypto.random_bytes(16).hex(),
        sha256=hashlib.sha256(sealed).hexdigest(),
        size_bytes=len(content),
        media_type=media_type,
        key=key.hex(),
        title=_title(name, media_type),
        shows=shows,
    )
    return attachment, sealed


class Attachments:
    """The attachments of an open vault. What is marked POOL touches no database and may run elsewhere."""

    def __init__(self, vault: OpenVault, staged: StagedFiles) -> None:
        self._vault = vault
        self._folder = vault.folder
        self._staged = staged

    def of(self, vault: OpenVault) -> "Attachments":
        """Give the attachments of the same vault, opened again under its next key."""
        return Attachments(vault, self._staged)

    def attach(
        self, file: Path | bytes, *, title: str = "", shows: str = "", beside: tuple[Attachment, ...] = ()
    ) -> Attachment:
        """Check, clean and seal a file for a piece that is being written, and keep it beside the drafts; POOL.

        `title` is its name where bytes are given, `beside` what the piece has already. The command that saves the piece
        names it, and so does its draft. Raises UserError disk-full, disk-failed, folder-read-only and those of
        `read_file`, `seal` and `refuse_too_much`.
        """
        data, name = (file, title) if isinstance(file, bytes) else (read_file(file), title or file.name)
        attachment, sealed = seal(data, name, shows)
        refuse_too_much((*beside, attachment))
        self._staged.put(attachment.id, sealed)
        return attachment

    def forget(self, attachments: Iterable[Attachment]) -> None:
        """Remove the staged files of what was taken off a piece that is being written; POOL."""
        self._staged.delete(each.id for each in attachments)

    def open(self, attachment: Attachment) -> bytes:
        """Give the verified content of an attachment of a piece, or of one that is being written; POOL.

        Raises UserError attachment-missing, attachment-damaged.
        """
        sealed = self._staged.get(attachment)
        if sealed is None:
            return read_attachment(self._folder, attachment)
        return open_sealed(sealed, attachment)

    def save_as(self, attachment: Attachment, path: Path, *, overwrite: bool = False) -> None:
        """Write the plain content of an attachment where somebody asked for it, whole or not at all; POOL.

        Raises UserError attachment-missing, attachment-damaged, file-exists, disk-full, disk-failed, folder-read-only,
        folder-gone.
        """
        content = self.open(attachment)
        reveal(write_hidden(path, lambda file: _write(file, content), overwrite=overwrite))

    @contextmanager
    def keeping(self, command: commands.Command) -> Iterator[None]:
        """Bring what a command attaches into the vault before the block commits the entry that names it.

        Raises UserError attachment-missing where its sealed file is not there any more, too-many, disk-full,
        disk-failed, folder-read-only, and what the block raises: then none of it stays, and all can be tried again.
        """
        fresh = self._fresh(command)
        files = {each.id: self._staged_file(each) for each in fresh}
        if not files:
            yield
            return
        kept = self._vault.attachments
        try:
            kept.keep(files, kept.mark_of_next(self._vault.author.writer))
            yield
        except BaseException:
            kept.discard(files)
            raise
        kept.settle(files)
        self._staged.delete(files)

    def _fresh(self, command: commands.Command) -> tuple[Attachment, ...]:
        """Give the attachments of a command that its piece does not have yet."""
        attachments = named(command)
        if not attachments or not isinstance(command, commands.CorrectObservation):
            return attachments
        piece = self._vault.read(lambda db: read_observation(db, command.entity))
        there = {each for version in piece.versions for each in version.attachments}
        return tuple(each for each in attachments if each not in there)

    def _staged_file(self, attachment: Attachment) -> bytes:
        sealed = self._staged.get(attachment)
        if sealed is None:
            raise UserError("attachment-missing", title=attachment.title)
        return sealed


def find_attachment(piece: Observation, attachment: str) -> Attachment:
    """Give what a version of a piece says of an attachment; raises UserError not-found."""
    for version in piece.versions:
        for each in version.attachments:
            if each.id == attachment:
                return each
    raise UserError("not-found", what="attachment")


def named(command: commands.Command) -> tuple[Attachment, ...]:
    """Give the attachments that a command's piece should have; raises as `refuse_too_much`, and too-many for twins."""
    if not isinstance(command, commands.RecordObservation | commands.CorrectObservation):
        return ()
    attachments = command.observation.attachments
    if len({each.id for each in attachments}) != len(attachments):
        raise UserError("too-many", field="attachments", limit=1)
    refuse_too_much(attachments)
    return attachments


def refuse_too_much(attachments: tuple[Attachment, ...]) -> None:
    """Raise UserError attachments-too-many or attachments-too-large for more than one piece can have."""
    if len(attachments) > ATTACHMENTS_MAX:
        raise UserError("attachments-too-many", limit=ATTACHMENTS_MAX)
    if sum(each.size_bytes for each in attachments) > TOGETHER_MAX_BYTES:
        raise UserError("attachments-too-large", mib=TOGETHER_MAX_BYTES >> 20)


def _taken(data: bytes) -> tuple[bytes, str]:
    if not data:
        raise UserError("attachment-empty")
    if len(data) > ATTACHMENT_MAX_BYTES:
        raise UserError("attachment-too-large", mib=ATTACHMENT_MAX_BYTES >> 20)
    if _PICTURES.match(data):
        return cleaned(data)
    for begins, media_type in _KEPT:
        if begins.match(data) and not (media_type == "audio/mp4" and _FILM.search(data)):
            return data, media_type
    raise UserError("attachment-type")


def shown_name(name: str) -> str:
    """Give a file's name without a path and without what cannot be seen, as a message can hold it."""
    return _UNSEEN.sub("_", re.split(r"[/\\]", name)[-1]).strip()[:TITLE_MAX]


def name_outside(attachment: Attachment) -> str:
    """Give a name for the file outside the vault, ending as what it is: another site may have named it anything."""
    return Path(shown_name(attachment.title)).stem + EXTENSIONS.get(attachment.media_type, ".bin")


def _title(name: str, media_type: str) -> str:
    """Give a file's name as it is shown, ending as what the file is now."""
    extension = EXTENSIONS[media_type]
    stem = Path(shown_name(name)).stem.strip()
    return (stem or "bijlage")[: TITLE_MAX - len(extension)] + extension


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)
