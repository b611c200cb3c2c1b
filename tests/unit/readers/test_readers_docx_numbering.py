"""Numbers that Word generates stand at the front of their paragraphs."""

import pytest
from readers_made import MC, W, doc, levels, lists, p, r, root, style, texts

HAN = levels(
    "chineseCountingThousand:%1、:suff=nothing", "chineseCounting:（%2）:suff=nothing", "decimal:%3.", "decimal:(%4)"
)


def numbered(*items: str, abstract: str = HAN, nums: str = "") -> list[str]:
    """The texts of paragraphs given as `list/level words`."""
    body = "".join(p(words, props=f"num={where}") for where, words in (item.split(" ", 1) for item in items))
    return texts(body, numbering=lists(abstract, nums=nums))


def test_chinese_headings() -> None:
    assert numbered("1/0 总体要求", "1/1 指导思想", "1/1 工作目标", "1/0 重点任务", "1/1 任务") == [
        "一、总体要求",
        "（一）指导思想",
        "（二）工作目标",
        "二、重点任务",
        "（一）任务",
    ]


def test_the_label_is_known_and_no_run_stands_in_it() -> None:
    (paragraph,) = doc(p("要求", props="num=1/0"), numbering=lists(HAN)).paragraphs
    assert paragraph.label == 2
    assert [(run.start, run.end, paragraph.text[run.start : run.end]) for run in paragraph.runs] == [(2, 4, "要求")]


@pytest.mark.parametrize(
    ("words", "text"),
    [("2023年完成", "1. 2023年完成"), ("Short", "1. Short"), ("加强领导", "1.加强领导"), ("", "1.")],
)
def test_a_space_keeps_the_label_from_running_into_the_text(words: str, text: str) -> None:
    assert numbered(f"1/2 {words}") == [text]


def test_labels_without_closing_sign_get_a_space_unless_the_list_says_nothing() -> None:
    spaced = levels("chineseCounting:第%1章", "decimal:%1.%2")
    tight = levels("chineseCounting:第%1条:suff=nothing")
    assert numbered("1/0 总则", "1/1 目的", abstract=spaced) == ["第一章 总则", "一.1 目的"]
    assert numbered("1/0 为了", abstract=tight) == ["第一条为了"]


def test_levels_that_were_passed_over_count_as_begun() -> None:
    outline = levels("decimal:%1.", "decimal:%1.%2.")
    assert numbered("1/1 甲", "1/0 乙", "1/1 丙", abstract=outline) == ["1.1.甲", "2.乙", "2.1.丙"]


def test_lists_on_one_abstract_list_count_on() -> None:
    nums = '<w:num w:numId="9"><w:abstractNumId w:val="0"/></w:num>'
    assert numbered("1/0 甲", "9/0 乙", "1/0 丙", nums=nums) == ["一、甲", "二、乙", "三、丙"]


def test_an_overridden_start_begins_anew_once() -> None:
    nums = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    assert numbered("1/0 甲", "9/0 乙", "9/0 丙", nums=nums) == ["一、甲", "五、乙", "六、丙"]


def test_a_level_may_be_overridden() -> None:
    nums = (
        '<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        '<w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride></w:num>'
    )
    assert numbered("9/0 甲", "9/0 乙", nums=nums) == ["C)甲", "D)乙"]


def test_restarts_can_be_forbidden_or_tied_to_a_level() -> None:
    never = levels("decimal:%1.", "decimal:%2):lvlRestart=0")
    assert numbered("1/0 a", "1/1 b", "1/0 c", "1/1 d", abstract=never) == ["1. a", "1)b", "2. c", "2)d"]
    tied = levels("decimal:%1.", "decimal:%2.", "decimal:%3):lvlRestart=1")
    assert numbered("1/0 甲", "1/1 乙", "1/2 丙", "1/1 丁", "1/2 戊", "1/0 己", "1/2 庚", abstract=tied) == [
        "1.甲",
        "1.乙",
        "1)丙",
        "2.丁",
        "2)戊",
        "2.己",
        "1)庚",
    ]


def test_legal_levels_show_arabic_numbers() -> None:
    assert numbered("1/0 甲", "1/1 乙", abstract=levels("upperRoman:%1.", "decimal:%1.%2:isLgl")) == ["I.甲", "1.1 乙"]


