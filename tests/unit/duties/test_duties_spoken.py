"""Orders and stories of village and township speeches, in pairs that differ by little."""

import pytest
from duties_material import table

from reviewer.duties.kind import document_kind, is_spoken
from reviewer.model.document import Document, plain_document
from reviewer.model.duty import DocumentKind, Duty, Modality
from reviewer.outline import build_outline
from reviewer.review import review

_HEAD = "在全镇工作会议上的讲话\n（2024年9月20日）\n一、下一步工作安排\n"
_TAIL = (
    "\n二、几句话\n咱们丑话说在前头，谁的地头出事谁负责，不许拖。老百姓都看着呢，这个账咱们得算。光说不练，啥也干不成。"
)
_LINES = table("spoken")
_NOBODY = ("-", "你们", "大家")


def spoken(sentence: str) -> list[Duty]:
    report = review(plain_document(f"{_HEAD}{sentence}{_TAIL}"))
    return [duty for duty in report.duties if duty.span.paragraph == _HEAD.count("\n")]


@pytest.mark.parametrize(("wanted", "who", "sentence"), _LINES, ids=lambda value: str(value)[:16])
def test_orders_and_stories(wanted: str, who: str, sentence: str) -> None:
    found = spoken(sentence)
    covered = sum(len(duty.text) for duty in found)
    assert (covered * 2 >= len(sentence)) == (wanted == "yes"), [duty.why for duty in found]
    named = {unit for duty in found for unit in (*duty.lead, *duty.support)}
    if wanted == "yes" and who not in _NOBODY:
        assert set(who.split("+")) <= named
    if wanted == "yes" and who in _NOBODY:
        assert not named


def test_the_set_is_of_the_promised_size() -> None:
    assert sum(line[0] == "yes" for line in _LINES) >= 70
    assert sum(line[0] == "no" for line in _LINES) >= 35


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("别把矛盾往上推。", Modality.PROHIBITION),
        ("各村不能光报数字不见人。", Modality.PROHIBITION),
        ("先把底数摸清，再说发钱的事。", Modality.OBLIGATION),
    ],
)
def test_how_an_order_binds(sentence: str, modality: Modality) -> None:
    assert spoken(sentence)[0].modality is modality


def test_the_first_short_sentence_of_a_point_is_an_order_where_it_names_a_unit_and_its_acts() -> None:
    found = spoken("第一，发现一个火点，扣村里年度考核2分，包村干部写检查。第二，各村要抓紧整改。")
    assert found[0].text.startswith("第一")


def test_closing_words_may_still_give_an_order() -> None:
    document = plain_document(
        f"{_HEAD}各村要抓紧整改。{_TAIL}\n同志们，任务就这些。会后，办公室用一周时间把任务拆成清单。大家辛苦了！"
    )
    assert [duty.lead for duty in review(document).duties][-1] == ("办公室",)


def test_what_counts_as_spoken() -> None:
    def kind(document: Document) -> DocumentKind:
        return document_kind(document, build_outline(document))

    village = plain_document(f"{_HEAD}今晚就开会。{_TAIL}")
    formal = plain_document(f"{_HEAD}各单位要切实加强组织领导，严格落实责任，确保各项任务落到实处。")
    assert is_spoken(village, kind(village))
    assert not is_spoken(formal, kind(formal))
    assert not is_spoken(village, DocumentKind.NOTICE)
