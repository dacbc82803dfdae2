"""The wheel holds all that the package reads at run time, and works unpacked, without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED = (
    "demandgraph/ontology/demandgraph.ttl",
    "demandgraph/ontology/authorities/states.ttl",
    "demandgraph/ontology/shapes/demand.ttl",
    "demandgraph/ontology/questions/who-demands-what.rq",
    "demandgraph/extract/names_given.txt",
    "demandgraph/extract/topics.tsv",
    "demandgraph/py.typed",
)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_contents(unpacked: Path) -> None:
    assert [name for name in NEEDED if not (unpacked / name).is_file()] == []
    assert len(list((unpacked / "demandgraph" / "explore" / "assets").rglob("*.js"))) > 5
    assert not (unpacked / "tests").exists()


def test_works_without_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    code = (
        "import demandgraph, demandgraph.authority as a, demandgraph.vocab as v\n"
        "assert 'wheel' in demandgraph.__file__, demandgraph.__file__\n"
        "print(v.ontology_folder().joinpath('demandgraph.ttl').is_file(), a.load().find('Norway').name)"
    )
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.stdout.split() == ["True", "Norway"], run.stderr
