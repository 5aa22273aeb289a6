"""The mailbox behind uvicorn: how it listens, and how long it bears with a silent client."""

import logging
import socket
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from baken.errors import UserError
from baken_registry.application import make_application
from baken_registry.connection import bounded
from baken_registry.mailbox import Mailbox, remember_address

log = logging.getLogger(__name__)

_KEEP_ALIVE_S = 5
_SHUTDOWN_S = 20


def make_server(
    mailbox: Mailbox, *, tls_certificate: Path | None = None, tls_key: Path | None = None
) -> uvicorn.Server:
    """Give the server, not yet running. It writes no access log: who asked when is nobody's business."""
    return uvicorn.Server(
        uvicorn.Config(
            make_application(mailbox),
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=False,
            ws="none",
            lifespan="on",
            http=bounded(mailbox.limits),
            limit_concurrency=mailbox.limits.connections + 1,  # uvicorn refuses from this number on
            timeout_keep_alive=_KEEP_ALIVE_S,
            timeout_graceful_shutdown=_SHUTDOWN_S,
            ssl_certfile=tls_certificate,
            ssl_keyfile=tls_key,
        )
    )


def listen(host: str, port: int) -> socket.socket:
    """Give a bound socket, port 0 for any free one; raises UserError(port) where that cannot be."""
    if not 0 <= port <= 65_535:  # getaddrinfo takes it modulo 65,536
        raise UserError("port")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)[0]
        # With the protocol named, asyncio sets TCP_NODELAY; without, each small answer took 50 ms instead of 5.
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as problem:
        raise UserError("port") from problem
    return listening


def serve(mailbox: Mailbox, *, host: str, port: int, tls_certificate: Path | None, tls_key: Path | None) -> None:
    """Serve until the process is told to stop; the address goes to the log once it listens.

    Raises UserError: port, or tls where certificate and key cannot be used.
    """
    try:
        server = make_server(mailbox, tls_certificate=tls_certificate, tls_key=tls_key)
        server.config.load()
    except OSError as problem:
        raise UserError("tls") from problem
    with listen(host, port) as listening:
        name = f"[{host}]" if ":" in host else host
        address = f"{'https' if tls_certificate else 'http'}://{name}:{listening.getsockname()[1]}"
        if not ip_address(listening.getsockname()[0]).is_unspecified:  # every interface: no address of any machine
            remember_address(mailbox.engine, address)
        log.info("listening on %s", address)
        server.run(sockets=[listening])
