from datetime import date

import pytest

from reviewer.model.document import plain_document
from reviewer.model.time import Dating, TimeExpression, TimeRole, TimeStatus, TimeType, YearSource
from reviewer.times.calendar import WorkCalendar, YearPlan
from reviewer.times.find import find_times
from reviewer.times.resolve import resolve_times

GIVEN = Dating(2023, YearSource.CALLER, date(2023, 4, 12), given=True)
DATED = Dating(2023, YearSource.DATE_LINE, date(2023, 4, 12))
YEAR = Dating(2023, YearSource.TITLE)
NOTHING = Dating()


def only(text: str, dating: Dating = GIVEN, calendar: WorkCalendar | None = None) -> TimeExpression:
    raw = find_times(plain_document(text))
    (time,) = resolve_times(raw, dating, calendar) if calendar else resolve_times(raw, dating)
    return time


@pytest.mark.parametrize(
    ("text", "type_", "role", "status"),
    [
        ("6月30日前完成。", "date", "deadline", "resolved"),
        ("4—6月，开展排查。", "range", "deadline", "resolved"),
        ("会后一周内完成。", "duration", "deadline", "resolved"),
        ("收到通知之日起15日内反馈。", "duration", "deadline", "event"),
        ("用100天左右的时间完成。", "duration", "deadline", "event"),
        ("每季度召开一次会议。", "set", "recurrence", "resolved"),
        ("定期开展检查。", "set", "recurrence", "vague"),
        ("限期整改。", "date", "deadline", "vague"),
        ("X月X日前完成。", "date", "deadline", "masked"),
        ("**日至**日开展检查。", "range", "deadline", "masked"),
        ("每X个月通报一次。", "set", "recurrence", "masked"),
        ("中秋节期间加强检查。", "date", "node", "resolved"),
        ("五一假期要加强值守。", "range", "node", "resolved"),
        ("七一前完成。", "date", "deadline", "resolved"),
        ("去年，共办理案件30件。", "date", "background", "resolved"),
        ("2022年，共办理案件30件。", "date", "background", "resolved"),
        ("2019—2021年，共办理案件30件。", "range", "background", "resolved"),
        ("截至3月底，完成率为30%。", "date", "background", "resolved"),
        ("近年来，营商环境持续优化。", "range", "background", "vague"),
        ("近三年，营商环境持续优化。", "range", "background", "vague"),
        ("2021年以来，投诉量下降。", "date", "background", "resolved"),
        ("今年是开局之年。", "date", "background", "resolved"),
        ("会前，印发了方案。", "date", "background", "event"),
        ("会前要准备材料。", "date", "deadline", "event"),
        ("入冬前完成检修。", "date", "deadline", "event"),
        ("“十四五”期间新建学校。", "range", "deadline", "resolved"),
        ("“十三五”期间新建学校。", "range", "background", "resolved"),
        ("2023年3月1日，召开了会议。", "date", "background", "resolved"),
        ("今后五年要建设学校。", "range", "deadline", "resolved"),
        ("今后三个月要建设学校。", "range", "deadline", "resolved"),
        ("2月30日前完成。", "date", "deadline", "vague"),
        ("到7671年，达到5万家。", "date", "deadline", "year-unknown"),
    ],
)
def test_type_role_and_status(text: str, type_: str, role: str, status: str) -> None:
    time = only(text)
    assert (time.type, time.role, time.status) == (TimeType(type_), TimeRole(role), TimeStatus(status))


@pytest.mark.parametrize(
    "text", ["6月30日前", "七一前", "五一假期", "年内", "6月底、12月底前", "4—6月", "今后五年", "本周五前"]
)
def test_without_a_year_days_stay_open(text: str) -> None:
    time = only(f"{text}完成。", NOTHING)
    assert time.status is TimeStatus.YEAR_UNKNOWN
    assert time.due is None
    assert time.begin is None


@pytest.mark.parametrize("text", ["本月20日前", "20日前", "下周五前", "本季度末前", "明天下班前"])
def test_near_days_need_the_documents_day(text: str) -> None:
    assert only(f"{text}完成。", YEAR).status is TimeStatus.YEAR_UNKNOWN
    assert only(f"{text}完成。", DATED).due is not None


def test_a_written_year_needs_no_document_year() -> None:
    assert only("2024年6月底前完成。", NOTHING).due == date(2024, 6, 30)


def test_festivals_are_the_next_after_the_day_but_in_the_year_without_one() -> None:
    assert only("春节前完成。", DATED).due == date(2024, 2, 9)
    assert only("春节前完成。", YEAR).due == date(2023, 1, 21)
    assert only("今年春节前完成。", DATED).due == date(2023, 1, 21)


@pytest.mark.parametrize("text", ["会后一周内", "本通知印发后5个工作日内", "一个月内"])
def test_limits_on_an_event_wait_for_the_callers_day(text: str) -> None:
    assert only(f"{text}完成。", DATED).status is TimeStatus.EVENT
    assert only(f"{text}完成。", DATED).due is None
    assert only(f"{text}完成。", GIVEN).due is not None


