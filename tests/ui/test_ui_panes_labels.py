import pytest

from reviewer.model.document import Place
from reviewer.model.duty import ActorSource, DocumentKind, Modality, PartFunction, Tier
from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeRole, TimeStatus, TimeType, YearSource
from reviewer.ui import labels

TABLES = [
    (labels.CATEGORY, Category),
    (labels.CATEGORY_HINT, Category),
    (labels.SEVERITY, Severity),
    (labels.SEVERITY_HINT, Severity),
    (labels.MODALITY, Modality),
    (labels.TIER, Tier),
    (labels.ACTOR_SOURCE, ActorSource),
    (labels.DOCUMENT_KIND, DocumentKind),
    (labels.PART_FUNCTION, PartFunction),
    (labels.YEAR_SOURCE, YearSource),
    (labels.TIME_TYPE, TimeType),
    (labels.TIME_ROLE, TimeRole),
    (labels.TIME_STATUS, TimeStatus),
    (labels.TIME_STATUS_HINT, TimeStatus),
    (labels.PLACE, Place),
]


@pytest.mark.parametrize(("table", "values"), TABLES, ids=lambda v: getattr(v, "__name__", ""))
def test_every_value_has_a_chinese_name(table, values):
    assert set(table) == set(values)
    assert all(name and any("\u4e00" <= c <= "\u9fff" for c in name) for name in table.values())


@pytest.mark.parametrize(
    "table", [labels.CATEGORY, labels.SEVERITY, labels.MODALITY, labels.TIER, labels.DOCUMENT_KIND]
)
def test_names_that_stand_side_by_side_differ(table):
    assert len(set(table.values())) == len(table)


def test_recurrences_are_told_in_everyday_words_and_the_rest_as_it_is():
    assert labels.recurrence_words("FREQ=MONTHLY;INTERVAL=3") == "每季度"
    assert labels.recurrence_words("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1") == "每年6月、12月底"
    assert labels.recurrence_words("FREQ=HOURLY") == "FREQ=HOURLY"


def test_the_year_is_told_with_its_reason():
    known = Dating(2023, YearSource.TITLE, evidence=Span(0, 1, 5))
    assert labels.year_sentence(known) == "文件年份：2023（依据：标题）"
    assert "没有写明年份" in labels.year_sentence(Dating())
