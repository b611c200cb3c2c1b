"""Title, headings and body: font, size, alignment, indent."""

from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.layout import TextLayout
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.format.subject import indent_fits, misset, subject, these
from reviewer.rules.rule import Example, Raw, Rule

_ALIGNMENTS = {"center": "居中", "left": "左对齐", "right": "右对齐", "both": "两端对齐"}


def _title(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    wanted = found.profile.title
    yield from misset(found, "标题", found.parts.title, wanted)
    for words, spans in found.grouped(found.parts.title, lambda text: _misaligned(text, wanted.alignment)):
        yield Raw(spans[0], f"标题应当{_ALIGNMENTS.get(wanted.alignment, '')}，{these(spans)}是{words}。")


def _misaligned(text: TextLayout, wanted: str) -> str:
    return "" if not wanted or text.alignment == wanted else _ALIGNMENTS.get(text.alignment, "别的对齐方式")


def _headings(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    yield from misset(found, "“一、”一级的标题", found.parts.heading1, found.profile.heading1)
    yield from misset(found, "“（一）”一级的标题", found.parts.heading2, found.profile.heading2)


def _body(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    wanted = found.profile.body
    whole = {number: found.set_as(number) for number in found.parts.body}
    # a run-in heading may open a paragraph in another font; what counts is what most of it is set in
    prose = [n for n, text in whole.items() if text.font == text.first_font and text.size == text.first_size]
    yield from misset(found, "正文", prose, wanted)


def _indents(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    wanted = found.profile.body
    numbers = sorted((*found.parts.body, *found.parts.heading1, *found.parts.heading2))
    for _, spans in found.grouped(numbers, lambda text: "" if indent_fits(text, wanted) else "其他"):
        yield Raw(spans[0], f"每个自然段应当左空二字，{these(spans)}不是。", related=tuple(spans[1:]))


_TEXT = "各单位要对照任务清单逐项抓好落实，按时报送进展情况。"
_GOOD = (
    "〔页面 37 35 28 26〕\n关于做好防汛工作的通知〔方正小标宋简体 22 居中 缩0〕\n一、总体要求〔黑体 16〕\n"
    f"（一）基本原则〔楷体_GB2312 16〕\n{_TEXT}"
)

RULES = (
    Rule(
        id="format-title",
        name="标题的字体字号",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="标题不是2号小标宋体字，或者没有居中。",
        why="公文标题一般用2号小标宋体字，分一行或多行居中排布。",
        instead="把标题设为2号方正小标宋简体，居中。",
        check=Function(_title),
        bad=(
            Example(_GOOD.replace("方正小标宋简体", "宋体"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("简体 22", "简体 18"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("居中 ", ""), "关于做好防汛工作的通知"),
        ),
        good=(_GOOD, _GOOD.replace("方正小标宋简体", "方正小标宋_GBK"), _GOOD.replace("方正小标宋简体", "不明")),
        standard="GB/T 9704—2012 7.3.1",
    ),
    Rule(
        id="format-heading",
        name="层次标题的字体",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="“一、”没有用黑体，或者“（一）”没有用楷体，或者不是3号字。",
        why="公文正文的第一层一般用黑体字，第二层用楷体字，都是3号。",
        instead="“一、”设为3号黑体，“（一）”设为3号楷体。",
        check=Function(_headings),
        bad=(
            Example(_GOOD.replace("黑体 16", "仿宋_GB2312 16"), "一、总体要求"),
            Example(_GOOD.replace("楷体_GB2312 16", "黑体 16"), "（一）基本原则"),
            Example(_GOOD.replace("黑体 16", "黑体 14"), "一、总体要求"),
        ),
        good=(_GOOD, _GOOD.replace("楷体_GB2312", "楷体"), _GOOD.replace("楷体_GB2312", "方正楷体简体")),
        standard="GB/T 9704—2012 7.3.3",
    ),
    Rule(
        id="format-body",
        name="正文的字体字号",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="正文里有的段落不是3号仿宋体字。",
        why="公文格式各要素如无特殊说明，一般用3号仿宋体字；从别处粘来的段落常常带着原来的字体。",
        instead="把标出的段落设为3号仿宋。",
        check=Function(_body),
        bad=(
            Example(_GOOD + "〔宋体 16〕", _TEXT),
            Example(_GOOD + "〔仿宋 14〕", _TEXT),
            Example(_GOOD + f"\n{_TEXT.replace('各单位', '各科室')}〔微软雅黑 12〕", _TEXT.replace("各单位", "各科室")),
        ),
        good=(_GOOD, _GOOD + "〔仿宋 16〕", _GOOD + "〔方正仿宋简体 16〕"),
        standard="GB/T 9704—2012 5.2.2",
    ),
    Rule(
        id="format-indent",
        name="段首空二字",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="自然段或层次标题的第一行没有空两个字。",
        why="公文正文每个自然段左空二字，回行顶格。",
        instead="在“段落”里设首行缩进2字符，不要用空格代替。",
        check=Function(_indents),
        bad=(
            Example(_GOOD + "〔缩0〕", _TEXT),
            Example(_GOOD + "〔缩4〕", _TEXT),
            Example(_GOOD.replace("黑体 16", "黑体 16 缩0"), "一、总体要求"),
        ),
        good=(_GOOD, _GOOD + "〔缩2.08〕", _GOOD + "〔缩1.9〕"),
        standard="GB/T 9704—2012 7.3.3",
    ),
)
