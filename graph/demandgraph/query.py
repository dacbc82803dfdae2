"""Asks a store in SPARQL, or by a saved question, and prints what it answers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import islice
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from demandgraph.display import data_frame, html_table
from demandgraph.errors import QueryError
from demandgraph.store import Store
from demandgraph.trig import PREFIXES
from demandgraph.vocab import ontology_folder

if TYPE_CHECKING:
    import pandas

FORMATS = ("table", "csv", "json", "turtle", "markdown")
Term = NamedNode | BlankNode | Literal | Triple
NUMBERS = {
    "integer": int,
    "int": int,
    "long": int,
    "nonNegativeInteger": int,
    "decimal": float,
    "double": float,
    "float": float,
}


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """What a query answers.

    ``columns`` are the names of the variables, ``rows`` their values as RDF terms; a query for a yes or no has one
    column and row; one that constructs a graph has the columns subject, predicate and object. Iterating gives each row
    as a dictionary of plain Python values: numbers, booleans and text, ``None`` where there is none.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, map(value_of, row), strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """The yes or no of an ``ASK`` query; for others, whether there are rows."""
        return value_of(self.rows[0][0]) is True if self.kind == "ask" else bool(self.rows)

    def __repr__(self) -> str:
        if self.kind == "ask":
            return f"<Answer: {'yes' if self else 'no'}>"
        return f"<Answer: {len(self):,} row{'' if len(self) == 1 else 's'} of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        plain_rows = ([value_of(term) for term in row] for row in self.rows)
        return html_table(self.columns, plain_rows, len(self))

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame; raises :class:`~demandgraph.errors.ExportError` without pandas."""
        return data_frame(self, self.columns)

    def render(self, form: str) -> str:
        """The rows as text: ``csv``, ``json``, ``markdown`` or, of a graph, ``turtle``; see :func:`render`."""
        return render(self, form)


def run(store: Store, sparql: str, limit: int | None = None) -> Answer:
    """Run a SPARQL query over the union of all named graphs.

    The prefixes of :data:`demandgraph.trig.PREFIXES` need no declaration; relative IRIs are resolved against the base
    IRI of the graph, so that ``<actor/country/poland>`` is an actor.

    Parameters
    ----------
    store : the graph
    sparql : ``SELECT``, ``ASK``, ``CONSTRUCT`` or ``DESCRIBE``
    limit : how many rows to take at most

    Raises
    ------
    QueryError
        If the query does not parse, would change the graph, or fails.
    """
    try:
        result = store.query(sparql)
        if isinstance(result, QueryBoolean):
            return Answer("ask", ("answer",), ((Literal(bool(result)),),))
        if isinstance(result, QueryTriples):
            triples = [(t.subject, t.predicate, t.object) for t in islice(result, limit)]
            return Answer("construct", ("subject", "predicate", "object"), tuple(triples))
        assert isinstance(result, QuerySolutions)
        names = tuple(v.value for v in result.variables)
        rows = tuple(tuple(s) for s in islice(result, limit))
        return Answer("select", names, rows)
    except SyntaxError as error:
        raise QueryError(syntax_message(sparql, str(error))) from None
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query failed: {one_line(str(error))}") from None


def syntax_message(sparql: str, error: str) -> str:
    """Where and why a query does not parse, on one line."""
    if re.match(
        r"\s*(?:PREFIX[^>]*>\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", sparql, re.IGNORECASE
    ):
        return "the query would change the graph; only SELECT, ASK, CONSTRUCT and DESCRIBE are run"
    where = re.search(r"at (\d+):(\d+)", error)
    if not where:
        return f"the query does not parse: {one_line(error)}"
    line, column = int(where.group(1)), int(where.group(2))
    lines = sparql.split("\n")
    near = lines[line - 1][max(0, column - 1) :].strip() if line <= len(lines) else ""
    rest = f"near {near[:40]!r}" if near else "where the text ends"
    return f"the query does not parse: line {line}, column {column}, {rest}"


def one_line(text: str) -> str:
    """A text on one line, not too long."""
    return " ".join(text.split())[:200]


def value_of(term: Term | None) -> Any:
    """A term as a plain Python value."""
    if term is None or isinstance(term, Triple):
        return None if term is None else str(term)
    if isinstance(term, Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind in NUMBERS:
            return NUMBERS[kind](term.value)
        return term.value in ("true", "1") if kind == "boolean" else term.value
    return term.value


# ---------------------------------------------------------------- saved questions


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be narrowed by: its name, what it takes (a name of :data:`demandgraph.lookup.KINDS`), and why."""

    name: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """A saved question: its name, what it asks in plain words, its query, and the parameters that it takes."""

    name: str
    words: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()


