"""Who is charged, and what binds, in notices, plans, minutes, reports, summaries and speeches."""

import pytest
from duties_material import HEADS, table

from reviewer.model.document import plain_document
from reviewer.model.duty import Duty
from reviewer.review import review

_LINES = table("formal")


def stated(kind: str, sentence: str) -> list[Duty]:
    head = HEADS[kind]
    report = review(plain_document(head + sentence))
    return [duty for duty in report.duties if duty.span.paragraph == head.count("\n")]


@pytest.mark.parametrize(("kind", "wanted", "who", "sentence"), _LINES, ids=lambda value: str(value)[:16])
def test_what_binds_whom(kind: str, wanted: str, who: str, sentence: str) -> None:
    found = stated(kind, sentence)
    covered = sum(len(duty.text) for duty in found)
    assert (covered * 2 >= len(sentence.split("。")[0])) == (wanted == "yes"), [duty.why for duty in found]
    named = {unit for duty in found for unit in (*duty.lead, *duty.support)}
    if wanted == "yes":
        assert named == set() if who == "-" else set(who.split("+")) <= named


def test_the_name_of_a_unit_as_a_heading_charges_what_stands_under_it() -> None:
    text = "全县防汛工作方案\n一、职责分工\n（一）县水利局。\n组织水库巡查，每日报送水情。\n（二）县住建局。\n排查城区易涝点。"
    assert [(duty.lead, duty.actor_source.value) for duty in review(plain_document(text)).duties] == [
        (("县水利局",), "inherited"),
        (("县住建局",), "inherited"),
    ]


def test_those_whose_task_stands_before_the_trigger_have_rows_of_their_own() -> None:
    found = stated("plan", "镇级河长每周巡河一次，村级河长每日巡河一次，河道保洁员要随时清理漂浮物。")
    assert [duty.lead for duty in found] == [("镇级河长",), ("村级河长",), ("河道保洁员",)]


def test_members_of_a_group_are_no_row() -> None:
    found = stated("plan", "成立工作专班，由分管副县长任组长，县发改局、县财政局主要负责人为成员。")
    assert len(found) == 1


def test_a_bracket_adds_its_units_to_a_subject_of_the_sentence() -> None:
    (duty,) = stated("plan", "各镇年底前建成电子档案室（县档案馆牵头，县财政局配合）。")
    assert (duty.lead, set(duty.support)) == (("各镇",), {"县档案馆", "县财政局"})
    (duty,) = stated("plan", "年底前，各镇建成电子档案室（县档案馆牵头，各镇配合）。")
    assert (duty.lead, duty.support) == (("县档案馆",), ("各镇",))


def test_what_a_body_above_will_do_binds_nobody_in_the_paper_of_a_district() -> None:
    text = "青河区人民政府关于加装电梯的实施意见\n一、主要任务\n{}\n青河区人民政府\n2025年4月10日"
    told = "市局将为各区统一采购监测设备。"
    assert not review(plain_document(text.format(told))).duties
    assert review(plain_document(text.format("区住建局将为各街道统一采购监测设备。"))).duties
    assert review(plain_document(text.format("按照标准将垃圾分为四类。"))).duties


def test_those_of_a_counted_list_and_those_in_brackets_help() -> None:
    (duty,) = stated("minutes", "光缆由县广电公司牵头，移动、联通、电信三家企业配合，一次性割接。")
    assert (duty.lead, duty.support) == (("县广电公司",), ("移动", "联通", "电信"))
    (duty,) = stated("plan", "由优抚科牵头，各街道（镇）配合，对帮扶台账核对一遍。")
    assert (duty.lead, duty.support) == (("优抚科",), ("各街道（镇）",))
    (duty,) = stated("minutes", "征地由石桥镇政府负责、县林业局配合，月底前清表。")
    assert (duty.lead, duty.support) == (("石桥镇政府",), ("县林业局",))


def test_units_counted_out_are_not_charged_with_what_follows() -> None:
    found = stated("plan", "各乡镇要组织申报。每个村至少推荐一户。及时公示名单。")
    assert [duty.lead for duty in found] == [("各乡镇",), ("每个村",), ("各乡镇",)]


def test_a_system_that_closes_is_nobody() -> None:
    (duty,) = stated("notice", "参评单位于3月底前网上提交，超期系统不予受理。")
    assert duty.lead == ("参评单位",)
