"""The formulations as the data files list them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reviewer.resource import lexicon

THEMES = ("party", "state", "bodies", "idioms")
REPUBLIC = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class Entry:
    """One formulation; where `firm`, a form one sound away is a slip even if it consists of ordinary words."""

    text: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Members:
    """A formulation that counts its members; each member is a tuple of the wordings under which it is known."""

    text: str
    members: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """A name that gave way to `new` in the month `since`, (year, month)."""

    old: str
    new: str
    since: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Needed:
    """Objects of verbs, and the words that usually follow in the same sentence since the month `since`, (year, month)."""

    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    needs: str
    since: tuple[int, int]


def _data(theme: str) -> Mapping[str, Any]:
    return lexicon(f"formulations/{theme}")


@cache
def titles() -> frozenset[str]:
    """Titles of laws, regulations and party rules, laws both with and without 中华人民共和国."""
    data = _data("laws")
    laws = data["laws"].split()
    return frozenset([*laws, *(REPUBLIC + law for law in laws), *data["titles"].split()])


@cache
def entries() -> Mapping[str, Entry]:
    """All formulations by their text; what is listed as firm anywhere is firm."""
    found: dict[str, Entry] = {}
    for theme in THEMES:
        data = _data(theme)
        for text in data["plain"]["texts"].split():
            found.setdefault(text, Entry(text, False))
        for text in data["firm"]["texts"].split():
            found[text] = Entry(text, True)
    for title in titles():
        found.setdefault(title, Entry(title, len(title) > 5))
    return found


@cache
def known() -> frozenset[str]:
    """Every text that stands in the lexicon for some reason, and so is right as it stands."""
    wordings = (wording for group in members() for member in group.members for wording in member)
    replaced = (*superseded("bodies"), *superseded("former"))
    names = (name for item in replaced for name in (item.old, item.new))
    return frozenset([*entries(), *wordings, *names, *_data("accepted")["phrases"].split()])


@cache
def everyday() -> frozenset[str]:
    """Words so common that one in place of a word of a short formulation is no sign of a slip."""
    return frozenset(_data("accepted")["everyday"].split())


@cache
def members() -> tuple[Members, ...]:
    """The formulations whose members are known."""
    return tuple(
        Members(entry["text"], tuple(tuple(member.split("|")) for member in entry["members"]))
        for theme in THEMES
        for entry in _data(theme).get("entry", ())
    )


@cache
def superseded(theme: str) -> tuple[Superseded, ...]:
    """The names (`bodies`) or formulations (`former`) that have been replaced."""
    return tuple(
        Superseded(item["old"] + suffix, item["new"] + suffix, _month(item["since"]))
        for item in _data(theme)["superseded"]
        for suffix in item.get("suffixes", ("",))
    )


def _month(text: str) -> tuple[int, int]:
    year, month = map(int, text.split("-"))
    return year, month


@cache
def needed() -> tuple[Needed, ...]:
    """What is usually followed by a word that is easily forgotten."""
    return tuple(
        Needed(tuple(item["verbs"].split()), tuple(item["objects"].split()), item["needs"], _month(item["since"]))
        for item in _data("needed")["needed"]
    )
