"""What answers to requests are made from: the graph that is served, the body of a request, the answer of a worker."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from demandgraph.server import description
from demandgraph.server.jobs import Job
from demandgraph.server.pool import Pool
from demandgraph.server.refusals import RequestError
from demandgraph.server.responding import answer_of
from demandgraph.server.settings import Settings

BODY_SECONDS = 30.0
"""How long a client may take to send a body."""


@dataclass(slots=True)
class Served:
    """A graph that is served: its settings, workers, and the counts of the store that they have open."""

    settings: Settings
    pool: Pool
    counted: dict[object, description.Counts] = field(default_factory=dict)

    async def counts(self, client: str) -> description.Counts:
        """The counts of the store, taken once for each store that can only be read."""
        stamp = self.pool.stamp()
        if stamp not in self.counted or self.settings.writable:
            self.counted = {stamp: await description.count(self.pool, client)}
        return self.counted[stamp]


def client_of(request: Request) -> str:
    """Who asks."""
    return request.client.host if request.client else ""


async def body_of(request: Request, most: int) -> bytes:
    """The body of a request.

    Raises
    ------
    RequestError
        413 if it is too large, 408 if it comes too slowly.
    """
    too_large = RequestError(413, f"the body has more than {most} bytes", {"Connection": "close"})
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > most:
                    raise too_large
    except TimeoutError:
        raise RequestError(408, "the body comes too slowly", {"Connection": "close"}) from None
    return bytes(body)


async def do(served: Served, request: Request, job: Job) -> Response:
    """Run a job for a request; if the client goes away, it is ended."""

    async def until_gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    watch = asyncio.ensure_future(until_gone())
    try:
        answer = await served.pool.run(job, client_of(request), watch)
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
    return answer_of(answer)
