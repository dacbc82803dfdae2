"""Answers that are sent: files and streams at the pace of the client, the headers of all, and the access log."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path
from typing import IO

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from demandgraph.server.pool import Answer
from demandgraph.server.security import HEADERS, NOTHING, allowed, cross_origin
from demandgraph.server.settings import Settings

PIECE = 1 << 16
SEND_SECONDS = 60.0
"""How long a client may take to receive a piece of an answer."""
log = logging.getLogger("demandgraph.access")


class Stream(Response):
    """A file that is sent piece by piece, and closed whatever happens."""

    def __init__(self, content: IO[bytes], size: int, status: int, media_type: str, headers: dict[str, str]) -> None:
        super().__init__(None, status, headers, media_type)
        self.file = content
        self.headers["Content-Length"] = str(size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            while scope["method"] != "HEAD" and (piece := self.file.read(PIECE)):
                async with asyncio.timeout(SEND_SECONDS):
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            self.file.close()


def answer_of(answer: Answer) -> Response:
    """The response of a worker's answer."""
    headers = {"Content-Security-Policy": NOTHING}
    if not answer.media_type:
        answer.content.close()
        return Response(None, answer.status, headers)
    return Stream(answer.content, answer.size, answer.status, answer.media_type, headers)


def file_answer(path: Path, media_type: str, headers: dict[str, str]) -> Response:
    """The response of a file."""
    content = path.open("rb")
    return Stream(content, path.stat().st_size, 200, media_type, headers)


def plain_text(status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    """One line of plain text."""
    return Response(f"{reason}\n", status, {"Content-Security-Policy": NOTHING} | (headers or {}), "text/plain")


class Logged:
    """The outermost layer: answers preflights, adds the headers of every answer, and writes a line a request."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status, size = time.monotonic(), 0, 0

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in (HEADERS | cross_origin(self.settings)).items():
                    if name == "Vary" and "Vary" in headers:
                        value = f"{headers['Vary']}, {value}"
                    headers[name] = value
            size += len(message.get("body", b""))
            await send(message)

        try:
            if scope["method"] == "OPTIONS":
                preflight = cross_origin(self.settings, preflight=True)
                await Response(None, 204, preflight | {"Allow": allowed(self.settings) + ", OPTIONS"})(
                    scope, receive, sending
                )
            else:
                await self.app(scope, receive, sending)
        finally:
            client = scope["client"][0] if scope.get("client") else "-"
            path = scope.get("raw_path", b"").decode("ascii", "backslashreplace")
            took = 1000 * (time.monotonic() - began)
            log.info("%s %s %.200s %d %d bytes %.0f ms", client, scope["method"], path, status, size, took)
