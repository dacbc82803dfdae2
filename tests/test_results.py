"""Records in lists: read when looked at, narrowed by names, shown in notebooks with everything escaped, given to pandas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import FrozenInstanceError, replace
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import demandgraph as dg
from demandgraph import records
from demandgraph.display import ROWS
from demandgraph.errors import QueryError
from demandgraph.graph import Graph
from demandgraph.results import Records
from demandgraph.store import Store

HOSTILE = "<script>alert('1')</script>\n<img src=x onerror=alert(2)> & \x1b[31m \u202e \ud800 \"'"
DEMAND = dg.DemandRecord(
    "https://example.org/d", "a.txt", "2024-02-08", ("Union of X",), ("Y",), (), (), "lift the ban", "other", "urge",
    None, "We urge Y to lift the ban.", 0, 26, 0.9,
)  # fmt: skip
ONE_OF_EACH: list[dg.DemandRecord | dg.ActorRecord | dg.EventRecord | dg.DocumentRecord] = [
    replace(DEMAND, document=HOSTILE, issuers=(HOSTILE,) * 3, addressees=(HOSTILE,), action=HOSTILE, quote=HOSTILE, topic=HOSTILE),
    dg.ActorRecord("i", HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,)),
    dg.EventRecord("i", "Meeting", None, HOSTILE, (HOSTILE,), (HOSTILE,), HOSTILE, (HOSTILE,)),
    dg.DocumentRecord("i", HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, "Report", HOSTILE),
]  # fmt: skip


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return dg.open(built)


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, ""), *((tag, name) for name, _ in attrs)}


def harmless(page: str) -> bool:
    allowed = {"table", "thead", "tbody", "tr", "th", "td", "p", "blockquote"}
    tags = Tags(page).found
    return {t for t, _ in tags} <= allowed and {a for _, a in tags} <= {"", "style"} and "\ud800" not in page


def test_reprs_are_short_and_tell_what_matters() -> None:
    assert repr(DEMAND) == "<Demand 'lift the ban' by Union of X to Y, 2024-02-08>"
    assert (
        repr(replace(DEMAND, issuers=(), addressees=("A", "B", "C"), date=None))
        == "<Demand 'lift the ban' to A, B and 1 more>"
    )
    assert repr(dg.ActorRecord("i", "Union of X", "Group", (), ("a.txt",))) == "<Group 'Union of X', 1 document>"
    event = dg.EventRecord("i", "Meeting", "2024", None, ("Y",), (), "Y met", ("a.txt",))
    assert repr(event) == "<Meeting 'Y met' by Y, 2024>"
    document = dg.DocumentRecord("i", "a.txt", "a.txt", "A letter", None, None, "Appeal", "x" * 10_000)
    assert repr(document) == "<Appeal a.txt 'A letter'>"


def test_records_stay_frozen_and_equal() -> None:
    assert replace(DEMAND) == DEMAND and hash(replace(DEMAND)) == hash(DEMAND)
    assert replace(DEMAND, action="x") != DEMAND
    with pytest.raises(FrozenInstanceError):
        DEMAND.action = "x"  # type: ignore[misc]


@pytest.mark.parametrize("record", ONE_OF_EACH, ids=lambda r: type(r).__name__)
def test_hostile_text_is_shown_as_text(record: dg.DemandRecord | dg.ActorRecord | dg.EventRecord) -> None:
    assert repr(record).isprintable()
    assert len(repr(record)) < 600
    listed = Records(type(record), lambda: [record])
    for page in (record._repr_html_(), listed._repr_html_()):
        assert "&lt;script&gt;" in page
        assert harmless(page), page
        page.encode("utf-8")


def test_a_long_list_is_cut_and_counted() -> None:
    many = Records(dg.DemandRecord, lambda: [replace(DEMAND, quote="long " * 1000, begin=n) for n in range(1234)])
    page = many._repr_html_()
    assert page.count("<tr>") == ROWS + 1
    assert "<p>1,234 demands, 20 shown</p>" in page
    assert len(page) < 20_000
    assert len(repr(many)) < 500 and repr(many).startswith("<1,234 demands>\n")


def test_lists_are_sequences(graph: Graph) -> None:
    demands = graph.demands()
    assert isinstance(demands, Sequence)
    plain = list(demands)
    assert demands == plain and plain == demands and demands == graph.demands()
    assert demands != plain[:-1]
    assert isinstance(demands[1:3], Records) and demands[1:3] == plain[1:3]
    assert demands[-1] is plain[-1] and plain[0] in demands and demands.index(plain[2]) == 2
    assert not graph.demands(words="no document says these words")


def test_nothing_is_read_before_it_is_looked_at(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def read(store: Store, where: str = "") -> list[dg.DemandRecord]:
        calls.append(where)
        return [DEMAND]

    monkeypatch.setattr(records, "demands", read)
    demands = graph.demands()
    assert calls == []
    assert len(demands) == 1 and list(demands) == [DEMAND]
    assert calls == [""]


def test_data_frames(graph: Graph) -> None:
    frame = graph.demands().to_pandas()
    assert len(frame) == len(graph.demands()) and list(frame["action"]) == [d.action for d in graph.demands()]
    assert frame.equals(pd.DataFrame(graph.demands().to_dicts()))
    assert frame.equals(pd.DataFrame(graph.demands()))
    none = graph.demands(words="no document says these words").to_pandas()
    assert (len(none), list(none.columns)) == (0, list(frame.columns))
    answer = graph.ask("who-demands-what")
    assert answer.to_pandas().equals(pd.DataFrame(answer)) and len(answer.to_pandas()) == len(answer)


def test_without_pandas_it_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(dg.DemandGraphError, match="pip install pandas"):
        graph.demands().to_pandas()


# ---------------------------------------------------------------- narrowing


def test_demands_are_narrowed_as_their_records_say(graph: Graph) -> None:
    everything = graph.demands()
    for d in everything:
        for role in ("issuer", "addressee", "beneficiary", "initiator"):
            for name in getattr(d, f"{role}s" if role != "beneficiary" else "beneficiaries"):
                held = [
                    x
                    for x in everything
                    if name in getattr(x, f"{role}s" if role != "beneficiary" else "beneficiaries")
                ]
                assert graph.demands(**{role: name}) == held
                assert {*held} <= {*graph.demands(actor=name)}
    for name in ("topic", "force", "document"):
        for value in {getattr(d, name) for d in everything}:
            assert graph.demands(**{name: value}) == [d for d in everything if getattr(d, name) == value]
    dated = [d for d in everything if d.date and d.date >= "2031-06"]
    assert 0 < len(dated) < len(everything)
    assert graph.demands(since="2031-06") == dated
    assert graph.demands(until="2031-05") == [d for d in everything if d.date and d.date[:7] <= "2031-05"]
    assert graph.demands(since="2031-06", topic="release") == [d for d in dated if d.topic == "release"]
    assert graph.demands(words="OBSERVERS") == [d for d in everything if "observers" in d.action.lower()] != []


def test_other_records_are_narrowed(graph: Graph) -> None:
    events, actors, documents = graph.events(), graph.actors(), graph.documents()
    for kind in {e.type for e in events}:
        assert graph.events(event=kind) == [e for e in events if e.type == kind]
    for name in {a for e in events for a in e.agents}:
        assert graph.events(agent=name) == [e for e in events if name in e.agents]
    for place in {e.place for e in events if e.place}:
        assert graph.events(place=place) == [e for e in events if e.place == place]
    for kind in {a.type for a in actors}:
        assert graph.actors(type=kind) == [a for a in actors if a.type == kind]
    for d in documents:
        (found,) = graph.documents(document=d.file)
        assert found == d
        assert [a.label for a in graph.actors(document=d.file)] == [a.label for a in actors if d.file in a.documents]
    assert graph.actors(actor="Ilse Maron")[0].label == "Ilse Maron"
    assert graph.documents(words="International Observers") == [
        d for d in documents if "international observers" in d.text.lower()
    ]
    assert graph.documents(since="2031-06") == [d for d in documents if d.date and d.date >= "2031-06"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"issuer": "Nobody At All"}, "has no actor called 'Nobody At All'"),
        ({"topic": "relase"}, "did you mean release"),
        ({"since": "soon"}, "is no date"),
        ({"words": "\ud800"}, "a character that no text can have"),
        ({"words": " "}, "are empty"),
    ],
)
def test_what_the_graph_does_not_know_is_told_at_once(graph: Graph, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        graph.demands(**given)


@pytest.mark.parametrize("words", ['" ) } . ?s ?p ?o . { #', "{0} {}", "\\", "'''", "$given", "\n"])
def test_words_are_words_and_no_query(graph: Graph, words: str) -> None:
    try:
        assert graph.demands(words=words) == []
    except QueryError as error:
        assert "are empty" in str(error)


# ---------------------------------------------------------------- graphs and answers


def test_a_graph_tells_what_it_holds(graph: Graph, built: Path) -> None:
    counts = graph.counts
    assert counts == {
        "documents": len(graph.documents()), "demands": len(graph.demands()), "actors": len(graph.actors()),
        "events": len(graph.events()),
    }  # fmt: skip
    assert (
        repr(graph)
        == f"<Graph graph: 4 documents, {counts['demands']} demands, {counts['actors']} actors, {counts['events']} events>"
    )
    assert harmless(graph._repr_html_()) and f"<td>{counts['demands']}</td>" in graph._repr_html_()
    assert repr(Graph(Store.memory())) == "<Graph in memory: 0 documents, 0 demands, 0 actors, 0 events>"


def test_answers_show_themselves(graph: Graph) -> None:
    assert re.fullmatch(r"<Answer: \d+ rows of issuer, action, .*>", repr(graph.ask("who-demands-what")))
    assert repr(graph.query("ASK { ?s ?p ?o }")) == "<Answer: yes>"
    shown = graph.query('SELECT ("<script>x</script>" AS ?a) ("1 < 2" AS ?b) WHERE {}')._repr_html_()
    assert harmless(shown) and "1 &lt; 2" in shown and "<p>1 row</p>" in shown
    assert graph.query("SELECT ?s WHERE { ?s a dg:Demand } LIMIT 1").render("csv").startswith("s\n")
