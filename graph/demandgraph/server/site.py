"""The pages and files of the server, and the description of each thing in the format that is wanted."""

from __future__ import annotations

import json
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from demandgraph.asking import without_parameters
from demandgraph.folder import DEMANDS, EXPLORER, TRIG
from demandgraph.query import questions
from demandgraph.server import entities, pages
from demandgraph.server.jobs import Job
from demandgraph.server.negotiation import GRAPHS, HTML, RESULTS, SUFFIXES, chosen
from demandgraph.server.refusals import RequestError
from demandgraph.server.responding import file_answer
from demandgraph.server.security import EDITOR, NOTHING, PAGE
from demandgraph.server.security import EXPLORER as EXPLORER_POLICY
from demandgraph.server.served import Served, client_of, do
from demandgraph.version import __version__

ASSETS = {
    "site.css": "text/css",
    "query.js": "text/javascript",
    "yasgui.min.js": "text/javascript",
    "yasgui.min.css": "text/css",
}
FILES = {TRIG: "application/trig", DEMANDS: "text/csv"}
"""The files of the graph's folder that can be fetched; no other can."""


async def query_page(served: Served, request: Request) -> Response:
    """The page on which queries are written."""
    headers = {"Content-Security-Policy": EDITOR, "Vary": "Accept"}
    return Response(pages.query_page(), media_type="text/html", headers=headers)


async def saved_questions(served: Served, request: Request) -> Response:
    """The saved questions: name, wording, query."""
    found = [{"name": q.name, "words": q.words, "sparql": without_parameters(q)} for q in questions().values()]
    return Response(json.dumps(found, ensure_ascii=False), media_type="application/json")


async def explorer(served: Served, request: Request) -> Response:
    """The interactive page of the graph."""
    path = served.settings.folder / EXPLORER
    if not path.is_file():
        return Response(status_code=303, headers={"Location": "/query"})
    return file_answer(path, "text/html", {"Content-Security-Policy": EXPLORER_POLICY})


async def asset(served: Served, request: Request) -> Response:
    """A style sheet or script of the pages."""
    name = request.path_params["name"]
    if name not in ASSETS:
        raise HTTPException(404)
    return Response(pages.asset(name), media_type=ASSETS[name], headers={"Cache-Control": "max-age=3600"})


async def file(served: Served, request: Request) -> Response:
    """One of the files that can be fetched."""
    name = request.path_params["name"]
    if name not in FILES or not (served.settings.folder / name).is_file():
        raise HTTPException(404)
    return file_answer(served.settings.folder / name, FILES[name], {"Content-Security-Policy": NOTHING})


async def health(served: Served, request: Request) -> Response:
    """Whether the store answers."""
    await served.pool.run(Job("query", "ASK {}", results=RESULTS[0]), "health")
    report = {"status": "ok", "version": __version__, "writable": served.settings.writable}
    return Response(json.dumps(report), media_type="application/json", headers={"Cache-Control": "no-store"})


async def known(served: Served, path: str, client: str) -> str:
    """The IRI of the thing at a path below the base, as it stands or decoded; empty if the graph has none."""
    for local in dict.fromkeys((path, unquote(path))):
        iri = served.settings.base + local
        if await entities.exists(served.pool, iri, client):
            return iri
    return ""


async def entity(served: Served, request: Request) -> Response:
    """A thing: its own address leads on (303) to what is said of it in the format that is wanted."""
    settings, client = served.settings, client_of(request)
    raw = request.scope.get("raw_path", b"").decode("ascii", "replace").partition("?")[0]
    root = settings.entity_root
    path = raw[len(root) :] if raw.startswith(root) else request.path_params["path"]
    local = await known(served, path, client)
    if local:
        offer = chosen(request.headers.get("accept"), (*GRAPHS[:5], HTML))
        suffix = next(s for s, (media_type, form) in SUFFIXES.items() if form == offer[1])
        return Response(status_code=303, headers={"Location": f"{root}{path}.{suffix}", "Vary": "Accept"})
    path, _, suffix = path.rpartition(".")
    iri = await known(served, path, client)
    if suffix not in SUFFIXES or not iri:
        raise RequestError(404, "the graph has nothing of this name")
    media_type, form = SUFFIXES[suffix]
    links = {"Link": f'<{iri}>; rel="describes"'}
    if SUFFIXES[suffix] is HTML:
        thing = await entities.look_up(served.pool, iri, client)
        page = pages.thing_page(settings, thing, root + path)
        return Response(page, media_type=media_type, headers=links | {"Content-Security-Policy": PAGE})
    response = await do(served, request, Job("query", entities.construct(iri), graph=(media_type, form)))
    response.headers.update(links)
    return response