def test_bullets_are_told_by_depth() -> None:
    points = levels("bullet:\uf0b7", "bullet:o", "bullet:\uf0a7", "bullet:-")
    assert numbered("1/0 甲", "1/1 乙", "1/2 丙", "1/3 丁", abstract=points) == ["• 甲", "◦ 乙", "▪ 丙", "• 丁"]


def test_numberless_levels_and_lists_show_nothing() -> None:
    assert numbered("1/0 甲", abstract=levels("none:")) == ["甲"]
    assert numbered("1/0 甲", abstract=levels("decimal:")) == ["甲"]
    assert numbered("0/0 甲", "77/0 乙", "1/9 丙") == ["甲", "乙", "丙"]


def test_words_without_a_number() -> None:
    assert numbered("1/0 甲", abstract=levels("none:附件：:suff=nothing")) == ["附件：甲"]


def test_custom_formats() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1号"/></w:lvl>'
    )
    assert numbered("1/0 甲", abstract=custom) == ["007号 甲"]
    assert MC


def test_styles_number_paragraphs() -> None:
    abstract = levels("chineseCounting:%1、:pStyle=一级", "chineseCounting:（%2）:pStyle=二级")
    styles = root("styles", style("一级", "num=1") + style("二级", "num=1") + style("子", based="二级"))
    body = p("甲", props="pStyle=一级") + p("乙", props="pStyle=二级") + p("丙", props="pStyle=一级 num=0")
    body += p("丁", props="pStyle=一级")
    assert texts(body, numbering=lists(abstract), styles=styles) == ["一、甲", "（一）乙", "丙", "二、丁"]


def test_a_paragraph_may_change_only_the_level_of_its_style() -> None:
    styles = root("styles", style("表", "num=1/0"))
    body = p("甲", props="pStyle=表") + p("乙", props="pStyle=表 num=/1")
    assert texts(body, numbering=lists(HAN), styles=styles) == ["一、甲", "（一）乙"]


def test_the_level_of_a_style_is_inherited() -> None:
    styles = root("styles", style("父", "num=1/1") + style("子", based="父"))
    assert texts(p("甲", props="pStyle=子"), numbering=lists(HAN), styles=styles) == ["（一）甲"]


def test_lists_may_be_defined_through_a_list_style() -> None:
    linked = (
        f'<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="列"/>{HAN}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="列"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>'
    )
    assert texts(p("甲", props="num=3/0"), numbering=root("numbering", linked)) == ["一、甲"]


def test_links_in_a_circle_number_nothing() -> None:
    circle = (
        '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="列"/><w:numStyleLink w:val="列"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert texts(p("甲", props="num=3/0"), numbering=root("numbering", circle)) == ["甲"]


def test_deleted_paragraphs_are_not_counted() -> None:
    gone = p('<w:del w:id="1"/>', props="num=1/0", mark='<w:del w:id="1"/>')
    body = p("甲", props="num=1/0") + gone + p("乙", props="num=1/0")
    assert texts(body, numbering=lists(HAN)) == ["一、甲", "二、乙"]


def test_only_the_first_line_of_a_broken_paragraph_has_the_label() -> None:
    body = p("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", props="num=1/0")
    first, second = doc(body, numbering=lists(HAN)).paragraphs
    assert (first.text, first.label) == ("一、甲", 2)
    assert (second.text, second.label) == ("乙", 0)
    assert [(run.start, run.end) for q in (first, second) for run in q.runs] == [(2, 3), (0, 1)]


def test_insertions_are_moved_behind_the_label() -> None:
    body = p(r("甲") + '<w:ins w:id="1">' + r("乙") + "</w:ins>", props="num=1/0")
    assert doc(body, numbering=lists(HAN)).paragraphs[0].inserted == ((3, 4),)


def test_nonsense_in_numbering_is_passed_over() -> None:
    odd = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum/><w:abstractNum w:abstractNumId="0"><w:lvl/><w:lvl w:ilvl="x"/>'
        '<w:lvl w:ilvl="99"/><w:lvl w:ilvl="0"><w:start w:val="many"/><w:lvlText w:val="%1%9%x、"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="-"/></w:lvlOverride></w:num><w:num/></w:numbering>'
    )
    assert texts(p("甲", props="num=1/0"), numbering=odd) == ["01%x、甲"]
