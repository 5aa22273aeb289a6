"""The central registry's mailbox as a carrier, over HTTPS; the only importer of the HTTP client.

Believes nothing that the mailbox's key has not signed for this very request: not an error, not a list, not a
byte of a bundle. Whatever the other end does (away, slow, endless, redirecting, lying) ends as one UserError
within a bounded time, with nothing written.
"""

import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import httpx
import msgspec

from baken import crypto
from baken.errors import UserError
from baken.model.clock import Clock
from baken.wire import codec, registry
from baken.wire.enrolment import check_address, is_loopback

from .carrier import Progress, Waiting, no_progress
from .deadline import Deadline
from .landing import PIECE_BYTES, WrongBytesError, disk_errors, land, measure, open_sealed

_MAX_LISTS = 20  # of MAX_WAITING lines each; what is beyond comes with the next exchange
_AWAY_STATUS = frozenset({429, 500, 502, 503, 504})  # what a proxy says of a mailbox that is away


class Patience(msgspec.Struct, frozen=True, kw_only=True):
    """How long a carrier waits, in seconds."""

    connect_s: float = 10.0
    silence_s: float = 30.0  # without a byte
    answer_s: float = 60.0  # for a whole small answer
    transfer_s: float = 3_600.0  # for a whole bundle, either way


