"""`export --units` puts the office's full names beside the short ones of the text."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.cli import main

NOTICE = (
    "关于做好值班工作的通知\n各科室：\n一、工作要求\n市档案馆要建立值班台账，6月底前报办公室。\n某局\n2024年5月8日\n"
)


def test_full_names_stand_in_the_remarks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, units, target = tmp_path / "通知.txt", tmp_path / "单位.txt", tmp_path / "清单.xlsx"
    draft.write_text(NOTICE, "utf-8")
    units.write_text("市国家综合档案馆　市档案馆\n", "utf-8")
    remarks = []
    for more in ((), ("--units", str(units))):
        assert main(["export", str(draft), "--xlsx", str(target), *more]) == 0
        row = [cell.value for cell in load_workbook(target)["责任清单"][4]]
        assert row[3] == "市档案馆"
        remarks.append(row[10] or "")
    assert "规范名称" not in remarks[0]
    assert "规范名称：市国家综合档案馆" in remarks[1]
    assert "已导出" in capsys.readouterr().out
