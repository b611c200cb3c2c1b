"""What the clerk set stands in every export in place of what the text says; names are put right beside it."""

import json
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from reviewer.exports.checklist import write_checklist
from reviewer.exports.checklist_notes import note_rows
from reviewer.exports.checklist_rows import checklist_rows, time_rows
from reviewer.exports.report_json import report_line
from reviewer.model.office import Office, Unit
from reviewer.model.report import Report

OFFICE = Office((Unit("区国家档案馆", ("区档案馆",)), Unit("镇街办公室", ("各镇", "各街道")), Unit("各单位")))


def with_values(report: Report, number: int, **values: object) -> Report:
    duties = list(report.duties)
    duties[number] = replace(duties[number], decided=True, **values)  # type: ignore[arg-type]
    return replace(report, duties=tuple(duties))


def row_of(report: Report, number: int):
    return checklist_rows(report)[number]


def dates(report: Report) -> list[tuple[date | None, str, str, tuple[int, ...], str]]:
    return [(row.day, row.words, row.role, row.duties, row.remark) for row in time_rows(report)]


def test_a_set_day_takes_the_place_of_the_texts(report):
    before = row_of(report, 0)
    after = row_of(with_values(report, 0, set_due=date(2023, 8, 1)), 0)
    assert (before.due, before.remark) == (date(2023, 6, 30), "")
    assert (after.due, after.limit, after.remark) == (date(2023, 8, 1), "6月30日前", "人工改定")


def test_a_set_day_settles_what_was_open_or_estimated(report):
    masked = with_values(report, 3, set_due=date(2023, 8, 1))
    assert "时限待填" in row_of(report, 3).remark
    assert row_of(masked, 3).remark == "牵头单位承上文；人工改定"
    several = with_values(report, 5, set_due=date(2023, 10, 8))
    assert "估算" in row_of(report, 4).remark
    assert row_of(several, 4).remark == "牵头单位推定；人工改定"
    told = [text for subject, text in note_rows((replace(masked, duties=(masked.duties[3],)),), False)]
    assert not any("**日前" in text for text in told)


@pytest.mark.parametrize(("rule", "words"), [("FREQ=MONTHLY", "每月"), ("FREQ=WEEKLY;INTERVAL=2", "每两周"), ("", "")])
def test_a_set_frequency_takes_the_place_of_the_texts(report, rule, words):
    after = row_of(with_values(report, 1, set_recurrence=rule), 1)
    assert row_of(report, 1).frequency == "每季度"
    assert (after.frequency, after.limit, after.remark) == (words, "每季度", "人工改定")


def test_the_sheet_of_dates_has_the_set_day_once(report):
    after = dates(with_values(report, 0, set_due=date(2023, 8, 1)))
    assert (date(2023, 6, 30), "6月30日前", "完成时限", (0,), "") in dates(report)
    assert [row for row in after if row[3] == (0,)] == [(date(2023, 8, 1), "6月30日前", "完成时限", (0,), "人工改定")]
    assert [row[0] for row in after if row[0]] == sorted(row[0] for row in after if row[0])


def test_a_set_day_replaces_all_days_of_its_duty_and_no_other(report):
    shared = with_values(report, 1, times=(0, 1))
    after = dates(with_values(shared, 0, set_due=date(2023, 8, 1)))
    assert (date(2023, 6, 30), "6月30日前", "完成时限", (1,), "") in after
    assert (date(2023, 8, 1), "6月30日前", "完成时限", (0,), "人工改定") in after
    several = dates(with_values(report, 5, set_due=date(2023, 10, 8)))
    assert [row[:2] for row in several if row[3] == (4,)] == [(date(2023, 10, 8), "会后10个工作日内、七一前、国庆节前")]


