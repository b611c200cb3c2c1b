"""“四个自信”: 道路自信、理论自信、制度自信: a formulation that counts its members, and a list that does not hold them all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.lexicon import Members, members
from reviewer.rules.rule import Example, Raw, Rule

_ITEM = r"[“‘]?[\u4e00-\u9fff（）]{2,16}[”’]?"
_LIST = rf"(?P<list>{_ITEM}(?:[、，]{_ITEM}){{1,9}})"
_AFTER = re.compile(rf"[”’]?(?:[：:—（(]+|[，,]?(?:即|就是|也就是|也即|包括|是指|分别是)[：:]?){_LIST}")
_BEFORE = re.compile(rf"{_LIST}(?:这|的|等)?[“‘]?$")
_REACH = 120
_OPEN_ENDED = ("等", "以及", "和", "及", "与")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list of members beside the formulation `of`, at `start:end` of the text."""

    of: Members
    start: int
    end: int


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted((re.escape(m.text) for m in members()), key=len, reverse=True)))


def _lists(text: str) -> Iterator[_Listed]:
    by_name = {group.text: group for group in members()}
    for match in _names().finditer(text):
        group = by_name[match.group()]
        if after := _AFTER.match(text, match.end(), match.end() + _REACH):
            yield _Listed(group, *after.span("list"))
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        if before := _BEFORE.search(text[line : match.start()]):
            yield _Listed(group, line + before.start("list"), line + before.end("list"))


def _find(context: RuleContext) -> Iterator[Raw]:
    text = context.text
    for listed in _lists(text):
        words = text[listed.start : listed.end]
        absent = [wordings for wordings in listed.of.members if not any(wording in words for wording in wordings)]
        present = [w for wordings in listed.of.members for w in wordings if w in words]
        if len(absent) != 1 or len(listed.of.members) - 1 < 2:
            continue
        first = min(words.index(w) for w in present)
        last = max(words.index(w) + len(w) for w in present)
        if _goes_on(words[last:], text[listed.end : listed.end + 2]) or words[:first].count("、") > 1:
            continue
        right = _with(words[first:last], absent[0][0], listed.of)
        if right and (span := context.span(listed.start + first, listed.start + last)):
            yield Raw(span, f"“{listed.of.text}”共{len(listed.of.members)}项，这里没有列出“{absent[0][0]}”。", (right,))


def _goes_on(rest: str, after: str) -> bool:
    """Whether the list is open-ended, or its last item is written in a way that is not known."""
    return rest.lstrip("”’").startswith(_OPEN_ENDED) or after.startswith(_OPEN_ENDED)


def _with(words: str, member: str, group: Members) -> str:
    """The list with `member` at its place; what stands there and is no member gives way to it."""
    items = re.split(r"[、，]", words)
    separator = "，" if "，" in words else "、"
    at = next(i for i, wordings in enumerate(group.members) if member == wordings[0])
    total = len(group.members)
    if len(items) == total and not any(w in items[at] for wordings in group.members for w in wordings):
        return separator.join([*items[:at], member, *items[at + 1 :]])
    if len(items) == total - 1:
        return separator.join([*items[:at], member, *items[at:]])
    return ""


RULES = (
    Rule(
        id="formulation-members",
        name="提法所含各项不全",
        category=Category.FORMULATION,
        severity=Severity.WARNING,
        what="带数字的提法列出了各项，却少了一项或写错一项，如“四个自信”只列了三个自信。",
        why="提法里的数字与所列各项必须对得上。",
        instead="补上漏掉的一项，或者改正写错的一项。",
        check=Function(_find),
        bad=(
            Example(
                "坚定“四个自信”：道路自信、理论自信、制度自信。",
                "道路自信、理论自信、制度自信",
                "坚定“四个自信”：道路自信、理论自信、制度自信、文化自信。",
            ),
            Example(
                "增强“四个意识”（政治意识、大局意识、看齐意识），做到令行禁止。",
                "政治意识、大局意识、看齐意识",
                "增强“四个意识”（政治意识、大局意识、核心意识、看齐意识），做到令行禁止。",
            ),
            Example(
                "要坚决反对形式主义、官僚主义、享乐主义“四风”。",
                "形式主义、官僚主义、享乐主义",
                "要坚决反对形式主义、官僚主义、享乐主义、奢靡之风“四风”。",
            ),
        ),
        good=(
            "坚定“四个自信”：道路自信、理论自信、制度自信、文化自信。",
            "坚持“四个意识”，坚定道路自信、理论自信、制度自信。",
            "要坚决纠治“四风”，重点整治形式主义、官僚主义。",
        ),
    ),
)
