"""The short title, the firmness and the numbers of a duty."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.duties.clauses import Clause, clauses
from reviewer.duties.cues import BY_THEN, MODAL, WILL
from reviewer.duties.lexicon import DutyWords, duty_words

_LONGEST = 42
_ENOUGH = 8
_TOO_SHORT = 4
_COMPARATOR = re.compile(
    r"(?:不少于|不低于|不高于|不超过|至少|超过|达到|提高到|提升到|控制在|增长|下降|降低|新增|完成)\s*$"
)
_LONGEST_COMPARATOR = 12
_NUMBER = re.compile(
    r"[\d一二两三四五六七八九十百千](?:"
    r"(?<=\d)[\d.,]*\s*(?:[%％‰]|(?:万|亿|千)?(?:元|个|项|次|家|户|人|名|件|篇|份|条|场|期|批次?|公里|亩|吨|平方米|套|台|所|座|处|个百分点|门|例|起|小时))"
    r"|(?<!\d)[一二两三四五六七八九十百千]{0,5}(?:次|批|项|个|家|名)(?=以上|以下|$|[，。；]))(?:以上|以下|以内|左右)?"
)
_CONDITION = re.compile(
    r"(?:^|[，；])((?:对|对于|凡|凡是|如|如果|若|未经|经)?[^，。；]{2,40}的|未经[^，。；]{2,20}|如(?:有|遇|果)[^，。；]{2,30})，"
)
_MANNER = re.compile(r"(?:对|在|按照?|根据|通过|围绕|以|从|结合|针对|于|向|把|将)")
_DEMAND = re.compile(f"{MODAL.pattern}|{WILL.pattern}")
_ROLES = ("牵头", "负责", "配合", "协助")
_STOP = re.compile(r"[，；。！？：]$")


@dataclass(frozen=True, slots=True)
class Gist:
    """A duty in short; `firm` is true where one of its clauses names an act that can be ticked off."""

    action: str
    firm: bool


def gist(text: str, masked: str, start: int) -> Gist:
    """Title and firmness of the duty whose predicate begins at `start`; title words are the text's own."""
    return gist_of(text, masked, clauses(masked), start, len(text))


def gist_of(text: str, masked: str, parts: Sequence[Clause], start: int, end: int) -> Gist:
    """The same for a duty that ends at `end` of a text whose clauses are known."""
    words = duty_words()
    acts: list[tuple[int, int, bool]] = []
    behind = start
    for clause in parts:
        if clause.end <= start or clause.start >= end:
            continue
        act = _act(masked, clause, max(start, clause.head), words)
        if act:
            if not acts:
                behind = _behind_modal(masked, max(start, clause.head))
            acts.append(act)
    firm = [act for act in acts if act[2]]
    chosen = firm or acts
    if not chosen:
        return Gist(_STOP.sub("", _cut(text[start:end].strip())), False)
    begin, until, _ = chosen[0]
    if until - begin < _TOO_SHORT and chosen[0] is acts[0]:
        begin = behind
    title = text[begin:until]
    if len(title) < _ENOUGH and len(chosen) > 1 and chosen[1][1] - begin <= _LONGEST:
        title = text[begin : chosen[1][1]]
    return Gist(_cut(title), bool(firm))


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"


def _act(masked: str, clause: Clause, start: int, words: DutyWords) -> tuple[int, int, bool] | None:
    """Begin and end of the verb phrase of a clause, and whether it is firm."""
    start, end = _after_manner(masked, start, clause.end, words), clause.end
    verb = words.verbs.at(masked, start, end)
    if verb and len(verb) == end - start and verb in _ROLES:
        return None
    if not verb:
        at = _inner_firm_verb(masked, start, end, words)
        return (at, end, True) if at is not None else None
    firm = verb in words.firm_verbs
    return start, end, firm


def _after_manner(masked: str, start: int, end: int, words: DutyWords) -> int:
    """Skip modals, adverbs and times in front of a verb."""
    while start < end:
        behind = _behind_modal(masked, start)
        adverb = words.adverbs.at(masked, start, end)
        verb = words.verbs.at(masked, start, end)
        if behind > start:
            start = behind
        elif adverb and len(adverb) >= len(verb):
            start += len(adverb)
        elif not verb and (past_time := _past_time(masked, start, end, words)):
            start = past_time
        else:
            break
    return start


def _behind_modal(masked: str, start: int) -> int:
    match = _DEMAND.match(masked, start)
    return match.end() if match else start


def _past_time(masked: str, start: int, end: int, words: DutyWords) -> int | None:
    """Where a predicate begins behind a time (于6月30日前报送), None where no time stands here."""
    match = BY_THEN.match(masked, start, end)
    return match.end() if match and _predicate_at(masked, match.end(), end, words) else None


def _predicate_at(masked: str, start: int, end: int, words: DutyWords) -> bool:
    return bool(words.verbs.at(masked, start, end) or words.adverbs.at(masked, start, end))


def _inner_firm_verb(masked: str, start: int, end: int, words: DutyWords) -> int | None:
    """Where a firm verb stands behind a phrase of manner or a subject (在醒目位置公开…)."""
    manner = _MANNER.match(masked, start) is not None
    for at in range(start + 2, end - 1):
        verb = words.firm_verbs.at(masked, at, end)
        if len(verb) >= 2 and (manner or MODAL.match(masked, at - 1)):
            moved = re.search("[把将]", masked[start:at])
            return start + moved.start() if moved else at
    return None


def quantity(text: str) -> str | None:
    """The first number with a unit and its comparator, in the text's words; None where there is none."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    compared = _COMPARATOR.search(text, max(0, match.start() - _LONGEST_COMPARATOR), match.start())
    return text[compared.start() if compared else match.start() : match.end()].strip()


def condition(text: str) -> str | None:
    """The case in which the duty holds (对…的, 未经批准), None where it always does."""
    if "的，" not in text and "未经" not in text and "如" not in text:
        return None
    match = _CONDITION.search(text)
    return match.group(1) if match else None
