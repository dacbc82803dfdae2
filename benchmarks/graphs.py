"""Makes graphs of any size that look like those of the project's own examples, for benchmarks.

usage: python benchmarks/graphs.py GRAPH QUADS FILE

GRAPH is the folder of a built graph, such as that of ``examples/``. Its documents are written to FILE (TriG) again and
again until there are QUADS quads, each time as other documents: with IRIs of their own, other dates, and texts, names
and labels whose letters are changed for others, so that all lengths and offsets still hold. An actor is one of several
of its kind, a few of which are named in many documents and most in few. The same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

TOKEN = re.compile(r'<(?P<iri>[a-z]+/[^>]*)>|"(?P<text>(?:[^"\\]|\\.)*)"(?P<type>\^\^[a-z]+:[A-Za-z]+)?')
DATES = {"^^xsd:date", "^^xsd:gYearMonth", "^^xsd:gYear"}
KEPT = ("rules/", "llm/")
VOWELS, CONSONANTS = "aeio", "cdghjklmpqsvwxyz"  # without the letters of escapes, such as \n
YEARS = 30

Part = str | tuple[str, str]


class Block:
    """One named graph of the template, cut into what stays and what varies."""

    def __init__(self, graph: str, trig: str) -> None:
        self.graph = graph
        self.parts: list[Part] = []
        end = 0
        for match in TOKEN.finditer(trig):
            kind = self.kind(match)
            if not kind:
                continue
            self.parts += [trig[end : match.start()], (kind, match[kind] if kind in ("iri", "text") else match["text"])]
            end = match.end() if kind == "iri" else match.end("text") + 1
        self.parts.append(trig[end:])

    @staticmethod
    def kind(match: re.Match[str]) -> str:
        """What varies in a token: its ``iri``, its ``text``, its ``date``, or nothing."""
        if match["iri"]:
            return "" if match["iri"].startswith("software/") else "iri"
        if match["type"]:
            return "date" if match["type"] in DATES else ""
        return "" if match["text"].startswith(KEPT) or len(match["text"]) < 3 else "text"


class Copy:
    """One more telling of all documents: how it changes IRIs, dates and words."""

    def __init__(self, number: int, pool: int) -> None:
        self.number = number
        self.pool = pool
        self.chance = random.Random(number)
        self.years = self.chance.randrange(YEARS)
        self.letters = letters(number)
        self.chosen: dict[str, int] = {}
        self.known: dict[Part, str] = {}

    def actor(self, iri: str) -> int:
        """Which of the actors of its kind an actor is in this copy: low numbers come often, high ones seldom."""
        if iri not in self.chosen:
            self.chosen[iri] = int(self.pool * self.chance.random() ** 3)
        return self.chosen[iri]

    def written(self, part: Part) -> str:
        """A part as this copy writes it."""
        if isinstance(part, str):
            return part
        if part not in self.known:
            kind, value = part
            self.known[part] = getattr(self, kind)(value)
        return self.known[part]

    def iri(self, value: str) -> str:
        """An IRI of this copy; actors and places are shared with other copies."""
        path, hash_, fragment = value.partition("#")
        shared = path.startswith(("actor/", "place/"))
        return f"<{path}-{self.actor(path) if shared else self.number}{hash_}{fragment}>"

    def text(self, value: str) -> str:
        """Words of this copy."""
        return f'"{value.translate(self.letters)}"'

    def date(self, value: str) -> str:
        """A date some years away."""
        day = value[8:] and f"-{min(28, int(value[8:])):02d}"
        return f'"{1996 + (int(value[:4]) + self.years) % YEARS}{value[4:7]}{day}"'


def letters(number: int) -> dict[int, int]:
    """Letters for letters: vowels for vowels, consonants for consonants."""
    chance = random.Random(f"letters {number}")
    table: dict[int, int] = {}
    for group in (VOWELS, CONSONANTS):
        other = "".join(chance.sample(group, len(group)))
        table |= str.maketrans(group + group.upper(), other + other.upper())
    return table


LABEL = re.compile(r"skos:(?:pref|alt)Label |rdfs:label ")


def blocks(trig: str) -> tuple[str, list[Block]]:
    """The head of a TriG file that the project wrote, and its graphs."""
    head, *graphs = re.split(r"^(?=<[^>]+> \{$)", trig, flags=re.MULTILINE)
    return head, [Block(graph.split(">")[0][1:], graph) for graph in graphs]


def label_of_actor(block: Block, copy: Copy) -> Iterator[str]:
    """A graph as a copy writes it; what an actor or place is called goes with which one it is, not with the copy."""
    subject = ""
    label = False
    for part in block.parts:
        if isinstance(part, str):
            new = part.rpartition("\n")[2]
            if new == "  ":  # a new subject stands at this indent
                subject = "?"
            label = bool(LABEL.search(new)) or (label and part == ", ")
            yield part
        elif subject == "?":
            subject = part[1]
            yield copy.written(part)
        elif part[0] == "text" and label and subject.startswith(("actor/", "place/")):
            yield f'"{part[1].translate(letters_known(copy.actor(subject)))}"'
        else:
            yield copy.written(part)


LETTERS: dict[int, dict[int, int]] = {}


def letters_known(number: int) -> dict[int, int]:
    """:func:`letters`, remembered."""
    if number not in LETTERS:
        LETTERS[number] = letters(number)
    return LETTERS[number]


def generate(trig: Path, quads: int, per_copy: int, file: Path) -> int:
    """Write copies of a graph of ``per_copy`` quads until there are some number of quads; tells how many copies."""
    head, graphs = blocks(trig.read_text(encoding="utf-8"))
    copies = max(1, round(quads / per_copy))
    pool = copies // 4 + 1
    with file.open("w", encoding="utf-8") as out:
        out.write(head)
        for number in range(copies):
            copy = Copy(number, pool)
            for block in graphs:
                shared = block.graph in ("graph/across", "graph/provenance", "graph/corrections")
                text = "".join(label_of_actor(block, copy))
                out.write(text.replace(f"<{block.graph}-{number}> {{", f"<{block.graph}> {{", 1) if shared else text)
    return copies


def main() -> None:
    import demandgraph as dg

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("quads", type=int)
    parser.add_argument("file", type=Path)
    args = parser.parse_args()
    copies = generate(args.graph / "graph.trig", args.quads, len(dg.open(args.graph).store), args.file)
    print(f"{copies} copies of the documents")


if __name__ == "__main__":
    main()