def test_the_sheet_of_dates_has_the_set_frequency(report):
    each = dates(with_values(report, 1, set_recurrence="FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"))
    assert [row[0] for row in each if row[3] == (1,)] == [date(2023, 6, 30), date(2023, 12, 31)]
    assert {row[4] for row in each if row[3] == (1,)} == {"每年6月、12月底；人工改定"}
    assert [row for row in dates(with_values(report, 1, set_recurrence="FREQ=MONTHLY")) if row[3] == (1,)] == [
        (None, "每季度", "频次", (1,), "每月；人工改定")
    ]
    assert not [row for row in dates(with_values(report, 1, set_recurrence="")) if row[3] == (1,)]


def test_the_workbook_has_them(report, tmp_path):
    decided = with_values(report, 0, set_due=date(2023, 8, 1), set_recurrence="FREQ=MONTHLY")
    write_checklist(decided, tmp_path / "表.xlsx")
    first = [cell.value for cell in openpyxl.load_workbook(tmp_path / "表.xlsx")["责任清单"][4]]
    assert first[6] == datetime(2023, 8, 1)  # noqa: DTZ001 (a sheet's dates have no zone)
    assert (first[7], first[10]) == ("每月", "人工改定")


def test_short_names_get_their_full_names_in_the_remarks(report, tmp_path):
    rows = checklist_rows(report, office=OFFICE)
    assert (rows[0].lead, rows[0].support) == ("区档案馆", "各镇、各街道")
    assert rows[0].remark == "规范名称：区国家档案馆、镇街办公室"
    assert rows[1].remark == "", "a full name needs no remark"
    write_checklist(report, tmp_path / "表.xlsx", office=OFFICE)
    first = [cell.value for cell in openpyxl.load_workbook(tmp_path / "表.xlsx")["责任清单"][4]]
    assert (first[3], first[10]) == ("区档案馆", "规范名称：区国家档案馆、镇街办公室")


def test_the_json_keeps_its_keys_and_the_texts_times(report):
    decided = with_values(report, 0, action="清查库房", lead=("区馆",), set_due=date(2023, 8, 1))
    before, after = (json.loads(report_line(one)) for one in (report, decided))
    assert after["times"] == before["times"]
    assert after["duties"][0].keys() == before["duties"][0].keys()
    assert (after["duties"][0]["action"], after["duties"][0]["lead"]) == ("清查库房", ["区馆"])


def test_undecided_duties_are_as_before(report):
    assert not any("人工" in row.remark for row in (*checklist_rows(report), *time_rows(report)))


def without(report: Report, *numbers: int) -> Report:
    duties = tuple(replace(duty, listed=i not in numbers) for i, duty in enumerate(report.duties))
    return replace(report, duties=duties)


def test_what_is_not_ticked_is_left_out_and_the_notes_say_so(report, tmp_path):
    fewer = without(report, 0, 2, 6)
    assert write_checklist(fewer, tmp_path / "表.xlsx") == 3
    book = openpyxl.load_workbook(tmp_path / "表.xlsx")
    tasks = [row[2] for row in book["责任清单"].iter_rows(min_row=4, values_only=True)]
    assert tasks[0] == "各单位每季度报送一次进展。"
    assert not any("清查" in task for task in tasks)
    told = dict(note_rows((fewer,), False))
    assert told["任务数量"].startswith("列入3项，")
    assert "审阅人未勾选2项不列入" in told["任务数量"], "a permission would not be listed anyway"
    assert "未勾选" not in dict(note_rows((report,), False))["任务数量"]


def test_times_only_of_what_is_left_out_are_left_out_too(report):
    assert "6月30日前" in [row.words for row in time_rows(report)]
    words = [row.words for row in time_rows(without(report, 0))]
    assert "6月30日前" not in words
    assert "七一前" in words
    shared = replace(report, duties=(*report.duties, replace(report.duties[1], times=(0,))))
    assert "6月30日前" in [row.words for row in time_rows(without(shared, 0))], "another duty has that time"


def test_general_duties_left_out_are_counted_once(report):
    told = dict(note_rows((without(report, 4),), True))["任务数量"]
    assert "未勾选1项" in told
    assert "一般要求" not in told
