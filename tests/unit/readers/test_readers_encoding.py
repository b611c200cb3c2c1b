"""Bytes of unknown encoding become the text that was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resource
from reviewer.errors import DamagedError, ReadError, UnsupportedError
from reviewer.readers.encoding import Decoded, decode, plausibility

SPEECH = (
    "在全市安全生产工作会议上的讲话\n（2023年6月1日）\n同志们：\n"
    "这次会议的主要任务是，安排部署下一阶段工作。一要压实责任，由市应急局牵头，10月底前完成整改。\n"
)
TRADITIONAL = "關於加強安全生產工作的通知\n各縣（市、區）人民政府：\n為貫徹落實會議精神，現將有關事項通知如下。\n"
_TABLE = resource.lexicon("common_hanzi")
COMMON = "".join(_TABLE["simplified"].split())
COMMON_TRADITIONAL = "".join(c for c in "".join(_TABLE["traditional"].split()) if len(c.encode("big5", "ignore")) == 2)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("hz", "hz"),
    ],
)
@pytest.mark.parametrize("text", [SPEECH, SPEECH[:15], "通知", "Notice 2023\n关于印发方案的通知\n", SPEECH * 300])
def test_simplified_text(text: str, encoding: str, named: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, named)


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL[:6], "通知", "Notice\n關於通知\n"])
def test_traditional_text_in_big5(text: str) -> None:
    assert decode(text.encode("big5")) == Decoded(text, "big5")


def test_traditional_text_in_gbk() -> None:
    assert decode(TRADITIONAL.encode("gbk")) == Decoded(TRADITIONAL, "gb18030")


@pytest.mark.parametrize("bom", ["utf-16-be", "utf-32-be"])
def test_marks_of_the_other_byte_order(bom: str) -> None:
    assert decode(("\ufeff" + SPEECH).encode(bom)).text == SPEECH


@pytest.mark.parametrize(
    "text", ["", "hello 2023-01-01\n", "café au lait, naïve", "Привет, мир", "+Zg5f0A- a~b", "~{9z~", "~{ab"]
)
def test_text_of_other_kinds_stays_utf8(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8")


def test_ascii_in_utf16_without_mark() -> None:
    assert decode("hello world\n".encode("utf-16-le")) == Decoded("hello world\n", "utf-16-le")


@pytest.mark.parametrize("text", ["通知", "要", "一要\n"])
def test_short_gbk_that_looks_like_utf8(text: str) -> None:
    assert decode(text.encode("gbk")).text == text


def test_rare_characters_of_gb18030() -> None:
    text = SPEECH + "生僻字：𠮷㐂𬇙 ㈠ ① — ™\n"
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030")


def test_the_euro_of_code_page_936() -> None:
    assert decode(SPEECH.encode("gbk") + b"\x80100") == Decoded(SPEECH + "€100", "gb18030")


def test_the_sample_is_not_confused_by_a_long_english_head() -> None:
    text = "plain words " * 20_000 + SPEECH
    assert decode(text.encode("gbk")) == Decoded(text, "gb18030")


def test_a_few_bad_bytes_in_utf8() -> None:
    data = bytearray(SPEECH.encode() * 5)
    data[9:10] = b"\xff"
    found = decode(bytes(data))
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") > 0
    assert found.text.endswith(SPEECH)
    assert any("字节损坏" in w for w in found.warnings)


def test_text_cut_in_the_middle_of_a_character() -> None:
    for encoding in ("utf-8", "gb18030", "utf-16", "utf-16-le"):
        data = SPEECH.encode(encoding)
        found = decode(data[: len(data) // 2 | 1])
        assert found.text.rstrip("\ufffd")
        assert SPEECH.startswith(found.text.rstrip("\ufffd"))


def test_bad_bytes_in_gbk() -> None:
    data = SPEECH.encode("gbk").replace("牵头".encode("gbk"), b"\xff\xff")
    found = decode(data)
    assert (found.encoding, found.text.count("\ufffd")) == ("gb18030", 2)
    assert found.warnings


@pytest.mark.parametrize("first", ["utf-8", "gbk"])
def test_two_encodings_in_one_file(first: str) -> None:
    second = "gbk" if first == "utf-8" else "utf-8"
    found = decode((SPEECH * 2).encode(first) + SPEECH.encode(second))
    assert found.text == SPEECH * 3
    assert any("两种编码" in w for w in found.warnings)
    assert found.encoding == {"utf-8": "utf-8", "gbk": "gb18030"}[first]


def test_a_marked_file_with_gbk_inside() -> None:
    assert decode(b"\xef\xbb\xbf" + SPEECH.encode("gbk")) == Decoded(SPEECH, "gb18030")
    assert decode(b"\xef\xbb\xbf" + SPEECH.encode() + b"\xff").encoding == "utf-8-sig"


def test_zeros_are_left_out() -> None:
    for encoding in ("utf-8", "gbk"):
        found = decode(SPEECH.encode(encoding) + bytes(600))
        assert found.text == SPEECH
        assert any("空字节" in w for w in found.warnings)
    inside = decode(SPEECH.encode("utf-16").replace("讲".encode("utf-16-le"), b"\0\0"))
    assert inside.text == SPEECH.replace("讲", "")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(DamagedError):
        decode(bytes(1000))
    with pytest.raises(UnsupportedError):
        decode(bytes(range(256)) * 40)
    with pytest.raises(UnsupportedError):
        decode(b"ab\0" * 100 + b"\x01\x02\x03\x04\x05\x06" * 50)
    with pytest.raises(UnsupportedError):
        decode(bytes(range(1, 256)) * 8000)


def test_a_chosen_encoding_is_used() -> None:
    assert decode(SPEECH.encode("utf-7"), "utf-7") == Decoded(SPEECH, "utf-7")
    assert decode(SPEECH.encode("gbk") + b"\x80", "gb2312").text == SPEECH + "€"
    assert decode(SPEECH.encode("utf-8-sig"), "utf-8").text == SPEECH
    wrong = decode(SPEECH.encode("gbk"), "utf-8")
    assert "\ufffd" in wrong.text
    assert wrong.warnings


@pytest.mark.parametrize("name", ["no-such-encoding", "hex", "zip", ""])
def test_an_encoding_that_is_none(name: str) -> None:
    with pytest.raises(ReadError):
        decode(b"\xff\xfe-abc", name)


def test_prose_is_more_plausible_than_rubbish() -> None:
    assert plausibility(SPEECH) > 0.8
    assert plausibility(SPEECH.encode("big5", "ignore").decode("gb18030", "replace")) < 0.5
    assert plausibility("") == 0
    assert plausibility("abc\t1\n") == 1


@given(st.text(alphabet=COMMON + "，。、：；（）“”\n2023", min_size=8))
def test_common_prose_round_trips(text: str) -> None:
    text = "通知" + text
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert decode(text.encode(encoding)).text == text


@given(st.text(alphabet=COMMON_TRADITIONAL + "，。、：；「」\n2023", min_size=8))
def test_common_traditional_prose_round_trips(text: str) -> None:
    text = "關於" + text
    for encoding in ("utf-8", "big5", "gb18030", "utf-16"):
        assert decode(text.encode(encoding)).text == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_round_trips_where_a_mark_or_the_clerk_says_how(text: str) -> None:
    text = text.removeprefix("\ufeff")
    assert decode(text.encode("utf-8-sig")).text == text
    assert decode(text.encode("utf-16")).text == text
    assert decode(text.encode("utf-32")).text == text
    for encoding in ("utf-8", "utf-16-le", "gb18030", "utf-7"):
        assert decode(text.encode(encoding), encoding).text == text


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except ReadError:
        text = ""
    assert "\0" not in text
