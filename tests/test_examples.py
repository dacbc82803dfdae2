"""The graphs of the examples are what the golden files say, and hold what a reader of them expects.

Each golden file lists one example's findings in a form made to be read and compared. After a change that is meant,
``UPDATE_GOLDEN=1 pytest tests/test_examples.py`` writes them anew: read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.ingest import read
from demandgraph.language import analyse

if TYPE_CHECKING:
    from spacy.language import Language

    from demandgraph.model import Findings

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = sorted(
    p for p in (ROOT / "examples").glob("*/*") if p.suffix in {".txt", ".md", ".html"} and p.stem.lower() != "readme"
)
GOLDEN = ROOT / "tests" / "golden"


def listing(findings: Findings) -> str:
    """The findings of one document, a line each."""
    d = findings.document
    names = {a.id: a.name for a in findings.actors}
    events = {e.id: e for e in findings.events}

    def who(ids: tuple[str, ...]) -> str:
        return " + ".join(names[i] for i in ids) or "-"

    lines = [f"document  {d.kind} | {d.date} | {d.publisher} | {d.title}"]
    for a in findings.actors:
        lines.append(f"actor     {a.type} | {a.name} | {'; '.join(a.aliases)}")
    for m in findings.demands:
        made_at = ", ".join(events[i].type for i in m.made_at)
        lines.append(
            f"demand    {who(m.issuers)} > {who(m.addressees)} | {m.action.text} | {m.topic} | {m.force} | by {who(m.initiators)}"
            f" | at {made_at or '-'} | {m.status or '-'} | {m.rule}"
        )
    for e in findings.events:
        lines.append(
            f"event     {e.type} | {who(e.agents)} > {who(e.recipients)} | {e.date} | {e.place} | {e.evidence[0].text}"
        )
    for f in findings.affiliations:
        lines.append(f"role      {names[f.person]} | {f.role} | {names[f.organization]}")
    for g in findings.figures:
        lines.append(f"figure    {g.qualifier or '='} {g.value:g} | {g.unit}")
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


@pytest.fixture(scope="module")
def found(nlp: Language) -> dict[str, Findings]:
    known = authority.load()
    return {parsed.document.file_name: extract(parsed, known) for parsed in analyse((read(p) for p in EXAMPLES), nlp)}


def test_there_are_twelve_examples() -> None:
    assert len(EXAMPLES) == 12
    assert sorted(p.stem for p in GOLDEN.glob("*.txt")) == sorted(p.stem for p in EXAMPLES)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_golden(path: Path, found: dict[str, Findings]) -> None:
    golden = GOLDEN / f"{path.stem}.txt"
    text = listing(found[path.name])
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_an_item_of_the_appeal_has_its_addressees(found: dict[str, Findings]) -> None:
    appeal = found["appeal-warsaw-2023.txt"]
    demand = next(d for d in appeal.demands if d.action.text.startswith("Impose the strongest possible sanctions"))
    names = {a.id: a.name for a in appeal.actors}
    assert {"European Commission", "Poland", "Lithuania", "Latvia"} <= {names[i] for i in demand.addressees}
    assert demand.topic == "sanctions"
    assert demand.issuers


def test_an_initiative_is_told(found: dict[str, Findings]) -> None:
    note = found["ep-response-to-arrests-2024.txt"]
    names = {a.id: a.name for a in note.actors}
    initiated = [
        d.action.text for d in note.demands if "National Anti-Crisis Management" in {names[i] for i in d.initiators}
    ]
    assert any("sanctions on goods made with forced labour" in action for action in initiated)


def test_recommendations_have_their_states_and_answers(found: dict[str, Findings]) -> None:
    review = found["review-report-merovia-2032.txt"]
    names = {a.id: a.name for a in review.actors}
    rows = {
        d.action.text: ({names[i] for i in d.issuers}, {names[i] for i in d.addressees}, d.status)
        for d in review.demands
    }
    assert rows["Accede to the Rome Statute"] == ({"Chile", "Portugal"}, {"Merovia"}, "accepted")
    assert rows["Repeal the Public Gatherings Act"][2] in {"rejected", "noted"}
    assert rows["Consider inviting the Special Rapporteur on freedom of expression"][2] == "under-consideration"
    assert len(rows) == 7
