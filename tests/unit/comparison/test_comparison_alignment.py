"""Paragraphs of two drafts: each once, in order, like with like."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewer.comparison import Change, Pair, align
from reviewer.comparison.pieces import pieces

TEXTS = st.lists(st.text(alphabet="甲乙丙丁，。", max_size=8), max_size=12)


def changes(old: list[str], new: list[str]) -> list[tuple[str, int | None, int | None]]:
    return [(pair.change.value, pair.old, pair.new) for pair in align(old, new)]


def test_same_texts() -> None:
    assert align(["甲", "乙"], ["甲", "乙"]) == (Pair(0, 0, same=True), Pair(1, 1, same=True))
    assert align([], []) == ()


def test_a_paragraph_came_and_another_went() -> None:
    assert changes(["开头", "中间的话", "末尾"], ["开头", "末尾", "新加一段"]) == [
        ("same", 0, 0),
        ("went", 1, None),
        ("same", 2, 1),
        ("came", None, 2),
    ]


def test_a_changed_paragraph_is_not_one_that_came_and_one_that_went() -> None:
    old = ["各街道要在6月30日前完成排查。", "水务科要报送清单。"]
    new = ["新加的一段，说别的事情。", "各街道要在7月底前完成全部排查。", "水务科要报送清单。"]
    assert changes(old, new) == [("came", None, 0), ("changed", 0, 1), ("same", 1, 2)]


def test_what_went_stands_before_what_came_in_its_place() -> None:
    assert changes(["甲乙丙丁"], ["子丑寅卯"]) == [("went", 0, None), ("came", None, 0)]


def test_long_stretches_are_divided() -> None:
    old = [f"第{n}条各单位要按照第{n * 7}号方案抓好落实。" for n in range(400)]
    new = [text.replace("抓好", "认真抓好") for text in old]
    assert {pair.change for pair in align(old, new)} == {Change.CHANGED}
    assert all(pair.old == pair.new for pair in align(old, new))


@given(TEXTS, TEXTS)
def test_every_paragraph_occurs_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    assert [pair.old for pair in pairs if pair.old is not None] == list(range(len(old)))
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            assert pair.same == (old[pair.old] == new[pair.new])


def spoken(old: str, new: str) -> list[tuple[str, str, bool]]:
    return [(old[p.old_start : p.old_end], new[p.new_start : p.new_end], p.same) for p in pieces(old, new)]


def test_pieces() -> None:
    assert spoken("要在6月底前办好。", "要在7月底前办好。") == [
        ("要在", "要在", True),
        ("6", "7", False),
        ("月底前办好。", "月底前办好。", True),
    ]
    assert spoken("办好", "都要办好") == [("", "都要", False), ("办好", "办好", True)]
    assert spoken("办好", "") == [("办好", "", False)]


def test_islands_of_one_character_are_not_read_by_themselves() -> None:
    assert spoken("甲的乙", "丙的丁") == [("甲的乙", "丙的丁", False)]


def test_long_paragraphs_are_matched_clause_by_clause() -> None:
    old = "".join(f"第{n}句说的是一件事，" for n in range(300))
    new = old.replace("第150句", "第一百五十句")
    changed = [piece for piece in spoken(old, new) if not piece[2]]
    assert changed == [("150", "一百五十", False)]
    two = new.replace("第20句", "第二十句")
    assert [piece[:2] for piece in spoken(old, two) if not piece[2]] == [("20", "二十"), ("150", "一百五十")]


@given(st.text(alphabet="甲乙丙，😀𠮷", max_size=40), st.text(alphabet="甲乙丙，😀𠮷", max_size=40))
def test_pieces_make_up_both_texts(old: str, new: str) -> None:
    found = spoken(old, new)
    assert "".join(piece[0] for piece in found) == old
    assert "".join(piece[1] for piece in found) == new
    assert all((before == after) for before, after, same in found if same)
    assert all(left[2] != right[2] for left, right in pairwise(found))
