"""The days that 会后 and 印发之日起 count from where the text itself gives them."""

from datetime import date

import pytest

from reviewer.model.document import plain_document
from reviewer.model.report import ReviewOptions
from reviewer.model.time import TimeExpression, TimeStatus
from reviewer.review import review

MINUTES = "云台县防汛工作会议纪要\n{}\n会议议定：各乡镇会后3个工作日内报备值班表。\n2024年6月24日"


def counted(text: str, words: str, options: ReviewOptions | None = None) -> TimeExpression:
    return next(time for time in review(plain_document(text), options).times if words in time.text)


@pytest.mark.parametrize(
    "told",
    [
        "时间：2024年6月18日上午",
        "会议时间：6月18日",
        "2024年6月18日下午，副县长主持召开防汛工作会议。现纪要如下：",
        "6月18日，指挥部召开会议，研究防汛工作。",
        "二〇二四年六月十八日，指挥部召开会议，研究防汛工作。",
        "按照县委安排，2024年6月18日，指挥部召开会议，研究防汛工作。",
    ],
)
def test_minutes_say_when_they_met(told: str) -> None:
    found = counted(MINUTES.format(told), "会后")
    assert (found.text, found.due, found.status) == ("会后3个工作日内", date(2024, 6, 21), TimeStatus.RESOLVED)
    assert "据文中“" in found.why


@pytest.mark.parametrize(
    "told",
    ["2024年6月18日至19日，指挥部召开会议。", "指挥部召开会议，研究防汛工作。"],
)
def test_minutes_that_do_not_say_leave_it_open(told: str) -> None:
    found = counted(MINUTES.format(told), "会后")
    assert (found.due, found.status) == (None, TimeStatus.EVENT)


def test_a_speech_counts_from_the_date_under_its_title() -> None:
    text = "在全县防火工作会议上的讲话\n{}\n同志们：\n一、抓实措施\n会后一周内，各乡镇要开一次动员会。\n{}"
    assert counted(text.format("（2025年3月3日）", ""), "会后").due == date(2025, 3, 10)
    assert counted(text.format("", "\n\n\n\n\n2025年3月9日"), "会后").due is None


def test_a_notice_counts_from_its_date_of_issue_and_not_from_a_meeting() -> None:
    text = "关于开展自查的通知\n各单位：\n一、要求\n各单位自本通知印发之日起10个工作日内报送名单，会后3日内报回执。\n某县教育局\n2025年2月19日"
    assert counted(text, "印发").due == date(2025, 3, 5)
    assert counted(text, "会后").status is TimeStatus.EVENT


def test_what_was_passed_says_nothing_of_its_issue() -> None:
    text = "某县古树保护规定\n（2024年5月8日某县人民代表大会常务委员会通过）\n第一条 主管部门应当自公布之日起30日内建立名录。"
    assert counted(text, "公布").status is TimeStatus.EVENT


def test_the_caller_goes_first_and_another_year_opens_it_again() -> None:
    text = MINUTES.format("时间：2024年6月18日")
    assert counted(text, "会后", ReviewOptions(day=date(2024, 7, 1))).due == date(2024, 7, 4)
    assert counted(text, "会后", ReviewOptions(year=2022)).due is None


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("文化和自然遗产日前", "2025-06-13"),
        ("全国助残日前", "2025-05-17"),
        ("中国农民丰收节前", "2025-09-22"),
    ],
)
def test_days_that_fall_on_a_weekday_of_their_month(words: str, due: str) -> None:
    text = f"关于做好展演工作的通知\n各县：\n一、要求\n{words}办一次展演。\n某市文化局\n2025年2月19日"
    assert counted(text, words).due == date.fromisoformat(due)


@pytest.mark.parametrize("words", ["申报截止前", "报名截止前", "当年花期结束前", "开赛前三天", "半年一", "天天"])
def test_more_limits_and_rhythms(words: str) -> None:
    sentences = {
        "申报截止前": "各推荐单位应当在申报截止前完成核验。",
        "报名截止前": "各代表队要在报名截止前提交名单。",
        "当年花期结束前": "由县局劝导其在当年花期结束前迁出。",
        "开赛前三天": "开赛前三天，组委会要完成检录演练。",
        "半年一": "建立半年一核验、举报奖励制度。",
        "天天": "护林员天天上山巡查，不得脱岗。",
    }
    assert counted(f"关于做好工作的通知\n各县：\n一、要求\n{sentences[words]}", words).text == words
