"""Cuts what is asked into single actions: one for each coordinated verb or action noun with objects of its own.

Decided on words and tags: the parser's coordination is right in short phrases only. *Investigate and prosecute the
perpetrators* is one action (the first verb has no object of its own), *release the prisoners and drop the charges* two;
*visas, scholarships and grants* are objects of one, *the release of prisoners and the restoration of rights* two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from demandgraph.extract.demand_grammar import QUOTES, infinitive, is_to, is_verb, skip
from demandgraph.extract.demand_words import ACTION_VERBS, ADVERBS, LIST_NOUNS
from demandgraph.extract.frames import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Cut = tuple[int, int]

# Nouns of action that stand alone; the suffixes below add the regular nominalisations.
ACTION_NOUNS = frozenset(
    """access action aid asylum ban ceasefire cease-fire truce change compliance control dialogue disarmament effort
    election embargo end engagement exchange extradition focus follow-up halt help implementation increase inquiry
    intervention investigation justice negotiation participation pressure probe progress reform relief repeal respect
    restraint retrial return review sanction support talk tribunal trial vigilance vote withdrawal freeze release rescue
    cooperation co-operation cut debate disclosure enforcement expulsion funding guarantee inspection lifting mechanism
    monitoring observance pardon amnesty peace permission poll preparation probe protest pullout purge quota rebuild recount
    redress reduction referendum referral rejection renewal repair reparation replacement report resettlement resignation
    response restoration resumption reversal revision rollback safeguard scrutiny settlement step strengthening
    suspension termination transfer transition transparency treatment unity upgrade verification visit waiver boycott
    briefing consultation coordination deployment designation destruction dismantling dismissal dissolution
    documentation elimination evacuation extension facilitation granting inclusion isolation legislation liberation
    limit measure meeting moratorium outreach oversight prevention prohibition promotion prosecution punishment
    ratification reconsideration recognition reconciliation rehabilitation compensation accountability adherence
    adoption abolition answer apology care clarification closure commitment cessation""".split()
)
SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "ification", "isation", "ization", "al", "ing", "ure", "ism")
NOT_ACTIONS = frozenset(
    """government parliament department commission delegation organisation organization association institution nation
    population federation administration corporation establishment union region generation foundation mission opposition
    coalition section million religion profession agreement document instrument constitution convention declaration
    resolution position condition situation question information environment moment element audience conference science
    violence evidence influence audience presence absence tribunal criminal journal official individual material rival
    capital hospital animal professional principal national general thing king ring building being spring evening morning
    communication television opinion version dimension tension pension occasion passion session race culture nature
    structure infrastructure literature future measure feature agriculture figure picture treasure pressure procedure
    committee parliament station location fashion cushion crime proportion portion obligation discrimination detention
    persecution repression aggression corruption oppression exploitation occupation invasion prison person reason season
    journalism racism terrorism extremism tourism activism mechanism organism capitalism assembly jurisdiction intelligence
    conscience sentence difference experience audience substance distance circumstance instance finance province
    ambulance allowance insurance importance significance relevance competence independence persistence innocence""".split()
)
# Nominalisations of transitive verbs: alone before "and" they wait for the next one's object
# (*thorough investigation and prosecution of the crimes*).
NEED_OBJECT = frozenset(
    """investigation prosecution promotion protection implementation elimination prevention dismantling strengthening
    monitoring documentation establishment creation removal destruction adoption development preparation identification
    enforcement ratification execution punishment respect observance collection dissemination facilitation design
    realization realisation fulfilment fulfillment planning deployment preservation advancement inquiry maintenance
    planning provision evaluation lifting repeal revocation granting""".split()
)


# Nominalisations that are complete by themselves.
STANDALONE = frozenset(
    """compensation rehabilitation reparation negotiation consultation action election sanction restitution
    reconciliation restoration cooperation accountability justice dialogue ceasefire amnesty release mediation
    liberation demilitarisation demilitarization de-escalation participation education protection legislation inspection
    investment disarmament reform treatment recognition inclusion integration resignation evacuation coordination
    intervention moderation transition ratification extradition cessation""".split()
)


FREED = frozenset("all the those them him her jailed detained imprisoned political every its their any".split())
"""Words behind *free* that make a verb of it."""


def is_action_noun(token: Token) -> bool:
    """Whether a noun names an action or its end, by list or by the suffix of a nominalisation."""
    lemma = token.lemma_.lower()
    if lemma in ACTION_NOUNS:
        return True
    if lemma in NOT_ACTIONS or (token.pos_ == "PROPN" and lemma[:1].isupper()):
        return False
    return len(lemma) > 6 and lemma.endswith(SUFFIXES) and token.tag_ in {"NN", "VBG", "NNS"}


def split(doc: Doc, start: int, end: int, kind: str) -> list[Cut]:
    """The single actions in ``start``–``end``: token spans in the order of the text, never empty."""
    if kind in {"infinitive", "imperative"}:
        cuts = _verbs(doc, start, end, {"VB", "VBP"})
    elif kind == "gerund":
        cuts = _verbs(doc, start, end, {"VBG"})
    elif kind == "finite":
        cuts = _verbs(doc, start, end, {"VB", "VBP", "VBZ"})
    elif kind == "clause":
        cuts = _clauses(doc, start, end)
    elif kind == "noun":
        cuts = _nouns(doc, start, end)
    else:
        cuts = [(start, end)]
    return cuts or [(start, end)]


def _after_joint(doc: Doc, k: int, end: int) -> tuple[int, bool]:
    """From a comma, semicolon or *and* at ``k``: the next content token, and whether the joint holds an *and* or ``;``."""
    firm = False
    while k < end and (
        doc[k].text in {",", ";"} or doc[k].lower_ in {"and", "also", "then", "&"} or doc[k].is_space
    ):
        firm = firm or doc[k].lower_ in {"and", "&"} or doc[k].text == ";"
        k += 1
    if k + 3 < end and doc[k].text == "(" and doc[k + 2].text == ")" and len(doc[k + 1].text) <= 4:
        k, firm = k + 3, True  # ; (ii) publish
    if k + 2 < end and doc[k].lower_ == "in" and doc[k + 1].lower_ in {"particular", "addition", "parallel"}:
        k = k + 2
    if k + 2 < end and doc[k].lower_ in {"where", "when", "if", "as"} and doc[k + 1].tag_ in {"JJ", "VBN"} and doc[k + 2].text == ",":
        k = k + 3  # , where necessary,
    return k, firm


def _verbs(doc: Doc, start: int, end: int, tags: set[str]) -> list[Cut]:
    """Cut coordinated verb phrases; a verb without an object of its own stays with the next one."""
    heads = [start]
    bounds = [start]
    embedded = ""
    depth = 0
    k = start + 1
    while k < end:
        token = doc[k]
        if token.text in QUOTES or token.text in {"(", ")"}:
            depth = 1 - depth if token.text in QUOTES else max(0, depth + (1 if token.text == "(" else -1))
        joint = token.text in {",", ";"} or token.lower_ in {"and", "&"}
        if joint and not depth:
            after, firm = _after_joint(doc, k, end)
            to = infinitive(doc, after, end) if tags & {"VB"} else None
            if to is not None and (firm or (token.text == "," and _more_to_come(doc, to, end))):
                heads.append(to)
                bounds.append(k)
                embedded = ""
                k = to
                continue
            verb = skip(doc, after, end)
            if to is None and verb < end and not is_to(doc[after]) and _is_head(doc, verb, end, tags):
                if doc[k - 1].tag_ in {"VB", "VBP"} and k - 1 > start and doc[k - 1].i not in {t.i for t in _verb_tokens(doc, heads, end)}:
                    k = max(after, k + 1)
                    continue  # steps to investigate, prosecute and punish: one object for all of them
                chain = _conj_of(doc[verb], {t.i for t in _verb_tokens(doc, heads, end)})
                known = doc[verb].lower_ in ACTION_VERBS or doc[verb].lower_ in VERBS or "VBG" in tags
                comma = token.text in {",", ";"}
                if chain or (known and _free(embedded, comma, doc[verb]) and (embedded or not _conj_inside(doc[verb], start))):
                    heads.append(after)
                    bounds.append(k)
                    embedded = ""
                    k = verb
                    continue
            for between in range(k, max(after, k + 1)):
                embedded = _embedding(doc, between, embedded)
            k = max(after, k + 1)
            continue
        embedded = _embedding(doc, k, embedded)
        k += 1
    cuts = [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True)]
    return _merge_bare(doc, cuts)


def _embedding(doc: Doc, k: int, now: str) -> str:
    """What kind of clause is open inside the action after token ``k``, to which a following verb may belong.

    ``measures``: an infinitive that says what measures; ``purpose``: one that says what for; ``clause``: a finite
    clause, ``modal`` if its verb stands under a modal (*that they can vote and stand*).
    """
    token = doc[k]
    if is_to(token) and k + 1 < len(doc) and doc[k + 1].tag_ in {"VB", "RB"}:
        before = doc[k - 1].lemma_.lower() if k else ""
        return "measures" if before in LIST_NOUNS | {"effort", "ability", "right", "initiative", "programme", "program"} else now or "purpose"
    if token.lower_ in {"that", "which", "who", "whether", "how"} and token.dep_ != "det":
        return "clause" if now != "measures" else now
    if now == "clause" and token.tag_ == "MD":
        return "modal"
    return now


def _free(embedded: str, comma: bool, verb: Token) -> bool:
    """Whether a verb behind a joint may stand beside the first one although a clause is open inside the action."""
    if embedded == "purpose":
        return comma
    if embedded == "clause":
        return comma and verb.tag_ == "VB"
    return not embedded


def _is_head(doc: Doc, i: int, end: int, tags: set[str]) -> bool:
    if "VBG" in tags:
        return doc[i].tag_ == "VBG" and doc[i].dep_ not in {"amod", "compound"}
    if "VBZ" in tags and doc[i].tag_ == "VBZ":
        return doc[i].dep_ == "conj"
    if doc[i].tag_ == "VBP" and doc[i].dep_ not in {"conj", "ROOT", "ccomp", "xcomp", "advcl", "dep"}:
        return False
    if i + 1 < end and doc[i + 1].lower_ in {"for", "of"} and doc[i].lower_ in {"respect", "support", "need", "call", "demand", "care", "concern"}:
        return False  # promote dialogue and respect for minorities
    if doc[i].lower_ == "free" and doc[i].tag_ == "JJ" and i + 1 < end and doc[i + 1].lower_ in FREED:
        return True
    return is_verb(doc, i, end) and doc[i].tag_ not in {"NNS", "NNPS"} and not (doc[i].pos_ in {"NOUN", "ADJ", "PROPN"} and doc[i].dep_ != "conj")


def _verb_tokens(doc: Doc, heads: list[int], end: int) -> list[Token]:
    return [doc[min(skip(doc, h, end), end - 1)] for h in heads]


def _conj_of(token: Token, heads: set[int]) -> bool:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
        if token.i in heads:
            return True
    return False


def _conj_inside(token: Token, start: int) -> bool:
    """Whether the parser coordinates a verb with one that stands deeper inside the action."""
    return token.dep_ == "conj" and token.head.i > start and token.head.pos_ in {"VERB", "AUX"} and token.head.dep_ in {
        "relcl", "acl", "pcomp",
    }  # fmt: skip


def _more_to_come(doc: Doc, k: int, end: int) -> bool:
    """Whether *, to V* is one of a list (*, to V, and to V*), not the purpose of what stands before it."""
    for i in range(k, end - 2):
        if doc[i].text in {",", ";"} or doc[i].lower_ == "and":
            after, firm = _after_joint(doc, i, end)
            if firm and infinitive(doc, after, end) is not None:
                return True
    return False


def _merge_bare(doc: Doc, cuts: list[Cut]) -> list[Cut]:
    """Join a verb that has no object of its own to its neighbour."""
    merged: list[Cut] = []
    pending: int | None = None
    for start, end in cuts:
        first = pending if pending is not None else start
        own = [
            t
            for t in doc[start:end]
            if t.is_alpha and t.lower_ not in ADVERBS and t.tag_ not in {"RB", "RP", "CC"} and not (is_to(t) and t.i == start)
        ]
        intransitive = own and own[0].lower_ in {"resign", "stop", "leave", "withdraw", "disarm", "act", "apologise", "apologize"}
        dangling = bool(own) and own[-1].pos_ == "ADP" and own[-1].lower_ not in {"up", "down", "out", "in", "back", "on", "off"}
        if ((len(own) <= 1 and not intransitive) or dangling or (own and own[-1].lower_ == "to")) and end != cuts[-1][1]:
            pending = first
            continue
        merged.append((first, end))
        pending = None
    if pending is not None:
        merged.append((pending, cuts[-1][1]))
    return merged


def _clauses(doc: Doc, start: int, end: int) -> list[Cut]:
    """Cut at *, and that*."""
    heads, bounds = [start], [start]
    for k in range(start + 1, end):
        if doc[k].lower_ in {",", ";", "and"}:
            after, firm = _after_joint(doc, k, end)
            if after < end and doc[after].lower_ == "that" and doc[after].tag_ in {"IN", "WDT", "DT"} and bounds[-1] < k and firm:
                heads.append(after + 1)
                bounds.append(k)
    return [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True) if b > h]


def _nouns(doc: Doc, start: int, end: int) -> list[Cut]:
    """Cut before each coordinated phrase whose head is a noun of action."""
    heads, bounds = [start], [start]
    depth = 0
    k = start + 1
    while k < end:
        token = doc[k]
        if token.text in {"(", ")"}:
            depth = max(0, depth + (1 if token.text == "(" else -1))
        if not depth and (token.text in {",", ";"} or token.lower_ in {"and", "&"} or _as_well_as(doc, k, end)):
            after, firm = _after_joint(doc, k, end)
            if _as_well_as(doc, after, end):
                after, firm = after + 3, True
            if after < end and doc[after].lower_ == "for" and firm:  # call for A and for B
                heads.append(after + 1)
                bounds.append(k)
                k = after + 1
                continue
            if firm and after + 2 < end and doc[after].lower_ == "that" and doc[after].tag_ in {"IN", "WDT"}:
                heads.append(after + 1)  # demands their release, and that the charges be dropped
                bounds.append(k)
                k = after + 1
                continue
            head = _nominal_head(doc, after, end)
            if head is not None and is_action_noun(head) and _own_phrase(doc, after, head, heads[-1], k):
                heads.append(after)
                bounds.append(k)
            k = max(after, k + 1)
            continue
        k += 1
    cuts = [(h, b) for h, b in zip(heads, [*bounds[1:], end], strict=True) if b > h]
    return _merge_bare_nouns(doc, cuts)


def _as_well_as(doc: Doc, k: int, end: int) -> bool:
    return k + 2 < end and doc[k].lower_ == "as" and doc[k + 1].lower_ == "well" and doc[k + 2].lower_ == "as"


def _nominal_head(doc: Doc, i: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at ``i``: the last noun before its first preposition or clause."""
    head = None
    for k in range(i, min(end, i + 12)):
        token = doc[k]
        if token.pos_ in {"NOUN", "PROPN"} or (token.tag_ == "VBG" and k + 1 < end and doc[k + 1].lower_ == "of"):
            head = token
        elif token.pos_ in {"DET", "ADJ", "PRON", "NUM", "ADV"} or (token.tag_ in {"VBN", "VBG", "POS"} and head is None):
            if head is not None and token.pos_ in {"DET", "PRON"}:
                break
            if token.pos_ == "PRON" and token.tag_ != "PRP$":
                break
        elif token.lower_ in {"and", ",", "or"} and k + 1 < end and doc[k + 1].pos_ == "ADJ" and head is None:
            continue  # immediate and unconditional release
        elif token.text in {"-", '"', "“"} or token.tag_ == "POS":
            continue
        else:
            break
    return head


