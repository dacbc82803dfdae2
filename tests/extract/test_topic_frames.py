"""Word classes and frames of topics: their tables, single frames, and the accuracy on actions of our own invention."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from demandgraph.extract.topic_frames import NAME, classes_in, frame_scores, frames, words
from demandgraph.extract.topics import topic_of
from demandgraph.model import TOPICS

ACTIONS = Path(__file__).with_name("topic_actions.tsv")


def actions(half: int) -> list[tuple[str, str]]:
    """The invented actions with their topics: 0 those that the lexicon was developed on, 1 those kept back."""
    seen: Counter[str] = Counter()
    rows = []
    for line in ACTIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            topic, action = line.split("\t")
            if seen[topic] % 2 == half:
                rows.append((topic, action))
            seen[topic] += 1
    return rows


@pytest.mark.parametrize(("half", "least"), [(0, 0.95), (1, 0.86)], ids=["developed", "kept back"])
def test_accuracy_on_invented_actions(half: int, least: float) -> None:
    """Every topic occurs, and at least this share of the actions gets the topic that an analyst gives it."""
    rows = actions(half)
    assert {topic for topic, _ in rows} == set(TOPICS)
    wrong = [(topic, topic_of(action), action) for topic, action in rows if topic_of(action) != topic]
    assert 1 - len(wrong) / len(rows) >= least, wrong


@pytest.mark.parametrize(
    ("action", "topic"),
    [
        ("free the jailed painters", "release"),
        ("hospitalise the jailed painters", "treatment"),
        ("stop the beatings", "end-violations"),
        ("stop the bombardment", "security"),
        ("document the beatings", "documentation"),
        ("punish the beatings", "accountability"),
        ("cancel the visas of the generals", "sanctions"),
        ("simplify visas for painters", "protection-abroad"),
        ("criminalise trafficking", "law-reform"),
        ("combat trafficking", "end-violations"),
        ("reinstate the dismissed bakers", "redress"),
    ],
)
def test_verb_and_noun_together_make_the_topic(action: str, topic: str) -> None:
    """The same noun under another verb is another topic."""
    scores = {t: sum(found) for t, found in frame_scores(action).items()}
    assert max(scores, key=lambda t: scores[t]) == topic
    assert topic_of(action) == topic


def test_longest_entry_wins_and_stems_end_within_a_word() -> None:
    """*fair trial* is one entry; a stem reaches to the end of its word only."""
    assert [n.kind.name for n in classes_in("a fair trial")[1]] == ["care"]
    assert classes_in("the stationery")[1] == []
    assert classes_in("free Tomas Veld")[1][0].kind == NAME


def test_noun_far_behind_its_verb_is_not_its_object() -> None:
    """A frame holds over a few words only."""
    far = "stop at last and after so many long winters of waiting in vain for the bombardment"
    assert "security" in frame_scores("stop the bombardment")
    assert max(frame_scores(far)["security"]) < max(frame_scores("stop the bombardment")["security"])


def test_tables_are_consistent() -> None:
    """Frames join classes that exist, and topics are those of the closed list."""
    classes = {part: {c.name for c in table.values()} for part, table in words().items()}
    for (verb, noun), topic in frames().items():
        assert verb in classes["verb"]
        assert noun in classes["noun"] | {NAME.name}
        assert topic in TOPICS
    assert {c.topic for table in words().values() for c in table.values()} <= {*TOPICS, None}
