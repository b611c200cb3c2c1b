import pytest

from reviewer.model.finding import Category, Severity
from reviewer.model.span import Span
from reviewer.model.time import Dating, TimeStatus, YearSource
from reviewer.ui import labels


@pytest.mark.parametrize(
    ("table", "values"),
    [(labels.CATEGORY_HINT, Category), (labels.SEVERITY_HINT, Severity), (labels.TIME_STATUS_HINT, TimeStatus)],
)
def test_every_value_is_explained(table, values):
    assert set(table) == set(values)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in hint) for hint in table.values())


def test_recurrences_are_told_in_everyday_words_and_the_rest_as_it_is():
    assert labels.recurrence_words("FREQ=MONTHLY;INTERVAL=3") == "每季度"
    assert labels.recurrence_words("FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1") == "每年6月、12月底"
    assert labels.recurrence_words("FREQ=HOURLY") == "FREQ=HOURLY"


def test_the_year_is_told_with_its_reason():
    known = Dating(2023, YearSource.TITLE, evidence=Span(0, 1, 5))
    assert labels.year_sentence(known) == "文件年份：2023（依据：标题）"
    assert "没有写明年份" in labels.year_sentence(Dating())
