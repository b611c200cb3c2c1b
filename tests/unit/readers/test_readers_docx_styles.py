"""How a Word document sets its paragraphs, as far as reading needs it."""

import pytest
from readers_made import doc, p, r, root, style

from reviewer.model.document import PLAIN, ParagraphStyle

STYLES = root(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    + style("1", "outlineLvl=0 jc=center", "b sz=44", name="heading 1", based="a")
    + style("2", "outlineLvl=1", "b=0", name="heading 2", based="1")
    + style("3", name="标题 3", based="a")
    + style("9", "outlineLvl=9", based="1", name="正文样式")
    + style("环甲", "jc=right", based="环乙")
    + style("环乙", rpr="b", based="环甲")
    + style("粗", rpr="b sz=36", kind="character"),
)


def look(paragraph: str, styles: str = STYLES) -> ParagraphStyle:
    return doc(paragraph, styles=styles).paragraphs[0].style


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("文"), ParagraphStyle("Normal", size=10.5)),
        (p("文", props="pStyle=没有"), ParagraphStyle("Normal", size=10.5)),
        (p("题", props="pStyle=1"), ParagraphStyle("heading 1", 1, centred=True, bold=True, size=22.0)),
        (p("题", props="pStyle=2"), ParagraphStyle("heading 2", 2, centred=True, bold=False, size=22.0)),
        (p("题", props="pStyle=3"), ParagraphStyle("标题 3", 3, size=10.5)),
        (p("文", props="pStyle=9"), ParagraphStyle("正文样式", None, centred=True, bold=True, size=22.0)),
        (p("文", props="pStyle=1 jc=left outlineLvl=9"), ParagraphStyle("heading 1", None, bold=True, size=22.0)),
        (p("文", props="outlineLvl=2"), ParagraphStyle("Normal", 3, size=10.5)),
        (p("文", props="jc=right"), ParagraphStyle("Normal", right=True, size=10.5)),
        (p("文", props="jc=end"), ParagraphStyle("Normal", right=True, size=10.5)),
        (p(r("粗", "b sz=32")), ParagraphStyle("Normal", bold=True, size=16.0)),
        (p(r("粗", "b") + r("细")), ParagraphStyle("Normal", bold=False, size=10.5)),
        (p(r("粗", "b") + r("粗", "b=1") + r("", "b=0")), ParagraphStyle("Normal", bold=True, size=10.5)),
        (p(r("细", "b=off"), props="pStyle=1"), ParagraphStyle("heading 1", 1, centred=True, bold=False, size=22.0)),
        (p(r("粗") + r("粗"), props="pStyle=1"), ParagraphStyle("heading 1", 1, centred=True, bold=True, size=22.0)),
        (p(r("粗", "rStyle=粗")), ParagraphStyle("Normal", bold=True, size=18.0)),
        (p(r("粗", "rStyle=粗 sz=20 b=0")), ParagraphStyle("Normal", bold=False, size=10.0)),
        (p(r("文", "sz=16pt")), ParagraphStyle("Normal", size=16.0)),
        (p(r("文", "sz=大")), ParagraphStyle("Normal", size=10.5)),
        (p("文", props="pStyle=环甲"), ParagraphStyle("环甲", right=True, bold=True, size=10.5)),
        (p("文", props="outlineLvl=x"), ParagraphStyle("Normal", size=10.5)),
        ("<w:p/>", ParagraphStyle("Normal", size=10.5)),
    ],
)
def test_looks(paragraph: str, expected: ParagraphStyle) -> None:
    assert look(paragraph) == expected


def test_without_styles_nothing_is_said() -> None:
    assert doc("文").paragraphs[0].style == PLAIN


def test_equal_looks_are_one_value() -> None:
    first, second = doc(p("甲", props="pStyle=1") + p("乙", props="pStyle=1"), styles=STYLES).paragraphs
    assert first.style is second.style
