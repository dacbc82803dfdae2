"""Tells page furniture from text: navigation, counters, captions, credits, contact lines, running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from demandgraph.dates import find_dates
from demandgraph.language.lines import Line
from demandgraph.language.markers import read_marker
from demandgraph.language.words import phrases

# Whole lines of web pages, printed heads and mail templates; compared in lower case, without punctuation at the ends.
WHOLE = phrases(
    """top of page | bottom of page | back to top | top | skip to content | skip to main content | skip to navigation
    home | menu | search | close | open menu | toggle navigation | next | previous | prev | next post
    previous post | older posts | newer posts | read more | read on | continue reading | learn more | see more
    show more | load more | view all | see all | share | share this | share this post | share this page
    share this article | share on facebook | share on twitter | share on x | share on linkedin | tweet | retweet
    like | pin | email | e-mail | email this | print | print this page | print page | print article | download
    download pdf | pdf | english pdf | view pdf | comments | comment | add a comment | leave a comment
    write a comment | leave a reply | reply | log in | login | sign in | sign up | log in / sign up | register
    subscribe | subscribe now | newsletter | follow us | follow | contact | contact us | about | about us | donate
    donate now | support us | facebook | twitter | linkedin | instagram | youtube | telegram | whatsapp | copy link
    advertisement | sponsored | related | related posts | related articles | related content | related news
    recent posts | recent news | latest news | most read | most popular | trending | tags | categories | archive
    archives | privacy policy | terms of use | terms and conditions | cookie policy | accept | accept all
    accept cookies | all rights reserved | sitemap | news | press room | press corner | more news | loading
    legal notice | accessibility | imprint | disclaimer | index | full text | texts adopted | texts tabled | debates
    votes | select a document | document stages in plenary | world | politics | opinion | photo | image | video
    audio | gallery | caption | credit | ends | end | more | table of contents | contents | check against delivery
    note to editors | notes to editors | notes for editors | distr general | original english | english
    english only | embargoed | unofficial translation"""
)
PHONE = r"\+?\(?\d[\d\s().\-–/]{6,}\d"
URL = (
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|eu|gov|edu|info|io|co\.uk|gov\.[a-z]{2})(?:/\S*)?"
)
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
SYMBOL = r"(?:[A-Z]{1,6}(?:/[A-Z0-9.\-]+){1,6})"
LINES = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "counter",
            r"(?:\d[\d,.]*[km]?|no) (?:views?|comments?|likes?|shares?|reads?|replies|retweets?|min(?:ute)?s?(?: "
            r"read)?)$",
        ),
        ("counter", r"(?:comments?|replies|views|likes|shares)\s*[(:]?\s*\d+\)?$"),
        ("download", r"(?:pdf|word|docx?|html|xml|epub)\s*\(?\d+\s?[km]b?\b.{0,40}$"),
        (
            "byline",
            r"(?-i:(?:By|BY) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:(?:, | and |, and )[A-Z][\w.’'-]+(?: "
            r"[A-Z][\w.’'-]+){1,3}){0,5})$",
        ),
        ("page", r"(?:page|p\.|pg\.?|seite)\s*\d+(?:\s*(?:of|/|\|)\s*\d+)?$"),
        ("page", r"[-–—\[(|]*\s*\d{1,4}\s*[-–—\])|]*$"),
        ("page", r"\d{1,4}\s*/\s*\d{1,4}$"),
        ("rule", r"[\W_]+$"),
        ("rule", r"[-–—#*]*\s*(?:30|ends?|###)\s*[-–—#*]*$"),
        ("symbol", rf"{SYMBOL}(?:\s+{SYMBOL}){{0,3}}(?:\s+\d+)?$"),
        ("symbol", r"(?-i:(?=\S*[_/(])(?:(?=\S*\d)(?=\S*[A-Z])[A-Z0-9_/().:-]{4,40}(?:\s+|$)){1,4})$"),
        ("symbol", r"(?:distr|original)\s*[.:]+\s*(?:general|limited|english|restricted).{0,40}$"),
        ("symbol", r"(?:GE\.?\s?)?\d{2}-\d{5}(?:\s?\(?[A-Z]\)?)?(?:\s+\d{4,6})*(?:\s+\d+/\d+)?$"),
        ("contact", rf"(?:{MAIL}|{URL}|{PHONE})(?:[\s,;|/]+(?:{MAIL}|{URL}|{PHONE}))*$"),
        (
            "contact",
            r"(?:e-?mail|tel(?:ephone)?|phone|mobile|mob|cell|fax|web(?:site)?|url|twitter|skype|whatsapp|t|f|m|e"
            r"|w)\s*[.:]\s*\S.{0,80}$",
        ),
        (
            "contact",
            r"(?:(?:for )?(?:further|more|additional) (?:information|details|inquiries|enquiries|info)"
            r"|(?:media|press) (?:contacts?|enquiries|inquiries|queries)"
            r"|for (?:media|press) (?:enquiries|inquiries|queries|contact)|contacts?(?: persons?| information"
            r"| details)?)\b\s*[,:–—-]?(?:\s*(?:please\s*)?[-–]?\s*(?:contact|call|visit|see)\b.{0,160}"
            r"|\s*:.{0,160}|\s+.{0,60}\d{3}.{0,60})?$",
        ),
        ("contact", r"(?:follow|like|find|join|visit|connect with) (?:us|me) (?:on|at|in) .{1,80}$"),
        (
            "credit",
            r"(?:photos?|images?|pictures?|photographs?|foto|graphic|illustration|video|credits?)(?: credits?| "
            r"courtesy| source)?\s*(?:[:©/]|by\b|courtesy\b|attached by\b|[-–—] ?http).{0,160}$",
        ),
        (
            "credit",
            r".{1,300}\b(?:photo|image|picture|photograph|credit)s?\s*(?:by|credit|courtesy(?: "
            r"of)?)?\s*[:©]\s*[^.]{2,80}\.?$",
        ),
        (
            "credit",
            r".{1,300}(?:/|via|\()\s*(?:getty images|afp|reuters|associated press|ap photo|epa|shutterstock"
            r"|wikimedia commons)[^.]{0,40}$",
        ),
        ("rights", r"(?:©|\(c\)\s*(?:19|20)\d\d|copyright\b).{0,160}$"),
        ("rights", r".{0,80}\ball rights reserved\b.{0,40}$"),
        ("rights", r"(?:re)?(?:posted|published|printed) (?:from|with permission)\b.{0,200}https?://\S+$"),
        (
            "link",
            r"(?:read|see|watch|listen|view|click|find out|learn|download|more)\b.{0,100}(?:https?://"
            r"|www\.)\S+\s*$",
        ),
        (
            "link",
            r"(?:read|see|watch|view|click|download)\b.{0,20}\b(?:full|list of signator|here|below|more|original"
            r"|pdf)[^.!?]{0,60}$",
        ),
        ("link", r"(?:read (?:also|more|next)|see also|related|watch|listen|also read)\s*:.{0,200}$"),
        ("contents", r".{0,200}?(?:\.{4,}|(?:\. ){4,}|…{2,})\s*[\d\s–—-]{0,20}$"),
        ("contents", r"(?:paragraphs?\s+)?page$"),
        ("tags", r"(?:tags?|categor(?:y|ies)|filed under|keywords?|topics?|posted in|labels)\s*:.{0,300}$"),
        ("cookies", r".{0,80}\b(?:we use|uses) cookies\b.{0,300}$"),
    )
)
SEPARATOR = re.compile(r"\s[-|·•/]\s")
NOTE = re.compile(r"\d{1,2}\s+\S|[*†‡]|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]")
TRAILING = " .:;,!|»«›‹>…*·•-–—"


def furniture_of(lines: Sequence[Line]) -> list[str]:
    """For each line the name of the furniture that it is, ``""`` for text."""
    heads = running_heads(lines)
    names = []
    for i, line in enumerate(lines):
        name = name_of(line.text) or ("head" if i in heads else "") or lone_word(lines, i) or repeated_caption(lines, i)
        names.append(name)
    for i, line in enumerate(lines):
        if names[i]:
            continue
        if i + 1 < len(lines) and names[i + 1] == "credit" and caption_of(line, lines[i + 1]):
            names[i] = "caption"
        elif (i and line.gap == 0 and names[i - 1] == "note" and not line.text[:1].isdigit()) or (
            i and (names[i - 1] == "note" or is_note_rule(lines[i - 1])) and line.gap < 2 and NOTE.match(line.text)
        ):
            names[i] = "note"
    return names


def is_note_rule(line: Line) -> bool:
    """Whether a line is the rule above the footnotes of a page."""
    return len(line.text) > 4 and not line.text.strip("_-–—─ ")


def name_of(text: str) -> str:
    """The name of the furniture that a line is by itself, ``""`` for text."""
    if all(part.strip(TRAILING).lower() in WHOLE for part in SEPARATOR.split(text[:200])):
        return "navigation"
    if not any(c.isalnum() for c in text):
        return "rule"
    if len(text) > 400:
        return "noise" if " " not in text[:400] and text.isascii() else ""
    return next((name for name, pattern in LINES if pattern.match(text)), "")


def running_heads(lines: Sequence[Line]) -> set[int]:
    """Lines that come back three times and more, page numbers apart; the first one stays text."""
    keys = [re.sub(r"\d+", "0", line.text.strip(TRAILING).lower()) if len(line.text) < 90 else "" for line in lines]
    counts = Counter(k for k in keys if k)
    found: set[int] = set()
    seen: set[str] = set()
    for i, key in enumerate(keys):
        if (
            not key
            or counts[key] < 3
            or find_dates(lines[i].text)
            or read_marker(lines[i].text)
            or lines[i].text[-1] in '.;:,!?”"'
            or not any(c.isalpha() for c in key)
        ):
            continue
        if key in seen:
            found.add(i)
        seen.add(key)
    return found


def lone_word(lines: Sequence[Line], i: int) -> str:
    """A single short word in small letters between blank lines: what is left of an image or a button."""
    text = lines[i].text
    alone = lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap)
    return "navigation" if alone and text.isalpha() and text.islower() and text.isascii() and len(text) < 13 else ""


def repeated_caption(lines: Sequence[Line], i: int) -> str:
    """An image's alternative text printed above its caption: the next line begins with the same words."""
    text = lines[i].text
    follows = i + 1 < len(lines) and lines[i + 1].gap == 0 and len(text) > 12
    if (
        follows
        and lines[i + 1].text.startswith(text)
        and len(lines[i + 1].text) > len(text)
        and name_of(lines[i + 1].text)
    ):
        return "caption"
    return ""


def caption_of(line: Line, credit: Line) -> bool:
    """Whether a line is the caption that a credit line below it belongs to."""
    return (
        credit.gap == 0
        and len(line.text.split()) < 30
        and not credit.text.startswith(line.text)
        and line.text[-1] not in ".:;"
    )
