"""Unfinished pieces, kept from the first words on, each in a small sealed file of its own.

A draft survives a killed process and a power cut, needs no open journal, and is readable by its author only
(key from the author's own secret). Its file shows a size class and a time, nothing else. A draft that cannot be
read is kept and listed as unreadable; nothing but `delete` removes one.
"""

import re
from pathlib import Path

import msgspec

from baken import crypto
from baken.errors import BugError, UserError

from .files import file_errors, open_regular, remove_durably, write_durably

SIZE_CLASS = 4096
MAX_BYTES = 1 << 20
_MAGIC = b"baken draft 1\n"
_NAME = re.compile(r"[0-9a-f]{32}")
_NONCE_BYTES, _LENGTH_BYTES, _TAG_BYTES = 12, 4, 16


class DraftFile(msgspec.Struct, frozen=True, kw_only=True):
    """One draft in the folder: its id, when it was last saved (UTC milliseconds), and whether it opens."""

    id: str
    saved_ms: int
    readable: bool


class DraftStore:
    """The drafts of one user. `key` is the user's draft key (32 bytes); files of others stay unread and unlisted."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._key = key
        # A folder per user, with a name that only its key gives: drafts of others are neither tried nor counted.
        self._folder = folder / crypto.hkdf(key, "baken draft folder v1", length=8).hex()

    def put(self, draft: str, content: bytes) -> None:
        """Save a draft under its id (32 hex digits), durable when this returns.

        Raises UserError: draft-too-large (over 1 MiB), disk-full, folder-read-only, folder-gone, disk-failed; the
        version saved before stays.
        """
        path = self._path(draft)
        if len(content) > MAX_BYTES:
            raise UserError("draft-too-large", limit=MAX_BYTES)
        nonce = crypto.random_bytes(_NONCE_BYTES)
        body = len(content).to_bytes(_LENGTH_BYTES, "big") + content
        fixed = len(_MAGIC) + _NONCE_BYTES + _TAG_BYTES
        body += bytes(-(fixed + len(body)) % SIZE_CLASS)
        sealed = crypto.seal(self._key, body, nonce=nonce, aad=_MAGIC + draft.encode())
        with file_errors():
            for folder in (self._folder.parent, self._folder):  # and no further: a vault that is gone is not begun anew
                folder.mkdir(mode=0o700, exist_ok=True)
            write_durably(path, _MAGIC + nonce + sealed)

    def get(self, draft: str) -> bytes:
        """Give a draft's content; raises UserError no-draft or draft-unreadable."""
        try:
            with open_regular(self._path(draft)) as file:
                data = file.read(MAX_BYTES + 2 * SIZE_CLASS)
        except FileNotFoundError as error:
            raise UserError("no-draft") from error
        except OSError as error:
            raise UserError("draft-unreadable") from error
        nonce = data[len(_MAGIC) : len(_MAGIC) + _NONCE_BYTES]
        if not data.startswith(_MAGIC) or len(nonce) != _NONCE_BYTES:
            raise UserError("draft-unreadable")
        try:
            body = crypto.open_sealed(
                self._key, data[len(_MAGIC) + _NONCE_BYTES :], nonce=nonce, aad=_MAGIC + draft.encode()
            )
        except UserError as error:
            raise UserError("draft-unreadable") from error
        length = int.from_bytes(body[:_LENGTH_BYTES], "big")
        return body[_LENGTH_BYTES : _LENGTH_BYTES + length]

    def list(self) -> tuple[DraftFile, ...]:
        """All drafts of this user, the last saved first; those that cannot be read are listed as such."""
        if not self._folder.is_dir():
            return ()
        with file_errors():
            names = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
            found = [(path.name, path.stat().st_mtime_ns // 1_000_000) for path in names]
        drafts = [DraftFile(id=name, saved_ms=saved, readable=self._opens(name)) for name, saved in found]
        return tuple(sorted(drafts, key=lambda draft: (-draft.saved_ms, draft.id)))

    def delete(self, draft: str) -> None:
        """Remove a draft, durable when this returns; one that is gone already is no error."""
        path = self._path(draft)
        if self._folder.is_dir():
            with file_errors():
                remove_durably(path)

    def _opens(self, draft: str) -> bool:
        try:
            self.get(draft)
        except UserError:
            return False
        return True

    def _path(self, draft: str) -> Path:
        if not _NAME.fullmatch(draft):
            raise BugError("a draft id is 32 hexadecimal digits")
        return self._folder / draft
