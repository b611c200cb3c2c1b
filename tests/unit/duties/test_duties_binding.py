"""Which sentences bind, in which part of which kind of document."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.duties.extract import find_duties
from reviewer.duties.kind import document_kind
from reviewer.duties.parts import document_parts
from reviewer.model.document import plain_document
from reviewer.model.duty import DocumentKind, Duty, Modality, PartFunction, Tier
from reviewer.outline import build_outline


def duties(text: str) -> tuple[Duty, ...]:
    document = plain_document(text.replace("|", "\n"))
    outline = build_outline(document)
    kind = document_kind(document, outline)
    return find_duties(document, outline, kind, document_parts(document, outline, kind), (), ())


def in_work(sentence: str) -> tuple[Duty, ...]:
    return duties(f"一、下一步工作安排|{sentence}")


BINDING = [
    "各科室要在月底前完成自查。",
    "必须坚持问题导向，逐项整改到位。",
    "未经批准，不得擅自变更采购方式。",
    "建立定期会商机制，推动信息共享。",
    "切实加强应急值守，严格执行领导带班制度。",
    "围绕群众关切，开展窗口服务提升行动。",
    "以信用监管为基础，完善分级分类管理办法。",
    "对逾期未整改的单位，按规定予以通报。",
    "由办公室牵头，各科室按职责分工负责。",
    "请各支部认真组织学习。",
    "市局将适时组织抽查。",
    "力争全年新增经营主体两千户以上。",
    "到2026年，全县公办园占比达到60%以上。",
    "各支部每季度开展一次主题党日。",
    "这项工作关系长远，各单位要紧紧抓在手上。",
    "重点是抓好源头排查，确保不留死角。",
    "原则上不再新增编外人员。",
    "要着眼长远，要紧盯关键环节。",
    "鼓励企业加大技术改造投入。",
    "于6月30日前报送自查报告。",
    "2025年3月底前，县财政局制定资金管理细则。",
]
FREE = [
    "加强作风建设，是做好各项工作的重要保证。",
    "作风建设永远在路上。",
    "只有把基础打牢，才能行稳致远。",
    "省厅明确要求把好准入关，指出当前存在三类问题。",
    "《安全生产法》规定，生产经营单位必须遵守本法。",
    "近年来，我县持续加大投入，面貌焕然一新。",
    "目前，已完成管网改造三十公里。",
    "成立了由主要领导任组长的工作专班，具体负责统筹协调。",
    "这项工作的主要任务和基本要求大家都已清楚。",
    "人民群众的需要就是我们的努力方向。",
    "深入推进改革，对于激发活力具有重要意义。",
    "下面，我讲三点意见。",
    "让我们携起手来，奋力谱写新篇章！",
    "部分单位还存在责任不落实的问题。",
    "本办法自印发之日起施行。",
    "解决好这个问题，要靠制度，要靠执行。",
    "为规范项目管理，根据有关规定，制定本办法。",
    "思想认识的提高重于一切。",
]


@pytest.mark.parametrize("sentence", BINDING)
def test_binds_where_work_is_set_out(sentence: str) -> None:
    found = in_work(sentence)
    assert found, sentence
    assert sum(len(duty.text) for duty in found) * 2 >= len(sentence)
    assert all(duty.why for duty in found)


@pytest.mark.parametrize("sentence", FREE)
def test_reports_argues_or_relays(sentence: str) -> None:
    assert not in_work(sentence), sentence


@pytest.mark.parametrize("sentence", [s for s in BINDING if "要" not in s and "请" not in s and "必须" not in s])
def test_the_same_words_report_in_a_retrospect(sentence: str) -> None:
    assert not duties(f"一、2023年工作回顾|{sentence}")


def test_a_following_demand_of_our_own_binds_after_a_relay() -> None:
    assert in_work("省局强调要守住底线，我们要抓好贯彻落实。")
    assert not in_work("省局强调要守住底线，全力维护稳定。")


def test_minutes_decide_for_themselves() -> None:
    text = "关于研究河道整治的会议纪要|会议听取了情况汇报。|会议强调，要压实河长责任。|会议要求，水务科牵头制定方案。|会议认为，前期工作成效明显。"
    assert [duty.span.paragraph for duty in duties(text)] == [2, 3]


def test_a_report_binds_only_where_it_turns_to_the_future() -> None:
    text = "2023年工作报告|一、2023年主要工作|（一）扎实推进项目建设。开工项目三十个。|（二）加强队伍管理。完善考核办法。|二、2024年工作打算|加快推进项目建设，开工项目四十个。"
    assert [duty.span.paragraph for duty in duties(text)] == [5]


def test_a_speech_looks_back_before_it_sets_out_work() -> None:
    text = (
        "在全县工作会议上的讲话|同志们：|一、肯定成绩，工作迈上新台阶|（一）基础不断夯实|一是制度更加健全。修订制度十二项，完成培训八期。|"
        "二是队伍更加过硬。评选先进二十名。|二、突出重点，抓好今年工作|（一）抓实培训。组织全员轮训。|同志们，任务艰巨。让我们努力奋斗！"
    )
    assert [duty.span.paragraph for duty in duties(text)] == [7]


def test_headings_and_salutations_are_no_duties() -> None:
    assert not duties("关于加强管理的通知|各科室、各单位：|一、加强组织领导|（一）要压实责任。")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在全市大会上的讲话", DocumentKind.SPEECH),
        ("关于印发《某某办法》的通知", DocumentKind.NOTICE),
        ("关于加强某项工作的实施意见", DocumentKind.OPINION),
        ("专项整治行动方案", DocumentKind.PLAN),
        ("政府工作报告", DocumentKind.REPORT),
        ("2023年工作总结", DocumentKind.SUMMARY),
        ("局长办公会议纪要", DocumentKind.MINUTES),
        ("车辆管理办法", DocumentKind.RULES),
    ],
)
def test_kind_by_title(title: str, kind: DocumentKind) -> None:
    document = plain_document(f"{title}\n一、总则\n内容。")
    assert document_kind(document, build_outline(document)) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("会议指出，要抓落实。", DocumentKind.MINUTES),
        ("同志们：|今天开会。", DocumentKind.SPEECH),
        ("为做好工作，制定本方案。", DocumentKind.PLAN),
        ("现将有关事项通知如下：", DocumentKind.NOTICE),
        ("天气晴。", DocumentKind.OTHER),
    ],
)
def test_kind_by_stock_phrases(text: str, kind: DocumentKind) -> None:
    document = plain_document(text.replace("|", "\n"))
    assert document_kind(document, build_outline(document)) is kind


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("严禁公款吃喝。", Modality.PROHIBITION),
        ("力争完成投资五亿元。", Modality.TARGET),
        ("市局将组织专项督查。", Modality.COMMITMENT),
        ("各单位要建立台账。", Modality.OBLIGATION),
    ],
)
def test_modality(sentence: str, modality: Modality) -> None:
    assert in_work(sentence)[0].modality is modality


def test_tiers() -> None:
    assert in_work("各单位要制定实施方案。")[0].tier is Tier.FIRM
    assert in_work("各单位要提高思想认识。")[0].tier is Tier.GENERAL
    assert in_work("办公室要在2月30日前形成情况报告。")[0].tier is Tier.FIRM


def test_parts_cover_the_document_without_gaps() -> None:
    document = plain_document("讲话\n同志们：\n一、工作回顾\n完成了。\n二、工作安排\n要抓。\n同志们，努力！")
    outline = build_outline(document)
    parts = document_parts(document, outline, DocumentKind.SPEECH)
    assert [p.function for p in parts] == [
        PartFunction.OPENING,
        PartFunction.RETROSPECT,
        PartFunction.WORK,
        PartFunction.CLOSING,
    ]
    assert parts[0].begin == (0, 0)
    assert all(a.end == b.begin for a, b in pairwise(parts))
    assert parts[-1].end == (7, 0)


_PIECES = st.lists(
    st.sampled_from(
        [
            "一、工作回顾",
            "二、工作安排",
            "（一）压实责任。",
            "各单位要",
            "制定方案",
            "，",
            "。",
            "；",
            "不得拖延",
            "由甲局牵头",
            "（责任单位：甲局、乙科）",
            "“",
            "”",
            "《",
            "》",
            "\n",
            "同志们",
            "会议强调，",
            "重点是",
            "6月底前",
            "😀",
            "𠮷",
            "（",
            "）",
        ]
    ),
    max_size=24,
)


@given(_PIECES)
def test_any_text_gives_duties_inside_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    found = duties(text)
    assert list(found) == sorted(found, key=lambda duty: duty.span)
    for duty in found:
        assert 0 <= duty.span.start < duty.span.end <= len(lines[duty.span.paragraph])
        assert duty.text == lines[duty.span.paragraph][duty.span.start : duty.span.end]
        assert duty.action
