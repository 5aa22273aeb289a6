"""Sealed attachments of pieces that are not saved yet, kept beside the drafts of the user who wants to add them.

The draft holds the name and the key; the file survives a lock and a crash as the draft does. It is copied to the
attachments when the piece is saved, and goes with the draft. What no draft names any more goes at an opening, a day
later: a draft may still be on its way to the disk.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.held import hold
from baken.model.records import Attachment
from baken.wire.attachment import SEALED_ATTACHMENT_MAX_BYTES

from .drafts import DraftStore
from .files import file_errors, open_own, write_beside

KEPT_MS = 86_400_000
_NAME = re.compile(r"([0-9a-f]{32})\.sealed")


class StagedFiles:
    """The files of one user; `key` is that user's draft key (32 bytes)."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._root = folder.parent
        self._folder = folder / crypto.hkdf(key, "baken attached folder v1", length=8).hex()

    def put(self, identity: str, sealed: bytes) -> None:
        """Keep a sealed file, durable when this returns; may run elsewhere.

        Raises UserError disk-full, disk-failed, folder-read-only, folder-gone, vault-linked: then it is not there.
        """
        with file_errors(), hold(self._folder, self._root, make=True) as place:
            write_beside(place, f"{identity}.sealed", sealed)

    def get(self, attachment: Attachment) -> bytes | None:
        """Give a sealed file as it was kept, or None where it is not there or is another."""
        try:
            with open_own(self._folder / f"{attachment.id}.sealed", self._root) as file:
                sealed = file.read(SEALED_ATTACHMENT_MAX_BYTES + 1)
        except OSError:
            return None
        return sealed if crypto.sha256(sealed).hex() == attachment.sha256 else None

    def delete(self, identities: Iterable[str]) -> None:
        """Remove files whose piece is saved, or that were taken away; one that stays is a nuisance and no loss."""
        with suppress(OSError), hold(self._folder, self._root) as place:
            for identity in identities:
                with suppress(FileNotFoundError):
                    place.remove(f"{identity}.sealed")
            place.sync()

    def sweep(self, drafts: DraftStore, now_ms: int) -> None:
        """Remove files over a day old that no draft names; none while a draft cannot be read."""
        with suppress(OSError, UserError), hold(self._folder, self._root) as place:
            listed = drafts.list()
            if not all(draft.readable for draft in listed):
                return
            named = b"\n".join(drafts.get(draft.id) for draft in listed)
            for name, found in place.found():
                match = _NAME.fullmatch(name)
                is_named = match is not None and match[1].encode() in named
                if not is_named and found.st_mtime_ns // 1_000_000 < now_ms - KEPT_MS:
                    place.remove(name)
