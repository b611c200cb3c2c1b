import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.ui import utf16

TEXTS = st.text(alphabet=st.sampled_from("汉字ab 𠮷😀，\u3000\ud800\n"), max_size=30)


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("汉字", 1, 1), ("𠮷祥", 1, 2), ("先说𠮷祥😀的", 5, 7), ("😀", 0, 0), ("😀", 9, 2), ("\ud83d汉", 2, 2)],
)
def test_code_points_to_utf16(text: str, offset: int, units: int) -> None:
    assert utf16.to_utf16(text, offset) == units


def test_inside_a_pair_is_its_beginning() -> None:
    assert [utf16.from_utf16("a𠮷😀b", units) for units in range(-1, 8)] == [0, 0, 1, 1, 2, 2, 3, 4, 4]


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    for offset in range(len(text) + 1):
        assert utf16.from_utf16(text, utf16.to_utf16(text, offset)) == offset


@given(TEXTS)
def test_length_is_the_last_offset(text: str) -> None:
    assert utf16.length(text) == utf16.to_utf16(text, len(text))


def test_displayable_keeps_length_and_hides_structure() -> None:
    text = "甲\u2029乙\ufdd0丙\r\n\x00\ufffc😀"
    shown = utf16.displayable(text)
    assert utf16.length(shown) == utf16.length(text)
    assert not set(shown) & set("\u2029\ufdd0\r\n\x00\ufffc")
    assert utf16.displayable("汉字\u3000\u2028\t") == "汉字\u3000\u2028\t"
