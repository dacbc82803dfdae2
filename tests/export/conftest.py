"""The graph of the shipped examples, for all tests of exports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import demandgraph as dg
from demandgraph.graph import Graph

if TYPE_CHECKING:
    from spacy.language import Language

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def examples(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the examples' graph, built once; not to be changed."""
    from demandgraph.building import build

    folder = tmp_path_factory.mktemp("examples") / "graph"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("demandgraph.building.load_pipeline", lambda name="": nlp)
        build(EXAMPLES, folder)
    return folder


@pytest.fixture(scope="session")
def graph(examples: Path) -> Graph:
    """The same, opened."""
    return dg.open(examples)
