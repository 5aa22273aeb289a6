"""The payload of an age v1 file: 64 KiB chunks, each sealed under a counter and a last-chunk flag.

Promises: nothing is given out before its chunk is verified, and memory stays at about 5 MiB whatever the size.
One worker thread reads ahead or writes behind while this thread seals or opens, since `cryptography` lets go of
the interpreter meanwhile. Source: C2SP age.md, "Payload".
"""

from collections.abc import Generator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Final, Protocol, Self

from baken import crypto
from baken.errors import UserError

CHUNK_BYTES: Final = 1 << 16
NONCE_BYTES: Final = 16

_SEALED_CHUNK_BYTES: Final = CHUNK_BYTES + crypto.TAG_BYTES
_BATCH_CHUNKS: Final = 16  # fewer hand-overs between the threads; measured as the cheapest of 1, 4, 8, 16 and 32
_BATCH_BYTES: Final = _BATCH_CHUNKS * CHUNK_BYTES
_SEALED_BATCH_BYTES: Final = _BATCH_CHUNKS * _SEALED_CHUNK_BYTES


class ByteSink(Protocol):
    """What can be written to."""

    def write(self, data: memoryview, /) -> object:
        """Take all of `data`."""


class ByteSource(Protocol):
    """What can be read from: a file opened for reading bytes, or `BytesIO`."""

    def read(self, size: int, /) -> bytes:
        """Give `size` bytes, fewer at the end."""

    def readline(self, size: int, /) -> bytes:
        """Give the bytes up to and including a line feed, at most `size`."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Fill the front of `buffer`; give the number of bytes, 0 at the end."""


def payload_cipher(file_key: bytes, nonce: bytes) -> crypto.ChunkCipher:
    """Make the cipher of one file's payload."""
    return crypto.ChunkCipher(crypto.hkdf(file_key, "payload", salt=nonce))


def _chunk_nonce(counter: int, *, is_last: bool) -> bytes:
    return counter.to_bytes(11, "big") + (b"\x01" if is_last else b"\x00")


def _fill(source: ByteSource, buffer: memoryview) -> int:
    """Read until `buffer` is full or the source ends; give the number of bytes."""
    filled = 0
    while filled < len(buffer):
        count = source.readinto(buffer[filled:])
        if not count:
            break
        filled += count
    return filled


class PayloadWriter:
    """Seals what is written to it; a context manager, whose leaving in peace writes the last chunk."""

    def __init__(self, target: ByteSink, cipher: crypto.ChunkCipher) -> None:
        self._target = target
        self._cipher = cipher
        self._plain = memoryview(bytearray(_BATCH_BYTES))
        self._ahead = memoryview(bytearray(_BATCH_BYTES))
        self._sealed = [memoryview(bytearray(_SEALED_BATCH_BYTES)) for _ in range(2)]
        self._filled = 0
        self._counter = 0
        self._pool = ThreadPoolExecutor(1)
        self._writing: Future[object] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the last chunk unless an exception passes through; stop the thread in any case."""
        try:
            if kind is None:
                self._flush(is_last=True)
                self._wait()
        finally:
            self._pool.shutdown()

    def write(self, data: bytes | memoryview) -> None:
        """Seal `data` next; raises the target's OSError, perhaps that of an earlier write."""
        rest = memoryview(data)
        while rest:
            # A full batch is held until more comes: only then is it known not to be the last.
            if self._filled == _BATCH_BYTES:
                self._flush(is_last=False)
            count = min(len(rest), _BATCH_BYTES - self._filled)
            self._plain[self._filled : self._filled + count] = rest[:count]
            self._filled += count
            rest = rest[count:]

    def write_from(self, source: ByteSource) -> None:
        """Seal all that `source` gives next, without a copy in between."""
        self._filled += _fill(source, self._plain[self._filled :])
        while self._filled == _BATCH_BYTES:
            count = _fill(source, self._ahead)
            if not count:
                break
            self._flush(is_last=False)
            self._plain, self._ahead = self._ahead, self._plain
            self._filled = count

    def _flush(self, *, is_last: bool) -> None:
        sealed = self._sealed[0]
        self._sealed.reverse()
        size = 0
        for start in range(0, max(self._filled, 1), CHUNK_BYTES):
            plain = self._plain[start : min(start + CHUNK_BYTES, self._filled)]
            end = size + len(plain) + crypto.TAG_BYTES
            nonce = _chunk_nonce(self._counter, is_last=is_last and start + CHUNK_BYTES >= self._filled)
            self._cipher.seal_into(nonce, plain, sealed[size:end])
            self._counter += 1
            size = end
        self._filled = 0
        self._wait()
        self._writing = self._pool.submit(self._target.write, sealed[:size])

    def _wait(self) -> None:
        if self._writing is not None:
            self._writing.result()
            self._writing = None


def open_payload(source: ByteSource, cipher: crypto.ChunkCipher) -> Generator[memoryview, None, None]:
    """Yield the verified plaintext in pieces of at most 1 MiB, each valid until the next is asked for.

    Raises UserError "age-payload" for a chunk that does not verify, a missing or an early last chunk, an empty
    last chunk after others, or bytes after the last; what was verified before it has been yielded.
    """
    # Three buffers: one being opened, one read already (whether it is empty says if the first is the last),
    # one being filled by the worker.
    sealed = [memoryview(bytearray(_SEALED_BATCH_BYTES)) for _ in range(3)]
    plain = memoryview(bytearray(_BATCH_BYTES))
    counter = 0
    with ThreadPoolExecutor(1) as pool:
        size = _fill(source, sealed[0])
        next_size = _fill(source, sealed[1])
        is_last = False
        while not is_last:
            is_last = next_size == 0
            ahead = pool.submit(_fill, source, sealed[2])
            opened, is_whole = _open_batch(cipher, sealed[0][:size], plain, counter, is_last=is_last)
            if opened:
                yield plain[:opened]
            if not is_whole:
                raise UserError("age-payload")
            counter += _BATCH_CHUNKS
            size, next_size = next_size, ahead.result()
            sealed = [sealed[1], sealed[2], sealed[0]]


def _open_batch(
    cipher: crypto.ChunkCipher, sealed: memoryview, plain: memoryview, counter: int, *, is_last: bool
) -> tuple[int, bool]:
    """Open the chunks of a batch; give the plaintext's size up to the first fault and whether there was none."""
    opened = 0
    for start in range(0, len(sealed), _SEALED_CHUNK_BYTES):
        chunk = sealed[start : start + _SEALED_CHUNK_BYTES]
        size = len(chunk) - crypto.TAG_BYTES
        is_end = is_last and start + len(chunk) == len(sealed)
        if size < 0 or (size == 0 and counter + start > 0):
            return opened, False
        place = plain[opened : opened + size]
        number = counter + start // _SEALED_CHUNK_BYTES
        if not _opens(cipher, _chunk_nonce(number, is_last=is_end), chunk, place):
            # A full chunk that verifies under the other flag is genuine, and only the file's end is not where it
            # should be: it is given out, as the age tools do, before the fault is raised.
            nonce = _chunk_nonce(number, is_last=not is_end)
            is_genuine = size == CHUNK_BYTES and _opens(cipher, nonce, chunk, place)
            return opened + size * is_genuine, False
        opened += size
    return opened, bool(sealed)


def _opens(cipher: crypto.ChunkCipher, nonce: bytes, chunk: memoryview, place: memoryview) -> bool:
    try:
        cipher.open_into(nonce, chunk, place)
    except UserError:
        return False
    return True
