"""The workbook, read back."""

import dataclasses
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from reviewer.errors import WriteError
from reviewer.exports.checklist import DUTY_COLUMNS, STATES, write_checklist
from reviewer.model.duty import Duty, Modality, Tier
from reviewer.model.report import Report
from reviewer.model.span import Span

HEADERS = [
    "序号",
    "任务类别",
    "工作任务",
    "牵头单位",
    "配合单位",
    "完成时限",
    "截止日期",
    "频次",
    "依据",
    "完成情况",
    "备注",
]
DAY = date(2023, 5, 4)


@pytest.fixture
def book(report, tmp_path):
    write_checklist(report, tmp_path / "清单.xlsx", made_on=DAY)
    return openpyxl.load_workbook(tmp_path / "清单.xlsx")


def columns(sheet, header):
    titles = [cell.value for cell in sheet[3]]
    return [row[titles.index(header)] for row in sheet.iter_rows(min_row=4)]


def values(sheet, header):
    return [cell.value for cell in columns(sheet, header)]


def with_task(report: Report, text: str, **more) -> Report:
    task = Duty(Span(3, 0, 4), text, "", Modality.OBLIGATION, "", Tier.FIRM, **more)
    return dataclasses.replace(report, duties=(task,))


def test_three_sheets_with_title_source_and_header(book):
    assert book.sheetnames == ["责任清单", "时间节点", "说明"]
    assert book.active.title == "责任清单"
    sheet = book["责任清单"]
    assert sheet["A1"].value == "《在全区〈档案管理办法〉宣讲会上的讲话》责任清单"
    assert sheet["A2"].value == "来源文件：宣讲会讲话.txt　　文件日期：2023年（依据：标题）　　制表日期：2023-05-04"
    assert [cell.value for cell in sheet[3]] == HEADERS
    assert {str(r) for r in sheet.merged_cells.ranges} == {"A1:K1", "A2:K2"}


def test_a_row_for_each_firm_duty(book, report, tmp_path):
    sheet = book["责任清单"]
    assert values(sheet, "序号") == [1, 2, 3, 4, 5]
    assert values(sheet, "工作任务")[0] == "区档案馆牵头，各镇街配合，6月30日前完成库房清查。"
    assert values(sheet, "任务类别")[0] == "一、抓好清查\n（一）摸清底数"
    assert values(sheet, "牵头单位") == ["区档案馆", "各单位", "与会各单位\n（推定）", "各单位", "与会各单位\n（推定）"]
    assert values(sheet, "配合单位")[:2] == ["各镇、各街道", None]
    assert values(sheet, "完成时限")[0] == "6月30日前"
    assert values(sheet, "频次")[:2] == [None, "每季度"]
    assert values(sheet, "依据") == ["第3段", "第3段", "第4段", "第4段", "第5段"]
    assert values(sheet, "完成情况") == [None] * 5
    assert write_checklist(report, tmp_path / "again.xlsx") == 5


def test_general_duties_by_choice_and_permissions_never(report, tmp_path):
    assert write_checklist(report, tmp_path / "all.xlsx", include_general=True) == 6
    sheet = openpyxl.load_workbook(tmp_path / "all.xlsx")["责任清单"]
    assert "提高认识" in values(sheet, "工作任务")
    assert "可以适当延长开放时间。" not in values(sheet, "工作任务")
    assert values(sheet, "备注")[4].startswith("一般要求")


def test_due_dates_are_dates(book):
    cells = columns(book["责任清单"], "截止日期")
    assert [cell.value for cell in cells] == [datetime(2023, 6, 30), None, None, None, datetime(2023, 9, 30)]  # noqa: DTZ001
    assert all(cell.is_date and cell.number_format == "yyyy-mm-dd" for cell in cells if cell.value)


def test_remarks_say_what_is_assumed_or_unsettled(book):
    remarks = values(book["责任清单"], "备注")
    assert remarks[0] is None
    assert remarks[2] == "牵头单位推定"
    assert remarks[3] == "牵头单位承上文；时限待填（**日前）；时限不明确（限期）"
    assert remarks[4] == "牵头单位推定；分期完成，截止日期取最后一日；截止日期为估算，放假安排未公布"


def test_the_sheet_prints_on_a4_across(book):
    for sheet in book:
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.oddFooter.center.text == "第&P页 共&N页"
        assert sheet.freeze_panes == "A4"
    sheet = book["责任清单"]
    assert sheet.print_area == "'责任清单'!$A$1:$K$8"
    assert sheet.auto_filter.ref == "A3:K8"


def test_official_fonts_borders_and_wrapping(book):
    sheet = book["责任清单"]
    assert (sheet["A1"].font.name, sheet["A3"].font.name, sheet["C4"].font.name) == ("方正小标宋简体", "黑体", "仿宋")
    assert {sheet[a].font.charset for a in ("A1", "A2", "A3", "C4")} == {134}
    for cell in (*sheet[3], *sheet[4]):
        assert cell.alignment.wrap_text
        assert cell.border.left.style == cell.border.right.style == cell.border.top.style == "thin"
    assert sheet["A1"].alignment.horizontal == "center"


def test_rows_are_as_high_as_their_text(report, tmp_path):
    heights = {}
    for length in (10, 200, 4000):
        write_checklist(with_task(report, "查" * length), tmp_path / "a.xlsx")
        heights[length] = openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"].row_dimensions[4].height
    characters_a_line = (DUTY_COLUMNS[2].width * 7) // 14
    assert heights[10] < heights[200]
    assert heights[200] >= 200 / characters_a_line * 13
    assert heights[4000] == 409


