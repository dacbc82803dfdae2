"""Closed namespaces of the vocabulary, and where the ontology files are."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

ONTOLOGY = "https://w3id.org/demandgraph/ontology#"
TOPIC = "https://w3id.org/demandgraph/topic/"
FORCE = "https://w3id.org/demandgraph/force/"
STATUS = "https://w3id.org/demandgraph/status/"
KIND = "https://w3id.org/demandgraph/kind/"
DEFAULT_BASE = "https://w3id.org/demandgraph/id/"


def ontology_folder() -> Traversable:
    """The folder that holds the vocabulary, shapes, authorities and questions.

    In an installed package it lies beside the modules; in a checkout it is the top-level ``ontology/``.
    """
    packaged = files("demandgraph") / "ontology"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "ontology"
