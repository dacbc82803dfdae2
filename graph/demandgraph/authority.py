"""What is known beforehand of states and intergovernmental bodies: names, adjectives, inhabitants, parents.

The facts are SKOS files in ``ontology/authorities/``; a user's own file of the same form extends them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from demandgraph.errors import AuthorityError
from demandgraph.vocab import FORCE, KIND, ONTOLOGY, STATUS, TOPIC, ontology_folder

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

SKOS = "http://www.w3.org/2004/02/skos/core#"
ACTOR_CLASS = ONTOLOGY + "actorClass"
CLASSES = ("Person", "Country", "Institution", "Organization", "Group")
CORE = (ONTOLOGY, TOPIC, FORCE, STATUS, KIND, SKOS)
"""Namespaces in which a user's file may not define anything."""

SHOUTED = frozenset(
    {"ACT", "AID", "ARMS", "CAN", "CAR", "CARE", "CAT", "FRY", "IDEA", "IT", "LAS", "PACE", "QUAD", "US", "WHO"}
)
"""Abbreviations that are words when written small: they are known in capitals only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One state or body of an authority file.

    ``name`` is the preferred name; ``names`` all names and abbreviations, ``name`` included. ``adjectives``
    (*Belarusian*) and ``inhabitants`` (*Belarusians*) belong to states; ``metonyms`` are capitals and seats that stand
    for it (*Minsk*, *the Kremlin*). ``type`` is ``Country`` or ``Institution`` (or ``Organization`` for a non-state
    body).
    ``part_of`` is the IRI of the body it belongs to; ``matches`` are its IRIs in other authorities.

    ``local_names`` (*Council*, *Secretary-General*) are clear only in documents of the body itself or of its parent.
    ``patterns`` are regular expressions for the beginning of names of further offices that belong to it (*Special
    Rapporteur on …*). ``former`` says that it no longer exists.
    """

    iri: str
    name: str
    type: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    part_of: str | None = None
    matches: tuple[str, ...] = ()
    local_names: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    former: bool = False


@dataclass(slots=True)
class Authority:
    """Look-up over entries; the keys are what :func:`key` makes of a name.

    ``by_local`` leads to all entries that a local name may stand for; ``patterns`` are compiled.
    """

    entries: tuple[Entry, ...] = ()
    by_iri: dict[str, Entry] = field(default_factory=dict)
    by_name: dict[str, Entry] = field(default_factory=dict)
    by_adjective: dict[str, Entry] = field(default_factory=dict)
    by_inhabitant: dict[str, Entry] = field(default_factory=dict)
    by_metonym: dict[str, Entry] = field(default_factory=dict)
    by_local: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    patterns: tuple[tuple[re.Pattern[str], Entry], ...] = ()

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Authority:
        """Index entries; of two that share a name, the first one keeps it."""
        authority = cls(tuple(entries))
        for entry in authority.entries:
            authority.by_iri.setdefault(entry.iri, entry)
            for index, forms in (
                (authority.by_name, (entry.name, *entry.names)),
                (authority.by_adjective, entry.adjectives),
                (authority.by_inhabitant, entry.inhabitants),
                (authority.by_metonym, entry.metonyms),
            ):
                for form in forms:
                    index.setdefault(key(form), entry)
            for form in entry.local_names:
                authority.by_local[key(form)] = (*authority.by_local.get(key(form), ()), entry)
        authority.patterns = tuple((re.compile(p), e) for e in authority.entries for p in e.patterns)
        return authority

    def find(self, name: str) -> Entry | None:
        """The entry that a name or abbreviation denotes; ``None`` for unknown names and for names without a capital."""
        return self.by_name.get(key(name)) if name != name.lower() else None

    def parents(self, entry: Entry) -> Iterator[Entry]:
        """What an entry belongs to, the nearest first."""
        seen = {entry.iri}
        while entry.part_of and entry.part_of in self.by_iri and entry.part_of not in seen:
            seen.add(entry.part_of)
            entry = self.by_iri[entry.part_of]
            yield entry


def key(name: str) -> str:
    """A name as the indexes know it: lower case, no leading article, single blanks, straight apostrophes.

    Abbreviations that are a word when written small (*US*, *WHO*) keep their capitals: *us* and *who* miss them.

    >>> key("The  Hague"), key("Côte d’Ivoire"), key("US"), key("us")
    ('hague', "côte d'ivoire", 'US', 'us')
    """
    words = name.replace("’", "'").split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if len(words) == 1 and words[0] in SHOUTED:
        return words[0]
    return " ".join(words).lower()


def load(extra: Iterable[Path] = ()) -> Authority:
    """Load the authority files that ship with the project, and the user's own.

    Parameters
    ----------
    extra : files in an RDF format (by their suffix), in the form of the shipped ones. They may add entries, and names
        to entries that exist; on a name that two entries share, the user's entry has it.

    Raises
    ------
    AuthorityError
        If a file is missing, does not parse, defines a term of the vocabulary, changes the class or the preferred name
        of a shipped entry, or has an entry without class or preferred name. The message has file, line and reason.
    """
    folder = ontology_folder() / "authorities"
    shipped: dict[str, Entry] = {}
    for name in ("bodies.ttl", "states.ttl"):
        shipped |= entries_of(parse((folder / name).read_bytes(), name))
    added: dict[str, Entry] = {}
    for path in extra:
        for iri, entry in read_extension(Path(path), shipped).items():
            known = added.get(iri) or shipped.pop(iri, None)
            added[iri] = joined(known, entry) if known else entry
    return Authority.of((*added.values(), *shipped.values()))


