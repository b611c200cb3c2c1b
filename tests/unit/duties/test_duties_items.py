"""Who answers for the sentences of an item, and which statements are tasks, in whole documents of each kind."""

import pytest
from duties_material import HEADS, table

from reviewer.model.document import plain_document
from reviewer.model.duty import Duty
from reviewer.review import review

_LINES = table("items")


def marked(kind: str, text: str) -> tuple[str, list[Duty]]:
    """The sentence between « and » of a text, in a document of that kind, and the duties found in it."""
    text = HEADS[kind] + text.replace("|", "\n")
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
    document = plain_document(HEADS[kind] + text)
    report = review(document)
    return [[report.times[i].text for i in duty.times] for duty in report.duties]


def test_the_time_of_a_stage_binds_what_stands_under_it() -> None:
    text = "（一）部署动员（2025年5月6日至20日）。各科室制定方案，5月12日前报办公室。\n（二）总结（6月）。报送总结。\n（三）其他。建立台账。"
    assert times_of("notice", text) == [["5月12日前", "2025年5月6日至20日"], ["6月"], []]


def test_a_field_line_of_its_own_brings_its_limit() -> None:
    text = "（一）查隐患|对全县货梯逐台登记。|牵头科室：特种科|完成节点：2025年6月20日前".replace("|", "\n")
    assert times_of("notice", text) == [["2025年6月20日前"]]
