"""Other packages add readers, extractors and formats; one that fails costs what it would have given, never more."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode

import demandgraph as dg
from demandgraph.cache import stamp_of
from demandgraph.cli import main
from demandgraph.errors import ExportError, SourceError
from demandgraph.export.formats import formats
from demandgraph.ingest import read, walk
from demandgraph.plugins import EXPORTERS, EXTRACTORS, READERS, plugins

PACKAGE = Path(__file__).resolve().parent / "plugin"
LETTER = """From: Harbour Union <press@harbour.example>
Subject: We ask for the gates to be opened
Content-Type: text/plain; charset=utf-8

Rimport, 4 May 2031

The Harbour Union calls on the Government of Tessaly to open the harbour gates without delay.
On 1 May 2031 the dockers of Rimport joined the boycott of the toll bridge.
"""
TEXT = "The Harbour Union calls on the Government of Tessaly to open the gates.\nThe boycott goes on.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tiny package of the documentation, installed as pip does it, without a network."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--no-compile", "--target", str(target), str(PACKAGE)], check=True, capture_output=True)
    return target


@pytest.fixture
def plugged(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, importable in this test."""
    monkeypatch.syspath_prepend(str(installed))
    monkeypatch.delitem(sys.modules, "demandgraph_mail", raising=False)