def test_the_state_is_chosen_from_a_list(book):
    (validation,) = book["责任清单"].data_validations.dataValidation
    assert (validation.type, validation.formula1) == ("list", '"未启动,推进中,已完成,逾期"')
    assert str(validation.sqref) == "J4:J8"
    assert not validation.showDropDown  # which would hide the arrow
    assert validation.showErrorMessage
    assert STATES[2] == "已完成"  # what the colours ask for


def test_late_is_red_and_soon_is_amber(book):
    ((place, rules),) = ((f.sqref, f.rules) for f in book["责任清单"].conditional_formatting)
    assert str(place) == "G4:G8"
    assert [rule.formula for rule in rules] == [
        ['AND(ISNUMBER($G4),$J4<>"已完成",$G4<TODAY())'],
        ['AND(ISNUMBER($G4),$J4<>"已完成",$G4>=TODAY(),$G4-TODAY()<=7)'],
    ]
    assert rules[0].dxf.font.bold
    assert rules[0].dxf.fill.bgColor.rgb == "FFFFC7CE"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "=HYPERLINK(1)", "-"])
def test_text_that_looks_like_a_formula_stays_text(report, tmp_path, text):
    write_checklist(with_task(report, text, lead=(text,)), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"]
    task = columns(sheet, "工作任务")[0]
    assert (task.value, task.data_type, task.quotePrefix) == (text, "s", True)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", ["#N/A", "2023-06-30", "12", "TRUE"])
def test_text_is_not_guessed_to_be_something_else(report, tmp_path, text):
    write_checklist(with_task(report, text), tmp_path / "a.xlsx")
    task = columns(openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"], "工作任务")[0]
    assert (task.value, task.data_type, task.quotePrefix) == (text, "s", False)


def test_characters_that_xml_cannot_hold_are_dropped(report, tmp_path):
    write_checklist(with_task(report, "清\x00查\x0b库\ud800房\ufffe𠮷😀\x1f"), tmp_path / "a.xlsx")
    assert values(openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"], "工作任务") == ["清查库房𠮷😀"]


def test_times_by_date(book):
    sheet = book["时间节点"]
    assert [v and v.date().isoformat() for v in values(sheet, "日期")] == [
        "2023-04-26",
        "2023-06-30",
        "2023-06-30",
        "2023-09-30",
        None,
        None,
        None,
    ]
    assert values(sheet, "时间（原文）") == [
        "会后10个工作日内",
        "6月30日前",
        "七一前",
        "国庆节前",
        "每季度",
        "**日前",
        "限期",
    ]
    assert values(sheet, "清单序号") == ["5", "1", "5", "5", "2", "4", "4"]
    assert values(sheet, "说明")[0] == "会后次日起算；估算，放假安排未公布"


def test_notes_name_sources_and_what_is_unsettled(book):
    rows = dict.fromkeys(zip(values(book["说明"], "项目"), values(book["说明"], "说明"), strict=True))
    assert ("来源文件", "宣讲会讲话.txt（讲话，150字）") in rows
    assert ("文件日期", "2023年（依据：标题）") in rows
    assert ("任务数量", "列入5项，其中2项牵头单位为推定，一般要求1项未列入，允许性表述1项不列入。") in rows
    assert ("待核定", "第4段“限期”：时限不明确。") in rows
    assert ("待核定", "第5段“会后10个工作日内”：2023-04-26为估算，放假安排未公布。") in rows


def test_several_files_in_one_list(report, tmp_path):
    other = dataclasses.replace(report, document=dataclasses.replace(report.document, path="C:\\文稿\\第二份.docx"))
    assert write_checklist([report, other], tmp_path / "all.xlsx") == 10
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    sheet = book["责任清单"]
    assert [cell.value for cell in sheet[3]] == [HEADERS[0], "来源文件", *HEADERS[1:]]
    assert values(sheet, "来源文件") == ["宣讲会讲话.txt"] * 5 + ["第二份.docx"] * 5
    assert values(sheet, "序号") == list(range(1, 11))
    assert str(sheet.data_validations.dataValidation[0].sqref) == "K4:K13"
    numbers = zip(values(book["时间节点"], "来源文件"), values(book["时间节点"], "清单序号"), strict=True)
    assert ("第二份.docx", "10") in set(numbers)
    assert "《第二份.docx》第4段“限期”：时限不明确。" in values(book["说明"], "说明")


def test_no_duties_make_an_empty_list(report, tmp_path):
    assert write_checklist(dataclasses.replace(report, duties=(), times=()), tmp_path / "a.xlsx") == 0
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"]
    assert sheet.max_row == 3
    assert not sheet.data_validations.dataValidation


def test_a_document_without_title_or_path(report, tmp_path):
    bare = dataclasses.replace(
        report,
        document=dataclasses.replace(report.document, path=""),
        outline=dataclasses.replace(report.outline, title=None),
    )
    write_checklist(bare, tmp_path / "a.xlsx", made_on=DAY)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["责任清单"]
    assert sheet["A1"].value == "责任清单"
    assert sheet["A2"].value.startswith("文件日期")


def test_the_source_is_never_written_over(report, tmp_path):
    source = tmp_path / "讲话.xlsx"
    source.write_bytes(b"original")
    moved = dataclasses.replace(report, document=dataclasses.replace(report.document, path=str(source)))
    with pytest.raises(WriteError, match="原稿"):
        write_checklist(moved, source)
    assert source.read_bytes() == b"original"


def test_nothing_personal_in_the_file(book):
    assert book.properties.creator == "公文审阅"
    assert book.properties.lastModifiedBy is None
