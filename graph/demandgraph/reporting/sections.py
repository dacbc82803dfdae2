"""Writes the sections of a report about a corpus: what was read, who demands what of whom, what became of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.reporting.blocks import (
    Block,
    Findings,
    Heading,
    Numbers,
    Paragraph,
    Sources,
    Table,
    counted,
    line,
    listed,
)
from demandgraph.reporting.corpus import Corpus
from demandgraph.reporting.figures import picture, remark

if TYPE_CHECKING:
    from demandgraph.records import DemandRecord

TOP = 10
"""Rows of a table of actors, and pairs that are quoted, at most."""
SOURCES = 60
"""Rows of the table of what was read, at most; the list of sources has all."""


def overview(corpus: Corpus) -> Iterator[Block]:
    """How large the corpus is, and how the report is to be read."""
    issuers = {name for d in corpus.demands for name in d.issuers}
    addressees = {name for d in corpus.demands for name in d.addressees}
    yield Numbers(
        tuple(
            (f"{number:,}", noun if number != 1 else noun.removesuffix("s"))
            for number, noun in (
                (len(corpus.sources), "documents"),
                (len(corpus.demands), "demands"),
                (len(issuers), "issuers"),
                (len(addressees), "addressees"),
                (len(corpus.shared), "shared demands"),
                (len(corpus.events), "events"),
            )
        )
    )
    yield Paragraph(
        "This report counts what software found in the documents by rules. It overlooks some demands and misreads others, "
        "so every statement below stands with the words that it rests on: read them before you rely on it. Numbers in "
        "brackets lead to the list of sources; characters are counted in the text as it was analysed."
    )
    yield from remark()


def read(corpus: Corpus) -> Iterator[Block]:
    """What was read."""
    yield Heading("What was read")
    kinds = Counter(s.kind for s in corpus.sources.values())
    told = listed([f"{kind} ({n})" for kind, n in sorted(kinds.items(), key=lambda i: (-i[1], i[0]))], 12)
    undated = sum(s.date is None for s in corpus.sources.values())
    yield Paragraph(
        f"By kind: {told}."
        + (f" {counted(undated, 'document')} {'has' if undated == 1 else 'have'} no date." if undated else "")
    )
    counts = Counter(corpus.source(d).number for d in corpus.demands)
    sources = list(corpus.sources.values())
    rows = tuple((s.date or "–", s.title, s.kind, f"{counts[s.number]}", f"[{s.number}]") for s in sources[:SOURCES])
    yield Table(
        "Documents in the order of their dates", ("date", "title", "kind", "demands", "source"), rows, numbers({3})
    )
    if len(sources) > SOURCES:
        yield Paragraph(f"{len(sources) - SOURCES} further documents are in the list of sources.", lesser=True)
    if corpus.skipped:
        yield Table("Skipped", ("file", "reason"), tuple(corpus.skipped))


def actors(corpus: Corpus) -> Iterator[Block]:
    """Who demands most, and of whom."""
    yield Heading("Who demands, and of whom")
    for heading, role, noun in (
        ("Who demands most", "issuers", "issuer"),
        ("Who is asked most", "addressees", "addressee"),
    ):
        own: dict[str, list[DemandRecord]] = defaultdict(list)
        for d in corpus.demands:
            for name in getattr(d, role):
                own[name].append(d)
        ranked = sorted(own, key=lambda name: (-len(own[name]), name))[:TOP]
        rows = tuple(
            (
                line(name, 90), f"{len(own[name])}", f"{len({corpus.source(d).number for d in own[name]})}",
                listed([t for t, _ in Counter(d.topic for d in own[name]).most_common(3)]),
            )
            for name in ranked
        )  # fmt: skip
        if rows:
            yield Table(heading, (noun, "demands", "documents", "mostly on"), rows, numbers({1, 2}))
    silent = sum(not d.addressees for d in corpus.demands)
    if silent:
        yield Paragraph(f"{counted(silent, 'demand')} of {len(corpus.demands):,} name no addressee.", lesser=True)
    from demandgraph.plots import issuer_addressee_matrix

    pairs: dict[tuple[str, str], list[DemandRecord]] = defaultdict(list)
    for d in corpus.demands:
        for a in d.issuers:
            for b in d.addressees:
                pairs[a, b].append(d)
    if not pairs:
        return
    yield from picture(
        "matrix", "Each cell counts the demands of the issuer on its left on the addressee below it.", (8.0, 5.8),
        lambda ax: issuer_addressee_matrix(corpus.graph, ax, since=corpus.since, until=corpus.until),
    )  # fmt: skip
    yield Heading("Who asks whom, in their words", 3)
    found, seen = [], set()
    for (a, b), own_demands in sorted(pairs.items(), key=lambda i: (-len(i[1]), i[0])):
        best = corpus.example(own_demands)
        if best.iri in seen:  # said of another pair already
            continue
        seen.add(best.iri)
        claim = f"{line(a, 90)} → {line(b, 90)}: {counted(len(own_demands), 'demand')}"
        found.append(corpus.finding(claim, best))
        if len(found) == TOP:
            break
    yield Findings(tuple(found))


def topics(corpus: Corpus) -> Iterator[Block]:
    """What is demanded when."""
    own: dict[str, list[DemandRecord]] = defaultdict(list)
    for d in corpus.demands:
        own[d.topic].append(d)
    if not own:
        return
    yield Heading("Topics over time")
    from demandgraph.plots import demands_by_topic

    if any(d.date for d in corpus.demands):
        yield from picture(
            "topics", "Each disc counts the demands on a topic in documents of that time.", (7.8, 5.4),
            lambda ax: demands_by_topic(corpus.graph, ax, top=14, since=corpus.since, until=corpus.until),
        )  # fmt: skip
    ranked = sorted(own, key=lambda topic: (-len(own[topic]), topic))
    rows = []
    for topic in ranked:
        dates = sorted({d.date for d in own[topic] if d.date})
        who = Counter(name for d in own[topic] for name in d.issuers)
        rows.append(
            (
                topic, f"{len(own[topic])}", f"{len({corpus.source(d).number for d in own[topic]})}",
                dates[0] if dates else "–", dates[-1] if dates else "–",
                line(min(who, key=lambda name: (-who[name], name)), 60) if who else "–",
            )
        )  # fmt: skip
    columns = ("topic", "demands", "documents", "first", "last", "mostly by")
    yield Table("Topics", columns, tuple(rows), numbers({1, 2}))
    yield Heading("One demand on each topic", 3)
    yield Findings(
        tuple(corpus.finding(f"{t}: {who_asks(d)}", d) for t in ranked[:TOP] for d in (corpus.example(own[t]),))
    )


def who_asks(d: DemandRecord) -> str:
    """Who asks whom for what, in one line."""
    asked = f" → {listed([line(n, 60) for n in d.addressees], 2)}" if d.addressees else ""
    return f"{listed([line(n, 60) for n in d.issuers], 2) or 'issuer not stated'}{asked}: {line(d.action, 200)}"


def method(corpus: Corpus) -> Iterator[Block]:
    """How it was made, and the sources."""
    yield Heading("How this was made")
    unsure = sum(d.confidence < 0.5 for d in corpus.demands)
    yield Paragraph(
        f"Made with {corpus.made_with}. "
        + (
            f"{counted(unsure, 'demand')} of {len(corpus.demands):,} "
            f"{'is' if unsure == 1 else 'are'} held to be more likely wrong than right; they are counted here. "
            if unsure
            else ""
        )
        + "A demand counts once for each document that states it. Where several ask together, it counts for each of them. "
        "Demands are dated by the document that states them. Nothing here says whether a document tells the truth. "
        "What is wrong can be corrected with demandgraph review, and holds in every later build."
    )
    yield Heading("Sources")
    yield Sources(tuple(corpus.sources.values()))


def numbers(columns: set[int]) -> frozenset[int]:
    """The columns of a table that hold numbers."""
    return frozenset(columns)
