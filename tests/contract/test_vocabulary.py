"""Help and README call things what the program calls them."""

from pathlib import Path

import pytest

from reviewer import resource, words
from reviewer.model.duty import ActorSource, Tier
from reviewer.model.time import TimeStatus
from reviewer.rules.registry import RULES

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *(page for page in sorted(resource.path("help").glob("*.md")) if page.stem != "rules")]
ABANDONED = ("可疑", "一般性要求", "“未定”", "“待填”", "承接上文")


def page(name: str) -> str:
    return resource.read_text(f"help/{name}.md")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_names_given_up_are_gone(path):
    text = path.read_text(encoding="utf-8")
    assert [name for name in ABANDONED if name in text] == []


def test_the_legend_page_explains_every_name():
    text = page("marks")
    rows = {line.split("|")[2].strip() for line in text.splitlines() if line.startswith("| ![")}
    assert rows == set(words.SEVERITY.values())
    explained = {line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")}
    assert {words.CATEGORY[rule.category] for rule in RULES} <= explained
    assert all(f"**{name}**" in text for name in words.UNSETTLED.values())


def test_the_duties_page_uses_the_names_of_the_window():
    text = page("duties")
    assert all(f"**{words.TIER[tier]}**" in text for tier in Tier)
    assert f"（{words.ACTOR_SOURCE[ActorSource.ASSUMED]}）" in text
    assert words.UNSETTLED[TimeStatus.EVENT] in text


def test_the_rule_page_groups_by_the_same_categories():
    heads = {line.removeprefix("## ") for line in page("rules").splitlines() if line.startswith("## ")}
    assert heads == {words.CATEGORY[rule.category] for rule in RULES}
