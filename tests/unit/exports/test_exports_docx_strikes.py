"""Paragraphs taken out of a copy."""

import pytest
from copies_made import box, copied, docx, field, main_part, opened, p, r
from test_exports_docx_edits import NUMBERED, NUMBERING

from reviewer.exports.docx import edits, strike
from reviewer.exports.docx.fields import CONTENTS
from reviewer.model.edit import StrikeParagraph

BREAK = "<w:r><w:br/></w:r>"


def test_a_paragraph_goes_with_its_number() -> None:
    data = docx("".join(p(t, ppr=NUMBERED) for t in ("甲", "乙", "丙")), numbering=NUMBERING)
    copy = copied(data, [StrikeParagraph(1)])
    assert main_part(copy.data) == main_part(data).replace(p("乙", ppr=NUMBERED), "")
    assert opened(copy.data).texts == ("一、甲", "二、丙")


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>{}</w:tc></w:tr></w:tbl>",
        "<w:tbl/>{}<w:tbl/>",
        "<w:tbl/>{}<w:sectPr/>",
    ],
)
def test_a_paragraph_that_must_stand_is_emptied(body: str) -> None:
    data = docx(body.format(p("甲", ppr='<w:pStyle w:val="1"/><w:jc w:val="both"/>')))
    number = opened(data).texts.index("甲")
    emptied = '<w:p><w:pPr><w:jc w:val="both"/></w:pPr></w:p>'
    assert main_part(copied(data, [StrikeParagraph(number)]).data) == body.format(emptied)


def test_of_two_at_the_end_of_a_cell_one_stays() -> None:
    data = docx(f"<w:tbl><w:tr><w:tc>{p('甲')}{p('乙')}</w:tc></w:tr></w:tbl>")
    copy = copied(data, [StrikeParagraph(0), StrikeParagraph(1)])
    assert main_part(copy.data).count("<w:p>") == 1


def test_a_section_and_its_settings_stay() -> None:
    section = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'
    data = docx(p("甲") + p("乙", ppr=section) + p("丙"))
    assert section in main_part(copied(data, [StrikeParagraph(1)]).data)


def test_pictures_and_text_boxes_stay() -> None:
    picture = "<w:r><w:drawing><a/></w:drawing></w:r>"
    data = docx(p("甲") + p("乙", picture, box(p("框"))) + p("丙"))
    copy = copied(data, [StrikeParagraph(1)])
    assert picture in main_part(copy.data)
    assert opened(copy.data).texts == ("甲", "", "框", "丙")


def test_ends_of_ranges_that_reach_out_stay() -> None:
    mark = '<w:bookmarkStart w:id="5" w:name="外"/>'
    inner = '<w:bookmarkStart w:id="6" w:name="内"/>', '<w:bookmarkEnd w:id="6"/>'
    data = docx(p("甲") + p("乙", mark, *inner) + p("丙", '<w:bookmarkEnd w:id="5"/>'))
    assert main_part(copied(data, [StrikeParagraph(1)]).data) == p("甲") + mark + p("丙", '<w:bookmarkEnd w:id="5"/>')


@pytest.mark.parametrize(
    ("struck", "wanted"), [((0,), ("乙", "丙")), ((1,), ("甲", "丙")), ((2,), ("甲", "乙")), ((0, 1), ("丙",))]
)
def test_lines_divided_by_manual_breaks(struck: tuple[int, ...], wanted: tuple[str, ...]) -> None:
    data = docx(p("甲", BREAK, "乙", BREAK, "丙"))
    copy = copied(data, [StrikeParagraph(number) for number in struck])
    assert opened(copy.data).texts == wanted


def test_all_lines_of_a_paragraph_take_it_with_them() -> None:
    data = docx(p("甲") + p("乙", BREAK, "丙"))
    assert main_part(copied(data, [StrikeParagraph(1), StrikeParagraph(2)]).data) == p("甲")


def test_contents_and_fields_over_paragraphs_are_refused() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = docx(p(field(" TOC ", "目录")) + p("甲", begin) + p("乙", end) + p("丙"))
    copy = copied(data, [StrikeParagraph(0), StrikeParagraph(1)])
    assert [item.reason for item in copy.refused] == [CONTENTS, strike.BROKEN_FIELD]


def test_paragraphs_joined_by_a_tracked_deletion_are_refused() -> None:
    data = docx(p("甲", ppr='<w:rPr><w:del w:id="1" w:author="甲"/></w:rPr>') + p("乙") + p("丙"))
    assert opened(data).texts == ("甲乙", "丙")
    assert [item.reason for item in copied(data, [StrikeParagraph(0)]).refused] == [edits.JOINED]


def test_a_tracked_strike_deletes_runs_and_mark() -> None:
    data = docx(p("甲") + p("乙", ppr='<w:jc w:val="both"/>') + p("丙"))
    xml = main_part(copied(data, [StrikeParagraph(1)], tracked=True, author="某科").data)
    who = 'w:author="某科" w:date="2026-11-21T09:30:00Z"'
    assert f'<w:del w:id="1" {who}><w:r><w:delText>乙</w:delText></w:r></w:del>' in xml
    assert f'<w:pPr><w:jc w:val="both"/><w:rPr><w:del w:id="2" {who}/></w:rPr></w:pPr>' in xml


def test_a_tracked_strike_reads_as_if_it_were_gone() -> None:
    data = docx(p("甲") + p(r("乙"), r("丁")) + p("丙"))
    assert opened(copied(data, [StrikeParagraph(1)], tracked=True).data).texts == ("甲", "丙")


def test_a_formula_cannot_be_struck_as_a_tracked_change() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'
    data = docx(p("甲") + p("乙", formula) + p("丙"))
    assert [item.reason for item in copied(data, [StrikeParagraph(1)], tracked=True).refused] == [strike.FORMULA]
    assert opened(copied(data, [StrikeParagraph(1)]).data).texts == ("甲", "丙")
