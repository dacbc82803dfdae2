"""Writes the sections of a report that follow demands and events through time: shared ones, answers, coalitions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from demandgraph.model import STATUSES
from demandgraph.reporting.blocks import Block, Finding, Findings, Heading, Paragraph, Table, counted, line, listed
from demandgraph.reporting.corpus import Corpus, Shared
from demandgraph.reporting.figures import picture

if TYPE_CHECKING:
    from demandgraph.records import DemandRecord, EventRecord
    from demandgraph.tracing import Step

SHARED, TOLD, DRAWN, STEPS = 20, 5, 3, 8
"""Shared demands in the table, told step by step, drawn; steps of each that are quoted."""
STEPS_DRAWN = "Its steps in the order of time; arrows lead to what takes a step up."
WHOLE = " The figure shows the whole history; the text quotes the steps of the period of this report."
ANSWERS = 4
"""Demands of each status that are quoted."""
EVENTS = 12
COALITIONS = 6
# The classes of events that tell most of a conflict, the most telling first; the others fill what is left.
NOTABLE = (
    "Repression Violence Demonstration Election Adoption LegalAction Sanction Release Review Meeting Condemnation "
    "Support Report"
).split()


def shared(corpus: Corpus) -> Iterator[Block]:
    """The demands that several documents state."""
    if not corpus.shared:
        return
    yield Heading("Demands that documents share")
    rows = tuple(
        (
            s.label, f"{s.documents}", f"{len(s.issuers)}", s.dates[0] if s.dates else "–",
            s.dates[-1] if s.dates else "–", listed([line(n, 60) for n in s.issuers], 3) or "–",
        )
        for s in corpus.shared[:SHARED]
    )  # fmt: skip
    columns = ("demand", "documents", "issuers", "first", "last", "demanded by")
    yield Table("The most widely shared demands", columns, rows, frozenset({1, 2}))
    if len(corpus.shared) > SHARED:
        yield Paragraph(f"{len(corpus.shared) - SHARED} further demands are shared.", lesser=True)
    for number, one in enumerate(corpus.shared[:TOLD], 1):
        yield from history(corpus, one, number)


def history(corpus: Corpus, one: Shared, number: int) -> Iterator[Block]:
    """A shared demand step by step."""
    from demandgraph.plots import lineage

    trace = corpus.graph.trace(one.iri)
    yield Heading(one.label, 3)
    answered = sorted({d.status for d in one.demands if d.status})
    yield Paragraph(
        f"Stated by {counted(one.documents, 'document')} and {counted(len(one.issuers), 'issuer')}"
        + (f", from {one.dates[0]} to {one.dates[-1]}" if len(one.dates) > 1 else "")
        + (f"; answered: {listed(answered)}" if answered else "")
        + "."
    )
    if number <= DRAWN and len(trace) > 2:
        height = 1.1 + 0.5 * min(len(trace), 12)
        yield from picture(
            f"history-{number}", f"{STEPS_DRAWN}{WHOLE if corpus.since or corpus.until else ''}", (7.8, height),
            lambda ax: lineage(corpus.graph, trace, ax, top=12),
        )  # fmt: skip
    steps = [s for s in trace if s.document_iri in corpus.sources]
    yield Findings(tuple(stepped(corpus, s) for s in steps[:STEPS]))
    if len(steps) > STEPS:
        yield Paragraph(f"{len(steps) - STEPS} further steps are not quoted.", lesser=True)


def stepped(corpus: Corpus, s: Step) -> Finding:
    """A step of a history."""
    state = f" ({s.status})" if s.status else ""
    words = line(s.action, 200) if s.status else ""
    claim = f"{s.kind}{state}: {line(s.who, 200)}" + (f": {words}" if words else "")
    return Finding(claim, line(s.quote), corpus.sources[s.document_iri], s.begin, s.end, s.date)


def answers(corpus: Corpus) -> Iterator[Block]:
    """What became of demands."""
    of: dict[str, list[DemandRecord]] = defaultdict(list)
    for d in corpus.demands:
        if d.status:
            of[d.status].append(d)
    yield Heading("What became of demands")
    if not of:
        yield Paragraph("No document says what became of a demand.")
        return
    total = sum(map(len, of.values()))
    yield Paragraph(
        f"Of {counted(len(corpus.demands), 'demand')}, the documents say of {total:,} what was answered or done. "
        "Of the others they say nothing, which does not mean that nothing was done."
    )
    known = [status for status in STATUSES if status in of] + sorted(set(of) - set(STATUSES))
    rows = tuple(
        (
            status, f"{len(of[status])}", listed([t for t, _ in Counter(d.topic for d in of[status]).most_common(3)]),
            listed(sorted({line(n, 60) for d in of[status] for n in d.addressees}), 3) or "–",
        )
        for status in known
    )  # fmt: skip
    yield Table("Answers", ("answer", "demands", "mostly on", "by"), rows, frozenset({1}))
    found = []
    for status in known:
        for d in of[status][:ANSWERS]:
            step = next((s for s in corpus.graph.trace(d.iri) if s.demand == d.iri and s.status), None)
            claim = f"{status}: {line(d.action, 200)}"
            asked = f" ({listed([line(n, 60) for n in d.issuers], 3)})" if d.issuers else ""
            if step and step.document_iri in corpus.sources:
                source = corpus.sources[step.document_iri]
                found.append(Finding(claim + asked, line(step.quote), source, step.begin, step.end, step.date))
            else:
                found.append(corpus.finding(claim + asked, d))
    yield Findings(tuple(found))


def events(corpus: Corpus) -> Iterator[Block]:
    """Events of note."""
    rank = {name: n for n, name in enumerate(NOTABLE)}

    def note(item: tuple[EventRecord, Finding]) -> tuple[int, int, bool, str]:
        event, _ = item
        return (-len(event.documents), rank.get(event.type, len(rank)), event.date is None, event.iri)

    chosen = sorted(corpus.events, key=note)[:EVENTS]
    if not chosen:
        return
    yield Heading("Events of note")
    kinds = Counter(e.type for e, _ in corpus.events)
    told = listed([f"{kind.lower()} ({n})" for kind, n in sorted(kinds.items(), key=lambda i: (-i[1], i[0]))], 15)
    yield Paragraph(f"All events by class: {told}. Below are those that most documents tell, then the gravest.")
    chosen.sort(key=lambda i: (i[0].date is None, i[0].date or "", i[0].iri))
    found = []
    for event, finding in chosen:
        roles = [listed([line(n, 60) for n in names], 3) for names in (event.agents, event.recipients) if names]
        where = f" in {line(event.place, 60)}" if event.place else ""
        claim = f"{event.type}{where}" + (f": {' → '.join(roles)}" if roles else "")
        claim += f" (told by {len(event.documents)} documents)" if len(event.documents) > 1 else ""
        found.append(Finding(claim, finding.quote, finding.source, finding.begin, finding.end, event.date))
    yield Findings(tuple(found))


def coalitions(corpus: Corpus) -> Iterator[Block]:
    """Who demands the same."""
    from demandgraph.plots import coalition_network, communities, ties

    network = ties(corpus.graph, since=corpus.since, until=corpus.until)
    groups = communities(network)
    if not groups:
        return
    yield Heading("Who demands the same")
    yield Paragraph(
        "Actors are joined that make the same demand, in one document or in several. Groups that are joined more closely "
        "among themselves than with the rest are called coalitions here; that says nothing of whether they act together."
    )
    height = 3.2 + 0.1 * min(30, len(network))
    yield from picture(
        "coalitions", "A line is the thicker the more demands two actors share.", (7.8, height),
        lambda ax: coalition_network(corpus.graph, ax, since=corpus.since, until=corpus.until),
    )  # fmt: skip
    labels = {name: line(str(network.nodes[name].get("label", name)), 90) for name in network}
    found = []
    for group in groups[:COALITIONS]:
        names = {labels[name] for name in group}
        common = [s for s in corpus.shared if len(names & set(s.issuers)) > 1]
        own = [d for s in common for d in s.demands if names & {line(n) for n in d.issuers}]
        own = own or [d for d in corpus.demands if len(names & {line(n) for n in d.issuers}) > 1]
        if own:
            best = corpus.example(own)
            found.append(corpus.finding(f"{listed(sorted(names), 8)}: {line(best.action, 200)}", best))
    yield Findings(tuple(found))
    if len(groups) > COALITIONS:
        yield Paragraph(f"{len(groups) - COALITIONS} further groups are not quoted.", lesser=True)
