import re

import pytest

from reviewer import resource
from reviewer.rules.formulation import lexicon
from reviewer.rules.formulation.sounds import classes, look_alikes, same_shape, same_sound, same_sound_class

THEMES = ("party", "state", "bodies", "idioms", "laws", "accepted", "needed", "shapes")
FILES = [*(f"formulations/{theme}" for theme in THEMES), "pinyin"]


@pytest.mark.parametrize("name", FILES)
def test_head_names_source_licence_and_date(name: str) -> None:
    head = resource.read_text(f"lexicons/{name}.toml").split("\n\n", 1)[0]
    assert all(line.startswith("#") for line in head.splitlines())
    for word in ("Source", "Licence", "Date"):
        assert re.search(rf"^# {word}: .+", head, re.MULTILINE)


def test_there_are_enough_entries() -> None:
    assert len(lexicon.entries()) >= 3000
    assert len(lexicon.titles()) >= 600


def test_entries_hold_no_white_space_and_no_stray_signs() -> None:
    odd = [text for text in lexicon.entries() if not re.fullmatch(r"[\u4e00-\u9fff〇0-9、，（）“”〈〉＋+—－-]+", text)]
    assert odd == []


def test_members_are_formulations_of_their_own() -> None:
    for group in lexicon.members():
        assert len(group.members) >= 3
        assert len({wordings[0] for wordings in group.members}) == len(group.members)


@pytest.mark.parametrize("theme", ["bodies", "former"])
def test_superseded_names_differ_from_their_successors_and_are_dated(theme: str) -> None:
    for item in lexicon.superseded(theme):
        assert item.old != item.new
        assert 1990 < item.since[0] < 2030
        assert 1 <= item.since[1] <= 12


@pytest.mark.parametrize("theme", ["bodies", "former"])
def test_a_name_in_use_is_not_superseded(theme: str) -> None:
    old = {item.old for item in lexicon.superseded(theme)}
    assert [item.new for item in lexicon.superseded(theme) if item.new in old] == []


def test_what_is_needed_is_dated() -> None:
    for item in lexicon.needed():
        assert item.verbs
        assert item.objects
        assert 2000 < item.since[0] < 2030


def test_sounds() -> None:
    assert same_sound("权", "全")
    assert not same_sound("权", "力")
    assert same_sound_class("识", "思")
    assert same_sound_class("进", "竞")
    assert not same_sound_class("党", "员")


def test_look_alikes_go_both_ways() -> None:
    assert same_shape("未", "末")
    assert all(same_shape(other, one) for one, others in look_alikes().items() for other in others)
    assert all(ord(character) in classes() for character in look_alikes())
