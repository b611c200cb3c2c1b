"""How a Word document is said to be set."""

import pytest
from readers_made import docx, lists, p, r, root, style, table

from reviewer.model.document import Document
from reviewer.model.layout import TextLayout
from reviewer.readers import read_bytes

FONT = '<w:rFonts w:ascii="Arial" w:eastAsia="{}"/>'


def laid(body: str, **parts: str) -> Document:
    document = read_bytes(docx(body, **parts), "a.docx", layout=True)
    assert document.layout is not None
    assert len(document.layout.paragraphs) == len(document.paragraphs)
    return document


def only(body: str, **parts: str) -> TextLayout:
    layout = laid(body, **parts).layout
    assert layout is not None
    found = layout.paragraphs[0]
    assert found is not None
    return found


def run(text: str, rpr: str) -> str:
    return f"<w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(ppr: str, *runs: str) -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr>{''.join(runs)}</w:p>"


def test_nobody_asks_and_there_is_none() -> None:
    assert read_bytes(docx("正文"), "a.docx").layout is None


def test_the_page_in_millimetres() -> None:
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )
    layout = laid(p("正文") + section).layout
    assert layout is not None
    page = layout.pages[0]
    assert [round(side or 0, 1) for side in (page.width, page.height)] == [210.0, 297.0]
    assert [round(side or 0) for side in (page.top, page.bottom, page.left, page.right)] == [37, 35, 28, 26]
    assert page.pitch == 28.95
    assert layout.paragraphs[0] is not None
    assert layout.paragraphs[0].line == 28.95


def test_font_and_size_of_most_and_of_the_first_characters() -> None:
    found = only(p(run("一、", FONT.format("黑体")), run("正文要长得多。", FONT.format("仿宋") + '<w:sz w:val="32"/>')))
    assert (found.first_font, found.font, found.first_size, found.size) == ("黑体", "仿宋", None, 16.0)


@pytest.mark.parametrize(
    ("ppr", "indent"),
    [
        ("", 0.0),
        ('<w:ind w:firstLineChars="200" w:firstLine="420"/>', 2.0),
        ('<w:ind w:firstLineChars="0" w:firstLine="640"/>', 2.0),
        ('<w:ind w:firstLine="640"/>', 2.0),
        ('<w:ind w:hanging="320"/>', -1.0),
        ('<w:ind w:hangingChars="150"/>', -1.5),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', None),
        ('<w:ind w:firstLine="much"/>', 0.0),
    ],
)
def test_indent_in_characters(ppr: str, indent: float | None) -> None:
    found = only(paragraph(ppr, run("正文", '<w:sz w:val="32"/>')), numbering=lists(""))
    assert found.first_line == indent


@pytest.mark.parametrize(("spaces", "indent"), [("\u3000\u3000", 2.0), ("    ", 2.0), ("\u3000 ", 1.5)])
def test_leading_spaces_count_as_indent(spaces: str, indent: float) -> None:
    body = f'<w:p><w:r><w:t xml:space="preserve">{spaces}正文</w:t></w:r></w:p>'
    assert only(body).first_line == indent


@pytest.mark.parametrize(
    ("spacing", "line"),
    [
        ('<w:spacing w:line="560" w:lineRule="exact"/>', 28.0),
        ('<w:spacing w:line="560" w:lineRule="atLeast"/>', None),
        ('<w:spacing w:line="360" w:lineRule="auto"/>', None),
        ("", None),
    ],
)
def test_distance_of_lines(spacing: str, line: float | None) -> None:
    assert only(paragraph(spacing, r("正文"))).line == line


def test_what_styles_and_defaults_say_holds_where_the_paragraph_is_silent() -> None:
    styles = root(
        "styles",
        f"<w:docDefaults><w:rPrDefault><w:rPr>{FONT.format('宋体')}<w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style("a", rpr="sz=32", ppr="jc=center").replace('w:styleId="a"', 'w:styleId="a" w:default="1"')
        + style("b", based="a", rpr="b"),
    )
    found = only(p("标题", props="pStyle=b"), styles=styles)
    assert found == TextLayout("宋体", 16.0, True, "宋体", 16.0, "center")
    assert only(p("正文"), styles=styles).size == 16.0


def test_theme_fonts_by_script_where_the_theme_leaves_the_east_asian_one_open() -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    theme = f'<a:theme xmlns:a="{a}"><a:minorFont><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:theme>'
    body = p(run("正文", '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:eastAsia="宋体"/>'))
    assert only(body, theme=theme).font == "等线"


def test_cells_have_no_layout() -> None:
    layout = laid(p("正文") + table("甲|乙")).layout
    assert layout is not None
    assert [found is None for found in layout.paragraphs] == [False, True, True]


@pytest.mark.parametrize(
    "number",
    [
        r("— ") + '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">' + r("12") + "</w:fldSimple>" + r(" —"),
        r("— ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("3") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + r(" —"),
    ],
)  # fmt: skip
def test_the_page_number_of_the_footer(number: str) -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="rfooter1"/></w:sectPr>'
    layout = laid(p("正文") + section, footer1=root("ftr", p(number, props="jc=center"))).layout
    assert layout is not None
    assert [(found.text, found.alignment) for found in layout.page_numbers] == [("— 1 —", "center")]
