"""Serves the graph of a folder: what ``demandgraph serve`` does, as a function."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demandgraph.errors import QueryError, ServerError
from demandgraph.folder import STORE
from demandgraph.graph import ADDRESS
from demandgraph.graph import open as open_graph
from demandgraph.iris import check_base
from demandgraph.query import one_line

if TYPE_CHECKING:
    from demandgraph.server.settings import Settings

TOKEN = "DEMANDGRAPH_TOKEN"
"""The variable of the environment with the token of those who may change a graph."""


def serve(
    folder: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    public: str = "",
    timeout: float = 30.0,
    max_rows: int = 100_000,
    max_bytes: int = 1_000_000,
    concurrency: int = 4,
    memory: int = 2048,
    cors: str = "*",
    write: bool = False,
    token_file: str | Path | None = None,
    ready: Callable[[Settings], Any] = lambda _: None,
) -> None:
    """Serve a graph until the process is asked to stop (SIGINT or SIGTERM).

    Parameters
    ----------
    folder : the folder of the graph
    host, port : the address to listen at; port 0 takes a free one
    public : address under which others reach it, behind a proxy
    timeout : seconds that a query may take
    max_rows : rows that an answer may have
    max_bytes : bytes that the body of a request may have
    concurrency : queries that run at once
    memory : megabytes that a query may use, 0 for no limit
    cors : the origin whose pages may read answers, ``*`` for all, ``none`` for nobody's
    write : let those change the graph who show the token
    token_file : file with the token, which is in the environment (``DEMANDGRAPH_TOKEN``) otherwise
    ready : is called with the settings once the server listens

    Raises
    ------
    StoreError
        If the folder holds no graph.
    QueryError
        If the folder is an address on the web, ``public`` is no address, or there is no token that is long enough.
    ServerError
        If the extra ``serve`` is not installed, the address is taken, the token cannot be read, or another process
        has the store open for writing.
    """
    if ADDRESS.match(str(folder)):
        raise QueryError("what is served is a folder; a graph at an address is in a store that can be asked already")
    base = open_graph(folder).store.base
    try:
        from demandgraph.server.running import serve as run
        from demandgraph.server.settings import Settings
    except ImportError as error:
        raise ServerError(
            f"serving needs {error.name}, which is not installed: pip install 'demandgraph[serve]'"
        ) from None
    if public:
        try:
            check_base(public if public.endswith("/") else f"{public}/")
        except ValueError:
            raise QueryError(f"{public!r} is no address; write it as https://graph.example.org/") from None
    token = token_of(token_file) if write else ""
    if write:
        check_writable(Path(folder) / STORE)
    settings = Settings(
        Path(folder).resolve(), base, host, port, public and public.rstrip("/") + "/", timeout, max_rows, max_bytes,
        concurrency, memory=memory, cors="" if cors == "none" else cors, token=token,
    )  # fmt: skip
    run(settings, ready)


def check_writable(store: Path) -> None:
    """See to it that a store can be opened for writing, which only one process can do at a time.

    Raises
    ------
    ServerError
        If it cannot.
    """
    import pyoxigraph

    try:
        pyoxigraph.Store(str(store))
    except OSError as error:
        reason = "another server has it open for writing" if "lock" in str(error).lower() else one_line(str(error))
        raise ServerError(f"{store}: cannot be changed: {reason}") from None


def token_of(file: str | Path | None) -> str:
    """The token from a file, else from the environment.

    Raises
    ------
    QueryError
        If there is none, or it is too short to be safe.
    ServerError
        If the file cannot be read.
    """
    try:
        token = (Path(file).read_text(encoding="utf-8") if file else os.environ.get(TOKEN, "")).strip()
    except (OSError, UnicodeDecodeError):
        raise ServerError(f"{file}: the token cannot be read") from None
    if len(token) < 16:
        raise QueryError(f"--write needs a token of 16 characters or more in {TOKEN} or --token-file")
    return token
