"""Measures what it costs to decide what documents have in common, from 100 to 10,000 documents.

usage: python benchmarks/resolve.py [FOLDER...] [--sizes N,N,...] [--whole] [--seed N]

The texts of the folders (the project's examples, if none is given) are read once, which gives the time of reading per
document. What was found in them is then repeated with other names, words and dates of the same length, so that every
phrase keeps its place: some names come in many documents, most in few, as in real collections. For each size it prints
the CPU seconds of resolving, their share of the time of reading, and the power of the number of documents with which
they grow (n log n is about 1.1); with --whole also those of writing graph, store, table and page, and the memory.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from demandgraph import authority
from demandgraph.building import tools_of, write
from demandgraph.extract import extract
from demandgraph.findings_json import decode, encode
from demandgraph.grounding import ground
from demandgraph.ingest import read
from demandgraph.language import analyse, load_pipeline
from demandgraph.model import Findings
from demandgraph.report import Report
from demandgraph.resolve import resolve
from demandgraph.vocab import DEFAULT_BASE

ROOT = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[^\W\d_]+")
TAIL = 0.7
"""The number of different names grows with this power of the number of documents."""
OTHER_NAME = 0.15
OTHER_WORD = 0.15
"""How probable it is that a single name or word of a document is exchanged for another one."""
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def findings_of(folders: Sequence[Path]) -> tuple[list[Findings], float]:
    """What is found in the texts below some folders, and the CPU seconds that reading takes per document."""
    nlp, known = load_pipeline(), authority.load()
    sources = [read(p) for p in sorted(p for f in folders for p in f.rglob("*.txt") if p.stem.lower() != "readme")]
    list(analyse(sources[:2], nlp))  # warm up
    start = time.process_time()
    found = [ground(extract(parsed, known))[0] for parsed in analyse(sources, nlp)]
    return found, (time.process_time() - start) / len(found)


def vary(seeds: Sequence[Findings], size: int, seed: int) -> Iterator[Findings]:
    """As many documents as wanted, made of some; the same ones for the same seed."""
    of_length: dict[int, list[str]] = defaultdict(list)
    for word in sorted({w for f in seeds for w in WORD.findall(f.document.text) if len(w) > 4 and w == w.lower()}):
        of_length[len(word)].append(word)
    names = [names_of(f) for f in seeds]
    for number in range(size):
        rng = random.Random(f"{seed} {number}")
        original, proper = seeds[number % len(seeds)], names[number % len(seeds)]
        world = int(rng.paretovariate(TAIL)) % 10**9
        chosen: dict[str, str] = {}

        def other(word: str) -> str:
            if word not in chosen:  # noqa: B023 - used up within the turn
                chosen[word] = exchanged(word, word in proper, world, of_length, rng)  # noqa: B023
            return chosen[word]  # noqa: B023

        yield varied(original, other, rng.randint(1980, 2035), number)


def names_of(findings: Findings) -> set[str]:
    """The words of a document's names that no authority knows."""
    unknown = [a for a in findings.actors if not a.matches and a.type != "Group"]
    return {w for a in unknown for n in (a.name, *a.aliases) for w in WORD.findall(n) if w[0].isupper() and len(w) > 3}


def exchanged(word: str, is_name: bool, world: int, of_length: dict[int, list[str]], rng: random.Random) -> str:
    """A name or a word, or another one of the same length."""
    if is_name:
        if rng.random() < OTHER_NAME:
            world = int(rng.paretovariate(TAIL)) % 10**9
        return word if world == 1 else invented(word, world)
    return rng.choice(of_length[len(word)]) if len(word) in of_length and rng.random() < OTHER_WORD else word


def invented(word: str, world: int) -> str:
    """The name that takes a name's place in another world: as long, and one that can be spoken."""
    rng = random.Random(f"{word} {world}")
    first = rng.randrange(2)
    letters = "".join(rng.choice((VOWELS, CONSONANTS)[(i + first) % 2]) for i in range(len(word)))
    return letters.upper() if word.isupper() else letters.capitalize()


def varied(findings: Findings, other: Callable[[str], str], year: int, number: int) -> Findings:
    """Findings with other words in their text and names, of another year."""

    def changed(value: str) -> str:
        return WORD.sub(lambda m: other(m.group()), value)

    def walk(value: Any, field: str = "") -> Any:
        if isinstance(value, dict):
            return {name: walk(v, name) for name, v in value.items()}
        if isinstance(value, list):
            return [walk(v, field) for v in value]
        if field == "date" and value:
            return f"{year}{value[4:]}" if not value.endswith("02-29") else f"{year}-02-28"
        return (
            changed(value) if field in ("name", "aliases", "place", "role", "title", "publisher") and value else value
        )

    document = findings.document
    text = changed(document.text)
    name = f"{number:05}-{document.file_name}"
    return decode(walk(encode(findings)), name, name, text, sha256(f"{number} {text}".encode()).hexdigest())


def memory() -> float:
    """The most memory that this process has taken so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "examples"])
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    seeds, reading = findings_of(args.folders)
    known = authority.load()
    print(f"{len(seeds)} documents, {1000 * reading:.0f} ms of CPU time to read one\n")
    print(
        f"{'documents':>9} {'actors':>8} {'demands':>8} {'shared':>7} {'resolve s':>10} {'of reading':>10} {'power':>6} {'MB':>6}"
    )
    last: tuple[int, float] | None = None
    for size in map(int, args.sizes.split(",")):
        found = list(vary(seeds, size, args.seed))
        start = time.process_time()
        resolution = resolve(found, DEFAULT_BASE, known)
        took = time.process_time() - start
        power = f"{math.log(took / last[1]) / math.log(size / last[0]):6.2f}" if last else f"{'':6}"
        last = size, took
        actors = len({identity.iri for identity in resolution.names.actors.values()})
        print(
            f"{size:9,} {actors:8,} {sum(len(f.demands) for f in found):8,} {len(resolution.shared):7,} {took:10.2f} "
            f"{took / (size * reading):10.1%} {power} {memory():6.0f}", flush=True
        )  # fmt: skip
        del resolution
        if args.whole:
            with tempfile.TemporaryDirectory() as folder:
                report = Report(folder, {}, DEFAULT_BASE)
                write(found, Path(folder), report, known, tools_of("none", report, []), lambda *_: None)
                sizes = {
                    p.name: sum(f.stat().st_size for f in (p, *p.rglob("*")) if f.is_file())
                    for p in Path(folder).iterdir()
                }
            print("          " + ", ".join(f"{k} {v:.1f} s" for k, v in report.seconds.items() if v))
            print(
                "          "
                + ", ".join(f"{k} {v / 1e6:.1f} MB" for k, v in sorted(sizes.items()))
                + f"; {memory():.0f} MB of memory"
            )


if __name__ == "__main__":
    main()
