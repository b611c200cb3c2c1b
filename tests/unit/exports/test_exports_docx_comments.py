"""Comments and highlighting in a copy of a Word document."""

import re

import pytest
from copies_made import NOW, STRICT, W, box, copied, docx, field, main_part, members, opened, p, part, r
from test_exports_docx_edits import NUMBERED, NUMBERING

from reviewer.exports.copy import Highlight
from reviewer.exports.docx.comments import NO_PLACE
from reviewer.exports.docx.copies import GONE, docx_copy
from reviewer.exports.docx.fields import PROMPT
from reviewer.model.edit import Edit, Remark, StrikeParagraph
from reviewer.model.span import Span


def covered(xml: str) -> list[str]:
    """The characters between the marks of each comment, in the order of their beginnings."""
    found = []
    for number in re.findall(r'commentRangeStart w:id="(\d+)"', xml):
        start = xml.index(f'commentRangeStart w:id="{number}"')
        end = xml.index(f'commentRangeEnd w:id="{number}"')
        found.append("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml[start:end])))
        assert f'<w:commentReference w:id="{number}"/>' in xml[end:]
    return found


def texts(data: bytes) -> list[str]:
    """What the comments say, each with its lines divided by /."""
    xml = members(data)["word/comments.xml"].decode()
    return [
        "/".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", line)) for line in re.findall(r"<w:p>.*?</w:p>", one))
        for one in re.findall(r"<w:comment .*?</w:comment>", xml)
    ]


def test_a_comment_stands_around_its_characters_and_changes_no_other_part() -> None:
    data = docx(p(r("甲乙", "<w:b/>"), r("丙丁")) + p("完"), styles=part("styles", ""))
    copy = copied(data, remarks=[Remark(Span(0, 1, 3), "说明 <一>\n第二行", "某科")])
    old, new = members(data), members(copy.data)
    assert covered(main_part(copy.data)) == ["乙丙"]
    assert texts(copy.data) == ["说明 &lt;一&gt;/第二行"]
    assert 'w:author="某科" w:date="2026-11-21T09:30:00Z" w:initials="某"' in new["word/comments.xml"].decode()
    assert opened(copy.data).texts == opened(data).texts
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
    }  # fmt: skip


def test_a_document_without_relationships_gets_them() -> None:
    copy = copied(docx(p("甲")), remarks=[Remark(Span(0, 0, 1), "问")])
    assert b'Target="comments.xml"' in members(copy.data)["word/_rels/document.xml.rels"]
    assert opened(copy.data).warnings == ("文中有1条批注，没有纳入审阅。",)


def test_comments_that_are_there_stay() -> None:
    old = f'<w:comment w:id="4" w:author="甲">{p("旧")}</w:comment>'
    data = docx(p("甲乙", '<w:r><w:commentReference w:id="4"/></w:r>'), comments=part("comments", old))
    copy = copied(data, remarks=[Remark(Span(0, 0, 1), "新")])
    assert texts(copy.data) == ["旧", "新"]
    assert members(copy.data)["[Content_Types].xml"] == members(data)["[Content_Types].xml"]


def test_comments_may_cross_each_other() -> None:
    data = docx(p("甲乙丙丁"))
    remarks = [Remark(Span(0, 0, 3), "一"), Remark(Span(0, 1, 4), "二"), Remark(Span(0, 1, 2), "三")]
    assert sorted(covered(main_part(copied(data, remarks=remarks).data))) == ["乙", "乙丙丁", "甲乙丙"]


def test_strict_documents_get_a_strict_part() -> None:
    copy = copied(docx(p("甲"), STRICT), remarks=[Remark(Span(0, 0, 1), "问")])
    assert STRICT.encode() in members(copy.data)["word/comments.xml"]
    assert (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (members(copy.data)["word/_rels/document.xml.rels"])
    )
    assert W.encode() not in members(copy.data)["word/comments.xml"]


@pytest.mark.parametrize(
    ("body", "span", "said"),
    [
        (p("甲", '<w:r><w:footnoteReference w:id="2"/></w:r>'), Span(1, 0, 1), "脚注“注”：问"),
        (p("甲", box(p("框内"))), Span(1, 0, 1), "文本框“框”：问"),
        (p("甲") + '<w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>', Span(1, 0, 2), "页眉“眉头”：问"),
    ],
)
def test_what_cannot_carry_a_comment_is_quoted_in_one(body: str, span: Span, said: str) -> None:
    data = docx(
        body,
        footnotes=part("footnotes", f'<w:footnote w:id="2">{p("注文")}</w:footnote>'),
        header1=part("hdr", p("眉头")),
    )
    copy = copied(data, remarks=[Remark(span, "问")])
    assert texts(copy.data) == [said]
    assert len(covered(main_part(copy.data))) == 1
    assert opened(copy.data).texts == opened(data).texts


