"""A stick, or any folder that people carry or share, as a carrier of sealed bundles.

Under `baken-bundles` there is a folder per addressee, named by half of its site id, with one file per bundle
named by bundle id and SHA-256. Whoever finds the stick and holds the card of a site can see that something is
for that site; nothing else is readable. Every file is written whole, synced and then named, so a stick that is
pulled out half-way holds the bundle or does not.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path

from baken.errors import UserError
from baken.held import hold, sync_folder

from .carrier import Progress, Waiting, no_progress
from .landing import (
    PIECE_BYTES,
    WrongBytesError,
    disk_errors,
    land,
    measure,
    open_sealed,
    stick_errors,
)

FOLDER = "baken-bundles"
_SHORT = 32  # hex digits of a site id or a laptop key in names: 128 bits, and paths that Windows can bear
_NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{64})\.age")
_SITE = re.compile(r"[0-9a-f]{64}")
_BUNDLE = re.compile(r"[0-9a-f]{32}")


class FolderCarrier:
    """One stick, as seen by one laptop of one site; site and laptop key as 64 hex digits.

    Nothing is deleted by an acknowledgement, since the site's other laptops may still come by: a mark says that
    this laptop has it. Emptying the stick is for people.
    """

    def __init__(self, root: Path, *, site: str, laptop: str, max_bytes: int) -> None:
        self._stick = root
        self._root = root / FOLDER
        self._own = self._root / site[:_SHORT]
        self._marks = self._own / f"seen-{laptop[:_SHORT]}"
        self._site = site
        self._max_bytes = max_bytes

    def push(self, path: Path, bundle: str, addressees: Sequence[str], progress: Progress = no_progress) -> bytes:
        """Copy a bundle into the folder of each addressee; a stick signs nothing, so the receipt is empty.

        Raises UserError: stick-gone, stick-full, stick-read-only, stick-bundle-differs where this id already
        names other bytes, stick-damaged where the file changes while it is read, and those of `disk_errors`.
        """
        size_bytes, sha256 = measure(path)
        name = f"{bundle}-{sha256}.age"
        for number, site in enumerate(sorted(set(addressees))):
            folder = self._root / site[:_SHORT]
            with stick_errors():
                with hold(folder, self._stick, make=True) as place:  # where a stick was, no folder is made
                    known = [found for found, _ in place.found() if found.startswith(bundle) and _NAME.fullmatch(found)]
                sync_folder(self._stick)
                sync_folder(self._root)
            if known and known != [name]:
                raise UserError("stick-bundle-differs")
            if not known:
                pieces = _own_pieces(path, progress, number * size_bytes, len(set(addressees)) * size_bytes)
                self._copy(pieces, folder / name, size_bytes, sha256)
            if site == self._site:
                self._mark(name)
        return b""

    def waiting(self) -> tuple[Waiting, ...]:
        """Give the bundles in this site's folder that this laptop has not marked, by name.

        Files that do not look like a bundle of an allowed size are passed over. Raises UserError(stick-gone).
        """
        found = []
        with stick_errors():
            if not self._stick.is_dir():
                raise UserError("stick-gone")
            if not self._own.is_dir():
                return ()
            seen = _names_in(self._marks, self._stick) if self._marks.is_dir() else set()
            with hold(self._own, self._stick) as place:
                files = sorted(place.found(), key=itemgetter(0))
        for name, status in files:
            match = _NAME.fullmatch(name)
            if match is None or name in seen or not stat.S_ISREG(status.st_mode):
                continue
            if status.st_size <= self._max_bytes:
                bundle, sha256 = match.groups()
                found.append(Waiting(bundle=bundle, sha256=sha256, size_bytes=status.st_size, reference=name))
        return tuple(found)

    def pull(self, waiting: Waiting, destination: Path, progress: Progress = no_progress) -> None:
        """Copy a bundle off the stick.

        Raises UserError: stick-gone, stick-damaged where the bytes are not those of its name, and those of
        `disk_errors`.
        """
        pieces = _stick_pieces(self._own / waiting.reference, self._stick, progress, waiting.size_bytes)
        try:
            with disk_errors():
                land(pieces, destination, size_bytes=waiting.size_bytes, sha256=waiting.sha256)
        except WrongBytesError as problem:
            raise UserError("stick-damaged") from problem

    def acknowledge(self, waiting: Waiting) -> None:
        """Mark a bundle as taken in by this laptop. Raises UserError: stick-gone, stick-full, stick-read-only."""
        self._mark(waiting.reference)

    def _copy(self, pieces: Iterator[bytes], destination: Path, size_bytes: int, sha256: str) -> None:
        try:
            with stick_errors():
                land(pieces, destination, size_bytes=size_bytes, sha256=sha256, root=self._stick)
        except WrongBytesError as problem:
            raise UserError("stick-damaged") from problem

    def _mark(self, name: str) -> None:
        with stick_errors():
            if not self._own.is_dir():
                raise UserError("stick-gone")
            with hold(self._marks, self._stick, make=True) as place:
                with suppress(FileExistsError):
                    os.close(place.create(name))
                place.sync()
            sync_folder(self._own)


def _names_in(folder: Path, stick: Path) -> set[str]:
    with hold(folder, stick) as place:
        return {name for name, _ in place.found()}


def _own_pieces(path: Path, progress: Progress, before: int, total: int) -> Iterator[bytes]:
    done = before
    with disk_errors(), open_sealed(path) as file:
        while piece := file.read(PIECE_BYTES):
            yield piece
            done += len(piece)
            progress(done, total)


def _stick_pieces(path: Path, stick: Path, progress: Progress, total: int) -> Iterator[bytes]:
    done = 0
    with stick_errors(), open_sealed(path, stick) as file:
        while piece := file.read(PIECE_BYTES):
            yield piece
            done += len(piece)
            progress(done, total)
