"""Margins, distance of lines, page number."""

import re
from collections.abc import Iterator

from reviewer.model.finding import Category, Severity
from reviewer.model.layout import PageLayout
from reviewer.rules.checks import Function
from reviewer.rules.context import RuleContext
from reviewer.rules.format.subject import Subject, margins_fit, size_words, subject, these
from reviewer.rules.rule import Example, Raw, Rule

_SIDES = (("上", "top"), ("下", "bottom"), ("左", "left"), ("右", "right"))
_FORM = re.compile(r"\s*[—－―]\s*1\s*[—－―]\s*")
_ONE_PAGE = 600
_HALF = 0.5
_CUT = 2.0  # millimetres that programs round paper by


def _paper(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None or (head := found.head()) is None:
        return
    wanted = _sheet(found.profile.page)
    for page in found.layout.pages:
        sheet = _sheet(page)
        if sheet and wanted and any(abs(a - b) > _CUT for a, b in zip(sheet, wanted, strict=True)):
            is_, ought = ("×".join(f"{length:.0f}" for length in lengths) for lengths in (sheet, wanted))
            yield Raw(head, f"纸张大小是{is_}毫米，应为{ought}毫米。")
            return


def _sheet(page: PageLayout) -> tuple[float, ...]:
    """The shorter and the longer side of the paper, whichever way it lies; none where one is left open."""
    return () if page.width is None or page.height is None else tuple(sorted((page.width, page.height)))


def _margins(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None or (head := found.head()) is None:
        return
    page = found.layout.pages[0]
    upright = page.width is None or page.height is None or page.width < page.height
    if upright and not margins_fit(page, found.profile):
        yield Raw(head, f"页边距是{_sides(page)}毫米，应为{_sides(found.profile.page)}毫米。")


def _sides(page: PageLayout) -> str:
    lengths = ((name, getattr(page, side)) for name, side in _SIDES)
    return "、".join(f"{name}{length:.1f}".removesuffix(".0") for name, length in lengths if length is not None)


def _lines(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None:
        return
    least, most = found.profile.line
    wanted = f"{least:g}磅" if least == most else f"{least:g}到{most:g}磅"

    for words, spans in found.grouped(found.parts.body, lambda text: _line_words(found, text.line)):
        yield Raw(spans[0], f"正文行距应为固定值{wanted}，{these(spans)}{words}。", related=tuple(spans[1:]))


def _line_words(found: Subject, line: float | None) -> str:
    if line is None:
        return "没有设为固定值"
    least, most = found.profile.line
    return "" if least - _HALF <= line <= most + _HALF else f"是{line:g}磅"


def _numbers(context: RuleContext) -> Iterator[Raw]:
    found = subject(context)
    if found is None or (head := found.head()) is None:
        return
    numbers = found.layout.page_numbers
    wanted = found.profile.page_number
    if not numbers:
        if context.document.characters > _ONE_PAGE:
            yield Raw(head, "文稿不止一页，但没有页码。")
    elif not any(_FORM.fullmatch(number.text) for number in numbers):
        yield Raw(head, f"页码写作“{numbers[0].text.strip()}”，应当左右各放一条一字线，写作“— 1 —”。")
    elif wanted.size is not None and (size := numbers[0].size) is not None and abs(size - wanted.size) >= _HALF:
        yield Raw(head, f"页码用的是{size_words(size)}字，应为{size_words(wanted.size)}。")


_PAGE = "〔页面 37 35 28 26〕\n"
_TEXT = "各单位要对照任务清单逐项抓好落实，按时报送进展情况。"
_GOOD = f"{_PAGE}关于做好防汛工作的通知〔方正小标宋简体 22 居中 缩0〕\n{_TEXT}"

RULES = (
    Rule(
        id="format-paper",
        name="纸张大小",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="纸张不是A4。",
        why="公文用纸采用A4型纸，成品幅面210毫米×297毫米；别的纸张印出来版心会变，也不便归档。",
        instead="在“页面设置”里把纸张大小设为A4。",
        check=Function(_paper),
        bad=(
            Example(_GOOD.replace("28 26", "28 26 215.9 279.4"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("28 26", "28 26 184 260"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("28 26", "28 26 297 420"), "关于做好防汛工作的通知"),
        ),
        good=(
            _GOOD,
            _GOOD.replace("28 26", "28 26 209.9 297.2"),
            _GOOD.replace("28 26", "28 26 297 210"),
            f"一般的讲话稿〔宋体 12〕\n{_TEXT}〔宋体 12 行不定〕",
        ),
        standard="GB/T 9704—2012 5.1",
    ),
    Rule(
        id="format-margins",
        name="页边距",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="页边距与公文格式标准不同。",
        why="公文用A4纸，版心156毫米×225毫米，天头37毫米、订口28毫米，各允许差1毫米。",
        instead="在“页面设置”里把页边距设为上37毫米、下35毫米、左28毫米、右26毫米。",
        check=Function(_margins),
        bad=(
            Example(_GOOD.replace("37 35 28 26", "25.4 25.4 31.8 31.8"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("37 35", "30 35"), "关于做好防汛工作的通知"),
            Example(_GOOD.replace("28 26", "28 20"), "关于做好防汛工作的通知"),
        ),
        good=(_GOOD, _GOOD.replace("37 35", "37.5 34.5"), f"一般的讲话稿〔宋体 12〕\n{_TEXT}〔宋体 12 行不定〕"),
        standard="GB/T 9704—2012 5.2.1",
    ),
    Rule(
        id="format-line-spacing",
        name="正文行距",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="正文的行距不是固定值，或者太密、太疏。",
        why="公文每面一般排22行，在225毫米高的版心里行距是28磅到30磅的固定值。",
        instead="选中正文，在“段落”里把行距设为固定值28磅到30磅。",
        check=Function(_lines),
        bad=(
            Example(_GOOD + "〔行不定〕", _TEXT),
            Example(_GOOD + "〔行20〕", _TEXT),
            Example(_GOOD + "〔行36〕", _TEXT),
        ),
        good=(_GOOD, _GOOD + "〔行28.95〕", _GOOD + "〔行30〕"),
        standard="GB/T 9704—2012 5.2.3",
    ),
    Rule(
        id="format-page-number",
        name="页码",
        category=Category.FORMAT,
        severity=Severity.WARNING,
        what="多页的公文没有页码，页码没有一字线，或者字号不对。",
        why="页码用4号半角宋体阿拉伯数字，左右各放一条一字线。",
        instead="页码写作“— 1 —”，4号字，单页码居右空一字，双页码居左空一字。",
        check=Function(_numbers),
        bad=(
            Example(f"{_PAGE}〔页码 - 1 - 14〕\n" + _GOOD.removeprefix(_PAGE), "关于做好防汛工作的通知"),
            Example(f"{_PAGE}〔页码 — 1 — 9〕\n" + _GOOD.removeprefix(_PAGE), "关于做好防汛工作的通知"),
            Example(f"{_PAGE}〔页码 第1页 14〕\n" + _GOOD.removeprefix(_PAGE), "关于做好防汛工作的通知"),
        ),
        good=(
            _GOOD,
            f"{_PAGE}〔页码 — 1 — 14〕\n" + _GOOD.removeprefix(_PAGE),
            f"{_PAGE}〔页码 —1— 14〕\n" + _GOOD.removeprefix(_PAGE),
        ),
        standard="GB/T 9704—2012 7.5",
    ),
)
