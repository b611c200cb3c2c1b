"""RRULE values in the words of an office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exports.recurrence_days import recurrence_days, recurrence_months
from reviewer.exports.recurrence_text import recurrence_text

WORDS = {
    None: "",
    "": "",
    "FREQ=DAILY": "每天",
    "FREQ=DAILY;INTERVAL=2": "每两天",
    "FREQ=DAILY;INTERVAL=15": "每15天",
    "FREQ=WEEKLY": "每周",
    "FREQ=WEEKLY;INTERVAL=2": "每两周",
    "FREQ=WEEKLY;BYDAY=FR": "每周五",
    "FREQ=WEEKLY;BYDAY=MO,FR": "每周一、周五",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "每个工作日",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR": "每两周周五",
    "FREQ=MONTHLY": "每月",
    "FREQ=MONTHLY;INTERVAL=2": "每两个月",
    "FREQ=MONTHLY;INTERVAL=3": "每季度",
    "FREQ=MONTHLY;INTERVAL=6": "每半年",
    "FREQ=MONTHLY;INTERVAL=12": "每年",
    "FREQ=MONTHLY;BYMONTHDAY=28": "每月28日",
    "FREQ=MONTHLY;BYMONTHDAY=25,10": "每月10日、25日",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "每月底",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1": "每两个月底",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1": "每季度末",
    "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1": "每半年末",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20": "每三个月的20日",
    "FREQ=MONTHLY;BYDAY=2MO": "每月第二个周一",
    "FREQ=MONTHLY;BYDAY=-1FR": "每月最后一个周五",
    "FREQ=MONTHLY;BYMONTHDAY=10,20,-1": "每旬",
    "FREQ=MONTHLY;BYMONTHDAY=15,-1": "每半月",
    "FREQ=MONTHLY;BYMONTHDAY=2,4,6,8,10,12,14,16,18,20,22,24,26,28,30": "每月双日",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1": "每月第1个工作日",
    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=10": "每季度首月第10个工作日",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "每月最后一个工作日",
    "FREQ=YEARLY": "每年",
    "FREQ=YEARLY;INTERVAL=2": "每两年",
    "FREQ=YEARLY;BYMONTH=6": "每年6月",
    "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31": "每年1月31日",
    "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1": "每年6月、12月底",
    "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20": "每季度首月20日",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1": "每季度末",
    "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25": "每季度末月25日",
    "FREQ=YEARLY;BYMONTH=2,5,8,11": "每季度第二个月",
}

WITHOUT_WORDS = [
    "每月",
    "FREQ=HOURLY",
    "INTERVAL=2",
    "FREQ=MONTHLY;INTERVAL=0",
    "FREQ=MONTHLY;INTERVAL=-1",
    "FREQ=MONTHLY;COUNT=3",
    "FREQ=YEARLY;BYMONTH=13",
    "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-3",
    "FREQ=YEARLY;BYMONTHDAY=3",
    "FREQ=YEARLY;BYDAY=MO",
    "FREQ=DAILY;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MONTHLY;BYDAY=MO",
    "FREQ=MONTHLY;BYDAY=9MO",
    "FREQ=MONTHLY;BYMONTHDAY=40",
    "FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1MO",
    "FREQ=MONTHLY;BYMONTHDAY=A",
    "FREQ=MONTHLY;BYMONTHDAY=1,,2",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=0",
    "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
]


@pytest.mark.parametrize(("rule", "words"), WORDS.items())
def test_words(rule, words):
    assert recurrence_text(rule) == words


@pytest.mark.parametrize("rule", WITHOUT_WORDS)
def test_no_words_rather_than_wrong_ones(rule):
    assert recurrence_text(rule) == ""


KEYS = st.sampled_from(["FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "UNTIL"])
VALUES = st.one_of(
    st.sampled_from(["MONTHLY", "YEARLY", "WEEKLY", "DAILY", "MO", "-1FR", "3", "12", "-1", "1,2", "+2"]),
    st.text(max_size=5),
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=4))
def test_whatever_is_written_gives_words_or_nothing(parts):
    words = recurrence_text(";".join(f"{key}={value}" for key, value in parts))
    assert words == "" or words.startswith("每")


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20", 2023, "01-20 04-20 07-20 10-20"),
        ("FREQ=YEARLY;BYMONTH=12,6;BYMONTHDAY=-1", 2023, "06-30 12-31"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", 2024, "02-29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 2024, ""),
        ("FREQ=MONTHLY;BYMONTHDAY=31", 2023, "01-31 03-31 05-31 07-31 08-31 10-31 12-31"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", 2023, ""),
        ("FREQ=MONTHLY", 2023, ""),
        ("FREQ=YEARLY;BYMONTH=6", 2023, ""),
        ("FREQ=YEARLY;BYMONTHDAY=6", 2023, ""),
        ("FREQ=WEEKLY;BYDAY=FR", 2023, ""),
        ("FREQ=MONTHLY;BYMONTHDAY=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31", 2023, ""),
        ("每月", 2023, ""),
    ],
)
def test_days_that_a_rule_settles(rule, year, days):
    assert [day.isoformat()[5:] for day in recurrence_days(rule, year)] == days.split()


@pytest.mark.parametrize(
    ("rule", "months"),
    [
        ("FREQ=DAILY", tuple(range(1, 13))),
        ("FREQ=WEEKLY;BYDAY=FR", tuple(range(1, 13))),
        ("FREQ=MONTHLY", tuple(range(1, 13))),
        ("FREQ=MONTHLY;INTERVAL=3", (3, 6, 9, 12)),
        ("FREQ=MONTHLY;INTERVAL=6", (6, 12)),
        ("FREQ=MONTHLY;INTERVAL=5", (5, 10)),
        ("FREQ=YEARLY", (12,)),
        ("FREQ=YEARLY;INTERVAL=2", ()),
        ("FREQ=YEARLY;BYMONTH=11,2", (2, 11)),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", (3, 6, 9, 12)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", (1, 3, 5, 7, 8, 10, 12)),
        ("FREQ=MONTHLY;INTERVAL=0", ()),
        ("FREQ=MONTHLY;INTERVAL=x", ()),
        ("FREQ=YEARLY;BYMONTH=x", ()),
        ("每月", ()),
        ("", ()),
    ],
)
def test_the_months_in_which_a_recurrence_falls(rule, months):
    assert recurrence_months(rule, 2023) == months
