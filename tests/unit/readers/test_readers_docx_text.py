"""Which text of a Word document is read, and where it is said to stand."""

import pytest
from readers_made import (
    STRICT_R,
    STRICT_W,
    W,
    box,
    doc,
    docx,
    field,
    p,
    package,
    r,
    relations,
    root,
    style,
    table,
    texts,
)

from reviewer.model.document import Place
from reviewer.readers import read_bytes

INS = '<w:ins w:id="1">{}</w:ins>'
DEL = '<w:del w:id="2"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def test_plain_paragraphs_in_order() -> None:
    assert texts("标题|一、总体要求|正文。") == ["标题", "一、总体要求", "正文。"]


def test_empty_paragraphs_count() -> None:
    assert texts(p() + p("正文") + "<w:p/>") == ["", "正文", ""]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("甲") + r("乙"), "甲乙"),
        ("<w:hyperlink>" + r("链接") + "</w:hyperlink>" + r("后"), "链接后"),
        ('<w:fldSimple w:instr="DATE">' + r("2023年") + "</w:fldSimple>", "2023年"),
        ("<w:smartTag><w:customXml>" + r("内") + "</w:customXml></w:smartTag>", "内"),
        ("<w:sdt><w:sdtPr>" + r("不要") + "</w:sdtPr><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:dir>" + r("左") + "</w:dir><w:bdo>" + r("右") + "</w:bdo>", "左右"),
        (field("HYPERLINK x", "结果"), "结果"),
        (field(" IF ", field("PAGE", "3") + r("外")), "3外"),
        ("<w:r><w:t>前</w:t><w:tab/><w:t>后</w:t></w:r>", "前\t后"),
        ("<w:r><w:ptab/></w:r>" + r("页"), "\t页"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t></w:r>", "A\u2011B"),
        ("<w:r><w:t>软</w:t><w:softHyphen/><w:t>连</w:t></w:r>", "软连"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r("是"), "☑是"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r>', "□"),
        ('<w:r><w:sym w:font="宋体" w:char="F041"/></w:r>', "A"),
        ('<w:r><w:sym w:font="宋体" w:char="xyz"/><w:sym/></w:r>' + r("无"), "无"),
        (
            "<w:r><w:ruby><w:rt>"
            + r("hàn")
            + "</w:rt><w:rubyBase>"
            + r("汉")
            + "</w:rubyBase></w:ruby></w:r>"
            + r("字"),
            "汉字",
        ),
        ("<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath>", "x=1"),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><s:symEx xmlns:s="e" s:font="F" s:char="1F60A"/>'
            "</mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>" + r("好"),
            "😊好",
        ),
        ("<w:r><mc:AlternateContent><mc:Fallback><w:t>退</w:t></mc:Fallback></mc:AlternateContent></w:r>", "退"),
        (
            '<mc:AlternateContent><mc:Choice Requires="w14">'
            + r("选")
            + "</mc:Choice><mc:Fallback>"
            + r("退")
            + "</mc:Fallback></mc:AlternateContent>",
            "选",
        ),
        ("<w:r><w:t>a\nb\u2028c</w:t></w:r>", "a b c"),
        ("<w:r><w:t>𠮷😀</w:t></w:r>", "𠮷😀"),
        ("<!-- 注 --><w:proofErr/>" + r("文"), "文"),
        ("<w:r><w:commentReference/></w:r>" + r("文"), "文"),
    ],
)
def test_inline_content(content: str, text: str) -> None:
    assert texts(p(content)) == [text]


def test_a_fields_code_and_what_it_nests_are_no_text() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    nested = begin + begin + separate + r("码内") + end + separate + r("结果") + end
    assert texts(p(nested)) == ["结果"]


def test_a_field_may_span_paragraphs() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    assert texts(p(begin + separate + r("目一")) + p("目二") + p(r("目三") + end) + p("文")) == [
        "目一",
        "目二",
        "目三",
        "文",
    ]


def test_an_unclosed_field_hides_no_later_paragraph() -> None:
    assert texts(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("后文")) == ["", "后文"]


def test_line_breaks_make_paragraphs_of_their_own() -> None:
    document = doc(p("<w:r><w:t>关于</w:t><w:br/><w:t>的通知</w:t><w:cr/></w:r>", props="jc=center"))
    assert document.texts == ("关于", "的通知", "")
    assert [q.origin.address for q in document.paragraphs] == ["body/0", "body/0#1", "body/0#2"]
    assert all(q.style.centred for q in document.paragraphs)


