"""Distance that an author keeps from a name."""

import pytest

from demandgraph.extract.stance import stances
from demandgraph.model import Actor, Event, Phrase


def mention(text: str, name: str) -> Actor:
    begin = text.index(name)
    return Actor("a", name, "Organization", (), (Phrase(begin, begin + len(name), name),))


@pytest.mark.parametrize(
    ("text", "name", "stance"),
    [
        ("They met the so-called Harbour Parliament in June.", "Harbour Parliament", "so-called"),
        ("They met the self-proclaimed new Harbour Parliament.", "Harbour Parliament", "so-called"),
        ("They met the so - called Harbour Parliament in June.", "Harbour Parliament", "so-called"),
        ("They met the alleged Harbour Parliament in June.", "Harbour Parliament", "so-called"),
        ("The alleged spy met the Harbour Parliament.", "Harbour Parliament", None),
        ("The “Harbour Parliament” met again.", "Harbour Parliament", "scare-quotes"),
        ("The Harbour Parliament met again.", "Harbour Parliament", None),
        ("So-called experts spoke. The Harbour Parliament met.", "Harbour Parliament", None),
    ],
)
def test_names(text: str, name: str, stance: str | None) -> None:
    assert [s for _, s in stances(text, [mention(text, name)], [])] == ([stance] if stance else [])


def test_events() -> None:
    text = 'They boycott the so-called local "elections" in Orlen.'
    words = 'the so-called local "elections" in Orlen'
    begin = text.index(words)
    vote = Event("e", "Election", (Phrase(begin, begin + len(words), words),))
    assert [s for _, s in stances(text, [], [vote])] == ["so-called"]
