"""Scores the extraction on annotated documents and writes the figures, by set and by kind of document.

usage: python scripts/quality.py [--annotations DIR] [--out FILE] [--pipeline NAME]

With --out the figures replace what stands in FILE behind the line ``<!-- figures -->``; the words before it are kept.

DIR holds ``gold/``, ``gold2/`` (documents with annotations), ``upr/`` (review reports with their recommendations) and
``eval/`` (the scorers); the default is the folder ``shared`` beside the checkout. Without --out the figures are printed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import demandgraph as dg

ROOT = Path(__file__).resolve().parents[1]
ROWS = (
    "actors", "demands", "events", "affiliations", "figures",
    "issuer", "addressee", "initiator", "agent", "recipient", "LINKS (all roles)", "shared demands",
)  # fmt: skip
SETS = {"gold": "developed on", "gold2": "checked on"}
MARK = "<!-- figures -->"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def load(path: Path) -> ModuleType:
    """Import the scorer from its file."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def table(tally: dict[str, Any], right: dict[str, Any]) -> list[str]:
    """The scorer's figures as a Markdown table."""
    lines = ["| kind | precision | recall | F1 | annotated | found |", "|---|---:|---:|---:|---:|---:|"]
    for name in ROWS:
        if name in tally:
            r = tally[name].row
            lines.append(
                f"| {name} | {r['precision']:.3f} | {r['recall']:.3f} | **{r['f1']:.3f}** | {r['gold']} | {r['found']} |"
            )
    lines += ["", "| of what was matched | right |", "|---|---:|"]
    lines += [f"| {name} | {t.tp / max(1, t.tp + t.fn):.3f} ({t.tp} of {t.tp + t.fn}) |" for name, t in right.items()]
    return lines


def by_kind(score: ModuleType, golds: dict[str, Any], pages: dict[str, Any], kinds: dict[str, str]) -> list[str]:
    """F1 of demands, events and links for each kind of document."""
    lines = ["| kind of document | documents | demands F1 | events F1 | links F1 |", "|---|---:|---:|---:|---:|"]
    groups: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, page in golds.items():
        groups[kinds[name]][name] = page
    for kind, some in sorted(groups.items()):
        tally, _ = score.score(some, pages, False)
        f1 = [tally[row].row["f1"] for row in ("demands", "events", "LINKS (all roles)")]
        lines.append(f"| {kind} | {len(some)} | " + " | ".join(f"{x:.2f}" for x in f1) + " |")
    return lines


def reliability(score: ModuleType, golds: dict[str, Any], pages: dict[str, Any], graph: Any) -> list[str]:
    """How often findings of a given confidence are in the annotation (required or optional)."""
    confidence = {row["x"]: float(row["c"]) for row in graph.query("SELECT ?x ?c WHERE { ?x dg:confidence ?c }")}
    lines = [
        "| confidence | demands found | of them right | events found | of them right |",
        "|---|---:|---:|---:|---:|",
    ]
    hits: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for name, gold in golds.items():
        page = pages.get(name)
        if page is None:
            continue
        for kind, likeness in (("demands", score.same_action), ("events", score.same_event)):
            found = getattr(page, kind)
            pairs = score.pair(getattr(gold, kind), found, likeness, 0.5)
            for f in found:
                c = confidence.get(f, 0.0)
                hits[kind, max(i for i, b in enumerate(BINS) if b <= c)].append(f in pairs)
    for i in range(len(BINS) - 1):
        cells = []
        for kind in ("demands", "events"):
            got = hits[kind, i]
            cells += [str(len(got)), f"{sum(got) / len(got):.2f}" if got else "–"]
        if any(hits[k, i] for k in ("demands", "events")):
            lines.append(f"| {BINS[i]:.1f}–{min(1.0, BINS[i + 1]):.1f} | " + " | ".join(cells) + " |")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--annotations", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--pipeline", default=None)
    args = parser.parse_args()
    if not (args.annotations / "eval" / "score.py").is_file():
        print(
            f"{args.annotations}: no annotated documents here (eval/score.py is missing); name their folder with --annotations"
        )
        return 2
    score = load(args.annotations / "eval" / "score.py")
    options = {"pipeline": args.pipeline} if args.pipeline else {}
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        for name, what in SETS.items():
            folder = args.annotations / name
            if not folder.is_dir():
                continue
            out = Path(temporary) / name
            dg.build([folder], out, **options)
            raw = {p: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))}
            kinds = {r["document"]: r["kind"] for r in raw.values()}
            golds = dict(score.read_gold(p) for p in raw)
            pages, good, total = score.read_graph(out / "graph.trig")
            shared = folder / "shared" / "demands.json"
            clusters = json.loads(shared.read_text(encoding="utf-8"))["clusters"] if shared.exists() else []
            tally, right = score.score(golds, pages, False, clusters)
            lines += [f"## {name}: {len(golds)} documents, {what}", "", *table(tally, right), ""]
            lines += [f"Evidence grounded: {good / max(1, total):.3f} of {total} phrases.", ""]
            lines += ["### By kind of document", "", *by_kind(score, golds, pages, kinds), ""]
            lines += ["### Confidence", "", *reliability(score, golds, pages, dg.open(out)), ""]
        upr = args.annotations / "upr"
        if upr.is_dir():
            out = Path(temporary) / "upr"
            dg.build([upr], out, **options)
            run = subprocess.run(
                [sys.executable, str(args.annotations / "eval" / "score_upr.py"), str(out / "graph.trig"), str(upr)],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            lines += ["## upr: review reports with numbered recommendations", "", "```", run.stdout.rstrip(), "```", ""]
    text = "\n".join(lines)
    if args.out:
        before = args.out.read_text(encoding="utf-8") if args.out.exists() else MARK
        args.out.write_text(f"{before.partition(MARK)[0]}{MARK}\n\n{text}", encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
