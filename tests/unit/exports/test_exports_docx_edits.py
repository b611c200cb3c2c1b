"""Changes in a copy of a Word document, and what stays as it was."""

import pytest
from copies_made import (
    STRICT,
    W,
    box,
    change,
    copied,
    docx,
    edited,
    field,
    main_part,
    members,
    opened,
    p,
    part,
    r,
)

from reviewer.errors import WriteError
from reviewer.exports.docx import leaves
from reviewer.exports.docx.copies import docx_copy
from reviewer.exports.docx.fields import BOUND, CONTENTS, FIELD, PROMPT
from reviewer.model.edit import Edit
from reviewer.model.span import Span

NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_copy_without_changes_is_the_very_same_file() -> None:
    data = docx(p("各单位要抓紧落实。"))
    assert copied(data).data is data


def test_only_the_changed_run_differs() -> None:
    before = p(r("各单位", "<w:b/>"), r("要抓紧落是"), r("。"), ppr='<w:jc w:val="both"/>')
    data = docx(p("一 &amp; 二") + before + p("完"), styles=part("styles", ""))
    copy = edited(data, "落是", "落实")
    old, new = members(data), members(copy.data)
    assert copy.made == 1
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}
    assert main_part(copy.data) == main_part(data).replace("要抓紧落是", "要抓紧落实")


def test_packed_bytes_of_other_members_are_carried_over() -> None:
    data = docx(p("落是"))
    broken = data.replace(b"\x89PNG not", b"\x89PNG ???")
    assert b"\x89PNG ??? looked at" in edited(broken, "是", "实").data


def test_a_change_over_several_runs_takes_the_look_of_the_first() -> None:
    data = docx(p(r("甲乙", "<w:b/>"), r("丙丁", "<w:i/>"), r("戊己")))
    assert main_part(edited(data, "乙丙丁戊", "○").data) == p(r("甲○", "<w:b/>"), r("己"))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("丙", "<&>", "甲乙&lt;&amp;&gt;丁"),
        ("丙", "", "甲乙丁"),
        ("𠮷", "吉", None),
    ],
)
def test_characters_of_all_kinds(old: str, new: str, wanted: str | None) -> None:
    data = docx(p("甲乙丙丁")) if wanted else docx(p("甲😀𠮷乙"))
    assert main_part(edited(data, old, new).data) == p(wanted or "甲😀吉乙")


def test_spaces_at_the_edge_are_kept() -> None:
    data = docx(p("甲乙"))
    assert '<w:t xml:space="preserve">甲乙 </w:t>' in main_part(edited(data, "乙", "乙 ").data)


def test_an_insertion_in_the_middle_and_at_both_ends() -> None:
    data = docx(p("甲丙", "戊"))
    document = opened(data)
    changes = [Edit(Span(0, at, at), text) for at, text in ((0, "○"), (1, "乙"), (2, "丁"), (3, "己"))]
    copy = docx_copy(document, data, changes)
    assert opened(copy.data).texts == ("○甲乙丙丁戊己",)
    assert not copy.refused


