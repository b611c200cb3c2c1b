"""The report for a terminal."""

import dataclasses

from reviewer.exports.report_text import report_text
from reviewer.exports.text_width import columns
from reviewer.model.duty import Duty
from reviewer.model.time import Dating


def test_the_whole_report(report):
    lines = report_text(report).splitlines()
    assert lines[:2] == [
        "在全区《档案管理办法》宣讲会上的讲话",
        "宣讲会讲话.txt  讲话  日期：2023年（依据：标题）  5段  150字",
    ]
    assert "问题 3 处" in lines
    assert "  必改·占位  第4段  …A3)不得写进表格。要在【**】日前补齐缺卷𠮷，限期整改…" in lines
    assert "      疑为别字。建议改为“缺件”或“缺页”。［near-miss］" in lines
    assert "      看一看。可以删去。［advert-line］" in lines
    assert "任务 5 项" in lines
    assert "   1. 第3段  区档案馆（配合：各镇、各街道）  6月30日前→2023-06-30" in lines
    assert "   2. 第3段  各单位  每季度" in lines
    assert "   3. 第4段  与会各单位（推定）" in lines
    assert lines[-1] == "合计：必改 1，建议改 1，提示 1；任务 5（有截止日期 2），另有一般要求 1"


def test_nothing_found(report):
    text = report_text(dataclasses.replace(report, findings=(), duties=(), times=(), dating=Dating()))
    assert "没有发现需要改的问题。" in text
    assert "没有可列入清单的任务。" in text
    assert "日期：文中没有写明" in text
    assert text.endswith("合计：问题 0；任务 0（有截止日期 0），另有一般要求 0")


def test_explain_gives_the_evidence(report):
    known = tuple(dataclasses.replace(d, why="写明了时限。") for d in report.duties)
    explained = dataclasses.replace(report, duties=known)
    assert report_text(explained, explain=True).count("依据：写明了时限。") == 5
    assert "依据：写明" not in report_text(explained)
    assert "依据：写明" not in report_text(report, explain=True)


def test_reading_warnings_come_first(report):
    document = dataclasses.replace(report.document, warnings=("有一张图片没有读。",))
    assert "注意：有一张图片没有读。" in report_text(dataclasses.replace(report, document=document)).splitlines()[2]


def test_a_document_cannot_steer_the_terminal(report):
    first: Duty = dataclasses.replace(report.duties[0], text="\x1b[2J清\x9b查\r\a")
    text = report_text(dataclasses.replace(report, duties=(first,)))
    assert not {"\x1b", "\x9b", "\r", "\a"} & set(text)


def test_long_tasks_are_wrapped_for_a_terminal(report):
    first = dataclasses.replace(report.duties[0], text="完成库房清查ab" * 30)
    lines = report_text(dataclasses.replace(report, duties=(first,))).splitlines()
    task = [line for line in lines if line.startswith("      完") or (line.startswith("      ") and "清查" in line)]
    assert "".join(line.strip() for line in task[-4:]).endswith("清查ab")
    assert all(columns(line) <= 82 for line in task)
