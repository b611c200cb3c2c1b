"""The title, broken over lines or absent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import plain_document
from reviewer.title import find_title


def title(text: str) -> str | None:
    return find_title(plain_document(text.replace("|", "\n")))[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("在全市安全生产会议上的讲话||同志们：", "在全市安全生产会议上的讲话"),
        ("某局关于印发《某某管理|办法》的通知|某办发〔2024〕3号", "某局关于印发《某某管理办法》的通知"),
        ("附件1||某市数字化转型行动方案（征求意见稿）||一、目标", "某市数字化转型行动方案（征求意见稿）"),
        ("# 来源|- title: 甲|---||某局关于做好汛期值守的通知|各科室：", "某局关于做好汛期值守的通知"),
        ("下载|打印|2024年某县政府工作报告|各位代表：", "2024年某县政府工作报告"),
        ("真抓实干|同志们：", "真抓实干"),
        ("为落实上级部署，制定本方案。|一、总体要求", None),
        ("一、总体要求|（一）目标", None),
        ("同志们：|今天开会。", None),
        ("标题：某市数据管理办法|来源：某网", "某市数据管理办法"),
        (
            "在全市教育工作座谈会上的讲话（2024年2月1日）今天，我们召开座谈会，主要任务是分析形势、部署工作，动员全市上下行动起来。",
            "在全市教育工作座谈会上的讲话",
        ),
        ("本文标题：在全县教育工作会议上的讲话|同志们：", "本文标题：在全县教育工作会议上的讲话"),
        ("", None),
    ],
)
def test_title(text: str, wanted: str | None) -> None:
    assert title(text) == wanted


def test_the_lines_of_a_broken_title_are_told() -> None:
    _, spans = find_title(plain_document("　关于开展\n专项检查的通知\n各科室："))
    assert [(s.paragraph, s.start, s.end) for s in spans] == [(0, 1, 5), (1, 0, 7)]


_PIECES = st.lists(
    st.sampled_from(
        [
            "标题：",
            "关于",
            "的通知",
            "在",
            "会上的讲话",
            "\n",
            " ",
            "　",
            "《",
            "》",
            "（2024年5月1日）",
            "同志们：",
            "某发〔2024〕1号",
            "附件",
            "一、",
        ]
    ),
    max_size=12,
)


@given(_PIECES)
def test_any_first_lines_have_a_title_or_none(pieces: list[str]) -> None:
    document = plain_document("".join(pieces))
    found, spans = find_title(document)
    assert (found is None) == (not spans)
    assert "".join(document.text(span) for span in spans) == (found or "")
