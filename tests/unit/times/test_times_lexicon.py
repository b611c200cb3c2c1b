import re
from datetime import date

import pytest

from reviewer.model.time import TimeRole, TimeType
from reviewer.resource import lexicon
from reviewer.times.calendar import festival_day
from reviewer.times.festivals import festivals, first_words
from reviewer.times.find import find_in_text
from reviewer.times.words import one_of_starts, phrases


def test_phrases_name_types_and_roles() -> None:
    for entry in lexicon("times")["phrase"]:
        assert TimeType(entry["type"])
        assert TimeRole(entry["role"])
        assert entry["words"]


def test_no_phrase_stands_twice() -> None:
    table = lexicon("times")
    words = [word for kind in ("phrase", "habit") for entry in table[kind] for word in entry["words"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("word", sorted(phrases()))
def test_every_phrase_is_found_where_nothing_hinders_it(word: str) -> None:
    follow = phrases()[word].only_after
    text = f"，{word}{follow[0] if follow else '，'}"
    assert text[slice(*find_in_text(text)[0][:2])].startswith(word)


def test_festivals_have_a_name_and_one_kind_of_day() -> None:
    assert len(festivals()) == len(lexicon("festivals")["festival"])
    for entry in festivals().values():
        assert entry["names"]
        assert len({"solar", "lunar", "term", "nth"} & set(entry)) == 1


@pytest.mark.parametrize("festival", sorted(festivals()))
def test_festivals_fall_into_nearly_every_year(festival: str) -> None:
    days = [festival_day(festival, year) for year in range(2000, 2060)]
    assert sum(day is not None for day in days) >= 57
    assert all(day is None or isinstance(day, date) for day in days)


@pytest.mark.parametrize("name", sorted({w for w in first_words() if w[0] not in '“"‘「'}))
def test_every_name_of_a_festival_is_a_date_with_before(name: str) -> None:
    text = f"要在{name}前完成。"
    assert [text[a:b] for a, b, _ in find_in_text(text)] == [f"{name}前"]


def test_words_are_grouped_by_their_first_character() -> None:
    pattern = re.compile(one_of_starts(["年底", "年", "年底前", "月"]))
    assert pattern.findall("年底前，年底，年，月") == ["年底前", "年底", "年", "月"]
