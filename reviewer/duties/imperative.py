"""Which clause of a sentence begins with a verb, and whether a statement takes its force away."""

import re

from reviewer.duties import cues
from reviewer.duties.clauses import TIME
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.sentence import Sentence

_COUNTED = re.compile(r"(?:一批|一系列|一[个项家支套]|\d|[两三四五六七八九十]+[个项家支])")


_CASE = re.compile("(?:已|凡|未|对)[^，。；]{2,24}的[^，。；的]{1,6}")
_LATEST_REFUSAL = 3
_REFUSED = re.compile(
    "(?:一律|均|都)?不(?:再|予|受理|重复|参评|参加|参与|享受|纳入|列入|计入|安排|补助|奖补|验收|拨付)"
)
_HOLDS_BELIEF = re.compile(
    r"(?:牢固|自觉|始终|深入|切实)*(?:树牢|树立|践行|贯彻|秉持|坚持|强化|确立)[^，。；]{2,}?是[^，。；]{2,}(?:理念|思想|意识|观念|定位|信念|宗旨)$"
)


def first_imperative(sentence: Sentence, offset: int) -> tuple[int, str] | None:
    """The first clause that begins with a verb, after its subject and adverbs, and that verb."""
    words = sentence.words
    for index, (clause, actor) in enumerate(zip(sentence.clauses, sentence.actors, strict=True)):
        if clause.end <= offset or cues.GROUND.fullmatch(sentence.masked, clause.head, clause.end):
            continue
        if sentence.masked[clause.end - 1] == "的" and index + 1 < len(sentence.clauses):
            continue
        if sentence.masked.startswith("对", clause.head) and _is_named(sentence, index + 1):
            continue
        start = max(offset, actor.end if actor else clause.head)
        verb = imperative_at(sentence.masked, start, clause.end, words, bool(actor))
        if not verb and (case := cues.CONDITION_END.match(sentence.masked, start, clause.end)):
            verb = imperative_at(sentence.masked, case.end(), clause.end, words, True)
        if not verb and sentence.masked.find("不", start, start + _LATEST_REFUSAL) >= 0:
            in_case = index > 0 and _is_case(sentence, index - 1)
            refuses = _REFUSED if in_case else cues.REFUSES if actor else None
            verb = "不" if refuses and refuses.match(sentence.masked, start, clause.end) else ""
        if not verb and (handled := cues.HANDLED.match(sentence.masked, start, clause.end)):
            verb = handled["verb"]
        if not verb and cues.IN_FRONT.match(sentence.masked, start, clause.end):
            charged = bool(actor) or TIME in sentence.masked[max(0, start - 3) : start]
            verb = _inner_verb(sentence.masked, start, clause.end, words, charged)
        if verb:
            return index, verb
    return None


def _is_case(sentence: Sentence, index: int) -> bool:
    """Whether the clause at `index` only says in what case the next one holds (已获补助的, 已参保的农户)."""
    clause = sentence.clauses[index]
    return (
        sentence.masked[clause.end - 1] == "的" or _CASE.fullmatch(sentence.masked, clause.head, clause.end) is not None
    )


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether the clause at `index` begins with somebody's name."""
    actor = sentence.actors[index] if index < len(sentence.actors) else None
    return actor is not None and bool(actor.units)


def _inner_verb(text: str, start: int, end: int, words: DutyWords, has_actor: bool) -> str:
    """A firm verb behind a phrase that says how or where (根据评议情况择优立项), "" if there is none."""
    for at in range(start + 3, end - 1):
        before = words.adverbs.before(text, start, at)
        verb = (words.verbs if before else words.firm_verbs).at(text, at, end)
        verb = verb or (words.verbs.at(text, at, end) if _COUNTED.match(text, at + 2, end) else "")
        bare = before or has_actor or text[at - 1] == TIME or _COUNTED.match(text, at + len(verb), end)
        if bare and len(verb) > 1 and not words.compound_nouns.at(text, at + len(verb), end):
            return verb
    return ""


def imperative_at(text: str, start: int, end: int, words: DutyWords, has_actor: bool) -> str:
    """The verb of an imperative that begins at `start`, "" if there is none."""
    manner = False
    for _ in range(6):
        if by_then := cues.BY_THEN.match(text, start, end):
            start = by_then.end()
        if may := cues.MAY.match(text, start, end):
            start = may.end()
        verb = words.verbs.at(text, start, end)
        adverb = words.adverbs.at(text, start, end)
        if len(words.actor_endings.at(text, start, end)) > len(verb) > 1:
            return ""
        if verb and len(verb) >= len(adverb):
            after = text[start + len(verb) : end]
            if not after and len(verb) == 1:
                return ""
            nominal = cues.NOMINAL.match(after) if len(verb) <= 2 else None
            if nominal and not has_actor and not (verb in cues.BUILDS and len(nominal[0]) > 1):
                return ""
            noun = words.compound_nouns.at(text, start + len(verb), end)
            if noun and cues.NOUN_IS.match(text, start + len(verb) + len(noun), end):
                return ""
            if cues.GROWN_CLAUSE.match(text, start, end) and not has_actor:
                return ""
            return verb
        if not adverb:
            sure = manner and end - start > 1 and not cues.NOMINAL.match(text, start, end)
            return text[start : start + 2] if sure else ""
        manner = adverb in cues.MANNER
        start += len(adverb) + (text[start + len(adverb) : start + len(adverb) + 1] == "地")
    return ""


def declares_at(sentence: Sentence) -> int | None:
    """The index of the first clause that says what something is."""
    for index, clause in enumerate(sentence.clauses):
        words = sentence.masked[clause.head : clause.end]
        if "是" not in words:
            continue
        if cues.CLAUSE_COPULA.match(words):
            return index
        copula = cues.COPULA.search(words)
        if copula and not cues.FOCUS_COPULA.search(words) and not _HOLDS_BELIEF.match(words):
            return index
    return None


def _is_answerable(sentence: Sentence, index: int) -> bool:
    clause = sentence.clauses[index]
    return cues.ANSWERABLE.search(sentence.masked, clause.head, clause.end) is not None


def is_declared(sentence: Sentence, imperative: int, copula: int | None) -> bool:
    """Whether the verb phrase is only the subject of a statement (VP，是……的保障)."""
    if copula is None:
        return False
    if copula < imperative and sentence.actors[copula] and _is_answerable(sentence, copula):
        return False
    if copula == imperative + 1 == len(sentence.clauses) - 1:
        clause = sentence.clauses[copula]
        if cues.TOPIC.match(sentence.masked, clause.head, clause.end):
            return True
    if copula <= imperative:
        return not sentence.actors[imperative] or copula == imperative
    clause = sentence.clauses[copula]
    return cues.CLAUSE_COPULA.match(sentence.masked[clause.head : clause.end]) is not None
