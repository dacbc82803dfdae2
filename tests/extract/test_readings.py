"""The quick readings of tokens say what spaCy's own properties say, and quick tests let no word pass by."""

from __future__ import annotations

import pytest

from demandgraph.extract.event_words import may_trigger
from demandgraph.extract.readings import bare, readings_of, strings_of
from demandgraph.extract.topic_patterns import openings, openings_in


def test_strings_are_read_again_for_another_pipeline() -> None:
    from spacy.strings import StringStore

    first, second = StringStore(["Norland"]), StringStore(["Norland", "Sudland"])
    assert strings_of([first["Norland"]], first) == ["Norland"]
    assert strings_of([second["Sudland"]], second) == ["Sudland"]
    assert readings_of(second).string.strings is second


@pytest.mark.parametrize(
    ("word", "name"), [("Senate--", "Senate"), ("Child,8", "Child"), ("F16", "F16"), ("U.S.", "U.S.")]
)
def test_dashes_and_footnote_numbers_are_no_part_of_a_name(word: str, name: str) -> None:
    assert bare(word) == name


@pytest.mark.parametrize(
    ("low", "lemma"), [("waging", "wag"), ("waged", "wag"), ("summits", "summits"), ("according", "accord")]
)
def test_words_that_the_lemmatizer_cuts_wrongly_may_trigger(low: str, lemma: str) -> None:
    assert may_trigger(low, lemma)
    assert not may_trigger("xyzzy", "xyzzy")


def test_a_pattern_is_tried_at_the_words_that_it_can_match() -> None:
    starts = openings(["(releas*/free) _", "labo?r", "organi[sz]e*"])
    assert starts == {"relea", "free", "la", "organ"}
    for word, fits in (("releasing", True), ("labr", True), ("organised", True), ("relay", False), ("freight", False)):
        assert bool(starts & {opening for _, opening in openings_in(word)}) is fits, word
