"""Words that hardly ever stand together, where a likely slip explains them: 优质的服物, 各项作工."""

import re
from collections.abc import Iterator

from reviewer.language.lattice import Costs, Lattice
from reviewer.language.ngrams import STEPS
from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Example, Raw, Rule
from reviewer.rules.typo.doubts import is_told
from reviewer.rules.typo.guesses import Guess, Slip, guesses
from reviewer.rules.typo.lost import losses

_STRETCH = re.compile("[\u4e00-\u9fff]{2,}")
_LONGEST = 200  # what is longer is no prose
_LEAST = 2 * STEPS
_CLOSE = STEPS
_SHOWN = 3
_SAYS = {
    Slip.SOUND: "读音相同的“{}”更通顺。",
    Slip.NEAR_SOUND: "读音相近的“{}”更通顺。",
    Slip.SHAPE: "字形相近的“{}”更通顺。",
    Slip.HOMOPHONE: "读音相同的“{}”更通顺。",
    Slip.SWAPPED: "两个字可能写颠倒了，“{}”更通顺。",
    Slip.CROSSED: "两个字可能写颠倒了，“{}”更通顺。",
    Slip.LOST: "可能漏了字，“{}”更通顺。",
    Slip.DOUBLED: "可能多写了一个字，“{}”更通顺。",
}


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Chinese characters in a row, each stretch with its offset."""
    for match in _STRETCH.finditer(text):
        if match.end() - match.start() <= _LONGEST:
            yield match.start(), match.group()


def _find(context: RuleContext) -> Iterator[Raw]:
    costs = Costs()
    for offset, stretch in stretches(context.text):
        lattice = Lattice(stretch, costs)
        for best, others in _doubtful(context, offset, lattice):
            start, end = offset + best.start, offset + best.end
            span = context.span(start, end)
            if span:
                words = dict.fromkeys((best.better, *(other.better for other in others)))
                message = f"“{context.text[start:end]}”在这里很少见，{_SAYS[best.slip].format(best.better)}"
                yield Raw(span, message, tuple(words)[:_SHOWN])


def _doubtful(context: RuleContext, offset: int, lattice: Lattice) -> Iterator[tuple[Guess, list[Guess]]]:
    """The likeliest slips of the stretch, each with what else the same place may have meant."""
    found = sorted((*guesses(lattice, _LEAST), *losses(lattice)), key=lambda g: (-g.gain, g.start, g.end, g.better))
    taken: list[Guess] = []
    for guess in found:
        if any(guess.start <= other.end and other.start <= guess.end for other in taken):
            continue
        if not is_told(context, offset, lattice, guess):
            continue
        taken.append(guess)
        yield (
            guess,
            [g for g in found if (g.start, g.end) == (guess.start, guess.end) and g.gain > guess.gain - _CLOSE],
        )


RULES = (
    Rule(
        id="typo-unusual-words",
        name="少见的用词，疑为错字、漏字",
        category=Category.TYPO,
        severity=Severity.WARNING,
        what="连在一起很不通顺的字词，换成读音或字形相近的字、补上一个字、调换两个字就通顺，如“优质的服物”“各项作工”。",
        why="输入时选错了字、漏打或多打了字，单看每个字都认得，很难看出来。程序用一份词语搭配的统计来判断，只在把握较大时提示。",
        instead="核对原意，按建议改正；人名、地名和本单位的专用说法请忽略。在设置里选“严格”会多查一些。",
        check=Function(_find),
        bad=(
            Example("要扎实做好各项作工。", "作工", "要扎实做好各项工作。"),
            Example("为企业提供优质高效的服物。", "服物", "为企业提供优质高效的服务。"),
            Example("会议听听取了汇报。", "听听", "会议听取了汇报。"),
        ),
        good=(
            "深入开展安全生产大检查。",
            "坚持以人民为中心的发展思想。",
            "实施科技金融提质增效专项行动。",
        ),
        quotable=True,
        yielding=True,
    ),
)
