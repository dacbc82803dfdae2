"""The figure of a history: well-formed, safe, and complete."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from demandgraph.store import Store
from demandgraph.tracing import trace
from demandgraph.tracing.figure import DARK, LIGHT, MOST_LANES, as_svg

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "release of bakers"


def test_it_says_everything_in_text(store: Store) -> None:
    history = trace(store, WORDS)
    root = ET.fromstring(as_svg(history))
    assert root.get("role") == "img" and root.get("aria-labelledby") == "title desc"
    titles = [t.text or "" for t in root.iter(f"{SVG}title")]
    assert titles[0] == "History of the demand: release all imprisoned bakers"
    desc = root.find(f"{SVG}desc")
    for step in history:
        assert any(step.quote in t and step.kind in t and step.document in t for t in titles)
        assert desc is not None and f"{step.date or 'undated'}, {step.kind}" in (desc.text or "")


def test_arrows_lead_to_what_follows(store: Store) -> None:
    history = trace(store, WORDS)
    followed = sum(len(set(s.follows)) for s in history)
    assert len(ET.fromstring(as_svg(history)).findall(f".//{SVG}path[@class='head']")) == followed == 5


def test_everything_is_inside(store: Store) -> None:
    root = ET.fromstring(as_svg(trace(store, WORDS)))
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for text in root.iter(f"{SVG}text"):
        assert 0 < float(text.get("x", 0)) + 5.5 * len(text.text or "") < width + 60
        assert 0 < float(text.get("y", 0)) < height


@pytest.mark.parametrize(
    "hostile",
    ["</text><script>alert(1)</script>", ']]> <![CDATA[ & "', "\x00\x1b\ud800\ufffe free", "\u202e gnp.x", "a" * 900],
)
def test_no_text_becomes_markup(hostile: str, make, tell) -> None:
    store = make([tell("a", "2031", ("league",), action=f"bakers {hostile}", title=hostile)])
    svg = as_svg(trace(store, "bakers"))
    root = ET.fromstring(svg.encode())
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "text",
        "g",
        "path",
        "circle",
    }
    assert "\u202e" not in svg and "href" not in svg.replace("&", "")


def test_many_issuers_share_the_last_lane(make, tell) -> None:
    from dataclasses import replace

    history = trace(make([tell("a", "2031", ("league",))]), "bakers")
    many = replace(history, steps=tuple(replace(history.steps[0], issuers=(f"Issuer {n}",)) for n in range(15)))
    lanes = set(re.findall(r'class="lane c(\d+)"', as_svg(many)))
    assert lanes == {str(n) for n in range(MOST_LANES)}
    assert len(LIGHT) == len(DARK) == MOST_LANES


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2.2."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    a, b = sorted((light(one), light(other)))
    return (b + 0.05) / (a + 0.05)


@pytest.mark.parametrize(("colours", "ground"), [(LIGHT, "#ffffff"), (DARK, "#14181d")])
def test_colours_can_be_read(colours: tuple[str, ...], ground: str) -> None:
    assert all(contrast(colour, ground) >= 4.5 for colour in colours)
