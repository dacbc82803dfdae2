"""A thousand malformed requests: each gets a reason or a closed connection, none an error of the server."""

from __future__ import annotations

import random
import re
import socket
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from conftest import Client

SEEDS = [
    b"GET /sparql?query=%s HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    % quote("SELECT ?s (COUNT(?o) AS ?n) WHERE { ?s ?p ?o FILTER(?o > 'x'@en) } GROUP BY ?s LIMIT 3").encode(),
    b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 36\r\n"
    b"Connection: close\r\n\r\nCONSTRUCT WHERE { ?s ?p 1.5e3 } LIM 1",
    b"POST /sparql?default-graph-uri=x:y HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 30\r\nConnection: close\r\n\r\nquery=ASK%20%7B%7D&named-graph-",
    b"GET /id/document/x.ttl HTTP/1.1\r\nHost: x\r\nAccept: text/turtle;q=0.5, */*;q=0.1\r\nConnection: close\r\n\r\n",
    b"PUT /data?graph=x:y HTTP/1.1\r\nHost: x\r\nContent-Type: text/turtle\r\nContent-Length: 9\r\nConnection: close\r\n\r\n<a> <b> 1",
    b"GET /.well-known/void HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
]  # fmt: skip
WORDS = [
    b"%",
    b"%ff",
    b"%00",
    b"\x00",
    b"\xff\xfe",
    b"{",
    b"}",
    b"<",
    b">",
    b"'''",
    b"\\u12",
    b"..",
    b"//",
    b"&",
    b"=",
    b"query=",
    b"update=",
    b"\xf0\x9f",
    b"999999999999",
    b"-1",
    b"GET",
    b"a" * 3000,
]


def mutated(chance: random.Random) -> bytes:
    request = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(request))
        match chance.randrange(4):
            case 0:
                request[at] = chance.randrange(256)
            case 1:
                del request[at : at + chance.randint(1, 12)]
            case 2:
                request[at:at] = chance.choice(WORDS)
            case 3:
                request[at:at] = request[at : at + chance.randint(1, 40)]
        if not request:
            request += b"\r\n"
    return bytes(request)


def answer(client: Client, request: bytes) -> bytes:
    where = urlsplit(client.address)
    with socket.create_connection((where.hostname, where.port), timeout=10) as sock:
        found = b""
        try:
            sock.sendall(request)
            sock.shutdown(socket.SHUT_WR)
            while piece := sock.recv(65536):
                found += piece
        except ConnectionError:
            pass
    return found


def test_a_thousand_malformed_requests(server: Client) -> None:
    chance = random.Random(2031)
    statuses: dict[int, int] = {}
    for _ in range(1000):
        request = mutated(chance)
        reply = answer(server, request)
        status = int(match.group(1)) if (match := re.match(rb"HTTP/1\.1 (\d{3})", reply)) else 0
        statuses[status] = statuses.get(status, 0) + 1
        assert status < 500 or status in (503, 504), (request, reply)
    assert statuses.get(400, 0) > 100, statuses
    assert server.process.poll() is None
    assert server.query("ASK { ?s ?p ?o }").body == b'{"head":{},"boolean":true}'
    assert "Traceback" not in server.log.read_text(), server.log.read_text()[-3000:]
