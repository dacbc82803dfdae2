"""Measures the whole per-document pass against the bare spaCy pipeline, in one run and on the same texts.

usage: python benchmarks/extract.py [FOLDER...] [--rounds N] [--curve [N,N,...]]

Prints words per CPU second of the bare pipeline (same components, the same blocks of text) and of the whole pass (layout,
parse, extraction), and their ratio; with --curve, the CPU time, words per second and memory for 10, 100, 1,000 and
10,000 documents made of the given ones. Without folders the project's examples are read.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from demandgraph import authority
from demandgraph.extract import extract
from demandgraph.ingest import read
from demandgraph.language import analyse, load_pipeline
from demandgraph.model import Source

ROOT = Path(__file__).resolve().parents[1]


def sources(folders: list[Path]) -> list[Source]:
    """The texts below some folders, in the order of their names."""
    paths = sorted(p for f in folders for p in f.rglob("*.txt") if p.stem.lower() != "readme")
    return [read(p) for p in paths]


def cpu(work: Iterator[object]) -> float:
    """CPU seconds that it takes to exhaust an iterator."""
    start = time.process_time()
    for _ in work:
        pass
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "examples"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--curve", nargs="?", const="10,100,1000,10000", default="", metavar="SIZES")
    parser.add_argument("--pipeline", default=None)
    args = parser.parse_args()
    nlp = load_pipeline(args.pipeline) if args.pipeline else load_pipeline()
    known = authority.load()
    texts = sources(args.folders)
    words = sum(len(s.text.split()) for s in texts)

    def bare(some: list[Source]) -> Iterator[object]:
        yield from nlp.pipe((line for s in some for line in s.text.split("\n") if line.strip()), batch_size=64)

    def whole(some: Iterator[Source] | list[Source]) -> Iterator[object]:
        for parsed in analyse(some, nlp):
            yield extract(parsed, known)

    cpu(whole(texts[:3]))  # warm up
    ratios = []
    for _ in range(args.rounds):
        a, b = cpu(bare(texts)), cpu(whole(texts))
        ratios.append(b / a)
        print(f"bare pipeline {words / a:7.0f} words/s   whole pass {words / b:7.0f} words/s   ratio {b / a:.2f}")
    print(f"{len(texts)} documents, {words} words; median ratio {sorted(ratios)[len(ratios) // 2]:.2f}")
    for n in map(int, filter(None, args.curve.split(","))):
        some = list(itertools.islice(itertools.cycle(texts), n))
        seconds, words = cpu(whole(some)), sum(len(s.text.split()) for s in some)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{n:6,} documents {seconds:9.1f} CPU s {words / seconds:7.0f} words/s {most:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
