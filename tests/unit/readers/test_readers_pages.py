"""From placed text to lines and paragraphs; the unit is the em of the body, from the lower left corner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers.pages.furniture import without_furniture
from reviewer.readers.pages.lines import Line, Page, Piece, is_wide, lines_of
from reviewer.readers.pages.paragraphs import blocks_of
from reviewer.readers.radicals import without_radicals

WIDTH, HEIGHT = 36.0, 52.0
LEFT, COLUMN = 5.0, 28


def pieces(text: str, left: float, base: float, size: float = 1.0) -> list[Piece]:
    """Characters side by side; a number in braces is a gap of so many ems."""
    found = []
    while text:
        if text[0] == "{":
            gap, text = text[1:].split("}", 1)
            left += float(gap) * size
            continue
        width = size if is_wide(text[0]) else size / 2
        found.append(Piece(text[0], left, left + width, base, size))
        left, text = left + width, text[1:]
    return found


def drawn(*parts: list[Piece]) -> list[str]:
    return [line.text for line in lines_of(Page(WIDTH, HEIGHT, [piece for part in parts for piece in part]), 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在{0.25}2023{0.25}年底前", "在2023年底前"),
        ("姓{2}名", "姓\u3000\u3000名"),
        ("左{6}右", "左\t右"),
        ("New{0.3}York", "New York"),
        ("1{0.5}人口", "1 人口"),
        ("第一章..........3", "第一章\t3"),
        ("句 号", "句 号"),
    ],
)
def test_gaps(text: str, expected: str) -> None:
    assert drawn(pieces(text, 5, 40)) == [expected]


def test_what_stands_on_one_row_is_one_line_whatever_the_order() -> None:
    assert drawn(pieces("“{4}”", 7, 40), pieces("他说{0.5}一律不得{0.5}。", 5, 40)) == ["他说“一律不得”。"]


def test_columns_drawn_apart_stay_apart() -> None:
    left = pieces("左一", 5, 40) + pieces("左二", 5, 38)
    right = pieces("右一", 15, 40) + pieces("右二", 15, 38)
    assert drawn(left, right) == ["左一", "左二", "右一", "右二"]
    assert drawn(pieces("左一", 5, 40), pieces("右一", 15, 40), pieces("左二", 5, 38)) == ["左一\t右一", "左二"]


def test_text_printed_over_itself_is_taken_once() -> None:
    assert drawn(pieces("粗体", 5, 40), pieces("粗体", 5.02, 40)) == ["粗体"]


def test_raised_marks_stay_in_their_line() -> None:
    raised = [Piece("1", 8, 8.3, 40.4, 0.6)]
    assert drawn(pieces("人口为{0.3}万", 5, 40), raised) == ["人口为¹万"]
    assert drawn(raised, pieces("万人", 8.4, 40)) == ["¹万人"]


def test_big_and_small_text_on_one_row_do_not_mix() -> None:
    assert drawn(pieces("水印", 5, 40, 4), pieces("正文正文", 5, 40)) == ["水印", "正文正文"]


def body(*texts: str, top: float = 45, pitch: float = 1.8, page: int = 0, left: float = LEFT) -> list[Line]:
    """Lines below each other; leading `_` are an indent of an em each, trailing ones white space before the text."""
    found = []
    for number, text in enumerate(texts):
        start = left + len(text) - len(text.lstrip("_"))
        text = text.strip("_")
        found.append(
            Line(text, start, start + sum(1 if is_wide(c) else 0.5 for c in text), top - number * pitch, 1.0, page)
        )
    return found


def paragraphs(lines: list[Line]) -> list[str]:
    return [block.text for block in blocks_of(lines)]


FULL = "甲" * (COLUMN - 2)
MORE = "乙" * COLUMN


def test_lines_join_where_first_lines_are_indented() -> None:
    assert paragraphs(body(f"__{FULL}", MORE, "完。", f"__{FULL}", "完。", "__短段。", "__短段。")) == [
        f"{FULL}{MORE}完。", f"{FULL}完。", "短段。", "短段。",
    ]  # fmt: skip


def test_lines_join_across_pages() -> None:
    first = body(f"__{FULL}", MORE, top=20)
    assert paragraphs(first + body("完。", f"__{FULL}", "完。", page=1)) == [f"{FULL}{MORE}完。", f"{FULL}完。"]
    assert paragraphs(first + body("完。", page=2))[-1] == "完。"


def test_a_number_in_a_sentence_begins_no_paragraph_where_first_lines_are_indented() -> None:
    lines = body(f"__{FULL}", MORE[:-1] + "。", "二是抓落实。", f"__{FULL}", "完。")
    assert paragraphs(lines)[0].endswith("。二是抓落实。")


def test_distance_divides_where_nothing_is_indented() -> None:
    upper = body(MORE, MORE[:-1] + "。")
    lower = body(MORE, "完。", top=upper[-1].base - 2.6)
    assert paragraphs(upper + lower) == [f"{MORE}{MORE[:-1]}。", f"{MORE}完。"]
    numbered = body(MORE, MORE[:-1] + "。", "（二）要求。")
    assert paragraphs(numbered)[-1] == "（二）要求。"


def test_short_lines_stay_alone() -> None:
    lines = body("各市人民政府：", f"__{FULL}", MORE, "完。", "附件", "抄送：省政府")
    assert paragraphs(lines) == ["各市人民政府：", f"{FULL}{MORE}完。", "附件", "抄送：省政府"]


def test_hanging_numbers_bullets_and_leaders() -> None:
    hanging = body(f"__1.{FULL[:-1]}", "____" + "乙" * (COLUMN - 4), "____完。", MORE, MORE)
    assert paragraphs(hanging)[0] == f"1.{FULL[:-1]}{'乙' * (COLUMN - 4)}完。"
    assert paragraphs(body(MORE, "- 时间", "- 地点", MORE)) == [MORE, "- 时间", "- 地点", MORE]
    assert paragraphs(body("一、要求\t1", "二、任务\t2", MORE, MORE))[:2] == ["一、要求\t1", "二、任务\t2"]


def test_words_are_joined_by_a_space_and_chinese_is_not() -> None:
    western = Line("The quick brown fox jumps over the lazy dog by the old", LEFT, LEFT + COLUMN, 45, 1, 0)
    assert paragraphs([western, *body("river bank", top=43.2), *body(MORE, MORE, top=38)])[0].endswith("old river bank")


def centred(text: str, size: float, base: float) -> Line:
    width = len(text) * size
    return Line(text, LEFT + (COLUMN - width) / 2, LEFT + (COLUMN + width) / 2, base, size, 0)


def test_titles() -> None:
    rest = body(f"__{FULL}", MORE, "完。", f"__{FULL}", top=36)
    title = [centred("关于进一步做好全县安全生产工作", 1.4, 46), centred("的实施方案", 1.4, 43.8)]
    found = blocks_of([*title, centred("（二〇二三年一月五日）", 1.0, 40), *rest])
    assert [block.text for block in found[:2]] == ["关于进一步做好全县安全生产工作的实施方案", "（二〇二三年一月五日）"]
    assert found[0].centred
    assert found[0].size == 1.4
    aside = [centred("传承文脉坚定文化自信主题活动", 1.4, 46), centred("——在县委党校的讲话", 1.4, 43.8)]
    assert len(blocks_of([*aside, *rest])) == len(blocks_of(rest)) + 2


def test_dates_at_the_end_stand_right() -> None:
    end = Line("2023年1月5日", LEFT + 19, LEFT + 25, 38, 1.0, 0)
    found = blocks_of([*body(f"__{FULL}", "完。"), end])
    assert (found[-1].text, found[-1].right) == ("2023年1月5日", True)


def test_furniture() -> None:
    def page(number: int) -> list[Line]:
        head = Line(f"政府公报 第{number}期", 5, 15, 49, 0.8, number)
        foot = Line(f"— {number + 1} —", 17, 19, 3, 0.8, number)
        return [head, *body(f"第{number}页正文", MORE, page=number), foot]

    lines, heads = without_furniture([page(n) for n in range(3)], [HEIGHT] * 3)
    assert heads
    assert [line.text for line in lines if line.text != MORE] == ["第0页正文", "第1页正文", "第2页正文"]
    once, heads = without_furniture([page(0)], [HEIGHT])
    assert not heads
    assert [line.text for line in once] == ["政府公报 第0期", "第0页正文", MORE]
    address = Line("https://www.example.invalid/a 1/2", 5, 25, 1, 0.6, 0)
    assert without_furniture([[address]], [HEIGHT]) == ([], True)


NUMBER = st.floats(0, 60, allow_nan=False)
PIECE = st.builds(
    Piece,
    st.sampled_from(["甲", "1", " ", "“", "。", "a", "-", "\u3000", "𠮷"]),
    NUMBER,
    NUMBER,
    NUMBER,
    st.floats(0.1, 5),
)


@given(st.lists(st.lists(PIECE, max_size=25), max_size=3))
def test_any_placement_loses_nothing(pages: list[list[Piece]]) -> None:
    lines = [line for n, found in enumerate(pages) for line in lines_of(Page(WIDTH, HEIGHT, found), n)]
    assert all(line.text.strip() for line in lines)
    joined = "".join(block.text for block in blocks_of(lines))
    assert set("".join(joined.split())) == set("".join("".join(line.text for line in lines).split()))


def test_radicals() -> None:
    assert without_radicals("⼤⺠⽂⻓⼾") == "大民文长户"
    assert without_radicals("大民文长戶𠮷⺀") == "大民文长戶𠮷⺀"
