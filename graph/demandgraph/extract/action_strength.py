"""How much a demand asks for, on the five steps by which recommendations of the Universal Periodic Review are classified.

Source: E. R. McMahon, *The Universal Periodic Review: A Work in Progress* (Friedrich-Ebert-Stiftung, 2012), whose
categories the database of UPR Info uses; each step is known by the verbs that open the recommendation.
"""

from __future__ import annotations

import re

# Step, the words that open an action of it (base forms and action nouns), an example.
STEPS: tuple[tuple[int, str, str], ...] = (
    (1, "call seek share request invite ask appeal", "seek technical assistance"),
    (2, "continue continuation maintain maintenance persevere persist pursue pursuit keep sustain carry-on remain", "continue the reform of the police"),
    (
        3,
        """analyse analyze consider consideration envisage envision explore exploration reflect reflection revise revision
        review reconsider study examine examination contemplate assess evaluate""",
        "consider ratifying the Protocol",
    ),
    (
        4,
        """accelerate address encourage encouragement engage engagement ensure guarantee intensify intensification promote
        promotion speed strengthen take step enhance improve improvement increase expand expansion combat fight
        reinforce redouble support protect protection respect facilitate cooperate cooperation work strive expedite
        advance tackle prevent prevention foster raise make uphold safeguard broaden deepen assist help reduce
        contribute counter""",
        "strengthen the protection of witnesses",
    ),
    (
        5,
        """abolish abolition accede accession adopt adoption allow amend amendment annul appoint apply ban bring cancel
        cease cessation charge close compensate compensation conduct convene create creation criminalise criminalize
        decriminalise decriminalize declare define deploy develop disband dismantle dismiss draft drop elaborate
        eliminate elimination enact end enforce establish establishment evacuate expel extend extradite free freedom
        freeze fund grant halt hold impose imposition implement implementation incorporate initiate introduce
        investigate investigation issue join launch legislate lift open pardon pass pay permit postpone present
        prohibit prohibition prosecute prosecution provide publish quash ratify ratification re-establish recognise
        recognize recall refer release remove removal repeal replace resign restore restoration return revoke sanction
        set sign signature stop submit summon suspend suspension transfer undertake unblock veto vote withdraw
        withdrawal withhold""",
        "ratify the Protocol",
    ),
)  # fmt: skip
STEP_OF = {word: step for step, words, _ in STEPS for word in words.split()}
# *take* and *set* alone say little: what is taken or set tells.
TAKE = re.compile(r"take\s+(?:\w+\s+){0,3}?(?:into\s+account|note|heed)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEADING = 6
"""Words at the beginning of an action in which its verb or action noun must stand."""


def strength_of(action: str) -> int | None:
    """The step of an action, 1 (minimal) to 5 (specific); ``None`` where its opening words tell nothing.

    >>> strength_of("Consider ratifying the Protocol"), strength_of("the immediate release of all detainees")
    (3, 5)
    """
    if TAKE.match(action):
        return 3
    for word in [w.lower() for w in WORD.findall(action)[:LEADING]]:
        for form in forms(word):
            if form in STEP_OF:
                return STEP_OF[form]
        if word in {"that", "of", "for", "who", "which"}:
            break
    return None


def forms(word: str) -> tuple[str, ...]:
    """A word and the base forms that it may be a gerund, participle or third person of."""
    found = [word]
    for ending, instead in (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("ies", "y"), ("s", ""), ("ied", "y")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            found.append(word[: -len(ending)] + instead)
    if word.endswith(("ting", "ning", "ping")) and len(word) > 6:
        found.append(word[:-4])  # stopping, banning
    return tuple(found)