class MailboxCarrier:
    """The mailbox as one laptop of one site uses it; a context that closes its connection.

    `mailbox` is the public key of the enrolment and `site` the own site id, as 64 hex digits each. Every method
    raises UserError: registry-away where nothing or nobody useful answers in time, registry-lies (what) where an
    answer is not signed by the mailbox or is not what was asked for, registry-clock (minutes between the
    mailbox's clock and ours) and registry-refused (reason: a `Refusal`).
    """

    def __init__(
        self,
        address: str,
        mailbox: str,
        *,
        site: str,
        laptop_seed: bytes,
        clock: Clock,
        patience: Patience | None = None,
    ) -> None:
        """Prepare without connecting; UserError(registry-address) for an address that may not be used."""
        check_address(address)
        self._address = address.rstrip("/")
        self._mailbox = mailbox
        self._site = site
        self._laptop_seed = laptop_seed
        self._clock = clock
        self._patience = patience or Patience()
        self._deadline = Deadline()
        self._client = _client(address, self._patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def push(self, path: Path, bundle: str, addressees: Sequence[str], progress: Progress = no_progress) -> bytes:
        """Hand over a bundle and give the mailbox's verified receipt.

        Asks for the receipt of an earlier attempt first, so that a lost answer costs no second upload and a
        laptop that may not push learns so before it sends anything.
        """
        with disk_errors():
            if path.stat().st_size > registry.MAX_BUNDLE_BYTES:
                raise UserError("registry-refused", reason=registry.Refusal.TOO_LARGE.value)
        size_bytes, sha256 = measure(path)
        wanted = registry.Receipt(
            mailbox=self._mailbox,
            bundle=bundle,
            sha256=sha256,
            size_bytes=size_bytes,
            stored_ms=0,
            sender=self._site,
            addressees=tuple(sorted(set(addressees))),
        )
        earlier = self._earlier_receipt(bundle)
        if earlier is not None:
            return self._check_receipt(earlier, wanted)
        target = registry.push_target(bundle, addressees)
        content = _pieces(path, progress, size_bytes)
        with self._asking(
            "PUT",
            target,
            body_sha256=sha256,
            content=content,
            size_bytes=size_bytes,
            limit_s=self._patience.transfer_s,
        ) as (request, response):
            receipt = self._small(request, response)
        return self._check_receipt(receipt, wanted)

    def waiting(self) -> tuple[Waiting, ...]:
        """Give what the mailbox holds for this laptop, oldest first."""
        found: list[Waiting] = []
        after: registry.WaitingBundle | None = None
        for _ in range(_MAX_LISTS):
            lines = self._list(registry.waiting_target(after))
            found += (
                Waiting(
                    bundle=line.bundle,
                    sha256=line.sha256,
                    size_bytes=line.size_bytes,
                    reference=f"{line.sender}/{line.bundle}",
                )
                for line in lines.items
            )
            if not lines.more or not lines.items:
                break
            after = lines.items[-1]
        return tuple(found)

    def pull(self, waiting: Waiting, destination: Path, progress: Progress = no_progress) -> None:
        """Write a waiting bundle to a new file; besides the usual, raises UserError as `disk_errors` does."""
        sender, _, bundle = waiting.reference.partition("/")
        target = registry.pull_target(sender, bundle)
        with self._asking("GET", target, limit_s=self._patience.transfer_s) as (request, response):
            if response.status_code != httpx.codes.OK:
                self._small(request, response)
            # The signature over the announced hash comes first: nothing unsigned is ever written.
            self._check_signature(request, response, waiting.sha256)
            try:
                with disk_errors():
                    land(
                        _body(response, progress, waiting.size_bytes),
                        destination,
                        size_bytes=waiting.size_bytes,
                        sha256=waiting.sha256,
                    )
            except WrongBytesError as problem:
                raise UserError("registry-lies", what="bytes") from problem

    def acknowledge(self, waiting: Waiting) -> None:
        """Tell the mailbox that this laptop has a bundle durably; the mailbox need not keep it for us."""
        sender, _, bundle = waiting.reference.partition("/")
        with self._asking("POST", registry.acknowledge_target(sender, bundle)) as (request, response):
            self._small(request, response)

    def _earlier_receipt(self, bundle: str) -> bytes | None:
        try:
            with self._asking("GET", registry.receipt_target(bundle)) as (request, response):
                return self._small(request, response)
        except UserError as refused:
            if refused.params.get("reason") == registry.Refusal.UNKNOWN.value:
                return None
            raise

    def _check_receipt(self, data: bytes, wanted: registry.Receipt) -> bytes:
        try:
            receipt = registry.read_receipt(data, self._mailbox)
        except UserError as problem:
            raise UserError("registry-lies", what="receipt") from problem
        if (receipt.bundle, receipt.sender) != (wanted.bundle, wanted.sender):
            raise UserError("registry-lies", what="receipt")
        if msgspec.structs.replace(receipt, stored_ms=0) != wanted:
            raise UserError("registry-refused", reason=registry.Refusal.BUNDLE_DIFFERS.value)
        return data

    def _list(self, target: str) -> registry.WaitingList:
        with self._asking("GET", target) as (request, response):
            body = self._small(request, response)
        try:
            return codec.decode(body, registry.WaitingList, what="waiting", cap_bytes=registry.MAX_SMALL_ANSWER_BYTES)
        except UserError as problem:
            raise UserError("registry-lies", what="answer") from problem

    @contextmanager
    def _asking(
        self,
        method: str,
        target: str,
        *,
        body_sha256: str = registry.EMPTY_SHA256,
        content: Iterator[bytes] | None = None,
        size_bytes: int = 0,
        limit_s: float | None = None,
    ) -> Iterator[tuple[registry.Request, httpx.Response]]:
        """Send one signed request; what goes wrong on the line inside the block is registry-away."""
        request = registry.Request(
            mailbox=self._mailbox,
            method=method,
            target=target,
            body_sha256=body_sha256,
            time_ms=self._clock.now_ms(),
            nonce=crypto.random_bytes(16).hex(),
        )
        headers = registry.request_headers(request, self._laptop_seed)
        if content is not None:
            headers["content-length"] = str(size_bytes)
        try:
            with (
                self._deadline.within(limit_s or self._patience.answer_s),
                self._client.stream(
                    method,
                    self._address + target,
                    headers=headers,
                    content=content,
                    extensions={"trace": self._deadline.trace},
                ) as response,
            ):
                yield request, response
        except (httpx.HTTPError, httpx.StreamError) as problem:
            raise UserError("registry-away") from problem

    def _small(self, request: registry.Request, response: httpx.Response) -> bytes:
        """Read a small answer and give its body once the mailbox is known to have signed it."""
        body = b""
        for piece in response.iter_raw():
            body += piece
            if len(body) > registry.MAX_SMALL_ANSWER_BYTES:
                raise UserError("registry-lies", what="size")
        self._check_signature(request, response, crypto.sha256(body).hex())
        if response.status_code != httpx.codes.OK:
            raise self._refusal(body)
        return body

    def _check_signature(self, request: registry.Request, response: httpx.Response, sha256: str) -> None:
        signature = response.headers.get(registry.SIGNATURE_HEADER, "")
        if not signature:
            if response.status_code in _AWAY_STATUS:
                raise UserError("registry-away")
            raise UserError("registry-lies", what="unsigned")
        try:
            registry.verify_answer(request, response.status_code, sha256, signature)
        except UserError as problem:
            raise UserError("registry-lies", what="signature") from problem

    def _refusal(self, body: bytes) -> UserError:
        """Turn a refusal that the mailbox signed into ours; one of a newer mailbox is named as malformed."""
        try:
            said = codec.decode(body, registry.RefusalBody, what="refusal", cap_bytes=1024)
        except UserError:
            return UserError("registry-lies", what="answer")
        reason = registry.Refusal.MALFORMED
        if said.code in set(registry.Refusal):
            reason = registry.Refusal(said.code)
        match reason:
            case registry.Refusal.CLOCK:
                return UserError("registry-clock", minutes=round(abs(said.now_ms - self._clock.now_ms()) / 60_000))
            case registry.Refusal.BUSY | registry.Refusal.STORAGE:
                return UserError("registry-away")
            case _:
                return UserError("registry-refused", reason=reason.value)


def _client(address: str, patience: Patience) -> httpx.Client:
    """Make a client that follows nobody elsewhere, keeps one connection, and trusts the system's authorities too."""
    is_local = is_loopback(address)
    if address.startswith("https:"):
        tls = httpx.create_ssl_context()
        tls.load_default_certs()
    else:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and costs no reading of authorities
    return httpx.Client(
        verify=tls,
        trust_env=not is_local,  # a proxy of the organisation is for other machines
        follow_redirects=False,
        timeout=httpx.Timeout(patience.silence_s, connect=patience.connect_s),
        limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
        headers={"user-agent": "baken", "accept": "*/*", "accept-encoding": "identity"},
    )


def _pieces(path: Path, progress: Progress, total: int) -> Iterator[bytes]:
    done = 0
    with disk_errors(), open_sealed(path) as file:
        while piece := file.read(PIECE_BYTES):
            yield piece
            done += len(piece)
            progress(done, total)


def _body(response: httpx.Response, progress: Progress, total: int) -> Iterator[bytes]:
    done = 0
    for piece in response.iter_raw(PIECE_BYTES):
        yield piece
        done += len(piece)
        progress(done, total)
