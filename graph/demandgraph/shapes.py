"""Checks graphs against the SHACL shapes of the ontology and says in words what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from demandgraph.authority import CORE, check_core, parse
from demandgraph.errors import AuthorityError, StoreError
from demandgraph.vocab import DG, ontology_folder

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store, Triple

    from demandgraph.shacl import Check

SHAPES = "https://w3id.org/demandgraph/shapes#"
SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
SUFFIXES = (".trig", ".nq", ".ttl", ".nt", ".rdf", ".jsonld")

DESCRIBED_BY = (
    ("http://www.w3.org/2004/02/skos/core#prefLabel", "“{}”"),
    ("http://www.w3.org/2000/01/rdf-schema#label", "“{}”"),
    (DG.action, "“{}”"),
    ("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf", "“{}”"),
    (DG.roleTitle, "“{}”"),
    ("http://www.semanticdesktop.org/ontologies/2007/03/22/nfo#fileName", "{}"),
    (DG.value, "{}"),
)
"""By which property a node is shown to people, the first that it has."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One node that breaks one constraint; ``str()`` says it in a sentence.

    ``severity`` is ``Violation``, ``Warning`` or ``Info``; ``value`` is what is at fault, where it is one value.
    """

    focus: str
    shape: str
    severity: str
    message: str
    value: str | None = None
    words: str = ""
    """The node as people know it: a name, an action, the quoted words."""

    def __str__(self) -> str:
        shown = f"{self.words} <{self.focus}>" if self.words else f"<{self.focus}>"
        at_fault = f" [{self.value}]" if self.value is not None and self.value != self.focus else ""
        return f"{self.severity}: {shown}: {self.message}{at_fault}"


def validate(graph: Any, extra_shapes: Iterable[Path] = ()) -> list[str]:
    """Check a graph against all shapes of the ontology, and against a user's own, and say in words what is wrong.

    The same as :func:`violations`, as sentences.
    """
    return [str(violation) for violation in violations(graph, extra_shapes)]


def violations(graph: Any, extra_shapes: Iterable[Path] = ()) -> list[Violation]:
    """Check a graph against all shapes of the ontology, and against a user's own.

    Parameters
    ----------
    graph : a store (the project's or pyoxigraph's), an rdflib graph or dataset, an iterable of pyoxigraph quads, or the
        path of an RDF file or of a folder that ``demandgraph build`` wrote. All named graphs are taken together.
    extra_shapes : files of further SHACL shapes

    Returns
    -------
    What is wrong, violations before warnings; empty if the graph conforms.

    Raises
    ------
    AuthorityError
        If a file of shapes does not parse or says something about a core term or a shape of the ontology.
    StoreError
        If there is no graph at the path, or it does not parse.
    """
    extra = [read_shapes(Path(path)) for path in extra_shapes]  # a broken file is told before anything is checked
    store = store_of(graph)
    found: set[Violation] = set()
    for check in shipped_checks():
        found |= failures(check, store)
    for own in extra:
        for check in own.checks:
            found |= failures(check, store)
        if own.slow is not None:
            found |= check_slowly(own.slow, store)
    rank = {"Violation": 0, "Warning": 1}
    return sorted(found, key=lambda v: (rank.get(v.severity, 2), v.focus, v.shape, v.value or ""))


def shipped_checks() -> list[Check]:
    """The checks of the shapes that the project ships."""
    from pyoxigraph import Store

    shapes = Store()
    for file in sorted((ontology_folder() / "shapes").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ttl"):
            shapes.extend(parse(file.read_bytes(), file.name))  # type: ignore[arg-type]
    return compiled(shapes)


def compiled(shapes: Store) -> list[Check]:
    """Compile shapes; one that cannot be compiled in full is an error rather than half a check."""
    from demandgraph.shacl import Compiler

    result = Compiler(shapes, subclasses()).compile()
    if result.strange:
        raise AuthorityError(f"shapes use what is not understood: sh:{', sh:'.join(sorted(result.strange))}")
    return result.checks


def subclasses() -> dict[str, frozenset[str]]:
    """Class → all its subclasses, by the ontology."""
    direct: dict[str, set[str]] = {}
    for triple in parse((ontology_folder() / "demandgraph.ttl").read_bytes(), "demandgraph.ttl"):
        if triple.predicate.value == SUBCLASS:
            direct.setdefault(triple.object.value, set()).add(triple.subject.value)  # type: ignore[union-attr]

    def below(cls: str, seen: frozenset[str]) -> set[str]:
        children = direct.get(cls, set()) - seen
        return children | {c for child in children for c in below(child, seen | children)}

    return {cls: frozenset(below(cls, frozenset({cls}))) for cls in direct}


def failures(check: Check, store: Store) -> set[Violation]:
    """The nodes of a graph that break one constraint."""
    rows = store.query(check.query)
    found = set()
    for row in rows:  # type: ignore[union-attr]
        focus, value = row["this"], row["value"]
        found.add(
            Violation(
                focus=focus.value,
                shape=check.shape,
                severity=check.severity,
                message=check.message,
                value=None if value is None else shortened(value.value),
                words=described(focus, store),
            )
        )
    return found


def described(node: Any, store: Store) -> str:
    """A node as people know it, empty if nothing names it."""
    from pyoxigraph import NamedNode

    for term, form in DESCRIBED_BY:
        quads = store.quads_for_pattern(node, NamedNode(term), None)
        names = sorted(q.object.value for q in quads)  # type: ignore[union-attr]
        if names:
            return form.format(shortened(names[0]))
    return ""


def shortened(text: str, limit: int = 80) -> str:
    """A text on one line, cut at ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


