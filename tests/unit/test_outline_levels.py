"""Levels, places and parents of headings and running points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import Document, Origin, Paragraph, ParagraphStyle, Place, plain_document
from reviewer.model.outline import LabelStyle, Outline
from reviewer.outline import build_outline


def outline(text: str) -> Outline:
    return build_outline(plain_document(text.replace("|", "\n")))


def shape(text: str) -> list[tuple[int, str]]:
    return [(entry.level, entry.number) for entry in outline(text).entries]


def test_four_levels_with_their_paths() -> None:
    tree = outline("一、总体要求|（一）工作目标|1.夯实基础。要补短板。|（1）摸清底数。|二、保障措施")
    assert [(e.level, e.heading) for e in tree.entries] == [
        (1, "一、总体要求"),
        (2, "（一）工作目标"),
        (3, "1.夯实基础"),
        (4, "（1）摸清底数"),
        (1, "二、保障措施"),
    ]
    assert tree.path(3, 5) == ("一、总体要求", "（一）工作目标", "1.夯实基础", "（1）摸清底数")
    assert tree.path(4, 2) == ("二、保障措施",)


def test_a_heading_stops_at_its_full_stop() -> None:
    (entry,) = outline("（二）压实责任，传导压力。各单位要认真落实。").entries
    assert entry.title == "压实责任，传导压力"
    assert (entry.span.start, entry.span.end) == (0, 13)


def test_indented_headings_start_behind_the_indent() -> None:
    (entry,) = outline("　　一、抓学习").entries
    assert entry.span.start == 2


@pytest.mark.parametrize("first", ["一是", "一要", "第一，", "首先，", "一是要"])
def test_points_that_open_paragraphs_are_level_three(first: str) -> None:
    second = {"一是": "二是", "一要": "二要", "第一，": "第二，", "首先，": "其次，", "一是要": "二是要"}[first]
    assert shape(f"一、抓落实|{first}建好台账。逐项销号。|{second}盯住节点。按月通报。") == [
        (1, "一、"),
        (3, first),
        (3, second),
    ]


def test_points_inside_a_paragraph_count_where_they_stand() -> None:
    tree = outline("要抓三件事：一是摸清底数；二是建好台账；三是按期销号。")
    assert [(e.level, e.span.start, e.title) for e in tree.entries] == [
        (3, 6, "摸清底数"),
        (3, 13, "建好台账"),
        (3, 20, "按期销号"),
    ]


def test_points_inside_a_point_are_level_four_and_the_outer_series_goes_on() -> None:
    text = "一是抓统筹。做到三个结合，一是与考核结合。二是与巡察结合。|二是抓督办。"
    assert shape(text) == [(3, "一是"), (4, "一是"), (4, "二是"), (3, "二是")]


def test_points_that_follow_in_the_paragraph_of_the_first_are_its_siblings() -> None:
    assert shape("一是抓统筹。二是抓督办。三是抓考核。") == [(3, "一是"), (3, "二是"), (3, "三是")]


def test_points_under_an_arabic_heading_are_level_four() -> None:
    assert shape("1.完善机制。一是定期会商，二是联合检查。") == [(3, "1."), (4, "一是"), (4, "二是")]


def test_a_series_may_begin_at_the_end_of_a_paragraph() -> None:
    assert shape("重点做好以下工作：一是摸底排查。|二是分类处置。") == [(3, "一是"), (3, "二是")]


@pytest.mark.parametrize(
    "text",
    [
        "这项工作的目标之一是补齐短板，关键之一是压实责任。",
        "思想不统一是最大的障碍，行动跟不上。",
        "首先，我代表市局向大家表示感谢！",
        "他第一，我第三。",
        "2.5万人参加，3.1公里道路完工。",
        "一、二、三产业融合发展取得实效。",
        "一、二等奖各三名。",
        "最后，再讲一点体会。",
        "第一条规定的范围。",
    ],
)
def test_what_only_looks_like_a_label(text: str) -> None:
    assert shape(text) == []


def test_a_wrongly_written_number_keeps_the_level_of_its_place() -> None:
    text = "一、任务|（1）摸清底数|（二）建好台账|（三）按期销号|二、要求"
    assert shape(text) == [(1, "一、"), (2, "（1）"), (2, "（二）"), (2, "（三）"), (1, "二、")]
    assert outline(text).entries[1].style is LabelStyle.ARABIC_BRACKET
    assert shape("一、甲|二、乙|3、丙|四、丁") == [(1, "一、"), (1, "二、"), (1, "3、"), (1, "四、")]


def test_a_jump_in_its_own_series_is_no_change_of_level() -> None:
    text = "三、甲|四、乙|（一）丙|（三）丁|（五）戊"
    assert [level for level, _ in shape(text)] == [1, 1, 2, 2, 2]
    assert [level for level, _ in shape("一、甲|（一）乙|（二）丙|（二）丁")] == [1, 2, 2, 2]


def test_a_series_of_its_own_keeps_its_own_level() -> None:
    assert shape("（一）任务|（1）甲|（2）乙|（二）要求|（1）丙|（2）丁") == [
        (2, "（一）"),
        (4, "（1）"),
        (4, "（2）"),
        (2, "（二）"),
        (4, "（1）"),
        (4, "（2）"),
    ]


def test_a_left_out_number_is_still_an_entry() -> None:
    assert shape("（一）甲。内容。|（二）乙。内容。|（四）丁。内容。") == [(2, "（一）"), (2, "（二）"), (2, "（四）")]


def test_headings_survive_lost_line_breaks() -> None:
    text = "同志们：今天开会部署工作。一、提高认识这项工作很重要。二、抓好落实各单位要行动起来。第一，抓学习。第二，抓整改。"
    assert shape(text) == [(1, "一、"), (1, "二、"), (3, "第一，"), (3, "第二，")]


def test_articles_are_level_one_and_level_two_under_chapters() -> None:
    assert shape("第一条　为了规范管理，制定本办法。|第二条　适用范围。") == [(1, "第一条"), (1, "第二条")]
    assert shape("第一章　总则|第一条　为了规范管理。|第二条　适用范围。") == [
        (1, "第一章"),
        (2, "第一条"),
        (2, "第二条"),
    ]


def test_tables_hold_no_headings_and_styles_may_declare_some() -> None:
    styled = Paragraph("工作目标", Origin("body/0"), ParagraphStyle(outline_level=2))
    cell = Paragraph("一、排查", Origin("table/0/0/0/0", Place.TABLE, 0, 0, 0))
    tree = build_outline(Document("x.docx", "docx", (styled, cell)))
    assert [(e.level, e.heading, e.style) for e in tree.entries] == [(2, "工作目标", LabelStyle.UNNUMBERED)]


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    contents = Paragraph("一、目标", Origin("body/0"), ParagraphStyle("toc 1"))
    heading = Paragraph("一、目标", Origin("body/1"))
    tree = build_outline(Document("x.docx", "docx", (contents, heading)))
    assert [e.span.paragraph for e in tree.entries] == [1]


_LABELLED = st.lists(
    st.sampled_from(
        [
            "一、甲",
            "二、乙。",
            "（一）丙",
            "（2）丁。",
            "1.戊",
            "一是己。二是庚。",
            "第一，辛。",
            "最后，壬。",
            "",
            "癸",
            "第三条　子",
        ]
    ),
    max_size=14,
)


@given(_LABELLED)
def test_entries_lie_in_the_text_in_order_under_earlier_parents(lines: list[str]) -> None:
    document = plain_document("\n".join(lines))
    tree = build_outline(document)
    places = [(e.span.paragraph, e.span.start) for e in tree.entries]
    assert places == sorted(set(places))
    for index, entry in enumerate(tree.entries):
        assert 1 <= entry.level <= 4
        assert document.text(entry.span).startswith(entry.number)
        assert entry.parent is None or entry.parent < index


@given(st.text(alphabet="一二三十、（）()是要第条章，。；：1234.首先其次最后 \u3000甲乙", max_size=60))
def test_any_text_has_an_outline(text: str) -> None:
    for entry in build_outline(plain_document(text)).entries:
        assert 0 <= entry.span.start < entry.span.end <= len(text)
