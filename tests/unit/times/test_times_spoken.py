"""Times as they are said at village meetings, and 提前 with its length."""

import pytest

from reviewer.model.document import plain_document
from reviewer.review import review

_HEAD = "在冬修工作会议上的讲话\n（2024年11月4日）\n一、下一步工作安排\n"


def said(sentence: str) -> list[tuple[str, str | None, str | None]]:
    """Words, due date and recurrence of each time of the sentence."""
    times = [time for time in review(plain_document(_HEAD + sentence)).times if time.span.paragraph == 3]
    return [(time.text, time.due.isoformat() if time.due else None, time.recurrence) for time in times]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("后天天黑前各户自己拉走。", ("后天", "2024-11-06", None)),
        ("大后天收工前把渠清到头。", ("大后天", "2024-11-07", None)),
        ("你明天带十个人去修桥。", ("明天", "2024-11-05", None)),
        ("渠道塌的那段，五天修好。", ("五天", None, None)),
        ("手机打卡，一天三次。", ("一天三次", None, "FREQ=DAILY")),
        ("垃圾一天收两趟。", ("一天收两趟", None, "FREQ=DAILY")),
        ("巡堤三天走一轮。", ("三天走一轮", None, "FREQ=DAILY;INTERVAL=3")),
        ("评比两个月一回。", ("两个月一回", None, "FREQ=MONTHLY;INTERVAL=2")),
        ("滤芯半年一换。", ("半年一", None, "FREQ=MONTHLY;INTERVAL=6")),
        ("账本一季一晒。", ("一季一", None, "FREQ=MONTHLY;INTERVAL=3")),
        ("需要续租的，应提前两个月向产权单位提出申请。", ("提前两个月", None, None)),
        ("举办方要提前十天报公安机关备案。", ("提前十天", None, None)),
    ],
)
def test_spoken_times(sentence: str, found: tuple[str, str | None, str | None]) -> None:
    assert said(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "明天会更好。",
        "全村两天修好了水渠。",
        "提前两小时转移，无一人伤亡。",
        "我们短短三天建成的便桥，经受住了考验。",
        "单位连续三次被评为先进。",
        "这条路走了五天五夜。",
    ],
)
def test_what_only_looks_like_one(sentence: str) -> None:
    assert said(sentence) == []