@dataclass(frozen=True, slots=True)
class OwnShapes:
    """A user's shapes, ready to be checked: as queries, or as a store for pySHACL where that is needed."""

    checks: tuple[Check, ...]
    slow: Store | None = None


def read_shapes(path: Path) -> OwnShapes:
    """Read a user's file of shapes.

    Raises
    ------
    AuthorityError
        If it cannot be read, does not parse, or says something about a core term or a shape of the ontology. The
        message has file, line and reason.
    """
    from pyoxigraph import Store

    from demandgraph.shacl import Compiler

    try:
        data = path.read_bytes()
    except OSError as error:
        raise AuthorityError(f"{path}: cannot be read ({error.strerror}); give the path of a shapes file") from error
    triples = parse(data, str(path))
    check_core(triples, data.decode("utf-8", errors="replace"), str(path), (*CORE, SHAPES))
    shapes = Store()
    shapes.extend(triples)  # type: ignore[arg-type]
    result = Compiler(shapes, subclasses()).compile()
    if result.strange:
        return OwnShapes((), shapes)
    for check in result.checks:
        try:
            Store().query(check.query)
        except SyntaxError as error:
            reason = " ".join(str(error).split())[:120]
            raise AuthorityError(f"{path}: the query of {check.shape} does not parse ({reason}); correct it") from error
    return OwnShapes(tuple(result.checks))


def check_slowly(shapes: Store, store: Store) -> set[Violation]:
    """Check with pySHACL, node by node."""
    import pyshacl
    from pyoxigraph import NamedNode, RdfFormat, Store
    from rdflib import Graph
    from rdflib.namespace import RDF, SH

    def plain(source: Store) -> Graph:
        lines = {f"{q.subject} {q.predicate} {q.object} ." for q in source}
        return Graph().parse(data="\n".join(sorted(lines)), format="nt")

    ontology = Store()
    ontology.bulk_load((ontology_folder() / "demandgraph.ttl").read_bytes(), RdfFormat.TURTLE)
    _, report, _ = pyshacl.validate(
        plain(store), shacl_graph=plain(shapes), ont_graph=plain(ontology), inference="none", advanced=True
    )
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        found.add(
            Violation(
                focus=str(focus),
                shape=str(report.value(result, SH.sourceShape)),
                severity=str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1],
                message=str(report.value(result, SH.resultMessage)),
                value=None if value is None else shortened(str(value)),
                words=described(NamedNode(str(focus)), store),
            )
        )
    return found


def store_of(graph: Any) -> Store:
    """The triples of all named graphs of a graph of any kind, each once, in a store in memory.

    Each once matters: a triple that stands in two graphs would be matched twice by every pattern of a query.
    """
    import pyoxigraph
    from pyoxigraph import Quad, RdfFormat, Store

    graph = getattr(graph, "raw", graph)  # the project's own store holds pyoxigraph's
    statements: Iterable[Quad | Triple] = ()
    store, path = Store(), None
    try:
        if isinstance(graph, (str, Path)):
            path = found_in(Path(graph))
            statements = pyoxigraph.parse(path=str(path), format=RdfFormat.from_extension(path.suffix.lstrip(".")))
        elif hasattr(graph, "serialize"):  # rdflib
            quads = hasattr(graph, "quads") and graph.context_aware
            text = graph.serialize(format="nquads" if quads else "nt", encoding="utf-8")
            statements = pyoxigraph.parse(text, format=RdfFormat.N_QUADS)
        else:
            statements = graph
        store.bulk_extend(Quad(s.subject, s.predicate, s.object) for s in statements)
    except (SyntaxError, OSError, ValueError) as error:
        reason = " ".join(str(error).split())
        where = path or "the graph"
        raise StoreError(f"{where}: cannot be read as a graph ({reason}); give a file in an RDF format") from error
    return store


def found_in(path: Path) -> Path:
    """The file of a graph: the path itself, or ``graph.trig`` and its like in a folder."""
    if path.is_dir():
        for suffix in SUFFIXES:
            if (path / f"graph{suffix}").is_file():
                return path / f"graph{suffix}"
        raise StoreError(f"{path}: holds no graph.trig; give a folder that demandgraph build wrote, or an RDF file")
    if not path.is_file():
        raise StoreError(f"{path}: no such file; give a folder that demandgraph build wrote, or an RDF file")
    return path
