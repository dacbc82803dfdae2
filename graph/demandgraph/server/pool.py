"""Runs queries in worker processes: so many at once, each for so long, and a process whose time is up is ended."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import Counter
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from demandgraph.folder import STORE
from demandgraph.server.jobs import Begin, End, Failed, Job, Orders
from demandgraph.server.refusals import RETRY, RequestError
from demandgraph.server.settings import Settings
from demandgraph.server.worker import work

IN_MEMORY = 1 << 20
"""Bytes of an answer that are kept in memory; the rest goes to a temporary file."""
STARTING = 60.0
"""Seconds that a worker may take to start; they do not count as the query's time."""
CHANGES = 20
"""How many times as long as a query a change may take."""
LIFE = 5000
"""Jobs after which a worker is replaced, whatever it has come to hold."""


@dataclass(slots=True)
class Answer:
    """A complete answer: its status, media type and content, to be read from the beginning and closed."""

    status: int
    media_type: str
    content: IO[bytes]
    size: int
    note: str


class Gone(Exception):  # noqa: N818 - no error: the one who asked went away
    """Nobody waits for the answer any more."""


class Worker:
    """A worker process and the connection to it."""

    def __init__(self, orders: Orders, stamp: object) -> None:
        context = multiprocessing.get_context("spawn")
        self.stamp, self.jobs, self.ready, self.stopped = stamp, 0, False, False
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, orders), daemon=True)
        self.process.start()
        theirs.close()

    def run(self, job: Job) -> Answer:
        """Do a job; blocks until it is done or its time is up.

        Raises
        ------
        RequestError
            504 if its time is up, 503 if the process was lost, else what the worker says.
        """
        self.jobs += 1
        content: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by who sends it
        media_type = ""
        try:
            self.wait_until_ready()
            deadline = time.monotonic() + job.seconds
            self.connection.send(job)
            while True:
                if not self.connection.poll(max(0.0, deadline - time.monotonic())):
                    raise RequestError(504, f"the {job.kind} took more than {job.seconds:g} seconds and was ended")
                message = self.connection.recv()
                if isinstance(message, bytes):
                    content.write(message)
                elif isinstance(message, Begin):
                    media_type = message.media_type
                elif isinstance(message, Failed):
                    raise RequestError(message.status, message.reason, RETRY if message.status == 503 else None)
                elif isinstance(message, End):
                    size = content.tell()
                    content.seek(0)
                    return Answer(message.status, media_type, content, size, message.note)
        except BaseException as error:
            content.close()
            if isinstance(error, RequestError) and error.status != 504 and self.ready:
                raise
            self.stop()
            if isinstance(error, EOFError | OSError):
                reason = "the process of the query was lost, most likely because it needed more memory than it may have"
                raise RequestError(503, reason, RETRY) from None
            raise

    def wait_until_ready(self) -> None:
        """Wait for the process to have opened the store.

        Raises
        ------
        RequestError
            If it takes too long.
        """
        if not self.ready:
            if not self.connection.poll(STARTING):
                raise RequestError(503, "the process of the query does not start", RETRY)
            self.connection.recv()
            self.ready = True

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.stopped = True
        with suppress(OSError):
            self.process.kill()

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self.stop()
        self.process.join(5)
        self.connection.close()


class Pool:
    """The workers of a server."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.size = 1 if settings.writable else settings.concurrency
        store = settings.folder / STORE
        self.orders = Orders(store, settings.base, settings.writable, settings.max_rows, settings.memory)
        self.idle: list[Worker] = []
        self.all: set[Worker] = set()
        self.slots = asyncio.Semaphore(self.size)
        self.clients: Counter[str] = Counter()
        self.threads = ThreadPoolExecutor(self.size + 1, "query")

    def start(self) -> None:
        """Start the workers."""
        self.idle = [self.new() for _ in range(self.size)]

    async def stop(self) -> None:
        """End the workers; those who still wait are told so."""
        workers, self.all, self.idle = self.all, set(), []
        for worker in workers:
            worker.stop()
        for worker in workers:
            await asyncio.to_thread(worker.close)
        self.threads.shutdown(wait=True, cancel_futures=True)

    def stamp(self) -> object:
        """What changes when the store is replaced by a new build."""
        with suppress(OSError):
            status = self.orders.store.stat()
            return status.st_dev, status.st_ino
        return None

    def seconds(self, job: Job) -> float:
        """The time that a job may take; changes need the token, and may take longer."""
        return self.settings.timeout * (1 if job.kind == "query" else CHANGES)

    def new(self) -> Worker:
        """Start a worker."""
        worker = Worker(self.orders, self.stamp())
        self.all.add(worker)
        return worker

    def discard(self, worker: Worker) -> None:
        """End a worker and forget it."""
        self.all.discard(worker)
        worker.stop()
        asyncio.get_running_loop().run_in_executor(None, worker.close)

    @asynccontextmanager
    async def turn(self, client: str) -> AsyncIterator[None]:
        """Wait for a turn.

        Raises
        ------
        RequestError
            429 if the client has too many requests here already, 503 if its turn does not come soon.
        """
        if self.clients[client] >= self.settings.per_client:
            raise RequestError(429, f"your address has {self.settings.per_client} requests here; wait for these", RETRY)
        self.clients[client] += 1
        try:
            try:
                await asyncio.wait_for(self.slots.acquire(), self.settings.wait)
            except TimeoutError:
                raise RequestError(503, f"all {self.size} places are taken; try again later", RETRY) from None
            try:
                yield
            finally:
                self.slots.release()
        finally:
            self.clients[client] -= 1
            if not self.clients[client]:
                del self.clients[client]

    async def run(self, job: Job, client: str, gone: asyncio.Future[None] | None = None) -> Answer:
        """Do a job in its turn.

        Parameters
        ----------
        client : who asks
        gone : is done when the client has gone away; the job is ended then

        Raises
        ------
        RequestError
            If it is refused, fails, or its time is up.
        Gone
            If the client has gone away.
        """
        async with self.turn(client):
            worker = self.idle.pop() if self.idle else self.new()
            if worker.stamp != self.stamp() or not worker.process.is_alive():
                self.discard(worker)
                worker = self.new()
            loop = asyncio.get_running_loop()
            doing = loop.run_in_executor(self.threads, worker.run, replace(job, seconds=self.seconds(job)))
            awaited: set[asyncio.Future[Any]] = {doing, gone} if gone else {doing}
            try:
                await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
                if not doing.done():
                    worker.stop()
                    with suppress(RequestError):
                        (await doing).content.close()
                    raise Gone
                return doing.result()
            finally:
                if not doing.done():  # the server is being stopped
                    worker.stop()
                if worker.stopped or worker.jobs >= LIFE:
                    self.discard(worker)
                    self.idle.append(self.new())
                else:
                    self.idle.append(worker)
