"""Web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import outcome

from reviewer.errors import DamagedError
from reviewer.model.document import Document
from reviewer.readers import read_bytes


def page(body: str) -> Document:
    return read_bytes(f"<html><head><title>无</title></head><body>{body}</body></html>".encode(), "a.html")


def texts(body: str) -> list[str]:
    return list(page(body).texts)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>甲</p><p>乙<br>丙</p>丁<div>戊<div>己</div>庚</div>", ["甲", "乙", "丙", "丁", "戊", "己", "庚"]),
        ("<p>市政\n  府办\n公室</p><p>a\n b  c</p><p>共 3 人</p>", ["市政府办公室", "a b c", "共 3 人"]),
        ("<p>&nbsp;</p><p> </p><p>　　甲</p>", ["　　甲"]),
        ("<script>x</script><style>y</style>甲<noscript>z</noscript><select><option>o</select>", ["甲"]),
        ("<span>甲</span><b>乙</b><a href='x'>丙</a><font>丁</font>", ["甲乙丙丁"]),
        ("<pre>甲\n  乙\n</pre>", ["甲", "  乙"]),
        ("<!--x--><p>甲<!--y-->乙</p>", ["甲乙"]),
        ("<p>甲<o:p></o:p></p><![if !x]><p>乙</p><![endif]>", ["甲", "乙"]),
        ("<ruby>字<rp>(</rp><rt>zi</rt><rp>)</rp></ruby>", ["字"]),
        ("<p>𠮷林&#x1F600;&#8212;</p>", ["𠮷林😀—"]),
    ],
)
def test_blocks_become_paragraphs(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_lists_carry_their_numbers() -> None:
    assert texts("<ol start=2><li>甲<li>乙<ol type=a><li>丙</ol></ol><ul><li>丁</ul>") == ["2.甲", "3.乙", "a.丙", "丁"]
    assert texts("<ol style='list-style-type:cjk-ideographic'><li>甲<li value=5>乙</ol>") == ["一、甲", "五、乙"]
    assert texts("<ol><li>1. 甲</li><li>（二）乙</li><li><p>丙</p><p>丁</p></li></ol>") == [
        "1. 甲",
        "（二）乙",
        "3.丙",
        "丁",
    ]
    assert page("<ol><li>甲</ol>").paragraphs[0].label == 2


def test_looks() -> None:
    paragraphs = page(
        "<h2>题</h2><center>中</center><div align=right>右</div><p style='text-align: center'><b>粗</b></p><p><b>粗</b>细"
    ).paragraphs
    assert [p.style.outline_level for p in paragraphs] == [2, None, None, None, None]
    assert [p.style.centred for p in paragraphs] == [False, True, False, True, False]
    assert [p.style.right for p in paragraphs] == [False, False, True, False, False]
    assert [p.style.bold for p in paragraphs] == [True, False, False, True, False]


def test_hidden_and_deleted_text_is_out() -> None:
    document = page("<p>甲<span style='display : none'>乙</span><del>丙</del></p><div hidden>丁</div>")
    assert document.texts == ("甲",)
    assert [w[:6] for w in document.warnings] == ["文中有1处尚", "文中有2处隐"]


def test_data_tables_and_layout_tables() -> None:
    data = "<table><tr><th rowspan=2>甲<th colspan=2>乙<tr><td>丙<td>丁</table>"
    assert [(p.text, p.origin.table, p.origin.row, p.origin.column) for p in page(data).paragraphs] == [
        ("甲", 0, 0, 0),
        ("乙", 0, 0, 1),
        ("丙", 0, 1, 1),
        ("丁", 0, 1, 2),
    ]
    for layout in (
        f"<table><tr><td>文<td>{data}</table>",
        f"<table><td>{'正文' * 1500}<td>栏</table>",
        "<table><td>文</table>",
    ):
        paragraphs = page(layout).paragraphs
        assert paragraphs[0].origin.table is None


ENCODED = "<html><head>{}</head><body><p>各单位要在六月底前完成自查，形成报告。</p></body></html>"


@pytest.mark.parametrize(
    ("meta", "codec"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb18030"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=nonsense>", "utf-8"),
        ("", "gb18030"),
        ("", "big5"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=utf-8>", "utf-16"),
    ],
)
def test_encodings(meta: str, codec: str) -> None:
    text = ENCODED.format(meta).replace("单", "單") if codec == "big5" else ENCODED.format(meta)
    data = text.encode(codec, "replace" if codec == "big5" else "strict")
    assert len(read_bytes(data, "a.html").texts) == 1
    if codec != "big5":
        assert read_bytes(data, "a.htm").texts == ("各单位要在六月底前完成自查，形成报告。",)


def test_the_clerk_may_choose_the_encoding() -> None:
    data = ENCODED.format("<meta charset=utf-8>").encode("utf-16-le")
    assert read_bytes(data, "a.html", "utf-16-le").texts[0].startswith("各单位")


def test_nothing_is_fetched_and_depth_has_an_end() -> None:
    document = read_bytes(
        b'<!DOCTYPE html SYSTEM "http://x/y.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;x', "a"
    )
    assert "root:" not in "".join(document.texts)
    deep = page("<p>甲</p>" + "<div>" * 5000 + "乙")
    assert deep.texts == ("甲",)
    assert "过深" in deep.warnings[0]


MHT = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"

--x
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--x
Content-Type: text/html; charset="{codec}"
Content-Transfer-Encoding: {encoding}

{body}
--x--
"""


def test_pages_in_one_file() -> None:
    import base64
    import quopri

    html = "<html><body><p>通知</p></body></html>"
    plain = MHT.format(codec="utf-8", encoding="8bit", body=html).encode()
    coded = MHT.format(codec="gb2312", encoding="base64", body=base64.encodebytes(html.encode("gbk")).decode()).encode()
    quoted = MHT.format(codec="nonsense", encoding="quoted-printable", body=quopri.encodestring(html.encode()).decode())
    for data in (plain, coded, quoted.encode(), plain.replace(b"\n", b"\r\n")):
        document = read_bytes(data, "a.mht")
        assert (document.format, document.texts) == ("mht", ("通知",))
    with pytest.raises(DamagedError):
        read_bytes(plain[: plain.index(b"--x\nContent-Type: text/html")], "a.mht")


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "</table>",
        "<tr>",
        "<td rowspan=3>",
        "<td colspan=0>",
        "<ol>",
        "</ol>",
        "<li>",
        "<pre>",
        "</pre>",
        "甲\n",
        "a ",
        "<br>",
        "<h1>",
        "</h1>",
        "&nbsp;",
        "<b>",
        "</b>",
        "<del>",
        "<body>",
        "</html>",
    ]
)


@given(st.lists(TAGS, max_size=40))
def test_any_order_of_tags_is_read(tags: list[str]) -> None:
    document = outcome(("<html><body>" + "".join(tags)).encode(), "a.html")
    assert document is not None
    assert all(text.strip() and len(text.splitlines()) == 1 for text in document.texts)
