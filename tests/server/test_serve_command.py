"""The command: what it says, what it refuses, and that it stops when it is asked to."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from click.testing import CliRunner

from demandgraph.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Client


def refused(*args: object, token: str = "") -> str:
    result = CliRunner().invoke(main, ["serve", *map(str, args)], env={"DEMANDGRAPH_TOKEN": token})
    assert result.exit_code in (2, 4), result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_it_stops_when_asked_even_while_a_query_runs(built: Path, launch: Callable[..., Client]) -> None:
    client = launch(built, "--timeout", "60")
    where = client.address.rstrip("/").rpartition("/")[2].split(":")
    with socket.create_connection((where[0], int(where[1]))) as sock:
        sock.sendall(
            b"GET /sparql?query=ASK%7B?a?b?c.?d?e?f.?g?h?i.?j?k?l%20FILTER(?a=1)%7D HTTP/1.1\r\nHost: x\r\n\r\n"
        )
        assert client.get("/health").status == 200
        assert client.stop() == 0
    assert "Traceback" not in client.log.read_text()


def test_a_port_that_is_taken(built: Path) -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        sock.listen()
        port = sock.getsockname()[1]
        assert f"port {port}: address already in use" in refused(built, "--port", port)


def test_wrong_use(built: Path, tmp_path: Path) -> None:
    assert "no such folder" in refused(tmp_path / "none")
    assert "16 characters" in refused(built, "--write")
    assert "16 characters" in refused(built, "--write", token="short")
    assert "cannot be read" in refused(built, "--write", "--token-file", tmp_path / "none")
    assert "no address" in refused(built, "--public", "ftp://x", token="a-token-of-the-tests-only")
    assert "another with --host" in refused(built, "--host", "192.0.2.1")
    assert "what is served is a folder" in refused("http://127.0.0.1:9/sparql")


def test_only_one_may_write(built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(built, folder)
    writer = pyoxigraph.Store(str(folder / "store"))
    assert "another server has it open for writing" in refused(folder, "--write", token="a-token-of-the-tests-only")
    del writer


def test_without_the_extra(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for name in [m for m in sys.modules if m.startswith(("demandgraph.server", "starlette", "uvicorn"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.setitem(sys.modules, "starlette", None)
    assert "demandgraph[serve]" in refused(built)