def test_a_named_day_starts_its_own_limit() -> None:
    assert only("自2023年5月1日起30日内完成。", NOTHING).due == date(2023, 5, 31)


@pytest.mark.parametrize("text", ["6月30日", "2023年6月30日", "六月三十日", "2023.6.30"])
def test_numeric_before_takes_in_its_day(text: str) -> None:
    assert only(f"{text}前完成。").due == date(2023, 6, 30)


def test_after_and_from_have_a_beginning_and_no_end() -> None:
    for text, begin in (
        ("5月1日起执行。", date(2023, 5, 1)),
        ("从5月1日开始执行。", date(2023, 5, 1)),
        ("5月1日后执行。", date(2023, 5, 2)),
    ):
        time = only(text)
        assert (time.due, time.begin) == (None, begin)


def test_beginnings_of_stretches() -> None:
    assert only("二季度完成。").begin == date(2023, 4, 1)
    assert only("5月中下旬完成。").begin == date(2023, 5, 11)
    assert only("年底完成。").begin is None
    assert only("6月30日前完成。").begin is None


def test_computed_days_say_why() -> None:
    assert "含调休" in only("会后10个工作日内完成。").why
    assert "2023年4月12日次日起算" in only("会后一周内完成。").why
    assert "不含当日" in only("七一前完成。").why
    assert "2023年5月1日" in only("五一前完成。").why
    assert only("2023年6月30日前完成。").why == ""
    assert "2023年6月30日、2023年12月31日" in only("6月底、12月底前报送。").why


def test_an_estimated_year_is_marked_until_the_user_fills_it() -> None:
    far = Dating(2031, YearSource.CALLER, date(2031, 4, 30), given=True)
    guessed = only("会后1个工作日内完成。", far)
    assert guessed.estimated
    assert "估算" in guessed.why
    own = WorkCalendar({2031: YearPlan(frozenset({date(2031, 5, 5)}), frozenset())})
    known = only("会后3个工作日内完成。", far, own)
    assert not known.estimated
    assert known.due == date(2031, 5, 6)


def test_the_time_keeps_its_words_and_place() -> None:
    (time,) = resolve_times(find_times(plain_document("总体要求\n务必于６月３０日前完成。")), GIVEN)
    assert (time.span.paragraph, time.span.start, time.span.end) == (1, 3, 9)
    assert time.text == "６月３０日前"


def test_a_limit_behind_a_festival_runs_from_its_last_day_off() -> None:
    for dating in (GIVEN, DATED, YEAR):
        time = only("国庆节后5个工作日内上报。", dating)
        assert (time.due, time.status) == (date(2023, 10, 11), TimeStatus.RESOLVED)
        assert "放假至2023年10月6日" in time.why
        assert "含调休" in time.why
    assert only("七一后一周内上报。").due == date(2023, 7, 8)
    assert only("国庆节后5个工作日内上报。", NOTHING).status is TimeStatus.YEAR_UNKNOWN
    assert only("去年国庆节后5个工作日内，各县上报了小结。").role is TimeRole.BACKGROUND
    assert only("节后5个工作日内上报。").status is TimeStatus.EVENT


def test_a_limit_behind_a_festival_of_a_year_without_a_notice_is_an_estimate() -> None:
    time = only("春节后5个工作日内上报。", Dating(2035, YearSource.TITLE))
    assert time.estimated
    assert "估算" in time.why


@pytest.mark.parametrize(
    ("text", "said", "due"),
    [
        ("本周五前报送。", date(2023, 4, 15), date(2023, 4, 21)),
        ("周三前报送。", date(2023, 4, 16), date(2023, 4, 19)),
        ("本周五前报送。", date(2023, 4, 14), date(2023, 4, 14)),
        ("下周一前报送。", date(2023, 4, 16), date(2023, 4, 17)),
        ("本周三召开会议。", date(2023, 4, 14), date(2023, 4, 12)),
    ],
)
def test_a_limit_by_a_weekday_that_is_past_means_the_coming_one(text: str, said: date, due: date) -> None:
    time = only(text, Dating(said.year, YearSource.CALLER, said, given=True))
    assert time.due == due
    assert ("已过" in time.why) is (due.toordinal() - said.toordinal() > 2)


def test_days_before_a_festival_are_settled_by_nobody() -> None:
    time = only("国庆节前一周完成检修。")
    assert (time.text, time.status, time.due) == ("国庆节前一周", TimeStatus.VAGUE, None)


def test_a_range_from_an_event_has_an_end_and_the_documents_day_where_it_is_the_event() -> None:
    issued, opened = only("印发之日起至2023年12月31日。"), only("口岸启用之日起至2047年6月30日。")
    assert (issued.begin, issued.due) == (date(2023, 4, 12), date(2023, 12, 31))
    assert (opened.begin, opened.due) == (None, date(2047, 6, 30))
