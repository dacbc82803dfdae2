"""The server as an ASGI application: what is at which address, and what is said when something goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from demandgraph.server import site, sparql
from demandgraph.server.pool import Gone, Pool
from demandgraph.server.refusals import RequestError
from demandgraph.server.responding import Logged, plain_text
from demandgraph.server.served import Served
from demandgraph.server.settings import Settings


def application(settings: Settings) -> Logged:
    """The server of a graph.

    Parameters
    ----------
    settings : what to serve, where, and within which limits
    """
    served = Served(settings, Pool(settings))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        served.pool.start()
        yield
        await served.pool.stop()

    def at(path: str, handler: Callable[[Served, Request], Awaitable[Response]], *methods: str) -> Route:
        async def endpoint(request: Request) -> Response:
            return await handler(served, request)

        return Route(path, endpoint, methods=list(methods) or ["GET"])

    routes = [
        at("/", site.explorer),
        at("/query", site.query_page),
        at("/sparql", sparql.sparql, *"GET POST PUT DELETE PATCH".split()),
        at("/data", sparql.data, *"GET PUT POST DELETE PATCH".split()),
        at("/questions.json", site.saved_questions),
        at("/.well-known/void", sparql.void),
        at("/health", site.health),
        at("/assets/{name}", site.asset),
        at("/{name}", site.file),
        at(settings.entity_root + "{path:path}", site.entity),
    ]
    handlers = {RequestError: refused, HTTPException: refused, ClientDisconnect: gone, Gone: gone, Exception: failed}
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)
    return Logged(app, settings)


async def refused(request: Request, error: Exception) -> Response:
    """One line that says why."""
    if isinstance(error, RequestError):
        return plain_text(error.status, error.reason, error.headers)
    assert isinstance(error, HTTPException)
    reasons = {404: "there is nothing here", 405: f"the method {request.method[:20]} cannot be used here"}
    return plain_text(error.status_code, reasons.get(error.status_code, error.detail), dict(error.headers or {}))


async def gone(request: Request, error: Exception) -> Response:
    """Nobody reads it."""
    return plain_text(499, "the client went away")


async def failed(request: Request, error: Exception) -> Response:
    """An error of the server itself; its traceback is in the log."""
    return plain_text(500, "the server failed; its log says where")
