from enum import EnumType

import pytest

from reviewer import words
from reviewer.model.document import Place
from reviewer.model.duty import ActorSource, DocumentKind, Modality, Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.time import TimeRole, TimeStatus, YearSource
from reviewer.model.verdict import State
from reviewer.store.settings import SETTINGS

TABLES = {
    "SEVERITY": Severity,
    "CATEGORY": Category,
    "KIND": DocumentKind,
    "MODALITY": Modality,
    "TIER": Tier,
    "ACTOR_SOURCE": ActorSource,
    "YEAR_SOURCE": YearSource,
    "ROLE": TimeRole,
    "UNSETTLED": set(TimeStatus) - {TimeStatus.RESOLVED},
    "PLACE": Place,
    "STATE": State,
}


def test_every_table_is_checked():
    assert {name for name, value in vars(words).items() if isinstance(value, dict) and name.isupper()} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_every_value_has_one_chinese_name_of_its_own(name):
    table = getattr(words, name)
    kinds = TABLES[name]
    assert set(table) == (set(kinds) if isinstance(kinds, EnumType) else kinds)
    assert len(set(table.values())) == len(table)
    assert all(any("\u4e00" <= character <= "\u9fff" for character in word) for word in table.values())


def test_the_names_of_severities():
    assert list(words.SEVERITY.values()) == ["必改", "建议改", "提示"]


def test_settings_speak_the_same_language():
    texts = {setting.name: setting.text for setting in SETTINGS}
    assert words.SEVERITY[Severity.INFO] in texts["show_info"]
    assert words.TIER[Tier.GENERAL] in texts["show_general_duties"]
