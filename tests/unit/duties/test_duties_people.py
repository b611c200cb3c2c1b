"""Who is charged, with what, and how a sentence is cut into rows."""

from datetime import date

import pytest

from reviewer.duties.extract import find_duties
from reviewer.duties.fields import find_fields
from reviewer.duties.lexicon import duty_words
from reviewer.duties.names import split_units
from reviewer.model.document import Document, Origin, Paragraph, Place, plain_document
from reviewer.model.duty import ActorSource, DocumentKind, Duty, Modality, Part, PartFunction, Tier
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.model.time import TimeExpression, TimeRole, TimeStatus, TimeType
from reviewer.outline import build_outline


def duties(text: str, *limits: str) -> tuple[Duty, ...]:
    """Duties of a text that is all work, with the given words as resolved deadlines."""
    document = plain_document(text.replace("|", "\n"))
    times: list[TimeExpression] = []
    for paragraph, line in enumerate(document.texts):
        for words in limits:
            start = line.find(words)
            if start >= 0:
                span = Span(paragraph, start, start + len(words))
                times.append(
                    TimeExpression(span, words, TimeType.DATE, TimeRole.DEADLINE, TimeStatus.RESOLVED, date(2024, 1, 1))
                )
    times.sort(key=lambda time: time.span)
    parts = (Part((0, 0), (len(document.texts), 0), PartFunction.WORK, "布置工作"),)
    return find_duties(document, build_outline(document), DocumentKind.PLAN, parts, times, ())


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("各责任单位要制定方案。", ("各责任单位",)),
        ("市财政局、市审计局要加强资金监管。", ("市财政局", "市审计局")),
        ("工业和信息化部和各地区要加强统筹。", ("工业和信息化部", "各地区")),
        ("机关党委作为专责机构，要抓好任务落实。", ("机关党委",)),
        ("局领导和科室负责同志要带头执行。", ("局领导", "科室负责同志")),
        ("请各支部、各科室认真组织学习。", ("各支部", "各科室")),
        ("监督管理部门应当建立信用档案。", ("监督管理部门",)),
        ("全体党员干部要严守纪律。", ("全体党员干部",)),
        ("由县水务局牵头制定防汛预案。", ("县水务局",)),
        ("会后，各镇街要抓紧传达。", ("各镇街",)),
        ("2025年3月底前，县卫生健康局完成摸底调查。", ("县卫生健康局",)),
        ("要从局党组做起，落实主体责任。", ("局党组",)),
    ],
)
def test_explicit_subjects(sentence: str, lead: tuple[str, ...]) -> None:
    duty = duties(sentence)[0]
    assert duty.lead == lead
    assert duty.actor_source is ActorSource.EXPLICIT


@pytest.mark.parametrize(
    "sentence",
    [
        "要引导企业加大投入。",
        "支持高校开展研究。",
        "我们要抓好落实。",
        "小微企业认定标准按照有关规定执行。",
        "对各单位报送的材料，要逐一审核。",
        "要提高全社会参与水平。",
    ],
)
def test_nobody_is_named(sentence: str) -> None:
    for duty in duties(sentence):
        assert duty.lead == ()
        assert duty.actor_source is ActorSource.ASSUMED


def test_lead_and_support_of_a_told_division() -> None:
    (duty,) = duties("由市商务局牵头，市财政局、市统计局配合，9月底前出台支持政策。", "9月底前")
    assert (duty.lead, duty.support) == (("市商务局",), ("市财政局", "市统计局"))
    assert duty.action == "出台支持政策"
    assert duty.times == (0,)


def test_units_are_inherited_inside_a_numbered_item_only() -> None:
    found = duties("（一）抓排查。各镇要摸清底数。建立问题台账。|（二）抓整改。逐项销号清零。")
    assert [(d.lead, d.actor_source) for d in found] == [
        (("各镇",), ActorSource.EXPLICIT),
        (("各镇",), ActorSource.INHERITED),
        ((), ActorSource.ASSUMED),
    ]


