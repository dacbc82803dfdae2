"""``demandgraph serve``: a graph over HTTP."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from demandgraph.commands.common import EPILOG, FOLDER, failing_in_one_line

if TYPE_CHECKING:
    from demandgraph.server.settings import Settings

TOKEN = "DEMANDGRAPH_TOKEN"


@click.command("serve", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="0 takes a free one.")
@click.option("--public", metavar="URL", default="", help="Address under which others reach it, behind a proxy.")
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=click.FloatRange(0.1, 3600),
    default=30.0,
    show_default=True,
    help="Time of a query; then it is ended.",
)
@click.option(
    "--max-rows", metavar="N", type=click.IntRange(min=1), default=100_000, show_default=True, help="Rows of an answer."
)
@click.option(
    "--max-bytes",
    metavar="N",
    type=click.IntRange(min=1000),
    default=1_000_000,
    show_default=True,
    help="Bytes of a request's body.",
)
@click.option(
    "--concurrency",
    metavar="N",
    type=click.IntRange(1, 256),
    default=4,
    show_default=True,
    help="Queries at once; others wait, then get 503.",
)
@click.option(
    "--memory",
    metavar="MB",
    type=click.IntRange(min=0),
    default=2048,
    show_default=True,
    help="Memory of a query; 0 for no limit.",
)
@click.option(
    "--cors", metavar="ORIGIN", default="*", show_default=True, help="Whose pages may read answers; none for nobody's."
)
@click.option(
    "--write", is_flag=True, help=f"Let those change the graph who show the token in {TOKEN} or --token-file."
)
@click.option("--token-file", metavar="FILE", type=click.Path(path_type=Path), help="File with the token.")
def command(
    folder: Path,
    host: str,
    port: int,
    public: str,
    timeout: float,
    max_rows: int,
    max_bytes: int,
    concurrency: int,
    memory: int,
    cors: str,
    write: bool,
    token_file: Path | None,
) -> None:
    """Serve the graph in DIR: a SPARQL endpoint, a query page, the explorer, and a page for each thing.

    Nobody can change the graph unless --write is given. Needs the extra "serve": pip install demandgraph[serve].
    """
    with failing_in_one_line():
        from demandgraph.server.serving import serve

        def ready(settings: Settings) -> None:
            click.echo(f"Serving {folder} at {settings.address} (queries: {settings.address}sparql); Ctrl-C stops it.")
            if settings.writable:
                click.echo(
                    "Whoever has the token can change the store; graph.trig stays, and the next build starts anew."
                )
            if host not in ("127.0.0.1", "::1", "localhost"):
                click.echo("note: other machines can reach it, and everybody who can may read the graph.", err=True)

        serve(
            folder, host=host, port=port, public=public, timeout=timeout, max_rows=max_rows, max_bytes=max_bytes,
            concurrency=concurrency, memory=memory, cors=cors, write=write, token_file=token_file, ready=ready,
        )  # fmt: skip
