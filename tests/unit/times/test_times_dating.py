from datetime import date

import pytest

from reviewer.model.document import plain_document
from reviewer.model.report import ReviewOptions
from reviewer.model.time import Dating, YearSource
from reviewer.outline import build_outline
from reviewer.times.dating import date_document


def dating(text: str, options: ReviewOptions | None = None) -> Dating:
    document = plain_document(text)
    return date_document(document, build_outline(document), options or ReviewOptions())


NOTICE = """某市人民政府办公室关于开展春季植树活动的通知
各县区人民政府，市政府各部门：
为做好植树工作，现将有关事项通知如下。
一、明确任务
各县区要于4月底前完成植树任务。
某市人民政府办公室
2023年3月1日
（此件公开发布）"""


def test_the_callers_day_goes_first() -> None:
    found = dating(NOTICE, ReviewOptions(day=date(2025, 2, 3), year=2024))
    assert found == Dating(2025, YearSource.CALLER, date(2025, 2, 3), given=True)


def test_the_callers_year_takes_the_texts_day_where_it_fits() -> None:
    assert dating(NOTICE, ReviewOptions(year=2023)) == Dating(2023, YearSource.CALLER, date(2023, 3, 1))
    assert dating(NOTICE, ReviewOptions(year=2024)) == Dating(2024, YearSource.CALLER)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (NOTICE, "2023-03-01"),
        (NOTICE.replace("2023年3月1日", "二〇二三年三月一日"), "2023-03-01"),
        (NOTICE.replace("2023年3月1日", "  ２０２３年３月１日"), "2023-03-01"),
        ("在全县工作会议上的讲话\n（2023年4月12日）\n同志们：\n今天会议的任务是部署工作。", "2023-04-12"),
        ("政府工作报告\n——2024年1月20日在某县第三届人民代表大会第四次会议上\n各位代表：\n请予审议。", "2024-01-20"),
        ("在工作会议上的讲话（2022年2月3日）某某某同志们，今天召开会议。", "2022-02-03"),
        ("关于加强管理的意见\n现提出如下意见。\n一、加强领导。\n某县人民政府办公室2021年5月6日印发", "2021-05-06"),
        (
            "某县古树保护条例\n2019年5月1日 某县人民代表大会常务委员会通过\n2022年9月1日 某县人民代表大会常务委员会修订\n第一条 为了保护古树，制定本条例。",
            "2022-09-01",
        ),
    ],
)
def test_date_lines(text: str, day: str) -> None:
    found = dating(text)
    assert (found.source, found.day) == (YearSource.DATE_LINE, date.fromisoformat(day))
    assert found.year == found.day.year if found.day else False
    assert not found.given


def test_a_masked_date_line_still_says_the_year() -> None:
    found = dating("在全县工作会议上的讲话\n（2023年X月X日）\n同志们：\n今天会议的任务是部署工作。")
    assert (found.year, found.day, found.source) == (2023, None, YearSource.DATE_LINE)


@pytest.mark.parametrize(
    ("text", "year", "source"),
    [
        ("在2020年工作会议上的讲话\n同志们：\n2019年工作很有成效。", 2020, YearSource.TITLE),
        ("某街道2024年工作总结及2025年工作计划\n一、工作情况\n完成了任务。", 2025, YearSource.TITLE),
        ("某县植树方案\n（2022年修订）\n一、总体要求\n要完成植树任务。", 2022, YearSource.TITLE),
        ("在工作会议上的讲话\n同志们：\n总结回顾2022年工作，安排部署2023年任务。", 2023, YearSource.PLAN_YEAR),
        (
            "在工作会议上的讲话\n同志们：\n一、2022年工作回顾\n成绩很大。\n二、2023年重点工作\n要抓好落实。",
            2023,
            YearSource.PLAN_YEAR,
        ),
        ("在工作会议上的讲话\n同志们：\n2023年是全面落实规划的开局之年。", 2023, YearSource.OPENING_YEAR),
        ("在工作会议上的讲话\n同志们：\n今年（2023年）要完成任务。", 2023, YearSource.THIS_YEAR),
        ("在工作会议上的讲话\n同志们：\n去年（2022年）完成了任务，今年要再接再厉。", 2023, YearSource.THIS_YEAR),
        ("在工作会议上的讲话\n同志们：\n印发了《2023年工作要点》，明确了今年的任务。", 2023, YearSource.THIS_YEAR),
        ("关于加强管理的通知\n某政办发〔2021〕15号\n各县区：\n现通知如下。", 2021, YearSource.DATE_LINE),
        ("某局办公会议纪要\n〔2021〕6号\n会议研究了有关事项。", 2021, YearSource.DATE_LINE),
    ],
)
def test_weaker_evidence(text: str, year: int, source: YearSource) -> None:
    found = dating(text)
    assert (found.year, found.source, found.day) == (year, source, None)


def test_minutes_begin_with_their_day() -> None:
    opening = (
        "2024年4月2日上午，局长在三楼会议室主持召开局长办公会议，听取防火、植树和设施管护工作汇报，研究部署下一步工作。"
    )
    found = dating(f"某局办公会议纪要\n{opening}\n会议议定，4月15日前建好台账。")
    assert (found.year, found.day, found.source) == (2024, date(2024, 4, 2), YearSource.DATE_LINE)
    signed = dating(f"某局办公会议纪要\n{opening}\n会议议定，4月15日前建好台账。\n2024年4月9日")
    assert signed.day == date(2024, 4, 9)
    assert dating(f"在植树动员会上的讲话\n{opening}\n要在4月15日前建好台账。") == Dating()


@pytest.mark.parametrize(
    "text",
    [
        "关于加强管理的意见\n要于6月底前完成任务。",
        "某县方案\n到7671年，达到5万家。",
        "某县行动方案（2021—2023年）\n到2023年，达到5万家。",
        "2030年前碳达峰行动方案\n要完成任务。",
        "在工作会议上的讲话\n同志们：\n过去的2022年是很不平凡的一年。",
        "在工作会议上的讲话\n抓取时间：2026-03-30\n要于6月底前完成任务。",
        "在工作会议上的讲话\n要办好2029年世界运动会，做好2029年运动会筹备。",
        "",
    ],
)
def test_no_evidence_leaves_the_year_open(text: str) -> None:
    assert dating(text) == Dating()


def test_a_page_date_is_the_weakest() -> None:
    page = "在工作会议上的讲话\n发布时间：2024-05-01\n同志们：\n要完成任务。"
    assert dating(page).day == date(2024, 5, 1)
    assert dating(page + "\n安排部署2023年工作。").year == 2023


def test_the_first_signed_date_is_the_documents_own() -> None:
    text = NOTICE + "\n附件\n植树工作方案\n一、要求\n要栽好树。\n某市林业局\n2023年2月10日"
    assert dating(text).day == date(2023, 3, 1)


def test_the_evidence_is_where_the_text_says_it() -> None:
    document = plain_document(NOTICE)
    found = date_document(document, build_outline(document), ReviewOptions())
    assert found.evidence is not None
    assert document.text(found.evidence) == "2023年3月1日"
