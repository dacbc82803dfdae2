"""Measures loading and ten questions in this store, in pyoxigraph used directly, and in rdflib's memory store.

usage: python benchmarks/query.py [--quads N ...] [--rdflib N] [--seconds S] [--turns N] [--folder DIR]

For each N, a graph of about N quads is made from those of ``examples/`` (see ``graphs.py``), loaded into each store
from the same TriG file and asked the same saved questions; all terms of all rows are read. The stores are

- ``this``: :meth:`demandgraph.store.Store.create`, and :func:`demandgraph.query.run`;
- ``direct``: pyoxigraph on disk alone, loaded with ``bulk_load``: once the named graphs only (``direct``), once these and
  the union of all graphs, which this store keeps as well, from a file that is there already (``+ union``). Questions are
  asked of the store of ``this`` through pyoxigraph's own ``query``: over its own union of graphs they would repeat rows,
  and take minutes;
- ``rdflib``: a ``Dataset`` in memory, for graphs of at most --rdflib quads. It is asked the questions without the
  sub-selects that make Oxigraph join by hash tables, and sorted by the texts themselves, since rdflib is faster so. A question is given up after S
  seconds of the processor (>); one fails there (!).

Times of questions are those of the processor (each runs in one thread), so that other work on the machine matters
little: the best of three turns, one with rdflib. Loading, of which the best of --turns is told, in seconds of the clock
and of the processor.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
from graphs import generate
from pyoxigraph import RdfFormat

import demandgraph as dg
from demandgraph.asking import without_parameters
from demandgraph.query import questions, run
from demandgraph.store import Store
from demandgraph.trig import without_graphs

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
ASKED = (
    "demands-by-topic",
    "demands-by-force",
    "actors-by-demands",
    "demands-by-addressee",
    "who-asks-whom",
    "shared-demands",
    "adopted-demands",
    "lineage",
    "documents",
    "demands-with-quotes",
)
"""Counts over all documents first; the last one has a row for each demand, more than 10,000 in a graph of a million."""
COUNTS = ("demands-by-topic", "demands-by-force", "actors-by-demands", "demands-by-addressee")
TURNS = 3
SUB_SELECT = re.compile(r"(OPTIONAL )?\{ SELECT (?:\?\w+ )+WHERE \{ ([^{}]+?) \.? ?\} \}")
"""A sub-select that is there for a join by a hash table only: it counts, sorts and hides nothing."""
SORTED = re.compile(r"(?: |\n *BIND )\(CONCAT\(\" \", (\?\w+)\) AS (\?by[A-Z]\w*)\)")
"""A text behind a blank, which Oxigraph sorts faster than the text."""


class SlowError(Exception):
    """A question takes too long."""


def timed(work: Callable[[], Any], turns: int = 1) -> tuple[float, Any]:
    """The shortest processor time of some turns, and the last result."""
    best, result = float("inf"), None
    for _ in range(turns):
        begin = time.process_time()
        result = work()
        best = min(best, time.process_time() - begin)
    return best, result


def loaded(name: str, work: Callable[[], Any], turns: int = 1, clear: Path | None = None) -> tuple[float, float, Any]:
    """The shortest wall-clock and processor seconds of some turns of loading, and what was loaded last."""
    seconds = cpu = float("inf")
    store = None
    for _ in range(turns):
        del store
        if clear:
            shutil.rmtree(clear, ignore_errors=True)
        begin = time.perf_counter()
        processor, store = timed(work)
        seconds, cpu = min(seconds, time.perf_counter() - begin), min(cpu, processor)
    print(f"  load {name:16} {seconds:8.2f} s   {cpu:8.2f} s of processor", flush=True)
    return seconds, cpu, store


def load_direct(trig: Path, folder: Path, union: Path | None = None) -> pyoxigraph.Store:
    """As one loads a file with pyoxigraph, and another one with the union of its graphs."""
    store = pyoxigraph.Store(str(folder))
    store.bulk_load(path=str(trig), format=RdfFormat.TRIG)
    if union:
        store.bulk_load(path=str(union), format=RdfFormat.TURTLE)
    store.flush()
    return store


def load_rdflib(trig: Path) -> Any:
    """As one loads a file with rdflib."""
    from rdflib import Dataset

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = Dataset(default_union=True)
        data.parse(str(trig), format="trig")
    return data


def plain(sparql: str) -> str:
    """A question without what is there for Oxigraph: sub-selects for joins by hash tables, copies of texts to sort by."""
    texts = {match[2]: match[1] for match in SORTED.finditer(sparql)}
    sparql = re.sub(r"\?by[A-Z]\w*", lambda m: texts.get(m[0], m[0]), SORTED.sub("", sparql))
    while True:
        flat = SUB_SELECT.sub(lambda m: f"OPTIONAL {{ {m[2]} }}" if m[1] else f"{m[2]} .", sparql)
        if flat == sparql:
            return flat
        sparql = flat


def ask_rdflib(data: Any, sparql: str, seconds: int) -> int:
    """The rows of an answer of rdflib.

    Raises
    ------
    SlowError
        If it takes too long.
    """

    def give_up(*_: object) -> None:
        raise SlowError

    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)  # of the processor, as all that is told of questions
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return sum(1 for row in data.query(sparql) if tuple(row) is not None)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def compare(trig: Path, folder: Path, with_rdflib: bool, seconds: int, turns: int) -> None:
    """Load one graph into all stores and ask all questions."""
    union = folder / "union.ttl"
    with trig.open("rb") as lines, union.open("wb") as out:
        out.writelines(without_graphs(lines))
    direct, both, mine = folder / "direct", folder / "both", folder / "this"
    direct_s, direct_cpu, _ = loaded("direct", lambda: load_direct(trig, direct), turns, direct)
    both_s, both_cpu, _ = loaded("direct + union", lambda: load_direct(trig, both, union), turns, both)
    this_s, this_cpu, _ = loaded("this", lambda: Store.create(mine, trig), turns, mine)
    print(f"  this / direct: {this_s / direct_s:.2f} (processor {this_cpu / direct_cpu:.2f})")
    print(f"  this / direct + union: {this_s / both_s:.2f} (processor {this_cpu / both_cpu:.2f})")
    this = Store.open(mine)
    data = None
    if with_rdflib:
        rdflib_s, rdflib_cpu, data = loaded("rdflib", lambda: load_rdflib(trig))
        print(f"  rdflib / this: {rdflib_s / this_s:.1f} (processor {rdflib_cpu / this_cpu:.1f})")
    print(f"  {'question':22}{'rows':>8}{'this ms':>10}{'direct ms':>11}{'rdflib ms':>11}"
          f"{'this/direct':>12}{'rdflib/this':>12}")  # fmt: skip
    over, faster = [], []  # a question that was given up counts as S seconds, one that fails not at all
    for name in ASKED:
        sparql = without_parameters(questions()[name])
        run(this, sparql)  # what is read from disk for the first time is nobody's to pay
        mine, answer = timed(lambda q=sparql: run(this, q), TURNS)
        same, _ = timed(lambda q=sparql: [tuple(row) for row in this.query(q)], TURNS)  # type: ignore[arg-type,union-attr]
        theirs, mark = float("nan"), ""
        if data is not None:
            try:
                theirs, _ = timed(lambda q=sparql: ask_rdflib(data, plain(q), seconds))
            except SlowError:
                theirs, mark = float(seconds), ">"
            except TypeError:  # rdflib cannot compare what is not bound
                mark = "!"
        over.append(mine / same)
        if theirs == theirs:
            faster.append(theirs / mine)
        print(f"  {name:22}{len(answer):8}{mine * 1e3:10.1f}{same * 1e3:11.1f}{mark:>2}{theirs * 1e3:9.0f}"
              f"{mine / same:12.2f}{mark:>3}{theirs / mine:9.0f}", flush=True)  # fmt: skip
    print(
        f"  worst this/direct {max(over):.2f}"
        + (f"; median rdflib/this {statistics.median(faster):.0f}" if faster else "")
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rdflib", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder if not given")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.folder) as name:
        folder = Path(name)
        dg.build(EXAMPLES, folder / "examples")
        size = len(dg.open(folder / "examples").store)
        for quads in args.quads:
            trig = folder / "graph.trig"
            copies = generate(folder / "examples" / "graph.trig", quads, size, trig)
            print(f"{quads} quads ({copies} copies of the examples, {trig.stat().st_size / 1e6:.0f} MB of TriG)")
            compare(trig, folder, quads <= args.rdflib, args.seconds, args.turns)
            for store in ("direct", "both", "this"):
                shutil.rmtree(folder / store, ignore_errors=True)


if __name__ == "__main__":
    main()
