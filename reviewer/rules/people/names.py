"""Where the text names a person: a family name with a given name beside a post or 同志."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reviewer.language.steps import find_in_steps
from reviewer.resource import lexicon


@dataclass(frozen=True, slots=True)
class Person:
    """A name at `start:end` of the text with the post written beside it, "" where there is none."""

    name: str
    start: int
    end: int
    post: str = ""


@cache
def _name() -> str:
    """A pattern of names: the longer form is tried first."""
    data = lexicon("people")
    surnames = data["surnames"].strip()
    compound = "|".join(data["compound"].split())
    given = f"(?:(?![{data['never_given']}])[\u4e00-\u9fff])"
    return f"(?:(?:{compound}){given}{{1,2}}|[{surnames}]{given}{{1,2}})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = lexicon("people")
    posts = "|".join(sorted(data["posts"], key=len, reverse=True))
    after = "|".join(sorted(data["after_name"], key=len, reverse=True))
    name = _name()
    prefix = r"(?P<post>[\u4e00-\u9fff、]{0,24}?(?:" + posts + "))"
    return (
        re.compile(
            rf"(?:^|(?<=[^\u4e00-\u9fff]))(?:由|请|经|和|与){{0,1}}{prefix}(?P<name>{name})(?={after}|[，。、；：:！？）)\s\u3000]|$)",
            re.MULTILINE,
        ),
        re.compile(rf"^[\s\u3000]*{prefix}[\s\u3000]+(?P<name>{name})[\s\u3000]*$", re.MULTILINE),
        re.compile(
            rf"(?:(?<=[，。、；：\s\u3000（(“”由请和与及对向])|^)(?P<name>{name})(?:同志|先生|女士)", re.MULTILINE
        ),
        re.compile(
            rf"(?:(?<=[，。、；：\s\u3000和与及])|^)(?P<name>{name})[（(](?P<post>[\u4e00-\u9fff、]{{0,24}}(?:{posts}))[）)]",
            re.MULTILINE,
        ),
        re.compile(
            rf"^(?:组\s*长|副\s*组\s*长|成\s*员|主\s*任|副\s*主\s*任|主持人?|联系人|记录|出席|列席|参加人员)[：:][\s\u3000]*(?P<name>{name})(?=[\s\u3000，。、；（(]|$)",
            re.MULTILINE,
        ),
    )


@lru_cache(maxsize=1)
def persons(text: str) -> tuple[Person, ...]:
    """The persons named in `text`, by place; every later mention of a name is found too."""
    from reviewer.language.segmentation import is_word

    if not any(sign in text for sign in _signs()):
        return ()
    found: dict[int, Person] = {}
    for pattern in _patterns():
        for match in find_in_steps(pattern, text):
            name = match["name"]
            if len(name) == 2 and is_word(name) and not text.startswith("同志", match.end("name")):
                continue
            post = (match.groupdict().get("post") or "").strip("、")
            if (known := found.get(match.start("name"))) is None or (post and not known.post):
                found[match.start("name")] = Person(name, match.start("name"), match.end("name"), post)
    for name in {person.name for person in found.values() if len(person.name) > 2}:
        for match in re.finditer(name, text):
            found.setdefault(match.start(), Person(name, match.start(), match.end()))
    return tuple(sorted(found.values(), key=lambda person: person.start))


@cache
def leaders() -> frozenset[str]:
    """Names that everybody knows and nobody hides."""
    return frozenset(lexicon("people")["leaders"].split())


@cache
def _signs() -> tuple[str, ...]:
    return ("同志", "先生", "女士", "联系人", "长", "书记", "主任", "主席", "委")


def by_name(text: str) -> Iterator[tuple[str, tuple[Person, ...]]]:
    """Each name with all places that write it, in the order of their first."""
    groups: dict[str, list[Person]] = {}
    for person in persons(text):
        groups.setdefault(person.name, []).append(person)
    for name, group in groups.items():
        yield name, tuple(group)
