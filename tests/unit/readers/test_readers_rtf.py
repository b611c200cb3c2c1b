"""Rich Text Format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import outcome
from readers_made_foreign import read_rtf_of, rtf

from reviewer.errors import DamagedError, TooLargeError
from reviewer.model.document import Place
from reviewer.readers import limits, read_bytes
from reviewer.readers.rtf import read_rtf
from reviewer.readers.rtf.tokens import OPEN, WORD, tokens


def texts(body: str) -> list[str]:
    return list(read_rtf_of(body).texts)


def hexed(text: str, codec: str = "gbk") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("第一段\\par 第二段\\par", ["第一段", "第二段"]),
        ("没有段落标记", ["没有段落标记"]),
        ("上\\line 下\\par", ["上", "下"]),
        ("上\\page 下\\par\\page 尾\\par", ["上", "下", "尾"]),
        ("甲\\tab 乙\\emdash\\'41\\~\\_\\-\\{\\}\\par", ["甲\t乙—A\u00a0\u2011{}"]),
        ("𠮷林镇😀\\par", ["𠮷林镇😀"]),
        ("\\u20013\\'d6\\u22269 ?\\par", ["中国"]),
        ("{\\uc2\\u20013\\'d6\\'d0}{\\uc0\\u22269}\\par", ["中国"]),
        ("一\n行\r\n里\\par", ["一行里"]),
        ("段一\\\n段二\\par", ["段一", "段二"]),
        ("{\\info{\\title 题}}{\\*\\unknown 隐}正文{\\pict 0102}\\par", ["正文"]),
        ("{\\upr{no}{\\*\\ud{是}}}\\par", ["是"]),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt 链接}}\\par", ["链接"]),
        ("甲\\sect 乙\\par", ["甲", "乙"]),
    ],
)
def test_paragraphs_and_characters(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("\\ansicpg936", hexed("通知：一律")),
        ("\\ansicpg1252{\\fonttbl{\\f0 Arial;}{\\f3\\fcharset134 x;}}\\f3 ", hexed("通知：一律")),
        ("\\ansicpg1252{\\fonttbl{\\f0\\fcharset136 x;}}\\f0 ", hexed("通知：一律", "big5")),
        ("\\ansicpg65001", hexed("通知：一律", "utf-8")),
    ],
)
def test_bytes_are_read_by_code_page_and_font(head: str, body: str) -> None:
    assert read_bytes(rtf(body + "\\par", head), "a.rtf").texts == ("通知：一律",)


def test_second_bytes_that_look_like_ascii() -> None:
    assert "誠".encode("gbk")[1] == 0x5C
    assert texts("\\'d5\\\\\\'d6\\'d0\\par") == ["誠中"]
    assert texts("\\'81@\\'d6\\'d0\\par") == ["丂中"]


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_chinese_written_without_escapes(codec: str) -> None:
    """Bytes of GBK may hold a backslash or a brace; files without a code page are told by what they read as."""
    text = "誠信通知，各单位要在六月底前完成，坚持问题导向，狠抓工作落实。誠㈱"
    for head in (b"\\ansicpg936", b""):
        data = b"{\\rtf1\\ansi" + head + b" " + text.encode(codec, "replace") + b"\\par}"
        expected = text.encode(codec, "replace").decode(codec)
        assert read_bytes(data, "a.rtf").texts == (expected,)


def test_western_bytes_stay_western() -> None:
    assert read_bytes("{\\rtf1\\ansi\\ansicpg1252 caf\xe9 \xe9t\xe9\\par}".encode("latin-1"), "a").texts == (
        "café été",
    )


def test_binary_pictures_are_passed_over() -> None:
    data = b"{\\rtf1{\\pict\\bin5 }}{\\x}abc\\par}"
    assert read_bytes(data, "a.rtf").texts == ("abc",)


def test_deleted_and_hidden_text_is_out_and_insertions_are_marked() -> None:
    document = read_rtf_of("甲{\\deleted 乙}{\\v 丙}{\\revised 丁{\\b 戊}}己{\\*\\annotation 注}\\par")
    (paragraph,) = document.paragraphs
    assert paragraph.text == "甲丁戊己"
    assert paragraph.inserted == ((1, 3),)
    assert [w[:4] for w in document.warnings] == ["文中有1", "文中有1", "文中有1"]


def test_generated_numbers_are_labels() -> None:
    first, second, third = read_rtf_of(
        "{\\listtext\\pard 一、\\tab}总体要求\\par{\\pntext 1.\\tab}2023年\\par{\\listtext\\'b7\\tab}项目\\par"
    ).paragraphs
    assert (first.text, first.label) == ("一、总体要求", 2)
    assert (second.text, second.label) == ("1. 2023年", 3)
    assert (third.text, third.label) == ("• 项目", 2)


def test_styles() -> None:
    head = "\\ansicpg936{\\stylesheet{\\ql Normal;}{\\s1\\qc heading 1;}{\\*\\cs9 Strong;}}"
    data = rtf("\\pard\\s1\\qc{\\b\\fs44 题}\\par\\pard\\plain\\qr 右\\par", head)
    title, right = read_bytes(data, "a.rtf").paragraphs
    assert (title.style.name, title.style.outline_level, title.style.size) == ("heading 1", 1, 22)
    assert title.style.centred
    assert title.style.bold
    assert right.style.right
    assert not right.style.bold
    assert right.style.name == "Normal"


def test_tables() -> None:
    document = read_rtf_of(
        "前\\par\\trowd\\cellx1\\cellx2\\intbl 甲\\cell 乙\\par 丙\\cell\\row"
        "\\trowd\\clvmrg\\cellx1\\cellx2\\intbl\\cell 丁\\cell\\row\\pard 后\\par"
    )
    found = [(p.text, p.origin.table, p.origin.row, p.origin.column) for p in document.paragraphs]
    assert found == [
        ("前", None, None, None),
        ("甲", 0, 0, 0),
        ("乙", 0, 0, 1),
        ("丙", 0, 0, 1),
        ("丁", 0, 1, 1),
        ("后", None, None, None),
    ]
    assert document.paragraphs[1].origin.place is Place.TABLE


def test_tables_in_tables() -> None:
    document = read_rtf_of(
        "\\trowd\\cellx1\\intbl 外\\par\\pard\\intbl\\itap2 内\\nestcell"
        "{\\*\\nesttableprops\\trowd\\cellx1\\nestrow}{\\nonesttables\\par}\\pard\\intbl 尾\\cell\\row\\pard 后\\par"
    )
    assert list(document.texts) == ["外", "内", "尾", "后"]
    outer, inner, last, _ = (p.origin.table for p in document.paragraphs)
    assert outer == last != inner is not None


def test_notes_boxes_headers() -> None:
    document = read_rtf_of(
        "{\\header 机密\\par}{\\footer \\chpgn - 1 -\\par}正文{\\super\\chftn}{\\footnote\\pard\\chftn 脚注\\par}续"
        "{\\super\\chftn}{\\footnote\\ftnalt 尾注\\par}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt 框里\\par}}"
        "{\\shprslt 旧\\par}}\\par"
    )
    found = [(p.text, p.origin.place, p.origin.note) for p in document.paragraphs]
    assert found == [
        ("正文续", Place.BODY, None),
        ("框里", Place.TEXTBOX, None),
        ("脚注", Place.FOOTNOTE, "1"),
        ("尾注", Place.ENDNOTE, "1"),
        ("机密", Place.HEADER, None),
    ]


def test_truncated_files_give_what_they_have() -> None:
    whole = rtf("甲\\par\\trowd\\cellx1\\intbl 乙\\cell 丙{\\footnote 丁")
    document = read_bytes(whole[:-1], "a.rtf")
    assert [t for t in document.texts if t] == ["甲", "乙", "丙", "丁"]
    assert "损坏" in document.warnings[0]
    with pytest.raises(DamagedError):
        read_rtf(b"rubbish", "a.rtf")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooLargeError):
        read_bytes(b"{\\rtf1" + b"{" * (limits.NESTED_GROUPS + 10), "a.rtf")
    monkeypatch.setattr(limits, "TOKENS", 10)
    with pytest.raises(TooLargeError):
        texts("\\par" * 20)


def test_tokens() -> None:
    assert [(kind, said) for kind, said, _ in tokens(b"{\\rtf1 a")][:2] == [(OPEN, "{"), (WORD, "rtf")]


PIECES = st.sampled_from(
    [
        "{",
        "}",
        "\\par ",
        "\\cell ",
        "\\row ",
        "\\trowd ",
        "\\intbl ",
        "\\itap3 ",
        "\\nestcell ",
        "\\nestrow ",
        "\\pard ",
        "{\\footnote ",
        "{\\header ",
        "{\\shptxt ",
        "{\\*\\x ",
        "\\u-10187 ?",
        "\\'b9",
        "\\bin3 ",
        "字",
        "\\v ",
        "\\revised ",
        "\\listtext ",
        "\\ud ",
        "\\ftnalt ",
        "\\page ",
        "\\line ",
        "\\uc0 ",
        "\\clvmrg\\cellx1 ",
        "\\\n",
        "\\*",
        "\\sect ",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_any_order_of_words_is_read(pieces: list[str]) -> None:
    document = outcome(rtf("".join(pieces)), "a.rtf")
    assert document is not None
    assert all(len(text.splitlines()) < 2 for text in document.texts)
    assert len({p.origin.address for p in document.paragraphs}) == len(document.paragraphs)
    for p in document.paragraphs:
        assert all(0 <= a < b <= len(p.text) for a, b in p.inserted)
