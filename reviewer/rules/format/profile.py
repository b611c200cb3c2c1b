"""Layout profiles: the shipped standard and an office's own."""

import tomllib
from functools import cache
from typing import Any

from reviewer import resource
from reviewer.model.layout import ElementFormat, LayoutProfile, PageLayout

STANDARD = "layouts/gbt9704.toml"
_SIDES = ("width", "height", "top", "bottom", "left", "right")


@cache
def standard() -> LayoutProfile:
    """GB/T 9704—2012."""
    return _profile(tomllib.loads(resource.read_text(STANDARD)))


def profile_of(text: str) -> LayoutProfile:
    """The profile in a TOML text made after the shipped one; what it leaves out is as in the standard.

    Raises ValueError, TypeError, KeyError or AttributeError where it holds values of another kind.
    """
    table = tomllib.loads(resource.read_text(STANDARD))
    for name, value in tomllib.loads(text).items():
        if isinstance(value, dict) and isinstance(table.get(name), dict):
            table[name] |= value
        else:
            table[name] = value
    return _profile(table)


def _profile(table: dict[str, Any]) -> LayoutProfile:
    page, line = table["page"], table["line"]
    return LayoutProfile(
        name=str(table["name"]),
        page=PageLayout(**{side: float(page[side]) for side in _SIDES}),
        tolerance=float(page["tolerance"]),
        line=(float(line["least"]), float(line["most"])),
        title=_element(table["title"]),
        body=_element(table["body"]),
        heading1=_element(table["heading1"]),
        heading2=_element(table["heading2"]),
        appendix=_element(table["appendix"]),
        page_number=_element(table["page_number"]),
    )


def _element(table: dict[str, Any]) -> ElementFormat:
    size, indent = table.get("size"), table.get("first_line")
    return ElementFormat(
        tuple(str(font) for font in table.get("fonts", ())),
        None if size is None else float(size),
        str(table.get("alignment", "")),
        None if indent is None else float(indent),
    )
