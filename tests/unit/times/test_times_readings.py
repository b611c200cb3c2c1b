"""Single readings: what a form takes in and what it leaves out."""

import pytest

from reviewer.model.document import plain_document
from reviewer.times.find import find_in_text, find_times
from reviewer.times.raw import Anchor, Between, Calendar, Edge, Event, Length, Repeat, Stretch, Unit
from reviewer.times.text import fold


def words(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_in_text(text)]


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "２０２３年　６月＊日○Ｘ"
    assert fold(text) == "2023年 6月*日〇X"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《2023年工作要点》和2024年计划", ["2024年"]),
        ("《关于印发〈2023年方案〉的通知》2024年", ["2024年"]),
        ("《没有收尾的2023年", ["2023年"]),
        ("国办发〔2023〕15号", []),
        ("公告2023年第15号", []),
        ("6月10日前报方案，20日前报总结。", ["6月10日前", "20日前"]),
        ("6月、12月底前和9月", ["6月、12月底前", "9月"]),
        ("5月1日至5日、6月1日至5日", ["5月1日至5日", "6月1日至5日"]),
        ("3、6、9、12月各一次", ["3、6、9、12月"]),
        ("本通知印发后5个工作日内", ["本通知印发后5个工作日内"]),
        ("各单位应当自《条例》公布之日起30日内", ["《条例》公布之日起30日内"]),
        ("在收到问题清单之日起15日内", ["收到问题清单之日起15日内"]),
        ("自查结束后5日内报告", ["自查结束后5日内"]),
        ("会前会后都要重视", ["会前", "会后"]),
        ("工会后勤，社会前进", []),
        ("从现在起到年底", ["现在起到年底"]),
        ("2024年春节、元宵节期间", ["2024年春节", "元宵节"]),
        ("每年6月、12月底前", ["每年6月、12月底前"]),
        ("每周一调度，每周一报送上周进展", ["每周", "每周一"]),
        ("一月一日起执行，一月一通报", ["一月一日起", "一月一"]),
        ("二三十年来，两三个月内", ["二三十年来", "两三个月内"]),
        ("网址 a.cn/2023-06/30/x.html", []),
        ("版本2023.6.30.1", []),
        ("增长3.5月", []),
    ],
)
def test_spans(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2023年6月30日前", Calendar(Stretch(year=2023, month=6, day=30), Edge.BEFORE)),
        ("去年7月", Calendar(Stretch(year_shift=-1, month=7))),
        ("11月至次年3月", Between(Stretch(month=11), Stretch(year_shift=1, month=3))),
        ("2023年11月至2月", Between(Stretch(year=2023, month=11), Stretch(year=2024, month=2))),
        ("会后10个工作日内", Length(10, 10, Unit.WORKDAY, Anchor.MEETING)),
        ("印发之日起30日内", Length(30, 30, Unit.DAY, Anchor.ISSUE)),
        ("发生之日起3至5日内", Length(3, 5, Unit.DAY, Anchor.OTHER)),
        ("印发之日起", Event(Anchor.ISSUE, Edge.FROM)),
        ("两年半内", Length(30, 30, Unit.MONTH)),
        ("一个半月内", Length(45, 45, Unit.DAY)),
        ("每两周", Repeat("FREQ=WEEKLY;INTERVAL=2")),
    ],
)
def test_forms(text: str, form: object) -> None:
    ((start, end, found),) = find_in_text(text)
    assert (start, end) == (0, len(text))
    assert found == form


def test_a_later_time_takes_month_and_year_from_its_sentence_only() -> None:
    text = "2024年3月底前完成，6月底前验收。9月底前总结。"
    years = [form.stretch.year for _, _, form in find_in_text(text) if isinstance(form, Calendar)]
    assert years == [2024, 2024, None]


@pytest.mark.parametrize(
    ("text", "descriptive"),
    [
        ("今年是开局之年", True),
        ("年初确定的目标", True),
        ("年底确定的时间节点", False),
        ("今年的施工图", True),
        ("今年要完成任务", False),
        ("2023年政府工作报告", True),
        ("2023年要召开大会", False),
        ("会前，印发了方案", True),
        ("会前要准备材料", False),
        ("6月底前是关键", False),
    ],
)
def test_neighbours_make_a_time_tell(text: str, descriptive: bool) -> None:
    (time,) = find_times(plain_document(text))
    assert time.descriptive is descriptive


def test_long_lists_and_empty_brackets_end_soon() -> None:
    assert len(words("1月、2月、" * 300)) == 600
    assert words("《" * 2000 + "2023年") == ["2023年"]
    assert words("_" * 5000) == []
