"""The patterns of duties: what makes a search fast changes nothing that it finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.duties import cues, spoken
from reviewer.duties.action import condition, quantity
from reviewer.language.patterns import ended

WORDS = [
    "该查的",
    "能改的",
    "就",
    "谁",
    "管",
    "每户",
    "一个",
    "派",
    "出",
    "一",
    "三",
    "户",
    "人",
    "班",
    "非",
    "不可",
    "先",
    "再",
    "小时",
    "值",
    "轮流",
    "会后",
    "散会",
    "逐一",
    "挨个",
    "一遍",
    "都",
    "不能",
    "漏",
    "半点",
    "要",
    "重",
    "求",
    "应",
    "当",
    "不",
    "得",
    "了",
    "已",
    "请",
    "，",
    "、",
    "。",
    "发现一个",
    "解决一个",
    "限",
    "天",
]


@given(st.lists(st.sampled_from(WORDS), max_size=10).map("".join))
def test_one_search_tells_whether_any_turn_of_phrase_is_there(text: str) -> None:
    assert (spoken._ANY_TURN.search(text) is not None) == any(turn.search(text) for turn in spoken._TURNS)


def test_heads_share_their_ending_in_their_order() -> None:
    pattern = re.compile(ended("提高到 提高 降", r"\d"))
    assert [m[0] for m in pattern.finditer("提高到3，提高4，降5，提高")] == ["提高到3", "提高4", "降5"]


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("重要的是要落实", "要"),
        ("迟早要落实", None),
        ("反应迅速", None),
        ("应落实", "应"),
        ("舍不得投入", None),
        ("不得投入", "不得"),
    ],
)
def test_what_stands_before_a_modal_can_make_it_none(text: str, modal: str | None) -> None:
    match = cues.MODAL.search(text)
    assert (match[0] if match else None) == modal


def test_each_way_to_demand_is_of_one_kind() -> None:
    kinds = (cues.BANS, cues.ASKS, cues.ASSURES)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))
    for word in frozenset().union(*kinds):
        match = cues.MODAL.match(word + ("在年底" if word == "争取" else "各单位认真落实"))
        assert (match[0] if match else None) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年培训不少于 80人次", "不少于 80人"),
        ("覆盖率达到95%以上", "达到95%以上"),
        ("新建3.5万亩", "3.5万亩"),
        ("至少开展两次。", "两次"),
        ("不少于三次。", "不少于三次"),
        ("开展三项工作", None),
        ("第12届", None),
    ],
)
def test_a_quantity_takes_in_its_comparator(text: str, found: str | None) -> None:
    assert quantity(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("对逾期未报的，予以通报", "对逾期未报的"),
        ("未经批准，不得施工", "未经批准"),
        ("如有变化，及时报告", "如有变化"),
        ("要及时报告", None),
    ],
)
def test_a_condition_is_told(text: str, found: str | None) -> None:
    assert condition(text) == found
