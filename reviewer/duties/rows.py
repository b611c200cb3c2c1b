"""One sentence as one or more duties."""

import re
from dataclasses import dataclass, replace

from reviewer.duties import cues
from reviewer.duties.actors import Actor
from reviewer.duties.clauses import TIME, Clause
from reviewer.duties.imperative import imperative_at
from reviewer.duties.sentence import Sentence
from reviewer.duties.verdict import Verdict
from reviewer.model.duty import Modality

_BAN = re.compile(r"不得|严禁|禁止|不准|不许|别(?!的|人)")
_OWN_TASK = re.compile(
    rf"{TIME}|\d+[次个项名家人]|[一二两三]次|负责(?!人)|牵头|负[^，。；]{{0,4}}责|是[^，。；]{{0,4}}责任人"
)
_FIRST_OF_ALL = re.compile("先|都|也|再|就|各")
_SETS_SCENE = re.compile(r"(?:的|后|时|前|之日起)$")
_OFFICE = re.compile(
    r"^(?:老|村)?(?:书记|支书|主任|组长|村长|会计|队长|站长|所长|网格员|两委|班子)$|^(?:主要|分管|党政)?(?:负责(?:同志|人)|领导|主要领导)$|^(?:一把手|值班人员|带班领导)$"
)
_POST = re.compile(
    r"(?:为|任|担任|是)(?:(?:常务|第一)?副?(?:组长|主任|总指挥|指挥长|班长)|(?:小组)?成员|召集人|牵头人|联络员|联系人)$"
)
_ONLY_WHEN = re.compile(r"[^，。；]*(?:▣|期间|时候?|[以之]后|[以之]前|当[天日晚]|[上下]午|早上|晚上)，")
_ONLY_WHAT = re.compile(r"[^，。；]*(?:[点半号日]|的[^，。；、]{1,8})，")
_EACH = re.compile(r"(?:▣+(?:内|前)?)?(?:分别|各自|各(?=[建办抓打完拿])|共同|一起|一同|合力)")
_HELPS = re.compile(r"(?:予以|积极|密切|主动|全力|共同)?(?:配合|协助|参与|参加|协同|牵头)$")


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of one sentence that is a duty of its own: offsets, its verdict and its subject."""

    start: int
    end: int
    verdict: Verdict
    actor: Actor | None


def rows(sentence: Sentence, verdict: Verdict) -> list[Row]:
    """Cut a sentence at each new subject, second time limit and ban after a demand."""
    found = _earlier(sentence, verdict)
    found.append(Row(found[-1].end if found else 0, len(sentence.text), verdict, _subject_before(sentence, verdict.at)))
    timed = False
    for position, (clause, actor) in enumerate(zip(sentence.clauses, sentence.actors, strict=True)):
        row = found[-1]
        limited = TIME in sentence.masked[clause.start : clause.end]
        follow = None
        if position > 0 and clause.start > row.verdict.at and clause.start > row.start:
            follow = _following(sentence, clause, actor, row, second_limit=timed and limited)
        if follow is None:
            timed = timed or limited
            continue
        if len(found) == 1 and row.actor is None and _is_setting(sentence, clause.start):
            found[-1] = replace(follow, start=0)
        else:
            found[-1] = replace(row, end=clause.start)
            found.append(follow)
        timed = limited
    return found


def _is_setting(sentence: Sentence, end: int) -> bool:
    """Whether what stands before `end` only says when or what, and asks nothing of anybody."""
    if _ONLY_WHEN.fullmatch(sentence.masked, 0, end):
        return True
    first = sentence.clauses[0]
    verb = imperative_at(sentence.masked, first.head, first.end, sentence.words, False)
    return not verb and _ONLY_WHAT.fullmatch(sentence.masked, 0, end) is not None


def _earlier(sentence: Sentence, verdict: Verdict) -> list[Row]:
    """The rows of those whose task stands before the trigger: each is named and has a time or a number of his own."""
    last = _subject_before(sentence, verdict.at)
    found: list[Row] = []
    for position, (clause, actor) in enumerate(zip(sentence.clauses, sentence.actors, strict=True)):
        if last is None or clause.start >= last.start or (actor and actor.start >= last.start):
            break
        if actor is None or not actor.units:
            continue
        task = sentence.masked[actor.end : clause.end]
        first = _FIRST_OF_ALL.match(sentence.masked, actor.end, clause.end)
        begin = first.end() if first else actor.end
        acts = (
            _OWN_TASK.search(task)
            or sentence.words.everyday(sentence.masked, begin, clause.end)
            or cues.HANDLED.match(sentence.masked, begin, clause.end)
        )
        if not acts or _SETS_SCENE.search(task) or cues.PAST.search(task):
            break
        end = sentence.clauses[position + 1].start
        why = Verdict("", clause.head, Modality.OBLIGATION, f"同一句中的另一主体；{verdict.why}")
        found.append(Row(clause.start if found else 0, end, why, actor))
    return found


def _following(sentence: Sentence, clause: Clause, actor: Actor | None, row: Row, *, second_limit: bool) -> Row | None:
    """The row that begins with a clause, None where the clause belongs to the row before."""
    text = sentence.masked
    ban = _BAN.match(text, clause.head, clause.end)
    fresh = (
        actor is not None
        and bool(actor.units)
        and (not _is_each(actor) or _is_each(row.actor))
        and (row.actor is None or actor.units != row.actor.units)
        and not _HELPS.match(text, actor.end, clause.end)
        and not _POST.match(text, actor.end, clause.end)
    )
    says = len(text[clause.head : clause.end].strip(TIME)) != 1
    second_limit = second_limit and says and TIME in text[clause.start : clause.head + 2]
    banned = ban is not None and row.verdict.modality is Modality.OBLIGATION
    if not (fresh or second_limit or banned):
        return None
    modality = Modality.PROHIBITION if ban else row.verdict.modality
    if fresh and actor is not None and cues.MAY.match(text, actor.end):
        modality = Modality.PERMISSION
    why = "同一句中的另一主体" if fresh else "同一句中的另一时限" if second_limit else "同一句中的禁止"
    verdict = Verdict(ban.group() if ban else "", clause.head, modality, f"{why}；{row.verdict.why}")
    return Row(clause.start, len(sentence.text), verdict, actor if fresh else row.actor)


def _is_each(actor: Actor | None) -> bool:
    """Whether a subject is one of many that are only counted out (每家企业)."""
    return actor is not None and bool(actor.units) and actor.units[0].startswith("每")


def _subject_before(sentence: Sentence, at: int) -> Actor | None:
    """The subject nearest before an offset, with those before it where all of them act (甲……，乙……，分别……)."""
    found: list[Actor] = []
    for clause, actor in zip(sentence.clauses, sentence.actors, strict=True):
        if clause.start > at:
            break
        if actor is None:
            continue
        if found and actor.units and _OFFICE.search(actor.units[0]):
            actor = replace(actor, units=tuple(dict.fromkeys((*found[-1].units, *actor.units))))
        found.append(actor)
    if len(found) > 1 and found[-1].end <= at and _EACH.match(sentence.masked, at):
        return replace(found[-1], units=tuple(dict.fromkeys(unit for actor in found for unit in actor.units)))
    return found[-1] if found else None
