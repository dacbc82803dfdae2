"""The subject of a document as the topic of demands whose own words say little."""

from __future__ import annotations

from demandgraph.extract.topic_subject import subject_shares, with_subject
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


def test_weak_word_gives_way_to_the_subject() -> None:
    """A word that only hints at a topic (*contacts*) loses to what the document is about; a plain action never does."""
    rest = tuple(
        demand(f"raise the wages of the {who}", "social-economic") for who in ("welders", "painters", "fitters")
    )
    found = with_subject(
        (*rest, demand("keep up the partnership", "diplomacy"), demand("lift the embargo", "sanctions")), document()
    )
    assert [d.topic for d in found[3:]] == ["social-economic", "sanctions"]
    alone = with_subject((demand("keep up the partnership", "diplomacy"),), document("News", "It rained."))
    assert alone[0].topic == "diplomacy"


def test_bare_exhortation_stays_other() -> None:
    """*Act now* and *listen to us* ask for nothing in particular, whatever the text is about."""
    found = with_subject(
        (demand("raise the wages", "social-economic"), demand("act now", "other"), demand("listen to us", "other")),
        document(),
    )
    assert [d.topic for d in found] == ["social-economic", "other", "other"]


def test_shares_of_a_document() -> None:
    """Topics share a document by its demands, title and opening; *other* and *procedure* are no subject."""
    plain = document("News of the week", "It rained.")
    assert subject_shares([], plain) == {}
    assert subject_shares(["procedure", "other"], plain) == {}
    assert subject_shares(["release", "release", "sanctions", "other"], plain) == {"release": 2 / 3, "sanctions": 1 / 3}
    assert max((shares := subject_shares(["release"], document())), key=lambda t: shares[t]) == "social-economic"


def test_text_without_a_subject_leaves_the_topic_open() -> None:
    """Where nothing speaks for any topic, and where many topics share the document, none is taken."""
    plain = document("News of the week", "It rained.")
    mixed = ["release", "sanctions", "elections", "security", "redress", "humanitarian", "equality"]
    rest = tuple(demand(f"ask {n}", topic) for n, topic in enumerate(mixed))
    assert with_subject((demand("show more ambition", "other"),), plain)[0].topic == "other"
    assert with_subject((*rest, demand("show more ambition", "other")), plain)[-1].topic == "other"
