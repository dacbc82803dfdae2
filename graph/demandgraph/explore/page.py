"""The page itself: one HTML file that needs nothing else, and lets nothing in its data run."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from demandgraph.errors import QueryError
from demandgraph.explore.fold import Bundle, bundles, order
from demandgraph.explore.network import Network, class_of, network_of
from demandgraph.explore.view import ACTOR_KINDS, EVENT_KINDS, KINDS, ROLES, View, local
from demandgraph.vocab import ontology_folder

STYLES = ("base", "parts", "views", "print")
SCRIPTS = (
    "dom", "data", "words", "state", "select", "arrange", "theme", "legend", "paint", "network", "glide", "marking", "netkeys", "labels", "search", "strip",
    "evidence", "panel", "reader", "views", "matrix", "flow", "timeline", "lineage", "table", "picture", "files", "turtle", "main",
)  # fmt: skip
"""The page's own style sheets and scripts, in the order in which they are joined."""


def page(view: View, *, title: str = "", focus: str | None = None, depth: int = 1, detail: str = "auto") -> str:
    """Make the explorer of a view.

    Parameters
    ----------
    view : what to show, as :func:`demandgraph.explore.view_of` reads it from a store
    title : heading of the page; by default it counts the documents
    focus : IRI or name of an actor to open on
    depth : with ``focus``, how many steps around it are shown
    detail : ``"auto"`` opens on the overview where there is much to show, ``"all"`` on everything

    Returns
    -------
    str : a complete HTML document; it makes no request and works from disk
    """
    folded = bundles(view)
    ranked = order(view, folded)
    net = network_of(view, folded, ranked)
    data = _payload(view, net, folded, ranked)
    start = {"detail": "all" if detail == "all" else "", "focus": actor_of(view, focus), "depth": depth}
    library = _library()
    program = "\n".join(["(() => {", '"use strict";', *(_asset(f"js/{name}.js") for name in SCRIPTS), "})();"])
    style = "\n".join(_asset(f"css/{name}.css") for name in STYLES)
    documents = sum(n.kind == "Document" for n in view.nodes)
    counted = f"{documents:,} of {view.of:,}" if view.of > documents else f"{documents}"
    heading = title or f"Who demands what of whom, in {counted} document{'' if counted == '1' else 's'}"
    policy = (
        "default-src 'none'; "
        f"script-src {_hash(library)} {_hash(program)}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    return _fill(
        _asset("page.html"),
        {
            "policy": html.escape(policy, quote=True).replace("&#x27;", "'"),
            "title": html.escape(heading),
            "style": style,
            "library": library,
            "program": program,
            "data": _json(data | {"start": start}),
        },
    )


def write(view: View, path: Path | str, *, title: str = "", focus: str | None = None, depth: int = 1) -> None:
    """Write the explorer of a view to a file, as UTF-8. Takes the same choices as :func:`page`."""
    Path(path).write_bytes(page(view, title=title, focus=focus, depth=depth).encode("utf-8", "replace"))


def _payload(view: View, net: Network, folded: tuple[Bundle, ...], ranked: list[str]) -> dict[str, Any]:
    """The page's data: what belongs to a node in one short list, references as numbers, IRIs without their common start."""
    number = {n.iri: i for i, n in enumerate(view.nodes)}
    base = _common([n.iri for n in view.nodes])
    role = {name: i for i, name in enumerate(ROLES)}
    kind = {name: i for i, name in enumerate(KINDS)}
    nodes = []
    for node in view.nodes:
        facts = {k: v for k, v in node.facts.items() if not (k == "action" and v == node.label)}
        quotes = [x for q in node.quotes if q.document in number for x in (number[q.document], q.begin, q.end)]
        nodes.append([kind[node.kind], node.iri[len(base) :], node.label, node.names, quotes, node.dates, facts])
    place = {b.key: len(nodes) + i for i, b in enumerate(folded)} | number
    return {
        "base": base,
        "kinds": KINDS,
        "classes": [class_of(k) for k in KINDS],
        "actors": ACTOR_KINDS,
        "events": EVENT_KINDS,
        "roles": ROLES,
        "nodes": nodes,
        "edges": [x for e in view.edges for x in (number[e.source], number[e.target], role[e.role])],
        "texts": {number[iri]: text for iri, text in sorted(view.texts.items()) if iri in number},
        "bundles": [
            [
                b.topic,
                *([number[i] for i in ends] for ends in (b.demands, b.issuers, b.addressees)),
                number.get(b.shared, -1),
            ]
            for b in folded
        ],
        "concepts": _concepts(),
        "order": [place[name] for name in ranked],
        "vis": [[n["x"], n["y"], n["size"], *((n["ox"], n["oy"]) if "ox" in n else ())] for n in net.nodes],
        "options": json.loads(net.options.to_json()),
    }


@cache
def _concepts() -> dict[str, dict[str, list[str]]]:
    """Label and definition of each topic, force, status and kind of document, as the ontology words them."""
    from pyoxigraph import RdfFormat, parse

    found: dict[str, dict[str, list[str]]] = {}
    for scheme in ("topics", "forces", "statuses", "kinds"):
        concepts: dict[str, list[str]] = {}
        source = (ontology_folder() / f"{scheme}.ttl").read_bytes()
        for quad in parse(source, format=RdfFormat.TURTLE):
            at = {"prefLabel": 0, "definition": 1}.get(local(quad.predicate.value))
            if at is not None:
                concepts.setdefault(local(quad.subject.value), ["", ""])[at] = quad.object.value
        found[scheme] = concepts
    return found


def actor_of(view: View, focus: str | None) -> str:
    """The IRI of the actor with that IRI or name (any case); empty without ``focus``.

    Raises
    ------
    QueryError : if no actor has that name
    """
    if not focus:
        return ""
    wanted = focus.casefold()
    for node in view.nodes:
        if node.iri == focus:
            return node.iri
    for node in view.nodes:
        if node.kind in ACTOR_KINDS and wanted in (node.label.casefold(), *(n.casefold() for n in node.names)):
            return node.iri
    names = {name: None for n in view.nodes if n.kind in ACTOR_KINDS for name in (n.label, *n.names)}
    close = get_close_matches(focus, names, 3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    raise QueryError(f"no actor in the graph is called {focus}{hint}")


def _common(iris: list[str]) -> str:
    """The start that all IRIs share, up to a slash."""
    if not iris:
        return ""
    low, high = min(iris), max(iris)
    same = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    return low[: low.rfind("/", 0, same) + 1]


def _library() -> str:
    """vis-network as pyvis ships it, with its licence notice, without the pointer to a source map (a request)."""
    path = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", path.read_text(encoding="utf-8"))
    return text.replace("</script", "<\\/script")


def _asset(name: str) -> str:
    return (files("demandgraph.explore") / "assets" / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """A content security policy's name for one inline script or style."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    """JSON that can stand in a script element: nothing in it ends the element, opens a comment or breaks a line."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _fill(template: str, parts: Mapping[str, str]) -> str:
    """Put each part in the place of ``{{name}}``, in one pass: what is put in is not looked at again."""
    return re.sub(r"\{\{(\w+)\}\}", lambda m: parts[m.group(1)], template)
