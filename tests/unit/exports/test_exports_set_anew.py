"""Word documents set to GB/T 9704—2012 where they stand."""

from dataclasses import replace

import pytest
from copies_made import STRICT, W, docx, main_part, members, opened, p, part, r
from test_exports_official import NOTICE

from reviewer.errors import WriteError
from reviewer.exports.copies import laid_out_copy
from reviewer.model.document import plain_document
from reviewer.model.layout import LayoutProfile
from reviewer.model.report import ReviewOptions
from reviewer.outline import build_outline
from reviewer.readers import read_bytes
from reviewer.review import review
from reviewer.rules.format.profile import profile_of, standard

SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'


OWN = """
name = "本单位"
page = { width = 195, height = 270, top = 30, bottom = 30, left = 25, right = 25, tolerance = 1 }
line = { least = 26, most = 26 }
title = { fonts = ["华文中宋"], size = 24 }
body = { fonts = ["宋体"], size = 15, first_line = 2 }
heading1 = { fonts = ["楷体"], size = 15 }
"""


def anew(data: bytes, profile: LayoutProfile | None = None) -> bytes:
    document = opened(data)
    return laid_out_copy(document, build_outline(document), data, profile).data


def faults(copy: bytes, profile: LayoutProfile) -> list[str]:
    report = review(read_bytes(copy, "稿.docx", layout=True), ReviewOptions(layout=profile, layout_binds=True))
    return [f.message for f in report.findings if f.rule.startswith("format-")]


@pytest.mark.parametrize("space", [W, STRICT])
def test_the_copy_passes_the_check_of_layouts(space: str) -> None:
    data = docx("".join(p(line) for line in NOTICE.split("\n")) + SECTION, space)
    copy = anew(data)
    assert opened(copy).texts == opened(data).texts
    assert faults(copy, standard()) == []


@pytest.mark.parametrize("space", [W, STRICT])
def test_an_office_s_own_profile_is_followed(space: str) -> None:
    data = docx("".join(p(line) for line in NOTICE.split("\n")) + SECTION, space)
    profile = profile_of(OWN)
    copy = anew(data, profile)
    assert opened(copy).texts == opened(data).texts
    assert faults(copy, profile) == []
    xml = main_part(copy)
    assert 'w:eastAsia="华文中宋"' in xml
    assert 'w:sz w:val="48"' in xml
    assert 'w:line="520"' in xml
    assert {f.split("，")[0] for f in faults(copy, standard())} >= {"纸张大小是195×270毫米", "标题应为2号小标宋"}


def test_other_formats_are_set_by_the_profile_too() -> None:
    document = plain_document(NOTICE)
    copy = laid_out_copy(document, build_outline(document), b"", profile_of(OWN))
    assert faults(copy.data, profile_of(OWN)) == []


def test_paper_is_exchanged_unless_it_lies_across() -> None:
    letter = SECTION.replace('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840" w:code="1"')
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in main_part(anew(docx(p("甲") + letter)))
    across = letter.replace("w:code", 'w:orient="landscape" w:code')
    assert across in main_part(anew(docx(p("甲") + across)))
    rounded = SECTION.replace('w:w="11906"', 'w:w="11900"')
    assert 'w:w="11900"' in main_part(anew(docx(p("甲") + rounded)))


def test_what_a_new_layout_leaves_behind_is_said() -> None:
    document = plain_document("甲")
    assert laid_out_copy(document, build_outline(document), b"").omitted == ""
    page = replace(document, format="html")
    assert laid_out_copy(page, build_outline(page), b"").omitted == "原稿里的图片、页眉和页脚没有带过来。"
    data = docx(p("甲"))
    word = opened(data)
    assert laid_out_copy(word, build_outline(word), data).omitted == ""


def test_only_the_main_part_differs() -> None:
    data = docx(p("各单位要抓紧落实，按时报送情况。") + SECTION, styles=part("styles", ""))
    old, new = members(data), members(anew(data))
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}


def test_other_properties_stay_and_all_come_in_order() -> None:
    run = r("各单位要抓紧落实。", '<w:rStyle w:val="a"/><w:b/><w:sz w:val="21"/><w:u w:val="single"/>')
    numbered = (
        '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr><w:jc w:val="left"/><w:outlineLvl w:val="9"/>'
    )
    xml = main_part(anew(docx(p(run, ppr=numbered))))
    names = [
        tag.split()[0].strip("</>") for tag in xml.replace(">", "> ").split("<") if tag and not tag.startswith("/")
    ]
    assert names == [
        *("w:p", "w:pPr", "w:pStyle", "w:numPr", "w:numId", "w:autoSpaceDE", "w:autoSpaceDN", "w:spacing", "w:ind"),
        *("w:jc", "w:outlineLvl", "w:r", "w:rPr", "w:rStyle", "w:rFonts", "w:b", "w:spacing", "w:sz", "w:szCs", "w:u"),
        "w:t",
    ]


def test_a_section_that_ends_in_a_paragraph_is_set_with_it() -> None:
    xml = main_part(anew(docx(p("各单位要抓紧落实。", ppr=SECTION) + p("完。"))))
    assert xml.count("<w:pgMar ") == 1
    assert 'w:top="2098"' in xml
    assert opened(anew(docx(p("甲", ppr=SECTION) + p("乙")))).texts == ("甲", "乙")


def test_a_run_with_several_leaves_is_set_once() -> None:
    data = docx(p("<w:r><w:t>各单位</w:t><w:tab/><w:t>要抓紧落实。</w:t></w:r>"))
    assert main_part(anew(data)).count("<w:rPr>") == 1


def test_typed_indents_count() -> None:
    xml = main_part(anew(docx(p("　　各单位要抓紧落实，按时报送情况。"))))
    assert 'w:firstLineChars="0"' in xml


def test_pictures_tables_and_pages_across_are_left() -> None:
    picture = p("图", "<w:r><w:drawing><a/></w:drawing></w:r>")
    table = f"<w:tbl><w:tr><w:tc>{p('格')}</w:tc></w:tr></w:tbl>"
    across = SECTION.replace('w:h="16838"', 'w:h="16838" w:orient="landscape"')
    body = picture + table + across
    assert main_part(anew(docx(body))) == body


def test_an_original_that_changed_meanwhile_is_not_copied() -> None:
    document = opened(docx(p("甲")))
    with pytest.raises(WriteError, match="改动过"):
        laid_out_copy(document, build_outline(document), docx(p("乙")))
