"""OpenDocument texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import outcome, package
from readers_made_foreign import ODT, flat_odt, odt, read_odt_of

from reviewer.errors import DamagedError, EncryptedError
from reviewer.model.document import Place
from reviewer.readers import read_bytes


def texts(body: str, **parts: str) -> list[str]:
    return list(read_odt_of(body, **parts).texts)


def numbers(name: str, *levels: tuple[str, str]) -> str:
    """A list style; levels are number format and suffix, and `•` is a bullet."""
    out = ""
    for depth, (form, suffix) in enumerate(levels, 1):
        kind = "bullet" if form == "•" else "number"
        out += f'<text:list-level-style-{kind} text:level="{depth}" style:num-format="{form}" style:num-suffix="{suffix}"/>'
    return f'<text:list-style style:name="{name}">{out}</text:list-style>'


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{t}</text:p></text:list-item>" for t in texts)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲|乙||丙", ["甲", "乙", "", "丙"]),
        ("<text:p>  甲\n  乙<text:s text:c='2'/>丙<text:tab/>丁 </text:p>", ["甲 乙  丙\t丁"]),
        ("<text:p>上<text:line-break/>下</text:p>", ["上", "下"]),
        ("<text:p>甲<text:span>乙<text:a>丙</text:a></text:span><!-- x -->丁</text:p>", ["甲乙丙丁"]),
        ("<text:p>注<text:ruby><text:ruby-base>音</text:ruby-base><text:ruby-text>yin</text:ruby-text></text:ruby></text:p>",
         ["注音"]),
        ("<text:section><text:p>甲</text:p></text:section>", ["甲"]),
        ("<text:table-of-content><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>", ["目录"]),
        ("<text:p>页<text:page-number>3</text:page-number></text:p>", ["页3"]),
    ],
)  # fmt: skip
def test_paragraphs_and_characters(body: str, expected: list[str]) -> None:
    assert texts(body) == expected
    if body.startswith("<"):
        assert read_bytes(flat_odt(body), "a.fodt").texts == tuple(expected)


def test_headings_and_styles() -> None:
    automatic = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1">'
        '<style:paragraph-properties fo:text-align="center"/></style:style>'
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    common = (
        '<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" '
        'style:default-outline-level="1"><style:text-properties style:font-size-asian="22pt"/></style:style>'
    )
    body = (
        '<text:h text:style-name="P1" text:outline-level="1">题</text:h><text:p><text:span text:style-name="T1">粗'
        '</text:span></text:p><text:p><text:span text:style-name="T1">粗</text:span>细</text:p>'
    )
    title, bold, mixed = read_odt_of(body, automatic, common).paragraphs
    assert (title.style.name, title.style.outline_level, title.style.centred, title.style.size) == (
        "Heading 1", 1, True, 22,
    )  # fmt: skip
    assert bold.style.bold
    assert not mixed.style.bold


def test_numbers() -> None:
    styles = numbers("L1", ("一, 二, 三, ...", "、"), ("1", ".")) + numbers("L2", ("•", ""))
    nested = f"<text:list-item><text:p>甲</text:p><text:list>{items('乙', '丙')}</text:list></text:list-item>"
    body = (
        f'<text:list text:style-name="L1" xml:id="a">{nested}{items("丁")}</text:list><text:p>间</text:p>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{items("戊")}</text:list>'
        f'<text:list text:style-name="L1">{items("己")}</text:list>'
        f'<text:list text:style-name="L1" text:continue-list="a">{items("庚")}</text:list>'
        f'<text:list text:style-name="L2">{items("辛")}</text:list>'
        '<text:list text:style-name="L1"><text:list-item text:start-value="5"><text:p>壬</text:p><text:p>癸</text:p>'
        "</text:list-item></text:list>"
    )
    assert texts(body, automatic=styles) == [
        "一、甲", "1.乙", "2.丙", "二、丁", "间", "三、戊", "一、己", "四、庚", "• 辛", "五、壬", "癸",
    ]  # fmt: skip
    assert read_odt_of(body, styles).paragraphs[0].label == 2


def test_numbers_of_several_levels() -> None:
    style = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>'
    )
    body = (
        f'<text:list text:style-name="L"><text:list-item><text:list>{items("甲")}</text:list></text:list-item>'
        f"{items('乙')}</text:list>"
    )
    assert texts(body, automatic=style) == ["1.1 甲", "2 乙"]


def test_numbered_headings() -> None:
    outline = (
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="一, 二" '
        'style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    body = (
        '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">丙</text:h><text:h text:outline-level="1">丁</text:h>'
    )
    assert texts(body, styles=outline) == ["一、甲", "乙", "丙", "二、丁"]


def test_tables() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>甲</text:p>"
        '</table:table-cell><table:table-cell table:number-columns-spanned="2"><text:p>乙</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>丙</text:p></table:table-cell>'
        "</table:table-row></table:table><text:p>后</text:p>"
    )
    found = [(p.text, p.origin.table, p.origin.row, p.origin.column) for p in read_odt_of(body).paragraphs]
    assert found == [("甲", 0, 0, 0), ("乙", 0, 0, 1), ("丙", 0, 1, 2), ("后", None, None, None)]


def test_notes_frames_and_margins() -> None:
    body = (
        '<text:p>正<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>'
        "<text:p>尾</text:p></text:note-body></text:note>文<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>脚</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p>"
        "</draw:text-box></draw:frame></text:p><draw:custom-shape><text:p>形</text:p></draw:custom-shape>"
    )
    masters = (
        '<style:master-page style:name="Standard"><style:header><text:p>机密</text:p></style:header><style:footer>'
        "<text:p>第<text:page-number>1</text:page-number>页</text:p></style:footer></style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>不用</text:p></style:header></style:master-page>'
    )
    found = [(p.text, p.origin.place, p.origin.note) for p in read_odt_of(body, masters=masters).paragraphs]
    assert found == [
        ("正文", Place.BODY, None),
        ("框", Place.TEXTBOX, None),
        ("形", Place.TEXTBOX, None),
        ("脚", Place.FOOTNOTE, "1"),
        ("尾", Place.ENDNOTE, "i"),
        ("机密", Place.HEADER, None),
    ]


def test_tracked_changes_and_hidden_text() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>删</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region>'
        '</text:tracked-changes><text:p>甲<text:change text:change-id="d"/>乙<text:change-start text:change-id="i"/>丙</text:p>'
        '<text:p>丁<text:change-end text:change-id="i"/>戊<office:annotation><text:p>批注</text:p></office:annotation>'
        '<text:span text:style-name="H">隐</text:span></text:p><text:section text:display="none"><text:p>无</text:p>'
        "</text:section>"
    )
    hidden = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    document = read_odt_of(body, hidden)
    assert [(p.text, p.inserted) for p in document.paragraphs] == [("甲乙丙", ((2, 3),)), ("丁戊", ((0, 1),))]
    assert [w[:6] for w in document.warnings] == ["文中有1处尚", "文中有2处隐", "文中有1条批"]


def test_nesting_has_an_end() -> None:
    for body in (
        "<text:section>" * 300 + "<text:p>x</text:p>" + "</text:section>" * 300,
        "<text:p>" + "<text:span>" * 300 + "x" + "</text:span>" * 300 + "</text:p>",
        "<text:list><text:list-item>" * 300 + "<text:p>x</text:p>" + "</text:list-item></text:list>" * 300,
    ):
        assert any("过深" in warning for warning in read_odt_of(body).warnings)
    many = '<text:p><text:s text:c="999999999"/>x</text:p>'
    assert len(texts(many)[0]) < 2000


def test_broken_and_encrypted_packages() -> None:
    with pytest.raises(DamagedError):
        read_bytes(package({"mimetype": ODT}), "a.odt")
    with pytest.raises(DamagedError):
        read_bytes(package({"mimetype": ODT, "content.xml": "<office>"}), "a.odt")
    with pytest.raises(EncryptedError):
        read_bytes(
            package({"mimetype": ODT, "content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"}), "a"
        )


TAGS = st.sampled_from(
    ["text:p", "text:h", "text:list", "text:list-item", "text:span", "table:table", "table:table-row", "draw:frame", "table:table-cell", "draw:text-box", "text:note", "text:note-body", "text:section", "draw:g", "text:s"]
)  # fmt: skip


@given(st.lists(TAGS, max_size=25), st.text("甲 \n", max_size=5))
def test_any_nesting_is_read(tags: list[str], text: str) -> None:
    body = "".join(f"<{tag}>{text}" for tag in tags) + "".join(f"</{tag}>" for tag in reversed(tags))
    document = outcome(odt(f"<x>{body}</x>{body}"), "a.odt")
    assert document is not None
    assert len({p.origin.address for p in document.paragraphs}) == len(document.paragraphs)
