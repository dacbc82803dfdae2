"""The format that a client wants most, by the rules of RFC 9110."""

from __future__ import annotations

import pytest

from demandgraph.server.negotiation import GRAPHS, RESULTS, choose, chosen
from demandgraph.server.refusals import RequestError


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.7", "text/tab-separated-values"),
        ("text/*", "text/xml"),
        ("text/xml;q=0, text/*", "text/csv"),
        ("application/sparql-results+xml;q=0.9, */*;q=0.1", "application/sparql-results+xml"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("application/json;charset=utf-8;q=0.5, text/csv;q=0.4", "application/json"),
        ("rubbish, text/csv", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("*/*;q=0", None),
        ("////;;;q=q", None),
    ],
)
def test_rows(accept: str | None, expected: str | None) -> None:
    offer = choose(accept, RESULTS)
    assert (offer and offer[0]) == expected


def test_nothing_acceptable_is_refused_with_what_there_is() -> None:
    with pytest.raises(RequestError, match="text/turtle") as caught:
        chosen("image/png", GRAPHS)
    assert caught.value.status == 406
