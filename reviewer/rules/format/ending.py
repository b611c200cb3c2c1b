"""What follows the text: the note on appendices, signature and date, the appendices' heads."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.format.subject import far_right, indent_fits, misset, subject
from reviewer.rules.rule import Example, Raw, Rule

_NOTE_MARK = re.compile(r"[。；，、;,.]\s*$")
_HEAD_MARK = re.compile(r"[:：]\s*$")
_EMPTY_PLACE = re.compile(r"年0|月0")
_HAN_FIGURES = re.compile(r"[〇○零Ｏ一二三四五六七八九十]")


def _appendices(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    for number in found.parts.appendix_notes:
        text = context.document.texts[number]
        if match := _NOTE_MARK.search(text):
            yield Raw(Span(number, match.start(), match.start() + 1), "附件名称后面不加标点符号。", ("",))
    wanted = found.profile.appendix
    yield from misset(found, "附件首页的“附件”二字", found.parts.appendices, wanted)
    for number in found.parts.appendices:
        if match := _HEAD_MARK.search(context.document.texts[number]):
            yield Raw(Span(number, match.start(), match.start() + 1), "附件首页的“附件”二字后面不加冒号。", ("",))
        elif found.set_as(number).alignment in ("center", "right") or not indent_fits(found.set_as(number), wanted):
            yield Raw(found.span(number), "附件首页的“附件”二字应当在左上角顶格。")


def _signature(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None or found.parts.date is None:
        return
    for name, number in (("发文机关署名", found.parts.signature), ("成文日期", found.parts.date)):
        if number is not None and not far_right(found.set_as(number)):
            yield Raw(found.span(number), f"{name}应当排在正文右下方，这里没有靠右。")


def _date(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None or found.parts.date is None:
        return
    span = found.span(found.parts.date)
    text = context.document.text(span)
    if _HAN_FIGURES.search(text):
        yield Raw(span, "成文日期用阿拉伯数字，写作“2025年3月5日”。")
    elif _EMPTY_PLACE.search(text):
        yield Raw(span, "成文日期的月、日前面不补0。", (text.replace("年0", "年").replace("月0", "月"),))


_TEXT = "各单位要对照任务清单逐项抓好落实，按时报送进展情况。"
_GOOD = (
    f"〔页面 37 35 28 26〕\n关于做好防汛工作的通知〔方正小标宋简体 22 居中 缩0〕\n{_TEXT}\n附件：1.任务清单\n"
    "某县防汛办公室〔居右 缩0〕\n2025年3月5日〔居右 缩0〕\n附件1〔黑体 16 缩0〕\n任务清单〔居中〕"
)

RULES = (
    Rule(
        id="format-appendix",
        name="附件说明和附件",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="附件名称后面有标点，或者附件首页的“附件”二字不是左上角顶格的3号黑体字。",
        why="正文下的附件名称后不加标点；附件另面编排，“附件”二字和顺序号用3号黑体字在左上角顶格。",
        instead="删去附件名称后面的标点；把“附件1”设为3号黑体，顶格。",
        check=Function(_appendices),
        bad=(
            Example(_GOOD.replace("1.任务清单", "1.任务清单。"), "。"),
            Example(_GOOD.replace("附件1〔黑体", "附件1〔仿宋"), "附件1"),
            Example(_GOOD.replace("附件1〔黑体 16 缩0", "附件1〔黑体 16 居中 缩0"), "附件1"),
            Example(_GOOD.replace("附件1〔", "附件1：〔"), "："),
        ),
        good=(_GOOD, _GOOD.replace("附件1〔", "附件〔"), _GOOD.replace("附件：1.任务清单\n", "")),
        standard="GB/T 9704—2012 7.3.4、7.3.7",
    ),
    Rule(
        id="format-signature",
        name="署名和成文日期的位置",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="发文机关署名或者成文日期没有靠右。",
        why="署名在正文右下方，成文日期在它的下一行；不盖章时署名右空二字，日期比署名再右移二字，盖章时日期右空四字。",
        instead="把署名和日期设为右对齐，再按是否盖章留出右边的空。",
        check=Function(_signature),
        bad=(
            Example(_GOOD.replace("3月5日〔居右 缩0〕", "3月5日〔缩0〕"), "2025年3月5日"),
            Example(_GOOD.replace("3月5日〔居右 缩0〕", "3月5日〔缩2〕"), "2025年3月5日"),
            Example(_GOOD.replace("办公室〔居右 缩0〕", "办公室〔缩2〕"), "某县防汛办公室"),
        ),
        good=(
            _GOOD,
            _GOOD.replace("3月5日〔居右 缩0〕", "3月5日〔缩18〕"),
            _GOOD.replace("某县防汛办公室〔居右 缩0〕\n2025年3月5日〔居右 缩0〕\n", ""),
        ),
        standard="GB/T 9704—2012 7.3.5",
    ),
    Rule(
        id="format-issue-date",
        name="成文日期的数字",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="成文日期用了汉字数字，或者在月、日前面补了0。",
        why="成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位。",
        instead="写作“2025年3月5日”，不写“二〇二五年三月五日”或者“2025年03月05日”。",
        check=Function(_date),
        bad=(
            Example(_GOOD.replace("2025年3月5日", "二〇二五年三月五日"), "二〇二五年三月五日"),
            Example(_GOOD.replace("2025年3月5日", "2025年03月05日"), "2025年03月05日"),
            Example(_GOOD.replace("2025年3月5日", "2025年3月05日"), "2025年3月05日"),
        ),
        good=(_GOOD, _GOOD.replace("3月5日", "12月10日"), _GOOD.replace("3月5日", "10月30日")),
        standard="GB/T 9704—2012 7.3.5.4",
    ),
)
