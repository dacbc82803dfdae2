"""A graph that is built again after a change is the one that a build from scratch gives, byte for byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import demandgraph as dg
from demandgraph.building import build
from demandgraph.errors import BuildError
from demandgraph.report import Report

pytestmark = pytest.mark.usefixtures("quick")

APPEAL = "The Lake Guild calls on the Government of Varania to release all imprisoned journalists.\n"
NOTE = "The Assembly of Orlen urged Varania to release the journalists. It met in Orlen on 4 May 2031.\n"
LETTER = "Dear Minister,\n\nWe urge you to admit observers and to publish the report.\n\nAna Bel\nLake Guild\n"
FRENCH = "Le syndicat demande au ministre d'ouvrir le port et de libérer tous les ouvriers arrêtés.\n"
MARKED = "---\ntitle: {}\ndate: {}\n---\nThe Assembly of Orlen asked Varania to admit observers.\n"
BODY = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dg: <https://w3id.org/demandgraph/ontology#> .
<https://x.example/guild> skos:prefLabel "Lake Guild"@en ; dg:actorClass dg:{} .
"""


@dataclass
class Desk:
    """Somebody's documents, and two ways to build their graph: again into the same folder, and from scratch."""

    folder: Path
    options: dict[str, object] = field(default_factory=dict)

    @property
    def documents(self) -> Path:
        return self.folder / "in"

    @property
    def graph(self) -> Path:
        return self.folder / "graph"

    def put(self, name: str, text: str) -> None:
        self.documents.mkdir(exist_ok=True)
        (self.documents / name).write_text(text, encoding="utf-8")

    def build(self, out: str = "graph", **options: object) -> Report:
        return build(self.documents, self.folder / out, **(self.options | options))  # type: ignore[arg-type]

    def rebuild(self) -> Report:
        """Build again, and see that a build from scratch gives the same."""
        report = self.build()
        for name in ("scratch", "blank"):  # with and without a cache of its own
            self.build(name, cache=name == "scratch")
            assert written(self.graph) == written(self.folder / name)
            remove(self.folder / name)
        return report


