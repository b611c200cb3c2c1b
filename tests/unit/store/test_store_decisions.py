"""Decisions and office units go to disk and come back; damaged files harm nothing."""

import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from reviewer.errors import ReadError, ReviewerError
from reviewer.model.anchor import Anchor
from reviewer.model.decision import (
    AcceptFinding,
    AddDuty,
    AddFinding,
    AddRemark,
    Decision,
    DropParagraph,
    DutyChanges,
    EditDuty,
    IgnoreFinding,
    ListDuty,
    MergeDuty,
    SplitDuty,
    StrikeDuty,
)
from reviewer.model.document import plain_document
from reviewer.model.office import Office, Unit
from reviewer.store import decisions, holidays, office

ANCHOR = Anchor(3, 0, 12, "a1", "b2", 0, "", "c3")
ALL: tuple[Decision, ...] = (
    StrikeDuty(ANCHOR),
    AddDuty(ANCHOR),
    EditDuty(ANCHOR, DutyChanges("建账", ("甲科",), (), date(2024, 6, 30), "FREQ=MONTHLY")),
    EditDuty(ANCHOR, DutyChanges(lead=())),
    SplitDuty(ANCHOR, 5),
    MergeDuty(ANCHOR),
    ListDuty(ANCHOR, False),
    ListDuty(ANCHOR, True),
    AcceptFinding(ANCHOR, "punctuation-doubled", "，"),
    AcceptFinding(ANCHOR, "spacing", ""),
    IgnoreFinding(ANCHOR, "typo"),
    AddFinding(ANCHOR, "提法不妥"),
    AddRemark(ANCHOR, "请核实"),
    DropParagraph(ANCHOR),
)


def test_every_kind_comes_back(tmp_path: Path) -> None:
    decisions.save(tmp_path, "/文稿/甲.docx", ALL)
    assert decisions.load(tmp_path, "/文稿/甲.docx") == ALL
    assert decisions.load(tmp_path, "/文稿/乙.docx") == ()


def test_a_moved_or_renamed_copy_finds_what_was_decided(tmp_path: Path) -> None:
    content = decisions.content_key(plain_document("讲话"))
    other = decisions.content_key(plain_document("别的讲话"))
    decisions.save(tmp_path, "/文稿/甲.docx", ALL[:1], content)
    assert decisions.load(tmp_path, "/桌面/乙.docx", content) == ALL[:1]
    assert decisions.load(tmp_path, "/桌面/乙.docx", other) == ()
    assert decisions.load(tmp_path, "/文稿/甲.docx", other) == ALL[:1], "the same file, edited meanwhile"
    decisions.save(tmp_path, "/桌面/乙.docx", ALL[:2], content)
    assert decisions.load(tmp_path, "/文稿/甲.docx", content) == ALL[:1]
    decisions.save(tmp_path, "/桌面/乙.docx", (), content)
    assert decisions.load(tmp_path, "/桌面/乙.docx", content) == (), "what was taken back stays so"
    assert decisions.content_key(plain_document(" \n")) == ""


def test_the_newest_of_several_records_counts(tmp_path: Path) -> None:
    for number, path in enumerate(("a", "b", "c")):
        decisions.save(tmp_path, path, ALL[number : number + 1], "c0ffee")
        for record in (tmp_path / decisions.FOLDER).glob("*"):
            before = record.stat().st_mtime
            os.utime(record, (before - 10, before - 10))
    assert decisions.load(tmp_path, "d", "c0ffee") == ALL[2:3]


def test_an_edited_document_leaves_no_older_record(tmp_path: Path) -> None:
    decisions.save(tmp_path, "a", ALL[:1])
    decisions.save(tmp_path, "a", ALL[:1], "one")
    decisions.save(tmp_path, "a", ALL[:2], "two")
    assert decisions.count(tmp_path) == 1
    assert decisions.load(tmp_path, "a", "two") == ALL[:2]


def test_a_document_and_its_copies_are_forgotten(tmp_path: Path) -> None:
    for path in ("a", "b"):
        decisions.save(tmp_path, path, ALL[:1], "one")
    decisions.save(tmp_path, "c", ALL[:1], "other")
    decisions.forget(tmp_path, "a", "one")
    assert decisions.load(tmp_path, "b", "one") == ()
    assert decisions.count(tmp_path) == 1


