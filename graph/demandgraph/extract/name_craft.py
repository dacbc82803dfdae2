"""Recognises names of things that seem to act: flights, ships, weapons, and the buildings and streets of an address."""

from __future__ import annotations

from demandgraph.extract.name_given import is_given
from demandgraph.extract.name_line import Line
from demandgraph.extract.name_words import words

SHIP_PREFIXES = frozenset("MV MS SS MT MY FV RV HMS HMCS HMAS HMNZS USS USNS USCGC INS RMS SV TSS BRP KRI".split())
"""What stands before the name of a ship."""
VESSELS = words(
    """ship vessel ferry tanker trawler yacht frigate destroyer corvette icebreaker freighter schooner steamer boat submarine
    cruiser warship battleship steamship lifeboat gunboat longliner whaler dinghy barge spacecraft satellite shuttle
    bulker cutter minesweeper"""
)
"""Common nouns that the name of a ship follows."""
WEAPONS = words(
    """missile missiles drone drones rifle rifles tank tanks launcher launchers helicopter helicopters jet jets aircraft
    howitzer howitzers bomber bombers warhead warheads torpedo torpedoes mortar mortars"""
)
"""Common nouns that the name of a weapon stands before: *the Petrel **missile** system*."""
FLIGHTS = words("flight flights")
BUILT = words(
    """tower towers building buildings street avenue boulevard road lane terrace mansions crescent embankment wharf quay
    plaza compound highway motorway bridge airport hotel"""
)
"""Last words of the names of streets and buildings."""
STREETS = words("palais avenue rue boulevard quai chemin chaussée calle avenida rua viale corso")
"""First words of the names of streets and buildings in Romance languages."""
NUMBERED = words("level floor suite room unit apartment flat")
CIVIC = words("parliament state government city town county customs capitol legislative opera")
SEATS = words("house hall")
WHERE = words("in at inside outside near to from around into behind opposite towards through")
PLACED = frozenset({"address", "signature", "copy", "dateline"})


CARRIERS = frozenset({"airlines", "airline", "airways", "air", "aviation"})


def thing_end(line: Line, s: int, e: int) -> int:
    """Where the name of a flight, ship, weapon or building ends that a capitalised sequence is or opens; 0 if it is none."""
    return flight_end(line, s, e) or (e if ship(line, s, e) or weapon(line, s, e) or site(line, s, e) else 0)


def flight_end(line: Line, s: int, e: int) -> int:
    """*Kestrel Airlines **Flight KA21***, *Kestrel Airlines **flight 21***: the flight is no actor, nor its airline there."""
    for k in range(s, min(e + 1, len(line) - 1)):
        if line.low[k] in FLIGHTS and any(c.isdigit() for c in line.text[k + 1]):
            return max(e, k + 2)
    named = any(w in CARRIERS for w in line.low[s : e - 1])
    return e if named and line.low[e - 1] in FLIGHTS else 0


def ship(line: Line, s: int, e: int) -> bool:
    """*MV Northwind*, *the trawler Northwind*."""
    if line.text[s] in SHIP_PREFIXES and e - s > 1:
        return True
    k = s - 1
    if k > line.first and line.text[k] in {'"', "“", "‘", "'"}:
        k -= 1
    return k >= line.first and line.low[k] in VESSELS and line.text[k].islower() and e - s < 4


def weapon(line: Line, s: int, e: int) -> bool:
    """*The **Petrel** missile system*, not *the MAB drones*, which are those of a body."""
    if e >= len(line) or line.low[e] not in WEAPONS or e - s > 2 or line.text[s].isupper():
        return False
    if line.low[e + 1 : e + 2] in (["system"], ["systems"], ["launcher"], ["launchers"]):
        return True
    return line.ent[s] in {"", "PRODUCT", "WORK_OF_ART", "FAC", "PERSON", "LOC"} and line.text[e].islower()


def site(line: Line, s: int, e: int) -> bool:
    """*Avenue de la Mer*, *Harbour Tower*, *Level 3*; *Parliament House* where something is or in an address."""
    first, last = line.low[s], line.low[e - 1]
    if first in NUMBERED and e < len(line) + 1 and any(w[0].isdigit() for w in line.text[s + 1 : s + 2]):
        return True
    if e - s < 2:
        return False
    placed = line.kind in PLACED
    if first in STREETS or (last in BUILT and (placed or not is_given(line.text[s]) or line.ent[s] == "FAC")):
        return True
    if last in SEATS and line.low[e - 2] in CIVIC:
        where = s - 1 - (s > 0 and line.low[s - 1] == "the")
        return placed or (where >= 0 and line.low[where] in WHERE and line.dep[e - 1] == "pobj")
    return False
