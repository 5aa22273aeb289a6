"""Unfinished pieces, kept from the first words on, each in a small sealed file of its own.

A draft survives a killed process and a power cut, needs no open journal, and is readable by its author only
(key from the author's own secret). Its file shows a size class and a time, nothing else. A draft that cannot be
read is kept and listed as unreadable; nothing but `delete` removes one. Beside them lies a reserve, so that the last
one fits on a full disk too.
"""

import re
from contextlib import suppress
from pathlib import Path

import msgspec

from baken import crypto
from baken.errors import BugError, UserError
from baken.held import hold

from .files import file_errors, is_full, open_own, remove_durably, write_beside
from .reserve import keep_reserve, write_into_reserve

SIZE_CLASS = 4096
MAX_BYTES = 1 << 20
RESERVE_BYTES = MAX_BYTES + SIZE_CLASS
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
        self._root = folder.parent
        # A folder per user, with a name that only its key gives: drafts of others are neither tried nor counted.
        self._folder = folder / crypto.hkdf(key, "baken draft folder v1", length=8).hex()

    def put(self, draft: str, content: bytes) -> None:
        """Save a draft under its id (32 hex digits), durable when this returns.

        Raises UserError: draft-too-large (over 1 MiB), disk-full, folder-read-only, folder-gone, disk-failed; the
        version saved before stays.
        """
        name, data = self._path(draft).name, self.seal(draft, content)
        with file_errors(), hold(self._folder, self._root, make=True) as place:
            try:
                write_beside(place, name, data)
            except OSError as error:
                if not is_full(error):
                    raise
                write_into_reserve(place, name, data)
            keep_reserve(place, RESERVE_BYTES)

    def seal(self, draft: str, content: bytes) -> bytes:
        """Give the bytes of a draft's file, for its author alone; raises UserError draft-too-large (over 1 MiB)."""
        if len(content) > MAX_BYTES:
            raise UserError("draft-too-large", limit=MAX_BYTES)
        nonce = crypto.random_bytes(_NONCE_BYTES)
        body = len(content).to_bytes(_LENGTH_BYTES, "big") + content
        fixed = len(_MAGIC) + _NONCE_BYTES + _TAG_BYTES
        body += bytes(-(fixed + len(body)) % SIZE_CLASS)
        return _MAGIC + nonce + crypto.seal(self._key, body, nonce=nonce, aad=_MAGIC + draft.encode())

    def unseal(self, draft: str, data: bytes) -> bytes:
        """Give what `seal` took; raises UserError draft-unreadable, also for a draft of somebody else."""
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

    def reserve(self) -> None:
        """Keep room for one more draft of the largest size, so that what is typed last fits on a full disk too.

        Where there is less room, less is kept; what hinders it is told when a draft is saved.
        """
        with suppress(OSError), hold(self._folder, self._root, make=True) as place:
            keep_reserve(place, RESERVE_BYTES)

    def get(self, draft: str) -> bytes:
        """Give a draft's content; raises UserError no-draft or draft-unreadable."""
        try:
            with open_own(self._path(draft), self._root) as file:
                data = file.read(MAX_BYTES + 2 * SIZE_CLASS)
        except FileNotFoundError as error:
            raise UserError("no-draft") from error
        except OSError as error:
            raise UserError("draft-unreadable") from error
        return self.unseal(draft, data)

    def list(self) -> tuple[DraftFile, ...]:
        """All drafts of this user, the last saved first; those that cannot be read are listed as such."""
        found: list[tuple[str, int]] = []
        with file_errors(), suppress(FileNotFoundError, NotADirectoryError), hold(self._folder, self._root) as place:
            found = [(name, each.st_mtime_ns // 1_000_000) for name, each in place.found() if _NAME.fullmatch(name)]
        drafts = [DraftFile(id=name, saved_ms=saved, readable=self._opens(name)) for name, saved in found]
        return tuple(sorted(drafts, key=lambda draft: (-draft.saved_ms, draft.id)))

    def delete(self, draft: str) -> None:
        """Remove a draft, durable when this returns; one that is gone already is no error."""
        path = self._path(draft)
        with file_errors(), suppress(FileNotFoundError):
            remove_durably(path, self._root)

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