def test_page_breaks_divide_only_between_text() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(p(page + r("文")) + p(r("文") + page) + p(r("前") + page + r("后")) + p(page)) == [
        "文",
        "文",
        "前",
        "后",
        "",
    ]


def test_tables_cell_by_cell() -> None:
    document = doc(p("前") + table("甲|乙", "丙|丁") + p("后"))
    assert document.texts == ("前", "甲", "乙", "丙", "丁", "后")
    places = [(q.origin.place, q.origin.table, q.origin.row, q.origin.column) for q in document.paragraphs]
    assert places[0] == (Place.BODY, None, None, None)
    assert places[1:5] == [(Place.TABLE, 0, i, j) for i in (0, 1) for j in (0, 1)]


def test_nested_tables_count_on() -> None:
    document = doc(table("外|" + table("内") + p("尾")) + table("二"))
    assert [(q.text, q.origin.table) for q in document.paragraphs] == [("外", 0), ("内", 1), ("尾", 0), ("二", 2)]


def test_merged_cells_keep_their_columns_and_are_read_once() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("宽")
    down = "<w:tcPr><w:vMerge/></w:tcPr>" + p("藏")
    top = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("上")
    document = doc(table(f"{wide}|{top}", f"甲|乙|{down}"))
    assert [(q.text, q.origin.row, q.origin.column) for q in document.paragraphs] == [
        ("宽", 0, 0),
        ("上", 0, 2),
        ("甲", 1, 0),
        ("乙", 1, 1),
    ]


def test_rows_that_begin_late_are_hidden_or_deleted() -> None:
    late = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>' + p("晚") + "</w:tc></w:tr>"
    hidden = "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" + p("隐") + "</w:tc></w:tr>"
    deleted = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>' + p("删") + "</w:tc></w:tr>"
    document = doc(f"<w:tbl>{late}{hidden}{deleted}</w:tbl>" + p("后"))
    assert document.texts == ("晚", "后")
    assert document.paragraphs[0].origin.column == 1
    assert any("1处尚未接受的删除" in w for w in document.warnings)


def test_content_controls_around_rows_and_cells() -> None:
    sdt = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = "<w:tr>" + sdt.format("<w:tc>" + sdt.format(p("格")) + "</w:tc>") + "</w:tr>"
    document = doc(sdt.format(p("段")) + f"<w:tbl>{sdt.format(row)}</w:tbl>")
    assert document.texts == ("段", "格")
    assert document.paragraphs[1].origin.place is Place.TABLE


def test_text_boxes_once_and_after_their_paragraph() -> None:
    document = doc(p(r("正文") + box(p("框内"), p("二")) + r("续")) + p("后"))
    assert document.texts == ("正文续", "框内", "二", "后")
    assert [q.origin.place for q in document.paragraphs] == [Place.BODY, Place.TEXTBOX, Place.TEXTBOX, Place.BODY]


def test_text_boxes_of_old_documents_and_in_groups() -> None:
    old = (
        "<w:r><w:pict><shape><textbox><w:txbxContent>" + p("旧框") + "</w:txbxContent></textbox></shape></w:pict></w:r>"
    )
    nested = box(p(r("外") + box(p("内"))))
    assert texts(p(old) + p(nested)) == ["", "旧框", "", "外", "内"]


def test_insertions_are_in_and_marked() -> None:
    (paragraph,) = doc(p(r("甲") + INS.format(r("新增")) + r("乙") + INS.format(r("二")))).paragraphs
    assert paragraph.text == "甲新增乙二"
    assert paragraph.inserted == ((1, 3), (4, 5))


def test_insertions_behind_labels_and_breaks_are_moved_along() -> None:
    content = r("甲") + INS.format("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>")
    first, second = doc(p(content)).paragraphs
    assert (first.text, first.inserted) == ("甲一", ((1, 2),))
    assert (second.text, second.inserted) == ("二", ((0, 1),))


def test_deletions_are_out_with_a_warning() -> None:
    document = doc(p(r("甲") + DEL.format("删去") + r("乙")) + p("<w:moveFrom>" + r("移走") + "</w:moveFrom>"))
    assert document.texts == ("甲乙", "")
    assert any("2处尚未接受的删除修订" in w for w in document.warnings)


