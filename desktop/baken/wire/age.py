"""age v1 files: sealed to recipients, opened with identities, any size, file to file.

Promises: the format of the age tools, so that a colleague without Baken can open a file with one of them. It
authenticates nobody: who sent something is the bundle's business. It must never mix post-quantum and classical
recipients, and it reads neither passphrases nor armor. SPEC.md, "Age layer". Source: C2SP age.md.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from io import BytesIO

from baken import crypto
from baken.errors import UserError

from .age_header import FILE_KEY_BYTES, encode_header, header_mac, read_header
from .age_keys import (
    CLASSIC,
    POST_QUANTUM,
    Identity,
    Recipient,
    identity_text,
    parse_identity,
    parse_recipient,
    recipient_of,
    recipient_text,
    unwrap,
    wrap,
)
from .age_stream import NONCE_BYTES, ByteSink, ByteSource, PayloadWriter, open_payload, payload_cipher


def new_identity(*, is_post_quantum: bool = True) -> tuple[str, str]:
    """Make an identity; give its secret text and its recipient text."""
    identity = Identity(POST_QUANTUM if is_post_quantum else CLASSIC, crypto.random_bytes(crypto.KEY_BYTES))
    return identity_text(identity), recipient_text(recipient_of(identity))


def hpke_recipient(public: bytes) -> str:
    """Write an X-Wing public key (1,216 bytes) as "age1pq1…"."""
    return recipient_text(Recipient(POST_QUANTUM, public))


def hpke_public_of(recipient: str) -> bytes:
    """Read the X-Wing public key (1,216 bytes) of "age1pq1…"; UserError "key-text-invalid" for another."""
    parsed = parse_recipient(recipient)
    if parsed.type != POST_QUANTUM:
        raise UserError("key-text-invalid")
    return parsed.public


def hpke_identity(seed: bytes) -> str:
    """Write an X-Wing seed (32 bytes) as "AGE-SECRET-KEY-PQ-1…"."""
    return identity_text(Identity(POST_QUANTUM, seed))


@contextmanager
def sealing(target: ByteSink, recipients: Sequence[str]) -> Iterator[PayloadWriter]:
    """Write a header and give a writer of plaintext; leaving the block in peace ends the file.

    Raises UserError "key-text-invalid" or "key-invalid" for a recipient that is none, "age-recipients" for no
    recipient or a mixture of post-quantum and classical ones; then nothing has been written.
    """
    parsed = [parse_recipient(text) for text in recipients]
    if len({recipient.type for recipient in parsed}) != 1:
        raise UserError("age-recipients")
    file_key = crypto.random_bytes(FILE_KEY_BYTES)
    nonce = crypto.random_bytes(NONCE_BYTES)
    header = encode_header(file_key, tuple(wrap(recipient, file_key) for recipient in parsed))
    target.write(memoryview(header + nonce))
    with PayloadWriter(target, payload_cipher(file_key, nonce)) as writer:
        yield writer


def opening(source: ByteSource, identities: Sequence[str]) -> Generator[memoryview, None, None]:
    """Yield the verified plaintext in pieces of at most 1 MiB, each valid until the next is asked for.

    Raises, before the first piece, UserError "age-armor", "age-header", "age-passphrase", "age-no-identity",
    "age-header-mac", "key-text-invalid"; at any piece "age-payload".
    """
    parsed = tuple(parse_identity(text) for text in identities)
    header = read_header(source)
    file_key = unwrap(header.stanzas, parsed)
    if not crypto.is_equal(header_mac(file_key, header.covered), header.mac):
        raise UserError("age-header-mac")
    nonce = source.read(NONCE_BYTES)
    if len(nonce) != NONCE_BYTES:
        raise UserError("age-header")
    yield from open_payload(source, payload_cipher(file_key, nonce))


def seal_file(source: ByteSource, target: ByteSink, recipients: Sequence[str]) -> None:
    """Seal all of `source` into `target`; errors as `sealing`."""
    with sealing(target, recipients) as writer:
        writer.write_from(source)


def open_file(source: ByteSource, target: ByteSink, identities: Sequence[str]) -> int:
    """Open `source` into `target`; give the size of the plaintext in bytes. Errors as `opening`.

    Only verified chunks are written, but a fault further on is found when what came before is written already:
    the caller writes to a file that gets its name at the end, or calls `verify_file` first.
    """
    size = 0
    with closing(opening(source, identities)) as pieces:
        for piece in pieces:
            target.write(piece)
            size += len(piece)
    return size


def verify_file(source: ByteSource, identities: Sequence[str]) -> int:
    """Open all of `source` and keep nothing; give the size of the plaintext in bytes. Errors as `opening`."""
    with closing(opening(source, identities)) as pieces:
        return sum(len(piece) for piece in pieces)


def seal_bytes(plaintext: bytes, recipients: Sequence[str]) -> bytes:
    """Seal bytes that fit in memory; errors as `sealing`."""
    target = BytesIO()
    seal_file(BytesIO(plaintext), target, recipients)
    return target.getvalue()


def open_bytes(sealed: bytes, identities: Sequence[str]) -> bytes:
    """Open bytes that fit in memory; nothing is returned unless all of it verifies. Errors as `opening`."""
    target = BytesIO()
    open_file(BytesIO(sealed), target, identities)
    return target.getvalue()
