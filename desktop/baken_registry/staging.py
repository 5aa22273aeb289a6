"""An upload on its way in: counted, hashed and kept in a file without a name until it is whole.

A file without a name is gone with the process, so a crash leaves nothing to clean up.
"""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from fastapi.concurrency import run_in_threadpool

from baken.wire.registry import AGE_FIRST_LINE, Refusal
from baken_registry.database import CHUNK_BYTES
from baken_registry.limits import Limits
from baken_registry.refusals import RefusedError


@contextmanager
def _full_disk_is_refused() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise RefusedError(Refusal.STORAGE) from problem


class StagedUpload:
    """The body of one push. Raises RefusedError(storage) where the disk is full."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.size_bytes = 0

    @property
    def sha256(self) -> str:
        """The hash of all that came in, as hexadecimal text."""
        return self._digest.hexdigest()

    def add(self, data: bytes) -> None:
        """Take the next bytes."""
        with _full_disk_is_refused():
            self._file.write(data)
            self._file.flush()
        self._digest.update(data)
        self.size_bytes += len(data)

    def starts_as_age_file(self) -> bool:
        """Say whether the first line is that of an age file; more can nobody see without a key."""
        self._file.seek(0)
        return self._file.read(len(AGE_FIRST_LINE)) == AGE_FIRST_LINE

    def pieces(self) -> Iterator[bytes]:
        """Give the bytes from the beginning, at most CHUNK_BYTES at a time."""
        self._file.seek(0)
        while data := self._file.read(CHUNK_BYTES):
            yield data


@contextmanager
def staged_upload(folder: Path) -> Iterator[StagedUpload]:
    """Give an empty upload in `folder`, of which nothing is left on disk at the end."""
    with ExitStack() as stack:
        with _full_disk_is_refused():
            file = stack.enter_context(tempfile.TemporaryFile(dir=folder))
        yield StagedUpload(file)


async def receive(stream: AsyncIterator[bytes], upload: StagedUpload, limits: Limits) -> None:
    """Take in a whole body.

    Raises RefusedError: more than one bundle may be (as soon as that shows), or a sender that is silent or slow
    beyond the limits.
    """
    buffer = bytearray()
    try:
        async with asyncio.timeout(limits.upload_s):
            while True:
                async with asyncio.timeout(limits.idle_s):
                    data = await anext(stream, None)
                if data is None:
                    break
                buffer += data
                if upload.size_bytes + len(buffer) > limits.bundle_bytes:
                    raise RefusedError(Refusal.TOO_LARGE)
                if len(buffer) >= CHUNK_BYTES:
                    await run_in_threadpool(upload.add, bytes(buffer))
                    buffer.clear()
    except TimeoutError as problem:
        raise RefusedError(Refusal.BUSY) from problem
    await run_in_threadpool(upload.add, bytes(buffer))
