"""巡查反馈 among 巡察反馈, 15条 among 15项重点工作链: one place in a phrase that is filled in two ways."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from reviewer.language.steps import translate_in_steps
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.consistency.twice import Place, rarer
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.sounds import classes, same_sound
from reviewer.rules.rule import Example, Raw, Rule

_SIZE = 4
_FEWEST = 2
_FEWEST_SURE = 3
_PRONOUNS = frozenset("他她它们的地得已以和合一")
_HAN = re.compile("[\u4e00-\u9fff]{4}")
_MEASURES = "条项点件大"
_COUNTED = re.compile(
    rf"(?P<mark>(?P<n>\d{{1,3}}|[二三四五六七八九十]{{1,3}})(?P<measure>[{_MEASURES}]))(?P<what>[\u4e00-\u9fff]{{4}})"
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """`usual` is written `times` times, `rare`, which differs in the character `at`, once at `place`."""

    usual: str
    rare: str
    at: int
    times: int
    place: Place


@lru_cache(maxsize=1)
def _pairs(text: str) -> tuple[_Pair, ...]:
    """Pairs of four characters that sound alike, differ inside, and of which one is rare; the first of each pair."""
    sounds = translate_in_steps(text, classes())
    sound_of: dict[str, str] = {}
    forms_of: Counter[str] = Counter()
    for i in range(len(text) - _SIZE + 1):  # a loop lets other threads in, which one call over all places does not
        words = text[i : i + _SIZE]
        if words not in sound_of:
            sound_of[words] = sounds[i : i + _SIZE]
            forms_of[sound_of[words]] += 1
    several = {sound for sound, forms in forms_of.items() if forms > 1}
    groups: dict[str, list[str]] = defaultdict(list)
    for words, sound in sound_of.items():
        if sound in several and _HAN.fullmatch(words):
            groups[sound].append(words)
    found: dict[int, _Pair] = {}
    for forms in groups.values():
        for one, other in combinations(forms, 2):
            at = _inner_difference(one, other)
            if at is None:
                continue
            (rare_times, rare), (times, usual) = sorted((text.count(words), words) for words in (one, other))
            if rare_times == 1 and times >= _FEWEST:
                start = text.index(rare)
                found.setdefault(start + at, _Pair(usual, rare, at, times, (start, start + _SIZE)))
    return tuple(found.values())


def _inner_difference(one: str, other: str) -> int | None:
    """Where they differ, if only in one of the inner characters, and in sound not at all."""
    differ = [i for i in range(_SIZE) if one[i] != other[i]]
    if len(differ) != 1 or differ[0] not in (1, 2):
        return None
    a, b = one[differ[0]], other[differ[0]]
    return None if {a, b} & _PRONOUNS or not same_sound(a, b) else differ[0]


def _is_sure(pair: _Pair) -> bool:
    """Whether the rare form makes no word there."""
    from reviewer.language.segmentation import is_word

    return pair.times >= _FEWEST_SURE and not any(is_word(pair.rare[i : i + 2]) for i in (pair.at - 1, pair.at))


def _makes_words(words: str, at: int) -> int:
    """How many of the two pairs of characters around `at` the dictionary knows."""
    from reviewer.language.segmentation import is_word

    return sum(is_word(words[i : i + 2]) for i in (at - 1, at))


def _find(context: RuleContext, *, sure: bool) -> Iterator[Raw]:
    for pair in _pairs(context.text):
        if _is_sure(pair) is not sure or _makes_words(pair.rare, pair.at) > _makes_words(pair.usual, pair.at):
            continue
        others = [(m.start(), m.end()) for m in re.finditer(re.escape(pair.usual), context.text)]
        yield from rarer(context, [pair.place], others, pair.usual, "疑有一处写错，请核对")


def _sure(context: RuleContext) -> Iterator[Raw]:
    return _find(context, sure=True)


def _unsure(context: RuleContext) -> Iterator[Raw]:
    return _find(context, sure=False)


def _measures(context: RuleContext) -> Iterator[Raw]:
    groups: dict[tuple[str, str], dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for match in _COUNTED.finditer(context.text):
        groups[match["n"], match["what"]][match["measure"]].append(match.span("mark"))
    for forms in groups.values():
        if len(forms) < 2:
            continue
        ranked = sorted(forms.values(), key=lambda places: (-len(places), places[0]))
        main = context.text[slice(*ranked[0][0])]
        for places in ranked[1:]:
            yield from rarer(context, places, ranked[0], main)


RULES = (
    Rule(
        id="consistency-phrase",
        name="同一词组两种写法",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一个词组在文中反复出现，只有一处有个同音字不同，而且那样写不成词。",
        why="前后都一样、只有一处不同，多半是那一处打错了字。",
        instead="核对后改成一致；本来就是两个词的，忽略即可。",
        check=Function(_sure),
        bad=(
            Example(
                "建设数字赋能中心。数字赋能中心已启用。数字赋能中心运行良好。数字富能中心再扩容。",
                "数字富能",
                "建设数字赋能中心。数字赋能中心已启用。数字赋能中心运行良好。数字赋能中心再扩容。",
            ),
            Example("各级河长制办公室。完善河长制办法。考核河长制办理情况。河涨制办法要修订。", "河涨制办"),
            Example("推行网格员走访。网格员走访登记。网格员走访入户。网各员走访反馈。", "网各员走"),
        ),
        good=(
            "建设数字赋能中心。数字赋能中心已启用。",
            "加强安全检测。开展安全检测。做好安全检测。建立安全监测网络。",
            "帮助他们就业。帮助他们创业。帮助他们增收。帮助它们转型。",
        ),
        quotable=True,
    ),
    Rule(
        id="consistency-word",
        name="同一位置用了同音的另一个词",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同样的词组里，有一处换成了同音的另一个词，如多处写“巡察反馈”、一处写“巡查反馈”。",
        why="两个词都讲得通，可能是误写，也可能确实是两回事。",
        instead="核对后改成一致；本来就是两回事的，忽略即可。",
        check=Function(_unsure),
        bad=(
            Example("落实巡察反馈意见。针对巡察反馈问题。对照巡查反馈清单。", "巡查反馈"),
            Example("规范权力运行。权力运行公开。监督权利运行。", "权利运行"),
            Example("加强法制建设。推进法制建设。完善法治建设。", "法治建设"),
        ),
        good=(
            "落实巡察反馈意见。开展日常巡查。",
            "规范权力运行。保障公民权利。",
            "加强安全检测。建立安全监测网络。",
        ),
        quotable=True,
    ),
    Rule(
        id="consistency-measure",
        name="同一事项量词不一",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一个带数目的事项，有的地方说“15条”，有的地方说“15项”。",
        why="名称前后不一，读者会以为是两件事。",
        instead="统一用一个量词。",
        check=Function(_measures),
        bad=(
            Example("落实15项重点工作链任务。围绕15项重点工作链推进。完成15条重点工作链。", "15条"),
            Example("推进十大民生实事。办好十大民生实事。十件民生实事全部完成。", "十件"),
            Example("落实20条稳增长措施。对照20项稳增长措施抓落实。", "20项"),
        ),
        good=(
            "落实15项重点工作链任务。围绕15项重点工作链推进。",
            "落实15项重点任务。解决12个重点问题。",
            "印发12项制度。办理12件建议。",
        ),
    ),
)
