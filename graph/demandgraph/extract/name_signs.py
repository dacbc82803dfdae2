"""Gathers what the neighbours of a name say about its kind: titles, roles, verbs, articles, abbreviations in brackets."""

from __future__ import annotations

from demandgraph.extract.actor_words import DEEDS, PERSON_NOUNS, ROLE_MODIFIERS, ROLES, SAYING, TITLES
from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_lexicon import BODY_HEADS, CALENDAR, PLACES
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_reach import Reach
from demandgraph.extract.name_shapes import BRACKET, SCENE_NOUNS, SELF_TITLED, Name, initials_fit
from demandgraph.extract.name_words import singular, words

PERSONAL_DEEDS = words(
    """arrest assassinate behead congratulate deport detain execute handcuff imprison interrogate jail kidnap murder
    sentence torture convict abduct acquit poison extradite exonerate"""
)
"""What is done to persons only."""
PERSONAL_NOUNS = words(
    """arrest assassination detention imprisonment jailing sentencing torture murder kidnapping abduction interrogation
    poisoning extradition"""
)
BODY_NOUNS = words(
    """outlet broadcaster newspaper magazine website portal nonprofit charity watchdog firm company bank newsroom think-tank
    publisher daily weekly conglomerate startup manufacturer retailer"""
)
"""Common nouns that a body's name follows directly: *the news outlet **X***."""
COMPANY_NOUNS = words(
    """management executives board subsidiary subsidiaries shareholders ceo cfo subcontractor employees headquarters spokesperson
    spokeswoman spokesman"""
)
"""What only a body has, behind its name: ***X** management*, ***X**'s shareholders*."""
BODY_KINDS = BODY_NOUNS | words(
    """contractor subcontractor supplier corporation subsidiary association organisation organization ngo charity network union
    federation alliance coalition institute foundation agency group collective think-tank producer operator airline
    party movement militia church university museum bureau initiative platform"""
)
"""What a body is called in apposition: ***X**, a cleaning **contractor***."""
BODY_DEEDS = words(
    """agree refuse promise pledge announce launch sign deny cede concede outsource hire fire employ recruit invest merge
    publish reject apologise apologize sue lobby acquire negotiate demand claim warn vow pay fund own comply"""
)
"""What an unknown name that is no person's does if it is a body's."""
GOVERNING = words("government governments embassy republic kingdom parliament")
"""What only a state has."""


