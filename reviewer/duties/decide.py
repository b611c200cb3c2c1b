"""Does a sentence bind anybody?"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reviewer.duties import cues
from reviewer.duties.actors import Actor, actor_at
from reviewer.duties.clauses import TIME, Clause
from reviewer.duties.lexicon import DutyWords, duty_words
from reviewer.duties.parts import heralds
from reviewer.model.duty import DocumentKind, Modality, PartFunction

_WISHES = ("希望", "号召")
_SOFT_VERBS = (*_WISHES, "指出", "认为", "研究")
_FAR = 14
_SPOKEN = (DocumentKind.SPEECH, DocumentKind.REPORT, DocumentKind.SUMMARY)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a sentence binds: the words, how, and a Chinese reason. `at` is the trigger's offset in the sentence."""

    trigger: str
    at: int
    modality: Modality
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence ready to be judged: its own words, the masked ones, its clauses and their subjects."""

    text: str
    masked: str
    clauses: tuple[Clause, ...]
    actors: tuple[Actor | None, ...]


def may_bind(words: str, function: PartFunction) -> bool:
    """Whether a sentence can bind at all: outside the parts that set out work it needs a modal or an aim."""
    if function is PartFunction.OPENING and (cues.SETS_OUT.search(words) or cues.BY_A_YEAR.search(words)):
        return True
    return function is PartFunction.WORK or cues.MODAL.search(words) is not None or "会议" in words


def prepare(text: str, masked_text: str, parts: list[Clause], words: DutyWords) -> Sentence:
    """Find the subject of each clause: at its head or, failing that, behind 由."""
    actors: list[Actor | None] = []
    for clause in parts:
        actor = actor_at(text, masked_text, clause.head, clause.end, words)
        if actor is None and (handed := cues.BY.search(masked_text, clause.head, clause.end)):
            actor = actor_at(text, masked_text, handed.start(), clause.end, words)
        actors.append(actor)
    return Sentence(text, masked_text, tuple(parts), tuple(actors))


def judge(
    sentence: Sentence, function: PartFunction, kind: DocumentKind, issuers: Sequence[str] = ()
) -> Verdict | None:
    """The reason why the sentence lays a duty on somebody, None where it lays none.

    `issuers` are the names of the bodies whose document it is, so that their 将 is their own commitment.
    """
    text = sentence.masked
    if function is PartFunction.APPARATUS or cues.PURPOSE.search(text) or cues.LEGAL.search(text) or heralds(text):
        return None
    if cues.WISHES.match(text):
        return None
    offset = 0
    own_demand = False
    match = cues.MINUTES_VERB.match(text) if kind is DocumentKind.MINUTES else None
    if kind is DocumentKind.MINUTES and cues.MINUTES_PAST.match(text):
        return None
    if match is not None:
        offset, own_demand = match.end(), match["verb"] not in _SOFT_VERBS
        if not own_demand and (match["verb"] in _WISHES or _modal(sentence, offset) is None):
            return None
    elif (relayed := _relayed(sentence)) is not None:
        return _follow_up(sentence, relayed)
    if cues.EXHORTS.search(text) and not any(actor and actor.units for actor in sentence.actors):
        return None
    modal = _modal(sentence, offset)
    before_headings = function is PartFunction.OPENING and kind not in _SPOKEN
    if before_headings and (cues.SETS_OUT.search(text) or cues.BY_A_YEAR.search(sentence.text)):
        own_demand = True
    if function is PartFunction.WORK or own_demand:
        return _in_work(sentence, modal, offset, issuers)
    return _elsewhere(sentence, modal, function, kind)


def _modal(sentence: Sentence, offset: int) -> re.Match[str] | None:
    """The first modal that binds, from `offset` on."""
    text = sentence.masked
    starts = [clause.start for clause in sentence.clauses]
    for match in cues.MODAL.finditer(text, offset):
        number = bisect_right(starts, match.start()) - 1
        if number < 0 or match.start() >= sentence.clauses[number].end:
            continue
        clause = sentence.clauses[number]
        words = text[clause.start : clause.end]
        if (cues.ARGUES.search(words) and not match["ban"]) or words.endswith("的"):
            continue
        if match.group() == "请" and match.start() != clause.head:
            continue
        if cues.SCENE.match(text, clause.head, clause.end) or _is_object(sentence, number, match):
            continue
        if cues.SAYS.match(text, match.end()) or cues.ATTRIBUTE.search(text, clause.start, match.start()):
            continue
        return match
    return None


def _is_object(sentence: Sentence, number: int, match: re.Match[str]) -> bool:
    """Whether a word that may ban is only told of in that clause (把禁止入境作为……)."""
    if match.group() not in ("禁止", "杜绝", "不能"):
        return False
    words = duty_words()
    clause, actor = sentence.clauses[number], sentence.actors[number]
    at = actor.end if actor else clause.head
    while adverb := words.adverbs.at(sentence.masked, at, match.start()):
        at += len(adverb)
    if at < match.start():
        return True
    before = sentence.masked[max(0, clause.start - 12) : clause.start].rstrip("，")
    named = bool(words.actor_endings.before(before, 0, len(before)))
    return match.group() == "不能" and actor is None and not named


def _verdict(match: re.Match[str], why: str) -> Verdict:
    word = match.group()
    if match["ban"]:
        modality = Modality.PROHIBITION
    elif word in ("力争", "争取"):
        modality = Modality.TARGET
    else:
        modality = Modality.OBLIGATION
    return Verdict(word, match.start(), modality, why)


def _in_work(sentence: Sentence, modal: re.Match[str] | None, offset: int, issuers: Sequence[str]) -> Verdict | None:
    """The verdict in a part that sets out work: everything binds but what reports, argues or describes."""
    text = sentence.masked
    target = cues.TARGET.search(text)
    if cues.SOME.match(text) and (modal is None or modal.start() > _FAR):
        return None
    if modal is not None:
        if modal.group() in ("确保", "力争") and target:
            return Verdict(modal.group(), modal.start(), Modality.TARGET, f"布置工作部分，有“{modal.group()}”和指标")
        return _verdict(modal, f"布置工作部分，有“{modal.group()}”")
    if cues.BY_A_YEAR.search(sentence.text) and not cues.DESCRIBES.search(text):
        return Verdict("", 0, Modality.TARGET, "布置工作部分到某一年的目标")
    if cues.ANNOUNCES.search(text):
        return None
    if (
        text.endswith(("！", "!"))
        or cues.PAST.search(text)
        or (cues.LACKS.search(text) and not _first_imperative(sentence, offset))
    ):
        return None
    if match := cues.ANSWERS_FOR.search(text):
        return Verdict("由" + text[match.end() : match.end() + 2], match.start(), Modality.OBLIGATION, "写明“由……负责”")
    if will := cues.WILL.search(text):
        if _others_plan(sentence, will.start(), issuers):
            return None
        return Verdict("将", will.start(), Modality.COMMITMENT, "本单位“将”要做的工作")
    if cues.ARGUES.search(text):
        return None
    found = _first_imperative(sentence, offset)
    copula = _declares_at(sentence)
    if found is not None and not _is_declared(sentence, found[0], copula):
        index, verb = found
        modality = Modality.PERMISSION if _is_permission(sentence, index) else Modality.OBLIGATION
        if verb == "不":
            modality = Modality.PROHIBITION
        if target and not sentence.actors[index] and verb in ("达到", "实现", "建成", "完成"):
            modality = Modality.TARGET
        return Verdict("", sentence.clauses[index].head, modality, f"布置工作部分的祈使句，以“{verb}”起头")
    if copula is not None or cues.DESCRIBES.search(text):
        return None
    if target:
        head = next(c.head for c in sentence.clauses if target.start() < c.end)
        return Verdict("", head, Modality.TARGET, "布置工作部分的指标")
    if TIME in text and any(actor and actor.units for actor in sentence.actors):
        return Verdict("", 0, Modality.OBLIGATION, "布置工作部分点了名、定了时限")
    if passive := cues.PASSIVE.search(text):
        return Verdict("", 0, Modality.OBLIGATION, f"布置工作部分要求按时“{passive['verb'] or passive['rule']}”")
    return None


def _is_permission(sentence: Sentence, index: int) -> bool:
    actor = sentence.actors[index]
    start = actor.end if actor else sentence.clauses[index].head
    return cues.MAY.match(sentence.masked, start) is not None


def _elsewhere(
    sentence: Sentence, modal: re.Match[str] | None, function: PartFunction, kind: DocumentKind
) -> Verdict | None:
    """The verdict outside the work parts: only a modal that addresses somebody binds."""
    if modal is None or modal["assure"]:
        return None
    word = modal.group()
    if modal["ask"]:
        return _verdict(modal, "请有关单位办理") if kind not in _SPOKEN else None
    if word in ("原则上", "一律") or cues.PAST.search(sentence.masked[modal.start() :]):
        return None
    if cues.BELIEVES.search(sentence.masked[: modal.start()]):
        return None
    for clause, actor in zip(sentence.clauses, sentence.actors, strict=True):
        bare = function is PartFunction.OPENING and kind not in _SPOKEN and modal.start() == clause.head
        if bare and cues.BARE_DEMAND.match(sentence.masked, clause.head):
            return _verdict(modal, f"有“{word}”的要求")
        if actor is None or actor.start > modal.start():
            continue
        told = cues.PAST.search(sentence.masked, clause.start, clause.end) is not None
        if (function is PartFunction.OPENING and not told) or clause.start <= modal.start() < clause.end:
            return _verdict(modal, f"点名要求，有“{word}”")
    return None


def _relayed(sentence: Sentence) -> int | None:
    """The index of the clause in which a superior or a text is quoted, None where none is."""
    words = duty_words()
    superior = _superior_pattern()
    for index, clause in enumerate(sentence.clauses):
        match = cues.RELAY_VERB.search(sentence.masked, clause.head, min(clause.end + 1, len(sentence.masked)))
        if not match or match.start() >= clause.end:
            continue
        subject = sentence.masked[clause.head : match.start()]
        if cues.NOT_A_RELAY.match(subject) or cues.MODAL.search(subject):
            continue
        if _imperative_at(sentence.masked, clause.head, clause.end, words, False) and subject:
            continue
        said_before = sentence.text[: clause.start] if len(subject) <= 2 else ""
        noun = cues.NOUN_BEFORE.search(subject) is not None
        told = (
            match.end() == clause.end
            and not noun
            and len(subject) > 1
            and not subject.endswith(("我们", "我局", "我", "本会"))
        )
        if told or superior.search(sentence.text, clause.head, match.start()) or superior.search(said_before):
            return index
    return None


@cache
def _superior_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, duty_words().superiors)) + "|》")


def _follow_up(sentence: Sentence, relayed: int) -> Verdict | None:
    """Our own demand after the words of another: a later clause with a subject of ours and a modal.

    Where the relaying verb ends its clause, what follows may still be its content, also if it names 各单位.
    """
    clause = sentence.clauses[relayed]
    content = cues.RELAY_END.search(sentence.masked, clause.head, clause.end) is not None
    for clause, actor in list(zip(sentence.clauses, sentence.actors, strict=True))[relayed + 1 :]:
        if actor is None:
            continue
        match = cues.MODAL.match(sentence.masked, actor.end, clause.end) or cues.MODAL.search(
            sentence.masked, actor.end, min(actor.end + 6, clause.end)
        )
        ours = not actor.units or actor.units[0].startswith(("全", "我", "本") if content else ("全", "各", "我", "本"))
        if match and ours and "“" not in sentence.text[: actor.start].rsplit("”", 1)[-1]:
            return _verdict(match, f"转述之后本单位的要求，有“{match.group()}”")
    return None


def _others_plan(sentence: Sentence, at: int, issuers: Sequence[str]) -> bool:
    """Whether the subject before 将 is a body other than the speaker's own."""
    own = (*duty_words().own_bodies, *issuers)
    for clause in sentence.clauses:
        if clause.start <= at < clause.end:
            subject = sentence.masked[clause.head : at]
            if not subject:
                return False
            above = cues.ABOVE.match(subject) or _superior_pattern().search(subject)
            return above is not None and not any(subject.endswith(body) for body in own)
    return False


