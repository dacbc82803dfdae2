"""The subject of a document as the topic of demands that name none."""

from __future__ import annotations

from demandgraph.extract.topic_subject import subject_of, with_subject
from demandgraph.model import Demand, Document, Phrase

TITLE = "Union asks for higher wages in the shipyards"


def document(
    title: str = TITLE, text: str = "The pay of the shipyard workers has not been raised for nine years."
) -> Document:
    return Document("text.txt", "text.txt", text, "0" * 64, title=title, kind="Appeal")


def demand(action: str, topic: str) -> Demand:
    phrase = Phrase(0, len(action), action)
    return Demand(f"d-{len(action)}", phrase, (phrase,), topic=topic)


def test_demand_without_a_topic_takes_the_subject() -> None:
    """What names nothing means what the rest asks for; what has a topic keeps it."""
    found = with_subject(
        (
            demand("raise the wages", "social-economic"),
            demand("show more ambition", "other"),
            demand("free Tomas Veld", "release"),
        ),
        document(),
    )
    assert [d.topic for d in found] == ["social-economic", "social-economic", "release"]


def test_bare_exhortation_stays_other() -> None:
    """*Act now* and *listen to us* ask for nothing in particular, whatever the text is about."""
    found = with_subject(
        (demand("raise the wages", "social-economic"), demand("act now", "other"), demand("listen to us", "other")),
        document(),
    )
    assert [d.topic for d in found] == ["social-economic", "other", "other"]


def test_text_of_many_subjects_has_none() -> None:
    """Where no topic has its share, and where nothing speaks for any, the topic stays open."""
    mixed = ["release", "sanctions", "elections", "security", "redress", "humanitarian", "equality"]
    assert subject_of(mixed, document("News of the week", "It rained.")) == "other"
    assert subject_of([], document("News of the week", "It rained.")) == "other"
    assert subject_of(["procedure", "procedure"], document("News of the week", "It rained.")) == "other"
    assert subject_of(["release"], document("News of the week", "It rained.")) == "release"