class Signs(Reach):
    """What speaks for each kind of a name."""

    def finish(self, name: Name) -> Name:
        """Gather what speaks for each kind, and the abbreviation in brackets behind the name."""
        line, s, e = self.line, name.start, name.end
        for label in line.ent[s:e]:
            if label and name.votes.get(label, 0) < 2:  # a long name is one witness, not many
                name.votes[label] = name.votes.get(label, 0) + 1
        before = self.low[s - 1] if s else ""
        if self.initialled(s, e) and singular(before) in ROLES and before not in TITLES:
            name.votes["ORG"] = name.votes.get("ORG", 0) + 2  # *member **NDU***, *delegate **NDU***
            name.votes["called"] = 1
        elif (
            before in TITLES
            or singular(before) in ROLES
            or (before in PERSON_NOUNS and singular(before) == before and before not in BODY_HEADS | BODY_NOUNS)
        ) or (
            s > 1
            and (
                (before == "named" and singular(self.low[s - 2]) in PERSON_NOUNS)
                or self.low[s - 2 : s] == ["identified", "as"]
            )
        ):
            name.title = True
        elif before in BODY_NOUNS:
            name.votes["ORG"] = name.votes.get("ORG", 0) + 2
            name.votes["called"] = 1
        if before == "the":
            name.votes["the"] = 1
            if e - s == 1 and not self.text[s].isupper() and self.many(s):
                name.votes["people"] = 1
        elif before in {"in", "near", "outside", "across", "throughout", "inside"}:
            name.votes["in"] = 1
        elif before == "of" and s > 1 and (singular(self.low[s - 2]) in PLACES or self.low[s - 2] in SCENE_NOUNS):
            name.votes["in"] = 2
        if e < self.n and self.low[e] in {
            "region",
            "regions",
            "province",
            "oblast",
            "district",
            "peninsula",
            "city",
            "area",
        }:
            name.votes["in"] = 2
        if name.kind == "?":
            if self.aged(e):
                name.title = True
            if self.governed(s, e):
                name.votes["state"] = 1
            if is_given(self.text[s]) and e - s > 1:
                name.votes["given"] = 1
            self.role_behind(name, e)
            self.body_behind(name, s, e)
            if (
                self.sure
                and not self.bodies_sign
                and 2 <= e - s <= 3
                and not any(w.isupper() for w in self.text[s:e])
                and not self.headed(s, e)
            ):
                name.votes["given"] = 1
            if 2 <= e - s <= 4 and before != "the" and not self.headed(s, e) and self.speaks(s, e):
                name.votes["role"] = 1
            if 2 <= e - s <= 4 and before != "the" and not self.headed(s, e) and self.undergoes(s, e):
                name.votes["undergoes"] = 1
            if (e - s == 1 or "-" in self.text[s:e]) and line.dep[e - 1] in {"compound", "amod", "nmod"}:
                name.votes["deed" if line.lemma[line.head[e - 1]] in DEEDS else "mod"] = 1
            if (
                before == "by"
                and s > 1
                and self.low[s - 2] in {"headed", "led", "chaired", "founded", "written", "authored"}
            ):
                name.votes["led"] = 1
        name.abbreviation = self.abbreviation(s, e)
        return name

    def initialled(self, s: int, e: int) -> bool:
        """Whether a name is one word in capitals in a line that is not all capitals, and no known given name."""
        word = self.text[s]
        return e - s == 1 and len(word) > 2 and word.isupper() and self.line.casing != "upper" and not is_given(word)

    def many(self, i: int) -> bool:
        """Whether a word is the subject of a plural verb: *the **Vellani** have fled*."""
        line, verb = self.line, self.line.head[i]
        if line.dep[i] not in {"nsubj", "nsubjpass"} or any(line.dep[c] == "conj" for c in line.children(i)):
            return False
        signs = [verb, *(c for c in line.children(verb) if line.dep[c] in {"aux", "auxpass"})]
        return any(line.low[k] in {"are", "were", "have"} or line.tag[k] == "VBP" for k in signs if k > i)

    def aged(self, e: int) -> bool:
        """Whether a number behind a name is an age: *Ann Lee, **34,** was*, *Ann Lee (**34**)*."""
        if (
            e + 2 >= self.n
            or self.low[e - 1] in CALENDAR
            or not self.text[e + 1].isdigit()
            or len(self.text[e + 1]) > 2
        ):
            return False
        age, behind = int(self.text[e + 1]), self.text[e + 2]
        return (self.text[e] == "," and age > 4 and behind in {",", ".", ";"}) or (
            self.text[e] == "(" and behind == ")" and age > 11 and self.line.ent[e - 1] in {"PERSON", "ORG", ""}
        )

    def body_behind(self, name: Name, s: int, e: int) -> None:
        """Note what shows a name to be a body's: *X, a cleaning **contractor***, ***X** management*, *X **agreed** to …*."""
        line, k = self.line, e
        if k < self.n and self.low[k] in {"'s", "'"}:
            k += 1
        if k < self.n and self.low[k] in COMPANY_NOUNS:
            name.votes["corporate"] = 1
        if line.dep[e - 1] == "nsubj" and line.lemma[line.head[e - 1]] in BODY_DEEDS:
            name.votes["acts"] = 1
        if (
            e + 2 < self.n
            and self.text[e] == ","
            and (self.low[e + 1] in {"a", "an", "the"} or line.pos[e + 1] == "ADJ")
        ):
            head = e + 2
            while head < self.n and head - e < 8 and line.pos[head] in {"ADJ", "NOUN", "PROPN", "PART"}:
                head += 1
            if self.low[head - 1] in BODY_KINDS:
                name.votes["corporate"] = 1

    def governed(self, s: int, e: int) -> bool:
        """Whether a name has a government: *Government of **X***, ***X**'s parliament*, *President of **X***."""
        low = self.low
        if e - s > 3 or self.headed(s, e):
            return False
        of = s - 1 - (s > 0 and low[s - 1] == "the")
        if of > 0 and low[of] == "of" and low[of - 1] in GOVERNING:
            return True
        return e + 1 < self.n and low[e] in {"'s", "'"} and any(w in GOVERNING for w in low[e + 1 : e + 3])

    def abbreviation(self, s: int, e: int) -> str | None:
        """The abbreviation in brackets behind a name, if the name can have it."""
        if e >= self.n or (self.text[e] != "(" and self.text[e] not in {'"', "'", "”"}):
            return None
        at = self.line.doc[e - 1].idx + len(self.text[e - 1])
        match = BRACKET.match(self.line.doc.text, at)
        if match is None and self.text[e] in {'"', "'", "”"}:
            match = BRACKET.match(self.line.doc.text, at + 1)
        if not match:
            return None
        if initials_fit(match["abbr"], self.line.words(s, e)):
            return match["abbr"]
        # *Divers' League Without Fear (DSM)*: the letters of the name in the body's own language
        short, initials = match["abbr"], {w[0] for w in self.text[s:e] if w[0].isupper()}
        foreign = e - s > 1 and self.headed(s, e) and short.isalpha() and short.isupper() and 3 <= len(short) <= 7
        akin = short[0] == self.text[s][0] or len(initials & set(short)) > 1
        return short if foreign and akin and self.find(short) is None else None

    def speaks(self, s: int, e: int) -> bool:
        """Whether a name is the subject of a verb of saying, or stands behind *by*."""
        line = self.line
        for i in range(s, e):
            if line.dep[i] == "nsubj" and line.lemma[line.head[i]] in SAYING:
                return True
            if line.dep[i] == "pobj" and line.low[line.head[i]] == "by" and line.dep[line.head[i]] == "agent":
                return True
        return False

    def undergoes(self, s: int, e: int) -> bool:
        """Whether a name undergoes what only persons undergo: *sentenced X*, *the arrest of X*."""
        line = self.line
        for i in range(s, e):
            above = line.head[i]
            if line.dep[i] in {"dobj", "nsubjpass"} and line.lemma[above] in PERSONAL_DEEDS:
                return True
            if line.dep[i] == "pobj" and line.low[above] == "of" and line.lemma[line.head[above]] in PERSONAL_NOUNS:
                return True
        return False

    def role_behind(self, name: Name, e: int) -> None:
        """Note a role that follows a name (*X, the chairman*) and a regime that is called by it (*the X regime*)."""
        k = e
        if k < self.n and self.low[k] in {"'s", "'"}:
            k += 1
        if k < self.n and self.low[k] in {"regime", "dictatorship"}:
            name.votes["led"] = 1
        if k < self.n and self.text[k] in {",", "("}:
            k += 1
        while k < self.n and (self.low[k] in {"the", "a", "an"} or self.low[k] in ROLE_MODIFIERS) and k - e < 6:
            k += 1
        if (
            k < self.n
            and (e < k or self.text[k][0].isupper())
            and self.low[k] in ROLES
            and self.low[k] == singular(self.low[k])
        ):
            name.votes["role"] = 1

    def expansions(self, line: Line) -> dict[int, int]:
        """Stretches that an abbreviation in brackets behind them spells out: *Our Sea Is Not Yours (OSINY)*."""
        found: dict[int, int] = {}
        starts = {t.idx: i for i, t in enumerate(line.doc)}
        for m in BRACKET.finditer(line.doc.text):
            letters = [c.lower() for c in m["abbr"] if c.isalpha()]
            end = next(
                (starts[k] for k in range(m.start(), m.start() + 3) if k in starts and line.text[starts[k]] == "("), 0
            )
            while end > line.first and not line.text[end - 1][0].isalnum():
                end -= 1
            i, want = end - 1, len(letters) - 1
            while i >= line.first and want >= 0 and end - i <= 12 and line.text[i][0].isalpha():
                if line.low[i][0] == letters[want] and not (line.text[i].islower() and letters[want] != line.low[i][0]):
                    want -= 1
                    if want < 0:
                        break
                elif line.text[i][0].isupper():
                    break
                i -= 1
            if want < 0 and end - i >= 3 and line.text[i][0].isupper():
                small = sum(w.islower() for w in line.text[i:end])
                if small <= (end - i) / 2 and not any(
                    self.hits.get(k) and self.hits[k].end > end for k in range(i, end)
                ):
                    found[i] = end
        return found

    def dateline(self) -> int:
        """The token behind the place in capitals that opens a news report: *PORT AMBER, May 4 – The council met*."""
        end = self.line.first
        while end < min(self.n, 4) and self.text[end].isupper() and len(self.text[end]) > 2:
            end += 1
        follows = self.text[end : end + 1] in ([","], ["("], ["–"], ["—"], ["-"])
        dash = any(w in {"-", "–", "—", "--"} for w in self.text[end : end + 10])
        return end if end > self.line.first and follows and dash and self.line.kind == "paragraph" else 0

    def window(self) -> tuple[int, int] | None:
        """In a title in capitals, the words that say who speaks: *Statement by **Minister X Y** on Trade*."""
        match = SELF_TITLED.search(self.line.source)
        if not match:
            return None
        start = next((i for i in range(self.n) if self.line.doc[i].idx >= match.end()), self.n)
        end = start
        while end < self.n and self.low[end] not in {
            "on",
            "regarding",
            "about",
            "to",
            "at",
            "following",
            "concerning",
            "in",
            "after",
            "as",
            "with",
            ":",
        }:
            end += 1
        return (start, end) if end > start else None