def _first_imperative(sentence: Sentence, offset: int) -> tuple[int, str] | None:
    """The first clause that begins with a verb, after its subject and adverbs, and that verb."""
    words = duty_words()
    for index, (clause, actor) in enumerate(zip(sentence.clauses, sentence.actors, strict=True)):
        if clause.end <= offset:
            continue
        start = max(offset, actor.end if actor else clause.head)
        verb = _imperative_at(sentence.masked, start, clause.end, words, bool(actor))
        if not verb and (case := cues.CONDITION_END.match(sentence.masked, start, clause.end)):
            verb = _imperative_at(sentence.masked, case.end(), clause.end, words, True)
        if not verb and actor and cues.REFUSES.match(sentence.masked, start, clause.end):
            verb = "不"
        if not verb and (handled := cues.HANDLED.match(sentence.masked, start, clause.end)):
            verb = handled["verb"]
        if not verb and cues.IN_FRONT.match(sentence.masked, start, clause.end):
            verb = _inner_verb(sentence.masked, start, clause.end, words, bool(actor))
        if verb:
            return index, verb
    return None


def _inner_verb(text: str, start: int, end: int, words: DutyWords, has_actor: bool) -> str:
    """A firm verb behind a phrase that says how or where (根据评议情况择优立项), "" if there is none."""
    for at in range(start + 3, end - 1):
        before = words.adverbs.before(text, start, at)
        verb = (words.verbs if before else words.firm_verbs).at(text, at, end)
        bare = before or has_actor or text[at - 1] == TIME
        if bare and len(verb) > 1 and not words.compound_nouns.at(text, at + len(verb), end):
            return verb
    return ""


