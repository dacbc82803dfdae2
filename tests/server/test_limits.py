"""What one client asks costs the others nothing: time, rows, bytes, turns, and what reaches out."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

if TYPE_CHECKING:
    from conftest import Client

ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def children(pid: int) -> dict[int, float]:
    """The processes below a process, and the seconds of processor time that each has used."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found[int(stat.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processor times are read from /proc")
def test_a_product_of_the_whole_graph_holds_no_core_once_its_time_is_up(server: Client) -> None:
    began = time.monotonic()
    reply = server.query(ENDLESS)
    took = time.monotonic() - began
    assert (reply.status, reply.type) == (504, "text/plain")
    assert "2 seconds" in reply.text
    assert 2 <= took < 8
    before = children(server.process.pid)
    time.sleep(1.5)
    after = children(server.process.pid)
    used = sum(after[pid] - before.get(pid, 0) for pid in after)
    assert used < 1.0, "something still computes"
    assert server.query("ASK {}").status == 200


def test_a_query_whose_client_goes_away_is_ended(server: Client) -> None:
    where = urlsplit(server.address)
    for _ in range(2):
        with socket.create_connection((where.hostname, where.port)) as sock:
            sock.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            time.sleep(0.4)
    began = time.monotonic()
    assert server.query("ASK {}").status == 200
    assert time.monotonic() - began < 1.9, "both places were still taken"


def test_too_many_rows_are_refused_not_cut(server: Client) -> None:
    for accept in (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ):
        reply = server.query("SELECT * WHERE { ?s ?p ?o . ?t ?p ?q }", accept)
        assert (reply.status, reply.type) == (400, "text/plain")
        assert "2000 rows" in reply.text
        exact = server.query("SELECT * WHERE { ?s ?p ?o . ?t ?p ?q } LIMIT 2000", accept)
        assert exact.status == 200
    assert server.query("CONSTRUCT { ?t ?p ?o } WHERE { ?s ?p ?o . ?t ?p ?q }").status == 400


def test_large_bodies_are_refused(server: Client) -> None:
    body = b"ASK {} #" + b"x" * 30_000
    assert server.post(body, "application/sparql-query").status == 413
    headers = {"Content-Type": "application/sparql-query", "Transfer-Encoding": "chunked"}
    where = urlsplit(server.address)
    with socket.create_connection((where.hostname, where.port), timeout=20) as sock:
        head = "".join(f"{n}: {v}\r\n" for n, v in headers.items())
        sock.sendall(f"POST /sparql HTTP/1.1\r\nHost: x\r\n{head}\r\n".encode())
        sock.sendall(b"".join(b"400\r\n" + b" " * 0x400 + b"\r\n" for _ in range(30)))
        assert sock.recv(100).startswith(b"HTTP/1.1 413")
    assert server.get("/sparql?query=ASK%7B%7D" + "&x=1" * 30_000).status in (400, 414)


def test_no_request_leaves_the_machine(server: Client) -> None:
    seen = []

    class Trap(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Trap) as trap:
        threading.Thread(target=trap.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{trap.server_port}/x"
        for sparql in (
            f"SELECT * {{ SERVICE <{there}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{there}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ VALUES ?x {{ <{there}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
            f"SELECT * {{ FILTER(1<2)SERVICE<{there}>{{ ?s ?p ?o }} }}",
            f"LOAD <{there}>",
        ):
            assert server.query(sparql).status == 400
        assert server.query(f"SELECT * FROM <{there}> {{ ?s ?p ?o }}", "text/csv").text.split() in (
            ["s,p,o"],
            ["o,p,s"],
        )
        assert server.query("ASK { ?s ?p ?o }", **{"default-graph-uri": there}).body == b'{"head":{},"boolean":false}'
        trap.shutdown()
    assert seen == []


def test_sixteen_clients_get_what_one_gets(server: Client) -> None:
    queries = [f"SELECT ?s ?o WHERE {{ ?s skos:prefLabel ?o }} ORDER BY ?o ?s LIMIT {n}" for n in range(1, 9)]
    expected = [server.query(q).body for q in queries]

    def client(number: int) -> list[bool]:
        return [server.query(queries[(number + n) % 8]).body == expected[(number + n) % 8] for n in range(12)]

    with ThreadPoolExecutor(16) as pool:
        assert all(all(found) for found in pool.map(client, range(16)))


def test_one_address_may_not_take_all_turns(built: Path, tmp_path: Path) -> None:
    import asyncio

    from demandgraph.server.jobs import Job
    from demandgraph.server.negotiation import RESULTS
    from demandgraph.server.pool import Pool
    from demandgraph.server.refusals import RequestError
    from demandgraph.server.settings import Settings

    settings = Settings(built, "https://w3id.org/demandgraph/id/", timeout=3, concurrency=1, wait=0.5, per_client=2)

    async def ask(pool: Pool, sparql: str, client: str) -> int:
        try:
            answer = await pool.run(Job("query", sparql, results=RESULTS[0]), client)
        except RequestError as error:
            assert error.status == 504 or "Retry-After" in error.headers
            return error.status
        answer.content.close()
        return answer.status

    async def everything() -> list[int]:
        pool = Pool(settings)
        pool.start()
        asked = [asyncio.create_task(ask(pool, ENDLESS, "a")) for _ in range(2)]
        await asyncio.sleep(0.1)
        asked += [asyncio.create_task(ask(pool, "ASK {}", client)) for client in ("a", "b")]
        found = [*await asyncio.gather(*asked), await ask(pool, "ASK {}", "a")]
        await pool.stop()
        return found

    assert asyncio.run(everything()) == [504, 503, 429, 503, 200]


def test_a_slow_client_holds_no_connection(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    import uvicorn

    from demandgraph.server import running

    monkeypatch.setattr(running, "HEAD_SECONDS", 0.3)

    async def app(scope, receive, send) -> None: ...

    async def everything() -> bytes:
        config = uvicorn.Config(app, http=running.Impatient, lifespan="off", log_level="critical")
        config.load()
        state = uvicorn.server.ServerState()
        loop = asyncio.get_running_loop()
        listening = await loop.create_server(lambda: running.Impatient(config, state, {}), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
        writer.write(b"GET / HTTP/1.1\r\nHos")
        async with asyncio.timeout(5):
            rest = await reader.read()
        writer.close()
        listening.close()
        return rest

    assert asyncio.run(everything()) == b""


def test_a_new_build_is_served_without_a_restart(built: Path, tmp_path: Path, launch: Callable[..., Client]) -> None:
    import pyoxigraph

    folder = tmp_path / "graph"
    shutil.copytree(built, folder)
    client = launch(folder)
    assert json.loads(client.query("ASK { ?s ?p ?o }").body)["boolean"]
    fresh = tmp_path / "fresh"
    pyoxigraph.Store(str(fresh)).flush()
    (folder / "store").rename(tmp_path / "old")
    fresh.rename(folder / "store")
    assert not json.loads(client.query("ASK { ?s ?p ?o }").body)["boolean"]
    assert client.stop() == 0


@pytest.fixture(autouse=True)
def _still_there(server: Client) -> Iterator[None]:
    yield
    assert server.get("/health").status == 200
