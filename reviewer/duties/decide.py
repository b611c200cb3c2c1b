"""Does a sentence bind anybody?"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reviewer.duties import cues
from reviewer.duties.actors import Actor
from reviewer.duties.arranged import arranges, sets_goal, task
from reviewer.duties.clauses import TIME
from reviewer.duties.imperative import declares_at, first_imperative, imperative_at, is_declared
from reviewer.duties.others import is_others_plan, is_told_of_above, superior_pattern
from reviewer.duties.sentence import Sentence
from reviewer.duties.spoken import Order, only_talks, order_by_turn, order_by_verb, recalls
from reviewer.duties.verdict import Verdict
from reviewer.model.duty import DocumentKind, Modality, PartFunction

_WISHES = ("希望", "号召")
_SOFT_VERBS = (*_WISHES, "指出", "认为", "研究")
_BINDS_NOBODY = re.compile("|".join(told.pattern for told in (cues.PURPOSE, cues.LEGAL, cues.HERALDS)))
_FAR = 14
_LATEST_SOME = 8
_SPOKEN = (DocumentKind.SPEECH, DocumentKind.REPORT, DocumentKind.SUMMARY)


def may_bind(words: str, function: PartFunction) -> bool:
    """Whether a sentence can bind at all: outside the parts that set out work it needs a modal or an aim."""
    if function is PartFunction.OPENING and (cues.SETS_OUT.search(words) or cues.BY_A_YEAR.search(words)):
        return True
    if function in (PartFunction.WORK, PartFunction.CLOSING) or cues.COMMITS.match(words):
        return True
    return cues.MODAL.search(words) is not None or "会议" in words


def judge(
    sentence: Sentence,
    function: PartFunction,
    kind: DocumentKind,
    issuers: Sequence[str] = (),
    *,
    charged: bool = False,
) -> Verdict | None:
    """The reason why the sentence lays a duty on somebody, None where it lays none.

    `issuers` are the names of the bodies whose document it is, so that their 将 is their own commitment. `charged` says
    that a field (责任单位：……) governs the sentence.
    """
    text = sentence.masked
    if function is PartFunction.APPARATUS or _BINDS_NOBODY.search(text) or cues.ANNEXED.match(text):
        return None
    if cues.WISHES.match(text) or (kind is DocumentKind.MINUTES and cues.PRESENT.search(text)):
        return None
    if commits := cues.COMMITS.match(text):
        return Verdict(commits["word"], commits.start("word"), Modality.COMMITMENT, "对问题作出的承诺")
    offset = 0
    own_demand = False
    match = cues.MINUTES_VERB.match(text) if kind is DocumentKind.MINUTES else None
    if kind is DocumentKind.MINUTES and cues.MINUTES_PAST.match(text):
        return None
    if match is not None:
        offset, own_demand = match.end(), match["verb"] not in _SOFT_VERBS
        if not own_demand and (match["verb"] in _WISHES or _only_insists(sentence, _modal(sentence, offset))):
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
        if sentence.words.spoken and only_talks(sentence):
            return None
        verdict = _in_work(sentence, modal, offset, issuers, kind)
        return verdict or (task(sentence) if charged else None)
    return _elsewhere(sentence, modal, function, kind)


def _only_insists(sentence: Sentence, modal: re.Match[str] | None) -> bool:
    """Whether what a meeting finds has no modal, or only one that stresses a statement (是……，一刻也不能停)."""
    if modal is None:
        return True
    clause = next((c for c in sentence.clauses if c.start <= modal.start() < c.end), None)
    insists = clause is not None and cues.INSISTS.match(sentence.masked, clause.head) is not None
    return insists and declares_at(sentence) is not None


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
        if (cues.ARGUES.search(words) and match[0] not in cues.BANS) or words.endswith("的"):
            continue
        if match.group() == "请" and match.start() != clause.head:
            continue
        if cues.SCENE.match(text, clause.head, clause.end) or _is_object(sentence, number, match):
            continue
        if cues.SAYS.match(text, match.end()) or (
            text.startswith("就", match.start() - 1) and cues.WARNS.search(text, 0, match.start())
        ):
            continue
        if cues.ATTRIBUTE.search(text, clause.start, match.start()) or (
            text.endswith("是", clause.start, match.start()) and cues.TO_BE_DONE.match(text, match.end(), clause.end)
        ):
            continue
        return match
    return None


def _is_object(sentence: Sentence, number: int, match: re.Match[str]) -> bool:
    """Whether a word that may ban is only told of in that clause (把禁止入境作为……)."""
    if match.group() not in ("禁止", "杜绝", "不能"):
        return False
    words = sentence.words
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
    if word in cues.BANS:
        modality = Modality.PROHIBITION
    elif word in ("力争", "争取"):
        modality = Modality.TARGET
    else:
        modality = Modality.OBLIGATION
    return Verdict(word, match.start(), modality, why)


def _in_work(
    sentence: Sentence, modal: re.Match[str] | None, offset: int, issuers: Sequence[str], kind: DocumentKind
) -> Verdict | None:
    """The verdict in a part that sets out work: everything binds but what reports, argues or describes."""
    text = sentence.masked
    if _is_of_some(text) and (modal is None or modal.start() > _FAR):
        return None
    if modal is not None:
        if modal.group() in ("确保", "力争") and cues.TARGET.search(text):
            return Verdict(modal.group(), modal.start(), Modality.TARGET, f"布置工作部分，有“{modal.group()}”和指标")
        return _verdict(modal, f"布置工作部分，有“{modal.group()}”")
    if cues.DEFINES.match(text) or is_told_of_above(sentence, issuers):
        return None
    if (cues.BY_A_YEAR.search(sentence.text) or sets_goal(text)) and not cues.DESCRIBES.search(text):
        return Verdict("", 0, Modality.TARGET, "布置工作部分到某一年的目标")
    if cues.ANNOUNCES.search(text) and not _begins_before(sentence):
        return None
    if cues.NOT_BUT.search(text):
        return None
    order = order_by_turn(text, sentence.clauses, sentence.actors)
    if (
        text.endswith(("！", "!"))
        or cues.PAST.search(text)
        or (cues.LACKS.search(text) and not first_imperative(sentence, offset))
    ):
        order = order or _spoken_order(sentence)
        return _ordered(sentence, order) if order else None
    if match := cues.ANSWERS_FOR.search(text):
        return Verdict("由" + text[match.end() : match.end() + 2], match.start(), Modality.OBLIGATION, "写明“由……负责”")
    if asked := next((a for a in sentence.actors if a and _is_handed(a, text, "请")), None):
        return Verdict("请", asked.start - 1, Modality.OBLIGATION, "请有关单位办理")
    if will := cues.WILL.search(text):
        if is_others_plan(sentence, will.start(), issuers):
            return None
        return Verdict("将", will.start(), Modality.COMMITMENT, "本单位“将”要做的工作")
    if order:
        return _ordered(sentence, order)
    if cues.ARGUES.search(text):
        order = _spoken_order(sentence)
        return _ordered(sentence, order) if order else None
    found = first_imperative(sentence, offset)
    copula = declares_at(sentence)
    target = cues.TARGET.search(text)
    story = sentence.words.spoken and recalls(text)
    if found is not None and not story and not is_declared(sentence, found[0], copula):
        index, verb = found
        modality = Modality.PERMISSION if _is_permission(sentence, index) else Modality.OBLIGATION
        if verb == "不":
            modality = Modality.PROHIBITION
        if target and not sentence.actors[index] and verb in ("达到", "实现", "建成", "完成"):
            modality = Modality.TARGET
        return Verdict("", sentence.clauses[index].head, modality, f"布置工作部分的祈使句，以“{verb}”起头")
    if copula is not None or cues.DESCRIBES.search(text):
        order = _spoken_order(sentence)
        return _ordered(sentence, order) if order else None
    if target:
        head = next(c.head for c in sentence.clauses if target.start() < c.end)
        return Verdict("", head, Modality.TARGET, "布置工作部分的指标")
    if TIME in text and not story and any(actor and actor.units for actor in sentence.actors):
        return Verdict("", 0, Modality.OBLIGATION, "布置工作部分点了名、定了时限")
    if passive := cues.PASSIVE.search(text):
        return Verdict(
            "",
            0,
            Modality.OBLIGATION,
            f"布置工作部分要求按时“{passive['verb'] or passive['rule'] or passive['counts']}”",
        )
    if order := order_by_verb(text, sentence.clauses, sentence.actors, sentence.words):
        return _ordered(sentence, order)
    if handed := next((a for a in sentence.actors if a and _is_handed(a, text, "由")), None):
        return Verdict("由", handed.start - 1, Modality.OBLIGATION, "布置工作部分写明由谁办理")
    return arranges(sentence, kind)


def _is_handed(actor: Actor | None, text: str, by: str = "请由") -> bool:
    """Whether a masked sentence hands its task to a named unit (由……, 请……)."""
    return actor is not None and bool(actor.units) and actor.start > 0 and text[actor.start - 1] in by


def _begins_before(sentence: Sentence) -> bool:
    """Whether a sentence that announces a list sets something to do before (突出……，实施以下工程：)."""
    heads = ((clause.head, clause.end) for clause in sentence.clauses[:-1])
    return any(
        imperative_at(sentence.masked, head, end, sentence.words, False)
        for head, end in heads
        if not cues.ALONG.match(sentence.masked, head)
    )


def _is_of_some(text: str) -> bool:
    """Whether a sentence begins with some who fall short."""
    some = cues.SOME.search(text, 0, _LATEST_SOME + 4)
    return some is not None and some.start() <= _LATEST_SOME and not cues.STOP.search(text, 0, some.start())


def _spoken_order(sentence: Sentence) -> Order | None:
    """The order of an everyday verb where the document is talked, although the sentence tells or argues elsewhere."""
    if not sentence.words.spoken:
        return None
    return order_by_verb(sentence.masked, sentence.clauses, sentence.actors, sentence.words)


def _ordered(sentence: Sentence, order: Order) -> Verdict:
    """The verdict of a spoken order, which begins with the first imperative where one stands before it."""
    earlier = first_imperative(sentence, 0)
    first = min(order.clause, earlier[0]) if earlier else order.clause
    ban = order.ban and first == order.clause
    modality = Modality.PROHIBITION if ban else Modality.OBLIGATION
    at = sentence.clauses[first].head
    return Verdict(order.words if ban else "", at, modality, f"布置工作部分的口头要求，有“{order.words}”")


def _is_permission(sentence: Sentence, index: int) -> bool:
    actor = sentence.actors[index]
    clause = sentence.clauses[index]
    start = actor.end if actor else clause.head
    case = cues.CONDITION_END.match(sentence.masked, start, clause.end)
    return cues.MAY.match(sentence.masked, case.end() if case else start) is not None


def _elsewhere(
    sentence: Sentence, modal: re.Match[str] | None, function: PartFunction, kind: DocumentKind
) -> Verdict | None:
    """The verdict outside the work parts: only a modal that addresses somebody binds, or in the end a last order."""
    if modal is None and function is PartFunction.CLOSING:
        return _last_order(sentence)
    if modal is None or modal[0] in cues.ASSURES:
        return None
    word = modal.group()
    if word in cues.ASKS:
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


def _last_order(sentence: Sentence) -> Verdict | None:
    """What the closing words still set somebody to do: a unit is named, and a time or 回去以后 (会后，办公室……)."""
    text = sentence.masked
    if cues.PAST.search(text) or cues.ARGUES.search(text) or not any(a and a.units for a in sentence.actors):
        return None
    if order := order_by_turn(text, sentence.clauses, sentence.actors):
        return _ordered(sentence, order)
    if TIME not in text:
        return None
    if found := first_imperative(sentence, 0):
        at = sentence.clauses[found[0]].head
        return Verdict("", at, Modality.OBLIGATION, f"结束语中点了名、定了时限的要求，以“{found[1]}”起头")
    order = order_by_verb(text, sentence.clauses, sentence.actors, sentence.words)
    return _ordered(sentence, order) if order else None


def _relayed(sentence: Sentence) -> int | None:
    """The index of the clause in which a superior or a text is quoted, None where none is."""
    if not cues.RELAYS.search(sentence.masked):
        return None
    words = sentence.words
    superior = superior_pattern()
    for index, clause in enumerate(sentence.clauses):
        match = cues.RELAY_VERB.search(sentence.masked, clause.head, min(clause.end + 1, len(sentence.masked)))
        if not match or match.start() >= clause.end:
            continue
        subject = sentence.masked[clause.head : match.start()]
        if _is_handed(sentence.actors[index], sentence.masked):
            continue
        if cues.NOT_A_RELAY.match(subject) or cues.MODAL.search(subject):
            continue
        if imperative_at(sentence.masked, clause.head, clause.end, words, False) and subject:
            continue
        said_before = sentence.text[: clause.start] if len(subject) <= 2 else ""
        noun = cues.NOUN_BEFORE.search(subject) is not None
        told = (
            match.end() == clause.end
            and not noun
            and len(subject) > 1
            and (not subject.endswith(("我们", "我局", "我", "本会")) or cues.TO_US.search(subject) is not None)
        )
        if told or superior.search(sentence.text, clause.head, match.start()) or superior.search(said_before):
            return index
    return None


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
