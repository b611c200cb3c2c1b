"""Broken and hostile documents end in text or in one sentence."""

import random
import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import W, docx, levels, lists, outcome, p, package, r, relations, root, table

from reviewer.errors import DamagedError, TooLargeError, UnsupportedError
from reviewer.model.document import Document
from reviewer.readers import limits, read_bytes
from reviewer.readers.docx.package import Package


def raw(document_xml: str | bytes) -> Document:
    return read_bytes(package({"word/document.xml": document_xml}), "x.docx")


BODY = f"<w:document xmlns:w='{W}'><w:body>{{}}</w:body></w:document>"


def test_no_relationships_no_content_types() -> None:
    assert raw(BODY.format(p("甲"))).texts == ("甲",)


def test_dangling_relationships() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(a="officeDocument:word/document.xml", b="thumbnail:../NULL"),
        "word/document.xml": BODY.format(p("甲")),
        "word/_rels/document.xml.rels": relations(a="image:../NULL", b="styles:gone.xml", c="numbering:/NULL"),
    }
    assert read_bytes(package(parts), "x.docx").texts == ("甲",)


def test_main_relationship_that_dangles_falls_back_to_the_name() -> None:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(a="officeDocument:word/nowhere.xml"),
        "word/document2.xml": BODY.format(p("甲")),
    }
    assert read_bytes(package(parts), "x.docx").texts == ("甲",)