def _own_phrase(doc: Doc, after: int, head: Token, current: int, joint: int) -> bool:
    """Whether a coordinated noun of action opens a phrase of its own rather than continuing a list of objects."""
    last = doc[joint - 1]
    if doc[after].lower_ in {"other", "similar", "related", "such"}:
        return False  # torture and other cruel treatment
    first = _nominal_head(doc, current, joint)
    if first is not None and first.i == joint - 1 and _needs_object(first) and head.i + 1 < len(doc):
        return False  # investigation and prosecution of …: shares its object
    if head.dep_ == "conj":
        over = head
        while over.dep_ == "conj":
            over = over.head
        if first is not None and over.i == first.i:
            return True
    marked = doc[after].pos_ in {"DET", "PRON"} or doc[after].pos_ == "ADJ" or (
        head.i + 1 < len(doc) and doc[head.i + 1].lower_ in {"of", "for", "to", "in", "on", "from", "with"}
    )
    deep = any(t.lower_ in {"including", "such", "between", "through", "by", "against"} for t in doc[current:joint])
    return marked and not deep and last.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "ADV", "PUNCT", "NUM", "VERB"}


def _needs_object(noun: Token) -> bool:
    """Whether a noun of action is incomplete without what it acts on."""
    lemma = noun.lemma_.lower()
    if lemma in STANDALONE:
        return False
    return lemma in NEED_OBJECT or lemma.endswith(("tion", "sion", "sis", "ment"))


def _merge_bare_nouns(doc: Doc, cuts: list[Cut]) -> list[Cut]:
    merged: list[Cut] = []
    pending: int | None = None
    for start, end in cuts:
        first = pending if pending is not None else start
        nouns = [t for t in doc[start:end] if t.pos_ in {"NOUN", "PROPN", "PRON"} or (t.tag_ == "VBG" and t.dep_ != "amod")]
        bare = not nouns or (len(nouns) == 1 and _needs_object(nouns[0]) and nouns[0].i == end - 1)
        if bare and end != cuts[-1][1]:
            pending = first
            continue
        merged.append((first, end))
        pending = None
    if pending is not None:
        merged.append((pending, cuts[-1][1]))
    return merged
