"""The text header of an age v1 file.

Promises: a header that is read here would be written byte for byte the same, and its MAC is computed over the
bytes as they came. It must never look at keys. Source: C2SP age.md, "Header".
"""

import binascii
from dataclasses import dataclass
from typing import Final

from baken import crypto
from baken.errors import UserError

from .age_stream import ByteSource

FILE_KEY_BYTES: Final = 16
HEADER_MAX_BYTES: Final = 1 << 20  # some six hundred post-quantum recipients

_VERSION_LINE: Final = b"age-encryption.org/v1\n"
_ARMOR: Final = b"-----BEGIN AGE"
_STANZA: Final = b"-> "
_MAC: Final = b"---"
_COLUMNS: Final = 64
_MAC_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Stanza:
    """One recipient's share of the header: its type, further arguments and a body."""

    type: str
    arguments: tuple[str, ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class AgeHeader:
    """The stanzas, the header's bytes up to and including "---", and the MAC over them, not yet verified."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes


def base64_text(data: bytes) -> str:
    """Base64 without padding."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").decode("ascii")


def base64_bytes(text: bytes) -> bytes:
    """Read canonical Base64 without padding; UserError "age-header" for anything else."""
    try:
        data = binascii.a2b_base64(text + b"=" * (-len(text) % 4), strict_mode=True)
    except binascii.Error:
        raise UserError("age-header") from None
    if base64_text(data).encode() != text:
        raise UserError("age-header")
    return data


def header_mac(file_key: bytes, covered: bytes) -> bytes:
    """HMAC over the header bytes up to and including "---": 32 bytes."""
    return crypto.hmac_sha256(crypto.hkdf(file_key, "header"), covered)


def encode_header(file_key: bytes, stanzas: tuple[Stanza, ...]) -> bytes:
    """Lay out a whole header with its MAC."""
    lines = [_VERSION_LINE]
    for stanza in stanzas:
        body = base64_text(stanza.body)
        lines.append(_STANZA + " ".join((stanza.type, *stanza.arguments)).encode("ascii") + b"\n")
        # A body that fills its last line is followed by an empty one: the short line ends it.
        lines += [body[start : start + _COLUMNS].encode() + b"\n" for start in range(0, len(body) + 1, _COLUMNS)]
    covered = b"".join(lines) + _MAC
    return covered + b" " + base64_text(header_mac(file_key, covered)).encode() + b"\n"


def read_header(source: ByteSource) -> AgeHeader:
    """Read a header, leaving `source` at the payload's nonce.

    Raises UserError "age-armor" for the text form, which Baken does not read, and "age-header" for anything
    else that is not exactly a header of at most 1 MiB.
    """
    lines = _Lines(source)
    first = lines.next()
    if first.startswith(_ARMOR):
        raise UserError("age-armor")
    if first != _VERSION_LINE:
        raise UserError("age-header")
    stanzas = []
    line = lines.next()
    while line.startswith(_STANZA):
        stanzas.append(_read_stanza(line, lines))
        line = lines.next()
    mac = base64_bytes(line[len(_MAC) + 1 : -1]) if line.startswith(_MAC + b" ") else b""
    if not stanzas or len(mac) != _MAC_BYTES:
        raise UserError("age-header")
    return AgeHeader(stanzas=tuple(stanzas), covered=lines.joined()[: -len(line)] + _MAC, mac=mac)


class _Lines:
    """Lines of a source, counted against the cap and remembered."""

    def __init__(self, source: ByteSource) -> None:
        self._source = source
        self._lines: list[bytes] = []
        self._left = HEADER_MAX_BYTES

    def next(self) -> bytes:
        line = self._source.readline(self._left)
        self._left -= len(line)
        self._lines.append(line)
        if not line.endswith(b"\n"):
            raise UserError("age-armor" if line.startswith(_ARMOR) else "age-header")
        return line

    def joined(self) -> bytes:
        return b"".join(self._lines)


def _read_stanza(line: bytes, lines: _Lines) -> Stanza:
    arguments = line[len(_STANZA) : -1].split(b" ")
    if not all(argument and all(33 <= code <= 126 for code in argument) for argument in arguments):
        raise UserError("age-header")
    body = []
    is_open = True
    while is_open:
        text = lines.next()[:-1]
        if len(text) > _COLUMNS:
            raise UserError("age-header")
        body.append(text)
        is_open = len(text) == _COLUMNS
    kind, *rest = (argument.decode("ascii") for argument in arguments)
    return Stanza(kind, tuple(rest), base64_bytes(b"".join(body)))
