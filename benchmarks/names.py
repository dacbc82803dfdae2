"""Measures how well names are told to be one actor's or two actors', against plain edit distance in the same run.

usage: python benchmarks/names.py [--errors] [FILE]

FILE (``names.tsv`` beside this script) has a pair of names a line: naming culture, class, ``same`` or ``different``, one
name, the other. Prints precision and recall of *same* for the project's comparison, and for edit distance at the
threshold that is best for it on these very pairs (F1), which flatters it; then the figures of each culture.
With --errors, every pair that is judged wrongly, with score and reason.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from demandgraph.resolve.comparison import SAME, compare

Pair = tuple[str, str, bool, str, str]


def read(path: Path) -> list[Pair]:
    """The pairs of a file: culture, class, whether they are the same, one name, the other."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(culture, kind, same == "same", one, other) for culture, kind, same, one, other in rows]


def rates(pairs: Sequence[Pair], says: Callable[[Pair], bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a judgement that pairs are the same."""
    hits = sum(says(p) and p[2] for p in pairs)
    said, true = sum(says(p) for p in pairs), sum(p[2] for p in pairs)
    precision, recall = (hits / said if said else 1.0), (hits / true if true else 1.0)
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def distance(pair: Pair) -> float:
    """Likeness by edit distance, without regard to case."""
    return Levenshtein.normalized_similarity(pair[3].lower(), pair[4].lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=Path(__file__).with_name("names.tsv"))
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    pairs = read(args.file)
    best = max((round(n / 100, 2) for n in range(40, 101)), key=lambda t: rates(pairs, lambda p: distance(p) >= t)[2])
    strict = min(
        (round(n / 100, 2) for n in range(40, 101) if rates(pairs, lambda p, n=n: distance(p) >= n / 100)[0] >= 0.98),
        default=1.0,
    )

    def ours(pair: Pair) -> bool:
        return compare(pair[3], pair[4], pair[1]).score >= SAME

    start = time.perf_counter()
    for pair in pairs:
        ours(pair)
    seconds = time.perf_counter() - start
    same = sum(p[2] for p in pairs)
    print(
        f"{len(pairs)} pairs, {same} of one actor and {len(pairs) - same} of two; {1e6 * seconds / len(pairs):.0f} µs a pair"
    )
    print(f"{'':34}{'precision':>10}{'recall':>8}{'F1':>7}")
    judges: list[tuple[str, Callable[[Pair], bool]]] = [
        ("this project", ours),
        (f"edit distance, best F1 ({best})", lambda p: distance(p) >= best),
        (f"edit distance, precise ({strict})", lambda p: distance(p) >= strict),
    ]
    for label, judge in judges:
        print("{:34}{:10.3f}{:8.3f}{:7.3f}".format(label, *rates(pairs, judge)))
    print()
    for culture in dict.fromkeys(p[0] for p in pairs):
        some = [p for p in pairs if p[0] == culture]
        print("{:34}{:10.3f}{:8.3f}{:7.3f}".format(f"{culture} ({len(some)})", *rates(some, ours)))
    for pair in pairs if args.errors else ():
        if ours(pair) != pair[2]:
            found = compare(pair[3], pair[4], pair[1])
            print(f"{'missed' if pair[2] else 'WRONG '} {pair[3]} | {pair[4]}  {found.score} {found.why}")


if __name__ == "__main__":
    main()