@pytest.mark.parametrize(
    ("bracket", "lead", "support"),
    [
        ("（责任单位：市教育局、市财政局）", ("市教育局",), ("市财政局",)),
        ("（牵头单位：市教育局；配合单位：市财政局、各区）", ("市教育局",), ("市财政局", "各区")),
        ("（市教育局牵头，市财政局、市人社局按职责分工负责）", ("市教育局",), ("市财政局", "市人社局")),
        ("（市教育局负责）", ("市教育局",), ()),
        ("（市教育局、市财政局分工负责）", ("市教育局", "市财政局"), ()),
        ("（市教育局等部门按职责分工负责）", ("市教育局等部门",), ()),
    ],
)
def test_fields_inside_and_behind_the_sentence(bracket: str, lead: tuple[str, ...], support: tuple[str, ...]) -> None:
    for text in (f"完善招生办法{bracket}。", f"完善招生办法。{bracket}", f"完善招生办法。|{bracket}"):
        (duty,) = duties(f"（一）抓招生。|{text}")
        assert (duty.lead, duty.support, duty.actor_source) == (lead, support, ActorSource.FIELD), text


def test_a_field_governs_the_sentences_since_the_last_one() -> None:
    found = duties("摸清底数。建立台账。（责任单位：甲科）分类处置。（责任单位：乙科）")
    assert [d.lead for d in found] == [("甲科",), ("甲科",), ("乙科",)]


def test_an_explicit_subject_is_stronger_than_a_field() -> None:
    (duty,) = duties("各镇要制定方案。（责任单位：县农业农村局）")
    assert duty.lead == ("各镇",)


def test_a_fields_time_limit_is_the_duties_own() -> None:
    (duty,) = duties("完善招生办法。（责任单位：市教育局；完成时限：6月底前）", "6月底前")
    assert duty.times == (0,)
    assert duty.tier is Tier.FIRM


@pytest.mark.parametrize(
    "text", ["（见附件）", "（以下简称办法）", "（2023年版）", "（含县级市，由省统计局核定后公布的除外）"]
)
def test_other_brackets_are_no_fields(text: str) -> None:
    assert find_fields(f"完善招生办法{text}。", duty_words()) == []


def test_units_are_split_but_names_stay_whole() -> None:
    assert split_units("工业和信息化部、各市和相关部门", duty_words()) == ("工业和信息化部", "各市", "相关部门")
    assert split_units("市财政局以及各镇", duty_words()) == ("市财政局", "各镇")


def test_a_new_subject_makes_a_new_row() -> None:
    found = duties("各单位要成立专班，主要负责同志要靠前指挥，班子成员各负其责。")
    assert [d.lead for d in found] == [("各单位",), ("主要负责同志",), ("班子成员",)]
    assert "".join(d.text for d in found) == "各单位要成立专班，主要负责同志要靠前指挥，班子成员各负其责。"


def test_a_second_limit_makes_a_new_row() -> None:
    found = duties("务必于5月10日前报送自查报告，5月底前完成整改。", "5月10日前", "5月底前")
    assert [(d.action, d.times) for d in found] == [("报送自查报告", (0,)), ("完成整改", (1,))]


def test_a_ban_after_a_demand_makes_a_new_row() -> None:
    found = duties("各单位要规范使用资金，不得截留挪用。")
    assert [d.modality for d in found] == [Modality.OBLIGATION, Modality.PROHIBITION]


