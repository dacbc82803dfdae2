"""What a user's script may look like: it uses the whole public interface, and type checkers find nothing wrong in it."""

from __future__ import annotations

from pathlib import Path

import demandgraph as dg


def build(sources: list[Path], out: Path) -> dg.Graph:
    report: dg.Report = dg.build(sources, out, authority=[Path("bodies.ttl")], limit=1_000_000, cache=False)
    for skipped in report.skipped:
        print(skipped.source.upper(), skipped.reason)
    return dg.open(out)


def look(graph: dg.Graph) -> float:
    counts: dict[str, int] = graph.counts
    demands: dg.Records[dg.DemandRecord] = graph.demands(issuer="Union", topic="release", since="2024", until="2024-05")
    first: dg.DemandRecord = demands[0]
    some: dg.Records[dg.DemandRecord] = demands[:3]
    quotes: list[str] = [d.quote for d in some if d.date is None or d.date > "2024"]
    actors: dg.Records[dg.ActorRecord] = graph.actors(type="Country")
    names: set[str] = {name for actor in actors for name in actor.names}
    events: dg.Records[dg.EventRecord] = graph.events(event="Meeting", place="Geneva")
    documents: dg.Records[dg.DocumentRecord] = graph.documents(kind="Resolution")
    titles: list[str | None] = [d.title for d in documents]
    rows = list(demands.to_dicts())
    print(graph.place, counts["demands"], first.action.upper(), quotes, names, titles, len(events), rows[0]["action"])
    return first.confidence


def ask(graph: dg.Graph) -> str:
    answer: dg.Answer = graph.ask("who-demands-what", 5, addressee="European Union", quotes=True)
    for row in answer:
        print(row["action"])
    for name, question in dg.questions().items():
        print(name, question.words, [p.name for p in question.parameters])
    print(graph.explain("who-demands-what", since="2024"), graph.query("ASK { ?s ?p ?o }").kind)
    return answer.render("csv")


def hand_on(graph: dg.Graph, out: Path) -> None:
    graph.export(out / "network.graphml", network="actors", since="2024", lean=True)
    graph.export(out / "dossier.md", about="European Union")
    print([(suffix, form.words) for suffix, form in dg.formats().items()])
    network = graph.to_networkx("actors", until="2025")
    print(network.number_of_nodes(), list(graph.slices("actors", by="month")), len(graph.to_rdflib()))
    trace = graph.trace("lift the ban", out=[out / "ban.svg"])
    print(trace.label, [step.kind for step in trace.steps], [m.score for m in graph.matches("lift the ban")])
    graph.explore(focus="European Union", depth=2, title="Who asks the Union", out=out / "page.html")
    graph.report(out / "report.html", since="2024")
    print(graph.validate([out / "shapes.ttl"]), graph.push("http://localhost:8890/sparql", everything=True).sent)


def correct(graph: dg.Graph) -> None:
    for doubt in graph.doubts("actor", limit=5):
        print(graph.decide(doubt, "different", by="Anna Kovar", why="two offices").id)
    print(graph.codings("coded.csv", by="Team A").new)


def main() -> None:
    try:
        graph = build([Path("letters")], Path("graph"))
    except dg.DemandGraphError as error:
        raise SystemExit(str(error)) from None
    print(look(graph), ask(graph), dg.__version__)
    hand_on(graph, Path("out"))
    correct(graph)
    dg.serve("graph", port=0, write=False)


if __name__ == "__main__":
    main()
