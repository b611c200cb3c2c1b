"""Every run finds its way back to the element that holds its characters."""

import pytest
from readers_made import box, doc, docx, field, levels, lists, p, package, r, root, table

from reviewer.model.document import Document
from reviewer.readers import limits, read_bytes
from reviewer.readers.docx.address import body_of, split_address
from reviewer.readers.docx.package import Package
from reviewer.readers.docx.xml import Element

SDT = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
RICH = (
    "<!-- 注 -->"
    + p("甲", r("乙", "b"), props="num=1/0")
    + SDT.format(p(SDT.format(r("控件")) + '<w:ins w:id="1">' + r("增") + "</w:ins>"))
    + table("格一|" + table("格二"))
    + p(r("文") + box(p("框")) + "<w:r><w:t>前</w:t><w:br/><w:tab/><w:t>后</w:t></w:r>")
    + p(field("PAGE", "3") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")
    + p('<w:r><w:footnoteReference w:id="1"/><w:t>a\u2028b</w:t></w:r>')
    + "<w:p><w:r><w:ruby><w:rubyBase>"
    + r("汉")
    + "</w:rubyBase></w:ruby></w:r></w:p>"
)
NOTES = root("footnotes", f'<w:footnote w:id="1">{p("注", "二")}</w:footnote>')
PARTS = {"footnotes": NOTES, "numbering": lists(levels("chineseCounting:%1、"))}


def locate(opened: Package, address: str) -> Element:
    """The element that `address` leads to, its part parsed anew."""
    part, path, _ = split_address(address)
    element = body_of(opened.document()) if part is None else opened.part(part)
    for index in path:
        assert element is not None
        element = element[index]
    assert element is not None
    return element


def check(document: Document, data: bytes) -> int:
    """Hold that the runs of `document` lead to their text, and say how many there are."""
    opened = Package(data)
    seen = 0
    for paragraph in document.paragraphs:
        assert locate(opened, paragraph.origin.address).tag.endswith("}p")
        at = paragraph.label
        for run in paragraph.runs:
            assert run.start == at
            at = run.end
            element = locate(opened, run.address)
            skip = split_address(run.address)[2]
            words = paragraph.text[run.start : run.end]
            if element.tag.endswith("}t"):
                assert words == (element.text or "")[skip : skip + len(words)].replace("\u2028", " ")
            else:
                assert (len(words), skip) == (1, 0)
            seen += 1
        assert at == len(paragraph.text)
    return seen


def test_every_run_leads_to_its_text() -> None:
    data = docx(RICH, **PARTS)
    document = read_bytes(data, "x.docx")
    assert check(document, data) == 17
    addresses = [q.origin.address for q in document.paragraphs]
    assert len(set(addresses)) == len(addresses)
    runs = [run.address for q in document.paragraphs for run in q.runs]
    assert len(set(runs)) == len(runs)


def test_addresses_are_the_same_for_the_same_bytes() -> None:
    data = docx(RICH, **PARTS)
    assert read_bytes(data, "x.docx") == read_bytes(data, "x.docx")


def test_addresses_count_child_nodes_with_comments() -> None:
    document = doc(RICH, **PARTS)
    first, note = document.paragraphs[0], document.paragraphs[-1]
    assert (first.origin.address, first.runs[0].address) == ("body/1", "body/1/1/0")
    assert note.origin.address == "word/footnotes.xml:/0/0"


def test_overlong_paragraphs_are_divided_and_still_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARAGRAPH_CHARACTERS", 10)
    data = docx(p("一二三四五六", "七八九十百千万亿兆京垓秭穰") + p("短"))
    document = read_bytes(data, "x.docx")
    assert [len(q.text) for q in document.paragraphs] == [10, 9, 1]
    assert [run.address for run in document.paragraphs[1].runs] == ["body/0/1/0@4"]
    assert any("过长" in w for w in document.warnings)
    check(document, data)


def test_addresses_come_apart() -> None:
    assert split_address("body/12/3/0") == (None, (12, 3, 0), 0)
    assert split_address("body/12#2") == (None, (12,), 0)
    assert split_address("word/header1.xml:/0/1@7") == ("word/header1.xml", (0, 1), 7)


def test_strict_parts_are_addressed_alike() -> None:
    strict = package({"word/document.xml": root("document", f"<w:body>{p('甲')}</w:body>")})
    document = read_bytes(strict, "x")
    assert check(document, strict) == 1