def test_a_generated_number_is_quoted_and_its_words_marked() -> None:
    data = docx(p("总体要求", ppr=NUMBERED), numbering=NUMBERING)
    copy = copied(data, remarks=[Remark(Span(0, 0, 2), "序号不对")])
    assert texts(copy.data) == ["“一、”：序号不对"]
    assert covered(main_part(copy.data)) == ["总体要求"]


def test_the_result_of_a_field_can_be_commented_on() -> None:
    data = docx(p("见", field(" REF 甲 ", "第三条")))
    assert covered(main_part(copied(data, remarks=[Remark(Span(0, 2, 3), "问")]).data)) == ["三"]


def test_the_prompt_of_a_content_control_is_commented_on_undivided() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('请填写单位')}</w:sdtContent></w:sdt>"
    data = docx(p("甲", control))
    copy = copied(data, remarks=[Remark(Span(0, 3, 5), "问")], highlights=[Highlight(Span(0, 2, 3), "yellow")])
    assert control in main_part(copy.data)
    assert covered(main_part(copy.data)) == ["请填写单位"]
    assert texts(copy.data) == ["“写单”：问"]


def test_a_whole_paragraph_of_prompt_is_left() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('请填写单位')}</w:sdtContent></w:sdt>"
    copy = copied(docx(control + p("甲")), remarks=[Remark(Span(0, 1, 2), "问")])
    assert main_part(copy.data) == control + p("甲")
    assert [item.reason for item in copy.refused] == [PROMPT]


def bound(content: str) -> str:
    return f"<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/><w:text/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_a_bound_content_control_is_commented_on_undivided() -> None:
    copy = copied(docx(p("甲", bound(r("某县通报")))), remarks=[Remark(Span(0, 2, 3), "问")])
    assert bound(r("某县通报")) in main_part(copy.data)
    assert covered(main_part(copy.data)) == ["某县通报"]
    assert texts(copy.data) == ["“县”：问"]


def test_no_text_stands_before_a_comment_in_a_bound_paragraph() -> None:
    bold = p(r("某县"), r("通报", "<w:b/>"), ppr='<w:jc w:val="center"/>')
    copy = copied(docx(bound(bold)), remarks=[Remark(Span(0, 2, 4), "一"), Remark(Span(0, 0, 1), "二")])
    xml = main_part(copy.data)
    assert xml.index("</w:pPr>") < xml.index("<w:commentReference") < xml.rindex("<w:commentReference")
    assert xml.rindex("<w:commentReference") < xml.index("某县")
    assert covered(xml) == ["", ""]
    assert texts(copy.data) == ["“通报”：一", "“某”：二"]
    assert opened(copy.data).texts == ("某县通报",)


def test_an_empty_paragraph_can_carry_comments() -> None:
    data = docx("<w:p/>" + p("甲"))
    copy = copied(data, remarks=[Remark(Span(0, 0, 0), "一"), Remark(Span(0, 0, 0), "二")])
    assert texts(copy.data) == ["一", "二"]
    assert opened(copy.data).texts == ("", "甲")


def test_a_header_without_any_text_beside_it_has_no_place() -> None:
    data = docx('<w:p/><w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>', header1=part("hdr", p("眉头")))
    number = opened(data).texts.index("眉头")
    copy = copied(data, remarks=[Remark(Span(number, 0, 1), "问")])
    assert [item.reason for item in copy.refused] == [NO_PLACE]


def test_changes_and_comments_in_one_copy() -> None:
    data = docx(p("甲乙丙") + p("丁") + p("完"))
    document = opened(data)
    copy = docx_copy(
        document,
        data,
        [Edit(Span(0, 1, 2), "○"), StrikeParagraph(1)],
        [Remark(Span(0, 0, 3), "问"), Remark(Span(1, 0, 1), "没了")],
        now=NOW,
    )
    assert opened(copy.data).texts == ("甲○丙", "完")
    assert covered(main_part(copy.data)) == ["甲○丙"]
    assert [item.reason for item in copy.refused] == [GONE]
    assert copy.made == 3


def test_highlighting_comes_at_its_place_among_the_properties() -> None:
    data = docx(p(r("甲乙丙", '<w:b/><w:sz w:val="32"/><w:u w:val="single"/>')))
    copy = copied(data, highlights=[Highlight(Span(0, 1, 2), "cyan"), Highlight(Span(0, 0, 3), "yellow")])
    look = '<w:rPr><w:b/><w:sz w:val="32"/><w:highlight w:val="{}"/><w:u w:val="single"/></w:rPr>'
    assert main_part(copy.data) == "<w:p>" + "".join(
        f"<w:r>{look.format(colour)}<w:t>{text}</w:t></w:r>" for text, colour in zip("甲乙丙", ("yellow", "cyan", "yellow"), strict=True)
    ) + "</w:p>"  # fmt: skip


def test_what_the_author_highlighted_stays() -> None:
    data = docx(p(r("甲", '<w:highlight w:val="red"/>')))
    assert main_part(copied(data, highlights=[Highlight(Span(0, 0, 1), "yellow")]).data) == main_part(data)
