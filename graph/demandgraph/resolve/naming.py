"""What a name is worth: whether it tells by itself who is meant, and what two spellings of it have in common."""

from __future__ import annotations

import re

from demandgraph.iris import slug
from demandgraph.model import Actor
from demandgraph.resolve.likeness import words_in

HONORIFICS = words_in("mr mrs ms miss dr prof professor sir dame hon honourable excellency")
ARTICLES = words_in("the a an his her its their our all")

# Names made of these words alone (*Supreme Court*, *Ministry of Foreign Affairs*) exist in every state.
OFFICE_WORDS = words_in(
    """
    academy administration administrative advisory affairs agency agriculture ambassador and appeal appeals archives
    armed army assembly association attorney authorities authority bank bar board border budget bureau cabinet central
    chamber chancellor chief city civil commerce commission commissioner committee communications community congress
    constitution constitutional coordination council country court courts criminal culture customs defence defense
    delegation department deputies deputy detention development diet directorate district division economic economy
    education election elections electoral embassy emergency employment energy environment equality executive faculty
    federal federation finance for force forces foreign forum general government governor guard health high home house
    housing human immigration in independent industry information institute integrity intelligence interim interior
    internal international investigation investigative justice labor labour law lawyers leadership legislative
    legislature local lower main management media military minister ministers ministry mission national nationality of
    office officer ombudsman ombudsperson on opposition parliament parliamentary party penitentiary people peoples
    permanent planning police policy political president presidential press prime prison prisons procurator
    prosecution prosecutor prosecutors protection provincial public radio region regional regime register registration
    registry representative representatives republic review rights royal school science secretariat secretary security
    senate service services social society special speaker spokesperson sport state statistics student students
    supreme task taxation team technology television the to tourism trade transport treasury tribunal union university
    upper welfare women work youth
    """
)
DISTINCT = 5
"""Letters from which on an abbreviation hardly stands for two bodies."""
# Collectives that are the same whoever speaks of them.
UNIVERSAL = frozenset(
    ("international-community", "states", "countries", "governments", "humanity", "all-states", "all-countries")
)


def name_key(name: str, kind: str) -> str:
    """What all spellings of a name share: no article, honorific, accent, case or punctuation.

    >>> name_key("the Comité d’Action", "Organization"), name_key("Dr. Ada Wren", "Person")
    ('comite-d-action', 'ada-wren')
    """
    words = slug(re.sub(r"['’]s\b", "", name), 200).split("-")
    drop = HONORIFICS if kind == "Person" else ARTICLES
    while len(words) > 1 and words[0] in drop:
        words = words[1:]
    return "-".join(words)


def is_abbreviation(name: str) -> bool:
    """Whether a name is letters that stand for words: ``NAM``, ``U.N.``, ``OHCHR``.

    >>> is_abbreviation("NAM"), is_abbreviation("Nam"), is_abbreviation("G7")
    (True, False, True)
    """
    plain = name.replace(".", "")
    return (
        bool(re.fullmatch(r"[A-Z][A-Za-z0-9&/-]{1,9}", plain)) and sum(c.isupper() or c.isdigit() for c in plain) >= 2
    )


def introduces(text: str, actor: Actor, abbreviation: str) -> bool:
    """Whether a text says that an abbreviation stands for an actor: in brackets behind one of its names."""
    if abbreviation not in text:
        return False
    forms = [f for f in (actor.name, *actor.aliases) if len(f) > len(abbreviation)]
    bracket = r"\s*[\(\[]\s*(?:the\s+|hereinafter\s+)*[\"'“‘]?" + re.escape(abbreviation) + r"[\"'”’]?\s*[\)\];,]"
    return any(re.search(re.escape(form) + bracket, text) for form in forms)


def tells_who(actor: Actor, text: str) -> bool:
    """Whether an actor's name means the same one in every document.

    A given name with a family name does, a single one does not; a name with a word that is not the name of some office
    does; a collective does if it is written with a capital or is universal; short abbreviations do not.
    """
    key = name_key(actor.name, actor.type)
    if actor.type == "Country":
        return True
    if actor.type == "Person":
        return len(key.split("-")) > 1
    if actor.type == "Group":
        return key in UNIVERSAL or has_name_within(actor, text)
    return not (is_abbreviation(actor.name) and len(actor.name) < DISTINCT) and not set(key.split("-")) <= OFFICE_WORDS


def has_name_within(actor: Actor, text: str) -> bool:
    """Whether a collective is written with a capital where that is not because a sentence begins (*Merovians*)."""
    first, *others = re.sub(r"^(?:[Tt]he|[Aa]ll)\s+", "", actor.name).split()
    if any(word[:1].isupper() for word in others):
        return True
    inside = (m.begin + m.text.index(first) for m in actor.mentions if first in m.text)
    return first[:1].isupper() and any(text[:at].rstrip()[-1:].isalpha() for at in inside)
