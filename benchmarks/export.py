"""Measures the export of a large graph to each format: seconds, peak memory of the process, and size of the file.

usage: python benchmarks/export.py [--quads N] [--graph DIR] [--folder DIR] [SUFFIX ...]

A graph of about N quads is made from that of ``examples/`` (see ``graphs.py``) unless DIR holds one. Each format is
written by a process of its own, so that its peak is its own; that of a process that only opens the graph is told first.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graphs import generate

import demandgraph as dg
from demandgraph.export import SUFFIXES
from demandgraph.store import Store

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
QUADS = 1_000_000
DOSSIERS = (".md", ".html")
"""Formats that tell of one actor; it is the one that issues most demands."""
ASKS_MOST = """
SELECT ?actor (COUNT(?demand) AS ?n) WHERE { ?demand dg:issuer ?actor } GROUP BY ?actor ORDER BY DESC(?n) ?actor LIMIT 1
"""


def make(folder: Path, quads: int) -> Path:
    """A graph of about some number of quads, as the folder that :func:`demandgraph.open` takes."""
    template, made = folder / "template", folder / "graph"
    dg.build(EXAMPLES, template)
    made.mkdir()
    generate(template / "graph.trig", quads, len(dg.open(template).store), made / "graph.trig")
    Store.create(made / "store", made / "graph.trig")
    (made / "report.json").write_bytes((template / "report.json").read_bytes())
    return made


def measure(graph: Path, suffix: str, folder: Path) -> tuple[float, float, float]:
    """Seconds, peak memory and size of the file (both in MB) of an export by a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--one", suffix, "--graph", str(graph), "--folder", str(folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{suffix}: {done.stderr.strip().splitlines()[-1]}")
    seconds, peak, size = map(float, done.stdout.split())
    return seconds, peak, size


def export(graph: Path, suffix: str, folder: Path) -> None:
    """Write one file and print what it took."""
    opened = dg.open(graph)
    about = None
    if suffix in DOSSIERS:
        about = next(iter(opened.query(ASKS_MOST)))["actor"]
    file = folder / f"graph{suffix}"
    begin = time.perf_counter()
    if suffix != "none":
        opened.export(file, about=about)
    seconds = time.perf_counter() - begin
    size = file.stat().st_size / 1e6 if file.exists() else 0.0
    file.unlink(missing_ok=True)
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suffixes", nargs="*", metavar="SUFFIX")
    parser.add_argument("--quads", type=int, default=QUADS)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if args.one:
            export(args.graph, args.one, folder)
            return
        graph = args.graph or make(folder, args.quads)
        print(f"{'format':<20}{'seconds':>8}{'peak MB':>9}{'file MB':>9}")
        for suffix in ("none", *(args.suffixes or SUFFIXES)):
            seconds, peak, size = measure(graph, suffix, folder)
            print(f"{suffix:<20}{seconds:>8.1f}{peak:>9.0f}{size:>9.1f}", flush=True)


if __name__ == "__main__":
    main()
