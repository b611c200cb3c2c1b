import pytest

from reviewer.model.document import plain_document
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.rules.context import RuleContext
from reviewer.rules.formulation import incomplete, law_titles, members, superseded
from reviewer.rules.rule import Raw, Rule


def raws(rules: tuple[Rule, ...], text: str, year: int | None = None) -> list[Raw]:
    document = plain_document(text)
    dating = Dating(year=year) if year else Dating()
    return list(rules[0].check.run(RuleContext(document, build_outline(document), (), dating)))


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("“四个自信”即道路自信、理论自信、文化自信。", "道路自信、理论自信、制度自信、文化自信"),
        ("“四个自信”：道路自信、理论自信、道德自信、文化自信。", "道路自信、理论自信、制度自信、文化自信"),
        ("政治判断力、政治领悟力“政治三力”", "政治判断力、政治领悟力、政治执行力"),
        ("坚持创新、协调、绿色、开放的新发展理念。", "创新、协调、绿色、开放、共享"),
    ],
)
def test_missing_member(text: str, better: str) -> None:
    assert [raw.suggestions[0] for raw in raws(members.RULES, text)] == ([better] if better else [])


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”，坚定道路自信、理论自信、制度自信。",
        "“四个自信”：道路自信、理论自信、制度自信等。",
        "纠治“四风”，重点是形式主义、官僚主义。",
        "“六稳”：稳就业、稳金融。",
    ],
)
def test_lists_that_may_stand(text: str) -> None:
    assert raws(members.RULES, text) == []


def test_superseded_name_depends_on_the_year_of_the_document() -> None:
    text = "由市国土资源局牵头。"
    assert [raw.suggestions for raw in raws(superseded.RULES, text, 2024)] == [("自然资源局",)]
    assert raws(superseded.RULES, text, 2016) == []
    assert raws(superseded.RULES, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "由原国土资源局移交。",
        "由国土资源部门牵头。",
        "2016年，国土资源局完成调查。",
        "依据《国土资源部公告》。",
        "银保监会并入后，由新机构承担。",
    ],
)
def test_superseded_name_in_retrospect(text: str) -> None:
    assert raws(superseded.RULES, text, 2024) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("《中国共产党问责条列》", "中国共产党问责条例"),
        ("《生产安全事故报告调查处理条例》", "生产安全事故报告和调查处理条例"),
        ("《中国共产党支部工作条例(试行)》", ""),
        ("《中国共产党巡视工做条例（修订）》", "中国共产党巡视工作条例"),
        ("《行政许可法》", ""),
        ("《某市物业管理条例》", ""),
        ("《党政领导干部选拔任用工作条例释义》", ""),
    ],
)
def test_law_title(text: str, right: str) -> None:
    found = raws(law_titles.RULES, text)
    assert [raw.suggestions[0] for raw in found] == ([right] if right else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("要认真学习贯彻党的二十大。", True),
        ("要学习贯彻党的二十大和中央经济工作会议精神。", False),
        ("学习贯彻党的二十大报告。", False),
        ("党的二十大胜利召开。", False),
        ("深入学习贯彻习近平总书记重要讲话，抓好落实。", True),
    ],
)
def test_incomplete(text: str, found: bool) -> None:
    assert bool(raws(incomplete.RULES, text)) is found
