"""Whose plans a sentence tells: the document's own body's, or those of bodies above it."""

import re
from collections.abc import Sequence
from functools import cache

from reviewer.duties import cues
from reviewer.duties.lexicon import duty_words
from reviewer.duties.sentence import Sentence

_FARTHEST_WILL = 14
_OF_COUNTY = re.compile(r"(?:[\u4e00-\u9fff]{1,5}市)?[\u4e00-\u9fff]{1,5}?(?:(?<!自治)区|县|旗)(?!域)")
_OF_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{1,12}?(?:镇|乡(?!村)|街道)(?:人民政府|政府|党委|办事处|党工委)")
_ABOVE_COUNTY = re.compile(r"(?:国家|中央|省|市)(?:[局委厅办部]|级|政府|[\u4e00-\u9fff]{2,8}[局委办厅部](?!的))")
_ABOVE_TOWNSHIP = re.compile(r"(?:国家|中央|[省市县区])(?:[局委厅办部]|级|政府|[\u4e00-\u9fff]{2,8}[局委办厅部](?!的))")


@cache
def superior_pattern() -> re.Pattern[str]:
    """Those who stand above whoever writes, and texts that speak for them."""
    return re.compile("|".join(map(re.escape, duty_words().superiors)) + "|》")


def is_others_plan(sentence: Sentence, at: int, issuers: Sequence[str]) -> bool:
    """Whether the subject before 将 is a body other than the speaker's own."""
    own = (*sentence.words.own_bodies, *issuers)
    for clause in sentence.clauses:
        if clause.start <= at < clause.end:
            subject = sentence.masked[clause.head : at]
            if not subject:
                return False
            above = cues.ABOVE.match(subject) or superior_pattern().search(subject)
            return above is not None and not any(_speaks_for(body, subject) for body in own)
    return False


def is_told_of_above(sentence: Sentence, issuers: Sequence[str]) -> bool:
    """Whether a sentence only tells what a body above the document's own county or township will do (市局将为各区……)."""
    if "将" not in sentence.masked:
        return False
    township = any(_OF_TOWNSHIP.match(name) for name in issuers)
    if not township and not any(_OF_COUNTY.match(name) for name in issuers):
        return False
    above = _ABOVE_TOWNSHIP if township else _ABOVE_COUNTY
    for clause in sentence.clauses:
        at = sentence.masked.find("将", clause.head + 1, min(clause.end, clause.head + _FARTHEST_WILL))
        if at > 0 and above.match(sentence.masked, clause.head, at):
            return not any(actor and actor.units and actor.start > at for actor in sentence.actors)
    return False


def _speaks_for(body: str, subject: str) -> bool:
    """Whether `subject` is the `body` or, the body being its general office, the whole that it speaks for."""
    whole = body.removesuffix("办公厅").removesuffix("办公室")
    return subject.endswith(body) or (whole != body and len(whole) > 2 and whole in subject)