def parse(data: bytes, name: str) -> list[Quad | Triple]:
    """The statements of a file, whose format its name tells; raises :class:`AuthorityError` with the line."""
    import pyoxigraph

    rdf_format = pyoxigraph.RdfFormat.from_extension(Path(name).suffix.lstrip("."))
    if rdf_format is None:
        raise AuthorityError(f"{name}: not an RDF file by its suffix; write Turtle (.ttl) or N-Triples (.nt)")
    try:
        return list(pyoxigraph.parse(data, format=rdf_format))
    except SyntaxError as error:
        line = f"line {error.lineno}: " if error.lineno else ""
        raise AuthorityError(f"{name}: {line}{error.msg}; correct the file") from error


PLURAL = {
    SKOS + "altLabel": "names",
    SKOS + "exactMatch": "matches",
    ONTOLOGY + "adjective": "adjectives",
    ONTOLOGY + "inhabitant": "inhabitants",
    ONTOLOGY + "metonym": "metonyms",
    ONTOLOGY + "localName": "local_names",
    ONTOLOGY + "namePattern": "patterns",
}
SINGULAR = {SKOS + "prefLabel": "name", ACTOR_CLASS: "type", ONTOLOGY + "partOf": "part_of"}


def entries_of(triples: Iterable[Quad | Triple]) -> dict[str, Entry]:
    """The entries among some statements, by IRI, in their order; ``type`` or ``name`` is empty if not stated."""
    found: dict[str, dict[str, list[str]]] = {}
    former: set[str] = set()
    for triple in triples:
        subject, predicate = triple.subject.value, triple.predicate.value  # type: ignore[union-attr]
        value = triple.object.value  # type: ignore[union-attr]
        term = PLURAL.get(predicate) or SINGULAR.get(predicate)
        if term:
            found.setdefault(subject, {}).setdefault(term, []).append(value)
        elif predicate == SKOS + "historyNote":
            former.add(subject)
    entries = {}
    for iri, facts in found.items():
        name = facts.get("name", [""])[0]
        entries[iri] = Entry(
            iri=iri,
            name=name,
            type=facts.get("type", [""])[0].removeprefix(ONTOLOGY),
            names=tuple(dict.fromkeys([*([name] if name else []), *facts.get("names", [])])),
            part_of=facts.get("part_of", [None])[0],
            former=iri in former,
            **{f: tuple(facts.get(f, ())) for f in PLURAL.values() if f != "names"},
        )
    return entries


def joined(known: Entry, more: Entry) -> Entry:
    """An entry with the names that another file adds to it."""
    forms = {f: tuple(dict.fromkeys((*getattr(known, f), *getattr(more, f)))) for f in PLURAL.values()}
    return replace(
        known,
        name=known.name or more.name,
        type=known.type or more.type,
        part_of=known.part_of or more.part_of,
        former=known.former or more.former,
        **forms,  # type: ignore[arg-type]
    )


def read_extension(path: Path, shipped: dict[str, Entry]) -> dict[str, Entry]:
    """The entries of a user's file, after checking that it leaves the vocabulary and the shipped entries alone."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "no such file"
        raise AuthorityError(f"{path}: cannot be read ({reason}); give the path of an authority file") from error
    triples = parse(data, str(path))
    text = data.decode("utf-8", errors="replace")
    check_core(triples, text, str(path))
    found = entries_of(triples)
    for iri, entry in found.items():
        known = shipped.get(iri)
        where = f"{path}: line {line_of(iri, text)}: "
        if known and ((entry.name and entry.name != known.name) or (entry.type and entry.type != known.type)):
            raise AuthorityError(
                f"{where}<{iri}> redefines the shipped entry {known.name} ({known.type}); "
                "add names with skos:altLabel, or give your entry an IRI of its own"
            )
        if not known and not (entry.name and entry.type):
            missing = "skos:prefLabel" if not entry.name else "dg:actorClass"
            raise AuthorityError(f"{where}<{iri}> has no {missing}; an entry needs both a preferred name and a class")
        if entry.type and entry.type not in CLASSES:
            wanted = ", ".join(f"dg:{name}" for name in CLASSES)
            raise AuthorityError(f"{where}<{iri}> has the class {entry.type}; dg:actorClass must be one of {wanted}")
        for pattern in entry.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise AuthorityError(f"{where}dg:namePattern {pattern!r} is no regular expression: {error}") from error
    return found


def check_core(triples: Iterable[Quad | Triple], text: str, name: str, core: tuple[str, ...] = CORE) -> None:
    """Raise :class:`AuthorityError` if a file says something about a term of the vocabulary or of its schemes."""
    for triple in triples:
        subject = str(triple.subject.value)  # type: ignore[union-attr]
        if subject.startswith(core):
            raise AuthorityError(
                f"{name}: line {line_of(subject, text)}: <{subject}> is a core term and must not be redefined; "
                "use an IRI of your own"
            )


def line_of(iri: str, text: str) -> int:
    """The line at which an IRI first stands in Turtle, in full or with a prefix; 1 if it is written otherwise."""
    forms = [f"<{iri}>"]
    for prefix, space in re.findall(r"@?prefix\s+([\w.-]*):\s*<([^>]*)>", text, flags=re.IGNORECASE):
        if iri.startswith(space) and iri != space:
            forms.append(f"{prefix}:{iri[len(space) :]}")
    pattern = "|".join(rf"(?<![\w-]){re.escape(form)}(?![\w-])" for form in forms)
    match = re.search(pattern, text)
    return text.count("\n", 0, match.start()) + 1 if match else 1
