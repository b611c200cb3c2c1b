import pytest
from ui_core_material import SPEECH, outline

from reviewer.model.document import Document, Origin, Paragraph, ParagraphStyle, Place, plain_document
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry
from reviewer.model.span import Span
from reviewer.ui.page_painter import origin_name
from reviewer.ui.speech_looks import Look, looks


def kinds(document: Document, tree: Outline) -> list[Look]:
    return [look.look for look in looks(document, tree)]


def test_head_headings_and_points() -> None:
    document = plain_document(SPEECH.strip())
    found = looks(document, outline(document))
    assert [look.look for look in found[:5]] == [Look.TITLE, Look.BYLINE, Look.FLUSH, Look.BODY, Look.HEADING_1]
    assert found[5].look is Look.BODY
    assert found[5].stretches == ((0, 2, Look.POINT),)


def test_heading_that_shares_its_paragraph() -> None:
    document = plain_document("一、开头。然后是正文。")
    entry = OutlineEntry(1, "一、", 1, "开头", Span(0, 0, 4), LabelStyle.HAN)
    (look,) = looks(document, Outline((entry,)))
    assert look.look is Look.BODY
    assert look.stretches == ((0, 4, Look.HEADING_1),)


@pytest.mark.parametrize(("level", "look"), [(1, Look.HEADING_1), (2, Look.HEADING_2), (3, Look.HEADING_3)])
def test_levels(level: int, look: Look) -> None:
    document = plain_document("　　（一）独立成行。")
    entry = OutlineEntry(level, "（一）", 1, "独立成行", Span(0, 2, 9), LabelStyle.HAN_BRACKET)
    assert kinds(document, Outline((entry,))) == [look]


def test_what_the_file_says() -> None:
    body = Paragraph("正文", Origin("body/0"))
    paragraphs = (
        body._replace(style=ParagraphStyle(centred=True)),
        body._replace(style=ParagraphStyle(right=True)),
        body._replace(origin=Origin("table/0/0/0/0", Place.TABLE, 0, 0, 0)),
        body._replace(origin=Origin("note/1", Place.FOOTNOTE, note="1")),
        body,
    )
    document = Document("", "docx", paragraphs)
    assert kinds(document, Outline()) == [Look.CENTRED, Look.RIGHT, Look.GRID, Look.ASIDE, Look.BODY]


def test_body_after_the_title_is_no_byline() -> None:
    document = plain_document("关于做好防汛工作的通知\n各街道办事处，市直各有关单位：\n汛期将至。\n2024年")
    tree = Outline((), "关于做好防汛工作的通知", (Span(0, 0, 11),))
    assert kinds(document, tree) == [Look.TITLE, Look.FLUSH, Look.BODY, Look.BODY]


def test_names_of_places_are_said_once() -> None:
    cells = [Origin(f"t/{r}/{c}", Place.TABLE, 0, r, c) for r in range(2) for c in range(2)]
    names = [origin_name(cell, before) for before, cell in zip([None, *cells], cells, strict=False)]
    assert names == ["表1", "", "第2行", ""]
    first, second = Origin("n/1", Place.FOOTNOTE, note="1"), Origin("n/2", Place.FOOTNOTE, note="2")
    assert origin_name(first, cells[-1]) == "脚注1"
    assert origin_name(first, first) == ""
    assert origin_name(second, first) == "脚注2"
    assert origin_name(Origin("b/1"), first) == ""
