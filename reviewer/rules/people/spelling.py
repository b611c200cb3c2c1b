"""张伟民, 张为民: one person's name spelled in two ways, and the list of all who are named."""

import re
from collections.abc import Iterator, Sequence

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Function
from reviewer.rules.consistency.twice import Place, rarer, spans
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation.sounds import same_shape, same_sound
from reviewer.rules.people.names import Person, by_name, leaders
from reviewer.rules.rule import Example, Raw, Rule

_SHOWN = 8
_FULL = 3
_OPENING = re.compile(r".*(?:[的由请]|责令|任命|带领|率领|陪同|会同)")


def _two_ways(context: RuleContext) -> Iterator[Raw]:
    """Names that sound or look alike; the one written less often, or later, is marked."""
    written = {name: [(p.start, p.end) for p in group] for name, group in by_name(context.text) if len(name) >= _FULL}
    for name in list(written):
        for variant, found in _variants(context.text, name):
            if variant not in written:
                written[variant] = found
    done: set[str] = set()
    ranked = sorted(written, key=lambda name: (-len(written[name]), written[name][0]))
    for i, name in enumerate(ranked):
        for other in ranked[i + 1 :]:
            if other not in done and name not in done and _alike(name, other):
                done.add(other)
                yield from rarer(context, written[other], written[name], name, "请核对姓名")


def _variants(text: str, name: str) -> Iterator[tuple[str, list[Place]]]:
    """Other forms of the given name that stand in the text, where it is no part of longer words."""
    from reviewer.language.segmentation import is_word

    found: dict[str, list[Place]] = {}
    for at in range(1, len(name)):
        pattern = re.escape(name[:at]) + "[\u4e00-\u9fff]" + re.escape(name[at + 1 :])
        for match in re.finditer(pattern, text):
            words = match.group()
            after = text[match.end() - 1 : match.end() + 1]
            if words != name and _alike(name, words) and not (at == len(name) - 1 and is_word(after)):
                found.setdefault(words, []).append(match.span())
    yield from found.items()


def _alike(one: str, other: str) -> bool:
    """Whether the names differ in one character that sounds or looks like the other's."""
    if len(one) != len(other):
        return False
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 and (same_sound(*differ[0]) or same_shape(*differ[0]))


def _posts(people: Sequence[Person]) -> list[str]:
    """The posts that stand beside the name, each once, without the words that lead up to them."""
    shown = (_OPENING.sub("", person.post) for person in people if person.post)
    return list(dict.fromkeys(post for post in shown if post))


def _heads(post: str) -> set[str]:
    """The posts proper of 市委副书记、市长: the words behind the body they belong to."""
    return {part[-3:] for part in post.split("、")}


def _two_posts(context: RuleContext) -> Iterator[Raw]:
    for name, people in by_name(context.text):
        posts = _posts(people)
        for post in posts[1:]:
            if _heads(post) & _heads(posts[0]):
                continue
            first = next(p for p in people if p.post.endswith(posts[0]))
            second = next(p for p in people if p.post.endswith(post))
            if span := context.span(second.start, second.end):
                message = f"“{name}”前面的职务是“{posts[0]}”，这里是“{post}”，请核对。"
                yield Raw(span, message, related=spans(context, [(first.start, first.end)]))
                break


def _listed(context: RuleContext) -> Iterator[Raw]:
    for name, people in by_name(context.text):
        span = context.span(people[0].start, people[0].end)
        if span is None or name in leaders():
            continue
        posts = _posts(people)
        written = f"职务写作“{'”“'.join(posts[:3])}”" if posts else "没有写职务"
        message = f"文中写到“{name}”{len(people)}处，{written}，请核对姓名和职务。"
        yield Raw(span, message, related=spans(context, [(p.start, p.end) for p in people[1:_SHOWN]]))


RULES = (
    Rule(
        id="person-two-spellings",
        name="姓名写法不一",
        category=Category.CONSISTENCY,
        severity=Severity.WARNING,
        what="同一个人的姓名前后有一个字不同，两个字同音或者形近。",
        why="姓名写错是公文的大忌，一份文件里两种写法必有一个错。",
        instead="对照名册核实后改成一致；确是两个人的，忽略即可。",
        check=Function(_two_ways),
        bad=(
            Example("市委书记张伟民出席会议。张伟民同志强调，要抓落实。会后，张为民同志检查了工地。", "张为民"),
            Example("由副市长陈立峰牵头。陈立锋同志每周调度，陈立峰同志负总责。", "陈立锋"),
            Example("局长李晓明主持会议。李晓明指出，要抓紧。李小明要求，月底前完成。", "李小明"),
        ),
        good=(
            "市委书记张伟民出席会议。张伟民同志强调，要抓落实。",
            "组长：张伟民\n副组长：李晓明",
            "局长王海主持，副局长王涛汇报。",
        ),
    ),
    Rule(
        id="person-two-posts",
        name="同一人职务不一",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一个人在文中有两种不同的职务。",
        why="可能是职务变动后没有改净，也可能是兼任。",
        instead="核对后统一；兼任的，第一次出现时一并写明。",
        check=Function(_two_posts),
        bad=(
            Example("市长张伟民出席会议。\n市委书记张伟民作总结讲话。", "张伟民"),
            Example("副县长陈立峰汇报。\n县委常委陈立峰同志牵头。", "陈立峰"),
            Example("局长李晓明主持。\n会后，副主任李晓明检查。", "李晓明"),
        ),
        good=(
            "市长张伟民出席会议。市委副书记、市长张伟民讲话。",
            "市长张伟民出席会议。张伟民同志讲话。",
            "局长李晓明主持。副局长王建国汇报。",
        ),
    ),
    Rule(
        id="person-listed",
        name="文中写到的人",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="列出文中写到的人，以及写在旁边的职务。",
        why="姓名、职务是最不能错的地方，发文前应当逐个核对。",
        instead="逐个核对姓名、职务和先后次序。",
        check=Function(_listed),
        bad=(
            Example("市委书记张伟民出席会议。", "张伟民"),
            Example("请李晓明同志负责。", "李晓明"),
            Example("组长：陈立峰", "陈立峰"),
        ),
        good=("各位领导、同志们：", "市委书记、市长出席会议。", "全体党员同志要带头。"),
    ),
)
