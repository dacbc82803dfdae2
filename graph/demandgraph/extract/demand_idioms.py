"""Imperatives that ask nothing of anybody: turns of speech (*make no mistake*), calls for attention (*look, …*)."""

from __future__ import annotations

from demandgraph.extract.demand_grammar import Stretch

_IDIOMS = """
make   | no mistake, sure of that, of it what, yourself
take   | for example, for instance, the case, the example, a look, heart, care, it from, it or, into account
keep   | in mind, an eye, it up, going, calm and
tell   | me, us
give   | me a break, us a break, it up, or take
mark   | my words, your calendar, your calendars, these, the date
go     | ahead, back to, figure
have   | a, fun, no doubt, faith
look   | at, around, back, no further, here, out, forward
come   | on
sit    | down
hold   | on
hear   | me
bear   | with, in mind
get    | me, us, it, your, ready, in touch
call   | it, me
let    | me, us, alone
join   | us for, us at, us on, us in
save   | the date
stay   | tuned, connected, informed, safe
speak  | soon, of
pay    | the price
say    | hello, what
"""
IDIOMS = {
    verb.strip(): tuple(tuple(words.split()) for words in tails.split(","))
    for verb, tails in (line.split("|") for line in _IDIOMS.strip().splitlines())
}
"""What follows a verb in a turn of speech."""
FORBIDDEN_IN_VAIN = frozenset(
    """deserve know think want need worry miss forget hesitate understand mean care matter get bother kid expect fret
    panic mind blame have seem love like""".split()
)
"""Verbs that *don't* opens no demand with."""
MUSING = frozenset("consider remember imagine suppose".split())
"""Verbs that in running text invite the reader to think."""
_NAMING = "state institute house head chair host mark bill grant frank rob pat sue board chase will field"
NAMING = frozenset(_NAMING.split())
"""Base forms that open a name or a title before a capital (*State Senator*, *Institute of Arts*)."""


def asks_nobody(st: Stretch, k: int) -> bool:
    """Whether an imperative that begins at token ``k`` is a turn of speech, a muse or a name."""
    doc = st.doc
    words = [t.lower_ for t in doc[k : min(st.end, k + 5)]]
    follows = words[1] if len(words) > 1 else ""
    if words[0] in {"do", "don't", "never"}:
        rest = [w for w in words[1:] if w not in {"not", "n't", "n’t", "ever", "let"}]
        return bool(rest) and rest[0] in FORBIDDEN_IN_VAIN
    if follows in {",", "–", "—", "--"} and doc[k].lower_ != "please":
        return True  # look, we have done a lot
    if words[0] in NAMING and k + 1 < st.end and (doc[k + 1].text[:1].isupper() or follows == "of"):
        return True
    if words[0] in MUSING and st.block.kind == "paragraph" and doc[min(k + 1, st.end - 1)].tag_ != "VBG":
        return True
    return any(tuple(words[1 : 1 + len(tail)]) == tail for tail in IDIOMS.get(words[0], ()))