def written(folder: Path) -> dict[str, object]:
    """What a build wrote, without its times and the folder's own name."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    del report["seconds"], report["folder"]
    return {
        name: (folder / name).read_bytes() for name in ("graph.trig", "demands.csv", "doubts.json", "explorer.html")
    } | {"report": report}


def remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder)


def entries(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (folder / "cache").iterdir()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for name, text in (("appeal.txt", APPEAL), ("note.txt", NOTE), ("letter.txt", LETTER), ("french.txt", FRENCH)):
        desk.put(name, text)
    report = desk.build()
    assert (report.reused, len(report.documents), len(report.skipped)) == (0, 3, 1)
    return desk


def change_nothing(desk: Desk) -> None:
    pass


def add(desk: Desk) -> None:
    desk.put("more.txt", "The Lake Guild demands that Varania admit observers.\n")


def change(desk: Desk) -> None:
    desk.put("appeal.txt", APPEAL.replace(" all ", " the "))


def change_and_change_back(desk: Desk) -> None:
    change(desk)
    desk.build()
    desk.put("appeal.txt", APPEAL)


def take_away(desk: Desk) -> None:
    (desk.documents / "letter.txt").unlink()


def rename(desk: Desk) -> None:
    (desk.documents / "appeal.txt").rename(desk.documents / "zeal.txt")


def copy(desk: Desk) -> None:
    desk.put("a-copy.txt", APPEAL)  # is read in place of the first one, which now repeats it


def give_metadata(desk: Desk) -> None:
    desk.put("letter.md", MARKED.format("A letter", "2031-05-06"))
    desk.build()
    desk.put("letter.md", MARKED.format("A letter", "2031-05-07"))


def make_foreign(desk: Desk) -> None:
    desk.put("note.txt", FRENCH.replace("port", "pont"))


def break_file(desk: Desk) -> None:
    (desk.documents / "note.txt").write_bytes(b"")


def give_authority(desk: Desk) -> None:
    (desk.folder / "own.ttl").write_text(BODY.format("Organization"))
    desk.options["authority"] = [desk.folder / "own.ttl"]


def change_authority(desk: Desk) -> None:
    give_authority(desk)
    desk.build()
    (desk.folder / "own.ttl").write_text(BODY.format("Institution"))


def change_base(desk: Desk) -> None:
    desk.options["base"] = "https://x.example/"


STEPS: dict[Callable[[Desk], None], tuple[int, int]] = {
    change_nothing: (3, 3),
    add: (3, 4),
    change: (2, 3),
    change_and_change_back: (2, 3),
    take_away: (2, 2),
    rename: (3, 3),
    copy: (3, 3),
    give_metadata: (3, 4),
    make_foreign: (2, 2),
    break_file: (2, 2),
    give_authority: (0, 3),
    change_authority: (0, 3),
    change_base: (3, 3),
}
"""What may happen to documents, and how many of how many are then taken from the last build."""


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_each_change(desk: Desk, step: Callable[[Desk], None]) -> None:
    step(desk)
    report = desk.rebuild()
    assert (report.reused, len(report.documents)) == STEPS[step]
    assert len(entries(desk.graph)) == len(report.documents)  # those of documents that are gone are gone


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["a.txt", "b.txt", "c.md"]),
        st.sampled_from([APPEAL, NOTE, LETTER, FRENCH, "", None, MARKED.format("Orlen", "2031")]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_any_changes(edits: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.put("always.txt", APPEAL + LETTER)
    for name, text in edits:
        if text is None:
            (desk.documents / name).unlink(missing_ok=True)
        else:
            desk.put(name, text)
        desk.build()
    desk.rebuild()


def test_the_language_pipeline_is_not_loaded_for_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []

    def load(name: str) -> None:
        loaded.append(name)
        raise OSError

    monkeypatch.setattr("demandgraph.building.load_pipeline", load)
    assert desk.build().reused == 3
    assert loaded == []
    change(desk)
    with pytest.raises(BuildError, match="no spaCy pipeline"):
        desk.build()
    assert len(loaded) == 1


def test_a_rebuild_does_not_import_spacy(desk: Desk) -> None:
    program = (
        "import sys; from demandgraph.building import build\n"
        "print(build(sys.argv[1], sys.argv[2]).reused, 'spacy' in sys.modules)"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(dg.__file__).parents[1])}
    told = subprocess.run(
        [sys.executable, "-c", program, desk.documents, desk.graph],
        capture_output=True, text=True, env=environment, timeout=60, check=True,
    )  # fmt: skip
    assert told.stdout == "3 False\n"


def test_no_cache(desk: Desk) -> None:
    assert desk.build(cache=False).reused == 0
    assert not (desk.graph / "cache").exists()
    assert desk.build().reused == 0
    assert desk.build().reused == 3


def test_another_rule_another_entry(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("demandgraph.cache.below", lambda *_: [])
    assert desk.build().reused == 0


def test_remarks_are_told_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from demandgraph.extract import extract
    from demandgraph.model import Phrase

    def noting(parsed, known):  # type: ignore[no-untyped-def]
        found = extract(parsed, known)
        wrong = [replace(d, evidence=(*d.evidence, Phrase(0, 1, "?"))) for d in found.demands]
        return replace(found, demands=tuple(wrong), notes=("a rule failed",))

    monkeypatch.setattr("demandgraph.building.extract", noting)
    change(desk)
    first = desk.build()
    again = desk.build()
    assert (first.reused, again.reused) == (2, 3)
    assert first.documents == again.documents
    (read,) = (d for d in again.documents if d.file == "appeal.txt")
    assert read.notes == ("a rule failed",)
    assert "no such words" in read.dropped[0]


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Lake", b"Like"),
        lambda data: b"\x80\x04K\x01.",
        lambda data: b"[" * 100_000,
        lambda data: data + data,
    ],
    ids=["empty", "cut", "altered", "pickle", "deep", "twice"],
)
def test_harmed_entries_are_read_again(desk: Desk, harm: Callable[[bytes], bytes]) -> None:
    before = entries(desk.graph)
    for name, data in before.items():
        (desk.graph / "cache" / name).write_bytes(harm(data))
    report = desk.rebuild()
    assert report.reused == sum(harm(data) == data for data in before.values()) < 3
    assert entries(desk.graph) == before


def test_what_is_no_entry_is_left_behind(desk: Desk) -> None:
    before = entries(desk.graph)
    cache = desk.graph / "cache"
    first, second, third = sorted(cache.iterdir())
    first.unlink()
    first.mkdir()
    second.rename(cache / "elsewhere")
    second.symlink_to(cache / "elsewhere")
    if hasattr(os, "mkfifo"):
        third.unlink()
        os.mkfifo(third)
    (cache / "foreign.json").write_text("{}")
    desk.rebuild()
    assert entries(desk.graph) == before


def test_a_cache_that_is_a_file_or_cannot_be_searched(desk: Desk) -> None:
    remove(desk.graph / "cache")
    (desk.graph / "cache").write_text("no folder")
    assert desk.rebuild().reused == 0
    assert len(entries(desk.graph)) == 3


def test_a_failed_build_keeps_the_entries(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = entries(desk.graph)
    change(desk)
    with monkeypatch.context() as patch:

        def crash(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr("demandgraph.building.resolve", crash)
        with pytest.raises(KeyboardInterrupt):
            desk.build()
    assert entries(desk.graph) == before
    assert desk.build().reused == 2


def test_entries_take_less_than_the_graph(built: Path) -> None:
    size = sum(p.stat().st_size for p in (built / "cache").iterdir())
    assert 0 < size < (built / "graph.trig").stat().st_size
