"""A server in a process of its own, as a user starts it, and the plainest of clients."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

TOKEN = "a-token-of-the-tests-only"


@dataclass(frozen=True)
class Reply:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def type(self) -> str:
        return self.headers.get("Content-Type", "").partition(";")[0]


@dataclass(frozen=True)
class Client:
    """Sends requests exactly as they are given, over a connection each."""

    address: str
    process: subprocess.Popen[str]
    log: Path

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Reply:
        where = urlsplit(self.address)
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*") -> Reply:
        return self.send("GET", path, headers={"Accept": accept})

    def query(self, sparql: str, accept: str = "*/*", **parameters: str | list[str]) -> Reply:
        return self.get("/sparql?" + urlencode({"query": sparql, **parameters}, doseq=True), accept)

    def post(self, body: str | bytes, content_type: str, path: str = "/sparql", **headers: str) -> Reply:
        content = body.encode() if isinstance(body, str) else body
        return self.send("POST", path, content, {"Content-Type": content_type, **headers})

    def update(self, sparql: str, query_string: str = "") -> Reply:
        return self.post(sparql, "application/sparql-update", f"/sparql{query_string}", Authorization=f"Bearer {TOKEN}")

    def put(self, graph: str, turtle: str) -> Reply:
        headers = {"Content-Type": "text/turtle", "Authorization": f"Bearer {TOKEN}"}
        return self.send("PUT", "/data?" + urlencode({"graph": graph}), turtle.encode(), headers)

    def stop(self) -> int:
        """Ask the server to stop, as a service manager does; gives its exit code."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(15)
        finally:
            self.process.kill()
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()


def start(folder: Path, log: Path, *options: str) -> Client:
    """Start ``demandgraph serve`` at a free port."""
    command = [sys.executable, "-m", "demandgraph", "serve", str(folder), "--port", "0", *options]
    environment = {**os.environ, "DEMANDGRAPH_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"}
    with log.open("w") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
    assert process.stdout
    address = re.search(r"http://\S+/", process.stdout.readline())
    assert address, log.read_text()
    return Client(address.group(), process, log)


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Callable[..., Client]]:
    """Starts a server of a folder with some options; it is stopped at the end, if a test did not."""
    started = []

    def launched(folder: Path, *options: str) -> Client:
        started.append(start(folder, tmp_path / "log", *options))
        return started[-1]

    yield launched
    for client in started:
        if client.process.returncode is None:
            client.stop()


@pytest.fixture(scope="session")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server that nobody can change, with tight limits."""
    options = ("--timeout", "2", "--max-rows", "2000", "--max-bytes", "20000", "--concurrency", "2")
    client = start(built, tmp_path_factory.mktemp("server") / "log", *options)
    yield client
    client.stop()


@pytest.fixture(scope="session")
def changeable(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server whose graph can be changed with the token."""
    import pyoxigraph

    folder = tmp_path_factory.mktemp("changeable") / "graph"
    shutil.copytree(built, folder)
    shutil.rmtree(folder / "store")
    pyoxigraph.Store(str(folder / "store")).flush()
    client = start(folder, folder.parent / "log", "--write")
    yield client
    client.stop()


@pytest.fixture
def writable(changeable: Client) -> Client:
    """That server with nothing in its store but what a test puts there."""
    assert changeable.update("DROP ALL").status == 204
    return changeable
