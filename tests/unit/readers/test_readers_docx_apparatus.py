"""Notes, headers and footers."""

import pytest
from readers_made import doc, docx, p, package, r, relations, root

from reviewer.model.document import Document, Place
from reviewer.readers import read_bytes


def ref(kind: str, identifier: int, own: bool = False) -> str:
    mark = ' w:customMarkFollows="1"' if own else ""
    return f'<w:r><w:{kind}Reference w:id="{identifier}"{mark}/></w:r>'


def notes(kind: str, *words: str) -> str:
    separators = f'<w:{kind} w:type="separator" w:id="-1">{p("线")}</w:{kind}>'
    inner = "".join(
        f'<w:{kind} w:id="{i}">{p(f"<w:r><w:{kind}Ref/></w:r>" + r(w))}</w:{kind}>' for i, w in enumerate(words, 1)
    )
    return root(f"{kind}s", separators + inner)


def apart(document: Document, *places: Place) -> list[tuple[str, str | None]]:
    return [(q.text, q.origin.note) for q in document.paragraphs if q.origin.place in places]


def test_notes_follow_the_body_in_the_order_of_their_references() -> None:
    body = p(r("甲") + ref("footnote", 2) + ref("endnote", 1)) + p(r("乙") + ref("footnote", 1)) + p("末")
    document = doc(body, endnotes=notes("endnote", "尾注"), footnotes=notes("footnote", "脚一", "脚二", "没人提"))
    assert document.texts == ("甲", "乙", "末", "脚二", "脚一", "尾注")
    assert apart(document, Place.FOOTNOTE) == [("脚二", "1"), ("脚一", "2")]
    assert apart(document, Place.ENDNOTE) == [("尾注", "i")]


def test_notes_with_a_mark_of_their_own_are_not_counted() -> None:
    body = p(ref("footnote", 1, own=True) + r("＊") + ref("footnote", 2))
    assert apart(doc(body, footnotes=notes("footnote", "甲", "乙")), Place.FOOTNOTE) == [("甲", None), ("乙", "1")]


@pytest.mark.parametrize("where", ["settings", "section"])
def test_note_numbers_as_the_document_sets_them(where: str) -> None:
    numbers = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numStart w:val="3"/></w:footnotePr>'
    body = p(ref("footnote", 1)) + (f"<w:sectPr>{numbers}</w:sectPr>" if where == "section" else "")
    parts = {"settings": root("settings", numbers)} if where == "settings" else {}
    assert apart(doc(body, footnotes=notes("footnote", "注"), **parts), Place.FOOTNOTE) == [("注", "③")]


def test_references_without_notes_are_passed_over() -> None:
    assert doc(p(r("甲") + ref("footnote", 5) + ref("endnote", 1)), footnotes=notes("footnote", "注")).texts == ("甲",)


def section(*references: str, extra: str = "") -> str:
    inner = ""
    for reference in references:
        element, kind, identifier = reference.split()
        inner += f'<w:{element}Reference w:type="{kind}" r:id="{identifier}"/>'
    return f"<w:sectPr>{inner}{extra}</w:sectPr>"


def margins(body: str, settings: str = "", **parts: str) -> list[tuple[str, str]]:
    built = {
        name: root(name[:3].replace("hea", "hdr").replace("foo", "ftr"), content) for name, content in parts.items()
    }
    document = doc(body, settings=root("settings", settings), **built)
    return [(q.origin.place.value, q.text) for q in document.paragraphs if q.origin.place is not Place.BODY]


def test_headers_and_footers_come_last_once_each() -> None:
    body = p("一") + f"<w:p><w:pPr>{section('header default rheader1')}</w:pPr></w:p>"
    body += section("footer default rfooter1", "header default rheader1")
    parts = {"header1": p("眉") + p(" "), "footer1": table_of("脚")}
    assert margins(body, **parts) == [("header", "眉"), ("footer", "脚")]


def table_of(words: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{p(words)}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize("words", ["1", "- 1 -", "第 3 页 共 5 页", "Page 2 of 7", "— 12 —", "3/8"])
def test_page_numbers_are_no_text(words: str) -> None:
    assert margins(section("footer default rfooter1"), footer1=p(words)) == []


def test_headers_of_first_and_even_pages_only_where_pages_have_them() -> None:
    both = section("header first rheader1", "header even rheader2")
    parts = {"header1": p("首"), "header2": p("双")}
    assert margins(both, **parts) == []
    shown = section("header first rheader1", "header even rheader2", extra="<w:titlePg/>")
    assert margins(shown, "<w:evenAndOddHeaders/>", **parts) == [("header", "首"), ("header", "双")]


def test_dangling_references_are_passed_over() -> None:
    assert margins(section("header default nowhere")) == []


def test_broken_side_parts_cost_only_themselves() -> None:
    data = docx(p(r("甲") + ref("footnote", 1)), footnotes=notes("footnote", "注"))
    broken = package({**unpacked(data), "word/footnotes.xml": "没有标记"})
    document = read_bytes(broken, "x.docx")
    assert document.texts == ("甲",)
    assert any("有损坏" in w for w in document.warnings)


def unpacked(data: bytes) -> dict[str, str | bytes]:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_parts_are_found_by_relationship_whatever_their_name() -> None:
    data = package(
        {
            "_rels/.rels": relations(a="officeDocument:/doc/haupt.xml"),
            "doc/haupt.xml": root("document", f"<w:body>{p(ref('footnote', 1))}</w:body>"),
            "doc/_rels/haupt.xml.rels": relations(b="footnotes:../x/noten.xml", c="styles:NULL"),
            "x/noten.xml": notes("footnote", "注"),
        }
    )
    document = read_bytes(data, "x.docx")
    assert document.texts == ("", "注")
    assert document.paragraphs[1].origin.address == "x/noten.xml:/1/0"
