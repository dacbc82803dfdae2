"""Notes the states and bodies of a review as actors, a state under one name however it is printed."""

from __future__ import annotations

import re

from demandgraph.extract.cast import Cast
from demandgraph.model import Phrase

# Heads of names that are bodies rather than states.
BODIES = re.compile(
    r"\b(?:Committee|Commission|Council|Union|Organi[sz]ation|Office|Agency|Group|Fund|Board|Bank|Rapporteurs?|Assembly|Court"
    r"|Forum|Ombudsman|Secretariat|Parliament)\b"
)


def note_actor(cast: Cast, text: str, begin: int, end: int, name: str) -> str:
    """Note the state or body that the words between two offsets name; returns its id.

    Parameters
    ----------
    text : the document's text
    name : the name as it is to be listed, on one line and in natural order
    """
    phrase = Phrase(begin, end, text[begin:end])
    known = cast.authority.find(name)
    if known is None or known.type != "Country":
        return cast.note(phrase, name, "Institution" if BODIES.search(name) else "Country")
    state = cast.country(known)
    if name != state.name and name not in state.aliases:
        state.aliases.append(name)
    return cast.note(phrase, state.name, "Country")
