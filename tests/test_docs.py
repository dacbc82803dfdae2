"""The pages on Python, extending and exports tell what is so: code runs, examples are the tested ones, lists are whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import demandgraph as dg
from demandgraph.export import SUFFIXES
from demandgraph.export.projections import PROJECTIONS
from demandgraph.plugins import GROUPS
from demandgraph.selection import ACTORS, DEMANDS, DOCUMENTS, EVENTS

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("python", "extending", "exports")
}


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGES[page], re.DOTALL | re.MULTILINE)


@pytest.mark.usefixtures("quick")
def test_the_python_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    code = blocks("python", "python")
    assert len(code) >= 7
    names: dict[str, object] = {}
    for block in code:
        exec(compile(block, "docs/python.md", "exec"), names)
        assert capsys.readouterr().out.strip(), block
    files = {"network.gexf", "demands.xlsx", "union.md", "explorer.html", "sanctions.svg"}
    assert files <= {p.name for p in tmp_path.iterdir()}
    assert (tmp_path / "demo" / "corrections").is_dir()


def test_the_python_page_names_everything_public() -> None:
    text = PAGES["python"]
    assert [n for n in dg.__all__ if f"dg.{n}" not in text] == []
    methods = [n for n in dir(dg.Graph) if not n.startswith("_")]
    assert [n for n in methods if f"graph.{n}" not in text] == []
    for patterns, name in ((DEMANDS, "demands"), (ACTORS, "actors"), (EVENTS, "events"), (DOCUMENTS, "documents")):
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `graph.{name}()`")]
        assert [p for p in patterns if f"`{p}`" not in row] == []


def test_extending_shows_the_package_that_is_tested() -> None:
    package = ROOT / "tests" / "plugin"
    module = (package / "demandgraph_mail.py").read_text(encoding="utf-8")
    shown = blocks("extending", "python")
    assert [block for block in shown if f"\n\n\n{block}" not in module] == []
    assert len(shown) == len(re.findall(r"^def ", module, re.MULTILINE)) == len(GROUPS)
    assert all(block.count("\n") <= 10 for block in shown)
    (toml,) = blocks("extending", "toml")
    assert toml in (package / "pyproject.toml").read_text(encoding="utf-8")
    assert [group for group in GROUPS if f"`{group}`" not in PAGES["extending"]] == []


def test_every_format_and_network_is_described() -> None:
    rows = re.findall(r"^\| `(\.[a-z.]+)` \|(.*)\|$", PAGES["exports"], re.MULTILINE)
    assert sorted(suffix for suffix, _ in rows) == sorted(SUFFIXES)
    assert all(len(row.split("|")) == 3 and all(cell.strip() for cell in row.split("|")) for _, row in rows)
    assert [name for name in PROJECTIONS if f"`{name}`" not in PAGES["exports"]] == []


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", PAGES[page]) if "://" not in link]
    assert [link for link in links if not (ROOT / "docs" / link).resolve().exists()] == []
