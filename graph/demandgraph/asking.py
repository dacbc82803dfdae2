"""Asks a saved question with parameters: what a person names becomes a term, and goes into the query as a term.

A question's file declares its parameters in its first comments, and holds for each the lines that it switches on::

    # Who demands what of whom?
    # --addressee ACTOR: only what is demanded of this actor.
    SELECT ?action WHERE {
      ?demand a dg:Demand ; dg:action ?action .
      #[addressee] ?demand dg:addressee ?given_addressee .
    }

Without the parameter the line stays a comment, so that the file is a plain query, which runs as it is in any store. With
it the line is uncommented behind ``VALUES ?given_addressee { <the term> }``. Nothing that a user writes is put into the
text of a query: an actor, topic or document is looked up and its IRI taken; dates and words are literals, which are
serialised as N-Triples writes them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from demandgraph.errors import QueryError
from demandgraph.lookup import KINDS, Term
from demandgraph.query import Answer, Question, question, run
from demandgraph.store import Store
from demandgraph.trig import PREFIXES

SWITCHED = re.compile(r"^([ \t]*)#\[(\w+)\][ \t]*(.*)\n", re.MULTILINE)
"""A line of a question that a parameter (or ``quotes``) switches on."""
QUOTES = "quotes"


def ask(
    store: Store, name: str, values: Mapping[str, str | None], *, limit: int | None = None, quotes: bool = False
) -> Answer:
    """Ask a saved question.

    Parameters
    ----------
    store : the graph
    name : the question's name
    values : its parameters by name, as a person writes them; ``None`` counts as not given
    limit : how many rows to take at most
    quotes : whether to add the words that each row rests on, where the question can

    Raises
    ------
    QueryError
        If there is no such question or parameter, or the graph does not know what a parameter names.
    """
    return run(store, bound(store, question(name), values, quotes=quotes), limit)


def bound(store: Store, asked: Question, values: Mapping[str, str | None], *, quotes: bool = False) -> str:
    """The query of a question with its parameters in it, ready to run in this or another store.

    Raises
    ------
    QueryError
        As :func:`ask`.
    """
    terms: dict[str, Term] = {}
    for name, value in values.items():
        if value is None:
            continue
        parameter = next((p for p in asked.parameters if p.name == name), None)
        if parameter is None:
            takes = ", ".join(f"--{p.name}" for p in asked.parameters)
            raise QueryError(f"{asked.name} takes no --{name}; it takes {takes or 'no parameters'}")
        terms[name] = KINDS[parameter.kind](store, str(value))

    def switch(match: re.Match[str]) -> str:
        indent, name, line = match.groups()
        if name == QUOTES:
            return f"{indent}{line}\n" if quotes else ""
        if name not in terms:
            return ""
        return f"{indent}VALUES ?given_{name} {{ {terms[name]} }}\n{indent}{line}\n"

    return with_prefixes(SWITCHED.sub(switch, asked.sparql))


def without_parameters(asked: Question) -> str:
    """The query of a question without its parameters and the lines that they would switch on."""
    return re.sub(r"^# --.*\n", "", SWITCHED.sub("", asked.sparql), flags=re.MULTILINE)


def with_prefixes(sparql: str) -> str:
    """A query with the declarations of the graph's prefixes that its switched lines use."""
    text = re.sub(r'<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|#.*', " ", sparql)
    used = set(re.findall(r"\b([a-z]+):", text)) & set(PREFIXES)
    declared = set(re.findall(r"PREFIX\s+([a-z]+):", sparql))
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in sorted(used - declared)) + sparql
