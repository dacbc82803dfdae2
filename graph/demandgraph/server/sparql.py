"""The SPARQL endpoint, the Graph Store Protocol, and the description of both."""

from __future__ import annotations

from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response

from demandgraph.server import description, protocol
from demandgraph.server.changing import UNION
from demandgraph.server.jobs import Job
from demandgraph.server.negotiation import GRAPHS, HTML, RESULTS, choose, chosen
from demandgraph.server.refusals import RequestError
from demandgraph.server.security import NOTHING, check_token
from demandgraph.server.served import Served, body_of, client_of, do
from demandgraph.server.site import query_page

WITH_TOKEN = 256_000_000
"""Bytes that the body of a request with the token may have."""


async def sparql(served: Served, request: Request) -> Response:
    """A query or an update; without either, the query page for people and the description for machines."""
    accept = request.headers.get("accept")
    if request.method in ("GET", "HEAD") and not request.url.query:
        offer = chosen(accept, (*GRAPHS, HTML))
        return await query_page(served, request) if offer is HTML else await described(served, request, *offer)
    authorization = request.headers.get("authorization", "")
    body = b""
    if request.method == "POST":
        body = await body_of(request, WITH_TOKEN if may_change(served, authorization) else served.settings.max_bytes)
    operation = protocol.read(
        request.method, request.scope["query_string"], request.headers.get("content-type", ""), body
    )
    if operation.kind == "update":
        check_token(served.settings, authorization)
    results, graph = choose(accept, RESULTS), choose(accept, GRAPHS)
    if operation.kind == "query" and not (results or graph):
        chosen(accept, RESULTS + GRAPHS)
    job = Job(operation.kind, operation.text, operation.default_graphs, operation.named_graphs, results, graph)
    response = await do(served, request, job)
    response.headers["Vary"] = "Accept"
    return response


def may_change(served: Served, authorization: str) -> bool:
    """Whether a request shows the token."""
    with suppress(RequestError):
        check_token(served.settings, authorization)
        return True
    return False


async def data(served: Served, request: Request) -> Response:
    """The Graph Store Protocol: a graph is fetched, replaced, added to or removed as a whole."""
    parameters = protocol.fields(request.scope["query_string"])
    named = [value for name, value in parameters if name == "graph"]
    default = any(name == "default" for name, _ in parameters)
    if len(named) + default != 1:
        raise RequestError(400, "name one graph: ?graph=IRI, or ?default")
    graph = protocol.iri(named[0]) if named else ""
    if request.method in ("GET", "HEAD"):
        offer = chosen(request.headers.get("accept"), GRAPHS)
        if graph and not (await served.pool.run(Job("exists", graph), client_of(request))).status == 200:
            raise RequestError(404, f"there is no graph {graph}")
        where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        job = Job("query", f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}", graph=offer)
        return await do(served, request, job)
    kind = request.method.lower()
    if kind not in ("put", "post", "delete"):
        raise RequestError(
            405, f"the method {request.method[:20]} cannot be used here", {"Allow": "GET, HEAD, PUT, POST, DELETE"}
        )
    check_token(served.settings, request.headers.get("authorization", ""))
    if not graph:
        raise RequestError(400, UNION)
    content = b"" if kind == "delete" else await body_of(request, WITH_TOKEN)
    content_type = protocol.content_type(request.headers.get("content-type", "text/turtle"))
    return await do(served, request, Job(kind, graph, content=content, content_type=content_type))


async def described(served: Served, request: Request, media_type: str, form: str) -> Response:
    """The description of the service and its data."""
    counts = await served.counts(client_of(request))
    return Response(
        description.written(served.settings, counts, form),
        media_type=media_type,
        headers={"Vary": "Accept", "Content-Security-Policy": NOTHING},
    )


async def void(served: Served, request: Request) -> Response:
    """The description at its well-known address."""
    accept = request.headers.get("accept")
    offer = chosen(accept, (*GRAPHS, HTML, ("*/*", "TURTLE")))
    return await described(served, request, *(GRAPHS[0] if offer is HTML or offer[0] == "*/*" else offer))
