"""From an HTTP request to a caller, and from what was done to an answer that the caller can check.

Every answer to a request whose signature holds is signed by the mailbox and bound to that request; one without
a signature means that nobody who may be answered has asked.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import msgspec
from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from baken import crypto
from baken.errors import UserError
from baken.wire import codec, registry
from baken.wire.registry import SIGNATURE_HEADER, Refusal, RefusalBody
from baken_registry.gate import Caller, admit
from baken_registry.mailbox import Mailbox
from baken_registry.refusals import STATUS, RefusedError

_NO_STORE = {"cache-control": "no-store"}


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A success: bytes at hand, or `pieces` of a body whose hash and size are known beforehand."""

    body: bytes = b""
    pieces: Iterator[bytes] | None = None
    sha256: str = ""
    size_bytes: int = 0


Work = Callable[[Caller, registry.Request], Awaitable[Answer]]


async def answer(mailbox: Mailbox, http: Request, work: Work) -> Response:
    """Carry out `work` for an enrolled laptop, or refuse; either way give a signed answer where one is owed."""
    try:
        laptop, request = registry.read_request(mailbox.public_key, http.method, _target(http), dict(http.headers))
    except UserError as problem:
        stranger = problem.code == "signature-invalid"
        return _refusal(mailbox, None, Refusal.NOT_ENROLLED if stranger else Refusal.MALFORMED)
    try:
        caller = await run_in_threadpool(admit, mailbox.engine, laptop, request, mailbox.now_ms())
        done = await work(caller, request)
    except RefusedError as refused:
        return _refusal(mailbox, request, refused.refusal)
    except UserError as problem:
        return _refusal(mailbox, request, Refusal.STORAGE if problem.code == "storage" else Refusal.MALFORMED)
    return _success(mailbox, request, done)


async def body_of(http: Request) -> AsyncIterator[bytes]:
    """Give the body as it comes in; raises RefusedError where the connection ends before the body does."""
    while True:
        message = await http.receive()
        if message["type"] == "http.disconnect":
            raise RefusedError(Refusal.MALFORMED)
        yield message.get("body", b"")
        if not message.get("more_body", False):
            return


def _target(http: Request) -> str:
    """Path and query as they came over the line, before anything was decoded."""
    target: bytes = http.scope["raw_path"]
    query: bytes = http.scope["query_string"]
    return (target + b"?" + query if query else target).decode("latin-1")


def _success(mailbox: Mailbox, request: registry.Request, done: Answer) -> Response:
    sha256 = done.sha256 if done.pieces is not None else crypto.sha256(done.body).hex()
    headers = _NO_STORE | {SIGNATURE_HEADER: registry.sign_answer(mailbox.seed, request, 200, sha256)}
    if done.pieces is None:
        return Response(done.body, headers=headers, media_type="application/octet-stream")
    headers["content-length"] = str(done.size_bytes)
    return StreamingResponse(done.pieces, headers=headers, media_type="application/octet-stream")


def _refusal(mailbox: Mailbox, request: registry.Request | None, refusal: Refusal) -> Response:
    status = STATUS[refusal]
    body = codec.encode(RefusalBody(code=refusal.value, now_ms=mailbox.now_ms()))
    headers = dict(_NO_STORE)
    if request is not None:
        sha256 = crypto.sha256(body).hex()
        headers[SIGNATURE_HEADER] = registry.sign_answer(mailbox.seed, request, status, sha256)
    return Response(body, status_code=status, headers=headers, media_type="application/json")
