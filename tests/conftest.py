"""Fixtures that all tests share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default spaCy pipeline, loaded once."""
    from demandgraph.language import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated documents; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("the annotated documents (../shared) are not here")
    return SHARED


DATA = Path(__file__).resolve().parent / "data"


@pytest.fixture
def quick(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds of a test take the pipeline that is loaded already."""
    monkeypatch.setattr("demandgraph.building.load_pipeline", lambda name="": nlp)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of four short invented documents."""
    return DATA


@pytest.fixture(scope="session")
def built(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented documents, built once; not to be changed."""
    from demandgraph.building import build

    folder = tmp_path_factory.mktemp("built") / "graph"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("demandgraph.building.load_pipeline", lambda name="": nlp)
        build(DATA, folder)
    return folder