def _imperative_at(text: str, start: int, end: int, words: DutyWords, has_actor: bool) -> str:
    """The verb of an imperative that begins at `start`, "" if there is none."""
    manner = False
    for _ in range(6):
        if by_then := cues.BY_THEN.match(text, start, end):
            start = by_then.end()
        if may := cues.MAY.match(text, start, end):
            start = may.end()
        verb = words.verbs.at(text, start, end)
        adverb = words.adverbs.at(text, start, end)
        if verb and len(verb) >= len(adverb):
            after = text[start + len(verb) : end]
            if not after and len(verb) == 1:
                return ""
            if len(verb) <= 2 and cues.NOMINAL.match(after) and not has_actor:
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


def _declares_at(sentence: Sentence) -> int | None:
    """The index of the first clause that says what something is."""
    for index, clause in enumerate(sentence.clauses):
        words = sentence.masked[clause.head : clause.end]
        if cues.CLAUSE_COPULA.match(words):
            return index
        if "是" in words and cues.COPULA.search(words) and not cues.FOCUS_COPULA.search(words):
            return index
    return None


def _is_declared(sentence: Sentence, imperative: int, copula: int | None) -> bool:
    """Whether the verb phrase is only the subject of a statement (VP，是……的保障)."""
    if copula is None:
        return False
    if copula == imperative + 1 == len(sentence.clauses) - 1:
        clause = sentence.clauses[copula]
        if cues.TOPIC.match(sentence.masked, clause.head, clause.end):
            return True
    if copula <= imperative:
        return not sentence.actors[imperative] or copula == imperative
    clause = sentence.clauses[copula]
    return cues.CLAUSE_COPULA.match(sentence.masked[clause.head : clause.end]) is not None
