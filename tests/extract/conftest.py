"""What the tests of extraction share: the authority that the package ships, and a reader of when and where."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from demandgraph.authority import Authority, load
from demandgraph.extract import extract
from demandgraph.language import analyse
from demandgraph.model import Source

if TYPE_CHECKING:
    from spacy.language import Language

Told = set[tuple[str, str | None, str | None]]


@pytest.fixture(scope="session")
def known() -> Authority:
    return load()


@pytest.fixture(scope="session")
def settings(nlp: Language, known: Authority) -> Callable[..., Told]:
    """Type, date and place of each event of a text of Monday, 9 June 2031; the title may be given."""

    def told(text: str, title: str = "Harbour Times") -> Told:
        source = Source("a.txt", "a.txt", f"{title}\n\n9 June 2031\n\n{text}\n")
        return {(e.type, e.date, e.place) for e in extract(next(iter(analyse([source], nlp))), known).events}

    return told
