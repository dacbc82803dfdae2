"""What a document yields: the findings that flow from stage to stage, each tied to the words that say it.

Standard library only. Everything is frozen; actors and events are referred to by ids that are unique within one
document's :class:`Findings`. Offsets count Unicode code points of :attr:`Document.text`, the end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ACTOR_TYPES = ("Person", "Country", "Institution", "Organization", "Group")
EVENT_TYPES = (
    "Adoption", "Meeting", "Demonstration", "Repression", "Violence", "Election", "LegalAction", "Review", "Report",
    "Sanction", "Release", "Statement", "Condemnation", "Support", "Other",
)  # fmt: skip
TOPICS = (
    "release", "end-violations", "treatment", "redress", "accountability", "documentation", "sanctions",
    "non-recognition", "elections", "civil-society", "protection-abroad", "diplomacy", "security", "humanitarian",
    "equality", "social-economic", "law-reform", "procedure", "other",
)  # fmt: skip
FORCES = ("demand", "urge", "call", "request", "recommend")
STATUSES = (
    "under-consideration", "accepted", "noted", "rejected", "adopted", "implemented", "partly-implemented", "unfulfilled",
)  # fmt: skip
DOCUMENT_KINDS = ("Resolution", "PressRelease", "NewsReport", "Appeal", "Statement", "Report", "Speech")


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A stretch of a document's text: ``document.text[begin:end] == text`` always holds."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as analysed.

    Attributes
    ----------
    file_name : base name of the input (``appeal.txt``)
    source : the path or URL as the user gave it
    text : the text as analysed; all offsets refer to it
    sha256 : hex digest of ``text`` in UTF-8
    title, publisher : as the document states them, ``None`` where it does not
    date : ISO 8601, as precise as stated (``2024-02-08``, ``2024-02``, ``2024``)
    language : BCP 47 code
    kind : one of :data:`DOCUMENT_KINDS`
    """

    file_name: str
    source: str
    text: str
    sha256: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    language: str = "en"
    kind: str = "Report"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, institution, organisation or group that the document names.

    ``mentions`` are all phrases that name or refer to it (names, aliases, role nouns, pronouns); ``aliases`` are only
    the surface forms that name it, without ``name`` itself. ``part_of`` is the id of the body that an organ belongs to.
    ``matches`` are IRIs of the same actor in authorities, where certain.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Phrase, ...] = ()
    part_of: str | None = None
    matches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """One action that somebody ought to take, as one document states it.

    ``action`` is verbatim and contiguous; ``evidence`` are the sentence or list item that states it and, for an item,
    the lead-in that governs it (the first one is where the action stands). ``strength`` is how much is asked, from 1
    (minimal action) to 5 (specific action). ``rule`` names the rule that found it.
    """

    id: str
    action: Phrase
    evidence: tuple[Phrase, ...]
    issuers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    initiators: tuple[str, ...] = ()
    topic: str = "other"
    force: str = "call"
    made_at: tuple[str, ...] = ()
    status: str | None = None
    condition: Phrase | None = None
    deadline: Phrase | None = None
    confidence: float = 0.5
    rule: str = ""
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is happening or is scheduled, told as a fact.

    ``evidence`` are the clauses that tell it, the fullest first. ``date`` is ISO 8601 as precise as the text.
    """

    id: str
    type: str
    evidence: tuple[Phrase, ...]
    date: str | None = None
    place: str | None = None
    agents: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A named person's role in, or representation of, an organisation, institution or country."""

    id: str
    person: str
    organization: str
    role: str | None
    evidence: tuple[Phrase, ...]
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts people, votes, acts or documents. ``event`` is the id of the event that it belongs to."""

    id: str
    value: float
    unit: str | None
    evidence: tuple[Phrase, ...]
    qualifier: str | None = None
    event: str | None = None
    confidence: float = 0.5
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one document says: the currency between extraction and everything after it."""

    document: Document
    actors: tuple[Actor, ...] = ()
    demands: tuple[Demand, ...] = ()
    events: tuple[Event, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Remarks for the build report, such as a rule that failed on one sentence."""
    stances: tuple[tuple[Phrase, str], ...] = ()
    """Phrases by which the author keeps a distance from a name, each with ``so-called`` or ``scare-quotes``."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text as read from a file or URL, before any analysis.

    ``title``, ``date`` and ``publisher`` are what the container says (HTML metadata, Markdown front matter), if it does.
    """

    file_name: str
    source: str
    text: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()
    """Remarks for the build report on how the text was read, such as a guessed encoding."""