PARAMETER = re.compile(r"^# --(\w+) ([A-Z]+): (.+)$", re.MULTILINE)


def questions(folder: Traversable | None = None) -> dict[str, Question]:
    """The saved questions by name: ``.rq`` files in ``ontology/questions/`` whose first comment is the question."""
    folder = folder if folder is not None else ontology_folder() / "questions"
    found = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
        if file.name.endswith(".rq"):
            sparql = file.read_text(encoding="utf-8")
            comment = re.match(r"\s*#+[ \t]*(.*)", sparql)
            name = file.name.removesuffix(".rq")
            parameters = tuple(Parameter(*match.groups()) for match in PARAMETER.finditer(sparql))
            found[name] = Question(name, comment.group(1).strip() if comment else name, sparql, parameters)
    return found


def question(name: str) -> Question:
    """The saved question of a name.

    Raises
    ------
    QueryError
        If there is none; the message names the nearest ones.
    """
    from difflib import get_close_matches

    known = questions()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, 3, 0.4)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; --list shows all"
    raise QueryError(f"there is no question {name!r}{hint}")


# ---------------------------------------------------------------- printing


def render(answer: Answer, form: str) -> str:
    """An answer as text in one of :data:`FORMATS`, except ``table``.

    ``csv`` and ``json`` follow the SPARQL result formats; a graph becomes three columns or JSON-LD. ``markdown`` is a
    table, or a list with quotes where the answer has the words that it rests on.

    Raises
    ------
    QueryError
        If the answer has no such form: rows are no graph, so they cannot be Turtle.
    """
    if form == "csv":
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(["" if t is None else plain(t) for t in row] for row in answer.rows)
        return buffer.getvalue()
    if form == "markdown":
        from demandgraph.markdown import markdown

        return markdown(answer.columns, [["" if t is None else plain(t) for t in row] for row in answer.rows])
    if form == "turtle":
        if answer.kind != "construct":
            raise QueryError("only a CONSTRUCT or DESCRIBE query gives a graph that can be written as turtle")
        return graph_text(answer, RdfFormat.TURTLE)
    if form != "json":
        raise QueryError(f"there is no format {form!r}; there are {', '.join(FORMATS)}")
    if answer.kind == "construct":
        return graph_text(answer, RdfFormat.JSON_LD) + "\n"
    if answer.kind == "ask":
        return json.dumps({"head": {}, "boolean": bool(answer)}) + "\n"
    bindings = [
        {name: json_term(t) for name, t in zip(answer.columns, row, strict=True) if t is not None}
        for row in answer.rows
    ]
    whole = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def plain(term: Term) -> str:
    """A term's text: of an IRI without brackets, of a literal without quotes and datatype."""
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def short(term: Term | None, base: str) -> str:
    """A term for a reader: IRIs with their prefix, or without the base."""
    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return plain(term)
    for prefix, namespace in PREFIXES.items():
        if term.value.startswith(namespace):
            return f"{prefix}:{term.value[len(namespace) :]}"
    return term.value.removeprefix(base)


def json_term(term: Term) -> Mapping[str, str]:
    """A term as in the SPARQL 1.1 Query Results JSON Format."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, Literal):
        extra = {"xml:lang": term.language} if term.language else {}
        if not term.language and not term.datatype.value.endswith("#string"):
            extra = {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value} | extra
    return {"type": "bnode" if isinstance(term, BlankNode) else "triple", "value": str(term).removeprefix("_:")}


def graph_text(answer: Answer, form: RdfFormat) -> str:
    """The triples of an answer in an RDF format, in a fixed order."""
    triples = {Triple(*row): None for row in answer.rows}  # type: ignore[arg-type]
    written = serialize(sorted(triples, key=str), format=form, prefixes=dict(PREFIXES))
    return (written or b"").decode("utf-8")