def test_what_spells_out_a_year_inherits_it() -> None:
    found = duties("2024年要突出“排查”。重点是摸清底数，建立台账。", "2024年")
    assert [d.times for d in found] == [(0,), (0,)]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("各单位要切实加强领导，制定实施方案，定期通报进展。", "制定实施方案，定期通报进展"),
        ("要全面排查风险点，建立台账。", "排查风险点，建立台账"),
        ("要在办事大厅显著位置公开举报电话。", "公开举报电话"),
        ("年底，市局将评选先进单位。", "评选先进单位"),
        ("要提高站位，统一思想。", "提高站位，统一思想"),
    ],
)
def test_titles_are_made_of_the_texts_words(sentence: str, action: str) -> None:
    assert duties(sentence)[0].action == action


def test_quantity_and_condition() -> None:
    (duty,) = duties("对整改不力的，要约谈不少于2次。")
    assert (duty.quantity, duty.condition) == ("不少于2次", "对整改不力的")


def _table(*rows: tuple[str, ...]) -> Document:
    cells = [
        Paragraph(text, Origin(f"table/0/{r}/{c}/0", Place.TABLE, 0, r, c))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Document("t.docx", "docx", tuple(cells))


def test_a_checklist_table_is_read_as_rows() -> None:
    document = _table(
        ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
        ("1", "开展隐患排查", "安监科", "办公室、各站所", "6月底"),
        ("2", "制定应急预案", "办公室", "", "长期"),
    )
    limit = TimeExpression(
        Span(9, 0, 3), "6月底", TimeType.DATE, TimeRole.DEADLINE, TimeStatus.RESOLVED, date(2024, 6, 30)
    )
    found = find_duties(document, Outline(), DocumentKind.PLAN, (), (limit,), ())
    assert [(d.text, d.lead, d.support, d.times) for d in found] == [
        ("开展隐患排查", ("安监科",), ("办公室", "各站所"), (0,)),
        ("制定应急预案", ("办公室",), (), ()),
    ]


def test_other_tables_yield_nothing() -> None:
    document = _table(("姓名", "职务"), ("甲某", "科长"))
    assert find_duties(document, Outline(), DocumentKind.PLAN, (), (), ()) == ()


def test_an_offices_own_units_are_known_by_name() -> None:
    document = plain_document("数创会制定工作规则。")
    parts = (Part((0, 0), (1, 0), PartFunction.WORK, "布置工作"),)
    unknown = find_duties(document, Outline(), DocumentKind.PLAN, parts, (), ())
    known = find_duties(document, Outline(), DocumentKind.PLAN, parts, (), (), ("数创会",))
    assert [d.lead for d in unknown] in ([], [()])
    assert [d.lead for d in known] == [("数创会",)]


def test_nobody_is_inherited_over_paragraphs_of_a_part_without_numbers() -> None:
    found = duties("三、严明纪律|机关党委要开展主题党日。要做好记录。|要改进文风。")
    assert [d.actor_source for d in found] == [ActorSource.EXPLICIT, ActorSource.INHERITED, ActorSource.ASSUMED]


def test_what_is_only_allowed_is_a_permission() -> None:
    assert duties("市民政局可以给予一次性补助。")[0].modality is Modality.PERMISSION
    assert duties("支持社区开办助餐点，市民政局可以给予补助。")[1].modality is Modality.PERMISSION


def test_a_signature_date_is_no_target() -> None:
    assert duties(f"要抓落实。|{'　' * 30}2024年4月8日", "2024年4月8日")[-1].text == "要抓落实。"


def test_a_short_point_with_a_limit_is_a_duty() -> None:
    found = duties("要抓三件事：一要抓学习；二要抓激励，七一前，评选表彰先进。要抓到位。", "七一前")
    assert "二要抓激励，七一前，评选表彰先进。" in [d.text for d in found]


@pytest.mark.parametrize("label", ["牵头指导处室", "牵头科室", "主办股室", "指导处室", "承办科室", "牵头责任单位"])
def test_a_field_may_be_labelled_by_the_kind_of_office(label: str) -> None:
    (found,) = duties(f"要加强检查，定期通报结果。（{label}：县档案馆；配合股室：信息股）")
    assert (found.lead, found.support) == (("县档案馆",), ("信息股",))
