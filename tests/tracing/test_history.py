"""The history of a demand, step by step."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from demandgraph.errors import QueryError
from demandgraph.model import STATUSES
from demandgraph.records import documents
from demandgraph.shapes import violations
from demandgraph.store import Store
from demandgraph.tracing import Step, matches, trace
from demandgraph.tracing.history import KINDS
from demandgraph.tracing.pages import as_json, as_markdown, as_text
from demandgraph.tracing.subgraph import subgraph
from demandgraph.tracing.telling import before
from demandgraph.vocab import DG

WORDS = "release of bakers"


def rows(steps: tuple[Step, ...]) -> list[tuple[str | None, str, str]]:
    return [(s.date, s.kind, s.document.removesuffix(".txt")) for s in steps]


def test_the_steps_of_a_history(store: Store) -> None:
    assert rows(trace(store, WORDS).steps) == [
        ("2031-03-20", "raised", "appeal"),
        ("2031-07-09", "adopted", "resolution"),
        ("2032-01", "repeated", "report"),
        ("2032-01", "answered", "report"),
        ("2032-03-02", "readdressed", "letter"),
        ("2032-05-01", "narrowed", "motion"),
        (None, "stated", "leaflet"),
    ]


def test_what_a_step_says(store: Store) -> None:
    raised, adopted, _, answered, *_ = trace(store, WORDS).steps
    assert (raised.issuers, raised.addressees) == (("Families of Orlen",), ("Varania",))
    assert raised.quote == "We ask you to release all imprisoned bakers."
    assert adopted.initiators == ("Rivers League",)
    assert adopted.occasion is not None and (adopted.occasion.type, adopted.occasion.place) == ("Adoption", "Orlen")
    assert adopted.follows == (raised.demand,)
    assert (answered.status, answered.quote) == ("rejected", "The following do not enjoy the support of Varania:")


def test_quotes_are_where_they_are_said_to_be(store: Store) -> None:
    texts = {d.iri: d.text for d in documents(store)}
    for step in trace(store, WORDS):
        assert texts[step.document_iri][step.begin : step.end] == step.quote


def test_support_and_dates(store: Store) -> None:
    history = trace(store, WORDS)
    assert (history.documents, history.issuers) == (5, 3)
    assert (history.first, history.last) == ("2031-03-20", "2032-03-02")
    assert history.topic == "release"


@pytest.mark.parametrize("status", STATUSES)
def test_what_became_of_it(status: str, make, tell) -> None:
    (stated, answer) = trace(make([tell("report", "2032", ("council",), status=status)]), WORDS).steps
    assert stated.kind == "raised"
    answers = {"under-consideration", "accepted", "noted", "rejected"}
    assert (answer.kind, answer.status) == ("answered" if status in answers else "became", status)


def test_one_act_told_twice_is_not_a_repetition(make, tell) -> None:
    documents = [
        tell("text", "2031-07-09", ("council",), adopted="2031-07-09"),
        tell("news", "2031-07-12", ("council",), adopted="2031-07-09"),
    ]
    store = make(documents)
    assert rows(trace(store, WORDS).steps) == [("2031-07-09", "raised", "news"), ("2031-07-09", "retold", "text")]
    assert not any(q.predicate.value == DG.restates for q in store.quads())


def test_what_is_not_certainly_later_repeats_nothing(make, tell) -> None:
    steps = trace(make([tell("a", "2031-05", ("league",)), tell("b", "2031-05-20", ("council",))]), WORDS).steps
    assert [s.kind for s in steps] == ["raised", "raised"]


def test_an_event_after_the_document_does_not_date_it(make, tell) -> None:
    (step,) = trace(make([tell("a", "2031-05-01", ("league",), adopted="2031-09-01")]), WORDS).steps
    assert step.date == "2031-05-01"


def test_a_demand_is_found_by_iri_id_and_words(store: Store) -> None:
    iri = trace(store, WORDS).iri
    wanted = iri.rsplit("/", 1)[-1]
    member = trace(store, WORDS).steps[0].demand
    for name in (
        iri,
        f"<{iri}>",
        wanted,
        f"shared/{wanted}",
        member,
        "appeal.d",
        "demand/appeal.d",
        "BAKERS releasing",
    ):
        assert trace(store, name).iri == iri


def test_the_best_match_comes_first(store: Store) -> None:
    narrow, wide = matches(store, "imprisoned Orlen bakers")
    assert narrow.label == "release all imprisoned bakers from Orlen prison"
    assert 1.0 == narrow.score > wide.score


@pytest.mark.parametrize(
    "words", ["bananas", "", "the of", "💥", "<>", "shared/none", "x" * 5000, "';DROP", "?s ?p ?o"]
)
def test_nothing_fits(words: str, store: Store) -> None:
    with pytest.raises(QueryError, match="no demand is called or says") as caught:
        trace(store, words)
    assert "\n" not in str(caught.value) and len(str(caught.value)) < 200


def test_dates_are_compared_for_certain() -> None:
    assert before("2031", "2032-01-01") and not before("2031-05", "2031-05-20") and not before(None, "2031")


def test_records_are_shown_in_a_line(store: Store) -> None:
    history = trace(store, WORDS)
    assert repr(history).startswith("<Trace of 'release all imprisoned bakers'") and "\n" not in repr(history)
    assert repr(history.steps[0]).startswith("<raised 2031-03-20 Families of Orlen → Varania:")
    assert len(history) == len(list(history)) == 7


def test_pages_hold_every_step(store: Store) -> None:
    history = trace(store, WORDS)
    loaded = json.loads(as_json(history))
    assert [s["kind"] for s in loaded["steps"]] == [s.kind for s in history]
    for page in (as_text(history), as_markdown(history), history._repr_html_()):
        assert all(s.kind in page for s in history)
        assert "undated" in page and "on the initiative of Rivers League, by what this document says" in " ".join(
            page.split()
        )


HOSTILE = '<script>alert("1")</script> & ]]> `x` *b* [l](javascript:x) \x1b[31m \u202e | # \x00'


def test_pages_are_safe_from_what_documents_say(make, tell) -> None:
    history = trace(make([tell("a<b>", "2031", ("league",), action=HOSTILE, title=HOSTILE)]), "script alert")
    html = history._repr_html_() + history.steps[0]._repr_html_()
    assert "<script" not in html and "&lt;script&gt;" in html
    assert "\x1b" not in as_text(history) and "\u202e" not in as_text(history)
    assert "<script" not in as_markdown(history) and "\\[l\\](javascript" in as_markdown(history)


def test_the_subgraph_is_valid_and_closed(store: Store) -> None:
    history = trace(store, WORDS)
    found = subgraph(store, history)
    assert violations(Store.memory(found).union()) == []
    subjects = {q.subject.value for q in found}
    assert {s.demand for s in history} <= subjects and history.iri in subjects
    assert {s.document_iri for s in history} <= subjects
    told = [q for q in found if getattr(q.object, "value", "").startswith(store.base)]
    assert told and all(q.object.value in subjects for q in told)


TOLD = st.tuples(
    st.sampled_from(["2031", "2031-05", "2031-05-09", "2032-02-01", None]),
    st.sampled_from(["families", "council", "league"]),
    st.sampled_from(["varania", "torland"]),
    st.sampled_from([None, "2031-05-09", "2031-06-01"]),
    st.sampled_from([None, "accepted", "implemented"]),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TOLD, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_history_does_not_depend_on_the_order_of_documents(make, tell, rows, random) -> None:
    documents = [
        tell(f"d{n}", date, (issuer,), (asked,), adopted=adopted, status=status)
        for n, (date, issuer, asked, adopted, status) in enumerate(rows)
    ]
    history = trace(make(documents), WORDS)
    random.shuffle(documents)
    assert trace(make(documents), WORDS) == history
    dated = [s.date is not None for s in history]
    assert dated == sorted(dated, reverse=True)
    assert {s.kind for s in history} <= set(KINDS)
    stated = [s for s in history if s.status is None]
    assert len(stated) == len(documents)
    assert "raised" in {s.kind for s in stated} or not any(dated)


def test_a_wider_demand_is_a_step_of_the_narrower_one(store: Store) -> None:
    steps = trace(store, "bakers from Orlen prison").steps
    assert rows(steps) == [
        ("2031-03-20", "widened", "appeal"),
        ("2032-01", "answered", "report"),
        ("2032-05-01", "raised", "motion"),
    ]
    assert steps[0].action == "release all imprisoned bakers"