def test_backslashes_and_capitals_in_names() -> None:
    assert read_bytes(package({"Word\\Document.XML": BODY.format(p("甲"))}), "x.docx").texts == ("甲",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030"])
def test_parts_in_other_encodings(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    xml = f'<?xml version="1.0" encoding="{name}"?>' + BODY.format(p("甲乙"))
    assert raw(xml.encode(encoding)).texts == ("甲乙",)


def test_unknown_declared_encodings_are_taken_for_utf8() -> None:
    assert raw('<?xml version="1.0" encoding="x-none"?>' + BODY.format(p("甲"))).texts == ("甲",)


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    assert raw(f"<w:document xmlns:w='{W}'><w:body>{p('甲')}<w:p><w:r><w:t>乙").texts == ("甲", "乙")
    assert raw(BODY.format(p("a&nbsp;b & c"))).texts[0].startswith("a")


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    kind = f'<!DOCTYPE d [<!ENTITY l0 "lol">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    document = raw(kind + BODY.format("<w:p><w:r><w:t>甲</w:t><w:t>&l9;&f;</w:t></w:r></w:p>"))
    assert document.characters < 100
    assert "lol" not in "".join(document.texts)
    inside = raw(kind + BODY.format('<w:p w:x="&l9;"><w:r><w:t>甲</w:t></w:r></w:p>'))
    assert inside.characters < 100


def test_deep_nesting_ends() -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 600 + p("底") + "</w:tc></w:tr></w:tbl>" * 600
    document = raw(BODY.format(p("甲") + tables + p("乙")))
    assert document.texts == ("甲", "乙")
    assert any("嵌套" in w for w in document.warnings)
    controls = "<w:sdt><w:sdtContent>" * 500 + p("里") + "</w:sdtContent></w:sdt>" * 500
    assert raw(BODY.format(controls)).texts == ("里",)
    inline = "<w:smartTag>" * 500 + r("深") + "</w:smartTag>" * 500
    assert any("嵌套" in w for w in raw(BODY.format(p(inline))).warnings)
    boxes = "<w:p><w:r><w:pict><w:txbxContent>" * 200 + p("框") + "</w:txbxContent></w:pict></w:r></w:p>" * 200
    assert any("嵌套" in w for w in raw(BODY.format(boxes)).warnings)


def test_nothing_to_read() -> None:
    with pytest.raises(DamagedError):
        raw("")
    with pytest.raises(DamagedError):
        read_bytes(package({"word/styles.xml": "<x/>"}), "x.docx")
    with pytest.raises(UnsupportedError):
        raw("<workbook/>")


def test_bombs_are_refused_while_unpacking() -> None:
    with pytest.raises(TooLargeError):
        raw(BODY.format(p(" " * 30_000_000)))


def test_sizes_that_lie_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 50_000)
    data = bytearray(package({"word/document.xml": BODY.format(p("甲" * 40_000))}))
    at = data.find(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    with pytest.raises(TooLargeError):
        read_bytes(bytes(data), "x.docx")


def test_unread_parts_may_be_as_large_as_they_like(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 10_000)
    parts: dict[str, str | bytes] = {"word/document.xml": BODY.format(p("甲")), "word/media/x.bin": bytes(1_000_000)}
    assert read_bytes(package(parts), "x.docx").texts == ("甲",)


def test_trees_that_would_not_fit_in_memory_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TREE_BYTES", 100_000)
    with pytest.raises(TooLargeError):
        raw(BODY.format("<w:p/>" * 2_000))


def test_too_many_paragraphs_or_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARAGRAPHS", 5)
    with pytest.raises(TooLargeError):
        raw(BODY.format(p("甲") * 6))
    with pytest.raises(TooLargeError):
        raw(BODY.format(p("<w:r>" + "<w:br/>" * 6 + "</w:r>")))
    monkeypatch.setattr(limits, "CHARACTERS", 3)
    with pytest.raises(TooLargeError):
        raw(BODY.format(p("一二三四")))
    assert raw(BODY.format(p("一二三"))).texts == ("一二三",)


def test_long_labels_are_cut() -> None:
    data = docx(p("甲", props="num=1/0"), numbering=lists(levels("decimal:" + "长" * 5000)))
    assert len(read_bytes(data, "x.docx").texts[0]) < 200


RICH = docx(
    p("甲", props="num=1/0") + table("格|二") + p(r("乙", "vanish") + '<w:ins w:id="1">' + r("丙") + "</w:ins>"),
    numbering=lists(levels("chineseCounting:%1、")),
    styles=root("styles", ""),
)


def test_truncated_packages_are_salvaged() -> None:
    parts: dict[str, str | bytes] = {
        "word/document.xml": BODY.format(p("甲")),
        "word/media/x.bin": random.Random(1).randbytes(9000),
    }
    data = package(parts)
    document = read_bytes(data[: len(data) // 2], "x.docx")
    assert document.texts == ("甲",)
    assert any("有损坏" in w for w in document.warnings)


def test_text_cut_in_the_middle_is_read_so_far() -> None:
    chance = random.Random(2)
    words = "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(3000))
    data = package({"word/document.xml": BODY.format(p(words))})
    document = read_bytes(data[: len(data) - len(data) // 3], "x.docx")
    assert 500 < document.characters < 3000
    assert words.startswith(document.texts[0][:500])


def test_text_before_broken_bytes_is_read() -> None:
    chance = random.Random(3)
    words = "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(6000))
    data = bytearray(package({"word/document.xml": BODY.format(p(words))}))
    middle = len(data) // 2
    data[middle : middle + 200] = b"\xff" * 200
    document = read_bytes(bytes(data), "x.docx")
    assert words.startswith(document.texts[0][:1000])
    assert any("有损坏" in w for w in document.warnings)


def test_junk_around_the_package() -> None:
    data = docx("甲")
    assert read_bytes(bytes(50) + data, "x.docx").texts == ("甲",)
    assert read_bytes(data + bytes(5000), "x.docx").texts == ("甲",)


def test_wrong_checksums_do_not_matter() -> None:
    data = bytearray(package({"word/document.xml": BODY.format(p("甲"))}))
    data[data.find(b"PK\x01\x02") + 16] ^= 0xFF
    assert read_bytes(bytes(data), "x.docx").texts == ("甲",)


def test_stored_parts_and_streamed_sizes() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", BODY.format(p("甲")))
    data = target.getvalue()
    assert read_bytes(data, "x.docx").texts == ("甲",)
    streamed = bytearray(data)
    streamed[6] |= 8
    streamed[18:26] = bytes(8)
    assert read_bytes(bytes(streamed[: streamed.find(b"PK\x01\x02")]), "x.docx").texts == ("甲",)


def test_rare_compression_is_declined() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", BODY.format(p("甲")))
    with pytest.raises(DamagedError):
        read_bytes(target.getvalue(), "x.docx")


def test_absurdly_many_members_are_refused() -> None:
    with pytest.raises(TooLargeError):
        read_bytes(b"PK\x03\x04" + b"PK\x01\x02" * 100_001, "x.docx")


def test_parts_may_be_asked_for_in_vain() -> None:
    opened = Package(docx("甲"))
    assert opened.part(None) is None
    assert opened.part("word/none.xml") is None
    assert opened.related("styles") is None
    assert opened.by_id("none") is None


@given(st.data())
def test_damaged_bytes_end_in_text_or_one_sentence(data: st.DataObject) -> None:
    broken = bytearray(RICH)
    for at in data.draw(st.lists(st.integers(0, len(RICH) - 1), max_size=8)):
        broken[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(RICH)))
    document = outcome(bytes(broken[: cut or None]), "x.docx")
    assert document is None or all("\n" not in text for text in document.texts)


@given(st.text(alphabet="<>/wprtbody:=\"' &;#x0甲乙", max_size=120))
def test_any_body_is_read_somehow(content: str) -> None:
    document = raw(BODY.format(content))
    assert all("\n" not in text and "\r" not in text for text in document.texts)


def test_packages_that_are_none() -> None:
    with pytest.raises(DamagedError):
        Package(b"PK\x03\x04")


def test_headers_that_point_past_the_end() -> None:
    data = bytearray(docx("甲"))
    at = data.find(b"PK\x01\x02", data.find(b"word/document.xml"))
    struct.pack_into("<I", data, at + 42, len(data) + 9)
    assert outcome(bytes(data), "x.docx") is not None


def test_nonsense_numbers_are_passed_over() -> None:
    odd = p("甲", props="num=1/9999999999999 outlineLvl=99999999999") + p(r("乙", "sz=-4 b=maybe"))
    document = raw(BODY.format(odd))
    assert document.texts == ("甲", "乙")
    assert [(q.style.outline_level, q.style.size) for q in document.paragraphs] == [(None, None), (None, None)]