Install = Callable[[str, str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Makes a package ``odd`` with one plug-in: its group, its name, and the body of its function."""

    def make(group: str, name: str, code: str) -> None:
        site = tmp_path / "site"
        info = site / "odd-0.3.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 0.3\n")
        (info / "entry_points.txt").write_text(f"[{group}]\n{name} = odd_module:plugin\n")
        (site / "odd_module.py").write_text(code)
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, "odd_module", raising=False)

    return make


def test_plugins_are_found_with_their_package_and_version(plugged: None) -> None:
    found = {
        p.name: (p.package, p.version, str(p)) for group in (READERS, EXTRACTORS, EXPORTERS) for p in plugins(group)
    }
    told = {
        name: ("demandgraph-mail", "1.2", f"{name} of demandgraph-mail 1.2") for name in ("eml", "boycotts", "jsonl")
    }
    assert found == told


@pytest.mark.usefixtures("quick", "plugged")
def test_from_the_command_line_to_the_graph(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "open.EML").write_text(LETTER)
    out = tmp_path / "graph"
    run = CliRunner().invoke(main, ["build", str(tmp_path / "letters"), "--out", str(out)])
    assert run.exit_code == 0, run.output
    graph = dg.open(out)
    (document,) = graph.documents()
    assert (document.title, document.file) == ("We ask for the gates to be opened", "open.EML")
    assert [d.action for d in graph.demands()] == ["open the harbour gates without delay"]
    found = graph.query('SELECT ?e WHERE { ?e dg:foundBy "demandgraph-mail/boycotts" }')
    told = {e.iri: (e.type, e.quote) for e in graph.events()}
    (words,) = [told[row["e"]] for row in found]
    assert words[0] == "Demonstration" and "joined the boycott" in words[1]
    assert graph.validate() == []

    run = CliRunner().invoke(main, ["export", str(out), str(tmp_path / "demands.jsonl")])
    assert run.exit_code == 0, run.output
    assert [json.loads(line)["document"] for line in (tmp_path / "demands.jsonl").read_text().splitlines()] == [
        "open.EML"
    ]
    assert json.loads((out / "report.json").read_text())["versions"]["demandgraph-mail"] == "1.2"
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    provenance = graph.store.quads(f"{graph.store.base}graph/provenance")
    assert Literal("demandgraph-mail 1.2") in {q.object for q in provenance if q.predicate == label}


def test_a_new_process_finds_them(installed: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(installed), str(Path(dg.__file__).parents[1])])}
    command = [sys.executable, "-m", "demandgraph", "export", "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert ".jsonl" in done.stdout
    assert "added by jsonl of demandgraph-mail 1.2" in done.stdout


@pytest.mark.usefixtures("quick")
def test_a_rebuild_reads_again_when_an_extractor_comes_or_changes(tmp_path: Path, install: Install) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    dg.build(tmp_path / "a.txt", tmp_path / "graph")
    assert dg.build(tmp_path / "a.txt", tmp_path / "graph").reused == 1
    before = stamp_of("pipeline")
    install(EXTRACTORS, "same", "def plugin(parsed, findings):\n    return findings\n")
    with_it = stamp_of("pipeline")
    assert dg.build(tmp_path / "a.txt", tmp_path / "graph").reused == 0
    assert dg.build(tmp_path / "a.txt", tmp_path / "graph").reused == 1
    code = tmp_path / "site" / "odd_module.py"
    code.write_text(code.read_text() + "# another one\n")
    assert len({before, with_it, stamp_of("pipeline")}) == 3


FAILING = {
    "raises": "def plugin(parsed, findings):\n    raise KeyError('no\\nsuch thing')\n",
    "is not importable": "import a_module_that_is_not_there\n",
    "is no function": "plugin = 3\n",
    "gives nothing": "def plugin(parsed, findings):\n    return None\n",
    "gives another document": (
        "from dataclasses import replace\n"
        "def plugin(parsed, findings):\n"
        "    return replace(findings, document=replace(findings.document, text='The moon.'))\n"
    ),
    "gives words that are not there": (
        "from dataclasses import replace\nfrom demandgraph.model import Event, Phrase\n"
        "def plugin(parsed, findings):\n"
        "    return replace(findings, events=(Event('e', 'Meeting', (Phrase(0, 4, 'moon'),)),))\n"
    ),
    "gives a part of a wrong type": (
        "from dataclasses import replace\nfrom demandgraph.model import Event, Phrase\n"
        "def plugin(parsed, findings):\n"
        "    return replace(findings, events=(Event('e', 'Meeting', None, agents=[7]),))\n"
    ),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("code", FAILING.values(), ids=FAILING)
def test_an_extractor_that_fails_costs_its_own_findings(tmp_path: Path, install: Install, code: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    dg.build(tmp_path / "a.txt", tmp_path / "without")
    install(EXTRACTORS, "wild", code)
    report = dg.build(tmp_path / "a.txt", tmp_path / "with")
    (doubt,) = report.doubts
    assert doubt.reason.startswith("the plug-in wild of odd 0.3 failed: ")
    assert "\n" not in doubt.reason
    assert dg.open(tmp_path / "with").demands() == dg.open(tmp_path / "without").demands() != []
    assert dg.open(tmp_path / "with").events() == dg.open(tmp_path / "without").events()


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("def plugin(path):\n    raise RuntimeError('torn')\n", "cannot read it (RuntimeError: torn)"),
        ("def plugin(path):\n    return 'text'\n", "gave str instead of a Source"),
        ("from demandgraph.model import Source\ndef plugin(path):\n    return Source('a', 'b', b'c')\n", "part that is no text"),
        ("from demandgraph.model import Source\ndef plugin(path):\n    return Source('a', 'b', '...')\n", "found no text"),
        (
            "from demandgraph.model import Source\ndef plugin(path):\n    return Source('a', 'b', 'c', date='soon')\n",
            "gave the date 'soon'",
        ),
    ],
)  # fmt: skip
def test_a_reader_that_fails_costs_its_file(tmp_path: Path, install: Install, code: str, reason: str) -> None:
    install(READERS, "odd", code)
    (tmp_path / "a.odd").write_text("x")
    with pytest.raises(SourceError) as error:
        read(tmp_path / "a.odd")
    assert "the plug-in odd of odd 0.3" in str(error.value)
    assert reason in str(error.value)
    assert "a.odd" in {p.name for p in walk([tmp_path]).files}


def test_what_a_reader_gives_is_made_fit(tmp_path: Path, install: Install) -> None:
    code = "from demandgraph.model import Source\ndef plugin(path):\n    return Source('../x', '', 'a\\0b\\ud800', 't\\0')\n"
    install(READERS, "odd", code)
    (tmp_path / "a.odd").write_text("x")
    source = read(tmp_path / "a.odd")
    assert (source.file_name, source.text, source.title) == ("a.odd", "a b\ufffd", "t ")
    assert source.source == (tmp_path / "a.odd").as_posix()


@pytest.mark.parametrize(
    "code", ["import a_module_that_is_not_there\n", "def plugin(store, file, options):\n    file.write('no bytes')\n"]
)
def test_a_format_that_fails_writes_nothing(built: Path, tmp_path: Path, install: Install, code: str) -> None:
    install(EXPORTERS, "odd", code)
    with pytest.raises(ExportError, match=r"the plug-in odd of odd 0\.3 "):
        dg.open(built).export(tmp_path / "x.odd")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(("group", "name"), [(READERS, "txt"), (EXPORTERS, "trig"), (EXPORTERS, ".TRIG")])
def test_the_projects_own_suffixes_cannot_be_taken(tmp_path: Path, install: Install, group: str, name: str) -> None:
    install(group, name, "def plugin(*args):\n    raise RuntimeError\n")
    (tmp_path / "a.txt").write_text("text")
    assert read(tmp_path / "a.txt").text.strip() == "text"
    assert formats()[".trig"].words.startswith("everything")
