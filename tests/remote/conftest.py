"""Stores to push to: a small one of the tests' own that can be made to fail, Virtuoso, and ``demandgraph serve``."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, QueryTriples, RdfFormat

from demandgraph.remote import Connection, Credentials
from demandgraph.store import as_written

USER = Credentials("writer", "secret")
QUICK = (0.0, 0.0)
"""Waits before further attempts, so that tests need not wait."""


@dataclass
class Fake:
    """A SPARQL 1.1 store in memory: Query, Update, and, if it has ``graphs``, the Graph Store Protocol."""

    graphs: bool = True
    guard: str = ""
    fails: list[int] = field(default_factory=list)
    """Statuses that the next changes are answered with, instead of being done; 0 cuts the connection."""
    dies_after: int | None = None
    """Changes after which every further one fails."""
    changes: list[str] = field(default_factory=list)
    store: pyoxigraph.Store = field(default_factory=pyoxigraph.Store)
    server: ThreadingHTTPServer | None = None

    @property
    def url(self) -> str:
        assert self.server
        return f"http://127.0.0.1:{self.server.server_port}/query"

    def quads(self) -> set[Quad]:
        """What it holds, without the graph in which push keeps its books."""
        quads = self.store.quads_for_pattern(None, None, None, None)
        return {as_written(q) for q in quads if not str(q.graph_name).endswith("graph/pushed>")}


class Handler(BaseHTTPRequestHandler):
    fake: Fake

    def log_message(self, *_: object) -> None:
        pass

    def version_string(self) -> str:
        return "Oxigraph/0" if self.fake.graphs else "other"

    def reply(self, status: int, content: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def handle_any(self) -> None:
        path = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fields = {k: v[0] for k, v in (parse_qs(path.query) | parse_qs(body.decode() if b"=" in body else "")).items()}
        if self.command == "POST" and "query" in fields:
            return self.answer(parse_qs(body.decode()))
        if self.fake.guard and self.headers.get("Authorization") != self.fake.guard:
            return self.reply(401, WWW_Authenticate='Basic realm="x"')
        if self.command == "GET" and "graph" in fields:
            return self.reply(404)
        changes = self.fake.changes
        if self.fake.dies_after is not None and len(changes) >= self.fake.dies_after:
            return self.reply(503, b"no space left")
        status = self.fake.fails.pop(0) if self.fake.fails else 200
        if not status:
            self.close_connection = True
            return None
        if status != 200:
            return self.reply(status, b"try again", Retry_After="0")
        if "update" in fields:
            changes.append(fields["update"].split("{")[0].strip())
            self.fake.store.update(fields["update"])
        elif self.fake.graphs and "graph" in fields and path.path == "/store":
            self.exchange(NamedNode(fields["graph"]), body)
        else:
            return self.reply(405)
        return self.reply(204)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815

    def exchange(self, graph: NamedNode, body: bytes) -> None:
        self.fake.changes.append(f"{self.command} {graph.value}")
        if self.command in ("PUT", "DELETE"):
            self.fake.store.remove_graph(graph)
        if self.command in ("PUT", "POST"):
            self.fake.store.bulk_load(input=body, format=RdfFormat.TURTLE, to_graph=graph)

    def answer(self, fields: dict[str, list[str]]) -> None:
        graphs, named = (
            [NamedNode(g) for g in fields.get(f"{kind}-graph-uri", ())] or None for kind in ("default", "named")
        )
        try:
            results = self.fake.store.query(fields["query"][0], default_graph=graphs, named_graphs=named)  # type: ignore[arg-type]
        except SyntaxError as error:
            return self.reply(400, str(error).encode())
        if isinstance(results, QueryTriples):
            return self.reply(200, results.serialize(format=RdfFormat.N_TRIPLES) or b"", "application/n-triples")
        content = results.serialize(format=QueryResultsFormat.JSON) or b""
        return self.reply(200, content, "application/sparql-results+json")


@pytest.fixture
def fake() -> Iterator[Fake]:
    fake = Fake()
    handler = type("Bound", (Handler,), {"fake": fake})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        fake.server = server
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield fake
        server.shutdown()
        thread.join()


@pytest.fixture
def connection() -> Iterator[Connection]:
    connection = Connection(USER, waits=QUICK)
    yield connection
    connection.close()


# ---------------------------------------------------------------- real stores

VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 4000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
"""


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso of its own with an empty store, whose administrator is dba/dba."""
    program = shutil.which("virtuoso-t")
    if not program:
        pytest.skip("Virtuoso is not installed (scripts/install-virtuoso.sh)")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=free_port(), http=http))
    process = subprocess.Popen([program, "+foreground", "+configfile", "virtuoso.ini"], cwd=folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    for _ in range(600):
        with socket.socket() as sock:
            if process.poll() is not None or sock.connect_ex(("127.0.0.1", http)) == 0:
                break
        time.sleep(0.1)
    if process.poll() is not None:
        pytest.skip("Virtuoso does not start here")
    yield f"http://127.0.0.1:{http}/sparql"
    process.terminate()
    try:
        process.wait(20)
    finally:
        process.kill()
        process.wait()


SERVE_TOKEN = "a-token-of-the-tests-only"


@pytest.fixture
def served(built: Path, tmp_path: Path) -> Iterator[str]:
    """The address of ``demandgraph serve --write`` with an empty store."""
    pytest.importorskip("uvicorn")
    folder = tmp_path / "served"
    shutil.copytree(built, folder)
    shutil.rmtree(folder / "store")
    pyoxigraph.Store(str(folder / "store")).flush()
    command = [sys.executable, "-m", "demandgraph", "serve", str(folder), "--port", "0", "--write"]
    environment = {**os.environ, "DEMANDGRAPH_TOKEN": SERVE_TOKEN, "PYTHONUNBUFFERED": "1"}
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
    assert process.stdout
    address = re.search(r"http://\S+/", process.stdout.readline())
    assert address, (tmp_path / "log").read_text()
    yield address.group()
    process.terminate()
    process.communicate(timeout=20)
