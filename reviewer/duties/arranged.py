"""Statements that order nothing in words and arrange something all the same."""

import re
from functools import cache

from reviewer.duties import cues
from reviewer.duties.clauses import TIME
from reviewer.duties.imperative import declares_at
from reviewer.duties.lexicon import duty_words
from reviewer.duties.sentence import Sentence
from reviewer.duties.verdict import Verdict
from reviewer.model.duty import DocumentKind, Modality
from reviewer.resource import lexicon

_TASKS_ONLY = (DocumentKind.PLAN, DocumentKind.OPINION)
_LOOSE = (DocumentKind.RULES, DocumentKind.OTHER)
_SHORTEST = 8
_SHORTEST_TASK = 14
_TELLS = (cues.PAST, cues.LACKS, cues.ARGUES, cues.DESCRIBES, cues.SOME)
_LIMIT = re.compile(r"[前内底末]$|^[每逐按]")
_GOAL = re.compile(rf"[\s\u3000]*(?:力争|争取)?(?:到|至){TIME}+，?")
_STATES = re.compile(
    r"(?:情况|信息)[。；]$|没有|[是有为](?:[，。；]|$)|(?:包括|含有|具有|属于|位于|存在|可能|可以)|(?<![一专])可(?![靠行操控持])|[：:=]|[一二三四五六七八九十]是|进入|进展[。；，]"
)
_STANDARD = re.compile(
    "做到|按[^，。；]{1,10}(?:比例|标准|进度|规定|程序)|日产日清|日清日结|应(?P<all>[\u4e00-\u9fff])尽(?P=all)|一式[两二三四五]份"
)
_NO_VERB = re.compile(r"[的、和与及者率]")


def task(sentence: Sentence) -> Verdict | None:
    """The verdict of a sentence that a field lays on somebody: a task unless it tells, argues or describes."""
    if len(sentence.text) < _SHORTEST_TASK or _tells(sentence):
        return None
    return Verdict("", 0, Modality.OBLIGATION, "列明了责任单位的任务")


def sets_goal(text: str) -> bool:
    """Whether a masked sentence says what is to be reached by a day ahead (到▣，覆盖率达到98%)."""
    return _GOAL.match(text) is not None and cues.TARGET.search(text) is not None


def arranges(sentence: Sentence, kind: DocumentKind) -> Verdict | None:
    """The verdict of a statement on what is done, how or by when, where work is set out in writing.

    Sentences that report, argue or describe have been told apart before.
    """
    text = sentence.masked
    if sentence.words.spoken or kind in _LOOSE or len(text) < _SHORTEST or not text.endswith(("。", "；")):
        return None
    if cues.LACKS.search(text) or _STATES.search(text):
        return None
    if _has_limit(sentence):
        return Verdict("", 0, Modality.OBLIGATION, "布置工作部分定了时限")
    if kind is DocumentKind.SPEECH:
        return None
    if how := _acts_how(text):
        return Verdict("", 0, Modality.OBLIGATION, f"布置工作部分写明怎样做：“{how}”")
    if standard := _STANDARD.search(text):
        return Verdict("", 0, Modality.OBLIGATION, f"布置工作部分的标准：“{standard[0]}”")
    if kind in _TASKS_ONLY and any(_has_verb(sentence, clause.head, clause.end) for clause in sentence.clauses):
        return Verdict("", 0, Modality.OBLIGATION, "方案、意见中布置的事项")
    return None


def _tells(sentence: Sentence) -> bool:
    text = sentence.masked
    if text.endswith(("！", "!", "？", "?")) or any(cue.search(text) for cue in _TELLS):
        return True
    return declares_at(sentence) is not None


def _has_limit(sentence: Sentence) -> bool:
    """Whether a clause that names a time says more, and the time is a limit or a rhythm."""
    at = sentence.masked.find(TIME)
    while at >= 0:
        end = at
        while sentence.masked.startswith(TIME, end):
            end += 1
        if _LIMIT.search(sentence.text[at:end]) and len(sentence.masked) - end > 2:
            return True
        at = sentence.masked.find(TIME, end)
    return False


def _acts_how(text: str) -> str:
    """The adverb and the verb behind it that say how a thing is dealt with (就地消纳), "" if there are none."""
    words = duty_words()
    for match in _how().finditer(text):
        verb = words.firm_verbs.at(text, match.end(), len(text))
        end = match.end() + len(verb)
        if len(words.verbs.before(text, max(0, match.start() - 2), match.start())) > 1:
            continue
        if verb and not _NO_VERB.match(text, end) and not words.compound_nouns.at(text, end, len(text)):
            return match[0] + verb
    return ""


@cache
def _how() -> re.Pattern[str]:
    return re.compile("|".join(sorted(str(lexicon("duties")["ways"]).split(), key=len, reverse=True)))


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause has a verb behind its topic (施工避让雨季)."""
    words, text = sentence.words, sentence.masked
    for at in range(start + 2, end - 2):
        verb = words.firm_verbs.at(text, at, end)
        after = at + len(verb)
        if len(verb) < 2 or _NO_VERB.match(text, after) or words.compound_nouns.at(text, after, end):
            continue
        if len(words.actor_endings.at(text, at, end)) <= len(verb):
            return True
    return False
