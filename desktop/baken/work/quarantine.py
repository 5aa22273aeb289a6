"""A bundle in quarantine: copied into the vault's folder, so that nothing changes under our hands, and verified whole.

Nothing here changes the journal, and the file that a copy was made of stays as it is.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken.errors import UserError
from baken.held import hold, sync_descriptor
from baken.store.files import file_errors, open_own, open_regular, remove_durably
from baken.store.vault import OpenVault
from baken.wire.bundle_reader import BundleClaims, VerifiedBundle, inspect_bundle, verify_bundle
from baken.wire.certificate import SiteCard
from baken.wire.registry import AGE_FIRST_LINE

from .border import Border
from .cards import trusted_cards

FILE_MAX_BYTES = 300 << 20  # a bundle of 256 MiB with its age layer
Progress = Callable[[int, int], None]


class Quarantined(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle's copy inside the vault, and what opening it needs; the pool can verify it."""

    path: Path
    identities: tuple[str, ...]
    own_site: str
    is_practice: bool
    cards: dict[str, SiteCard]

    def discard(self) -> None:
        """Remove the copy; the file that it was made of stays as it is."""
        with file_errors():
            remove_durably(self.path, self.path.parent.parent)

    def open(self) -> BufferedReader:
        """Open the copy for reading. Raises UserError folder-gone, vault-linked."""
        with file_errors():
            return open_own(self.path, self.path.parent.parent)


def copy_in(vault: OpenVault, file: Path) -> Quarantined:
    """Copy a bundle into the vault's folder, so that nothing changes under our hands.

    Raises UserError file-missing, bundle-too-large, disk-full, folder-read-only.
    """
    folder = vault.folder / "quarantine"
    copy = folder / f"{secrets.token_hex(16)}.age"
    try:
        source = open_regular(file)
    except OSError:
        raise UserError("file-missing") from None
    with (
        source,
        file_errors(),
        hold(folder, vault.folder, make=True) as place,
        os.fdopen(place.create(copy.name), "wb") as target,
    ):
        shutil.copyfileobj(_Capped(source), target, 1 << 20)
        target.flush()
        sync_descriptor(target.fileno())
    return at(vault, copy)


def sweep(vault: OpenVault) -> None:
    """Remove what a programme that was stopped left half-done: copies in quarantine, files without their name.

    Called while nothing is under way: all of it can be had again. What cannot be removed stays.
    """
    for name, begin in (("quarantine", ""), ("outbox", "."), ("inbox", ".")):
        with suppress(OSError, UserError), hold(vault.folder / name, vault.folder) as place:
            for each, _ in place.found():
                if each.startswith(begin):
                    with suppress(OSError):
                        place.remove(each)


def at(vault: OpenVault, path: Path) -> Quarantined:
    """Describe a bundle that already lies in the vault's folder."""
    return Quarantined(
        path=path,
        identities=tuple(vault.desk_identities()),
        own_site=vault.card.site,
        is_practice=vault.card.practice,
        cards=vault.read(lambda _db: trusted_cards(vault)),
    )


@contextmanager
def copied_in(vault: OpenVault, file: Path) -> Iterator[Quarantined]:
    """Copy a bundle into quarantine for the length of the block."""
    copy = copy_in(vault, file)
    try:
        yield copy
    finally:
        copy.discard()


def verify(quarantined: Quarantined, progress: Progress | None = None) -> VerifiedBundle:
    """Verify all of a bundle and change nothing; POOL.

    Raises UserError not-lead (this user holds no identity of the desk), practice-bundle, live-bundle, site-not-trusted
    (with `fingerprint`) and those of `verify_bundle` and `check_part`.
    """
    if not quarantined.identities:
        raise UserError("not-lead")
    claims, border = claims_of(quarantined), Border()
    if claims.manifest.practice != quarantined.is_practice:
        raise UserError("practice-bundle" if claims.manifest.practice else "live-bundle")
    try:
        with quarantined.open() as source:
            return verify_bundle(
                source,
                quarantined.identities,
                own_site=quarantined.own_site,
                cards=quarantined.cards,
                check_part=border.check_part,
                check_attachment=border.check_attachment,
                progress=progress,
            )
    except UserError as refused:
        if refused.code == "site-not-trusted":
            raise UserError("site-not-trusted", fingerprint=_grouped(str(refused.params["site"]))) from None
        raise


def claims_of(quarantined: Quarantined) -> BundleClaims:
    """Read what a bundle says of itself, trusting nothing; POOL. Raises UserError of `inspect_bundle`."""
    with quarantined.open() as source:
        try:
            return inspect_bundle(source, quarantined.identities)
        except UserError as refused:
            if refused.code == "not-a-bundle":
                raise unreadable(quarantined.path) from None
            raise


def unreadable(path: Path) -> UserError:
    """Give the error for a file without a readable header: one that is empty or begins like a bundle is cut short."""
    with path.open("rb") as source:
        begins_so = AGE_FIRST_LINE.startswith(source.read(len(AGE_FIRST_LINE)))
    return UserError("bundle-damaged" if begins_so else "not-a-bundle")


def _grouped(site: str) -> str:
    """Give the beginning of a site's id as a fingerprint is shown; the two are equal until a site renews its key."""
    digits = site[:32].upper()
    return " ".join(digits[place : place + 4] for place in range(0, 32, 4))


class _Capped:
    """Reads a file up to the largest bundle there can be."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._left = FILE_MAX_BYTES

    def read(self, size: int = -1, /) -> bytes:
        """Read on; raises UserError bundle-too-large."""
        data = self._source.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise UserError("bundle-too-large")
        return data
