r"""`keys.bak`: what opens a backup, and nothing that could be read without the vault's key.

Layout: "baken backup\\n" ‖ version (2 bytes) ‖ backup id (16) ‖ salt (32) ‖ length of the slot file (4) ‖ a copy of the
slot file ‖ length of the head (4) ‖ head ‖ grants, to the end. Numbers are big-endian. Head (one JSON text) and grants
(msgpack rows of entry id, target, key id, day, wrap) are each sealed with ChaCha20-Poly1305 under a key of their own,
HKDF(VK, label, salt); everything before the head's length is associated data of both. The salt is new at every writing,
so that no key seals twice. The file is only ever replaced whole. Source: security.md, "Backup".
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken import crypto
from baken.errors import UserError
from baken.wire.codec import Hex16, Hex32, Key32, Millis, Wire, decode, encode
from baken.wire.manifest import HeadClaim

from .files import file_errors, open_own, user_error, write_durably
from .slots import SlotFile

KEYS_NAME = "keys.bak"
FORMAT_VERSION = 1
_MAGIC = b"baken backup\n"
_PREFIX = struct.Struct(f">{len(_MAGIC)}sH16s32sI")
_LENGTH = struct.Struct(">I")
_SLOTS_MAX_BYTES = 1 << 20
_HEAD_MAX_BYTES = 16 << 20
_HEAD_LABEL, _GRANTS_LABEL = "baken backup head v1", "baken backup grants v1"


class BackupHead(Wire, frozen=True, kw_only=True):
    """What a backup says of itself: whose it is, how far its journal had come, and how to open and check that.

    `attachments` are names and sizes in bytes; `made_ms` is UTC milliseconds by the clock of then; `unsummed`
    are tables whose stored sum counts an import that was under way and is not in the copy.
    """

    id: Hex16
    site: Hex32
    laptop: Hex16
    made_ms: Millis
    revision: int
    entries: int
    chains: tuple[HeadClaim, ...]
    unsummed: tuple[str, ...]
    journal_key: Key32
    journal_bytes: int
    journal_sha256: Hex32
    attachments: dict[str, int]


class GrantRow(msgspec.Struct, frozen=True, array_like=True):
    """One grant, by the id of its entry: row numbers differ between a vault and its restored copy."""

    entry: bytes
    target: str
    key_id: bytes
    day: int | None
    wrap: bytes


@dataclass(frozen=True, kw_only=True)
class BackupKeys:
    """An opened `keys.bak`."""

    head: BackupHead = field(repr=False)
    slot_file: SlotFile
    grants: list[GrantRow] = field(repr=False)


_rows = msgspec.msgpack.Decoder(list[GrantRow])


def write_keys(
    folder: Path, slot_file: SlotFile, vault_key: bytes, head: BackupHead, grants: Iterable[GrantRow]
) -> None:
    """Write or replace a backup's keys; durable when this returns. Raises UserError disk-full and the like."""
    slots, salt = slot_file.encode(), crypto.random_bytes(32)
    prefix = _PREFIX.pack(_MAGIC, FORMAT_VERSION, bytes.fromhex(head.id), salt, len(slots)) + slots
    sealed_head = crypto.seal(crypto.hkdf(vault_key, _HEAD_LABEL, salt=salt), encode(head), aad=prefix)
    rows = msgspec.msgpack.encode(list(grants))
    sealed_grants = crypto.seal(crypto.hkdf(vault_key, _GRANTS_LABEL, salt=salt), rows, aad=prefix)
    with file_errors():
        write_durably(folder / KEYS_NAME, prefix + _LENGTH.pack(len(sealed_head)) + sealed_head + sealed_grants)


def read_slot_file(folder: Path) -> SlotFile:
    """Give the slots of a backup, which anybody can see and only its people can open.

    Raises UserError backup-missing (no such file), backup-damaged, backup-newer, folder-unreadable, disk-failed.
    """
    with _opened(folder) as file:
        return _slots_of(_prefix(file)[1])


def read_head(folder: Path, vault_key: bytes) -> BackupHead:
    """Give what a backup says of itself; as `read_slot_file`, and backup-damaged under another vault's key."""
    with _opened(folder) as file:
        salt, prefix = _prefix(file)
        return _head(file, vault_key, salt, prefix)


def read_keys(folder: Path, vault_key: bytes) -> BackupKeys:
    """Open all of it; errors as `read_head`."""
    with _opened(folder) as file:
        salt, prefix = _prefix(file)
        head = _head(file, vault_key, salt, prefix)
        try:
            key = crypto.hkdf(vault_key, _GRANTS_LABEL, salt=salt)
            rows = _rows.decode(crypto.open_sealed(key, _read(file), aad=prefix))
        except (UserError, msgspec.MsgspecError) as error:
            raise UserError("backup-damaged") from error
        return BackupKeys(head=head, slot_file=_slots_of(prefix), grants=rows)


def _opened(folder: Path) -> BinaryIO:
    try:
        return open_own(folder / KEYS_NAME)
    except (FileNotFoundError, NotADirectoryError):
        raise UserError("backup-missing") from None
    except PermissionError:
        raise UserError("folder-unreadable") from None
    except OSError as error:
        raise user_error(error) from error


def _read(file: BinaryIO, size: int = -1) -> bytes:
    with file_errors():
        return file.read(size)


def _prefix(file: BinaryIO) -> tuple[bytes, bytes]:
    """Read up to the head's length; gives the salt and all bytes read."""
    fixed = _read(file, _PREFIX.size)
    if len(fixed) < _PREFIX.size or not fixed.startswith(_MAGIC):
        raise UserError("backup-damaged")
    _, version, _, salt, length = _PREFIX.unpack(fixed)
    if version > FORMAT_VERSION:
        raise UserError("backup-newer")
    if version < 1 or length > _SLOTS_MAX_BYTES:
        raise UserError("backup-damaged")
    return salt, fixed + _read(file, length)


def _slots_of(prefix: bytes) -> SlotFile:
    try:
        return SlotFile.decode(prefix[_PREFIX.size :])
    except UserError as error:
        raise UserError("backup-newer" if error.code == "vault-newer" else "backup-damaged") from error


def _head(file: BinaryIO, vault_key: bytes, salt: bytes, prefix: bytes) -> BackupHead:
    length = int.from_bytes(_read(file, _LENGTH.size), "big")
    if length > _HEAD_MAX_BYTES:
        raise UserError("backup-damaged")
    key, sealed = crypto.hkdf(vault_key, _HEAD_LABEL, salt=salt), _read(file, length)
    try:
        text = crypto.open_sealed(key, sealed, aad=prefix)
        return decode(text, BackupHead, what="backup", cap_bytes=_HEAD_MAX_BYTES)
    except UserError as error:
        raise UserError("backup-damaged") from error
