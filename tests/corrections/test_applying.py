"""What corrections do to findings, and when they do nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demandgraph.corrections import Corrected, Loaded, apply
from demandgraph.grounding import ground
from demandgraph.model import Actor, Demand, Findings

from .conftest import LETTER, REPORT, Correct, letter, line, loaded, report

BAN = {"quote": "lift the ban on newspapers"}
FREE = {"quote": "free Ilse Tamm"}


def demands(found: Corrected, n: int = 0) -> dict[str, Demand]:
    return {d.action.text.replace("\n", " "): d for d in found.findings[n].demands}


def names(found: Corrected, ids: tuple[str, ...], n: int = 0) -> list[str]:
    by_id = {a.id: a.name for a in found.findings[n].actors}
    return [by_id[i] for i in ids]


def kinds(found: Corrected) -> list[str]:
    return [p.kind for p in found.outcome.problems]


def test_nothing_to_do_changes_nothing() -> None:
    findings = [letter(), report()]
    found = apply(findings, Loaded())
    assert found.findings == findings
    assert all(a is b for a, b in zip(found.findings, findings, strict=True))
    assert found.originals == {}


def test_reject(correct: Correct) -> None:
    found = correct(line("reject", "demand", **BAN))
    assert set(demands(found)) == {"free Ilse Tamm"}
    assert set(demands(found, 1)) == {"lift the ban on newspapers"}
    assert [c.decision for c in found.outcome.applied] == ["reject"]
    assert list(found.originals) == [letter().document.sha256]


def test_rejecting_an_event_mends_what_led_to_it(correct: Correct) -> None:
    found = correct(line("reject", "event", quote="dispersed a rally"))
    assert found.findings[0].events == ()
    assert demands(found)["lift the ban on newspapers"].made_at == ()
    assert found.findings[0].figures[0].event is None


def test_rejecting_an_actor_takes_it_out_everywhere(correct: Correct) -> None:
    found = correct(line("reject", "actor", name="Ruritania"))
    assert all("Ruritania" not in names(found, tuple(a.id for a in f.actors), n) for n, f in enumerate(found.findings))
    assert [d.addressees for f in found.findings for d in f.demands] == [(), (), ()]
    only = correct(line("reject", "actor", name="ruritania", document="report.txt"))
    assert [d.addressees for f in only.findings for d in f.demands] == [("ruritania",), ("ruritania",), ()]


def test_edit_of_every_field_of_a_demand(correct: Correct) -> None:
    found = correct(
        line("edit", "demand", **BAN, set={
            "issuer": ["Oren Vasko", {"name": "Halden Watch", "class": "Organization"}], "addressee": "Lake Bank",
            "beneficiary": [], "initiator": "Guild", "topic": "law-reform", "force": "demand", "status": "accepted",
            "action": "lift the ban", "condition": None, "deadline": None,
        })
    )  # fmt: skip
    demand = demands(found)["lift the ban"]
    assert names(found, demand.issuers) == ["Halden Watch", "Oren Vasko"]
    assert names(found, demand.addressees) == ["Lake Bank"]
    assert names(found, demand.initiators) == ["Guild of Printers"]
    assert (demand.topic, demand.force, demand.status, demand.confidence) == ("law-reform", "demand", "accepted", 1.0)
    assert (demand.id, demand.rule) == ("d1", "rules/demand/urge")
    assert ground(found.findings[0])[1] == ()
    assert found.outcome.problems == ()


def test_edit_of_other_findings(correct: Correct) -> None:
    found = correct(
        line("edit", "event", quote="dispersed a rally", set={"class": "Repression", "date": None, "place": "Hentzau",
                                                              "agent": [], "recipient": "Ilse Tamm"}),
        line("edit", "affiliation", quote="Oren Vasko, chairman", set={"organization": "Ruritania", "role": None}),
        line("edit", "figure", quote="40 people", set={"value": 41, "unit": "workers", "qualifier": "about"}),
        line("edit", "actor", name="police", set={"name": "Royal Police", "class": "Institution", "partOf": "Ruritania"}),
    )  # fmt: skip
    assert found.outcome.problems == ()
    (event,), (member,), (figure,) = (getattr(found.findings[0], k) for k in ("events", "affiliations", "figures"))
    assert (event.type, event.date, event.place, event.agents, event.recipients) == (
        "Repression", None, "Hentzau", (), ("tamm",),
    )  # fmt: skip
    assert (member.organization, member.role) == ("ruritania", None)
    assert (figure.value, figure.unit, figure.qualifier) == (41, "workers", "about")
    police = next(a for a in found.findings[0].actors if a.id == "police")
    assert (police.name, police.type, police.part_of, police.aliases) == (
        "Royal Police", "Institution", "ruritania", ("police",),
    )  # fmt: skip


RALLY = "the police dispersed a rally"


def test_edit_of_the_event_at_which_a_demand_was_made(correct: Correct) -> None:
    found = correct(
        line("edit", "demand", **BAN, set={"madeAt": None}),
        line("edit", "demand", **FREE, set={"madeAt": [RALLY]}),
        line("edit", "figure", quote="40 people", set={"event": None}),
    )
    assert found.outcome.problems == ()
    assert demands(found)["lift the ban on newspapers"].made_at == ()
    assert demands(found)["free Ilse Tamm"].made_at == ("e1",)
    assert found.findings[0].figures[0].event is None


def test_an_event_that_a_line_names_may_be_added_or_changed_by_another(correct: Correct) -> None:
    found = correct(
        line("edit", "demand", **FREE, set={"madeAt": {"quote": "would welcome observers", "class": "Statement"}}),
        line("edit", "figure", quote="40 people", set={"event": {"quote": RALLY, "class": "Demonstration"}}),
        line("edit", "event", quote=RALLY, set={"class": "Repression"}),
        line("add", "event", quote="would welcome observers", **{"class": "Statement"}),
    )
    assert found.outcome.problems == ()
    added = next(e for e in found.findings[0].events if e.type == "Statement")
    assert demands(found)["free Ilse Tamm"].made_at == (added.id,)
    assert found.findings[0].figures[0].event == "e1"


def test_an_event_that_is_not_there_is_refused(correct: Correct) -> None:
    found = correct(line("edit", "demand", **FREE, set={"madeAt": "urges nothing else"}))
    assert kinds(found) == ["refused"] and demands(found)["free Ilse Tamm"].made_at == ()
    assert "no event of the document is told by" in found.outcome.problems[0].reason
    wrong = correct(line("edit", "demand", **FREE, set={"madeAt": {"quote": RALLY, "class": "Meeting"}}))
    assert kinds(wrong) == ["refused"]


def test_lines_may_use_corrected_and_found_names_of_actors(correct: Correct) -> None:
    found = correct(
        line("edit", "actor", name="Guild of Printers", set={"name": "Union of Printers"}),
        line("edit", "demand", **BAN, set={"addressee": "Guild of Printers"}),
        line("edit", "demand", **FREE, set={"addressee": "Union of Printers"}),
    )
    assert [d.addressees for d in found.findings[0].demands] == [("guild",), ("guild",)]


def test_add(correct: Correct) -> None:
    found = correct(
        line("add", "demand", quote="chairman of the Guild of Printers, would welcome observers", action="welcome observers",
             set={"issuer": "Oren Vasko", "topic": "documentation"}),
        line("add", "event", quote="Oren Vasko, chairman of the Guild", **{"class": "Statement"}, set={"date": "2031-03"}),
        line("add", "figure", quote="2 March the police", value=2),
        line("add", "affiliation", quote="free Ilse Tamm", person="Ilse Tamm", organization="Halden Mirror",
             set={"organization": {"name": "Halden Mirror", "class": "Organization"}}),
        line("add", "actor", name="Strelsau", **{"class": "Institution"}, document="letter.txt"),
    )  # fmt: skip
    one = demands(found)["welcome observers"]
    assert (one.issuers, one.topic, one.confidence, one.rule) == (("vasko",), "documentation", 1.0, "hand/Anna")
    assert len(found.findings[0].events) == len(found.findings[0].figures) == 2
    town = next(a for a in found.findings[0].actors if a.name == "Strelsau")
    assert [LETTER[m.begin : m.end] for m in town.mentions] == ["Strelsau"]
    assert ground(found.findings[0])[1] == ()
    assert kinds(found) == ["refused"]  # of the organisation no class was known when it was looked for
    assert "Halden Mirror" in found.outcome.problems[0].reason


def test_what_is_added_must_stand_in_the_document(correct: Correct) -> None:
    found = correct(
        line("add", "demand", quote="release everybody at once"),
        line("add", "demand", quote="would welcome observers", action="admit observers"),
        line("add", "actor", name="Hentzau", **{"class": "Country"}, document="letter.txt"),
        line("add", "demand", quote="urges"),
    )
    assert sorted(kinds(found)) == ["refused", "refused", "vanished", "vanished"]
    assert found.outcome.applied == ()
    assert found.originals == {}
    assert any("stand 2 times" in p.reason for p in found.outcome.problems)


def test_adding_what_is_found_sets_its_fields(correct: Correct) -> None:
    for key in ({"quote": "lift the ban on newspapers"}, {"quote": "urges Ruritania to lift the ban on newspapers"}):
        found = correct(line("add", "demand", **key, set={"topic": "law-reform"}))
        assert len(found.findings[0].demands) == 2
        assert demands(found)["lift the ban on newspapers"].topic == "law-reform"


def test_two_people_may_add_the_same(correct: Correct) -> None:
    quote = "would welcome observers"
    found = correct(
        line("add", "demand", quote=quote, set={"issuer": "Oren Vasko"}),
        line("add", "demand", quote=quote, set={"topic": "elections"}, by="Ben", when="2031-06-02"),
        line("edit", "demand", quote=quote, set={"force": "request"}, by="Ben", when="2031-06-03"),
    )
    one = demands(found)[quote]
    assert (one.issuers, one.topic, one.force) == (("vasko",), "elections", "request")
    assert one.rule == "hand/Anna"  # who found it first
    first = correct(line("add", "demand", quote=quote), line("add", "demand", quote=quote, by="Zoe", when="2031-05-01"))
    assert demands(first)[quote].rule == "hand/Zoe"
    assert len(found.outcome.applied) == 3


def test_confirm_makes_certain(correct: Correct) -> None:
    found = correct(line("confirm", "demand", **FREE))
    assert demands(found)["free Ilse Tamm"].confidence == 1.0


# ---------------------------------------------------------------- what is looked for


@pytest.mark.parametrize(
    "key",
    [
        {"quote": "LIFT the  ban\non newspapers"},
        {
            "quote": "The Guild of Printers urges Ruritania to lift the ban on newspapers",
            "action": "lift the ban on newspapers",
        },
        {"action": "lift the ban on newspapers"},
        {"quote": "ban on newspapers"},
        {"quote": "lift thé ban on “newspapers”".replace("“", "").replace("”", "\u00ad")},
        {"quote": "to lift the ban on newspapers and"},
    ],
)
def test_a_demand_is_found_by_its_words(correct: Correct, key: dict[str, Any]) -> None:
    assert set(demands(correct(line("reject", "demand", **key)))) == {"free Ilse Tamm"}


def test_a_quote_that_fits_two_is_refused(correct: Correct) -> None:
    found = correct(
        line("reject", "demand", quote="urges Ruritania to lift the ban on newspapers and to free Ilse Tamm")
    )
    assert kinds(found) == ["refused"]
    assert "2 demands rest on these words" in found.outcome.problems[0].reason


def test_a_text_that_shifts_is_found_again(correct: Correct) -> None:
    moved = letter("A note of the editor.\n\n" + LETTER.replace("‘", "'"))
    found = correct(line("reject", "demand", sha256="0" * 64, near=40, **BAN), on=(moved, report()))
    assert set(demands(found)) == {"free Ilse Tamm"}


def test_a_renamed_file_is_found_by_its_text(correct: Correct) -> None:
    renamed = letter(name="open-letter.txt")
    found = correct(line("reject", "demand", sha256=renamed.document.sha256, **BAN), on=(renamed,))
    assert set(demands(found)) == {"free Ilse Tamm"}


def test_what_has_vanished_is_told(correct: Correct) -> None:
    found = correct(
        line("reject", "demand", document="gone.txt", quote="x"),
        line("reject", "demand", quote="lift the siege"),
        line("reject", "actor", name="Nobody"),
        line("edit", "demand", quote="would welcome observers", set={"topic": "elections"}),
    )
    assert kinds(found) == ["vanished"] * 4
    assert {p.where for p in found.outcome.problems} == {(f"f.jsonl:{n}",) for n in (1, 2, 3, 4)}
    assert len(found.outcome.to_tell) == 4


def test_rejecting_what_is_not_found_any_more_is_done(correct: Correct) -> None:
    found = correct(line("reject", "demand", quote="would welcome observers"))
    assert kinds(found) == ["idle"]
    assert found.outcome.to_tell == []


def test_occurrence_and_near_choose_a_place(correct: Correct) -> None:
    text = "We urge peace. We urge peace."
    at = [0, 15]
    base = letter()
    two = Findings(
        replace(base.document, text=text, file_name="p.txt"),
        demands=tuple(
            Demand(f"d{n}", replace(base.demands[0].action, begin=b + 8, end=b + 13, text="peace"),
                   (replace(base.demands[0].action, begin=b, end=b + 13, text="We urge peace"),))
            for n, b in enumerate(at)
        ),
    )  # fmt: skip
    for key in ({"occurrence": 2}, {"near": 20}):
        found = correct(line("reject", "demand", document="p.txt", quote="We urge peace", **key), on=(two,))
        assert [d.id for d in found.findings[0].demands] == ["d0"]
    assert kinds(correct(line("reject", "demand", document="p.txt", quote="We urge peace"), on=(two,))) == ["refused"]


def test_files_of_one_name_need_more(correct: Correct) -> None:
    twin = letter(LETTER + " Once more.")
    assert kinds(correct(line("reject", "demand", **BAN), on=(letter(), twin))) == ["refused"]
    found = correct(line("reject", "demand", sha256=twin.document.sha256, **BAN), on=(letter(), twin))
    assert [len(f.demands) for f in found.findings] == [2, 1]
    other = replace(report(), document=replace(report().document, file_name="letter.txt"))
    assert kinds(correct(line("reject", "demand", **FREE), on=(letter(), other))) == []  # only one has these words


def test_actors_of_several_classes_need_a_class(correct: Correct) -> None:
    twin = letter()
    twin = replace(twin, actors=(*twin.actors, Actor("x", "Ruritania", "Organization")))
    assert kinds(correct(line("reject", "actor", name="Ruritania"), on=(twin,))) == ["refused"]
    found = correct(line("reject", "actor", name="Ruritania", **{"class": "Organization"}), on=(twin,))
    assert [a.type for a in found.findings[0].actors if a.name == "Ruritania"] == ["Country"]


# ---------------------------------------------------------------- several decisions on one thing


def test_the_later_decision_holds(correct: Correct) -> None:
    found = correct(
        line("reject", "demand", **BAN),
        line("edit", "demand", **BAN, set={"topic": "law-reform"}, when="2031-06-02"),
        line("edit", "demand", **BAN, set={"topic": "equality", "force": "demand"}, when="2031-06-01T12:00:00"),
    )
    assert (demands(found)["lift the ban on newspapers"].topic, demands(found)["lift the ban on newspapers"].force) == (
        "law-reform", "demand",
    )  # fmt: skip
    assert kinds(found) == ["superseded"]
    assert found.outcome.to_tell == []


def test_decisions_of_one_time_contradict(correct: Correct) -> None:
    found = correct(
        line("edit", "demand", **BAN, set={"topic": "law-reform"}),
        line("edit", "demand", **BAN, set={"topic": "equality"}, by="Ben"),
        line("edit", "demand", **FREE, set={"topic": "equality"}),
        line("reject", "demand", **FREE, by="Ben"),
    )
    assert kinds(found) == ["contradicting", "contradicting"]
    assert {p.where for p in found.outcome.problems} == {("f.jsonl:1", "f.jsonl:2"), ("f.jsonl:3", "f.jsonl:4")}
    assert [d.topic for d in found.findings[0].demands] == ["civil-society", "release"]


def test_people_who_agree_do_not_contradict(correct: Correct) -> None:
    found = correct(
        line("edit", "demand", **BAN, set={"topic": "law-reform"}),
        line("edit", "demand", **BAN, set={"topic": "law-reform"}, by="Ben"),
    )
    assert found.outcome.problems == ()
    assert len(found.outcome.applied) == 2


# ---------------------------------------------------------------- properties

HOSTILE = st.text(max_size=20) | st.sampled_from(['"><script>', "\u202e", "' } . <a:b>", "=cmd()", "\ud800", "a\nb"])
LINES = st.one_of(
    st.builds(lambda k, w: line("reject", "demand", **k, why=w), st.sampled_from([BAN, FREE]), HOSTILE),
    st.builds(
        lambda k, t, day: line("edit", "demand", **k, set={"topic": t}, when=f"2031-06-0{day}"),
        st.sampled_from([BAN, FREE]), st.sampled_from(["release", "equality"]), st.integers(1, 4),
    ),
    st.builds(lambda n: line("edit", "actor", name="Guild of Printers", set={"name": f"G{n}"}), HOSTILE),
    st.builds(lambda n: line("edit", "demand", **BAN, set={"issuer": {"name": f"N{n}", "class": "Group"}}), HOSTILE),
    st.builds(lambda t: line("add", "demand", quote="would welcome observers", set={"topic": t}),
              st.sampled_from(["release", "equality"])),
    st.builds(lambda a, b: line("same", "actor", one={"name": a}, other={"name": b}),
              st.sampled_from(["Ruritania", "police"]), st.sampled_from(["Ilse Tamm", "Printers' Guild"])),
    st.builds(lambda a, b: line("different", "actor", one={"name": a}, other={"name": b}),
              st.sampled_from(["Ruritania", "police"]), st.sampled_from(["Ilse Tamm", "Printers' Guild"])),
    st.just(line("reject", "actor", name="police")),
    st.just(line("reject", "event", quote="On 2 March")),
)  # fmt: skip


@given(st.lists(LINES, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_order_does_not_matter_and_findings_stay_grounded(lines: list[dict[str, Any]], chance: random.Random) -> None:
    shuffled, documents = list(lines), [letter(), report()]
    chance.shuffle(shuffled)
    one, other = apply(documents, loaded(*lines)), apply(documents[::-1], loaded(*shuffled))
    assert one.findings == other.findings[::-1]
    assert one.decided == other.decided
    assert {c.text for c in one.outcome.applied} == {c.text for c in other.outcome.applied}
    assert one.about == other.about
    for findings in one.findings:
        assert ground(findings) == (findings, ())
    told = {w for p in one.outcome.problems for w in p.where} | {c.where for c in one.outcome.applied}
    assert told == {c.where for c in loaded(*lines).corrections}  # no line is passed over in silence


@given(st.lists(LINES, max_size=4))
@settings(max_examples=50, deadline=None)
def test_what_was_read_is_not_touched(lines: list[dict[str, Any]]) -> None:
    documents = [letter(), report()]
    apply(documents, loaded(*lines))
    assert documents == [letter(), report()]
    assert [f.document.text for f in documents] == [LETTER, REPORT]