def test_moved_text_stands_where_it_went() -> None:
    assert texts(p("<w:moveTo>" + r("移来") + "</w:moveTo>")) == ["移来"]


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    body = p("上", mark='<w:del w:id="1"/>', props="jc=center") + p("下")
    document = doc(body)
    assert document.texts == ("上下",)
    assert not document.paragraphs[0].style.centred
    assert document.paragraphs[0].origin.address == "body/1"


def test_a_deleted_mark_before_a_table_or_the_end_loses_nothing() -> None:
    cut = p("上", mark='<w:del w:id="1"/>')
    assert texts(cut + table("格") + p("中") + cut) == ["上", "格", "中", "上"]


def test_a_paragraph_deleted_as_a_whole_is_gone() -> None:
    gone = p(DEL.format("全删"), mark='<w:del w:id="1"/>')
    assert texts(p("甲") + gone + p("乙") + gone) == ["甲", "乙"]


def test_hidden_text_is_out_with_a_warning() -> None:
    document = doc(p(r("见") + r("隐", "vanish") + r("也见", "vanish=0")))
    assert document.texts == ("见也见",)
    assert any("1处隐藏文字" in w for w in document.warnings)


def test_styles_may_hide_text() -> None:
    styles = root(
        "styles",
        style("隐字", rpr="vanish", kind="character") + style("隐段", rpr="vanish") + style("子", based="隐段"),
    )
    body = p(r("见") + r("隐", "rStyle=隐字") + r("现", "rStyle=隐字 vanish=0"))
    body += p(r("隐") + r("现", "vanish=false"), props="pStyle=子") + p("常")
    assert texts(body, styles=styles) == ["见现", "现", "常"]


def test_fields_in_hidden_runs_still_count() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'
    body = p(hidden.format("begin") + r("码") + hidden.format("separate") + r("果") + hidden.format("end"))
    assert texts(body) == ["果"]


def test_what_is_left_out_is_said() -> None:
    document = doc(p("<w:r><w:commentReference/></w:r>" + r("文")) + "<w:altChunk/>")
    assert any("1条批注" in w for w in document.warnings)
    assert any("1个其他文档" in w for w in document.warnings)


def test_a_document_without_words_says_so() -> None:
    assert any("没有读到文字" in w for w in doc(p(" ")).warnings)
    assert not doc("有字").warnings


def test_strict_documents() -> None:
    data = package(
        {
            "_rels/.rels": relations(main="officeDocument:word/document.xml").replace(R_TRANSITIONAL, STRICT_R),
            "word/document.xml": root("document", f"<w:body>{p('严格', props='jc=end')}</w:body>").replace(W, STRICT_W),
        }
    )
    document = read_bytes(data, "strict.docx")
    assert document.texts == ("严格",)
    assert document.paragraphs[0].style.right


R_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".doc", ".txt", ""])
def test_the_suffix_decides_nothing(suffix: str) -> None:
    document = read_bytes(docx("内容"), f"文件{suffix}")
    assert (document.format, document.texts, document.path) == ("docx", ("内容",), f"文件{suffix}")
    assert document.encoding is None
    assert document.newline is None


def test_alternatives_between_paragraphs() -> None:
    choice = '<mc:AlternateContent><mc:Choice Requires="w14">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
    assert texts(p("甲") + choice.format(p("新"), p("旧")) + p("乙") + "<mc:AlternateContent/>") == ["甲", "新", "乙"]


def test_what_is_no_row_cell_or_paragraph_is_passed_over() -> None:
    odd = "<w:tbl><w:bookmarkStart/><w:tr><w:bookmarkStart/><w:tc><w:tcPr><w:cellDel/></w:tcPr>" + p("删")
    odd += "</w:tc><w:tc>" + p("格") + "</w:tc></w:tr></w:tbl><w:bookmarkEnd/>"
    assert texts(odd) == ["格"]


def test_pictures_outside_runs_and_old_fields() -> None:
    old = "<w:pict><w:txbxContent>" + p("框") + "</w:txbxContent></w:pict>"
    stray = '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>'
    assert texts(p(old + stray + r("文"))) == ["文", "框"]
