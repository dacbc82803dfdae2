"""Finds dates in English text and says them in ISO 8601, as precise as the text.

>>> find_dates("On 17 January 2014, a day after Thursday's vote", reference="2014-01-18")
[(3, 18, '2014-01-17'), (32, 40, '2014-01-16')]
>>> find_dates("in March 2022, since 2020")
[(3, 13, '2022-03'), (21, 25, '2020')]
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
FULL_MONTH = "(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
RANGE = r"(?:\s?(?:[-–—/]|and|to|until|&)\s?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?"
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\d/]|[.,]\d)"
WEEKDAY = r"(?:(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+)?)?"
BEFORE_YEAR = (
    r"(?:\b(?:in|since|from|by|of|until|till|til|during|year|years|the|early|late|mid|before|after|and|to|for"
    r"|between|around|circa|through|spring|summer|autumn|winter|fall|end|over|throughout|this|as|fiscal"
    r"|its|their|our|his|her|whose)[\s-]|['’]s?\s|[(–-])"
)
Found = tuple[int, int, str]


def find_dates(text: str, reference: str | None = None) -> list[Found]:
    """The dates that a text mentions, as ``(begin, end, iso)``, in order and without overlap.

    Parameters
    ----------
    text : any text
    reference : ISO date from which *yesterday*, *last Thursday*, *in March* and *3 May* are counted; without it, or if
        it is only a year or month that does not settle them, such mentions are left out
    """
    anchor = _anchor(reference)
    taken = bytearray(len(text))
    found: list[Found] = []
    clues = clues_in(text)
    for clue, pattern, read in PATTERNS:
        for match in pattern.finditer(text) if clue in clues else ():
            begin, end = match.span("date") if "date" in pattern.groupindex else match.span()
            if any(taken[begin:end]):
                continue
            iso = read(match, anchor)
            if iso:
                taken[begin:end] = b"\1" * (end - begin)
                found.append((begin, end, iso))
    return sorted(found)


def full_dates(text: str) -> list[Found]:
    """Those dates of a text that are told with day, month and year, as :func:`find_dates` finds them.

    Only what stands around a year is read, which in a whole document takes a fraction of the time.
    """
    stretches: list[tuple[int, int]] = []
    for year in YEARS.finditer(text):
        begin, end = max(0, year.start() - BESIDE), year.end() + BESIDE
        if stretches and begin <= stretches[-1][1]:
            begin, _ = stretches.pop()
        stretches.append((begin, end))
    found = ((begin, *date) for begin, end in stretches for date in find_dates(text[begin:end]))
    return [(at + begin, at + end, iso) for at, begin, end, iso in found if len(iso) == len("2031-05-03")]


def clues_in(text: str) -> set[str]:
    """The clues that a text has: without its clue a pattern finds nothing, and most sentences have none."""
    small = text.lower()
    found = {clue for clue, signs in CLUES.items() if any(sign in small for sign in signs)}
    if digit := DIGIT.search(text):
        found.add("digit")
        if DIGITS.search(text, digit.start()):
            found.add("year")
    return found


def first_date(text: str, reference: str | None = None) -> str | None:
    """The first date that a text mentions, the most precise ones first."""
    found = find_dates(text, reference)
    return max(found, key=lambda f: (len(f[2]), -f[0]))[2] if found else None


def is_date(iso: str) -> bool:
    """Whether a string is an ISO date of day, month or year precision that exists."""
    if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", iso):
        return False
    parts = [int(p) for p in iso.split("-")]
    try:
        date(parts[0], *([*parts[1:], 1, 1][:2]))
    except ValueError:
        return False
    return True


def _anchor(reference: str | None) -> date | None:
    if not reference or not is_date(reference[:10]) or len(reference) < 10:
        return None
    return date.fromisoformat(reference[:10])


def _month(name: str) -> int:
    return MONTHS.index(name.lower()[:3]) + 1


def _weekday(name: str) -> int:
    return WEEKDAYS.index(name.lower()[:3])


def _ymd(year: int, month: int, day: int) -> str:
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day).isoformat()
    return ""


def _full(match: re.Match[str], anchor: date | None) -> str:
    return _ymd(int(match["year"]), _month(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], anchor: date | None) -> str:
    first, second, year = int(match["day"]), int(match["number"]), int(match["year"])
    if second > 12:  # 12/31/2024
        first, second = second, first
    return _ymd(year, second, first)


def _iso(match: re.Match[str], anchor: date | None) -> str:
    return _ymd(int(match["year"]), int(match["number"]), int(match["day"]))


def _month_year(match: re.Match[str], anchor: date | None) -> str:
    return f"{match['year']}-{_month(match['month']):02}"


def _year(match: re.Match[str], anchor: date | None) -> str:
    return match["year"]


def _no_year(match: re.Match[str], anchor: date | None) -> str:
    """A day and month: in the year that brings it closest to the anchor, or the one in which the weekday is right."""
    if anchor is None:
        return ""
    month, day = _month(match["month"]), int(match["day"])
    choices = [date.fromisoformat(d) for y in (-1, 0, 1) if (d := _ymd(anchor.year + y, month, day))]
    if match["weekday"]:
        choices = [d for d in choices if d.weekday() == _weekday(match["weekday"])] or choices
    # What is told without a year is more often past than to come.
    return (
        min(choices, key=lambda d: (anchor - d).days if d <= anchor else 1.6 * (d - anchor).days).isoformat()
        if choices
        else ""
    )


def _month_only(match: re.Match[str], anchor: date | None) -> str:
    if anchor is None:
        return ""
    month, word = _month(match["month"]), (match["word"] or "").lower()
    year = anchor.year
    if word in ("next", "coming"):
        year += month <= anchor.month
    elif word == "last":
        year -= month >= anchor.month
    elif month > anchor.month + 3:
        year -= 1
    elif month < anchor.month - 8:
        year += 1
    return f"{year}-{month:02}"


def _day_word(match: re.Match[str], anchor: date | None) -> str:
    if anchor is None:
        return ""
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(" ".join(match.group().lower().split()), 0)
    return (anchor + timedelta(days=shift)).isoformat()


def _weekday_word(match: re.Match[str], anchor: date | None) -> str:
    """*last Thursday*, *on Thursday*: the latest one; *next Thursday*: the coming one."""
    if anchor is None:
        return ""
    back = (anchor.weekday() - _weekday(match["weekday"])) % 7
    word = (match["word"] or "").lower()
    if word in ("next", "coming", "this coming"):
        return (anchor + timedelta(days=7 - back)).isoformat()
    if word in ("last", "past") and back == 0:
        back = 7
    return (anchor - timedelta(days=back)).isoformat()


def _period(match: re.Match[str], anchor: date | None) -> str:
    if anchor is None:
        return ""
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(match["word"].lower(), 0)
    if match["unit"].lower() == "year":
        return str(anchor.year + shift)
    if match["unit"].lower() == "week":  # told by its month, if it lies in one
        monday = anchor + timedelta(days=7 * shift - anchor.weekday())
        friday = monday + timedelta(days=4)
        return monday.isoformat()[:7] if monday.month == friday.month else ""
    months = anchor.year * 12 + anchor.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02}"


def _ago(match: re.Match[str], anchor: date | None) -> str:
    if anchor is None:
        return ""
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    count = match["count"].lower()
    n = int(count) if count.isdigit() else 1 if count in ("a", "an") else words.index(count)
    unit = match["unit"].lower()
    if unit in ("day", "week"):
        return (anchor - timedelta(days=n * (7 if unit == "week" else 1))).isoformat() if n < 10_000 else ""
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 - n
        return f"{months // 12:04}-{months % 12 + 1:02}" if months > 12_000 else ""
    return str(anchor.year - n) if anchor.year - n > 1000 else ""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_WEEK = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
DIGIT, DIGITS = re.compile(r"\d"), re.compile(r"\d\d\d\d")
YEARS = re.compile(r"(?:1[6-9]|20)\d\d")
BESIDE = 80
"""Characters before and behind its year that a date may have."""
CLUES = {
    "month": tuple(m.lower() for m in re.findall("[A-Z][a-z]+", FULL_MONTH)),
    "day": ("day", "tomorrow", "ght", "mor", "even", "afternoon"),  # of "tonight", "this morning" …
    "weekday": ("day",),
    "period": ("year", "month", "week"),
    "ago": ("ago",),
}
"""Letters, in lower case, of which one is in every text that a pattern with that clue can find something in."""
# In the order of precedence: what an earlier pattern has taken, a later one cannot take again.
PATTERNS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], str]], ...] = (
    ("year", _compile(r"(?<![\d/-])(?P<year>(?:1[6-9]|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"), _iso),
    (
        "year",
        _compile(
            r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[-./])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19"
            r"|20)\d\d)(?![\d/])"
        ),
        _numeric,
    ),
    (
        "year",
        _compile(rf"(?i)\b{DAY}\s+{MONTH}(?=\s*(?:to|until|and|[-–—])\s*(?:the\s+)?\d{{1,2}}\s+[a-z]{{3,9}}\s+{YEAR})"),
        _full,
    ),
    ("year", _compile(rf"(?i)\b{WEEKDAY}(?<![\d.,/]){DAY}{RANGE}(?:\s+of)?\s+{MONTH},?\s+{YEAR}"), _full),
    ("year", _compile(rf"(?i)\b{WEEKDAY}{MONTH}\s+(?:the\s+)?{DAY}{RANGE},?\s+{YEAR}"), _full),
    ("year", _compile(rf"\b(?:(?:early|mid|late|end of|beginning of)[\s-])?{MONTH},?(?:\s+of)?\s+{YEAR}"), _month_year),
    ("digit", _compile(rf"\b{WEEKDAY}(?<![\d.,/]){DAY}{RANGE}(?:\s+of)?\s+{FULL_MONTH}\b(?!\s+\d{{4}})"), _no_year),
    ("digit", _compile(rf"\b{WEEKDAY}{MONTH}\s+(?:the\s+)?{DAY}{RANGE}\b(?!,?\s+\d{{4}}\b)(?!\s?%|[.,]\d)"), _no_year),
    (
        "month",
        _compile(
            rf"(?i:\b(?:in|since|until|till|during|early|mid|late|last|this|next|coming|end of|by|from|of"
            rf"|through)[\s-]+)(?<!\bthis\s)(?P<date>(?P<word>(?<=last )|(?<=next )|)"
            rf"{FULL_MONTH})\b(?!\s+\d|,?\s+\d{{4}})"
        ),
        _month_only,
    ),
    (
        "day",
        _compile(r"(?i)\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b"),
        _day_word,
    ),
    ("weekday", _compile(rf"\b(?:(?P<word>[Ll]ast|[Pp]ast|[Nn]ext|[Cc]oming|[Tt]his)\s+)?{_WEEK}"), _weekday_word),
    ("period", _compile(r"(?i)\b(?P<word>last|past|previous|this|next|coming)\s+(?P<unit>year|month|week)\b"), _period),
    (
        "ago",
        _compile(
            r"(?i)\b(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?P<unit>day|week"
            r"|month|year)s?\s+ago\b"
        ),
        _ago,
    ),
    ("year", _compile(rf"(?i){BEFORE_YEAR}(?P<date>{YEAR})\b(?!s\b|\s?[%$€£]|-\w)"), _year),
)


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two dates (or places) may be the same: one is missing or begins with the other."""
    return not a or not b or a.startswith(b) or b.startswith(a)
