"""Asks the workers what the server itself wants to know, and gives rows as plain dictionaries."""

from __future__ import annotations

import json
from typing import Any

from demandgraph.server.jobs import Job
from demandgraph.server.negotiation import RESULTS
from demandgraph.server.pool import Pool

Row = dict[str, str]


async def rows(pool: Pool, sparql: str, client: str) -> list[Row]:
    """The rows of a query: of each variable that is bound, its value as text.

    Raises
    ------
    RequestError
        As :meth:`Pool.run`.
    """
    return [{name: term["value"] for name, term in binding.items()} for binding in await bindings(pool, sparql, client)]


async def bindings(pool: Pool, sparql: str, client: str) -> list[dict[str, dict[str, Any]]]:
    """The bindings of a query as in the SPARQL 1.1 Query Results JSON Format."""
    answer = await pool.run(Job("query", sparql, results=RESULTS[0]), client)
    with answer.content as content:
        found: list[dict[str, dict[str, Any]]] = json.load(content)["results"]["bindings"]
    return found