def test_a_tab_that_is_taken_out() -> None:
    data = docx(p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>"))
    assert main_part(edited(data, "\t", "").data) == p("<w:r><w:t>甲</w:t><w:t>乙</w:t></w:r>")


def test_hyperlinks_insertions_and_content_controls_can_be_changed() -> None:
    data = docx(
        p(f'<w:hyperlink r:id="x">{r("网址一")}</w:hyperlink>')
        + p(f'<w:ins w:id="3" w:author="甲">{r("新增二")}</w:ins>')
        + f"<w:sdt><w:sdtContent>{p('控件三')}</w:sdtContent></w:sdt>"
    )
    document = opened(data)
    copy = docx_copy(document, data, [change(document, one, "○") for one in "一二三"])
    assert main_part(copy.data) == main_part(data).replace("一", "○").replace("二", "○").replace("三", "○")


def test_a_line_after_a_manual_break() -> None:
    data = docx(p("<w:r><w:t>甲</w:t><w:br/><w:t>乙是</w:t></w:r>"))
    assert main_part(edited(data, "是", "实").data) == p("<w:r><w:t>甲</w:t><w:br/><w:t>乙实</w:t></w:r>")


def test_cells_notes_and_headers() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{p("注是")}</w:footnote>')
    data = docx(
        f"<w:tbl><w:tr><w:tc>{p('格是')}</w:tc></w:tr></w:tbl>"
        + p(r("文"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>',
        footnotes=notes,
        header1=part("hdr", p("眉是")),
    )
    document = opened(data)
    copy = docx_copy(document, data, [change(document, "是", "实", n) for n in range(3)])
    assert sorted(opened(copy.data).texts) == sorted(("格实", "文", "注实", "眉实"))


def test_both_copies_of_a_text_box_are_changed() -> None:
    data = docx(p("文", box(p("框内落是"))))
    assert main_part(edited(data, "落是", "落实").data) == main_part(data).replace("落是", "落实")


def test_a_text_box_whose_copies_differ_is_left() -> None:
    data = docx(p("文", box(p("框内落是"), p("另一种写法"))))
    copy = edited(data, "落是", "落实")
    assert [item.reason for item in copy.refused] == [leaves.TWICE]
    assert copy.made == 0
    assert main_part(copy.data) == main_part(data)


def test_generated_numbers_are_refused_and_the_words_behind_them_changed() -> None:
    data = docx(p("总体要是", ppr=NUMBERED), numbering=NUMBERING)
    document = opened(data)
    assert document.texts == ("一、总体要是",)
    copy = docx_copy(document, data, [Edit(Span(0, 0, 1), "二"), Edit(Span(0, 2, 6), "总体要求")])
    assert [item.reason for item in copy.refused] == [leaves.GENERATED]
    assert opened(copy.data).texts == ("一、总体要求",)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (p(field(" REF 甲 ", "结果")), FIELD),
        (p(field(' TOC \\o "1-3" ', "结果")), CONTENTS),
        (p(f'<w:fldSimple w:instr="PAGE">{r("结果")}</w:fldSimple>'), FIELD),
        (f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{p('结果')}</w:sdtContent></w:sdt>", BOUND),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('结果')}</w:sdtContent></w:sdt>", PROMPT),
    ],
)
def test_what_word_would_make_anew_is_refused(body: str, reason: str) -> None:
    copy = edited(docx(body), "结果", "改过")
    assert [item.reason for item in copy.refused] == [reason]


def test_the_result_of_a_hyperlink_field_can_be_changed() -> None:
    assert not edited(docx(p(field(' HYPERLINK "甲" ', "结果"))), "结果", "改过").refused


def test_overlapping_changes_are_made_once() -> None:
    data = docx(p("甲乙丙丁"))
    copy = copied(data, [Edit(Span(0, 0, 2), "○"), Edit(Span(0, 1, 3), "●")])
    assert opened(copy.data).texts == ("○丙丁",)
    assert len(copy.refused) == 1


def test_tracked_changes_name_author_and_day_and_keep_the_look() -> None:
    data = docx(p(r("甲乙丙", "<w:b/>")))
    copy = edited(data, "乙", "○", tracked=True, author="某科")
    who = 'w:author="某科" w:date="2026-11-21T09:30:00Z"'
    bold = "<w:rPr><w:b/></w:rPr>"
    assert main_part(copy.data) == (
        f"<w:p><w:r>{bold}<w:t>甲</w:t></w:r>"
        f'<w:del w:id="1" {who}><w:r>{bold}<w:delText>乙</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {who}><w:r>{bold}<w:t>○</w:t></w:r></w:ins>'
        f"<w:r>{bold}<w:t>丙</w:t></w:r></w:p>"
    )
    assert opened(copy.data).texts == ("甲○丙",)


def test_tracked_changes_over_runs_and_inside_an_insertion() -> None:
    data = docx(p(r("甲乙", "<w:b/>"), r("丙丁")) + p(f'<w:ins w:id="7" w:author="甲">{r("戊己")}</w:ins>'))
    document = opened(data)
    copy = docx_copy(document, data, [change(document, "乙丙", "○"), change(document, "己", "●")], tracked=True)
    assert opened(copy.data).texts == ("甲○丁", "戊●")
    assert main_part(copy.data).count("<w:ins ") == 2


@pytest.mark.parametrize("space", [W, STRICT])
def test_strict_documents_keep_their_namespaces(space: str) -> None:
    data = docx(p("落是"), space)
    changed = members(edited(data, "是", "实").data)["word/document.xml"]
    assert changed == members(data)["word/document.xml"].replace("是".encode(), "实".encode())


def test_a_main_namespace_without_prefix() -> None:
    data = docx(p("甲乙丙"))
    plain = (
        members(data)["word/document.xml"]
        .decode()
        .replace("<w:", "<")
        .replace("</w:", "</")
        .replace("xmlns:w", "xmlns")
    )
    from reviewer.exports.docx.archive import replaced

    copy = edited(replaced(data, {"word/document.xml": plain.encode()}), "乙", "○", tracked=True)
    assert opened(copy.data).texts == ("甲○丙",)


def test_an_original_that_changed_meanwhile_is_not_copied() -> None:
    document = opened(docx(p("甲乙")))
    with pytest.raises(WriteError, match="改动过"):
        docx_copy(document, docx(p("甲丙")), [Edit(Span(0, 0, 1), "○")])


def test_damaged_packages_are_refused_in_one_sentence() -> None:
    data = docx(p("甲乙" * 500))
    torn = data[: len(data) - 60]
    document = opened(torn)
    with pytest.raises(WriteError, match="损坏"):
        docx_copy(document, torn, [Edit(Span(0, 0, 1), "○")])
