"""Turns matplotlib's SVG into one that stands inside a page: without styles, links and names that could meet another's.

A page that allows no styles of unknown origin refuses ``style="…"``, so each becomes attributes of its element.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from demandgraph.plots.drawing import alt_text, rendered

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
FONT = re.compile(r"(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|\d{3})\s+)?(?P<size>[\d.]+)px\b.*")
FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
DROPPED = (f"{SVG}metadata", f"{SVG}style")
UNSUITED = re.compile(r"[^\w-]+")


def svg(ax: Axes, name: str) -> str:
    """The figure of some axes as an SVG element.

    Parameters
    ----------
    ax : axes of :mod:`demandgraph.plots`; what they show in words becomes its description
    name : begins the names inside it, so that several figures can stand in one page
    """
    name = UNSUITED.sub("-", name) or "figure"
    ElementTree.register_namespace("", SVG[1:-1])
    root = ElementTree.fromstring(rendered(ax, ".svg"))
    for parent in list(root.iter()):
        for child in [c for c in parent if c.tag in DROPPED]:
            parent.remove(child)
    used = {match for e in root.iter() for match in re.findall(r"#([\w-]+)", " ".join(e.attrib.values()))}
    for element in root.iter():
        unstyled(element)
        rename(element, name, used)
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    root.attrib |= {
        "role": "img",
        "aria-labelledby": f"{name}-title",
        "font-family": FAMILY,
        "stroke-linejoin": "round",
        "stroke-linecap": "butt",
    }
    title = ElementTree.Element(f"{SVG}title", {"id": f"{name}-title"})
    title.text = alt_text(ax)
    root.insert(0, title)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def unstyled(element: ElementTree.Element) -> None:
    """Say in attributes what an element's style says."""
    for declaration in element.attrib.pop("style", "").split(";"):
        key, _, value = (part.strip() for part in declaration.partition(":"))
        if key == "font" and (font := FONT.match(value)):
            found = {f"font-{part}": text for part, text in font.groupdict().items() if text}
            element.attrib |= {k: v for k, v in found.items() if v != "400"}
        elif key and key not in ("font", "font-family"):
            element.set(key, value)


def rename(element: ElementTree.Element, name: str, used: set[str]) -> None:
    """Put the figure's name before the names that something in it leads to; the others are not needed."""
    for key, value in list(element.attrib.items()):
        if key == "id":
            if value in used:
                element.set(key, f"{name}-{value}")
            else:
                del element.attrib[key]
        elif key == HREF:
            del element.attrib[key]
            element.set("href", f"#{name}-{value[1:]}")
        elif "url(#" in value:
            element.set(key, value.replace("url(#", f"url(#{name}-"))
