"""Who answers for the sentences of an item, and which statements are tasks, in whole documents of each kind."""

from pathlib import Path

import pytest

from reviewer.model.document import plain_document
from reviewer.model.duty import Duty
from reviewer.review import review

_HEADS = {
    "notice": "关于做好有关工作的通知\n各科室、各单位：\n一、工作安排\n",
    "plan": "全县专项整治行动方案\n为做好工作，制定本方案。\n一、重点任务\n",
    "opinion": "关于促进茶产业发展的实施意见\n为促进茶产业发展，提出如下意见。\n一、主要任务\n",
    "minutes": "县政府专题会议纪要\n2025年9月3日，县长主持召开专题会议。现纪要如下：\n一、关于工程建设\n",
    "present": "县政府专题会议纪要\n2025年9月3日下午，县长主持召开专题会议，研究供水问题。",
    "back": "政府工作报告\n一、2024年工作回顾\n完成投资20亿元，建成了三个园区。\n",
    "summary": "2024年工作总结\n一、主要工作\n开展了走访，解决了问题。\n二、下一步打算\n",
    "speech": "在全县工作会议上的讲话\n（2025年2月10日）\n同志们：\n一、下一步工作要求\n",
    "talk": "在全乡春耕工作会上的讲话\n（2025年2月10日）\n大家坐，今天就说一件事。丑话说在前头，谁都别想糊弄，老百姓看着咱们呢。\n",
}
_LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "items.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def marked(kind: str, text: str) -> tuple[str, list[Duty]]:
    """The sentence between « and » of a text, in a document of that kind, and the duties found in it."""
    text = _HEADS[kind] + text.replace("|", "\n")
    begin, end = text.index("«"), text.index("»") - 1
    text = text.replace("«", "").replace("»", "")
    document = plain_document(text)
    offsets = [0]
    for line in document.texts:
        offsets.append(offsets[-1] + len(line) + 1)
    duties = [
        duty
        for duty in review(document).duties
        if offsets[duty.span.paragraph] + duty.span.start < end and begin < offsets[duty.span.paragraph] + duty.span.end
    ]
    return text[begin:end], duties


@pytest.mark.parametrize(("kind", "wanted", "who", "text"), _LINES, ids=lambda value: str(value)[:16])
def test_items_and_their_units(kind: str, wanted: str, who: str, text: str) -> None:
    sentence, found = marked(kind, text)
    assert (sum(len(duty.text) for duty in found) * 2 >= len(sentence)) == (wanted == "yes"), [d.why for d in found]
    named = {unit for duty in found for unit in (*duty.lead, *duty.support)}
    if wanted == "yes" and who != "*":
        assert named == (set() if who == "-" else set(who.split("+")))


def times_of(kind: str, text: str) -> list[list[str]]:
    document = plain_document(_HEADS[kind] + text)
    report = review(document)
    return [[report.times[i].text for i in duty.times] for duty in report.duties]


def test_the_time_of_a_stage_binds_what_stands_under_it() -> None:
    text = "（一）部署动员（2025年5月6日至20日）。各科室制定方案，5月12日前报办公室。\n（二）总结（6月）。报送总结。\n（三）其他。建立台账。"
    assert times_of("notice", text) == [["5月12日前", "2025年5月6日至20日"], ["6月"], []]


def test_a_field_line_of_its_own_brings_its_limit() -> None:
    text = "（一）查隐患|对全县货梯逐台登记。|牵头科室：特种科|完成节点：2025年6月20日前".replace("|", "\n")
    assert times_of("notice", text) == [["2025年6月20日前"]]
