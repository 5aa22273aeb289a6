"""The mailbox as an ASGI application: five targets for enrolled laptops, and nothing for anybody else.

No pages, no schema to download, no log of who asked for what: wire/SPEC.md is the contract, and the mailbox's
own log holds counts only.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool

from baken.errors import UserError
from baken.wire import codec, registry
from baken.wire.registry import EMPTY_SHA256, Refusal
from baken_registry import bundles
from baken_registry.desk import Answer, answer, body_of
from baken_registry.gate import Caller
from baken_registry.mailbox import Mailbox
from baken_registry.refusals import RefusedError
from baken_registry.staging import receive, staged_upload

log = logging.getLogger(__name__)


def make_application(mailbox: Mailbox) -> FastAPI:
    """Give the application that serves one mailbox; while it runs it sweeps out what has expired."""

    @asynccontextmanager
    async def lifespan(_application: FastAPI) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(_sweep_for_ever(mailbox))
        yield
        sweeping.cancel()
        with suppress(asyncio.CancelledError):
            await sweeping

    application = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, lifespan=lifespan)
    uploads = asyncio.Semaphore(mailbox.limits.uploads)

    @application.put("/v1/bundles/{bundle}")
    async def push(http: Request, bundle: str) -> Response:
        async def work(caller: Caller, request: registry.Request) -> Answer:
            addressees = registry.read_addressees(http.query_params.get("to", ""))
            wanted = registry.read_bundle_id(bundle)
            if uploads.locked():
                raise RefusedError(Refusal.BUSY)
            async with uploads:
                return await _push(mailbox, http, caller, request, bundle=wanted, addressees=addressees)

        return await answer(mailbox, http, work)

    @application.get("/v1/receipts/{bundle}")
    async def receipt(http: Request, bundle: str) -> Response:
        async def work(caller: Caller, request: registry.Request) -> Answer:
            _refuse_body(request)
            wanted = registry.read_bundle_id(bundle)
            body = await run_in_threadpool(bundles.receipt_of, mailbox.engine, caller, wanted, mailbox.now_ms())
            return Answer(body=body)

        return await answer(mailbox, http, work)

    @application.get("/v1/waiting")
    async def waiting(http: Request) -> Response:
        async def work(caller: Caller, request: registry.Request) -> Answer:
            _refuse_body(request)
            text = http.query_params.get("after")
            after = None if text is None else registry.read_after(text)
            lines = await run_in_threadpool(bundles.waiting, mailbox.engine, caller, after, mailbox.now_ms())
            return Answer(body=codec.encode(lines))

        return await answer(mailbox, http, work)

    @application.get("/v1/bundles/{sender}/{bundle}")
    async def pull(http: Request, sender: str, bundle: str) -> Response:
        async def work(caller: Caller, request: registry.Request) -> Answer:
            _refuse_body(request)
            site, wanted = registry.read_site_id(sender), registry.read_bundle_id(bundle)
            stored = await run_in_threadpool(bundles.find, mailbox.engine, caller, site, wanted, mailbox.now_ms())
            pieces = bundles.read_pieces(mailbox.engine, stored.number)
            return Answer(pieces=pieces, sha256=stored.sha256, size_bytes=stored.size_bytes)

        return await answer(mailbox, http, work)

    @application.post("/v1/bundles/{sender}/{bundle}/acknowledgement")
    async def acknowledge(http: Request, sender: str, bundle: str) -> Response:
        async def work(caller: Caller, request: registry.Request) -> Answer:
            _refuse_body(request)
            site, wanted = registry.read_site_id(sender), registry.read_bundle_id(bundle)
            await run_in_threadpool(bundles.acknowledge, mailbox.engine, caller, site, wanted, mailbox.now_ms())
            return Answer()

        return await answer(mailbox, http, work)

    return application


async def _push(
    mailbox: Mailbox,
    http: Request,
    caller: Caller,
    request: registry.Request,
    *,
    bundle: str,
    addressees: tuple[str, ...],
) -> Answer:
    """Take in the body, check what can be checked of it, and store it whole."""
    with staged_upload(mailbox.data_folder) as upload:
        await receive(body_of(http), upload, mailbox.limits)
        if upload.sha256 != request.body_sha256:
            raise RefusedError(Refusal.HASH_DIFFERS)
        if not upload.starts_as_age_file():
            raise RefusedError(Refusal.NOT_A_BUNDLE)
        wanted = bundles.Push(bundle=bundle, sha256=upload.sha256, size_bytes=upload.size_bytes, addressees=addressees)
        receipt = await run_in_threadpool(bundles.store, mailbox, caller, wanted, upload.pieces())
    log.info("stored a bundle of %d bytes", wanted.size_bytes)
    return Answer(body=receipt)


def _refuse_body(request: registry.Request) -> None:
    """Only a push has a body; whatever else follows another request is never read."""
    if request.body_sha256 != EMPTY_SHA256:
        raise RefusedError(Refusal.MALFORMED)


async def _sweep_for_ever(mailbox: Mailbox) -> None:
    while True:
        try:
            gone = await run_in_threadpool(bundles.sweep, mailbox.engine, mailbox.now_ms())
        except UserError:
            log.warning("the database did not answer; expired bundles are deleted later")
        else:
            log.info("deleted %d expired bundles", gone)
        await asyncio.sleep(mailbox.limits.sweep_s)