def test_file_names_do_not_tell_the_document(tmp_path: Path) -> None:
    decisions.save(tmp_path, "/文稿/人事任免.docx", ALL)
    (kept,) = (tmp_path / decisions.FOLDER).iterdir()
    assert "人事" not in kept.name
    assert "人事" not in kept.read_text(encoding="utf-8")


def test_no_decisions_leave_no_trace(tmp_path: Path) -> None:
    decisions.save(tmp_path, "a.txt", ALL)
    decisions.save(tmp_path, "a.txt", ())
    assert list((tmp_path / decisions.FOLDER).glob("*.json")) == []
    decisions.save(tmp_path, "b.txt", ALL)
    decisions.clear(tmp_path)
    assert decisions.load(tmp_path, "b.txt") == ()


@pytest.mark.parametrize(
    "damage",
    [
        {"kind": "strike-duty"},
        {"kind": "unheard-of", "anchor": {}},
        {"kind": "split-duty", "anchor": {"paragraph": "3"}},
        {"kind": "accept-finding", "anchor": asdict(ANCHOR), "rule": "a", "replacement": "甲\n乙"},
        {"kind": "accept-finding", "anchor": asdict(ANCHOR), "rule": "a", "replacement": None},
        {"kind": "ignore-finding", "anchor": asdict(ANCHOR)},
        {"kind": "add-remark", "anchor": asdict(ANCHOR), "text": "长" * 10_001},
        "text",
        None,
    ],
)
def test_what_cannot_be_understood_is_left_out(damage: object, tmp_path: Path) -> None:
    decisions.save(tmp_path, "a.txt", ALL[:1])
    (kept,) = (tmp_path / decisions.FOLDER).iterdir()
    value = json.loads(kept.read_text(encoding="utf-8"))
    value["decisions"].append(damage)
    kept.write_text(json.dumps(value), encoding="utf-8")
    assert decisions.load(tmp_path, "a.txt") == ALL[:1]


OFFICE = Office((Unit("市市场监督管理局", ("市市场监管局", "市监局")), Unit("综合科")))


def test_an_office_comes_back(tmp_path: Path) -> None:
    office.save(tmp_path, OFFICE)
    assert office.load(tmp_path) == OFFICE
    assert office.load(tmp_path / "none") == Office()
    assert office.parse(office.as_text(OFFICE)) == OFFICE


def test_units_as_they_are_typed() -> None:
    assert office.parse("单位名称\n市发展改革委：市发改委、发改委\n\n综合科\n综合科 综合\n甲").units == (
        Unit("市发展改革委", ("市发改委", "发改委")),
        Unit("综合科"),
    )


def test_units_from_files(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["单位全称", "简称"])
    sheet.append(["市市场监督管理局", "市市场监管局、市监局"])
    sheet.append(["综合科", None])
    book.save(tmp_path / "units.xlsx")
    (tmp_path / "units.txt").write_text(office.as_text(OFFICE), encoding="utf-8")
    assert office.read(tmp_path / "units.xlsx") == OFFICE
    assert office.read(tmp_path / "units.txt") == OFFICE


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\x00\x01"])
def test_files_that_name_nobody_are_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "u").write_bytes(data)
    with pytest.raises(ReadError):
        office.read(tmp_path / "u")
    with pytest.raises(ReadError):
        office.read(tmp_path / "missing")


def test_holidays_of_a_year_to_come(tmp_path: Path) -> None:
    source = tmp_path / "放假.json"
    source.write_text('{"2031": {"off": ["2031-01-02"], "work": ["2031-01-04"]}}', encoding="utf-8")
    calendar = holidays.save(tmp_path, source)
    assert not calendar.is_workday(date(2031, 1, 2))
    assert calendar.is_workday(date(2031, 1, 4))
    assert not calendar.is_estimated(2031)
    assert holidays.load(tmp_path).is_workday(date(2031, 1, 4))
    assert holidays.load(tmp_path / "none").is_estimated(2031)


@pytest.mark.parametrize("text", ["[]", "{", '{"2031": {"off": ["2030-01-02"]}}', '{"x": {}}'])
def test_holiday_files_that_make_no_sense_are_told(text: str, tmp_path: Path) -> None:
    source = tmp_path / "h.json"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(ReviewerError):
        holidays.save(tmp_path, source)
