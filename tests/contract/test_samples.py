"""The shipped samples show what the program is for: every kind of finding, many duties, every kind of time."""

import importlib.util
import re

import pytest

from reviewer import resource
from reviewer.model.duty import ActorSource, Modality
from reviewer.model.finding import Category, Severity
from reviewer.model.time import TimeStatus

SAMPLES = ("讲话稿示例", "工作方案示例")
SHOWN = {
    Category.PLACEHOLDER,
    Category.ADVERT,
    Category.NUMBERING,
    Category.COUNT,
    Category.PUNCTUATION,
    Category.SPACING,
}
LEFTOVERS = ("**", "*名", "XX", "×××", "。。", "2月30日", "带上“紧箍咒”", "（四）加强", "来访 登记")


def _whole():
    parts = ("reviewer.readers", "reviewer.times.dating", "reviewer.duties.extract", "reviewer.rules.engine")
    return all(importlib.util.find_spec(part) for part in parts)


@pytest.fixture(scope="module")
def reports():
    if not _whole():
        pytest.skip("the review is not whole yet")
    from reviewer.readers import read
    from reviewer.review import review

    return {name: review(read(resource.path(f"samples/{name}.txt"))) for name in SAMPLES}


@pytest.fixture(scope="module")
def speech(reports):
    return reports["讲话稿示例"]


@pytest.fixture(scope="module")
def plan(reports):
    return reports["工作方案示例"]


@pytest.mark.parametrize(("name", "least"), [("讲话稿示例", 2000), ("工作方案示例", 1600)])
def test_samples_are_as_long_as_a_real_page_or_two(name, least):
    text = resource.read_text(f"samples/{name}.txt")
    assert least < len(text) < 2 * least
    assert "\r" not in text
    assert "\ufeff" not in text


def test_samples_name_no_real_web_address():
    for name in SAMPLES:
        hosts = re.findall(r"www\.[a-z.]+", resource.read_text(f"samples/{name}.txt"))
        assert all(host.endswith(".example") for host in hosts)


def test_every_kind_of_finding_is_shown(reports):
    found = {finding.category for report in reports.values() for finding in report.findings}
    assert found >= SHOWN


@pytest.mark.parametrize("words", LEFTOVERS)
def test_what_was_put_in_is_found(speech, words):
    paragraph, start = next((p, at) for p, text in enumerate(speech.document.texts) if (at := text.find(words)) >= 0)
    spans = [f.span for f in speech.findings if f.severity is not Severity.INFO]
    assert any(s.paragraph == paragraph and s.start < start + len(words) and start < s.end for s in spans)


def test_nothing_is_found_in_what_is_right(reports):
    clean = ("（一）深化窗口服务改革", "（一）摸清底数", "三、实施步骤")
    for report in reports.values():
        for finding in report.findings:
            text = report.document.texts[finding.span.paragraph]
            assert not any(text.startswith(head) for head in clean), finding


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_many_duties(reports, name):
    assert len(reports[name].duties) >= 15


def test_the_retrospective_part_sets_out_nothing(speech):
    first = next(e.span.paragraph for e in speech.outline.entries if e.number == "一、")
    second = next(e.span.paragraph for e in speech.outline.entries if e.number == "二、")
    past = [d for d in speech.duties if first < d.span.paragraph < second]
    assert all("必须" in duty.text for duty in past)


def test_units_come_from_subjects_fields_and_nowhere(reports):
    sources = {duty.actor_source for report in reports.values() for duty in report.duties}
    assert sources >= {ActorSource.EXPLICIT, ActorSource.FIELD, ActorSource.ASSUMED}
    supported = {unit for report in reports.values() for duty in report.duties for unit in duty.support}
    assert supported >= {"信息中心", "财务科", "市人力资源局"}


def test_duties_bind_in_several_ways(reports):
    kinds = {duty.modality for report in reports.values() for duty in report.duties}
    assert kinds >= {Modality.OBLIGATION, Modality.PROHIBITION, Modality.TARGET}


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("6月底前", "2024-06-30"),
        ("9月底前", "2024-09-30"),
        ("七一前", "2024-06-30"),
        ("12月底前", "2024-12-31"),
        ("8月15日前", "2024-08-15"),
        ("会后10个工作日内", "2024-03-26"),
        ("限期", None),
        ("**日前", None),
    ],
)
def test_times_of_the_speech_have_their_day(speech, words, due):
    found = [time.due and time.due.isoformat() for time in speech.times if time.text == words]
    assert found
    assert set(found) == {due}


def test_recurrences_are_found(reports):
    rules = {time.recurrence for report in reports.values() for time in report.times if time.recurrence}
    assert rules >= {"FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=WEEKLY;BYDAY=FR"}


def test_every_way_of_leaving_a_day_open_is_shown(reports):
    states = {time.status for report in reports.values() for time in report.times}
    assert states >= {TimeStatus.RESOLVED, TimeStatus.VAGUE, TimeStatus.MASKED}


def test_the_year_is_found(reports):
    assert [report.dating.year for report in reports.values()] == [2024, 2024]
