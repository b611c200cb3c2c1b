"""The table of word pairs, and the cheapest way to cut a stretch into words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resource
from reviewer.language.lattice import Costs, Lattice
from reviewer.language.ngrams import word_pairs

HANZI = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=20)


def lattice(text: str) -> Lattice:
    return Lattice(text, Costs())


def cut(text: str) -> list[str]:
    made = lattice(text)
    return [text[start:end] for start, end, _, _ in (made.words[at] for at in made.path)]


def test_the_table_is_in_order() -> None:
    table = word_pairs()
    assert table.names == sorted(set(table.names))
    assert len(table.names) == len(table.alone) == len(table.backing) == len(table.first) - 1 < 1 << 16
    assert table.first[-1] == len(table.followers) == len(table.pairs)
    for word in range(0, len(table.names), 997):
        row = table.followers[table.first[word] : table.first[word + 1]]
        assert all(one < other for one, other in pairwise(row))


def test_the_table_is_small() -> None:
    assert len(resource.read_bytes("model/words.xz")) < 10_000_000


def test_what_goes_together_costs_less() -> None:
    table = word_pairs()
    safe, yield_, eat = (table.numbers[word] for word in ("安全", "生产", "吃饭"))
    assert table.cost(safe, yield_) < table.cost(safe, eat)
    assert table.closeness(safe, yield_)
    assert not table.closeness(safe, eat)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("今天下午在会议室开会", ["今天", "下午", "在", "会议室", "开会"]),
        ("孩子们在河边放风筝", ["孩子们", "在", "河边", "放", "风筝"]),
    ],
)
def test_cuts(text: str, words: list[str]) -> None:
    assert cut(text) == words


@given(HANZI)
def test_words_cover_the_text_and_every_way_ends_the_same(text: str) -> None:
    made = lattice(text)
    assert "".join(cut(text)) == text
    through = [made.from_start[at] + made.to_end[at] for at in range(len(made.words))]
    assert min(through) == made.total
    assert all(through[at] == made.total for at in made.path)


@given(HANZI)
def test_a_word_in_its_own_place_costs_what_stands_there(text: str) -> None:
    made = lattice(text)
    for at in made.path:
        start, end, number, alone = made.words[at]
        assert made.with_words(start, end, (number, alone)) == made.total
