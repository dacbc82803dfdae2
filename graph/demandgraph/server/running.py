"""Starts a server, and ends it cleanly."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from demandgraph.errors import ServerError
from demandgraph.server.app import application
from demandgraph.server.settings import Settings

HEAD_SECONDS = 20.0
"""How long a client may take to send the head of a request, from the moment it connects or got its last answer."""
AT_MOST = 500
"""Connections at once; more get 503."""
QUIET_SECONDS = 15
"""How long a connection without a request is kept."""
LAST_SECONDS = 3
"""How long requests may go on when the server is asked to stop."""


class Impatient(H11Protocol):
    """HTTP/1.1 for clients that send a request soon: others are cut off, so that they hold no connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.since = self.loop.time()
        self.patience = self.loop.call_later(HEAD_SECONDS, self.give_up)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self.since = self.loop.time()
        super().on_response_complete()

    def give_up(self) -> None:
        """Cut the connection off if no request has come for so long; else look again later."""
        waits = self.cycle is None or self.cycle.response_complete
        left = self.since + HEAD_SECONDS - self.loop.time() if waits else HEAD_SECONDS
        if left > 0:
            self.patience = self.loop.call_later(left, self.give_up)
        elif not self.transport.is_closing():
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self.patience.cancel()
        super().connection_lost(exc)


def listen(settings: Settings) -> socket.socket:
    """A socket at the address of the settings.

    Raises
    ------
    ServerError
        If the address is not one of this machine, or taken.
    """
    try:
        family = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0][0]
        with ExitStack() as undo:
            sock = undo.enter_context(socket.socket(family, socket.SOCK_STREAM))
            if sys.platform != "win32":
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            sock.bind((settings.host, settings.port))
            sock.listen(128)
            undo.pop_all()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        option = "--port" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "--host"
        raise ServerError(
            f"cannot listen at {settings.host} port {settings.port}: {reason}; choose another with {option}"
        ) from error
    return sock


def serve(settings: Settings, ready: Callable[[Settings], Any] = lambda _: None) -> None:
    """Serve a graph until the process is asked to stop (SIGINT or SIGTERM).

    Parameters
    ----------
    settings : what to serve, where, and within which limits; port 0 takes a free one
    ready : is called with the settings, with the port in them, once the server listens

    Raises
    ------
    ServerError
        If it cannot listen at the address.
    """
    sock = listen(settings)
    settings = replace(settings, port=sock.getsockname()[1])
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    log = logging.getLogger("demandgraph.access")
    log.handlers, log.propagate = [handler], False
    log.setLevel(logging.INFO)
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # a client that goes away is no news
    config = uvicorn.Config(
        application(settings),
        http=Impatient,
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.public),  # only a proxy is believed whom it asks for
        limit_concurrency=AT_MOST,
        timeout_keep_alive=QUIET_SECONDS,
        timeout_graceful_shutdown=LAST_SECONDS,
        h11_max_incomplete_event_size=1 << 16,
    )
    # uvicorn raises the signal again that ended it; being asked to stop is no failure
    before = {s: signal.signal(s, lambda *_: None) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        ready(settings)
        uvicorn.Server(config).run(sockets=[sock])
    finally:
        for number, previous in before.items():
            signal.signal(number, previous)
        sock.close()
