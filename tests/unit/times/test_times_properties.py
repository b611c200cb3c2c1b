import re
from dataclasses import fields
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import Document, plain_document
from reviewer.model.time import Dating, TimeRole, TimeStatus, YearSource
from reviewer.times.find import find_times
from reviewer.times.raw import Between, Calendar, Event, Listed, Masked, PlanPeriod, Repeat, Stretch, Vague
from reviewer.times.resolve import resolve_times

PIECES = [
    "2023年", "二〇二三年", "20XX年", "0403年", "今年", "去年", "明年", "6月", "六月", "13月", "X月", "30日", "31日", "三十日", "**日", "2月30日",
    "底", "末", "初", "中旬", "前", "内", "起", "后", "左右", "期间", "以来", "之前", "上半年", "第三季度", "前三季度", "一、二季度",
    "年底", "年初", "年内", "全年", "本月", "下周五", "周五", "至", "—", "-", "、", "和", "，", "。", "《", "》", "〔2023〕15号", "（星期一）",
    "2023.6.30", "2023-06", "5.1", "每", "每月", "每季度", "首月20日", "每周", "每年", "每两周", "每半年", "一月一通报", "月调度", "半", "三个月",
    "10个工作日", "15日", "100天", "99999年", "一百零五天", "两三年", "会后", "会前", "印发之日起", "自", "收到通知", "五一", "“七一”", "春节", "中秋",
    "国庆", "假期", "“十四五”", "十五五", "末", "限期", "定期", "近期", "尽快", "近", "今后", "过去", "五年", "截至", "即日起", "次月", "次年",
    "年初建账、年末交账", "逢五逢十", "每逢", "双日", "单月", "结束后", "终了后", "周一", "至周五", "周末", "当日", "17:00", "当月", "节后", "元", "O", "〇", " ", "　", "X", "_", "*", "1", "9999", "𠮷", "😀", "的", "是", "完成任务",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=40)
DATINGS = st.builds(
    lambda day, given, known: Dating(day.year, YearSource.CALLER, day if known else None, given and known),
    st.dates(date(1949, 1, 1), date(2100, 12, 31)), st.booleans(), st.booleans(),
) | st.just(Dating())  # fmt: skip
PARTS = {
    "FREQ": re.compile(r"HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY"),
    "INTERVAL": re.compile(r"[1-9][0-9]{0,3}"),
    "BYMONTH": re.compile(r"(?:1[0-2]|[1-9])(?:,(?:1[0-2]|[1-9]))*"),
    "BYMONTHDAY": re.compile(r"(?:-1|3[01]|[12][0-9]|[1-9])(?:,(?:-1|3[01]|[12][0-9]|[1-9]))*"),
    "BYDAY": re.compile(r"(?:-?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*"),
    "BYSETPOS": re.compile(r"-1|[1-9]|1[0-9]|20"),
}


def paragraphs(texts: list[str]) -> Document:
    return plain_document("\n".join(text.replace("\n", "") for text in texts))


@given(st.lists(TEXTS, max_size=4), DATINGS)
def test_any_text_gives_sorted_spans_inside_it(texts: list[str], dating: Dating) -> None:
    document = paragraphs(texts)
    times = resolve_times(find_times(document), dating)
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(document.texts[time.span.paragraph])
        assert time.text == document.text(time.span)
    for before, after in pairwise(times):
        assert (before.span.paragraph, before.span.end) <= (after.span.paragraph, after.span.start)


@given(TEXTS, DATINGS)
def test_statuses_days_and_rules_agree(text: str, dating: Dating) -> None:
    for time in resolve_times(find_times(paragraphs([text])), dating):
        if time.status is not TimeStatus.RESOLVED:
            assert time.due is None
        if time.due is not None:
            assert 1900 <= time.due.year <= 2100
            assert time.begin is None or time.begin <= time.due
        if time.recurrence is not None:
            assert time.role is TimeRole.RECURRENCE
            pairs = [part.split("=") for part in time.recurrence.split(";")]
            assert pairs[0][0] == "FREQ"
            assert len({key for key, _ in pairs}) == len(pairs)
            for key, value in pairs:
                assert PARTS[key].fullmatch(value), time.recurrence


def _stretches(form: object) -> list[Stretch]:
    match form:
        case Calendar(stretch):
            return [stretch]
        case Between(first, last):
            return [last] if first is None else [first, last]
        case Listed(items):
            return list(items)
    return []


@given(TEXTS, st.integers(1990, 2060), st.integers(1990, 2060))
def test_another_year_changes_only_what_depends_on_it(text: str, one: int, other: int) -> None:
    raw = find_times(paragraphs([text]))
    pairs = zip(
        raw,
        resolve_times(raw, Dating(one, YearSource.TITLE)),
        resolve_times(raw, Dating(other, YearSource.TITLE)),
        strict=True,
    )
    for time, first, second in pairs:
        assert (first.span, first.text, first.type, first.recurrence) == (
            second.span, second.text, second.type, second.recurrence,
        )  # fmt: skip
        if isinstance(time.form, Repeat | Vague | Masked | Event):
            assert first == second
        stretches = _stretches(time.form)
        written = bool(stretches) and all(s.year is not None for s in stretches)
        if (written or isinstance(time.form, PlanPeriod)) and first.role is second.role:
            assert (first.due, first.begin, first.status) == (second.due, second.begin, second.status)


@given(TEXTS)
def test_finding_twice_finds_the_same(text: str) -> None:
    assert find_times(paragraphs([text])) == find_times(paragraphs([text]))


def test_every_field_of_a_stretch_beyond_the_year_counts_as_finer() -> None:
    for field in fields(Stretch):
        if field.name not in ("year", "year_shift", "weekday"):
            values: dict[str, Any] = {field.name: 1}
            assert Stretch(**values).finer_than_year, field.name
