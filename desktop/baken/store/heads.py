"""Signed heads: how far the journal had come, kept where a restored database does not reach.

Written after commits into the vault's folder and into the user's state folder on this machine. Whoever puts an
older database back cannot bring the head along without both. A head is signed by its writer and carries a MAC under
the vault's key, so that any user of the vault can tell a real one. It holds ids and sums, no content.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.wire.codec import Hex16, Hex32, Key32, Millis, Wire
from baken.wire.manifest import HeadClaim
from baken.wire.signed import DOCUMENT_MAX_BYTES, DocumentKind

from .database import Connection
from .files import file_errors, open_own, write_durably

HEAD_NAME = "head"
_MAC_BYTES = 32
_MOST_MACS = 2
_LOCAL_HEADS = """
SELECT id, (SELECT max(sequence) FROM entry WHERE entry.writer = writer.id) FROM writer ORDER BY number"""
_ENTRY_AT = "SELECT id FROM entry WHERE writer = ? AND sequence = ? ORDER BY number LIMIT 1"
_HAS_ENTRY = "SELECT 1 FROM entry WHERE id = ?"


class Head(Wire, frozen=True, kw_only=True):
    """What a journal had reached: its revision, the sums of its tables, the ends of this laptop's chains."""

    site: Hex32
    laptop: Hex16
    made_ms: Millis
    revision: int
    digests: dict[str, Hex32]
    chains: tuple[HeadClaim, ...]
    signer: Key32


HEADS = DocumentKind(tag=b"BKH1", label="baken head v1", shape=Head)


@dataclass(frozen=True, kw_only=True)
class HeadPlaces:
    """Whose heads they are and where they lie; `state` is None where there is no state folder."""

    folder: Path
    state: Path | None
    site: str
    laptop: str

    def paths(self) -> list[Path]:
        """Give both places; the name in the state folder says neither site nor person."""
        found = [self.folder / HEAD_NAME]
        if self.state is not None:
            found.append(self.state / f"head-{crypto.sha256(b'baken head name', self.laptop.encode()).hex()[:16]}")
        return found


def head_key(vault_key: bytes) -> bytes:
    """Derive the key of the MAC over heads."""
    return crypto.hkdf(vault_key, "baken head mac v1")


def local_heads(connection: Connection) -> tuple[HeadClaim, ...]:
    """Give the ends of the chains written on this laptop; they also travel with bundles."""
    claims = []
    for writer, sequence in connection.execute(_LOCAL_HEADS).fetchall():
        identity = connection.execute(_ENTRY_AT, (writer, sequence)).fetchone()[0]
        claims.append(HeadClaim(writer=writer.hex(), sequence=sequence, entry=identity.hex()))
    return tuple(claims)


def write_head(head: Head, seed: bytes, mac_keys: Sequence[bytes], places: HeadPlaces) -> None:
    """Sign a head and put it into both places; while the vault's key is being changed, with a MAC under either.

    Raises UserError disk-full and the like for the vault's folder. The state folder is a second chance: when it
    cannot be written, the first still holds.
    """
    document = HEADS.sign(seed, head)
    data = document + b"".join(crypto.hmac_sha256(key, document) for key in mac_keys)
    first, *others = places.paths()
    with file_errors():
        write_durably(first, data)
    for path in others:
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, data)


def read_heads(places: HeadPlaces, mac_key: bytes) -> tuple[list[Head], list[tuple[str, str]]]:
    """Read both places; gives the real heads, and (head-missing or head-unreadable, file) for each that is none."""
    heads, faults = [], []
    for path in places.paths():
        try:
            with open_own(path) as file:
                heads.append(_read(file.read(DOCUMENT_MAX_BYTES + 1024), mac_key))
        except FileNotFoundError:
            faults.append(("head-missing", path.name))
        except (OSError, UserError):
            faults.append(("head-unreadable", path.name))
    return heads, faults


def _read(data: bytes, mac_key: bytes) -> Head:
    for count in range(1, _MOST_MACS + 1):
        document, macs = data[: -count * _MAC_BYTES], data[-count * _MAC_BYTES :]
        expected = crypto.hmac_sha256(mac_key, document)
        if any(crypto.is_equal(expected, macs[at : at + _MAC_BYTES]) for at in range(0, len(macs), _MAC_BYTES)):
            break
    else:
        raise UserError("signature-invalid")
    signed = HEADS.read(document)
    HEADS.verify(signed.value.signer, signed)
    return signed.value


def is_behind(connection: Connection, head: Head, revision: int, digests: dict[str, str]) -> bool:
    """Say whether the journal lacks something that a head saw: it, or a page of it, was put back."""
    if revision < head.revision or (revision == head.revision and digests != head.digests):
        return True
    return any(
        connection.execute(_HAS_ENTRY, (bytes.fromhex(claim.entry),)).fetchone() is None for claim in head.chains
    )
